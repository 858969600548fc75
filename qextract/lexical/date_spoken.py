"""Datings of plain speech, counted from the day of writing: 三天前, 近三个月, 下午三点, 20240307.

How far they are believed hangs on the manner of the text. In a story (news, any longer text) only
三天前, 近三年 and 未来两周 are datings: what else counts days there is a length of time, an hour of
an event dated already, or a number. In a remark (one short sentence) a person who names an hour or
a number of days means those from now. A text that is nothing but a dating is read ahead: 星期五 is
the next one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Literal, TypeVar

from qextract.lexical import date_edtf as edtf
from qextract.lexical import date_lunar
from qextract.lexical import date_spoken_patterns as s
from qextract.lexical.date_edtf import Placed
from qextract.lexical.date_name_patterns import FEAST
from qextract.lexical.date_numerals import small
from qextract.rules import Pattern

Manner = Literal["story", "remark", "alone"]
#: A longer text is a story.
REMARK = 40
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


def _whole(now: dt.date, number: int, half: bool, unit: str, sign: int) -> Placed | None:
    """The day, week, month or year that lies so far from now."""
    if unit in _DAYS:
        length = _DAYS[unit] * number + (_DAYS[unit] + 1) // 2 * half
        at = now + dt.timedelta(sign * length)
        return edtf.days(at, at + dt.timedelta(6 if _DAYS[unit] == 7 else 0), "publication")
    if unit not in _MONTHS:
        return edtf.day(now.year, now.month, now.day, "publication", None)
    size = _MONTHS[unit]
    year, month = edtf.shift_month(now.year, now.month, sign * (size * number + size // 2 * half))
    if half and size == 1:
        on = _months_on(now, sign * number) + dt.timedelta(sign * 15)
        year, month = on.year, on.month
    if not 1 <= year < 9999:
        return None
    if unit == "年" and not half:
        return edtf.year(year, "publication")
    return edtf.month(year, month, "publication")


def _counted(m: re.Match[str], now: dt.date) -> Placed | None:
    count, more, half_before, unit, half_behind, more_behind, far, way, within, since = m.groups()
    if not count and half_before is None:
        return None
    number = _number(count) if count else 0
    half = bool(half_before or half_behind)
    placed = _whole(now, number, half, unit, 1 if way == "后" or within else -1)
    if placed is None or (unit not in _DAYS and unit not in _MONTHS and (far != "以" or not way)):
        return placed
    last = placed.end
    if unit == "年" and not half and (within or since):
        year, month = edtf.shift_month(now.year, now.month, 12 * number * (1 if within else -1))
        placed, last = edtf.month(year, month, "publication"), edtf.month_end(year, month)
    if within:
        return _open(now, last)
    if since:
        return _open(placed.start, now)
    if far == "以" or (more or more_behind):
        return edtf.since(placed) if way == "后" else edtf.until(placed)
    return placed


def _counted_days(m: re.Match[str], now: dt.date) -> Placed | None:
    """三天后; hours, and days within which something is to be done, are lengths of time."""
    unit, within, since = m.group(4), m.group(9), m.group(10)
    lasting = within or since or (unit not in _DAYS and unit not in _MONTHS)
    return None if lasting else _counted(m, now)


def _ago(m: re.Match[str], now: dt.date) -> Placed | None:
    count, half_before, unit, other, half_behind = m.groups()
    number = 0 if count == "半" else _number(count)
    if number > 199:
        return None
    half = bool(half_before or half_behind or not number)
    return _whole(now, number, half, unit or other, -1)


def _coming(m: re.Match[str], now: dt.date) -> Placed | None:
    count, half_before, unit, half_behind = m.groups()
    if not count and half_before is None:
        return None
    return _whole(now, _number(count or "零"), bool(half_before or half_behind), unit, 1)


def _vague(m: re.Match[str], now: dt.date) -> Placed | None:
    tens, what, way = m.groups()
    near = 10 * _number(tens or "一")
    far = near + 10
    if what == "几十":
        near, far = 20, 100
    years = (now.year + near, now.year + far) if way == "后" else (now.year - far, now.year - near)
    return edtf.span(*(edtf.year(year, "publication") for year in years))


def _window(m: re.Match[str], now: dt.date) -> Placed | None:
    word, number, unit = m.group(1).removesuffix("的"), _number(m.group(2)), m.group(3)
    if word == "前" and (unit == "季度" or (unit == "月" and number > 3)):
        return None  # 前三季度, 前七个月: from January on
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


def _year_last(m: re.Match[str], _: dt.date | None) -> Placed | None:
    one, other, year = (int(m.group(group)) for group in (1, 3, 4))
    read = [
        edtf.day(year, month, day, "explicit", None) for month, day in {(one, other), (other, one)}
    ]
    found = sorted(placed for placed in read if placed is not None)
    if len(found) < 2:
        return found[0] if found else None
    either = ",".join(placed.edtf for placed in found)
    return Placed(None, None, f"[{either}]", "day", "unresolved", year, None, None)


def _figures(m: re.Match[str], now: dt.date | None) -> Placed | None:
    if m.group(13):
        first = edtf.year(int(m.group(13)), "explicit")
        return edtf.span(first, edtf.year(int(m.group(14)), "explicit")) if m.group(14) else first
    parts = [int(part) for part in m.groups() if part is not None]
    if m.group(8):
        if now is None:
            return None
        parts[0] += 2000 if parts[0] <= now.year % 100 + 20 else 1900
    if m.group(11):
        return edtf.day(now.year if now else None, parts[0], parts[1], "publication", None)
    return edtf.day(parts[0], parts[1], parts[2], "explicit", None)


_Maker = Callable[[re.Match[str], dt.date], Placed | None]
_Figures = Callable[[re.Match[str], dt.date | None], Placed | None]


def _month_figures(m: re.Match[str], _: dt.date) -> Placed | None:
    return edtf.month(int(m.group(1)), int(m.group(2)), "explicit")


def _nth_year(m: re.Match[str], now: dt.date) -> Placed | None:
    return edtf.year(now.year + small(m.group(1)) - 1, "publication")


def _cantonese(m: re.Match[str], now: dt.date) -> Placed | None:
    on = now + dt.timedelta(1 if m.group()[0] == "听" else -1)
    return edtf.days(on, on, "publication")


def _feast(m: re.Match[str], now: dt.date) -> Placed | None:
    name = m.group(1)
    found = date_lunar.holiday(name, now.year)
    if found is None:
        return None
    on, first, last = found
    if not date_lunar.lasts(name):
        first = last = on
    return edtf.days(first, last, "publication")


_IN_FIGURES: tuple[tuple[Pattern, _Figures], ...] = (
    (s.YEAR_LAST, _year_last),
    (s.FIGURES, _figures),
)
_STORY: tuple[tuple[Pattern, _Maker], ...] = ((s.AGO, _ago), (s.ROUND_NOW, _window))
_REMARK: tuple[tuple[Pattern, _Maker], ...] = (
    (s.COUNTED, _counted_days),
    (s.COMING, _coming),
    (s.ROUND_NOW, _window),
    (s.CANTONESE, _cantonese),
    (FEAST, _feast),
)
_ALONE: tuple[tuple[Pattern, _Maker], ...] = (
    (s.COUNTED, _counted),
    (s.COMING, _coming),
    (s.VAGUE, _vague),
    (s.WINDOW, _window),
    (s.TIME_ALONE, _time_alone),
    (s.NOW, _now),
    (s.CANTONESE, _cantonese),
    (s.MONTH_FIGURES, _month_figures),
    (s.NTH_YEAR, _nth_year),
)
_READERS = {"story": _STORY, "remark": _REMARK, "alone": _ALONE}


def manner(text: str) -> Manner:
    """How a text is told: as a story, as one short remark, or as nothing but a dating."""
    if len(text) > REMARK:
        return "story"
    if s.ALONE.re.match(text) is not None:
        return "alone"
    line = text.strip()
    return "story" if "\n" in line or "。" in line[:-1] else "remark"


def find(
    text: str, start: int, end: int, now: dt.date | None, how: Manner
) -> list[tuple[int, int, Placed]]:
    """Spoken datings between `start` and `end`; those that count from `now` need it."""
    figures = _IN_FIGURES[:1] if how == "story" else _IN_FIGURES
    found = [
        span for pattern, read in figures for span in _all(text, start, end, pattern, read, now)
    ]
    if now is not None:
        for pattern, read_now in _READERS[how]:
            found += _all(text, start, end, pattern, read_now, now)
    return found


_N = TypeVar("_N", dt.date, dt.date | None)


def _all(
    text: str,
    start: int,
    end: int,
    pattern: Pattern,
    read: Callable[[re.Match[str], _N], Placed | None],
    now: _N,
) -> list[tuple[int, int, Placed]]:
    found = []
    for m in pattern.re.finditer(text, start, end):
        try:
            placed = read(m, now)
        except (ValueError, OverflowError):
            continue  # before the year 1 or after 9999: no calendar holds it
        if placed is not None:
            found.append((m.start(), m.end(), placed))
    return found


def nth(text: str, at: int, end: int, whole: Placed) -> tuple[int, Placed] | None:
    """第2周, 第3个星期日, 前两天 behind a month or a year: its end and where it lies."""
    if whole.start is None or whole.end is None or whole.precision not in ("month", "year"):
        return None
    m = s.NTH.re.match(text, at, end)
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
