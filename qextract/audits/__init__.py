"""What no record used: figures, dates, titles and names that were left lying, and why.

The other side of extraction. Whatever looks like a value is found again (`figures`, `names`, and the
dates and titles of the lexical layer), what records were read from is taken off (`used`), and of the
rest is said what the layers know of it (`reasons`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from qextract import lexical, pipeline
from qextract.audits import figures, names, reasons
from qextract.audits.used import Used
from qextract.document import Article
from qextract.lines import Places
from qextract.mentions import Mentions, Span

__all__ = ["KINDS", "Audit", "Kind", "Left", "audit"]

Kind = Literal["number", "date", "title", "person"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Left(NamedTuple):
    """Something that no record used.

    text: as it stands in the source, at start to end (code points, end exclusive); line and column
    count from 1. reason: what is known of why it was left, `None` where nothing is.
    """

    kind: Kind
    text: str
    start: int
    end: int
    line: int
    column: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Audit:
    """What was left of one article, in text order; `used` counts by kind what records did use."""

    left: tuple[Left, ...]
    used: dict[Kind, int] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Left]:
        return iter(self.left)

    def __len__(self) -> int:
        return len(self.left)

    @property
    def counts(self) -> dict[Kind, tuple[int, int]]:
        """Used and left, by kind."""
        left = Counter(each.kind for each in self.left)
        return {kind: (self.used[kind], left[kind]) for kind in KINDS if kind in self.used}


class _Found(NamedTuple):
    kind: Kind
    start: int
    end: int
    reason: str | None


def audit(article: Article, kinds: Collection[str] = KINDS, *, furniture: bool = False) -> Audit:
    """What records left in the headline and the body of `article`; `kinds` keeps some of it.

    furniture: look also at the lines that were taken for no part of the text.
    """
    used = Used(article, pipeline.drafts(article))
    found = list(_candidates(article, article.mentions, used, kinds, None))
    if furniture:
        outside = _outside(article)
        mentions = lexical.read(article.text, outside, article.reference)
        found += _candidates(article, mentions, used, kinds, reasons.FURNITURE, outside)
    left = sorted(each for each, taken in found if not taken)
    counts = Counter(each.kind for each, taken in found if taken)
    source, places = article.source.text, Places(article.source.text)
    made = []
    for kind, low, high, reason in sorted(left, key=lambda each: (each.start, each.end)):
        start, end = article.repaired.to_source(low, high)
        made.append(Left(kind, source[start:end], start, end, *places[start], reason))
    return Audit(tuple(made), {kind: counts[kind] for kind in KINDS if kind in kinds})


def _candidates(
    article: Article,
    mentions: Mentions,
    used: Used,
    kinds: Collection[str],
    reason: str | None,
    regions: Iterable[Span] | None = None,
) -> Iterator[tuple[_Found, bool]]:
    """All that looks like a value, with whether a record used it."""
    text = article.text
    regions = tuple(article.page.regions if regions is None else regions)
    closed = figures.Closed(mentions.titles)
    if "number" in kinds:
        for figure in figures.find(text, regions, mentions):
            if not closed.holds(figure.start, figure.end):
                why = reason or reasons.of_figure(text, figure)
                taken = used.covers(figure.start, figure.end)
                yield _Found("number", figure.start, figure.end, why), taken
    if "date" in kinds:
        why_undated = reasons.Dates(text, regions, mentions)
        for date in mentions.dates:
            if not closed.holds(date.start, date.end):
                why = reason or why_undated.of(date)
                yield _Found("date", date.start, date.end, why), used.dates(date)
    if "title" in kinds:
        for title in mentions.titles:
            why = reason or reasons.of_title(text, title)
            taken = used.covers(title.start, title.end)
            yield _Found("title", title.start, title.end, why), taken
    if "person" in kinds:
        for name in names.find(text, regions, mentions):
            taken = used.knows(name.form, name.start, name.end)
            why = reason or reasons.of_name(name)
            yield _Found("person", name.start, name.end, why), taken


def _outside(article: Article) -> list[Span]:
    """The rest of the page: the lines around headline and body."""
    spans: list[Span] = []
    at = 0
    for start, end in sorted(article.page.regions):
        if article.text[at:start].strip():
            spans.append((at, start))
        at = max(at, end)
    if article.text[at:].strip():
        spans.append((at, len(article.text)))
    return spans
