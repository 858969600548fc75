"""The committed JSON Schemas are those of the models, and describe what is really emitted."""

import json
from pathlib import Path

import jsonschema
import pytest

import qextract
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
