"""Characters that cannot be seen, and HTML entities that a scraper left standing."""

from __future__ import annotations

from qextract.repairs.edits import Edit
from qextract.rules import Pattern

_CLASS = (
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
INVISIBLE = Pattern(
    "repair.invisible",
    "Zero-width and control characters, byte order marks, soft hyphens, carriage returns",
    f"{_CLASS}{_CLASS}*+",  # the class stands in front alone, so that `re` looks for it fast
    examples={"质\u200b量": "\u200b", "\ufeff标题": "\ufeff", "一行\r\n": "\r"},
    rejects=("质量 标准", "一行\n"),
)
ENTITY = Pattern(
    "repair.entity",
    "An HTML entity",
    r"&(?:#[0-9]{1,7}+|#[xX][0-9a-fA-F]{1,6}+|[a-zA-Z]{2,8}+[0-9]{0,2}+);",
    examples={"质量&nbsp;标准": "&nbsp;", "&#12288;据悉": "&#12288;"},
    rejects=("R&D;", "A&B公司"),
)
# Beyond the basic plane, where a class makes `re` slow: hence branches, and a look for such
# characters first.
EMOJI = Pattern(
    "repair.emoji",
    "Picture characters, which some copied pages have strewn in, with what joins them",
    "(?:[\U0001f000-\U0001faff\U000e0020-\U000e007f]|[\u2640\u2642\u27a1](?=[\ufe0f\u200d]))++",
    examples={"数据\U0001f37b,目前": "\U0001f37b"},
    rejects=("★数据", "①一是", "𬭊矿"),
)


def find(text: str) -> list[Edit]:
    """Invisible characters to take out and entities to write as what they stand for."""
    found: list[Edit] = []
    for match in INVISIBLE.re.finditer(text):
        # a bare carriage return was a line break once
        before, end = match.group(), match.end()
        after = "\n" if "\r" in before and text[end : end + 1] != "\n" else ""
        found.append(Edit(match.start(), end, after, "invisible"))
    if not _basic(text):
        found += (Edit(*match.span(), "", "emoji") for match in EMOJI.re.finditer(text))
        found.sort()
    if "&" in text:
        from html import unescape  # its table of names is large, and few pages have any

        for match in ENTITY.re.finditer(text):
            after = unescape(match.group())
            if after != match.group():
                found.append(Edit(*match.span(), after, "entity"))
        found.sort()
    return found


def _basic(text: str) -> bool:
    return len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
