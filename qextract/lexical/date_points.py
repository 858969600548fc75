"""Reading one dating into its pieces: which year, month, day, and how each was said."""

from __future__ import annotations

import re
from typing import NamedTuple

from qextract.lexical import date_patterns as p
from qextract.lexical.date_numerals import small

#: How a piece was said and how much: ("abs", 2024), ("ref", -1) for 去年, ("ctx", 0) for 同年.
Unit = tuple[str, int]
Clock = tuple[int, int, int]


class Point(NamedTuple):
    """One end of a dating, not yet placed in the calendar.

    year_to is the last year of a span of years (2025-26年度: 2026). part names what a year or a
    month was cut to (`Q2`, `H1`, `M9`, `上旬`). open says that nothing but a number was read, so
    that the other end must say what it counts.
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


_WORDS: dict[str, tuple[str, str, int]] = {
    "大前年": ("year", "ref", -3),
    "今年": ("year", "ref", 0),
    "本年": ("year", "ref", 0),
    "本年度": ("year", "ref", 0),
    "年内": ("year", "ref", 0),
    "去年": ("year", "ref", -1),
    "前年": ("year", "ref", -2),
    "明年": ("year", "ref", 1),
    "来年": ("year", "ref", 1),
    "后年": ("year", "ref", 2),
    "上年": ("year", "gov", -1),
    "下年": ("year", "gov", 1),
    "同年": ("year", "ctx", 0),
    "当年": ("year", "ctx", 0),
    "次年": ("year", "ctx", 1),
    "翌年": ("year", "ctx", 1),
    "本月": ("month", "ref", 0),
    "这月": ("month", "ref", 0),
    "上月": ("month", "ref", -1),
    "上上月": ("month", "ref", -2),
    "下月": ("month", "ref", 1),
    "同月": ("month", "ctx", 0),
    "当月": ("month", "ctx", 0),
    "次月": ("month", "ctx", 1),
    "翌月": ("month", "ctx", 1),
    "大前天": ("day", "ref", -3),
    "大后天": ("day", "ref", 3),
    "今": ("day", "ref", 0),
    "即": ("day", "ref", 0),
    "昨": ("day", "ref", -1),
    "前": ("day", "ref", -2),
    "明": ("day", "ref", 1),
    "后": ("day", "ref", 2),
    "当": ("day", "ctx", 0),
    "同": ("day", "ctx", 0),
    "次": ("day", "ctx", 1),
    "翌": ("day", "ctx", 1),
    "隔": ("day", "ctx", 1),
}
_WEEKS = {None: 0, "本": 0, "这": 0, "今": 0, "上": -7, "上上": -14, "下": 7, "下下": 14}
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
_QUARTERS = {"首": 1, "一": 1, "二": 2, "三": 3, "四": 4} | {str(i): i for i in range(1, 5)}
_YEAR_PARTS = {"初": "初", "中": "中", "内": "", "底": "底", "末": "底", "终": "底", "期": "中"}
_STAGES = {"初": (0, 3), "前": (0, 4), "中": (3, 6), "末": (7, 9), "后": (5, 9)}
_AFTERNOON = frozenset(("下午", "傍晚", "晚上", "晚间", "夜间", "当晚", "晚", "夜", "午后", "深夜"))
_ROUND_YEARS = frozenset((1000, 1200, 1300, 1500, 1600, 1800, 2000, 2500, 3000))


def parse(text: str, start: int, end: int, roc: bool = False, loose: bool = False) -> Point | None:
    """The dating that begins at `start`, or `None` if none does; `roc`: the page counts 民国."""
    c = text[start]
    if c == "“":
        return _plan(text, start, end)
    if c in "0123456789":
        point = _iso(text, start, end) or _year_span(text, start, end)
        if point is not None:
            return point
    if (decade := p.DECADE.re.match(text, start, end)) is not None:
        return _decade(decade)
    if (noted := p.ROC_RELATIVE.re.match(text, start, end)) is not None:
        return _noted(
            text, noted.group(1), int(noted.group(2)), noted.group(3), noted.end(), start, end
        )
    relative = p.RELATIVE.re.match(text, start, end)
    if relative is not None:
        return _relative(text, start, end, relative.group())
    week = p.WEEK.re.match(text, start, end)
    if week is not None and (week.group(1) or week.group(2) or week.group(3)):
        return _week(text, start, end, week.group(1), week.group(2), week.group(3), week.end())
    return _calendar(text, start, end, roc, loose)


def _iso(text: str, start: int, end: int) -> Point | None:
    m = p.ISO.re.match(text, start, end)
    if m is None or (start and text[start - 1] in "-/."):
        return None
    year, _, month, day, hour, minute, second = m.groups()
    clock = (int(hour), int(minute), int(second or 0)) if hour else None
    return Point(
        start, m.end(), ("abs", int(year)), ("abs", int(month)), ("abs", int(day)), clock=clock
    )


def _year_span(text: str, start: int, end: int) -> Point | None:
    m = p.YEAR_SPAN.re.match(text, start, end)
    if m is None:
        return None
    first, last, unit = int(m.group(1)), m.group(2), m.group(3)
    to = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if to < first:
        return None
    part = ""
    if to == first + 1 and unit != "年":
        part = "学年" if unit == "学年" else "财年"
    return Point(start, m.end(), ("abs", first), part=part, year_to=to)


def _plan(text: str, start: int, end: int) -> Point | None:
    m = p.PLAN.re.match(text, start, end)
    if m is None:
        return None
    count = small(m.group(1)) if m.group(1) != "十" else 10
    first = 1953 + 5 * (count - 1) if count < 3 else 1966 + 5 * (count - 3)
    tail = m.group(2)
    stop = m.start(2) if tail == "以来" else m.end()
    years = {"末": (4, 4), "初": (0, 0)}.get(tail[0], (0, 4))
    if tail[0] == "前":
        years = (0, small(tail[1]) - 1)
    return Point(start, stop, ("abs", first + years[0]), year_to=first + years[1])


def _decade(m: re.Match[str]) -> Point:
    which, century, tens, stage = m.groups()
    if which:
        base = 1900 if which == "上" else 2000
    elif century:
        base = (small(century) - 1) * 100
    else:
        base = 1900
    first = base + small(tens)
    cut = _STAGES.get((stage or "")[:1], (0, 9))
    return Point(
        m.start(),
        m.end(),
        ("abs", first + cut[0]),
        part="" if stage else "decade",
        year_to=first + cut[1],
    )


def _noted(
    text: str, word: str, number: int, unit: str, at: int, start: int, end: int
) -> Point | None:
    offset = {"今": 0, "本": 0, "昨": -1, "去": -1, "上": -1, "前": -2, "明": 1, "下": 1}[word]
    if unit == "日":
        at, clock = _clock(text, at, end)
        return Point(start, at, day=("ref", offset), clock=clock)
    if unit == "月":
        return _from_month(text, start, at, end, None, ("ref", offset))
    return _from_year(text, start, at, end, ("ref", offset))


def _relative(text: str, start: int, end: int, word: str) -> Point | None:
    at = start + len(word)
    key = word.replace("个", "").replace("一", "") if word[-1] in "年月度" else word
    if key.endswith("度") and key not in _WORDS:
        key = key[:-1]
    entry = _WORDS.get(key) or _WORDS[key[0]]
    slot, base, amount = entry
    unit = (base, amount)
    if slot == "year":
        if word == "年内":
            return Point(start, at, unit)
        return _from_year(text, start, at, end, unit)
    if slot == "month":
        return _from_month(text, start, at, end, None, unit)
    if word in ("次晨", "翌晨"):
        at -= 1
    at, clock = _clock(text, at, end)
    if at == start + len(word) and len(word) == 1:
        return None
    return _note(text, Point(start, at, day=unit, clock=clock), end)


def _week(
    text: str, start: int, end: int, which: str | None, day: str | None, tail: str, at: int
) -> Point | None:
    if which is None and start and text[start - 1] in "每逢双隔一二两三至到":
        return None
    base = "week" if which is not None else "weekday"
    offset = _WEEKS[which]
    if day:
        at, clock = _clock(text, at, end)
        return _note(text, Point(start, at, day=(base, offset + _WEEKDAYS[day]), clock=clock), end)
    part = "weekend" if tail else "week"
    return Point(start, at, day=("week", offset + (5 if tail else 0)), part=part)


def _calendar(text: str, start: int, end: int, roc: bool, loose: bool) -> Point | None:
    before = text[start - 1] if start else ""
    if before.isdigit() or before in "第.":
        return None
    m = p.YEAR.re.match(text, start, end)
    if m is not None:
        year = _year_value(m.group(1), m.group(2), text, m.end(), end, roc, loose)
        return None if year is None else _from_year(text, start, m.end(), end, ("abs", year))
    part = p.YEAR_PART.re.match(text, start, end)
    if part is not None and text[start] not in "的 初底末中春夏秋冬岁":
        code = _part_code(part)
        if code is not None:
            return Point(start, part.end(), part=code)
    m = p.MONTH.re.match(text, start, end)
    if m is not None:
        month = ("abs", small(m.group(1)))
        if not text[m.end() - 1] in "月份":
            return Point(start, m.end(), month=month, open=True)
        return _from_month(text, start, m.end(), end, None, month)
    return _from_day(text, start, start, end, None, None, loose)


def _year_value(
    era: str | None, digits: str, text: str, at: int, end: int, roc: bool, loose: bool
) -> int | None:
    if era == "民国":
        return 1911 + (1 if digits == "元" else small(digits))
    if digits == "元":
        return None
    if len(digits) == 4 and "十" not in digits and "百" not in digits:
        year = small(digits)
        if not 1000 <= year <= 2199:
            return None
        if year in _ROUND_YEARS and text.startswith(
            ("历史", "以前", "前", "来", "的", "文明", "间"), at
        ):
            return None
        return year
    if "十" in digits or "百" in digits or (len(digits) < 2 and not loose):
        return None
    dated = _follows_year(text, at, end)
    value = small(digits)
    if len(digits) == 3:
        return 1911 + value if 80 <= value <= 130 and (dated or roc) else None
    if not dated and not loose and digits[0] not in "0零〇":
        return None
    if roc and 60 <= value:
        return 1911 + value
    return value + (2000 if value <= 40 else 1900)


def _follows_year(text: str, at: int, end: int) -> bool:
    month = p.MONTH.re.match(text, at + (text[at : at + 1] == " "), end)
    if month is not None and text[month.end() - 1] in "月份":
        return True
    part = p.YEAR_PART.re.match(text, at, end)
    return part is not None


def _part_code(part: re.Match[str]) -> str | None:
    word, half, quarter, count, unit, season = part.groups()
    if word:
        return _YEAR_PARTS[word[-1]]
    if half:
        return "H1" if half[0] == "上" else "H2"
    if quarter:
        return f"Q{_QUARTERS[quarter[-1]]}"
    if count:
        months = small(count) * (1 if unit == "月" else 3)
        return f"M{months}" if 1 <= months <= 12 else None
    return f"S{season}"


def _gap(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \n":
        at += 1
    return at


def _from_year(text: str, start: int, at: int, end: int, year: Unit) -> Point:
    if (part := p.YEAR_PART.re.match(text, at, end)) is not None:
        code = _part_code(part)
        if code is not None:
            return Point(start, part.end(), year, part=code)
    after = _gap(text, at, end)
    if (m := p.MONTH.re.match(text, after, end)) is not None:
        month = ("abs", small(m.group(1)))
        if text[m.end() - 1] not in "月份":
            return Point(start, m.end(), year, month, open=True)
        return _from_month(text, start, m.end(), end, year, month)
    if (r := p.RELATIVE.re.match(text, after, end)) is not None and r.group() in ("同月", "本月"):
        return _from_month(text, start, r.end(), end, year, (_WORDS[r.group()][1], 0))
    return Point(start, at, year)


def _from_month(text: str, start: int, at: int, end: int, year: Unit | None, month: Unit) -> Point:
    if (part := p.MONTH_PART.re.match(text, at, end)) is not None:
        return Point(start, part.end(), year, month, part=part.group(1))
    after = _gap(text, at, end)
    found = _from_day(text, start, after, end, year, month, True)
    return found or Point(start, at, year, month)


def _from_day(
    text: str,
    start: int,
    at: int,
    end: int,
    year: Unit | None,
    month: Unit | None,
    trusted: bool,
) -> Point | None:
    m = p.DAY.re.match(text, at, end)
    if m is None:
        return None
    day = ("abs", small(m.group(1)))
    if m.group(2) is None:
        return Point(start, m.end(), year, month, day, open=True)
    stop, clock = _clock(text, m.end(), end)
    if month is None and not _day_alone(text, m.group(2), m.end(), stop, trusted):
        return None
    return _note(text, Point(start, stop, year, month, day, clock=clock), end)


_NO_DAY = (
    "内",
    "以内",
    "以上",
    "以下",
    "游",
    "均线",
    "后",
    "之内",
    "以后",
    "之后",
    "龄",
    "的时间",
    "通",
)


def _day_alone(text: str, unit: str, at: int, stop: int, trusted: bool) -> bool:
    if stop > at:
        return True
    if unit == "号":
        return trusted or text[at : at + 1] in ("至", "到")
    return not text.startswith(_NO_DAY, at)


def _clock(text: str, at: int, end: int) -> tuple[int, Clock | None]:
    m = p.CLOCK.re.match(text, at, end)
    if m is None or not m.group().strip():
        return at, None
    part, hour_text, minute_text, half, colon, around = m.groups()
    if hour_text is None:
        return (m.end() if part and not around else m.end(1) if part else at), None
    hour = small(hour_text)
    minute = small(minute_text or colon or "0") if half != "半" else 30
    if hour > 24 or minute > 59:
        return (m.end(1) if part else at), None
    if part in _AFTERNOON and 1 <= hour < 12:
        hour += 12
    elif part == "中午" and hour < 3:
        hour += 12
    return m.end(), (hour, minute, 0)


def _note(text: str, point: Point, end: int) -> Point:
    if text[point.end : point.end + 1] not in ("(", " "):
        return point
    m = p.NOTE.re.match(text, point.end, end)
    if m is None:
        return point
    month, day = m.groups()
    base = point.day[0] if point.day else ""
    at, clock = _clock(text, m.end(), end)
    point = point._replace(end=at, clock=point.clock or clock)
    if day is None or base == "abs":
        return point
    return point._replace(
        month=("abs", small(month)) if month else point.month, day=("abs", small(day))
    )
