"""Hard-wrapped lines: a line break in the middle of a sentence.

Wrapped prose shows in its widths. Cut by characters, nearly all lines that break off without the
end of a sentence have the very same length. Cut by columns or bytes (a full-width character counts
two or three, words stay whole), they nearly fill the widest line. And it shows in its breaks: half
of them fall between two characters that are often neighbours within a word, of the breaks between
headlines, bylines, items and rows hardly one in twenty. An empty line may stand behind each line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from qextract.repairs.edits import Edit
from qextract.repairs.likely import pair

KIND = "hard_wrap"
NARROWEST = 14  # characters; below it a width is a list's or a table's
WIDEST = 170
SENTENCE_END = frozenset("。!?！？;；:：”’)）】》…|>")
STOPS = frozenset("。!?！？")
CLOSING = frozenset("”’)）》;；")
PAUSES = frozenset(",，、。;；")
NEW_LINE = (  # what a line of its own begins with
    *("——", "【", "版权", "主办", "主管", "承办", "地址", "电话", "扫一扫", "打印", "分享", "来源"),
    *("责任编辑", "责编", "编辑", "作者", "上一", "下一", "相关", "Copyright", "http", "www"),
)
LABELS = ("时间", "時間", "來源", "来源", "日期", "作者", "记者", "記者", "编辑", "編輯")
BYLINE = 40  # characters of a byline among which a label stands
LEAST = 2  # lines that show the width
CERTAIN = 6  # lines of one width that leave little doubt
SHARE = 0.7  # of the lines that break off
WITHIN = 0.25  # of the breaks that fall within words
SELDOM = 0.1  # of the breaks, where long lines of prose are all of one width
WIDE = 40  # characters of such lines
PLAINLY = 0.4  # of the breaks, which then need no other sign
PAUSED = 0.3  # of the full lines that have a comma or a stop
SLACK = 4  # columns that a whole word or a mark may leave empty
HANGING = 8  # columns that marks may stand out, since no line begins with them
PREFERRED = 1.2  # times as many lines before columns explain a page better than characters
OVERLONG = 1.6  # a wrapper may leave lines alone that are only a little too long
OUTLIERS = 3  # times as many lines of the width as far longer ones
GAPS = (1, 2, 3)  # line breaks behind each line
_BLANK = " \t\u3000\u00a0"


class Line(NamedTuple):
    """A line that is not empty: where it stands, what it is, how many spaces it begins with."""

    start: int
    end: int
    text: str
    indent: int


def find(text: str) -> list[Edit]:
    """Line breaks to take out."""
    raw = text.split("\n")
    if sum(len(line) >= NARROWEST and line[-1] not in SENTENCE_END for line in raw) < LEAST:
        return []
    lines = _lines(raw)
    gaps = [text.count("\n", here.end, there.start) for here, there in pairwise(lines)]
    usual = Counter(gaps)
    for gap in GAPS:
        if usual[gap] >= LEAST:
            found = _at_gap(text, lines, gaps, gap)
            if found:
                return found
    return []


def _lines(raw: Sequence[str]) -> list[Line]:
    """The lines; a space at an end is part of the width, but where most lines have some."""
    trailing = sum(
        line.endswith((" ", "\u3000", "\u00a0")) for line in raw if len(line) >= NARROWEST
    )
    strip = trailing * 2 > sum(len(line) >= NARROWEST for line in raw)
    lines: list[Line] = []
    at = 0
    for whole in raw:
        line = whole.rstrip(_BLANK)
        if line:
            indent = len(line) - len(line.lstrip(_BLANK))
            if not strip:
                line = whole
            lines.append(Line(at, at + len(line), line, indent))
        at += len(whole) + 1
    return lines


def _set_in(line: Line) -> bool:
    return line.indent > 1 or line.text[0] in "\u3000\t"


def _columns(line: str, wide: int) -> int:
    ascii_count = len(line.encode("ascii", "ignore"))
    return wide * (len(line) - ascii_count) + ascii_count


def _letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _at_gap(text: str, lines: Sequence[Line], gaps: Sequence[int], gap: int) -> list[Edit]:
    """Breaks to take out that are `gap` line breaks each."""
    # lines that another one follows so, and that could therefore go on in it
    before = [
        i
        for i, breaks in enumerate(gaps)
        if breaks == gap and len(lines[i].text) >= NARROWEST and not _set_in(lines[i + 1])
    ]
    broken = [i for i in before if lines[i].text[-1] not in SENTENCE_END]
    if len(broken) < LEAST:
        return []
    joined, glue = _by_characters(lines, before, broken), ""
    for wide in (2, 3):
        by_columns = _by_columns(lines, before, broken, wide)
        if len(by_columns) > PREFERRED * len(joined):
            joined, glue = by_columns, " "
    found: list[Edit] = []
    for i in joined:
        start, end = lines[i].end, lines[i + 1].start
        if glue:
            end += lines[i + 1].indent
        last, first = text[start - 1], text[end]
        # words stay apart, figures do not: 20|23 was cut, `quality|control` wrapped
        apart = glue if _letter(last) and _letter(first) else ""
        if glue and last == "-" and _letter(text[start - 2]) and first.islower():
            start -= 1
        found.append(Edit(start, end, apart, KIND))
    return found


def _breaks(lines: Sequence[Line], full: Iterable[int]) -> tuple[int, int]:
    """How many of the breaks behind these lines fall within words, and how many might."""
    hits = tried = 0
    for i in full:
        last, first = lines[i].text[-1], lines[i + 1].text[lines[i + 1].indent]
        if last in PAUSES or first in PAUSES:
            hits += first in PAUSES  # no line of its own begins with a comma
            continue
        tried += 1
        if (last + first).isascii():
            hits += (last + first).isalnum()
        else:
            hits += pair(last, first) is not None
    return hits, tried


def _by_characters(
    lines: Sequence[Line], before: Sequence[int], broken: Sequence[int]
) -> list[int]:
    """Lines that were cut at one number of characters."""
    widths = Counter(len(lines[i].text) for i in broken)
    for width, often in widths.most_common(2):
        joined = _at_width(lines, before, broken, width, often)
        if joined:
            return joined
    return []


def _at_width(
    lines: Sequence[Line], before: Sequence[int], broken: Sequence[int], width: int, often: int
) -> list[int]:
    if often < LEAST:
        return []
    overlong = sum(len(line.text) > OVERLONG * width for line in lines)
    if overlong * OUTLIERS > often:
        return []
    full = {i for i in before if len(lines[i].text) == width}
    open_ended = [i for i in broken if i in full]
    in_a_row = sum(i + 1 in full for i in full)
    certain = often >= CERTAIN and often >= SHARE * len(broken)
    hits, tried = _breaks(lines, open_ended)
    paused = sum(not PAUSES.isdisjoint(lines[i].text) for i in full)
    prose = certain and width >= WIDE and in_a_row >= LEAST and paused >= SHARE * len(full)
    if not hits or hits < (SELDOM if prose else WITHIN) * tried:
        return []
    if (often < SHARE * len(broken) and in_a_row < LEAST and often < CERTAIN) and (
        hits < LEAST or hits < PLAINLY * tried
    ):
        return []
    # a line that has that width by chance stands alone and is no prose
    return sorted(
        i
        for i in full
        if i + 1 in full
        or i - 1 in full
        or _set_in(lines[i])
        or _goes_on(lines[i].text, lines[i + 1].text)
        or (
            certain
            and (lines[i].text[-1] not in SENTENCE_END or _midway(lines[i].text, ""))
            and not _begins_anew(lines[i + 1].text)
        )
    )


def _begins_anew(line: str) -> bool:
    """Whether a line is no rest of the one before: it begins so, or is a byline."""
    if line.startswith(NEW_LINE):
        return True
    head = line[:BYLINE]
    return any(label in head and head[head.index(label) + 2 :][:1] in ":：" for label in LABELS)


def _midway(line: str, following: str) -> bool:
    """Whether a closing mark at the end of a line ends no sentence, as far as can be seen."""
    return line[-1] in CLOSING and line[-2:-1] not in STOPS and not following.startswith(NEW_LINE)


def _goes_on(line: str, following: str) -> bool:
    last, first = line[-1], following[0]
    if last in "，,、":
        return True
    if last not in SENTENCE_END and (
        following[-1] in SENTENCE_END or pair(last, first) is not None
    ):
        return True
    return first == " " or ((last + first).isascii() and (last + first).isalnum())


def _by_columns(
    lines: Sequence[Line], before: Sequence[int], broken: Sequence[int], wide: int
) -> list[int]:
    """Lines that fill the columns of the page, and go on."""
    columns = {i: _columns(lines[i].text, wide) for i in broken}
    usual = Counter(columns.values()).most_common(1)[0][0]
    if usual > wide * WIDEST:
        return []
    edge = usual - (SLACK + wide - 2)
    full = {i for i, width in columns.items() if width >= edge}
    in_a_row = sum(i + 1 in full for i in full)
    if len(full) <= LEAST or (len(full) < SHARE * len(broken) and in_a_row <= LEAST):
        return []
    if sum(not PAUSES.isdisjoint(lines[i].text) for i in full) < PAUSED * len(full):
        return []
    overlong = sum(_columns(line.text, wide) > usual + HANGING for line in lines)
    if overlong * OUTLIERS > len(full):
        return []
    hits, tried = _breaks(lines, full)
    if not hits or hits < WITHIN * tried:
        return []
    # where paragraphs are set off, a full line goes on even if a sentence ends with it
    set_off = sum(1 for line in lines if _set_in(line)) >= LEAST
    return [
        i
        for i in before
        if edge <= _columns(lines[i].text, wide) <= usual + HANGING
        and (set_off or i in full or _midway(lines[i].text, lines[i + 1].text))
    ]
