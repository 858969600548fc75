"""Where in a text a gold entry or a record stands: errors are shown with their lines."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from qextract.compare.matching import Fact

if TYPE_CHECKING:
    from qextract.repairs import Repaired

SAID = ("anchor", "text", "date_text", "name", "title", "number")
"""Fields of a gold entry that the text may hold, the surest first."""


class Places:
    """Offsets and lines in one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def line(self, at: int) -> int:
        """The line of an offset, from 1."""
        return self.text.count("\n", 0, at) + 1

    def of_gold(self, entry: Fact) -> int | None:
        """The line of a gold entry. Values in normal form are looked for in the repaired text."""
        said = [entry[name] for name in SAID if entry.get(name)]
        for words in said:
            if (at := self.text.find(words)) >= 0:
                return self.line(at)
        for words in said:
            if (at := self._repaired.text.find(words)) >= 0:
                return self.line(self._repaired.to_source(at, at + len(words))[0])
        return None

    @cached_property
    def _repaired(self) -> Repaired:
        from qextract.repairs import repair  # few texts need it

        return repair(self.text)

    def ungrounded(self, record: Fact) -> list[str]:
        """The paths of what does not lead back to the text: `span`, `grounding.value`."""
        span = record.get("span") or {}
        start, end = span.get("start", 0), span.get("end", 0)
        wrong = [] if self.text[start:end] == record.get("text") else ["span"]
        for path, place in (record.get("grounding") or {}).items():
            if not 0 <= place["start"] < place["end"] <= len(self.text):
                wrong.append(f"grounding.{path}")
        return wrong
