"""What the file of a document is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qextract.sinks.names import file_name


@pytest.mark.parametrize(
    ("doc_id", "parts"),
    [
        ("a.txt", ["a.txt.jsonl"]),
        ("2023/a.txt", ["2023", "a.txt.jsonl"]),
        ("rows.jsonl#17", ["rows.jsonl#17.jsonl"]),
        ("100%.txt", ["100%.txt.jsonl"]),
        ("年 报.txt", ["年 报.txt.jsonl"]),
        ("https://a.example/b?c=d", ["https:", "%2Fa.example", "b?c=d.jsonl"]),
        ("../../x", ["%2E%2E", "%2E%2E", "x.jsonl"]),
        ("/etc/x", ["%2Fetc", "x.jsonl"]),
        ("a//", ["a", "%2F.jsonl"]),
        ("..", ["%2E%2E.jsonl"]),
        ("a\0b\\c\n", ["a%00b%5Cc%0A.jsonl"]),
        ("%2E", ["%252E.jsonl"]),
        ("a.jsonl/b", ["a%2Ejsonl", "b.jsonl"]),
    ],
)
def test_names(doc_id, parts):
    assert file_name(doc_id, ".jsonl") == parts


def test_a_text_keeps_its_name():
    assert file_name("2023/a.txt", ".txt") == ["2023", "a.txt"]
    assert file_name("2023/a.html", ".txt") == ["2023", "a.html.txt"]


NAMES = st.text("a./\\%2Ee\0\n名:", max_size=12) | st.text(max_size=700) | st.just("a/" * 700)


@given(NAMES)
def test_any_id_is_a_path_below_the_folder(doc_id):
    parts = file_name(doc_id, ".jsonl")
    assert all(
        part not in ("", ".", "..") and "/" not in part and "\0" not in part for part in parts
    )
    assert all(len(part.encode()) <= 220 for part in parts)
    assert len("/".join(parts).encode()) <= 1000


@given(st.lists(NAMES, unique=True, max_size=6))
def test_different_ids_have_different_names(ids):
    for suffix in (".jsonl", ".json"):
        assert len({tuple(file_name(each, suffix)) for each in ids}) == len(ids)
