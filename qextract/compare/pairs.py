"""Which record of BASE is which of NEW, within one document.

Records that say the same are pairs, wherever they stand. Of the others those with one id are, then
those of one type at one place, or that are much alike elsewhere: these are *changed*. What is
left has come or gone.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from qextract.compare.changes import Record

PLACES = ("span", "mentions", "grounding", "body")
"""Fields that say where something stands: they change with every character above."""
ALWAYS = ("schema_version", "id")
"""Fields that are compared in their own way."""
IDENTITY = {"event": "summary", "official": "name", "policy": "title", "metric": "value"}
"""What two records at different places must share to be one that has changed."""
SAME_THING = 0.7
ALIKE_HERE, ALIKE_ELSEWHERE = 0.2, 0.5
"""The least likeness of two records at one place, and at two."""
NOTHING: tuple[Any, ...] = (None, [], "")
"""What says as much as a field that is missing."""
NEAR = 24
"""Records to either side that are looked at for a partner."""


class Item(NamedTuple):
    """A record on its way to a partner: its line, what of it is compared, and that as a string."""

    record: Record
    line: int | None
    content: Record
    key: str

    @property
    def start(self) -> int:
        return _span(self.record)[0]

    @property
    def id(self) -> Any:
        return self.record.get("id")

    @property
    def type(self) -> str:
        return str(self.record["type"])


class View(NamedTuple):
    """What of a record is compared. ignored: field paths without indexes, as `date.basis` or
    `positions.org`, of all types or, with `event.` in front, of one."""

    ignored: frozenset[str] = frozenset(PLACES)

    def item(self, record: Record, line: int | None) -> Item:
        content = self.content(record)
        return Item(record, line, content, json.dumps(content, sort_keys=True))

    def content(self, record: Record) -> Record:
        ignored, type_ = self.ignored, record.get("type")
        left = {
            name: value
            for name, value in record.items()
            if name not in ignored and name not in ALWAYS and f"{type_}.{name}" not in ignored
        }
        if any("." in path for path in ignored):
            left = {name: self._within(value, name, type_) for name, value in left.items()}
        return left

    def _within(self, value: Any, path: str, type_: object) -> Any:
        if isinstance(value, list):
            return [self._within(each, path, type_) for each in value]
        if not isinstance(value, dict):
            return value
        return {
            name: self._within(below, inner, type_)
            for name, below in value.items()
            if (inner := f"{path}.{name}") not in self.ignored
            and f"{type_}.{inner}" not in self.ignored
        }


Match = tuple[Item, Item]


def paired(base: Sequence[Item], new: Sequence[Item]) -> tuple[list[Match], list[Match]]:
    """(pairs that say the same, pairs that have changed); no record is in two."""
    same = _by(base, new, lambda item: (item.key, item.id))
    ours, theirs = _left(base, new, same)
    same += _by(ours, theirs, lambda item: item.key)
    ours, theirs = _left(ours, theirs, same)
    changed = _by(ours, theirs, lambda item: (item.type, item.id))
    ours, theirs = _left(ours, theirs, changed)
    shifts = _Shifts([*same, *changed])
    for type_ in dict.fromkeys(item.type for item in ours):
        changed += _alike(
            [item for item in ours if item.type == type_],
            [item for item in theirs if item.type == type_],
            shifts,
        )
    return same, changed


def _by(base: Iterable[Item], new: Iterable[Item], key: Any) -> list[Match]:
    waiting: dict[Any, list[Item]] = {}
    for item in base:
        waiting.setdefault(key(item), []).append(item)
    return [(partners.pop(0), item) for item in new if (partners := waiting.get(key(item)))]


def _left(
    base: Sequence[Item], new: Sequence[Item], pairs: Iterable[Match]
) -> tuple[list[Item], list[Item]]:
    done = {id(item) for pair in pairs for item in pair}
    return [i for i in base if id(i) not in done], [i for i in new if id(i) not in done]


class _Shifts:
    """How far the text around a place of BASE has moved, told by the pairs nearest to it."""

    def __init__(self, pairs: Iterable[Match]) -> None:
        moved = sorted((one.start, other.start - one.start) for one, other in pairs)
        self._starts = [start for start, _ in moved]
        self._by = [by for _, by in moved]

    def __getitem__(self, start: int) -> set[int]:
        at = bisect_left(self._starts, start)
        return {0, *self._by[max(0, at - 1) : at + 1]}


def _alike(base: Sequence[Item], new: Sequence[Item], shifts: _Shifts) -> list[Match]:
    """The likest pairs first, each record in one."""
    ordered = sorted(range(len(new)), key=lambda i: new[i].start)
    starts = [new[i].start for i in ordered]
    named: dict[str, list[int]] = {}
    for i, item in enumerate(new):
        named.setdefault(_identity(item), []).append(i)
    found: list[tuple[float, int, int]] = []
    for one, item in enumerate(base):
        near = set(named.get(_identity(item), ())[:NEAR])
        moved = shifts[item.start]
        for by in moved:
            at = bisect_left(starts, item.start + by)
            near.update(ordered[max(0, at - NEAR) : at + NEAR])
        scores = ((_score(item, new[other], moved), other) for other in near)
        found += [(-score, one, other) for score, other in scores if score]
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, one, other in sorted(found):
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            pairs.append((base[one], new[other]))
    return pairs


def _identity(item: Item) -> str:
    return str(item.record.get(IDENTITY.get(item.type, "title")))


def _score(one: Item, other: Item, moved: Iterable[int]) -> float:
    """How likely two records are one that has changed; 0 where they are not."""
    alike = likeness(one.content, other.content)
    start, end = _span(one.record)
    begin, stop = _span(other.record)
    overlap = max(min(end + by, stop) - max(start + by, begin) for by in moved)
    if overlap > 0:
        share = overlap / max(end - start, stop - begin)
        return round(alike + share, 6) if alike >= ALIKE_HERE else 0.0
    field = IDENTITY.get(one.type, "title")
    same = _similar(one.record.get(field), other.record.get(field)) >= SAME_THING
    return round(alike, 6) if same and alike >= ALIKE_ELSEWHERE else 0.0


def _span(record: Mapping[str, Any]) -> tuple[int, int]:
    """The place of a record; none where it has none that can be read."""
    span = record.get("span")
    if isinstance(span, dict):
        start, end = span.get("start"), span.get("end")
        if isinstance(start, int) and isinstance(end, int):
            return start, end
    return 0, 0


def likeness(one: Record, other: Record) -> float:
    """The share of what two records say that is the same: fields that both leave null say nothing."""
    shares = [
        _similar(one.get(name), other.get(name))
        for name in one.keys() | other.keys()
        if name not in ("type", "doc_id") and (one.get(name) or other.get(name))
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _similar(one: Any, other: Any) -> float:
    if one == other:
        return 1.0
    if isinstance(one, dict) and isinstance(other, dict):
        return likeness(one, other)
    if isinstance(one, (str, list)) and type(one) is type(other):
        a, b = (Counter(map(str, each)) for each in (one, other))
        return 2 * (a & b).total() / (a.total() + b.total())
    return 0.0


def differing(before: Record, after: Record) -> dict[str, tuple[Any, Any]]:
    """Field path -> the two values, where they differ; lists of plain values are one value."""
    made = {}
    for name in before | after:
        old, new = before.get(name), after.get(name)
        if type(old) is type(new) and not isinstance(old, (dict, list)) and old == new:
            continue  # most fields; what holds others may hide a 1 that is true
        was, is_ = flat(old, name), flat(new, name)
        for path in was | is_:
            values = (was.get(path), is_.get(path))
            if _differ(*values):
                made[path] = values
    return made


def _differ(before: Any, after: Any) -> bool:
    if before in NOTHING and after in NOTHING:
        return False
    return bool(before != after) or type(before) is not type(after)


def flat(value: Any, path: str) -> dict[str, Any]:
    """Field path (`positions.0.org`) -> value, down to what is neither an object nor a list of such."""
    if isinstance(value, dict):
        below = ((f"{path}.{name}", each) for name, each in value.items())
    elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
        below = ((f"{path}.{at}", each) for at, each in enumerate(value))
    else:
        return {path: value}
    return {name: leaf for inner, each in below for name, leaf in flat(each, inner).items()}
