"""`qextract diff`: what it prints in each format, and its exit codes."""

import gzip
import json
import os
import pty
import re
import select
import subprocess

import pytest

from .conftest import PAGE, QEXTRACT
from .gold import inside

SAME, DIFFERENT, USAGE, FAILED, NOTHING = 0, 1, 2, 3, 4
NAMES = ("a.txt", "b/b.txt", "c.txt")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """pages/ with their records in base.jsonl; new.jsonl with another figure in a.txt, an official
    less in b/b.txt, and d.txt in place of c.txt."""
    root = tmp_path_factory.mktemp("diff")
    for name in NAMES:
        path = root / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE, "utf-8")
    assert inside("run", "pages", "-o", "base.jsonl", cwd=root).returncode == 0
    records = [json.loads(line) for line in (root / "base.jsonl").read_bytes().splitlines()]
    new = []
    for record in records:
        if record["doc_id"] == "a.txt" and record["type"] == "metric":
            record = {**record, "value": 301, "period": None, "id": "0" * 16}
        if record["doc_id"] == "c.txt":
            record = {**record, "doc_id": "d.txt"}
        if (record["doc_id"], record["type"]) != ("b/b.txt", "official"):
            new.append(record)
    write(root / "new.jsonl", new)
    return root


def write(path, records):
    lines = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in records)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def diff(folder, *arguments, **more):
    return inside("diff", *arguments, cwd=folder, **more)


def text(done):
    return done.stdout.decode("utf-8")


RENAMED = "c.txt is d.txt now (the page is the same)"
PLAIN = """\
only in base.jsonl (1 document)
- c.txt: 4 records

only in new.jsonl (1 document)
+ d.txt: 4 records

metric.noun_before (1 changed): PURPOSE
~ a.txt: metric gt 301 张 认证证书: value 300 → 301; period 2022 → -

official.post_name (1 removed): PURPOSE
- b/b.txt: official 林一舟: -/市长

type      same  changed  added  removed
article      2        0      1        1
event        2        0      1        1
official     1        0      1        2
policy       0        0      0        0
metric       1        1      1        1
all          6        1      4        5

1 changed, 4 added, 5 removed, 6 the same; 4 of 4 documents
"""


def without_purposes(shown):
    return re.sub(r"(?m)^(\S+ \([\d ,a-z]+\)): .*$", r"\1: PURPOSE", shown)


def test_plain_lines_in_a_pipe(folder):
    done = diff(folder, "base.jsonl", "new.jsonl")
    assert (done.returncode, done.stderr) == (DIFFERENT, f"qextract: {RENAMED}\n")
    assert without_purposes(text(done)) == PLAIN


def test_lines_of_pages(folder):
    shown = text(diff(folder, "base.jsonl", "new.jsonl", "--sources", "pages"))
    assert "\n~ a.txt:3: metric" in shown
    assert "\n- b/b.txt:4: official" in shown


def test_by_document(folder):
    shown = text(diff(folder, "base.jsonl", "new.jsonl", "--by", "document"))
    assert "\na.txt (1 changed)\n~ a.txt: metric gt 301" in shown
    assert "period 2022 → - (metric.noun_before)\n" in shown
    assert "\nb/b.txt (1 removed)\n- b/b.txt: official" in shown


def test_nothing_differs(folder):
    done = diff(folder, "base.jsonl", "base.jsonl")
    assert (done.returncode, done.stderr) == (SAME, "")
    assert text(done) == "no difference: 12 records, 3 documents\n"
    assert text(diff(folder, "base.jsonl", "base.jsonl", "--quiet")) == ""


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (["--only", "event"], {"c.txt", "d.txt"}),
        (["--only", "event,official"], {"b/b.txt", "c.txt", "d.txt"}),
        (
            ["--ignore", "value", "--ignore", "metric.period", "-i", "id"],
            {"b/b.txt", "c.txt", "d.txt"},
        ),
    ],
)
def test_less_is_compared(folder, options, left):
    made = json.loads(diff(folder, "base.jsonl", "new.jsonl", "--format", "json", *options).stdout)
    assert set(made["documents"]) == left


