"""Conversions character by character: traditional to simplified, full width to half width.

They keep length, so they need no edit and no map. The tables are those of
opencc-python-reimplemented, read from its dictionary files on first use (a few milliseconds, and no
import of the package); its own `convert` is slow and knows no offsets. What a character alone
cannot tell (乾隆, 著名) is settled by phrases of equal length, one pattern for all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
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
    "٪": "%",
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
    "„": "“",
    "‟": "“",
    "︵": "(",
    "︶": ")",
    "︹": "〔",
    "︺": "〕",
    "﹛": "{",
    "﹜": "}",
    "﹟": "#",
    "﹠": "&",
    "﹡": "*",
    "﹢": "+",
    "﹣": "-",
    "﹤": "<",
    "﹥": ">",
    "﹦": "=",
    "﹨": "\\",
    "﹩": "$",
    "﹫": "@",
    "﹘": "—",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "∶": ":",
    "⋅": "·",
    "․": "·",
    "ㆍ": "·",
    "⋯": "…",
}
# Radicals (U+2E80 and on) that stand for a character, in the order of their code points; those that
# are a part of characters only stand for themselves.
RADICALS = (
    "⺀厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢⺑巳幺彑彐忄心扌攵⺚旡日月歹母民氵水灬爫爫丬牛犭王疋目示礻竹糹纟"
    "罓罒网网网羊羊羊耂肀聿月臼艹艹艹虎衤西西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食食饣首"
    "马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
# Spaces of one character that are not U+0020; line and paragraph separators become line breaks.
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
OTHER_ZEROS = "\u0660\u06f0\u0966\u0e50"  # Arabic, Persian, Devanagari, Thai figures
KEPT = frozenset("～")  # full width, but normal form keeps it

Script = Literal["Hans", "Hant", "mixed"]
TRADITIONAL_SHARE = 1 / 32  # a quoted name stays below it, a page of two scripts above
AROUND = 16  # characters before and behind that say which script a place is in


@cache
def _sure() -> re.Pattern[str]:
    # 於 is a surname and in few place names, but never behind these
    return re.compile("(?<=[位關关至屬属等低高大小善基鑒鉴處处限用勇便易富源終终])於(?![潛潜陵菟])")


def _widths() -> Iterator[tuple[str, str]]:
    for code in range(0xFF01, 0xFF5F):
        yield chr(code), chr(code - 0xFEE0)
    yield from PUNCTUATION.items()
    yield from ((space, " ") for space in SPACES)
    for zero in OTHER_ZEROS:
        yield from ((chr(ord(zero) + figure), str(figure)) for figure in range(10))
    yield "\u2028", "\n"
    yield "\u2029", "\n"
    for code, plain in enumerate(RADICALS, 0x2E80):
        if plain != chr(code):
            yield chr(code), plain
    # one-to-one doubles that PDF and Big5 round trips leave: radicals, compatibility ideographs
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            yield chr(code), plain


def _dictionary(name: str) -> Iterator[tuple[str, list[str]]]:
    """Characters of a table of OpenCC, and what each may become, the most usual first."""
    spec = find_spec("opencc")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("opencc-python-reimplemented is missing: reinstall qextract")
    path = Path(spec.origin).parent / "dictionary" / f"{name}.txt"
    for line in path.read_text("utf-8").splitlines():
        key, _, values = line.partition("\t")
        yield key, values.split(" ")


def _in_gb2312(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def _in_big5(character: str) -> bool:
    try:
        return len(character.encode("big5")) == 2
    except UnicodeEncodeError:
        return False


@cache
def widths() -> dict[str, str]:
    """Full-width, compatibility and foreign forms -> normal form; one character each."""
    return {wide: narrow for wide, narrow in _widths() if wide not in KEPT}


@cache
def traditional() -> dict[str, str]:
    """Traditional character -> simplified one, for those that simplified text never has."""
    table = {key: value for key, (value, *_) in _dictionary("TSCharacters") if key != value}
    for name in ("HKVariantsRev", "TWVariantsRev"):
        for key, (value, *_) in _dictionary(name):
            # a character that simplified text has itself (么, 着, 里) stays
            if key not in table and not _in_gb2312(key):
                table[key] = table.get(value, value)
    table |= {key: columns[0] for key, columns in lexicon.table("hant_characters").items()}
    unsure = ambiguous()
    return {
        key: value
        for key, value in table.items()
        if key != value and key not in unsure and key <= "\uffff" and value <= "\uffff"
    }


@cache
def ambiguous() -> dict[str, str]:
    """Characters of both scripts, and what they are where the page is traditional."""
    return {key: columns[0] for key, columns in lexicon.table("hant_ambiguous").items()}


def _table(*parts: dict[str, str]) -> str:
    """A translation table of the basic plane, as a string: twice as fast as a dict."""
    table = list(map(chr, range(0x10000)))
    for part in parts:
        for key, value in part.items():
            table[ord(key)] = value
    return "".join(table)


@cache
def mixed_table() -> str:
    """A translation table: widths, and the traditional characters that are nothing else."""
    return _table(widths(), traditional())


@cache
def _fold_table() -> str:
    # 著 alone is more often that of 著名 than the 着 of 隨著
    return _table(widths(), traditional(), {k: v for k, v in ambiguous().items() if k != "著"})


def fold(text: str) -> str:
    """Text of the same length in simplified characters and half width, character by character.

    No phrase is looked at and nothing is mended: fast, for short strings whose offsets must stay.
    """
    return text.translate(_fold_table())


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """What depends on the text around: phrases, and the characters of both scripts."""
    kept = {key: columns[0] for key, columns in lexicon.table("hant_phrases").items()}
    kept |= {key: value for key, value in ambiguous().items() if key != value}
    return re.compile(lexicon.alternation(kept)), kept


def _any_of(characters: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(characters)))}]")


@cache
def _wide() -> re.Pattern[str]:
    return _any_of(widths())


@cache
def _traditional() -> re.Pattern[str]:
    return _any_of(traditional())


@cache
def _simplified() -> re.Pattern[str]:
    """Characters that no traditional text has."""
    return _any_of(
        key
        for key, values in _dictionary("STCharacters")
        if key not in values and key <= "\uffff" and not _in_big5(key)
    )


def narrow(text: str) -> tuple[str, int]:
    """Text of the same length in half width and normal punctuation, and how much was changed."""
    found = _wide().findall(text)
    table = widths()
    for character in set(found):
        text = text.replace(character, table[character])
    return text, len(found)


def simplify(text: str) -> tuple[str, int]:
    """Text of the same length in simplified characters, and how many were traditional.

    Characters that simplified text has too (於, 著) are converted only where the text around them is
    traditional: a page may quote a headline, or have been converted by half.
    """
    count = len(_traditional().findall(text))
    if not count:
        return (_sure().sub("于", text) if "於" in text else text), 0
    simple = text.translate(mixed_table())
    unsure, becomes = _phrases()
    matches = list(unsure.finditer(text))
    if not matches:
        return simple, count
    # a page that writes 着 keeps 著 for 著作; elsewhere 著 is both
    loose = sum(1 for match in matches if match.group() == "著")
    keeps = text.count("着") > loose
    hant = _Context(text, count)
    parts: list[str] = []
    at = 0
    for match in matches:
        word, start = match.group(), match.start()
        if not (hant.whole or hant(start, match.end())) or (keeps and word == "著"):
            continue
        parts += simple[at:start], becomes[word]
        at = match.end()
    simple = "".join((*parts, simple[at:]))
    return (_sure().sub("于", simple) if "於" in simple else simple), count


class _Context:
    """Whether a place of a text is traditional: by what stands around it, in its line, in the text."""

    __slots__ = ("_line", "_mostly", "_text", "whole")

    def __init__(self, text: str, count: int) -> None:
        simple = len(_simplified().findall(text))
        self._text = text
        self._mostly = count > simple
        self._line = (0, 0, False)
        self.whole = simple * 100 < count

    def __call__(self, start: int, end: int) -> bool:
        low, high, _ = self._line
        if not low <= start < high:
            low = self._text.rfind("\n", 0, start) + 1
            high = self._text.find("\n", start)
            high = len(self._text) if high < 0 else high
            balance = self._balance(low, high)
            self._line = low, high, balance > 0 if balance else self._mostly
        near = self._balance(max(low, start - AROUND), min(high, end + AROUND))
        return near > 0 if near else self._line[2]

    def _balance(self, start: int, end: int) -> int:
        return len(_traditional().findall(self._text, start, end)) - len(
            _simplified().findall(self._text, start, end)
        )


def _ideographs(text: str) -> int:
    """How many characters are none of ASCII, near enough."""
    return len(text) - len(text.encode("ascii", "ignore"))


def script(text: str, converted: int) -> Script:
    """Hans, Hant or mixed, by the share of converted characters: a third and more in Hant text."""
    share = converted / max(1, _ideographs(text))
    return "Hans" if share < TRADITIONAL_SHARE else "Hant" if share > 0.15 else "mixed"


def fold_script(text: str) -> str:
    """Simplified characters only, widths as they are."""
    return text.translate(_script_table())


@cache
def _script_table() -> dict[int, str]:
    return {ord(key): value for key, value in (traditional() | ambiguous()).items()}
