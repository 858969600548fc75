"""What the contract promises of a record beyond its schema, for records that the schema has passed."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qextract.compare.date_checks import date_faults
from qextract.compare.faults import Fact

Record = Mapping[str, Any]
Ends = tuple[int, int]

DATES = ("date", "period", "effective")
COUNTED = ("event", "official", "policy", "metric")


def record_faults(record: Record, chars: int | None = None) -> Iterator[Fact]:
    """(field, what is wrong) of one record. chars: the length of its document's text, if known."""
    yield from _span_faults(record, chars)
    yield from _mention_faults(record, chars)
    yield from _grounding_faults(record, chars)
    for field in DATES:
        if record.get(field):
            yield from date_faults(record[field], field)
    yield from OWN[record["type"]](record)


def ends(span: Mapping[str, int]) -> Ends:
    """A span as a tuple, which sorts as it stands in the text."""
    return span["start"], span["end"]


def _outside(span: Ends, chars: int | None, *, empty: bool = False) -> str | None:
    """What is wrong with a span by itself."""
    start, end = span
    if end < start:
        return f"ends at {end}, before its start, {start}"
    if end == start and not empty:
        return f"is empty, at {start}"
    if chars is not None and end > chars:
        return f"ends at {end}, and the text has {chars} characters"
    return None


def _span_faults(record: Record, chars: int | None) -> Iterator[Fact]:
    span, length = ends(record["span"]), len(record["text"])
    # a page without headline and body has nothing that its article could rest on
    if wrong := _outside(span, chars, empty=record["type"] == "article"):
        yield "span", wrong
    elif length != span[1] - span[0]:
        yield "text", f"has {length} characters, and its span {span[1] - span[0]}"


def _mention_faults(record: Record, chars: int | None) -> Iterator[Fact]:
    span = ends(record["span"])
    mentions = [ends(each) for each in record["mentions"]]
    if span not in mentions:
        yield "mentions", f"span, {_shown(span)}, is not among them"
    before: Ends | None = None
    for number, each in enumerate(mentions):
        if each != span and (wrong := _outside(each, chars)):
            yield f"mentions.{number}", wrong
        if before is not None and each <= before:
            how = "is there twice" if each == before else f"stands behind {_shown(before)}"
            yield f"mentions.{number}", f"{_shown(each)} {how}"
        before = each


def _grounding_faults(record: Record, chars: int | None) -> Iterator[Fact]:
    for path, span in record["grounding"].items():
        if wrong := _outside(ends(span), chars):
            yield f"grounding.{path}", wrong
        if value_at(record, path) is None:
            yield f"grounding.{path}", "leads to a field that has no value"


def value_at(record: Record, path: str) -> Any:
    """The value at `positions.0.org`, `None` where there is none."""
    value: Any = record
    for step in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, Sequence) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _article_faults(record: Record) -> Iterator[Fact]:
    if published := record["published"]:
        try:
            dt.datetime.fromisoformat(published)
        except ValueError:
            yield "published", f"{published} is no day of the calendar"
    if list(record["counts"]) != list(COUNTED):
        yield "counts", f"has {', '.join(record['counts']) or 'nothing'}, not {', '.join(COUNTED)}"
    for field in ("counts", "repairs"):
        for name, count in record[field].items():
            if count < (field == "repairs"):
                yield f"{field}.{name}", f"is {count}"
    at = 0
    for number, each in enumerate(map(ends, record["body"])):
        if wrong := _outside(each, record["chars"]):
            yield f"body.{number}", wrong
        elif each[0] < at:
            yield f"body.{number}", f"{_shown(each)} begins before the one before it ends, at {at}"
        at = each[1]


def _official_faults(record: Record) -> Iterator[Fact]:
    seen: list[Any] = []
    for number, position in enumerate(record["positions"]):
        if position in seen:
            yield f"positions.{number}", f"is that of positions.{seen.index(position)} again"
        seen.append(position)


def _metric_faults(record: Record) -> Iterator[Fact]:
    for field in ("value", "value_max"):
        value = record[field]
        if isinstance(value, float):
            if not math.isfinite(value):
                yield field, "is too large for a JSON number"
            elif value.is_integer():
                yield field, f"is {value!r}, with a needless fraction"
    if record["value_max"] is not None and record["value_max"] < record["value"]:
        yield "value_max", f"is {record['value_max']}, less than value, {record['value']}"


def _none(record: Record) -> Iterator[Fact]:
    yield from ()


OWN = {
    "article": _article_faults,
    "event": _none,
    "official": _official_faults,
    "policy": _none,
    "metric": _metric_faults,
}
"""What is asked of each type."""


def _shown(span: Ends) -> str:
    return f"{span[0]} to {span[1]}"
