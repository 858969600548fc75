"""Which records are partners, what of them differs, and files in any order and state."""

import gzip
import json
import random
import re
from collections import Counter
from hashlib import blake2b
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qextract.compare import diff
from qextract.compare.blocks import RecordsFile
from qextract.compare.order import OutOfOrder, merged

ARTICLE = {
    "schema_version": "1.0",
    "type": "article",
    "id": "a" * 16,
    "doc_id": "a.txt",
    "text": "云川市召开质量大会",
    "span": {"start": 0, "end": 9},
    "mentions": [{"start": 0, "end": 9}],
    "rule": "article.page",
    "grounding": {"title": {"start": 0, "end": 9}},
    "title": "云川市召开质量大会",
    "publisher": None,
    "published": "2023-04-12",
    "authors": ["高远"],
    "editors": [],
    "script": "Hans",
    "encoding": "utf-8",
    "sha256": "0" * 64,
    "chars": 100,
    "repairs": {},
    "counts": {"event": 1, "official": 1, "policy": 0, "metric": 1},
    "body": [{"start": 11, "end": 100}],
    "warnings": [],
}
DATE = {
    "text": "4月12日",
    "start": "2023-04-12",
    "end": "2023-04-12",
    "edtf": "2023-04-12",
    "precision": "day",
    "basis": "publication",
}
EVENT = {
    "schema_version": "1.0",
    "type": "event",
    "id": "e" * 16,
    "doc_id": "a.txt",
    "text": "4月12日,云川市质量大会在云川召开",
    "span": {"start": 20, "end": 40},
    "mentions": [{"start": 20, "end": 40}],
    "rule": "event.held",
    "grounding": {"date": {"start": 20, "end": 25}},
    "date": DATE,
    "kind": "meeting",
    "name": "云川市质量大会",
    "trigger": "召开",
    "location": "云川",
    "participants": ["云川市政府"],
    "summary": "4月12日,云川市质量大会在云川召开",
}
OFFICIAL = {
    "schema_version": "1.0",
    "type": "official",
    "id": "f" * 16,
    "doc_id": "a.txt",
    "text": "市长林一舟",
    "span": {"start": 45, "end": 50},
    "mentions": [{"start": 45, "end": 50}],
    "rule": "official.post_name",
    "grounding": {"name": {"start": 47, "end": 50}},
    "name": "林一舟",
    "positions": [{"org": None, "title": "市长", "former": False}],
    "category": "government",
    "said": [],
}
METRIC = {
    "schema_version": "1.0",
    "type": "metric",
    "id": "b" * 16,
    "doc_id": "a.txt",
    "text": "300余张",
    "span": {"start": 60, "end": 65},
    "mentions": [{"start": 60, "end": 65}],
    "rule": "metric.noun_before",
    "grounding": {"value": {"start": 60, "end": 65}},
    "value": 300,
    "value_max": None,
    "comparator": "gt",
    "unit": "张",
    "unit_code": None,
    "dimension": "count",
    "subject": "认证证书",
    "holder": None,
    "change": None,
    "change_basis": None,
    "period": None,
}
PAGE = (ARTICLE, EVENT, OFFICIAL, METRIC)


def place(record, start, end=None):
    """The record at another place."""
    end = end or start + record["span"]["end"] - record["span"]["start"]
    span = {"start": start, "end": end}
    return {**record, "span": span, "mentions": [span], "grounding": {}}


def moved(records, by):
    return [place(record, record["span"]["start"] + by) for record in records]


def other(record, **fields):
    return {**record, "id": "1" * 16, **fields}


def lines(records, compact=True):
    separators = (",", ":") if compact else None
    made = (json.dumps(each, ensure_ascii=False, separators=separators) for each in records)
    return "".join(f"{line}\n" for line in made).encode("utf-8")


def document(name, records=PAGE):
    """The records under another doc_id, with ids of their own."""
    made = []
    for each in records:
        digest = blake2b(f"{name} {each['id']}".encode(), digest_size=8).hexdigest()
        made.append({**each, "doc_id": name, "id": digest})
    return made


