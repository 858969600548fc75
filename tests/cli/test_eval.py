"""`qextract eval` and `qextract rules --measure`: figures, tables, thresholds."""

import contextlib
import gzip
import json
import os
import pty
import re
import subprocess

import pytest

from .conftest import QEXTRACT, qextract
from .gold import ERRORS, FIGURES, GOLD, TEXTS, inside, make

OK, BELOW, USAGE = 0, 1, 2


@pytest.fixture(scope="module")
def gold(tmp_path_factory):
    return make(tmp_path_factory.mktemp("gold"))


@pytest.fixture(scope="module")
def records(gold):
    """What `qextract run` writes for the texts."""
    return qextract("run", gold, cwd=gold).stdout


@pytest.fixture(scope="module")
def report(gold):
    done = qextract("eval", gold, "--json")
    assert (done.returncode, done.stderr) == (OK, "")
    return json.loads(done.stdout)


def tables(done):
    """The first cell of each line -> the others."""
    lines = done.stdout.decode("utf-8").splitlines()
    return {cells[0]: cells[1:] for cells in map(str.split, lines) if cells}


@pytest.mark.parametrize("name", FIGURES)
def test_figures(report, name):
    assert report["figures"][name] == FIGURES[name]


def test_the_object_has_all_of_it(report):
    assert (report["documents"], report["records"], report["ungrounded"]) == (2, 8, 0)
    assert report["types"]["officials"] == {
        "required": 1,
        "found": 1,
        "whole": 1,
        "missed": 0,
        "spurious": 1,
        "optional": 0,
    }
    assert report["fields"]["metrics.comparator"] == {"asked": 2, "right": 1}
    assert report["rules"]["official.post_name"] == {
        "records": 2,
        "right": 1,
        "whole": 1,
        "spurious": 1,
        "optional": 0,
        "precision": 0.5,
    }
    assert report["rules"]["event.held"]["optional"] == 1
    assert (report["thresholds"], report["failures"], report["notes"]) == ([], [], [])


def test_errors_say_where_and_what(report, gold):
    made = [(e["doc"], e["line"], e["error"], e["type"], e["fields"]) for e in report["errors"]]
    assert sorted(made, key=str) == sorted(ERRORS, key=str)
    wrong = next(e for e in report["errors"] if e["type"] == "metrics")
    assert wrong["path"] == str(gold / "a.txt")
    assert wrong["wanted"] == GOLD["a"]["metrics"][0]
    assert (wrong["got"]["comparator"], wrong["got"]["rule"]) == ("gt", "metric.noun_before")


def test_tables_of_a_pipe_are_aligned(gold):
    done = inside("eval", gold, cwd=gold)
    assert (done.returncode, done.stderr) == (OK, "")
    rows = tables(done)
    assert rows["officials.found"] == ["1", "2", "1", "0.5000", "1.0000", "0.6667"]
    assert rows["macro.found"] == ["-", "-", "-", "0.6250", "0.7500", "0.6667"]
    assert rows["metrics.comparator"] == ["2", "1", "1", "0.5000"]
    assert rows["official.post_name"] == ["2", "1", "1", "1", "0", "0.5000"]
    lines = done.stdout.decode("utf-8").splitlines()
    assert lines[-1] == "2 documents, 8 records, 0 ungrounded"
    assert all(len(line) <= 80 and not line.endswith(" ") for line in lines)


def test_errors_come_first_a_line_each(gold):
    done = inside("eval", "--errors", ".", cwd=gold)
    lines = done.stdout.decode("utf-8").split("\n\n")[0].splitlines()
    assert sorted(lines) == [
        "./a.txt\tmissed\tpolicies\t\t云川市质量条例 | 条例 | - | -\t\t",
        "./a.txt:3\twrong\tmetrics\tcomparator\teq 300 张 认证证书\tgt 300 张 认证证书"
        "\tmetric.noun_before",
        "./b.txt:3\twrong\tarticle\tauthors\tauthors: 高山\tauthors: 高远\t",
        "./b.txt:4\tspurious\tofficials\t\t\t林一舟: -/市长\tofficial.post_name",
    ]


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("event", {"events"}),
        ("events,article", {"events", "article"}),
        ("metric, Officials", {"metrics", "officials"}),
    ],
)
def test_only_some_types(gold, given, left):
    made = json.loads(inside("eval", gold, "--json", "--types", given, cwd=gold).stdout)
    assert set(made["types"]) == left - {"article"}
    assert ("article" in made["figures"]) == ("article" in left)
    assert {error["type"] for error in made["errors"]} <= left


