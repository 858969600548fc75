"""Datings by number: years and their parts, months, days, figures."""

from __future__ import annotations

import re
from functools import cache

from qextract.lexical import date_name_patterns as n
from qextract.lexical import date_patterns as p
from qextract.lexical.date_named import decade, holiday, lunar, named, plan, school_part
from qextract.lexical.date_numerals import small
from qextract.lexical.date_piece import Point, Scope, Unit, gap, note, read_clock
from qextract.lexicon import table

_QUARTERS = {"首": 1, "一": 1, "二": 2, "三": 3, "四": 4} | {str(i): i for i in range(1, 5)}
_YEAR_PARTS = {
    "始": "N1",
    "月": "N1",
    "初": "初",
    "中": "中",
    "期": "中",
    "底": "底",
    "末": "末",
    "终": "底",
    "尾": "底",
}
#: Behind a round number of years these say a length of time: 2000年历史.
_LENGTH = ("历史", "的历史", "文明", "古")
_ROUND = (*_LENGTH, "以前", "前", "来", "的", "间")
#: Before a bare day these say a length of time: 为期三十日, 连续3日.
_BEFORE_LENGTH = frozenset("留役假期续达共近约满过整来每隔逾仅首头延长时")
_AFTER_LENGTH = (
    "内", "以内", "线", "年化", "滚动", "达", "以上", "以下", "之内", "游", "均线", "后", "以后", "之后", "龄", "的时间", "三餐", "谈",
)  # fmt: skip
_BEFORE_DAY = frozenset(("", *" ,。、;:!?\n从自在于到至是和及的你我他她"))
_BEHIND_DAY = frozenset(("", *" ,。、;:!?\n之以前后起我你他她去来回开有"))
_MONTH_PART_HEADS = frozenset(" 上中下初底末")
#: Behind a number of years on a page that counts from 1912 these still say a length of time.
_BEHIND_LENGTH = frozenset("后多期工资以内半制国级龄载老")
_BEFORE_ROC = frozenset(("", *",。、;:!?(“自从在于到至较比与和及国截"))
_LUNAR_DAYS = frozenset("初十廿二三")
_LUNAR_MONTHS = frozenset(f"0123456789{p.HAN_ONE}十")
_LUNAR_HEADS = frozenset("正腊冬闰农阴旧")
_HOLIDAY_QUOTES = '“"'
_YEAR_PART_HEADS = frozenset(" QH的年岁伊初底末中上下首第前后头春夏秋冬一二三四1234")
NUMERIC = frozenset(f"0123456789{p.HAN}十廿卅")


def dashed(scope: Scope, start: int, _: int) -> Point | None:
    """2024-09-04, 2025-26年度, and first ends of ranges that leave their unit to the last."""
    text, end = scope.text, scope.end
    m = p.ISO.re.match(text, start, end)
    if m is not None:
        if start and text[start - 1] in "-/." and (text[start - 1] != "-" or m.group(2) == "-"):
            return None
        hour, minute, second = m.group(5, 6, 7)
        clock = (int(hour), int(minute), int(second or 0)) if hour else None
        year, month, day = (("abs", int(part)) for part in m.group(1, 3, 4))
        return Point(start, m.end(), year, month, day, clock=clock)
    if (m := p.YEAR_SPAN.re.match(text, start, end)) is not None:
        return _year_span(m)
    if scope.roc and (point := _roc_in_figures(scope, start)) is not None:
        return point
    if (m := p.HAN_YEAR_SPAN.re.match(text, start, end)) is not None:
        return _year_span(m)
    if (m := p.YEAR_LETTERS.re.match(text, start, end)) is not None:
        return Point(start, m.end(), ("abs", int(m.group(1))), part=m.group(2))
    if (m := p.YEAR_LISTED.re.match(text, start, end)) is not None:
        return Point(start, m.end(), ("abs", int(m.group(1))))
    if (m := p.YEAR_MONTH.re.match(text, start, end)) is not None:
        month = ("abs", int(m.group(2) or m.group(3)))
        return Point(start, m.end(), ("abs", int(m.group(1))), month)
    if (m := p.MONTH.re.match(text, start, end)) is not None:
        return Point(start, m.end(), month=("abs", small(m.group(1))), open=True)
    if (m := p.DAY.re.match(text, start, end)) is not None:
        return Point(start, m.end(), day=("abs", small(m.group(1))), open=True)
    return (
        part_alone(scope, start, start) or plan(scope, start, start) or decade(scope, start, start)
    )


