"""Reading one dating into its pieces: which year, month, day, and how each was said."""

from __future__ import annotations

import re
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
    days off around it are meant. weekday is what a bracket says: 9月4日(周三). Days and months of
    the Chinese calendar have the base `lunar`, or `leap` in a leap month.
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


class Scope(NamedTuple):
    """The text that is read: up to where, and how.

    roc: the page counts years from 1912. loose: a single remark rather than news. pivot: up to
    which number a year of two digits is one of this century.
    """

    text: str
    end: int
    roc: bool
    loose: bool
    pivot: int


Reader = Callable[[Scope, int, int], Point | None]

_YEARS = {
    "大前年": ("ref", -3),
    "前年": ("ref", -2),
    "去年": ("ref", -1),
    "今年": ("ref", 0),
    "本年": ("ref", 0),
    "这年": ("ctx", 0),
    "明年": ("ref", 1),
    "来年": ("ref", 1),
    "后年": ("ref", 2),
    "上年": ("gov", -1),
    "下年": ("gov", 1),
    "年内": ("gov", 0),
    "全年": ("gov", 0),
    "同年": ("ctx", 0),
    "当年": ("ctx", 0),
    "次年": ("ctx", 1),
    "翌年": ("ctx", 1),
}
_MONTHS = {
    "上上月": ("ref", -2),
    "上月": ("ref", -1),
    "本月": ("ref", 0),
    "这月": ("ref", 0),
    "下月": ("ref", 1),
    "同月": ("ctx", 0),
    "当月": ("ctx", 0),
    "首月": ("ctx", 0),
    "次月": ("ctx", 1),
    "翌月": ("ctx", 1),
}
_DAYS = {
    "大前天": ("ref", -3),
    "前一日": ("ctx", -1),
    "前一天": ("ctx", -1),
    "大后天": ("ref", 3),
    "大大后天": ("ref", 4),
    "大大前天": ("ref", -4),
    "今": ("ref", 0),
    "即": ("ref", 0),
    "昨": ("ref", -1),
    "前": ("ref", -2),
    "明": ("ref", 1),
    "后": ("ref", 2),
    "当": ("ctx", 0),
    "同": ("ctx", 0),
    "次": ("ctx", 1),
    "翌": ("ctx", 1),
    "隔": ("ctx", 1),
}
_QUARTER_WORDS = {"上": -1, "本": 0, "下": 1}
_WEEKS = {None: 0, "本": 0, "这": 0, "今": 0, "上": -7, "上上": -14, "下": 7, "下下": 14}
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
_QUARTERS = {"首": 1, "一": 1, "二": 2, "三": 3, "四": 4} | {str(i): i for i in range(1, 5)}
_YEAR_PARTS = {
    "始": "N1",
    "月": "N1",
    "初": "初",
    "中": "中",
    "期": "中",
    "底": "底",
    "末": "底",
    "终": "底",
}
_STAGES = {"初": (0, 3), "前": (0, 4), "中": (3, 6), "末": (7, 9), "后": (5, 9)}
_PLAN_STAGES = {"末": (4, 4), "初": (0, 1)}
_NOTED = {"今": 0, "本": 0, "昨": -1, "去": -1, "上": -1, "前": -2, "明": 1, "下": 1}
_AFTERNOON = frozenset(
    ("下午", "傍晚", "晚上", "晚间", "夜间", "当晚", "晚", "夜", "午后", "深夜", "夜里")
)
#: Behind a round number of years these say a length of time: 2000年历史.
_LENGTH = ("历史", "的历史", "文明", "古")
_ROUND = (*_LENGTH, "以前", "前", "来", "的", "间")
_AFTER_LENGTH = (
    "内", "以内", "以上", "以下", "之内", "游", "均线", "后", "以后", "之后", "龄", "的时间", "三餐", "谈",
)  # fmt: skip


def parse(scope: Scope, start: int, at: int) -> Point | None:
    """The dating that begins at `start`, or `None` if none does.

    `at` is where the anchor ends, so that its first unread character tells what is counted.
    """
    text = scope.text
    head = text[start]
    if head in _NUMERIC:
        unit = text[at : at + 1]
        if unit == " ":
            unit = text[at + 1 : at + 2]
        return _BY_UNIT.get(unit, _dashed)(scope, start, at)
    return _BY_HEAD.get(head, _word)(scope, start, at)


