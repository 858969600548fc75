"""Tables that became lines: a label on one line, its figure on the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qextract.mentions import DateValue, Sentence, Span
from qextract.rules import Pattern

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
        if line[-1] in "。!?;,":
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
