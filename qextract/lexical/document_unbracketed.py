"""Documents named without 《》: by their number, in quotation marks, by the form of the name."""

from __future__ import annotations

from collections.abc import Sequence

from qextract.lexical.document_numbers import DocNumber
from qextract.mentions import Grounded, Span, Title


def scan(
    text: str,
    start: int,
    end: int,
    taken: Sequence[Span],
    numbers: Sequence[DocNumber],
    used: set[int],
) -> list[Title]:
    """Documents outside the brackets at `taken`; numbers at the indexes `used` belong to those."""
    titles: list[Title] = []
    for i, number in enumerate(numbers):
        if i in used:
            continue
        if number.kind == "standard":
            titles.append(
                Title(
                    text[number.start : number.end],
                    number.start,
                    number.end,
                    number.value,
                    (),
                    Grounded(number.value, number.start, number.end),
                    (),
                    True,
                    "标准",
                    False,
                )
            )
    return titles
