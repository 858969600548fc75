"""Write qextract/lexicon/metric_nouns.txt: common nouns that hide a word of metric_words.txt.

运动员 hides 动员, and in 会议论文 the noun 会议 keeps 议论 from being read. Needs the PyPI package jieba
(MIT licence), whose dictionary has word, frequency, part of speech.

usage: python tools/make_metric_nouns.py
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from qextract.lexicon import table

TARGET = Path(__file__).parent.parent / "qextract" / "lexicon" / "metric_nouns.txt"
HEADER = """\
# Common nouns that hide a word of metric_words.txt, or begin where one would be seen across a border.
# From the dictionary of jieba 0.42.1 (PyPI, MIT licence); written by tools/make_metric_nouns.py.
"""
NOUNS = ("n", "vn", "ns", "nz", "nt", "b", "j", "l", "s")
NAMES = frozenset(("nr", "nrt", "nrfg"))
# no noun of ours begins like this: 各县, 共计, 有人
OPENERS = frozenset(
    "的和与及等由从在将被把较以为是有达占获无未不各共已均约近超全每只仅某该本这那几数多两双今去前后上下"
)
# verbs and adverbs that the dictionary calls nouns
NO_NOUNS = frozenset(("区分", "时分", "上达", "深达", "会同", "职分", "过分", "平分", "瓜分"))
# single characters that the extractor takes for words wherever they stand
STRONG = frozenset("等由从在对向将被把比较以为是有达占获无未不和与及")


def main() -> None:
    """Read the dictionary, keep what is needed, write the list."""
    known = table("metric_words")
    words = {word for word, columns in known.items() if columns[0] != "n" and len(word) > 1}
    heads = {word[0] for word in words}
    verbs = {word for word, row in known.items() if row[0] == "v" and len(word) == 1}
    kept = set()
    for line in (files("jieba") / "dict.txt").read_text("utf-8").splitlines():
        word, count, kind = line.split(" ")
        frequency, size = int(count), len(word)
        if word in known or word in NO_NOUNS or not kind.startswith(NOUNS) or kind in NAMES:
            continue
        strong = STRONG.intersection(word)
        if strong and 2 <= size <= 4 and frequency >= 40 and kind.startswith(("n", "vn", "b")):
            kept.add(word)
        if word[0] in OPENERS:
            continue
        pieces = (word[i:j] for i in range(size) for j in range(i + 2, size + 1))
        hides = 3 <= size <= 5 and frequency >= 20 and any(piece in words for piece in pieces)
        borders = word[-1] in heads and frequency >= {2: 100, 3: 50}.get(size, 10**9)
        opens = 2 <= size <= 3 and frequency >= 60 and word[0] in verbs
        if hides or borders or opens:
            kept.add(word)
    TARGET.write_text(HEADER + "".join(f"{word}\n" for word in sorted(kept)), "utf-8")
    print(f"{len(kept)} nouns")


if __name__ == "__main__":
    main()
