"""Conversions character by character: traditional to simplified, full width to half width.

They keep length, so they need no edit and no map. The tables are those of
opencc-python-reimplemented, read from its dictionary files on first use (a few milliseconds, and no
import of the package); its own `convert` is slow and knows no offsets. What a character alone
cannot tell (乾隆, 著名) is settled by phrases of equal length, one pattern for all.
"""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from qextract import lexicon

# Punctuation that other scripts and encodings write differently; normal form on the right.
PUNCTUATION = {
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "﹁": "“",
    "﹂": "”",
    "﹃": "‘",
    "﹄": "’",
    "〝": "“",
    "〞": "”",
    "＂": '"',
    "＇": "'",
    "﹐": ",",
    "﹑": "、",
    "﹒": ".",
    "﹔": ";",
    "﹕": ":",
    "﹖": "?",
    "﹗": "!",
    "﹙": "(",
    "﹚": ")",
    "﹝": "〔",
    "﹞": "〕",
    "﹪": "%",
    "︰": ":",
    "︿": "〈",
    "﹀": "〉",
    "︽": "《",
    "︾": "》",
    "︻": "【",
    "︼": "】",
    "｡": "。",
    "､": "、",
    "‧": "·",
    "・": "·",
    "•": "·",
    "･": "·",
    "∙": "·",
    "―": "—",
    "─": "—",
    "￥": "¥",
    "￡": "£",
    "￠": "¢",
}
# Spaces of one character that are not U+0020; line and paragraph separators become line breaks.
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
KEPT = "～"  # full width, but normal form keeps it


def _widths() -> Iterator[tuple[str, str]]:
    for code in range(0xFF01, 0xFF5F):
        yield chr(code), chr(code - 0xFEE0)
    yield from PUNCTUATION.items()
    yield from ((space, " ") for space in SPACES)
    yield "\u2028", "\n"
    yield "\u2029", "\n"
    # one-to-one doubles that PDF and Big5 round trips leave: radicals, compatibility ideographs
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFA6E)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            yield chr(code), plain


def _dictionary(name: str) -> Iterator[tuple[str, str]]:
    spec = find_spec("opencc")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("opencc-python-reimplemented is missing: reinstall qextract")
    path = Path(spec.origin).parent / "dictionary" / f"{name}.txt"
    for line in path.read_text("utf-8").splitlines():
        key, _, values = line.partition("\t")
        yield key, values.split(" ", 1)[0]


def _in_gb2312(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


@cache
def width_table() -> str:
    """A translation table of the basic plane: widths, spaces and punctuation only."""
    table = list(map(chr, range(0x10000)))
    for wide, narrow in _widths():
        table[ord(wide)] = narrow
    for kept in KEPT:
        table[ord(kept)] = kept
    return "".join(table)


@cache
def wide_characters() -> frozenset[str]:
    """Characters that `width_table` changes."""
    return frozenset(wide for wide, _ in _widths()) - frozenset(KEPT)


@cache
def traditional() -> dict[str, str]:
    """Traditional character -> simplified one, where a character alone can tell."""
    table = {key: value for key, value in _dictionary("TSCharacters") if key != value}
    for name in ("HKVariantsRev", "TWVariantsRev"):
        for key, value in _dictionary(name):
            simple = table.get(value, value)
            # a character that simplified text has itself (么, 着, 里) stays
            if key not in table and not _in_gb2312(key):
                table[key] = simple
    for key, columns in lexicon.table("hant_characters").items():
        table[key] = columns[0]
    return {k: v for k, v in table.items() if k != v and ord(k) < 0x10000 and len(v) == 1}


@cache
def full_table() -> str:
    """A translation table of the basic plane: scripts, widths, spaces and punctuation."""
    table = list(width_table())
    for key, value in traditional().items():
        table[ord(key)] = value
    return "".join(table)


def fold(text: str) -> str:
    """Text of the same length in simplified characters and half width, character by character.

    No phrase is looked at and nothing is mended: fast, for short strings whose offsets must stay.
    """
    return text.translate(full_table())


def changed(before: str, after: str) -> int:
    """How many characters of two texts of equal length differ."""
    return sum(map(operator.ne, before, after))


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    table = full_table()
    kept = {
        key: value
        for key, value in _dictionary("TSPhrases")
        if len(key) == len(value) and key.translate(table) != value
    }
    kept |= {key: columns[0] for key, columns in lexicon.table("hant_phrases").items()}
    return re.compile(lexicon.alternation(sorted(kept))), kept


def simplify(text: str) -> str:
    """Text of the same length in simplified characters, by phrases first, then by characters."""
    if frozenset(text).isdisjoint(traditional()):
        return text
    pattern, kept = _phrases()
    parts: list[str] = []
    at = 0
    for match in pattern.finditer(text):
        parts.append(text[at : match.start()].translate(full_table()))
        parts.append(kept[match.group()])
        at = match.end()
    parts.append(text[at:].translate(full_table()))
    return "".join(parts)


def script(text: str, converted: int) -> Literal["Hans", "Hant", "mixed"]:
    """Hans, Hant or mixed, by how many of the text's ideographs were traditional ones."""
    if not converted:
        return "Hans"
    return "Hant" if converted * 8 > len(text) * 0.5 else "mixed"


def fold_script(text: str) -> str:
    """Simplified characters only, widths as they are."""
    return text.translate(_script_table())


@cache
def _script_table() -> dict[int, str]:
    return {ord(key): value for key, value in traditional().items()}
