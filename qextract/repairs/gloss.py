"""Pinyin glosses: 標(biāo)準(zhǔn)化 is 標準化.

Sites that turn simplified pages into traditional ones put the reading behind each character they
changed. A gloss goes only where the character in front has that reading; for a character that no
conversion touches, the syllable must at least carry its tone mark, as no abbreviation does.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from qextract import lexicon
from qextract.repairs.edits import Edit
from qextract.rules import Pattern

KIND = "pinyin_gloss"
MARKED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹ"
LETTERS = f"a-zɑɡüê{MARKED}\u0300\u0301\u0304\u0308\u030c"

GLOSS = Pattern(
    "repair.gloss",
    "A syllable in brackets, or the same one twice",
    rf"[(（][{LETTERS}]{{1,9}}+[)）]",
    examples={"标(biāo)准": "(biāo)", "会（huì）": "（huì）"},
    rejects=("中国(CN)", "质量(QC小组)", "(1)"),
)


def toneless(syllable: str) -> str:
    """The letters of a syllable, ü as v: lǜ is lv."""
    plain = syllable.replace("ɑ", "a").replace("ɡ", "g").replace("ü", "v")
    out: list[str] = []
    for character in unicodedata.normalize("NFD", plain):
        if character == "\u0308":
            out[-1:] = ["v"]
        elif character.isascii():
            out.append(character)
    return "".join(out)


@cache
def readings() -> dict[str, frozenset[str]]:
    """Toneless syllable -> the characters that may carry it as a gloss."""
    return {key: frozenset(columns[0]) for key, columns in lexicon.table("pinyin").items()}


@cache
def glossed() -> frozenset[str]:
    """All characters whose readings are known."""
    return frozenset().union(*readings().values())


@lru_cache(maxsize=1 << 14)
def reads(character: str, syllable: str) -> bool:
    """Whether `syllable` is a reading of `character`, as far as one can know."""
    plain = toneless(syllable)
    have = readings().get(plain)
    if have is None:
        return False
    if character in have:
        return True
    if character in glossed() or not "㐀" <= character <= "\U0003ffff":
        return False
    return plain != syllable


def find(text: str) -> list[Edit]:
    """Glosses to take out. The edit takes in the character, so that it stands for both."""
    found: list[Edit] = []
    last = 0
    for match in GLOSS.re.finditer(text):
        start, end = match.span()
        if start == last and found:  # a second gloss on the same character
            previous = found[-1]
            if reads(previous.after, text[start + 1 : end - 1]):
                found[-1] = previous._replace(end=end)
                last = end
            continue
        if start and reads(text[start - 1], text[start + 1 : end - 1]):
            found.append(Edit(start - 1, end, text[start - 1], KIND))
            last = end
    return found
