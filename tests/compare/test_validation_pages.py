"""Records against the pages that they were read from."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qextract.compare import validate
from qextract.sources import Failure

from .small import PAGE, line

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def pages(tmp_path):
    """A folder of pages in many forms, and the records that a run makes of them."""
    folder = tmp_path / "pages"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "old.txt").write_bytes(PAGE.encode("gb18030"))
    (folder / "packed.txt.gz").write_bytes(gzip.compress(PAGE.encode("utf-16")))
    body = "".join(f"<p>{each}</p>" for each in PAGE.splitlines()[1:])
    (folder / "page.html").write_text(
        f"<html><head><title>云川市召开质量大会</title></head><body><div><h1>云川市召开质量大会</h1>"
        f"<article>{body * 3}</article></div></body></html>"
    )
    rows = [{"id": f"row-{number}", "text": PAGE} for number in range(5)]
    (folder / "rows.jsonl").write_text("".join(map(line, rows)))
    return folder


def extracted(folder, name="records.jsonl"):
    from qextract.runner import Options, run
    from qextract.sources import find

    results = list(run(find([str(folder)]), Options(), jobs=1))
    path = folder.parent / name
    path.write_bytes(b"".join(each.extracted.lines for each in results))
    return path


def test_records_lead_back_to_pages_in_every_form(pages):
    checked = validate(extracted(pages), sources=[pages])
    assert list(checked) == []
    assert checked.documents == 8


def test_pages_are_found_in_any_order(pages, monkeypatch):
    monkeypatch.setattr("qextract.compare.originals.HELD", 1000)  # rows have to be read again
    path = extracted(pages)
    documents = {}
    for each in path.read_text().splitlines(keepends=True):
        documents.setdefault(json.loads(each)["doc_id"], []).append(each)
    path.write_text("".join("".join(each) for each in reversed(documents.values())))
    assert list(validate(path, sources=[pages])) == []


def test_a_page_that_was_changed_is_told(pages):
    path = extracted(pages)
    page = pages / "below" / "old.txt"
    page.write_bytes(PAGE.replace("云川市", "大云川市", 1).encode("utf-8"))
    faults = list(validate(path, sources=[pages]))
    assert {each.doc_id for each in faults} == {"below/old.txt"}
    assert [each.field for each in faults][:4] == ["text", "sha256", "encoding", "chars"]
    assert (
        faults[0].reason
        == 'is "云川市召开质量大会", and the page has "大云川市召开质量大" at its span'
    )


def test_a_page_that_is_gone_is_told_once(pages):
    path = extracted(pages)
    (pages / "page.html").unlink()
    rows = (pages / "rows.jsonl").read_text().splitlines(keepends=True)
    (pages / "rows.jsonl").write_text("".join(rows[:2] + rows[3:]))
    faults = list(validate(path, sources=[pages]))
    assert [(each.doc_id, each.field) for each in faults] == [
        ("page.html", "doc_id"), ("row-2", "doc_id"),
    ]  # fmt: skip
    assert faults[0].reason.startswith(f"no such page in {pages}")


def test_a_page_that_cannot_be_read_is_a_failure(pages):
    path = extracted(pages)
    (pages / "below" / "old.txt").write_bytes(b"")
    found = list(validate(path, sources=[pages]))
    assert [type(each) for each in found] == [Failure]
    assert found[0].path.endswith("old.txt")


def test_the_seeds_hold_what_the_contract_promises():
    checked = validate(ROOT / "out" / "seeds.jsonl", sources=[ROOT / "seeds"])
    assert list(checked) == []
    assert checked.documents == 5


DAMAGE = [" ", "\n", "?", "(zhì)", "\u200b", "?!", "“", "》", "bet体育365官网:", "(", "１２", "質量", "3月", "%"]  # fmt: skip
SEEDS = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([PAGE, *SEEDS]),
    st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(DAMAGE)), max_size=30),
)
def test_whatever_the_damage_the_contract_is_kept(tmp_path_factory, text, damage):
    for at, what in sorted(damage, reverse=True):
        text = text[:at] + what + text[at:]
    folder = tmp_path_factory.getbasetemp() / "damaged"
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_bytes(text.encode("utf-8"))
    assert list(validate(extracted(folder, "damaged.jsonl"), sources=[folder])) == []