def _year_span(m: re.Match[str]) -> Point | None:
    first, last, unit = small(m.group(1)), m.group(2), m.group(3)
    term = m.group(4) if m.re.groups > 3 else None
    to = small(last) if len(last) == 4 else first // 100 * 100 + small(last)
    if to < first:
        return None
    part = ""
    if to == first + 1 and unit != "年" and (len(last) == 2 or unit != "年度"):
        part = school_part(term) if unit == "学年" else "财年"
    return Point(m.start(), m.end(), ("abs", first), part=part, year_to=to)


def year(scope: Scope, start: int, at: int) -> Point | None:
    text, end = scope.text, scope.end
    if text[start - 1 : start] == "第":
        return None
    if text.startswith("年代", at):
        return decade(scope, start, at)
    if (m := p.YEARS_PAST.re.match(text, start, end)) is not None:
        return Point(start, m.end(), part=f"P{small(m.group(1) or m.group(2))}")
    m = p.YEAR.re.match(text, start, end)
    if m is None:
        return None
    year = None
    if start >= 2 and text[start - 1] in _era_ends():
        year = _era_year(text[start - 2 : start], m.group(2))
        if year is not None:
            return from_year(scope, start - 2, m.end(), ("era" if year < 1901 else "abs", year))
    year = _year_value(m.group(1), m.group(2), m.end(), scope)
    if year is None:
        return None
    return from_year(scope, start, m.end(), ("abs", year))


def _roc_in_figures(scope: Scope, start: int) -> Point | None:
    """106.2.17 and the 105 of 105至108年, on a page that counts years from 1912."""
    m = p.ROC_FIGURES.re.match(scope.text, start, scope.end)
    if m is not None:
        year, month, day = (("abs", int(part)) for part in m.groups())
        return Point(start, m.end(), (year[0], year[1] + 1911), month, day)
    m = p.ROC_YEARS.re.match(scope.text, start, scope.end)
    if m is None or int(m.group(2)) <= int(m.group(1)):
        return None
    first, last = (int(part) + 1911 for part in m.groups())
    return Point(start, m.end(), ("abs", first), year_to=last)


def first_year(scope: Scope, start: int, at: int) -> Point | None:
    """康熙元年, 元月5日, 元旦假期."""
    if scope.text[start + 1 : start + 2] == "月":
        return month(scope, start, at)
    return year(scope, start, at) or holiday(scope, start, at)


@cache
def _holiday_heads() -> frozenset[str]:
    return frozenset(name[0] for name in table("holidays"))


@cache
def _era_ends() -> frozenset[str]:
    return frozenset(name[-1] for name in table("eras"))


def _era_year(name: str, digits: str) -> int | None:
    """The year of a reign: 康熙二十三年 is 1684."""
    row = table("eras").get(name)
    if row is None:
        return None
    number = 1 if digits == "元" else small(digits)
    return int(row[0]) + number - 1 if number <= 99 else None


def _year_value(era: str | None, digits: str, at: int, scope: Scope) -> int | None:
    if era == "公元" and digits != "元":
        return small(digits) or None
    if digits[1:2] == "千":
        return _said_year(small(digits), digits, at, scope)
    if era == "民国":
        if digits.isascii() and len(digits) > 3:
            return None
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
        named = scope.text[at : at + 1] in ("“", "《")  # 113年“…奖”
        named = named or scope.text[at - 1] == "度"  # 113年度
        named = named or (scope.roc and _no_length(scope, at, digits))
        if 80 <= value <= 130 and (dated or (named and value != 100)):
            return 1911 + value
        return value if dated or scope.alone or scope.text[at - len(digits) - 2] in "在于" else None
    known = dated or scope.alone or digits[0] in "0零〇○"
    if not known and not (scope.roc and value >= 60 and _no_length(scope, at, digits)):
        return None
    if scope.roc and value >= 60:
        return 1911 + value
    return scope.latest - (scope.latest - value) % 100


