"""For which time a figure holds: which datings set it, and which only say when something happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from qextract.lexical.date_edtf import lower
from qextract.mentions import Date, DateValue
from qextract.rules import late

#: A time shorter than this dates what happened, and later sentences are not about it.
LASTING = dt.timedelta(days=27)
#: A month is as short as a day where events are told.
_BRIEF = dt.timedelta(days=31)
#: What may stand around the date in a clause that only sets the time.
_ALONE = late(
    r"(?>(?:早在|在|到|至|自|从|截至|截止|其中|此外|同时|据?统计|而|则|仅|【[^】]{0,40}+】|[—●◆▲·“\s]++"
    r"|提出|力争|争取|预计|明确|要求|计划|目标是)*)"
)
_BEHIND = late(
    r"[内间]?(?>(?:当[月日年天]|期间|全年|一年|以来|[以之]前|底|末|份|收盘|[上中下]旬|\([^()]{1,12}\)|[\s:”])*)"
)
_CENTURIES = frozenset(("19", "20"))
# A year named further back than this says nothing about a 全年.
_FAR = 200
_BASE_YEAR = ("的", "同期", "水平")
_THIS_YEAR = frozenset(("今年", "今年以来", "年内", "本年", "本年度", "全年"))
_YEARS_BEFORE = frozenset(("去年", "上年", "上年度", "上一年", "前一年"))


def is_brief(date: Date) -> bool:
    """Whether a dating is a day, a few days or a month: such date events more often than figures."""
    start, end = date.value.start, date.value.end
    return start is not None and end is not None and end - start < _BRIEF


def lasts(date: Date) -> bool:
    """Whether a time is long enough for the sentences that follow to be about it too."""
    start, end = date.value.start, date.value.end
    if start is None or end is None or date.text.endswith(("末", "底")):
        return False
    return end - start >= LASTING


def begins(text: str, date: Date) -> bool:
    """Whether something only begins or comes into force then: 明年起, 自7月1日起."""
    if date.value.end is None:
        return False
    return date.text.endswith("起") or text[date.end : date.end + 1] == "起"


def states(kinds: str, at: int) -> bool:
    """Whether the last figure of a clause, at item `at`, ends it: 新增病例37例."""
    return kinds[at + 1] in "|(" or kinds[at + 1 : at + 3] == "_|"


def governs(kinds: str, at: int) -> bool:
    """Whether the date at item `at` says for which time the figures behind it hold."""
    before = kinds[at - 1] if at else ""
    if before == "t" or (before == "j" and "Q" not in kinds[max(0, at - 2) : at]):
        return False  # 比2020年, 与上年持平
    if before == "l" and "g" in kinds[at + 1 : at + 3]:
        return False  # 恢复至2019年同期的77.5%
    if before == "r":
        return "g" not in kinds[at + 1 : at + 2]
    behind = kinds[at + 1 : kinds.find("Q", at)]
    if behind[:1] == "g":
        return False
    first = behind.find("g")
    return first < 0 or kinds[at + 1] not in "vw"  # 19日举行的洽谈会签约项目35个


def alone(text: str, start: int, end: int, date: Date) -> bool:
    """Whether the clause `text[start:end]` says nothing but the date, or sums up below it."""
    if text[end - 2 : end] == "以来" and end - date.end < 16:
        return True
    head = _ALONE.match(text, start, date.start)
    tail = _BEHIND.match(text, date.end, end)
    if head is None or head.end() != date.start:
        return False
    if tail is not None and tail.end() == end:
        return True
    return text[end : end + 1] == ":" and end - date.end < 14 and "目标" in text[date.end : end]


def inside(value: DateValue, other: DateValue | None) -> bool:
    """Whether a time is a part of the one in force: a quarter in a report of the year."""
    if other is None or other.start is None or other.end is None or value == other:
        return False
    if value.start is None or value.end is None:
        return False
    return other.start <= value.start and value.end <= other.end


def held(date: Date, before: DateValue | None) -> DateValue:
    """The period that a dating sets; 今年 after 截至10月15日 runs up to that day."""
    value = date.value
    if value.start is None or value.end is None:
        return value
    if date.text.endswith(("年末", "年底", "月末", "月底", "季度末")):
        return value._replace(start=None, edtf=f"../{value.end.isoformat()}", precision="range")
    if date.text in _THIS_YEAR and before is not None and before.start is None:
        last = before.end or value.start - LASTING
        if value.start <= last <= value.end:
            return value._replace(
                end=last,
                edtf=f"{value.start.isoformat()}/{last.isoformat()}",
                precision="range",
            )
    return value


def named_year(text: str, dates: Sequence[Date], index: int, start: int) -> DateValue | None:
    """The year that was named last before date `index`: 全年 after 2023年年报 is 2023.

    A year that something is only compared with (2019年的96%, 2019年同期) is not it.
    """
    while index > 0 and start - dates[index - 1].end < _FAR:
        index -= 1
        date = dates[index]
        if date.value.precision == "year" and date.text[:2] in _CENTURIES:
            if text.startswith(_BASE_YEAR, date.end):
                continue
            return date.value
    return None


def since(date: Date) -> Date:
    """The time from a date on: 4月8日专项行动开展以来."""
    value = date.value
    if value.start is None or value.end is None:
        return date
    return date._replace(
        value=value._replace(end=None, edtf=f"{lower(value.edtf)}/..", precision="range")
    )


def year_before(period: DateValue | None, date: Date) -> DateValue:
    """上年同期: the time in force, a year earlier; the date alone where none is."""
    value = date.value
    if period is None or period.start is None or period.end is None or value.start is None:
        return value
    if date.text not in _YEARS_BEFORE or period.start.year != value.start.year + 1:
        return value
    back = [
        d.replace(year=d.year - 1, day=28 if (d.month, d.day) == (2, 29) else d.day)
        for d in (period.start, period.end)
    ]
    return period._replace(
        text=value.text,
        start=back[0],
        end=back[1],
        edtf=f"{back[0].isoformat()}/{back[1].isoformat()}",
        precision="range",
        basis=value.basis,
    )
