"""A date with the words around it: what an event rule looks at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qextract.document import Article
from qextract.extractors.event_triggers import Trigger
from qextract.mentions import Date, Quantity, Sentence, Span, Title

FAR = 30
"""How many titles back a document may have been named."""

REACH = 4
"""How many clauses behind its own a date governs."""


class Found(NamedTuple):
    """What a rule made of a date: the event's own fields, spans in the repaired text."""

    kind: str
    trigger: Trigger | None
    name: str | Span | None = None
    place: Span | None = None
    start: int | None = None
    end: int | None = None


class Frame(NamedTuple):
    """A date, its sentence, the clause it stands in and the triggers it can reach.

    left is where its clause begins (quotes are not cut), floor where the reach of the date before
    ends, limit where the next date takes over. coarse says that it is a period, not a day. names
    leads from the start of a title to the full name of the policy it stands for; cuts are the marks
    between the sentence's clauses.
    """

    article: Article
    text: str
    date: Date
    sentence: Sentence
    cuts: Sequence[int]
    left: int
    floor: int
    limit: int
    coarse: bool
    after: Sequence[Trigger]
    before: Sequence[Trigger]
    triggers: Sequence[Trigger]
    titles: Sequence[Title]
    names: Mapping[int, str]

    def clause_end(self, at: int) -> int:
        """The end of the clause that `at` stands in."""
        i = bisect_left(self.cuts, at)
        return self.cuts[i] if i < len(self.cuts) else self.sentence.end

    def clause_start(self, at: int) -> int:
        """The start of the clause that `at` stands in."""
        i = bisect_left(self.cuts, at)
        return self.cuts[i - 1] + 1 if i else self.sentence.start

    def title_in(self, start: int, end: int) -> Title | None:
        """The first title that begins in the range."""
        at = bisect_left(self.titles, start, key=lambda title: title.start)
        if at < len(self.titles) and self.titles[at].start < end:
            return self.titles[at]
        return None

    def in_title(self, at: int) -> bool:
        """Whether `at` lies inside a title."""
        i = bisect_right(self.titles, at, key=lambda title: title.start) - 1
        return i >= 0 and at < self.titles[i].end

    def last_title_before(self, at: int, start: int, *, policy: bool = True) -> Title | None:
        """The last title that ends at or before `at` and begins at `start` or later.

        Of titles joined by 和 or 、 it is the first. policy: only laws, papers and plans.
        """
        titles = self.titles
        i = bisect_right(titles, at, key=lambda title: title.end) - 1
        start = max(start, titles[max(0, i - FAR)].start if i >= 0 else 0)
        while i >= 0 and titles[i].start >= start and policy and not self.is_policy(titles[i]):
            i -= 1
        if i < 0 or titles[i].start < start:
            return None
        while i and titles[i - 1].start >= start and self.is_policy(titles[i - 1]):
            between = self.text[titles[i - 1].end : titles[i].start]
            if len(between) > 8 or not between.startswith(("、", "和", "及", "以及", "与")):
                break
            i -= 1
        return titles[i]

    def quantity_in(self, start: int, end: int) -> Quantity | None:
        """The first figure that begins in the range."""
        quantities = self.article.mentions.quantities
        at = bisect_left(quantities, start, key=lambda quantity: quantity.start)
        if at < len(quantities) and quantities[at].start < end:
            return quantities[at]
        return None

    def is_body(self, start: int, end: int) -> bool:
        """Whether the range is just a place or an organisation."""
        mentions = self.article.mentions
        for known in (mentions.places, mentions.organisations):
            at = bisect_left(known, start, key=lambda mention: mention.start)
            if at < len(known) and known[at].start == start and known[at].end == end:
                return True
        return False

    def is_place(self, start: int, end: int) -> bool:
        """Whether the range is just a known place."""
        places = self.article.mentions.places
        at = bisect_left(places, start, key=lambda place: place.start)
        return at < len(places) and places[at].start == start and places[at].end == end

    def in_body(self, at: int) -> bool:
        """Whether an organisation's name begins at `at` (the 临川市 of 临川市公安局)."""
        bodies = self.article.mentions.organisations
        first = bisect_left(bodies, at, key=lambda body: body.start)
        return first < len(bodies) and bodies[first].start == at

    def triggers_in(self, start: int, end: int) -> Sequence[Trigger]:
        """The verbs that begin in the range."""
        first = bisect_left(self.triggers, start, key=lambda trigger: trigger.start)
        stop = bisect_left(self.triggers, end, key=lambda trigger: trigger.start)
        return self.triggers[first:stop]

    def verbs_in(self, start: int, end: int) -> list[int]:
        """Where the verbs of the range begin."""
        return [trigger.start for trigger in self.triggers_in(start, end)]

    def verb_in(self, start: int, end: int) -> bool:
        """Whether a strong verb lies in the range."""
        at = bisect_left(self.triggers, start, key=lambda trigger: trigger.start)
        return any(
            trigger.strength == "A" and trigger.end <= end
            for trigger in self.triggers[at : at + 4]
            if trigger.start < end
        )

    def is_policy(self, title: Title) -> bool:
        """Whether the title stands for a law, paper, plan or standard of the article."""
        return title.start in self.names

    def name_of(self, title: Title) -> str:
        """The title's full name, also where an alias stands (《办法》)."""
        return self.names.get(title.start, title.title)
