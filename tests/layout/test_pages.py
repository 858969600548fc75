"""Made-up pages, marked line by line: T headline, + body, - neither, * part body."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from qextract.document import Page
from qextract.layout import read

PAGES = Path(__file__).with_name("pages")


class Marked(NamedTuple):
    fields: dict[str, str]
    marks: list[str]
    lines: list[str]


def _marked(block: str) -> Marked:
    fields: dict[str, str] = {}
    marks: list[str] = []
    lines: list[str] = []
    for row in block.splitlines():
        if row[:2] in ("T ", "+ ", "- ", "* "):
            marks.append(row[0])
            lines.append(row[2:])
        else:
            key, _, value = row.partition(": ")
            fields[key] = value
    return Marked(fields, marks, lines)


def _pages() -> Iterator[object]:
    for path in sorted(PAGES.glob("*.txt")):
        for block in path.read_text("utf-8").split("=== ")[1:]:
            name, _, rest = block.partition("\n")
            yield pytest.param(_marked(rest), id=f"{path.stem}: {name}")


def _mark(page: Page, start: int, end: int) -> str:
    if page.title and start <= page.title.start < end:
        return "*" if any(s < end and start < e for s, e in page.body) else "T"
    if any(s <= start and end <= e for s, e in page.body):
        return "+"
    return "*" if any(s < end and start < e for s, e in page.body) else "-"


@pytest.mark.parametrize("marked", _pages())
def test_page(marked: Marked) -> None:
    text = "\n".join(marked.lines)
    page = read(text)
    found = []
    at = 0
    for line in marked.lines:
        found.append(_mark(page, at, at + len(line)))
        at += len(line) + 1
    got = {
        "title": page.title.value if page.title else "null",
        "publisher": page.publisher.value if page.publisher else "null",
        "published": page.published.value[:10] if page.published else "null",
        "authors": ", ".join(a.value for a in page.authors),
        "editors": ", ".join(e.value for e in page.editors),
        "dateline": page.dateline.value.edtf if page.dateline else "",
    }
    wanted = {"authors": "", "editors": got["editors"], "dateline": got["dateline"]} | marked.fields
    lines = [f"{m} {line}" for m, line in zip(found, marked.lines, strict=True)]
    assert lines == [f"{m} {line}" for m, line in zip(marked.marks, marked.lines, strict=True)]
    assert got == wanted
