"""Datings by a name: plans of five years, decades, the Chinese calendar, holidays."""

from __future__ import annotations

import re

from qextract.lexical import date_name_patterns as n
from qextract.lexical import date_patterns as p
from qextract.lexical.date_numerals import small
from qextract.lexical.date_piece import Point, Scope, Unit, read_clock

_STAGES = {"初": (0, 2), "前": (0, 2), "中": (3, 6), "末": (7, 9), "后": (7, 9)}
_CENTURY_STAGES = (
    ("初", (0, 9)), ("末", (90, 99)), ("中", (40, 59)), ("上", (0, 49)), ("前", (0, 49)),
    ("下", (50, 99)), ("后", (50, 99)),
)  # fmt: skip
_END = frozenset(("", *" ,。;:!?)"))
_PLAN_STAGES = {"末": (4, 4), "收": (4, 4), "初": (0, 1), "开": (0, 0), "中": (2, 2)}


def lunar(scope: Scope, start: int, _: int) -> Point | None:
    """农历八月十五, 正月初一, 闰四月."""
    m = n.LUNAR.re.match(scope.text, start, scope.end)
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
    m = n.NEW_YEAR.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    stop, clock = read_clock(scope, m.end())
    if m.group(1) == "三十":
        return Point(start, stop, name="除夕")
    day = small(m.group(1).removeprefix("初"))
    return Point(start, stop, None, ("lunar", 1), ("lunar", day), clock=clock)


def holiday(scope: Scope, start: int, _: int) -> Point | None:
    m = n.HOLIDAY.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    sure = m.group(3) or m.group(4) or (scope.loose and scope.text[m.end() : m.end() + 1] in _END)
    return named(scope, start, m, None) if sure else None


_BESIDE = {"翌": "+1", "次": "+1", "第": "+1", "当": ""}


def named(scope: Scope, start: int, m: re.Match[str], year: Unit | None) -> Point:
    """A holiday: the day itself, the days off around it, or the day before or after it."""
    name, second, tail, _ = m.groups()
    both = second is not None and {name, second} == {"国庆", "中秋"}
    if name == "国庆" and (scope.roc or scope.text[start - 2 : start] == "双十"):
        name = "双十节"
    part = ""
    if tail:
        part = "-1" if tail[:2] in ("前夕", "前一") else _BESIDE.get(tail[0], "around")
    stop, clock = m.end(), None
    if part != "around":
        stop, clock = read_clock(scope, stop)
    return Point(start, stop, year, part=part, clock=clock, name="双节" if both else name)


def century(scope: Scope, start: int, at: int) -> Point | None:
    """21世纪中叶, 上世纪末, 20世纪80年代."""
    if scope.text[start - 1 : start] == "前":  # 公元前3世纪
        return None
    m = n.CENTURY.re.match(scope.text, start, scope.end)
    if m is None:
        return decade(scope, start, at)
    which, number, stage = m.groups()
    first = {"上": 1900, "本": 2000}.get(which) if which else (small(number) - 1) * 100
    if first is None or not 0 < first < 2200:
        return None
    cut = next((span for word, span in _CENTURY_STAGES if stage.startswith(word)), (0, 99))
    return Point(
        start,
        m.end(),
        ("abs", first + cut[0]),
        part="" if stage else "century",
        year_to=first + cut[1],
    )


def decade(scope: Scope, start: int, _: int) -> Point | None:
    """20世纪80年代, 九十年代初, 五六十年代."""
    m = n.DECADE.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    which, century, of_century, tens, more, han, han_more, zeroed, stage = m.groups()
    if tens == "00" and not of_century:
        return None
    base = (small(century) - 1) * 100 if century else 2000 if which == "本" else 1900
    base = int(of_century) * 100 if of_century else base
    first = base + (int(tens) if tens else 10 * small(han or zeroed))
    last = base + int(more) if more else base + 10 * small(han_more) if han_more else first
    if last < first:
        return None
    cut = _STAGES.get((stage or "")[:1], (0, 9))
    part = "" if stage or last > first else "decade"
    return Point(start, m.end(), ("abs", first + cut[0]), part=part, year_to=last + cut[1])


def plan(scope: Scope, start: int, _: int) -> Point | None:
    """“十四五”期间, “十三五”收官之年, 第十四个五年规划时期."""
    m = n.PLAN.re.match(scope.text, start, scope.end)
    if m is None:
        return holiday(scope, start, start)
    count, tail = small(m.group(1) or m.group(2)), m.group(3).lstrip("的")
    first = 1953 + 5 * (count - 1) if count < 3 else 1966 + 5 * (count - 3)
    cut = _PLAN_STAGES.get(tail[0], (0, 4))
    if tail[0] == "前":
        cut = (0, small(tail[1]) - 1)
    stop = m.start(3) if tail == "以来" else m.end()
    return Point(start, stop, ("abs", first + cut[0]), year_to=first + cut[1])


def school_year(scope: Scope, start: int, _: int) -> Point | None:
    """112学年度第一学期, 2023学年, 2023财年."""
    m = n.SCHOOL_YEAR.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    digits, school, term = m.groups()
    year = small(digits)
    roc = len(digits) == 3
    if len(digits) == 2 or (roc and not 80 <= year <= 130):
        return None
    unit = ("abs", year + 1911 if roc else year)
    if not school:
        return None if roc else Point(start, m.end(), unit)
    return Point(start, m.end(), unit, part=school_part(term, roc))


def school_part(term: str | None, roc: bool = False) -> str:
    """What a school year is cut to; in Taiwan it begins in August."""
    half = "" if term is None else "1" if term[-1] in "一1上" else "2"
    return f"学年{half}{'民' * roc}"
