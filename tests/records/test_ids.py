"""Ids stay what they are, whatever is put above, however the page is encoded, in every version."""

from pathlib import Path

import pytest

import qextract
from qextract import pipeline
from qextract.sources import Input, read

ROOT = Path(__file__).parent.parent.parent
PAGES = (
    sorted((ROOT / "seeds").glob("*.txt")) + sorted((ROOT / "tests/gold/dev").glob("*.txt"))[:12]
)
INSERTED = "编者按:本栏目由云川市读者来信选编。\n\n"
PAGE = """云川市召开质量大会

本报2023年4月12日讯(记者 高远)4月12日,云川市质量大会在云川召开。去年全市新增认证证书300余张。
市长林一舟出席会议并讲话。会议印发《云川市质量提升实施方案》。
"""
IDS = {
    "article": "bdd8433033b71e7e",
    "event": "4d47e9e98d3e1dd5",
    "official": "4e738ec3f5ba0cce",
    "policy": "6118bfa2d5d8fb4b",
    "metric": "e43a40127b20ea52",
}
"""What the first version gave."""


def ids(records):
    return [record.id for record in records]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_text_inserted_above(path):
    text = path.read_text("utf-8")
    article, *others = qextract.extract(text, doc_id=path.name)
    at = article.body[0].start if article.body else 0
    changed = qextract.extract(text[:at] + INSERTED + text[at:], doc_id=path.name)
    assert changed[0].id == article.id
    assert set(ids(changed)) >= set(ids(others))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("path", PAGES[:8], ids=lambda path: path.stem)
def test_another_encoding(path, encoding, tmp_path):
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    (tmp_path / path.name).write_bytes((mark + path.read_text("utf-8")).encode(encoding))
    found = read(Input(str(tmp_path / path.name), path.name))
    assert ids(pipeline.extract(found)) == ids(
        qextract.extract(path.read_text("utf-8"), doc_id=path.name)
    )


def test_ids_of_a_page_for_all_time():
    """No version of the program is in them: who joined on them goes on to."""
    made = {record.type: record.id for record in qextract.extract(PAGE, doc_id="a.txt")}
    assert made == IDS


def test_the_document_is_in_them():
    one, other = (ids(qextract.extract(PAGE, doc_id=name)) for name in ("a.txt", "b.txt"))
    assert set(one).isdisjoint(other)
    assert len(set(one)) == len(one)
