"""What every record has, and the values inside records."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from qextract._version import SCHEMA_VERSION

Text = Annotated[str, Field(min_length=1)]
"""A string in normal form; a value that is missing is null, never an empty string."""


class Model(BaseModel):
    """Base of all models: immutable, no unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Span(Model):
    """A half-open range of Unicode code points of the decoded source text, before any repair."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class DateValue(Model):
    """A date as written and as resolved.

    `start` and `end` are inclusive days (ISO 8601); either is null where the dating is open or
    where the year is not known. `edtf` follows ISO 8601-2 (EDTF): quarters are 33 to 36 and
    half-years 40 and 41 (`2024-33`), `XXXX-11-16` where no year can be known, and a time of day is
    kept. `basis` says where a missing part came from.
    """

    text: Text
    start: dt.date | None
    end: dt.date | None
    edtf: Text
    precision: Literal["day", "month", "quarter", "half", "year", "decade", "range"]
    basis: Literal["explicit", "publication", "context", "unresolved"]


class Record(Model):
    """What every record has.

    `id` is 16 hex digits of a hash over `doc_id`, `type`, the record's key fields in normal form
    and, among equals, its ordinal. `text` is the source slice at `span`; `mentions` are all spans
    where the same record stands, `span` among them; `grounding` leads from a field's path
    (`positions.0.org`) to the span it was read off; `rule` names what found it.
    """

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    type: str
    id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    doc_id: Text
    text: str
    span: Span
    mentions: list[Span]
    rule: Text
    grounding: dict[str, Span]
