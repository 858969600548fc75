"""Metrics: the quantities that an article asserts, with what they count or measure.

The figures come from the lexical layer. Here is decided which of them count (`metric_filter`), what
each one is about (`metric_rules`), for which time and whose it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress

from qextract.document import Article, Draft
from qextract.extractors import metric_drafts as drafts
from qextract.extractors import metric_periods as periods
from qextract.extractors.metric_filter import counts, is_aside
from qextract.extractors.metric_items import Opaque, Row, is_verb, row
from qextract.extractors.metric_labels import Labels, columns
from qextract.extractors.metric_nouns import REGIONS
from qextract.extractors.metric_phrases import place
from qextract.extractors.metric_rules import ALONE, WITH_OTHERS, near_others
from qextract.extractors.metric_scene import Made, Reading, Scene
from qextract.mentions import Date, DateValue, Mentions, Quantity, Sentence, Span

# The rule of a figure that only says who or what something happened to: 抓获34名嫌疑人.
_OBJECT = "metric.classifier_noun"
_REPORTED = ("报告期内", "年报显示")
_REVIEWS = (",是",)
# What is counted only to say that a list follows: 四个方面.
_VAGUE = frozenset(("方面", "关键", "层面", "维度", "角度", "步骤"))
# Times that only say again which year is meant.
_WITHIN = frozenset(("全年", "年内", "当年", "同年", "本年度", "当月", "同月"))
_COMPARED = frozenset("比较与同和跟")
# The kinds of items that say something of the figures in their clause, and the figures.
_WEIGHED = frozenset("QKoO|al")
_EMPTY = Row("", (), ())
_NOW = frozenset(("目前", "现有", "现在", "现", "当前", "如今", "眼下", "至今", "迄今"))


def extract(article: Article) -> list[Draft]:
    """The metrics of an article in text order, exact repeats folded into one draft each."""
    text, found = article.text, article.mentions
    closed = sorted(
        [(t.start, t.end) for t in found.titles] + [(d.start, d.end) for d in found.dates]
    )
    figures = _outside([q for q in found.quantities if counts(text, q)], closed)
    asides = [is_aside(text, q) for q in figures]
    times = list(compress(figures, asides))
    if times:
        figures = [q for q, aside in zip(figures, asides, strict=True) if not aside]
    reader = _Reader(text, figures, found, times)
    reader.columns = columns(text, found.sentences, figures)
    at = 0
    for sentence in found.sentences:
        first = at
        while at < len(figures) and figures[at].start < sentence.end:
            at += 1
        reader.read(sentence, first, at)
    title = article.page.title
    return drafts.fold(reader.drafts, title.end if title else 0, text)


def _with_suffix(text: str, quantity: Quantity) -> Span:
    """A length of time with the 前, 后 or 来 behind it; 10万人 with the 口."""
    end = quantity.end
    start = quantity.start - text.startswith("每", max(0, quantity.start - 1))
    return start, end + (text[end : end + 1] in ("前", "后", "来", "口"))


def _sized(text: str, quantity: Quantity) -> int:
    """How much of what follows belongs to a figure without a unit: 三大法人, 28省市."""
    if quantity.unit is not None:
        return 0
    regions = REGIONS.match(text, quantity.end)
    return len(regions.group()) if regions else int(text.startswith("大", quantity.end))


def _outside(figures: Sequence[Quantity], closed: Sequence[Span]) -> list[Quantity]:
    """The figures that do not lie in one of the spans."""
    kept = []
    at = reach = 0
    for figure in figures:
        while at < len(closed) and closed[at][0] < figure.end:
            reach = max(reach, closed[at][1])
            at += 1
        if figure.start >= reach:
            kept.append(figure)
    return kept


class _Reader:
    """Reads sentences in order and keeps what later ones may borrow."""

    def __init__(
        self,
        text: str,
        figures: Sequence[Quantity],
        found: Mentions,
        times: Sequence[Quantity],
    ) -> None:
        self.text = text
        self.figures = figures
        self.dates: Sequence[Date] = found.dates
        self.drafts: list[Draft] = []
        self.labels = Labels(text)
        self.columns: dict[int, Span] = {}
        self._others = sorted(
            [Opaque(t.start, t.end, "N", "") for t in found.titles]
            + [Opaque(d.start, d.end, "K", i) for i, d in enumerate(found.dates)]
            + [Opaque(*_with_suffix(text, q), "a", "") for q in times]
            + [
                Opaque(o.start + (text[o.start] == "占"), o.end, "O", "")
                for o in found.organisations
            ]
        )
        self._places = frozenset(place.text for place in found.places)
        self._starts = [item.start for item in self._others]
        self._earlier: list[Made] = []
        self._period: DateValue | None = None
        self._carried: DateValue | None = None  # by a heading
        self._near: DateValue | None = None  # for the sentences that follow in this one
        self._brief = False  # whether the period is a day or a month, which events happen in
        self._paragraph = -1

    def read(self, sentence: Sentence, first: int, last: int) -> None:
        """Draft the figures `first` to `last` (exclusive), which lie in `sentence`."""
        if sentence.paragraph != self._paragraph:
            self._paragraph = sentence.paragraph
            self._earlier = []
            self._near = self._carried
        if not self.text.startswith("其中", sentence.start):
            self._period, self._brief = self._near, False
        if first == last:
            self._without_figures(sentence)
            return
        scene = Scene(self.text, _EMPTY, 0, self.figures[first])
        scene.earlier = self._earlier
        scene.places = self._places
        scene.aside = False
        column = self.columns.get(sentence.start)
        if last - first == 1 and (column or len(sentence.clauses) == 1):
            scene.label = column or self.labels.label
            if scene.label is not None and self.labels.period is not None:
                self._period = self.labels.period
            scene.earlier = self.labels.made
        self.labels.forget()
        holder: Span | None = None
        at = first
        for clause in sentence.clauses:
            begin = at
            while at < last and self.figures[at].start < clause.end:
                at += 1
            if begin == at:
                self._happening(clause.start, clause.end)
                scene.lead = (clause.start, clause.end)
                continue
            scene.row = self._row(clause.start, clause.end, begin, at)
            holder = self._clause(scene, begin, holder)
            scene.lead = None
        self._earlier = scene.made
        if scene.label is not None:
            self.labels.made = scene.made

    def _row(self, start: int, end: int, begin: int, at: int) -> Row:
        lo = bisect_left(self._starts, start)
        hi = bisect_left(self._starts, end, lo)
        items = [
            Opaque(q.start, q.end + _sized(self.text, q), "Q", i)
            for i, q in enumerate(self.figures[begin:at])
        ]
        if hi > lo:
            items = _apart(items, self._others[lo:hi])
        return row(self.text, start, end, items)

    def _clause(self, scene: Scene, begin: int, holder: Span | None) -> Span | None:
        """Draft the figures of a clause; gives whose they are, for the next clause."""
        items = scene.row
        kinds = items.kinds
        now = False
        aside: DateValue | None = None  # 上年同期: for this clause alone
        ends = kinds.rfind("Q")
        parts = kinds.startswith("e") and "Q、" in kinds
        if self._brief and not periods.states(kinds, ends):
            self._period, self._brief = self._near, False
        for index, kind in enumerate(kinds):
            if kind not in _WEIGHED:
                continue
            if kind == "Q":
                place(scene, index, self.figures[begin + int(items.info[index])])
                reading, name = _read(scene)
                if reading.subject in _VAGUE or _idle(scene.quantity, reading):
                    continue
                before = drafts.before(scene)
                happened = name != _OBJECT and is_verb(reading.subject or "")
                listed = parts and kinds[index + 1] in "|、(" and not scene.run.strip("al_(K")
                scene.made.append(
                    Made(scene.quantity, reading, happened, scene.aside, before[1], listed)
                )
                period = self._local(items, index) or aside
                if period is None and not now and not (self._brief and name == _OBJECT):
                    period = self._period
                self.drafts.append(drafts.make(scene, reading, name, before, period, holder))
            elif kind == "K":
                date = self.dates[int(items.info[index])]
                if kinds[max(0, index - 1) : index] == "l":
                    continue  # 恢复至2019年同期的77.5%
                if kinds[index + 1] == "b" and not drafts.compared(kinds, index):
                    aside = periods.year_before(self._period, date)
                elif index < ends and periods.governs(kinds, index):
                    self._govern(date, periods.states(kinds, ends))
                    now = False
            elif kind in "oO" and kinds[index + 1] != "Q":
                if index < 12 and not kinds[:index].strip("aK_|eh("):
                    holder = items.spans[index]
            elif kind == "|":
                mark = self.text[items.spans[index][0] : items.spans[index][1]]
                scene.aside = mark == "(" or (scene.aside and mark != ")")
            elif kind in "al" and self.text[slice(*items.spans[index])] in _NOW:
                now = True
        return holder

    def _govern(self, date: Date, states: bool = True) -> None:
        """From here on in the sentence the figures hold for `date`.

        states: whether a figure ends the clause, so that it is no mere detail of what happened.
        """
        if date.text in _WITHIN:
            if self._period is not None:
                return
            if date.text == "全年":
                before = periods.named_year(
                    self.text, self.dates, self._before(date.start), date.start
                )
                date = date._replace(value=before or date.value)
        if periods.begins(self.text, date):
            return
        brief = periods.is_brief(date)
        if brief and not states:
            return
        self._period, self._brief = periods.held(date, self._period), brief
        self._near = self._carried

    def _local(self, items: Row, index: int) -> DateValue | None:
        """The time that belongs to one figure alone: 由2020年的2.6人."""
        if items.kinds[max(0, index - 2) : index] != "Kg":
            return None
        last = self.text[items.spans[index][1] - 1]
        if last == "倍" or (last == "%" and items.kinds[index - 3 : index - 2] == "l"):
            return None  # 是上年的1.6倍, 恢复至2019年的96.2%
        return self.dates[int(items.info[index - 2])].value

    def _happening(self, start: int, end: int) -> None:
        """A clause without figures: it sets the time, or says what happened and when."""
        if self._period is None and self.text.startswith(_REPORTED, start):
            self._period = periods.named_year(self.text, self.dates, self._before(start), start)
            return
        date = self._date_alone(start, end)
        if date is None:
            if self._brief:
                self._period, self._brief = self._near, False
            return
        before = self._period
        self._govern(date)
        moved = self._period is not before and periods.lasts(date)
        if moved and not periods.inside(date.value, before):
            self._near = self._period

    def _before(self, start: int) -> int:
        """How many dates stand before `start`."""
        return bisect_left(self.dates, start, key=lambda date: date.start)

    def _date_alone(self, start: int, end: int) -> Date | None:
        """The date that a clause consists of, with little else around it."""
        lo = bisect_left(self._starts, start)
        hi = bisect_left(self._starts, end, lo)
        for item in self._others[lo:hi]:
            if item.kind != "K" or self.text[max(0, item.start - 1) : item.start] in _COMPARED:
                continue
            date = self.dates[int(item.info)]
            if periods.alone(self.text, start, end, date):
                return periods.since(date) if self.text.startswith("以来", end - 2) else date
        return None

    def _without_figures(self, sentence: Sentence) -> None:
        """A sentence that only sets a time, or a label for the figure on the next line."""
        lo = bisect_left(self._starts, sentence.start)
        hi = bisect_left(self._starts, sentence.end, lo)
        named = None
        for item in self._others[lo:hi]:
            if item.kind == "K":
                named = self.dates[int(item.info)].value
        labels = self.labels.see(sentence, named or self._period)
        if named is None or named.start is None or named.end is None:
            return
        if named.end - named.start < periods.LASTING:
            return
        if labels and named != self._near:
            self._carried = named  # a heading: 一、2023年工作回顾
        elif self.text.startswith(_REVIEWS, sentence.clauses[0].end):
            self._near = named  # 2023年,是不平凡的一年。


def _idle(quantity: Quantity, reading: Reading) -> bool:
    """Whether a length of time or a discount measures nothing that the text names."""
    return reading.subject is None and (
        quantity.dimension == "duration" or quantity.text.endswith("折")
    )


def _apart(one: Sequence[Opaque], other: Sequence[Opaque]) -> list[Opaque]:
    """Both in text order; of two that overlap the figure stays, else the first."""
    kept: list[Opaque] = []
    for item in sorted((*one, *other)):
        if kept and item.start < kept[-1].end:
            if item.kind == "Q" and kept[-1].kind != "Q":
                kept[-1] = item
            continue
        kept.append(item)
    return kept


_ALONE = tuple((one.name, one.run) for one in ALONE)
_ALL = (*((one.name, one.run) for one in WITH_OTHERS), *_ALONE)


def _read(scene: Scene) -> tuple[Reading, str]:
    for name, run in _ALL if near_others(scene) else _ALONE:
        reading = run(scene)
        if reading is not None:
            return reading, name
    return Reading(None), _ALONE[-1][0]
