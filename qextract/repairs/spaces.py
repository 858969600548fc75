"""Spaces scattered into words: 质量 提 升行动, 中 国 共 产 党, 通 知.

One space between two ideographs separates names, headline parts, cells; it stays. Hardly any of
those stands between characters that are neighbours within a word, and few sentences have any at
all: a page whose spaces do, or whose sentences mostly have some, was damaged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from qextract.repairs import spaced_figures
from qextract.repairs.edits import Edit
from qextract.repairs.labels import begins_label
from qextract.repairs.likely import pair
from qextract.rules import Pattern

KIND = "scattered_space"
HAN = "[\u3400-\u9fff]"
SENTENCE = 15  # characters of a sentence that counts
LEAST = 3  # such spaces that show the damage
SHARE = 0.6  # of the page's sentences that have one
WORD = 7  # characters between spaces; less is a row of words
WITHIN = 0.25  # of the spaces that stand within words
SOME = 0.15  # of the spaces, where besides most sentences have one
SAMPLE = 200  # spaces that are looked at, evenly over the page
SPREAD = 0.8  # of the places between two ideographs that have a space

SCATTERED = Pattern(
    "repair.scattered",
    "Spaces between two ideographs",
    rf" (?<={HAN} ) {{0,3}}+(?={HAN})",
    examples={"质量 提升": " ", "通  知": "  "},
    rejects=("质量提升", "QC 小组", "2023 年"),
)
BEFORE_MARK = Pattern(
    "repair.space_before_mark",
    "A space in front of a closing mark",
    rf" (?<={HAN} )(?=[,。、;:!?”》)])",
    examples={"质量 。": " "},
    rejects=("质量。", "第 (3)"),
)
INSIDE = Pattern(
    "repair.space_inside_brackets",
    "A space right inside a bracket or a quotation, or in front of a mark",
    rf" (?:(?<=[“‘《〈(〔] )(?=[0-9a-zA-Z“‘《]|{HAN})"
    rf"|(?<=[0-9a-zA-Z%。!?)”’》〉…] |{HAN} )(?=[,。、;”’》〉)〕]))",
    examples={"《 质量规划》": " ", "(试行 )": " ", "质量 ,标准": " ", "年)\u0020》": " "},
    rejects=("( )", "《质量 规划》", "“质量” “标准”", "来源 :云川"),
)
BEHIND_MARK = Pattern(
    "repair.space_behind_mark",
    "A space behind a mark within a line of Chinese",
    rf" (?<=[,、。;!?] )(?=[0-9a-zA-Z“《(]{{0,8}}+{HAN})",
    examples={"质量, 标准": " ", "结束。 会议": " "},
    rejects=("质量,标准", "1, 2", "Li, Wei"),
)
ONE_BEHIND_MARK = Pattern(
    "repair.mark_without_space",
    "A mark within a line of Chinese that has no space behind",
    f"[,、。;](?=[0-9a-zA-Z“《(]?{HAN})",
    examples={"质量,标准": ","},
    rejects=("质量, 标准", "质量,"),
)
NAMES = Pattern(
    "repair.names_among_spaces",
    "What goes before names that spaces part",
    "(?:记者|通讯员|实习生|作者:|编辑:)[^,。;:、()]{0,24}+$",
    examples={"(记者谷雨": "记者谷雨"},
    rejects=("记者获悉,今年",),
)
STANDARD = Pattern(
    "repair.standard_among_spaces",
    "The title of a standard, whose parts spaces part",
    "(?:[0-9]|标准)《[^》]*+$",
    examples={"2024《再生材料": "4《再生材料"},
    rejects=("印发《规划", "2024《规划》"),
)
PARTED = Pattern(
    "repair.parted_by_space",
    "What begins anew behind a space",
    "国务院|中共中央|中央军委|全国人大|(?:特约|见习|本报)记者|通讯员|实习生|摄影|编辑",
    examples={"国务院印发": "国务院"},
    rejects=("记者",),
)
TOUCHING = Pattern(
    "repair.touching_ideographs",
    "An ideograph right behind another",
    f"{HAN}(?={HAN})",
    examples={"质量": "质"},
    rejects=("质 量", "QC"),
)
JOINTLY = Pattern(
    "repair.jointly_spread",
    "The second body of two that issue a decree, each character apart",
    "国 {0,2}务 {0,2}院(?>(?: {0,2}办 {0,2}公 {0,2}厅)?) {0,2}(?:关|印)",
    examples={"国 务 院 关 于": "国 务 院 关"},
    rejects=("国 务 院 批 准",),
)
PARTY = ("中共中央", "中共中央办公厅")
LONGEST_BODY = 8
# sizes of type to choose from, the head of a calendar
COLUMNS = frozenset("大中小一二三四五六七八九十日月上下左右东西南北男女是否")

Gap: TypeAlias = "tuple[int, int]"
"""A space between two ideographs: its start and end."""


def find(text: str) -> list[Edit]:
    """Spaces to take out, on pages where they are damage."""
    if " " not in text:
        return []
    taken = {(at, at + 1) for at in spaced_figures.find(text)}
    gaps = [match.span() for match in SCATTERED.re.finditer(text)]
    if gaps and _spread(text, gaps):
        taken.update(_spread_out(text, gaps))
        taken |= {match.span() for match in BEFORE_MARK.re.finditer(text)}
    elif gaps:
        words, columns = _apart(text, gaps)
        taken |= words
        gaps = [gap for gap in gaps if gap not in words and gap not in columns]
        if _scattered(text, gaps):
            taken.update(_within_sentences(text, gaps))
            taken |= {match.span() for match in BEFORE_MARK.re.finditer(text)}
    taken |= _beside_marks(text)
    return [Edit(start, end, "", KIND) for start, end in sorted(taken)]


def _beside_marks(text: str) -> set[Gap]:
    """Spaces right inside brackets, and behind marks on pages that have them throughout."""
    found = {match.span() for match in INSIDE.re.finditer(text)}
    behind = [match.span() for match in BEHIND_MARK.re.finditer(text)]
    if len(behind) > LEAST + LEAST and (
        len(behind) >= SHARE * (len(behind) + len(ONE_BEHIND_MARK.re.findall(text)))
    ):
        found.update(
            gap for gap in behind if text[gap[0] - 1] in ",、;" or not begins_label(text, gap[1])
        )
        found |= {match.span() for match in BEFORE_MARK.re.finditer(text)}
    return found


def _within(text: str, gaps: Sequence[Gap]) -> int:
    """How many of the spaces stand between characters that are neighbours within a word."""
    return sum(pair(text[start - 1], text[end]) is not None for start, end in gaps)


@cache
def _bounds() -> re.Pattern[str]:
    return re.compile(r"[。!?\n]")


def _sentences(text: str, gaps: Sequence[Gap]) -> Iterator[tuple[int, int, Sequence[Gap]]]:
    """The sentences and lines that have such spaces, with these."""
    i = end = 0
    while i < len(gaps):
        first, at = i, gaps[i][0]
        start = max(end, *(text.rfind(mark, end, at) + 1 for mark in "。!?\n"))
        bound = _bounds().search(text, at)
        end = len(text) if bound is None else bound.end()
        while i < len(gaps) and gaps[i][0] < end:
            i += 1
        yield start, end, gaps[first:i]


def _complete(text: str, start: int, end: int) -> bool:
    return end - start >= SENTENCE and text[end - 1] in "。!?"


def _scattered(text: str, gaps: Sequence[Gap]) -> bool:
    """Whether spaces of sentences stand within words, or most sentences have one.

    Rows of menus and credits are no sentences.
    """
    if len(gaps) < LEAST:
        return False
    held = [here for start, end, here in _sentences(text, gaps) if _complete(text, start, end)]
    inside = [gap for here in held for gap in here]
    if len(inside) < LEAST:
        return False
    within = _within(text, inside)
    if within >= max(LEAST, WITHIN * len(inside)):
        return True
    if within < max(1, SOME * len(inside)):
        return False
    ends = [0, *(match.end() for match in _bounds().finditer(text))]
    return len(held) >= SHARE * sum(_complete(text, *two) for two in pairwise(ends))


def _spread(text: str, gaps: Sequence[Gap]) -> bool:
    """Whether nearly all ideographs stand apart."""
    spaces = len(gaps)
    if spaces < 2 * LEAST or spaces * 20 < len(text):
        return False
    touching = len(TOUCHING.re.findall(text))
    some = [
        gap
        for gap in gaps[:: 1 + spaces // SAMPLE]
        if text[gap[0] - 1] not in COLUMNS or text[gap[1]] not in COLUMNS
    ]
    return spaces > SPREAD * (spaces + touching) and _within(text, some) > WITHIN * len(some)


def _spread_out(text: str, gaps: Sequence[Gap]) -> Iterator[Gap]:
    """The spaces of a page whose characters stand apart, but for those that were there before.

    A wider one was, as were those in front of labels and within the titles of decrees of two
    bodies (中共中央 国务院关于…).
    """
    usual = Counter(end - start for start, end in gaps).most_common(1)[0][0]
    for start, end in gaps:
        if end - start > usual or begins_label(text, end):
            continue
        if text[end] == "国" and JOINTLY.re.match(text, end) is not None:
            before = text[max(0, start - 2 * LONGEST_BODY) : start].replace(" ", "")
            if before.endswith(PARTY):
                continue
        yield start, end


def _apart(text: str, gaps: Sequence[Gap]) -> tuple[set[Gap], set[Gap]]:
    """Spaces of words and lines whose every character stands apart (通 知), and of such columns."""
    words: set[Gap] = set()
    columns: set[Gap] = set()
    i = 0
    while i < len(gaps):
        first = i
        while i + 1 < len(gaps) and gaps[i + 1][0] == gaps[i][1] + 1:
            i += 1
        run = gaps[first : i + 1]
        i += 1
        start, end = run[0][0] - 1, run[-1][1] + 1
        if _han(text[start - 1 : start]) or _han(text[end : end + 1]):
            continue
        if COLUMNS.issuperset((text[start], *(text[gap[1]] for gap in run))):
            columns.update(run)
        elif 3 * _within(text, run) > len(run):
            words.update(gap for gap in run if gap[1] == gap[0] + 1)
    return words, columns


def _han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _within_sentences(text: str, gaps: Sequence[Gap]) -> Iterator[Gap]:
    """Those within words; all of a sentence or headline, unless it is a row of words."""
    for start, end, here in _sentences(text, gaps):
        within = {gap: True for gap in here if _within(text, (gap,))}
        long = end - start > WORD * (len(here) - len(within) + 1)
        prose = end - start >= SENTENCE and ("," in text[start:end] or text[end - 1] in "。!?")
        often = len(within) >= WITHIN * len(here)
        if (long and often) or (prose and (long or often)):
            yield from (gap for gap in here if gap in within or not _parts(text, start, gap))
        else:
            yield from within


def _parts(text: str, start: int, gap: Gap) -> bool:
    """Whether a space parts names, bodies, titles, as it would on any page."""
    before = text[max(start, gap[0] - 30) : gap[0]]
    return (
        NAMES.re.search(before) is not None
        or PARTED.re.match(text, gap[1]) is not None
        or before.endswith(("讯", "电", "摄"))
        or STANDARD.re.search(before) is not None
        or begins_label(text, gap[1])
    )
