"""GBK read one byte off: `工作?！敝苤袢~指出` is `工作。”周竹葉指出`.

A byte was lost and `?` (or U+FFFD) stands for it, so every pair behind it is read one byte late,
until the reading falls in step: at a second byte in the range of ASCII (the `~` above), or where a
byte is left over, which then is lost, too. All but the characters that lost a byte is exactly
reversible. A result is believed when it is likely Chinese and the run was not (`likely.py`).

Which bytes were lost follows from the neighbours: `。` before a closing quote, the only character
that makes a word (`高?！⑵髽I` is `高校、企業`); where nothing decides, the `?` stays in its place.
Glosses put in between the two bytes of a character tell it by themselves: `日?qǐng)?bào)` is `日報`,
for 請 is the second byte of 日 and the first of 報. Pages converted once more after the damage (`举`
to `舉`) are read with the other script's forms as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from qextract import lexicon
from qextract.repairs import characters, gloss, likely
from qextract.repairs.edits import Edit
from qextract.repairs.gbk import by_first_byte, by_second_byte, everyday, pair, unpair
from qextract.repairs.likely import cost, simplified, total
from qextract.rules import Pattern

KIND = "byte_shift"
FULL_STOP = b"\xa1\xa3"
YEAR = Pattern(
    "repair.year_left",
    "A year that lost its 2",
    "0[0-9]{2}年",
    examples={"023年起": "023年"},
    rejects=("23年",),
)
# bits: what a lost byte, a character that stays unknown, another script's form, a letter that a
# byte left over took along, a `?` and U+FFFD in the text as it stands cost; what a reading must gain; its most for a character
LOST, LOST_MORE, UNKNOWN, FORM, TAKEN, QUESTION, REPLACED = 12, 6, 12, 2, 10, 8, 14
GAIN, GAIN_MARKED, GAIN_BARE, LEAST, MOST = 8, 12, 20, 2, 13
GENUINE, SHORT = 12, 3  # bits a character below which a run is Chinese as it stands, if longer
FEW, DOUBT = 3, 6  # characters, for each end of which that cannot be told more must be gained
RARE = 18  # bits by itself of a character that so few do not prove
SOUND = 11  # its most where neither end can be told
CERTAIN = 4  # bits between the likeliest character and the next one
RARELY = 32  # one traditional character in so many is no traditional page
LOOKED_AT = 20_000  # characters of a page whose pairs are counted
PATIENCE = 100  # runs in a row that cannot be read, behind which nothing is looked for
CUTS = 3  # places that are tried where an ASCII mark may or may not end a run
LONGEST = 400  # characters of a run
BEHIND_WORDS = frozenset("，、（")  # what stands behind the words of `lost_bytes.txt`
CLOSING = frozenset("”’》〉）】」』")
WIDENED = dict(zip("!,:;()?", "！，：；（）？", strict=True))  # a site may have narrowed these
_READING = rf"[(（]?([{gloss.LETTERS}]{{1,6}}+)[)）]"
_WIDE = r"[^\x00-\x7f\ufffd？﹖]"
_LOST = "[?？﹖\ufffd]"

RUN = Pattern(
    "repair.shifted",
    "A lost byte, perhaps a gloss, and what may have been read one byte off until it falls in step",
    rf"{_LOST}(?:{_READING})?"
    rf"((?>(?:{_WIDE}|[!,:;()](?={_WIDE}|[?@-~\ufffd？﹖])){{0,{LONGEST}}}))"
    rf"(?:{_LOST}(?:{_READING})?|([@-~]))?",
    examples={"工作?！敝苤袢~指出": "?！敝苤袢~", "日?qǐng)?bào)": "?qǐng)?bào)"},
    rejects=("没有损坏。",),
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


class Page:
    """A text with what was asked about it: its pairs of characters, what was lost between two."""

    def __init__(self, text: str, lost: int = LOST) -> None:
        self.text = text
        self.lost = lost
        self.refused = 0
        self.seen: dict[
            tuple[str, ...], tuple[int, str] | None
        ] = {}  # runs and what became of them
        self._pairs: Counter[str] | None = None
        sample = text[:LOOKED_AT]
        forms = characters.traditional()
        # a simplified page has lost simplified characters
        self._plain = sum(map(forms.__contains__, sample)) * RARELY <= len(sample)
        self._between: dict[tuple[str, int, int, str, str], tuple[str, int]] = {}

    def pairs(self) -> Counter[str]:
        """How often the page has two characters side by side, in simplified ones.

        Of a long page, what stands at its beginning says enough.
        """
        if self._pairs is None:
            text = characters.fold_script(self.text[:LOOKED_AT])
            self._pairs = Counter(map("".join, pairwise(text)))
        return self._pairs

    def cost(self, before: str, character: str) -> int:
        """The bits of a character behind another, here and in general."""
        bits = cost(before, character)
        if bits > 5 and before > "\u3400" and character > "\u3400" and before in everyday():
            known = self.pairs()[characters.fold_script(before + character)]
            return min(bits, 5 if known > 1 else 7) if known else bits
        return bits

    def between(
        self, before: str, place: int, byte: int, behind: str, without: str = ""
    ) -> tuple[str, int]:
        """The likeliest character with a byte (0 the first, 1 the second) between two others.

        Nothing where it is not certain; with it the bits that it costs.
        """
        key = before, place, byte, behind, without
        if key not in self._between:
            table = by_second_byte() if place else by_first_byte()
            found = [c for c in table.get(byte, ()) if c not in without]
            if self._plain:
                found = [c for c in found if c not in characters.traditional()]
            if "。" in found and behind in CLOSING:
                found = ["。"]
            self._between[key] = self._likeliest(before, found, behind)
        return self._between[key]

    def _likeliest(self, before: str, candidates: Iterable[str], behind: str) -> tuple[str, int]:
        words = lexicon.words("lost_bytes") if behind in BEHIND_WORDS else frozenset()
        pairs = self.pairs()
        left, right = characters.fold_script(before), characters.fold_script(behind)
        found = []
        for one in candidates:
            simple = simplified(one)
            head, tail = cost(before, one), cost(one, behind)
            known = pairs.get(left + simple)
            if known and head > 5:
                head = min(head, 5 if known > 1 else 7)
            known = pairs.get(simple + right)
            if known and tail > 5:
                tail = min(tail, 5 if known > 1 else 7)
            found.append((head + tail - 2 * CERTAIN * (left + simple in words), one))
        if not found:
            return "", UNKNOWN
        found.sort()
        bits, best = found[0]
        # two forms of one character are no doubt
        simple = simplified(best)
        others = (b for b, one in found[1:] if simplified(one) != simple)
        if next(others, bits + CERTAIN) - bits < CERTAIN:
            return "", max(bits, UNKNOWN)
        return best, bits


def readings(run: Sequence[Sequence[str]], ends: int | None) -> list[Reading]:
    """The likeliest readings of a run, one for each second byte that its first character may have.

    run: for each character the forms that it may have had. ends: the last second byte, if known.
    """
    # by the byte left over and the second byte of the first character
    best: dict[tuple[int, int], Reading] = {}
    for nth, forms in enumerate(run):
        longer: dict[tuple[int, int], Reading] = {}
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


def glossed(page: Page, match: re.Match[str]) -> Edit | None:
    """The edit for a run with glosses where it begins or ends."""
    before = page.text[match.start() - 1 : match.start()]
    run = "".join(WIDENED.get(c, c) for c in match[2])
    starts = split_by_gloss(before, match[1]) if match[1] else [-1]
    if match[3]:
        syllable = gloss.readings().get(gloss.toneless(match[3]), ())
        lasts = [p for c in sorted(syllable) if (p := pair(c))]
    elif match[4]:
        lasts = []
    else:
        return None
    best: tuple[int, str] | None = None
    for forms in ([(c,) for c in run], [other_forms(c) for c in run]):
        for first in starts:
            for made in _glossed(page, before, first, forms, lasts, match[4]):
                if best is None or made < best:
                    best = made
        if best is not None:
            break
    if best is None:
        return None
    bits, text = best
    sure = match[1] is not None and not run
    if bits > (MOST + 2 * sure) * len(text) + page.lost:
        return None
    return Edit(match.start(), match.end(), text, KIND)


def _glossed(
    page: Page,
    before: str,
    first: int,
    forms: Sequence[Sequence[str]],
    lasts: Sequence[bytes],
    ends: str | None,
) -> Iterator[tuple[int, str]]:
    """Bits and text of each reading of a glossed run; `first` is -1 where no gloss tells it."""
    if not forms:
        for raw in lasts:
            if raw[0] == first:
                made = unpair(raw[0], raw[1])
                yield page.cost(before, made), made
        return
    for one in readings(forms, ord(ends) if ends else None):
        tails = [""] if ends else [unpair(*raw) for raw in lasts if raw[0] == one.last]
        for tail in tails:
            text = one.text + tail
            if first < 0:
                head, bits = page.between(before, 1, one.first, text[:1])
            else:
                head = unpair(first, one.first)
                bits = page.cost(before, head) if head else 0
            if head:
                yield bits + total(head, text, ""), head + text


def _behind(text: str, character: str) -> int:
    """The bits of a character behind a reading; the first one is counted with what was lost."""
    return cost(text[-1], character) if text else 0


class Found(NamedTuple):
    """A reading of the text from one place on: where it ends, what it gains, what it says."""

    end: int
    gain: int
    text: str


def judge(page: Page, start: int, end: int, one: Reading, ends: str) -> Found | None:
    """Whether a reading of `text[start:end]` is Chinese, and the run was not.

    ends: the ASCII character that was a second byte, the mark that stands for one, or nothing.
    """
    text = page.text
    known = "@" <= ends <= "~" or one.last < 0x80
    before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
    run = text[start + 1 : end - len(ends)]
    body = one.text
    literal = _mark(text[start]) + total("？", run, "@" if known else "")
    literal += 0 if known or not ends else _mark(ends)
    literal += cost("", behind)
    bits = one.bits + page.lost
    if one.last < 0x80 and len(body) < SHORT:
        return None
    needed = GAIN if known else GAIN_MARKED if ends else GAIN_BARE
    if literal - bits - LEAST < needed:
        return None
    tail = ""
    if known and body:
        head, more = page.between(before, 1, one.first, body[0], unopened(text, start))
        more += cost(body[-1], behind)
    else:
        head, tail, more = both_ends(page, before, one, behind, start)
    count = len(body) + 1 + (not known) + 1  # and what stands behind
    if len(body) <= FEW:
        needed += DOUBT * ((not head) + (not known and not tail))
        if any(likely.alone(c) >= RARE and c not in likely.MARKS for c in body + tail):
            return None
        if all(c in likely.MARKS for c in body) and (
            before in ASKING or not (known or (head and tail))
        ):
            return None
    if not head and (len(body) < 2 or (not (tail or known) and one.bits > SOUND * len(body))):
        return None
    if literal - bits - more < needed or bits + more - page.lost > MOST * count:
        return None
    made = (head or text[start]) + body + ("" if known else tail or ends or "\ufffd")
    return Found(end, literal - bits - more, made)


def _mark(character: str) -> int:
    """The bits of a lost byte's mark as it stands in the text."""
    return REPLACED if character == "\ufffd" else QUESTION


