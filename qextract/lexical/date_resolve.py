"""Placing a dating in the calendar: from what it says, the day of writing, and what stood before."""

from __future__ import annotations

import datetime as dt

from qextract.lexical import date_edtf as edtf
from qextract.lexical import date_lunar
from qextract.lexical.date_context import Context
from qextract.lexical.date_edtf import Placed
from qextract.lexical.date_piece import Point, Unit
from qextract.lexical.date_years import place_year
from qextract.mentions import Basis

_THIRDS = {
    "上旬": (1, 10),
    "初": (1, 10),
    "中旬": (11, 20),
    "中": (11, 20),
    "上中旬": (1, 20),
    "中上旬": (1, 20),
    "上半月": (1, 15),
}
_FROM = {"中下旬": 11, "下半月": 16}
_UNKNOWN_DAY = Placed(None, None, "XXXX-XX-XX", "day", "unresolved", None, None, None)
_UNKNOWN_MONTH = Placed(None, None, "XXXX-XX", "month", "unresolved", None, None, None)


def place(point: Point, context: Context, future: bool) -> Placed | None:
    """The dating in the calendar, `None` if there is no such day; `future`: it is still to come."""
    if point.year is not None and point.year[0] == "era":
        return _reign(point.year[1], point.month)
    if point.name:
        return _holiday(point, context, future)
    if point.month is not None and point.month[0] in ("lunar", "leap"):
        return _lunar(point, point.month, context)
    if point.day is not None:
        return _day(point, point.day, context, future)
    if point.month is not None:
        return _month(point, point.month, context, future)
    return place_year(point, context, future)


def _reign(year: int, month: Unit | None) -> Placed:
    """A year of a reign; its months are of an older calendar, about a month behind ours."""
    if month is None or month[0] != "abs":
        return edtf.year(year, "explicit")
    placed = edtf.month(year, month[1], "explicit")
    return placed._replace(edtf=f"{placed.edtf}~")


def place_range(first: Point, last: Point, context: Context, future: bool) -> Placed | None:
    """From one end to the other; each lends the other what it leaves out."""
    basis: Basis | None = None
    if first.year is None and first.month is not None and last.month is not None:
        if last.year is not None:
            year = context.year(last.year)[0]
        else:
            year, basis = _year_of_range(first, last, context, future)
            if first.weekday is not None and (known := place(first, context, future)) is not None:
                year = known.year
        turned = int(_number(first.month) > _number(last.month))
        if year is not None and first.month[0] == last.month[0] == "abs":
            first = first._replace(year=("abs", year - turned))
    start = place(first, context, future)
    if start is None:
        return None
    stop = place(_carried(last, start), context, future)
    whole = edtf.span(start, stop) if stop is not None else None
    if whole is None or whole.start is None:
        return whole
    return whole._replace(basis=basis or start.basis)


def _number(unit: Unit | None) -> int:
    return unit[1] if unit is not None and unit[0] == "abs" else 0


def _year_of_range(
    first: Point, last: Point, context: Context, future: bool
) -> tuple[int | None, Basis]:
    """The year in which a range of months without a year ends."""
    begins, ends = _number(first.month), _number(last.month)
    if first.day is not None or begins > ends:
        year, basis = context.year_of_month(begins, _number(first.day), future)
        return year if year is None else year + (begins > ends), basis
    # months alone are a count so far (1—11月), read in the year they end or soon after
    year, basis = context.year_of_month(ends, 0, future)
    ref = context.reference
    if year is not None and ref is not None and not future:
        year = min(year, ref.year)
    return year, basis


