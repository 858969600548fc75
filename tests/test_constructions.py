"""docs/constructions.md, row by row: every sentence gives the records that stand beside it.

A failing row shows what comes out, as the page writes it. Rows under "Not yet" are expected to fail;
one that does not must move up (`python tools/move_constructions.py`).
"""

import re
from pathlib import Path

import pytest
from damage import damage

import qextract
from qextract.records import Record
from qextract.records.summary import summary

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "constructions.md").read_text("utf-8")
PUBLISHED = "2024-03-05"
TYPES = {
    "Officials": "official",
    "Policies": "policy",
    "Metrics": "metric",
    "Events": "event",
    "The page": "article",
}
FIELDS = {
    "article": ("authors", "editors"),
    "official": (),
    "policy": ("action", "date", "effective", "refers_to", "aliases"),
    "metric": ("holder", "period", "change", "change_basis"),
    "event": ("participants",),
}
HEADING = re.compile(r"(#{2,3}) (.*)")
ROW = re.compile(r"\| (?!---)(.+?) \| (.+?) \| (.+?) \|")


def told(record: Record, page: str = "") -> str:
    """A record as the page writes it; `page` is the text that an article's body lies in."""
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
    if record.type == "article" and record.body:
        body = page[record.body[0].start : record.body[-1].end]
        further.append(f"body {body[:4]}…{body[-4:]}")
    if len(record.mentions) > 1:
        further.append(f"mentions {len(record.mentions)}")
    return " · ".join(parts) + (f" — {'; '.join(further)}" if further else "")


def comes_out(type_: str, text: str) -> list[str]:
    """The records of a sentence, as the page writes them."""
    page = text.replace("⏎", "\n").replace("␉", "\t")
    found = qextract.extract(page, published=PUBLISHED, types=type_)
    return [told(record, page) for record in found]


def rows():
    """(type, heading, construction, text, records as written, whether they come out) of every row.

    heading: the last one above the row. Rows of sections about several types name theirs.
    """
    section = heading = ""
    for line in PAGE.splitlines():
        if found := HEADING.fullmatch(line):
            heading = found[2]
            section = heading if found[1] == "##" else section
        elif (row := ROW.fullmatch(line)) and section and row[1] != "construction":
            name, text, records = row.groups()
            type_ = TYPES.get(heading) or TYPES.get(section) or name.split(":")[0]
            wanted = [] if records == "nothing" else records.split("<br>")
            yield type_, heading, name, text, wanted, section != "Not yet"


ROWS = list(rows())


def cases():
    for type_, _, name, text, wanted, holds in ROWS:
        marks = () if holds else pytest.mark.xfail(strict=True, reason="not yet")
        yield pytest.param(type_, text, wanted, marks=marks, id=f"{type_}: {name}: {text[:12]}")


@pytest.mark.parametrize(("type_", "text", "wanted"), list(cases()))
def test_a_sentence_gives_the_records_beside_it(type_, text, wanted):
    assert comes_out(type_, text) == wanted


DAMAGES = (
    *("hant", "hant_hk", "hant_tw", "gloss", "full_width"),
    *("shift_quote", "punctuation", "invisible", "radicals"),
)


@pytest.mark.parametrize("kind", DAMAGES)
def test_another_script_and_damage_change_nothing(kind):
    """The same sentences in traditional characters, with readings behind them, one byte off, …"""
    changed, count = [], 0
    for type_, _, _, text, wanted, holds in ROWS:
        if holds and type_ != "article" and (page := damage(kind, text, 1)) != text:
            count += 1
            if (found := comes_out(type_, page)) != wanted:
                changed.append((page, wanted, found))
    assert count > 150
    assert len(changed) <= count / 100, changed[:5]


OTHERS = {
    "persons": "谷雨 沈以南 江源 贺知秋 白鹭 司徒静怡 田野 纪云帆 柳青 欧阳清 方正 郎朝阳 高峰 鲁一鸣 万里 邢万年",
    "places": "临川 阳泉 北岭 黔南 江州 台州",
}


@pytest.mark.parametrize("names", OTHERS)
def test_other_names_give_the_same(names):
    """Nothing rests on the persons and places of the sentences."""
    words = OTHERS[names].split()
    others = dict(zip(words[::2], words[1::2], strict=True))

    def renamed(told):
        return re.sub("|".join(others), lambda name: others[name[0]], told)

    changed, count = [], 0
    for type_, _, _, text, wanted, holds in ROWS:
        # 谷主任 would need another surname
        if (
            holds
            and type_ != "article"
            and (page := renamed(text)) != text
            and "谷主任" not in text
        ):
            count += 1
            if (found := comes_out(type_, page)) != list(map(renamed, wanted)):
                changed.append((page, wanted, found))
    assert count > 60
    assert len(changed) <= 2, changed


def test_the_page_is_whole():
    holding = [row for row in ROWS if row[-1]]
    assert len(holding) >= 300
    assert {row[0] for row in ROWS} == set(FIELDS)
    texts = [(type_, text) for type_, _, _, text, _, _ in ROWS]
    assert len(texts) == len(set(texts))
    assert PAGE.count("\n| ") == len(ROWS) + PAGE.count("\n| construction |") + len(FIELDS) + 1
