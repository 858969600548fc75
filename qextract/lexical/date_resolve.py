"""Placing a dating in the calendar: from what it says, the day of writing, and what stood before."""

from __future__ import annotations

import datetime as dt

from qextract.lexical import date_edtf as edtf
from qextract.lexical import date_lunar
from qextract.lexical.date_context import Context
from qextract.lexical.date_edtf import Placed
from qextract.lexical.date_piece import Point, Unit
from qextract.mentions import Basis, Precision

_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_THIRDS = {
    "上旬": (1, 10),
    "初": (1, 10),
    "中旬": (11, 20),
    "中": (11, 20),
    "上中旬": (1, 20),
    "上半月": (1, 15),
}
_FROM = {"中下旬": 11, "下半月": 16}
_UNKNOWN_DAY = Placed(None, None, "XXXX-XX-XX", "day", "unresolved", None, None, None)
_UNKNOWN_MONTH = Placed(None, None, "XXXX-XX", "month", "unresolved", None, None, None)
_UNKNOWN_YEAR = Placed(None, None, "XXXX", "year", "unresolved", None, None, None)


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
    return _year(point, context, future)


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
    told = base == "ctx" or (base == "told" and context.same_sentence)
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
    day = third[0] if third else 21 if point.part else 0
    year, month, basis = _year_month(point, unit, day, context, future)
    if month is None:
        return _UNKNOWN_MONTH
    if not point.part or year is None:
        return edtf.month(year, month, basis)
    last = edtf.month_end(year, month)
    first_day, last_day = third or (_FROM.get(point.part, 21), last.day)
    placed = edtf.days(dt.date(year, month, first_day), dt.date(year, month, last_day), basis)
    return placed._replace(day=None)


def _year(point: Point, context: Context, future: bool) -> Placed | None:
    part = point.part
    if part[:1] == "P":
        return _past_years(int(part[1:]), context)
    if part == "同期":
        return _same_time(context)
    if part[:1] == "R":
        return _quarter_from(part, context)
    year, basis = context.year(point.year or ("gov", 0))
    if year is None:
        return _UNKNOWN_YEAR
    if point.year is None and not future and basis == "publication":
        year -= _not_yet(part, context)
    if part == "+1":
        return edtf.span(edtf.year(year, basis), edtf.year(year + 1, basis))
    return _part_of_year(year, part, basis, point.year_to)


def _same_time(context: Context) -> Placed | None:
    """去年同期: what the paragraph told of last, a year before; else the whole of last year."""
    last = context.last
    if last is not None and context.same_paragraph and last.start and last.end and last.year:
        return edtf.year_before(last)
    year, basis = context.year(("ref", -1))
    return _UNKNOWN_YEAR if year is None else edtf.year(year, basis)


def _not_yet(part: str, context: Context) -> int:
    """1 where a part of a year named alone is last year's: 前11个月 read in January."""
    ref = context.reference
    if ref is None or not part:
        return 0
    if part[0] == "M":
        return int(int(part[1:]) > ref.month and int(part[1:]) - ref.month > 3)
    if part[0] == "Q":
        return int(3 * int(part[1:]) - 2 - ref.month > BACK_OF_PART)
    return int(part == "H2" and ref.month <= 2)


#: A quarter that begins more than this many months after the day of writing was last year's.
BACK_OF_PART = 7


def _past_years(count: int, context: Context) -> Placed | None:
    ruling, ref = context.governing or context.section, context.reference
    if ruling is not None and ref is not None and not ref.year - 1 <= ruling <= ref.year:
        ruling = None
    if ruling is not None:
        last, basis = ruling, "context"
    elif ref is not None:
        # told in the first months of a year, the count ends with the year before
        last, basis = ref.year - (ref.month <= 3), "publication"
    else:
        return None
    made: Basis = "context" if basis == "context" else "publication"
    return edtf.span(edtf.year(last - count + 1, made), edtf.year(last, made))


def _quarter_from(part: str, context: Context) -> Placed | None:
    ref, stage = context.reference, part[-1]
    if ref is None:
        return None
    index = ref.year * 4 + (ref.month - 1) // 3 + int(part[1:].rstrip("初末底"))
    if stage in "初末底":
        return edtf.month(index // 4, index % 4 * 3 + (1 if stage == "初" else 3), "publication")
    return _part_of_year(index // 4, f"Q{index % 4 + 1}", "publication", None)


def _part_of_year(year: int, part: str, basis: Basis, year_to: int | None) -> Placed | None:
    if part == "财年":
        return edtf.days(dt.date(year, 4, 1), edtf.month_end(year + 1, 3), basis)
    if part[:2] == "学年":
        first, half = 8 if part[-1] == "民" else 9, part[2:3]
        if half == "2":
            return edtf.days(dt.date(year + 1, 2, 1), edtf.month_end(year + 1, 7), basis)
        end = edtf.month_end(year + 1, 1 if half == "1" else first - 1)
        return edtf.days(dt.date(year, first, 1), end, basis)
    if year_to == year:
        return edtf.year(year, basis)
    if year_to is not None:
        whole = edtf.span(edtf.year(year, basis), edtf.year(year_to, basis))
        if whole is not None and part == "decade":
            return whole._replace(edtf=f"{year // 10:03}X", precision="decade")
        if whole is not None and part == "century":
            return whole._replace(edtf=f"{year // 100:02}XX")
        return whole
    if not part:
        return edtf.year(year, basis)
    kind, number = part[0], part[1:]
    if kind == "Q":
        return _months(
            year, 3 * int(number) - 2, 3, basis, f"{year:04}-{32 + int(number)}", "quarter"
        )
    if kind == "q":  # 一、二季度
        first, last = int(number[0]), int(number[1])
        name = f"{year:04}-{3 * first - 2:02}/{year:04}-{3 * last:02}"
        return _months(year, 3 * first - 2, 3 * (last - first + 1), basis, name, "range")
    if kind == "L":
        first = 13 - int(number)
        return _months(
            year, first, int(number), basis, f"{year:04}-{first:02}/{year:04}-12", "range"
        )
    if kind == "H":
        return _months(year, 6 * int(number) - 5, 6, basis, f"{year:04}-{39 + int(number)}", "half")
    if kind in "底N":
        return edtf.month(year, int(number or 12), basis)
    first, count = 1, 3
    if kind == "M":
        count = int(number)
    elif kind == "S":
        first = _SEASONS[number]
    elif kind == "中":
        first = 6
        count = 1
    to_year, to_month = edtf.shift_month(year, first, count - 1)
    name = f"{year:04}-{first:02}/{to_year:04}-{to_month:02}"
    return _months(year, first, count, basis, name, "range")


def _months(
    year: int, first: int, count: int, basis: Basis, name: str, precision: Precision
) -> Placed:
    end = edtf.month_end(*edtf.shift_month(year, first, count - 1))
    if count == 1:
        return edtf.month(year, first, basis)
    return Placed(dt.date(year, first, 1), end, name, precision, basis, year, first, None)