def _carried(last: Point, start: Placed) -> Point:
    """The last end with the year and month of the first, where it names none."""
    if last.year is not None:
        if last.year[0] == "ctx" and start.year is not None:
            return last._replace(year=("abs", start.year + last.year[1]))
        return last
    if last.day is not None and last.day[0] == "weekday" and start.start is not None:
        # 下周二至周四
        ahead = (last.day[1] - start.start.weekday()) % 7
        date = start.start + dt.timedelta(ahead)
        return last._replace(
            year=("abs", date.year), month=("abs", date.month), day=("abs", date.day)
        )
    if last.day is not None and last.day[0] != "abs":
        return last
    if last.month is None and last.day is None:
        return last._replace(year=("abs", start.year)) if start.year and last.part else last
    if last.month is not None and last.month[0] != "abs":
        return last
    month = last.month[1] if last.month is not None else start.month
    if month is None or start.year is None:
        return last._replace(month=("abs", month)) if month is not None else last
    year = start.year
    if last.month is not None:
        if month < (start.month or 1):
            year += 1
    elif last.day is not None and start.day is not None and last.day[1] < start.day:
        year, month = edtf.shift_month(year, month, 1)
    return last._replace(year=("abs", year), month=("abs", month))


def _day(point: Point, unit: Unit, context: Context, future: bool) -> Placed | None:
    base, amount = unit
    if base in ("ref", "ctx", "told"):
        return _pointed(point, base, amount, context)
    if base in ("week", "weekday"):
        return _week(point, base, amount, context, future)
    if point.month is None:
        year, month, basis = context.month_of_day(amount, future)
    else:
        year, month, basis = _year_month(point, point.month, amount, context, future)
    placed = edtf.day(year, month, amount, basis, point.clock)
    if point.weekday is None or point.year is not None or year is None or basis == "explicit":
        return placed
    # the weekday tells which year is meant: 10月24日(周五)
    for near in (year, year + 1, year - 1):
        other = edtf.day(near, month, amount, basis, point.clock)
        day = None if other is None else other.start
        if day is not None and day.weekday() == point.weekday:
            return other
    return placed


def _pointed(point: Point, base: str, offset: int, context: Context) -> Placed | None:
    last = context.anchor_day()
    basis: Basis = "publication"
    date = context.reference
    if base == "ctx" and last is not None:
        if last.end is None and last.start is None and last.month and last.day:
            return edtf.day(None, last.month, last.day + offset, basis, point.clock)
        date, basis = last.end or last.start, "context"
    if base == "told":
        # 第二天: counted from the day that the sentence or the one before told
        near = last is not None and context.same_paragraph
        if not near and not context.loose:
            return None
        if near and last is not None:
            date, basis = last.start or last.end, "context"
    if date is None:
        if point.noted is not None:
            return edtf.day(None, None, point.noted, "unresolved", point.clock)
        return None if base == "told" else _UNKNOWN_DAY
    date += dt.timedelta(offset)
    if point.part[:1] == "+":
        return edtf.days(date, date + dt.timedelta(int(point.part[1:])), basis)
    if point.noted is not None and point.noted != date.day:
        date = _nearest_day(date, point.noted)
    return edtf.day(date.year, date.month, date.day, basis, point.clock)


def _nearest_day(date: dt.date, number: int) -> dt.date:
    """The day of that number nearest to `date`: the page may be dated a day after its text."""
    near = (date + dt.timedelta(by) for by in sorted(range(-16, 17), key=abs))
    return next((day for day in near if day.day == number), date)


def _week(point: Point, base: str, offset: int, context: Context, future: bool) -> Placed | None:
    ref = context.reference
    if ref is None and point.noted is not None:
        return edtf.day(None, None, point.noted, "unresolved", point.clock)
    if ref is None:
        return _UNKNOWN_DAY
    date = ref + dt.timedelta(offset - ref.weekday())
    if base == "weekday":
        if date > ref and not future and not context.loose:
            date -= dt.timedelta(7)
        elif (date < ref and future) or (date <= ref and context.loose):
            date += dt.timedelta(7)
    if point.part:
        return edtf.days(date, date + dt.timedelta(6 if point.part == "week" else 1), "publication")
    if point.noted is not None and point.noted != date.day:
        date = _nearest_day(date, point.noted)
    return edtf.day(date.year, date.month, date.day, "publication", point.clock)


