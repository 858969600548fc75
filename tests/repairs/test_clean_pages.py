"""Undamaged pages: nothing is mended that was not broken."""

from pathlib import Path

import pytest

from qextract.repairs import repair

GOLD = Path(__file__).resolve().parent.parent / "gold"
# what such pages may really have: other scripts and widths, pictures, straight quotes
HARMLESS = {"emoji", "full_width", "invisible", "straight_quote", "traditional"}
PAGES = sorted(path for name in ("dev", "own") for path in (GOLD / name).glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_false_repairs(path):
    done = repair(path.read_text("utf-8"))
    assert done.counts.keys() <= HARMLESS
    assert done.reported == ()


def test_seeds_have_what_they_have():
    kinds = {
        path.name[:3]: set(repair(path.read_text("utf-8")).counts) - HARMLESS
        for path in (GOLD.parent.parent / "seeds").glob("*.txt")
    }
    assert kinds == {
        "000": {"byte_shift", "pinyin_gloss"},
        "001": set(),
        "002": {"brand_spam", "spam_line"},
        "003": set(),
        "004": {"pinyin_gloss"},
    }
