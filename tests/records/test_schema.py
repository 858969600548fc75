"""The committed JSON Schemas are those of the models, and describe what is really emitted."""

import json
from pathlib import Path

import jsonschema
import pytest

import qextract
from qextract.records import MODELS, Record
from qextract.records.reference import markdown
from qextract.records.schema import schemas

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = ROOT / "schemas"


def test_committed_schemas_are_fresh():
    committed = {path.name: path.read_text("utf-8") for path in SCHEMAS.glob("*.json")}
    assert committed == schemas(), "run: python tools/remake.py"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_schema_says_which_draft_it_is_and_where_it_lives(name):
    schema = json.loads(schemas()[name])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(":" + name.removesuffix(".schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)


def test_seed_records_fit_the_schema():
    validator = jsonschema.Draft202012Validator(json.loads(schemas()["record.schema.json"]))
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        for record in qextract.extract(path.read_text("utf-8"), doc_id=path.name):
            validator.validate(json.loads(record.model_dump_json()))


def properties(schema):
    """(path, property) of all objects of a schema."""
    for name, each in {"": schema, **schema.get("$defs", {})}.items():
        for field, inner in each.get("properties", {}).items():
            yield f"{name}.{field}", inner


@pytest.mark.parametrize("name", sorted(schemas()))
def test_every_field_is_described(name):
    bare = [
        path
        for path, inner in properties(json.loads(schemas()[name]))
        if "description" not in inner and not path.endswith(".type")
    ]
    assert bare == []


def test_the_page_of_fields_has_every_field_of_every_type():
    page = markdown()
    assert (ROOT / "docs" / "fields.md").read_text("utf-8") == page, "run: python tools/remake.py"
    for name, model in MODELS.items():
        section = page.partition(f"## `{name}`\n")[2].partition("\n## ")[0]
        own = [field for field in model.model_fields if field not in Record.model_fields]
        assert [row.split("`")[1] for row in section.splitlines() if row.startswith("| `")] == own
        assert markdown(name).startswith(f"## `{name}`\n")
