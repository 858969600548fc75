"""Make qextract/lexicon/pinyin.txt: readings of the characters that pages gloss.

Sites that turn simplified pages into traditional ones gloss what they changed, so the list holds
the characters that differ between both scripts, in both forms. Source: pypinyin (readings) and
opencc-python-reimplemented (which characters differ). Run: python tools/make_pinyin.py
"""

from __future__ import annotations

import unicodedata
from importlib.util import find_spec
from pathlib import Path

from pypinyin import Style, pinyin

LEXICON = Path(__file__).parent.parent / "qextract" / "lexicon"
HEADER = """\
# Readings without tone, and the characters that have them: those that differ between simplified and
# traditional script, both forms. For pinyin glosses behind converted characters.
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


def toneless(syllable: str) -> str:
    """The syllable's letters: lü for lǜ, lü is kept apart from lu."""
    letters = unicodedata.normalize("NFD", syllable.replace("ü", "v"))
    kept = [c if c != "\u0308" else "v" for c in letters if c.isalpha() or c == "\u0308"]
    return "".join(kept).replace("uv", "v")


def main() -> None:
    readings: dict[str, set[str]] = {}
    for character in differing():
        for syllable in pinyin(character, style=Style.TONE, heteronym=True)[0]:
            plain = toneless(syllable)
            if plain.isascii() and plain.isalpha():
                readings.setdefault(plain, set()).add(character)
    lines = [f"{plain}\t{''.join(sorted(have))}" for plain, have in sorted(readings.items())]
    (LEXICON / "pinyin.txt").write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
