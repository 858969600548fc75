"""`qextract check` and `qextract accept`: a run against a baseline, and what a changed rule moves."""

import gzip
import json
import os
import pty
import re
import select
import shutil
import subprocess

import pytest

from .conftest import PAGE, QEXTRACT, ROOT, SEEDS, qextract
from .gold import inside

SAME, DIFFERENT, USAGE, FAILED, NOTHING = 0, 1, 2, 3, 4
BASELINE = ("--baseline", "out/pages.jsonl")
MANIFEST = ("--manifest", "out/pages.manifest.json")


@pytest.fixture
def folder(tmp_path):
    """pages/ with three pages, and their baseline with its manifest in out/."""
    for name in ("a.txt", "b/b.txt", "c.txt"):
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE, "utf-8")
    (tmp_path / "out").mkdir()
    done = inside("run", "pages", "-o", BASELINE[1], *MANIFEST, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    return tmp_path


def check(folder, *arguments):
    return inside("check", "pages", *BASELINE, *arguments, cwd=folder)


def accept(folder, *arguments):
    return inside("accept", "pages", *BASELINE, *arguments, cwd=folder)


def text(done):
    return done.stdout.decode("utf-8")


def records(path):
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def state(folder):
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


def test_nothing_differs(folder):
    done = check(folder)
    assert (done.returncode, done.stderr) == (SAME, "")
    assert text(done) == "no difference: 12 records, 3 documents\n"


def test_a_page_that_changed(folder):
    (folder / "pages/b/b.txt").write_text(PAGE.replace("300", "301"), "utf-8")
    done = check(folder)
    assert done.returncode == DIFFERENT
    assert "metric.noun_before (1 changed): " in text(done)
    assert re.search(
        r"\n?~ b/b\.txt:3: metric .*: text 300余张 → 301余张; value 300 → 301\n", text(done)
    )
    assert "qextract: of 1 documents that differ 1 have another page now" in done.stderr
    made = json.loads(check(folder, "--format", "json").stdout)
    assert made["documents"]["b/b.txt"]["another_page"] is True
    assert (made["base"]["name"], made["new"]["name"]) == (BASELINE[1], "this run")
    shown = text(check(folder, "--format", "github"))
    assert shown.startswith(
        "::warning file=pages/b/b.txt,line=3,title=metric.noun_before%3A changed::"
    )


def test_orphans_are_named(folder):
    (folder / "pages/a.txt").unlink()
    done = check(folder)
    assert done.returncode == DIFFERENT
    assert text(done).startswith("only in out/pages.jsonl (1 document)\n- a.txt: 4 records\n")


def test_a_new_page(folder):
    (folder / "pages/d.txt").write_text(PAGE, "utf-8")
    assert text(check(folder)).startswith("only in this run (1 document)\n+ d.txt: 4 records\n")


def test_of_a_page_that_fails_nothing_is_said(folder):
    (folder / "pages/a.txt").write_bytes(b"")
    done = check(folder)
    assert (done.returncode, done.stderr.count("\n")) == (FAILED, 1)
    assert "pages/a.txt: the file is empty" in done.stderr
    assert text(done).startswith("no difference: ")
    (folder / "pages/c.txt").write_text(PAGE.replace("300", "301"), "utf-8")
    assert check(folder).returncode == DIFFERENT


def test_rows_of_a_file(tmp_path):
    rows = [{"id": f"{at}", "text": PAGE.replace("300", str(300 + at))} for at in (7, 3, 9, 1)]
    path = tmp_path / "pages.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    paths = ("pages.jsonl", "--baseline", "base.jsonl")
    assert inside("accept", *paths, "--yes", cwd=tmp_path).returncode == SAME
    assert inside("check", *paths, cwd=tmp_path).returncode == SAME
    rows[2]["text"] = PAGE
    del rows[1]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows) + "[]\n", "utf-8")
    done = inside("check", *paths, "--text-field", "text", cwd=tmp_path)
    assert done.returncode == DIFFERENT
    assert text(done).startswith("only in base.jsonl (1 document)\n- 3: 4 records\n")
    assert "\n~ 9: metric gt 300" in text(done)
    assert done.stderr.count("pages.jsonl:4: ") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pages"], "Missing option '--baseline'"),
        (["pages", "--baseline", "none.jsonl"], "none.jsonl: no such baseline (qextract accept"),
        (["out/pages.jsonl", *BASELINE], "is a page to be read"),
        (["pages", *BASELINE, "--input-format", "xml"], "Invalid value for --input-format"),
        (["pages", *BASELINE, "--format", "txt"], "Invalid value for --format"),
    ],
)
def test_usage(folder, arguments, said):
    done = inside("check", *arguments, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (USAGE, b"", 1)
    assert said in done.stderr


def test_no_page_can_be_read(folder):
    done = inside("check", "none", *BASELINE, cwd=folder)
    assert (done.returncode, done.stdout) == (NOTHING, b"")


def test_other_options_are_told_and_what_can_be_is_compared(folder):
    done = check(folder, "--types", "event", "--max-size", "5MB")
    assert (done.returncode, done.stderr.splitlines()) == (
        FAILED,
        [
            "qextract: out/pages.manifest.json: made with other options: max-size 20000000,"
            " now 5000000",
            "qextract: out/pages.manifest.json: made with other options: records of all types,"
            " now event; compared is event",
        ],
    )
    assert text(done).startswith("no difference: ")


def test_a_manifest_of_another_run_is_told(folder):
    shutil.copy(folder / "out/pages.jsonl", folder / "out/part.jsonl")
    lines = (folder / "out/pages.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "out/part.jsonl").write_bytes(b"".join(lines[:-4]))
    done = inside("check", "pages", "--baseline", "out/part.jsonl", *MANIFEST, cwd=folder)
    assert "out/pages.manifest.json: counts 12 records where there are 8" in done.stderr
    done = inside("check", "pages", *BASELINE, "--manifest", "none.json", cwd=folder)
    assert (done.returncode, done.stderr.count("none.json: no such file")) == (FAILED, 1)


def test_workers_make_no_difference(many, many_alone, tmp_path):
    (tmp_path / "base.jsonl").write_bytes(many_alone.stdout.replace(b'"value":377', b'"value":1'))
    expected = None
    for jobs in ("1", "2"):
        done = qextract("check", many, "--baseline", "base.jsonl", "--jobs", jobs, cwd=tmp_path)
        assert done.returncode == DIFFERENT
        assert expected in (None, done.stdout)
        expected = done.stdout
    assert expected.count(b"\n~ ") == 1


# accept


def test_accepting_writes_what_a_run_would(folder):
    (folder / "pages/a.txt").write_text(PAGE.replace("300", "301"), "utf-8")
    (folder / "pages/c.txt").unlink()
    done = accept(folder, "--yes")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        SAME,
        "qextract: out/pages.jsonl: written, 8 records",
    )
    assert "\n~ a.txt:3: metric" in text(done)
    made = state(folder)
    assert inside("run", "pages", "-o", BASELINE[1], *MANIFEST, cwd=folder).returncode == SAME
    assert state(folder) == made
    done = accept(folder, "--yes")
    assert (done.returncode, done.stderr) == (
        SAME,
        "qextract: out/pages.jsonl: is what it must be\n",
    )
    assert check(folder).returncode == SAME


def test_a_first_baseline(folder):
    paths = ("pages", "--baseline", "first.jsonl", "--manifest", "first.manifest.json", "--yes")
    assert inside("accept", *paths, cwd=folder).returncode == SAME
    assert (folder / "first.jsonl").read_bytes() == (folder / BASELINE[1]).read_bytes()
    assert (folder / "first.manifest.json").read_bytes() == (folder / MANIFEST[1]).read_bytes()


def test_without_a_manifest_none_is_made(folder):
    assert inside("accept", "pages", "-b", "out/x.jsonl", "-y", cwd=folder).returncode == SAME
    assert sorted(state(folder)) == ["pages.jsonl", "pages.manifest.json", "x.jsonl"]


def test_moved_places_alone_are_written(folder):
    (folder / "pages/a.txt").write_text(PAGE.replace("\n\n", "\n\n\n\n"), "utf-8")
    assert check(folder).returncode == SAME
    assert check(folder, "--spans").returncode == DIFFERENT
    assert accept(folder, "--yes").stderr.endswith("written, 12 records\n")
    assert check(folder, "--spans").returncode == SAME


def test_a_packed_baseline(folder):
    (folder / "out/p.jsonl.gz").write_bytes(gzip.compress(b""))
    paths = ("pages", "--baseline", "out/p.jsonl.gz")
    assert inside("accept", *paths, "--yes", cwd=folder).returncode == SAME
    packed = (folder / "out/p.jsonl.gz").read_bytes()
    assert gzip.decompress(packed) == (folder / BASELINE[1]).read_bytes()
    assert packed[4:8] == bytes(4)  # no time in it
    assert inside("check", *paths, cwd=folder).returncode == SAME
    assert "is what it must be" in inside("accept", *paths, "--yes", cwd=folder).stderr


def test_off_a_terminal_yes_must_be_said(folder):
    (folder / "pages/a.txt").write_text(PAGE.replace("300", "301"), "utf-8")
    before = state(folder)
    done = accept(folder)
    assert (done.returncode, done.stdout, done.stderr.count("--yes")) == (USAGE, b"", 1)
    assert state(folder) == before


@pytest.mark.parametrize("case", ["fails", "all fail", "folder", "unwritable"])
def test_what_cannot_be_accepted_leaves_all_as_it_was(folder, case):
    (folder / "pages/c.txt").write_text(PAGE.replace("300", "301"), "utf-8")
    baseline, code, said = BASELINE[1], FAILED, "not written: pages failed, and a.txt may be among"
    if case in ("fails", "all fail"):
        (folder / "pages/a.txt").write_bytes(b"")
    if case == "all fail":
        shutil.rmtree(folder / "pages/b")
        (folder / "pages/c.txt").write_bytes(b"")
        code, said = NOTHING, "not written"
    if case == "folder":
        baseline, code, said = "out", USAGE, "out: is a folder; accept writes one file"
    if case == "unwritable":
        baseline, code, said = "none/x.jsonl", USAGE, "none/"
    before = state(folder)
    done = inside("accept", "pages", "--baseline", baseline, "--yes", cwd=folder)
    assert done.returncode == code
    assert said in done.stderr
    assert state(folder) == before


def test_a_page_that_always_failed_is_no_hindrance(folder):
    (folder / "pages/empty.txt").write_bytes(b"")
    (folder / "pages/a.txt").write_text(PAGE.replace("300", "301"), "utf-8")
    done = accept(folder, "--yes")
    assert (done.returncode, "written, 12 records" in done.stderr) == (FAILED, True)
    assert check(folder).returncode == FAILED


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [("y", SAME, "written, 12 records"), ("", DIFFERENT, "not written")],
)
def test_on_a_terminal_it_asks(folder, answer, code, said):
    (folder / "pages/a.txt").write_text(PAGE.replace("300", "301"), "utf-8")
    before = state(folder)
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*QEXTRACT, "accept", "pages", *BASELINE],
        cwd=folder,
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=follower,
        env={**os.environ, "TERM": "dumb", "PYTHONPATH": str(ROOT)},
    )
    os.close(follower)
    os.write(leader, f"{answer}\n".encode())
    shown = process.stdout.read().decode("utf-8")
    process.stdout.close()
    assert process.wait(60) == code
    terminal = b""
    while select.select([leader], [], [], 10)[0]:
        try:
            terminal += os.read(leader, 65536)
        except OSError:  # the other end is closed
            break
    os.close(leader)
    terminal = terminal.decode("utf-8", "replace")
    assert "~ a.txt:3: metric" in shown
    assert "Write out/pages.jsonl? [y/N]" in terminal
    assert said in terminal
    assert (state(folder) == before) == (code != SAME)


