"""A line of records as JSON, or in words what else it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, NoReturn

from qextract._version import SCHEMA_VERSION

MARK = b"\xef\xbb\xbf"
"""The byte order mark that some programs begin a file with."""
PACKED = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
"""How the files in a folder of records end."""


class LineError(ValueError):
    """A line that holds no JSON object."""


def parsed(line: bytes) -> dict[str, Any]:
    """The object in a line. Raises `LineError`, whose text says what else is there."""
    cut = "" if line.endswith(b"\n") else "; the last line is cut off?"
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LineError(f"not UTF-8 (byte {error.start + 1} of the line is wrong{cut})") from None
    if not text.strip():
        raise LineError("an empty line")
    try:
        value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        if not cut and text.strip() in ("{", "["):
            raise LineError("begins JSON over many lines; records stand in one each") from None
        raise LineError(f"not JSON ({error.msg}, column {error.colno}{cut})") from None
    except ValueError as error:
        raise LineError(f"not JSON ({error}{cut})") from None
    except RecursionError:
        raise LineError("not a record (nested without end)") from None
    if not isinstance(value, dict):
        raise LineError("not a record (it is no JSON object)")
    return value


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


def no_type(kind: str, known: Iterable[str]) -> str:
    """That there is no such type, and which there are."""
    types = list(known)
    close = get_close_matches(kind, types, n=1, cutoff=0.6)
    hint = f", did you mean {close[0]!r}?" if close else f" (there are {', '.join(types)})"
    shown = kind if len(kind) <= 40 else f"{kind[:39]}…"
    return f"there is no type {shown!r}{hint}"


def newer(version: object) -> bool:
    """Whether a schema version is one that is still to come."""
    if not isinstance(version, str) or not re.fullmatch(r"\d{1,9}(?:\.\d{1,9})*", version):
        return False
    return [*map(int, version.split("."))] > [*map(int, SCHEMA_VERSION.split("."))]
