"""`qextract clean`: the mended text, explanations, edits as JSON."""

import json
import os
import pty
import subprocess

import pytest

from .conftest import PAGE, QEXTRACT, SEEDS, qextract

DAMAGED = "質(zhì)量大會\n\n　　會議指出，要努力工作?！敝苤袢~說,,全市新\u200b增証書３００張。\n"
MENDED = "质量大会\n\n  会议指出,要努力工作。”周竹叶说,全市新增证书300张。\n"


@pytest.fixture
def pages(tmp_path):
    (tmp_path / "a.txt").write_text(DAMAGED, "utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.txt").write_text("没有损坏。", "utf-8")
    return tmp_path


def out(*arguments, **options):
    done = qextract("clean", *arguments, **options)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.decode("utf-8")


def test_one_page_is_its_text_and_nothing_else(pages):
    assert out(pages / "a.txt") == MENDED
    assert out(pages / "b") == "没有损坏。"
    assert out("-", data=DAMAGED.encode("gb18030")) == MENDED
    assert out("--source", pages / "a.txt") == DAMAGED


def test_several_pages_are_named(pages):
    named = f"==> a.txt <==\n{MENDED}==> b/c.txt <==\n没有损坏。"
    assert out(pages) == named
    assert out(pages, "--quiet") == f"{MENDED}没有损坏。"
    assert out(pages / "b" / "c.txt", pages / "a.txt", "--quiet") == f"没有损坏。\n{MENDED}"
    assert out(pages, "-o", pages / "all") == ""
    assert (pages / "all").read_text("utf-8") == named


def test_a_folder_has_a_file_for_each_page(pages):
    for options, names in (
        ((), ["a.txt", "b/c.txt"]),
        (("--explain",), ["a.txt.repairs.txt", "b/c.txt.repairs.txt"]),
        (("--json",), ["a.txt.json", "b/c.txt.json"]),
    ):
        folder = pages.parent / f"out{len(options)}{''.join(options)}"
        assert out(pages, *options, "-o", f"{folder}/") == ""
        made = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.*")}
        assert sorted(name for name in made if made[name].is_file()) == names
        if not options:
            assert made["a.txt"].read_text("utf-8") == MENDED


def test_rows_and_html_are_read_as_run_reads_them(pages):
    rows = pages / "news.jsonl"
    rows.write_text(json.dumps({"id": "x1", "content": DAMAGED}) + '\n{"id": "x2"}\n', "utf-8")
    done = qextract("clean", "--json", "--text-field", "content", rows)
    assert done.returncode == 3
    assert done.stderr.startswith(f"qextract: {rows}:2: ")
    made = json.loads(done.stdout)
    assert (made["doc_id"], made["source"].rstrip()) == ("x1", DAMAGED.rstrip())
    assert made["text"].rstrip() == MENDED.rstrip()


def test_explained(pages):
    lines = out("--explain", pages).splitlines()
    assert lines[0].endswith(": [-質(zhì)-]{+质+}量大會  (pinyin gloss (zhì) after 質)")
    assert [line.split(": ")[:2] for line in lines] == [
        ["a.txt:1:1", "pinyin_gloss"],
        ["a.txt:3:13", "byte_shift"],
        ["a.txt:3:20", "doubled_punctuation"],
        ["a.txt:3:25", "invisible"],
        ["a.txt", "traditional"],
        ["a.txt", "full_width"],
    ]
    assert lines[3].endswith(
        "全市新[-\\u200b-]增証書３００張。  (characters that cannot be seen (U+200B))"
    )


def test_json_spans_hold(pages):
    made = [json.loads(line) for line in out("--json", pages).splitlines()]
    assert [each["doc_id"] for each in made] == ["a.txt", "b/c.txt"]
    first, second = made
    assert list(first) == ["doc_id", "script", "counts", "repairs", "reported", "source", "text"]
    assert (first["source"], first["text"], first["script"]) == (DAMAGED, MENDED, "Hant")
    assert (second["counts"], second["repairs"], second["reported"]) == ({}, [], [])
    assert [each["kind"] for each in first["repairs"]] == [
        "pinyin_gloss",
        "byte_shift",
        "doubled_punctuation",
        "invisible",
    ]
    lines = DAMAGED.split("\n")
    for each in first["repairs"]:
        assert DAMAGED[each["start"] : each["end"]] == each["before"]
        assert MENDED[each["text_start"] : each["text_end"]] == each["after"]
        assert lines[each["line"] - 1][each["column"] - 1 :].startswith(each["before"])
        assert each["reason"]


def test_failures_are_lines_and_codes(pages):
    (pages / "empty.txt").write_bytes(b"")
    done = qextract("clean", pages / "empty.txt", pages / "a.txt")
    assert (done.returncode, done.stdout.decode("utf-8")) == (3, MENDED)
    assert done.stderr == f"qextract: {pages / 'empty.txt'}: the file is empty\n"
    assert qextract("clean", pages / "empty.txt").returncode == 4
    done = qextract("clean", "--json", "--explain", pages)
    assert done.returncode == 2
    assert "give one of --explain, --json and --source" in done.stderr


def test_clean_text_is_as_the_extractor_reads_it():
    records = qextract("run", SEEDS, "--types", "article").stdout.splitlines()
    made = out("--json", SEEDS).splitlines()
    for record, clean in zip(map(json.loads, records), map(json.loads, made), strict=True):
        assert record["doc_id"] == clean["doc_id"]
        assert record["repairs"] == clean["counts"]
        assert record["chars"] == len(clean["source"])
        start, end = record["span"].values()
        assert clean["source"][start:end] == record["text"]
    assert out("-", data=PAGE.encode()) == PAGE


def on_a_terminal(*arguments, code=0, **environment):
    """What a terminal shows that takes stdout and stderr."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*QEXTRACT, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "60", **environment},
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(leader)
    assert process.wait(30) == code
    return shown.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_shows_colours_unless_asked_not_to(pages):
    page = pages / "a.txt"
    coloured = on_a_terminal("clean", "--explain", page, NO_COLOR="")
    assert "\x1b[9;31m質(zhì)\x1b[0m\x1b[32m质\x1b[0m量大會" in coloured
    plain = on_a_terminal("clean", "--explain", page, NO_COLOR="1")
    assert plain == out("--explain", page)
    assert on_a_terminal("clean", pages / "b") == "没有损坏。\n"


def test_lost_characters_are_reported(tmp_path):
    (tmp_path / "a.txt").write_text("云川市锟斤拷大会\n\n今天锟斤拷召开。\n", "utf-8")
    assert out("--explain", tmp_path / "a.txt").splitlines() == [
        "a.txt:1:4: lost: 云川市[?锟斤拷?]大会  (characters that are lost for good)",
        "a.txt:3:3: lost: 今天[?锟斤拷?]召开。  (characters that are lost for good)",
    ]
    made = json.loads(out("--json", tmp_path / "a.txt"))
    assert [each["kind"] for each in made["reported"]] == ["lost", "lost"]
    record = json.loads(qextract("run", "-t", "article", tmp_path / "a.txt").stdout)
    assert record["warnings"][0] == "characters are lost in 2 places, as here: 锟斤拷"
