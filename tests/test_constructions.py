"""docs/constructions.md, row by row: every sentence gives the records that stand beside it.

A failing row shows what comes out, as the page writes it. Rows under "Not yet" are expected to fail;
one that does not must move up.
"""

import re
from pathlib import Path

import pytest

import qextract
from qextract.records import Record
from qextract.records.summary import summary

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "constructions.md").read_text("utf-8")
PUBLISHED = "2024-03-05"
TYPES = {"Officials": "official", "Policies": "policy", "Metrics": "metric", "Events": "event"}
FIELDS = {
    "official": (),
    "policy": ("action", "date", "effective", "refers_to", "aliases"),
    "metric": ("holder", "period", "change", "change_basis"),
    "event": ("participants",),
}
HEADING = re.compile(r"(#{2,3}) (.*)")
ROW = re.compile(r"\| (?!---)(.+?) \| (.+?) \| (.+?) \|")


def told(record: Record) -> str:
    """A record as the page writes it."""
    parts = summary(record).split(" | ")
    while parts[-1] == "-":
        parts.pop()
    further = []
    for name in FIELDS[record.type]:
        value = getattr(record, name)
        if isinstance(value, list):
            value = ",".join(value)
        if value:
            further.append(f"{name.removeprefix('change_')} {getattr(value, 'edtf', value)}")
    if len(record.mentions) > 1:
        further.append(f"mentions {len(record.mentions)}")
    return " · ".join(parts) + (f" — {'; '.join(further)}" if further else "")


def rows():
    """(type, construction, text, records as written, whether they come out) of every row."""
    section = type_ = ""
    for line in PAGE.splitlines():
        if heading := HEADING.fullmatch(line):
            section = heading[2] if heading[1] == "##" else section
            type_ = TYPES.get(heading[2], TYPES.get(section, ""))
        elif (row := ROW.fullmatch(line)) and section and row[1] != "construction":
            name, text, records = row.groups()
            kind = type_ or name.split(":")[0]
            wanted = [] if records == "nothing" else records.split("<br>")
            yield kind, name, text, wanted, section != "Not yet"


ROWS = list(rows())


def cases():
    for type_, name, text, wanted, holds in ROWS:
        marks = () if holds else pytest.mark.xfail(strict=True, reason="not yet")
        yield pytest.param(type_, text, wanted, marks=marks, id=f"{type_}: {name}: {text[:12]}")


@pytest.mark.parametrize(("type_", "text", "wanted"), list(cases()))
def test_a_sentence_gives_the_records_beside_it(type_, text, wanted):
    page = text.replace("⏎", "\n").replace("␉", "\t")
    found = qextract.extract(page, published=PUBLISHED, types=type_)
    assert [told(record) for record in found] == wanted


def test_the_page_is_whole():
    holding = [row for row in ROWS if row[4]]
    assert len(holding) >= 300
    assert {row[0] for row in ROWS} == set(FIELDS)
    texts = [(type_, text) for type_, _, text, _, _ in ROWS]
    assert len(texts) == len(set(texts))
    assert PAGE.count("\n| ") == len(ROWS) + PAGE.count("\n| construction |") + len(FIELDS) + 1
