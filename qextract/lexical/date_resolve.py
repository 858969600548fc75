"""Placing a dating in the calendar: from what it says, the day of writing, and what stood before."""

from __future__ import annotations

import datetime as dt

from qextract.lexical import date_edtf as edtf
from qextract.lexical.date_edtf import Placed
from qextract.lexical.date_points import Point, Unit
from qextract.mentions import Basis

#: A month without a year is looked for this many months before and after the day of writing.
BACK, AHEAD = 8, 4
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 14)}
_THIRDS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "中": (11, 20)}


class Context:
    """What the datings so far have established; one for an article, read in text order.

    reference: the day of writing. last: the last dating placed, and `last_at` where its sentence
    was. governing: the year that a bare year at the head of a clause has set for its paragraph.
    """

    __slots__ = ("governing", "last", "near", "reference")

    def __init__(self, reference: dt.date | None) -> None:
        self.reference = reference
        self.last: Placed | None = None
        self.governing: int | None = None
        self.near = False

    def year(self, unit: Unit) -> tuple[int | None, Basis]:
        """The year that 2024, 去年 or 同年 means here."""
        base, amount = unit
        if base == "abs":
            return amount, "explicit"
        last = self.last.year if self.last is not None else None
        if base == "ctx" and last is not None:
            return last + amount, "context"
        if base == "gov" and self.governing is not None:
            return self.governing + amount, "context"
        if self.reference is not None:
            return self.reference.year + amount, "publication"
        if last is not None and base != "ref":
            return last + amount, "context"
        return None, "unresolved"

    def year_of_month(self, month: int, day: int, future: bool) -> tuple[int | None, Basis]:
        """The year of a month that is named without one."""
        ref, last = self.reference, self.last
        if self.governing is not None:
            return self.governing, "context"
        if ref is None:
            if last is None or last.year is None:
                return None, "unresolved"
            return last.year, "context"
        if (
            self.near
            and last is not None
            and last.year is not None
            and last.year != ref.year
            and last.month is not None
            and (month, day) >= (last.month, last.day or 0)
        ):
            return last.year, "context"
        ahead = 11 if future else AHEAD
        back = 0 if future else BACK
        distance = month - ref.month
        if future and distance == 0 and day and day < ref.day:
            distance = -1
        if distance > ahead:
            return ref.year - 1, "publication"
        if distance < -back and (distance + 12 <= ahead):
            return ref.year + 1, "publication"
        return ref.year, "publication"

    def month_of_day(self, day: int, future: bool) -> tuple[int | None, int | None, Basis]:
        """Year and month of a day that is named alone."""
        ref, last = self.reference, self.last
        if (
            last is not None
            and last.month is not None
            and last.day is not None
            and (
                ref is None
                or (self.near and last.start is not None and abs((last.start - ref).days) > 31)
            )
        ):
            if last.year is None:
                return None, last.month, "unresolved"
            by = 1 if day < last.day else 0
            return *edtf.shift_month(last.year, last.month, by), "context"
        if ref is None:
            if last is None or last.month is None:
                return (last.year if last else None), None, "unresolved"
            return last.year, last.month, "context" if last.year else "unresolved"
        if future:
            by = 1 if day < ref.day else 0
        else:
            by = -1 if day > ref.day else 0
            if by and last is not None and last.start is not None and self.near:
                # 8月8日至10日 … 20日: the month goes on unless that day lies far ahead
                if last.month == ref.month and last.year == ref.year:
                    by = 0 if day - ref.day < 12 else by
        return *edtf.shift_month(ref.year, ref.month, by), "publication"

    def place(self, point: Point, future: bool) -> Placed | None:
        """The dating in the calendar, `None` if it names no day there is."""
        if point.day is not None:
            return self._day(point, future)
        if point.month is not None:
            return self._month(point, future)
        return self._year(point)

    def _ordinal(self, offset: int, base: str) -> tuple[dt.date | None, Basis]:
        last = self.last
        if base == "ctx" and last is not None:
            if last.end is not None and last.day is not None:
                return last.end + dt.timedelta(offset), "context"
            if last.start is None:
                return None, "unresolved"
        if self.reference is None:
            return None, "unresolved"
        return self.reference + dt.timedelta(offset), "publication"

    def _day(self, point: Point, future: bool) -> Placed | None:
        assert point.day is not None
        base, amount = point.day
        if base in ("ref", "ctx"):
            date, basis = self._ordinal(amount, base)
            if date is None:
                return Placed(None, None, "XXXX-XX-XX", "day", "unresolved", None, None, None)
            return edtf.day(date.year, date.month, date.day, basis, point.clock)
        if base in ("week", "weekday"):
            return self._weekday(point, base, amount, future)
        basis: Basis
        if point.month is None:
            year, month, basis = self.month_of_day(amount, future)
            return edtf.day(year, month, amount, basis, point.clock)
        year, month, basis = self._year_month(point, point.month, amount, future)
        return edtf.day(year, month, amount, basis, point.clock)

    def _weekday(self, point: Point, base: str, offset: int, future: bool) -> Placed | None:
        ref = self.reference
        if ref is None:
            return Placed(None, None, "XXXX-XX-XX", "day", "unresolved", None, None, None)
        monday = ref - dt.timedelta(ref.weekday())
        first = monday + dt.timedelta(offset)
        if base == "weekday":
            if first > ref and not future:
                first -= dt.timedelta(7)
            elif first < ref and future:
                first += dt.timedelta(7)
        if point.part:
            length = 6 if point.part == "week" else 1
            return edtf.days(first, first + dt.timedelta(length), "publication")
        return edtf.day(first.year, first.month, first.day, "publication", point.clock)

    def _year_month(
        self, point: Point, unit: Unit, day: int, future: bool
    ) -> tuple[int | None, int | None, Basis]:
        base, amount = unit
        if base == "abs":
            if point.year is not None:
                year, basis = self.year(point.year)
            else:
                year, basis = self.year_of_month(amount, day, future)
            return year, amount, basis
        at: tuple[int | None, int | None] = (None, None)
        basis = "unresolved"
        if base == "ctx" and self.last is not None and self.last.month is not None:
            at, basis = (self.last.year, self.last.month), "context"
        elif self.reference is not None:
            at, basis = (self.reference.year, self.reference.month), "publication"
        if at[0] is None or at[1] is None:
            return None, at[1], "unresolved"
        year, month = edtf.shift_month(at[0], at[1], amount)
        if point.year is not None:
            year = self.year(point.year)[0] or year
        return year, month, basis

    def _month(self, point: Point, future: bool) -> Placed | None:
        assert point.month is not None
        third = _THIRDS.get(point.part)
        day = third[0] if third else 21 if point.part else 0
        year, month, basis = self._year_month(point, point.month, day, future)
        if month is None:
            return Placed(None, None, "XXXX-XX", "month", "unresolved", None, None, None)
        if not point.part or year is None:
            return edtf.month(year, month, basis)
        last = edtf.month_end(year, month)
        first_day, last_day = third or (21, last.day)
        return edtf.days(dt.date(year, month, first_day), dt.date(year, month, last_day), basis)

    def _year(self, point: Point) -> Placed | None:
        unit = point.year
        if unit is None:
            # 一季度, 前7个月, 年底: of the year that governs, else of the year of writing
            unit = ("gov", 0)
        year, basis = self.year(unit)
        if year is None:
            return Placed(None, None, "XXXX", "year", "unresolved", None, None, None)
        return _part_of_year(year, point.part, basis, point.year_to)


