"""The article record: one per document, first."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from qextract.records.common import Record, Span, Text


class Article(Record):
    """A page and what was read off it around its body; the first of the page's records.

    `text` and `span` are the headline, or the body's first line where there is none. Of a text page
    the source text is `bytes.decode(encoding, "replace")`, and `warnings` says so where a byte was
    replaced.
    """

    type: Literal["article"] = "article"
    title: Text | None = Field(description="The headline.")
    publisher: Text | None = Field(
        description="The outlet that the text comes from: what 来源, 转自, 稿源 names, else the page's "
        "site, else the agency of the dateline."
    )
    published: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$")] | None = (
        Field(
            description="The day or the minute of publication, as the page says it, else as the row or the "
            "caller does."
        )
    )
    authors: list[Text] = Field(description="Journalists and correspondents.")
    editors: list[Text] = Field(description="Editors, also those in charge.")
    script: Literal["Hans", "Hant", "mixed"] = Field(
        description="Simplified (Hans) or traditional (Hant) characters before any repair; mixed where "
        "both are many."
    )
    encoding: Text = Field(
        description="The codec that the bytes were decoded with, by its name in Python."
    )
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="Of the bytes that were read, unpacked; of a row that of its line."
    )
    chars: Annotated[int, Field(ge=0)] = Field(
        description="The length of the source text, in code points."
    )
    repairs: dict[str, int] = Field(
        description="What was mended, by kind: pinyin_gloss, byte_shift, brand_spam, traditional, "
        "full_width, ..."
    )
    counts: dict[str, int] = Field(
        description="The records of the page, by type, whatever was left out by --types."
    )
    body: list[Span] = Field(
        description="The places of the prose: what is left without navigation, footers, notices and "
        "lists of links."
    )
    warnings: list[Text] = Field(
        description="What to know about the reading of the page: lost bytes, an id given twice, ..."
    )
