"""Organisations as written: anchored on the form of their end, the beginning recovered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from qextract.lexical import organisation_bounds as bounds
from qextract.lexicon import table
from qextract.mentions import Organisation, Span
from qextract.rules import Pattern, late

_ALONE = "局厅署"
"""Letters that end the name of a body without more."""
_GO_ON = "务队长议面门员级势域限期者籍场景地馆性化"
"""Letters behind an ending that make it the beginning of another word (局长, 会议, 部门)."""
_STRAY = frozenset("原前各等及和与后时· ")
_VERBS = frozenset(
    [
        "部署",
        "签署",
        "联署",
        "署署",
        "布局",
        "格局",
        "结局",
        "开局",
        "当局",
        "大局",
        "全局",
        "僵局",
        "客厅",
        "餐厅",
    ]
)
_SEATED = frozenset("书成委副常专第")
_ORGANS = frozenset(["党组", "党委", "党工委", "团委", "纪委"])
_MEASURES = frozenset("家所个间座支")
_PUPILS = late(r"学生(?![命物态殖活理化产])")
"""大学生, 中小学生 are no schools, 大学生命科学学院 is one."""
_NEAR = 12
_ONE_LETTER = (1,)


@cache
def _endings() -> dict[str, bool]:
    """Endings that a mention can have, and whether each is a name on its own (国务院, 省委)."""
    found = {
        term: columns[1] == "whole"
        for term, columns in table("organisation_endings").items()
        if columns[1] != "-"
    }
    return found | dict.fromkeys(_ALONE, False)


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """The last two letters of endings to their lengths, the longest first."""
    found: dict[str, set[int]] = {}
    for term in _endings():
        if len(term) > 1:
            found.setdefault(term[-2:], set()).add(len(term))
    return {
        pair: (*sorted(lengths, reverse=True), *(1 for _ in range(pair[1] in _ALONE)))
        for pair, lengths in found.items()
    }


def _source() -> str:
    before, last = ("".join(sorted({pair[index] for pair in _lengths()})) for index in (0, 1))
    # one class in front lets a scan skip to it
    return f"[{last}{_ALONE}](?:(?<=[{before}][{last}])|(?<=[{_ALONE}]))(?!署(?![理长])|[{_GO_ON}])"


ENDING = Pattern(
    "organisation.ending",
    "a letter that the name of an organisation can end with",
    _source,
    examples={"市监局印发": "局", "南湾公司": "司"},
    rejects=("该局长表示", "各部门"),
)


def scan(text: str, regions: Sequence[Span]) -> list[Organisation]:
    """Organisations in `regions`, in text order, none inside another."""
    found: list[Organisation] = []
    known, sizes = _endings(), _lengths()
    for low, high in regions:
        edge = low
        for match in ENDING.re.finditer(text, low, high):
            end = match.end()
            lengths = sizes.get(text[end - 2 : end]) or (
                _ONE_LETTER if text[end - 1] in _ALONE else None
            )
            if lengths is None:
                continue
            last = found[-1] if found and found[-1].start >= low else None
            floor = last.start if last is not None and end - last.end <= _NEAR else edge
            for length in lengths:
                if end - length >= floor and text[end - length : end] in known:
                    break
            else:
                continue
            if text[end - 2 : end] in _VERBS or _PUPILS.match(text, end - 1, high):
                continue
            if end < high and text[end] in _SEATED and text[end - length : end] in _ORGANS:
                # 党组|成员: the inner body goes with the post
                continue
            if last is not None and end - last.end <= _NEAR and bounds.bare(text, last.end, end):
                # a unit inside the body just found
                found[-1] = Organisation(text[last.start : end], last.start, end)
                edge = end
                continue
            start = bounds.left(text, edge, end - length)
            while start < end and (text[start] in _STRAY or text[start].isdigit()):
                start += 1
            if text.startswith(("现任", "时任", "新任"), start):
                start += 2
            if start < end and text[start] in _MEASURES and text[start - 1 : start].isnumeric():
                continue
            if end - start > max(length, 2) or known[text[end - length : end]]:
                start = min(start, end - length)
                found.append(Organisation(text[start:end], start, end))
                edge = end
    return found
