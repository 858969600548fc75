"""Officials: one record per person, with every post that the document gives them."""

from __future__ import annotations

from typing import Any

from qextract.document import Article, Draft
from qextract.extractors import officials_rules
from qextract.extractors.officials_category import category
from qextract.lexical.people_words import says
from qextract.mentions import Grounded, Person, Position, Span

__all__ = ["extract", "officials_rules"]


def extract(article: Article) -> list[Draft]:
    """The official drafts of an article, in the order in which the persons first stand."""
    standings: dict[str, list[Person]] = {}
    for person in article.mentions.people:
        standings.setdefault(person.name.value, []).append(person)
    if not standings:
        return []
    said = _said(article, standings)
    return [
        _draft(name, people, said.get(name, []))
        for name, people in standings.items()
        if any(person.positions for person in people)
    ]


def _draft(name: str, people: list[Person], said: list[Grounded]) -> Draft:
    positions: list[Position] = []
    for person in people:
        for position in person.positions:
            _add(positions, position, person.rule == "official.takes_post")
    # the standing that tells most is the one that the record rests on
    best = max(
        people,
        key=lambda person: (
            len(person.positions),
            len(person.name.value),
        ),
    )
    grounding: dict[str, Span] = {"name": (best.name.start, best.name.end)}
    for index, position in enumerate(positions):
        if position.org is not None:
            grounding[f"positions.{index}.org"] = (position.org.start, position.org.end)
        grounding[f"positions.{index}.title"] = (position.title.start, position.title.end)
    verbs: dict[str, Grounded] = {}
    for verb in (*(verb for person in people for verb in person.said), *said):
        verbs.setdefault(verb.value, verb)
    ordered = sorted(verbs.values(), key=lambda verb: verb.start)
    for index, verb in enumerate(ordered):
        grounding[f"said.{index}"] = (verb.start, verb.end)
    fields: dict[str, Any] = {
        "name": name,
        "positions": [
            {
                "org": position.org.value if position.org else None,
                "title": position.title.value,
                "former": position.former,
            }
            for position in positions
        ],
        "category": category(positions[0]),
        "said": [verb.value for verb in ordered],
    }
    others = tuple((person.start, person.end) for person in people if person is not best)
    return Draft("official", best.rule, best.start, best.end, (name,), fields, grounding, others)


def _add(positions: list[Position], new: Position, life: bool = False) -> None:
    """Append `new` unless it is one of `positions` told again, perhaps shorter or longer.

    life: whether a life is told, in which a post that is over is none of today's.
    """
    for index, old in enumerate(positions):
        if _organ(old, new):
            return
        if _organ(new, old):
            positions[index] = new
            return
        if old.title.value != new.title.value and not (
            _within(old.title.value, new.title.value) and old.org is not None and new.org is None
        ):
            continue
        if new.org is None or (old.org is not None and _short_for(new.org.value, old.org.value)):
            if new.former and not old.former and (old.org is None) == (new.org is None):
                positions[index] = old._replace(former=True)
            return
        if life and new.former and not old.former and old.org is None:
            continue
        if old.org is None or _short_for(old.org.value, new.org.value):
            positions[index] = new
            return
    positions.append(new)


def _organ(full: Position, bare: Position) -> bool:
    """Whether `bare` is `full` with its inner body told as part of the title (院党委|书记, 党委书记)."""
    if bare.org is not None or full.org is None or full.former != bare.former:
        return False
    organ = bare.title.value.removesuffix(full.title.value)
    return 0 < len(organ) < len(bare.title.value) and full.org.value.endswith(organ)


def _within(long: str, short: str) -> bool:
    return long.endswith(short)


def _short_for(short: str, long: str) -> bool:
    """Whether the characters of `short` stand in `long` in their order, with the same ending."""
    if short[-1] != long[-1] or len(short) > len(long):
        return False
    rest = iter(long)
    return all(character in rest for character in short)


def _said(article: Article, standings: dict[str, list[Person]]) -> dict[str, list[Grounded]]:
    """Verbs of attribution right behind a name that is known to be an official's."""
    text = article.text
    found: dict[str, list[Grounded]] = {}
    longest = max(map(len, standings))
    for start, stop in article.page.regions:
        for match in says().finditer(text, start, stop):
            at = match.start()
            for length in range(min(longest, at - start), 1, -1):
                name = text[at - length : at]
                if name in standings:
                    found.setdefault(name, []).append(Grounded(match.group(), at, match.end()))
                    break
    return found
