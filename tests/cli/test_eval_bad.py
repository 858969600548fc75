"""What is wrong with gold, texts or records is one line with file, place and reason; the rest is
scored."""

import json

import pytest

from .conftest import PAGE, qextract
from .gold import GOLD, METRIC, inside, make

OK, BELOW, SOME_FAILED, NOTHING_READ = 0, 1, 3, 4


@pytest.fixture
def gold(tmp_path):
    return make(tmp_path)


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    return qextract("run", make(tmp_path_factory.mktemp("gold"))).stdout


def scored(*arguments, cwd, data=b""):
    """Exit code, the object (or `None`), and the lines on stderr without the program's name."""
    done = inside("eval", *arguments, "--json", cwd=cwd, data=data)
    lines = done.stderr.splitlines()
    assert all(line.startswith("qextract: ") for line in lines)
    made = json.loads(done.stdout) if done.stdout else None
    return done.returncode, made, [line.removeprefix("qextract: ") for line in lines]


def content(**changes):
    return json.dumps({**GOLD["b"], **changes}, ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "./b.gold.json:1: not JSON"),
        (content()[:-20], "./b.gold.json:"),
        (
            '{"doc": "b.txt",\n "events": [}',
            "./b.gold.json:2: not JSON (Expecting value, column 13)",
        ),
        ("[]", "./b.gold.json: the whole: "),
        ('{"events": []}', "./b.gold.json: doc: Field required"),
        (content(doc=""), "./b.gold.json: doc: "),
        (content(metrics={}), "./b.gold.json: metrics: Input should be a valid list"),
        (
            content(metrics=[METRIC, {**METRIC, "value": "many"}]),
            "./b.gold.json: metrics[1].value: ",
        ),
        (content(officials=[{"name": 5}]), "./b.gold.json: officials[0].name: "),
        (
            content(officials=[{"name": "林一舟", "positions": [{"org": "市政府"}]}]),
            "./b.gold.json: officials[0].positions[0].title: Field required",
        ),
        (content(doc="a.txt"), "./b.gold.json: a.txt has gold already, in ./a.gold.json"),
        (content(doc="c.txt"), "./c.txt: it has gold, and is not there"),
        ("\udcff", "./b.gold.json: not UTF-8 (byte 0 is wrong)"),
    ],
)
def test_bad_gold(gold, text, line):
    (gold / "b.gold.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    code, made, lines = scored(".", cwd=gold)
    assert (code, made["documents"], made["figures"]["officials.found"]) == (SOME_FAILED, 1, 1.0)
    assert len(lines) == 1
    assert lines[0].startswith(line)
    assert len(made["failures"]) == 1


def test_gold_is_of_single_pages(gold):
    (gold / "b.gold.json").write_text(content(doc="b.jsonl"), "utf-8")
    (gold / "b.jsonl").write_text('{"text": "云川市"}\n{"text": "云川市"}\n', "utf-8")
    code, made, lines = scored(".", cwd=gold)
    assert (code, made["documents"]) == (SOME_FAILED, 1)
    assert lines == [f".: b.jsonl#{n}: gold is of single pages, not of rows" for n in (1, 2)]


def test_what_gold_may_leave_out(gold):
    (gold / "b.gold.json").write_text(
        json.dumps(
            {"doc": "b.txt", "article": None, "metrics": [{"value": 500, "unit": "张"}], "x": 1}
        )
    )
    code, made, lines = scored(".", cwd=gold)
    assert (code, lines) == (OK, [])
    assert made["types"]["metrics"]["found"] == 2
    assert made["fields"]["article.title"]["asked"] == 1


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["absent"], "absent: no such file or folder"),
        (["empty"], "empty: no NAME.gold.json in this folder"),
        (["."], ".: no NAME.gold.json in this folder (there is in gold below it)"),
        (["gold"], "gold: none of the texts lies here: a.txt, b.txt (say where with --texts)"),
        (["gold", "--texts", "absent"], "absent: no such folder"),
        (["gold", "absent.jsonl"], "absent.jsonl: no such file or folder"),
        (["gold", "empty"], "empty: no .jsonl file in this folder"),
        (["gold", "nothing.jsonl"], "nothing.jsonl: no record in it"),
        (["gold", "-"], "standard input: no record in it"),
        (["gold", "other.jsonl"], "other.jsonl: its doc_ids have no gold: x.txt; gold is of a.txt"),
    ],
)
def test_nothing_to_score(tmp_path, arguments, line):
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "empty").mkdir()
    make(tmp_path / "gold", tmp_path / "texts")
    (tmp_path / "nothing.jsonl").write_text("\n")
    (tmp_path / "other.jsonl").write_text('{"type":"official","doc_id":"x.txt","name":"高远"}\n')
    code, made, lines = scored(*arguments, "--min", "found=0.1", cwd=tmp_path)
    assert (code, made, len(lines)) == (NOTHING_READ, None, 1)
    assert lines[0].startswith(line)


