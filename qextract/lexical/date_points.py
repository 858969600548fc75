"""Reading one dating into its pieces: which year, month, day, and how each was said."""

from __future__ import annotations

from qextract.lexical.date_calendar import (
    NUMERIC,
    dashed,
    day,
    first_year,
    month,
    numbered_day,
    part_alone,
    year,
)
from qextract.lexical.date_named import century, holiday, lunar, plan, school_year
from qextract.lexical.date_piece import Point, Reader, Scope
from qextract.lexical.date_words import nth, week, word

_FIGURES = frozenset("0123456789")
#: A Chinese numeral behind one of these is the rest of a number, or counts something.
_INSIDE = NUMERIC - _FIGURES | frozenset("第百千万亿几数两")
_BY_UNIT: dict[str, Reader] = {
    "年": year,
    "月": month,
    "日": day,
    "号": day,
    "季": part_alone,
    "世": century,
    "学": school_year,
    "财": school_year,
    **dict.fromkeys("期规计末初中以的开收前", plan),
    "时": plan,
    "”": holiday,
    "假": holiday,
    "小": holiday,
    "长": holiday,
    "黄": holiday,
}
_BY_HEAD: dict[str, Reader] = {
    "“": plan,
    "民": year,
    "公": year,
    "周": week,
    "星": week,
    "礼": week,
    "头": part_alone,
    "第": nth,
    "农": lunar,
    "阴": lunar,
    "正": lunar,
    "腊": lunar,
    "冬": lunar,
    "(": numbered_day,
    **dict.fromkeys("甲乙丙丁戊己庚辛壬癸", lunar),
    "闰": lunar,
    "元": first_year,
    "近": year,
    "过": year,
    "两": year,
}


def parse(scope: Scope, start: int, at: int) -> Point | None:
    """The dating that begins at `start`, or `None` if none does.

    `at` is where the anchor ends, so that its first unread character tells what is counted.
    """
    text = scope.text
    head = text[start]
    if head in NUMERIC:
        if head not in _FIGURES and start and text[start - 1] in _INSIDE:
            return None
        unit = text[at : at + 1]
        if unit == " ":
            unit = text[at + 1 : at + 2]
        return _BY_UNIT.get(unit, dashed)(scope, start, at)
    return _BY_HEAD.get(head, word)(scope, start, at) or holiday(scope, start, at)
