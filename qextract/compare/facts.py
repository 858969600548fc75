"""Records as they stand in a file, by document."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from qextract.records import MODELS
from qextract.sources import MAX_SIZE, STDIN, Failure
from qextract.sources.common import SourceError, because
from qextract.sources.streams import lines, opened

PACKED = (".jsonl", ".jsonl.gz")
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
    cut = "" if line.endswith(b"\n") else "; the last line is cut off?"
    try:
        text = line.decode("utf-8-sig")
        record = json.loads(text)
    except UnicodeDecodeError as error:
        return Failure(path, f"not UTF-8 (byte {error.start} of the line is wrong{cut})", number)
    except json.JSONDecodeError as error:
        return Failure(path, f"not JSON ({error.msg}, column {error.colno}{cut})", number)
    except RecursionError:
        return Failure(path, "not a record (nested without end)", number)
    wrong = _wrong(record, text)
    return Failure(path, wrong, number) if wrong else record


def _wrong(record: Any, text: str) -> str | None:
    """Why something is no record that can be compared."""
    if not isinstance(record, dict):
        return "not a record (it is no JSON object)"
    if not isinstance(kind := record.get("type"), str):
        return 'not a record: it has no "type"'
    if kind not in MODELS:
        close = get_close_matches(kind, MODELS, n=1, cutoff=0.6)
        hint = f", did you mean {close[0]!r}?" if close else f" (there are {', '.join(MODELS)})"
        return f"there is no type {kind!r}{hint}"
    if not isinstance(record.get("doc_id"), str):
        return 'a record without a "doc_id"'
    try:
        MODELS[kind].model_validate_json(text, strict=True)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            place = fault["loc"]
            if fault["type"] not in TOLERATED or (len(place) > 1 and place[0] in SPANS):
                path = ".".join(str(part) for part in place if part not in ("int", "float"))
                return f"not a record: {kind}.{path}: {fault['msg']}"
    return None
