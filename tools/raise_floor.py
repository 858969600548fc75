"""Raise the floor of the gold scores to what the code reaches now; it never lowers a figure.

`tests/gold/floor.json`: scores. `damaged.json`: how far damage leaves the records as they were.

usage: python tools/raise_floor.py
"""

import json
import sys
from pathlib import Path

from qextract.compare.gold import documents
from qextract.compare.score import article_fields, score

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
sys.path.append(str(ROOT / "tests"))
from damage import KINDS, damage  # type: ignore[import-not-found]  # noqa: E402
from same import SAMPLE, records, same  # type: ignore[import-not-found]  # noqa: E402

TEXTS = {"seeds": ROOT / "seeds", "dev": GOLD / "dev", "own": GOLD / "own"}


def main() -> None:
    """Measure, print and write both."""
    path = GOLD / "floor.json"
    floor = json.loads(path.read_text("utf-8")) if path.exists() else {}
    for name, texts in TEXTS.items():
        pairs = list(documents(GOLD / name, texts))
        old = floor.setdefault(name, {"records": {}, "wrong_article_fields": 1_000_000})
        for kind, s in score(pairs).items():
            was = old["records"].setdefault(kind, {"found": 0.0, "whole": 0.0})
            for measure, now in (("found", s.found_f1), ("whole", s.whole_f1)):
                was[measure] = max(was[measure], round(now, 4))
            print(f"{name} {kind}: found {s.found_f1:.4f}, whole {s.whole_f1:.4f}")
        wrong = len(article_fields(pairs))
        old["wrong_article_fields"] = min(old["wrong_article_fields"], wrong)
        print(f"{name} article fields wrong: {wrong}")
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
