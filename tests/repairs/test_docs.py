"""What docs/repairs.md says of each kind is what repair does."""

import re
from pathlib import Path

import pytest

from qextract.repairs import repair
from qextract.repairs.reasons import REASONS

DOC = (Path(__file__).resolve().parent.parent.parent / "docs/repairs.md").read_text("utf-8")
CODE = re.compile(r"`([^`]*)`")
ESCAPE = re.compile(r"\\n|\\u[0-9a-f]{4}|\\U[0-9a-f]{8}")


def plain(text):
    """A code span of the document as the text that it stands for."""
    return ESCAPE.sub(lambda match: match[0].encode().decode("unicode_escape"), text)


ROWS = {
    cells[1].strip(" `"): [plain(found) for cell in cells[4:6] for found in CODE.findall(cell)]
    for line in DOC.splitlines()
    if line.startswith("| `") and len(cells := line.split("|")) == 7
}


REPORTED = {
    cells[1].strip(" `"): list(map(plain, CODE.findall(cells[3])))
    for line in DOC.splitlines()
    if line.startswith("| `") and len(cells := line.split("|")) == 5
}


def test_each_kind_has_a_row():
    assert sorted([*ROWS, *REPORTED]) == sorted(REASONS)


@pytest.mark.parametrize("kind", REPORTED)
def test_reported(kind):
    assert REPORTED[kind]
    for text in REPORTED[kind]:
        done = repair(text)
        assert (done.text, done.counts) == (text, {})
        assert [one.kind for one in done.reported] == [kind]
        assert len(done.warnings) == 1


@pytest.mark.parametrize("kind", ROWS)
def test_examples(kind):
    damaged, mended = ROWS[kind]
    done = repair(damaged)
    assert done.text == mended
    assert done.counts[kind] > 0
    assert done.counts.keys() <= {kind, "traditional", "full_width"}
    assert len(done.warnings) == (kind == "brand_masked")


def test_what_stays():
    start = DOC.index("What a writer put there stays:")
    kept = CODE.findall(DOC[start : DOC.index("\n\n", start)])
    assert len(kept) > 5
    for text in map(plain, kept):
        assert (repair(text).text, repair(text).counts) == (text, {})
