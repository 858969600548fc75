"""Calendar arithmetic and ISO 8601-2 strings for datings."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from qextract.mentions import Basis, DateValue, Precision


class Placed(NamedTuple):
    """A dating in the calendar: first and last day, how it is written, where its parts come from.

    year, month, day are what is known of its first day (`None`: unknown or not said).
    """

    start: dt.date | None
    end: dt.date | None
    edtf: str
    precision: Precision
    basis: Basis
    year: int | None
    month: int | None
    day: int | None


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month, `by` months on."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def days(start: dt.date, end: dt.date, basis: Basis, precision: Precision = "range") -> Placed:
    """A run of days."""
    text = f"{start}/{end}" if start != end else f"{start}"
    known: Precision = precision if start != end else "day"
    return Placed(start, end, text, known, basis, start.year, start.month, start.day)


def year(number: int, basis: Basis) -> Placed:
    """A whole year."""
    return Placed(
        dt.date(number, 1, 1), dt.date(number, 12, 31), f"{number:04}", "year", basis,
        number, None, None,
    )  # fmt: skip


def month(of_year: int | None, number: int, basis: Basis) -> Placed:
    """A whole month; without a year it is written, but not placed."""
    if of_year is None:
        return Placed(None, None, f"XXXX-{number:02}", "month", "unresolved", None, number, None)
    return Placed(
        dt.date(of_year, number, 1), month_end(of_year, number), f"{of_year:04}-{number:02}",
        "month", basis, of_year, number, None,
    )  # fmt: skip


def day(
    of_year: int | None,
    of_month: int | None,
    number: int,
    basis: Basis,
    clock: tuple[int, int, int] | None,
) -> Placed | None:
    """A day, `None` if there is no such day; a time of day is kept in the string."""
    tail = ""
    if clock is not None:
        tail = f"T{clock[0]:02}:{clock[1]:02}:{clock[2]:02}"
    if of_year is None or of_month is None:
        if not 1 <= number <= (month_end(2000, of_month).day if of_month else 31):
            return None
        shown = f"{of_month:02}" if of_month else "XX"
        return Placed(
            None,
            None,
            f"XXXX-{shown}-{number:02}",
            "day",
            "unresolved",
            None,
            of_month,
            number,
        )
    try:
        date = dt.date(of_year, of_month, number)
    except ValueError:
        return None
    return Placed(date, date, date.isoformat() + tail, "day", basis, of_year, of_month, number)


#: Quarters and halves have no place in an interval: their first and last months have.
_FIRST_MONTH = {"33": "01", "34": "04", "35": "07", "36": "10", "40": "01", "41": "07"}
_LAST_MONTH = {"33": "03", "34": "06", "35": "09", "36": "12", "40": "06", "41": "12"}


def _end(edtf: str, months: dict[str, str], digit: str) -> str:
    edtf = edtf.partition("T")[0]
    if len(edtf) == 7 and edtf[5:] in months:
        return f"{edtf[:5]}{months[edtf[5:]]}"
    return edtf.replace("X", digit) if edtf[0] != "X" else edtf


def lower(edtf: str) -> str:
    """The part of `edtf` that an interval may begin with: an hour or a quarter cannot stand there."""
    return _end(edtf.partition("/")[0], _FIRST_MONTH, "0")


def upper(edtf: str) -> str:
    """The part of `edtf` that an interval may end with."""
    return _end(edtf.rpartition("/")[2], _LAST_MONTH, "9")


def since(placed: Placed) -> Placed:
    """From its beginning on."""
    if placed.start is None:
        return placed
    return placed._replace(end=None, edtf=f"{lower(placed.edtf)}/..", precision="range")


def until(placed: Placed) -> Placed:
    """Up to its end."""
    if placed.end is None:
        return placed
    return placed._replace(start=None, edtf=f"../{upper(placed.edtf)}", precision="range")


def span(first: Placed, last: Placed) -> Placed | None:
    """From the one to the other; `None` if they are the wrong way round."""
    if first.start is not None and last.end is not None and last.end < first.start:
        return None
    unresolved = first.start is None or last.end is None
    basis: Basis = "unresolved" if unresolved else first.basis
    if not unresolved and basis == "explicit":
        basis = last.basis if last.start is None else basis
    edtf = f"{lower(first.edtf)}/{upper(last.edtf)}"
    start, end = (None, None) if unresolved else (first.start, last.end)
    precision: Precision = "range"
    if start == end and not unresolved:
        precision = "day"
    return Placed(start, end, edtf, precision, basis, first.year, first.month, first.day)


def year_before(placed: Placed) -> Placed:
    """The same time a year before."""
    start, end, whole = placed.start, placed.end, placed.precision
    if start is None or end is None:
        return placed
    start, end = _year_back(start), _year_back(end)
    name = "/".join(
        f"{int(part[:4]) - 1:04}{part[4:].partition('T')[0]}" for part in placed.edtf.split("/")
    )
    name = name.replace("-02-29", "-02-28")
    if whole == "decade":
        name, whole = f"{start.year:04}/{end.year:04}", "range"
    year = start.year
    return Placed(start, end, name, whole, placed.basis, year, placed.month, placed.day)


def _year_back(day: dt.date) -> dt.date:
    if day == month_end(day.year, day.month):
        return month_end(day.year - 1, day.month)
    return day.replace(year=day.year - 1)


def value(text: str, placed: Placed) -> DateValue:
    """The date value of the record contract."""
    return DateValue(text, placed.start, placed.end, placed.edtf, placed.precision, placed.basis)
