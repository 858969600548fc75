"""Hard-wrapped lines: a line break in the middle of a sentence.

Wrapped prose shows in its widths. Cut by characters, nearly all lines that break off without the
end of a sentence have the very same length. Cut by columns (a full-width character counts two,
words stay whole), they nearly fill the widest line. On a page of headlines, bylines, lists and tables
lines break off at any width, and prose lines are far longer, so all its breaks stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qextract.repairs.edits import Edit

KIND = "hard_wrap"
NARROWEST = 20  # characters; below it a width is a list's or a table's
WIDEST = 120
SENTENCE_END = frozenset("。!?！？;；:：”’)）】》…|>")
PAUSES = frozenset(",，、。;；")
NEW_LINE = (  # what a line of its own begins with
    *("——", "【", "版权", "主办", "主管", "承办", "地址", "电话", "扫一扫", "打印", "分享", "来源"),
    *("责任编辑", "责编", "编辑", "作者", "上一", "下一", "相关", "Copyright", "http", "www"),
)
LEAST = 3  # lines that show the width
SHARE = 0.7  # of the lines that break off
SLACK = 4  # columns that a whole word or a mark may leave empty
HANGING = 8  # columns that marks may stand out, since no line begins with them
CERTAIN = 6  # lines of one width that leave no doubt
PREFERRED = 1.2  # times as many lines before columns explain a page better than characters
OVERLONG = 1.6  # a wrapper may leave lines alone that are only a little too long


def _indented(line: str) -> bool:
    return line[0] in "\u3000\t" or line.startswith(("  ", "\u00a0\u00a0"))


def _columns(line: str) -> int:
    return 2 * len(line) - sum(map(str.isascii, line))


def _letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def find(text: str) -> list[Edit]:
    """Line breaks to take out."""
    lines = text.split("\n")
    # lines that another one follows directly, and that could therefore go on in it
    before = [
        i
        for i in range(len(lines) - 1)
        if len(lines[i]) >= NARROWEST and lines[i + 1] and not _indented(lines[i + 1])
    ]
    broken = [i for i in before if lines[i][-1] not in SENTENCE_END]
    if len(broken) < LEAST:
        return []
    joined, glue = _by_characters(lines, before, broken), ""
    by_columns = _by_columns(lines, before, broken)
    if len(by_columns) > PREFERRED * len(joined):
        joined, glue = by_columns, " "
    found: list[Edit] = []
    at = 0
    into = set(joined)
    for i, line in enumerate(lines):
        end = at + len(line)
        if i in into:
            # words stay apart, figures do not: 20|23 was cut, `quality|control` wrapped
            words = _letter(line[-1:]) and _letter(lines[i + 1][0])
            found.append(Edit(end, end + 1, glue if words else "", KIND))
        at = end + 1
    return found


def _by_characters(lines: Sequence[str], before: Sequence[int], broken: Sequence[int]) -> list[int]:
    """Lines that were cut at one number of characters."""
    widths = Counter(len(lines[i]) for i in broken)
    width, often = widths.most_common(1)[0]
    if often < LEAST or max(map(len, lines)) > OVERLONG * width:
        return []
    full = {i for i in before if len(lines[i]) == width}
    in_a_row = sum(i + 1 in full for i in full)
    if often < SHARE * len(broken) and in_a_row < LEAST - 1:
        return []
    certain = often >= CERTAIN and often >= SHARE * len(broken)
    # a line that has that width by chance stands alone and is no prose
    return [
        i
        for i in full
        if i + 1 in full
        or i - 1 in full
        or _indented(lines[i])
        or _goes_on(lines[i], lines[i + 1])
        or (certain and lines[i][-1] not in SENTENCE_END and not lines[i + 1].startswith(NEW_LINE))
    ]


def _goes_on(line: str, following: str) -> bool:
    last, first = line[-1], following[0]
    if last not in SENTENCE_END and following[-1] in SENTENCE_END:
        return True
    return first == " " or ((last + first).isascii() and (last + first).isalnum())


def _by_columns(lines: Sequence[str], before: Sequence[int], broken: Sequence[int]) -> list[int]:
    """Lines that fill the columns of the page, and go on."""
    if max(map(len, lines)) > WIDEST:
        return []
    columns = list(map(_columns, lines))
    usual = Counter(columns[i] for i in broken).most_common(1)[0][0]
    if max(columns) > usual + HANGING:
        return []
    edge = usual - SLACK
    full = {i for i in broken if columns[i] >= edge}
    in_a_row = sum(i + 1 in full for i in full)
    if len(full) <= LEAST or (len(full) < SHARE * len(broken) and in_a_row < LEAST):
        return []
    if sum(not PAUSES.isdisjoint(lines[i]) for i in full) < SHARE * len(full):
        return []
    # where paragraphs are set off, a full line goes on even if a sentence ends with it
    set_off = sum(1 for line in lines if not line or _indented(line)) >= LEAST
    return [i for i in before if columns[i] >= edge and (set_off or i in full)]
