"""What each stage of the path costs: milliseconds a page and MB of UTF-8 a second, on one core.

Three sets of pages: the seeds; the clean ones of tests/gold; damaged copies of those, made by
tests/damage.py (which needs the `test` extra). Ends with what repair and layout cost beside
extraction (mentions, extractors, records).

    python benchmarks/stages.py [--seconds S] [--damage KIND ...] [--markdown]
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from qextract import layout, lexical
from qextract.document import Article, Source
from qextract.extractors import EXTRACTORS
from qextract.pipeline import read as read_article
from qextract.records.build import article_record, build
from qextract.repairs import repair
from qextract.sources import UndecodableError, decode

ROOT = Path(__file__).resolve().parent.parent
CLEAN = "tests/gold, clean"
DAMAGE = (
    *("gloss", "hant_tw", "shift_quote", "spam", "punctuation", "wrap_38", "spread", "layered"),
    *("gbk_as_latin1", "utf8_as_latin1", "utf8_as_gbk"),
)
BEFORE = ("repair", "layout")
EXTRACTION = ("mentions", "extractors", "records")


def pages(folder: Path) -> list[str]:
    """The texts below a folder, in order."""
    return [path.read_text("utf-8") for path in sorted(folder.rglob("*.txt"))]


def clean(texts: Iterable[str]) -> list[str]:
    """Those that need no more than folding of widths."""
    return [text for text in texts if repair(text).counts.keys() <= {"full_width"}]


def damaged(texts: Iterable[str], kind: str) -> list[str]:
    sys.path.insert(0, str(ROOT / "tests"))
    from damage import damage

    return [damage(kind, text) for text in texts]


def stages(texts: list[str]) -> dict[str, Callable[[], Any]]:
    """A call for each stage that does its work for all pages, given what the stages before made."""
    data = [text.encode("utf-8") for text in texts]
    mended = [repair(text) for text in texts]
    articles = [read_article(Source("-", text, sha256="0" * 64)) for text in texts]
    drafts = [[d for find in EXTRACTORS.values() for d in find(a)] for a in articles]

    def readable(each: bytes) -> Any:
        with contextlib.suppress(UndecodableError):  # misread pages may look like no text at all
            return decode(each)

    def mentions(article: Article) -> Any:
        return lexical.read(article.text, article.page.regions, article.reference)

    def records(article: Article, drafted: Any) -> Any:
        made = build(article, drafted)
        made.insert(0, article_record(article, made))
        return b"".join(each.__pydantic_serializer__.to_json(each) + b"\n" for each in made)

    return {
        "decode": lambda: [readable(each) for each in data],
        "repair": lambda: [repair(each) for each in texts],
        "layout": lambda: [layout.read(each.text) for each in mended],
        "mentions": lambda: [mentions(each) for each in articles],
        "extractors": lambda: [find(a) for a in articles for find in EXTRACTORS.values()],
        "records": lambda: [records(*each) for each in zip(articles, drafts, strict=True)],
    }


def measured(texts: list[str], seconds: float) -> dict[str, float]:
    """The best time of each stage for all pages, in seconds."""
    calls = stages(texts)
    best = dict.fromkeys(calls, float("inf"))
    until = time.perf_counter() + seconds
    gc.collect()
    gc.disable()
    while time.perf_counter() < until or float("inf") in best.values():
        for name, call in calls.items():
            began = time.perf_counter()
            call()
            best[name] = min(best[name], time.perf_counter() - began)
    gc.enable()
    return best


def row(name: str, texts: list[str], best: dict[str, float], *, markdown: bool) -> str:
    """A line of the table."""
    size = sum(len(text.encode("utf-8")) for text in texts)
    before, after = (sum(best[stage] for stage in group) for group in (BEFORE, EXTRACTION))
    cells = [name, f"{len(texts)}", *(f"{1e3 * t / len(texts):.2f}" for t in best.values())]
    cells += [f"{size / 1e6 / best['repair']:.0f}", f"{size / 1e6 / sum(best.values()):.1f}"]
    cells.append(f"{before / after:.2f}")
    if markdown:
        return "| " + " | ".join(cells) + " |"
    return f"{cells[0]:20}" + "".join(f"{cell:>12}" for cell in cells[1:])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=3.0, help="how long to measure each set")
    parser.add_argument("--damage", nargs="*", default=DAMAGE, metavar="KIND")
    parser.add_argument("--markdown", action="store_true", help="print a table for a document")
    options = parser.parse_args()

    plain = clean(pages(ROOT / "tests/gold"))
    sets = {"seeds": pages(ROOT / "seeds"), CLEAN: plain}
    sets |= {kind: damaged(plain, kind) for kind in options.damage}
    heads = ["", "pages", "decode", *BEFORE, *EXTRACTION, "repair MB/s", "all MB/s", "share"]
    if options.markdown:
        print("| " + " | ".join(heads) + " |")
        print("|---|" + "--:|" * (len(heads) - 1))
    else:
        print("milliseconds a page; share: repair and layout by mentions, extractors and records")
        print(f"{heads[0]:20}" + "".join(f"{head:>12}" for head in heads[1:]))
    for name, texts in sets.items():
        best = measured(texts, options.seconds)
        print(row(name, texts, best, markdown=options.markdown), flush=True)


if __name__ == "__main__":
    main()
