"""GBK read one byte off: `工作?！敝苤袢~指出` is `工作。”周竹葉指出`.

A byte was lost and `?` stands for it, so every pair behind it is read one byte late, until a second
byte in the range of ASCII (the `~` above) lets the reading fall in step. That is exactly
reversible: put the lost byte back, encode the run, decode it again. A result is believed when it is
Chinese and the run was not.

Which byte was lost follows from what comes next: `。` before a closing quote, else the one that
makes a word the page or `lost_bytes.txt` has (`高?！⑵髽I` is `高校、企業`). Glosses put in between
the two bytes of a character tell it by themselves: `日?qǐng)?bào)` is `日報`, for 請 is the second
byte of 日 and the first of 報. Pages converted once more after the damage (`举` to `舉`) are read
with the other script's forms as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from qextract import lexicon
from qextract.repairs import characters, gloss
from qextract.repairs.edits import Edit
from qextract.repairs.gbk import MARKS, by_second_byte, everyday, pair, share, unpair
from qextract.rules import Pattern

KIND = "byte_shift"
FULL_STOP = b"\xa1\xa3"
GENUINE = 0.9  # share above which a run is Chinese as it stands
SYNCED = (
    "！",
    "。",
)  # what a wrong reading begins with where a full stop or an exclamation was seen
GAIN = 0.12  # of that share, for which a run is taken to have been converted again
YEAR = Pattern(
    "repair.year_left",
    "A year that lost its 2",
    "0[0-9]{2}年",
    examples={"023年起": "023年"},
    rejects=("23年",),
)
ENOUGH = 0.8  # share of everyday characters; names have others
LONGEST = 80  # characters of a run; it falls in step at every second byte below 0x80
CLOSING = frozenset("”’》〉）】")
WIDENED = dict(zip("!,:;()", "！，：；（）", strict=True))  # a site may have narrowed these
_READING = rf"[(（]?([{gloss.LETTERS}]{{1,6}}+)[)）]"
_WIDE = r"[^\x00-\x7f]"

RUN = Pattern(
    "repair.shifted",
    "A lost byte, perhaps a gloss, and what may have been read one byte off until it falls in step",
    rf"[?\ufffd](?:{_READING})?"
    rf"((?:{_WIDE}|[!,:;()](?={_WIDE}|[?@-~])){{0,{LONGEST}}}+)"
    rf"(?:[?\ufffd](?:{_READING})?|([@-~]))?",
    examples={"工作?！敝苤袢~指出": "?！敝苤袢~", "日?qǐng)?bào)": "?qǐng)?bào)"},
    rejects=("没有损坏。",),
)


class Reading(NamedTuple):
    """A run read in step, with its score: how everyday its characters are."""

    score: int
    text: str


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


class Page:
    """A text with the pairs of characters it has, counted when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._characters = frozenset(text)
        self._pairs: Counter[str] | None = None

    def score(self, character: str) -> int:
        """How everyday a character is, here and in general."""
        return 2 * (character in everyday()) + (character in self._characters)

    def count(self, before: str, character: str) -> int:
        """How often the page has the two side by side."""
        if self._pairs is None:
            text = characters.fold_script(self.text)
            self._pairs = Counter(map("".join, pairwise(text)))
        return self._pairs[characters.fold_script(before + character)]


def read(
    page: Page, starts: Iterable[int], run: Sequence[Sequence[str]], ends: Sequence[int] | str
) -> Reading | None:
    """The most everyday reading of a run.

    starts: the lost byte, as far as it is known. run: for each character the forms that it may
    have had. ends: the last second byte, or the syllable that glosses the last character.
    """
    best: dict[int, Reading] = {first: Reading(0, "") for first in starts}
    for forms in run:
        longer: dict[int, Reading] = {}
        for raw in filter(None, map(pair, forms)):
            for first, so_far in best.items():
                made = unpair(first, raw[0])
                score = so_far.score + page.score(made)
                if made and (raw[1] not in longer or score > longer[raw[1]].score):
                    longer[raw[1]] = Reading(score, so_far.text + made)
        best = longer
    found: list[Reading] = []
    for first, so_far in best.items():
        if isinstance(ends, str):
            glossed = sorted(gloss.readings().get(gloss.toneless(ends), ()))
            lasts = [c for c in glossed if (two := pair(c)) and two[0] == first]
        else:
            lasts = list(filter(None, [unpair(first, ends[0])]))
        found += (Reading(so_far.score + page.score(last), so_far.text + last) for last in lasts)
    return max(found, default=None, key=lambda one: one.score)


