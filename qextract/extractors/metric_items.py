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
_STRONG = frozenset("的和与及等由从在对向将被把比较以为是有达占获无未不并赴")

# What a verb may bear behind it: 评选出, 建成了
_COMPLEMENTS = frozenset("出了过到成入着")
# What makes a noun of a verb, and words that only begin so.
_NOUN_ENDS = frozenset("性型率者员式额权")
# fmt: off
_OTHER_WORDS = frozenset((
    "员工", "额度", "额外", "权限", "权益", "权利", "权力", "权威", "式样", "性能",
    "性别", "性质", "型号", "型材", "率先", "率领",
))
# fmt: on
_PAST = frozenset("了过")
# What may begin the figure behind a verb that is a noun everywhere else.
_OF_FIGURES = frozenset("0123456789一二三四五六七八九十百两约逾近达超为至到了")
# A pair of quotation marks or brackets further apart than this is no part of a noun phrase.
_PAIRED = 16
_SHORT = 8
_CLOSE = {"“": "”", "‘": "’", "(": ")"}
_EDGES = frozenset(",。!?;\n\r…—)”’")
_SOFT = frozenset(" \t\u3000:·")
_MARKS = _EDGES | _SOFT | frozenset("、“‘(")


class Row(NamedTuple):
    """Items of a clause: `kinds[i]` is the kind of the item at `spans[i]`.

    info: for a figure its index in the list of figures, for b and c words their meaning.
    """

    kinds: str
    spans: Sequence[Span]
    info: Sequence[int | str]


class _Words(NamedTuple):
    """Word -> kind; word -> meaning, for those that have one; first two characters -> lengths of
    the words that begin so, longest first; the characters that are words or marks alone."""

    kinds: dict[str, str]
    meanings: dict[str, str]
    lengths: dict[str, tuple[int, ...]]
    alone: frozenset[str]


@cache
def _words() -> _Words:
    columns = lexicon.table("metric_words")
    kinds = dict.fromkeys(_each(), "a")
    meanings = dict.fromkeys(kinds, "join")
    kinds.update((noun, "n") for noun in lexicon.words("metric_nouns"))
    kinds.update((term, row[0]) for term, row in columns.items())
    meanings.update((term, row[1]) for term, row in columns.items() if len(row) > 1)
    lengths: dict[str, tuple[int, ...]] = {}
    for term in kinds:
        size = len(term)
        if size > 1:
            known = lengths.get(term[:2])
            if known is None:
                lengths[term[:2]] = (size,)
            elif size not in known:
                lengths[term[:2]] = tuple(sorted((*known, size), reverse=True))
    alone = _MARKS.union(term for term in kinds if len(term) == 1)
    return _Words(kinds, meanings, lengths, alone)


def _each() -> list[str]:
    """每人, 每平方米 and the like."""
    return ["每" + unit for name in ("classifiers", "units") for unit in lexicon.words(name)]


def is_verb(word: str) -> bool:
    """Whether a word is one of the verbs that may stand as a subject (立案, 处理)."""
    return _words().kinds.get(word) == "w"


def without_verb(text: str, start: int, end: int) -> int:
    """Where a name begins behind the verb it was found with: 建成|国家级实验室."""
    words = _words().kinds
    for size in (3, 2):
        if end - start > size + 1 and words.get(text[start : start + size]) == "v":
            return start + size
    return start


def _complement(text: str, at: int, size: int, end: int, words: dict[str, str]) -> bool:
    """Whether the verb of `size` characters at `at` bears one more: 评选出, 建成了."""
    after = at + size
    if after >= end or text[after] not in (_COMPLEMENTS if size > 1 else _PAST):
        return False
    return text[after : after + 2] not in words


def _is_noun(text: str, after: int, end: int) -> bool:
    """Whether the character behind a verb makes a noun of it: 自愿性, 增长率, 参与者."""
    return after < end and text[after] in _NOUN_ENDS and text[after : after + 2] not in _OTHER_WORDS


class Opaque(NamedTuple):
    """A span that is one item whatever it is made of; kind as in `KINDS`."""

    start: int
    end: int
    kind: str
    info: int | str


