"""Runs of GBK read one byte off where glosses stand: `日?qǐng)?bào)` is `日報`.

A converter that puts readings behind characters and compares bytes finds its characters between
those of a text as well: 請 is the second byte of 日 and the first of 報. Its reading parts the two
bytes, and the first takes the bracket along (`?`). So a gloss in front tells the first byte of what
follows, and one behind the character that it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qextract.repairs import characters, gloss
from qextract.repairs.gbk import pair
from qextract.repairs.in_step import Option, letter, other_forms, readings
from qextract.repairs.told import BESIDE, CERTAIN, Page

SOUND, MOST, MOST_TOLD, MOST_GUESSED = 8, 13, 15, 10  # bits a character, by what tells them
WIDENED = dict(zip("!,:;()?", "！，：；（）？", strict=True))  # a site may have narrowed these
INDENTS = ("\u3000", "  ")  # what a paragraph begins with
LONGEST = 24  # characters of a run in which a pair is looked for that is gone without a trace


class Told(NamedTuple):
    """What a run may have been: its bits, how many of them speak against it, how it reads."""

    bits: int
    most: int
    text: str


def widened(text: str) -> str:
    """The text with the marks as they stood in the pairs of bytes."""
    return "".join(WIDENED.get(c, c) for c in text)


def glossed(page: Page, match: re.Match[str]) -> str | None:
    """What a run with glosses was, `None` where that is not told.

    match: groups for the gloss in front, the run, the gloss behind, the letter behind.
    """
    run = widened(match[2])
    before = page.text[match.start() - 1 : match.start()]
    leads: list[int | None] = [*split(before, match[1])] if match[1] else [None]
    if match[3]:
        ends = [Option(p[1], first=p[0]) for p in _written(match[3])]
    else:
        ends = letter(match[4]) if match[4] else []
    if not (ends or match[1]):
        return None
    rest = page.text[match.end() : match.end() + BESIDE]
    for forms in ([(c,) for c in run], [other_forms(c) for c in run]):
        gaps = [[*forms[:i], (), *forms[i:]] for i in range(len(run) + 1) if len(run) <= LONGEST]
        found = {
            made.text: made
            for tried in (forms, *gaps)
            for lead in leads
            for made in _told(page, tried, lead, ends, rest)
            if made.bits <= made.most * len(made.text) + page.lost
        }
        if not found:
            continue
        best, *others = sorted(found.values())[:2]
        close = any(other.bits - best.bits < CERTAIN for other in others)
        if not close or best.bits <= SOUND * len(best.text):
            return best.text
    return None


def _told(
    page: Page, run: Sequence[Sequence[str]], lead: int | None, ends: Sequence[Option], rest: str
) -> Iterator[Told]:
    """Each reading of a run whose ends are told by glosses, or by what stands beside it."""
    before = page.left[-1:]
    sure = lead is not None and not run
    for one in readings(run, ends, lead=lead, before=before if lead is not None else ""):
        text, bits = one.text, one.bits
        most = MOST_TOLD if sure else MOST if () not in run else MOST_GUESSED
        if lead is None:
            head, more = page.between(page.left, 1, one.first, text)
            if not head:
                continue
            text, bits = head + text, bits + more
        if not ends:
            tail, more = page.between(page.left + text, 0, one.last, rest)
            if not (tail or run):
                continue
            text, bits = text + (tail + taken(rest) if tail else "?"), bits + more
        yield Told(bits, most, text)


def taken(behind: str) -> str:
    """What the `?` of a last byte took along of the text: a line break, `?` where nothing tells."""
    if behind.startswith(INDENTS):
        return "\n"
    return "?" if behind[:1].isalnum() else ""


def split(before: str, syllable: str) -> list[int]:
    """First bytes of what follows a gloss that stands between the bytes of two characters.

    The glossed character is made of the second byte of `before` and the first of the next.
    """
    raw = pair(before) if before else None
    return sorted({p[1] for p in _written(syllable) if raw is not None and p[0] == raw[1]})


def _written(syllable: str) -> list[bytes]:
    """The bytes of the characters that have the reading: traditional ones, if there are any."""
    glossed = gloss.readings().get(gloss.toneless(syllable), frozenset())
    changed = glossed & characters.traditional().keys()
    return [p for c in sorted(changed or glossed) if (p := pair(c))]
