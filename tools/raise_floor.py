"""Raise the floor of the gold scores to what the code reaches now; it never lowers a figure.

`tests/gold/floor.json`: figures, as `qextract eval` names them. `damaged.json`: how far damage leaves the records as they were.

usage: python tools/raise_floor.py
"""

import json
import sys
from pathlib import Path

from qextract.compare import figures, measure

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
sys.path.append(str(ROOT / "tests"))
from damage import KINDS, damage  # type: ignore[import-not-found]  # noqa: E402
from same import SAMPLE, records, same  # type: ignore[import-not-found]  # noqa: E402

TEXTS = {"seeds": ROOT / "seeds", "dev": None, "own": None, "fields": None}
FIGURES = [
    f"{t}.{m}" for t in ("events", "officials", "policies", "metrics") for m in ("found", "whole")
]


def main() -> None:
    """Measure, print and write both."""
    path = GOLD / "floor.json"
    floor = json.loads(path.read_text("utf-8")) if path.exists() else {}
    for name, texts in TEXTS.items():
        found = figures(measure(GOLD / name, texts=texts))
        old = floor.setdefault(name, {})
        for figure in (*FIGURES, "article"):
            now = found[figure] or 0.0
            old[figure] = max(old.get(figure, 0.0), now)
            print(f"{name} {figure}: {now:.4f}")
    path.write_text(json.dumps(floor, indent=1) + "\n", "utf-8")
    damaged()


def damaged() -> None:
    """Measure how much the records of damaged pages are those of clean ones."""
    path = GOLD / "damaged.json"
    floor = json.loads(path.read_text("utf-8")) if path.exists() else {}
    clean = [records(text) for text in SAMPLE]
    for kind in KINDS:
        found = [records(damage(kind, text, number)) for number, text in enumerate(SAMPLE)]
        floor[kind] = max(floor.get(kind, 0.0), round(same(clean, found), 4))
        print(f"{kind}: same records {floor[kind]:.4f}")
    path.write_text(json.dumps(floor, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
