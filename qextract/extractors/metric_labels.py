"""Tables that became lines: a label on one line, its figure on the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qextract.mentions import DateValue, Sentence, Span
from qextract.rules import Pattern

if TYPE_CHECKING:
    from qextract.extractors.metric_scene import Made

_LONGEST = 24

LABEL = Pattern(
    "metric.label",
    "a label without its numbering, its unit in brackets and its colon",
    r"(?:[一二三四五六七八九十0-9]{1,3}[、.)]|\([一二三四五六七八九十0-9]{1,3}\)|其中:?|·)?\s*"
    r"(?P<label>[^\n。!?;,]{1,24}?)\s*(?:\([^()\n]{1,6}\))?\s*:?$",
    examples={"一、工程总投资": "一、工程总投资", "中标价(元)": "中标价(元)"},
    rejects=("会议结束。",),
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
        if end - start > _LONGEST or (
            len(sentence.clauses) > 1 and ":" not in self._text[start:end]
        ):
            return False
        match = LABEL.re.match(self._text[start:end])
        if match is None:
            return False
        if ONLY_A_DATE.re.match(self._text[start:end]):
            self.label = self._heading
            self.period = period
            return False
        self.label = self._heading = (start + match.start("label"), start + match.end("label"))
        return True

    def forget(self) -> None:
        """A line with figures was read: what stood before it labels nothing further."""
        self.label = self.period = None