def test_one_object(folder):
    done = diff(folder, "base.jsonl", "new.jsonl", "-f", "json")
    made = json.loads(done.stdout)
    assert done.returncode == DIFFERENT
    assert made["same"] is False
    assert made["base"] == {"name": "base.jsonl", "documents": 3, "records": 12}
    assert made["types"]["metric"] == {"same": 1, "changed": 1, "added": 1, "removed": 1}
    assert made["rules"] == {
        "metric.noun_before": {"changed": 1, "added": 0, "removed": 0},
        "official.post_name": {"changed": 0, "added": 0, "removed": 1},
    }
    assert made["documents"]["c.txt"] == {
        "changed": 0,
        "added": 0,
        "removed": 4,
        "only": "base",
        "another_page": False,
    }
    assert (made["failures"], made["notes"], len(made["changes"])) == ([], [RENAMED], 10)
    changed = next(each for each in made["changes"] if each["change"] == "changed")
    assert changed["fields"]["value"] == [300, 301]
    assert (changed["rule"], changed["doc_id"], changed["type"], changed["lines"]) == (
        "metric.noun_before",
        "a.txt",
        "metric",
        [4, 4],
    )
    assert (changed["before"]["value"], changed["after"]["value"]) == (300, 301)
    assert len(text(done).splitlines()) == 12  # a line a change
    same = json.loads(diff(folder, "base.jsonl", "base.jsonl", "-f", "json").stdout)
    assert (same["same"], same["changes"]) == (True, [])


def test_markdown(folder):
    shown = text(diff(folder, "base.jsonl", "new.jsonl", "-f", "markdown", "-s", "pages"))
    lines = shown.splitlines()
    assert lines[0].startswith("### qextract: 1 changed, 4 added, 5 removed, 6 the same")
    assert "| metric | 1 | 1 | 1 | 1 |" in lines
    assert "- c.txt: 4 records" in lines
    row = "| ~ | a.txt:3 | metric gt 301 张 认证证书 | value 300 → 301; period 2022 → - |"
    assert any(
        line.startswith(row) and "新增认证证书\\[300余张\\]。 市长林一舟" in line for line in lines
    )
    assert any(line.startswith("#### `metric.noun_before`: ") for line in lines)
    assert "no difference" in text(diff(folder, "base.jsonl", "base.jsonl", "-f", "markdown"))


def numbered(folder, count):
    """Two files that differ in `count` figures, with markup in a name."""
    [record] = (
        each
        for line in (folder / "base.jsonl").read_bytes().splitlines()
        if (each := json.loads(line))["type"] == "metric" and each["doc_id"] == "a.txt"
    )
    base = [{**record, "doc_id": f"{at:05}@a|b,<i>.txt", "id": f"{at:016x}"} for at in range(count)]
    write(folder / "many.jsonl", base)
    write(folder / "more.jsonl", [{**each, "value": -at} for at, each in enumerate(base)])
    return "many.jsonl", "more.jsonl"


def test_markdown_fits_into_a_comment(folder):
    shown = text(diff(folder, *numbered(folder, 2000), "--format", "markdown"))
    rows = shown.count("\n| ~ |")
    assert 50_000 < len(shown) < 61_000
    assert shown.endswith(f"\n… and {2000 - rows:,} more.\n")
    assert "| 00001&#64;a\\|b,\\<i\\>.txt |" in shown


