"""Figures on gold: a floor that only rises (`python tools/raise_floor.py` raises it)."""

import json
from pathlib import Path

import pytest

from qextract.compare import Threshold, figures, measure, verdicts

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parent.parent / "seeds"
FLOOR = json.loads((GOLD / "floor.json").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(FLOOR))
def test_figures_do_not_fall(name):
    made = measure(GOLD / name, texts=SEEDS if name == "seeds" else None)
    floor = [Threshold(figure, least) for figure, least in FLOOR[name].items()]
    assert made.failures == []
    assert [each for each in verdicts(figures(made), floor) if not each.met] == []
