"""Gold files: articles with what a reader found in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import qextract
from qextract.compare.matching import Fact


def documents(gold: Path, texts: Path) -> Iterator[tuple[dict[str, Any], list[Fact]]]:
    """Each gold file of the folder `gold`, in order, with the records of its text in `texts`."""
    for path in sorted(gold.glob("*.gold.json")):
        wanted = json.loads(path.read_text("utf-8"))
        text = (texts / wanted["doc"]).read_text("utf-8")
        records = qextract.extract(text, doc_id=wanted["doc"])
        yield wanted, [json.loads(record.model_dump_json()) for record in records]
