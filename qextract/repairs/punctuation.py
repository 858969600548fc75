"""Doubled and stray punctuation of content farms: `,,` and `,。`."""

from __future__ import annotations

from qextract.repairs.edits import Edit
from qextract.rules import Pattern

DOUBLED = Pattern(
    "repair.doubled",
    "Commas doubled, or stray in front of another mark",
    r",[,、。;]++|、[,、。]++|。[,。]++",
    examples={"质量,,标准": ",,", "指出,。": ",。", "省,、市": ",、"},
    rejects=("质量,标准。", "1,079间"),
)
STRONG = "。;、,"


def find(text: str) -> list[Edit]:
    """Runs of marks to be written as the strongest of them."""
    if ",," not in text and not any(
        pair in text for pair in (",、", ",。", "、、", "。。", ",;", "、,", "、。", "。,")
    ):
        return []
    return [
        Edit(
            *match.span(),
            next(mark for mark in STRONG if mark in match.group()),
            "doubled_punctuation",
        )
        for match in DOUBLED.re.finditer(text)
    ]
