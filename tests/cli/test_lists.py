"""`qextract rules` and `qextract schema`: what the tool knows, for people and for programs."""

import json

import jsonschema
import pytest

from .conftest import PAGE, ROOT, qextract


@pytest.fixture(scope="module")
def listed():
    return [json.loads(line) for line in qextract("rules", "--json").stdout.splitlines()]


def test_every_rule_that_fires_is_listed(listed):
    rules = {each["name"] for each in listed if each["kind"] == "rule"}
    records = [
        json.loads(line) for line in qextract("run", "-", data=PAGE.encode()).stdout.splitlines()
    ]
    fired = {record["rule"] for record in records if record["type"] != "article"}
    assert fired
    assert fired <= rules


def test_rules_are_listed_plainly_for_a_pipe(listed):
    done = qextract("rules")
    rows = [line.split("\t") for line in done.stdout.decode("utf-8").splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert rows == [[each["name"], each["kind"], each["purpose"]] for each in listed]


def test_a_prefix_lists_some_and_a_name_shows_all_examples(listed):
    some = qextract("rules", "metric.").stdout.decode("utf-8").splitlines()
    assert [line.split("\t")[0] for line in some] == [
        each["name"] for each in listed if each["name"].startswith("metric.")
    ]
    first = next(each for each in listed if each["examples"] and each["rejects"])
    card = qextract("rules", first["name"]).stdout.decode("utf-8")
    for text in (first["purpose"], *first["examples"], *first["rejects"]):
        assert text in card


def test_a_schema_validates_what_a_run_writes():
    schema = json.loads(qextract("schema").stdout)
    assert "record" in schema["$id"]
    validator = jsonschema.Draft202012Validator(schema)
    for line in qextract("run", "-", data=PAGE.encode()).stdout.splitlines():
        validator.validate(json.loads(line))


def test_the_fields_of_a_type_as_markdown():
    done = qextract("schema", "metric", "--markdown")
    assert done.returncode == 0
    page = done.stdout.decode()
    assert page.startswith("## `metric`\n")
    assert "| `value_max` | number or `null` |" in page
    assert "## DateValue" in page
    assert "## Position" not in page


def test_all_fields_as_markdown_are_the_page_in_docs():
    assert qextract("schema", "-m").stdout == (ROOT / "docs" / "fields.md").read_bytes()
