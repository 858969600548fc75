"""Lines against the schema: what is wrong with one, in words, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from qextract.compare.faults import Fact
from qextract.compare.object_lines import newer, no_type
from qextract.records import MODELS, SCHEMA_VERSION

SHORT = 40
"""Characters of a wrong value that are shown."""
UNIONS = ("int", "float")
"""What pydantic puts behind a path to say which type of several it tried."""

WANTED = {
    "string": "a string",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "list": "a list",
    "dict": "an object",
    "model": "an object",
    "date": "a day, written as 2023-11-15",
}
"""What must stand there, by the first word of pydantic's name for the fault."""
PATTERNS = {
    "id": "16 hex digits",
    "sha256": "64 hex digits",
    "published": "a day or a time, written as 2023-11-15 or 2023-11-15T08:30",
}


def shape_faults(record: Mapping[str, Any], line: bytes) -> Iterator[Fact]:
    """(field, what is wrong) where a record is not as the schema has it."""
    version = record.get("schema_version")
    if version != SCHEMA_VERSION and newer(version):
        yield "schema_version", f"is {version!r}, newer than {SCHEMA_VERSION}: upgrade qextract"
        return
    kind = record.get("type")
    if not isinstance(kind, str) or kind not in MODELS:
        yield "type", _no_type(record, kind)
        return
    for field in ("schema_version", "type"):
        if field not in record:  # in the models they are there by themselves
            yield field, "missing"
    try:
        MODELS[kind].__pydantic_validator__.validate_json(line, strict=True)
    except ValidationError as error:
        yield from _told(error)


def _no_type(record: Mapping[str, Any], kind: object) -> str:
    if "type" not in record:
        return "missing"
    if not isinstance(kind, str):
        return f"is {short(kind)}, must be {_either(list(MODELS))}"
    return no_type(kind, MODELS)


def _told(error: ValidationError) -> Iterator[Fact]:
    """Each wrong field once, in the order of the fields."""
    told: dict[str, str] = {}
    for fault in error.errors(include_url=False):
        steps = [str(step) for step in fault["loc"]]
        if steps and steps[-1] in UNIONS:
            path, reason = ".".join(steps[:-1]), f"is {short(fault['input'])}, must be a number"
        else:
            path, reason = ".".join(steps), _reason(fault["type"], path_end(steps), fault)
        told.setdefault(path, reason)
    yield from told.items()


def path_end(steps: list[str]) -> str:
    """The name of the field that a path ends in."""
    return steps[-1] if steps else ""


def _reason(kind: str, field: str, fault: Mapping[str, Any]) -> str:
    if kind == "missing":
        return "missing"
    if kind == "extra_forbidden":
        return "there is no such field"
    if kind in ("string_too_short", "too_short"):
        return "is empty"
    given = short(fault["input"])
    if kind == "literal_error":
        return f"is {given}, must be {fault['ctx']['expected']}"
    if kind == "greater_than_equal":
        return f"is {given}, must be {fault['ctx']['ge']} or more"
    if kind == "string_pattern_mismatch":
        return f"is {given}, must be {PATTERNS.get(field, fault['ctx']['pattern'])}"
    if wanted := WANTED.get(kind.partition("_")[0]):
        return f"is {given}, must be {wanted}"
    message: str = fault["msg"]
    return message[:1].lower() + message[1:]


def _either(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def short(value: object) -> str:
    """A value as JSON, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
