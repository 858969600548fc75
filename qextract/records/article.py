"""The article record: one per document, first."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from qextract.records.common import Record, Span, Text


class Article(Record):
    """A document and what was read off the page around its body.

    `text` and `span` are the headline, or the body's first line where there is none. `publisher`
    is the outlet the text comes from, `published` an ISO date or datetime, `chars` the length of
    the decoded text in code points. `encoding` is the Python codec of the bytes: of a text page the
    text is `bytes.decode(encoding, "replace")`, and `warnings` says so where a byte was replaced.
    `sha256` is that of the bytes read, unpacked; of a row that of its line. `repairs` counts what was mended
    by kind, `counts` the document's records by type, `body` the spans of the prose.
    """

    type: Literal["article"] = "article"
    title: Text | None
    publisher: Text | None
    published: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$")] | None
    authors: list[Text]
    editors: list[Text]
    script: Literal["Hans", "Hant", "mixed"]
    encoding: Text
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    chars: Annotated[int, Field(ge=0)]
    repairs: dict[str, int]
    counts: dict[str, int]
    body: list[Span]
    warnings: list[Text]
