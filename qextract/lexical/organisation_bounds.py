"""Where the name of an organisation begins, looked up leftwards from its end.

A name's end has a form (局, 委员会, 大学); its beginning has none. It is what stands behind the
last mark, the last verb or the last word of grammar of the clause.
"""

from __future__ import annotations

import re
from functools import cache

from qextract.lexicon import alternation, table, words

REACH = 48
"""No name of an organisation is longer than this many characters."""

_MARKS = ",、。;:!?“”‘’《》〈〉【】〔〕[]|/\n\t…—●■▶·"
_BRACKET = re.compile(r"\((?:[一-鿿]{1,8}|[A-Z]{2,8})\)$")
_AND = frozenset("和与及")
_SHORT = re.compile(r"[该本我贵各原]?[省市县区州旗盟镇乡村校院局厅委部署处科室会台厂队社所站]?$")


@cache
def _cuts() -> re.Pattern[str]:
    """Words that only look like a cut (group 1 stays empty), then the cuts themselves."""
    kept = alternation(words("organisation_kept"))
    cuts = alternation(words("organisation_cuts") - {"经", "报", "以", "为主"})
    only_first = "^[经据以]"
    day = r"\d{1,2}[日时分]"
    return re.compile(rf"{kept}|({only_first}|{day}|{cuts})|([和与及]以?及?)")


@cache
def endings() -> dict[str, str]:
    """Endings of organisations and the kind that each tells."""
    return {term: columns[0] for term, columns in table("organisation_endings").items()}


@cache
def _starts() -> re.Pattern[str]:
    """What a new organisation begins with behind 和, 与, 及."""
    return re.compile(
        rf"(?:中国|中共|国家|全国|国务院|中央|省|市|县|区|自治|该|本|我|{alternation(known_places())})"
    )


@cache
def known_places() -> frozenset[str]:
    """Names of provinces, cities and countries, with and without their ending."""
    return frozenset(
        term for term, columns in table("place_names").items() if columns[0] in ("1", "2", "0")
    )


def ending_of(form: str) -> str | None:
    """The longest ending of an organisation that `form` ends with."""
    known = endings()
    for length in range(min(8, len(form)), 0, -1):
        if form[-length:] in known:
            return form[-length:]
    return None


def ends_body(form: str) -> bool:
    """Whether `form` ends as a body does that a post can follow, not as a bare noun (能源)."""
    ending = ending_of(form)
    if ending is None:
        return False
    if len(ending) > 1:
        return table("organisation_endings")[ending][1] != "-" or ending[-1] in _ONE
    return ending in _ONE


_ONE = "局厅署委办院校队团省市县区州国厂部会所处科司室站社行"


def clause_start(text: str, low: int, at: int) -> int:
    """Behind the last mark in front of `at`, not before `low`; brackets inside a name are no mark."""
    low = max(low, at - REACH)
    index = at
    while index > low:
        character = text[index - 1]
        if character in _MARKS:
            if character == "·" and index - 2 >= low and "一" <= text[index - 2] <= "鿿":
                index -= 1
                continue
            return index
        if character == ")":
            bracket = _BRACKET.search(text, max(low, index - 12), index)
            if bracket is None:
                return index
            index = bracket.start()
            continue
        if character == "(":
            return index
        if character == " ":
            before, behind = text[index - 2 : index - 1], text[index : index + 1]
            if not (before.isascii() and behind.isascii() and before.strip() and behind.strip()):
                return index
        index -= 1
    return index


def left(text: str, low: int, at: int) -> int:
    """Where the organisation that ends at `at` begins; `at` itself where there is none."""
    start = clause_start(text, low, at)
    return start + cut(text[start:at])


def cut(segment: str) -> int:
    """How much of `segment` (one clause's part) stands before the organisation that ends it."""
    at = 0
    for match in _cuts().finditer(segment):
        if match.group(1) is not None:
            at = match.end()
        elif match.group(2) is not None:
            before, behind = segment[at : match.start()], segment[match.end() :]
            if not before or _ends_one(before) or _starts().match(behind):
                at = match.end()
    return at


def _ends_one(form: str) -> bool:
    """Whether an organisation, a person or a place of its own ends here."""
    ending = ending_of(form)
    return ending is not None and (len(ending) > 1 or ending in "局厅署委办院校队团省市县州国厂")


@cache
def countries() -> frozenset[str]:
    """Names of countries other than China."""
    return frozenset(
        term
        for term, columns in table("place_names").items()
        if columns[0] == "0" and term != "中国"
    )
