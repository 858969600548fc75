"""Write qextract/lexicon/numeral_words.txt: words in which a numeral is only a letter (四川, 统一).

Needs the PyPI package jieba (MIT licence), whose dictionary has word, frequency, part of speech.
Words that count after all (三级, 两间) are left out: a numeral with a unit and nothing else. Idioms
and place names are taken however rare they are.

usage: python tools/make_numeral_words.py
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from qextract.lexical.quantity_units import units

TARGET = Path(__file__).parent.parent / "qextract" / "lexicon" / "numeral_words.txt"
HEADER = """\
# Words in which a numeral is only a letter, in normal form.
# From the dictionary of jieba 0.42.1 (PyPI, MIT licence); written by tools/make_numeral_words.py.
"""
KINDS = frozenset(
    ("n", "ns", "nz", "nt", "i", "l", "j", "b", "vn", "v", "d", "a", "z", "c", "r", "s", "f")
)
NUMERAL = re.compile("[零〇一二两三四五六七八九十百千万亿]+")
HAN = re.compile("[一-鿿]+")
LEAST_FREQUENCY = 30
LONGEST = 5
IDIOM, PLACE = "i", "ns"
LONGEST_IDIOM = 8
SHORTEST_IDIOM, SHORTEST_PLACE = 4, 3
COUNTED = frozenset(
    [
        "翻两番",
        "翻了一番",
        "翻一番",
        "二百五",
        "增加一倍",
        "百分之",
        "零点",
        "百分点",
        "两省区",
        "三棵树",
        "两棵树",
        "五次犯规",
        "两次曝光",
        "二次破碎",
        "千人在线",
        "一天一地",
        "上万口",
        "上万度",
        "三家店",
        "四开本",
        "三区",
    ]
)
COUNTED_SHAPE = re.compile("[二两三四五六七八九十]大")  # 五大客户


def is_letter(word: str) -> bool:
    """Whether the first numeral of `word` counts nothing there."""
    found = NUMERAL.search(word)
    if found is None or found.group() == word or word.startswith("第") or word in COUNTED:
        return False
    if COUNTED_SHAPE.fullmatch(word):
        return False
    return found.start() > 0 or word[found.end() :] not in units()


def is_wanted(word: str, count: int, kind: str) -> bool:
    """Whether the word is common, or an idiom or a place name."""
    if kind == IDIOM and SHORTEST_IDIOM <= len(word) <= LONGEST_IDIOM:
        return True
    if kind == PLACE and SHORTEST_PLACE <= len(word) <= LONGEST:
        return True
    return kind in KINDS and count >= LEAST_FREQUENCY and len(word) <= LONGEST


def main() -> None:
    """Read the dictionary, keep what is needed, write the list."""
    kept = []
    for line in (files("jieba") / "dict.txt").read_text("utf-8").splitlines():
        word, count, kind = line.split(" ")
        if is_wanted(word, int(count), kind) and HAN.fullmatch(word) and is_letter(word):
            kept.append(word)
    TARGET.write_text(HEADER + "".join(f"{word}\n" for word in sorted(kept)), "utf-8")


if __name__ == "__main__":
    main()
