"""Which word stood where something else stands now, by its neighbours.

A page loses the same few words again and again, so what one place tells is used in the others: a
word that some place proves may stand wherever its neighbours allow it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from qextract import lexicon
from qextract.rules import Pattern

COUNTRY, LEADER, PLACE, AGENCY = "中国", "习近平", "北京", "新华社"
SURE, VERB, LIKELY = 5, 4, 2  # what a neighbour counts
FEWEST = 8  # one place in so many must tell the word
LONGEST = 12  # characters of a neighbour that are looked at
FIGURES = re.compile(r"[0-9]++")

LEADER_AFTER = Pattern(
    "repair.leader_after",
    "What follows a name of the head of state, and hardly ever that of the country",
    r"在.{1,12}(?:考察|视察|调研|强调|指出)|(?:向|对|给).{1,14}(?:致贺|致信|致电|作出重要|回信)"
    r"|(?:同|与).{1,12}(?:会谈|通电话)",
    examples={"在云港考察时": "在云港考察", "向大会致贺信": "向大会致贺"},
    rejects=("质量报记者", "工程院院士", "在世界上"),
)
FAIR = r"(?:质量)?\([\u4e00-\u9fff]{2,4}\)(?:自由贸易|自贸|国际|跨境|[\u4e00-\u9fff]{0,6}(?:大会|博览会|论坛))"
EMBASSY = Pattern(
    "repair.country_after",
    "What follows the name of the country: its embassy, another country, a city that holds a fair",
    r"驻.{1,8}(?:大使|使馆|领事|使团|代表团)"
    r"|[与和同、](?:美国|俄罗斯|日本|韩国|英国|法国|德国|印度|巴西|欧盟|东盟|非洲|越南|新加坡)"
    rf"|{FAIR}",
    examples={"驻法国大使": "驻法国大使", "与俄罗斯": "与俄罗斯", "(临川)大会": "(临川)大会"},
    rejects=("驻村干部", "(下称"),
)
DATELINE = Pattern(
    "repair.agency_after",
    "A place and a day behind the name of an agency",
    r"[\u4e00-\u9fff]{2,6}[0-9]{1,2}月[0-9]{1,2}日电",
    examples={"临川3月5日电": "临川3月5日电"},
    rejects=("3月5日电",),
)
BODY = Pattern(
    "repair.body_after",
    "The rest of the name of a body, paper or fair of the whole country",
    r"[\u4e00-\u9fff]{2,10}(?:学会|协会|研究会|联合会|基金会|博览会|研究院|报社|杂志社|出版社|大奖赛|锦标赛)"
    r"|[\u4e00-\u9fff]{2,5}(?:(?<![通汇申上填举情预简播电])报|新闻网|网)(?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,6}报(?=讯|记者|社)"
    r"|[女男](?:排|篮|足|乒)(?!球)",
    examples={"循环经济研究会会长": "循环经济研究会", "交运新报》": "交运新报", "女排以": "女排"},
    rejects=("学会吃苦", "会议通报", "女篮球员"),
)
SYSTEM = Pattern(
    "repair.state_after",
    "The rest of what only the state sets up",
    r"[\u4e00-\u9fff]{1,8}产业技术体系|级专精特新",
    examples={"肉羊产业技术体系岗位": "肉羊产业技术体系"},
    rejects=("产业体系",),
)
PATTERNS = (
    (BODY, COUNTRY, LIKELY),
    (SYSTEM, "国家", SURE),
    (EMBASSY, COUNTRY, SURE),
    (LEADER_AFTER, LEADER, VERB),
    (DATELINE, AGENCY, SURE),
)

REPORTED = tuple("道告名警表送销")  # a word with 报 in front, no paper: 审计报告
POSTS = ("书记", "主席")  # ends of what proves the leader's name
PROOF = 3  # characters of a neighbour that make it one that hardly stands behind anything else


class Place(NamedTuple):
    """What the neighbours of a token say: weights by word, and whether a word is lost at all.

    proof: a neighbour that cannot stand beside a name in Latin letters, like 工程院. hinted: whether
    there is one that seldom stands there, like 市场.
    """

    words: Counter[str]
    proof: str | None
    hinted: bool


Table = dict[str, list[tuple[str, str, int]]]


@cache
def _table() -> tuple[Table, Table]:
    """Text behind a word -> what must stand in front, word, weight; the same from in front."""
    behind: Table = {}
    in_front: Table = {}
    for key, (word, trust, *_) in lexicon.table("lost_words").items():
        front, back = key.split("_")
        weight = {"sure": SURE, "likely": LIKELY}.get(trust, 0)
        if back:
            behind.setdefault(back, []).append((front, word, weight))
        else:
            in_front.setdefault(front, []).append(("", word, weight))
    for outlet in lexicon.words("outlets"):
        for word in (COUNTRY, PLACE):
            if outlet.startswith(word) and len(outlet) > len(word) + 1:
                rest = outlet[len(word) :]
                behind.setdefault(rest, [("", word, SURE if len(rest) > 2 else LIKELY)])
    return behind, in_front


def neighbours(text: str, start: int, end: int) -> Place:
    """The words that the neighbours of a slice speak for, and how much."""
    found: Counter[str] = Counter()
    proof: str | None = None
    hinted = False
    before = FIGURES.sub("#", text[max(0, start - LONGEST) : start].rstrip(" "))
    after = text[end : end + 2 * LONGEST].lstrip(" ")
    for pattern, word, weight in PATTERNS:
        if pattern.re.match(after):
            found[word] += weight
            if pattern in (DATELINE, SYSTEM) or (word == COUNTRY and after[0] == "("):
                proof = after[:PROOF]
    after = FIGURES.sub("#", after)
    behind, in_front = _table()
    for size in range(min(LONGEST, len(after)), 0, -1):
        rows = [row for row in behind.get(after[:size], ()) if before.endswith(row[0])]
        if rows:
            _, word, weight = max(rows, key=lambda row: len(row[0]))
            if weight:
                found[word] += weight
            hinted = size > 1
            told = after[size - 1] != "报" or after[size : size + 1] not in REPORTED
            if weight == SURE and size >= PROOF and told and "#" not in after[:size]:
                proof = after[:size]
            break
    for size in range(min(LONGEST, len(before)), 0, -1):
        rows = in_front.get(before[-size:], [])
        if rows:
            found[rows[0][1]] += rows[0][2]
            hinted = True
            if rows[0][1] == LEADER:
                proof = before[-size:]
            break
    return Place(found, proof, hinted)


@cache
def _proof_heads() -> frozenset[str]:
    """The first two characters of what proves a word in front of it."""
    behind, _ = _table()
    return frozenset(
        rest[:2]
        for rest, rows in behind.items()
        if len(rest) >= PROOF and any(weight == SURE for _, _, weight in rows)
    )


def proves(text: str, start: int, end: int) -> bool:
    """Whether the neighbours of a slice prove that a word is lost there."""
    if text[end : end + 2] in _proof_heads() or text[end : end + 1] in "( ":
        return neighbours(text, start, end).proof is not None
    before = text[start - 2 : start]
    return before in POSTS and neighbours(text, start, end).proof is not None


def lost_words(places: Sequence[Place], *, usual: bool) -> list[str]:
    """The word at each place, nothing where it cannot be told.

    usual: where no place proves a word, the one that is nearly always replaced may be taken.
    """
    proven: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for place in places:
        for word, weight in place.words.items():
            total[word] += weight
            if weight >= SURE:
                proven[word] += 1
    if not proven:
        proven = _likely(total, len(places), usual)
    told = sum(any(word in place.words for word in proven) for place in places)
    if told * FEWEST < len(places):  # one neighbour that only looks like it
        return [""] * len(places)
    if total[LEADER] >= 2 * VERB:
        proven.setdefault(LEADER, 0)
    if LEADER in proven:  # goes with the country, and has a post or a verb beside it
        proven.setdefault(COUNTRY, 0)
    rank = {word: (word != LEADER, proven[word], total[word], word) for word in proven}
    return [max(proven, key=lambda word: (place.words[word], rank[word])) for place in places]


def _likely(total: Counter[str], count: int, usual: bool) -> Counter[str]:
    """The word that most places speak for, where none proves one."""
    ranked = total.most_common(2)
    best = ranked[0] if ranked else ("", 0)
    second = ranked[1][1] if len(ranked) > 1 else 0
    if best[1] >= 2 * LIKELY and best[1] >= 2 * second and best[1] * 2 >= count:
        return Counter([best[0]])
    if usual and best[0] in (COUNTRY, LEADER) and best[1] >= count:
        return Counter([best[0]])
    return Counter()
