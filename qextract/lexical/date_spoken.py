"""Datings of plain speech, read only in single remarks: 三天后, 近三个月, 下午三点, 20240307.

In news these are lengths of time, hours of an event that is dated already, or numbers; a person who
asks about one remark means the day of writing and counts from it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from qextract.lexical import date_edtf as edtf
from qextract.lexical.date_edtf import Placed
from qextract.lexical.date_numerals import small
from qextract.lexical.date_patterns import HAN_ONE, SMALL
from qextract.rules import Pattern

_COUNT = f"(?:(?<![0-9])(?!(?:19|20)[0-9]{{2}}年)[1-9][0-9]{{0,3}}(?![0-9])|[{HAN_ONE}两仨]?[百十]?[{HAN_ONE}两仨]?十?[{HAN_ONE}]?(?<=[{HAN_ONE}两仨十百]))"
_UNITS = "秒钟?|分钟?|小时|钟头|天|日|周|星期|礼拜|月|季度|年"
_PART = "凌晨|清晨|早晨|早上|上午|中午|下午|晏昼|傍晚|晚上|晚间|今晚|夜里|深夜|午夜"

COUNTED = Pattern(
    "date.counted",
    "So long before or after now.",
    rf"(?=[0-9{HAN_ONE}两仨十百半])({_COUNT})?个?(多)?个?(半)?个?({_UNITS})(半)?(多)?(?:(之|以)?(前|后)|(?:之|以)?(内)|(?:以)?(来))",
    examples={
        "5天前": "5天前",
        "三个月之后": "三个月之后",
        "17天内": "17天内",
        "半小时以后": "半小时以后",
    },
    rejects=("天前", "五天"),
)

WINDOW = Pattern(
    "date.window",
    "The last or next so many days, weeks, months or years.",
    rf"(最近|近|过去|未来|今后|[前后上下])的?({_COUNT})个?({_UNITS})(?![前后内])",
    examples={"近三个月": "近三个月", "未来48小时": "未来48小时", "上两周": "上两周"},
    rejects=("过去了",),
)

TIME_ALONE = Pattern(
    "date.time_alone",
    "A time of day without a day.",
    rf"(?:({_PART}) ?({SMALL})(?:[点时]|:(?=[0-9]))(?:搭?([0-9]{{1,2}}|零?{SMALL})分?|(半))?(?::[0-9]{{2}})?"
    rf"|(?<![0-9:.])({SMALL})(?:[点时](?:({SMALL})分|半|整|钟)|:([0-5][0-9])(?::[0-5][0-9])?(?![0-9:]))"
    r"|(?<![0-9:.])([0-9]{1,2})(?=[ap]m?|[AP]M))(?:多?钟|[许整]|个字|左右| ?[AaPp][Mm]?)?",
    examples={"下午三点": "下午三点", "15:15": "15:15", "3pm": "3pm"},
    rejects=("一点都不", "二十七点三", "零点五"),
)

NOW = Pattern(
    "date.now",
    "The moment of writing.",
    "现在|此时|此刻|而家|目前|当前|最近(?![的一二两三四五六七八九十0-9])",
    examples={"现在": "现在"},
)

FIGURES = Pattern(
    "date.figures",
    "A date in bare figures.",
    r"(?<![0-9.:/年·-])(?:([12][0-9]{3})(?:(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])| (0?[1-9]|1[0-2]) (0?[1-9]|[12][0-9]|3[01])"
    r"|[-.](0?[1-9]|1[0-2])[-.](0?[1-9]|[12][0-9]|3[01]))"
    r"|([0-9]{2})-(1[0-2]|0?[1-9])-([12][0-9]|3[01]|0?[1-9])|(1[0-2]|0?[1-9])[/·](3[01]|[12][0-9]|0?[1-9])"
    r"|((?:19|20)[0-9]{2})(?=[ -到至]|$))(?![0-9:/年月日%.])",
    examples={"20240307": "20240307", "2022 11 23": "2022 11 23", "6·30": "6·30"},
    rejects=("888-000-9999", "202403073", "3/100"),
)

NTH = Pattern(
    "date.nth",
    "A week or weekday counted within a month or year: 第3个星期日, 前两天.",
    rf"的?(?:第({SMALL})个?(?:周|星期|礼拜)([一二三四五六日天])?|([前后])({SMALL})[天日])",
    examples={"第3个星期日": "第3个星期日", "第2周": "第2周"},
)

_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}
_MONTHS = {"月": 1, "季度": 3, "年": 12}
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
_LATE = frozenset(("下午", "晏昼", "傍晚", "晚上", "晚间", "今晚", "夜里", "深夜"))


def _number(text: str) -> int:
    return small(text.replace("仨", "三"))


def _months_on(day: dt.date, by: int) -> dt.date:
    year, month = edtf.shift_month(day.year, day.month, by)
    return dt.date(year, month, min(day.day, edtf.month_end(year, month).day))


def _open(start: dt.date | None, end: dt.date | None) -> Placed:
    name = f"{start or '..'}/{end or '..'}"
    at = start or end
    assert at is not None
    return Placed(start, end, name, "range", "publication", at.year, at.month, at.day)


def _counted(m: re.Match[str], now: dt.date) -> Placed | None:
    count, more, half_before, unit, half_behind, more_behind, far, way, within, since = m.groups()
    if not count and half_before is None:
        return None
    number = _number(count) if count else 0
    half = bool(half_before or half_behind)
    sign = 1 if way == "后" or within else -1
    if unit in _DAYS:
        length = _DAYS[unit] * number + (_DAYS[unit] + 1) // 2 * half
        at = now + dt.timedelta(sign * length)
        end = at + dt.timedelta(6 if _DAYS[unit] == 7 else 0)
    elif unit in _MONTHS:
        size = _MONTHS[unit]
        length = size * number + (size // 2 if half else 0)
        year, month = edtf.shift_month(now.year, now.month, sign * length)
        if not 1 <= year < 9999:
            return None
        whole_year = unit == "年" and not half
        at, end = dt.date(year, month, 1), edtf.month_end(year, month)
        if whole_year and not within and not since:
            at, end = dt.date(year, 1, 1), dt.date(year, 12, 31)
    else:
        at = end = now
        if far != "以" or not way:
            return edtf.day(now.year, now.month, now.day, "publication", None)
    if within:
        return _open(now, end)
    if since:
        return _open(at, now)
    if far == "以" or (more or more_behind):
        return _open(at, None) if way == "后" else _open(None, end)
    return edtf.days(at, end, "publication")


def _window(m: re.Match[str], now: dt.date) -> Placed | None:
    word, number, unit = m.group(1), _number(m.group(2)), m.group(3)
    ahead = word in ("未来", "今后", "后", "下")
    rolling = word in ("最近", "近", "过去", "未来", "今后") or (word == "后" and unit == "年")
    if unit in _DAYS:
        length = _DAYS[unit] * number
        first = now - dt.timedelta(now.weekday()) if _DAYS[unit] == 7 and not rolling else now
        if rolling:
            return _open(*sorted((now, now + dt.timedelta(length if ahead else -length))))
        step = _DAYS[unit]
        if ahead:
            start = first + dt.timedelta(step)
            return _open(start, start + dt.timedelta(length - 1))
        return _open(first - dt.timedelta(length), first - dt.timedelta(1))
    if unit in _MONTHS:
        length = _MONTHS[unit] * number
        if rolling and ahead:
            begin = now + dt.timedelta(word == "后")
            return _open(begin, _months_on(begin, length) - dt.timedelta(1))
        if rolling:
            return _open(_months_on(now, -length), now)
        month = 1 if unit == "年" else (now.month - 1) // 3 * 3 + 1 if unit == "季度" else now.month
        base = dt.date(now.year, month, 1)
        if ahead:
            start = _months_on(base, _MONTHS[unit])
            return _open(start, _months_on(start, length) - dt.timedelta(1))
        return _open(_months_on(base, -length), base - dt.timedelta(1))
    days = number // 24 if unit == "小时" else 0
    if days:
        return _open(*sorted((now, now + dt.timedelta(days if ahead else -days))))
    return edtf.day(now.year, now.month, now.day, "publication", None)


def _time_alone(m: re.Match[str], now: dt.date) -> Placed | None:
    part, hour, minute, half, bare, bare_minute, colon, english = m.groups()
    number = _number(hour or bare or english)
    minutes = 30 if half else _number((minute or bare_minute or colon or "0").lstrip("零") or "0")
    late = part in _LATE or m.group().rstrip("mM")[-1] in "pP"
    if number > 24 or minutes > 59:
        return None
    if late and number < 12:
        number += 12
    return edtf.day(now.year, now.month, now.day, "publication", (number, minutes, 0))


def _now(_: re.Match[str], now: dt.date) -> Placed | None:
    return edtf.day(now.year, now.month, now.day, "publication", None)


def _figures(m: re.Match[str], now: dt.date) -> Placed | None:
    parts = [int(part) for part in m.groups() if part is not None]
    if m.group(13):
        return edtf.year(parts[0], "explicit")
    if m.group(8):
        parts[0] += 2000 if parts[0] <= now.year % 100 + 20 else 1900
    if m.group(11):
        parts = [now.year, *parts]
    return edtf.day(parts[0], parts[1], parts[2], "explicit", None)


_Maker = Callable[[re.Match[str], dt.date], Placed | None]
READERS: tuple[tuple[Pattern, _Maker], ...] = (
    (COUNTED, _counted),
    (WINDOW, _window),
    (TIME_ALONE, _time_alone),
    (NOW, _now),
    (FIGURES, _figures),
)


def find(text: str, start: int, end: int, now: dt.date | None) -> list[tuple[int, int, Placed]]:
    """Spoken datings between `start` and `end`, counted from `now`; none without it."""
    if now is None:
        return []
    found = []
    for pattern, read in READERS:
        for m in pattern.re.finditer(text, start, end):
            placed = read(m, now)
            if placed is not None:
                found.append((m.start(), m.end(), placed))
    return found


def nth(text: str, at: int, end: int, whole: Placed) -> tuple[int, Placed] | None:
    """第2周, 第3个星期日, 前两天 behind a month or a year: its end and where it lies."""
    if whole.start is None or whole.end is None or whole.precision not in ("month", "year"):
        return None
    m = NTH.re.match(text, at, end)
    if m is None:
        return None
    week, weekday, way, count = m.groups()
    if count:
        span = dt.timedelta(small(count) - 1)
        first = whole.start if way == "前" else whole.end - span
        return m.end(), edtf.days(first, first + span, whole.basis)
    of_week = _WEEKDAYS[weekday] if weekday else 0
    first = whole.start + dt.timedelta((of_week - whole.start.weekday()) % 7)
    first += dt.timedelta(7 * (small(week) - 1))
    return m.end(), edtf.days(first, first + dt.timedelta(0 if weekday else 6), whole.basis)
