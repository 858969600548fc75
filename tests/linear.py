"""Whether time grows with length and no faster, told by a ratio that holds on a busy machine."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

LINEAR = 2.0
"""How much longer twice the text takes where time grows with length."""
LIMIT = 3.2
"""Between that and the 4 of a square, with room for caches and noise."""
ROUNDS = 12
TINY = 0.004
"""Seconds below which a time says nothing."""


def doubling(work: Callable[[str], object], piece: str, size: int = 16_000) -> float:
    """How much longer `work` takes for twice the text: `piece` repeated to `size` and twice that.

    The best of several rounds counts, in seconds of this process; more rounds are measured only
    while the ratio is above what linear work shows. The collector rests, since its rounds grow with
    all that lives in the process.
    """
    short, long = (piece * (length // len(piece) + 1) for length in (size, 2 * size))
    best, longer = float("inf"), float("inf")
    collecting = gc.isenabled()
    gc.disable()
    try:
        work(piece)  # compiles patterns, reads word lists
        for _ in range(ROUNDS):
            best, longer = min(best, seconds(work, short)), min(longer, seconds(work, long))
            if longer < LIMIT * max(best, TINY):
                break
            gc.collect()
    finally:
        if collecting:
            gc.enable()
    return longer / max(best, TINY)


def seconds(work: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    work(text)
    return time.process_time() - began


def assert_linear(work: Callable[[str], object], piece: str, size: int = 16_000) -> None:
    """Fail where twice the text takes `LIMIT` times as long."""
    ratio = doubling(work, piece, size)
    assert ratio < LIMIT, f"twice the text of {piece[:12]!r} takes {ratio:.1f} times as long"
