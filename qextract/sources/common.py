"""The values that finding and reading hand on."""

from __future__ import annotations

from typing import NamedTuple

STDIN = "-"
"""The path, and the `doc_id`, of standard input."""
MAX_SIZE = 20_000_000
"""Bytes that a document may have unless the caller says otherwise; the usual page has 6,000."""


class Input(NamedTuple):
    """A file that was found and not opened yet: `path` to open, `doc_id` to call it by.

    named: whether a person named this very file, rather than a folder that it lies in.
    """

    path: str
    doc_id: str
    named: bool = False


class Fields(NamedTuple):
    """Names of the fields that a row's text, headline, date and id stand in; `None`: the usual."""

    text: str | None = None
    title: str | None = None
    date: str | None = None
    id: str | None = None


class Shape(NamedTuple):
    """What the bytes of a `Piece` are: a page (`txt`, `html`, or `page` for either), or a row of
    `json` or `csv`.

    encoding: the codec of a row's file, `None` where each piece is to be looked at for itself.
    columns, delimiter: of a `csv` row.
    """

    kind: str
    encoding: str | None = None
    columns: tuple[str, ...] = ()
    delimiter: str = ","


class Piece(NamedTuple):
    """A document out of a container, or from standard input: its bytes, and not read yet.

    path: the container's. line: where it begins there, from 1 (of a WARC file and a JSON array:
    which one it is); `None` for the only document of standard input.
    """

    path: str
    line: int | None
    doc_id: str
    data: bytes
    shape: Shape
    warnings: tuple[str, ...] = ()


class Failure(NamedTuple):
    """An input that gave no document; `reason` is one line and says what to do where it can.

    line: where in the file, from 1, if not all of it failed.
    """

    path: str
    reason: str
    line: int | None = None


class SourceError(Exception):
    """No document can be made of some bytes; the text is the reason, for a reader."""


def size_text(count: int) -> str:
    """A number of bytes for a reader: `48 bytes`, `20 MB`, `1.5 GB`."""
    if count < 1000:
        return f"{count} bytes"
    value = float(count)
    for unit in ("kB", "MB", "GB"):
        value /= 1000
        if value < 1000 or unit == "GB":
            break
    return f"{value:.3g} {unit}"


def too_large(size: int | None, max_size: int) -> str:
    """The reason for a document of `size` bytes; `None` where only `larger` is known."""
    have = "larger" if size is None else f"{size_text(size)}, larger"
    return (
        f"{have} than the limit of {size_text(max_size)} for one document"
        " (split it, or raise the limit with --max-size)"
    )


def because(error: OSError) -> str:
    """The reason of a failed system call, in the words of this tool."""
    if isinstance(error, PermissionError):
        return "no permission to read it (chmod +r, or run as its owner)"
    if isinstance(error, FileNotFoundError):
        return "no such file any more, or a link to nothing"
    return f"cannot be read: {error.strerror or error}"
