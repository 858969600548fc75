"""The path of one article: source to repaired text, page, mentions, drafts, records."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from qextract import layout, lexical
from qextract.document import Article, Draft, Source
from qextract.extractors import EXTRACTORS
from qextract.records import Record
from qextract.records.build import article_record, build
from qextract.repairs import repair

TYPES = ("article", "event", "official", "policy", "metric")
"""The record types, in the order in which a document's records are written."""


class Extracted(NamedTuple):
    """One document's output: `lines` are UTF-8 JSON Lines, each ended by a newline.

    sha256: of the bytes that were read, as the article record has it.
    """

    lines: bytes
    counts: dict[str, int]
    repairs: dict[str, int]
    warnings: tuple[str, ...]
    sha256: str = ""


def read(source: Source) -> Article:
    """The article with everything the lexical layer found in it."""
    repaired = repair(source.text)
    title = repair(source.title).text if source.title else None
    page = layout.read(repaired.text, published=source.day, title=title)
    reference = source.day
    if page.published is not None:
        reference = dt.date.fromisoformat(page.published.value[:10])
    if page.dateline is not None and page.dateline.value.start is not None:
        reference = page.dateline.value.start
    mentions = lexical.read(repaired.text, page.regions, reference)
    return Article(source, repaired, page, reference, mentions)


def extract(source: Source, types: frozenset[str] | None = None) -> list[Record]:
    """The records of one article, the article record first; `types` keeps only some of them.

    The article record counts what the article holds, whatever `types` leaves out.
    """
    return _records(read(source), types)


def extract_lines(source: Source, types: frozenset[str] | None = None) -> Extracted:
    """The records of one article as JSON Lines, and what to say about them."""
    article = read(source)
    records = _records(article, types)
    lines = b"".join(record.__pydantic_serializer__.to_json(record) + b"\n" for record in records)
    counts = Counter(record.type for record in records)
    warnings = (*source.warnings, *article.repaired.warnings, *article.page.warnings)
    repairs = dict(article.repaired.counts)
    return Extracted(lines, dict(counts), repairs, warnings, source.sha256)


def drafts(article: Article, types: Collection[str] = TYPES) -> list[Draft]:
    """What the extractors make of the article, by type and then in text order."""
    made: list[Draft] = []
    for name in TYPES[1:]:
        if name in types:
            made += sorted(EXTRACTORS[name](article), key=lambda draft: (draft.start, draft.end))
    return made


def _records(article: Article, types: frozenset[str] | None) -> list[Record]:
    wanted = frozenset(TYPES) if types is None else types
    counted = frozenset(TYPES) if "article" in wanted else wanted
    records = build(article, drafts(article, counted))
    if "article" not in wanted:
        return records
    first = article_record(article, records)
    return [first, *(record for record in records if record.type in wanted)]
