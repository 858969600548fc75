"""What `validate` finds."""

from __future__ import annotations

import re
from typing import NamedTuple

from qextract.sources import STDIN

CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
Fact = tuple[str, str]
"""Field, and what is wrong with it."""


class Fault(NamedTuple):
    """Something in a line that breaks the contract.

    doc_id and id: of the record, as far as they can be read. field: a path as `span.end` or
    `positions.0.org`, `None` where the line as a whole is wrong.
    """

    path: str
    line: int
    doc_id: str | None
    id: str | None
    field: str | None
    reason: str

    def __str__(self) -> str:
        """`records.jsonl:12: a.txt/fe22a156698eb22b: span: ends at 9, before its start, 12`."""
        path = "standard input" if self.path == STDIN else self.path
        record = "/".join(part for part in (self.doc_id, self.id) if part)
        parts = (f"{path}:{self.line}", record, self.field, self.reason)
        line = ": ".join(part for part in parts if part)
        # names and ids may hold anything, and this is one line
        return CONTROLS.sub(lambda found: repr(found[0])[1:-1], line)
