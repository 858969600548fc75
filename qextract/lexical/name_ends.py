"""What stands behind a personal name and so tells its end."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from qextract.lexicon import table, words
from qextract.rules import late

HAN = r"[^\W\x00-\x7f]"
"""A Chinese character, written so that it costs no time to compile (`[一-鿿]` takes a millisecond)."""
END, WORD, GRAMMAR, NOTHING = 3, 2, 1, 0
"""What stands behind a name: a mark or the end; a word; a word of grammar; none of these."""

_BY = late(r"以(?:及|\d|全票|高票|[一二三四五六七八九十百]+票)")
ENDS = frozenset(' ,.、。;:!?()[]"“”‘’《》〈〉【】〔〕—…·~/|\n\t')
SAYS = frozenset("说称")
_ASKS = frozenset("讲谈问答道")
GRAMMAR_LETTERS = frozenset(
    "的正未均仍皆亦共先再便即处犯在于对向与和及跟同就将则也曾已又还都被把赴到由从以让给受因有是为任代兼率作带去来所致获当"
)


class Name(NamedTuple):
    """A name, its end in the text, and how sure its end is (`END` to `NOTHING`)."""

    value: str
    end: int
    sure: int


@cache
def _follow() -> tuple[frozenset[str], dict[str, str]]:
    """Words behind names: those listed whole, and first letters with the letters that go on."""
    pairs = {first: columns[0] for first, columns in table("name_follow").items()}
    return words("name_follow_more"), pairs


def behind(text: str, at: int, stop: int) -> int:
    """What stands at `at`, seen as the end of a name."""
    if at >= stop:
        return END
    first = text[at]
    if first in ENDS or first.isdigit():
        return END
    if first in "今昨" and is_day(text, at):
        return WORD
    if first.isascii():
        return WORD
    if first == "等" or first in SAYS or (first == "以" and _BY.match(text, at)):
        return WORD
    if first in "料冀吁" and text[at + 1 : at + 2] in ("", ",", ":", "今", "明", "全"):
        return WORD
    if is_word(text[at : at + 2]) or (first in _ASKS and text[at + 1 : at + 2] in (":", ",")):
        return WORD
    if first in GRAMMAR_LETTERS and (at + 1 >= stop or text[at + 1] not in ",、。;:)"):
        return GRAMMAR
    return NOTHING


@cache
def _nouns() -> dict[str, str]:
    return {first: columns[0] for first, columns in table("name_follow_nouns").items()}


def is_noun(form: str) -> bool:
    """Whether `form` is a noun or another word that tells little of where a name ends."""
    return len(form) == 2 and form[1] in _nouns().get(form[0], "")


def is_day(text: str, at: int) -> bool:
    """Whether 今 or 昨 at `at` is the beginning of a day (今(29)日, 昨在)."""
    if text[at] == "昨":
        return True
    behind_it = text[at + 1 : at + 3]
    return behind_it[:1].isdigit() or (behind_it[:1] in ("(", " ") and behind_it[1:].isdigit())


def is_word(form: str) -> bool:
    """Whether `form` is a verb or adverb too."""
    more, pairs = _follow()
    return form in more or (len(form) == 2 and form[1] in pairs.get(form[0], ""))
