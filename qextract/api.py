"""The library: what `import qextract` offers. All offsets are code points of the argument."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from qextract.document import Source
from qextract.lexical import dates, documents, numbers, organisations, people, quantities
from qextract.mentions import Date, Number, Person, Quantity, Span, Title
from qextract.records import MODELS, Record
from qextract.repairs import Repaired, repair

if TYPE_CHECKING:
    from qextract.audits import Audit

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
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return pipeline.extract(Source(doc_id, text, "utf-8", digest, _day(published)), wanted)


def audit(
    text: str,
    *,
    published: dt.date | str | None = None,
    kinds: Iterable[str] | None = None,
    furniture: bool = False,
) -> Audit:
    """What no record of the article holds: numbers, dates, titles and names left lying, and why.

    text and published: as for `extract`. kinds: which of `number`, `date`, `title` and `person` to
    look for; all where `None`. furniture: look also at the lines that are no part of headline and
    body. Raises ValueError for a kind or a date that does not exist.
    """
    from qextract import audits, pipeline

    wanted = audits.KINDS if kinds is None else ([kinds] if isinstance(kinds, str) else [*kinds])
    if unknown := sorted(set(wanted) - set(audits.KINDS)):
        raise ValueError(f"unknown kind {unknown[0]!r}; known are {', '.join(audits.KINDS)}")
    article = pipeline.read(Source("-", text, published=_day(published)))
    return audits.audit(article, wanted, furniture=furniture)


def _day(published: dt.date | str | None) -> dt.date | None:
    return dt.date.fromisoformat(published) if isinstance(published, str) else published


def find_numbers(text: str) -> list[Number]:
    """Cardinals, ordinals and percentages, as written and as values."""
    repaired, regions = _repair(text)
    return _in_source(text, repaired, numbers.scan(repaired.text, regions, spoken=True))


def find_quantities(text: str) -> list[Quantity]:
    """Numbers with a unit: money, measures, classifiers, percent."""
    repaired, regions = _repair(text)
    dated = [(date.start, date.end) for date in dates.scan(repaired.text, regions, None)]
    counted = numbers.scan(repaired.text, regions, dated)
    return _in_source(text, repaired, quantities.scan(repaired.text, regions, counted, dated))


def find_dates(text: str, *, reference: dt.date | None = None) -> list[Date]:
    """Dates and ranges of dates; `reference` is the day the text was written."""
    repaired, regions = _repair(text)
    return _in_source(text, repaired, dates.scan(repaired.text, regions, reference, loose=True))


def find_people(text: str) -> list[Person]:
    """Persons with their posts, as the extractors see them."""
    repaired, regions = _repair(text)
    bodies = organisations.scan(repaired.text, regions)
    return _in_source(text, repaired, people.scan(repaired.text, regions, bodies))


def find_documents(text: str) -> list[Title]:
    """Documents and works in 《》, and documents named without brackets."""
    repaired, regions = _repair(text)
    return _in_source(text, repaired, documents.scan(repaired.text, regions))


def _repair(text: str) -> tuple[Repaired, tuple[Span, ...]]:
    repaired = repair(text)
    return repaired, ((0, len(repaired.text)),)


def _in_source(text: str, repaired: Repaired, found: Sequence[M]) -> list[M]:
    """The mentions with every offset, also of the values inside, led back to `text`."""
    if found and isinstance(found[0], Number | Quantity | Date):
        return [_moved_flat(text, repaired, mention) for mention in found]
    return [_moved(text, repaired, mention) for mention in found]


def _moved_flat(text: str, repaired: Repaired, value: Any) -> Any:
    """A number, a quantity or a date: nothing inside has offsets but a quantity's figure."""
    start, end = repaired.to_source(value.start, value.end)
    if isinstance(value, Quantity):
        figure = repaired.to_source(*value.number)
        return Quantity(text[start:end], start, end, *value[3:-1], figure)
    return type(value)(text[start:end], start, end, *value[3:])


def _moved(text: str, repaired: Repaired, value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    if not hasattr(value, "_fields"):
        return tuple(_moved(text, repaired, item) for item in value)
    value = cast(Any, value)
    if "start" not in value._fields or isinstance(value.start, dt.date | None):
        return type(value)(*(_moved(text, repaired, item) for item in value))
    start, end = repaired.to_source(value.start, value.end)
    moved = type(value)(*(_moved(text, repaired, item) for item in value))
    changes: dict[str, Any] = {"start": start, "end": end}
    if "text" in value._fields:
        changes["text"] = text[start:end]
    return moved._replace(**changes)
