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
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from qextract.repairs import gloss, likely
from qextract.repairs.edits import Edit
from qextract.repairs.gbk import pair
from qextract.repairs.in_step import Reading, letter, other_forms, readings
from qextract.repairs.likely import cost, total
from qextract.repairs.shift_glossed import INDENTS, WIDENED, glossed, widened
from qextract.repairs.told import BESIDE, CERTAIN, UNKNOWN, Page, marks_needed
from qextract.rules import Pattern

KIND = "byte_shift"
FULL_STOP = b"\xa1\xa3"
TAG = Pattern(
    "repair.tag_left",
    "A tag that lost its <",
    r"/?(?:p|br|div|span|strong|td|li) ?/?>",
    examples={"/p>下一段": "/p>"},
    rejects=("下一段", "p q"),
)
YEAR = Pattern(
    "repair.year_left",
    "A year that lost its 2",
    "0[0-9]{2}年",
    examples={"023年起": "023年"},
    rejects=("23年",),
)
# bits: what a lost byte, a `?` and U+FFFD in the text as it stands cost; what a reading must gain;
# its most for a character
LOST, LOST_MORE, QUESTION, REPLACED = 12, 6, 8, 14
GAIN, GAIN_MARKED, GAIN_BARE, LEAST, MOST = 8, 12, 20, 2, 13
SAID = 4  # bits for three characters that the page has elsewhere
GENUINE, SHORT = 12, 3  # bits a character below which a run is Chinese as it stands, if longer
FEW, DOUBT = 3, 6  # characters, for each end of which that cannot be told more must be gained
RARE, RARE_ALONE = 18, 12  # bits by itself of a character that so few, or one, do not prove
SOUND = 11  # its most where neither end can be told
PATIENCE = 100  # runs in a row that cannot be read, behind which nothing is looked for
CUTS = 3  # places that are tried where an ASCII mark may or may not end a run
LONGEST = 400  # characters of a run
CLOSING = frozenset("”’》〉）】」』")
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
_INSIDE = rf"(?:{_WIDE}|[!,:;()])"
GAPPED = Pattern(
    "repair.shifted_gap",
    "A run in which a pair of bytes was not read, up to where it falls in step",
    rf"{_LOST}((?>{_INSIDE}{{1,40}}))(?:{_LOST}{{1,2}}((?>{_INSIDE}{{1,40}})))?([@-~])",
    examples={"非?；鸨??！睏詈I表": "?；鸨??！睏詈I"},
    rejects=("好?",),
)


GAP = Pattern(
    "repair.gap",
    "The two marks of a pair of bytes that was not read",
    f"{_LOST}{{2}}(?={_WIDE})",
    examples={"鸨??！": "??"},
    rejects=("好?",),
)


def over_gap(page: Page, start: int) -> Found | None:
    """A run in which a pair was not read: one or two marks stand for it, or nothing does."""
    match = GAPPED.re.match(page.text, start)
    if match is None:
        return None
    ends = match[3]
    part, rest = (widened(match[n] or "") for n in (1, 2))
    if total("？", part + rest, "@") < GENUINE * len(part + rest):
        return None
    forms: list[Sequence[str]] = [other_forms(c) for c in part]
    if rest:
        forms += [(), *(other_forms(c) for c in rest)]
    found: dict[str, Found] = {}
    for run in (forms, [*forms, ()]):
        for one in readings(run, letter(ends)) if run != forms or rest else ():
            made = judge(page, start, match.end(), one, ends)
            if made is not None:
                # the page's own words tell the characters on both sides of the gap
                made = made._replace(gain=made.gain + SAID * page.said(made.text))
                found[made.text] = max(made, found.get(made.text, made), key=itemgetter(1))
    ranked = sorted(found.values(), key=itemgetter(1), reverse=True)
    if not ranked:
        return None
    best = ranked[0]
    close = [one.text for one in ranked if best.gain - one.gain < CERTAIN]
    if any(len(text) != len(best.text) for text in close):
        return None
    # what can be read in two ways is not told
    return best._replace(
        text="".join(
            c if len(set(each)) == 1 else "?" for c, *each in zip(best.text, *close, strict=True)
        )
    )


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
    before, rest = page.left[-1:], text[end : end + BESIDE]
    behind = rest[:1]
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
        head, more = page.between(page.left, 1, one.first, body + rest)
        more += cost(body[-1], behind)
    else:
        head, tail, more = both_ends(page, one, rest)
    count = len(body) + 1 + (not known) + 1  # and what stands behind
    if len(body) <= FEW:
        needed += DOUBT * ((not head) + (not known and not tail))
        rare = RARE if known or (head and tail) or len(body) > 1 else RARE_ALONE
        if any(likely.alone(c) >= rare and c not in likely.MARKS for c in body + tail):
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


