"""Lives told: whom a sentence without a subject is about, and which of the posts are over."""

from __future__ import annotations

from typing import NamedTuple

from qextract.lexical.name_ends import HAN
from qextract.lexical.name_foreign import STEPPE
from qextract.lexical.names import is_name
from qextract.mentions import Grounded, Person
from qextract.rules import late

_PROFILE = late(
    rf" *((?:{HAN}|·){{2,12}}?)(?:同志)?"
    r"(?:,(?:男|女),|,?(?:生于)?\d{4}年(?:\d{1,2}月)?(?:出?生|参加工作)|,\d{4}年\d{1,2}月生"
    r"|,(?=现任|曾任|历任|现为)"
    rf"|(?:是|,){HAN}{{2,8}}人,)"
)
"""How a life begins: NAME,男,… or NAME1962年生."""
_LEAVER = late(
    rf" *({HAN}{{2,4}}?)(?:先生|女士|同志)?(?=因|由于|向|提交|已|将|于|申请|提出|得票|的?(?:书面)?辞职)"
)
_SPAN = late(
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:至|到|-|—|–|~)(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
    r"(?:期间|间)?,?$"
)
_OVER = late(
    r"期间|等?职务上|等?职务便利|的?(?:\d+|[一二三四五六七八九十]+)(?:多|余)?年(?:时间|间|里|中)"
)
_ENDS = "。!?\n"
_DAY = r"\d{4}(?:[.年/]\d{1,2}月?)?"
_ENTRY = late(
    rf" *{_DAY}[ .]*(?:(?:[—–~-]|至|到){{1,3}}[ .]*(?P<to>{_DAY}|今|现在)?)? *[,:]? *(?:历?任|担任)? ?$"
)
"""What stands in front of the posts in a line of a life told in lines: 1986.03——1992.07 任…"""
_DATED = late(rf" *{_DAY}")
_HEADED = late(rf" *({HAN}{{2,4}})(?:同志)?(?:个人|工作|任职)?(?:简历|履历|简介)[::]? *$")
_LONGEST_LIFE = 40


class Entry(NamedTuple):
    """A line of a life told in lines: whose life, and whether the time of the line is over."""

    name: Grounded
    over: bool


def resumed(text: str, low: int, at: int) -> Entry | None:
    """The line of a life, with nothing in front of `at` but its years."""
    line = max(low, text.rfind("\n", low, at) + 1)
    if not text[line : line + 7].strip(" ")[:1].isdigit():
        return None
    entry = _ENTRY.match(text, line, at)
    name = _headed(text, low, line) if entry is not None else None
    if entry is None or name is None:
        return None
    to = entry["to"]
    return Entry(name, to is not None and to[0].isdigit())


def _headed(text: str, low: int, line: int) -> Grounded | None:
    """Who is named above the dated lines that end at `line`."""
    for _ in range(_LONGEST_LIFE):
        if line <= low:
            return None
        above = max(low, text.rfind("\n", low, line - 1) + 1)
        match = _PROFILE.match(text, above, line) or _HEADED.match(text, above, line - 1)
        if match is not None and is_name(match[1]):
            return Grounded(match[1], *match.span(1))
        if text[above:line].strip() and _DATED.match(text, above, line) is None:
            return None
        line = above
    return None


def over(text: str, begin: int, end: int) -> bool:
    """Whether the clause that begins at `begin`, or what stands behind its posts, dates them as past."""
    return (
        _OVER.match(text, end) is not None
        or _SPAN.search(text, max(0, begin - 34), begin) is not None
    )


def told_of(text: str, low: int, at: int, known: set[str], found: list[Person]) -> Grounded | None:
    """Whom the sentence is about: NAME,男,1970年3月生,…现任POST; a known NAME因故,申请辞去POST.

    Where the sentence names nobody, it is the one person that its paragraph has told of so far.
    """
    start = max(low, at - 300)
    for mark in _ENDS:
        start = max(start, text.rfind(mark, start, at) + 1)
    while start < at and text[start] in " ”":
        start += 1
    line = max(low, at - 500, text.rfind("\n", low, at) + 1)
    while line < at and text[line] == " ":
        line += 1
    match = _PROFILE.match(text, start, at) or _PROFILE.match(text, line, at)
    if match is None and text[start] in "他她":
        last = line
        while last > low and text[last - 1] in " \n":
            last -= 1
        above = max(low, text.rfind("\n", low, last) + 1)
        while above < last and text[above] == " ":
            above += 1
        match = _PROFILE.match(text, above, line)
    if match is not None and is_name(match[1]):
        return Grounded(match[1], *match.span(1))
    for begin in (start, text.rfind(",", start, text.rfind(",", start, at)) + 1):
        leaver = _LEAVER.match(text, begin, at)
        if leaver is not None and (is_name(leaver[1]) or STEPPE.issuperset(leaver[1])):
            return Grounded(leaver[1], *leaver.span(1))
        for length in (4, 3, 2):
            if text[begin : begin + length] in known and text[begin + length] not in "、和与及":
                return Grounded(text[begin : begin + length], begin, begin + length)
    if _DATED.match(text, line, at) is not None and (name := _headed(text, low, line)) is not None:
        return name
    for edge in (max(start, text.rfind(";", start, at)), start, line):
        told = [person.name for person in found[-8:] if person.end > edge]
        if told:
            return told[-1] if len({name.value for name in told}) == 1 else None
    return None
