"""Spaces scattered into words: 质量 提 升行动, 中 国, 2023 年 5 月.

One space between two ideographs separates names, headline parts, cells; it stays. Hardly any of
those stands between characters that are neighbours within a word, and few sentences have any at
all: a page whose spaces do, or whose sentences mostly have some, was damaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qextract.repairs.edits import Edit
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
NEAR = 100  # characters of a line that say what it is
SPREAD = 0.8  # of the places between two ideographs that have a space
STYLE = 0.6  # of the places between ideographs and figures

SCATTERED = Pattern(
    "repair.scattered",
    "Spaces between two ideographs",
    rf" (?<={HAN} ) {{0,3}}+(?={HAN})",
    examples={"质量 提升": " ", "通  知": "  "},
    rejects=("质量提升", "QC 小组", "2023 年"),
)
FIGURES = Pattern(
    "repair.spaced_figures",
    "A space between an ideograph and a figure or a Latin letter",
    rf" (?:(?<={HAN} )(?=[0-9a-zA-Z])|(?<=[0-9a-zA-Z%] )(?={HAN}))",
    examples={"2023 年": " ", "共 120 家": " ", "QC 小组": " "},
    rejects=("2023年", "3 500", "第二 期", "deep learning"),
)
BEFORE_MARK = Pattern(
    "repair.space_before_mark",
    "A space in front of a closing mark",
    rf" (?<={HAN} )(?=[,。、;:!?”》)])",
    examples={"质量 。": " "},
    rejects=("质量。", "第 (3)"),
)
# what a byline or a line of credits begins anew with
LABEL = re.compile(
    r"(?:(?:[信消]息|稿件|文章)?来源|(?:本文)?作者|(?:责任|执行|值班)?编辑|责编|编审|审核|校对|监制|发布|日期|"
    r"(?:发布|发表|更新)?时间|(?:浏览|点击|阅读)(?:次数|量|数)?|字号|字体|摄影|供稿|值班主任|本报讯|记者)(?=[:\[【])"
    r"|通讯员|实习生|(?:特约|见习)记者"
)
LABEL_BEGINNINGS = (
    *("责任", "执行", "值班", "信息", "消息", "稿件", "文章", "本文", "发布", "发表", "更新"),
    *("浏览", "点击", "阅读", "特约", "见习"),
)
# what goes before names that spaces part, and what begins anew behind a space
NAMES = re.compile("(?:记者|通讯员|实习生|作者:|编辑:)[^,。;:、()]{0,24}+$")
STANDARD = re.compile("(?:[0-9]|标准)《[^》]*+$")  # the parts of its title
PARTED = re.compile(
    "国务院|中共中央|中央军委|全国人大|(?:特约|见习|本报)记者|通讯员|实习生|摄影|编辑"
)
TIME = re.compile(
    r"(?<![0-9])(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})"
)
DAY = re.compile("(?:19|20)[0-9]{2}(?: ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日|[-/.][0-9]{1,2}[-/.])")
# sizes of type to choose from, the head of a calendar
COLUMNS = frozenset("大中小一二三四五六七八九十日月上下左右东西南北男女是否")
COUNTED = re.compile(
    "(?:[0-9][0-9.,]*+)?+ ?[年月日时分秒家个项名位条件次届号万亿元人户亩吨公千平米种批期周岁场所座台辆套份张篇"
    "部本章卷度倍成只头]"
)
_PROSE = frozenset(",。;、")
_TOGETHER = re.compile(f"{HAN}(?={HAN})")
_TOUCHING = re.compile(f"(?<={HAN})[0-9a-zA-Z]|[0-9a-zA-Z%](?={HAN})")
_BOUNDS = re.compile(r"[。!?\n]")


class Gap(NamedTuple):
    """A space between two ideographs: where, and the bits of the two, `None` for no word's."""

    start: int
    end: int
    bits: int | None


def find(text: str) -> list[Edit]:
    """Spaces to take out, on pages where they are damage."""
    if " " not in text:
        return []
    gaps = [
        Gap(*match.span(), pair(text[match.start() - 1], text[match.end()]))
        for match in SCATTERED.re.finditer(text)
    ]
    taken = {(at, at + 1) for at in _figures(text)}
    if gaps:
        words, columns = _apart(text, gaps)
        gaps = [gap for gap in gaps if gap.start not in columns]
        if _spread(text, gaps):
            taken |= {(gap.start, gap.end) for gap in gaps if not _before_label(text, gap.end)}
            taken |= {match.span() for match in BEFORE_MARK.re.finditer(text)}
        else:
            taken |= {(at, at + 1) for at in words}
            gaps = [gap for gap in gaps if gap.start not in words]
            if _scattered(text, gaps):
                taken |= {(gap.start, gap.end) for gap in _within_sentences(text, gaps)}
                taken |= {match.span() for match in BEFORE_MARK.re.finditer(text)}
    return [Edit(start, end, "", KIND) for start, end in sorted(taken)]


