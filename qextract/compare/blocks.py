"""Records in a file, document by document; lines that nobody asks for are not parsed."""

from __future__ import annotations

import io
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any, NamedTuple

from qextract._version import SCHEMA_VERSION
from qextract.compare import object_lines
from qextract.compare.changes import TYPES, Record
from qextract.sources.common import STDIN, Failure, SourceError, because
from qextract.sources.formats import GZ_MARK
from qextract.sources.streams import opened

LONGEST = 20_000_000
"""Bytes of a line; what is longer is no record."""
KEPT = 1_000
"""Damaged lines of a file that are told one by one."""
WIDE = (b"\xff\xfe", b"\xfe\xff")

HEAD = re.compile(
    rb'\{"schema_version":"%s","type":"(%s)","id":"([0-9a-f]{16})","doc_id":"([^"\\]++)"'
    % (re.escape(SCHEMA_VERSION.encode()), "|".join(TYPES).encode())
)
"""How a line begins as `qextract run` writes it."""
NAMED = re.compile(
    rb'"type":\s*+"(\w++)",\s*+"id":\s*+"([0-9a-f]{16})",\s*+"doc_id":\s*+"([^"\\]++)"'
)
"""What tells in a damaged line which record it was."""
END = b"}\n"


class Head(NamedTuple):
    """What is known of a line without parsing it. An unreadable one may have an id all the same."""

    type: bytes
    id: bytes
    readable: bool = True


class Block(NamedTuple):
    """Consecutive lines of one document.

    heads: one a line, `None` where it is empty or cannot be read. numbers: of the lines, from 1.
    file: which of several files; offset and size: where in it, in bytes.
    """

    doc_id: str
    lines: list[bytes]
    heads: list[Head | None]
    numbers: Sequence[int]
    file: int
    offset: int
    size: int

    @property
    def records(self) -> int:
        return sum(head is not None and head.readable for head in self.heads)


class _Failures(list[Failure]):
    """The first of many failures, and how many more there are."""

    more = 0

    def append(self, failure: Failure) -> None:
        if len(self) < KEPT:
            super().append(failure)
        else:
            self.more += 1


class RecordsFile:
    """A JSON Lines file, a folder of such files, or standard input; each may be compressed."""

    def __init__(self, path: str, name: str | None = None) -> None:
        """name: what to call it in messages. Standard input is copied to a temporary file."""
        self.path = path
        self.name = name or ("standard input" if path == STDIN else path)
        self.failures: list[Failure] = []
        self._paths = [path]
        self._copies: dict[str, IO[bytes]] = {}
        if path != STDIN and os.path.isdir(path):
            self._paths = list(_below(path, ""))
            if not self._paths:
                self.failures.append(Failure(path, "no .jsonl file in this folder"))
        elif path != STDIN and not os.path.exists(path):
            reason = "no such file or folder (check the spelling)"
            self.failures.append(Failure(path, reason))
            self._paths = []
        elif path == STDIN or not (os.path.isfile(path) or path == os.devnull):
            self._copy(path)

    @classmethod
    def of(cls, file: IO[bytes], name: str) -> RecordsFile:
        """Records in a file that is open for reading at any place."""
        made = cls(os.devnull, name)
        made._copies = {os.devnull: file}
        return made

    def blocks(self) -> Iterator[Block]:
        """All documents in the order of the file. `failures` grows; it is begun anew here."""
        if self._paths:
            self.failures = []
        for number, path in enumerate(self._paths):
            failures = _Failures()
            try:
                with self._open(path) as (file, broken):
                    try:
                        yield from _blocks(file, self._named(path), failures, number)
                    finally:
                        self.failures += failures
                    if failures.more:
                        more = f"{failures.more:,} more lines are no records"
                        self.failures.append(Failure(self._named(path), more))
                    if reason := broken():
                        self.failures.append(Failure(self._named(path), reason))
            except SourceError as error:
                self.failures.append(Failure(self._named(path), str(error)))
            except OSError as error:
                self.failures.append(Failure(self._named(path), because(error)))

    def seekable(self, number: int) -> IO[bytes]:
        """One of its files, to be read at any place; what was compressed is copied."""
        path = self._paths[number]
        if path not in self._copies:
            with open(path, "rb") as file:
                packed = file.read(2) == GZ_MARK
            if packed:
                self._copy(path)
            else:
                self._copies[path] = open(path, "rb")  # noqa: SIM115
        return self._copies[path]

    def again(self, place: Sequence[int]) -> Block:
        """A block read anew: by its file, offset, bytes and first line."""
        number, offset, size, first = place
        file = self.seekable(number)
        file.seek(offset)
        data = io.BytesIO(file.read(size))
        return next(_blocks(data, "", [], number, first))

    def _named(self, path: str) -> str:
        return path if len(self._paths) > 1 else self.name

    def _copy(self, path: str) -> None:
        copy = tempfile.TemporaryFile()  # noqa: SIM115
        with opened(path) as stream:
            shutil.copyfileobj(stream.file, copy)
        self._copies[path] = copy

    @contextmanager
    def _open(self, path: str) -> Iterator[tuple[IO[bytes], Any]]:
        if path in self._copies:
            copy = self._copies[path]
            copy.seek(0)
            yield copy, lambda: None
            return
        with opened(path) as stream:
            yield stream.file, lambda: stream.broken


