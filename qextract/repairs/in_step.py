"""A run of GBK read one byte off, read in step: all that it may have been but for its ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from qextract.repairs import characters, gloss
from qextract.repairs.gbk import everyday, pair, unpair
from qextract.repairs.likely import cost

# bits of another script's form, of a letter that a byte left over took along
FORM, TAKEN = 2, 10
# bits of a pair that no reader knows, as GBK keeps it for private use; by its first bytes, its second
GAP = 10
GUESSED = 10  # its most behind its neighbour, one byte of it being known
PRIVATE = (
    ((*range(0xAA, 0xB0), *range(0xF8, 0xFF)), range(0xA1, 0xFF)),
    (range(0xA1, 0xA8), (*range(0x40, 0x7F), *range(0x80, 0xA1))),
)


class Reading(NamedTuple):
    """A run read in step but for its first and last characters: bits, text, both bytes left over.

    first: the second byte of the first character. last: the first byte of the last one.
    """

    bits: int
    text: str
    first: int
    last: int


@cache
def _simple_to_traditional() -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for key, value in characters.traditional().items():
        forms.setdefault(value, []).append(key)
    return forms


def other_forms(character: str) -> list[str]:
    """The character and what it may have been before a page was converted once more."""
    simple = characters.fold_script(character)
    return list(dict.fromkeys((character, simple, *_simple_to_traditional().get(simple, ()))))


def readings(run: Sequence[Sequence[str]], ends: int | None) -> list[Reading]:
    """The likeliest readings of a run, one for each second byte that its first character may have.

    run: for each character the forms that it may have had, none for a pair that was not read, which
    cannot be the first. ends: the last second byte, if known.
    """
    # by the byte left over and the second byte of the first character
    best: dict[tuple[int, int], Reading] = {}
    for nth, forms in enumerate(run):
        longer: dict[tuple[int, int], Reading] = {}
        if not forms:
            best = _over_gap(best)
            continue
        for raw, extra in ((p, FORM * (k > 0)) for k, f in enumerate(forms) if (p := pair(f))):
            if nth == 0:
                longer.setdefault((raw[1], raw[0]), Reading(extra, "", raw[0], raw[1]))
                continue
            for (left, first), so_far in best.items():
                made = unpair(left, raw[0])
                if made:
                    bits = so_far.bits + extra + _behind(so_far.text, made)
                    key = raw[1], first
                    if key not in longer or bits < longer[key].bits:
                        longer[key] = Reading(bits, so_far.text + made, first, raw[1])
        best = longer
    found = best.values()
    if ends is None:
        return [
            one._replace(
                text=one.text + chr(one.last), bits=one.bits + TAKEN + cost("", chr(one.last))
            )
            if one.last < 0x80
            else one
            for one in found
        ]
    whole = []
    for one in found:
        made = unpair(one.last, ends)
        if made:
            bits = one.bits + _behind(one.text, made)
            whole.append(one._replace(bits=bits, text=one.text + made))
    return whole


def split_by_gloss(before: str, syllable: str) -> list[int]:
    """First bytes of what follows a gloss that stands between the bytes of two characters.

    The glossed character is made of the second byte of `before` and the first of the next.
    """
    raw = pair(before) if before else None
    glossed = gloss.readings().get(gloss.toneless(syllable), frozenset())
    pairs = (pair(c) for c in sorted(glossed))
    return [p[1] for p in pairs if raw is not None and p is not None and p[0] == raw[1]]


def _behind(text: str, character: str) -> int:
    """The bits of a character behind a reading; the first one is counted with what was lost."""
    return cost(text[-1], character) if text else 0


def _over_gap(best: dict[tuple[int, int], Reading]) -> dict[tuple[int, int], Reading]:
    """The readings that are one pair longer, which may be any that is kept for private use."""
    longer: dict[tuple[int, int], Reading] = {}
    for (left, first), one in best.items():
        if not one.text:  # nothing tells the character before the gap
            continue
        for firsts, seconds in PRIVATE:
            made = [c for byte in firsts if (c := unpair(left, byte)) in everyday()]
            if not made:
                continue
            bits, character = min((_behind(one.text, c), c) for c in made)
            if bits > GUESSED:
                continue
            text, bits = one.text + character, one.bits + bits + GAP
            for second in seconds:
                key = second, first
                if key not in longer or bits < longer[key].bits:
                    longer[key] = Reading(bits, text, first, second)
    return longer
