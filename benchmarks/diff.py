"""Time and memory of comparing two files of records, against reading and parsing both.

The records are those of out/seeds.jsonl over and over, under other document ids; NEW has a value
changed here and there. Exits with 1 where the comparison takes more times the floor, or more
memory, than it may, or finds something else than what was changed.

    python benchmarks/diff.py [--records N] [--differences N]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 1.5
"""Times the floor that a comparison may take."""
MEMORY = 150
"""MB that it may hold at most."""
TRIES = 3
MEASURED = """
import resource, sys, time
from qextract.compare.comparison import diff
began = time.perf_counter()
made = diff(*sys.argv[1:])
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
      made.total.changed, made.total.different, made.base.records)
"""


def records(count: int) -> Iterator[bytes]:
    """`count` lines, document by document in the order of their ids."""
    seeds = (ROOT / "out" / "seeds.jsonl").read_bytes().splitlines(keepends=True)
    name = b'"doc_id":"'
    made = turn = 0
    while made < count:
        for line in seeds[: count - made]:
            yield line.replace(name, name + b"%06d/" % turn, 1)
        made += len(seeds)
        turn += 1


def write(folder: Path, count: int, differences: int) -> tuple[Path, Path]:
    base, new = folder / "base.jsonl", folder / "new.jsonl"
    every, left = count // max(1, differences), differences
    with base.open("wb") as old, new.open("wb") as changed:
        for number, line in enumerate(records(count)):
            old.write(line)
            if left and number % every == every // 2:
                record = json.loads(line)
                record["rule"] += ".changed"
                line = (
                    json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
                )
                left -= 1
            changed.write(line)
    return base, new


def floor(*paths: Path) -> float:
    began = time.perf_counter()
    for path in paths:
        with path.open("rb") as file:
            for line in file:
                json.loads(line)
    return time.perf_counter() - began


def measured(*paths: Path) -> list[float]:
    """Seconds, MB, changed, different and records, in a process of its own."""
    command = [sys.executable, "-c", MEASURED, *map(str, paths)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT)
    return [float(word) for word in done.stdout.split()]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--differences", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = write(Path(folder), options.records, options.differences)
        best, fastest = float("inf"), float("inf")
        for _ in range(TRIES):
            best = min(best, floor(*paths))
            seconds, memory, changed, different, count = measured(*paths)
            fastest = min(fastest, seconds)
            if fastest < LIMIT * best:
                break
        size = sum(path.stat().st_size for path in paths) / 1e6
    ratio = fastest / best
    print(f"2 files, {count:,.0f} records each, {size:.0f} MB, {changed:.0f} differences")
    print(f"{best:6.2f} s  reading and parsing both")
    print(f"{fastest:6.2f} s  comparing them: {ratio:.2f} times (at most {LIMIT:g})")
    print(f"{memory:6.0f} MB at most (of {MEMORY})")
    right = changed == different == options.differences and count == options.records
    return int(ratio > LIMIT or memory > MEMORY or not right)


if __name__ == "__main__":
    sys.exit(main())
