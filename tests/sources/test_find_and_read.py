"""Paths to documents."""

import hashlib
import os
import stat

import pytest

from qextract.document import Source
from qextract.sources import Failure, Input, find, read

PAGE = "云川市召开质量大会。\n"


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """b/ before b.txt would be wrong: the order is that of whole paths."""
    for name in (
        "a/b/1.txt",
        "a/b.txt",
        "a/c.TXT",
        "a/d.md",
        "a/.git/x.txt",
        "a/.x.txt",
        "z/b.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE, "utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths):
    return [(each.path, each.doc_id) for each in find(paths) if isinstance(each, Input)]


def test_a_folder_is_walked_in_the_order_of_paths(tree):
    assert found("a") == [("a/b.txt", "b.txt"), ("a/b/1.txt", "b/1.txt"), ("a/c.TXT", "c.TXT")]
    ids = [doc_id for _, doc_id in found(".")]
    assert ids == sorted(ids)
    assert "lost.txt" in ids


def test_a_named_file_may_have_any_suffix_and_is_called_by_its_name(tree):
    assert found("a/d.md", "a/.x.txt") == [("a/d.md", "d.md"), ("a/.x.txt", ".x.txt")]


def test_what_several_arguments_lead_to_is_read_once(tree):
    assert found("a/b.txt", "a", "./a/b/../b.txt") == found("a")
    assert found("-", "-") == [("-", "-")]


def test_different_files_never_share_a_doc_id(tree):
    assert found("a", "z") == [*found("a"), ("z/b.txt", "z/b.txt")]
    (tree / "y/z").mkdir(parents=True)
    (tree / "y/z/b.txt").write_text(PAGE, "utf-8")
    assert [doc_id for _, doc_id in found("a/b.txt", "z", "y/z")] == [
        "b.txt",
        "z/b.txt",
        "z/b.txt#2",
    ]


@pytest.mark.parametrize(
    ("path", "reason"),
    [("nope", "no such file"), ("empty", "no .txt, .html, "), ("lost.txt", "a link to nothing")],
)
def test_what_is_not_there_is_a_failure(tree, path, reason):
    (failure,) = find([path])
    assert isinstance(failure, Failure)
    assert failure.path == path
    assert reason in failure.reason


def test_a_walk_takes_only_what_is_asked_for(tree):
    walk = find(["a", "nope"])
    assert next(walk) == Input("a/b.txt", "b.txt")


def test_names_that_utf_8_cannot_hold_are_shown_all_the_same(tmp_path):
    name = os.fsencode(tmp_path) + b"/\xc0\xee.txt"
    try:
        with open(name, "wb") as file:
            file.write(PAGE.encode())
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (each,) = find([str(tmp_path)])
    assert each.doc_id == "��.txt"
    assert isinstance(read(each), Source)


def test_a_page_is_read_with_its_checksum(tmp_path):
    data = PAGE.encode("gb18030")
    (tmp_path / "p.txt").write_bytes(data)
    (each,) = find([str(tmp_path / "p.txt")])
    assert read(each) == Source("p.txt", PAGE, "gb18030", hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "white space"),
        ("\ufeff".encode(), "white space"),
        (b"a\0", "binary"),
        (b"x" * 2001, "2 kB, larger than the limit of 2 kB"),
    ],
    ids=["empty", "blank", "mark", "nul", "large"],
)
def test_a_file_that_gives_no_text_is_a_failure(tmp_path, data, reason):
    path = tmp_path / "p.txt"
    path.write_bytes(data)
    failure = read(Input(str(path), "p.txt"), max_size=2000)
    assert isinstance(failure, Failure)
    assert reason in failure.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission_is_a_failure(tmp_path):
    for name in ("p.txt", "folder"):
        path = tmp_path / name
        path.mkdir() if name == "folder" else path.write_text(PAGE, "utf-8")
        path.chmod(stat.S_IWUSR)
        (each,) = find([str(path)])
        failure = each if isinstance(each, Failure) else read(each)
        path.chmod(stat.S_IRWXU)
        assert "no permission" in failure.reason


def test_a_folder_in_place_of_a_file_is_a_failure(tmp_path):
    failure = read(Input(str(tmp_path), "x"))
    assert isinstance(failure, Failure)
    assert "cannot be read" in failure.reason
