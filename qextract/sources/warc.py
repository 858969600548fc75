"""Web archives: the pages among what a crawler fetched. Needs warcio (the extra `warc`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

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
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise SourceError("a web archive needs warcio (pip install 'qextract[warc]')") from None
    number = 0
    records = ArchiveIterator(stream.file)
    try:
        for number, record in enumerate(records, 1):
            kind = _kind(record)
            if kind is None:
                continue
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            doc_id = address.strip("<> ") or f"{found.doc_id}#{number}"
            data = record.content_stream().read(max_size + 1)
            if len(data) <= max_size and _is_cut(record.raw_stream):
                if not stream.broken:
                    yield Failure(found.path, f"{doc_id}: the archive is cut off here", number)
                return
            if len(data) > max_size:
                yield Failure(found.path, f"{doc_id}: {too_large(None, max_size)}", number)
            elif not data.strip():
                yield Failure(found.path, f"{doc_id}: the page is empty", number)
            else:
                yield Piece(found.path, number, doc_id, data, Shape(kind))
    except ArchiveLoadFailed as error:
        reason = " ".join(str(error).split())[:120]
        raise SourceError(f"no web archive, or a damaged one: {reason}") from None


def _is_cut(record: Any) -> bool:
    """Whether bytes are missing that the record's length has promised."""
    return getattr(record, "limit", 0) > 0 and not record.read(1)


def _kind(record: Any) -> str | None:
    if record.rec_type != "response" or record.http_headers is None:
        return None
    if record.http_headers.get_statuscode() != "200":
        return None
    media = (record.http_headers.get_header("Content-Type") or "").partition(";")[0]
    return KINDS.get(media.strip().lower())
