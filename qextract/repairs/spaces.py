"""Spaces scattered into words: 质量 提 升行动.

One space between two ideographs separates names, headline parts, cells; it stays. On a page where
most lines of prose are full of them, they separate nothing.
"""

from __future__ import annotations

from qextract.repairs.edits import Edit
from qextract.rules import Pattern

KIND = "scattered_space"
HAN = "[\u3400-\u9fff]"
PROSE = 40  # characters of a line that counts as prose
LEAST = 3  # such spaces in a line of prose that show the damage
SHARE = 0.6  # of the page's lines of prose

SCATTERED = Pattern(
    "repair.scattered",
    "Spaces between two ideographs",
    rf" ++(?<={HAN} )(?={HAN})| {{2,4}}+(?<={HAN}  )(?={HAN})",
    examples={"质量 提升": " "},
    rejects=("质量提升", "QC 小组", "2023 年"),
)


def find(text: str) -> list[Edit]:
    """Spaces to take out, on pages where they are damage."""
    lines = text.split("\n")
    prose = [line for line in lines if len(line) > PROSE and "。" in line]
    if not prose:
        return []
    hit = sum(line.strip().count(" ") >= LEAST and _count(line) >= LEAST for line in prose)
    if hit < SHARE * len(prose):
        return []
    found: list[Edit] = []
    at = 0
    for line in lines:
        if len(line) > PROSE and "。" in line:
            found += (
                Edit(at + m.start(), at + m.end(), "", KIND) for m in SCATTERED.re.finditer(line)
            )
        at += len(line) + 1
    return found


def _count(line: str) -> int:
    return sum(1 for _ in SCATTERED.re.finditer(line))
