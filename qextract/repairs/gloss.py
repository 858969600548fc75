"""Pinyin glosses: 標(biāo)準(zhǔn)化 is 標準化.

Sites that turn simplified pages into traditional ones put the reading behind each character they
changed. A gloss goes only where the character in front has that reading; for a character that no
conversion touches, the syllable must at least carry its tone mark, as no abbreviation does.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from qextract import lexicon
from qextract.repairs.characters import ambiguous, fold_script, traditional
from qextract.repairs.edits import Edit
from qextract.rules import Pattern

KIND = "pinyin_gloss"
NEUTRAL = frozenset("们么个着过里头边儿吗呢")  # their readings may have no tone
MARKED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹ"
LETTERS = f"a-zɑɡüê{MARKED}\u0300\u0301\u0304\u0308\u030c"

GLOSS = Pattern(
    "repair.gloss",
    "A syllable in brackets, which a wrapped line may cut",
    rf"[(（][ \n]?[{LETTERS}]{{1,9}}+(?:[ \n][{LETTERS}]{{0,8}}+)?[)）]",
    examples={"标(biāo)准": "(biāo)", "会（huì）": "（huì）", "标(bi\nāo)": "(bi\nāo)"},
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


@cache
def converted() -> frozenset[str]:
    """Characters that a conversion to traditional script may have written."""
    return frozenset(traditional()) | frozenset(ambiguous())


@lru_cache(maxsize=1 << 14)
def reads(glossed_character: str) -> bool:
    """Whether a character and the bracketed syllable behind it belong together: 标(biāo)."""
    character, syllable = glossed_character[0], "".join(glossed_character[2:-1].split())
    plain = toneless(syllable)
    have = readings().get(plain)
    if have is None:
        return False
    # sites look up the character that they converted: 瞭(le) is 了
    fits = character in have or fold_script(character) in have
    if plain == syllable:  # without a tone it may be an abbreviation: 局(ju)
        return fits and (character in converted() or character in NEUTRAL)
    if character in glossed():
        return fits
    return "\u3400" <= character <= "\U0003ffff"


def find(text: str) -> list[Edit]:
    """Glosses to take out. The edit takes in the character, so that it stands for both."""
    found: list[Edit] = []
    last = -1
    for match in GLOSS.re.finditer(text):
        start, end = match.span()
        if start == last:  # a second gloss on the same character
            first, _, character, _ = found[-1]
            if reads(character + text[start:end]):
                found[-1] = Edit(first, end, character, KIND)
                last = end
        elif start and reads(text[start - 1 : end]):
            # tuple.__new__ does what Edit() does, in a third of the time; glosses come by hundreds
            found.append(tuple.__new__(Edit, (start - 1, end, text[start - 1], KIND)))
            last = end
    return found