def _no_length(scope: Scope, at: int, digits: str) -> bool:
    """Whether 113年 stands where a dating does, on a page that counts years from 1912."""
    text = scope.text
    start = text.rfind(digits, 0, at)
    if text.startswith(_ROUND, at) or text[at : at + 1] in _BEHIND_LENGTH:
        return False
    before = text[start - 1 : start] if start else ""
    if len(digits) == 3:
        return before not in _BEFORE_LENGTH
    return before.strip() in _BEFORE_ROC


def _said_year(value: int, digits: str, at: int, scope: Scope) -> int | None:
    """两千零八年, 两千年八月; 两千年 alone is mostly a length of time."""
    sure = len(digits) > 2 or scope.alone or _goes_on(scope, at)
    return value if sure and value <= 2199 else None


def _goes_on(scope: Scope, at: int) -> bool:
    """Whether a month or a part of the year follows, so that the number before is a year's."""
    month = p.MONTH.re.match(scope.text, gap(scope, at), scope.end)
    if month is not None and month.group(2):
        return True
    return p.YEAR_PART.re.match(scope.text, at, scope.end) is not None


def from_year(scope: Scope, start: int, at: int, year: Unit) -> Point:
    text, end = scope.text, scope.end
    after = at
    while text[after : after + 1] == " " and after < end:
        after += 1
    if text.startswith("全年", at):
        at = after = at + 2
    elif text[at : at + 1] == "的":
        after = at + 1
    follows = text[after : after + 1]
    if follows in NUMERIC and (m := p.MONTHS_BESIDE.re.match(text, after, end)) is not None:
        return _two_months(start, m, year)
    if (follows in NUMERIC or follows == "元") and (
        m := p.MONTH.re.match(text, after, end)
    ) is not None:
        month = ("abs", small(m.group(1)))
        if m.group(2) is None:
            return Point(start, m.end(), year, month, open=True)
        return from_month(scope, start, m.end(), year, month)
    if text[at : at + 1] in _YEAR_PART_HEADS and (
        (part := p.YEAR_PART.re.match(text, at, end)) is not None
    ):
        code = _part_code(part)
        if code is not None:
            return Point(start, part.end(), year, part=code)
    if (follows in _holiday_heads() or follows in _HOLIDAY_QUOTES) and (
        (feast := n.HOLIDAY.re.match(text, after, end)) is not None
    ):
        return named(scope, start, feast, year)
    if follows in _LUNAR_HEADS and ((moon := lunar(scope, after, after)) is not None):
        return moon._replace(start=start, year=year)
    if text.startswith(("同月", "本月"), after):
        base = "ctx" if text[after] == "同" else "ref"
        return from_month(scope, start, after + 2, year, (base, 0))
    return Point(start, at, year)


def _two_months(start: int, m: re.Match[str], year: Unit | None) -> Point:
    """七八月: read as July, of which August is the other half."""
    return Point(start, m.end(), year, ("abs", small(m.group(1))), part="两月")


def _part_code(part: re.Match[str]) -> str | None:
    word, half, quarter, stage, side, count, unit, season, letters = part.groups()
    if letters:
        return letters.upper()
    if word:
        return _YEAR_PARTS[word[-1]]
    if half:
        return "H1" if half[0] == "上" else "H2"
    if quarter:
        number = _QUARTERS[quarter[-1]]
        first = _QUARTERS[quarter.lstrip("第")[0]]
        if first != number:
            listed = "、" in quarter or quarter.lstrip("第")[1:] in _QUARTERS
            wrong = first > number or stage or (listed and number != first + 1)
            return None if wrong else f"q{first}{number}"
        return f"N{3 * number - 2 * (stage == '初')}" if stage else f"Q{number}"
    if count:
        months = small(count) * (1 if unit == "月" else 3)
        if side == "后":
            return f"L{months}" if months <= 6 else None
        return f"M{months}" if 1 <= months <= 12 else None
    return f"S{season}"


