"""Whatever looks like a figure: quantities, numbers without a unit, digits that are no number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from qextract.mentions import Mentions, Number, Quantity, Span, Title
from qextract.rules import Pattern

DIGITS = Pattern(
    "audit.digits",
    "digits, with the marks inside a score, a telephone or a code",
    r"[0-9]++(?>(?:[.,:/·×*-][0-9]++)*)%?",
    examples={"以3:1获胜": "3:1", "电话010-65363056转": "010-65363056"},
    rejects=("三家",),
)


class Figure(NamedTuple):
    """Digits or numerals; found is what the lexical layer made of them, `None` where nothing."""

    start: int
    end: int
    found: Quantity | Number | None


class Closed:
    """The spans of titles, whose insides are left to them."""

    __slots__ = ("_spans", "_starts")

    def __init__(self, titles: Sequence[Title]) -> None:
        self._spans = sorted((title.start, title.end) for title in titles)
        self._starts = [start for start, _ in self._spans]

    def holds(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._spans[at][1]


def find(text: str, regions: Sequence[Span], mentions: Mentions) -> list[Figure]:
    """The figures of the regions in text order, none inside a date or another figure."""
    made = [Figure(q.start, q.end, q) for q in mentions.quantities]
    taken = sorted([(q.start, q.end) for q in mentions.quantities], key=lambda span: span[0])
    made += _free((Figure(n.start, n.end, n) for n in mentions.numbers), taken)
    taken = sorted([(f.start, f.end) for f in made] + [(d.start, d.end) for d in mentions.dates])
    digits = (
        Figure(*match.span(), None)
        for start, end in regions
        for match in DIGITS.re.finditer(text, start, end)
    )
    return sorted([*made, *_free(digits, taken)], key=attrgetter("start", "end"))


def _free(figures: Iterator[Figure], taken: Sequence[Span]) -> Iterator[Figure]:
    """Those that touch none of `taken`; both are in order."""
    at = 0
    for figure in sorted(figures, key=attrgetter("start")):
        while at < len(taken) and taken[at][1] <= figure.start:
            at += 1
        if at == len(taken) or taken[at][0] >= figure.end:
            yield figure
