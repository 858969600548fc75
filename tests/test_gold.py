"""Scores against gold: a floor that only rises (`python tools/raise_floor.py` raises it)."""

import json
from pathlib import Path

import pytest

from qextract.compare.gold import documents
from qextract.compare.score import article_fields, score

GOLD = Path(__file__).parent / "gold"
ROOT = Path(__file__).parent.parent
FLOOR = json.loads((GOLD / "floor.json").read_text("utf-8"))


@pytest.fixture(scope="module", params=sorted(FLOOR))
def scored(request):
    name = request.param
    texts = ROOT / "seeds" if name == "seeds" else GOLD / name
    return name, list(documents(GOLD / name, texts))


def test_scores_do_not_fall(scored):
    name, pairs = scored
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


def test_article_fields_do_not_fall(scored):
    name, pairs = scored
    wrong = article_fields(pairs)
    assert len(wrong) <= FLOOR[name]["wrong_article_fields"], "\n".join(wrong)
