"""Pinyin glosses: 標(biāo)準(zhǔn)化 is 標準化.

Sites that turn simplified pages into traditional ones put the reading behind each character they
changed, every time it stands there. Writers annotate, too: a rare character, one of several
readings, a lesson. So the page is judged first, by what it glosses and how often (`Page`), and then
each bracket: it goes where the character in front has that reading and is one that changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
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

GLOSS = Pattern(
    "repair.gloss",
    "Letters in brackets that may be a reading or several, which a wrapped line may cut",
    rf"[(（\[［〔【][{SPACES}]{{0,4}}+[{ALL_LETTERS}]"
    rf"[{ALL_LETTERS}{SPACES}{SEPARATORS}1-5:'’ˊˇˋ-]{{0,30}}+[)）\]］〕】]",
    examples={
        "标(biāo)准": "(biāo)",
        "会（huì）": "（huì）",
        "标(bi\nāo)": "(bi\nāo)",
        "重(chóng/zhòng)": "(chóng/zhòng)",
        "質(ㄓˋ)量": "(ㄓˋ)",
    },
    rejects=("质量(QC小组)", "(1)", "以下简称《意见》"),
)
ROUND = "(（"
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


@lru_cache(maxsize=1 << 14)
def grade(before: str, bracket: str) -> Grade:
    """The grade of a bracket; `before` ends with the character in front of it."""
    character, inner = before[-1:], bracket[1:-1]
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


class Spot(NamedTuple):
    """A bracket behind a character: where that stands, the bracket's span, its grade."""

    at: int
    start: int
    end: int
    grade: Grade


WORD = 8  # characters that a bracket may gloss at most


def spots(text: str) -> Iterator[Spot]:
    """Brackets that may be glosses, each with the character that it follows."""
    last = at = -1
    for match in GLOSS.re.finditer(text):
        start, end = match.span()
        if start != last:  # else a second gloss on the same character
            at = start - 1
            while at >= 0 and start - at < WORD and text[at] in SPACES:
                at -= 1
        last = end
        if at < 0:
            continue
        bracket = match.group()
        found = grade(text[at], bracket)
        if not found.fits and len(bracket) > 4:
            found = grade(text[max(0, at + 1 - WORD) : at + 1], bracket)
        if found.size:
            yield Spot(at, start, end, found)


class Page:
    """What a page glosses, and which of its brackets are glosses for that."""

    def __init__(self, text: str, found: Collection[Spot]) -> None:
        self._text = text
        tally = Counter((text[s.at + 1 - s.grade.size : s.at + 1], s.grade) for s in found)
        self._fitting = {(word, g): n for (word, g), n in tally.items() if g.fits}
        self._styles = {(g.capital, g.round) for (_, g) in self._fitting if g.marked}
        self.whole = self._all_of_it()
        self.marked = self._glosses(marked=True)
        self.bare = self._glosses(marked=False)
        self.capital = self._glosses(marked=False, capital=True)
        self.words = self._words(marked=True)
        self.bare_words = self._words(marked=False)

    def _all_of_it(self) -> bool:
        """Whether most characters of a text in sentences are glossed: a reading aid."""
        glossed = sum(n * g.size for (_, g), n in self._fitting.items())
        if glossed < WHOLE or "。" not in self._text:
            return False
        return glossed * 2 > sum("\u4e00" <= c <= "\u9fff" for c in self._text)

    def _covered(self, words: Collection[tuple[str, int]]) -> bool:
        """Whether most of the words are glossed wherever they stand, or nearly."""
        some = list(words)[:40]  # more would tell no more
        return sum(n * 2 > self._text.count(word) for word, n in some) >= COVERED * len(some)

    def _glosses(self, *, marked: bool, capital: bool = False) -> bool:
        """Whether single characters that a conversion changes are glossed, in one style."""
        turned: list[tuple[str, int]] = []
        converted = rarer = others = 0
        for (word, g), n in self._fitting.items():
            if g.size > 1 or g.marked is not marked or (not marked and g.capital is not capital):
                continue
            if not marked and (g.letter or not g.round or g.level > 1 or word in UNITS):
                continue
            if not g.turns:
                others += n * (g.level == 1)
            elif g.level < 3:
                turned.append((word, n))
                converted += n * (g.hant and g.level == 1)
                rarer += g.hant
        count = sum(n for _, n in turned)
        if others * 2 > count:
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
            for (word, g), n in self._fitting.items()
            if g.size > 1 and g.marked is marked and g.turns and g.level < 3
            if marked or (g.round and not g.capital)
        ]
        return len(found) >= (2 if marked else 6) and self._covered(found)

    def glosses(self, spot: Spot, character: str) -> bool:
        """Whether a bracket is a gloss."""
        g = spot.grade
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
        if self.marked and (g.capital, g.round) in self._styles and character in NEUTRAL:
            return True  # 們(men) among 質(zhì)
        return g.round and (self.capital if g.capital else self.bare)


def find(text: str) -> list[Edit]:
    """Glosses to take out. The edit takes in the characters, so that they stand for both."""
    candidates = list(spots(text))
    if not candidates:
        return []
    page = Page(text, candidates)
    found: list[Edit] = []
    for spot in candidates:
        at, _, end, g = spot
        if not page.glosses(spot, text[at]):
            continue
        first = at + 1 - g.size
        if found and found[-1][1] > first:  # a second gloss on the same character
            first, _, character, _ = found.pop()
        else:
            character = text[first : at + 1]
        # tuple.__new__ does what Edit() does, in a third of the time; glosses come by hundreds
        found.append(tuple.__new__(Edit, (first, end, character, KIND)))
    return found
