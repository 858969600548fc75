"""Pinyin glosses: 標(biāo)準(zhǔn)化 is 標準化.

Sites that turn simplified pages into traditional ones put the reading behind each character they
changed, every time it stands there. Writers annotate, too: a rare character, one of several
readings, a lesson. So the page is judged first, by what it glosses and how often (`Page`), and then
each bracket: it goes where the character in front has that reading and is one that changes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from qextract.repairs.characters import fold_script, traditional
from qextract.repairs.edits import Edit
from qextract.repairs.syllables import (
    is_syllable,
    plain,
    readings,
    says,
    several_readings,
    spoken_word,
    toned,
    toneless,
    turning,
)
from qextract.rules import Pattern

__all__ = ["LETTERS", "find", "readings", "toneless"]

KIND = "pinyin_gloss"
MARKED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹ"
LETTERS = f"a-zɑɡüê{MARKED}\u0300\u0301\u0304\u0308\u030c"
# other ways: capitals, full width, breves for carons, zhuyin
ALL_LETTERS = f"{LETTERS}{MARKED.upper()}A-ZÜÊıαăĕĭŏŭ\uff21-\uff3a\uff41-\uff5a\u0306˙\u3105-\u312f"
SPACES = " \n\u3000\xa0"
SEPARATORS = "/,，、;；"
ROUND, CLOSE = "(（", ")）]］〕】"

GLOSS = Pattern(
    "repair.gloss",
    "Letters in brackets that may be a reading or several, which a wrapped line may cut",
    rf"[(（\[［〔【][{SPACES}]{{0,4}}+[{ALL_LETTERS}]"
    rf"[{ALL_LETTERS}{SPACES}{SEPARATORS}1-5:'’ˊˇˋ-]{{0,30}}+[{re.escape(CLOSE)}]",
    examples={
        "标(biāo)准": "(biāo)",
        "会（huì）": "（huì）",
        "标(bi\nāo)": "(bi\nāo)",
        "重(chóng/zhòng)": "(chóng/zhòng)",
        "質(ㄓˋ)量": "(ㄓˋ)",
    },
    rejects=("质量(QC小组)", "(1)", "以下简称《意见》"),
)
LOST = "?？\ufffd□■"  # what stands for a character that was lost
NEUTRAL = frozenset("们們么麼麽个個着著过過里裏裡头頭边邊儿兒吗嗎呗唄了瞭卜蔔")  # may have no tone
UNITS = frozenset("圓元兩畝噸釐錢頃頓磅")  # a romanised unit is a writer's
# least shares and numbers that make a page a glossed one
COVERED, NEVER_PLAIN, WHOLE = 0.75, 10, 12


class Grade(NamedTuple):
    """What a bracket behind a character is.

    fits: the character is read so. marked: with a tone. turns: a conversion of script touches the
    character; hant: it is a traditional form. level: 1 everyday, 2 in GB 2312, 3 rare. capital: not
    in small letters. size: characters that are glossed, 0 where the letters are no syllable. round:
    the bracket's form.
    """

    fits: bool
    marked: bool
    turns: bool
    hant: bool
    level: int
    capital: bool
    letter: bool
    size: int
    round: bool


def level(character: str) -> int:
    """How common a character is: 1 of the first level of GB 2312, 2 of the second, 3 neither."""
    try:
        code = fold_script(character).encode("gb2312")
    except UnicodeEncodeError:
        return 3
    return 1 if code[0] < 0xD8 else 2


NONE = Grade(False, False, False, False, 3, False, False, 0, False)


@lru_cache(maxsize=1 << 14)
def grade(key: str, front: int = 1) -> Grade:
    """The grade of the bracket that stands in `key` behind `front` characters."""
    before, bracket = key[:front], key[front:]
    if len(bracket) < 3:  # a bracket at the start of the text
        return NONE
    character, inner = before[-1], bracket[1:-1]
    for mark in SEPARATORS[1:]:
        inner = inner.replace(mark, "/")
    parts = ["".join(part.split()) for part in inner.split("/")]
    syllables = [plain(part) for part in parts]
    capital = not parts[0][:1].islower()
    marked = any(map(toned, parts))
    size = int(all(map(is_syllable, syllables)))
    # sites look up the character that they converted: 瞭(le) is 了
    simple = fold_script(character)
    fits = size == 1 and any(says(character, one) or says(simple, one) for one in syllables)
    word = character
    if not fits and len(parts) == 1:
        letters = plain("".join(c for c in inner if c.isalpha() or c in "\u0300\u0301\u0304\u030c"))
        longest = spoken_word(before, letters) if letters else 0
        if longest > 1:
            word, size, fits = before[-longest:], longest, True
    if not fits and bracket[-2] in "12345":
        size = 0  # (A1), (m²)
    return Grade(
        fits,
        marked,
        any(c in turning() for c in word),
        any(c in traditional() for c in word),
        max(map(level, word), default=3),
        capital,
        not marked and len(syllables[0]) == 1,
        size,
        bracket[0] in ROUND,
    )


WORD = 8  # characters that a bracket may gloss at most, spaces among them
ODD = frozenset(f"{SPACES}{CLOSE}(")  # between a bracket and the character that it follows
Spot = tuple[str, int, Grade]  # what a bracket may gloss, how often the two stand there, the grade


def graded(tally: Mapping[str, int]) -> dict[str, Spot]:
    """The spot of each key: a character and the bracket behind it."""
    return {key: (key[0], count, grade(key)) for key, count in tally.items()}


def in_front(text: str, spans: Collection[tuple[int, int]]) -> list[int]:
    """The character that each bracket follows; a second bracket follows what the first does."""
    found: list[int] = []
    last = at = -1
    for start, end in spans:
        if start != last:
            at = start - 1
            while at >= 0 and start - at < WORD and text[at] in SPACES:
                at -= 1
        last = end
        found.append(at)
    return found


def words(
    text: str, spans: Sequence[tuple[int, int]], keys: list[str], spots: dict[str, Spot]
) -> None:
    """Give brackets that gloss a word longer keys, and spots of their own."""
    single = {key for key, (_, _, g) in spots.items() if not g.fits and len(key) > 5}
    for number, at in enumerate(in_front(text, spans) if single else ()):
        key = keys[number]
        if key in single and at >= 0:
            before = text[max(0, at + 1 - WORD) : at + 1]
            longer = before + key[1:]
            g = grade(longer, len(before))
            if g.size > 1:
                keys[number] = longer
                count = spots[longer][1] + 1 if longer in spots else 1
                spots[longer] = before[-g.size :], count, g


class Page:
    """What a page glosses, and which of its brackets are glosses for that."""

    def __init__(self, text: str, spots: Mapping[str, Spot]) -> None:
        self._text = text
        self._length = 0  # of all brackets
        self._fitting: list[Spot] = []
        self._styles: dict[tuple[bool, bool], list[Spot]] = {}
        for key, spot in spots.items():
            _, count, g = spot
            self._length += count * len(key)
            if g.fits:
                self._fitting.append(spot)
                if g.size == 1:
                    self._styles.setdefault((g.marked, g.capital), []).append(spot)
        self.whole = self._all_of_it()
        self.marked = self._glosses(self._styles.get((True, False)), self._styles.get((True, True)))
        self.bare = self._glosses(self._styles.get((False, False)))
        self.capital = self._glosses(self._styles.get((False, True)))
        self.words = self._words(marked=True)
        self.bare_words = self._words(marked=False)

    def _all_of_it(self) -> bool:
        """Whether most characters of a text in sentences are glossed: a reading aid."""
        glossed = sum(count * g.size for _, count, g in self._fitting)
        if glossed < WHOLE or not any(mark + "。" in self._text for mark in CLOSE):
            return False
        return glossed * 2 > len(self._text) - self._length

    def _covered(self, words: Collection[tuple[str, int]]) -> bool:
        """Whether most of the words are glossed wherever they stand, or nearly."""
        some = list(words)[:40]  # more would tell no more
        return sum(n * 2 > self._text.count(word) for word, n in some) >= COVERED * len(some)

    def _glosses(self, *styles: list[Spot] | None) -> bool:
        """Whether single characters that a conversion changes are glossed, in one style."""
        turned: list[tuple[str, int]] = []
        converted = rarer = others = 0
        found = [spot for style in styles if style for spot in style]
        if not found:
            return False
        marked, capital = found[0][2].marked, found[0][2].capital and len(styles) == 1
        for word, n, g in found:
            if not marked and (g.letter or not g.round or g.level > 1 or word in UNITS):
                continue
            if not g.turns:
                others += n * (g.level == 1)
            elif g.level < 3:
                turned.append((word, n))
                converted += n * (g.hant and g.level == 1)
                rarer += g.hant
        count = sum(n for _, n in turned)
        if not count or others * 2 > count:
            return False
        if (converted or rarer > 1) and not capital:
            return True
        dense = marked and count * 25 > len(self._text)
        if len(turned) == 1:  # a writer may help with one of several readings: 单(shàn)田芳
            dense = dense and not several_readings(turned[0][0])
        enough = len(turned) >= (3 if marked else 5 if capital else 4)
        return (dense or enough) and others * NEVER_PLAIN <= count and self._covered(turned)

    def _words(self, *, marked: bool) -> bool:
        """Whether words are glossed as wholes."""
        found = [
            (word, n)
            for word, n, g in self._fitting
            if g.size > 1 and g.marked is marked and g.turns and g.level < 3
            if marked or (g.round and not g.capital)
        ]
        return len(found) >= (2 if marked else 6) and self._covered(found)

    def glosses(self, character: str, g: Grade) -> bool:
        """Whether a bracket is a gloss on what ends with the character."""
        if not g.size:
            return False
        if self.whole and g.fits:
            return True
        if g.size > 1:
            return g.turns and g.level < 3 and (self.words if g.marked else self.bare_words)
        if g.marked:
            if not self.marked:
                return False
            # a reading that no list has, or a character that was damaged after it was glossed
            return g.turns if g.fits else g.round and (character in LOST or g.turns)
        if not (g.fits and g.turns):
            return False
        if self.marked and character in NEUTRAL:
            return True  # 們(men) among 質(zhì)
        return g.round and (self.capital if g.capital else self.bare)


def find(text: str) -> list[Edit]:
    """Glosses to take out. The edit takes in the characters, so that they stand for both."""
    spans = [match.span() for match in GLOSS.re.finditer(text)]
    if not spans:
        return []
    keys = [text[start - 1 : end] if start else "(" for start, end in spans]
    tally = Counter(keys)
    odd = not ODD.isdisjoint([key[0] for key in tally])
    if odd:
        at = in_front(text, spans)
        keys = [text[a] + text[s:e] if a >= 0 else "(" for a, (s, e) in zip(at, spans, strict=True)]
        tally = Counter(keys)
    spots = graded(tally)
    words(text, spans, keys, spots)
    page = Page(text, spots)
    sizes = {key: g.size for key, (word, _, g) in spots.items() if page.glosses(word[-1], g)}
    if not sizes:
        return []
    if not odd and max(sizes.values()) == 1:
        # tuple.__new__ does what Edit() does, in a third of the time; glosses come by hundreds
        new = tuple.__new__
        return [
            new(Edit, (start - 1, end, key[0], KIND))
            for (start, end), key in zip(spans, keys, strict=True)
            if key in sizes
        ]
    found: list[Edit] = []
    for (_, end), key, a in zip(spans, keys, in_front(text, spans), strict=True):
        if key not in sizes:
            continue
        if found and a < found[-1][1]:  # a second gloss on the same character
            first, _, word, _ = found.pop()
        else:
            first = a + 1 - sizes[key]
            word = text[first : a + 1]
        found.append(Edit(first, end, word, KIND))
    return found
