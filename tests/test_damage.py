"""A damaged copy of an article gives the same records as the clean one, kind by kind.

The floor is `tests/gold/damaged.json`; `python tools/raise_floor.py` raises it.
"""

import json
from pathlib import Path

import pytest
from damage import KINDS, damage
from same import SAMPLE, records, same

FLOOR = json.loads((Path(__file__).parent / "gold" / "damaged.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def clean():
    return [(text, records(text)) for text in SAMPLE]


@pytest.mark.parametrize("kind", KINDS)
def test_records_do_not_depend_on_damage(kind, clean):
    texts = [damage(kind, text, number) for number, (text, _) in enumerate(clean)]
    damaged = [records(text) for text in texts]
    assert round(same([r for _, r in clean], damaged), 4) >= FLOOR[kind]
    for text, found in zip(texts, damaged, strict=True):
        for record in found:
            span = record["span"]
            assert text[span["start"] : span["end"]] == record["text"]
