"""The official record: a person with a post, one per person and document."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from qextract.records.common import Model, Record, Text

Category = Literal[
    "party",
    "government",
    "legislature",
    "judiciary",
    "military",
    "association",
    "enterprise",
    "academia",
    "other",
]


class Position(Model):
    """One post. `org` is null where none is named; `former` is true for 原, 前, 时任."""

    org: Text | None
    title: Text
    former: bool


class Official(Record):
    """A person, the posts in text order, and the verbs of attribution found with the name.

    `category` is that of the first position.
    """

    type: Literal["official"] = "official"
    name: Text
    positions: Annotated[list[Position], Field(min_length=1)]
    category: Category
    said: list[Text]
