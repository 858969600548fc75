"""Datings that count from the day of writing: 三天前, 近三个月, 再过两周, 十几年后."""

from __future__ import annotations

import datetime as dt
import re

from qextract.lexical import date_edtf as edtf
from qextract.lexical.date_edtf import Placed
from qextract.lexical.date_numerals import small

#: Days, and months, of a unit.
DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}
MONTHS = {"月": 1, "季": 3, "季度": 3, "年": 12, "世纪": 1200}
_AHEAD = ("未来", "今后", "后", "下", "接下来", "随后")
_AROUND = ("前", "后", "上", "下")
#: More than this is the age of things, not a dating of them.
_LONGEST = 199


def bounds(count: str) -> tuple[int, int]:
    """The least and the most that a count may mean: 三五 is 3 to 5, 二十几 is 20 to 30."""
    count = count.replace("仨", "三")
    if count.endswith("十几"):
        low = 10 * small(count[:-2] or "一")
        return low, low + 10
    if count[0] in "几数":
        return (20, 100) if count[1] == "十" else (200, 1000)
    if len(count) == 2 and not count.isascii() and "十" not in count and count[1] not in "百千":
        return small(count[0]), small(count[1])
    return small(count), small(count)


def months_on(day: dt.date, by: int) -> dt.date:
    """The same day, so many months on; the last of a shorter month."""
    year, month = edtf.shift_month(day.year, day.month, by)
    return dt.date(year, month, min(day.day, edtf.month_end(year, month).day))


def run(start: dt.date | None, end: dt.date | None) -> Placed:
    """From a day to a day, one of which may be open."""
    if start is not None and start == end:
        return edtf.days(start, start, "publication")
    name = f"{start or '..'}/{end or '..'}"
    at = start or end
    assert at is not None
    return Placed(start, end, name, "range", "publication", at.year, at.month, at.day)


