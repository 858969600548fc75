"""Bytes read again in another encoding, some of them lost: the likeliest Chinese text.

The bytes come as a list, -1 where one is unknown, each with the range of characters that held it.
At each place `units` says which characters may begin there; the likeliest way through all of them
is taken (`likely.py`), a few ways being kept at each place. An unknown byte is only filled in where
no other character comes near; else its character comes out as U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from qextract.repairs.characters import traditional
from qextract.repairs.gbk import MARKS, everyday
from qextract.repairs.likely import BRACKETS, MARK_FORMS, alone, behind_two, cost, unopened
from qextract.repairs.likely import behind as rows

UNKNOWN = -1
LOST, MISSING, BROKEN = 8, 14, 30  # bits: an unknown byte, one without a trace, one that fits not
BITS_MOST = 1 << 30
NOWHERE = 12  # a character that cannot be told
KEPT, MANY = 5, 4  # ways kept at each place; characters for which fewer are followed
CERTAIN = 4  # bits between the likeliest character and the next one
CERTAIN_OF_FEW, MANY_LOST = 2, 8  # the same of fewer options than these
NEAR = 8  # bits within which another character comes near
FEW = 8  # bytes that may be lost, for which two of a character are filled in
MOST_UNKNOWN = 0.25  # of all bytes; beyond that nothing can be told
RARELY = 32  # one traditional character in so many is no traditional text
AROUND = 200  # characters before in which a bracket may have been opened
LONGEST = 4  # bytes of a character
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


_BITS = attrgetter("bits")
Units = Callable[[Sequence[int], int], Iterator[Unit]]


class Step(NamedTuple):
    """A way through the bytes up to some place; `unit` is the last one, `back` the way before."""

    bits: int
    text: str
    unit: Unit | None
    start: int
    back: Step | None


def decode(
    raw: Sequence[int], owner: Sequence[tuple[int, int]], units: Units, *, utf8: bool = False
) -> list[Piece]:
    """The pieces of the likeliest reading, none where too much is lost.

    utf8: the bytes are of UTF-8, where known bytes that fit are what they are.
    """
    if raw.count(UNKNOWN) > MOST_UNKNOWN * len(raw) + 1:
        return []
    found: list[Step] = []
    last, at = "", 0
    for low, high in _sound(raw) if utf8 else ():
        text = bytes(raw[low:high]).decode("utf-8")
        if low > at:
            found += _search(raw, at, low, last, text[0], units)
        at = low
        for character in text:
            found.append(Step(0, character, None, at, None))
            code = ord(character)
            at += 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
        last = text[-1]
    if at < len(raw):
        found += _search(raw, at, len(raw), last, "", units)
    return _settled(found, len(raw), owner)


_WIDE = rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2})"


@cache
def _rows() -> re.Pattern[bytes]:
    """Two characters of UTF-8 or more, perhaps with ASCII between (a space may have been A0)."""
    return re.compile(rb"%b(?>(?:[\x00-\x1f\x21-\x7f]{0,32}+%b)+)" % (_WIDE, _WIDE))


def _sound(raw: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches where nothing is lost."""
    known = bytes(0xFF if byte < 0 else byte for byte in raw)
    return (match.span() for match in _rows().finditer(known))


def _search(
    raw: Sequence[int], low: int, high: int, before: str, behind: str, units: Units
) -> list[Step]:
    """The likeliest way through `raw[low:high]`, between two characters."""
    ways: list[list[Step]] = [[] for _ in range(high - low + 1)]
    ways[0] = [Step(0, before, None, low, None)]
    part = raw[low:high]
    for i in range(high - low):
        here = ways[i]
        if not here:
            continue
        if len(here) > 1:
            here.sort(key=_BITS)
            del here[KEPT:]
        known = [(step.bits, rows[step.text], step) for step in here]
        ways[i] = []  # what is still needed hangs on the ways further on
        for unit in units(part, i):
            there = ways[i + unit.size]
            ways_in = known if len(unit.options) <= MANY else known[:2]
            for text in unit.options:
                bits = BITS_MOST
                for so_far, row, step in ways_in:
                    more = so_far + row[text]
                    if more < bits:
                        bits, best = more, step
                there.append(Step(bits + unit.bits, text, unit, low + i, best))
            if len(there) > 4 * KEPT:
                there.sort(key=_BITS)
                del there[2 * KEPT :]
    last: Step | None = min(
        ways[-1], key=lambda step: step.bits + cost(step.text, behind), default=None
    )
    steps = []
    while last is not None and last.unit is not None:
        steps.append(last)
        last = last.back
    steps.reverse()
    return steps