def lost_character(page: Page, before: str, second: int, following: str) -> str | None:
    """The character whose first byte was lost, from its second byte and its neighbours."""
    if second == FULL_STOP[1] and following in CLOSING:
        return "。"
    words = lexicon.words("lost_bytes")
    left = characters.fold_script(before)

    def trust(candidate: str) -> tuple[bool, int]:
        simple = characters.fold_script(candidate)
        return left + simple in words or candidate + following in words, page.count(left, simple)

    ranked = [(trust(c), c) for c in by_second_byte().get(second, ()) if c not in MARKS]
    best, character = max(ranked, default=((False, 0), ""))
    return character if best > (False, 0) else None


def believable(reading: str, run: str, sure: bool) -> bool:
    """Whether a reading is Chinese and the run was not; `sure` where nothing else can be meant."""
    good = share(reading)
    return good >= ENOUGH and (sure or reading[0] == "。" or good > share(run))


def split_by_gloss(before: str, syllable: str) -> list[int]:
    """First bytes of what follows a gloss that stands between the bytes of two characters.

    The glossed character is made of the second byte of `before` and the first of the next.
    """
    raw = pair(before) if before else None
    glossed = gloss.readings().get(gloss.toneless(syllable), frozenset())
    pairs = (pair(c) for c in sorted(glossed))
    return [p[1] for p in pairs if raw is not None and p is not None and p[0] == raw[1]]


def in_quotes(text: str, at: int) -> bool:
    """Whether a quotation that began in the same line is open at `at`."""
    line = text[max(text.rfind("\n", 0, at) + 1, at - 500) : at]
    return line.rfind("“") > line.rfind("”")


def firsts(page: Page, match: re.Match[str], run: Sequence[Sequence[str]]) -> list[int]:
    """The first bytes that may have been lost."""
    at = match.start()
    before = page.text[at - 1 : at] if at else ""
    if match[1] is not None:
        return split_by_gloss(before, match[1])
    raw = pair(run[0][0]) if run else None
    if raw is None:
        return []
    seconds = [p[0] for form in run[1] if (p := pair(form))] if len(run) > 1 else []
    if len(run) == 1 and match[4]:
        seconds = [ord(match[4])]
    lost = {lost_character(page, before, raw[0], unpair(raw[1], second)) for second in seconds}
    return [p[0] for c in sorted(filter(None, lost)) if (p := pair(c))]


def mend(page: Page, match: re.Match[str]) -> Edit | None:
    """The edit for one run, `None` where it is no damage or cannot be told."""
    run = "".join(WIDENED.get(c, c) for c in match[2])
    start, end = match.span()
    ends: Sequence[int] | str | None = match[4].encode() if match[4] else match[3]
    if ends is None:
        # the bracket that closes a quotation was lost together with what stood behind it
        lost = run == "！" and match.end() > match.end(2) and in_quotes(page.text, start)
        return Edit(start, end, "。”" + swallowed(page.text, end), KIND) if lost else None
    if match[1] is None and run[:1] not in SYNCED and share(run) > GENUINE:
        return None
    plain = [(c,) for c in run]
    found = read(page, firsts(page, match, plain), plain, ends)
    if found is None or share(found.text) < GENUINE:
        forms = [other_forms(c) for c in run]
        again = read(page, firsts(page, match, forms), forms, ends)
        if again is not None and (found is None or share(again.text) > share(found.text) + GAIN):
            found = again
    if found is None or not believable(found.text, run, sure=match[1] is not None and not run):
        return None
    return Edit(start, end, found.text, KIND)


def swallowed(text: str, at: int) -> str:
    """What a `?` took with it, where the rest says so: a line break, the 2 of a year."""
    return "\n" if text.startswith(("\u3000", "  "), at) else "2" if YEAR.re.match(text, at) else ""


def find(text: str) -> list[Edit]:
    """Runs to be read in step."""
    if "?" not in text and "\ufffd" not in text:
        return []
    found: list[Edit] = []
    page = Page(text)
    match = RUN.re.search(text)
    while match is not None:
        edit = mend(page, match)
        if edit is not None:
            found.append(edit)
        match = RUN.re.search(text, match.end() if edit else match.start() + 1)
    return found
