"""Hard-wrapped lines: a line break in the middle of a sentence."""

from __future__ import annotations

from itertools import pairwise

from qextract.repairs.edits import Edit

SHORTEST = 20  # a column narrower than this is a list, not wrapped prose


def find(text: str) -> list[Edit]:
    """Line breaks to take out."""
    lines = text.split("\n")
    if len(lines) < 2:
        return []
    widest: dict[int, int] = {}
    for line in lines:
        widest[len(line)] = widest.get(len(line), 0) + 1
    width = max(widest, key=lambda n: (widest[n], n))
    if width < SHORTEST or widest[width] < 3 or max(map(len, lines)) > width * 1.6:
        return []
    found: list[Edit] = []
    at = 0
    for line, following in pairwise(lines):
        end = at + len(line)
        if len(line) == width and following and not following[0].isspace():
            found.append(Edit(end, end + 1, "", "hard_wrap"))
        at = end + 1
    return found
