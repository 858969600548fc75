"""Datings by a name: plans of five years, decades, the Chinese calendar, holidays."""

from __future__ import annotations

import re

from qextract.lexical import date_patterns as p
from qextract.lexical.date_numerals import small
from qextract.lexical.date_piece import Point, Scope, Unit, read_clock

_STAGES = {"初": (0, 3), "前": (0, 4), "中": (3, 6), "末": (7, 9), "后": (5, 9)}
_PLAN_STAGES = {"末": (4, 4), "初": (0, 1)}


def lunar(scope: Scope, start: int, _: int) -> Point | None:
    """农历八月十五, 正月初一, 闰四月."""
    m = p.LUNAR.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    year_name, leap, month_name, day_name = m.groups()
    month = {"正": 1, "冬": 11, "腊": 12}.get(month_name) or small(month_name)
    base = "leap" if leap else "lunar"
    year: Unit | None = None
    if year_name is not None:
        cycle = not year_name[0].isdigit() and year_name[0] not in p.HAN
        year = ("cycle", p.CYCLE.index(year_name)) if cycle else ("abs", small(year_name))
    stop, clock, day = m.end(), None, None
    if day_name:
        day = (base, small(day_name.removeprefix("初")))
        stop, clock = read_clock(scope, stop)
    return Point(start, stop, year, (base, month), day, clock=clock)


def new_year(scope: Scope, start: int, _: int) -> Point | None:
    """大年初一; 大年三十 is the evening before it."""
    m = p.NEW_YEAR.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    stop, clock = read_clock(scope, m.end())
    if m.group(1) == "三十":
        return Point(start, stop, name="除夕")
    day = small(m.group(1).removeprefix("初"))
    return Point(start, stop, None, ("lunar", 1), ("lunar", day), clock=clock)


def holiday(scope: Scope, start: int, _: int) -> Point | None:
    m = p.HOLIDAY.re.match(scope.text, start, scope.end)
    if m is None or not (m.group(3) or scope.loose):
        return None
    return named(start, m, None)


def named(start: int, m: re.Match[str], year: Unit | None) -> Point:
    name, second, tail = m.groups()
    around = bool(tail) and tail[0] != "当"
    both = second is not None and {name, second} == {"国庆", "中秋"}
    return Point(
        start, m.end(), year, part="around" if around else "", name="双节" if both else name
    )


def century(scope: Scope, start: int, _: int) -> Point | None:
    return decade(scope, start, start)


def decade(scope: Scope, start: int, _: int) -> Point | None:
    m = p.DECADE.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    which, century, tens, stage = m.groups()
    base = (small(century) - 1) * 100 if century else 2000 if which == "本" else 1900
    first = base + small(tens)
    cut = _STAGES.get((stage or "")[:1], (0, 9))
    part = "" if stage else "decade"
    return Point(start, m.end(), ("abs", first + cut[0]), part=part, year_to=first + cut[1])


def plan(scope: Scope, start: int, _: int) -> Point | None:
    m = p.PLAN.re.match(scope.text, start, scope.end)
    if m is None:
        return holiday(scope, start, start)
    count, tail = small(m.group(1)), m.group(2)
    first = 1953 + 5 * (count - 1) if count < 3 else 1966 + 5 * (count - 3)
    cut = _PLAN_STAGES.get(tail[0], (0, 4))
    if tail[0] == "前":
        cut = (0, small(tail[1]) - 1)
    stop = m.start(2) if tail == "以来" else m.end()
    return Point(start, stop, ("abs", first + cut[0]), year_to=first + cut[1])
