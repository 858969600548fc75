"""Making one document of a file's, a row's or a web archive's bytes."""

from __future__ import annotations

import datetime as dt
import hashlib

from qextract.document import Source
from qextract.sources.common import MAX_SIZE, Failure, Fields, Input, Piece, SourceError, because
from qextract.sources.decode import UndecodableError, decode, decode_as
from qextract.sources.formats import by_suffix, is_html
from qextract.sources.streams import opened

USUAL = Fields()


def read(
    found: Input | Piece,
    *,
    published: dt.date | None = None,
    max_size: int = MAX_SIZE,
    format: str = "auto",  # noqa: A002
    fields: Fields = USUAL,
) -> Source | Failure:
    """The document's text, or why there is none. At most `max_size` bytes of it are ever held.

    An `Input` is a file that holds one document; `expand` cuts those that hold many into pieces.
    """
    line = found.line if isinstance(found, Piece) else None
    try:
        if isinstance(found, Piece):
            return _piece(found, published, fields)
        kind = (by_suffix(found.path) if format == "auto" else format) or "page"
        with opened(found.path) as stream:
            data = stream.read(max_size)
        if not data:
            raise SourceError("the file is empty")
        return _page(found.doc_id, data, kind, published, forced=format != "auto")
    except OSError as error:
        return Failure(found.path, because(error), line)
    except (SourceError, UndecodableError) as error:
        return Failure(found.path, str(error), line)


def _page(
    doc_id: str,
    data: bytes,
    kind: str,
    published: dt.date | None,
    warnings: tuple[str, ...] = (),
    *,
    forced: bool = False,
) -> Source:
    """One text or HTML page. A file called .txt may be HTML, unless the user says that it is not."""
    html = kind == "html" or (not (forced and kind == "txt") and is_html(data))
    page = _html(data) if html else decode(data)
    text, encoding, notes = page
    if not text or text.isspace():
        raise SourceError(
            "no article in it (a page of links or pictures?)"
            if html
            else "nothing in it but white space"
        )
    digest = hashlib.sha256(data).hexdigest()
    return Source(doc_id, text, encoding, digest, published, None, (*warnings, *notes))


def _html(data: bytes | str) -> tuple[str, str, tuple[str, ...]]:
    from qextract.sources.html import read_html

    page = read_html(data)
    return page.text, page.encoding, page.warnings


def _piece(found: Piece, published: dt.date | None, fields: Fields) -> Source:
    shape = found.shape
    if shape.kind not in ("json", "csv"):
        if not found.data:
            raise SourceError("the file is empty")
        forced = shape.kind == "txt"
        return _page(found.doc_id, found.data, shape.kind, published, found.warnings, forced=forced)
    from qextract.sources import fields as rows

    line = decode_as(found.data, shape.encoding or "utf-8")
    row = rows.read_row(rows.parse(found, line.text), fields)
    digest = hashlib.sha256(found.data).hexdigest()
    warnings = (*found.warnings, *line.warnings, *row.warnings)
    day = row.day or published
    return Source(found.doc_id, row.text, line.encoding, digest, day, row.title, warnings)
