"""The values that finding and reading hand on."""

from __future__ import annotations

from typing import NamedTuple

STDIN = "-"
"""The path, and the `doc_id`, of standard input."""


class Input(NamedTuple):
    """A document that was found and not opened yet: `path` to open, `doc_id` to call it by."""

    path: str
    doc_id: str


class Failure(NamedTuple):
    """An input that gave no document; `reason` is one line and says what to do where it can."""

    path: str
    reason: str


def size_text(count: int) -> str:
    """A number of bytes for a reader: `48 bytes`, `20 MB`, `1.5 GB`."""
    if count < 1000:
        return f"{count} bytes"
    value = float(count)
    for unit in ("kB", "MB", "GB"):
        value /= 1000
        if value < 1000 or unit == "GB":
            break
    return f"{value:.3g} {unit}"