def _year_month(
    point: Point, unit: Unit, day: int, context: Context, future: bool
) -> tuple[int | None, int | None, Basis]:
    base, amount = unit
    if base == "abs":
        if point.year is not None:
            year, basis = context.year(point.year)
        else:
            year, basis = context.year_of_month(amount, day, future)
        return year, amount, basis
    last, ref = context.last, context.reference
    counted = base == "told" and amount < 0  # 较上月, behind a month that was told
    if counted or (base == "ctx" and point.year is not None and context.month is not None):
        last = context.month
    told = base == "ctx" or counted or (base == "told" and context.same_sentence)
    if told and last is not None and last.month is not None:
        of_year, of_month, basis = last.year, last.month, "context"
    elif ref is not None:
        of_year, of_month, basis = ref.year, ref.month, "publication"
    else:
        return None, None, "unresolved"
    if of_year is None:
        return None, (of_month + amount - 1) % 12 + 1, "unresolved"
    at = edtf.shift_month(of_year, of_month, amount)
    if point.year is not None:
        return context.year(point.year)[0] or at[0], at[1], basis
    return *at, basis


def _lunar(point: Point, unit: Unit, context: Context) -> Placed | None:
    """A month or day of the Chinese calendar; without a year, the nearest to the day of writing."""
    base, number = unit
    leap = base == "leap"
    ref = context.reference
    year: int | None
    basis: Basis
    if point.year is not None and point.year[0] != "cycle":
        year, basis = context.year(point.year)
    else:
        near, basis = context.year(("gov", 0))
        if near is None:
            return None
        year = near if point.year is None else date_lunar.cycle_year(point.year[1], near)
        if point.year is None and ref is not None and not context.loose:
            before = date_lunar.month(year - 1, number, leap)
            if before is not None and number > 10 and (ref - before[1]).days < 120:
                year -= 1
    if year is None:
        return None
    if point.day is not None:
        date = date_lunar.day(year, number, point.day[1], leap)
        if date is None:
            return None
        return edtf.day(date.year, date.month, date.day, basis, point.clock)
    span = date_lunar.month(year, number, leap)
    return None if span is None else edtf.days(*span, basis)


def _holiday(point: Point, context: Context, future: bool) -> Placed | None:
    """A holiday, or the days off around it (part `around`)."""
    name = "国庆" if point.name == "双节" else point.name
    year, basis = context.year(point.year or ("gov", 0))
    if year is None:
        return None
    found = date_lunar.holiday(name, year)
    if point.year is None and found is not None and context.reference is not None:
        of_year, basis = context.year_of_month(found[0].month, found[0].day, future)
        found = date_lunar.holiday(name, of_year) if of_year is not None else found
    if found is None:
        return None
    on, first, last = found
    if point.part[:1] in ("+", "-"):
        on += dt.timedelta(int(point.part))
    if point.part != "around" and not date_lunar.lasts(name):
        return edtf.day(on.year, on.month, on.day, basis, point.clock)
    if point.name == "双节":
        moon = date_lunar.holiday("中秋", on.year)
        early = moon is not None and 0 <= (on - moon[0]).days <= 3
        first = moon[0] if moon is not None and early else first
        last = first + dt.timedelta(7)
    return edtf.days(first, last, basis)


def _month(point: Point, unit: Unit, context: Context, future: bool) -> Placed | None:
    third = _THIRDS.get(point.part)
    day = third[0] if third else 21 if point.part and point.part != "两月" else 0
    year, month, basis = _year_month(point, unit, day, context, future)
    if month is None:
        return _UNKNOWN_MONTH
    if point.part == "两月":
        first, other = edtf.month(year, month, basis), edtf.month(year, month + 1, basis)
        return edtf.span(first, other)
    if not point.part or year is None:
        return edtf.month(year, month, basis)
    last = edtf.month_end(year, month)
    first_day, last_day = third or (_FROM.get(point.part, 21), last.day)
    placed = edtf.days(dt.date(year, month, first_day), dt.date(year, month, last_day), basis)
    return placed._replace(day=None)
