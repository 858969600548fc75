"""Records as they stand in a file, by document."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from qextract.compare.object_lines import MARK, PACKED, LineError, no_type, parsed
from qextract.records import MODELS
from qextract.sources import MAX_SIZE, STDIN, Failure
from qextract.sources.common import SourceError, because
from qextract.sources.streams import lines, opened

TOLERATED = ("missing", "extra_forbidden", "literal_error", "string_pattern_mismatch")
"""Faults that do not hinder a comparison: records of other versions, or of other programs."""

SPANS = ("span", "mentions", "grounding")
"""Fields in which nothing may be missing."""


def read_records(path: str) -> Iterator[dict[str, Any] | Failure]:
    """The records of a file, one a line, of a folder of such files, or of `-`; compressed or not.

    A line that is no record is a `Failure`; the others follow.
    """
    if not os.path.isdir(path):
        if path == STDIN or os.path.exists(path):
            yield from _records(path)
        else:
            yield Failure(path, "no such file or folder (check the spelling)")
        return
    empty = True
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            if name.endswith(PACKED):
                empty = False
                yield from _records(os.path.join(folder, name))
    if empty:
        yield Failure(path, "no .jsonl file in this folder")


def _records(path: str) -> Iterator[dict[str, Any] | Failure]:
    try:
        with opened(path) as stream:
            number = 0
            for number, line in lines(stream, "utf-8", MAX_SIZE):
                if line.strip():
                    yield _record(path, number, line)
            if stream.broken:
                yield Failure(path, stream.broken, number + 1)
    except OSError as error:
        yield Failure(path, because(error))
    except SourceError as error:
        yield Failure(path, str(error))


def _record(path: str, number: int, line: bytes) -> dict[str, Any] | Failure:
    line = line.removeprefix(MARK)
    try:
        record = parsed(line)
    except LineError as error:
        return Failure(path, str(error), number)
    wrong = _wrong(record, line)
    return Failure(path, wrong, number) if wrong else record


def _wrong(record: dict[str, Any], line: bytes) -> str | None:
    """Why something is no record that can be compared."""
    if not isinstance(kind := record.get("type"), str):
        return 'not a record: it has no "type"'
    if kind not in MODELS:
        return no_type(kind, MODELS)
    if not isinstance(record.get("doc_id"), str):
        return 'a record without a "doc_id"'
    try:
        MODELS[kind].model_validate_json(line, strict=True)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            place = fault["loc"]
            if fault["type"] not in TOLERATED or (len(place) > 1 and place[0] in SPANS):
                path = ".".join(str(part) for part in place if part not in ("int", "float"))
                return f"not a record: {kind}.{path}: {fault['msg']}"
    return None