def _dashed(scope: Scope, start: int, _: int) -> Point | None:
    """2024-09-04, 2025-26年度, and first ends of ranges that leave their unit to the last."""
    text, end = scope.text, scope.end
    m = p.ISO.re.match(text, start, end)
    if m is not None:
        if start and text[start - 1] in "-/.":
            return None
        hour, minute, second = m.group(5, 6, 7)
        clock = (int(hour), int(minute), int(second or 0)) if hour else None
        year, month, day = (("abs", int(part)) for part in m.group(1, 3, 4))
        return Point(start, m.end(), year, month, day, clock=clock)
    if (m := p.YEAR_SPAN.re.match(text, start, end)) is not None:
        return _year_span(m)
    if (m := p.YEAR_MONTH.re.match(text, start, end)) is not None:
        return Point(start, m.end(), ("abs", int(m.group(1))), ("abs", int(m.group(2))))
    if (m := p.MONTH.re.match(text, start, end)) is not None:
        return Point(start, m.end(), month=("abs", small(m.group(1))), open=True)
    if (m := p.DAY.re.match(text, start, end)) is not None:
        return Point(start, m.end(), day=("abs", small(m.group(1))), open=True)
    return _plan(scope, start, start)


def _year_span(m: re.Match[str]) -> Point | None:
    first, last, unit = int(m.group(1)), m.group(2), m.group(3)
    to = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if to < first:
        return None
    part = ""
    if to == first + 1 and unit != "年" and (len(last) == 2 or unit != "年度"):
        part = "学年" if unit == "学年" else "财年"
    return Point(m.start(), m.end(), ("abs", first), part=part, year_to=to)


def _year(scope: Scope, start: int, at: int) -> Point | None:
    text, end = scope.text, scope.end
    if text.startswith("年代", at):
        return _decade(scope, start, at)
    if (m := p.YEARS_PAST.re.match(text, start, end)) is not None:
        return Point(start, m.end(), part=f"P{small(m.group(1) or m.group(2))}")
    m = p.YEAR.re.match(text, start, end)
    if m is None:
        return None
    year = _year_value(m.group(1), m.group(2), m.end(), scope)
    if year is None:
        return None
    return _from_year(scope, start, m.end(), ("abs", year))


def _year_value(era: str | None, digits: str, at: int, scope: Scope) -> int | None:
    if era == "民国":
        return 1911 + (1 if digits == "元" else small(digits))
    if digits == "元" or "十" in digits or "百" in digits:
        return None
    value = small(digits)
    if len(digits) == 4:
        length = _LENGTH if value in (1900, 2000) else _ROUND
        if value % 100 == 0 and scope.text.startswith(length, at):
            return None
        return value if 1000 <= value <= 2199 else None
    if len(digits) == 1:
        return None
    dated = _goes_on(scope, at)
    if len(digits) == 3:
        if 80 <= value <= 130 and (dated or scope.roc):
            return 1911 + value
        return value if scope.loose else None
    if not dated and not scope.loose and digits[0] not in "0零〇○":
        return None
    if scope.roc and value >= 60:
        return 1911 + value
    return value + (2000 if value <= scope.pivot else 1900)


def _goes_on(scope: Scope, at: int) -> bool:
    """Whether a month or a part of the year follows, so that the number before is a year's."""
    month = p.MONTH.re.match(scope.text, _gap(scope, at), scope.end)
    if month is not None and month.group(2):
        return True
    return p.YEAR_PART.re.match(scope.text, at, scope.end) is not None


