"""Which of a name's possible ends is the one: what stands behind each, and the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qextract.lexical.name_ends import (
    GRAMMAR_LETTERS,
    HAN,
    NOTHING,
    WORD,
    Name,
    is_noun,
)
from qextract.lexicon import words
from qextract.rules import late

if TYPE_CHECKING:
    from qextract.lexical.names import Document

_SELDOM_LAST = frozenset(
    "料冀吁以向与跟处任为是若率在对就赴到从让给受因有则也曾已又还都于携犯获作并由将"
)

_HARDLY_LAST = frozenset("料冀吁以在将跟对就从让给因则也又还都被于")

_GROUP = late(
    rf"和{HAN}{{1,14}}?(?:[部厅局处科院所会团队市县区镇乡省校厂]长|书记|主任|主席|领导|负责人|专家|代表|干部|人员|同志|成员|教授|院士|经理|总裁)"
)
"""和 that joins a person to others, not the last letter of a name: 黄明和带班领导."""

_BEFORE_VERBS = frozenset("为向跟与是若率任由从到赴于携获作有")
"""Letters that govern a noun: right in front of a verb of saying they belong to the name."""


def choose(options: list[Name], kind: str, text: str, document: Document) -> Name | None:
    """The option whose end is surest; among equals the document decides, then length."""
    four = len(options[-1].value) == 4 and kind not in ("compound", "japanese")
    if four and any(option.sure for option in options[:-1]):
        # four characters are a name only where nothing shorter can be one
        options = options[:-1]
    if (
        len(options) > 1
        and options[-1].value[-1] == "和"
        and options[-2].sure
        and _GROUP.match(text, options[-2].end)
    ):
        options = options[:-1]
    if len(options) > 1 and options[-1].value[-1] in _SELDOM_LAST and options[-2].sure:
        counted = [document.count(option.value) for option in options[-2:]]
        governs = options[-1].value[-1] not in _BEFORE_VERBS or not document.says(options[-1].end)
        hardly = options[-1].value[-1] in _HARDLY_LAST
        if governs and (hardly or counted[0] != counted[1] or counted[1] < 2):
            options = options[:-1]
    top = max(option.sure for option in options)
    if top == NOTHING:
        counts = [document.count(option.value) for option in options]
        if max(counts) < 2:
            return _unaided(options, kind, text)
        return [
            option for option, count in zip(options, counts, strict=True) if count == max(counts)
        ][-1]
    good = [option for option in options if option.sure]
    best = [option for option in good if option.sure == top][-1]
    if kind == "japanese":
        firm = [option for option in good if option.sure >= WORD and len(option.value) > 2]
        best = firm[0] if firm else best
    if top == WORD and len(good) > 1 and good[-2].sure == top and best is good[-1]:
        plain = best.value[-1] in GRAMMAR_LETTERS
        if best.value[-1] == "正" and document.says(best.end):
            plain = False
        if plain or document.tells(good[-2].end):
            best = good[-2]
    if top == WORD and best is not options[-1] and not document.tells(best.end):
        # 林定国|资深, not 林定|国资
        longer = options[options.index(best) + 1]
        if (
            not longer.sure
            and len(longer.value) < 4
            and longer.value[-1] in words("name_characters")
            and is_noun(text[longer.end : longer.end + 2])
        ):
            return longer
    if len(options) > 1:
        # a form that stands more often than the longer one is the name
        least = document.count(best.value)
        for option in options:
            shorter = len(option.value) < len(best.value)
            if shorter and document.count(option.value) > max(least, 1 + (not option.sure)):
                return option
    return best


def _unaided(options: list[Name], kind: str, text: str) -> Name | None:
    """Nothing tells the end: believe a common surname with characters of given names.

    A noun behind the shorter form and none behind the longer one splits a word (周玲|系统).
    """
    if kind not in ("common", "compound"):
        return None
    given = words("name_characters")
    nouns = [option for option in options if is_noun(text[option.end : option.end + 2])]
    if nouns and len(nouns) < len(options):
        options = nouns
    for option in reversed(options):
        if len(option.value) < 4 + (kind == "compound") and option.value[-1] in given:
            return option
    return None
