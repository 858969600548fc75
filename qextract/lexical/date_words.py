"""Datings in words that point: 去年9月, 上月23日, 昨晚, 今(16)日, 上周五."""

from __future__ import annotations

import re

from qextract.lexical import date_patterns as p
from qextract.lexical.date_calendar import from_month, from_year, part_alone
from qextract.lexical.date_named import century, new_year, plan
from qextract.lexical.date_numerals import small
from qextract.lexical.date_piece import WEEKDAYS, Point, Scope, note, read_clock

_YEARS = {
    "大大前年": ("ref", -4),
    "大前年": ("ref", -3),
    "前年": ("ref", -2),
    "去年": ("ref", -1),
    "今年": ("ref", 0),
    "本年": ("ref", 0),
    "明年": ("ref", 1),
    "来年": ("ref", 1),
    "后年": ("ref", 2),
    "大后年": ("ref", 3),
    "大大后年": ("ref", 4),
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
    **{"上" * n + "月": ("ref", -n) for n in range(1, 5)},
    **{"下" * n + "月": ("ref", n) for n in range(1, 5)},
    "本月": ("ref", 0),
    "这月": ("ref", 0),
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
_TURNS = {"本": 0, "这": 0, "今": 0, "上": -1, "下": 1}
_STAGES = frozenset("初末底")
_COMPARING = frozenset("比较由从与")
_NOTED = {"今": 0, "本": 0, "昨": -1, "去": -1, "上": -1, "前": -2, "明": 1, "下": 1}


def week(scope: Scope, start: int, _: int) -> Point | None:
    m = p.WEEK.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    which, day, tail = m.groups()
    if which is None and start and not scope.alone and _in_round(scope.text, start):
        return None
    offset = 7 * len(which) * _TURNS[which[0]] if which else 0
    if day:
        if (
            which is None
            and not scope.alone
            and p.WEEK_ROUND.re.match(scope.text, m.end(), scope.end) is not None
        ):
            return None
        base = "week" if which is not None else "weekday"
        if base == "weekday" and (dated := _weekday_dated(scope, m)) is not None:
            return dated
        at, clock = read_clock(scope, m.end())
        return note(scope, Point(start, at, day=(base, offset + WEEKDAYS[day]), clock=clock))
    if which is None and (not tail or scope.text[start - 1 : start] == "个"):
        return None
    return Point(
        start,
        m.end(),
        day=("week", offset + (5 if tail else 0)),
        part="weekend" if tail else "week",
    )


def _weekday_dated(scope: Scope, weekday: re.Match[str]) -> Point | None:
    """周日, 二月十号: the date behind the weekday, which tells the year."""
    m = p.WEEKDAY_DATE.re.match(scope.text, weekday.end(), scope.end)
    if m is None:
        return None
    month = ("abs", small(m.group(1)))
    point = from_month(scope, weekday.start(), m.end(1) + 1, None, month)
    return point._replace(weekday=WEEKDAYS[weekday.group(2)])


def _in_round(text: str, start: int) -> bool:
    """Whether a bare weekday is one of every week: 每周三, the end of 周一至周五."""
    before = text[start - 1]
    if before not in "至到":
        return before in "每逢双隔一二两三"
    m = p.WEEK.re.match(text, max(0, start - 3), start - 1) or p.WEEK.re.match(
        text, max(0, start - 4), start - 1
    )
    return m is not None and text[m.start() - 1 : m.start()] not in ("上", "本", "下", "这")


def word(scope: Scope, start: int, at: int) -> Point | None:
    """Words that point: 去年9月, 上月23日, 昨晚, 今(16)日, 上周五."""
    text, end = scope.text, scope.end
    if (m := p.NOTED.re.match(text, start, end)) is not None:
        return _noted(scope, m)
    m = p.RELATIVE.re.match(text, start, end)
    if m is None:
        return (
            week(scope, start, at)
            or part_alone(scope, start, at)
            or century(scope, start, at)
            or new_year(scope, start, at)
            or _season(scope, start)
            or _third(scope, start)
        )
    word = m.group()
    key = word.replace("个", "") if word.startswith("前一") else re.sub("[一个度]", "", word)
    if word.endswith("财政年度"):
        part = f"财年{_TURNS[word[0]]}" if "港" in scope.text else ""
        point = from_year(scope, start, m.end(), ("ref", _TURNS[word[0]]))
        return point._replace(part=f"{part}{point.part}") if part else point
    if word[-1] == "期":
        return Point(start, m.end(), part="同期")
    if key in _YEARS:
        if word in ("年内", "全年"):
            return Point(start, m.end(), _YEARS[key])
        return from_year(scope, start, m.end(), _YEARS[key])
    if key in _MONTHS:
        # 3月增长2%,较上月…: the month before the one told of
        point = from_month(scope, start, m.end(), None, _MONTHS[key])
        told = key == "上月" and point.end == m.end() and text[start - 1 : start] in _COMPARING
        return point._replace(month=("told", -1)) if told else point
    if "季" in word:
        part, stop = f"R{(word.count('上') or word.count('下')) * _TURNS[word[0]]}", m.end()
        if word[-1] == "度" and text[stop : stop + 1] in _STAGES:
            part, stop = part + text[stop], stop + 1
        return Point(start, stop, part=part)
    if word.endswith("两年"):
        return Point(start, m.end(), _YEARS[word[0] + "年"], part="+1")
    if "两" in word or "三" in word:  # 今明两天, 明后两天
        return Point(start, m.end(), day=_DAYS[word[0]], part="+2" if "三" in word else "+1")
    unit = _DAYS.get(word) or _DAYS[word[0]]
    stop = m.end() - 1 if word[-1] == "晨" else m.end()
    stop, clock = read_clock(scope, stop)
    return note(scope, Point(start, stop, day=unit, clock=clock))


def _noted(scope: Scope, m: re.Match[str]) -> Point:
    word, figure, unit, day_word, day_figure = m.groups()
    start, at = m.start(), m.end()
    offset = _NOTED[word or day_word]
    number = int(figure or day_figure)
    if unit == "年":
        year = number if number > 999 else number + 1911
        return from_year(scope, start, at, ("abs", year) if year > 1990 else ("ref", offset))
    if unit == "月":
        return from_month(scope, start, at, None, ("ref", offset))
    at, clock = read_clock(scope, at)
    return Point(start, at, day=("ref", offset), clock=clock, noted=number)


def _season(scope: Scope, start: int) -> Point | None:
    """今冬, 去秋, 明春."""
    word, season = scope.text[start], scope.text[start + 1 : start + 2]
    if season in "春夏秋冬" and season and word in "今去明":
        return Point(start, start + 2, ("ref", "去今明".index(word) - 1), part=f"S{season}")
    return None


def _third(scope: Scope, start: int) -> Point | None:
    """月底, 中旬: of the month that the sentence told of, else of this one."""
    m = p.THIRD.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    return Point(start, m.end(), month=("told", 0), part=m.group().removeprefix("月"))


def nth(scope: Scope, start: int, at: int) -> Point | None:
    """第二季度, 第十四个五年规划期间, 第二天."""
    point = part_alone(scope, start, at) or plan(scope, start, at)
    if point is not None:
        return point
    m = p.NTH_DAY.re.match(scope.text, start, scope.end)
    if m is None:
        return None
    stop, clock = read_clock(scope, m.end())
    return Point(start, stop, day=("told", small(m.group(1)) - 1), clock=clock)