def joined(pages):
    return [record for page in pages for record in page]


def compared(tmp_path, base, new, **options):
    for name, records in (("base.jsonl", base), ("new.jsonl", new)):
        data = records if isinstance(records, bytes) else lines(records)
        (tmp_path / name).write_bytes(data)
    return diff(tmp_path / "base.jsonl", tmp_path / "new.jsonl", **options)


def told(found):
    return [(each.kind, each.rule, sorted(each.fields)) for each in found.changes()]


def reasons(found):
    return [(failure.line, failure.reason) for failure in found.failures]


# records of one page -> what is told of them
PAIRS = {
    "nothing": (PAGE, PAGE, []),
    "other order": (PAGE, PAGE[::-1], []),
    "text inserted above": (PAGE, [ARTICLE, *moved(PAGE[1:], 300)], []),
    "a value, and with it the id": (
        PAGE,
        [*PAGE[:3], other(METRIC, value=301, comparator="eq")],
        [("changed", "metric.noun_before", ["comparator", "value"])],
    ),
    "the same, below inserted text": (
        PAGE,
        moved([*PAGE[:2], other(METRIC, value=301)], 300),
        [
            ("changed", "metric.noun_before", ["value"]),
            ("removed", "official.post_name", []),
        ],
    ),
    "a field of a list of objects": (
        [OFFICIAL],
        [{**OFFICIAL, "positions": [{"org": "云川市", "title": "市长", "former": True}]}],
        [("changed", "official.post_name", ["positions.0.former", "positions.0.org"])],
    ),
    "a list of words": (
        [EVENT],
        [{**EVENT, "participants": ["云川市政府", "省政府"]}],
        [("changed", "event.held", ["participants"])],
    ),
    "a date": (
        [EVENT],
        [other(EVENT, date={**DATE, "edtf": "2023-04-13", "end": "2023-04-13"})],
        [("changed", "event.held", ["date.edtf", "date.end"])],
    ),
    "a date that was null": (
        [METRIC],
        [{**METRIC, "period": DATE}],
        [("changed", "metric.noun_before", [f"period.{name}" for name in sorted(DATE)])],
    ),
    "another rule": (
        [METRIC],
        [{**METRIC, "rule": "metric.other"}],
        [("changed", "metric.other", ["rule"])],
    ),
    "an id alone": ([METRIC], [other(METRIC)], [("changed", "metric.noun_before", ["id"])]),
    "one name for another at one place": (
        [OFFICIAL],
        [other(OFFICIAL, name="林一", text="市长林一", span={"start": 45, "end": 49})],
        [("changed", "official.post_name", ["name", "text"])],
    ),
    "the same person elsewhere": (
        [OFFICIAL],
        [other(place(OFFICIAL, 400), said=["指出"])],
        [("changed", "official.post_name", ["said"])],
    ),
    "another figure elsewhere is another record": (
        [METRIC],
        [other(place(METRIC, 400), value=75, text="75张")],
        [("added", "metric.noun_before", []), ("removed", "metric.noun_before", [])],
    ),
    "nothing in common at one place": (
        [EVENT],
        [
            other(
                place(EVENT, 38, 60),
                text="该院获奖",
                rule="event.award",
                date={**DATE, "text": "昨日", "edtf": "2023-04-11", "start": "2023-04-11"},
                kind="award",
                name=None,
                trigger="获",
                location=None,
                participants=["该院"],
                summary="该院获奖",
            )
        ],
        [("added", "event.award", []), ("removed", "event.held", [])],
    ),
    "another type is another record": (
        [METRIC],
        [{**place(OFFICIAL, 60), "id": METRIC["id"]}],
        [("removed", "metric.noun_before", []), ("added", "official.post_name", [])],
    ),
    "of two alike the one at the place": (
        [METRIC, other(place(METRIC, 80), id="2" * 16)],
        [METRIC, other(place(METRIC, 80), id="3" * 16, subject="证书")],
        [("changed", "metric.noun_before", ["subject"])],
    ),
    "null and missing": ([METRIC], [{k: v for k, v in METRIC.items() if v is not None}], []),
    "1 is not true": (
        [OFFICIAL],
        [{**OFFICIAL, "positions": [{"org": None, "title": "市长", "former": 0}]}],
        [("changed", "official.post_name", ["positions.0.former"])],
    ),
    "counts follow from what came": (
        [ARTICLE, METRIC],
        [{**ARTICLE, "counts": {**ARTICLE["counts"], "metric": 2}}, METRIC, other(EVENT)],
        [("added", "event.held", [])],
    ),
    "counts that nothing explains": (
        PAGE,
        [{**ARTICLE, "counts": {**ARTICLE["counts"], "metric": 2}}, *PAGE[1:]],
        [("changed", "article.page", ["counts.metric"])],
    ),
    "another page": (
        [ARTICLE],
        [{**ARTICLE, "sha256": "1" * 64, "chars": 7, "encoding": "gb18030", "repairs": {"x": 1}}],
        [],
    ),
    "the same page, repaired otherwise": (
        [ARTICLE],
        [{**ARTICLE, "repairs": {"spam_line": 1}}],
        [("changed", "article.page", ["repairs.spam_line"])],
    ),
}


