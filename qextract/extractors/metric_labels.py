"""Tables that became lines: a label on one line, its figure on the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qextract.mentions import DateValue, Quantity, Sentence, Span
from qextract.rules import Pattern, late

if TYPE_CHECKING:
    from qextract.extractors.metric_scene import Made

_LONGEST = 24

NUMBERING = Pattern(
    "metric.label_numbering",
    "the number, or the 其中, before a label",
    r"[一二三四五六七八九十0-9]{1,3}+[、.)]|\([一二三四五六七八九十0-9]{1,3}+\)|其中:?+|·",
    examples={"一、工程总投资": "一、", "(3)污水管道": "(3)", "其中:中央投资": "其中:"},
    rejects=("工程总投资",),
)
LABEL_END = Pattern(
    "metric.label_end",
    "the unit in brackets and the colon behind a label",
    r"[ :]++$|\((?:[^()\n]{1,6}+)\)[ :]*+$",
    examples={"中标价(元)": "(元)", "工期:": ":"},
    rejects=("工程总投资",),
)
ONLY_A_DATE = Pattern(
    "metric.label_date",
    "a label that is nothing but a date",
    r"[0-9一二三四五六七八九十〇年月日季度上下半至—~第-]+$",
    examples={"2021年": "2021年", "2023年1—10月": "2023年1—10月"},
    rejects=("工程总投资",),
)


# Lines of a table whose cells are lines: the names of the columns, then rows of a name and figures.
_ROWS = late(r"(L{2,}?)L(F{2,})(?:L\2)+(?!F)")


def columns(
    text: str, sentences: Sequence[Sentence], figures: Sequence[Quantity]
) -> dict[int, Span]:
    """The name of the column for each line, by where it starts, that is a cell with a figure."""
    kinds: list[str] = []
    at = short = 0
    for sentence in sentences:
        first = at
        while at < len(figures) and figures[at].start < sentence.end:
            at += 1
        kind = "O"
        if sentence.end - sentence.start <= _LONGEST and text[sentence.end - 1] not in _STOPS:
            kind = "L" if at == first else "F" if at == first + 1 else "O"
        short += kind == "F"
        kinds.append(kind)
    named: dict[int, Span] = {}
    if short < _LEAST_CELLS:
        return named
    for found in _ROWS.finditer("".join(kinds)):
        width = found.end(2) - found.start(2)
        names = sentences[found.start() : found.end(1)][-width:]
        if len(names) < width:
            continue
        for item in range(found.start(2), found.end()):
            column = (item - found.start(2)) % (width + 1)
            if column < width:
                named[sentences[item].start] = (names[column].start, names[column].end)
    return named


_STOPS = frozenset("。!?;,")
_LEAST_CELLS = 4


class Labels:
    """Keeps the last label, and the heading above it, while lines go by.

    label: the span of the label for the next line, `None` where the last line was none.
    period: the time that the last line named. made: the figures of the table so far.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._heading: Span | None = None
        self.label: Span | None = None
        self.period: DateValue | None = None
        self.made: list[Made] = []

    def see(self, sentence: Sentence, period: DateValue | None) -> bool:
        """Look at a line without figures; says whether it may be a label."""
        self.label = self.period = None
        start, end = sentence.start, sentence.end
        if end - start > _LONGEST or len(sentence.clauses) > 2:
            return False
        line = self._text[start:end]
        if not line or line[-1] in _STOPS:
            return False
        numbered = NUMBERING.re.match(line)
        begin = start + numbered.end() if numbered else start
        closing = LABEL_END.re.search(line)
        stop = start + closing.start() if closing else end
        if begin >= stop:
            return False
        if ONLY_A_DATE.re.match(line):
            self.label = self._heading
            self.period = period
            return False
        self.label = self._heading = (begin, stop)
        return True

    def forget(self) -> None:
        """A line with figures was read: what stood before it labels nothing further."""
        self.label = self.period = None
