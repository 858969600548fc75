"""Dates and spans of dates in the given regions, placed in the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from qextract.lexical import date_around as around
from qextract.lexical import date_edtf as edtf
from qextract.lexical import date_ordinal, date_spoken
from qextract.lexical import date_patterns as p
from qextract.lexical.date_context import Context
from qextract.lexical.date_edtf import Placed
from qextract.lexical.date_piece import Point, Scope, read_clock
from qextract.lexical.date_points import parse
from qextract.lexical.date_resolve import place, place_range
from qextract.mentions import Date, Span

#: A dating behind one of these has no beginning: 截至6月底.
_AS_OF = ("截至", "截止", "截止到", "截至到", "截止至")
_AS_OF_ENDS = frozenset("至止到")
#: Whose clock a dating goes by, between 截至 and the dating.
_CLOCKS = ("北京时间", "当地时间")
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
#: Words of pages that count years from 1912.
_TAIWAN = ("民国", "行政院", "立法院", "新台币")
#: First characters of the patterns behind a dating: a look at one is cheaper than a match.
_SUFFIX_HEADS = frozenset(" 以至迄起到之前来开")
_ROUND = frozenset("年月的逢每")
_DASHES = frozenset(" -—–~")
_JOINT_HEADS = frozenset(" 至到-—~～–起开、与和")
_FUTURE_CHARACTERS = frozenset("将拟订定预划力取望至到")
_AHEAD = frozenset("起前将拟")
#: How far before a dating 将 and its like are looked for.
_REACH = 6
#: A year of two digits may lie so many years ahead.
_SOON = 8
#: What a paragraph is not about: a dating behind these is only compared with, or is in a name.
_PASSING = frozenset("比较同超《〈(〔由")
#: A dating between these is where something begins or ends.
_LIMITS = frozenset(("自", "至", "到"))
_BEGINS = ("起", "前", "之前")
#: A birth is long past: it says nothing of when the other things happened.
_BORN = ("出生", "生于", "生,", "生人")
_BORN_IN = ("生于", "出生于", "出生在")
_SET = ("决定", "决定于", "决定在", "提议", "建议于")
_HEAD = frozenset(" \n,。;:!?、(“—·在于")
_LONGEST_HEADING = 40
_LONGEST_TITLE = 60
#: How far before a year a comparison with it is looked for.
_COMPARED = 9


def scan(
    text: str, regions: Sequence[Span], reference: dt.date | None, *, loose: bool = False
) -> list[Date]:
    """Every dating in the regions of repaired `text`, in order; a range is one mention.

    reference: the day the text was written, `None` if unknown. loose: take in the datings of plain
    speech (三天前), and where `text` is a short remark also shapes that news uses for other things
    (3号, 20240904, 三天后); see `date_spoken`.
    """
    if "壹" in text or "贰" in text:
        plain = p.FINANCIAL.re.sub(lambda m: m.group().translate(_PLAIN), text)
        if plain != text:
            found = scan(plain, regions, reference, loose=loose)
            return [_as_written(date, text) for date in found]
    found = []
    manner: date_spoken.Manner = date_spoken.manner(text) if loose else "story"
    context = Context(reference, manner == "alone")
    if reference is None:
        context.full = _in_full(text, regions)
    search = p.ANCHOR.re.search
    roc = any(word in text for word in _TAIWAN)
    latest = (reference.year if reference is not None else 2030) + _SOON
    for start, end in regions:
        scope = Scope(text, end, roc, manner != "story", latest, manner == "alone")
        at = told = start
        fresh = True  # nothing told in this region yet
        while (m := search(text, at, end)) is not None:
            begin = m.start()
            first = parse(scope, begin, m.end())
            if first is None:
                at = begin + 1
                continue
            if text[begin - 1 : begin] in _ROUND and around.EVERY.re.search(
                text, max(0, begin - 3), begin
            ):
                at = first.end
                continue
            context.moved(
                fresh or text.find("。", told, begin) >= 0,
                fresh or text.find("\n", told, begin) >= 0,
            )
            date = _read(scope, first, context)
            at = told = first.end if date is None else date.end
            if date is not None:
                found.append(date)
                fresh = False
        if loose:
            found = _with_spoken(scope, start, found, reference, manner)
    if loose and "《" in text:
        found = [date for date in found if not _in_title(text, date.start, date.end)]
    return found


def _in_full(text: str, regions: Sequence[Span]) -> dict[tuple[int, int], int]:
    """The year of each day and month that is written out with its year; the first one counts."""
    found: dict[tuple[int, int], int] = {}
    for start, end in regions:
        for m in around.IN_FULL.re.finditer(text, start, end):
            year, month, day = int(m[1]), int(m[2]), int(m[3] or 0)
            found.setdefault((month, day), year)
            found.setdefault((month, 0), year)
    return found


def _as_written(date: Date, text: str) -> Date:
    said = text[date.start : date.end]
    return date._replace(text=said, value=date.value._replace(text=said))


def _in_title(text: str, start: int, end: int) -> bool:
    """Whether a dating stands inside 《》: it names a work or a document, it dates nothing."""
    opened = text.rfind("《", max(0, start - _LONGEST_TITLE), start)
    if opened < 0 or text.find("》", opened, start) >= 0:
        return False
    return text.find("》", end, end + _LONGEST_TITLE) >= 0


def _with_spoken(
    scope: Scope,
    start: int,
    found: list[Date],
    reference: dt.date | None,
    manner: date_spoken.Manner,
) -> list[Date]:
    """Add the datings of plain speech; of two that overlap, the longer stays."""
    text = scope.text
    made = []
    for begin, stop, placed in date_spoken.find(text, start, scope.end, reference, manner):
        said = text[begin:stop]
        made.append(Date(said, begin, stop, edtf.value(said, placed)))
    # of two that are alike news takes the dated one (过去五年 of a report are its years), a text that
    # is only a dating the spoken one (前两个月 are the last two, not January on)
    made = made + found if manner == "alone" else found + made
    made.sort(key=lambda date: (date.start, -date.end))
    kept: list[Date] = []
    for date in made:
        if not kept or kept[-1].end <= date.start:
            kept.append(date)
        elif date.end - date.start > kept[-1].end - kept[-1].start:
            kept[-1] = date
    return kept


def _read(scope: Scope, first: Point, context: Context) -> Date | None:
    text = scope.text
    last = _other_end(scope, first)
    if last is None and first.open:
        if not _is_listed(text, first):
            return None
        first = first._replace(open=False)
    start, stop = first.start, first.end if last is None else last.end
    future = _announced(text, start, stop)
    if first.day is not None and first.day[0] == "weekday" and text[stop : stop + 1] == "起":
        future = True  # 周五起降温
    context.begins = text[stop : stop + 1] == "起"
    context.starts = context.begins and around.STARTS.re.match(text, stop) is not None
    try:
        if last is None:
            placed = place(first, context, future)
        else:
            placed = place_range(first, last, context, future)
    except (ValueError, OverflowError):
        placed = None  # before the year 1 or after 9999: no calendar holds it
    if placed is None:
        return None
    if placed.precision == "month" and text[start - 2 : start] == "截至":
        placed = _already(first, placed, context)
    if last is None and first.clock is not None:
        stop = _hours(scope, stop)
    if last is None and (
        (part := date_ordinal.nth(text, stop, scope.end, placed, scope.loose)) is not None
    ):
        stop, placed = part
    _remember(text, first, last, placed, context)
    placed, start, stop = _opened(scope, first, placed, start, stop)
    said = text[start:stop]
    return Date(said, start, stop, edtf.value(said, placed))


def _other_end(scope: Scope, first: Point) -> Point | None:
    """The last end of a range, if a joint and a dating of its kind follow the first."""
    if scope.text[first.end : first.end + 1] not in _JOINT_HEADS:
        return None
    short = p.SHORT_END.re.match(scope.text, first.end, scope.end)
    pointed = first.day is not None and first.day[0] == "ref"
    if short is not None and (
        pointed or (first.day is not None and scope.text[first.end - 1].isdigit())
    ):
        month, day = int(short.group(1)), int(short.group(2))
        return Point(first.end, short.end(), month=("abs", month), day=("abs", day))
    joint = p.JOINT.re.match(scope.text, first.end, scope.end)
    if joint is None and first.year is not None and first.month is None:
        joint = p.BETWEEN.re.match(scope.text, first.end, scope.end)
    if joint is None:
        return None
    listed = "、" in joint.group()
    if listed and not first.open:
        return None
    anchor = p.ANCHOR.re.match(scope.text, joint.end(), scope.end)
    if anchor is None:
        return None
    last = parse(scope, anchor.start(), anchor.end())
    if last is None or last.open or last.part[:1] in ("P", "R"):
        return None
    if first.open:
        if (first.day is None) != (last.day is None) or last.year is not None:
            return None
        if first.day is not None and last.month is not None and (listed or first.month is None):
            return None
    if listed:
        one, other = (first.day, last.day) if first.day else (first.month, last.month)
        if one is None or other is None or other[1] != one[1] + 1:
            return None
    if first.day is not None and last.day is None:
        # 即日起至明年3月
        far = last.month is not None and joint.group().rstrip()[-1:] in ("至", "到")
        return last if far and last.month != first.month else None
    return last


def _already(first: Point, placed: Placed, context: Context) -> Placed:
    """截至12月 read in September: the December gone by."""
    ref, start = context.reference, placed.start
    told = first.year is not None or first.month is None or first.month[0] != "abs"
    if told or ref is None or start is None or placed.basis != "publication":
        return placed
    if start <= ref or start.year == 1:
        return placed
    return edtf.month(start.year - 1, start.month, placed.basis)


def _is_listed(text: str, first: Point) -> bool:
    """9月18、20日: a day that shares its 日 with another, not the end of a range."""
    dated = first.month is not None if first.day is not None else first.year is not None
    return dated and text[first.end : first.end + 1] == "、"


def _hours(scope: Scope, stop: int) -> int:
    """今天9时至11时: the hour it lasts to belongs to the same day, and has no place in EDTF."""
    joint = p.JOINT.re.match(scope.text, stop, scope.end)
    if joint is None or "、" in joint.group():
        return stop
    at, clock = read_clock(scope, joint.end())
    return stop if clock is None else at


def _opened(
    scope: Scope, first: Point, placed: Placed, start: int, stop: int
) -> tuple[Placed, int, int]:
    """Take in what opens or closes the dating: 截至 before it, 以来, 前 and 起 behind."""
    text = scope.text
    if text.endswith(_CLOCKS, 0, start) and text.endswith(_AS_OF, 0, start - 4):
        start -= 4
    before = text[start - 1 : start]
    if before in _AS_OF_ENDS:
        for word in _AS_OF:
            if text.endswith(word, 0, start):
                return edtf.until(placed), start - len(word), stop
        if text[stop - 1] == "底":
            placed = edtf.until(placed)
    if text[stop : stop + 1] in _DASHES:
        m = around.TO_NOW.re.match(text, stop, scope.end)
        dotted = placed.precision == "month" and "." in text[start:stop]
        if m is not None and (dotted or m.group()[-1] == "今"):
            return edtf.since(placed), start, m.end()
    if first.name and not first.part and text[stop : stop + 1] in ("后", "过"):
        stop += 2 if text[stop] == "过" else 1
        return edtf.since(placed), start, stop
    if text[stop : stop + 1] not in _SUFFIX_HEADS:
        return placed, start, stop
    m = around.SUFFIX.re.match(text, stop, scope.end)
    if m is None:
        return placed, start, stop
    if m.group(1) or m.group(4):
        return edtf.since(placed), start, m.end()
    if m.group(2):
        return edtf.until(placed), start, m.end()
    began = placed.end is not None and placed.precision != "day"
    if (
        scope.alone
        or (first.part[:2] in ("学年", "财年") and began)
        or (began and (before in ("自", "从") or placed.precision == "year"))
    ):
        return edtf.since(placed), start, m.end()
    return placed, start, m.end()


def _announced(text: str, start: int, stop: int) -> bool:
    """Whether the words around a dating put it ahead of the day of writing."""
    if text[stop : stop + 1] in _AHEAD and around.FUTURE_BEHIND.re.match(text, stop) is not None:
        return True
    reach = max(0, start - _REACH)
    if _FUTURE_CHARACTERS.isdisjoint(text[reach:start]):
        return False
    return around.FUTURE.re.search(text, reach, start) is not None


def _remember(
    text: str, first: Point, last: Point | None, placed: Placed, context: Context
) -> None:
    before = text[first.start - 1 : first.start]
    if text.startswith(_BORN, first.end) or text.endswith(_BORN_IN, 0, first.start):
        return
    passing = (before in _PASSING and before != "") or first.part == "同期"
    if text[first.end - 1] == "度" and around.NAMED_YEAR.re.match(text, first.end - 1) is not None:
        passing = True
    bare = first.month is None and first.day is None and placed.year is not None
    whole = bare and last is None and not first.part and first.year_to is None
    if whole and not passing:
        passing = (
            around.COMPARED.re.search(text, max(0, first.start - _COMPARED), first.start)
            is not None
        )
    if whole and not passing and (before in _HEAD or not before):
        context.governing = placed.year
        if _is_heading(text, first.start, first.end):
            context.section = placed.year
    end = last.end if last is not None else first.end
    limit = before in _LIMITS or text.startswith(_BEGINS, end)
    # a day that a meeting sets for another is not the one that 当天 hangs on
    limit = limit or text.endswith(_SET, 0, first.start)
    context.remember(placed, passing, limit)


def _is_heading(text: str, start: int, end: int) -> bool:
    """Whether the line around `start` and `end` is a heading that a section of the text is under."""
    line = text.rfind("\n", max(0, start - _LONGEST_HEADING), start) + 1
    if line == 0 and start > _LONGEST_HEADING:
        return False
    return around.HEADING.re.match(text, line) is not None