@pytest.mark.parametrize("case", PAIRS)
def test_partners(tmp_path, case):
    base, new, expected = PAIRS[case]
    found = compared(tmp_path, base, new)
    assert sorted(told(found)) == sorted(expected)
    assert (len(found), bool(found)) == (len(expected), expected != [])
    assert (found.failures, found.total.different) == ([], len(expected))
    assert found.total.same + found.total.changed + found.total.removed == len(base)


@pytest.mark.parametrize("case", PAIRS)
def test_the_other_way_round(tmp_path, case):
    base, new, expected = PAIRS[case]
    turned = {"added": "removed", "removed": "added", "changed": "changed"}
    kinds = sorted(turned[kind] for kind, _, _ in expected)
    assert sorted(kind for kind, _, _ in told(compared(tmp_path, new, base))) == kinds


OPTIONS = {
    "a field": ({"ignore": ["value"]}, {"value": 1}, []),
    "two": ({"ignore": ["value", "unit"]}, {"value": 1, "unit": "家"}, []),
    "of its type": ({"ignore": ["metric.value"]}, {"value": 1}, []),
    "of another type": ({"ignore": ["event.value"]}, {"value": 1}, ["value"]),
    "within a field": (
        {"ignore": ["period.basis"]},
        {"period": {**DATE, "basis": "explicit"}},
        [],
    ),
    "within one of its type": (
        {"ignore": ["metric.period.basis"]},
        {"period": {**DATE, "basis": "explicit"}},
        [],
    ),
    "ids": ({"ignore": ["id"]}, {"id": "9" * 16}, []),
    "other types": ({"only": ["event"]}, {"value": 1}, []),
    "its type": ({"only": ["metric"]}, {"value": 1}, ["value"]),
    "places are not asked for": ({}, {"span": {"start": 1, "end": 6}}, []),
    "places are": ({"spans": True}, {"span": {"start": 1, "end": 6}}, ["span.end", "span.start"]),
}


@pytest.mark.parametrize("case", OPTIONS)
def test_what_is_compared(tmp_path, case):
    options, fields, expected = OPTIONS[case]
    base = [{**METRIC, "period": DATE}]
    found = compared(tmp_path, base, [{**base[0], **fields}], **options)
    assert [sorted(each.fields) for each in found.changes()] == ([expected] if expected else [])


def many(count):
    return [document(f"{number:04}.txt") for number in range(count)]