class _Writer:
    """Takes items in text order; what lies between them becomes noun phrases.

    noun: where the noun phrase that is being read began, -1 where none is. weak: whether the last
    item is a word only if no noun follows it.
    """

    __slots__ = ("info", "kinds", "noun", "spans", "weak")

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self.spans: list[Span] = []
        self.info: list[int | str] = []
        self.noun = -1
        self.weak = False

    def put(self, kind: str, start: int, end: int, meaning: int | str = "") -> None:
        """An item; it ends the noun phrase before it."""
        if self.noun >= 0:
            self.kinds.append("N")
            self.spans.append((self.noun, start))
            self.info.append("")
            self.noun = -1
        self.kinds.append(kind)
        self.spans.append((start, end))
        self.info.append(meaning)
        self.weak = False

    def begin(self, at: int) -> None:
        """A noun phrase begins at `at`, or goes on: a weak word right before belongs to it."""
        self.noun = at
        if self.weak and self.spans[-1][1] == at:
            self.noun = self._take_back()
            if self.kinds and self.kinds[-1] == "N" and self.spans[-1][1] == self.noun:
                self.noun = self._take_back()

    def _take_back(self) -> int:
        self.kinds.pop()
        self.info.pop()
        return self.spans.pop()[0]


def row(text: str, start: int, end: int, opaque: Sequence[Opaque]) -> Row:
    """The items of `text[start:end]`; opaque spans are inside it, sorted, and do not overlap."""
    out = _Writer()
    at = start
    for item in opaque:
        if at < item.start:
            _gap(text, at, item.start, out)
        out.put(item.kind, item.start, item.end, item.info)
        at = item.end
    if at < end:
        _gap(text, at, end, out)
    out.put("|", end, end)
    return Row("".join(out.kinds), out.spans, out.info)


def _gap(text: str, at: int, stop: int, out: _Writer) -> None:
    """Words and noun phrases of `text[at:stop]`; at each place the longest word."""
    words, meanings, lengths, alone = _words()
    while at < stop:
        character = text[at]
        sizes = lengths.get(text[at : at + 2])
        if sizes is None and character not in alone:
            if out.noun < 0:
                out.begin(at)
            at += 1
            continue
        size, kind, word = 1, None, character
        if sizes is not None:
            for size in sizes:
                word = text[at : at + size]
                kind = words.get(word) if at + size <= stop else None
                if kind is not None:
                    break
        if kind is None:
            size, kind, word = 1, words.get(character), character
        if kind == "n":
            if out.noun < 0:
                out.begin(at)
            at += size
            continue
        if kind is None:
            if character in _MARKS:
                at = _mark(text, at, stop, out)
            else:
                if out.noun < 0:
                    out.begin(at)
                at += 1
            continue
        meaning = meanings.get(word, "")
        if meaning == "figure" and text[at + size : at + size + 1] not in _OF_FIGURES:
            kind = "n"  # 成长15%, but 成长基金
        single = size == 1 and character not in _STRONG
        if size > 1 and kind in "vwudl" and _is_noun(text, at + size, stop):
            kind = "n"
        if kind == "n" or (single and kind == "v" and out.noun >= 0):
            if out.noun < 0:
                out.begin(at)
            at += size
            continue
        if kind in "vwudl" and _complement(text, at, size, stop, words):
            size += 1
        out.put(kind, at, at + size, meaning)
        out.weak = (single and kind != "v") or meaning == "join"
        at += size


def _mark(text: str, at: int, stop: int, out: _Writer) -> int:
    """What a punctuation mark at `at` gives; where to go on."""
    character = text[at]
    close = text.find(_CLOSE.get(character, "\0"), at, min(at + _PAIRED, stop))
    if close < 0:
        kind = "、" if character == "、" else "_" if character in _SOFT else "|"
        out.put(kind, at, at + 1)
        return at + 1
    if character != "(":  # a short quotation is a part of a noun
        if out.noun < 0:
            out.begin(at)
    elif close - at > _SHORT or out.noun < 0:
        out.put("(", at, close + 1)
    return close + 1
