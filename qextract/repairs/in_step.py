"""A run of GBK read one byte off, read in step: all that it may have been but for its ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from qextract.repairs import characters
from qextract.repairs.gbk import everyday, pair, unpair
from qextract.repairs.likely import cost

# bits of another script's form, of a letter that a byte left over took along
FORM, TAKEN = 2, 10
# bits of a pair that no reader knows, as GBK keeps it for private use; by its first bytes, its second
GAP = 4
GUESSES, GUESSED = 4, 10  # characters of which one byte is known: how many are tried, its most bits
KEPT = 12  # readings over a gap; what stands behind settles which
NOTHING = 0x100  # is left over
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


class Option(NamedTuple):
    """A way in which the run goes on: the byte that ends the character before, what it leaves over.

    first: the other byte of that character, if known. bits: what is against it.
    """

    second: int
    left: int = NOTHING
    first: int | None = None
    bits: int = 0


def letter(character: str) -> list[Option]:
    """The end of a run at an ASCII character that was a second byte."""
    return [Option(ord(character))]


def readings(
    run: Sequence[Sequence[str]],
    ends: Sequence[Option] = (),
    *,
    lead: int | None = None,
    before: str = "",
) -> list[Reading]:
    """The likeliest readings of a run, one for each second byte that its first character may have.

    run: for each character the forms that it may have had, none for a pair that was not read, which
    cannot be the first. ends: what the last second byte may be, nothing where that is not known.
    lead: the first byte of the first character, if known, which then is part of the text; what
    stands before it.
    """
    best: Readings = {}
    if lead is not None:
        best[lead, lead, ""] = Reading(0, "", lead, lead)
    gap = False
    for nth, forms in enumerate(run):
        if not forms:
            gap = True
            continue
        options = [
            Option(raw[0], raw[1], None, FORM * (k > 0))
            for k, form in enumerate(forms)
            if (raw := pair(form))
        ]
        if nth == 0 and lead is None:
            for second, left, _, bits in options:
                best.setdefault((left, second, ""), Reading(bits, "", second, left))
        else:
            best = _on(best, options, before, gap=gap)
        gap = False
    if ends:
        return list(_on(best, ends, before, gap=gap).values())
    return [
        one._replace(text=one.text + chr(one.last), bits=one.bits + TAKEN + cost("", chr(one.last)))
        if one.last < 0x80
        else one
        for one in best.values()
    ]


# by the byte left over, the second byte of the first character, and what was guessed
Readings = dict[tuple[int, int, str], Reading]


def _on(best: Readings, options: Sequence[Option], before: str, *, gap: bool) -> Readings:
    """The readings that are one character longer, or two over a pair that was not read."""
    longer: Readings = {}
    for (left, first, guess), so_far in best.items():
        begun = _guessed(so_far, left, before) if gap else [(so_far.text, 0, (left,))]
        for text, bits, held in begun:
            last = text[-1:] or before
            for second, rest, needed, extra in options:
                for known in held:
                    made = unpair(known, second) if needed in (None, known) else ""
                    if not made or (gap and made not in everyday()):
                        continue
                    more = so_far.bits + bits + extra + (cost(last, made) if last else 0)
                    key = rest, first, guess + last + made if gap else guess
                    if key not in longer or more < longer[key].bits:
                        longer[key] = Reading(more, text + made, first, rest)
    if not gap:
        return longer
    return dict(sorted(longer.items(), key=lambda item: (item[1].bits, item[0]))[:KEPT])


def _guessed(so_far: Reading, left: int, before: str) -> Iterator[tuple[str, int, Sequence[int]]]:
    """What the first byte of a pair that is kept for private use may have ended.

    The text with it, its bits, and what the second byte of the pair may be.
    """
    last = so_far.text[-1:] or before
    if not last:  # nothing tells the character before the gap
        return
    found = [
        (cost(last, made), made, seconds)
        for firsts, seconds in PRIVATE
        for byte in firsts
        if (made := unpair(left, byte)) in everyday()
    ]
    found.sort(key=itemgetter(0, 1))
    for bits, made, seconds in found[:GUESSES]:
        if bits <= GUESSED:
            yield so_far.text + made, bits + GAP, seconds
