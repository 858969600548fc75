"""Edits, and the map of offsets that they add up to.

An edit replaces a slice and says why. What is replaced counts as one whole: any part of the new
text stands for all of the old. Steps follow one another, so a later edit may take in earlier ones;
`OffsetMap.then` composes them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import add
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace the slice from `start` to `end` of a step's text by `after`; `kind` says why.

    A slice is never empty, so every character of the result has a place in the source.
    """

    start: int
    end: int
    after: str
    kind: str


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made; they are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for start, end, after, _ in edits:
        parts.append(text[at:start])
        parts.append(after)
        at = end
    parts.append(text[at:])
    return "".join(parts)


class OffsetMap:
    """From offsets of a repaired text back to the source: replaced stretches, bisected.

    Stretch `i` is `[_out[i], _out_end[i])` in the repaired text and `[_src[i], _src_end[i])` in the
    source; between stretches both run in step.
    """

    __slots__ = ("_out", "_out_end", "_src", "_src_end")

    def __init__(
        self,
        out: list[int],
        out_end: list[int],
        src: list[int],
        src_end: list[int],
    ) -> None:
        self._out = out
        self._out_end = out_end
        self._src = src
        self._src_end = src_end

    def stretches(self) -> list[tuple[int, int, int, int]]:
        """The replaced stretches: start and end in the repaired text, start and end in the source.

        In order, without overlap on either side; none is empty in the source.
        """
        return list(zip(self._out, self._out_end, self._src, self._src_end, strict=True))

    def start(self, at: int) -> int:
        """Where the character at `at` begins in the source."""
        i = bisect_right(self._out, at) - 1
        if i < 0:
            return at
        beyond = at - self._out_end[i]
        return self._src[i] if beyond < 0 else self._src_end[i] + beyond

    def end(self, at: int) -> int:
        """Where the character that ends at `at` ends in the source; 0 for 0."""
        i = bisect_right(self._out, at - 1) - 1
        if i < 0:
            return at
        beyond = at - self._out_end[i]
        return self._src_end[i] + beyond if beyond > 0 else self._src_end[i]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of a span; an empty one gives an empty one."""
        if end <= start:
            at = self.start(start)
            return at, at
        out = self._out
        if not out:
            return start, end
        # `start` and `end` at once: a short span mostly lies in or behind one stretch
        i = bisect_right(out, start) - 1
        if i < 0:
            first = start
        else:
            beyond = start - self._out_end[i]
            first = self._src[i] if beyond < 0 else self._src_end[i] + beyond
        if i + 1 < len(out) and out[i + 1] < end:
            i = bisect_right(out, end - 1, i + 1) - 1
        if i < 0:
            return first, end
        beyond = end - self._out_end[i]
        return first, self._src_end[i] + beyond if beyond > 0 else self._src_end[i]

    def then(self, edits: Sequence[Edit]) -> OffsetMap:
        """This map with `edits` on top, which are in offsets of the text that it leads back from.

        An edit that cuts into earlier stretches becomes one stretch with them; an earlier deletion
        at its edge stays apart, so that it is no part of what stands there.
        """
        if not self._out:
            src = [edit[0] for edit in edits]
            src_end = [edit[1] for edit in edits]
            # offsets in the new text: each edit's own growth moves its end and all behind it
            growth = (len(edit[2]) - edit[1] + edit[0] for edit in edits)
            drift = list(accumulate(growth, initial=0))
            return OffsetMap(
                list(map(add, src, drift)), list(map(add, src_end, drift[1:])), src, src_end
            )
        made = OffsetMap([], [], [], [])
        moved = 0  # offset in the new text minus offset in the middle one
        i, j, n, m = 0, 0, len(self._out), len(edits)
        while j < m:
            low, high = edits[j].start, edits[j].end
            while i < n and self._out_end[i] <= low:
                made._add(
                    self._out[i] + moved, self._out_end[i] + moved, self._src[i], self._src_end[i]
                )
                i += 1
            first, grown = low, 0
            while True:
                if j < m and edits[j].start < high:
                    high = max(high, edits[j].end)
                    grown += len(edits[j].after) - (edits[j].end - edits[j].start)
                    j += 1
                elif i < n and self._out[i] < high:
                    first = min(first, self._out[i])
                    high = max(high, self._out_end[i])
                    i += 1
                else:
                    break
            start = first + moved
            moved += grown
            made._add(start, high + moved, self.start(first), self.end(high))
        for k in range(i, n):
            made._add(
                self._out[k] + moved, self._out_end[k] + moved, self._src[k], self._src_end[k]
            )
        return made

    def _add(self, out: int, out_end: int, src: int, src_end: int) -> None:
        self._out.append(out)
        self._out_end.append(out_end)
        self._src.append(src)
        self._src_end.append(src_end)


IDENTITY = OffsetMap([], [], [], [])
