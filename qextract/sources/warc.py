"""Web archives: the pages among what a crawler fetched. Needs warcio (the extra `warc`)."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from itertools import count
from typing import Any, NamedTuple

from qextract.sources.common import Failure, Input, Piece, Shape, SourceError, too_large
from qextract.sources.streams import Stream

KINDS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "page"}
"""What is read of an archive, by media type."""


def pages(stream: Stream, found: Input, max_size: int) -> Iterator[Piece | Failure]:
    """A piece for each page that was fetched with success; `doc_id` is its address.

    `line` counts the records of the archive. Raises `SourceError` where it is none.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise SourceError("a web archive needs warcio (pip install 'qextract[warc]')") from None
    records = ArchiveIterator(stream.file)
    for number in count(1):
        fetched = _next(records, max_size)
        if fetched is None:
            return
        if not fetched.kind:
            continue
        doc_id = fetched.address or f"{found.doc_id}#{number}"
        if fetched.cut:
            if not stream.broken:
                yield Failure(found.path, f"{doc_id}: the archive is cut off here", number)
            return
        if len(fetched.data) > max_size:
            yield Failure(found.path, f"{doc_id}: {too_large(None, max_size)}", number)
        elif not fetched.data.strip():
            yield Failure(found.path, f"{doc_id}: the page is empty", number)
        else:
            yield Piece(found.path, number, doc_id, fetched.data, Shape(fetched.kind))


class _Fetched(NamedTuple):
    """A record of an archive; only of a page there is more than the `kind`, which is empty."""

    kind: str = ""
    address: str = ""
    data: bytes = b""
    cut: bool = False


def _next(records: Any, max_size: int) -> _Fetched | None:
    """The next record, `None` at the end. The library's own remarks go nowhere."""
    with contextlib.redirect_stderr(io.StringIO()):
        try:
            record = next(records, None)
            if record is None:
                return None
            kind = _kind(record)
            if not kind:
                return _Fetched()
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            data = record.content_stream().read(max_size + 1)
            cut = len(data) <= max_size and _is_cut(record.raw_stream)
        except Exception as error:  # of any kind, as its parsers meet what they did not expect
            reason = " ".join(str(error).split())[:120]
            raise SourceError(f"no web archive, or a damaged one: {reason}") from None
    return _Fetched(kind, address.strip("<> "), data, cut)


def _is_cut(record: Any) -> bool:
    """Whether bytes are missing that the record's length has promised."""
    return getattr(record, "limit", 0) > 0 and not record.read(1)


def _kind(record: Any) -> str:
    if record.rec_type != "response" or record.http_headers is None:
        return ""
    if record.http_headers.get_statuscode() != "200":
        return ""
    media = (record.http_headers.get_header("Content-Type") or "").partition(";")[0]
    return KINDS.get(media.strip().lower(), "")
