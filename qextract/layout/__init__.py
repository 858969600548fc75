"""Headline, byline, body and furniture of a page.

`read` looks at each line alone (`lines`), finds the headline by where it stands (`headline`), takes
date, outlet and names from the lines around it and from the end of the text, and keeps as body what
is left between the head of the page and its furniture.
"""

from __future__ import annotations

import datetime as dt

from qextract.document import Page
from qextract.layout import bylines, headline, outlet, owner, stamp
from qextract.layout.body import Parts, divide
from qextract.layout.lines import Kind, Line, split
from qextract.layout.patterns import BARE_DAY, DATED, GRID, STAMP
from qextract.mentions import Grounded

__all__ = ["read"]


def read(text: str, *, published: dt.date | None = None, title: str | None = None) -> Page:
    """The parts of a page.

    published: a day that the caller knows where the page says none. title: the headline, if it is
    known; it is looked for among the first lines.

    Offsets are those of `text`, which is in normal form. Never fails: an empty text gives a page
    without a headline and without a body.
    """
    lines = split(text)
    found = headline.find(lines, title)
    parts = divide(lines, found)
    when = _published(text, parts, found, changed=False)
    leads = [(line.start, line.end) for line in parts.body[:4]]
    if found is not None:
        # 新华社滨江3月1日电 题:…
        leads.insert(0, (lines[found.line].start, lines[found.line].end))
    day = dt.date.fromisoformat(when.value[:10]) if when else published
    dateline = stamp.dateline(text, leads, day)
    if when is None and dateline is not None and dateline.value.basis == "explicit":
        when = Grounded(dateline.value.edtf, dateline.start, dateline.end)
    if when is None:
        when = _published(text, parts, found, changed=True)
        if when is not None and dateline is not None:
            dateline = stamp.dateline(text, leads, dt.date.fromisoformat(when.value[:10]))
    authors, editors = bylines.names(text, parts)
    warnings = []
    if found is None:
        warnings.append("no headline")
    if not parts.body:
        warnings.append("no body")
    return Page(
        title=found.grounded if found else None,
        publisher=_publisher(text, parts, found, leads),
        published=when,
        dateline=dateline,
        authors=authors,
        editors=editors,
        body=_spans(text, parts.body),
        warnings=tuple(warnings),
    )


def _spans(text: str, lines: list[Line]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for line in lines:
        if spans and not text[spans[-1][1] : line.start].strip():
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return tuple(spans)


def _published(
    text: str, parts: Parts, title: headline.Headline | None, *, changed: bool
) -> Grounded | None:
    """The day of the page: its meta lines first, then the paper's head, then the signature."""
    dated = [x for x in parts.head if x.kind in (Kind.META, Kind.CREDIT, Kind.EDITOR)]
    plain = [line for line in dated if not GRID.re.search(line.text)]
    above = title.grounded.start if title else 0
    orders = (
        # above the headline a page may tell the day of the visit
        [line for line in plain if line.start > above],
        # the day of the visit, weekday and weather with it, stands above the headline
        [line for line in plain if line.start > above or "星期" not in line.text],
        plain,
        dated,
        [line for line in parts.head if line.kind in (Kind.MASTHEAD, Kind.MENU, Kind.TOOL)],
        _signed(parts.tail),
        [line for line in parts.head if line.kind == Kind.PATH],
    )
    for order in orders:
        for line in order:
            found = stamp.stamp(text, line.start, line.end, changed=changed)
            if found is not None:
                return found
    found = None
    if title is not None:
        # a day behind the headline, on its line
        end = (text + "\n").find("\n", title.grounded.end)
        found = stamp.stamp(text, title.grounded.end, end)
    return found or stamp.of_address(x for x in (*parts.head, *parts.tail) if "http" in x.text)


def _signed(tail: list[Line]) -> list[Line]:
    """The lines behind the text that may date it: none where they date a list of other pages."""
    dated = [line for line in tail if line.kind == Kind.META or STAMP.re.match(line.text)]
    bare = [line for line in dated if BARE_DAY.re.match(line.text)]
    return dated if len(bare) < 2 else [line for line in dated if line not in bare]


def _publisher(
    text: str, parts: Parts, title: headline.Headline | None, leads: list[tuple[int, int]]
) -> Grounded | None:
    """The outlet: named, else the page's site, else the dateline's agency."""
    named = outlet.of_wire(text, leads) or outlet.named_source(
        text, [*(x for x in parts.head if x.kind != Kind.SHORT), *parts.tail]
    )
    if named is not None and owner.is_part(named.value):
        named = owner.of_owner(parts.head) or named
    if named is not None:
        return named
    poster = outlet.of_poster(parts.head)
    if poster is not None:
        return poster
    journal = outlet.of_journal(parts.head)
    if journal is not None:
        return journal
    for line in parts.head:
        if line.kind in (Kind.META, Kind.CREDIT) and DATED.re.search(line.text):
            found = outlet.of_meta(line)
            if found is not None:
                return found
    return (
        outlet.of_offices(parts.head)
        or outlet.of_account(parts.head)
        or owner.of_site(parts.head)
        or (title.site if title else None)
        or owner.of_footer(parts.tail)
        or outlet.of_dateline(text, leads)
        or outlet.of_lead(text, leads[1:] if title else leads)
        or outlet.of_signature(parts.tail)
        or outlet.of_journalist(
            [*((x.start, x.end) for x in parts.head if x.kind == Kind.CREDIT), *leads[:2]], text
        )
        or owner.of_owner(parts.head)
        or owner.of_app(parts.head)
    )
