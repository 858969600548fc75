"""Repair: damaged text to normal form, with a map of offsets back to the source.

A list of small steps, one file a step, each `text -> edits`. An edit replaces a slice and says why;
the composed edits are the offset map. Conversions character by character (traditional to
simplified, full to half width) keep length and need no edit. Damage comes in layers, so the steps
run again until they find nothing: a repaired text is not changed by repairing it again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from operator import itemgetter
from typing import NamedTuple

from qextract.mentions import Span
from qextract.repairs import (
    byte_shift,
    characters,
    escapes,
    gloss,
    invisible,
    lost,
    markup,
    mojibake,
    prefixes,
    punctuation,
    spaces,
    spam,
    wrap,
)
from qextract.repairs.characters import Script, fold
from qextract.repairs.edits import IDENTITY, Edit, OffsetMap, apply

__all__ = ["Repair", "Repaired", "fold", "repair"]

_KIND = itemgetter(3)
ROUNDS = 16
"""Layers of damage that are taken off. Pages have up to five, more are an attack (`&amp;amp;amp;…`)."""
LOST = "〓"
"""What stands for a place that has more layers; no step looks at it or across it."""


class Repair(NamedTuple):
    """One stretch mended: where it stood in the source, what it was and what it became.

    kind: why; where one repair was made on top of another (a gloss inside a run read one byte off)
    all kinds, joined by `+`, the first made first. start, end: in the source; before: that slice.
    text_start, text_end: in the repaired text; after: that slice, empty where all was taken out.
    kinds: every single repair in the stretch, in the order in which they were made.
    """

    kind: str
    start: int
    end: int
    before: str
    after: str
    text_start: int
    text_end: int
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Repaired:
    """A text in normal form that can say where each part of it stands in the source.

    source: the text as it came. text: simplified, half width, damage mended. counts: repairs by
    kind, conversions (`traditional`, `full_width`) by characters. script: of the source.
    """

    source: str
    text: str
    script: Script
    counts: dict[str, int]
    offsets: OffsetMap = field(repr=False, compare=False)
    steps: Sequence[tuple[OffsetMap, Sequence[Edit]]] = field(repr=False, compare=False)

    def to_source(self, start: int, end: int) -> Span:
        """The source span of a span of the text.

        What was replaced counts as one whole, and a gloss belongs to its character: the last 准 of
        標(biāo)準(zhǔn) ends behind its gloss. What was taken out between two characters belongs
        to neither. Never empty unless the given span is.
        """
        return self.offsets.span(start, end)

    @cached_property
    def repairs(self) -> tuple[Repair, ...]:
        """What was mended, in source order; conversions by character are only counted.

        The stretches do not overlap, and between them source and text run in step: the source with
        each `before` replaced by its `after`, and converted by character, is the text.
        """
        stretches = self.offsets.stretches()
        starts = [stretch[2] for stretch in stretches]
        kinds: list[list[str]] = [[] for _ in stretches]
        for before, edits in self.steps:
            for start, end, _, kind in edits:
                kinds[bisect_right(starts, before.span(start, end)[0]) - 1].append(kind)
        return tuple(
            Repair(
                "+".join(dict.fromkeys(why)),
                first,
                last,
                self.source[first:last],
                self.text[low:high],
                low,
                high,
                tuple(why),
            )
            for (low, high, first, last), why in zip(stretches, kinds, strict=True)
        )

    @cached_property
    def reported(self) -> tuple[Repair, ...]:
        """Damage that was found and cannot be mended, in source order; `after` is what it reads."""
        found: list[Repair] = []
        for report in REPORTS:
            for start, end, _, kind in report(self.text):
                first, last = self.to_source(start, end)
                before, after = self.source[first:last], self.text[start:end]
                found.append(Repair(kind, first, last, before, after, start, end, (kind,)))
        return tuple(sorted(found, key=itemgetter(1, 2)))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader should know of damage that remains, a line each."""
        told: list[str] = []
        if self.reported:
            where = _times(len(self.reported), "place")
            told.append(f"characters are lost in {where}, as here: {self.reported[0].before[:12]}")
        if masked := self.counts.get(spam.MASKED_KIND):
            told.append(f"spam stood in place of {_times(masked, 'word')} that nothing tells")
        return tuple(told)


def _times(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"


STEPS = (
    mojibake.find,
    invisible.find,
    escapes.find,
    markup.find,
    prefixes.find,
    punctuation.find_wide,
    wrap.find,
    byte_shift.find,
    gloss.find,
    invisible.find_private,
)
STEPS_AGAIN = (byte_shift.find, gloss.find)  # a run may have been glossed, glosses stand in a run
STEPS_FOLDED = (spaces.find, spam.find, punctuation.find)
# Steps that also find what nothing can mend, in a text that is mended as far as it goes.
REPORTS: tuple[Callable[[str], list[Edit]], ...] = (lost.report,)


def _mend(
    steps: Sequence[Callable[[str], list[Edit]]],
    text: str,
    offsets: OffsetMap,
    done: list[tuple[OffsetMap, list[Edit]]],
    *,
    give_up: bool = False,
) -> tuple[str, OffsetMap]:
    for step in steps:
        edits = step(text)
        if edits and give_up:
            edits = [e._replace(after=LOST) for e in edits if text[e.start : e.end].strip(LOST)]
        if edits:
            done.append((offsets, edits))
            text = apply(text, edits)
            offsets = offsets.then(edits)
    return text, offsets


def repair(text: str) -> Repaired:
    """Mend `text`. Any string is accepted; nothing is raised."""
    source, offsets = text, IDENTITY
    done: list[tuple[OffsetMap, list[Edit]]] = []
    counts: Counter[str] = Counter()
    script: Script = "Hans"
    # It ends: after ROUNDS turns each one leaves fewer characters that are not LOST.
    for turn in count():
        begun, before, give_up = text, len(done), turn >= ROUNDS
        text, offsets = _mend(STEPS, text, offsets, done, give_up=give_up)
        if len(done) > before:
            text, offsets = _mend(STEPS_AGAIN, text, offsets, done, give_up=give_up)
        text, wide = characters.narrow(text)
        text, hant = characters.simplify(text)
        if turn == 0:
            script = characters.script(text, hant)
        counts["full_width"] += wide
        counts["traditional"] += hant
        text, offsets = _mend(STEPS_FOLDED, text, offsets, done, give_up=give_up)
        if text == begun:
            break
    for _, edits in done:
        counts.update(map(_KIND, edits))
    return Repaired(
        source, text, script, {k: counts[k] for k in sorted(counts) if counts[k]}, offsets, done
    )
