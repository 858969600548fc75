"""What differs between two runs: changes, and how many of each kind, kept in little memory."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Literal, NamedTuple

from qextract.sources.common import Failure

Record = dict[str, Any]
Kind = Literal["changed", "added", "removed"]
KINDS: tuple[Kind, ...] = ("changed", "added", "removed")
TYPES = ("article", "event", "official", "policy", "metric")
IN_MEMORY = 8_000_000
"""Bytes of changes that are held in memory; more lie in a temporary file."""


class Change(NamedTuple):
    """One record that differs.

    before, after: the record in BASE and in NEW, `None` where there is none. fields: of a changed
    one, field path -> its two values (`None` also where the field is missing). lines: where the
    records stand in their files, from 1.
    """

    before: Record | None
    after: Record | None
    fields: dict[str, tuple[Any, Any]]
    lines: tuple[int | None, int | None]

    @property
    def kind(self) -> Kind:
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def record(self) -> Record:
        """The record as NEW has it, or as BASE had it."""
        return self.after if self.after is not None else self.before or {}

    @property
    def type(self) -> str:
        return str(self.record.get("type"))

    @property
    def rule(self) -> str:
        """The rule that made the record; of a changed one that in NEW."""
        return str(self.record.get("rule") or "-")

    @property
    def doc_id(self) -> str:
        return str(self.record.get("doc_id"))


@dataclass(slots=True)
class Tally:
    """Records by what became of them."""

    same: int = 0
    changed: int = 0
    added: int = 0
    removed: int = 0

    def add(self, kind: Kind) -> None:
        setattr(self, kind, getattr(self, kind) + 1)

    @property
    def different(self) -> int:
        return self.changed + self.added + self.removed


@dataclass(slots=True)
class DocumentTally(Tally):
    """The same of one document. only: the side that alone has it; another_page: whether the page
    that was read is another (its `sha256` says so)."""

    only: Literal["base", "new"] | None = None
    another_page: bool = False


@dataclass(slots=True)
class Side:
    """What was compared: the name of a file, and what is in it."""

    name: str
    documents: int = 0
    records: int = 0


@dataclass(slots=True)
class Differences:
    """What differs between BASE and NEW.

    types: type -> tally of all records, articles too. rules: those that differ, counted in documents
    that both have. documents: those that differ. failures: what could not be read. notes: what a
    reader should know of the comparison. skipped: doc_ids of BASE that were not to be compared.
    """

    base: Side
    new: Side
    types: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in TYPES})
    rules: dict[str, Tally] = field(default_factory=dict)
    documents: dict[str, DocumentTally] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    _kept: _Kept = field(default_factory=lambda: _Kept())

    def __len__(self) -> int:
        """The number of changes."""
        return len(self._kept)

    def __bool__(self) -> bool:
        return len(self) > 0

    @property
    def total(self) -> Tally:
        """All types together."""
        tallies = self.types.values()
        return Tally(*(sum(getattr(t, name) for t in tallies) for name in ("same", *KINDS)))

    def add(self, change: Change) -> None:
        """Take a change, and count it; its document is in `documents` already."""
        kind = change.kind
        self.types.setdefault(change.type, Tally()).add(kind)
        document = self.documents[change.doc_id]
        document.add(kind)
        if document.only is None:
            self.rules.setdefault(change.rule, Tally()).add(kind)
        self._kept.add(change)

    def changes(self, by: Literal["rule", "document"] = "rule") -> Iterator[Change]:
        """All changes by rule and then document, or the other way round; in a document by place."""
        return self._kept.sorted(by)


class _Kept:
    """Changes, in a file once they are many; in memory are 16 bytes of each."""

    def __init__(self) -> None:
        self._file: IO[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115
        self._names: dict[str, int] = {}
        self._rules, self._docs = array("L"), array("L")
        self._offsets = array("Q")

    def __len__(self) -> int:
        return len(self._offsets)

    def add(self, change: Change) -> None:
        names = self._names
        self._rules.append(names.setdefault(change.rule, len(names)))
        self._docs.append(names.setdefault(change.doc_id, len(names)))
        self._file.seek(0, 2)
        self._offsets.append(self._file.tell())
        self._file.write(json.dumps(change).encode("ascii") + b"\n")

    def sorted(self, by: str) -> Iterator[Change]:
        names = list(self._names)
        first, second = self._rules, self._docs
        if by == "document":
            first, second = second, first
        for at in sorted(range(len(self)), key=lambda i: (names[first[i]], names[second[i]], i)):
            self._file.seek(self._offsets[at])
            before, after, fields, lines = json.loads(self._file.readline())
            pairs = {path: (old, new) for path, (old, new) in fields.items()}
            yield Change(before, after, pairs, (lines[0], lines[1]))
