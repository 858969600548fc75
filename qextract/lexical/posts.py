"""Posts: the words that say what a person is (党组书记, 常务副省长, 一级巡视员)."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from qextract.lexicon import table, words
from qextract.mentions import Span
from qextract.rules import Pattern, late

ORGANS = (
    "直属机关党委", "纪检监察组", "机关党委", "临时党委", "纪委监委", "分党组", "党工委", "党总支",
    "党支部", "总支部", "团工委", "纪检组", "纪工委", "董事局", "董事会", "监事会", "理事会", "党组", "党委",
    "总支", "支部", "团委", "纪委",
)  # fmt: skip
"""Bodies inside a body, whose posts are named together with them; the longest first."""
_SEATS = frozenset(["书记", "委员", "成员", "组长", "主席", "主任", "秘书", "常委"])
_NOT_BEHIND = "事务所|表(?=会)|行(?![长政])|[制级令奖杯室办岗们员馆系组官记局后府]|团(?!队)|会(?![见面谈晤同])|公署|协会|署(?![理名])|席(?:[、,。的上位]|$)|大会|热线|信箱|专线|江(?:水利|航|流域|委|三峡|经济|日报|大桥|学者|路|口|干流|生态|[上中下]游|大学)|部(?!长)|期(?!间)|助(?!理)|候选|职业|职称|台[前上下就入两]|程[费量序度项]|国(?!庆|强|华|平|民|栋|梁|安)"


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    """Listed posts by their first two letters, the longest first."""
    heads: dict[str, list[str]] = {}
    for term in sorted(table("posts"), key=len, reverse=True):
        heads.setdefault(term[:2], []).append(term)
    return {pair: tuple(terms) for pair, terms in heads.items()}


def _source() -> str:
    first, second = (sorted({pair[index] for pair in _heads()}) for index in (0, 1))
    return f"[{''.join(first)}](?=[{''.join(second)}])"


HEAD = Pattern(
    "post.head",
    "a letter with which the head of a post can begin; the list tells whether it does",
    _source,
    examples={"任局长": "局", "由书记主持": "书"},
    rejects=("召开的会",),
)

_BEHIND = late(rf"(?>(?:助理(?!教授))?)(?!{_NOT_BEHIND})")
"""What may stand behind the head of a post; 助理 still belongs to it."""

SPREAD = Pattern(
    "post.spread",
    "a post of two letters set apart, as lists have them",
    r"[主局厅组处科院校会部队市县区镇乡所站司] {1,6}[任长](?=[ :])",
    examples={"主  任:谷雨": "主  任"},
    rejects=("主任:谷雨", "会 长期"),
)

_BORROWED = frozenset("代总正")
_BORROWERS = frozenset(
    [
        "时代",
        "现代",
        "当代",
        "年代",
        "世代",
        "近代",
        "古代",
        "防总",
        "修正",
        "公正",
        "荣总",
        "足总",
        "篮总",
        "羽总",
        "泳总",
        "乒总",
        "体总",
        "田总",
        "商总",
        "华总",
        "冰总",
        "医总",
    ]
)


_LETTER = late(r"[A-Za-z]")
_POSTED = late(r"驻[^\W\d_]{1,8}$")
"""A delegate is a post where it says posted to whom (驻联合国代表)."""


class Post(NamedTuple):
    """A post as it stands in the text.

    title: the post in normal form. head: the listed word without what grades it. kind, category, body, behind: its columns in
    `posts.txt`. organ: the length of the inner body at the start of the title (党组书记), else 0.
    """

    start: int
    end: int
    title: str
    head: str
    kind: str
    category: str
    body: str
    behind: bool
    organ: int


@cache
def _columns() -> dict[str, tuple[str, str, str, bool]]:
    return {
        term: (kind, category, "" if body == "-" else body, behind == "behind")
        for term, (kind, category, body, behind) in table("posts").items()
    }


def _start(match: re.Match[str]) -> int:
    return match.start()


@cache
def _graders() -> tuple[frozenset[str], frozenset[str]]:
    """Words in front of a head that grade it, and the letters they end with."""
    graders = words("post_prefixes")
    return graders, frozenset(word[-1] for word in graders)


def scan(text: str, regions: Sequence[Span]) -> list[Post]:
    """Every post in `regions`, in order, with or without a person."""
    found: list[Post] = []
    columns = _columns()
    heads, behind_head = _heads(), _BEHIND.match
    for low, high in regions:
        edge = low
        matches: Iterable[re.Match[str]] = HEAD.re.finditer(text, low, high)
        if text.find(" 长", low, high) >= 0 or text.find(" 任", low, high) >= 0:
            matches = heapq.merge(matches, SPREAD.re.finditer(text, low, high), key=_start)
        for match in matches:
            begin, end = match.span()
            if begin < edge:
                continue
            if end - begin > 1:
                head = title = text[begin] + text[end - 1]
                if head not in columns:
                    continue  # 局 任: a blank between other words
                start, organ = begin, 0
            else:
                terms = heads.get(text[begin : begin + 2])
                if terms is None:
                    continue
                for head in terms:
                    if text.startswith(head, begin, high) and (
                        after := behind_head(text, begin + len(head), high)
                    ):
                        if head.isascii() and _LETTER.match(text, begin - 1):
                            continue  # ECMO is no CMO
                        if head[-1] in "校员" and text.startswith("长", after.end()):
                            continue  # 一中校长: no 中校; 委员长会议: no 委员
                        break
                else:
                    continue
                end = after.end()
                head = text[begin:end]
                start, organ = _graded(text, edge, begin, head)
                title = text[start:end]
            if head.endswith("助理") and head not in columns:
                head = head[:-2]
            kind, category, body, behind = columns[head]
            if head == "代表" and _POSTED.search(text, max(edge, start - 10), start):
                kind, category = "head", "government"
            if organ:
                kind, body = "head", ""
            found.append(Post(start, end, title, head, kind, category, body, behind, organ))
            edge = end
    return found


def _graded(text: str, low: int, start: int, head: str) -> tuple[int, int]:
    """Where the whole post begins, and the length of the inner body at its start (党组书记)."""
    graders, last = _graders()
    seated = head in _SEATS
    for _ in range(3):
        if start <= low or text[start - 1] not in last:
            break
        for length in (4, 3, 2, 1):
            begin = start - length
            if begin >= low and text[begin:start] in graders:
                break
        else:
            break
        if length == 1 and text[begin] in _BORROWED and text[begin - 1 : start] in _BORROWERS:
            # 时代|董事长, 防总|副总指挥: the letter belongs to the word before
            break
        start = begin
    if seated:
        for organ in ORGANS:
            if text.endswith(organ, low, start):
                return start - len(organ), len(organ)
    return start, 0
