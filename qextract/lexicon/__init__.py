"""Word lists: one term a line, sorted, `#` lines for the header that names the source.

A line may carry columns behind the term, separated by tabs. A list is read once, on first use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import TypeAlias


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


@cache
def rows(name: str) -> dict[str, str]:
    """Term -> its columns in one piece, for long lists of which few rows are looked at."""
    return dict(line.split("\t", 1) for line in _lines(name))


Tree: TypeAlias = "dict[str, Tree]"
"""A prefix tree; the key "" marks the end of a term."""


def alternation(terms: Iterable[str]) -> str:
    """A regular expression for any of `terms`, the longest first at each place.

    Written as a prefix tree, so that a scan looks at each character once.
    """
    tree: Tree = {}
    for term in terms:
        node = tree
        for character in term:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(tree, top=True)


def _branch(node: Tree, *, top: bool = False) -> str:
    ends = "" in node
    single = [re.escape(c) for c, below in node.items() if c and set(below) == {""}]
    longer = [
        re.escape(c) + _branch(below) for c, below in node.items() if c and set(below) != {""}
    ]
    if not single and not longer:
        return ""
    if len(single) == 1 or (top and longer):
        # a scan skips to the first characters only where every alternative begins with a literal
        longer += single
    elif single:
        longer.append(f"[{''.join(single)}]")
    if len(longer) == 1 and not (ends and len(longer[0]) > 1 and single == []):
        body = longer[0]
        return f"(?:{body})?" if ends else body
    return f"(?:{'|'.join(longer)})" + ("?" if ends else "")


class Terms:
    """Finds the terms of a list in running text: the longest at each place, none overlapping.

    Does what a scan for `alternation(terms)` does, but is ready at once: a long alternation takes
    tens of milliseconds to compile, two character classes take none.
    """

    __slots__ = ("_heads", "_pattern", "_singles")

    def __init__(self, terms: Iterable[str]) -> None:
        ordered = sorted(terms, key=len, reverse=True)
        heads: dict[str, list[str]] = {}
        for term in ordered:
            heads.setdefault(term[:2], []).append(term)
        self._heads = {head: tuple(below) for head, below in heads.items()}
        self._singles = frozenset(term for term in ordered if len(term) == 1)
        firsts = re.escape("".join(sorted({term[0] for term in ordered if len(term) > 1})))
        seconds = re.escape("".join(sorted({term[1] for term in ordered if len(term) > 1})))
        behind = rf"(?=[{seconds}])" if seconds else "(?!)"
        single = re.escape("".join(sorted(self._singles)))
        # one class in front lets a scan skip to it
        both = rf"[{firsts}{single}](?:(?<=[{firsts}]){behind}|(?<=[{single}]))"
        source = both if single and firsts else f"[{single}]" if single else f"[{firsts}]{behind}"
        self._pattern = re.compile(source, re.DOTALL)

    def at(self, text: str, start: int) -> str | None:
        """The longest term that begins at `start`."""
        for term in self._heads.get(text[start : start + 2], ()):
            if text.startswith(term, start):
                return term
        single = text[start : start + 1]
        return single if single in self._singles else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Start, end and term of each find in `text[start:end]`, in order."""
        heads, singles, free = self._heads, self._singles, start
        for match in self._pattern.finditer(text, start, end):
            at = match.start()
            if at < free:
                continue
            for term in heads.get(text[at : at + 2], ()):
                if text.startswith(term, at, end):
                    free = at + len(term)
                    yield at, free, term
                    break
            else:
                if text[at] in singles:
                    free = at + 1
                    yield at, free, text[at]
