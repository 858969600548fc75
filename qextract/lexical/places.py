"""Places as written (昆明, 安徽芜湖繁昌区, 青江县石鼓镇三岔村)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from qextract.lexical import organisation_bounds as bounds
from qextract.lexicon import table, words
from qextract.mentions import Place, Span
from qextract.rules import Pattern

_LETTERS = "省市县区州旗盟镇乡村道"
_DIVISIONS = frozenset(
    [
        "自治区",
        "自治州",
        "自治县",
        "自治旗",
        "特别行政区",
        "开发区",
        "新区",
        "街道",
        "社区",
        *"省市县区州旗盟镇乡村",
    ]
)
_NOT_BEHIND = frozenset("委局政人长级厅场民直内外面属情域管际容值价医立领区")
"""Letters that make the division the beginning of another word (市委, 县长, 区域)."""
_OURS = frozenset(
    [
        "省会",
        "首都",
        "首府",
        "我省",
        "我市",
        "我县",
        "我区",
        "该省",
        "该市",
        "该县",
        "该区",
        "该镇",
        "全省",
        "全市",
        "全县",
    ]
)
_LONGEST = 7


@cache
def _names() -> tuple[dict[str, int], frozenset[str], int]:
    """The listed places with their level, the first two letters of those above counties, a length.

    Counties are looked up from their ending, so that fewer letters start a search.
    """
    known = {term: int(columns[0]) for term, columns in table("place_names").items()}
    high = [term for term, level in known.items() if level < 3 or term[-1] not in _LETTERS]
    return known, frozenset(term[:2] for term in high), max(map(len, known))


def _source() -> str:
    _, pairs, _ = _names()
    first = "".join(sorted({pair[0] for pair in pairs}))
    second = "".join(sorted({pair[1] for pair in pairs}))
    apart = "".join(sorted(_NOT_BEHIND))
    # one class in front lets a scan skip to it
    return f"[{first}{_LETTERS}](?:(?<=[{first}])(?=[{second}])|(?<=[{_LETTERS}])(?![{apart}]))"


PLACE = Pattern(
    "place",
    "where a listed place may begin, or a division that is not listed may end",
    _source,
    examples={"于昆明召开": "昆", "某县发生": "县"},
    rejects=("某县长",),
)


def scan(text: str, regions: Sequence[Span]) -> list[Place]:
    """Places in `regions`, in text order; parts that follow each other are one place."""
    found: list[Place] = []
    known, pairs, longest = _names()
    for low, high in regions:
        edge = low
        for match in PLACE.re.finditer(text, low, high):
            start = match.start()
            end = 0
            if text[start : start + 2] in pairs:
                if start < edge:
                    continue
                for length in range(min(longest, high - start), 1, -1):
                    if text[start : start + length] in known:
                        end = start + length
                        break
            if not end:
                if text[start] not in _LETTERS or start < edge:
                    continue
                end = start + 1
                if text[end : end + 1] in _NOT_BEHIND:
                    continue
                start = _division(text, edge, end)
                if start < 0:
                    continue
            last = found[-1] if found else None
            if last is not None and last.end == start and last.start >= low:
                found[-1] = Place(text[last.start : end], last.start, end)
            else:
                found.append(Place(text[start:end], start, end))
            edge = end
    return found


def _division(text: str, edge: int, end: int) -> int:
    """Where a division that ends at `end` and is not listed begins, -1 where there is none."""
    for length in (5, 3, 2, 1):
        if text[end - length : end] in _DIVISIONS:
            break
    else:
        return -1
    known, _, longest = _names()
    for size in range(min(longest, end - edge), 1, -1):
        if known.get(text[end - size : end]) == 3:
            return end - size
    start = bounds.left(text, max(edge, end - length - _LONGEST), end - length)
    if start == end - length:
        # 昆明|市: the ending alone goes with the place right before
        return start if start == edge and start > 0 and text[start] != "道" else -1
    if text[start : start + 2] in _OURS:
        start += 2
    form = text[start:end]
    if not 2 <= end - start <= length + 5 or not form.isalpha() or form.isascii() or "个" in form:
        return -1
    apart = words("place_not")
    return -1 if any(form[-size:] in apart for size in (2, 3, 4)) or form in apart else start
