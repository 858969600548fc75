"""Syllables of Mandarin: how sites write them, and which characters are read so.

A syllable is compared without its tone and with ü as v, whatever it was written in: zhì, ZHI, zhi4,
ｚｈì, lǜ, lu:4, lyu, ㄓˋ.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from qextract import lexicon
from qextract.repairs.characters import fold_script

BREVE, CARON, UMLAUT = "\u0306", "\u030c", "\u0308"
TONES = frozenset(f"\u0300\u0301\u0304{BREVE}{CARON}")
ZHUYIN_TONES = "ˊˇˋ˙"
ODD_LETTERS = str.maketrans({"ɑ": "a", "ɡ": "g", "α": "a", "ı": "i", "ü": "v"})
LONGEST = 6  # letters of a syllable: zhuang


def toneless(syllable: str) -> str:
    """The letters of a syllable, ü as v: lǜ is lv."""
    plain = syllable.translate(ODD_LETTERS)
    if plain.isascii():
        return plain
    out: list[str] = []
    for character in unicodedata.normalize("NFD", plain):
        if character == UMLAUT:
            out[-1:] = ["v"]
        elif character.isascii():
            out.append(character)
    return "".join(out)


def toned(syllable: str) -> bool:
    """Whether a tone is written: a mark on a vowel, a figure behind the letters; or zhuyin."""
    if is_zhuyin(syllable):
        return True
    return syllable[-1:] in "12345" or not TONES.isdisjoint(unicodedata.normalize("NFD", syllable))


def is_zhuyin(written: str) -> bool:
    """Whether a syllable is written in zhuyin."""
    return "\u3105" <= written[:1] <= "\u312f" or written[:1] == "˙"


def plain(written: str) -> str:
    """A syllable, or the syllables of a word, in bare letters; nothing where it is neither."""
    if is_zhuyin(written):
        return zhuyin().get(written.strip(ZHUYIN_TONES), "")
    letters = unicodedata.normalize("NFKC", written).lower().replace("u:", "v")
    if not letters:
        return ""
    if letters[-1] in "12345":
        letters = letters[:-1]
    bare = toneless(letters)
    if not (bare.isascii() and bare.isalpha()):
        return ""
    return bare[0] + "v" + bare[3:] if bare[:3] in ("lyu", "nyu") else bare


@cache
def readings() -> dict[str, frozenset[str]]:
    """Toneless syllable -> the characters so read that a change of script touches."""
    return {key: frozenset(columns[1]) for key, columns in lexicon.table("pinyin").items()}


@cache
def zhuyin() -> dict[str, str]:
    """Zhuyin without tone -> toneless syllable."""
    return {columns[0]: key for key, columns in lexicon.table("pinyin").items()}


@cache
def turning() -> frozenset[str]:
    """The characters that differ between the scripts, in both forms."""
    return frozenset().union(*readings().values())


def says(character: str, syllable: str) -> bool:
    """Whether a character can be read as a bare syllable; lu may stand for lü."""
    columns = lexicon.table("pinyin").get(syllable)
    if columns is not None and (character in columns[1] or character in columns[2]):
        return True
    return syllable[:2] in ("lu", "nu") and says(character, syllable.replace("u", "v"))


def several_readings(character: str) -> bool:
    """Whether a character is read in several ways, tones aside."""
    rows = lexicon.table("pinyin").values()
    return sum(character in turning or character in others for _, turning, others in rows) > 1


def is_syllable(letters: str) -> bool:
    """Whether bare letters are one syllable of Mandarin."""
    return letters in lexicon.table("pinyin")


def spoken_word(before: str, letters: str) -> int:
    """How many characters at the end of `before` the bare letters of a word are read as; 0: none."""
    reached = {len(letters)}
    for count, character in enumerate(reversed(before), 1):
        simple = fold_script(character)  # sites look up the character that they converted
        reached = {
            end - size
            for end in reached
            for size in range(1, min(end, LONGEST) + 1)
            if says(character, letters[end - size : end]) or says(simple, letters[end - size : end])
        }
        if 0 in reached:
            return count
        if not reached:
            return 0
    return 0
