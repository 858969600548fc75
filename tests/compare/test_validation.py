"""Each promise of the contract, broken once in the records of a small page: one fault, and which."""

import copy
import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qextract.compare import Fault, validate
from qextract.sources import Failure

from .small import line, made, written

ARTICLE, EVENT, OFFICIAL, SECOND, POLICY, METRIC, LAST = range(7)
"""The lines of its records."""


@pytest.fixture(scope="module")
def real():
    records = made()
    types = [record["type"] for record in records]
    assert types == ["article", "event", "official", "official", "policy", "metric", "metric"]
    return records


@pytest.fixture
def records(real):
    return copy.deepcopy(real)


def setter(at, path, value):
    """Puts `value` at a path of the record in line `at`."""

    def change(records):
        *steps, last = path.split("/")
        inner = records[at]
        for step in steps:
            inner = inner[int(step) if isinstance(inner, list) else step]
        inner[int(last) if isinstance(inner, list) else last] = value

    return change


def without(at, field):
    return lambda records: records[at].pop(field)


def moved(at, to):
    return lambda records: records.insert(to, records.pop(at))


def dropped(at):
    return lambda records: records.pop(at)


def appended(at, path, value):
    """Puts `value` behind the others of a list."""

    def change(records):
        records[at][path].append(value)

    return change


