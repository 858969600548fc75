"""What stands in front of every line: `>` of a quoted mail, the numbers of a listing."""

from __future__ import annotations

from itertools import pairwise

from qextract.repairs.edits import Edit
from qextract.rules import Pattern

KIND = "line_prefix"
LEAST = 4  # lines that are quoted
SHARE = 0.8  # of the lines that say anything
NUMBERED = 8  # lines of a listing

QUOTED = Pattern(
    "repair.quoted_line",
    "The marks in front of a quoted line",
    r"(?m)^(?>(?:>[ \t]?){1,5})",
    examples={"> 质量大会": "> ", ">> 质量": ">> "},
    rejects=("首页 > 正文", "<p>"),
)
NUMBER = Pattern(
    "repair.numbered_line",
    "The number of a line",
    r"(?m)^[ \t]{0,5}+(?P<number>[0-9]{1,5}+)(?:[ \t]{0,2}[|:\t]|[ ]{1,4}|$)",
    examples={"12 质量大会": "12 ", "  3| 质量": "  3|"},
    rejects=("12家企业", "1、质量"),
)


def find(text: str) -> list[Edit]:
    """Prefixes to take out, where (nearly) every line has one."""
    marked = text.startswith(">") or text.count("\n>") >= LEAST
    numbered = text[:6].lstrip()[:1].isdecimal()
    if not (marked or numbered):
        return []
    said = sum(1 for line in text.split("\n") if line.strip())
    if marked:
        matches = list(QUOTED.re.finditer(text))
        if len(matches) >= max(LEAST, SHARE * said):
            return [Edit(*match.span(), "", KIND) for match in matches]
    if numbered:
        matches = list(NUMBER.re.finditer(text))
        numbers = [int(match["number"]) for match in matches]
        in_a_row = all(b == a + 1 for a, b in pairwise(numbers))
        if len(numbers) >= max(NUMBERED, said) and in_a_row and numbers[0] <= 1:
            return [Edit(*match.span(), "", KIND) for match in matches]
    return []