BAD_LINES = {
    "not json": "not JSON (Expecting value, column 1)",
    '{"type":': "not JSON (",
    "[1]": "not a record (it is no JSON object)",
    "{}": 'not a record: it has no "type"',
    '{"type":"evnt","doc_id":"a"}': "there is no type 'evnt', did you mean 'event'?",
    '{"type":"person","doc_id":"a"}': "there is no type 'person' (there are article, event,",
    '{"type":"event"}': 'a record without a "doc_id"',
    '{"type":"official","doc_id":"a","positions":"市长"}': "not a record: official.positions: ",
    '{"type":"official","doc_id":"a","positions":[{"org":5}]}': "not a record: official.positions.0.org: ",
    '{"type":"metric","doc_id":"a","span":{"start":"x"}}': "not a record: metric.span.start: ",
    '{"type":"metric","doc_id":"a","value":"300"}': "not a record: metric.value: ",
    "\udcff": "not UTF-8 (byte 1 of the line is wrong)",
}


@pytest.mark.parametrize("bad", BAD_LINES)
def test_bad_lines_of_records(gold, records, bad):
    first, rest = records.split(b"\n", 1)
    line = bad.encode("utf-8", "surrogateescape")
    (gold / "x.jsonl").write_bytes(first + b"\n" + line + b"\n\n" + rest)
    code, made, lines = scored(".", "x.jsonl", cwd=gold)
    assert (code, made["documents"], made["records"]) == (SOME_FAILED, 2, 8)
    assert len(lines) == 1
    assert lines[0].startswith(f"x.jsonl:2: {BAD_LINES[bad]}")


def test_a_last_line_that_is_cut_off(gold, records):
    for missing in (30, 31, 32, 200):  # in the midst of a character, too
        code, made, lines = scored(".", "-", cwd=gold, data=records[:-missing])
        assert (code, made["records"]) == (SOME_FAILED, 7)
        assert len(lines) == 1
        assert lines[0].startswith("standard input:8: not ")
        assert lines[0].endswith("; the last line is cut off?)")


def test_many_bad_lines_are_summed_up(gold, records):
    (gold / "x.jsonl").write_bytes(b"bad\n" * 1234 + records)
    code, made, lines = scored(".", "x.jsonl", cwd=gold)
    assert (code, made["records"], len(lines)) == (SOME_FAILED, 8, 11)
    assert lines[-1] == "x.jsonl: 1,224 more lines like these"


def test_a_threshold_that_is_missed_goes_before_a_failure(gold, records):
    options = (".", "-", "--min", "policies.found=0.5")
    code, _, lines = scored(*options, cwd=gold, data=records + b"bad\n")
    assert (code, len(lines)) == (BELOW, 2)
    assert lines[1] == "policies.found is 0.0000, below 0.5"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"doc_id":"b.txt"', '"doc_id":"c.txt"',
         ["no record of b.txt: all of their gold is missed", "no gold for c.txt: left out"]),
        ('"doc_id":"b.txt"', '"doc_id":"2023/a.txt"',
         ["no record of b.txt: all of their gold is missed", "a.txt, 2023/a.txt all count as a.txt"]),
    ],
)  # fmt: skip
def test_documents_that_do_not_fit_are_noted(gold, records, old, new, says):
    data = records.decode("utf-8").replace(old, new).encode("utf-8")
    code, made, lines = scored(".", "-", cwd=gold, data=data)
    assert code == OK
    assert made["notes"] == lines == [f"standard input: {each}" for each in says]
    assert made["types"]["metrics"]["missed"] == 1
    assert scored(".", "-", "--quiet", cwd=gold, data=data)[2] == []


def test_records_of_others_need_not_be_whole(gold):
    """Fields that are not there are null; those that nobody knows are passed over."""
    given = '{"type":"metric","doc_id":"a","value":300,"unit":"张","confidence":0.9}\n'
    code, made, _ = scored(".", "-", cwd=gold, data=given.encode("utf-8"))
    assert (code, made["types"]["metrics"]["found"]) == (OK, 1)


def test_spans_that_do_not_lead_back(gold, records):
    data = records.decode("utf-8").replace(
        '"text":"300余张","span":{"start":', '"text":"300余张","span":{"start":1'
    )
    code, made, _ = scored(".", "-", cwd=gold, data=data.encode("utf-8"))
    (error,) = [each for each in made["errors"] if each["error"] == "ungrounded"]
    assert (code, made["ungrounded"], made["figures"]["grounded"]) == (OK, 1, 0.875)
    assert (error["type"], error["fields"]) == ("metrics", ["span"])


def test_a_text_that_cannot_be_read(gold):
    (gold / "b.txt").write_bytes(b"page\0page")
    code, made, lines = scored(".", cwd=gold)
    assert (code, made["documents"], len(lines)) == (SOME_FAILED, 1, 1)
    assert lines[0].startswith("./b.txt: a binary file")


def test_a_text_in_another_encoding(gold):
    (gold / "a.txt").write_bytes(PAGE.encode("gb18030"))
    code, made, _ = scored(".", cwd=gold)
    assert (code, made["ungrounded"], made["types"]["officials"]["found"]) == (OK, 0, 1)