def _from_year(scope: Scope, start: int, at: int, year: Unit) -> Point:
    text, end = scope.text, scope.end
    after = at
    while text[after : after + 1] == " " and after < end:
        after += 1
    follows = text[after : after + 1]
    if follows in _NUMERIC and (m := p.MONTH.re.match(text, after, end)) is not None:
        month = ("abs", small(m.group(1)))
        if m.group(2) is None:
            return Point(start, m.end(), year, month, open=True)
        return _from_month(scope, start, m.end(), year, month)
    if text[at : at + 1] in _YEAR_PART_HEADS and (
        (part := p.YEAR_PART.re.match(text, at, end)) is not None
    ):
        code = _part_code(part)
        if code is not None:
            return Point(start, part.end(), year, part=code)
    if follows in _HOLIDAY_HEADS and ((named := p.HOLIDAY.re.match(text, after, end)) is not None):
        return _named(start, named, year)
    if follows in _LUNAR_HEADS and ((lunar := _lunar(scope, after, after)) is not None):
        return lunar._replace(start=start, year=year)
    if text.startswith(("同月", "本月"), after):
        base = "ctx" if text[after] == "同" else "ref"
        return _from_month(scope, start, after + 2, year, (base, 0))
    return Point(start, at, year)


def _part_code(part: re.Match[str]) -> str | None:
    word, half, quarter, stage, count, unit, season = part.groups()
    if word:
        return _YEAR_PARTS[word[-1]]
    if half:
        return "H1" if half[0] == "上" else "H2"
    if quarter:
        number = _QUARTERS[quarter[-1]]
        return f"N{3 * number - 2 * (stage == '初')}" if stage else f"Q{number}"
    if count:
        months = small(count) * (1 if unit == "月" else 3)
        return f"M{months}" if 1 <= months <= 12 else None
    return f"S{season}"


def _part(scope: Scope, start: int, at: int) -> Point | None:
    """A part of a year that is named alone: 一季度, 上半年, 前7个月, 年底."""
    m = p.YEAR_PART.re.match(scope.text, start, scope.end)
    code = None if m is None else _part_code(m)
    if m is None or code is None or m.end() < at:
        return None
    return Point(start, m.end(), part=code)


def _month(scope: Scope, start: int, _: int) -> Point | None:
    m = p.MONTH.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    return _from_month(scope, start, m.end(), None, ("abs", small(m.group(1))))


def _from_month(scope: Scope, start: int, at: int, year: Unit | None, month: Unit) -> Point:
    text, end = scope.text, scope.end
    if text[at : at + 1] in _MONTH_PART_HEADS and (
        (part := p.MONTH_PART.re.match(text, at, end)) is not None
    ):
        return Point(start, part.end(), year, month, part=part.group(1))
    after = _gap(scope, at) if text[at : at + 1] == " " else at
    m = p.DAY.re.match(text, after, end) if text[after : after + 1] in _NUMERIC else None
    if m is None:
        if text[at : at + 1] in _LUNAR_DAYS and month[0] == "abs":
            head = max(start, at - 3)
            while head < at and text[head] not in _LUNAR_MONTHS:
                head += 1
            if (lunar := _lunar(scope, head, at)) is not None:
                return lunar._replace(start=start, year=year)
        return Point(start, at, year, month)
    return _from_day(scope, start, m, year, month)


def _from_day(
    scope: Scope, start: int, m: re.Match[str], year: Unit | None, month: Unit | None
) -> Point:
    day = ("abs", small(m.group(1)))
    if m.group(2) is None:
        return Point(start, m.end(), year, month, day, open=True)
    stop, clock = read_clock(scope, m.end())
    return _note(scope, Point(start, stop, year, month, day, clock=clock))


def _day(scope: Scope, start: int, _: int) -> Point | None:
    m = p.DAY.re.match(scope.text, start, scope.end)
    if m is None or not m.group(2):
        return None
    point = _from_day(scope, start, m, None, None)
    text = scope.text
    if point.end == m.end():
        if m.group(2) == "号" and not (scope.loose or text.startswith(("至", "到"), m.end())):
            return None
        if text.startswith(_AFTER_LENGTH, m.end()):
            return None
        if m.group(1) in p.HAN_ONE and text[start - 1 : start] not in "及和、至于到":
            return None
    return point


def _lunar(scope: Scope, start: int, _: int) -> Point | None:
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


def _holiday(scope: Scope, start: int, _: int) -> Point | None:
    m = p.HOLIDAY.re.match(scope.text, start, scope.end)
    if m is None or not (m.group(3) or scope.loose):
        return None
    return _named(start, m, None)


