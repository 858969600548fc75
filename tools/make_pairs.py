"""Write qextract/lexicon/pairs.txt: how often characters are, and which ones they have behind them.

Needs the PyPI package jieba (MIT licence), whose dictionary has word, frequency, part of speech:
pairs are counted within words, each word as often as the dictionary says.

usage: python tools/make_pairs.py
"""

from __future__ import annotations

import math
import re
from collections import Counter
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

TARGET = Path(__file__).parent.parent / "qextract" / "lexicon" / "pairs.txt"
HEADER = """\
# How Chinese characters follow one another: a character; how rare it is, as -log2 of its share; the
# characters that follow it within words in more than a quarter of the places where it stands; in a
# quarter to a sixteenth; in a sixteenth to a 64th; to a 256th; to a 1024th.
# From the dictionary of jieba 0.42.1 (PyPI, MIT licence); written by tools/make_pairs.py.
"""
HAN = re.compile("[一-鿿]+")
BANDS = 5
RAREST = 21  # -log2 of the share below which a character is not listed
LEAST = 20  # how often a pair must be there


def main() -> None:
    """Read the dictionary, count, write the list."""
    single: Counter[str] = Counter()
    double: Counter[tuple[str, str]] = Counter()
    for line in (files("jieba") / "dict.txt").read_text("utf-8").splitlines():
        word, times, _ = line.split(" ")
        if HAN.fullmatch(word):
            for character in word:
                single[character] += int(times)
            for pair in pairwise(word):
                double[pair] += int(times)
    total = single.total()
    bands: dict[str, list[list[str]]] = {}
    for (first, second), count in double.most_common():
        band = int(-math.log2(count / single[first]) / 2)
        if band < BANDS and count >= LEAST:
            bands.setdefault(first, [[] for _ in range(BANDS)])[band].append(second)
    lines = []
    for character in sorted(single):
        rare = round(-math.log2(single[character] / total))
        if rare <= RAREST:
            columns = ("".join(sorted(band)) for band in bands.get(character, [[]] * BANDS))
            lines.append("\t".join((character, str(rare), *columns)).rstrip("\t") + "\n")
    TARGET.write_text(HEADER + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
