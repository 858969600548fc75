"""What of a page is head, body and tail."""

from __future__ import annotations

from typing import NamedTuple

from qextract.layout.headline import Headline
from qextract.layout.lines import STAMP, Kind, Line


class Parts(NamedTuple):
    """The lines of a page: around the headline, the text, and what is left out of or behind it."""

    head: list[Line]
    body: list[Line]
    tail: list[Line]


_HEADY = frozenset(
    {
        Kind.META,
        Kind.MASTHEAD,
        Kind.PATH,
        Kind.MENU,
        Kind.TOOL,
        Kind.CREDIT,
        Kind.EDITOR,
        Kind.RULE,
        Kind.CAPTION,
        Kind.SPAM,
    }
)
_ENDS = frozenset({Kind.RELATED, Kind.PAGER, Kind.LEGAL, Kind.SPONSOR, Kind.CONTACT, Kind.EDITOR})
_LEFT_OUT = frozenset({Kind.TOOL, Kind.SPAM, Kind.CAPTION, Kind.CREDIT, Kind.RULE, Kind.PATH})


def divide(lines: list[Line], title: Headline | None) -> Parts:
    """Head, body and tail of a page whose headline is known."""
    begin = title.line + 1 if title else 0
    begin = _after_head(lines, begin)
    head = [line for i, line in enumerate(lines[:begin]) if title is None or i != title.line]
    body: list[Line] = []
    tail: list[Line] = []
    at = begin
    while at < len(lines):
        line = lines[at]
        if line.kind in _ENDS and not _goes_on(lines, at, body):
            break
        if line.kind in _ENDS or line.kind in _LEFT_OUT or _is_meta_in_body(line):
            tail.append(line)
        else:
            body.append(line)
        at += 1
    tail += lines[at:]
    while body and (STAMP.re.match(body[-1].text) or body[-1].text in ("完", "(完)", "(完)")):
        tail.insert(0, body.pop())
    return Parts(head, body, tail)


def _is_meta_in_body(line: Line) -> bool:
    """Whether a line of date and source inside the text is none of the text."""
    return line.kind is Kind.META and (":" in line.text or "|" in line.text)


def _after_head(lines: list[Line], begin: int) -> int:
    """The first line of the text: behind the lines of date, source and page tools."""
    at = begin
    last = begin
    misses = 0
    while at < len(lines):
        kind = lines[at].kind
        if kind is Kind.PROSE or kind in _ENDS - {Kind.EDITOR} or misses >= 3:
            break
        if kind in _HEADY:
            last = at + 1
            misses = 0
        else:
            misses += 1
        at += 1
    return last


def _goes_on(lines: list[Line], at: int, body: list[Line]) -> bool:
    """Whether the text goes on behind a line that usually ends it."""
    kind = lines[at].kind
    before = sum(len(line.text) for line in body if line.kind is Kind.PROSE)
    after = 0
    for line in lines[at + 1 :]:
        if line.kind in (Kind.LEGAL, Kind.RELATED, Kind.PAGER) and (after or kind is Kind.EDITOR):
            break
        if line.kind is Kind.PROSE and "。" in line.text:
            after += len(line.text)
    if before == 0:
        return after > 0
    if kind is Kind.LEGAL:
        return after > 4 * before
    if kind in (Kind.RELATED, Kind.PAGER):
        return after > 2 * before
    return after >= 60 and after * 3 >= before