def test_documents_of_one_side(tmp_path):
    pages = many(6)
    found = compared(tmp_path, joined(pages[:5]), joined(pages[1:]))
    only = {name: each.only for name, each in found.documents.items()}
    assert only == {"0000.txt": "base", "0005.txt": "new"}
    assert (found.total.added, found.total.removed, found.total.same) == (4, 4, 16)
    assert (found.rules, found.base.documents, found.new.records) == ({}, 5, 20)


def changed_in(pages, *numbers):
    """The pages with the figure of some changed, and what should be told."""
    made = [list(page) for page in pages]
    for number in numbers:
        made[number][3] = {**made[number][3], "value": 301}
    return made


ORDERS = {
    "sorted": (lambda pages: pages, False),
    "one order, not sorted": (None, False),
    "turned round": (lambda pages: pages[::-1], True),
    "one at another place": (lambda pages: [*pages[1:], pages[0]], True),
    "in two pieces": (lambda pages: [*pages, [pages[3].pop()]], True),
    "line by line": (
        lambda pages: [[page[i]] for i in range(4) for page in pages],
        True,
    ),
}


@pytest.mark.parametrize("case", ORDERS)
@pytest.mark.parametrize("packed", [False, True])
def test_any_order(tmp_path, case, packed):
    order, noted = ORDERS[case]
    base = many(30)
    if order is None:
        random.Random(5).shuffle(base)
    new = changed_in(base, 3, 17)
    names = sorted(new[at][0]["doc_id"] for at in (3, 17))
    del new[20], base[10]
    new = order([list(page) for page in new]) if order else new
    data = [lines(joined(pages)) for pages in (base, new)]
    if packed:
        data = [gzip.compress(each) for each in data]
    found = compared(tmp_path, *data)
    kinds = [(each.kind, each.doc_id) for each in found.changes() if each.kind == "changed"]
    assert sorted(kinds) == [("changed", name) for name in names]
    assert (found.total.added, found.total.removed) == (4, 4)
    assert any("not in one order" in note for note in found.notes) == noted
    for change in found.changes():  # each line is told by its number
        for side, number in zip(("before", "after"), change.lines, strict=True):
            if number is not None:
                text = data[side == "after"]
                text = gzip.decompress(text) if packed else text
                assert json.loads(text.splitlines()[number - 1]) == getattr(change, side)


def test_files_in_one_order_are_not_held(tmp_path):
    """Only what was read ahead is in memory, and a gap is no reason to read ahead."""
    pages = many(50)
    (tmp_path / "base").write_bytes(lines(joined(pages)))
    (tmp_path / "new").write_bytes(lines(joined(pages[40:])))
    pairs = merged(RecordsFile(str(tmp_path / "base")), RecordsFile(str(tmp_path / "new")))
    assert [new is None for _, new in pairs] == [True] * 40 + [False] * 10


def test_what_comes_again_is_noticed_late(tmp_path):
    pages = many(4)
    (tmp_path / "base").write_bytes(lines(joined(pages)))
    (tmp_path / "new").write_bytes(lines(joined([*pages[2:], pages[0]])))
    with pytest.raises(OutOfOrder):
        list(merged(RecordsFile(str(tmp_path / "base")), RecordsFile(str(tmp_path / "new"))))


def test_a_folder_is_its_files(tmp_path):
    pages = [document(name) for name in ("a.txt", "a-b.txt", "b/c.txt")]
    for page in pages:
        path = tmp_path / "out" / f"{page[0]['doc_id']}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(lines(page))
    ordered = sorted(pages, key=lambda page: page[0]["doc_id"])
    (tmp_path / "one.jsonl").write_bytes(lines(joined(ordered)))
    found = diff(tmp_path / "one.jsonl", tmp_path / "out")
    assert (len(found), found.notes, found.failures) == (0, [], [])
    assert found.total.same == 12