def unopened(text: str, at: int, more: str = "") -> str:
    """The closing marks that cannot stand at `at`, with `more` before, as nothing is open there."""
    return likely.unopened(
        text[max(text.rfind("\n", max(0, at - LONGEST), at) + 1, at - LONGEST, 0) : at] + more
    )


def both_ends(
    page: Page, before: str, one: Reading, behind: str, start: int
) -> tuple[str, str, int]:
    """The first and the last character of a run whose last byte was lost as well, and their bits."""
    if one.text:
        head, first_bits = page.between(
            before, 1, one.first, one.text[0], unopened(page.text, start)
        )
        without = unopened(page.text, start, one.text)
        tail, last_bits = page.between(one.text[-1], 0, one.last, behind, without)
        return head, tail, first_bits + last_bits
    # two characters, each with one byte left
    if (
        FULL_STOP[1] == one.first
        and one.last == FULL_STOP[0]
        and "”" not in unopened(page.text, start)
        and before not in ASKING
        and behind not in CLOSING
    ):
        return "。", "”", page.cost(before, "。") + page.cost("。", "”") + page.cost("”", behind)
    return "", "", 2 * UNKNOWN


def mend(page: Page, match: re.Match[str]) -> Edit | None:
    """The edit for one run, `None` where it is no damage or cannot be told."""
    if match[1] is not None or match[3] is not None:
        return glossed(page, match)
    start, end = match.span()
    if not match[2]:
        return alone(page, start, match[4]) if match[4] else None
    text = page.text
    key = text[start - 1 : start], match[0], text[end : end + 1], unopened(text, start)
    if key not in page.seen:
        best = likeliest(page, match)
        page.seen[key] = None if best is None else (best.end - start, best.text)
    known = page.seen[key]
    if known is None:
        page.refused += 1
        return None
    size, after = known
    if "\ufffd" not in after and len(after) < size:
        after += swallowed(text, start + size)
    return Edit(start, start + size, after, KIND)


