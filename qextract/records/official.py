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
    """One post of a person."""

    org: Text | None = Field(
        description="The organisation, as written, completed where the sentence lets it; null where "
        "none is named."
    )
    title: Text = Field(description="The post alone: 副会长, 党组书记.")
    former: bool = Field(description="Whether it is said to be past: 原, 前, 时任.")


class Official(Record):
    """A person with a post, one for each person in a page."""

    type: Literal["official"] = "official"
    name: Text = Field(description="The name alone: 周竹叶.")
    positions: Annotated[list[Position], Field(min_length=1)] = Field(
        description="The posts, in the order of the text, without repeats."
    )
    category: Category = Field(description="The kind of the first position.")
    said: list[Text] = Field(description="Verbs of attribution found with the name: 指出, 强调.")