def both_ends(page: Page, one: Reading, rest: str) -> tuple[str, str, int]:
    """The first and the last character of a run whose last byte was lost as well, and their bits."""
    if one.text:
        head, first_bits = page.between(page.left, 1, one.first, one.text + "?" + rest)
        left = page.left + (head or "?") + one.text
        tail, last_bits = page.between(left, 0, one.last, rest)
        return head, tail, first_bits + last_bits
    before, behind = page.left[-1:], rest[:1]
    # two characters, each with one byte left
    if (
        FULL_STOP[1] == one.first
        and one.last == FULL_STOP[0]
        and "”" not in likely.unopened(page.left[page.left.rfind("\n") + 1 :])
        and before not in ASKING
        and behind not in CLOSING
    ):
        more = marks_needed(page.left, rest)["”"]
        more += page.cost(before, "。") + page.cost("。", "”") + page.cost("”", behind)
        return "。", "”", more
    return "", "", 2 * UNKNOWN


def mend(page: Page, match: re.Match[str]) -> Edit | None:
    """The edit for one run, `None` where it is no damage or cannot be told."""
    if match[1] is not None or match[3] is not None:
        made = glossed(page, match)
        return None if made is None else Edit(match.start(), match.end(), made, KIND)
    start, end = match.span()
    if not match[2]:
        return alone(page, start, match[4]) if match[4] else None
    text = page.text
    key = page.left, match[0], text[end : end + BESIDE]
    if key not in page.seen:
        gap = GAP.re.match(text, match.end(2))
        best = (over_gap(page, start) if gap else None) or likeliest(page, match)
        if best is None and not gap:
            best = over_gap(page, start)
        page.seen[key] = None if best is None else (best.end - start, best.text)
    known = page.seen[key]
    if known is None:
        page.refused += 1
        return None
    size, after = known
    end = start + size
    if "\ufffd" not in after and len(after) < size:
        tag = TAG.re.match(text, end)
        end = tag.end() if tag else end
        after += swallowed(text, end)
    return Edit(start, end, after, KIND)


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
        part = widened(run[:size])
        if not part:
            continue
        end = start + 1 + size + len(mark)
        for forms in ([(c,) for c in part], [other_forms(c) for c in part]):
            last = letter(mark) if "@" <= mark <= "~" else ()
            for one in readings(forms, last):
                found = judge(page, start, end, one, mark)
                if found is not None and (best is None or found.gain > best.gain):
                    best = found
    return best


def alone(page: Page, start: int, second: str) -> Edit | None:
    """The edit where one character lost its first byte, and its second looks like a letter."""
    text = page.text
    before, rest = page.left[-1:], text[start + 2 : start + 2 + BESIDE]
    behind = rest[:1]
    if before < "\u3400" or (behind < "\u3400" and behind not in MARKS_BEHIND):
        return None
    if before in ASKING:  # what is asked ends here, and a letter begins the next sentence
        return None
    literal = _mark(text[start]) + cost("", second) + cost("", behind)
    head, bits = page.between(page.left, 1, ord(second), rest)
    good = head and literal - bits - page.lost >= 0
    return Edit(start, start + 2, head, KIND) if good else None


ASKING = frozenset("吗嗎呢么麼吧啊呀哪谁誰")
MARKS_BEHIND = frozenset("，。、；：“”《》（）,;:()\n")


def swallowed(text: str, at: int) -> str:
    """What a `?` took with it, where the rest says so: a line break, a bracket, the 2 of a year."""
    if text.startswith(INDENTS, at):
        return "\n"
    if text.startswith(("完)", "完）"), at):
        return "("
    return "2" if YEAR.re.match(text, at) else ""


def find(text: str) -> list[Edit]:
    """Runs to be read in step."""
    if not any(map(text.__contains__, "?\ufffd？﹖")):
        return []
    # a page that lost one byte may well have lost more
    damaged = next(_scan(Page(text, LOST)), None)
    return list(_scan(Page(text, LOST_MORE))) if damaged else []


def _scan(page: Page) -> Iterator[Edit]:
    done = 0
    match = RUN.re.search(page.text)
    while match is not None:
        page.left = (page.left + page.text[done : match.start()])[-BESIDE:]
        done = match.start()
        edit = mend(page, match)
        if edit is not None:
            page.refused = 0
            page.left += edit.after
            done = edit.end
            yield edit
        elif page.refused > PATIENCE:
            return
        match = RUN.re.search(page.text, edit.end if edit else match.start() + 1)
