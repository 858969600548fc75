"""Where the name of an organisation begins, looked up leftwards from its end.

A name's end has a form (局, 委员会, 大学); its beginning has none. It is what stands behind the
nearest mark, verb or word of grammar, so the search goes left and stops at the first of these.
"""

from __future__ import annotations

from functools import cache

from qextract.lexicon import table, words
from qextract.rules import late

REACH = 48
"""No name of an organisation is longer than this many characters."""

_MARKS = frozenset(",、。;:!?“”‘’《》〈〉【】〔〕[](){}|/\n\t\r…—●■▶◆★*#>_=~")
_BRACKET = late(r"\((?!记者|通讯员|特约|编辑|实习)(?:[^\W\x00-\x7f]{1,10}|[A-Z]{2,8})\)$")
_SECOND_NAME = late(
    r"\([^\W\x00-\x7f]{4,20}(?:医院|大学|学院|学校|公司|集团|研究[院所]|中心|委员会|局|委)\)$"
)
"""The other name of a body, behind its first: 省人民医院(南湾大学附属医院)."""
_AND = frozenset("和与及")
_FIRST = frozenset("经据以报")
_DAY = frozenset("日时分月年")
_ONE = frozenset("局厅署委办院校队团省市县区州国厂部会所处科司室站社行")
_STARTS = (
    "中国",
    "中共",
    "国家",
    "全国",
    "国务院",
    "中央",
    "省",
    "市",
    "县",
    "区",
    "自治",
    "该",
    "本",
    "我",
)
_LONGEST = 8
_AFFAIRS = (
    "民政",
    "民族",
    "民宗",
    "民航",
    "民营",
    "主席",
    "主任",
    "主委",
    "主帅",
    "首席",
    "主教练",
)
_MADE_OF = (*_STARTS, "副", "公安", "局", "厅", "校", "院", "县委", "市委", "区委", "镇")
"""What stands behind 以 where it governs a person: 以副县长A为组长."""


@cache
def _cuts() -> tuple[frozenset[str], frozenset[str]]:
    """Words behind which a body begins, and the letters they end with."""
    cuts = words("organisation_cuts") - _FIRST
    return cuts, frozenset(word[-1] for word in cuts) | _AND | _DAY | {"以", "暨"}


@cache
def _kept() -> frozenset[str]:
    return words("organisation_kept")


@cache
def endings() -> dict[str, str]:
    """Endings of organisations and the kind that each tells."""
    return {term: columns[0] for term, columns in table("organisation_endings").items()}


@cache
def known_places() -> frozenset[str]:
    """Names of provinces, cities and countries, with and without their ending."""
    return frozenset(term for term, columns in table("place_names").items() if columns[0] in "012")


@cache
def countries() -> frozenset[str]:
    """Names of countries other than China."""
    return frozenset(
        term
        for term, columns in table("place_names").items()
        if columns[0] == "0" and term != "中国"
    )


def ending_of(form: str) -> str | None:
    """The longest ending of an organisation that `form` ends with."""
    known = endings()
    for length in range(min(_LONGEST, len(form)), 0, -1):
        if form[-length:] in known:
            return form[-length:]
    return None


def ends_body(form: str) -> bool:
    """Whether `form` ends as a body does that a post can follow, not as a bare noun (能源)."""
    ending = ending_of(form)
    if ending is None:
        return False
    if len(ending) > 1 and table("organisation_endings")[ending][1] != "-":
        return True
    return ending[-1] in _ONE


def clause_start(text: str, low: int, at: int) -> int:
    """Behind the last mark in front of `at`, not before `low`; brackets inside a name are no mark."""
    low = max(low, at - REACH)
    index = at
    while index > low:
        if text[index - 1] in _MARKS or text[index - 1] == " ":
            index, stop = _mark(text, low, index, at)
            if stop:
                return index
        else:
            index -= 1
    return index


def left(text: str, low: int, at: int) -> int:
    """Where the organisation that ends at `at` begins; `at` itself where there is none."""
    index = _left(text, low, at)
    if index < at and text[index] in _FIRST:
        kept = _kept()
        if text[index : index + 2] not in kept and text[index : index + 3] not in kept:
            index += 1
    return index


def _left(text: str, low: int, at: int) -> int:
    cuts, last = _cuts()
    low = max(low, at - REACH)
    index = at
    while index > low:
        letter = text[index - 1]
        if letter in _MARKS or letter == " ":
            index, stop = _mark(text, low, index, at)
            if stop:
                break
            continue
        if letter in last:
            if letter in _AND:
                found = _and(text, low, index, at)
                if found is not None:
                    return found
            elif letter == "暨" and text[index - 2 : index - 1] not in "协会委局院联":
                return index
            elif letter == "以" and text.startswith(_MADE_OF, index):
                if not _protected(text, index - 1, index):
                    return index
            elif letter in _DAY and index - 2 >= low and text[index - 2].isdigit():
                return index
            for length in (1, 2, 3, 4):
                start = index - length
                if start < low:
                    break
                if text[start:index] in cuts and not _protected(text, start, index):
                    return index
        index -= 1
    return index


def bare(text: str, start: int, end: int) -> bool:
    """Whether nothing in `start:end` cuts it: no mark, no verb, no word of grammar."""
    return left(text, start, end) == start


def _mark(text: str, low: int, index: int, at: int) -> tuple[int, bool]:
    """Whether the mark in front of `index` ends the clause there, and where to go on if not."""
    letter = text[index - 1]
    if letter == ")":
        bracket = _BRACKET.search(text, max(low, index - 12), index) if index < at else None
        second = bracket or _SECOND_NAME.search(text, max(low, index - 26), index)
        if second is not None and (
            bracket or ends_body(text[max(low, second.start() - 8) : second.start()])
        ):
            return second.start(), False
    elif letter == " ":
        before, behind = text[index - 2 : index - 1], text[index : index + 1]
        if before.isascii() and behind.isascii() and before.isalnum() and behind.isalnum():
            return index - 1, False
    return index, True


def _and(text: str, low: int, index: int, at: int) -> int | None:
    """和, 与, 及 joins two bodies (the second begins here), or stands inside one (`None`)."""
    if _protected(text, index - 1, index):
        return None
    before = text[left(text, low, index - 1) : index - 1]
    if not before or before[-1] in "他她我你们方" or ends_body(before) or _is_person(before):
        return index
    behind = text[index : min(at, index + 8)]
    if behind.startswith(_STARTS) or any(behind[:n] in known_places() for n in (2, 3, 4)):
        return index
    return None


def _is_person(form: str) -> bool:
    """Whether `form` can only be a name (谷雨田和南湾大学教授…)."""
    given = words("name_characters")
    form = form[form.rfind(")") + 1 :]
    return (
        len(form) == 3
        and form[0] in table("surnames")
        and form[0] != "区"
        and form[1] in given
        and form[2] in given
        and ending_of(form) in (None, "军")
    )


def _protected(text: str, start: int, end: int) -> bool:
    """Whether the word at `start:end` is part of a longer one that only looks like a cut."""
    if text[start:end] == "为" and text.startswith(_AFFAIRS, end):
        # A为民政局局长: no 为民
        return False
    kept = _kept()
    for length in (2, 3, 4, 5):
        for begin in range(max(0, end - length), start + 1):
            if text[begin : begin + length] in kept:
                return True
    return False
