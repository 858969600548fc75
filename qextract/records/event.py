"""The event record: something dated that happened or is scheduled."""

from __future__ import annotations

from typing import Literal

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
    """A dated happening.

    `name` is the occasion's or thing's own name, null for a bare kind word (会议, 通知); `trigger`
    the verb; `location` the place as written; `participants` the organisations and persons of the
    same sentence that took part; `summary` the event's clause in normal form.
    """

    type: Literal["event"] = "event"
    date: DateValue
    kind: Kind
    name: Text | None
    trigger: Text | None
    location: Text | None
    participants: list[Text]
    summary: Text
