"""Closed pipes, Ctrl-C, and what is shown on a terminal only."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import time

import pytest

from .conftest import PAGE, QEXTRACT

INTERRUPTED, TERMINATED = 130, 143


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_closed_pipe_ends_a_run_silently(many, jobs):
    """As `| head -1` does: the reader goes after the first line."""
    process = subprocess.Popen(
        [*QEXTRACT, "run", str(many), "--jobs", jobs],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout.readline().startswith(b"{")
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(30) == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGINT, INTERRUPTED), (signal.SIGTERM, TERMINATED)]
)
def test_an_interrupted_run_leaves_no_half_written_file(many, tmp_path, jobs, sent, code):
    """The last page is a pipe that nobody writes to, so that the run stands still at it."""
    out = tmp_path / "out"
    out.mkdir()
    os.mkfifo(tmp_path / "page.txt")
    (out / "records.jsonl").write_text("old")
    process = subprocess.Popen(
        [*QEXTRACT, "run", str(many), "page.txt", "--jobs", jobs, "-o", "out/records.jsonl"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        until = time.monotonic() + 30
        while len(list(out.iterdir())) < 2 and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(0.3)
        os.killpg(process.pid, sent)  # a terminal sends it to workers too
        stdout, stderr = process.communicate(timeout=30)
    finally:
        process.kill()
    assert (process.returncode, stdout) == (code, b"")
    assert b"Traceback" not in stderr
    assert [path.name for path in out.iterdir()] == ["records.jsonl"]
    assert (out / "records.jsonl").read_text() == "old"


def on_a_terminal(*arguments, cwd, **environment):
    """(exit code, what the terminal shows) with stderr on a terminal and stdout not."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*QEXTRACT, *arguments],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=follower,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environment},
    )
    os.close(follower)
    shown = b""
    while select.select([leader], [], [], 30)[0]:
        try:
            part = os.read(leader, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(leader)
    return process.wait(30), shown.decode("utf-8")


@pytest.fixture
def page(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    return tmp_path


def test_a_terminal_shows_failures_and_a_closing_table(page):
    code, shown = on_a_terminal("run", "page.txt", "absent.txt", cwd=page, NO_COLOR="")
    assert code == 3
    assert "qextract: absent.txt: no such file" in shown
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    for words in (r"article +1\b", r"documents +1\b", r"failures +1\b", r"time +\d+\.\d s"):
        assert re.search(words, plain), (words, plain)
    assert "\x1b[31m" in shown


def test_no_color_is_honoured(page):
    code, shown = on_a_terminal("run", "page.txt", "absent.txt", cwd=page, NO_COLOR="1")
    assert code == 3
    assert "documents" in shown
    assert not re.search(r"\x1b\[[0-9;]*m", shown)


def test_quiet_shows_failures_only(page):
    code, shown = on_a_terminal("run", "page.txt", "absent.txt", "-q", cwd=page)
    assert code == 3
    assert shown.splitlines() == [
        "qextract: absent.txt: no such file or folder (check the spelling)"
    ]


def test_a_terminal_counts_rows_as_they_come(page):
    rows = "".join(json.dumps({"id": f"no {n}", "text": PAGE}) + "\n" for n in range(20))
    (page / "rows.jsonl").write_text(rows + "{\n", "utf-8")
    code, shown = on_a_terminal("run", "page.txt", "rows.jsonl", cwd=page, NO_COLOR="1")
    assert code == 3
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    assert "rows.jsonl:21: not JSON (" in plain
    for words in (r"article +21\b", r"documents +21\b", r"failures +1\b", r"pages .* \d+/\?"):
        assert re.search(words, plain), (words, plain)
