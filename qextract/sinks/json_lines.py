"""JSON Lines sinks. A file appears under its name when it is whole, or not at all."""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import IO, Protocol

from qextract.sinks.names import file_name
from qextract.sources import STDIN


class Sink(Protocol):
    """A context manager that takes documents one by one; leaving it by an exception, or without
    a document, writes nothing that was not written before."""

    def __enter__(self) -> Sink: ...

    def write(self, doc_id: str, lines: bytes) -> None:
        """Take one document's records. Raises OSError where they cannot be written."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


def open_sink(target: str | None, suffix: str = ".jsonl") -> Sink:
    """The sink for `-o TARGET`: none or `-` is standard output; a folder that exists or a name
    ended by a slash is a folder; a device or pipe is written as it comes; the rest is a file.

    suffix: of the files in a folder. Raises OSError where the folder cannot be made or the file's folder does not exist.
    """
    if target is None or target == STDIN:
        return StreamSink(sys.stdout.buffer)
    if target.endswith(("/", os.sep)) or os.path.isdir(target):
        os.makedirs(target, exist_ok=True)
        return FolderSink(target, suffix)
    target = os.path.realpath(target)
    if os.path.exists(target) and not os.path.isfile(target):
        return StreamSink(open(target, "wb"), close=True)
    return FileSink(target)


class _Whole:
    """A file that is written under another name and renamed when it is whole."""

    def __init__(self, path: str) -> None:
        folder, name = os.path.split(path)
        self.path = path
        self._part = os.path.join(folder, f".{name[:80]}.{os.getpid()}.part")
        self.file: IO[bytes] = open(self._part, "wb")  # noqa: SIM115

    def keep(self) -> None:
        self.file.close()
        os.replace(self._part, self.path)

    def drop(self) -> None:
        try:
            self.file.close()
        finally:
            os.unlink(self._part)


class StreamSink:
    """Writes each document as it comes."""

    def __init__(self, stream: IO[bytes], *, close: bool = False) -> None:
        self._stream = stream
        self._close = close

    def __enter__(self) -> StreamSink:
        return self

    def write(self, doc_id: str, lines: bytes) -> None:
        self._stream.write(lines)
        self._stream.flush()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._close:
            self._stream.close()


class FileSink:
    """All documents in one file."""

    def __init__(self, path: str) -> None:
        self._whole = _Whole(path)
        self._written = False

    def __enter__(self) -> FileSink:
        return self

    def write(self, doc_id: str, lines: bytes) -> None:
        self._whole.file.write(lines)
        self._written = True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None and self._written:
            self._whole.keep()
        else:
            self._whole.drop()


class FolderSink:
    """One file a document, named by its `doc_id` with `suffix` behind it, in the same tree."""

    def __init__(self, folder: str, suffix: str = ".jsonl") -> None:
        self._folder, self._suffix = folder, suffix

    def __enter__(self) -> FolderSink:
        return self

    def write(self, doc_id: str, lines: bytes) -> None:
        name = "stdin" if doc_id == STDIN else doc_id
        path = os.path.join(self._folder, *file_name(name, self._suffix))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        whole = _Whole(path)
        try:
            whole.file.write(lines)
        except BaseException:
            whole.drop()
            raise
        whole.keep()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None
