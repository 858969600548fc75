"""How much the scores fall when gold articles are damaged, for each kind in `tests/damage.py`.

usage: python tools/damaged_scores.py [--texts FOLDER] [--errors] [KIND ...]
FOLDER holds NAME.txt with NAME.gold.json; without it the project's own gold is taken. Needs
opencc-python-reimplemented and pypinyin.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import qextract
from qextract.compare.score import Score, article_fields, score

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT / "tests"))
from damage import KINDS, convert, damage  # type: ignore[import-not-found]  # noqa: E402

OWN = (ROOT / "tests" / "gold" / "dev", ROOT / "tests" / "gold" / "own")
Pairs = list[tuple[dict[str, Any], list[dict[str, Any]]]]
Pages = list[tuple[dict[str, Any], str]]


def pages(folders: tuple[Path, ...]) -> Iterator[tuple[dict[str, Any], str]]:
    """Gold and text of the simplified articles: a traditional one cannot be made traditional."""
    for folder in folders:
        for path in sorted(folder.glob("*.gold.json")):
            gold = json.loads(path.read_text("utf-8"))
            text = (folder / gold["doc"]).read_text("utf-8")
            if convert(text, "t2s") == text:
                yield gold, text


def extracted(pages: Pages, kind: str | None) -> tuple[Pairs, int]:
    """Gold with the records of the (damaged) texts, and how many records are not grounded."""
    pairs: Pairs = []
    ungrounded = 0
    for number, (gold, clean) in enumerate(pages):
        text = damage(kind, clean, number) if kind else clean
        records = [json.loads(r.model_dump_json()) for r in qextract.extract(text)]
        for r in records:
            ungrounded += text[r["span"]["start"] : r["span"]["end"]] != r["text"]
        pairs.append((gold, records))
    return pairs, ungrounded


def macro(pairs: Pairs) -> tuple[float, float]:
    """Found and whole F1, averaged over the four types."""
    scores = score(pairs).values()
    found = sum(s.found_f1 for s in scores) / len(scores)
    return found, sum(s.whole_f1 for s in scores) / len(scores)


def main() -> None:
    """Print a line a kind: scores, fall, wrong article fields, ungrounded records."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--errors", action="store_true", help="what is wrong and was right before")
    parser.add_argument("kinds", nargs="*")
    options = parser.parse_args()
    held: Pages = list(pages((options.texts,) if options.texts else OWN))
    clean, _ = extracted(held, None)
    base, fields = macro(clean), len(article_fields(clean))
    known = {line for s in score(clean).values() for line in errors(s)}
    print(f"{'undamaged':18} {base[0]:.4f} / {base[1]:.4f}  {len(held)} pages, fields {fields}")
    for kind in options.kinds or KINDS:
        pairs, ungrounded = extracted(held, kind)
        now = macro(pairs)
        wrong = article_fields(pairs)
        print(
            f"{kind:18} {now[0]:.4f} / {now[1]:.4f}  fall {base[0] - now[0]:+.4f} /"
            f" {base[1] - now[1]:+.4f}  fields +{len(wrong) - fields}  ungrounded {ungrounded}",
            flush=True,
        )
        if options.errors:
            print(*(f"    {line}" for line in wrong), sep="\n")
            lines = [line for s in score(pairs).values() for line in errors(s) if line not in known]
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