# what check is for


def changed_copy(folder):
    """The package with one rule changed: awards have no name any more."""
    copy = folder / "copy" / "qextract"
    shutil.copytree(ROOT / "qextract", copy, ignore=shutil.ignore_patterns("__pycache__"))
    [module] = (
        path
        for path in (copy / "extractors").glob("*.py")
        if '    "event.award",' in path.read_text("utf-8")
    )
    source = module.read_text("utf-8")
    rule = source.index('    "event.award",')
    end = 'return Found("award", trigger'
    at = source.index(end, rule) + len(end)
    module.write_text(source[:at] + source[source.index(")", at) :], "utf-8")
    assert module.read_text("utf-8") != source
    return copy.parent


def test_a_changed_rule_moves_its_records_and_no_others(tmp_path):
    """The demonstration: one rule changed in a copy; what it moved stands under its name."""
    base = ("--baseline", "base.jsonl")
    made = ("--manifest", "base.manifest.json", "--yes")
    assert inside("accept", SEEDS, *base, *made, cwd=tmp_path).returncode == SAME
    awards = [
        record
        for record in records(tmp_path / "base.jsonl")
        if record["rule"] == "event.award" and record["name"]
    ]
    assert awards
    copy = changed_copy(tmp_path)
    done = qextract("check", SEEDS, *base, cwd=tmp_path, PYTHONPATH=str(copy))
    assert done.returncode == DIFFERENT
    group, table, _ = text(done).split("\n\n")
    head, *lines = group.splitlines()
    assert head.startswith(f"event.award ({len(awards)} changed): ")
    told = [re.fullmatch(r"~ (.*?):\d+: event .*: name (.*) → -", line) for line in lines]
    assert [(each[1], each[2]) for each in told] == [(a["doc_id"], a["name"]) for a in awards]
    assert table.splitlines()[-1].split()[2:] == [str(len(awards)), "0", "0"]
    assert "base.manifest.json: made by other rules" in done.stderr
    assert inside("check", SEEDS, *base, cwd=tmp_path).returncode == SAME


