"""JSON Schema of the records (draft 2020-12), generated from the models."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from qextract.records import MODELS, SCHEMA_VERSION, AnyRecord

BASE = f"urn:qextract:schema:{SCHEMA_VERSION}"


class _Generate(GenerateJsonSchema):
    """Every key of a record is always present, so defaults are required too."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return True


def schemas() -> dict[str, str]:
    """File name -> JSON Schema text: one file a record type, and `record` for a line of output."""
    made = {name: TypeAdapter(model) for name, model in MODELS.items()}
    made["record"] = TypeAdapter(AnyRecord)
    texts = {}
    for name, adapter in made.items():
        schema = {
            "$schema": GenerateJsonSchema.schema_dialect,
            "$id": f"{BASE}:{name}",
            **adapter.json_schema(mode="serialization", schema_generator=_Generate),
        }
        texts[f"{name}.schema.json"] = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    return texts
