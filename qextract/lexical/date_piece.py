"""What a dating is read into, and the pieces that end every reading: a clock, a bracket."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qextract.lexical import date_patterns as p
from qextract.lexical.date_numerals import small

#: How a piece was said and how much: ("abs", 2024), ("ref", -1) for 去年, ("ctx", 0) for 同年,
#: ("gov", -1) for 上年: from the year that governs the paragraph, else the year of writing.
Unit = tuple[str, int]
Clock = tuple[int, int, int]


class Point(NamedTuple):
    """One end of a dating, not yet placed in the calendar.

    year_to is the last year of a span of years (2025-26年度: 2026). part names what a year or a
    month was cut to (`Q2`, `H1`, `M9`, `上旬`). open says that nothing but a number was read, so
    that the other end must say what it counts. name is a holiday's, whose part is `around` if the
    days off around it are meant. weekday is what a bracket says: 9月4日(周三); noted is the day of
    the month that one says: 今(16)日. Days and months of the Chinese calendar have the base `lunar`, or `leap` in a leap month.
    """

    start: int
    end: int
    year: Unit | None = None
    month: Unit | None = None
    day: Unit | None = None
    part: str = ""
    year_to: int | None = None
    clock: Clock | None = None
    open: bool = False
    name: str = ""
    weekday: int | None = None
    noted: int | None = None


class Scope(NamedTuple):
    """The text that is read: up to where, and how.

    roc: the page counts years from 1912. loose: a short remark rather than news; alone: a text that
    is nothing but a dating. latest: the last year that a year of two digits may mean.
    """

    text: str
    end: int
    roc: bool
    loose: bool
    latest: int
    alone: bool = False


Reader = Callable[[Scope, int, int], Point | None]
WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
_AFTERNOON = frozenset(
    ("下午", "傍晚", "晚上", "晚间", "夜间", "当晚", "晚", "夜", "午后", "深夜", "夜里")
)
#: Minutes of what is not written as a number.
_HALVES = {"半": 30, "一刻": 15, "1刻": 15, "三刻": 45, "3刻": 45}
_NOTE_HEADS = frozenset("( 周星礼")
_CLOCK_HEADS = frozenset(f"0123456789{p.HAN}十两白凌清早上中午下傍晚深夜当晨 ")


def read_clock(scope: Scope, at: int) -> tuple[int, Clock | None]:
    """Where a time of day at `at` ends (`at` if there is none), and its hour, minute, second."""
    if scope.text[at : at + 1] not in _CLOCK_HEADS:
        return at, None
    m = p.CLOCK.re.match(scope.text, at, scope.end)
    if m is None or m.end() == at:
        return at, None
    part, hour_text, minute_text, half, bare, colon, second, _ = m.groups()
    if hour_text is None:
        return (m.end(1) if part else at), None
    hour = small(hour_text)
    minute = _HALVES.get(half) or small(minute_text or bare or colon or "0")
    if hour > 24 or minute > 59:
        return (m.end(1) if part else at), None
    if (
        (part in _AFTERNOON and 1 <= hour < 12)
        or (part == "中午" and hour < 3)
        or (part == "午" and 1 <= hour < 8)
    ):
        hour += 12
    return m.end(), (hour, minute, int(second or 0))


def note(scope: Scope, point: Point) -> Point:
    if scope.text[point.end : point.end + 1] not in _NOTE_HEADS:
        return point
    m = p.NOTE.re.match(scope.text, point.end, scope.end)
    if m is None:
        return point
    month, day = m.groups()
    at, clock = read_clock(scope, m.end())
    if clock is not None and clock[0] < 12 and _late(scope.text[point.start : point.end], clock[0]):
        clock = (clock[0] + 12, *clock[1:])
    said = point.day[0] if point.day else ""
    point = point._replace(end=at, clock=point.clock or clock)
    if said in ("ref", "week", "weekday") and day is not None and month is None:
        return point._replace(
            noted=small(day)
        )  # 昨晚(21日): the day of writing leads, not the text
    if said == "abs":
        weekday = WEEKDAYS.get(m.group().rstrip(")")[-1])
        return point if weekday is None else point._replace(weekday=weekday)
    if day is None:
        return point
    return point._replace(
        month=("abs", small(month)) if month else point.month, day=("abs", small(day))
    )


def _late(said: str, hour: int) -> bool:
    """Whether an hour behind a bracket is of the second half of the day (昨晚(4日)8时)."""
    if said.endswith(("晚", "晚上", "晚间", "夜", "夜间", "深夜", "下午", "傍晚")):
        return hour > 0
    return said.endswith("午") and not said.endswith(("上午", "中午")) and 1 <= hour < 8


def gap(scope: Scope, at: int) -> int:
    while at < scope.end and scope.text[at] == " ":
        at += 1
    return at
