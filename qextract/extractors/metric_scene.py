"""A figure in its place, and what the figures before it counted.

The rules (`metric_rules`, `metric_nouns`, `metric_series`, `metric_deeds`) look at a scene; the noun
phrases around the figure are read by `metric_phrases`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from qextract.extractors.metric_items import Row
from qextract.mentions import Quantity, Span

# How far back a figure may borrow, in figures.
REACH = 12


#: What happened to people: it says itself what is counted.
HARMED = frozenset((
    "死亡", "遇难", "受伤", "重伤", "轻伤", "伤亡", "失联", "失踪", "中毒", "获救", "牺牲",
    "溺亡", "身亡", "丧生", "罹难", "送医", "确诊", "感染", "救治",
    "受灾", "紧急转移", "转移安置",
))  # fmt: skip


#: The verbs of the last price of the day.
CLOSES = ("收报", "收于", "报收", "收盘于", "收在", "作收", "收盘收")


class Reading(NamedTuple):
    """What a rule makes of a figure: its subject and where that is read off."""

    subject: str | None
    span: Span | None = None
    change: str | None = None
    whole: str | None = None  # what the subject is a part of, where a rule put the two together


class Made(NamedTuple):
    """A figure that was read: what later figures may borrow from.

    bare_verb: the subject is only what happened (4人遇难). aside: it stands in brackets.
    basis: what its change is compared with. listed: it is one of several parts (其中A3家、B5家).
    """

    quantity: Quantity
    reading: Reading
    bare_verb: bool = False
    aside: bool = False
    basis: str | None = None
    listed: bool = False


@dataclass(slots=True)
class Scene:
    """A figure in its place: `row.kinds[at]` is the Q of `quantity`.

    last: the last item left of the figure that is no mere connective, -1 where there is none.
    run: the kinds of the connectives between it and the figure.
    made: what was read in the sentence so far. earlier: the sentence before.
    group: the subjects of a list that is being read one by one (A、B分别为1、2), else empty.
    label: the line before, where it is a label. lead: the clause before, where it has no figure.
    places: the names of places in the article. aside: whether the figure stands in brackets.
    noun: the noun phrase that ends with item `last`, `None` where there is none.
    """

    text: str
    row: Row
    at: int
    quantity: Quantity
    last: int = -1
    run: str = ""
    made: list[Made] = field(default_factory=list)
    earlier: Sequence[Made] = ()
    label: Span | None = None
    lead: Span | None = None
    places: frozenset[str] = frozenset()
    group: list[Reading] = field(default_factory=list)
    modifiers: list[str] = field(default_factory=list)
    aside: bool = False
    noun: Reading | None = None

    def slice(self, first: int, last: int) -> str:
        """The text from item `first` through item `last`."""
        return self.text[self.row.spans[first][0] : self.row.spans[last][1]]


def previous(scene: Scene) -> Made | None:
    """The last figure, in the sentence or the one before; none in brackets unless this one is."""
    for source in (scene.made, scene.earlier):
        for made in source[: -REACH - 1 : -1]:
            if not made.aside or scene.aside:
                return made
    return None


def same_unit(scene: Scene) -> Made | None:
    """The last figure of the same unit, in the sentence or the one before."""
    unit = scene.quantity.unit
    for source in (scene.made, scene.earlier):
        for made in source[: -REACH - 1 : -1]:
            if made.quantity.unit == unit and (not made.aside or scene.aside):
                return made
    return None


def in_front(scene: Scene) -> Made | None:
    """The figure in the bracket that ends right before what is said: 内地团客(59万人次)下跌."""
    last = scene.last
    if last < 1 or scene.row.kinds[last] != "|" or not scene.made or not scene.made[-1].aside:
        return None
    return scene.made[-1] if scene.text[scene.row.spans[last][0]] == ")" else None


def borrowed(made: Made | None, change: str | None = None) -> Reading:
    """The subject of an earlier figure for this one."""
    if made is None:
        return Reading(None, None, change)
    return made.reading._replace(change=change)


def change_of(run: str) -> str | None:
    """The change that the last verb of a row of kinds tells: 增速回落 is a decrease."""
    for kind in reversed(run):
        if kind == "u":
            return "increase"
        if kind == "d":
            return "decrease"
    return None
