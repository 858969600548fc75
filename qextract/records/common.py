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

    start: Annotated[int, Field(ge=0)] = Field(description="The first code point, counted from 0.")
    end: Annotated[int, Field(ge=0)] = Field(description="The code point behind the last one.")


class DateValue(Model):
    """A date as it is written, and the days that it means."""

    text: Text = Field(description="The dating as it is written, in normal form: 去年上半年.")
    start: dt.date | None = Field(
        description="The first day, inclusive; null where the dating is open to the past or its year is "
        "not known."
    )
    end: dt.date | None = Field(
        description="The last day, inclusive: 2024-12-31 of 2024年; null where the dating is open "
        "(2016年以来) or its year is not known."
    )
    edtf: Text = Field(
        description="The dating in ISO 8601-2: 2023-11-15/2023-11-16, 2024, 2016/.., ../2025-12 (by the "
        "end of 2025). Quarters are 33 to 36, half-years 40 and 41 (2024-33); XXXX-11-16 "
        "where no year can be known; a time of day is kept (2023-11-15T09:00:00); [2023-03-04,2023-04-03] is one of both."
    )
    precision: Literal["day", "month", "quarter", "half", "year", "decade", "range"] = Field(
        description="What start and end are the ends of; range where that is none of the others."
    )
    basis: Literal["explicit", "publication", "context", "unresolved"] = Field(
        description="Where what is not written comes from: explicit, nothing is missing; publication, "
        "the article's own date; context, a date further up; unresolved, it cannot be "
        "known, and start and end are null."
    )


class Record(Model):
    """What every record has."""

    schema_version: Literal["1.0"] = Field(SCHEMA_VERSION, description="Version of this contract.")
    type: str
    id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")] = Field(
        description="16 hex digits of a hash over doc_id, type, the key fields in normal form and, "
        "among equals, the ordinal: text that is inserted above a record does not change "
        "it."
    )
    doc_id: Text = Field(
        description="The page: its path below the argument it was found under, with /; of a row its own "
        "id, else PATH#LINE; - for standard input."
    )
    text: str = Field(
        description="What the record rests on, exactly as it stands in the source at span, damage "
        "included."
    )
    span: Span = Field(description="Where text stands.")
    mentions: list[Span] = Field(
        description="All places where the same record stands (headline, lead, body), in order, span "
        "among them."
    )
    rule: Text = Field(description="The rule that made the record; qextract rules NAME shows it.")
    grounding: dict[str, Span] = Field(
        description="Field path to the place it was read off: value, positions.0.org, date."
    )
