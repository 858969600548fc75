"""How much the scores fall when gold articles are damaged, for each kind in `tests/damage.py`.

usage: python tools/damaged_scores.py [--texts FOLDER] [--errors] [KIND ...]
FOLDER holds NAME.txt with NAME.gold.json; without it the project's own gold is taken. Needs
opencc-python-reimplemented and pypinyin.
"""

import argparse
import json
import sys
from itertools import chain
from pathlib import Path
from typing import Any

from qextract.compare import Document, Evaluation, Gold, evaluate, figures
from qextract.compare.report import brief

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT / "tests"))
from damage import KINDS, damage  # type: ignore[import-not-found]  # noqa: E402
from same import records, same, simplified, values  # type: ignore[import-not-found]  # noqa: E402

OWN = (ROOT / "tests" / "gold" / "dev", ROOT / "tests" / "gold" / "own")
Pages = list[tuple[dict[str, Any], str]]


def documents(pages: Pages, kind: str | None) -> list[Document]:
    """Gold with the records of the (damaged) texts."""
    made = []
    for number, (gold, clean) in enumerate(pages):
        text = damage(kind, clean, number) if kind else clean
        made.append(Document(Gold.model_validate(gold), records(text), text))
    return made


def macro(made: Evaluation) -> tuple[float, float]:
    """Found and whole F1, averaged over the four types."""
    found = figures(made)
    return found["macro.found"] or 0.0, found["macro.whole"] or 0.0


def wrong_fields(made: Evaluation) -> int:
    """How many fields of article records are wrong."""
    return sum(error.type == "article" for error in made.errors)


def main() -> None:
    """Print a line a kind: scores, fall, same records, wrong article fields, ungrounded spans."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--errors", action="store_true", help="what is wrong and was right before")
    parser.add_argument("kinds", nargs="*")
    options = parser.parse_args()
    held: Pages = list(
        chain.from_iterable(map(simplified, [options.texts] if options.texts else OWN))
    )
    clean = documents(held, None)
    made = evaluate(clean)
    base, fields, known = macro(made), wrong_fields(made), set(lines(made))
    before = [each.records for each in clean]
    print(f"{'undamaged':18} {base[0]:.4f} / {base[1]:.4f}  {len(held)} pages, fields {fields}")
    for kind in options.kinds or KINDS:
        damaged = documents(held, kind)
        made = evaluate(damaged)
        now = macro(made)
        print(
            f"{kind:18} {now[0]:.4f} / {now[1]:.4f}  fall {base[0] - now[0]:+.4f} /"
            f" {base[1] - now[1]:+.4f}  same {same(before, [d.records for d in damaged]):.4f}"
            f"  fields +{wrong_fields(made) - fields}  ungrounded {made.ungrounded}",
            flush=True,
        )
        if options.errors:
            new = [line for line in lines(made) if line not in known]
            for document, old in zip(damaged, before, strict=True):
                was, has = values(old), values(document.records)
                new += (f"{document.gold.doc} - {told(json.loads(x))}" for x in was - has)
                new += (f"{document.gold.doc} + {told(json.loads(x))}" for x in has - was)
            print(*(f"    {line}" for line in new), sep="\n")


def lines(made: Evaluation) -> list[str]:
    """The errors, a line each, without what damage changes anyhow."""
    return [
        f"{e.doc} {e.error} {e.type} {brief(e.type, e.wanted)} <> {brief(e.type, e.got)}"
        for e in made.errors
    ]


def told(record: dict[str, Any]) -> str:
    """A record in a line."""
    return brief(record["type"], record)


if __name__ == "__main__":
    main()