def _below(folder: str, below: str) -> Iterator[str]:
    """Files of records in a folder, in the order of the documents that they are named after."""
    with os.scandir(folder) as scan:
        entries = sorted(
            (re.sub(r"\.(?:jsonl|ndjson)(?:\.gz)?\Z", "", entry.name) + "/" * entry.is_dir(), entry)
            for entry in scan
            if not entry.name.startswith(".")
        )
    for name, entry in entries:
        if name.endswith("/"):
            yield from _below(entry.path, below + name)
        elif entry.name.endswith(object_lines.PACKED):
            yield entry.path


def _blocks(
    file: IO[bytes], name: str, failures: list[Failure], number: int, first: int = 1
) -> Iterator[Block]:
    doc = b""
    lines: list[bytes] = []
    heads: list[Head | None] = []
    at, begin, offset, match = first, first, 0, HEAD.match
    start = 0
    while line := file.readline(LONGEST):
        size = len(line)
        while size >= LONGEST and not line.endswith(b"\n") and (rest := file.readline(LONGEST)):
            size += len(rest)
            line = line[:-1] + rest[-1:]  # cut, so that it is no record, and ended as it was
        found = match(line)
        if found is not None and line.endswith(END):
            type_, id_, own = found.groups()
            head: Head | None = Head(type_, id_)
        else:
            if at == 1 and line.startswith(WIDE):
                raise SourceError("is UTF-16, not UTF-8 (let qextract write it: -o FILE)")
            read = _slowly(line, name, at)
            if isinstance(read, Failure):
                failures.append(read)
                read = _cut_off(line)
            own, head = read
            own = own or doc
        if own != doc:
            if doc:
                doc_id = doc.decode("utf-8", "replace")
                yield Block(doc_id, lines, heads, range(begin, at), number, start, offset - start)
                lines, heads, begin, start = [], [], at, offset
            doc = own
        lines.append(line)
        heads.append(head)
        at += 1
        offset += size
    if doc:
        doc_id = doc.decode("utf-8", "replace")
        yield Block(doc_id, lines, heads, range(begin, at), number, start, offset - start)


def _slowly(line: bytes, name: str, at: int) -> Failure | tuple[bytes, Head | None]:
    """Document and head of a line that another program wrote, or that is damaged."""
    if not line.strip():
        return b"", None
    record = parsed(line, name, at)
    if isinstance(record, Failure):
        return record
    head = Head(record["type"].encode(), str(record.get("id") or "").encode("utf-8", "replace"))
    return record["doc_id"].encode("utf-8", "replace"), head


def _cut_off(line: bytes) -> tuple[bytes, Head | None]:
    """What is left of the beginning of a damaged line."""
    found = NAMED.search(line, 0, 1000)
    return (found[3], Head(found[1], found[2], readable=False)) if found else (b"", None)


def parsed(line: bytes, name: str, at: int) -> Record | Failure:
    """The record on a line, or what is wrong with it."""
    if len(line) >= LONGEST:
        return Failure(name, "no line of records is as long as this one", at)
    try:
        record = object_lines.parsed(line.removeprefix(object_lines.MARK))
    except object_lines.LineError as error:
        return Failure(name, str(error), at)
    wrong = _wrong(record)
    return Failure(name, wrong, at) if wrong else record


def _wrong(record: Record) -> str | None:
    """Why something is no record that can be compared."""
    if object_lines.newer(version := record.get("schema_version")):
        return (
            f"schema_version {version} is newer than {SCHEMA_VERSION}, the newest known here"
            " (use the qextract that wrote it)"
        )
    if not isinstance(kind := record.get("type"), str):
        return 'not a record: it has no "type"'
    if kind not in TYPES:
        return object_lines.no_type(kind, TYPES)
    if not isinstance(record.get("doc_id"), str) or not record["doc_id"]:
        return 'a record without a "doc_id"'
    return None