BROKEN = {
    # the schema, strictly
    "a field is missing": (without(METRIC, "holder"), 6, "holder", "missing"),
    "the version is missing": (without(EVENT, "schema_version"), 2, "schema_version", "missing"),
    "the type is missing": (without(LAST, "type"), 7, "type", "missing"),
    "a field too many": (setter(EVENT, "colour", "red"), 2, "colour", "there is no such field"),
    "a field too many inside": (setter(EVENT, "date/day", 12), 2, "date.day", "no such field"),
    "text for a number": (setter(METRIC, "value", "300"), 6, "value", "must be a number"),
    "a number for text": (setter(METRIC, "unit", 7), 6, "unit", "is 7, must be a string"),
    "an empty string": (setter(METRIC, "unit", ""), 6, "unit", "is empty"),
    "null where none may be": (setter(EVENT, "summary", None), 2, "summary", "is null"),
    "null for a list": (setter(POLICY, "issuers", None), 5, "issuers", "must be a list"),
    "an empty list of posts": (setter(SECOND, "positions", []), 4, "positions", "is empty"),
    "a kind that there is not": (setter(EVENT, "kind", "party"), 2, "kind", "must be 'meeting'"),
    "a span before the text": (setter(EVENT, "span/start", -1), 2, "span.start", "must be 0 or more"),
    "half a code point": (setter(EVENT, "span/end", 49.5), 2, "span.end", "must be a whole number"),
    "an id in capitals": (setter(EVENT, "id", "4D47E9E98D3E1DD5"), 2, "id", "16 hex digits"),
    "a day that there is not": (
        setter(EVENT, "date/start", "2023-02-30"), 2, "date.start", "must be a day",
    ),
    "a time for a day": (
        setter(EVENT, "date/end", "2023-04-12T09:00:00"), 2, "date.end", "must be a day",
    ),
    "a truth in letters": (
        setter(SECOND, "positions/0/former", "no"), 4, "positions.0.former", "true or false",
    ),
    "an unknown type": (setter(METRIC, "type", "metrics"), 6, "type", "did you mean 'metric'?"),
    "a type that is like none": (setter(METRIC, "type", "quux"), 6, "type", "(there are article, "),
    "a newer version": (
        setter(METRIC, "schema_version", "1.1"), 6, "schema_version", "newer than 1.0: upgrade",
    ),
    "another version": (
        setter(METRIC, "schema_version", "0.9"), 6, "schema_version", "must be '1.0'",
    ),
    # spans
    "the span is turned": (
        lambda records: records[EVENT].update(
            span={"start": 49, "end": 31}, mentions=[{"start": 49, "end": 31}]
        ),
        2, "span", "ends at 31, before its start, 49",
    ),
    "the text is shorter": (setter(METRIC, "text", "300"), 6, "text", "has 3 characters"),
    "a mention behind the end": (
        appended(METRIC, "mentions", {"start": 1000, "end": 1008}), 6, "mentions.1", "ends at 1008",
    ),
    "span is no mention": (
        setter(METRIC, "mentions", []), 6, "mentions", "is not among them",
    ),
    "mentions out of order": (
        appended(LAST, "mentions", {"start": 0, "end": 5}), 7, "mentions.1", "stands behind",
    ),
    "a mention twice": (
        lambda records: records[LAST]["mentions"].append(records[LAST]["mentions"][0]),
        7, "mentions.1", "is there twice",
    ),
    "a mention in the byline": (
        lambda records: records[LAST]["mentions"].insert(0, {"start": 9, "end": 11}),
        7, "mentions.0", "is outside of headline and body",
    ),
    "an empty grounding": (
        setter(METRIC, "grounding/value", {"start": 83, "end": 83}), 6, "grounding.value", "is empty",
    ),
    "a grounding behind the end": (
        setter(METRIC, "grounding/value/end", 1000), 6, "grounding.value", "the text has 140",
    ),
    "a grounding of nothing": (
        setter(LAST, "grounding/value_max", {"start": 1, "end": 2}),
        7, "grounding.value_max", "leads to a field that has no value",
    ),
    "a grounding of no field": (
        setter(SECOND, "grounding/positions.7.org", {"start": 1, "end": 2}),
        4, "grounding.positions.7.org", "leads to a field that has no value",
    ),
    # dates
    "the end is before the start": (
        setter(EVENT, "date/end", "2023-04-11"), 2, "date.end", "is before start, 2023-04-12",
    ),
    "edtf says another day": (
        setter(METRIC, "period/start", "2022-02-01"), 6, "period.start", "says 2022-01-01",
    ),
    "edtf says an open end": (
        setter(METRIC, "period/end", None), 6, "period.end", "is null, and edtf 2022 says 2022-12-31",
    ),
    "no edtf": (setter(METRIC, "period/edtf", "2022年"), 6, "period.edtf", "is no date of ISO 8601-2"),
    "another precision": (
        setter(METRIC, "period/precision", "month"), 6, "period.precision", "says year",
    ),
    "unresolved, and it has days": (
        setter(METRIC, "period/basis", "unresolved"), 6, "period.basis", "is unresolved",
    ),
    "publication on no day": (
        setter(ARTICLE, "published", "2023-02-30"), 1, "published", "no day of the calendar",
    ),
    # figures and posts
    "a needless fraction": (setter(METRIC, "value", 300.0), 6, "value", "a needless fraction"),
    "a range that is turned": (setter(METRIC, "value_max", 250), 6, "value_max", "less than value"),
    "a post twice": (
        lambda records: records[SECOND]["positions"].append(records[SECOND]["positions"][0]),
        4, "positions.1", "is that of positions.0 again",
    ),
    # the article
    "a count that is not true": (
        setter(ARTICLE, "counts/metric", 3), 1, "counts.metric", "is 3, and 2 metric records follow",
    ),
    "a count of none": (
        setter(ARTICLE, "counts/policy", 0), 1, "counts.policy", "is 0, and 1 policy record follows",
    ),
    "a type is not counted": (
        lambda records: records[ARTICLE]["counts"].pop("event"), 1, "counts", "not event, official,",
    ),
    "a repair that was not made": (
        setter(ARTICLE, "repairs", {"spaces": 0}), 1, "repairs.spaces", "is 0",
    ),
    "a body that runs back": (
        appended(ARTICLE, "body", {"start": 20, "end": 30}), 1, "body.1", "before the one before it",
    ),
    "a body behind the end": (
        appended(ARTICLE, "body", {"start": 139, "end": 141}), 1, "body.1", "ends at 141",
    ),
    # the document
    "a record is lost": (dropped(LAST), 1, "counts.metric", "is 2, and 1 metric record follows"),
    "all of a type are lost": (dropped(EVENT), 1, "counts.event", "left out by qextract run --types?"),
    "the article is lost": (dropped(ARTICLE), 1, "type", "has no article record"),
    "the article is not first": (
        moved(ARTICLE, 1), 2, "type", "stands behind 1 record of its document",
    ),
    "an event is last": (moved(EVENT, 6), 7, "type", "event stands behind metric"),
    "records against the text": (moved(LAST, METRIC), 7, "span", "that of the record above it at"),
    "one line twice": (
        lambda records: records.insert(LAST, records[METRIC]), 7, "id", "is that of line 6, too",
    ),
    "one id twice": (
        lambda records: records[LAST].update(id=records[METRIC]["id"]), 7, "id", "is that of line 6",
    ),
    "a person twice": (
        lambda records: records[SECOND].update(name=records[OFFICIAL]["name"]),
        4, "name", "is that of line 3, too (a document has one official",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_broken_is_told_once(case, records, tmp_path):
    change, number, field, reason = BROKEN[case]
    change(records)
    (fault,) = validate(written(tmp_path, records))
    assert (fault.line, fault.field) == (number, field)
    assert reason in fault.reason


def test_nothing_is_wrong_with_what_is_extracted(tmp_path, records):
    path = written(tmp_path, [*records, *made("b.txt"), *made("c.txt", "没有标题也没有正文")])
    checked = validate(path)
    assert list(checked) == []
    assert (checked.files, checked.documents, checked.records) == (1, 3, 15)
    assert (checked.faults, checked.failures) == (0, 0)


LINES = {
    "no JSON": ("{a: 1}\n", "not JSON (Expecting property name"),
    "an empty line": ("\n", "an empty line"),
    "not a number": ('{"value": NaN}\n', "not JSON (NaN is no number of JSON)"),
    "no object": ("[1, 2]\n", "not a record (it is no JSON object)"),
    "nested without end": ("[" * 100_000 + "\n", "nested without end"),
}


@pytest.mark.parametrize("case", LINES)
def test_a_line_that_is_no_record_is_told_and_the_rest_checked(case, records, tmp_path):
    text, reason = LINES[case]
    records[LAST]["unit"] = ""
    faults = list(validate(written(tmp_path, [*records[:METRIC], text, *records[METRIC:]])))
    assert [(each.line, each.field) for each in faults] == [(6, None), (8, "unit")]
    assert reason in faults[0].reason
    assert str(faults[0]) == f"{faults[0].path}:6: {faults[0].reason}"


def test_a_line_that_takes_the_place_of_a_record_is_not_counted_against_the_article(
    records, tmp_path
):
    for at in (ARTICLE, EVENT, LAST):
        faults = list(validate(written(tmp_path, [*records[:at], "?\n", *records[at + 1 :]])))
        assert [(each.line, each.field) for each in faults] == [(at + 1, None)]


def test_a_file_that_breaks_off_is_told_in_its_last_line(records, tmp_path):
    text = "".join(map(line, records))
    path = tmp_path / "records.jsonl"
    path.write_text(text[: text.rindex("合格率")])
    (fault,) = validate(path)
    assert fault.line == 7
    assert "the last line is cut off?" in fault.reason
    path = tmp_path / "records.jsonl.gz"
    path.write_bytes(gzip.compress(text.encode(), mtime=0)[:-300])
    (fault,) = validate(path)
    assert "the .gz is cut off before its end" in fault.reason


def test_what_is_not_utf_8_is_told_with_its_byte(records, tmp_path):
    path = tmp_path / "records.jsonl"
    lines = [line(each).encode() for each in records]
    lines[EVENT] = line(records[EVENT]).encode("gb18030")
    path.write_bytes(b"".join(lines))
    (fault,) = validate(path)
    assert fault.line == 2
    assert fault.reason.startswith("not UTF-8 (byte ")


def test_a_byte_order_mark_is_told_and_its_line_read(records, tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text("".join(map(line, records)), "utf-8-sig")
    (fault,) = validate(path)
    assert (fault.line, fault.reason) == (1, "begins with a byte order mark")


def test_a_last_line_without_its_end_is_whole(records, tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text("".join(map(line, records)).rstrip("\n"))
    assert list(validate(path)) == []


def test_a_fault_is_one_line_whatever_the_names(records, tmp_path):
    records[EVENT]["doc_id"] = "a\n\u2028.txt"
    records[LAST]["grounding"]["\n"] = None
    lines = [str(each) for each in validate(written(tmp_path, records))]
    assert any("a\\n\\u2028.txt" in line for line in lines)
    assert any("grounding.\\n: is null" in line for line in lines)
    assert all(len(line.splitlines()) == 1 for line in lines)


def test_records_of_a_document_stand_together(records, tmp_path):
    path = written(tmp_path, [*records[:LAST], *made("b.txt"), records[LAST]])
    faults = list(validate(path))
    assert [(each.line, each.field) for each in faults] == [(1, "counts.metric"), (14, "doc_id")]
    assert "began in line 1 already" in faults[1].reason


def test_ids_are_unique_in_a_folder_but_not_over_several_runs(records, tmp_path):
    first, second = tmp_path / "out" / "a.jsonl", tmp_path / "out" / "below" / "b.jsonl.gz"
    second.parent.mkdir(parents=True)
    first.write_text("".join(map(line, records)))
    second.write_bytes(gzip.compress("".join(map(line, records)).encode()))
    assert list(validate([first, second])) == []
    faults = list(validate(tmp_path / "out"))
    assert {each.path for each in faults} == {str(second)}
    assert [each.field for each in faults] == ["id"] * len(records)
    assert faults[0].reason == f"is that of {first}:1, too"


def test_types_that_were_not_asked_for_are_not_missed(records, tmp_path):
    some = [record for record in records if record["type"] in ("article", "metric")]
    path = written(tmp_path, some)
    assert [each.field for each in validate(path)] == [
        "counts.event", "counts.official", "counts.policy",
    ]  # fmt: skip
    assert list(validate(path, types=["article", "metric"])) == []
    assert [each.field for each in validate(path, types=["article"])] == ["type", "type"]
    assert list(validate(written(tmp_path, some[1:]), types=["metric"])) == []


def test_what_cannot_be_read_is_a_failure_and_the_rest_is_checked(records, tmp_path):
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "folder").mkdir()
    names = ["nowhere.jsonl", "empty.jsonl", "folder", written(tmp_path, records)]
    checked = validate([tmp_path / name for name in names])
    found = list(checked)
    assert [type(each) for each in found] == [Failure] * 3
    assert [each.reason.partition(" (")[0] for each in found] == [
        "no such file or folder", "no record in it", "no .jsonl file in this folder",
    ]  # fmt: skip
    assert (checked.records, checked.faults, checked.failures) == (7, 0, 3)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whatever_stands_in_a_field_is_told_or_right(real, tmp_path_factory, data):
    records = copy.deepcopy(real)
    at = data.draw(st.integers(0, LAST))
    field = data.draw(st.sampled_from([*records[at], "other"]))
    records[at][field] = data.draw(JSON)
    path = written(tmp_path_factory.getbasetemp(), records, "property.jsonl")
    for each in validate(path):
        assert isinstance(each, Fault)
        assert each.reason
        assert "\n" not in str(each)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 7))
def test_any_bytes_between_records_leave_the_others_alone(real, tmp_path_factory, data, at):
    lines = [line(each).encode() for each in real]
    path = tmp_path_factory.getbasetemp() / "bytes.jsonl"
    path.write_bytes(b"".join([*lines[:at], data.replace(b"\n", b"") + b"\n", *lines[at:]]))
    found = list(validate(path))
    # gzip's mark makes another file of it
    if not path.read_bytes().startswith(b"\x1f\x8b"):
        assert {each.line for each in found} == {at + 1}