def test_records_written_by_others_are_read(tmp_path):
    """With spaces, sorted keys or escapes."""
    spaced = lines(PAGE, compact=False)
    turned = lines([dict(sorted(record.items())) for record in PAGE])
    escaped = "".join(json.dumps(record) + "\n" for record in PAGE).encode()
    for data in (spaced, turned, escaped, b"\xef\xbb\xbf" + lines(PAGE)):
        found = compared(tmp_path, PAGE, data.replace(b"\n", b"\r\n"))
        assert (len(found), found.failures, found.total.same) == (0, [], 4)


ODD = document('a\\b"c\n.txt')
LAST = lines(PAGE)[:-40]
DAMAGED = {
    "cut off": (LAST, r"not JSON \(.*; the last line is cut off\?\)", 4),
    "cut off before the id": (lines(PAGE[:3]) + b'{"schema_v', "the last line is cut off", 4),
    "no JSON": (lines(PAGE[:3]) + b"nothing\n", r"not JSON \(Expecting value, column 1\)", 4),
    "no object": (lines(PAGE[:3]) + b"[1]\n", r"it is no JSON object", 4),
    "a type that is not": (
        lines([*PAGE[:3], {**METRIC, "type": "metrics"}]),
        "there is no type 'metrics', did you mean 'metric'?",
        4,
    ),
    "no type": (lines([*PAGE[:3], {"doc_id": "a.txt"}]), 'it has no "type"', 4),
    "no document": (lines([*PAGE[:3], {"type": "metric"}]), 'without a "doc_id"', 4),
    "a newer schema": (
        lines([*PAGE[:3], {**METRIC, "schema_version": "2.0"}]),
        r"schema_version 2\.0 is newer than 1\.0",
        4,
    ),
    "bytes that are no UTF-8": (lines(PAGE[:3]) + b'{"a":"\xc4\xe3"}\n', "not UTF-8", 4),
    "nested without end": (lines(PAGE[:3]) + b"[" * 100_000 + b"\n", "nested without end", 4),
    "many lines a record": (b"{\n" + lines(PAGE[1:]), "JSON over many lines", 1),
    "two of one id": (
        lines([*PAGE[:3], {**METRIC, "id": EVENT["id"]}]),
        f"its id {'e' * 16} is that of line 2, too",
        4,
    ),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_damaged_lines_are_told_and_the_others_compared(tmp_path, case):
    data, reason, line = DAMAGED[case]
    base = [*PAGE[:2], {**OFFICIAL, "said": ["指出"]}, METRIC]
    found = compared(tmp_path, base, data)
    [(at, said)] = reasons(found)
    assert at == line
    assert re.search(reason, said)
    assert ("changed", "official.post_name", ["said"]) in told(found)


@pytest.mark.parametrize("case", ["cut off", "a newer schema", "a type that is not"])
def test_of_a_damaged_record_nothing_is_said(tmp_path, case):
    """Where its beginning tells which one it was: it has not gone."""
    found = compared(tmp_path, PAGE, DAMAGED[case][0])
    assert (len(found), len(found.failures), found.total.same) == (0, 1, 3)


def test_a_cut_off_line_is_told_even_if_both_have_it(tmp_path):
    assert len(compared(tmp_path, LAST, LAST).failures) == 2


def test_two_of_one_id_on_both_sides(tmp_path):
    records = [*PAGE, {**METRIC, "value": 5}]
    found = compared(tmp_path, records, records)
    assert (len(found), len(found.failures)) == (0, 2)


def test_empty_lines_and_odd_names(tmp_path):
    found = compared(tmp_path, lines(ODD), b"\n" + lines(ODD) + b"\n\n")
    assert (len(found), found.failures, found.total.same) == (0, [], 4)


def test_nothing_to_read(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"")
    (tmp_path / "b").mkdir()
    assert not diff(tmp_path / "a.jsonl", tmp_path / "a.jsonl").failures
    found = diff(tmp_path / "none.jsonl", tmp_path / "b")
    assert ["no such file" in found.failures[0].reason, len(found.failures)] == [True, 2]


def test_utf_16_is_told_as_such(tmp_path):
    found = compared(tmp_path, PAGE, lines(PAGE).decode().encode("utf-16"))
    assert "is UTF-16" in found.failures[0].reason


def test_many_damaged_lines_are_counted(tmp_path):
    found = compared(tmp_path, PAGE, b"x\n" * 3000 + lines(PAGE))
    assert len(found.failures) == 1001
    assert found.failures[-1].reason == "2,000 more lines are no records"
    assert len(found) == 0


def test_explanations(tmp_path):
    changed = [{**ARTICLE, "sha256": "2" * 64}, EVENT, OFFICIAL]
    found = compared(tmp_path, PAGE, changed)
    assert found.documents["a.txt"].another_page
    assert "another page now" in found.notes[0]
    found = compared(tmp_path, document("a.txt"), document("pages/a.txt"))
    assert found.notes == ["a.txt is pages/a.txt now (the page is the same)"]
    found = compared(tmp_path, [METRIC], [{**METRIC, "doc_id": "pages/a.txt"}])
    assert found.notes == ["no document is in both: a.txt and others, pages/a.txt and others"]


def test_changes_that_do_not_fit_into_memory_are_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr("qextract.compare.changes.IN_MEMORY", 100)
    pages = many(20)
    found = compared(tmp_path, joined(pages), joined(changed_in(pages, *range(20))))
    names = [change.doc_id for change in found.changes("document")]
    assert names == [page[0]["doc_id"] for page in pages]
    assert all(change.fields == {"value": (300, 301)} for change in found.changes())


def test_groups_are_sorted(tmp_path):
    pages = many(3)
    new = [[page[0], {**page[1], "kind": "visit"}, page[2]] for page in pages]
    found = compared(tmp_path, joined(pages), joined(new))
    by_rule = [(each.rule, each.doc_id) for each in found.changes()]
    assert by_rule == sorted(by_rule)
    by_document = [(each.doc_id, each.rule) for each in found.changes("document")]
    assert by_document == sorted(by_document)
    tally = found.rules["event.held"]
    assert (tally.changed, tally.added, found.documents["0001.txt"].different) == (3, 0, 2)


@st.composite
def runs(draw):
    """Two runs over much the same documents, in any order and in any number of pieces."""
    names = draw(st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=8))
    made = []
    for _ in range(2):
        kept = [name for name in names if draw(st.integers(0, 4))]
        if draw(st.booleans()):
            kept = draw(st.permutations(kept))
        lines_ = [(name, draw(st.integers(0, 2))) for name in kept for _ in range(2)]
        if draw(st.integers(0, 3)) == 0:
            lines_ = draw(st.permutations(lines_))
        made.append(lines_)
    return made


def numbered(name, at, value):
    """A record that has only itself for a partner."""
    digest = blake2b(f"{name} {at}".encode(), digest_size=8).hexdigest()
    return {
        **METRIC,
        "doc_id": f"{name}.txt",
        "id": digest,
        "subject": f"{name}{at}",
        "value": value,
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(runs(), st.sampled_from([0, 1500, 10**6]))
def test_as_if_all_were_in_memory(tmp_path, pair, ahead):
    sides = []
    for run in pair:
        count, records = Counter(), []
        for name, value in run:
            records.append(numbered(name, count[name], value))
            count[name] += 1
        sides.append(records)
    with mock.patch("qextract.compare.order.AHEAD", ahead):
        found = compared(tmp_path, *sides)
    base, new = ({record["id"]: record for record in records} for records in sides)
    expected = [("removed", key) for key in base.keys() - new.keys()]
    expected += [("added", key) for key in new.keys() - base.keys()]
    shared = base.keys() & new.keys()
    expected += [("changed", key) for key in shared if base[key]["value"] != new[key]["value"]]
    told_ = [(each.kind, each.record["id"]) for each in found.changes()]
    assert sorted(told_) == sorted(expected)
    assert found.total.same == len(shared) - found.total.changed
    assert found.failures == []
