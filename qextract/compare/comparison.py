"""What differs between the records of two runs."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from qextract.compare.blocks import Block, Head, RecordsFile, parsed
from qextract.compare.changes import TYPES, Change, Differences, DocumentTally, Side
from qextract.compare.order import OutOfOrder, Pair, indexed, merged
from qextract.compare.pairs import PLACES, Item, View, differing, paired
from qextract.sources.common import Failure

OF_THE_PAGE = ("sha256", "encoding", "chars", "script", "repairs")
"""What the article record says of the page's bytes: not compared where the page is another one."""
SHOWN = 3
"""Documents with another name that are told one by one."""
COUNTS = "counts"
"""What it counts: not compared where records came or went, which are told themselves."""


def diff(
    base: str | os.PathLike[str] | RecordsFile,
    new: str | os.PathLike[str] | RecordsFile,
    *,
    ignore: Iterable[str] = (),
    only: Collection[str] | None = None,
    spans: bool = False,
    skip: Collection[str] = (),
) -> Differences:
    """What differs between the records of `base` and those of `new`: JSON Lines files, folders of
    such files, or `-` for standard input; each may be compressed.

    ignore: fields not to compare: `summary`, `date.basis`, `positions.org`, `event.name`.
    only: types to look at; all where `None`. spans: compare also where things stand. skip: doc_ids
    to leave out. Nothing is raised for what cannot be read; `failures` has it.
    """
    left, right = _opened(base), _opened(new)
    ignored = frozenset(ignore) | frozenset(() if spans else PLACES)
    made = _Comparison(left, right, View(ignored), only, skip)
    try:
        made.fill(merged(left, right))
    except OutOfOrder as order:
        made = _Comparison(left, right, View(ignored), only, skip)
        made.fill(indexed(left, right))
        note = f"{order}: documents are not in one order; compared by an index of them"
        made.found.notes.append(note)
    return made.finished()


def _opened(path: str | os.PathLike[str] | RecordsFile) -> RecordsFile:
    return path if isinstance(path, RecordsFile) else RecordsFile(os.fspath(path))


