"""The Chinese calendar and the holidays that news date by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

from qextract.lexical import date_feasts as feasts
from qextract.lexicon import table


@cache
def _months(year: int) -> dict[tuple[int, bool], tuple[dt.date, int]]:
    """(month, leap) -> its first day and its length, for a year that the table holds."""
    row = table("lunar_years").get(str(year))
    if row is None:
        return {}
    leap = int(row[1])
    first = dt.date.fromisoformat(f"{year}-{row[0]}")
    found = {}
    month, extra = 1, False
    for mark in row[2]:
        length = 29 + int(mark)
        found[month, extra] = (first, length)
        first += dt.timedelta(length)
        if month == leap and not extra:
            extra = True
        else:
            month, extra = month + 1, False
    return found


def month(year: int, number: int, leap: bool = False) -> tuple[dt.date, dt.date] | None:
    """First and last day of a month of the Chinese calendar, `None` if there is no such month."""
    found = _months(year).get((number, leap))
    if found is None:
        return None
    return found[0], found[0] + dt.timedelta(found[1] - 1)


def day(year: int, number: int, of_month: int, leap: bool = False) -> dt.date | None:
    """A day of the Chinese calendar, `None` if there is no such day."""
    found = _months(year).get((number, leap))
    if found is None or not 1 <= of_month <= found[1]:
        return None
    return found[0] + dt.timedelta(of_month - 1)


def cycle_year(index: int, near: int) -> int:
    """The year with that place in the cycle of sixty (乙巳: 41) that is nearest to `near`."""
    return near + (index + 4 - near + 30) % 60 - 30


_TERMS = "小寒大寒立春雨水惊蛰春分清明谷雨立夏小满芒种夏至小暑大暑立秋处暑白露秋分寒露霜降立冬小雪大雪冬至"


def _term(name: str, year: int) -> dt.date | None:
    """The day of a solar term."""
    row = table("solar_terms").get(str(year))
    if row is None:
        return None
    index = _TERMS.index(name) // 2
    return dt.date(year, index // 2 + 1, int(row[0][2 * index : 2 * index + 2]))


def _of_week(at: str, year: int) -> dt.date:
    """The second Sunday of May: `05-2-7`."""
    of_month, which, weekday = (int(part) for part in at.split("-"))
    first = dt.date(year, of_month, 1)
    on = first + dt.timedelta((weekday - 1 - first.weekday()) % 7 + 7 * (which - 1))
    return on if on.month == of_month else on - dt.timedelta(7)  # a fifth one is the last


def _new_moon(at: str, year: int) -> dt.date | None:
    """The first new moon from that day on."""
    since = dt.date(year, *_month_day(at))
    moons = (first for of_year in (year - 1, year) for first, _ in _months(of_year).values())
    return min((first for first in moons if first >= since), default=None)


def _earth_hour(_: str, year: int) -> dt.date:
    on = _of_week("03-5-6", year)
    return on - dt.timedelta(7) if feasts.easter(year) - on == dt.timedelta(1) else on


def _month_day(at: str) -> tuple[int, int]:
    of_month, of_day = at.split("-")
    return int(of_month), int(of_day)


_BEGINS: dict[str, Callable[[str, int], dt.date | None]] = {
    "solar": lambda at, year: dt.date(year, *_month_day(at)),
    "lunar": lambda at, year: day(year, *_month_day(at)),
    "term": _term,
    "weekday": _of_week,
    "easter": lambda at, year: feasts.easter(year) + dt.timedelta(int(at)),
    "jewish": lambda at, year: feasts.jewish_new_year(year) + dt.timedelta(int(at)),
    "hanukkah": lambda _, year: feasts.hanukkah(year),
    "islamic": lambda at, year: feasts.islamic(year, *_month_day(at)),
    "moon": _new_moon,
    "earthhour": _earth_hour,
}
_FIXED = frozenset(("solar", "lunar", "term"))
#: Days before and behind a holiday of three days, by its weekday: they take in the weekend, and a
#: Wednesday is off alone.
_ROUND_WEEKEND = ((2, 0), (2, 0), (0, 0), (0, 2), (0, 2), (0, 2), (1, 1))
#: Their name means all their days.
_LASTING = frozenset(("easter", "jewish", "hanukkah", "islamic", "moon"))


def holiday(name: str, year: int) -> tuple[dt.date, dt.date, dt.date] | None:
    """The day itself, and first and last day of the holiday around it."""
    calendar, at, offset, length = table("holidays")[name]
    begin = _BEGINS[calendar](at, year)
    if begin is None:
        return None
    if length == "3" and calendar in _FIXED:
        before, behind = _ROUND_WEEKEND[begin.weekday()]
        return begin, begin - dt.timedelta(before), begin + dt.timedelta(behind)
    first = begin + dt.timedelta(int(offset))
    on = first if length == "1" else begin
    return on, first, first + dt.timedelta(int(length) - 1)


def lasts(name: str) -> bool:
    """Whether the name of a holiday means days rather than one day: 斋月, 逾越节."""
    return table("holidays")[name][0] in _LASTING
