"""Opening one document."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import stat
import sys

from qextract.document import Source
from qextract.sources.common import STDIN, Failure, Input, size_text
from qextract.sources.decode import UndecodableError, decode
from qextract.sources.find import because

MAX_SIZE = 20_000_000
"""Bytes that a document may have unless the caller says otherwise; the usual page has 6,000."""


def read(
    found: Input, *, published: dt.date | None = None, max_size: int = MAX_SIZE
) -> Source | Failure:
    """The document's text, or why there is none. At most `max_size` bytes are ever held."""
    try:
        data = _bytes(found.path, max_size)
    except OSError as error:
        return Failure(found.path, because(error))
    if isinstance(data, Failure):
        return data
    if not data:
        return Failure(found.path, "the file is empty")
    try:
        text, encoding = decode(data)
    except UndecodableError as error:
        return Failure(found.path, str(error))
    if not text or text.isspace():
        return Failure(found.path, "nothing in it but white space")
    return Source(found.doc_id, text, encoding, hashlib.sha256(data).hexdigest(), published)


def _bytes(path: str, max_size: int) -> bytes | Failure:
    if path == STDIN:
        # a closed standard input is None
        data = sys.stdin.buffer.read(max_size + 1) if sys.stdin else b""
        return data if len(data) <= max_size else _too_large(path, None, max_size)
    with open(path, "rb") as file:
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode) and status.st_size > max_size:
            return _too_large(path, status.st_size, max_size)
        data = file.read(max_size + 1)
    return data if len(data) <= max_size else _too_large(path, None, max_size)


def _too_large(path: str, size: int | None, max_size: int) -> Failure:
    have = "larger" if size is None else f"{size_text(size)}, larger"
    return Failure(
        path,
        f"{have} than the limit of {size_text(max_size)} for one document"
        " (split it, or raise the limit with --max-size)",
    )
