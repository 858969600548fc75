"""Whether two copies of an article give the same records, whatever their offsets."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import qextract

GOLD = Path(__file__).parent / "gold"
PLACES = ("id", "doc_id", "text", "span", "mentions", "grounding")
Records = list[dict[str, Any]]


def simplified(folder: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Gold and text of the simplified articles: a traditional one cannot be made traditional."""
    from damage import convert

    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = (folder / gold["doc"]).read_text("utf-8")
        if convert(text, "t2s") == text:
            yield gold, text


def sample() -> Iterator[str]:
    """Every fourth of them: enough for each kind of page to be there."""
    for folder in ("dev", "own"):
        for number, (_, text) in enumerate(simplified(GOLD / folder)):
            if number % 4 == 0:
                yield text


def records(text: str) -> Records:
    """The records of a text as JSON values."""
    return [json.loads(record.model_dump_json()) for record in qextract.extract(text)]


def values(found: Records) -> Counter[str]:
    """What the records say, without where they stand."""
    return Counter(
        json.dumps({k: v for k, v in record.items() if k not in PLACES}, ensure_ascii=False)
        for record in found
        if record["type"] != "article"
    )


def same(clean: Sequence[Records], damaged: Sequence[Records]) -> float:
    """F1 of the damaged copies' records against the clean ones', equal in every value."""
    pairs = [(values(a), values(b)) for a, b in zip(clean, damaged, strict=True)]
    both = sum((a & b).total() for a, b in pairs)
    return 2 * both / max(1, sum(a.total() + b.total() for a, b in pairs))


SAMPLE = tuple(sample())
