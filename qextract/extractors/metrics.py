"""Metrics: the quantities that an article asserts, with what they count or measure.

The figures come from the lexical layer. Here is decided which of them count (`metric_filter`), what
each one is about (`metric_rules`), for which time and whose it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from qextract.document import Article, Draft
from qextract.extractors.metric_filter import counts
from qextract.extractors.metric_items import Row, figures_and_dates, row
from qextract.extractors.metric_rules import ORDER, Made, Reading, Scene
from qextract.mentions import Date, DateValue, Quantity, Sentence, Span


def extract(article: Article) -> list[Draft]:
    """The metrics of an article in text order, exact repeats folded into one draft each."""
    found = article.mentions
    text = article.text
    figures = [q for q in found.quantities if counts(text, q)]
    closed = [(t.start, t.end) for t in found.titles] + [(d.start, d.end) for d in found.dates]
    figures = _outside(figures, sorted(closed))
    reader = _Reader(text, figures, found.dates)
    at = 0
    last_line: Sentence | None = None
    for sentence in found.sentences:
        first = at
        while at < len(figures) and figures[at].start < sentence.end:
            at += 1
        inside = range(first, at)
        reader.sentence(sentence, inside, last_line)
        last_line = sentence
    return _fold(reader.drafts)


def _outside(figures: Sequence[Quantity], closed: Sequence[Span]) -> list[Quantity]:
    """The figures that do not lie in one of the spans."""
    kept = []
    at = 0
    reach = 0
    for figure in figures:
        while at < len(closed) and closed[at][0] < figure.end:
            reach = max(reach, closed[at][1])
            at += 1
        if figure.start >= reach:
            kept.append(figure)
    return kept


class _Reader:
    """Reads sentences in order and keeps what later ones may borrow."""

    def __init__(self, text: str, figures: Sequence[Quantity], dates: Sequence[Date]) -> None:
        self.text = text
        self.figures = figures
        self.dates = dates
        self.date_starts = [d.start for d in dates]
        self.drafts: list[Draft] = []
        self.carried: Made | None = None
        self.period: DateValue | None = None
        self.paragraph = -1

    def sentence(self, sentence: Sentence, inside: range, before: Sentence | None) -> None:
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
        if not inside:
            return
        text = self.text
        made: list[Made] = []
        group: list[Reading] = []
        modifiers: list[str] = []
        period = self.period
        holder: Span | None = None
        at = inside.start
        for clause in sentence.clauses:
            first = at
            while at < inside.stop and self.figures[at].start < clause.end:
                at += 1
            lo = bisect_left(self.date_starts, clause.start)
            hi = bisect_left(self.date_starts, clause.end, lo)
            dates = self.dates[lo:hi]
            if first == at:
                if dates:
                    period = dates[-1].value
                continue
            items = row(
                text, clause.start, clause.end, figures_and_dates(self.figures[first:at], dates)
            )
            for index, kind in enumerate(items.kinds):
                if kind == "K":
                    period = dates[int(items.info[index])].value
                elif kind == "o":
                    holder = items.spans[index]
                elif kind == "Q":
                    quantity = self.figures[first + int(items.info[index])]
                    scene = Scene(
                        text,
                        items,
                        index,
                        quantity,
                        made,
                        self.carried,
                        _label(text, sentence, before),
                        None,
                        group,
                        modifiers,
                    )
                    reading, name = _read(scene)
                    modifiers = scene.modifiers
                    made.append(Made(quantity, reading))
                    self.drafts.append(
                        _draft(text, items, index, quantity, reading, name, period, holder)
                    )
        if made:
            self.carried = made[-1]


def _label(text: str, sentence: Sentence, before: Sentence | None) -> Span | None:
    """The line before, where it is a short line without an end, and the figure stands alone."""
    if before is None or before.paragraph == sentence.paragraph:
        return None
    if before.end - before.start > 20 or text[before.end - 1] in "。!?;,":
        return None
    return before.start, before.end


def _read(scene: Scene) -> tuple[Reading, str]:
    for candidate in ORDER:
        reading = candidate.run(scene)
        if reading is not None:
            return reading, candidate.name
    return Reading(None), ORDER[-1].name


def _draft(
    text: str,
    items: Row,
    index: int,
    quantity: Quantity,
    reading: Reading,
    name: str,
    period: DateValue | None,
    holder: Span | None,
) -> Draft:
    comparator = quantity.comparator
    basis: str | None = None
    back = index - 1
    while back >= 0 and items.kinds[back] not in "|Q;":
        kind = items.kinds[back]
        if kind == "c" and comparator == "eq":
            comparator = str(items.info[back])  # type: ignore[assignment]
        elif kind in "bm" and basis is None:
            basis = str(items.info[back])
        back -= 1
    change = reading.change
    fields: dict[str, Any] = {
        "value": quantity.value,
        "value_max": quantity.value_max,
        "comparator": comparator,
        "unit": quantity.unit,
        "unit_code": quantity.unit_code,
        "dimension": quantity.dimension,
        "subject": reading.subject,
        "holder": text[holder[0] : holder[1]] if holder else None,
        "change": change,
        "change_basis": basis if change else None,
        "period": period,
    }
    grounding: dict[str, Span] = {"value": quantity.number}
    if quantity.unit and quantity.number[1] < quantity.end:
        grounding["unit"] = (quantity.number[1], quantity.end)
    if reading.span:
        grounding["subject"] = reading.span
    if holder:
        grounding["holder"] = holder
    key = (
        str(quantity.value),
        str(quantity.value_max),
        comparator,
        quantity.unit or "",
        reading.subject or "",
    )
    return Draft("metric", name, quantity.start, quantity.end, key, fields, grounding)


def _fold(drafts: Sequence[Draft]) -> list[Draft]:
    """Exact repeats become one draft with the further spans in `others`."""
    first: dict[tuple[str, ...], int] = {}
    kept: list[Draft] = []
    for draft in drafts:
        at = first.get(draft.key)
        if at is not None and _compatible(kept[at], draft):
            kept[at] = kept[at]._replace(others=(*kept[at].others, (draft.start, draft.end)))
        else:
            first[draft.key] = len(kept)
            kept.append(draft)
    return kept


def _compatible(one: Draft, other: Draft) -> bool:
    a, b = one.fields["period"], other.fields["period"]
    return a is None or b is None or (a.start, a.end) == (b.start, b.end)
