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

from qextract.compare.score import Score, article_fields, score

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT / "tests"))
from damage import KINDS, damage  # type: ignore[import-not-found]  # noqa: E402
from same import records, same, simplified, values  # type: ignore[import-not-found]  # noqa: E402

OWN = (ROOT / "tests" / "gold" / "dev", ROOT / "tests" / "gold" / "own")
Pairs = list[tuple[dict[str, Any], list[dict[str, Any]]]]
Pages = list[tuple[dict[str, Any], str]]


def extracted(pages: Pages, kind: str | None) -> tuple[Pairs, int]:
    """Gold with the records of the (damaged) texts, and how many records are not grounded."""
    pairs: Pairs = []
    ungrounded = 0
    for number, (gold, clean) in enumerate(pages):
        text = damage(kind, clean, number) if kind else clean
        found = records(text)
        for r in found:
            ungrounded += text[r["span"]["start"] : r["span"]["end"]] != r["text"]
        pairs.append((gold, found))
    return pairs, ungrounded


def macro(pairs: Pairs) -> tuple[float, float]:
    """Found and whole F1, averaged over the four types."""
    scores = score(pairs).values()
    found = sum(s.found_f1 for s in scores) / len(scores)
    return found, sum(s.whole_f1 for s in scores) / len(scores)


def main() -> None:
    """Print a line a kind: scores, fall, same records, wrong article fields, ungrounded records."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--errors", action="store_true", help="what is wrong and was right before")
    parser.add_argument("kinds", nargs="*")
    options = parser.parse_args()
    held: Pages = list(
        chain.from_iterable(map(simplified, [options.texts] if options.texts else OWN))
    )
    clean, _ = extracted(held, None)
    base, fields = macro(clean), len(article_fields(clean))
    before = [found for _, found in clean]
    known = {line for s in score(clean).values() for line in errors(s)}
    print(f"{'undamaged':18} {base[0]:.4f} / {base[1]:.4f}  {len(held)} pages, fields {fields}")
    for kind in options.kinds or KINDS:
        pairs, ungrounded = extracted(held, kind)
        now = macro(pairs)
        wrong = article_fields(pairs)
        print(
            f"{kind:18} {now[0]:.4f} / {now[1]:.4f}  fall {base[0] - now[0]:+.4f} /"
            f" {base[1] - now[1]:+.4f}  same {same(before, [r for _, r in pairs]):.4f}  fields +{len(wrong) - fields}  ungrounded {ungrounded}",
            flush=True,
        )
        if options.errors:
            print(*(f"    {line}" for line in wrong), sep="\n")
            lines = [line for s in score(pairs).values() for line in errors(s) if line not in known]
            for (gold, found), old in zip(pairs, before, strict=True):
                was, now_values = values(old), values(found)
                lines += (f"{gold['doc']} - {brief(json.loads(x))}" for x in was - now_values)
                lines += (f"{gold['doc']} + {brief(json.loads(x))}" for x in now_values - was)
            print(*(f"    {line}" for line in lines), sep="\n")


def errors(scored: Score) -> list[str]:
    """The errors of one type, a line each, without what damage changes anyhow."""
    return [f"{doc} {how} {brief(what)}" for doc, how, what in scored.errors]


def brief(what: Any) -> str:
    """A gold entry, a record, or both, in a line."""
    if isinstance(what, tuple):
        return " <> ".join(map(brief, what))
    kept = ("name", "title", "value", "unit", "subject", "trigger", "date", "positions", "location")
    shown = {**what, "date": (what.get("date") or {}).get("edtf")}
    return " ".join(f"{k}={shown[k]}" for k in kept if shown.get(k))


if __name__ == "__main__":
    main()
