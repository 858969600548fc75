"""When a page was published, and the day its dateline gives."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from qextract.layout.patterns import DAY_OF_YEAR
from qextract.mentions import Basis, Date, DateValue, Grounded
from qextract.rules import Pattern, late

if TYPE_CHECKING:
    from qextract.layout.lines import Line

STAMPED = Pattern(
    "layout.stamped",
    "a day with its year and, behind it, the time of day",
    rf"(?P<day>{DAY_OF_YEAR}|(?<=[期间]:)1[0-9][0-9][-/][0-9][0-9][-/][0-9][0-9](?![0-9]))(?:[ ]?[(]?(?:星期|周)[一二三四五六日天][)]?|[ ]?[(][一二三四五六日][)])?"
    r"(?:[ \tT]{0,4}(?P<noon>上午|下午|晚上|早上|凌晨|中午)? ?(?P<hour>[01]?[0-9]|2[0-4])[:时点](?P<minute>[0-5][0-9])(?:分|(?::(?P<second>[0-5][0-9])))?(?: ?(?P<half>[AaPp])[Mm](?![a-z]))?)?",
    examples={
        "发布日期:113-09-12": "113-09-12",
        "2024-09-04 16:23:42原创": "2024-09-04 16:23:42",
        "2016年02月03日07:10": "2016年02月03日07:10",
        "2024年6月19日(星期三) 下午3:05": "2024年6月19日(星期三) 下午3:05",
        "2024年6月19日(三) 15:05": "2024年6月19日(三) 15:05",
        "2020-07-18 2:15 PM": "2020-07-18 2:15 PM",
    },
    rejects=("9月4日 16:23",),
)
PLAIN_DAY = r"(?:[0-9]{1,2}月[0-9]{1,2}日|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|[0-9]{1,2}日|[一二三四五六七八九十]{1,3}日)"
DATELINE = Pattern(
    "layout.dateline",
    "the day in a dateline; what stands in front of it is looked at apart",
    rf"(?P<day>(?:(?:19|20)[0-9][0-9]年)?{PLAIN_DAY})(?:[上下]午|晚|凌晨)? ?(?:(?:专|急|综合)?[电讯]|消息|报道)",
    examples={
        "新华社成州7月17日电(记者 谷雨)": "7月17日电",
        "本报嘉州三月二十一日讯 记者": "三月二十一日讯",
        "【本报临川2日讯】": "2日讯",
    },
    rejects=("7月17日,会议召开", "本报讯(记者 谷雨)7月17日"),
)
DATELINE_HEAD = Pattern(
    "layout.dateline_head",
    "outlet and place in front of the day of a dateline",
    r"^[【(〔\[]?据?[\u4e00-\u9fffA-Za-z·、 ]{2,28}$",
    examples={"【本报临川": "【本报临川", "(中央社记者谷雨高雄": "(中央社记者谷雨高雄"},
    rejects=("会议说,", ""),
)


def dateline_match(lead: str) -> re.Match[str] | None:
    """The match of the day in the dateline that a line begins with, `None` where it has none."""
    if "日" not in lead or not ("讯" in lead or "电" in lead or "消息" in lead or "报道" in lead):
        return None
    m = DATELINE.re.search(lead, 0, 50)
    if m is None or not DATELINE_HEAD.re.match(lead[: m.start()]):
        return None
    runs_on = "\u4e00" <= lead[m.end() : m.end() + 1] <= "\u9fff"
    # 滨江市9月2日电力: without an outlet in front, the word must end here
    return None if runs_on and not _OUTLET.search(lead, 0, m.start()) else m


_OUTLET = late(r"[报社网台刊]|在线|新闻|卫视|客户端")


_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "O": 0}


def numeral(text: str) -> int:
    """A number below 10000 in digits, Chinese digits or Chinese numerals up to 九十九."""
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    return int("".join(str(_DIGITS[c]) for c in text))


_FIELDS = late(r"[0-9]+|[〇零○O一二三四五六七八九十]+")


_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_MONTH = late(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")


def day_of(text: str) -> dt.date | None:
    """The day that a full date names, `None` where the calendar has no such day."""
    fields = _FIELDS.findall(text)
    english = _MONTH.search(text) if len(fields) == 2 else None
    if english:
        fields.insert(1, str(_MONTHS.index(english[0]) // 3 + 1))
    if len(fields) != 3:
        return None
    year, month, day = map(numeral, fields)
    if day >= 1900:
        # 23/07/2025; where both orders can be, the day stands first, as in Hong Kong
        year, day = day, year
        if month > 12:
            month, day = day, month
    elif year < 1900:
        year += 1911
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def stamp(text: str, start: int, end: int, *, changed: bool = True) -> Grounded | None:
    """The first full date in `text[start:end]` as an ISO day or datetime, with its span.

    A day on which the page was changed (更新) or its text made (成文) counts only where there is no other, and not at
    all if not `changed`.
    """
    later = None
    for m in STAMPED.re.finditer(text, start, end):
        day = day_of(m["day"])
        if day is None:
            continue
        value = day.isoformat()
        if m["hour"]:
            hour = int(m["hour"])
            if (m["noon"] in ("下午", "晚上") or m["half"] in ("P", "p")) and hour < 12:
                hour += 12
            if hour < 24:
                value += f"T{hour:02}:{m['minute']}" + (f":{m['second']}" if m["second"] else "")
        if _VISIT.search(text, max(0, m.start() - 12), m.start()) is not None:
            continue
        found = Grounded(value, m.start(), m.end())
        # the label may stand on the line before
        if _CHANGED.search(text, max(0, m.start() - 12), m.start()) is None:
            return found
        later = later or found
    return later if changed else None


# the day on which the page was looked at
_VISIT = late(
    r"(?:今天是|今日是|今天|现在是|现在时间|当前时间|当前日期|系统时间|打印时间|打印日期|访问时间) ?:? ?\Z"
)
_CHANGED = late(
    r"(?:更新|修改|修订|更改|[Uu]pdated?|成文|生效|废止|截止|有效期|复检|开标|报名|活动|会议)"
    r"(?:时间|日期|于|on|至)?[ :/\n]{0,3}\Z"
)


ADDRESS = Pattern(
    "layout.address",
    "the day in a page's own address",
    r"https?://[^ ]{4,60}?/(?P<day>20[0-9][0-9][-/]?[01][0-9][-/]?[0-3][0-9])(?![0-9])",
    examples={
        "http://news.binjiang.example/2022/0714/302.shtml": "http://news.binjiang.example/2022/0714"
    },
    rejects=("http://news.binjiang.example/20220/1.html",),
)


def of_address(lines: Iterable[Line]) -> Grounded | None:
    """The day in the page's own address (/2022/0714/)."""
    for line in lines:
        m = ADDRESS.re.search(line.text)
        if m is None:
            continue
        digits = re.sub(r"[-/]", "", m["day"])
        day = _date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        if day is not None:
            return Grounded(day.isoformat(), line.start + m.start("day"), line.start + m.end("day"))
    return None


