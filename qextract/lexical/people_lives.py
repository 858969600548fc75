"""Lives told: whom a sentence without a subject is about, and which of the posts are over."""

from __future__ import annotations

from qextract.lexical.name_ends import HAN
from qextract.lexical.names import is_name
from qextract.mentions import Grounded, Person
from qextract.rules import late

_PROFILE = late(
    rf" *((?:{HAN}|·){{2,12}}?)(?:同志)?"
    r"(?:,(?:男|女),|,?(?:生于)?\d{4}年(?:\d{1,2}月)?(?:出?生|参加工作)|,\d{4}年\d{1,2}月生"
    rf"|(?:是|,){HAN}{{2,8}}人,)"
)
"""How a life begins: NAME,男,… or NAME1962年生."""
_LEAVER = late(
    rf" *({HAN}{{2,4}}?)(?:先生|女士|同志)?(?=因|由于|向|提交|已|将|于|申请|提出|的?(?:书面)?辞职)"
)
_SPAN = late(
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:至|到|-|—|–|~)(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
    r"(?:期间|间)?,?$"
)
_OVER = late(
    r"期间|等?职务上|等?职务便利|的?(?:\d+|[一二三四五六七八九十]+)(?:多|余)?年(?:时间|间|里|中)"
)
_ENDS = "。!?\n"


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
    if match is not None and is_name(match[1]):
        return Grounded(match[1], *match.span(1))
    for begin in (start, text.rfind(",", start, text.rfind(",", start, at)) + 1):
        leaver = _LEAVER.match(text, begin, at)
        if leaver is not None and is_name(leaver[1]):
            return Grounded(leaver[1], *leaver.span(1))
        for length in (4, 3, 2):
            if text[begin : begin + length] in known and text[begin + length] not in "、和与及":
                return Grounded(text[begin : begin + length], begin, begin + length)
    for edge in (start, line):
        told = [person.name for person in found[-8:] if person.end > edge]
        if told:
            return told[-1] if len({name.value for name in told}) == 1 else None
    return None
