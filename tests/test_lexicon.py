"""Word lists and the two ways of finding their terms."""

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qextract.lexicon import Terms, alternation, table, words

LISTS = sorted(
    path.name for path in files("qextract.lexicon").iterdir() if path.name.endswith(".txt")
)
SMALL = st.lists(st.text(alphabet="局长副处员a.*", min_size=1, max_size=4), min_size=1, max_size=8)


@given(SMALL, st.text(alphabet="局长副处员a.* ", max_size=40))
def test_an_alternation_finds_the_longest_term_at_each_place(terms, text):
    longest_first = sorted(set(terms), key=len, reverse=True)
    plain = "|".join(re.escape(term) for term in longest_first)
    assert re.findall(alternation(terms), text) == re.findall(plain, text)


@given(
    SMALL, st.text(alphabet="局长副处员a.* ", max_size=40), st.integers(0, 9), st.integers(0, 45)
)
def test_terms_finds_what_the_alternation_finds(terms, text, start, end):
    pattern = re.compile(alternation(terms))
    expected = [(m.start(), m.end(), m.group()) for m in pattern.finditer(text, start, end)]
    assert list(Terms(terms).finditer(text, start, min(end, len(text)))) == expected


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_and_says_where_it_comes_from(name):
    lines = (files("qextract.lexicon") / name).read_text("utf-8").splitlines()
    terms = [line.split("\t", 1)[0] for line in lines if line and not line.startswith("#")]
    assert lines[0].startswith("# ")
    assert terms == sorted(set(terms))
    assert words(name.removesuffix(".txt")) == set(terms)


def test_a_table_gives_the_columns():
    assert table("event_triggers")["召开"] == ("meeting", "A", "held")