def test_records_may_come_from_anywhere(gold, records, tmp_path):
    expected = inside("eval", gold, "--json", cwd=gold).stdout
    (tmp_path / "plain.jsonl").write_bytes(records)
    (tmp_path / "packed.gz").write_bytes(gzip.compress(records))
    inside("run", gold, "-o", f"{tmp_path}/each/", cwd=gold)
    for source in ("plain.jsonl", "packed.gz", "each"):
        assert inside("eval", gold, tmp_path / source, "--json", cwd=gold).stdout == expected
    assert inside("eval", gold, "-", "--json", data=records, cwd=gold).stdout == expected


@pytest.mark.parametrize("old", ['"doc_id":"', '.txt"'])
def test_doc_ids_may_have_a_path_or_no_suffix(gold, records, report, old):
    new = old + "2023/04/" if old.endswith(':"') else '"'
    changed = records.decode("utf-8").replace(old, new).encode("utf-8")
    done = inside("eval", gold, "-", "--json", data=changed, cwd=gold)
    assert (done.returncode, done.stderr) == (OK, "")
    assert json.loads(done.stdout)["figures"] == report["figures"]


def test_texts_may_lie_elsewhere(tmp_path, records, report):
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts").mkdir()
    make(tmp_path / "gold", tmp_path / "texts")
    done = inside("eval", "gold", "--texts", "texts", "--json", cwd=tmp_path)
    made = json.loads(done.stdout)
    assert made["figures"] == report["figures"]
    assert {error["path"] for error in made["errors"]} == {"texts/a.txt", "texts/b.txt"}
    # records can be scored without the texts, but neither lines nor spans are known
    done = inside("eval", "gold", "-", "--json", cwd=tmp_path, data=records)
    made = json.loads(done.stdout)
    assert done.returncode == OK
    assert "no text of a.txt, b.txt" in done.stderr
    assert {error["line"] for error in made["errors"]} == {None}
    assert made["figures"] == {**report["figures"], "grounded": None}


def test_one_gold_file_alone(gold):
    made = json.loads(inside("eval", gold / "a.gold.json", "--json", cwd=gold).stdout)
    assert (made["documents"], made["figures"]["officials.found"]) == (1, 1.0)


def test_any_number_of_workers_gives_the_same_bytes(tmp_path):
    for number in range(70):
        name = f"{number:02}"
        (tmp_path / f"{name}.txt").write_text(TEXTS["a"], "utf-8")
        content = {**GOLD["a"], "doc": f"{name}.txt"}
        (tmp_path / f"{name}.gold.json").write_text(json.dumps(content), "utf-8")
    one, two = (qextract("eval", tmp_path, "--json", "--jobs", n).stdout for n in (1, 2))
    assert one == two
    assert json.loads(one)["documents"] == 70


@pytest.mark.parametrize(
    ("least", "says"),
    [
        (["events.found=1"], []),
        (["event.found=1", "metrics.found=100%", "macro.whole=0.5417"], []),
        (["officials.found=0.6667"], []),
        (["officials.found=0.67"], ["officials.found is 0.6667, below 0.67"]),
        (["article.authors=.95"], ["article.authors is 0.5000, below 0.95"]),
        (["article=.9", "grounded=1"], ["article is 0.8333, below 0.9"]),
        (
            ["found=0.9"],
            ["officials.found is 0.6667, below 0.9", "policies.found is 0.0000, below 0.9"],
        ),
        (["article.publisher=0.5"], ["article.publisher: nothing to measure, and it must be 0.5"]),
        (["events.kind=1", "metrics.comparator=.6"], ["metrics.comparator is 0.5000, below 0.6"]),
        (["officials.found.precision=.6"], ["officials.found.precision is 0.5000, below 0.6"]),
        (["micro.found=0.81"], ["micro.found is 0.8000, below 0.81"]),
    ],
)
def test_thresholds(gold, least, says):
    options = [word for each in least for word in ("--min", each)]
    done = inside("eval", gold, *options, cwd=gold)
    assert done.returncode == (BELOW if says else OK)
    assert done.stderr.splitlines() == [f"qextract: {line}" for line in says]
    assert b"2 documents" in done.stdout


