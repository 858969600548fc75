"""Bytes read again in another encoding, some of them lost: the likeliest Chinese text.

The bytes come as a list, -1 where one is unknown, each with the range of characters that held it.
At each place `units` says which characters may begin there; the likeliest way through all of them
is taken (`likely.py`), a few ways being kept at each place. An unknown byte is only filled in where
no other character comes near; else its character comes out as U+FFFD.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from qextract.repairs.characters import traditional
from qextract.repairs.gbk import MARKS, everyday
from qextract.repairs.likely import BRACKETS, MARK_FORMS, alone, cost, unopened

UNKNOWN = -1
LOST, MISSING, BROKEN = 8, 14, 30  # bits: an unknown byte, one without a trace, one that fits not
NOWHERE = 12  # a character that cannot be told
KEPT = 5  # ways kept at each place
CERTAIN = 4  # bits between the likeliest character and the next one
FEW = 8  # bytes that may be lost, for which two of a character are filled in
MOST_UNKNOWN = 0.25  # of all bytes; beyond that nothing can be told
RARELY = 32  # one traditional character in so many is no traditional text
AROUND = 200  # characters before in which a bracket may have been opened
REPLACEMENT = "\ufffd"


class Piece(NamedTuple):
    """A character that comes out and the range of characters that it was."""

    start: int
    end: int
    text: str


class Unit(NamedTuple):
    """A character that may begin at some place: how many bytes, which ones it may be, extra bits."""

    size: int
    options: Sequence[str]
    bits: int


Units = Callable[[Sequence[int], int], Iterator[Unit]]


class Step(NamedTuple):
    """A way through the bytes up to some place; `unit` is the last one, `back` the way before."""

    bits: int
    text: str
    unit: Unit | None
    start: int
    back: Step | None


def decode(
    raw: Sequence[int], owner: Sequence[tuple[int, int]], units: Units
) -> tuple[list[Piece], int]:
    """The pieces of the likeliest reading, and its bits."""
    if raw.count(UNKNOWN) > MOST_UNKNOWN * len(raw) + 1:
        return [], BROKEN * len(raw)
    ways: list[list[Step]] = [[] for _ in range(len(raw) + 1)]
    ways[0] = [Step(0, "", None, 0, None)]
    for i in range(len(raw)):
        here = ways[i]
        if not here:
            continue
        if len(here) > KEPT:
            here.sort(key=lambda step: step.bits)
            del here[KEPT:]
        ways[i] = []  # what is still needed hangs on the ways further on
        for unit in units(raw, i):
            there = ways[i + unit.size]
            if len(here) == 1 == len(unit.options):
                step, text = here[0], unit.options[0]
                there.append(
                    Step(step.bits + cost(step.text, text) + unit.bits, text, unit, i, step)
                )
                continue
            for text in unit.options:
                best = min(here, key=lambda step, text=text: step.bits + cost(step.text, text))  # type: ignore[misc]
                bits = best.bits + cost(best.text, text) + unit.bits
                there.append(Step(bits, text, unit, i, best))
            if len(there) > 4 * KEPT:
                there.sort(key=lambda step: step.bits)
                del there[2 * KEPT :]
    last: Step | None = min(
        ways[-1], key=lambda step: step.bits + cost(step.text, ""), default=None
    )
    if last is None:
        return [], BROKEN * len(raw)
    total = last.bits
    steps = []
    while last is not None and last.unit is not None:
        steps.append(last)
        last = last.back
    steps.reverse()
    pieces: list[Piece] = []
    read = "".join(step.text for step in steps)
    plain = sum(map(traditional().__contains__, read)) <= len(read) // RARELY
    doubtful = ""  # what may have been opened by a character that cannot be told
    for i, step in enumerate(steps):
        text, options = step.text, step.unit.options if step.unit is not None else ()
        if len(options) > 1:
            without = unopened(read[max(0, i - AROUND) : i])
            fitting = [
                c
                for c in options
                if (MARK_FORMS.get(c, c) not in without or c in doubtful)
                and not (plain and c in traditional())
            ]
            text = likeliest(read[i - 1 : i], fitting, read[i + 1 : i + 2])
            if text == REPLACEMENT:
                doubtful += "".join(b[0] for b in BRACKETS if any(c in b[1] for c in options))
        end = steps[i + 1].start if i + 1 < len(steps) else len(raw)
        pieces.append(Piece(owner[step.start][0], owner[end - 1][1], text))
    return pieces, total


def strict(raw: Sequence[int], owner: Sequence[tuple[int, int]], codec: str) -> list[Piece]:
    """The pieces where all bytes are known and fit; nothing where not."""
    try:
        text = bytes(raw).decode(codec)
    except ValueError:  # also for an unknown byte
        return []
    pieces: list[Piece] = []
    at = 0
    for character in text:
        end = at + len(character.encode(codec))
        pieces.append(Piece(owner[at][0], owner[end - 1][1], character))
        at = end
    return pieces if at == len(raw) else []


def likeliest(before: str, options: Sequence[str], behind: str) -> str:
    """The option that fits best between two characters, U+FFFD where another one comes near."""
    ranked = sorted((cost(before, one) + cost(one, behind), one) for one in options)[:2]
    if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < CERTAIN):
        return REPLACEMENT
    return ranked[0][1]


def literal(byte: int) -> Unit:
    """A byte of ASCII, or one that fits nowhere."""
    if 0 <= byte < 0x80:
        return Unit(1, (chr(byte),), 0)
    return Unit(1, (REPLACEMENT,), BROKEN if byte >= 0 else NOWHERE)


@lru_cache(maxsize=1 << 14)
def _utf8(*raw: int) -> str:
    made = bytes(raw).decode("utf-8", "ignore")
    return made if len(made) == 1 else ""


@cache
def _marks() -> dict[int, tuple[str, ...]]:
    """Marks by the first byte of their UTF-8."""
    made: dict[int, tuple[str, ...]] = {}
    for mark in sorted(MARKS | OTHERS):
        raw = mark.encode()
        if len(raw) == 3:
            made[raw[0]] = (*made.get(raw[0], ()), mark)
    return made


LEADS = (*range(0xE2, 0xEA), 0xEF)
TAILS = tuple(range(0x80, 0xC0))


OTHERS = frozenset(("\u3000", "〔", "〕", *map(chr, range(0xFF01, 0xFF5F))))


@lru_cache(maxsize=1 << 12)
def _utf8_options(first: int, second: int, third: int, lost: tuple[int, ...]) -> tuple[str, ...]:
    """Likely characters of three bytes, one of which is unknown."""
    firsts = [b for b in LEADS if lost == TAILS] if first < 0 else [first]
    made = (
        _utf8(a, b, c)
        for a in firsts
        for b in (lost if second < 0 else (second,))
        for c in (lost if third < 0 else (third,))
    )
    return tuple(c for c in made if c and (c in everyday() or c in OTHERS or alone(c) < 20))


def utf8_units(lost: tuple[int, ...] = TAILS, *, missing: bool = False) -> Units:
    """Characters of UTF-8; `lost` are the bytes that may be unknown, `missing` without a trace."""

    def units(raw: Sequence[int], i: int) -> Iterator[Unit]:
        first = raw[i]
        if 0 <= first < 0x80:
            yield literal(first)
            return
        three = tuple(raw[i : i + 3])
        if first >= 0xC2 and len(three) > 1 and min(three) >= 0:
            size = 2 if first < 0xE0 else 3 if first < 0xF0 else 4
            made = _utf8(*raw[i : i + size]) if min(raw[i : i + size]) >= 0 else ""
            if made and i + size <= len(raw):
                yield Unit(size, (made,), 0)
                return
        yield literal(first)
        if len(three) == 3 and three.count(UNKNOWN) == 1:
            options = _utf8_options(*three, lost)
            if options:
                yield Unit(3, options, LOST)
        if (
            len(three) == 3
            and three[1:] == (UNKNOWN, UNKNOWN)
            and len(lost) < FEW
            and first >= 0xE2
        ):
            options = _utf8_options(*three, lost)
            if options:
                yield Unit(3, options, 2 * LOST)
        # all but the first byte unknown: marks only are few enough
        if first >= 0xE2 and len(three) > 1 and three[1] == UNKNOWN:
            options = _marks().get(first, (REPLACEMENT,))
            bits = LOST if options[0] != REPLACEMENT else LOST + NOWHERE
            if three.count(UNKNOWN) == 2:
                yield Unit(3, options, 2 * LOST)
            yield Unit(2, options, LOST + bits)
        # a plain space that was a no-break one
        if len(three) == 3 and first >= 0xE2 and 0x20 in three[1:]:
            made = _utf8(*(0xA0 if b == 0x20 else b for b in three)) if min(three) >= 0 else ""
            if made:
                yield Unit(3, (made,), LOST)
        if missing and len(three) > 1 and 0xE2 <= first < 0xF0 and three[1] in TAILS:
            a, b = three[:2]
            options = _utf8_options(a, b, UNKNOWN, lost) + _utf8_options(a, UNKNOWN, b, lost)
            if options:
                yield Unit(2, tuple(dict.fromkeys(options)), MISSING)

    return units


class Table:
    """The characters of an encoding of two bytes, by one byte and by both."""

    def __init__(self, codec: str) -> None:
        self.codec = codec
        self._by: tuple[dict[int, list[str]], dict[int, list[str]]] | None = None

    def both(self, first: int, second: int) -> str:
        """The character of two bytes, or nothing."""
        made = bytes((first, second)).decode(self.codec, "ignore")
        return made if len(made) == 1 else ""

    def by(self, place: int, byte: int) -> Sequence[str]:
        """Everyday characters with this first (0) or second (1) byte."""
        if self._by is None:
            self._by = {}, {}
            for character in sorted(everyday()):
                raw = character.encode(self.codec, "ignore")
                if len(raw) == 2:
                    self._by[0].setdefault(raw[0], []).append(character)
                    self._by[1].setdefault(raw[1], []).append(character)
        return self._by[place].get(byte, ())


@cache
def pair_units(codec: str) -> Units:
    """Characters of an encoding of one byte for ASCII and two for others."""
    table = Table(codec)
    both = lru_cache(maxsize=1 << 14)(table.both)

    def units(raw: Sequence[int], i: int) -> Iterator[Unit]:
        first = raw[i]
        yield literal(first)
        if 0 <= first <= 0x80 or i + 1 == len(raw):
            return
        second = raw[i + 1]
        if first >= 0 and second >= 0:
            made = both(first, second)
            options: Sequence[str] = (made,) if made else ()
            bits = 0
        elif first >= 0:
            options, bits = table.by(0, first), LOST
        else:
            options, bits = table.by(1, second) if second >= 0x40 else (), LOST
        if options:
            yield Unit(2, options, bits)

    return units
