"""Byte streams: files, standard input, and what is compressed in them."""

from __future__ import annotations

import io
import os
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

from qextract.sources.common import STDIN, SourceError, too_large
from qextract.sources.formats import GZ_MARK, HEAD


class Stream:
    """A file that is open for reading, unpacked as it is read, with its beginning in `head`.

    size: of the file, in bytes, where it is a plain one that is not compressed.
    """

    def __init__(self, file: IO[bytes]) -> None:
        status = _status(file)
        self.regular = status is not None and stat.S_ISREG(status.st_mode)
        self.size = status.st_size if status is not None and self.regular else None
        self.file, self.head = _peeked(file, whole=self.regular)
        self._packed: _Unpacked | None = None
        if self.head.startswith(GZ_MARK):
            self.size = None
            self._packed = _Unpacked(self.file)
            unpacked = cast(IO[bytes], io.BufferedReader(self._packed, HEAD))
            self.file, self.head = _peeked(unpacked, whole=self.regular)

    @property
    def broken(self) -> str | None:
        """Why what was read is not all that there should be; known at the end of it."""
        return self._packed.broken if self._packed else None

    def read(self, max_size: int) -> bytes:
        """All of it. Raises `SourceError` for more than `max_size` bytes, which are never held."""
        if self.size is not None and self.size > max_size:
            raise SourceError(too_large(self.size, max_size))
        data = self.file.read(max_size + 1)
        if len(data) > max_size:
            raise SourceError(too_large(None, max_size))
        if self.broken:
            raise SourceError(self.broken)
        return data


@contextmanager
def opened(path: str) -> Iterator[Stream]:
    """The stream of a path."""
    if path == STDIN:
        # a closed standard input is None
        yield Stream(sys.stdin.buffer if sys.stdin else io.BytesIO())
    else:
        with open(path, "rb") as file:
            yield Stream(file)


def _status(file: IO[bytes]) -> os.stat_result | None:
    try:
        return os.fstat(file.fileno())
    except (OSError, ValueError):
        return None


def _peeked(file: IO[bytes], *, whole: bool) -> tuple[IO[bytes], bytes]:
    """The file, to be read from its beginning, and that beginning: `HEAD` bytes or the first line.

    A pipe is asked for a line only, so that one that is still written to is not waited for.
    """
    head = file.read(HEAD) if whole else file.readline(HEAD)
    return cast(IO[bytes], io.BufferedReader(_Joined(head, file), HEAD)), head


class _Joined(io.RawIOBase):
    """What was read of a stream already, and the rest."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._head:
            part, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            part = _some(self._rest, len(buffer))
        buffer[: len(part)] = part
        return len(part)


def _some(file: IO[bytes], count: int) -> bytes:
    """At least one byte unless the stream is at its end, without waiting for all of `count`."""
    read = getattr(file, "read1", file.read)
    return cast(bytes, read(count))


class _Unpacked(io.RawIOBase):
    """What is in a .gz of one or many members, as far as it can be read.

    Unlike those of the standard library it gives what stands before the place where the file is
    cut off or damaged, and says so in `broken` instead of raising.
    """

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        self._rest = b""
        self._member = zlib.decompressobj(wbits=31)
        self._ended = False
        self.broken: str | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = b""
        try:
            while not part and self._more():
                part = self._member.decompress(self._rest, len(buffer))
                self._rest = self._member.unconsumed_tail or self._member.unused_data
        except zlib.error as error:
            what = str(error).rpartition(": ")[2]
            self.broken = f"the .gz is damaged: {what} (fetch it again)"
        buffer[: len(part)] = part
        return len(part)

    def _more(self) -> bool:
        """Whether there is something to unpack in `_rest`."""
        if self.broken or self._ended:
            return False
        self._rest = self._rest or _some(self._packed, HEAD)
        if not self._member.eof:
            if not self._rest:
                self.broken = "the .gz is cut off before its end (fetch it again)"
            return bool(self._rest)
        self._rest = self._rest.lstrip(b"\0")
        if len(self._rest) == 1:
            self._rest += _some(self._packed, HEAD)
        # what is no further member is what other tools overlook, too
        self._member = zlib.decompressobj(wbits=31)
        self._ended = not self._rest.startswith(GZ_MARK)
        return not self._ended


def lines(stream: Stream, encoding: str, limit: int) -> Iterator[tuple[int, bytes]]:
    """(number from 1, the line's bytes with its end). Of one that is longer than `limit` the
    beginning is given, which is longer too, and the rest is passed over. The piece of a line before
    the place where a compressed file breaks off is none.
    """
    number = 0
    limit += len("\r\n")
    wide = encoding.startswith(("utf-16", "utf-32"))
    readline = _WideLines(stream.file, encoding) if wide else stream.file.readline
    while line := readline(limit + 1):
        number += 1
        if stream.broken and not line.rstrip(b"\0").endswith(b"\n"):
            return
        yield number, line
        while len(line) > limit and not line.rstrip(b"\0").endswith(b"\n"):
            if not (line := readline(limit + 1)):
                break


class _WideLines:
    """`readline` for UTF-16 and UTF-32, where the byte of a line's end may be half a character."""

    def __init__(self, file: IO[bytes], encoding: str) -> None:
        self._text = io.TextIOWrapper(
            cast(io.BufferedReader, file), encoding, errors="replace", newline="\n"
        )
        self._codec = narrow(encoding)

    def __call__(self, limit: int) -> bytes:
        return self._text.readline(limit).encode(self._codec, "replace")


def narrow(encoding: str) -> str:
    """The codec of one line of a file: without the mark that the file begins with."""
    return {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(encoding, encoding)
