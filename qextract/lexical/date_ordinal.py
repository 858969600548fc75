"""A part of a period by its number: 第3个星期日, 最后一天, 假期首日, 第二个月."""

from __future__ import annotations

import datetime as dt

from qextract.lexical import date_edtf as edtf
from qextract.lexical import date_spoken_patterns as s
from qextract.lexical.date_counted import months_on
from qextract.lexical.date_edtf import Placed
from qextract.lexical.date_numerals import small
from qextract.lexical.date_piece import WEEKDAYS
from qextract.mentions import Basis

_HEADS = frozenset("的第最前后首头")
#: Months of the units that are made of months.
_MONTHS = {"月": 1, "季度": 3, "年": 12, "十年": 120}


def nth(text: str, at: int, end: int, whole: Placed, loose: bool) -> tuple[int, Placed] | None:
    """What stands at `at`, behind the period `whole`: its end and where it lies.

    loose: 前三天 behind a month are its first days; in a story they may be a deadline.
    """
    if text[at : at + 1] not in _HEADS or whole.start is None or whole.end is None:
        return None
    m = s.NTH.re.match(text, at, end)
    if m is None:
        return None
    number, last, last_count, side, side_count, _, first_count, unit, weekday = m.groups()
    count = small(number or last_count or side_count or first_count or "一")
    if not count:
        return None
    if number:
        begin, length = count - 1, 1
    else:
        begin, length = (-count if last or side == "后" else 0), count
    try:
        if whole.precision == "day":
            placed = _beside(whole.start, count, number, side, unit, whole.basis)
        elif side and not loose:
            placed = None
        else:
            placed = _within(whole.start, whole.end, begin, length, unit, weekday, whole.basis)
    except (ValueError, OverflowError):
        placed = None  # before the year 1 or after 9999
    return None if placed is None else (m.end(), placed)


def _beside(
    day: dt.date, count: int, number: str | None, side: str | None, unit: str, basis: Basis
) -> Placed | None:
    """国庆节第二天, 中秋节前一天."""
    if unit not in "天日" or (not number and (side is None or count != 1)):
        return None
    on = day + dt.timedelta(count - 1 if number else 1 if side == "后" else -1)
    return edtf.days(on, on, basis)


def _within(
    start: dt.date,
    end: dt.date,
    begin: int,
    length: int,
    unit: str,
    weekday: str | None,
    basis: Basis,
) -> Placed | None:
    """`length` units of the period from the one with index `begin` on, -1 for the last."""
    if unit in _MONTHS:
        return _months(start, end, begin, length, _MONTHS[unit], basis)
    step, of_week, run = 7, 0, 7
    if unit in ("天", "日"):
        step, run = 1, 1
    elif unit == "周末":
        of_week, run = 5, 2
    elif weekday:
        of_week, run = WEEKDAYS[weekday], 1
    if step == 1:
        first = start if begin >= 0 else end + dt.timedelta(1)
    elif begin >= 0:
        first = start + dt.timedelta((of_week - start.weekday()) % 7)
    else:
        # the last week is the last one that has most of its days in the period
        inside = end - dt.timedelta(3) if run == 7 else end
        first = inside - dt.timedelta((inside.weekday() - of_week) % 7) + dt.timedelta(7)
    first += dt.timedelta(step * begin)
    if not start <= first <= end:
        return None
    return edtf.days(first, first + dt.timedelta(step * (length - 1) + run - 1), basis)


def _months(
    start: dt.date, end: dt.date, begin: int, length: int, size: int, basis: Basis
) -> Placed | None:
    if start.day != 1 or (end - start).days < 31 * size:
        return None
    base = start if begin >= 0 else end + dt.timedelta(1)
    first = months_on(base, size * begin)
    stop = months_on(first, size * length) - dt.timedelta(1)
    if first < start or stop > end:
        return None
    if size * length == 1:
        return edtf.month(first.year, first.month, basis)
    if size * length == 3 and first.month % 3 == 1:
        name = f"{first.year:04}-{33 + first.month // 3}"
        return Placed(first, stop, name, "quarter", basis, first.year, first.month, None)
    if size * length == 12 and first.month == 1:
        return edtf.year(first.year, basis)
    if first.month == 1 and stop.month == 12:
        return edtf.span(edtf.year(first.year, basis), edtf.year(stop.year, basis))
    name = f"{first.year:04}-{first.month:02}/{stop.year:04}-{stop.month:02}"
    return Placed(first, stop, name, "range", basis, first.year, first.month, None)
