"""Words in which a numeral is only a letter: 四川, 统一, 一些, 三农."""

from __future__ import annotations

from functools import cache

from qextract import lexicon
from qextract.lexical import quantity_units
from qextract.rules import late


def is_letter(text: str, begin: int, end: int) -> bool:
    """Whether the numeral text[begin:end] stands in one of the words of the lists."""
    words = _words()
    figure = text[begin:end]
    for key in (figure + text[end : end + 1], text[begin - 1 : begin] + figure):
        for prefix, suffix in words.get(key, ()):
            if text.startswith(suffix, end) and text.startswith(prefix, begin - len(prefix)):
                # 大三 is a student's year, but 扩大三倍 and 每周三次 count
                fixed = figure == "一" if prefix and not suffix else bool(prefix)
                return fixed or not _opens_unit(text, end, len(suffix))
    return False


def _opens_unit(text: str, end: int, size: int) -> bool:
    """Whether the letters behind the numeral begin a longer unit: 三公里, 四平方米, 十分钟."""
    found = quantity_units.match(text, end, len(text)) if end < len(text) else None
    return found is not None and found.end > end + size


_NUMERAL = late("[零〇一二两三四五六七八九十百千万亿]+")


@cache
def _words() -> dict[str, tuple[tuple[str, str], ...]]:
    """The words by each of their numerals with the character behind it, or else before it.

    A word comes as what it has before and behind the numeral.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    for word in lexicon.words("numeral_words") | lexicon.words("numeral_phrases"):
        for found in _NUMERAL.finditer(word):
            prefix, suffix = word[: found.start()], word[found.end() :]
            key = found.group() + suffix[0] if suffix else prefix[-1:] + found.group()
            groups.setdefault(key, []).append((prefix, suffix))
    return {key: tuple(sorted(parts)) for key, parts in groups.items()}