def _settled(steps: Sequence[Step], size: int, owner: Sequence[tuple[int, int]]) -> list[Piece]:
    """The pieces of a reading; what may as well be another character is lost."""
    pieces: list[Piece] = []
    read = "".join([step.text for step in steps])
    plain = sum(map(traditional().__contains__, read)) <= len(read) // RARELY
    doubtful = ""  # what may have been opened by a character that cannot be told
    for i, step in enumerate(steps):
        text, options = step.text, step.unit.options if step.unit is not None else ()
        if len(options) > 1:
            closing = _closing(tuple(options))
            without = unopened(read[max(0, i - AROUND) : i]) if closing else ""
            fitting = [
                c
                for c in options
                if (MARK_FORMS.get(c, c) not in without or c in doubtful)
                and not (plain and c in traditional())
            ]
            text = likeliest(read[max(0, i - 2) : i], fitting, read[i + 1 : i + 3], len(options))
            if text == REPLACEMENT and closing:
                doubtful += "".join(b[0] for b in BRACKETS if any(c in b[1] for c in options))
        end = steps[i + 1].start if i + 1 < len(steps) else size
        pieces.append(Piece(owner[step.start][0], owner[end - 1][1], text))
    return pieces


@lru_cache(maxsize=1 << 12)
def _closing(options: tuple[str, ...]) -> bool:
    """Whether some option is one of a pair of marks."""
    return any(c in b[1] or c in b[2] for b in BRACKETS for c in options)


def strict(
    raw: Sequence[int], owner: Sequence[tuple[int, int]], codec: str, *, cut: bool = False
) -> list[Piece]:
    """The pieces where all bytes are known and fit; nothing where not.

    cut: the last character may be there in part, and is left out.
    """
    try:
        known = bytes(raw)
        text = known.decode(codec)
    except UnicodeDecodeError as error:
        if not cut or error.start + LONGEST <= len(known):
            return []
        raw = known[: error.start]
        text = raw.decode(codec)
    except ValueError:  # an unknown byte
        return []
    wide = 3 if codec == "utf-8" else 2
    pieces: list[Piece] = []
    at = 0
    for character in text:
        code = ord(character)
        if code < 0x80:
            end = at + 1
        elif 0x4E00 <= code <= 0x9FA5:
            end = at + wide
        else:
            end = at + len(character.encode(codec))
        pieces.append(Piece(owner[at][0], owner[end - 1][1], character))
        at = end
    return pieces if at == len(raw) else []


def likeliest(before: str, options: Sequence[str], behind: str, many: int = MANY_LOST) -> str:
    """The option that fits best between two texts, U+FFFD where another one comes near.

    many: how many options there were, of which these are left.
    """
    first, second = before[-2:-1], before[-1:]
    third, fourth = behind[:1], behind[1:2]
    row = rows[second]
    ranked = sorted([(row[one] + rows[one][third], one) for one in options])
    if len(ranked) > 1:  # more of the neighbours may decide between those that come near
        most = ranked[0][0] + NEAR
        ranked = sorted(
            (
                behind_two(first, second, one)
                + behind_two(second, one, third)
                + (behind_two(one, third, fourth) if fourth else 0),
                one,
            )
            for bits, one in ranked
            if bits <= most
        )
    certain = CERTAIN if many >= MANY_LOST else CERTAIN_OF_FEW
    if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < certain):
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
