"""Places as written (昆明, 安徽芜湖繁昌区, 青江县石鼓镇三岔村)."""

from __future__ import annotations

from collections.abc import Sequence

from qextract.lexical import organisation_bounds as bounds
from qextract.lexicon import alternation, table
from qextract.mentions import Place, Span
from qextract.rules import Pattern

_DIVISION = "自治区|自治州|自治县|特别行政区|省|市|县|区|州|旗|盟|镇|乡|街道|社区|村"
_NOT_BEHIND = "委|局|政府|政协|人大|人民|长|级|厅|场|民|直|内|外|面|属|情|域|管|际|容|值|价|政|医院|中心医|域"


def _source() -> str:
    return rf"(?:{alternation(table('place_names'))})|(?<=[一-鿿])(?:{_DIVISION})(?!{_NOT_BEHIND})"


PLACE = Pattern(
    "place",
    "a listed place, or the ending of a division that is not",
    _source,
    examples={"在昆明召开": "昆明", "赴青江县调研": "县"},
    rejects=("全体市民", "县长介绍"),
)


def scan(text: str, regions: Sequence[Span]) -> list[Place]:
    """Places in `regions`, in text order; parts that follow each other are one place."""
    found: list[Place] = []
    known = table("place_names")
    for low, high in regions:
        edge = low
        for match in PLACE.re.finditer(text, low, high):
            start, end = match.span()
            last = found[-1] if found else None
            if last is not None and last.end == start and last.start >= low:
                found[-1] = Place(text[last.start : end], last.start, end)
                edge = end
                continue
            if match.group() not in known:
                start = bounds.left(text, edge, start)
                start = max(start, match.start() - 6)
                if last is not None and last.end == start and last.start >= low:
                    found[-1] = Place(text[last.start : end], last.start, end)
                    edge = end
                    continue
                if end - start < 2 or not text[start:end].isalpha():
                    continue
            found.append(Place(text[start:end], start, end))
            edge = end
    return found
