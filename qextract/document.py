"""One article on its way through the stages; every stage only adds to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from qextract.mentions import Date, Grounded, Mentions, Span

if TYPE_CHECKING:
    from qextract.repairs import Repaired


@dataclass(frozen=True, slots=True)
class Source:
    """One article as it was read: decoded, not yet repaired.

    doc_id: see the record contract. encoding: the codec's name. sha256: of the bytes read, in hex
    (of a row: of its line's, without the line break; of what was compressed: unpacked).
    published: the day, or the `datetime` without a zone, that the caller or a row's date field
    knows where the page says none. title: what a row's title field says; it stands in the text, too.
    warnings: what was wrong with the bytes.
    """

    doc_id: str
    text: str
    encoding: str = "utf-8"
    sha256: str = ""
    published: dt.date | None = None
    title: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def day(self) -> dt.date | None:
        """`published` without the time of day."""
        day = self.published
        return day.date() if isinstance(day, dt.datetime) else day


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a page, all spans in the repaired text.

    title: the headline, `None` where there is none. body: the spans of the prose, furniture left
    out, in order, each of whole lines. published: an ISO date or datetime. dateline: the day that
    今天 means in the text, where a dateline says it (本报2月2日讯).
    """

    title: Grounded | None
    publisher: Grounded | None
    published: Grounded | None
    dateline: Date | None
    authors: tuple[Grounded, ...]
    editors: tuple[Grounded, ...]
    body: tuple[Span, ...]
    warnings: tuple[str, ...] = ()

    @property
    def regions(self) -> tuple[Span, ...]:
        """What records may come from: the headline and the body, in text order."""
        if self.title is None:
            return self.body
        return tuple(sorted(((self.title.start, self.title.end), *self.body)))


@dataclass(frozen=True, slots=True)
class Article:
    """An article with everything found in it: what the extractors look at.

    reference: the day the text was written (dateline, else publication, else the caller's).
    """

    source: Source
    repaired: Repaired
    page: Page
    reference: dt.date | None
    mentions: Mentions

    @property
    def text(self) -> str:
        """The repaired text."""
        return self.repaired.text


class Draft(NamedTuple):
    """A record before ids, source offsets and validation; all spans in the repaired text.

    fields: the record's own fields by the contract's names. A date value is a `mentions.DateValue`.
    grounding: field path -> span (`positions.0.org`). key: what makes two records the same (goes
    into the id). others: further spans where the same record stands.
    """

    type: str
    rule: str
    start: int
    end: int
    key: tuple[str, ...]
    fields: dict[str, Any]
    grounding: dict[str, Span]
    others: tuple[Span, ...] = ()
