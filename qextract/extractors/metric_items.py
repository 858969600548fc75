"""A clause with figures as a row of items: the figures, the words that stand around figures, the rest.

Every item has a kind of one letter, so that a row is also a string (`KINDS`), and rules look at
that string instead of at characters: `oNlQ` is 全市 营业收入 达 5亿元.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from qextract import lexicon
from qextract.mentions import Span

KINDS = {
    "Q": "a figure that counts",
    "N": "a noun phrase, or what is left of one between known words",
    "K": "a date",
    "O": "an organisation",
    "(": "a bracket without a figure",
    "|": "an edge: comma, full stop, a bracket around a figure",
    "_": "a space or a colon",
    "、": "the mark between the members of a list",
    "a": "adverb: 共 已 累计",
    "b": "basis of a comparison: 同比 环比",
    "c": "comparator: 不低于",
    "d": "a verb of decrease",
    "e": "among which: 其中",
    "f": "one by one: 分别 依次",
    "g": "的",
    "h": "等",
    "j": "and: 和 与",
    "l": "verb between subject and figure: 达 为",
    "o": "whose it is: 全省 我市",
    "p": "another word that ends a noun phrase",
    "r": "from: 由 从",
    "s": "share: 占",
    "t": "than: 比 较",
    "u": "a verb of increase",
    "v": "a verb before its object: 新增 拥有",
    "w": "a verb that may itself tell what is counted: 处理 出席",
}

# Single characters that are words wherever they stand, unless a longer word hides them (`n`). All
# others are words only beside another word: 共 before a noun is a part of it, as is 收 behind one.
_STRONG = frozenset("的和与及等由从在对向将被把比较以为是有达占获无未不")

# What a verb may bear behind it: 评选出, 建成了
_COMPLEMENTS = frozenset("出了过到成入")
_PAST = frozenset("了过")
# A pair of quotation marks or brackets further apart than this is no part of a noun phrase.
_PAIRED = 16
_CLOSE = {"“": "”", "‘": "’", "(": ")"}
_EDGES = frozenset(",。!?;\n\r…—")
_SOFT = frozenset(" \t\u3000::·")


class Row(NamedTuple):
    """Items of a clause: `kinds[i]` is the kind of the item at `spans[i]`.

    info: for a figure its index in the list of figures, for b and c words their meaning.
    """

    kinds: str
    spans: Sequence[Span]
    info: Sequence[int | str]


@cache
def _words() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[int, ...]]]:
    """Word -> kind and meaning; first character -> the lengths of its words, longest first."""
    words = {
        term: (columns[0], columns[1] if len(columns) > 1 else "")
        for term, columns in lexicon.table("metric_words").items()
    }
    for noun in lexicon.words("metric_nouns"):
        words.setdefault(noun, ("n", ""))
    for unit in (*lexicon.words("classifiers"), *lexicon.words("units")):
        words.setdefault("每" + unit, ("a", "join"))
    lengths: dict[str, set[int]] = {}
    for term in words:
        lengths.setdefault(term[0], set()).add(len(term))
    return words, {head: tuple(sorted(sizes, reverse=True)) for head, sizes in lengths.items()}


def _complement(text: str, at: int, size: int, end: int, words: dict[str, tuple[str, str]]) -> bool:
    """Whether the verb of `size` characters at `at` bears one more: 评选出, 建成了."""
    after = at + size
    if after >= end or text[after] not in (_COMPLEMENTS if size > 1 else _PAST):
        return False
    return text[after : after + 2] not in words


class Opaque(NamedTuple):
    """A span that is one item whatever it is made of; kind as in `KINDS`."""

    start: int
    end: int
    kind: str
    info: int | str


def row(text: str, start: int, end: int, opaque: Sequence[Opaque]) -> Row:
    """The items of `text[start:end]`; opaque spans are inside it, sorted, and do not overlap."""
    words, lengths = _words()
    kinds: list[str] = []
    spans: list[Span] = []
    info: list[int | str] = []
    noun = -1  # where the noun phrase that is being read began

    def put(kind: str, begin: int, stop: int, meaning: int | str = "") -> None:
        nonlocal noun
        if noun >= 0 and noun < begin:
            kinds.append("N")
            spans.append((noun, begin))
            info.append("")
            noun = -1
        kinds.append(kind)
        spans.append((begin, stop))
        info.append(meaning)

    def begin_noun(begin: int) -> int:
        """Where a noun that goes on at `begin` begins: a weak word right before belongs to it."""
        if weak and spans and spans[-1][1] == begin:
            first = spans.pop()[0]
            kinds.pop()
            info.pop()
            if kinds and kinds[-1] == "N" and spans[-1][1] == first:
                first = spans.pop()[0]
                kinds.pop()
                info.pop()
            return first
        return begin

    weak = False
    at = start
    for start_of, end_of, kind, meaning in (*opaque, Opaque(end, end, "", "")):
        while at < start_of:
            character = text[at]
            sizes = lengths.get(character)
            if sizes:
                for size in sizes:
                    term = text[at : at + size]
                    found = words.get(term)
                    if found and at + size <= start_of:
                        kind_of, meaning_of = found
                        single = size == 1 and character not in _STRONG
                        if kind_of == "n" or (single and kind_of == "v" and noun >= 0):
                            if noun < 0:
                                noun = begin_noun(at)
                        else:
                            if kind_of in "vw" and _complement(text, at, size, start_of, words):
                                size += 1
                            put(kind_of, at, at + size, meaning_of)
                            weak = (single and kind_of != "v") or meaning_of == "join"
                        at += size
                        break
                else:
                    if noun < 0:
                        noun = begin_noun(at)
                    at += 1
            elif character in _CLOSE:
                close = text.find(_CLOSE[character], at, min(at + _PAIRED, start_of))
                if character == "(":
                    if close < 0:
                        put("|", at, at + 1)
                    elif close - at > 8 or noun < 0:
                        put("(", at, close + 1)
                    at = close + 1 if close >= 0 else at + 1
                elif close >= 0:
                    if noun < 0:
                        noun = at
                    at = close + 1
                else:
                    put("|", at, at + 1)
                    at += 1
            elif character == "、":
                put("、", at, at + 1)
                at += 1
            elif character in _SOFT:
                put("_", at, at + 1)
                at += 1
            elif character in _EDGES or character in ")”’":
                put("|", at, at + 1)
                at += 1
            else:
                if noun < 0:
                    noun = begin_noun(at)
                at += 1
        if kind:
            put(kind, start_of, end_of, meaning)
            weak = False
        at = max(at, end_of)
    put("|", end, end)
    return Row("".join(kinds), spans, info)