def test_commands_for_github(folder, tmp_path, monkeypatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    whole = text(diff(folder, "base.jsonl", "new.jsonl", "-f", "markdown", "-s", "pages"))
    shown = text(diff(folder, "base.jsonl", "new.jsonl", "-f", "github", "-s", "pages"))
    warnings = shown.removesuffix(whole).splitlines()
    assert warnings == [
        "::warning file=pages/c.txt,title=document::c.txt is only in base.jsonl: 4 records",
        "::warning file=new.jsonl,title=document::d.txt is only in new.jsonl: 4 records",
        "::warning file=pages/a.txt,line=3,title=metric.noun_before%3A changed::"
        "metric gt 301 张 认证证书: value 300 → 301; period 2022 → -",
        "::warning file=pages/b/b.txt,line=4,title=official.post_name%3A removed::"
        "official 林一舟: -/市长",
    ]
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    shown = text(diff(folder, "base.jsonl", "new.jsonl", "-f", "github", "-s", "pages"))
    assert shown.splitlines() == warnings
    assert summary.read_text("utf-8") == f"before\n{whole}"


def test_github_shows_ten_and_is_not_fooled(folder, monkeypatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    base, new = numbered(folder, 40)
    lines = text(diff(folder, base, new, "-f", "github")).splitlines()
    warnings = [line for line in lines if line.startswith("::")]
    assert len(warnings) == 10
    # without pages the records' own file and line
    assert warnings[2].startswith("::warning file=more.jsonl,line=3,title=")
    bad = [json.loads(line) for line in (folder / new).read_text("utf-8").splitlines()]
    write(folder / new, [{**each, "subject": "a%\n::stop::b"} for each in bad])
    lines = text(diff(folder, base, new, "-f", "github")).splitlines()
    assert len([line for line in lines if line.startswith("::")]) == 10
    assert "a%25 ::stop::b" in lines[0]


def test_standard_input_and_packed_files(folder):
    data = (folder / "new.jsonl").read_bytes()
    (folder / "new.gz").write_bytes(gzip.compress(data))
    expected = diff(folder, "base.jsonl", "new.jsonl").stdout
    piped = diff(folder, "base.jsonl", "-", data=data)
    assert piped.stdout == expected.replace(b"new.jsonl", b"standard input")
    packed = diff(folder, "base.jsonl", "new.gz")
    assert packed.stdout == expected.replace(b"new.jsonl", b"new.gz")


WRONG = {
    "a format that is not": (["--format", "html"], "there is no format 'html'"),
    "a format misspelt": (["--format", "jsn"], "did you mean 'json'?"),
    "a group": (["--by", "type"], "Invalid value for --by"),
    "a field": (["--ignore", "valu"], "there is no field 'valu', did you mean 'value'?"),
    "a field of a type": (["--ignore", "event.nam"], "there is no field 'event.nam'"),
    "a field of dates": (["--ignore", "date.day"], "there is no field 'date.day'"),
    "a type": (["--only", "events"], "Invalid value for --only"),
    "no such pages": (["--sources", "nowhere"], "nowhere: no such file or folder"),
}


@pytest.mark.parametrize("case", WRONG)
def test_usage(folder, case):
    options, said = WRONG[case]
    done = diff(folder, "base.jsonl", "new.jsonl", *options)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (USAGE, b"", 1)
    assert said in done.stderr


def test_both_from_standard_input(folder):
    assert diff(folder, "-", "-").returncode == USAGE


def cut_off(data):
    return data[:-30]


BAD = {
    "cut off": (cut_off, FAILED, r"new2.jsonl:12: not JSON .*the last line is cut off"),
    "a line that is none": (
        lambda data: data + b"oops\n",
        FAILED,
        r"new2.jsonl:13: not JSON \(Expecting value, column 1\)",
    ),
    "an unknown type": (
        lambda data: data.replace(b'"type":"metric"', b'"type":"figure"'),
        FAILED,
        r"new2.jsonl:4: there is no type 'figure'",
    ),
    "a newer schema": (
        lambda data: data.replace(b'"schema_version":"1.0"', b'"schema_version":"1.2"', 1),
        FAILED,
        r"new2.jsonl:1: schema_version 1.2 is newer than 1.0",
    ),
    "a record twice": (
        lambda data: data + data.splitlines(keepends=True)[-1],
        DIFFERENT,
        r"new2.jsonl:13: its id \w{16} is that of line 12, too",
    ),
    "a difference besides": (
        lambda data: cut_off(data.replace(b'"value":300', b'"value":301', 1)),
        DIFFERENT,
        r"new2.jsonl:12: not JSON",
    ),
    "nothing but damage": (lambda data: b"oops\n", NOTHING, r"new2.jsonl:1: not JSON"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input(folder, case):
    change, code, said = BAD[case]
    (folder / "new2.jsonl").write_bytes(change((folder / "base.jsonl").read_bytes()))
    done = diff(folder, "base.jsonl", "new2.jsonl")
    assert done.returncode == code
    assert re.search(said, done.stderr)
    assert all(line.startswith("qextract: ") for line in done.stderr.splitlines())
    assert (done.stdout == b"") == (code == NOTHING)


def test_many_bad_lines_are_summed_up(folder):
    (folder / "new2.jsonl").write_bytes((folder / "base.jsonl").read_bytes() + b"x\n" * 50)
    done = diff(folder, "base.jsonl", "new2.jsonl")
    assert (done.returncode, done.stderr.count("\n")) == (FAILED, 11)
    assert done.stderr.endswith("qextract: new2.jsonl: 40 more lines like these\n")


@pytest.mark.parametrize("names", [("none", "base.jsonl"), ("base.jsonl", "none")])
def test_no_such_file(folder, names):
    done = diff(folder, *names)
    assert (done.returncode, done.stdout) == (NOTHING, b"")
    assert done.stderr == "qextract: none: no such file or folder (check the spelling)\n"


def test_another_order_is_said(folder):
    lines = (folder / "base.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "turned.jsonl").write_bytes(b"".join(lines[::-1]))
    done = diff(folder, "base.jsonl", "turned.jsonl")
    assert (done.returncode, done.stderr.count("\n")) == (SAME, 1)
    assert "documents are not in one order; compared by an index" in done.stderr
    assert diff(folder, "base.jsonl", "turned.jsonl", "--quiet").stderr == ""


def test_manifests_tell_of_other_options(folder):
    for name, options in (("one", []), ("two", ["--types", "event", "--published", "2020-01-01"])):
        told = ["-o", f"{name}.jsonl", "--manifest", f"{name}.manifest.json"]
        assert inside("run", "pages", *options, *told, cwd=folder).returncode == 0
    done = diff(folder, "one.jsonl", "two.jsonl")
    assert done.returncode == FAILED  # events are the same, of the rest nothing is said
    assert done.stderr.splitlines() == [
        "qextract: one.manifest.json: made with other options: published not given, now 2020-01-01",
        "qextract: one.manifest.json: made with other options: records of all types, now event;"
        " compared is event",
    ]
    (folder / "two.manifest.json").write_text("{}")
    done = diff(folder, "one.jsonl", "two.jsonl")
    assert (done.returncode, done.stderr.count("not a manifest")) == (DIFFERENT, 1)


def test_a_closed_pipe_does_not_hide_the_verdict(folder):
    base, new = numbered(folder, 3000)
    process = subprocess.Popen(
        [*QEXTRACT, "diff", base, new], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.readline()
    process.stdout.close()
    assert (process.stderr.read(), process.wait(30)) == (b"", DIFFERENT)
    process.stderr.close()


def on_a_terminal(*arguments, cwd, **environment):
    """What a terminal shows of standard output."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*QEXTRACT, *map(str, arguments)],
        cwd=cwd,
        stdout=follower,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "120", **environment},
    )
    os.close(follower)
    shown = b""
    while select.select([leader], [], [], 30)[0]:
        try:
            part = os.read(leader, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(leader)
    return process.wait(30), shown.decode("utf-8")


def test_a_coloured_table_on_a_terminal(folder):
    code, shown = on_a_terminal("diff", "base.jsonl", "new.jsonl", cwd=folder, NO_COLOR="")
    assert code == DIFFERENT
    assert "\x1b[31m300" in shown
    assert "\x1b[32m301" in shown
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert re.search(r"~ +a\.txt +metric gt 301 张 认证证书 +value +300 +301", plain)


def test_help_has_examples_and_codes(folder):
    for command in ("diff", "check", "accept"):
        shown = text(inside(command, "--help", cwd=folder))
        assert "Examples:" in shown
        assert "Exit codes: 0" in shown
