"""Whatever is wrong with an input is one line on stderr, and the other pages are extracted."""

import json
import os

import pytest

from .conftest import PAGE, qextract

OK, USAGE, SOME_FAILED, NOTHING_READ = 0, 2, 3, 4
FILES = {
    "empty.txt": b"",
    "nul.txt": b"page\0page",
    "binary.txt": bytes(range(256)) * 40,
    "blank.txt": b" \n\n\t",
    "cut.txt": PAGE.encode()[:-3],
}
REASONS = {
    "absent.txt": "no such file or folder",
    "empty.txt": "the file is empty",
    "nul.txt": "a binary file",
    "binary.txt": "not UTF-8",
    "blank.txt": "white space",
    "line.txt": "50 MB, larger than the limit of 20 MB",
    "lost.txt": "link",
    "folder": "file in this folder",
}


@pytest.fixture(scope="module")
def bad(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bad")
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    with open(folder / "line.txt", "wb") as file:
        file.truncate(50_000_000)  # 50 MB of nothing takes no room
    (folder / "lost.txt").symlink_to("nowhere")
    (folder / "folder").mkdir()
    (folder / "good.txt").write_text(PAGE, "utf-8")
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_has_a_line_with_file_and_reason_and_the_rest_is_written(bad, jobs):
    done = qextract("run", *REASONS, "good.txt", "--jobs", jobs, cwd=bad)
    assert done.returncode == SOME_FAILED
    assert {json.loads(line)["doc_id"] for line in done.stdout.splitlines()} == {"good.txt"}
    lines = done.stderr.splitlines()
    assert len(lines) == len(REASONS)
    for line, (path, reason) in zip(lines, REASONS.items(), strict=True):
        assert line.startswith(f"qextract: {path}: ")
        assert reason in line


def test_a_walk_goes_on_behind_a_bad_file_and_a_whole_file_is_written(bad, tmp_path):
    done = qextract("run", bad, "-q", "-o", tmp_path / "x.jsonl")
    assert done.returncode == SOME_FAILED
    assert len(done.stderr.splitlines()) == 6  # those above but the two that are not under it
    assert (tmp_path / "x.jsonl").read_bytes().count(b'"type":"article"') == 2


def test_a_page_that_is_cut_within_a_character_is_read_with_a_warning(bad):
    done = qextract("run", "cut.txt", "--types", "article", cwd=bad)
    assert done.returncode == OK
    assert done.stderr.startswith("qextract: cut.txt: warning: 1 byte is no UTF-8, the first at ")
    (article,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert article["encoding"] == "utf-8"
    assert article["warnings"][0] in done.stderr


def test_nothing_readable_is_another_code_and_leaves_an_old_file_alone(bad, tmp_path):
    (tmp_path / "x.jsonl").write_text("old")
    done = qextract("run", "absent.txt", "nul.txt", "-o", tmp_path / "x.jsonl", cwd=bad)
    assert done.returncode == NOTHING_READ
    assert [path.name for path in tmp_path.iterdir()] == ["x.jsonl"]
    assert (tmp_path / "x.jsonl").read_text() == "old"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run"], "Missing argument 'PATH'"),
        (["run", ".", "--types", "evnt"], "no type 'evnt', did you mean 'event'?"),
        (["run", ".", "--types", "event,行业"], "article, event, official, policy, metric"),
        (["run", ".", "--types", ""], "no type ''"),
        (["run", ".", "--published", "2023-02-30"], "write it as 2023-11-15"),
        (["run", ".", "--published", "昨天"], "write it as 2023-11-15"),
        (["run", ".", "--jobs", "0"], "--jobs"),
        (["run", ".", "--max-size", "many"], "write it as 500kB"),
        (["run", ".", "--typs", "event"], "--types"),
        (["run", ".", "-o", "absent/x.jsonl"], "absent/x.jsonl: cannot be written"),
        (["run", "good.txt", "-o", "./good.txt"], "./good.txt: is a page to be read"),
        (["rn", "."], "Did you mean 'run'?"),
        (["rules", "no.such.rule"], "no rule's name begins with"),
        (["schema", "evnt"], "did you mean 'event'?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_command_is_one_line_that_says_what_to_write(bad, arguments, says):
    done = qextract(*arguments, cwd=bad)
    assert (done.returncode, done.stdout) == (USAGE, b"")
    (line,) = done.stderr.splitlines()
    assert line.startswith("qextract: ")
    assert says in line


def test_an_empty_standard_input(bad):
    done = qextract("run", "-", cwd=bad)
    assert done.returncode == NOTHING_READ
    assert done.stderr == "qextract: standard input: the file is empty\n"


def test_a_larger_limit_lets_a_large_page_through(tmp_path):
    (tmp_path / "line.txt").write_text(PAGE.replace("\n", "") * 300, "utf-8")
    small = qextract("run", "line.txt", "--max-size", "50kB", cwd=tmp_path)
    large = qextract("run", "line.txt", "--max-size", "500kB", cwd=tmp_path)
    assert (small.returncode, large.returncode) == (NOTHING_READ, OK)
    assert "--max-size" in small.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize(
    "arguments",
    [["run", "good.txt"], ["run", "good.txt", "-o", "/dev/full"], ["rules"], ["schema"]],
    ids=["run", "run to file", "rules", "schema"],
)
def test_a_full_disk_is_one_line(bad, arguments):
    import subprocess
    import sys

    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "qextract", *arguments],
            cwd=bad,
            env={k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    assert done.returncode == USAGE
    (line,) = done.stderr.splitlines()
    assert "No space left" in line
