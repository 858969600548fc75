"""The fields of all records as a Markdown page, made from their schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from qextract.records import MODELS, Record
from qextract.records.schema import schemas

Schema = Mapping[str, Any]

ALL = "record"
"""The name of the schema of any line."""
TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
}
FORMATS = {"date": "day"}
VALUES = ("Span", "DateValue", "Position")
"""What stands inside of records."""
HEAD = """# Fields

What each line of `qextract run` holds. A field that has no value is `null`, a list that has none is
`[]`; every field is always there, in this order. Values are in normal form (repaired, simplified,
half-width digits), whatever the page looks like; `text` and all spans lead back to the page as it is.
Spans count Unicode code points of the decoded text, from 0, the end exclusive:
`source[start:end] == text`.

This page is what `qextract schema --markdown` prints; `qextract schema` prints the same as JSON Schema,
`qextract validate` checks records against it.
"""


def markdown(name: str = ALL) -> str:
    """The page for one type, or for `record` the page for all. Raises `KeyError` for another name."""
    made = {file.partition(".")[0]: json.loads(text) for file, text in schemas().items()}
    if name != ALL:
        parts = [_type(name, made[name], [*made[name]["properties"]])]
        return "\n".join([*parts, *_values(made[name])])
    common = list(Record.model_fields)
    parts = [HEAD, _every(made, common)]
    for each in MODELS:
        own = [field for field in made[each]["properties"] if field not in common]
        parts.append(_type(each, made[each], own))
    return "\n".join([*parts, *_values(made[ALL])])


def _every(made: Mapping[str, Schema], common: list[str]) -> str:
    schema = made["event"]
    rows = [
        (field, f"one of {_either(MODELS)}", "What the record is.")
        if field == "type"
        else _row(field, schema["properties"][field])
        for field in common
    ]
    return _section("Every record", "", rows)


def _type(name: str, schema: Schema, fields: list[str]) -> str:
    rows = [_row(field, schema["properties"][field]) for field in fields]
    return _section(f"`{name}`", _first(schema), rows)


def _values(schema: Schema) -> Iterator[str]:
    """A section for each kind of value that the schema refers to."""
    for name in VALUES:
        if value := schema.get("$defs", {}).get(name):
            rows = [_row(field, each) for field, each in value["properties"].items()]
            yield _section(f"{name}", _first(value), rows)


def _section(title: str, told: str, rows: list[tuple[str, str, str]]) -> str:
    lines = [f"| `{field}` | {kind} | {_cell(meaning)} |" for field, kind, meaning in rows]
    head = f"## {title}\n\n" + (f"{told}\n\n" if told else "")
    return head + "\n".join(["| field | is | meaning |", "|---|---|---|", *lines, ""])


def _first(schema: Schema) -> str:
    """The first sentence of a model's docstring; what follows it is said field by field."""
    text = " ".join(schema.get("description", "").split())
    return text.partition(". ")[0].rstrip(".") + "."


def _row(field: str, schema: Schema) -> tuple[str, str, str]:
    if "const" in schema:
        return field, f"`{schema['const']}`", schema.get("description", "What the record is.")
    return field, _kind(schema), schema.get("description", "")


def _kind(schema: Schema) -> str:
    if "anyOf" in schema:
        kinds = dict.fromkeys(_kind(each) for each in schema["anyOf"])
        if {"whole number", "number"} <= kinds.keys():
            del kinds["whole number"]
        return " or ".join(kinds)
    if "enum" in schema:
        return f"one of {_either(schema['enum'])}"
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    kind = schema.get("type")
    if kind == "array":
        return f"list of {_kind(schema['items'])}"
    if kind == "object":
        return f"object: name to {_kind(schema['additionalProperties'])}"
    if kind == "null":
        return "`null`"
    return FORMATS.get(schema.get("format", ""), TYPES.get(str(kind), str(kind)))


def _either(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
