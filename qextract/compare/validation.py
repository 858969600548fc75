"""Records in files against the contract: the schema, what holds between fields, between records of a
document, and between records and their page.

for fault in validate("records.jsonl", sources=["pages/"]):
    print(fault)        # records.jsonl:12: a.txt/fe22a156698eb22b: span: ends at 9, before its start, 12
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from qextract.compare.document_checks import MANY, DocumentChecks
from qextract.compare.faults import Fault
from qextract.compare.invariants import record_faults
from qextract.compare.object_lines import PACKED, LineError, parsed
from qextract.compare.originals import Originals
from qextract.compare.shapes import shape_faults
from qextract.records import MODELS
from qextract.sources import MAX_SIZE, STDIN, Failure, Fields
from qextract.sources.common import SourceError, because, too_large
from qextract.sources.streams import lines, opened

MARK = b"\xef\xbb\xbf"
TYPES = tuple(MODELS)


class Validation:
    """Going through it gives each `Fault`, and a `Failure` for each file or page that cannot be read,
    as they come; the counts are of what was gone through so far.
    """

    def __init__(
        self, paths: Sequence[str], originals: Originals | None, types: frozenset[str]
    ) -> None:
        self.files = self.documents = self.records = 0
        self.faults = self.failures = 0
        self._types = types
        self._found = self._all(paths, originals)

    def __iter__(self) -> Iterator[Fault | Failure]:
        return self

    def __next__(self) -> Fault | Failure:
        each = next(self._found)
        if isinstance(each, Fault):
            self.faults += 1
        else:
            self.failures += 1
        return each

    def _all(self, paths: Sequence[str], originals: Originals | None) -> Iterator[Fault | Failure]:
        for path in paths:
            checks = DocumentChecks(self._types, originals)
            for file in _files(path):
                if isinstance(file, Failure):
                    yield file
                else:
                    yield from self._file(file, checks)
            yield from checks.end()
            self.documents += checks.documents

    def _file(self, path: str, checks: DocumentChecks) -> Iterator[Fault | Failure]:
        number = 0
        try:
            with opened(path) as stream:
                for number, line in lines(stream, "utf-8", MAX_SIZE):
                    yield from self._line(path, number, line, checks)
                if stream.broken:
                    checks.lost += MANY
                    yield Fault(path, number + 1, None, None, None, stream.broken)
                    number += 1
            if not number:
                yield Failure(path, "no record in it")
        except OSError as error:
            yield Failure(path, because(error))
        except SourceError as error:
            yield Failure(path, str(error))
        self.files += bool(number)

    def _line(
        self, path: str, number: int, line: bytes, checks: DocumentChecks
    ) -> Iterator[Fault | Failure]:
        if number == 1 and line.startswith(MARK):
            yield Fault(path, 1, None, None, None, "begins with a byte order mark")
            line = line.removeprefix(MARK)
        if len(line) > MAX_SIZE:
            checks.lost += 1
            yield Fault(path, number, None, None, None, too_large(None, MAX_SIZE))
            return
        try:
            record = parsed(line)
        except LineError as error:
            checks.lost += 1 if line.endswith(b"\n") else MANY
            yield Fault(path, number, None, None, None, str(error))
            return
        self.records += 1
        doc_id, id_ = (_string(record.get(name)) for name in ("doc_id", "id"))
        faults = [*shape_faults(record, line)]
        for field, reason in faults:
            yield Fault(path, number, doc_id, id_, field, reason)
        yield from checks.check(record, (path, number), whole=not faults)
        if not faults:
            for field, reason in record_faults(record, checks.chars):
                yield Fault(path, number, doc_id, id_, field, reason)


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _files(path: str) -> Iterator[str | Failure]:
    """The files of a path: itself, or those of records in a folder, in sorted order."""
    if not os.path.isdir(path):
        known = path == STDIN or os.path.exists(path)
        yield path if known else Failure(path, "no such file or folder (check the spelling)")
        return
    empty = True
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            if name.endswith(PACKED):
                empty = False
                yield os.path.join(folder, name)
    if empty:
        yield Failure(path, "no .jsonl file in this folder")


def validate(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    sources: Iterable[str | os.PathLike[str]] = (),
    types: Iterable[str] = TYPES,
    max_size: int = MAX_SIZE,
    format: str = "auto",  # noqa: A002
    fields: Fields | None = None,
) -> Validation:
    """Check the records under `paths`: JSON Lines files, folders of them, `-`; compressed or not.

    Each path is one run's output: ids are unique in it. sources: where the pages lie, as they were
    named to `qextract run`, with the same `max_size`, `format` and `fields`; without them nothing
    is compared with a page. types: what `run --types` was told to write.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else paths
    pages = [os.fspath(each) for each in sources]
    originals = Originals(pages, max_size=max_size, format=format, fields=fields) if pages else None
    return Validation([os.fspath(each) for each in given], originals, frozenset(types))