def _named(start: int, m: re.Match[str], year: Unit | None) -> Point:
    name, second, tail = m.groups()
    around = bool(tail) and tail[0] != "当"
    both = second is not None and {name, second} == {"国庆", "中秋"}
    return Point(
        start, m.end(), year, part="around" if around else "", name="双节" if both else name
    )


def _century(scope: Scope, start: int, _: int) -> Point | None:
    return _decade(scope, start, start)


def _decade(scope: Scope, start: int, _: int) -> Point | None:
    m = p.DECADE.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    which, century, tens, stage = m.groups()
    base = (small(century) - 1) * 100 if century else 2000 if which == "本" else 1900
    first = base + small(tens)
    cut = _STAGES.get((stage or "")[:1], (0, 9))
    part = "" if stage else "decade"
    return Point(start, m.end(), ("abs", first + cut[0]), part=part, year_to=first + cut[1])


def _plan(scope: Scope, start: int, _: int) -> Point | None:
    m = p.PLAN.re.match(scope.text, start, scope.end)
    if m is None:
        return _holiday(scope, start, start)
    count, tail = small(m.group(1)), m.group(2)
    first = 1953 + 5 * (count - 1) if count < 3 else 1966 + 5 * (count - 3)
    cut = _PLAN_STAGES.get(tail[0], (0, 4))
    if tail[0] == "前":
        cut = (0, small(tail[1]) - 1)
    stop = m.start(2) if tail == "以来" else m.end()
    return Point(start, stop, ("abs", first + cut[0]), year_to=first + cut[1])


def _week(scope: Scope, start: int, _: int) -> Point | None:
    m = p.WEEK.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    which, day, tail = m.groups()
    if which is None and start and _in_round(scope.text, start):
        return None
    offset = _WEEKS[which]
    if day:
        if which is None and p.WEEK_ROUND.re.match(scope.text, m.end(), scope.end) is not None:
            return None
        base = "week" if which is not None else "weekday"
        at, clock = read_clock(scope, m.end())
        return _note(scope, Point(start, at, day=(base, offset + _WEEKDAYS[day]), clock=clock))
    if which is None and not tail:
        return None
    return Point(
        start,
        m.end(),
        day=("week", offset + (5 if tail else 0)),
        part="weekend" if tail else "week",
    )


def _in_round(text: str, start: int) -> bool:
    """Whether a bare weekday is one of every week: 每周三, the end of 周一至周五."""
    before = text[start - 1]
    if before not in "至到":
        return before in "每逢双隔一二两三"
    m = p.WEEK.re.match(text, max(0, start - 3), start - 1) or p.WEEK.re.match(
        text, max(0, start - 4), start - 1
    )
    return m is not None and text[m.start() - 1 : m.start()] not in ("上", "本", "下", "这")


def _word(scope: Scope, start: int, at: int) -> Point | None:
    """Words that point: 去年9月, 上月23日, 昨晚, 今(16)日, 上周五."""
    text, end = scope.text, scope.end
    if (m := p.NOTED.re.match(text, start, end)) is not None:
        return _noted(scope, m)
    m = p.RELATIVE.re.match(text, start, end)
    if m is None:
        return (
            _week(scope, start, at)
            or _part(scope, start, at)
            or _decade(scope, start, at)
            or _season(scope, start)
        )
    word = m.group()
    key = word.replace("个", "") if word.startswith("前一") else re.sub("[一个度]", "", word)
    if key in _YEARS:
        if word in ("年内", "全年"):
            return Point(start, m.end(), _YEARS[key])
        return _from_year(scope, start, m.end(), _YEARS[key])
    if key in _MONTHS:
        return _from_month(scope, start, m.end(), None, _MONTHS[key])
    if "季" in word:
        return Point(start, m.end(), part=f"R{_QUARTER_WORDS[word[0]]}")
    if word == "今明两年":
        return Point(start, m.end(), ("ref", 0), part="+1")
    unit = _DAYS.get(word) or _DAYS[word[0]]
    stop = m.end() - 1 if word[-1] == "晨" else m.end()
    stop, clock = read_clock(scope, stop)
    return _note(scope, Point(start, stop, day=unit, clock=clock))


