"""Meetings that a headline announces without a date: their full names and places."""

from __future__ import annotations

from collections.abc import Iterator

from qextract.document import Article
from qextract.extractors.event_names import TAIL, noun_phrase, place_before
from qextract.mentions import Span
from qextract.rules import Pattern

HEADLINES = 6
"""How many sentences from the top may be headlines or subheadlines."""

HELD = Pattern(
    "event.headline_held",
    "the verb at the end of a headline: NAME在PLACE召开",
    r"(?:召开|举行|举办|开幕|闭幕)$",
    examples={"全省水利大会在临川召开": "召开"},
    rejects=("召开全省水利大会",),
)


def announcements(article: Article) -> Iterator[tuple[Span, Span]]:
    """Name and place of each meeting that a line at the top says was held somewhere."""
    text = article.text
    for sentence in article.mentions.sentences[:HEADLINES]:
        verb = HELD.re.search(text, sentence.start, sentence.end)
        if verb is None:
            continue
        found = place_before(text, sentence.start, verb.start())
        if found is None or found[0] is None:
            continue
        start = sentence.start
        while start < found[1] and text[start] in "-—一 ·":
            start += 1
        name = noun_phrase(text, start, found[1])
        if name is not None and TAIL.re.search(text, name[0], verb.start()):
            yield name, found[0]