def _sentences(text: str, gaps: Sequence[Gap]) -> Iterator[tuple[int, int, Sequence[Gap]]]:
    """Sentences, with the spaces in each."""
    at = i = 0
    for end in (*(match.end() for match in _BOUNDS.finditer(text)), len(text)):
        first = i
        while i < len(gaps) and gaps[i].start < end:
            i += 1
        yield at, end, gaps[first:i]
        at = end


def _scattered(text: str, gaps: Sequence[Gap]) -> bool:
    """Whether spaces of sentences stand within words, or most sentences have one.

    Rows of menus and credits are no sentences.
    """
    if len(gaps) < LEAST or all(gap.bits is None for gap in gaps):
        return False
    spaces = within = sentences = hit = 0
    for start, end, here in _sentences(text, gaps):
        if end - start < SENTENCE or text[end - 1] not in "。!?":
            continue
        sentences += 1
        hit += len(here) > 0
        spaces += len(here)
        within += sum(gap.bits is not None for gap in here)
    return within >= max(LEAST, WITHIN * spaces) or (
        spaces >= LEAST and within >= max(1, SOME * spaces) and hit >= SHARE * sentences
    )


def _spread(text: str, gaps: Sequence[Gap]) -> bool:
    """Whether nearly all ideographs stand apart."""
    spaces = len(gaps)
    if spaces < 2 * LEAST or sum(gap.bits is not None for gap in gaps) < WITHIN * spaces:
        return False
    return spaces > SPREAD * (spaces + len(_TOGETHER.findall(text)))


def _before_label(text: str, at: int) -> bool:
    if LABEL.match(text[at : at + 16].replace(" ", "")) is None:
        return False
    return not text[max(0, at - 6) : at].replace(" ", "").endswith(LABEL_BEGINNINGS)


def _within_sentences(text: str, gaps: Sequence[Gap]) -> list[Gap]:
    """Those within words; all of a sentence or headline, unless it is a row of words."""
    taken: list[Gap] = []
    for start, end, here in _sentences(text, gaps):
        within = sum(gap.bits is not None for gap in here)
        long = (end - start) > WORD * (len(here) - within + 1)
        prose = end - start >= SENTENCE and ("," in text[start:end] or text[end - 1] in "。!?")
        often = within >= WITHIN * len(here)
        whole = (long and often) or (prose and (long or often))
        taken += (
            gap for gap in here if gap.bits is not None or (whole and not _parts(text, start, gap))
        )
    return taken


def _parts(text: str, start: int, gap: Gap) -> bool:
    """Whether a space parts names, bodies, titles, as it would on any page."""
    before, behind = text[max(start, gap.start - 30) : gap.start], text[gap.end : gap.end + 8]
    return (
        NAMES.search(before) is not None
        or PARTED.match(behind) is not None
        or before.endswith(("讯", "电", "摄"))
        or STANDARD.search(before) is not None
        or _before_label(text, gap.end)
    )


def _apart(text: str, gaps: Sequence[Gap]) -> tuple[set[int], set[int]]:
    """Spaces of words and lines whose every character stands apart (通 知), and of such columns."""
    words: set[int] = set()
    columns: set[int] = set()
    i = 0
    while i < len(gaps):
        first = i
        while i + 1 < len(gaps) and gaps[i + 1].start == gaps[i].end + 1:
            i += 1
        run = gaps[first : i + 1]
        i += 1
        start, end = run[0].start - 1, run[-1].end + 1
        if _han(text[start - 1 : start]) or _han(text[end : end + 1]):
            continue
        if COLUMNS.issuperset((text[start], *(text[gap.end] for gap in run))):
            columns |= {gap.start for gap in run}
        elif 3 * sum(gap.bits is not None for gap in run) > len(run):
            words |= {gap.start for gap in run if gap.end == gap.start + 1}
    return words, columns


def _han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _figures(text: str) -> list[int]:
    """Spaces around figures and letters, on pages that have them throughout."""
    places = [match.start() for match in FIGURES.re.finditer(text)]
    if len(places) < 2 * LEAST:
        return []
    if len(places) < STYLE * (len(places) + len(_TOUCHING.findall(text))):
        return []
    stamps = list(TIME.finditer(text))
    kept = {match.end() for match in stamps} | {match.start() - 1 for match in stamps}
    return [
        at
        for at in places
        if at not in kept and not _before_label(text, at + 1) and not _stands_alone(text, at)
    ]


def _stands_alone(text: str, at: int) -> bool:
    """Whether a space parts cells, or a date or percentage of a headline, from what is beside it."""
    end = text.find("\n", at, at + NEAR)
    line = text[
        max(text.rfind("\n", max(0, at - NEAR), at) + 1, at - NEAR) : end if end >= 0 else at + NEAR
    ]
    if not _PROSE.isdisjoint(line):
        return False
    if text[at - 1] == "%" or DAY.match(text, at + 1) is not None:
        return True
    # of a line without marks only what is counted: 共 120 家
    return COUNTED.match(text, at + 1 if text[at + 1].isascii() else at) is None
