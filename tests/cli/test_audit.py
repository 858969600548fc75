"""`qextract audit`: lines, JSON, options, failures and exit codes."""

import gzip
import json
import signal

import pytest

from qextract.cli import main

from .conftest import PAGE, SEEDS, qextract
from .test_clean import on_a_terminal

LEFT = "江州晚报社记者到场。\n市民王秀兰今年58岁，見《江州晚報》第３版。\n"


@pytest.fixture
def pages(tmp_path):
    (tmp_path / "a.txt").write_text(LEFT, "utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.txt").write_text(PAGE, "utf-8")
    return tmp_path


def out(*arguments, **options):
    done = qextract("audit", *arguments, **options)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode("utf-8")


@pytest.fixture
def inside(pages, monkeypatch, capfd):
    """Runs the command in this process, in the folder of the pages; gives code, stdout and stderr."""
    monkeypatch.chdir(pages)
    before = signal.getsignal(signal.SIGTERM)

    def run(*arguments):
        code = main(["audit", *arguments])
        return code, *capfd.readouterr()

    yield run
    signal.signal(signal.SIGTERM, before)


LINES = [
    "a.txt:2:3: person: 市民[=王秀兰=]今年58岁，見《江州晚報  (no post)",
    "a.txt:2:6: date: 市民王秀兰[=今年=]58岁，見《江州晚報》第  (no happening)",
    "a.txt:2:8: number: 市民王秀兰今年[=58岁=]，見《江州晚報》第３版。  (age)",
    "a.txt:2:13: title: 市民王秀兰今年58岁，見[=《江州晚報》=]第３版。  (work)",
    "a.txt:2:19: number: 年58岁，見《江州晚報》[=第３=]版。  (ordinal)",
]


def test_lines_say_where_what_and_why(pages):
    assert out(pages / "a.txt").splitlines() == LINES
    assert out("-", data=LEFT.encode("gb18030")).splitlines() == [
        line.replace("a.txt:", "-:") for line in LINES
    ]


def test_the_summary_counts_on_stderr(inside):
    assert inside(".")[2] == (
        "qextract: 2 pages; number 1 used, 2 left; date 3 used, 1 left; title 0 used, 1 left;"
        " person 1 used, 1 left\n"
    )
    assert inside(".", "--kind", "title")[2] == "qextract: 2 pages; title 0 used, 1 left\n"
    assert inside(".", "--quiet")[2] == ""


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--kind", "number"), [LINES[2], LINES[4]]),
        (("-k", "date,title"), [LINES[1], LINES[3]]),
        (("-k", "date", "-k", "person"), LINES[:2]),
        (("--unexplained",), []),
    ],
)
def test_options_keep_some(inside, options, expected):
    code, said, _ = inside("a.txt", *options)
    assert (code, said.splitlines()) == (0, expected)


def test_furniture_is_looked_at_when_asked_for(inside, pages):
    (pages / "page.txt").write_text(f"{PAGE}\n责任编辑:白鹭\n上一篇:医院收治37人\n", "utf-8")
    assert "37人" not in inside("page.txt")[1]
    assert (
        "page.txt:7:9: number: 上一篇:医院收治[=37人=]  (furniture)\n"
        in inside("page.txt", "--furniture")[1]
    )


def test_json(pages):
    made = [json.loads(line) for line in out(pages, "--json").splitlines()]
    assert [list(each) for each in made] == [["doc_id", "counts", "left"]] * 2
    assert [each["doc_id"] for each in made] == ["a.txt", "b/c.txt"]
    assert made[0]["counts"] == {
        "number": {"used": 0, "left": 2},
        "date": {"used": 0, "left": 1},
        "title": {"used": 0, "left": 1},
        "person": {"used": 0, "left": 1},
    }
    lines = LEFT.split("\n")
    for each in made[0]["left"]:
        assert LEFT[each["start"] : each["end"]] == each["text"]
        assert lines[each["line"] - 1].startswith(each["text"], each["column"] - 1)
        assert f"{each['before']}{each['text']}{each['after']}" in lines[each["line"] - 1]
    assert made[0]["left"][0]["reason"] == "no post"
    assert made[1]["left"] == []


def test_output_goes_to_a_file_or_a_folder(inside, pages):
    assert inside("a.txt", "-o", "found")[1] == ""
    assert (pages / "found").read_text("utf-8").splitlines() == LINES
    for options, name in (((), "a.txt.audit.txt"), (("--json",), "a.txt.json")):
        folder = pages.parent / f"audited{len(options)}"
        assert inside("a.txt", "b", *options, "-o", f"{folder}/")[1] == ""
        assert (folder / name).read_text("utf-8") == inside("a.txt", *options)[1]


def test_rows_and_dates_are_read_as_run_reads_them(pages):
    rows = pages / "news.jsonl"
    rows.write_text(json.dumps({"id": "x1", "words": LEFT}) + '\n{"id": "x2"}\n', "utf-8")
    done = qextract("audit", "--text-field", "words", "-k", "person", rows)
    assert done.returncode == 3
    assert done.stderr.startswith(f"qextract: {rows}:2: ")
    assert done.stdout.decode("utf-8").startswith("x1:2:3: person: ")


def test_compressed_pages_and_html_are_read(pages):
    (pages / "a.txt.gz").write_bytes(gzip.compress(LEFT.encode("gb18030")))
    assert "a.txt.gz:2:8: number: " in out(pages / "a.txt.gz", "-k", "number")
    html = f"<html><title>病房</title><body><h1>病房里的人</h1><p>{LEFT.replace(chr(10), '<p>')}"
    (pages / "b.html").write_text(html, "utf-8")
    assert "[=58岁=]" in out(pages / "b.html")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--kind", "persn", "a.txt"), 2, "there is no kind 'persn', did you mean 'person'?"),
        (("--published", "today", "a.txt"), 2, "'today' is no day of the calendar"),
        (("--format", "doc", "a.txt"), 2, "there is no format 'doc'"),
        (("a.txt", "-o", "a.txt"), 2, "is a page to be read"),
        (("a.txt", "-o", "no/such/file"), 2, "cannot be written"),
        ((), 2, "Missing argument"),
        (("empty.txt",), 4, "empty.txt: the file is empty"),
        (("missing.txt",), 4, "missing.txt: no such file or folder"),
        (("empty.txt", "a.txt"), 3, "empty.txt: the file is empty"),
        (("zeros.txt", "a.txt"), 3, "zeros.txt: "),
    ],
)
def test_failures_are_lines_and_codes(inside, pages, arguments, code, said):
    (pages / "empty.txt").write_bytes(b"")
    (pages / "zeros.txt").write_bytes(b"\0\1\2\3" * 99)
    exit_code, stdout, stderr = inside(*arguments)
    assert exit_code == code
    assert said in stderr
    assert all(line.startswith("qextract: ") for line in stderr.splitlines())
    assert (code == 3) == bool(stdout)


def test_a_terminal_shows_colours_unless_asked_not_to(pages):
    page = pages / "a.txt"
    coloured = on_a_terminal("audit", page, NO_COLOR="")
    assert "\x1b[33m58岁\x1b[0m" in coloured
    plain = on_a_terminal("audit", page, NO_COLOR="1").splitlines()
    assert plain[:-1] == LINES
    assert plain[-1].startswith("qextract: 1 page; ")


def test_every_seed_is_read():
    made = [json.loads(line) for line in out(SEEDS, "--json").splitlines()]
    assert len(made) == 5
    assert sum(each["counts"]["number"]["used"] for each in made) > 30
