"""The event record: something dated that happened or is scheduled."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from qextract.records.common import DateValue, Record, Text

Kind = Literal[
    "meeting",
    "policy",
    "award",
    "launch",
    "signing",
    "visit",
    "appointment",
    "statement",
    "incident",
    "enforcement",
    "result",
    "other",
]


class Event(Record):
    """Something dated that happened or is scheduled."""

    type: Literal["event"] = "event"
    date: DateValue = Field(description="When it happened or will happen.")
    kind: Kind = Field(
        description="What it is: policy is issued, adopted or in force; launch started, founded, "
        "opened; incident an accident, disaster, outbreak or crime; enforcement "
        "investigated, fined, tried, sentenced; result reached, completed, assessed."
    )
    name: Text | None = Field(
        description="The occasion's or the thing's own name; a bare kind word (会议, 通知) is none."
    )
    trigger: Text | None = Field(description="The verb: 召开, 印发, 荣获.")
    location: Text | None = Field(description="The place, as written: 昆明.")
    participants: list[Text] = Field(
        description="Organisations and persons of the same sentence who acted or took part."
    )
    summary: Text = Field(description="The event's clause, in normal form.")
