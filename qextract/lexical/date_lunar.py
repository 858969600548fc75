"""The Chinese calendar and the holidays that news date by."""

from __future__ import annotations

import datetime as dt
from functools import cache

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


def _bright(year: int) -> dt.date:
    """清明, by the usual approximation for 1901 to 2098."""
    of_century = year % 100
    constant = 5.59 if year < 2000 else 4.81
    return dt.date(year, 4, int(of_century * 0.2422 + constant) - of_century // 4)


def holiday(name: str, year: int) -> tuple[dt.date, dt.date, dt.date] | None:
    """The day itself, and first and last day of the holiday around it."""
    calendar, at, offset, length = table("holidays")[name]
    number, of_month = (int(part) for part in at.split("-"))
    if calendar == "term":
        begin: dt.date | None = _bright(year)
    elif calendar == "lunar":
        begin = day(year, number, of_month)
    else:
        begin = dt.date(year, number, of_month)
    if begin is None:
        return None
    first = begin + dt.timedelta(int(offset))
    on = first if name == "除夕" else begin
    return on, first, first + dt.timedelta(int(length) - 1)
