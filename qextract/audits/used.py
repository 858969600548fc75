"""What records used of a text: every span that one of their fields was read from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from qextract.document import Article, Draft
from qextract.mentions import Date, DateValue, Span


class _Spans:
    """Spans to be asked for others that touch them."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self._ends[at] > start


class Used:
    """The used spans of an article.

    An event counts with what its fields were read from, not with the whole clause it is told in:
    a figure in that clause may be in no field. The headline, whole the article's title, is looked at
    as the body is.
    """

    __slots__ = ("_dates", "_names", "_people", "_spans")

    def __init__(self, article: Article, drafts: Sequence[Draft]) -> None:
        page = list(_of_page(article))
        self._spans = _Spans([*_of_drafts(drafts), *page])
        persons = [draft for draft in drafts if draft.type == "official"]
        self._people = _Spans([*_of_drafts(persons), *page])
        self._dates = _dated(article, drafts)
        self._names = _names(article, drafts)

    def covers(self, start: int, end: int) -> bool:
        """Whether a record used some of the span."""
        return self._spans.touch(start, end)

    def dates(self, date: Date) -> bool:
        """Whether a record has the date, be it as the period of a figure."""
        return date.start in self._dates or self.covers(date.start, date.end)

    def knows(self, form: str, start: int, end: int) -> bool:
        """Whether a record or the byline has the person, wherever else the name stands."""
        return form in self._names or self._people.touch(start, end)


def _of_drafts(drafts: Iterable[Draft]) -> Iterator[Span]:
    for draft in drafts:
        yield from draft.grounding.values()
        if draft.type != "event":
            yield draft.start, draft.end
            yield from draft.others


def _of_page(article: Article) -> Iterator[Span]:
    page = article.page
    for each in (page.publisher, page.published, page.dateline, *page.authors, *page.editors):
        if each is not None:
            yield each.start, each.end


def _dated(article: Article, drafts: Iterable[Draft]) -> set[int]:
    """Where the dates stand that no grounding leads to: periods, and repeats of an event's date."""
    dates = article.mentions.dates
    starts = [date.start for date in dates]
    by_text: dict[str, list[int]] = {}
    for date in dates:
        by_text.setdefault(date.value.text, []).append(date.start)
    found: set[int] = set()
    for draft in drafts:
        period = draft.fields.get("period")
        if isinstance(period, DateValue) and (places := by_text.get(period.text)):
            # the one before the figure set it; behind it stands one only in 300家(2023年)
            found.add(places[max(0, bisect_right(places, draft.start) - 1)])
        if draft.type == "event":
            value = draft.fields["date"]
            for start, end in draft.others:
                for date in dates[bisect_left(starts, start) : bisect_left(starts, end)]:
                    if date.value.edtf == value.edtf:
                        found.add(date.start)
    return found


def _names(article: Article, drafts: Iterable[Draft]) -> frozenset[str]:
    names = {each.value for each in (*article.page.authors, *article.page.editors)}
    for draft in drafts:
        if draft.type == "official":
            names.add(draft.fields["name"])
        elif draft.type == "event":
            names.update(draft.fields["participants"])
    return frozenset(names | {name.rpartition("·")[2] for name in names})
