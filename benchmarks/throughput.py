"""Megabytes of UTF-8 a second through the whole path on one core, against a floor.

The floor is what any program must do with the same pages: decode them and write their text as
JSON. Both are measured in turns in one run, so that their ratio means something on any machine.

    python benchmarks/throughput.py [PATH...] [--seconds S] [--profile]

PATH defaults to seeds/. Prints both rates and what the path costs in floors.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import hashlib
import json
import pstats
import resource
import time
from collections.abc import Callable
from pathlib import Path

from qextract.document import Source
from qextract.pipeline import extract_lines
from qextract.sources import Failure, Input, find, read

ROOT = Path(__file__).resolve().parent.parent


def floor(data: bytes, found: Input) -> None:
    text = data.decode("utf-8")
    json.dumps({"doc_id": found.doc_id, "text": text}, ensure_ascii=False).encode("utf-8")


def whole(data: bytes, found: Input) -> None:
    digest = hashlib.sha256(data).hexdigest()
    extract_lines(Source(found.doc_id, data.decode("utf-8"), "utf-8", digest), None)


def seconds(work: Callable[[bytes, Input], None], pages: list[tuple[bytes, Input]]) -> float:
    began = time.perf_counter()
    for data, found in pages:
        work(data, found)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="*", default=[str(ROOT / "seeds")])
    parser.add_argument("--seconds", type=float, default=5.0, help="how long to measure")
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    options = parser.parse_args()

    inputs = [each for each in find(options.paths) if isinstance(each, Input)]
    sources = [(read(each), each) for each in inputs]
    pages = [
        (source.text.encode("utf-8"), each)
        for source, each in sources
        if not isinstance(source, Failure)
    ]
    size = sum(len(data) for data, _ in pages)
    seconds(whole, pages)  # compiles patterns, reads word lists
    if options.profile:
        with cProfile.Profile() as profile:
            seconds(whole, pages)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        return

    gc.collect()
    best = {"floor": float("inf"), "whole": float("inf")}
    until = time.perf_counter() + options.seconds
    while time.perf_counter() < until:
        best["floor"] = min(best["floor"], seconds(floor, pages))
        best["whole"] = min(best["whole"], seconds(whole, pages))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(pages)} pages, {size / 1e6:.3f} MB")
    print(f"floor (decode, write as JSON) {size / best['floor'] / 1e6:8.1f} MB/s")
    print(f"whole path                    {size / best['whole'] / 1e6:8.2f} MB/s")
    print(
        f"the path costs {best['whole'] / best['floor']:.0f} floors; peak memory {memory:.0f} MiB"
    )


if __name__ == "__main__":
    main()
