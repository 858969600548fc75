"""A date with the words around it: what an event rule looks at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qextract.document import Article
from qextract.extractors.event_names import first_cut, open_cut
from qextract.extractors.event_triggers import Trigger
from qextract.mentions import Date, Sentence, Span, Title

CLAUSE_MARKS = ",;:。!?】\n"
REACH = 4
"""How many clauses behind its own a date governs."""


class Found(NamedTuple):
    """What a rule made of a date: the event's own fields, spans in the repaired text."""

    kind: str
    trigger: Trigger | None
    name: str | Span | None = None
    place: Span | None = None
    start: int | None = None


class Frame(NamedTuple):
    """A date, its sentence, the clause it stands in and the triggers it can reach.

    left is where its clause begins (quotes are not cut), floor where the reach of the date before
    ends, limit where the next date takes over. coarse says that it is a period, not a day.
    """

    article: Article
    text: str
    date: Date
    sentence: Sentence
    left: int
    floor: int
    limit: int
    coarse: bool
    after: Sequence[Trigger]
    before: Sequence[Trigger]
    titles: Sequence[Title]
    names: Mapping[int, str]

    def clause_end(self, at: int) -> int:
        """The end of the clause that `at` stands in."""
        return first_cut(self.text, at, self.sentence.end, CLAUSE_MARKS)

    def clause_start(self, at: int) -> int:
        """The start of the clause that `at` stands in."""
        return open_cut(self.text, self.sentence.start, at, CLAUSE_MARKS)

    def title_in(self, start: int, end: int) -> Title | None:
        """The first title that begins in the range."""
        at = bisect_left(self.titles, start, key=lambda title: title.start)
        if at < len(self.titles) and self.titles[at].start < end:
            return self.titles[at]
        return None

    def last_title_before(self, at: int, start: int) -> Title | None:
        """The last policy title that ends at or before `at` and begins at `start` or later."""
        i = bisect_right(self.titles, at, key=lambda title: title.end) - 1
        while i >= 0 and self.titles[i].start >= start:
            if self.titles[i].is_policy:
                return self.titles[i]
            i -= 1
        return None

    def quantity_in(self, start: int, end: int) -> bool:
        """Whether a figure begins in the range."""
        quantities = self.article.mentions.quantities
        at = bisect_left(quantities, start, key=lambda quantity: quantity.start)
        return at < len(quantities) and quantities[at].start < end

    def name_of(self, title: Title) -> str:
        """The title's full name, also where an alias stands (《办法》)."""
        return self.names.get(title.start, title.title)
