"""The library: what `import qextract` offers. All offsets are code points of the argument."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from qextract import lexical
from qextract.document import Source
from qextract.mentions import Date, Mentions, Number, Person, Quantity, Title
from qextract.records import MODELS, Record
from qextract.repairs import Repaired, repair

M = TypeVar("M", Number, Quantity, Date, Person, Title)


def extract(
    text: str,
    *,
    doc_id: str = "-",
    published: dt.date | str | None = None,
    types: Iterable[str] | None = None,
) -> list[Record]:
    """The records of one article, the article record first.

    text: the page as scraped, damage and furniture included.
    published: the day it was published (a date or `YYYY-MM-DD`), used where the page names none.
    types: which record types to give; all where `None`.
    Raises ValueError for a type or a date that does not exist.
    """
    from qextract import pipeline

    wanted = None if types is None else frozenset([types] if isinstance(types, str) else types)
    if wanted is not None and (unknown := sorted(wanted - set(MODELS))):
        raise ValueError(f"unknown record type {unknown[0]!r}; known are {', '.join(MODELS)}")
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return pipeline.extract(Source(doc_id, text, "utf-8", digest, day), wanted)


def find_numbers(text: str) -> list[Number]:
    """Cardinals, ordinals and percentages, as written and as values."""
    repaired, mentions = _read(text, None)
    return _in_source(text, repaired, mentions.numbers)


def find_quantities(text: str) -> list[Quantity]:
    """Numbers with a unit: money, measures, classifiers, percent."""
    repaired, mentions = _read(text, None)
    spans = [repaired.to_source(*quantity.number) for quantity in mentions.quantities]
    found = _in_source(text, repaired, mentions.quantities)
    return [quantity._replace(number=span) for quantity, span in zip(found, spans, strict=True)]


def find_dates(text: str, *, reference: dt.date | None = None) -> list[Date]:
    """Dates and ranges of dates; `reference` is the day the text was written."""
    repaired, mentions = _read(text, reference)
    return _in_source(text, repaired, mentions.dates)


def find_people(text: str) -> list[Person]:
    """Persons with their posts, as the extractors see them."""
    repaired, mentions = _read(text, None)
    return _in_source(text, repaired, mentions.people)


def find_documents(text: str) -> list[Title]:
    """Documents and works in 《》, and documents named without brackets."""
    repaired, mentions = _read(text, None)
    return _in_source(text, repaired, mentions.titles)


def _read(text: str, reference: dt.date | None) -> tuple[Repaired, Mentions]:
    repaired = repair(text)
    return repaired, lexical.read(repaired.text, ((0, len(repaired.text)),), reference)


def _in_source(text: str, repaired: Repaired, found: Sequence[M]) -> list[M]:
    """The mentions with every offset, also of the values inside, led back to `text`."""
    return [_moved(text, repaired, mention) for mention in found]


def _moved(text: str, repaired: Repaired, value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    if not hasattr(value, "_fields"):
        return tuple(_moved(text, repaired, item) for item in value)
    if "start" not in value._fields or isinstance(value.start, dt.date | None):
        return type(value)(*(_moved(text, repaired, item) for item in value))
    start, end = repaired.to_source(value.start, value.end)
    moved = type(value)(*(_moved(text, repaired, item) for item in value))
    changes: dict[str, Any] = {"start": start, "end": end}
    if "text" in value._fields:
        changes["text"] = text[start:end]
    return moved._replace(**changes)
