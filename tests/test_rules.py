"""Every rule and pattern keeps its own examples, and no pattern backtracks badly."""

import importlib
import pkgutil
import re

import pytest
from linear import assert_linear

import qextract
from qextract.records.summary import summary
from qextract.rules import PATTERNS, RULES

PUBLISHED = "2024-03-05"
"""The day on which every example sentence is read."""


def load_all():
    for module in pkgutil.walk_packages(qextract.__path__, "qextract."):
        if "__main__" not in module.name:
            importlib.import_module(module.name)


load_all()


def cases(table, what):
    return [
        pytest.param(thing, text, id=f"{name}: {text[:30]}".replace("\n", " "))
        for name, thing in sorted(table.items())
        for text in getattr(thing, what)
    ]


@pytest.mark.parametrize(("rule", "sentence"), cases(RULES, "examples"))
def test_rule_makes_the_record_of_its_example(rule, sentence):
    records = qextract.extract(sentence, published=PUBLISHED)
    made = [summary(record) for record in records if record.rule == rule.name]
    others = [f"{record.rule}: {summary(record)}" for record in records[1:]]
    assert rule.examples[sentence] in made, others


@pytest.mark.parametrize(("rule", "sentence"), cases(RULES, "rejects"))
def test_rule_makes_nothing_of_what_only_looks_like_it(rule, sentence):
    records = qextract.extract(sentence, published=PUBLISHED)
    assert [summary(record) for record in records if record.rule == rule.name] == []


@pytest.mark.parametrize(("pattern", "text"), cases(PATTERNS, "examples"))
def test_pattern_finds_its_example(pattern, text):
    match = pattern.re.search(text)
    assert match is not None
    assert match.group() == pattern.examples[text]


@pytest.mark.parametrize(("pattern", "text"), cases(PATTERNS, "rejects"))
def test_pattern_leaves_what_only_looks_like_it(pattern, text):
    assert pattern.re.search(text) is None


@pytest.mark.parametrize("table", [RULES, PATTERNS], ids=["rules", "patterns"])
def test_everything_named_has_a_purpose_and_an_example(table):
    bare = [name for name, thing in table.items() if not (thing.purpose and thing.examples)]
    assert bare == []


@pytest.mark.parametrize("name", sorted(RULES))
def test_rule_is_named_after_its_record_type(name):
    assert re.fullmatch(r"(event|official|policy|metric)\.[a-z_]+", name)


def adversarial(pattern):
    """Pieces of texts that begin like a match again and again, from the pattern's own examples."""
    seeds = {"1", "一", "(", "《", "“", "年", "1,", "第", "在", " ", "\n", "的", "aá", "：", "国"}
    for text, found in pattern.examples.items():
        seeds |= {found[: len(found) // 2 or 1], found[:-1] or found, text[:-1] or text}
    return sorted(seeds - {""})


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_pattern_is_linear_on_adversarial_text(name):
    pattern = PATTERNS[name]
    for piece in adversarial(pattern):
        assert_linear(lambda text: sum(1 for _ in pattern.re.finditer(text)), piece, 10_000)
