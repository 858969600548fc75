"""A text without full stops is cut, so that no sentence is without end."""

import pytest

from qextract.lexical import sentences


@pytest.mark.parametrize("piece", ["会议", "会议,", "会议、 ", "一二三四五六七"])
def test_a_text_without_stops_is_cut(piece):
    text = piece * 2000
    found = sentences.scan(text, [(0, len(text))])
    assert max(sentence.end - sentence.start for sentence in found) <= sentences.LONGEST
    kept = "".join(text[sentence.start : sentence.end] for sentence in found)
    assert kept.replace(" ", "") == text.replace(" ", "")
    assert all(text[s.start] != " " and s.clauses[0].start == s.start for s in found)
