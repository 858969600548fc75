"""Make qextract/lexicon/pinyin.txt: readings of characters, for pinyin glosses.

Sites that turn simplified pages into traditional ones gloss what they changed: the characters that
differ between both scripts, in both forms. The readings of the other everyday characters tell what
else a bracket may be. Source: pypinyin (readings, zhuyin) and opencc-python-reimplemented (which
characters differ). Run: python tools/make_pinyin.py
"""

from __future__ import annotations

import unicodedata
from importlib.util import find_spec
from pathlib import Path

from pypinyin import Style, pinyin
from pypinyin.contrib.tone_convert import to_normal
from pypinyin.style import convert

LEXICON = Path(__file__).parent.parent / "qextract" / "lexicon"
VOWELS = frozenset("aeiouv")  # ń and hm are no reading of a gloss
HEADER = """\
# Syllables without tone (ü as v), in zhuyin, and the characters that are read so: those that differ
# between simplified and traditional script, in both forms; the others of GB 2312.
# Source: pypinyin, opencc-python-reimplemented; made by tools/make_pinyin.py.
"""


def differing() -> set[str]:
    """Characters that a conversion between the scripts changes, in both forms."""
    spec = find_spec("opencc")
    if spec is None or spec.origin is None:
        raise SystemExit("opencc-python-reimplemented is not installed")
    found: set[str] = set()
    for name in ("STCharacters", "TSCharacters", "HKVariants", "TWVariants"):
        path = Path(spec.origin).parent / "dictionary" / f"{name}.txt"
        for line in path.read_text("utf-8").splitlines():
            key, values = line.split("\t")
            forms = {key, *values.split()}
            if len(forms) > 1:
                found |= {form for form in forms if len(form) == 1 and ord(form) < 0x10000}
    return found


def everyday() -> set[str]:
    """The characters of GB 2312."""
    codes = (bytes([first, last]) for first in range(0xB0, 0xF8) for last in range(0xA1, 0xFF))
    return {c for code in codes if (c := code.decode("gb2312", "ignore"))}


def toneless(syllable: str) -> str:
    """The syllable's letters: lü for lǜ, lü is kept apart from lu."""
    letters = unicodedata.normalize("NFD", syllable.replace("ü", "v"))
    kept = [c if c != "\u0308" else "v" for c in letters if c.isalpha() or c == "\u0308"]
    return "".join(kept).replace("uv", "v")


def zhuyin(syllable: str) -> str:
    """The syllable in zhuyin, without its tone."""
    written = convert(to_normal(syllable, v_to_u=True), Style.BOPOMOFO, strict=False)
    return "".join(c for c in written if "\u3105" <= c <= "\u312f")


def main() -> None:
    turning = differing()
    readings: dict[str, set[str]] = {}
    written: dict[str, str] = {}
    for character in turning | everyday():
        for syllable in pinyin(character, style=Style.TONE, heteronym=True)[0]:
            plain = toneless(syllable)
            if plain.isascii() and plain.isalpha() and not VOWELS.isdisjoint(plain):
                readings.setdefault(plain, set()).add(character)
                written[plain] = zhuyin(syllable)
    lines = [
        "\t".join(
            (
                plain,
                written[plain],
                "".join(sorted(have & turning)),
                "".join(sorted(have - turning)),
            )
        )
        for plain, have in sorted(readings.items())
    ]
    (LEXICON / "pinyin.txt").write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
