"""Scores against gold: a floor that only rises (`python tools/raise_floor.py` raises it)."""

import json
from pathlib import Path

import pytest

import qextract
from qextract.compare.score import article_fields, score

GOLD = Path(__file__).parent / "gold"
ROOT = Path(__file__).parent.parent
FLOOR = json.loads((GOLD / "floor.json").read_text("utf-8"))
TEXTS = {"seeds": ROOT / "seeds", "dev": GOLD / "dev"}


@pytest.fixture(scope="module", params=sorted(TEXTS))
def documents(request):
    name = request.param
    pairs = []
    for path in sorted((GOLD / name).glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = (TEXTS[name] / gold["doc"]).read_text("utf-8")
        records = qextract.extract(text, doc_id=gold["doc"])
        pairs.append((gold, [json.loads(record.model_dump_json()) for record in records]))
    return name, pairs


def test_scores_do_not_fall(documents):
    name, pairs = documents
    got = {
        kind: {"found": round(s.found_f1, 4), "whole": round(s.whole_f1, 4)}
        for kind, s in score(pairs).items()
    }
    fallen = [
        f"{kind} {measure}: {got[kind][measure]} is below the floor {floor}"
        for kind, floors in FLOOR[name]["records"].items()
        for measure, floor in floors.items()
        if got[kind][measure] < floor
    ]
    assert not fallen, "\n".join(fallen)


def test_article_fields_do_not_fall(documents):
    name, pairs = documents
    wrong = article_fields(pairs)
    assert len(wrong) <= FLOOR[name]["wrong_article_fields"], "\n".join(wrong)
