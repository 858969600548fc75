"""Two files side by side, document by document, in bounded memory where both have one order."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterator

from qextract.compare.blocks import Block, RecordsFile

Pair = tuple[Block | None, Block | None]
"""What BASE and NEW have of one document."""
AHEAD = 16_000_000
"""Bytes that are read ahead in search of a document that both have."""
REMEMBERED = 200_000
"""Documents whose ids are kept to notice one that comes again; a file that is sorted so far is
trusted to be sorted on."""


class OutOfOrder(Exception):  # noqa: N818
    """The documents have no order that both files keep to; the text says where."""


def merged(base: RecordsFile, new: RecordsFile) -> Iterator[Pair]:
    """Each document of both files with its partner. Raises OutOfOrder, perhaps late: then what was
    given so far may be wrong, and `indexed` gives all of it."""
    left, right = _Ahead(base), _Ahead(new)
    while (ours := left.head()) and (theirs := right.head()):
        if ours.doc_id == theirs.doc_id:
            yield left.take(), right.take()
        elif left.ascending and right.ascending:
            yield (left.pass_by(), None) if ours.doc_id < theirs.doc_id else (None, right.pass_by())
        else:
            yield from _up_to_next(left, right)
    while left.head():
        yield left.pass_by(), None
    while right.head():
        yield None, right.pass_by()
    for one, other in ((left, right), (right, left)):
        if again := one.passed & other.passed:
            raise OutOfOrder(f"{other.file.name}: {min(again)} stands at another place")


def _up_to_next(left: _Ahead, right: _Ahead) -> Iterator[Pair]:
    """The documents without a partner that stand before the next one which has one."""
    partner = next((each.doc_id for each in left.queue if each.doc_id in right.waiting), None)
    while partner is None and not (left.ended and right.ended):
        if left.size + right.size > AHEAD:
            raise OutOfOrder(f"{right.file.name}: {right.queue[0].doc_id} stands at another place")
        for one, other in ((left, right), (right, left)):
            block = one.read_on() if partner is None else None
            if block is not None and block.doc_id in other.waiting:
                partner = block.doc_id
    while left.queue and left.queue[0].doc_id != partner:
        yield left.pass_by(), None
    while right.queue and right.queue[0].doc_id != partner:
        yield None, right.pass_by()


class _Ahead:
    """The documents of a file, some of them read ahead."""

    def __init__(self, file: RecordsFile) -> None:
        self.file = file
        self.ascending = True
        self.ended = False
        self.queue: deque[Block] = deque()
        self.waiting: set[str] = set()
        self.passed: set[str] = set()
        self.size = 0
        self._blocks = file.blocks()
        self._last = ""
        self._seen: set[int] | None = set()

    def head(self) -> Block | None:
        return self.queue[0] if self.queue or self.read_on() else None

    def read_on(self) -> Block | None:
        """One more document into the queue."""
        block = None if self.ended else next(self._blocks, None)
        if block is None:
            self.ended = True
            return None
        self._check(block.doc_id)
        self.queue.append(block)
        self.waiting.add(block.doc_id)
        self.size += block.size
        return block

    def _check(self, doc_id: str) -> None:
        """Nothing comes again as long as all ascends; then it is looked up."""
        self.ascending = self.ascending and doc_id > self._last
        if not self.ascending and (self._seen is None or hash(doc_id) in self._seen):
            raise OutOfOrder(f"{self.file.name}: {doc_id} comes behind {self._last}")
        self._last = doc_id
        if self._seen is not None:
            self._seen.add(hash(doc_id))
            if self.ascending and len(self._seen) > REMEMBERED:
                self._seen = None

    def take(self) -> Block:
        block = self.queue.popleft()
        self.waiting.discard(block.doc_id)
        self.size -= block.size
        return block

    def pass_by(self) -> Block:
        """Take a document for which no partner was found."""
        block = self.take()
        self.passed.add(block.doc_id)
        return block


class Index:
    """Where in a file the lines of each document stand."""

    def __init__(self, file: RecordsFile) -> None:
        self._file = file
        self._places: dict[str, array[int]] = {}
        for block in file.blocks():
            place = (block.file, block.offset, block.size, block.numbers[0])
            self._places.setdefault(block.doc_id, array("Q")).extend(place)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __contains__(self, doc_id: str) -> bool:
        return doc_id in self._places

    def block(self, doc_id: str) -> Block | None:
        """All lines of a document, wherever they stand."""
        places = self._places.get(doc_id)
        if places is None:
            return None
        blocks = [self._file.again(places[at : at + 4]) for at in range(0, len(places), 4)]
        return blocks[0]._replace(
            lines=[line for block in blocks for line in block.lines],
            heads=[head for block in blocks for head in block.heads],
            numbers=[number for block in blocks for number in block.numbers],
        )


def indexed(base: RecordsFile, new: RecordsFile) -> Iterator[Pair]:
    """Each document of both files with its partner, in the order of BASE, in whatever order they
    stand; what only NEW has comes last."""
    left, right = Index(base), Index(new)
    for doc_id in left:
        yield left.block(doc_id), right.block(doc_id)
    for doc_id in right:
        if doc_id not in left:
            yield None, right.block(doc_id)