def _noted(scope: Scope, m: re.Match[str]) -> Point:
    unit = ("ref", _NOTED[m.group(1)])
    start, at = m.start(), m.end()
    if m.group(3) == "日":
        at, clock = read_clock(scope, at)
        return Point(start, at, day=unit, clock=clock)
    if m.group(3) == "月":
        return _from_month(scope, start, at, None, unit)
    return _from_year(scope, start, at, unit)


def _season(scope: Scope, start: int) -> Point | None:
    """今冬, 去秋, 明春."""
    word, season = scope.text[start], scope.text[start + 1 : start + 2]
    if season in "春夏秋冬" and season and word in "今去明":
        return Point(start, start + 2, ("ref", "去今明".index(word) - 1), part=f"S{season}")
    return None


def read_clock(scope: Scope, at: int) -> tuple[int, Clock | None]:
    """Where a time of day at `at` ends (`at` if there is none), and its hour, minute, second."""
    if scope.text[at : at + 1] not in _CLOCK_HEADS:
        return at, None
    m = p.CLOCK.re.match(scope.text, at, scope.end)
    if m is None or m.end() == at:
        return at, None
    part, hour_text, minute_text, half, colon, _ = m.groups()
    if hour_text is None:
        return (m.end(1) if part else at), None
    hour = small(hour_text)
    minute = 30 if half == "半" else small(minute_text or colon or "0")
    if hour > 24 or minute > 59:
        return (m.end(1) if part else at), None
    if (part in _AFTERNOON and 1 <= hour < 12) or (part == "中午" and hour < 3):
        hour += 12
    return m.end(), (hour, minute, 0)


def _note(scope: Scope, point: Point) -> Point:
    if scope.text[point.end : point.end + 1] not in ("(", " "):
        return point
    m = p.NOTE.re.match(scope.text, point.end, scope.end)
    if m is None:
        return point
    month, day = m.groups()
    at, clock = read_clock(scope, m.end())
    said = point.day[0] if point.day else ""
    point = point._replace(end=at, clock=point.clock or clock)
    if said == "abs":
        weekday = _WEEKDAYS.get(m.group()[-2])
        return point if weekday is None else point._replace(weekday=weekday)
    if day is None:
        return point
    return point._replace(
        month=("abs", small(month)) if month else point.month, day=("abs", small(day))
    )


_CLOCK_HEADS = frozenset(f"0123456789{p.HAN}十两凌清早上中午下傍晚深夜当晨 ")
_MONTH_PART_HEADS = frozenset(" 上中下初底末")
_LUNAR_DAYS = frozenset("初十廿二三")
_LUNAR_MONTHS = frozenset(f"{p.HAN_ONE}十")
_LUNAR_HEADS = frozenset("正腊冬闰")
_HOLIDAY_HEADS = frozenset('春国中元端清除重五十七腊“"')
_YEAR_PART_HEADS = frozenset(" 的年岁伊初底末中上下首第前头春夏秋冬一二三四1234")


def _gap(scope: Scope, at: int) -> int:
    while at < scope.end and scope.text[at] == " ":
        at += 1
    return at


_NUMERIC = frozenset(f"0123456789{p.HAN}十廿")
_BY_UNIT: dict[str, Reader] = {
    "年": _year,
    "月": _month,
    "日": _day,
    "号": _day,
    "季": _part,
    "世": _century,
    "期": _plan,
    "时": _plan,
    "”": _holiday,
    "假": _holiday,
    "小": _holiday,
    "长": _holiday,
    "黄": _holiday,
}
_BY_HEAD: dict[str, Reader] = {
    "“": _plan,
    "民": _year,
    "公": _year,
    "周": _week,
    "星": _week,
    "礼": _week,
    "头": _part,
    "第": _part,
    "农": _lunar,
    "阴": _lunar,
    "正": _lunar,
    "腊": _lunar,
    "闰": _lunar,
    "春": _holiday,
    "国": _holiday,
    "中": _holiday,
    "元": _holiday,
    "端": _holiday,
    "清": _holiday,
    "除": _holiday,
    "重": _holiday,
    "近": _year,
    "过": _year,
}