class _Comparison:
    """One walk over both files."""

    def __init__(
        self,
        base: RecordsFile,
        new: RecordsFile,
        view: View,
        only: Collection[str] | None,
        skip: Collection[str],
    ) -> None:
        self._files = (base, new)
        self._view = view
        self._types = frozenset(name.encode() for name in (TYPES if only is None else only))
        self._skip = frozenset(skip)
        self._same: Counter[bytes] = Counter()
        self._failures: list[Failure] = []
        self._in_both = 0
        self._pages: dict[str, dict[str, str]] = {"base": {}, "new": {}}
        self.found = Differences(Side(base.name), Side(new.name))

    def fill(self, pairs: Iterable[Pair]) -> None:
        skip = self._skip
        for base, new in pairs:
            for side, block in ((self.found.base, base), (self.found.new, new)):
                if block is not None:
                    side.documents += 1
                    side.records += block.records
            self._in_both += base is not None and new is not None
            if base is not None and base.doc_id in skip:
                self.found.skipped.append(base.doc_id)
            elif base is not None and new is not None and base.lines == new.lines:
                self._equal(base)
            else:
                self._unequal(base, new)

    def finished(self) -> Differences:
        for type_, count in self._same.items():
            if type_ in self._types:
                self.found.types[type_.decode()].same += count
        for file in self._files:
            self.found.failures += file.failures
        self.found.failures += self._failures
        self.found.notes += self._notes()
        return self.found

    def _notes(self) -> Iterator[str]:
        """What explains the differences."""
        documents = self.found.documents
        if others := sum(each.another_page for each in documents.values()):
            yield (
                f"of {len(documents):,} documents that differ {others:,} have another page now"
                " (its sha256 is another)"
            )
        old, new = self._pages["base"], self._pages["new"]
        renamed = sorted((old[page], new[page]) for page in old.keys() & new.keys())
        for before, after in renamed[:SHOWN]:
            yield f"{before} is {after} now (the page is the same)"
        if len(renamed) > SHOWN:
            yield f"{len(renamed) - SHOWN:,} more documents have another name"
        alone = [(name, each.only) for name, each in documents.items() if each.only]
        sides = {side: name for name, side in reversed(alone)}
        both = min(self.found.base.documents, self.found.new.documents)
        if len(sides) == 2 and both and self._in_both == 0 and not renamed:
            yield f"no document is in both: {sides['base']} and others, {sides['new']} and others"

    def _equal(self, block: Block) -> None:
        heads = [head for head in block.heads if head is not None and head.readable]
        self._same.update([head.type for head in heads])
        if len({head.id for head in heads}) < len(heads):
            for file in self._files:
                self._doubles(block, file)

    def _unequal(self, base: Block | None, new: Block | None) -> None:
        left, right = self._rest(base, new)
        ours = self._items(left, 0)
        theirs = self._items(right, 1)
        unread = self._unread(left, right, ours, theirs)
        ours = [item for item in ours if item.id not in unread]
        theirs = [item for item in theirs if item.id not in unread]
        changes = self._changes(ours, theirs, whole=base is None or new is None)
        if not changes:
            return
        tally = DocumentTally(another_page=self._another_page(ours, theirs))
        if base is None or new is None:
            tally.only = "new" if base is None else "base"
            for item in (*ours, *theirs):
                if item.type == "article" and (page := item.record.get("sha256")):
                    self._pages[tally.only][str(page)] = changes[0].doc_id
        self.found.documents[changes[0].doc_id] = tally
        for change in sorted(changes, key=_place):
            self.found.add(change)

    def _rest(self, base: Block | None, new: Block | None) -> tuple[_Lines, _Lines]:
        """The lines of either side that the other one has not, byte for byte."""
        left, right = _Lines(base), _Lines(new)
        for block, file in zip((base, new), self._files, strict=True):
            if block is not None:
                self._doubles(block, file)
        if base is not None and new is not None:
            there: dict[bytes, list[int]] = {}
            for at, line in enumerate(base.lines):
                there.setdefault(line, []).append(at)
            for at, line in enumerate(new.lines):
                if partners := there.get(line):
                    head = new.heads[at]
                    if head is not None and head.readable:
                        self._same[head.type] += 1
                    left.done.add(partners.pop(0))
                    right.done.add(at)
        return left, right

    def _doubles(self, block: Block, file: RecordsFile) -> None:
        """Tell of records with one id. They are compared like others."""
        first: dict[bytes, int] = {}
        for number, head in zip(block.numbers, block.heads, strict=True):
            if head is None or not head.readable or not head.id:
                continue
            before = first.setdefault(head.id, number)
            if before != number:
                reason = f"its id {head.id.decode()} is that of line {before}, too"
                self._failures.append(Failure(file.name, reason, number))

    def _items(self, lines: _Lines, side: int) -> list[Item]:
        items = []
        for number, line, head in lines.left():
            if head is None or not head.readable or head.type not in self._types:
                continue
            record = parsed(line, self._files[side].name, number)
            if isinstance(record, Failure):
                self._failures.append(record)
                lines.unread.add(head.id.decode())
            else:
                items.append(self._view.item(record, number))
        return items

    def _unread(
        self, left: _Lines, right: _Lines, ours: Sequence[Item], theirs: Sequence[Item]
    ) -> set[str]:
        """Ids of damaged lines whose record the other side has: nothing can be said of it."""
        return (left.unread & {item.id for item in theirs}) | (
            right.unread & {item.id for item in ours}
        )

    def _changes(
        self, ours: Sequence[Item], theirs: Sequence[Item], *, whole: bool
    ) -> list[Change]:
        same, changed = paired(ours, theirs)
        ids = "id" not in self._view.ignored
        renamed = [pair for pair in same if ids and pair[0].id != pair[1].id]
        done = {id(item) for pair in (*same, *changed) for item in pair}
        removed = [item for item in ours if id(item) not in done]
        added = [item for item in theirs if id(item) not in done]
        moved = any(item.type != "article" for item in (*removed, *added))
        changes = [Change(i.record, None, {}, (i.line, None)) for i in removed]
        changes += [Change(None, i.record, {}, (None, i.line)) for i in added]
        for one, other in renamed:
            fields = {"id": (one.id, other.id)}
            changes.append(Change(one.record, other.record, fields, (one.line, other.line)))
        for one, other in same:
            if not ids or one.id == other.id:
                self._same[one.type.encode()] += 1
        for one, other in changed:
            fields = _fields(one, other, moved=moved and not whole)
            if fields:
                changes.append(Change(one.record, other.record, fields, (one.line, other.line)))
            else:
                self._same[one.type.encode()] += 1
        return changes

    @staticmethod
    def _another_page(ours: Iterable[Item], theirs: Iterable[Item]) -> bool:
        pages = [
            {item.record.get("sha256") for item in items if item.type == "article"}
            for items in (ours, theirs)
        ]
        return bool(pages[0] and pages[1] and pages[0] != pages[1])


class _Lines:
    """The lines of a block; `done` are those that need no further look."""

    def __init__(self, block: Block | None) -> None:
        self._block = block
        self.done: set[int] = set()
        self.unread = {
            head.id.decode()
            for head in (block.heads if block else ())
            if head is not None and not head.readable
        }

    def left(self) -> Iterator[tuple[int, bytes, Head | None]]:
        if self._block is None:
            return
        rows = zip(self._block.numbers, self._block.lines, self._block.heads, strict=True)
        for at, row in enumerate(rows):
            if at not in self.done:
                yield row


def _fields(one: Item, other: Item, *, moved: bool) -> dict[str, tuple[Any, Any]]:
    """What differs between two records that are one. moved: whether others came or went."""
    before, after = one.content, other.content
    if one.type == "article":
        known = [COUNTS] if moved else []
        if one.record.get("sha256") != other.record.get("sha256"):
            known += OF_THE_PAGE
        before, after = (
            {name: value for name, value in content.items() if name not in known}
            for content in (before, after)
        )
    return differing(before, after)


def _place(change: Change) -> tuple[int, int, str]:
    record = change.record
    span = record.get("span")
    start = span.get("start") if isinstance(span, dict) else 0
    order = TYPES.index(change.type)
    return (order > 0, start if isinstance(start, int) else 0, str(record.get("id")))
