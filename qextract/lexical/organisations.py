"""Organisations as written: anchored on the form of their end, the beginning recovered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from qextract.lexical import organisation_bounds as bounds
from qextract.lexicon import alternation, table
from qextract.mentions import Organisation, Span
from qextract.rules import Pattern

_GO_ON = "长议面门员级势域限期者籍场景地馆人性化"
"""Characters behind an ending that make it the beginning of another word (局长, 会议, 部门)."""


def _source() -> str:
    anchors = alternation(term for term, columns in table("organisation_endings").items() if columns[1] != "-")
    return rf"(?:{anchors}|(?<=[一-鿿]{{2}})[局厅署](?![部]))(?![{_GO_ON}])"


ENDING = Pattern(
    "organisation.ending",
    "the end of an organisation's name",
    _source,
    examples={"省市场监管局印发": "局", "江东大学介绍": "大学", "与南湾实业有限公司签约": "有限公司"},
    rejects=("该局长表示", "召开会议", "各部门"),
)


def scan(text: str, regions: Sequence[Span]) -> list[Organisation]:
    """Organisations in `regions`, in text order, none inside another."""
    found: list[Organisation] = []
    whole = _whole()
    for low, high in regions:
        edge = low
        for match in ENDING.re.finditer(text, low, high):
            end = match.end()
            if end <= edge:
                continue
            last = found[-1] if found else None
            if last is not None and last.start >= low and match.start() - last.end <= 12:
                between = text[last.end : match.start()]
                if (not between or between.isalnum()) and not bounds.cut(between + "局"):
                    found[-1] = Organisation(text[last.start : end], last.start, end)
                    edge = end
                    continue
            start = bounds.left(text, edge, match.start())
            start = _trimmed(text, start, end)
            form = text[start:end]
            if len(form) > len(match.group()) or form in whole:
                found.append(Organisation(form, start, end))
                edge = end
    return found


def _trimmed(text: str, start: int, end: int) -> int:
    while start < end and (text[start] in "原前各等 及和与" or text[start].isdigit()):
        start += 1
    return start


@cache
def _whole() -> frozenset[str]:
    """Endings that are names on their own (国务院, 财政部, 省委)."""
    return frozenset(t for t, columns in table("organisation_endings").items() if columns[1] == "whole")
