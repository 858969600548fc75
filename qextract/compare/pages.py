"""The pages that changed records were read from: which file, which line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from qextract.compare.changes import Change
from qextract.lines import Places
from qextract.sources.common import Failure, Input
from qextract.sources.formats import ROWS, by_suffix

Locate = Callable[[str], "Input | None"]
"""From a doc_id to its page."""


AROUND = 12
"""Characters of the page that are shown on either side of a record."""
LONG = 40
"""Characters of the record's text that are shown."""


class Place(NamedTuple):
    """A file and, where they are known, the line and how the record stands there:
    `新增认证证书[300余张]。市长`."""

    path: str
    line: int | None = None
    around: str = ""


class Pages:
    """Where changes stand. Pages are read one at a time."""

    def __init__(self, locate: Locate) -> None:
        self._locate = locate
        self._last: tuple[str, str, Places | None] = ("", "", None)

    def file(self, doc_id: str) -> str | None:
        """The path of a document's page."""
        found = self._locate(doc_id)
        return found.path if found else None

    def place(self, change: Change) -> Place | None:
        """The page of a record and its line; no line where the page is HTML, or another by now."""
        found = self._locate(change.doc_id)
        if found is None:
            return None
        if self._last[0] != found.path:
            self._last = (found.path, *_read(found))
        _, text, places = self._last
        span = change.record.get("span") or {}
        start, end = span.get("start"), span.get("end")
        if places is None or not isinstance(start, int) or not isinstance(end, int):
            return Place(found.path)
        if text[start:end] != change.record.get("text"):
            return Place(found.path)
        return Place(found.path, places[start].line, _around(text, start, end))


def _around(text: str, start: int, end: int) -> str:
    said = text[start:end] if end - start <= LONG else f"{text[start : start + LONG - 1]}…"
    shown = f"{text[max(0, start - AROUND) : start]}[{said}]{text[end : end + AROUND]}"
    return " ".join(shown.split())


def _read(found: Input) -> tuple[str, Places | None]:
    from qextract.sources.read import read

    if by_suffix(found.path) == "html":
        return "", None
    source = read(found)
    if isinstance(source, Failure):
        return "", None
    return source.text, Places(source.text)


def under(paths: Sequence[str], wanted: Collection[str]) -> Locate:
    """Those pages of `wanted` that a run over `paths` reads."""
    from qextract.sources.find import find

    found = {
        each.doc_id: each
        for each in find(paths)
        if isinstance(each, Input) and each.doc_id in wanted and by_suffix(each.path) not in ROWS
    }
    return found.get