def whole(now: dt.date, number: int, half: bool, unit: str, sign: int) -> Placed | None:
    """The day, week, month or year that lies so far from now."""
    if unit in DAYS:
        length = DAYS[unit] * number + (DAYS[unit] + 1) // 2 * half
        at = now + dt.timedelta(sign * length)
        return edtf.days(at, at + dt.timedelta(6 if DAYS[unit] == 7 else 0), "publication")
    if unit not in MONTHS:
        return edtf.day(now.year, now.month, now.day, "publication", None)
    size = MONTHS[unit]
    year, month = edtf.shift_month(now.year, now.month, sign * (size * number + size // 2 * half))
    if half and size == 1:
        # from the middle of a month on, or up to it: 十个半月后
        on = months_on(now, sign * number) + dt.timedelta(sign * 15)
        if sign > 0:
            return edtf.days(on, months_on(on, 1) - dt.timedelta(1), "publication")
        year, month = on.year, on.month
    if not 1 <= year < 9999:
        return None
    if (size == 12 and not half) or size > 12:
        return edtf.year(year, "publication")
    return edtf.month(year, month, "publication")


def about(now: dt.date, count: str | None, half: bool, unit: str, sign: int) -> Placed | None:
    """The same for a count that may mean more than one number: 三五年前."""
    low, high = bounds(count) if count else (0, 0)
    near = whole(now, low, half, unit, sign)
    if low == high:
        return near
    far = whole(now, high, half, unit, sign)
    if near is None or far is None:
        return None
    return edtf.span(near, far) if sign > 0 else edtf.span(far, near)


def counted(m: re.Match[str], now: dt.date) -> Placed | None:
    """两年后, 三天以前, 十天内, 三个多月以来, in a text that is nothing else."""
    count, more, half_before, unit, half_behind, more_behind, far, way, within, since = m.groups()
    if not count and half_before is None:
        return None
    half, over = bool(half_before or half_behind), bool(more or more_behind)
    if unit == "月" and "个" not in m.group() and count != "仨" and not half and not over:
        return None  # 五月以后
    number = bounds(count)[0] if count else 0
    placed = about(now, count, half, unit, 1 if way == "后" or within else -1)
    if placed is None or (unit not in DAYS and unit not in MONTHS and (far != "以" or not way)):
        return placed
    last = placed.end
    if unit == "年" and not half and (within or since):
        year, month = edtf.shift_month(now.year, now.month, 12 * number * (1 if within else -1))
        placed, last = edtf.month(year, month, "publication"), edtf.month_end(year, month)
    if within:
        return run(now, last)
    if since:
        return run(placed.start, now)
    if far == "以" or over:
        return edtf.since(placed) if way == "后" else edtf.until(placed)
    return placed


#: Behind 两小时后 in a remark: what is still to come.
_TO_COME = ("就", "再", "会", "要", "见", "将", "能")


def counted_days(m: re.Match[str], now: dt.date) -> Placed | None:
    """三天后; hours, and days within which something is to be done, are lengths of time."""
    unit, way, within, since = m.group(4), m.group(8), m.group(9), m.group(10)
    count = m.group(1)
    if within or since or (count and ("几" in count or "数" in count)):
        return None
    to_come = way == "后" and m.string.startswith(_TO_COME, m.end())
    if unit not in DAYS and unit not in MONTHS and not to_come:
        return None
    return counted(m, now)


def ago(m: re.Match[str], now: dt.date) -> Placed | None:
    """三天前, 两三年前, 半年前."""
    count, half_before, unit, other, half_behind = m.groups()
    count = None if count == "半" else count
    if count and bounds(count)[1] > _LONGEST:
        return None
    half = bool(half_before or half_behind or not count)
    return about(now, count, half, unit or other, -1)


def coming(m: re.Match[str], now: dt.date) -> Placed | None:
    """再过两天."""
    count, half_before, unit, half_behind = m.groups()
    if not count and half_before is None:
        return None
    return about(now, count, bool(half_before or half_behind), unit, 1)


def from_then(m: re.Match[str], now: dt.date) -> Placed | None:
    """再过两天, in a text that is nothing else: from then on."""
    placed = coming(m, now)
    return None if placed is None else edtf.since(placed)


def window(m: re.Match[str], now: dt.date) -> Placed | None:
    """近三年, 未来两周, 前两个月, 过去半年."""
    word, count, half, unit = m.groups()
    word = word.removesuffix("的")
    ahead = word in _AHEAD
    around = word in _AROUND
    if half:
        return _half(word, unit, now, ahead)
    low, high = bounds(count)
    number = high if high < 10 else low
    if word == "前" and (unit == "季度" or (unit == "月" and number > 3)):
        return None  # 前三季度, 前七个月: from January on
    rolling = not around or (word == "后" and unit == "年")
    if unit in DAYS:
        length = DAYS[unit] * number
        if rolling:
            return _rolling(now, dt.timedelta(length), ahead)
        first = now - dt.timedelta(now.weekday()) if DAYS[unit] == 7 else now
        if ahead:
            start = first + dt.timedelta(DAYS[unit])
            return run(start, start + dt.timedelta(length - 1))
        return run(first - dt.timedelta(length), first - dt.timedelta(1))
    if unit in MONTHS:
        length = MONTHS[unit] * number
        if rolling and ahead:
            begin = now + dt.timedelta(word == "后")
            return run(begin, months_on(begin, length) - dt.timedelta(1))
        if rolling:
            return run(months_on(now, -length), now)
        month = 1 if unit == "年" else (now.month - 1) // 3 * 3 + 1 if unit == "季度" else now.month
        base = dt.date(now.year, month, 1)
        if ahead:
            start = months_on(base, MONTHS[unit])
            return run(start, months_on(start, length) - dt.timedelta(1))
        return run(months_on(base, -length), base - dt.timedelta(1))
    days = number // 24 if unit == "小时" else 0
    if days:
        return _rolling(now, dt.timedelta(days), ahead)
    return edtf.day(now.year, now.month, now.day, "publication", None)


def _rolling(now: dt.date, length: dt.timedelta, ahead: bool) -> Placed:
    return run(now, now + length) if ahead else run(now - length, now)


def _half(word: str, unit: str, now: dt.date, ahead: bool) -> Placed | None:
    """近半年, 未来半个月; 上半月, 后半个月 are halves of this one."""
    if word in _AROUND:
        if unit != "月":
            return None
        last = edtf.month_end(now.year, now.month)
        first_half = word in ("前", "上")
        begin, end = (now.replace(day=1), now.replace(day=15)) if first_half else (
            now.replace(day=16), last,
        )  # fmt: skip
        return edtf.days(begin, end, "publication")
    if unit == "年":
        if ahead:
            return run(now, months_on(now, 6) - dt.timedelta(1))
        return run(months_on(now, -6), now)
    if unit == "月":
        return _rolling(now, dt.timedelta(15), ahead)
    return None
