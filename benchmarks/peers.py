"""`find_numbers`, `find_quantities` and `find_dates` against JioNLP's time and money extraction.

All read the same pages in turns in one run, after one round that is not counted; printed are the
medians of the rounds. The floor is one plain scan for digits and Chinese numerals. Needs the
`peers` extra: pip install -e .[peers]

    python benchmarks/peers.py [--rounds N] [--check]

With --check the exit status is 1 where one of ours is slower than JioNLP's time extraction alone,
which is less than its time and money extraction together.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import logging
import re
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import qextract
from qextract.repairs import repair

ROOT = Path(__file__).resolve().parent.parent
FLOOR = "one scan for figures"
TIME, MONEY, BOTH = "jionlp time", "jionlp money", "jionlp time and money"
OURS: dict[str, Callable[[str], Any]] = {
    "find_numbers": qextract.find_numbers,
    "find_quantities": qextract.find_quantities,
    "find_dates": qextract.find_dates,
}
_FIGURES = re.compile("[0-9一二三四五六七八九十百千万亿]+")
Times = dict[str, float]


def jionlp() -> dict[str, Callable[[str], Any]] | None:
    """Its two extractors, `None` where it is not installed. It talks when imported."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            from jionlp import ner
    except ModuleNotFoundError as error:
        if error.name != "jionlp":
            raise
        return None
    logging.disable(logging.CRITICAL)  # it writes a traceback for each reading it gives up
    return {TIME: ner.extract_time, MONEY: ner.extract_money}


def pages() -> dict[str, list[str]]:
    """The sets of pages, as scraped and repaired."""
    seeds, gold = (
        [path.read_text("utf-8") for path in sorted((ROOT / folder).rglob("*.txt"))]
        for folder in ("seeds", "tests/gold")
    )
    return {
        "seeds": seeds,
        "seeds, repaired": [repair(text).text for text in seeds],
        "tests/gold": gold,
        "tests/gold, repaired": [repair(text).text for text in gold],
    }


def seconds(call: Callable[[str], Any], texts: list[str]) -> float:
    began = time.process_time()
    for text in texts:
        call(text)
    return time.process_time() - began


def measured(calls: Mapping[str, Callable[[str], Any]], texts: list[str], rounds: int) -> Times:
    """The median time of each call for all texts, in seconds of this process."""
    for call in calls.values():
        seconds(call, texts)  # compiles patterns, reads word lists
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            gc.collect()
            taken[name].append(seconds(call, texts))
    return {name: statistics.median(times) for name, times in taken.items()}


def table(name: str, texts: list[str], times: Times) -> list[str]:
    """The lines for one set: MB of UTF-8 a second, floors it costs, how often it fits into JioNLP's."""
    size = sum(len(text.encode("utf-8")) for text in texts) / 1e6
    lines = [f"{name}: {len(texts)} pages, {size:.3f} MB"]
    lines.append(f"  {'':24}{'MB/s':>9}{'floors':>9}{'of ' + BOTH:>26}")
    for each, taken in times.items():
        floors, share = taken / times[FLOOR], times[BOTH] / taken
        lines.append(f"  {each:24}{size / taken:9.2f}{floors:9.0f}{share:25.1f}x")
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured")
    parser.add_argument("--check", action="store_true", help="exit with 1 where ours is slower")
    options = parser.parse_args()
    theirs = jionlp()
    if theirs is None:
        print("peers.py: jionlp is not installed; pip install -e .[peers]", file=sys.stderr)
        return 2

    slower: list[str] = []
    calls: dict[str, Callable[[str], Any]] = {FLOOR: _FIGURES.findall, **OURS, **theirs}
    for name, texts in pages().items():
        times = measured(calls, texts, options.rounds)
        times[BOTH] = times[TIME] + times[MONEY]
        print("\n".join(table(name, texts, times)), flush=True)
        slower += [f"{each} on {name}" for each in OURS if times[each] > times[TIME]]
    for each in slower:
        print(f"slower than JioNLP: {each}", file=sys.stderr)
    return int(options.check and bool(slower))


if __name__ == "__main__":
    sys.exit(main())