def dateline(text: str, spans: Iterable[tuple[int, int]], published: dt.date | None) -> Date | None:
    """The day in the dateline of one of the lines `spans`; its year is the publication's."""
    for start, end in spans:
        m = dateline_match(text[start : min(end, start + 60)])
        if m is None:
            continue
        first, last = start + m.start("day"), start + m.end("day")
        return Date(text[first:last], first, last, _value(m["day"], published))
    return None


def _value(text: str, published: dt.date | None) -> DateValue:
    fields = [numeral(f) for f in _FIELDS.findall(text)]
    basis: Basis = "explicit"
    day: dt.date | None = None
    if len(fields) == 3:
        day = _date(*fields)
    elif published is not None:
        basis = "publication"
        if len(fields) == 2:
            day = _date(published.year, *fields)
            if day is not None and (day - published).days > 31:
                day = _date(published.year - 1, *fields)
            elif day is not None and (published - day).days > 334:
                day = _date(published.year + 1, *fields)
        else:
            day = _date(published.year, published.month, fields[0])
            if day is None or (day - published).days > 1:
                before = published.replace(day=1) - dt.timedelta(days=1)
                day = _date(before.year, before.month, fields[0])
    if day is None:
        month = f"{fields[-2]:02}" if len(fields) > 1 else "XX"
        return DateValue(text, None, None, f"XXXX-{month}-{fields[-1]:02}", "day", "unresolved")
    return DateValue(text, day, day, day.isoformat(), "day", basis)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
