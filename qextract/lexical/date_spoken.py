"""Datings of plain speech, counted from the day of writing: 三天前, 近三个月, 下午三点, 20240307.

How far they are believed hangs on the manner of the text. In a story (news, any longer text) only
三天前, 近三年 and 未来两周 are datings: what else counts days there is a length of time, an hour of
an event dated already, or a number. In a remark (one short sentence) a person who names an hour or
a number of days means those from now. A text that is nothing but a dating is read ahead: 星期五 is
the next one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Literal

from qextract.lexical import date_edtf as edtf
from qextract.lexical import date_lunar
from qextract.lexical.date_edtf import Placed
from qextract.lexical.date_name_patterns import FEAST
from qextract.lexical.date_numerals import small
from qextract.lexical.date_patterns import HAN_ONE, SMALL
from qextract.rules import Pattern

Manner = Literal["story", "remark", "alone"]
#: A longer text is a story.
REMARK = 40
_COUNT = (
    rf"(?:(?<![0-9.])(?!(?:19|20)[0-9]{{2}}年)[1-9][0-9]{{0,3}}(?![0-9.])"
    rf"|(?<![{HAN_ONE}两仨十百千万亿几数点多第])[{HAN_ONE}两仨]?[百十]?[{HAN_ONE}两仨]?十?[{HAN_ONE}]?(?<=[{HAN_ONE}两仨十百]))"
)
_UNITS = "秒钟?|分钟?|小时|钟头|天|日|周|星期|礼拜|月|季度|年"
_PART = "凌晨|清晨|早晨|早上|上午|中午|下午|晏昼|傍晚|晚上|晚间|今晚|夜里|深夜|午夜"
#: What a figure that stands alone for a date may have before and behind it.
_FREE = r"(?<![^ ,。、;:!?\n从自在于到至是和(])"
_OVER = r"(?![^ ,。、;:!?\n到至和)])"

ALONE = Pattern(
    "date.alone",
    "A text that is nothing but a dating.",
    rf"\A[ 0-9{HAN_ONE}〇零○十百千廿两几半年月日号天时点分秒刻钟头小周星期礼拜旬季度世纪代个仨"
    r"今明昨前后去上下本这当次翌同隔大早晨晚中午傍凌夜间里许左右约多余至到从自起止以之内来的第初末底"
    r"春夏秋冬整过近最未在于现目此刻而家听寻晏昼搭字再截率:/.,~—()·aApPmM-]{1,30}\Z",
    examples={"下周五下午3点": "下周五下午3点", "9月30日": "9月30日"},
    rejects=("周五开会", "9月30日,大会开幕"),
)

COUNTED = Pattern(
    "date.counted",
    "So long before or after now.",
    rf"(?=[0-9{HAN_ONE}两仨十百半])({_COUNT})?个?(多)?个?(半)?个?({_UNITS})(半)?(多)?(?:(之|以)?(前|后)|(?:之|以)?(内)|(?:以)?(来))",
    examples={
        "5天前": "5天前",
        "三个月之后": "三个月之后",
        "17天内": "17天内",
        "半小时以后": "半小时以后",
    },
    rejects=("天前", "五天", "几十天后", "1.5天内"),
)

COMING = Pattern(
    "date.coming",
    "So long from now.",
    rf"(?:再过|再等)({_COUNT})?个?(半)?个?({_UNITS})(半)?(?:之?后)?",
    examples={"再过两天": "再过两天", "再过半个小时": "再过半个小时"},
    rejects=("再过不久",),
)

AGO = Pattern(
    "date.ago",
    "So long before now, as news tells it.",
    rf"(?<![提以之当先生0-9.])({_COUNT})(?:个(半)?(月|星期)|(天|周|星期|年))(半)?(?:之|以)?前"
    r"(?![沿列景者后期往身任半三两几0-9一二四五夕提线])",
    examples={"发生在三天前": "三天前", "比5年前": "5年前", "三个半月前": "三个半月前"},
    rejects=("提前三天前往", "3月前", "1.5年前", "2000年前", "几十年前"),
)

WINDOW = Pattern(
    "date.window",
    "The last or next so many days, weeks, months or years.",
    rf"(最近|近|过去|未来|今后|[前后上下])的?({_COUNT})个?({_UNITS})(?![前后内来间多半])",
    examples={"近三个月": "近三个月", "未来48小时": "未来48小时", "上两周": "上两周"},
    rejects=("过去了", "近三年来"),
)

ROUND_NOW = Pattern(
    "date.round_now",
    "The last or next so many days, weeks, months or years, where 近 is not 'nearly'.",
    rf"(最近|(?<![时历经了达续期隔有用满约超长需要共费就将距晚早延推附临邻])近|过去的?|未来|今后)({_COUNT})(?:个(?=[月季星])|)(天|日(?![元本])|周(?![年岁])|星期|礼拜|月|季度|年)(?![前后内来间多半级代份])",
    examples={"近3年累计": "近3年", "未来三天": "未来三天", "过去两周": "过去两周"},
    rejects=("历时近三年", "会谈近3个小时", "近30周年", "近50年代"),
)

VAGUE = Pattern(
    "date.vague",
    "Some ten to twenty years ago and the like.",
    rf"(?<![{HAN_ONE}百千万几数0-9])([{HAN_ONE}]?)(十[几]|几十)年(?:之|以)?(前|后)",
    examples={"二十几年前": "二十几年前", "几十年之后": "几十年之后"},
    rejects=("十年前",),
)

TIME_ALONE = Pattern(
    "date.time_alone",
    "A time of day without a day.",
    rf"(?:({_PART}) ?({SMALL})(?:[点时]|:(?=[0-9]))(?:搭?([0-9]{{1,2}}|零?{SMALL})分?|(半))?(?::[0-9]{{2}})?"
    rf"|(?<![0-9:.比分])({SMALL})(?:[点时](?:({SMALL})分|半|整|钟)|:([0-5][0-9])(?::[0-5][0-9])?(?![0-9:]))"
    r"|(?<![0-9:.])([0-9]{1,2})(?=[ap]m?|[AP]M))(?:多?钟|[许整]|个字|左右| ?[AaPp][Mm]?)?",
    examples={"下午三点": "下午三点", "15:15": "15:15", "3pm": "3pm"},
    rejects=("一点都不", "二十七点三", "零点五"),
)

NOW = Pattern(
    "date.now",
    "The moment of writing, said alone.",
    r"\A *(?:现在|此时|此刻|而家|目前|当前|最近) *\Z",
    examples={"现在": "现在"},
    rejects=("目前已建成",),
)

FIGURES = Pattern(
    "date.figures",
    "A date in bare figures.",
    r"(?<![0-9A-Za-z.:/年·〔\[(-])(?:([12][0-9]{3})(?:"
    rf"(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01]){_OVER}| (0?[1-9]|1[0-2]) (0?[1-9]|[12][0-9]|3[01])"
    r"|[-.](0?[1-9]|1[0-2])[-.](0?[1-9]|[12][0-9]|3[01]))"
    rf"|([0-9]{{2}})-(1[0-2]|0?[1-9])-([12][0-9]|3[01]|0?[1-9])|{_FREE}(1[0-2]|0?[1-9])[/·](3[01]|[12][0-9]|0?[1-9]){_OVER}"
    rf"|(?<![^从自在于到至])((?:19|20)[0-9]{{2}})(?:(?:至|到|——?|-|~)((?:19|20)[0-9]{{2}}))?{_OVER})(?![0-9A-Za-z:/年月日号%.])",
    examples={
        "20240307": "20240307",
        "2022 11 23": "2022 11 23",
        "6·30": "6·30",
        "从2016到2018": "2016到2018",
    },
    rejects=(
        "888-000-9999",
        "202403073",
        "3/100",
        "“5·12”",
        "5·12地震",
        "2000万元",
        "〔2023〕",
        "2024—2025赛季",
        "Copyright 2022",
    ),
)

YEAR_LAST = Pattern(
    "date.year_last",
    "A date in figures whose year comes last; which of the others is the day, figures alone decide.",
    r"(?<![0-9A-Za-z./-])([0-3]?[0-9])([./-])([0-3]?[0-9])\2((?:19|20)[0-9]{2})(?![0-9A-Za-z./-])",
    examples={"22/11/2023": "22/11/2023", "于13.5.2015发布": "13.5.2015"},
    rejects=("2023/11/22", "1.2.20234"),
)

NTH = Pattern(
    "date.nth",
    "A week or weekday counted within a month or year: 第3个星期日, 前两天.",
    rf"的?(?:第({SMALL})个?(?:周(?![年岁])|星期|礼拜)([一二三四五六日天])?|([前后])({SMALL})[天日](?!本))",
    examples={"第3个星期日": "第3个星期日", "第2周": "第2周"},
    rejects=("第2周年",),
)

_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}
_MONTHS = {"月": 1, "季度": 3, "年": 12}
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
_LATE = frozenset(("下午", "晏昼", "傍晚", "晚上", "晚间", "今晚", "夜里", "深夜"))


def _number(text: str) -> int:
    return small(text.replace("仨", "三"))


def _months_on(day: dt.date, by: int) -> dt.date:
    year, month = edtf.shift_month(day.year, day.month, by)
    return dt.date(year, month, min(day.day, edtf.month_end(year, month).day))


def _open(start: dt.date | None, end: dt.date | None) -> Placed:
    name = f"{start or '..'}/{end or '..'}"
    at = start or end
    assert at is not None
    return Placed(start, end, name, "range", "publication", at.year, at.month, at.day)


def _whole(now: dt.date, number: int, half: bool, unit: str, sign: int) -> Placed | None:
    """The day, week, month or year that lies so far from now."""
    if unit in _DAYS:
        length = _DAYS[unit] * number + (_DAYS[unit] + 1) // 2 * half
        at = now + dt.timedelta(sign * length)
        return edtf.days(at, at + dt.timedelta(6 if _DAYS[unit] == 7 else 0), "publication")
    if unit not in _MONTHS:
        return edtf.day(now.year, now.month, now.day, "publication", None)
    size = _MONTHS[unit]
    year, month = edtf.shift_month(now.year, now.month, sign * (size * number + size // 2 * half))
    if half and size == 1:
        on = _months_on(now, sign * number) + dt.timedelta(sign * 15)
        year, month = on.year, on.month
    if not 1 <= year < 9999:
        return None
    if unit == "年" and not half:
        return edtf.year(year, "publication")
    return edtf.month(year, month, "publication")


def _counted(m: re.Match[str], now: dt.date) -> Placed | None:
    count, more, half_before, unit, half_behind, more_behind, far, way, within, since = m.groups()
    if not count and half_before is None:
        return None
    number = _number(count) if count else 0
    half = bool(half_before or half_behind)
    placed = _whole(now, number, half, unit, 1 if way == "后" or within else -1)
    if placed is None or (unit not in _DAYS and unit not in _MONTHS and (far != "以" or not way)):
        return placed
    last = placed.end
    if unit == "年" and not half and (within or since):
        year, month = edtf.shift_month(now.year, now.month, 12 * number * (1 if within else -1))
        placed, last = edtf.month(year, month, "publication"), edtf.month_end(year, month)
    if within:
        return _open(now, last)
    if since:
        return _open(placed.start, now)
    if far == "以" or (more or more_behind):
        return edtf.since(placed) if way == "后" else edtf.until(placed)
    return placed


def _counted_days(m: re.Match[str], now: dt.date) -> Placed | None:
    """三天后; hours, and days within which something is to be done, are lengths of time."""
    unit, within, since = m.group(4), m.group(9), m.group(10)
    lasting = within or since or (unit not in _DAYS and unit not in _MONTHS)
    return None if lasting else _counted(m, now)


def _ago(m: re.Match[str], now: dt.date) -> Placed | None:
    count, half_before, unit, other, half_behind = m.groups()
    number = _number(count)
    if number > 199:
        return None
    return _whole(now, number, bool(half_before or half_behind), unit or other, -1)


def _coming(m: re.Match[str], now: dt.date) -> Placed | None:
    count, half_before, unit, half_behind = m.groups()
    if not count and half_before is None:
        return None
    return _whole(now, _number(count or "零"), bool(half_before or half_behind), unit, 1)


def _vague(m: re.Match[str], now: dt.date) -> Placed | None:
    tens, what, way = m.groups()
    near = 10 * _number(tens or "一")
    far = near + 10
    if what == "几十":
        near, far = 20, 100
    years = (now.year + near, now.year + far) if way == "后" else (now.year - far, now.year - near)
    return edtf.span(*(edtf.year(year, "publication") for year in years))


def _window(m: re.Match[str], now: dt.date) -> Placed | None:
    word, number, unit = m.group(1).removesuffix("的"), _number(m.group(2)), m.group(3)
    if word == "前" and (unit == "季度" or (unit == "月" and number > 3)):
        return None  # 前三季度, 前七个月: from January on
    ahead = word in ("未来", "今后", "后", "下")
    rolling = word in ("最近", "近", "过去", "未来", "今后") or (word == "后" and unit == "年")
    if unit in _DAYS:
        length = _DAYS[unit] * number
        first = now - dt.timedelta(now.weekday()) if _DAYS[unit] == 7 and not rolling else now
        if rolling:
            return _open(*sorted((now, now + dt.timedelta(length if ahead else -length))))
        step = _DAYS[unit]
        if ahead:
            start = first + dt.timedelta(step)
            return _open(start, start + dt.timedelta(length - 1))
        return _open(first - dt.timedelta(length), first - dt.timedelta(1))
    if unit in _MONTHS:
        length = _MONTHS[unit] * number
        if rolling and ahead:
            begin = now + dt.timedelta(word == "后")
            return _open(begin, _months_on(begin, length) - dt.timedelta(1))
        if rolling:
            return _open(_months_on(now, -length), now)
        month = 1 if unit == "年" else (now.month - 1) // 3 * 3 + 1 if unit == "季度" else now.month
        base = dt.date(now.year, month, 1)
        if ahead:
            start = _months_on(base, _MONTHS[unit])
            return _open(start, _months_on(start, length) - dt.timedelta(1))
        return _open(_months_on(base, -length), base - dt.timedelta(1))
    days = number // 24 if unit == "小时" else 0
    if days:
        return _open(*sorted((now, now + dt.timedelta(days if ahead else -days))))
    return edtf.day(now.year, now.month, now.day, "publication", None)


def _time_alone(m: re.Match[str], now: dt.date) -> Placed | None:
    part, hour, minute, half, bare, bare_minute, colon, english = m.groups()
    number = _number(hour or bare or english)
    minutes = 30 if half else _number((minute or bare_minute or colon or "0").lstrip("零") or "0")
    late = part in _LATE or m.group().rstrip("mM")[-1] in "pP"
    if number > 24 or minutes > 59:
        return None
    if late and number < 12:
        number += 12
    return edtf.day(now.year, now.month, now.day, "publication", (number, minutes, 0))


def _now(_: re.Match[str], now: dt.date) -> Placed | None:
    return edtf.day(now.year, now.month, now.day, "publication", None)


def _year_last(m: re.Match[str], _: dt.date | None) -> Placed | None:
    one, other, year = (int(m.group(group)) for group in (1, 3, 4))
    read = [
        edtf.day(year, month, day, "explicit", None) for month, day in {(one, other), (other, one)}
    ]
    found = sorted(placed for placed in read if placed is not None)
    if len(found) < 2:
        return found[0] if found else None
    either = ",".join(placed.edtf for placed in found)
    return Placed(None, None, f"[{either}]", "day", "unresolved", year, None, None)


def _figures(m: re.Match[str], now: dt.date | None) -> Placed | None:
    if m.group(13):
        first = edtf.year(int(m.group(13)), "explicit")
        return edtf.span(first, edtf.year(int(m.group(14)), "explicit")) if m.group(14) else first
    parts = [int(part) for part in m.groups() if part is not None]
    if m.group(8):
        if now is None:
            return None
        parts[0] += 2000 if parts[0] <= now.year % 100 + 20 else 1900
    if m.group(11):
        return edtf.day(now.year if now else None, parts[0], parts[1], "publication", None)
    return edtf.day(parts[0], parts[1], parts[2], "explicit", None)


_Maker = Callable[[re.Match[str], dt.date], Placed | None]
_Figures = Callable[[re.Match[str], dt.date | None], Placed | None]


def _feast(m: re.Match[str], now: dt.date) -> Placed | None:
    name = m.group(1)
    found = date_lunar.holiday(name, now.year)
    if found is None:
        return None
    on, first, last = found
    if not date_lunar.lasts(name):
        first = last = on
    return edtf.days(first, last, "publication")


_IN_FIGURES: tuple[tuple[Pattern, _Figures], ...] = ((YEAR_LAST, _year_last), (FIGURES, _figures))
_STORY: tuple[tuple[Pattern, _Maker], ...] = ((AGO, _ago), (ROUND_NOW, _window))
_REMARK: tuple[tuple[Pattern, _Maker], ...] = (
    (COUNTED, _counted_days),
    (COMING, _coming),
    (ROUND_NOW, _window),
    (FEAST, _feast),
)
_ALONE: tuple[tuple[Pattern, _Maker], ...] = (
    (COUNTED, _counted),
    (COMING, _coming),
    (VAGUE, _vague),
    (WINDOW, _window),
    (TIME_ALONE, _time_alone),
    (NOW, _now),
)
_READERS = {"story": _STORY, "remark": _REMARK, "alone": _ALONE}


def manner(text: str) -> Manner:
    """How a text is told: as a story, as one short remark, or as nothing but a dating."""
    if len(text) > REMARK:
        return "story"
    if ALONE.re.match(text) is not None:
        return "alone"
    line = text.strip()
    return "story" if "\n" in line or "。" in line[:-1] else "remark"


def find(
    text: str, start: int, end: int, now: dt.date | None, how: Manner
) -> list[tuple[int, int, Placed]]:
    """Spoken datings between `start` and `end`; those that count from `now` need it."""
    found: list[tuple[int, int, Placed]] = []
    figures = _IN_FIGURES[:1] if how == "story" else _IN_FIGURES
    for pattern, read_figures in figures:
        found += (
            (m.start(), m.end(), placed)
            for m in pattern.re.finditer(text, start, end)
            if (placed := read_figures(m, now)) is not None
        )
    if now is None:
        return found
    for pattern, read in _READERS[how]:
        found += (
            (m.start(), m.end(), placed)
            for m in pattern.re.finditer(text, start, end)
            if (placed := read(m, now)) is not None
        )
    return found


def nth(text: str, at: int, end: int, whole: Placed) -> tuple[int, Placed] | None:
    """第2周, 第3个星期日, 前两天 behind a month or a year: its end and where it lies."""
    if whole.start is None or whole.end is None or whole.precision not in ("month", "year"):
        return None
    m = NTH.re.match(text, at, end)
    if m is None:
        return None
    week, weekday, way, count = m.groups()
    if count:
        span = dt.timedelta(small(count) - 1)
        first = whole.start if way == "前" else whole.end - span
        return m.end(), edtf.days(first, first + span, whole.basis)
    of_week = _WEEKDAYS[weekday] if weekday else 0
    first = whole.start + dt.timedelta((of_week - whole.start.weekday()) % 7)
    first += dt.timedelta(7 * (small(week) - 1))
    return m.end(), edtf.days(first, first + dt.timedelta(0 if weekday else 6), whole.basis)
