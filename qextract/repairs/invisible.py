"""Characters that cannot be seen, or that belong to no text: zero-width, control, private use."""

from __future__ import annotations

from qextract.repairs.edits import Edit
from qextract.rules import Pattern

_CLASS = (
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc]"
)
_MARKS = r"[\u0300-\u036f\u20d0-\u20f0\u3099\u309a]"
INVISIBLE = Pattern(
    "repair.invisible",
    "Zero-width and control characters, byte order marks, soft hyphens, carriage returns, fillers",
    f"{_CLASS}{_CLASS}*+",  # the class stands in front alone, so that `re` looks for it fast
    examples={"质\u200b量": "\u200b", "\ufeff标题": "\ufeff", "一行\r\n": "\r"},
    rejects=("质量 标准", "一行\n"),
)
COMBINING = Pattern(
    "repair.combining",
    "Accents and rings strewn onto ideographs, figures and marks",
    rf"{_MARKS}(?<=[^a-zA-ZÀ-\u036f\u3040-\u30ff]{_MARKS}){_MARKS}*+",
    examples={"质\u0308量": "\u0308", "3\u20e3项": "\u20e3"},
    rejects=("zhi\u0300", "Cafe\u0301", "か\u3099"),
)
PRIVATE = Pattern(
    "repair.private",
    "Private use characters: bullets and icons of fonts that the text does not bring along",
    r"[\ue000-\uf8ff][\ue000-\uf8ff]*+",
    examples={"质\ue004量": "\ue004", "\uf0b7\uf0b7一是": "\uf0b7\uf0b7"},
    rejects=("质量", "\ufeff"),
)
# Beyond the basic plane, where a class makes `re` slow: hence branches, and a look for such
# characters first.
EMOJI = Pattern(
    "repair.emoji",
    "Picture characters, which some copied pages have strewn in, with what joins them",
    "(?>(?:[\U0001f000-\U0001faff\U000e0020-\U000e007f\U000e0100-\U000e01ef\U000f0000-\U0010ffff]"
    "|[\u2640\u2642\u27a1](?=[\ufe0f\u200d]))+)",
    examples={"数据\U0001f37b,目前": "\U0001f37b", "葛\U000e0100城": "\U000e0100"},
    rejects=("★数据", "①一是", "𬭊矿"),
)
BREAKS = frozenset("\r\x0b\x0c\x85")  # line and page breaks of other systems
INDENT = "\ue5e5"  # the full-width space of old GBK fonts, in private use in GB 18030


def find(text: str) -> list[Edit]:
    """Invisible characters and pictures to take out."""
    found: list[Edit] = []
    for match in INVISIBLE.re.finditer(text):
        before, (start, end) = match.group(), match.span()
        after = ""
        if text[end : end + 1] != "\n" and not BREAKS.isdisjoint(before):
            # a page break stands beside a line break, a bare carriage return was one once
            after = "\n" if "\r" in before or text[start - 1 : start] != "\n" else ""
        found.append(Edit(start, end, after, "invisible"))
    if not _basic(text):
        found += (Edit(*match.span(), "", "emoji") for match in EMOJI.re.finditer(text))
        found.sort()
    marks = [Edit(*match.span(), "", "combining") for match in COMBINING.re.finditer(text)]
    if marks:
        taken = {edit.start for edit in found}  # a mark that joins a picture belongs to it
        found = sorted([*found, *(edit for edit in marks if edit.start not in taken)])
    return found


def find_private(text: str) -> list[Edit]:
    """Private use characters to take out; a byte shift leaves some, so it has to be mended first."""
    found: list[Edit] = []
    for match in PRIVATE.re.finditer(text):
        before, start = match.group(), match.start()
        at_line_start = start == 0 or text[start - 1] == "\n"
        indents = at_line_start and before == INDENT * len(before)
        found.append(Edit(start, match.end(), " " * len(before) if indents else "", "private_use"))
    return found


def _basic(text: str) -> bool:
    return len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
