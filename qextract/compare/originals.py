"""The pages that records were read from, found again by `doc_id`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qextract.document import Source
from qextract.sources import MAX_SIZE, Failure, Fields, Input, Piece, expand, find, read

HELD = 64_000_000
"""Bytes of rows that were passed over and are kept, in case their records come later."""


class Originals:
    """Pages under some paths, read as `qextract run` reads them, in any order.

    They are walked through in the order in which `run` writes their records; what is asked for in
    that order is read once. Of files that hold many pages at most `HELD` bytes are kept.
    """

    def __init__(
        self,
        paths: Sequence[str],
        *,
        max_size: int = MAX_SIZE,
        format: str = "auto",  # noqa: A002
        fields: Fields | None = None,
    ) -> None:
        self.paths = tuple(paths)
        self._reading = (max_size, format, fields or Fields())
        self._known: set[str] = set()
        self._whole = False
        self._again()

    def _again(self) -> None:
        max_size, format_, fields = self._reading
        self._walk: Iterator[Input | Piece | Failure] = expand(
            find(self.paths), max_size=max_size, format=format_, fields=fields
        )
        self._ended = False
        self._files: dict[str, Input] = {}
        self._rows: dict[str, Piece] = {}
        self._size = 0

    def __getitem__(self, doc_id: str) -> Source | Failure:
        """The page of that id, or why it cannot be read. Raises `KeyError` where there is none."""
        found = self._files.get(doc_id) or self._rows.pop(doc_id, None)
        if isinstance(found, Piece):
            self._size -= len(found.data)
        found = found or self._ahead(doc_id)
        if found is None and doc_id in self._known:
            self._again()
            found = self._ahead(doc_id)
        if found is None:
            raise KeyError(doc_id)
        max_size, format_, fields = self._reading
        return read(found, max_size=max_size, format=format_, fields=fields)

    def _ahead(self, doc_id: str) -> Input | Piece | None:
        """The page, if it is still to come."""
        if self._ended or (self._whole and doc_id not in self._known):
            return None
        for each in self._walk:
            if isinstance(each, Failure):
                continue
            self._known.add(each.doc_id)
            if isinstance(each, Input):
                self._files[each.doc_id] = each
            if each.doc_id == doc_id:
                return each
            if isinstance(each, Piece):
                self._rows[each.doc_id] = each
                self._size += len(each.data)
                self._forget()
        self._ended = self._whole = True
        return None

    def _forget(self) -> None:
        """Let go of the rows that were passed first."""
        while self._size > HELD:
            first = next(iter(self._rows))
            self._size -= len(self._rows.pop(first).data)
