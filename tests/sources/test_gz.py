"""Compressed files of every kind."""

import gzip
import hashlib
import json
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qextract.document import Source
from qextract.sources import Failure, Input, expand, find, read
from qextract.sources.common import Piece
from qextract.sources.streams import opened

PAGE = "云川市召开质量大会\n\n4月12日,云川市质量大会在云川召开。市长林一舟出席会议并讲话。\n"
HTML = f"<!DOCTYPE html><title>云川市召开质量大会</title><p>{'</p><p>'.join(PAGE.split())}</p>"
ROWS = "".join(json.dumps({"id": n, "text": PAGE}) + "\n" for n in range(4))
CSV = "id,text\n" + "".join(f'{n},"{PAGE}"\n' for n in range(4))


@pytest.fixture
def documents(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def read_all(name, data, max_size=100_000):
        (tmp_path / name).write_bytes(data)
        return [
            each if isinstance(each, Failure) else read(each, max_size=max_size)
            for each in expand(find(["."]), max_size=max_size)
        ]

    return read_all


@pytest.mark.parametrize("level", [0, 9])
@pytest.mark.parametrize(
    ("name", "content", "ids"),
    [
        ("p.txt.gz", PAGE, ["p.txt.gz"]),
        ("P.TXT.GZ", PAGE, ["P.TXT.GZ"]),
        ("p.html.gz", HTML, ["p.html.gz"]),
        ("p.jsonl.gz", ROWS, ["0", "1", "2", "3"]),
        ("p.csv.gz", CSV, ["0", "1", "2", "3"]),
        ("p.tsv.gz", CSV.replace(",", "\t"), ["0", "1", "2", "3"]),
        ("p.json.gz", f"[{ROWS.strip()}]".replace("\n", ","), ["0", "1", "2", "3"]),
        # compressed, and not called so
        ("p.txt", PAGE, ["p.txt"]),
        ("p.jsonl", ROWS, ["0", "1", "2", "3"]),
    ],
)
def test_a_compressed_file_is_what_is_in_it(documents, name, content, ids, level):
    found = documents(name, gzip.compress(content.encode(), level))
    assert [each.doc_id for each in found] == ids
    for each in found:
        assert each.text.split() == PAGE.split() or each.text == PAGE.replace(",", "\t")


def test_the_checksum_is_that_of_the_page_unpacked(documents):
    (source,) = documents("p.txt.gz", gzip.compress(PAGE.encode("gb18030")))
    digest = hashlib.sha256(PAGE.encode("gb18030")).hexdigest()
    assert source == Source("p.txt.gz", PAGE, "gb18030", digest)


@pytest.mark.parametrize("between", [b"", b"\0" * 600])
def test_many_members_are_one_file(documents, between):
    data = between.join(gzip.compress(line.encode()) for line in ROWS.splitlines(keepends=True))
    assert [each.doc_id for each in documents("p.jsonl.gz", data + b"behind it")] == list("0123")


LONG = "".join(
    json.dumps({"id": n, "text": hashlib.sha512(b"%d" % n).hexdigest() * 4}) + "\n"
    for n in range(400)
)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda data: data[: len(data) // 2], "the .gz is cut off before its end"),
        (lambda data: data[:-3], "the .gz is cut off before its end"),
        (lambda data: data[:-8] + bytes(8), "the .gz is damaged: incorrect data check"),
        (lambda data: data[:3000] + bytes(60) + data[3060:], "the .gz is damaged: "),
        (lambda data: data[:2] + b"\x07" + data[3:], "the .gz is damaged: unknown compression"),
    ],
    ids=["half", "end", "check", "middle", "head"],
)
def test_a_spoilt_file_is_one_failure_and_what_stands_before_is_read(documents, spoil, reason):
    *found, failure = documents("p.jsonl.gz", spoil(gzip.compress(LONG.encode())))
    assert (failure.path, failure.line) == ("./p.jsonl.gz", None)
    assert failure.reason.startswith(reason)
    sources = [each for each in found if isinstance(each, Source)]
    # the last of them may be spoilt already
    assert [each.doc_id for each in sources][:30] == [str(n) for n in range(len(sources))][:30]
    if found:
        assert failure.reason.endswith(f"what stands before is read, to line {len(found)}")


@pytest.mark.parametrize("cut", [5, 60, -9, -1])
def test_a_page_that_is_cut_off_is_one_failure(documents, cut):
    (failure,) = documents("p.txt.gz", gzip.compress(PAGE.encode())[:cut])
    assert failure.reason == "the .gz is cut off before its end (fetch it again)"


@pytest.mark.parametrize("name", ["p.txt.gz", "p.html.gz", "p.jsonl.gz", "p.csv.gz"])
def test_a_bomb_is_not_unpacked(documents, name):
    packer = zlib.compressobj(9, wbits=31)
    data = packer.compress(b"" if name == "p.jsonl.gz" else b'text\n"')
    data += b"".join(packer.compress(b"x" * 1_000_000) for _ in range(30)) + packer.flush()
    assert len(data) < 100_000
    *_, failure = found = documents(name, data)
    assert len(found) == 1
    assert "larger than the limit of 100 kB" in failure.reason


@pytest.mark.parametrize(
    ("name", "data"), [("p.txt.gz", gzip.compress(b"")), ("p.jsonl.gz", gzip.compress(b""))]
)
def test_nothing_in_it(documents, name, data):
    (failure,) = documents(name, data)
    assert failure.reason == "the file is empty"


def test_a_name_that_promises_more_than_the_file_keeps(documents):
    (source,) = documents("p.txt.gz", PAGE.encode())
    assert source.text == PAGE


@given(st.lists(st.binary(max_size=3000), min_size=1, max_size=4), st.integers(1, 60))
def test_unpacking_gives_what_was_packed(tmp_path_factory, parts, count):
    path = tmp_path_factory.getbasetemp() / "any.gz"
    path.write_bytes(b"".join(map(gzip.compress, parts)))
    with opened(str(path)) as stream:
        read_parts = []
        while part := stream.file.read(count * 50):
            read_parts.append(part)
    assert b"".join(read_parts) == b"".join(parts)
    assert stream.broken is None


@given(st.binary(max_size=300))
def test_any_bytes_after_the_mark_are_read_or_refused(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.txt.gz"
    path.write_bytes(b"\x1f\x8b\x08" + data)
    assert isinstance(read(Input(str(path), "x")), Failure | Source)
    assert all(isinstance(each, Failure | Piece | Input) for each in expand(find([str(path)])))


def test_memory_does_not_grow_with_the_file(tmp_path):
    text = json.dumps({"text": PAGE * 50}) + "\n"
    with gzip.open(tmp_path / "p.jsonl.gz", "wb", 1) as file:
        for _ in range(20_000_000 // len(text)):
            file.write(text.encode())
    tracemalloc.start()
    count = sum(isinstance(each, Piece) for each in expand(find([str(tmp_path)])))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000_000 // len(text)
    assert most < 2_000_000
