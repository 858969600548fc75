"""Word lists: one term a line, sorted, `#` lines for the header that names the source.

A line may carry columns behind the term, separated by tabs. A list is read once, on first use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[str]:
    text = (files(__package__) / f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """The terms of the list `NAME.txt`."""
    return frozenset(line.split("\t", 1)[0] for line in _lines(name))


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Term -> its columns, for a list that has columns."""
    return {term: tuple(rest) for term, *rest in (line.split("\t") for line in _lines(name))}


def alternation(terms: Iterable[str]) -> str:
    """A regular expression for any of `terms`, the longest first at each place.

    Written as a prefix tree, so that a scan looks at each character once.
    """
    tree: dict[str, dict[str, object]] = {}
    for term in terms:
        node: dict[str, object] = tree  # type: ignore[assignment]
        for character in term:
            node = node.setdefault(character, {})  # type: ignore[assignment]
        node[""] = {}
    return _branch(tree)  # type: ignore[arg-type]


def _branch(node: dict[str, dict[str, object]]) -> str:
    ends = "" in node
    single = [re.escape(c) for c, below in node.items() if c and set(below) == {""}]
    longer = [
        re.escape(c) + _branch(below)  # type: ignore[arg-type]
        for c, below in node.items()
        if c and set(below) != {""}
    ]
    if not single and not longer:
        return ""
    if len(single) == 1:
        longer.append(single[0])
    elif single:
        longer.append(f"[{''.join(single)}]")
    if len(longer) == 1 and not (ends and len(longer[0]) > 1 and single == []):
        body = longer[0]
        return f"(?:{body})?" if ends else body
    return f"(?:{'|'.join(longer)})" + ("?" if ends else "")