ADDED = "云川市全市新增认证证书321张,云川市市长林一舟表示满意。\n\n"


@pytest.mark.parametrize("where", ["top", "body"])
def test_a_paragraph_above_adds_what_it_says_and_moves_nothing(tmp_path, where):
    shutil.copytree(SEEDS, tmp_path / "pages")
    base = ("--baseline", "base.jsonl")
    assert inside("accept", "pages", *base, "--yes", cwd=tmp_path).returncode == SAME
    for article in records(tmp_path / "base.jsonl"):
        if article["type"] == "article":
            path = tmp_path / "pages" / article["doc_id"]
            page = path.read_text("utf-8")
            at = 0 if where == "top" else article["body"][0]["start"]
            path.write_text(page[:at] + ADDED + page[at:], "utf-8")
    done = inside("check", "pages", *base, "--format", "json", cwd=tmp_path)
    made = json.loads(done.stdout)
    assert done.returncode == DIFFERENT
    changes = made["changes"]
    assert {each["change"] for each in changes} == {"added"}
    assert {each["after"]["text"] for each in changes} == {"321张", "云川市市长林一舟"}
    assert len(changes) == 10
    done = inside("check", "pages", *base, "--format", "json", "--spans", cwd=tmp_path)
    assert json.loads(done.stdout)["types"]["metric"]["changed"] > 30
