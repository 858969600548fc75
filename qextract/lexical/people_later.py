"""Later mentions of a person: surname and post (周会长), the last part of a foreign name (贝尔主席).

They stand for a person named in full elsewhere in the document. Names that are set around the post
(苏院长贞文) are read here too: they need the same look at a surname in front of a post.
"""

from __future__ import annotations

from functools import cache

from qextract.lexical.name_ends import WORD, Name, behind
from qextract.lexical.names import Document, given_letters, is_given
from qextract.lexical.people_own import Part
from qextract.lexicon import table
from qextract.mentions import Grounded, Person, Position

_AROUND = frozenset(
    [
        "院长",
        "秘书长",
        "部长",
        "市长",
        "县长",
        "局长",
        "处长",
        "署长",
        "委员",
        "议员",
        "立委",
        "主委",
        "次长",
        "总统",
        "总理",
        "主席",
        "召集人",
        "主任委员",
        "主任",
        "司长",
        "议长",
        "校长",
        "检察长",
        "会长",
    ]
)
"""Posts that Taiwanese prose sets between surname and given name."""
_RULE = "official.name_post"


@cache
def _common() -> frozenset[str]:
    """Surnames that are told from other words where they stand alone."""
    return frozenset(
        term for term, columns in table("surnames").items() if columns[0] in ("common", "compound")
    )


def surname_of(part: Part, text: str) -> str:
    """The surname that is all that stands in front of the post, "" where there is none."""
    form = text[part.start : part.end]
    return form if 0 < len(form) < 3 and part.end == part.post.start and form in _common() else ""


def around(text: str, part: Part, stop: int, document: Document) -> Name | None:
    """The name whose given part stands behind the post: 苏院长贞文."""
    surname = surname_of(part, text)
    if not surname or part.post.head not in _AROUND:
        return None
    at = part.post.end
    for length in (2, 1):
        given = text[at : min(at + length, stop)]
        if len(given) < length or not is_given(given):
            continue
        to = at + length
        sure = behind(text, to, stop)
        if sure and document.count(surname + given):
            return Name(surname + given, to, sure)
        plain = length == 2 and given[0] not in _common() and given_letters().issuperset(given)
        if plain and sure >= WORD:
            return Name(surname + given, to, sure)
    return None


class Later:
    """Whom a surname can stand for by now."""

    def __init__(self) -> None:
        self._by_surname: dict[str, dict[str, set[str]]] = {}

    def learn(self, name: str, positions: tuple[Position, ...]) -> None:
        """Remember the person's posts under the surname."""
        surname = name[:2] if name[:2] in _common() and len(name) > 2 else name[:1]
        titles = self._by_surname.setdefault(surname, {}).setdefault(name, set())
        titles.update(position.title.value for position in positions)

    def read(self, text: str, part: Part) -> Person | None:
        """The person that surname and post stand for, if there is one only."""
        surname = surname_of(part, text)
        people = self._by_surname.get(surname) if surname else None
        if not people:
            return None
        title, head = part.post.title, part.post.head
        for wanted in (title, head):
            who = [name for name, titles in people.items() if wanted in titles] or [
                name
                for name, titles in people.items()
                if any(known.endswith(wanted) for known in titles)
            ]
            if len(who) == 1:
                name = Grounded(who[0], part.start, part.end)
                end = part.post.end
                return Person(text[part.start : end], part.start, end, name, (), (), _RULE)
        return None


def short_forms(names: list[str]) -> dict[str, str]:
    """The last parts of names with a dot to the whole names, where they tell one person."""
    found: dict[str, str] = {}
    for name in names:
        last = name.rpartition("·")[2]
        if 1 < len(last) < len(name):
            found[last] = name if found.get(last, name) == name else ""
    return {last: name for last, name in found.items() if name}


def linked(people: list[Person]) -> list[Person]:
    """The same persons, those named by the last part of a foreign name under the whole one."""
    whole = short_forms([person.name.value for person in people])
    if not whole:
        return people
    return [
        person._replace(name=person.name._replace(value=whole[person.name.value]))
        if person.name.value in whole
        else person
        for person in people
    ]
