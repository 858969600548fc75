"""From files to documents: those that hold many are cut into pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from qextract.sources.common import (
    MAX_SIZE,
    STDIN,
    Failure,
    Fields,
    Input,
    Piece,
    Shape,
    SourceError,
    because,
)
from qextract.sources.formats import ROWS, by_content, by_suffix, is_array, is_output, is_single
from qextract.sources.streams import Stream, opened


def expand(
    inputs: Iterable[Input | Failure],
    *,
    max_size: int = MAX_SIZE,
    format: str = "auto",  # noqa: A002
    fields: Fields = Fields(),  # noqa: B008
) -> Iterator[Input | Piece | Failure]:
    """The documents of `inputs`, in order. A file that holds one document is not opened here.

    Every document gets a `doc_id` of its own: a second one with the same id is called by its place
    in its file, with a warning. 8 bytes of each id are kept for that. What fails in one document or
    file does not touch the others.
    """
    known: set[bytes] = set()
    for found in inputs:
        if isinstance(found, Failure):
            yield found
            continue
        kind = by_suffix(found.path) if format == "auto" else format
        if found.path != STDIN and is_single(found.path, format):
            yield _distinct(found, found, known)
            continue
        last = None
        try:
            with opened(found.path) as stream:
                for each in _opened(stream, found, kind, fields, max_size):
                    yield each if isinstance(each, Failure) else _distinct(each, found, known)
                    last = None if isinstance(each, Input) else each.line
                if stream.broken:
                    raise SourceError(stream.broken)
        except SourceError as error:
            yield Failure(found.path, f"{error}{_after(last)}")
        except OSError as error:
            yield Failure(found.path, f"{because(error)}{_after(last)}")


def _after(line: int | None) -> str:
    return f"; what stands before is read, to line {line}" if line else ""


def _opened(
    stream: Stream, found: Input, kind: str | None, fields: Fields, max_size: int
) -> Iterator[Input | Piece | Failure]:
    if kind is None:
        kind = by_content(stream.head)
    if kind not in ROWS:
        if stream.regular and found.path != STDIN:
            yield found
        else:
            yield Piece(found.path, None, found.doc_id, stream.read(max_size), Shape(kind))
        return
    if not stream.head:
        if not stream.broken:
            yield Failure(found.path, "the file is empty")
        return
    if is_output(stream.head):
        # a folder of pages that an earlier run has written its records into
        if found.named:
            yield Failure(found.path, "holds records that qextract wrote, not pages")
        return
    pieces = _rows(stream, found, kind, fields, max_size)
    first = next(pieces, None)
    if first is None:
        if not stream.broken:
            yield Failure(found.path, f"no {'page' if kind == 'warc' else 'row'} in it")
        return
    if kind == "json" and not found.named and not _has_text(first, fields):
        return  # settings, or something about the pages beside it
    yield first
    yield from pieces


def _has_text(first: Piece | Failure, fields: Fields) -> bool:
    from qextract.sources.read import read

    return isinstance(first, Piece) and not isinstance(read(first, fields=fields), Failure)


def _rows(
    stream: Stream, found: Input, kind: str, fields: Fields, max_size: int
) -> Iterator[Piece | Failure]:
    # imported here for the sake of the runs that meet no such file
    from qextract.sources import rows

    if kind == "warc":
        from qextract.sources.warc import pages

        return pages(stream, found, max_size)
    if kind in ("csv", "tsv"):
        delimiter = "\t" if kind == "tsv" else None
        return rows.csv_rows(stream, found, fields, max_size, delimiter)
    if kind == "json" and by_content(stream.head) == "jsonl":
        kind = "jsonl"
    elif kind == "jsonl" and is_array(stream.head):
        kind = "json"
    if kind == "json":
        return rows.json_values(stream, found, fields, max_size)
    return rows.json_lines(stream, found, fields, max_size)


def _distinct(each: Input | Piece, found: Input, known: set[bytes]) -> Input | Piece:
    if _new(each.doc_id, known):
        return each
    line = each.line if isinstance(each, Piece) else None
    place = name = f"{found.doc_id}#{line}" if line else each.doc_id
    count = 1
    while name == each.doc_id or not _new(name, known):
        count += 1
        name = f"{place}#{count}"
    if isinstance(each, Input):
        return each._replace(doc_id=name)
    warning = f"its id {each.doc_id} is that of an earlier document"
    return each._replace(doc_id=name, warnings=(*each.warnings, warning))


def _new(doc_id: str, known: set[bytes]) -> bool:
    size = len(known)
    known.add(blake2b(doc_id.encode("utf-8", "replace"), digest_size=8).digest())
    return len(known) > size