def part_alone(scope: Scope, start: int, at: int) -> Point | None:
    """A part of a year that is named alone: 一季度, 上半年, 前7个月, 年底."""
    m = p.YEAR_PART.re.match(scope.text, start, scope.end)
    code = None if m is None else _part_code(m)
    if m is None or code is None or m.end() < at:
        return None
    if code[0] == "Q" and not m.group().startswith(("第", "首")) and "度" not in m.group():
        return None  # 一年三季有花
    return Point(start, m.end(), part=code)


def month(scope: Scope, start: int, _: int) -> Point | None:
    text = scope.text
    if (m := p.MONTHS_BESIDE.re.match(text, start, scope.end)) is not None:
        return _two_months(start, m, None)
    m = p.MONTH.re.match(text, start, scope.end)
    if m is None or (text[start - 1 : start] == "年" and text[start - 2 : start - 1] in NUMERIC):
        return None  # 有期徒刑2年2月
    return from_month(scope, start, m.end(), None, ("abs", small(m.group(1))))


def from_month(scope: Scope, start: int, at: int, year: Unit | None, month: Unit) -> Point:
    text, end = scope.text, scope.end
    if text[at : at + 1] in _MONTH_PART_HEADS and (
        (part := p.MONTH_PART.re.match(text, at, end)) is not None
    ):
        return Point(start, part.end(), year, month, part=part.group(1))
    after = gap(scope, at) if text[at : at + 1] == " " else at
    if text[at : at + 1] == "的":
        after = at + 1
    m = p.DAY.re.match(text, after, end) if text[after : after + 1] in NUMERIC else None
    if m is not None and after > at and not m.group(2) and text[at] == "的":
        m = None
    if m is None:
        if scope.loose and (bare := p.BARE_DAY.re.match(text, after, end)) is not None:
            return Point(start, bare.end(), year, month, ("abs", int(bare.group(1))))
        if text[at : at + 1] in _LUNAR_DAYS and month[0] == "abs":
            head = max(start, at - 3)
            while head < at and text[head] not in _LUNAR_MONTHS:
                head += 1
            if (moon := lunar(scope, head, at)) is not None:
                return moon._replace(start=start, year=year)
        return Point(start, at, year, month)
    return _from_day(scope, start, m, year, month)


def _from_day(
    scope: Scope, start: int, m: re.Match[str], year: Unit | None, month: Unit | None
) -> Point:
    day = ("abs", small(m.group(1)))
    if m.group(2) is None:
        return Point(start, m.end(), year, month, day, open=True)
    stop, clock = read_clock(scope, m.end())
    if scope.loose and year is None and month is not None and stop == m.end():
        behind = p.YEAR_AFTER.re.match(scope.text, stop, scope.end)
        if behind is not None:
            return Point(start, behind.end(), ("abs", int(behind.group(1))), month, day)
    return note(scope, Point(start, stop, year, month, day, clock=clock))


def day(scope: Scope, start: int, _: int) -> Point | None:
    m = p.DAY.re.match(scope.text, start, scope.end)
    if m is None or not m.group(2):
        return None
    point = _from_day(scope, start, m, None, None)
    text = scope.text
    if point.end == m.end():
        if m.group(2) == "号" and not _is_day(scope, start, m.end()):
            return None
        if text.startswith(_AFTER_LENGTH, m.end()):
            return None
        if start and text[start - 1] in _BEFORE_LENGTH:
            return None
        if m.group(1) in p.HAN_ONE and text[start - 1 : start] not in "及和、至于到":
            return None
    return point


def numbered_day(scope: Scope, start: int, _: int) -> Point | None:
    """(15)日, as papers of Taiwan write the day of the month."""
    m = p.NUMBERED_DAY.re.match(scope.text, start, scope.end)
    if m is None or not 1 <= int(m.group(1)) <= 31:
        return None
    stop, clock = read_clock(scope, m.end())
    return Point(start, stop, day=("abs", int(m.group(1))), clock=clock)


def _is_day(scope: Scope, start: int, at: int) -> bool:
    """Whether 3号 is a day rather than a house, a line or a document."""
    if scope.text.startswith(("至", "到"), at):
        return True
    if not scope.loose:
        return False
    before, behind = scope.text[start - 1 : start] if start else "", scope.text[at : at + 1]
    return before in _BEFORE_DAY and behind in _BEHIND_DAY