def _part_of_year(year: int, part: str, basis: Basis, year_to: int | None) -> Placed | None:
    if part in ("财年", "学年"):
        month = 4 if part == "财年" else 9
        return edtf.days(dt.date(year, month, 1), edtf.month_end(year + 1, month - 1), basis)
    if year_to is not None:
        whole = edtf.span(edtf.year(year, basis), edtf.year(year_to, basis))
        if whole is not None and part == "decade":
            return whole._replace(edtf=f"{year // 10}X", precision="decade")
        return whole
    if not part:
        return edtf.year(year, basis)
    kind, number = part[0], part[1:]
    if kind == "Q":
        return _months(year, 3 * int(number) - 2, 3, basis, f"{year}-{32 + int(number)}", "quarter")
    if kind == "H":
        return _months(year, 6 * int(number) - 5, 6, basis, f"{year}-{39 + int(number)}", "half")
    if kind == "M":
        return _months(year, 1, int(number), basis, f"{year}-01/{year}-{int(number):02}", "range")
    if kind == "S":
        first, last = _SEASONS[number]
        months = last - first + 1
        end = edtf.shift_month(year, first, months - 1)
        name = f"{year}-{first:02}/{end[0]}-{end[1]:02}"
        return _months(year, first, months, basis, name, "range")
    if kind == "底":
        return edtf.month(year, 12, basis)
    first = 1 if kind == "初" else 5
    count = 3 if kind == "初" else 3
    name = f"{year}-{first:02}/{year}-{first + count - 1:02}"
    return _months(year, first, count, basis, name, "range")


def _months(year: int, first: int, count: int, basis: Basis, name: str, precision: str) -> Placed:
    end = edtf.month_end(*edtf.shift_month(year, first, count - 1))
    start = dt.date(year, first, 1)
    return Placed(start, end, name, precision, basis, year, first, None)  # type: ignore[arg-type]