def likeliest(page: Page, match: re.Match[str]) -> Found | None:
    """What a run was, `None` where it is no damage or cannot be told."""
    run = match[2]
    start = match.start()
    ends = match[4] or page.text[match.end(2) : match.end()]
    if len(run) > SHORT and total("？", run, "@") < GENUINE * len(run):
        return None
    best: Found | None = None
    stops = [(len(run), ends)]
    # a byte left over took the ASCII letter behind it along, or nothing is left of it
    taken = [(i + 1, "") for i, c in enumerate(run) if (p := pair(c)) and p[1] < 0x80]
    stops += taken[:1]
    stops += [one for one in taken[1:] if len(other_forms(run[one[0] - 1])) == 1][:1]
    stops += [(i, "") for i, c in enumerate(run) if c in WIDENED][:CUTS]
    for size, mark in stops:
        part = "".join(WIDENED.get(c, c) for c in run[:size])
        if not part:
            continue
        end = start + 1 + size + len(mark)
        for forms in ([(c,) for c in part], [other_forms(c) for c in part]):
            last = ord(mark) if "@" <= mark <= "~" else None
            for one in readings(forms, last):
                found = judge(page, start, end, one, mark)
                if found is not None and (best is None or found.gain > best.gain):
                    best = found
    return best


def alone(page: Page, start: int, second: str) -> Edit | None:
    """The edit where one character lost its first byte, and its second looks like a letter."""
    text = page.text
    before, behind = text[start - 1 : start], text[start + 2 : start + 3]
    if before < "\u3400" or (behind < "\u3400" and behind not in MARKS_BEHIND):
        return None
    if before in ASKING:  # what is asked ends here, and a letter begins the next sentence
        return None
    literal = _mark(text[start]) + cost("", second) + cost("", behind)
    head, bits = page.between(before, 1, ord(second), behind)
    good = head and literal - bits - page.lost >= 0
    return Edit(start, start + 2, head, KIND) if good else None


ASKING = frozenset("吗嗎呢么麼吧啊呀哪谁誰")
MARKS_BEHIND = frozenset("，。、；：“”《》（）,;:()\n")


def swallowed(text: str, at: int) -> str:
    """What a `?` took with it, where the rest says so: a line break, the 2 of a year."""
    return "\n" if text.startswith(("\u3000", "  "), at) else "2" if YEAR.re.match(text, at) else ""


def find(text: str) -> list[Edit]:
    """Runs to be read in step."""
    if not any(map(text.__contains__, "?\ufffd？﹖")):
        return []
    # a page that lost one byte may well have lost more
    damaged = next(_scan(Page(text)), None)
    return list(_scan(Page(text, LOST_MORE))) if damaged else []


def _scan(page: Page) -> Iterator[Edit]:
    match = RUN.re.search(page.text)
    while match is not None:
        edit = mend(page, match)
        if edit is not None:
            page.refused = 0
            yield edit
        elif page.refused > PATIENCE:
            return
        match = RUN.re.search(page.text, edit.end if edit else match.start() + 1)
