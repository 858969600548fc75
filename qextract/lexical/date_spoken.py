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
from collections.abc import Callable, Iterator
from typing import Literal, TypeVar

from qextract.lexical import date_counted as counted
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
#: A figure with a lower number behind its stroke may be a fraction: 3/4.
_A_FRACTION = 11
#: How far behind its first stroke a span of days in figures may reach.
_SPAN = 24
#: How far before its rare character a dating may begin.
_REACH = 10
_BEFORE_AGO = frozenset("天周年月期半之以")
_LATE = frozenset(("下午", "晏昼", "傍晚", "晚上", "晚间", "今晚", "夜里", "深夜", "晚"))


def _time_alone(m: re.Match[str], now: dt.date) -> Placed | None:
    part, hour, minute, half, bare, bare_minute, bare_half, colon, english = m.groups()
    number = small(hour or bare or english)
    minutes = 30 if half or bare_half else small(minute or bare_minute or colon or "0")
    late = part in _LATE or m.group().rstrip("mM")[-1] in "pP"
    if "刻" in m.group():
        minutes = 15 if m.group()[m.group().index("刻") - 1] in "一1" else 45
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


def _han_year(m: re.Match[str], _: dt.date) -> Placed | None:
    return edtf.year(small(m.group().strip()), "explicit")


def _nth_year(m: re.Match[str], now: dt.date) -> Placed | None:
    return edtf.year(now.year + small(m.group(1)) - 1, "publication")


def _cantonese(m: re.Match[str], now: dt.date) -> Placed | None:
    on = now + dt.timedelta({"听": 1, "今": 0, "这": 0}.get(m.group()[0], -1))
    return edtf.days(on, on, "publication")


def _feast(m: re.Match[str], now: dt.date) -> Placed | None:
    turn, name, side, number = m.groups()
    found = date_lunar.holiday(name, now.year)
    if found is None:
        return None
    if (turn == "上" and found[0] >= now) or (turn == "下" and found[0] <= now):
        found = date_lunar.holiday(name, now.year + (1 if turn == "下" else -1)) or found
    on, first, last = found
    beside = side or number
    if beside:
        on += dt.timedelta({"前": -1, "后": 1, "二": 1, "三": 2}[beside])
    if beside or not date_lunar.lasts(name):
        first = last = on
    return edtf.days(first, last, "publication")


def _slash_span(m: re.Match[str], now: dt.date | None) -> Placed | None:
    year = now.year if now else None
    one, other, third, fourth = (int(part) for part in m.groups())
    first = edtf.day(year, one, other, "publication", None)
    last = edtf.day(year, third, fourth, "publication", None)
    return edtf.span(first, last) if first and last else None


def _slash_day(m: re.Match[str], now: dt.date | None) -> Placed | None:
    parts = [int(part) if part else None for part in m.groups()]
    ends = (
        (parts[0] or parts[4] or parts[8], parts[1] or parts[5] or parts[9]),
        (
            parts[2] or parts[6],
            parts[3] or parts[7],
        ),
    )
    told = [(month, day) for month, day in ends if month and day]
    sure = parts[8] is not None or m.string[m.end() : m.end() + 1] in ("起", "止")
    if not sure and all(month < day < _A_FRACTION for month, day in told):
        return None
    days = [_near_day(month, day, now) for month, day in told]
    first, last = days[0], days[-1]
    if first is None or last is None:
        return None
    return first if len(days) == 1 else edtf.span(first, last)


def _near_day(month: int, day: int, now: dt.date | None) -> Placed | None:
    """The day of that name nearest to `now`."""
    if now is None:
        return edtf.day(None, month, day, "unresolved", None)
    near = (edtf.day(now.year + by, month, day, "publication", None) for by in (0, -1, 1))
    known = [placed for placed in near if placed is not None and placed.start is not None]
    return min(known, key=lambda placed: abs((placed.start or now) - now), default=None)


_IN_FIGURES: tuple[tuple[Pattern, _Figures], ...] = (
    (s.YEAR_LAST, _year_last),
    (s.FIGURES, _figures),
    (s.SLASH_SPAN, _slash_span),
)
_IN_A_STORY: tuple[tuple[Pattern, _Figures], ...] = (
    (s.YEAR_LAST, _year_last),
    (s.SLASH_DAY, _slash_day),
)
_STORY: tuple[tuple[Pattern, _Maker], ...] = ((s.AGO, counted.ago), (s.ROUND_NOW, counted.window))
_REMARK: tuple[tuple[Pattern, _Maker], ...] = (
    (s.COUNTED, counted.counted_days),
    (s.COMING, counted.coming),
    (s.ROUND_NOW, counted.window),
    (s.CANTONESE, _cantonese),
    (FEAST, _feast),
)
_ALONE: tuple[tuple[Pattern, _Maker], ...] = (
    (s.COUNTED, counted.counted),
    (s.COMING, counted.from_then),
    (s.WINDOW, counted.window),
    (s.TIME_ALONE, _time_alone),
    (s.NOW, _now),
    (s.CANTONESE, _cantonese),
    (s.MONTH_FIGURES, _month_figures),
    (s.NTH_YEAR, _nth_year),
    (s.HAN_YEAR, _han_year),
    (FEAST, _feast),
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
    figures = _IN_A_STORY if how == "story" else _IN_FIGURES
    found = [
        span for pattern, read in figures for span in _all(text, start, end, pattern, read, now)
    ]
    if now is not None:
        for pattern, read_now in _READERS[how]:
            found += _all(text, start, end, pattern, read_now, now)
    return found


def _matches(text: str, start: int, end: int, pattern: Pattern) -> Iterator[re.Match[str]]:
    """Every match; the rare character of a pattern is looked for first."""
    if pattern is s.AGO:
        at = text.find("前", start, end)
        while at >= 0:
            if text[at - 1] in _BEFORE_AGO:
                near = pattern.re.finditer(text, max(start, at - _REACH), min(end, at + 2))
                yield from (m for m in near if m.end() == at + 1)
            at = text.find("前", at + 1, end)
    elif pattern is s.SLASH_DAY:
        at = text.find("/", start, end)
        while at >= 0:
            window = max(start, at - 2), min(end, at + _SPAN)
            m = pattern.re.search(text, *window) if text[at - 1] in "0123456789" else None
            if m is not None and m.start() < at < m.end():
                yield m
                at = m.end()
            at = text.find("/", at + 1, end)
    elif pattern is s.YEAR_LAST:
        for year in s.YEAR_BEHIND.re.finditer(text, start, end):
            at = year.start()
            m = pattern.re.search(text, max(start, at - _REACH), min(end, at + 6))
            if m is not None:
                yield m
    else:
        yield from pattern.re.finditer(text, start, end)


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
    for m in _matches(text, start, end, pattern):
        try:
            placed = read(m, now)
        except (ValueError, OverflowError):
            continue  # before the year 1 or after 9999: no calendar holds it
        if placed is None:
            continue
        stop = m.end()
        if pattern is s.TIME_ALONE and (to := s.TIME_TO.re.match(text, stop, end)) is not None:
            stop = to.end()
            if to.group(1) and placed.start is not None:
                placed = edtf.days(placed.start, placed.start + dt.timedelta(1), placed.basis)
        found.append((m.start(), stop, placed))
    return found
