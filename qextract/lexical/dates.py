"""Dates and spans of dates in the given regions, placed in the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from qextract.lexical import date_edtf as edtf
from qextract.lexical import date_patterns as p
from qextract.lexical import date_points
from qextract.lexical.date_edtf import Placed
from qextract.lexical.date_points import Point
from qextract.lexical.date_resolve import Context
from qextract.mentions import Date, Span

_AS_OF = ("截至", "截止", "截止到", "截至到", "截止至")
_FUTURE = ("将", "拟", "预计", "计划", "力争", "定于", "定在", "争取", "有望", "即将", "下次")


def scan(
    text: str, regions: Sequence[Span], reference: dt.date | None, *, loose: bool = False
) -> list[Date]:
    """Every dating in the regions of repaired `text`, in order; ranges are one mention.

    reference: the day the text was written, `None` if unknown. loose: read a single remark rather
    than news, where more shapes are dates (24年, 3号, 20240904).
    """
    found: list[Date] = []
    context = Context(reference)
    roc = "民国" in text
    anchor = p.ANCHOR.re
    for start, end in regions:
        at = start
        context.near = False
        context.governing = None
        while (m := anchor.search(text, at, end)) is not None:
            at = m.start()
            date = _read(text, at, end, context, roc, loose)
            if date is None:
                at = max(at + 1, m.start() + 1)
                continue
            found.append(date)
            at = date.end
    return found


def _read(text: str, start: int, end: int, context: Context, roc: bool, loose: bool) -> Date | None:
    first = date_points.parse(text, start, end, roc, loose)
    if first is None:
        return None
    stop = first.end
    second = None
    joint = p.JOINT.re.match(text, first.end, end)
    if joint is not None:
        second = _other_end(text, joint.end(), end, first, roc, loose, joint.group().strip())
    if second is None and first.open:
        return None
    sentence = _sentence(text, start, context)
    future = _is_future(text, start, stop, end)
    placed = _place(first, second, context, future)
    if placed is None:
        return None
    if second is not None:
        stop = second.end
    begin = start
    known = placed
    if (m := p.SUFFIX.re.match(text, stop, end)) is not None:
        word = m.group(1)
        placed, stop = _suffixed(placed, word, m.end(), stop)
    for word in _AS_OF:
        if text.startswith(word, start - len(word)) and start >= len(word):
            begin = start - len(word)
    if begin != start or (
        text[start - 1 : start] == "到"
        and first.part == "底"
        or text[stop - 1] == "底"
        and text[start - 1 : start] in ("到", "至")
    ):
        placed = _until(placed)
    _remember(text, start, context, first, second, known, sentence)
    slice_ = text[begin:stop]
    return Date(slice_, begin, stop, edtf.value(slice_, placed))


def _other_end(
    text: str, at: int, end: int, first: Point, roc: bool, loose: bool, joint: str
) -> Point | None:
    if at >= end:
        return None
    second = date_points.parse(text, at, end, roc, True)
    if second is None or second.open:
        return None
    if joint in ("、", "和") and not first.open:
        return None
    if first.open:
        same = (first.day is None) == (second.day is None) and second.year is None
        if not same or (first.month is not None and first.day is not None and second.month):
            return None
    if first.day is not None and second.day is None:
        return None
    return second


def _place(first: Point, second: Point | None, context: Context, future: bool) -> Placed | None:
    if second is None:
        return context.place(first, future)
    if first.year is None and second.year is not None and first.month is not None:
        one = first._replace(year=second.year)
    else:
        one = first
    start = context.place(one, future)
    if start is None:
        return None
    last = second
    if last.year is None and (last.month is not None or last.day is not None):
        absolute = last.day is None or last.day[0] == "abs"
        if absolute and last.month is None and start.month is not None:
            last = last._replace(month=("abs", start.month))
        if absolute and last.month is not None and last.month[0] == "abs" and start.year:
            year = start.year
            before = (last.month[1], last.day[1] if last.day else 31)
            if before < (start.month or 1, start.day or 1):
                if second.month is None:
                    following = edtf.shift_month(start.year, start.month or 1, 1)
                    year = following[0]
                    last = last._replace(month=("abs", following[1]))
                else:
                    year += 1
            last = last._replace(year=("abs", year))
    elif last.year is None and last.part and start.year:
        last = last._replace(year=("abs", start.year))
    stop = context.place(last, future)
    if stop is None:
        return None
    return edtf.span(start, stop)


def _until(placed: Placed) -> Placed:
    if placed.end is None:
        return placed
    tail = placed.edtf.split("/")[-1]
    return placed._replace(start=None, edtf=f"../{tail}", precision="range")


def _suffixed(placed: Placed, word: str, end: int, stop: int) -> tuple[Placed, int]:
    if word in ("以来", "至今", "迄今", "起至今"):
        head = placed.edtf.split("/")[0]
        return placed._replace(end=None, edtf=f"{head}/..", precision="range"), end
    if word.endswith("前"):
        return _until(placed), end
    return placed, end


def _sentence(text: str, start: int, context: Context) -> int:
    return 0


def _is_future(text: str, start: int, stop: int, end: int) -> bool:
    return text.startswith("将", stop) or any(
        text.startswith(word, start - len(word) - extra)
        for word in _FUTURE
        for extra in (0, 1)
        if start >= len(word) + extra
    )


def _remember(
    text: str,
    start: int,
    context: Context,
    first: Point,
    second: Point | None,
    placed: Placed,
    sentence: int,
) -> None:
    context.last = placed
    context.near = True
