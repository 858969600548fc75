"""Whether the parts of a date value agree: `edtf` says what `start`, `end` and `precision` must be."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from qextract.compare.faults import Fact

OPEN = ".."
RANGE = "range"
CLOCK = re.compile(r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\Z")


class Period(NamedTuple):
    """What a piece of EDTF names: its first and last day, `None` where the year is not known."""

    start: dt.date | None
    end: dt.date | None
    precision: str


def date_faults(value: Mapping[str, Any], field: str) -> Iterator[Fact]:
    """What contradicts what in a date value that the schema has passed."""
    start, end = (_day(value[name]) for name in ("start", "end"))
    edtf, precision, basis = value["edtf"], value["precision"], value["basis"]
    if start and end and end < start:
        yield f"{field}.end", f"{end} is before start, {start}"
        return
    named = period(edtf)
    if named is None:
        yield f"{field}.edtf", f"{edtf!r} is no date of ISO 8601-2 as the contract writes them"
        return
    if basis == "unresolved" and (start or end):
        yield f"{field}.basis", "is unresolved, and there is a start or an end"
    elif basis != "unresolved" and not (start or end):
        yield f"{field}.basis", f"is {basis}, and there is neither start nor end"
    for name, given, wanted in (("start", start, named.start), ("end", end, named.end)):
        if given != wanted:
            yield f"{field}.{name}", f"is {_shown(given)}, and edtf {edtf} says {_shown(wanted)}"
    if precision != named.precision:
        yield f"{field}.precision", f"is {precision}, and edtf {edtf} says {named.precision}"


def period(edtf: str) -> Period | None:
    """The days of an EDTF string, `None` where it is none of those that the contract has."""
    if edtf.startswith("["):
        return _one_of(edtf)
    first, slash, last = edtf.partition("/")
    if not slash:
        return _piece(edtf)
    if first == last == OPEN:
        return None
    begin = None if first == OPEN else _piece(first)
    finish = None if last == OPEN else _piece(last)
    if (begin is None and first != OPEN) or (finish is None and last != OPEN):
        return None
    start = begin.start if begin else None
    end = finish.end if finish else None
    if (begin and start is None) or (finish and end is None):
        start = end = None
    if start and end and end < start:
        return None
    return Period(start, end, "day" if start and start == end else RANGE)


def _one_of(edtf: str) -> Period | None:
    """`[2023-03-04,2023-04-03]`: one of these, nobody knows which."""
    pieces = [_piece(each) for each in edtf.removeprefix("[").removesuffix("]").split(",")]
    if not edtf.endswith("]") or len(pieces) < 2 or None in pieces:
        return None
    precisions = {each.precision for each in pieces if each}
    return Period(None, None, precisions.pop()) if len(precisions) == 1 else None


def _piece(edtf: str) -> Period | None:
    for form, read in FORMS:
        if match := form.fullmatch(edtf):
            try:
                return read(*match.groups())
            except ValueError:
                return None
    return None


def _of_day(year: str, month: str, day: str, clock: str | None) -> Period | None:
    if clock and not CLOCK.match(clock):
        return None
    found = dt.date(int(year), int(month), int(day))
    return Period(found, found, "day")


def _of_months(year: str, first: int, count: int, precision: str) -> Period:
    start = dt.date(int(year), first, 1)
    last = first + count - 1
    return Period(
        start, start.replace(month=last, day=calendar.monthrange(start.year, last)[1]), precision
    )


def _of_month(year: str, month: str) -> Period | None:
    number = int(month)
    if 33 <= number <= 36:
        return _of_months(year, 3 * number - 98, 3, "quarter")
    if 40 <= number <= 41:
        return _of_months(year, 6 * number - 239, 6, "half")
    return _of_months(year, number, 1, "month") if 1 <= number <= 12 else None


def _of_years(prefix: str, unknown: str) -> Period:
    first, last = int(prefix + "0" * len(unknown)), int(prefix + "9" * len(unknown))
    precision = {0: "year", 1: "decade"}.get(len(unknown), RANGE)
    return Period(dt.date(max(first, 1), 1, 1), dt.date(last, 12, 31), precision)


def _unknown(month: str | None, day: str | None) -> Period | None:
    """A date without its year: 30 days hath September, and February may have 29."""
    if month and month != "XX" and not 1 <= int(month) <= 12:
        return None
    if day and day != "XX":
        most = 31 if month == "XX" else calendar.monthrange(2000, int(month or 1))[1]
        if not 1 <= int(day) <= most:
            return None
    return Period(None, None, "day" if day else "month" if month else "year")


FORMS: tuple[tuple[re.Pattern[str], Callable[..., Period | None]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(T.*)?", re.ASCII), _of_day),
    (re.compile(r"(\d{4})-(\d\d)", re.ASCII), _of_month),
    (re.compile(r"(\d{4})()", re.ASCII), _of_years),
    (re.compile(r"(\d{3})(X)", re.ASCII), _of_years),
    (re.compile(r"(\d\d)(XX)", re.ASCII), _of_years),
    (re.compile(r"XXXX(?:-(\d\d|XX)(?:-(\d\d|XX))?)?", re.ASCII), _unknown),
)
"""The forms of a date, and what each names."""


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _shown(day: dt.date | None) -> str:
    return "null" if day is None else day.isoformat()