def test_thresholds_in_the_object(gold):
    done = inside(
        "eval", gold, "--json", "--min", "whole=0.5", "--types", "events,metrics", cwd=gold
    )
    assert json.loads(done.stdout)["thresholds"] == [
        {"name": "events.whole", "least": 0.5, "value": 1.0, "met": True},
        {"name": "metrics.whole", "least": 0.5, "value": 0.5, "met": True},
    ]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (
            ["--min", "events.fuond=0.9"],
            "there is no figure 'events.fuond', did you mean 'events.found'?",
        ),
        (["--min", "metric.wole=0.9"], "did you mean 'metrics.whole'?"),
        (["--min", "articel.title=1"], "did you mean 'article.title'?"),
        (["--min", "0.9"], "write it as found=0.95"),
        (["--min", "found"], "write it as found=0.95"),
        (["--min", "found=95"], "from 0 to 1, or a percentage"),
        (["--min", "found=-1"], "from 0 to 1"),
        (["--min", "found=nan"], "from 0 to 1"),
        (["--min", "found=much"], "'much' is no share"),
        (["--types", "events", "--min", "metrics.found=1"], "not measured with these --types"),
        (["--types", "evens"], "there is no type 'evens', did you mean 'events'?"),
        (["--types", ""], "Types are article, events"),
        (["--jobs", "0"], "--jobs"),
        (["one", "two"], "unexpected extra argument"),
    ],
)
def test_usage(gold, options, says):
    done = inside("eval", gold, *options, cwd=gold)
    assert (done.returncode, done.stdout) == (USAGE, b"")
    (line,) = done.stderr.splitlines()
    assert says in line
    assert "(see qextract eval --help)" in line


@pytest.mark.parametrize("plain", ["", "1"])
def test_a_terminal_shows_what_was_wanted_and_got(gold, plain):
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [*QEXTRACT, "eval", "--errors", "."],
        cwd=gold,
        stdout=follower,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "NO_COLOR": plain},
    )
    os.close(follower)
    shown = b""
    with contextlib.suppress(OSError):  # the other end is closed
        while part := os.read(leader, 65536):
            shown += part
    os.close(leader)
    assert process.wait(30) == OK
    text = shown.decode("utf-8").replace("\r\n", "\n")
    assert ("\x1b[31m" in text) != bool(plain)
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert (
        "./a.txt:3  wrong metrics: comparator  metric.noun_before\n"
        "    wanted  eq 300 张 认证证书\n"
        "    got     gt 300 张 认证证书\n"
    ) in text
    assert "./a.txt  missed policies\n" in text
    assert re.search(r"\n officials.found +1 +2 +1 +0.5000 +1.0000 +0.6667 \n", text)
    assert all(len(line) <= 80 for line in text.splitlines())


# --- qextract rules --measure


def test_each_rule_is_measured_those_too_that_made_nothing(gold):
    done = inside("rules", "--measure", gold, cwd=gold)
    assert (done.returncode, done.stderr) == (OK, "")
    rows = tables(done)
    listed = [json.loads(line) for line in inside("rules", "--json", cwd=gold).stdout.splitlines()]
    rules = [each["name"] for each in listed if each["kind"] == "rule"]
    assert list(rows) == ["rule", *rules]
    assert rows["official.post_name"] == ["2", "1", "1", "1", "0", "0.5000"]
    assert rows["metric.noun_before"] == ["2", "2", "1", "0", "0", "1.0000"]
    assert rows["policy.title"] == ["0", "0", "0", "0", "0", "-"]


def test_some_rules_as_objects(gold):
    done = inside("rules", "official.", "--measure", gold, "--json", cwd=gold)
    rules = {rule["name"]: rule for rule in map(json.loads, done.stdout.splitlines())}
    assert all(name.startswith("official.") for name in rules)
    assert rules["official.post_name"] == {
        "name": "official.post_name",
        "records": 2,
        "right": 1,
        "whole": 1,
        "spurious": 1,
        "optional": 0,
        "precision": 0.5,
    }
    assert rules["official.org_post_name"]["precision"] is None


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--measure", "absent"], 4, "absent: no such file or folder"),
        (["nothing.", "--measure", "."], USAGE, "no rule's name begins with 'nothing.'"),
        (["number.", "--measure", "."], USAGE, "only rules make records"),
        (["--texts", "."], USAGE, "--measure"),
    ],
)
def test_rules_that_cannot_be_measured(gold, arguments, code, says):
    done = inside("rules", *arguments, cwd=gold)
    assert (done.returncode, done.stdout) == (code, b"")
    (line,) = done.stderr.splitlines()
    assert says in line
