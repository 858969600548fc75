"""Whatever the damage, every span leads to the characters that the record rests on."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import qextract
from qextract.records import MODELS

ROOT = Path(__file__).parent.parent.parent
ARTICLES = sorted((ROOT / "seeds").glob("*.txt")) + sorted((ROOT / "tests/gold/dev").glob("*.txt"))
DAMAGE = [
    "",
    " ",
    "\n",
    "?",
    "(zhì)",
    "　",
    "\u200b",
    ",,",
    "?！",
    "“",
    "》",
    "bet体育365官网:",
    "　\n",
    "(",
    "１２",
]


def field(record, path):
    value = record
    for step in path.split("."):
        value = value[int(step)] if step.isdigit() else value[step]
    return value


def check(text):
    records = [json.loads(r.model_dump_json()) for r in qextract.extract(text)]
    assert records[0]["type"] == "article"
    assert len({record["id"] for record in records}) == len(records)
    for record in records:
        span = record["span"]
        assert text[span["start"] : span["end"]] == record["text"]
        assert span in record["mentions"]
        assert record["mentions"] == sorted(
            record["mentions"], key=lambda s: (s["start"], s["end"])
        )
        for path, where in record["grounding"].items():
            assert 0 <= where["start"] < where["end"] <= len(text), path
            assert field(record, path) is not None, path
        for where in (*record["mentions"], *record.get("body", ())):
            assert 0 <= where["start"] <= where["end"] <= len(text)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article_is_grounded(path):
    check(path.read_text("utf-8"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(ARTICLES[:9]),
    st.lists(st.tuples(st.integers(0, 2500), st.sampled_from(DAMAGE)), max_size=25),
)
def test_damaged_article_is_grounded(path, damage):
    text = path.read_text("utf-8")
    for at, what in sorted(damage, reverse=True):
        text = text[:at] + what + text[at:]
    check(text)


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet="一二十百万亿年月日0129.,:;。、《》“”()省市长局张王说在第%家元 \n\t?！敝zhì質標會",
        max_size=80,
    )
)
def test_any_text_is_grounded(text):
    check(text)


def test_fields_are_those_of_the_contract():
    common = [
        "schema_version",
        "type",
        "id",
        "doc_id",
        "text",
        "span",
        "mentions",
        "rule",
        "grounding",
    ]
    for model in MODELS.values():
        assert list(model.model_fields)[: len(common)] == common
