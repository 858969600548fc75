"""Placing years and their parts: 今年上半年, 前三季度, 近五年来, 本财政年度首5个月."""

from __future__ import annotations

import datetime as dt

from qextract.lexical import date_edtf as edtf
from qextract.lexical.date_context import Context
from qextract.lexical.date_edtf import Placed
from qextract.lexical.date_piece import Point
from qextract.mentions import Basis, Precision

_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_UNKNOWN_YEAR = Placed(None, None, "XXXX", "year", "unresolved", None, None, None)


def place_year(point: Point, context: Context, future: bool) -> Placed | None:
    part = point.part
    if part[:1] == "P":
        return _past_years(int(part[1:]), context)
    if part[:2] == "财年" and part[2:]:
        return _budget_year(part[2:], context)
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


def _budget_year(part: str, context: Context) -> Placed | None:
    """本财政年度首5个月: the budget year of Hong Kong begins in April."""
    ref = context.reference
    if ref is None:
        return _UNKNOWN_YEAR
    turn, _, months = part.partition("M")
    year = ref.year - (ref.month < 4) + int(turn)
    if not months:
        return _part_of_year(year, "财年", "publication", None)
    last = edtf.shift_month(year, 4, int(months) - 1)
    name = f"{year}-04/{last[0]}-{last[1]:02}"
    return _months(year, 4, int(months), "publication", name, "range")


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
    if part == "末":  # 年末人口305万, told in spring
        return int(ref.month <= 4)
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
    if count == 1:
        return edtf.year(last, made)
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
    if kind in "底末N":
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
