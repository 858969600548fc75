"""Why something was left, as far as the layers know it.

Every reason repeats a check that the lexical layer or an extractor makes; where none of them tells,
there is no reason. `REASONS` lists them all, for the docs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from qextract import lexicon
from qextract.audits.figures import Figure
from qextract.audits.names import JOURNALIST, Name
from qextract.extractors import event_triggers, metric_filter
from qextract.extractors.events import LONGEST_DAY, UNTIL
from qextract.lexical import document_types, quantity_rules, quantity_units
from qextract.lexical.sentences import QUOTED_NAME
from qextract.mentions import Date, Mentions, Number, Quantity, Span, Title
from qextract.rules import late

FURNITURE = "furniture"
REASONS: Mapping[str, str] = {
    "address": "number: a house, a floor, a group (3栋2单元)",
    "age": "number: how old somebody is (58岁)",
    "anniversary": "number: 周年",
    "article": "number: 一 that says no more than “a” (一家企业)",
    "code": "number: digits that are no number, as in telephones, models, codes (12345热线, 5G)",
    "edition": "number: 届",
    "grade or name": "number: what it stands in is called so (百亿级, 7天期, 3号线)",
    "list mark": "number: the number of a paragraph or an item",
    "no unit": "number: neither a unit nor a noun that is counted follows",
    "ordinal": "number: 第三",
    "phrase": "number: a set phrase",
    "point of time": "number: a time of day, a day, a year",
    "rank": "number: the first so many (前三名)",
    "score or time": "number: digits on both sides of a colon, a dash or 比 (3:1, 9:30)",
    "session": "number: the session of a body (三次会议)",
    "slogan": "number: in a short quoted name, or before what slogans are made of (四个意识)",
    "time span": "number: only says when, for how long or per what (近三年, 每10股)",
    "base or limit": "date: a target, a deadline or what is compared with (到2025年, 比上年)",
    "in a name": "date: inside a short quoted name",
    "no happening": "date: no verb that tells of a happening in its sentence",
    "said again": "date: only says again which time is meant (全年, 当月)",
    "no policy": "title: its end names no kind of law, plan, notice or standard",
    "report": "title: a report, a request, a contract, a certificate",
    "short form": "title: a type alone, and no document of that type is named",
    "work": "title: a newspaper, a book, a film, a song, by its end or by the words around it",
    "journalist": "person: who wrote, took the picture or edited",
    "no post": "person: called by a word that is no post (村民, 患者)",
    FURNITURE: "all: in a line that was taken for no part of the text (with --furniture)",
}

# What a quantity with such a unit is, where the metric rules do not count it.
_UNITS = {
    "届": "edition",
    "周年": "anniversary",
    "岁": "age",
    "周岁": "age",
    "时": "point of time",
    "点": "point of time",
    "强": "rank",
    "楼": "address",
}
# What a number before such a unit is, where the lexical layer makes no quantity of the two.
_CHECKED = {
    **dict.fromkeys(("栋", "幢", "层", "座", "组", "段"), "address"),
    **dict.fromkeys(("名", "位"), "rank"),
    **dict.fromkeys(("小时", "天"), "grade or name"),
    **dict.fromkeys(("分", "秒", "分钟", "刻", "日", "点", "年"), "point of time"),
    "次": "session",
    "班": "grade or name",
    "公里": "address",
    "期": "grade or name",
}
_CLOCK = ("时", "点")
_LISTS = ("方面", "关键", "层面", "维度", "角度", "步骤")
_AGAIN = frozenset(("全年", "年内", "当年", "同年", "本年度", "当月", "同月"))
_LIMITS = ("截至", "截止", "较", "比")
_COMPARES = ("较", "比")
_COMPARED = late(r"的[约近]?[0-9.一二三四五六七八九十两]{1,6}倍|(?:基本)?持平|相比|相当")
_SCORE = late(r"[0-9.]++(?>(?::[0-9.]++)+)|[0-9]{1,3}-[0-9]{1,3}")
_OPENS = late(r"(?:^|[\n。;!?:])[^\w\n]*$")
_MARKS = frozenset("、.)")
_QUOTE = 9


def of_figure(text: str, figure: Figure) -> str | None:
    """Why no metric was made of a figure."""
    found = figure.found
    if isinstance(found, Quantity):
        return _of_quantity(text, found)
    if isinstance(found, Number):
        return _of_number(text, found)
    return _of_digits(text, figure.start, figure.end)


def _of_quantity(text: str, quantity: Quantity) -> str | None:
    if not metric_filter.counts(text, quantity):
        return _uncounted(text, quantity)
    if metric_filter.is_aside(text, quantity):
        return "time span"
    if text.startswith(_LISTS, quantity.end):
        return "slogan"
    return "time span" if quantity.dimension == "duration" else None


def _uncounted(text: str, quantity: Quantity) -> str:
    """Why the metric rules do not count a quantity."""
    start, end, unit = quantity.start, quantity.end, quantity.unit or ""
    if unit in _UNITS:
        return _UNITS[unit]
    first = quantity.number[0]
    if _is_phrase(text, first):
        return "phrase"
    if text[slice(*quantity.number)] == "一":
        return "article"
    if _in_quotes(text, start) and metric_filter.INSIDE_QUOTES.re.match(text, end):
        return "slogan"
    if not unit:
        return _without_unit(text, end)
    return "session" if unit == "次" else "grade or name"


def _without_unit(text: str, at: int) -> str:
    if text.startswith(_CLOCK, at):
        return "point of time"
    if text.startswith("届", at):
        return "edition"
    return "grade or name" if metric_filter.NAMED_AFTER.re.match(text, at) else "no unit"


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("metric_idioms")))


def _is_phrase(text: str, at: int) -> bool:
    return text.startswith(_phrases(), at)


def _of_number(text: str, number: Number) -> str | None:
    if number.kind == "ordinal":
        return "ordinal"
    if quantity_rules.is_identifier(number):
        return "code"
    if text[number.start - 1 : number.start] == "“" and quantity_rules.is_slogan(text, number):
        return "slogan"
    if _is_phrase(text, number.start):
        return "phrase"
    at = number.end + (text[number.end : number.end + 1] == " ")
    unit = quantity_units.match(text, at, len(text)) if at < len(text) else None
    if unit is None:
        return _without_unit(text, at)
    if number.text == "一":
        return "article"
    if quantity_rules.counts(text, number, unit):
        return None
    if _in_quotes(text, number.start) or unit.name == "个":
        return "slogan"
    return _CHECKED.get(unit.name, "grade or name")


def _in_quotes(text: str, at: int) -> bool:
    """Whether a quotation was opened shortly before and not closed."""
    opened = text.rfind("“", max(0, at - _QUOTE), at)
    return opened >= 0 and text.find("”", opened, at) < 0


def _of_digits(text: str, start: int, end: int) -> str:
    """What digits are that the lexical layer takes for no number."""
    if text[end : end + 1] in _MARKS and _OPENS.search(text, max(0, start - 8), start):
        return "list mark"
    against = "比" in (text[start - 1 : start], text[end : end + 1])
    return "score or time" if against or _SCORE.fullmatch(text, start, end) else "code"


class Dates:
    """Why dates were left, in a text whose verbs and quoted names are looked up once."""

    def __init__(self, text: str, regions: Sequence[Span], mentions: Mentions) -> None:
        self._text = text
        quoted = [
            m.span() for start, end in regions for m in QUOTED_NAME.re.finditer(text, start, end)
        ]
        closed = sorted([*quoted, *((t.start, t.end) for t in mentions.titles)])
        self._quoted, self._opens = quoted, [start for start, _ in quoted]
        verbs = event_triggers.scan(text, regions, closed, mentions.places)
        self._verbs = [verb.start for verb in verbs]
        self._sentences = mentions.sentences
        self._starts = [sentence.start for sentence in mentions.sentences]

    def of(self, date: Date) -> str | None:
        at = bisect_right(self._opens, date.start) - 1
        if at >= 0 and date.end <= self._quoted[at][1]:
            return "in a name"
        if self._is_limit(date):
            return "base or limit"
        if date.text in _AGAIN:
            return "said again"
        at = bisect_right(self._starts, date.start) - 1
        if at < 0:
            return None
        sentence = self._sentences[at]
        first = bisect_left(self._verbs, sentence.start)
        idle = first == bisect_left(self._verbs, sentence.end)
        return "no happening" if idle else None

    def _is_limit(self, date: Date) -> bool:
        """到2030年, 较上年, 6月底前; 是上年的2倍, 与上年持平."""
        text, value = self._text, date.value
        if date.text.startswith(_LIMITS) or date.text.endswith("前"):
            return True
        if text.endswith(_COMPARES, 0, date.start) or _COMPARED.match(text, date.end):
            return True
        brief = (
            value.start is not None
            and value.end is not None
            and (value.end - value.start).days <= LONGEST_DAY
        )
        return not brief and text.endswith(UNTIL, 0, date.start)


def of_title(text: str, title: Title) -> str | None:
    """Why no policy was made of a title."""
    if title.is_policy:
        return "short form" if document_types.is_bare(title.title) else None
    bare = document_types.stem(title.title)
    if bare.endswith(_ends("doc_reports")):
        return "report"
    if (
        bare.endswith(_ends("doc_works"))
        or text.endswith(_ends("doc_work_heads"), 0, title.start)
        or text.startswith(_ends("doc_work_tails"), title.end)
        or document_types.kind(title.title) is not None
    ):
        return "work"
    return "no policy"


@cache
def _ends(name: str) -> tuple[str, ...]:
    return tuple(sorted(lexicon.words(name)))


def of_name(name: Name) -> str | None:
    """Why no official was made of a name."""
    if name.role is None:
        return None
    return "journalist" if name.role == JOURNALIST else "no post"
