"""What a scraper left of a page's source: entities, tags, comments, Markdown."""

from __future__ import annotations

from qextract.repairs.edits import Edit
from qextract.rules import Pattern

KIND = "markup"

ENTITY = Pattern(
    "repair.entity",
    "An HTML entity; without its semicolon only where it is one of the common ones",
    r"&(?:#[0-9]{1,7}+|#[xX][0-9a-fA-F]{1,6}+|[a-zA-Z]{2,8}+[0-9]{0,2}+);"
    r"|&(?:#[0-9]{2,7}+|#[xX][0-9a-fA-F]{2,6}+|nbsp|[lr][ds]quo|amp|quot|[mn]dash|hellip|middot)"
    r"(?![;=0-9a-zA-Z])",
    examples={
        "质量&nbsp;标准": "&nbsp;",
        "&#12288;据悉": "&#12288;",
        "质量&nbsp标准": "&nbsp",
        "&ldquo质量": "&ldquo",
    },
    rejects=("R&D;", "A&B公司", "?a=1&amp=2", "AT&T"),
)

_BLOCK = (
    r"p|br|div|h[1-6]|ul|ol|li|dl|dt|dd|table|tbody|thead|tr|section|article|header|footer|nav|"
    r"center|blockquote|hr|form|figure|figcaption|html|head|body|title|pre|main|aside|marquee"
)
_INLINE = (
    r"span|strong|b|i|em|u|s|a|img|font|small|big|sub|sup|label|input|button|video|audio|source|"
    r"iframe|embed|object|param|link|meta|base|svg|path|o:p|st1:[a-z]{1,20}+|ins|del|mark|wbr|abbr|"
    r"cite|code|select|option|textarea|col|colgroup|noscript|picture|nobr|tt|strike|canvas|map|area"
)
_CELL = "td|th"
_REST = r"(?=[\s/>])[^<>]{0,2000}+>"
SILENT = Pattern(
    "repair.markup_silent",
    "A script, style sheet or comment among the text",
    r"<(?:!--(?>(?>[^<>-]|-(?!->)){0,2000})-->|!(?:DOCTYPE|doctype)[^<>]{0,300}+>"
    r"|(?i:script|style)\b[^<>]{0,2000}+>(?>(?>[^<]|<(?![a-zA-Z/!])){0,50000})</(?i:script|style)>)",
    examples={
        "正文<!-- 广告位 -->": "<!-- 广告位 -->",
        "<script>var a=1<2;</script>据悉": "<script>var a=1<2;</script>",
    },
    rejects=("<!", "<script", "a<b"),
)
TAG = Pattern(
    "repair.markup_tag",
    "A tag of HTML",
    rf"</?+(?i:(?P<block>{_BLOCK})|(?P<cell>{_CELL})|(?:{_INLINE})){_REST}",
    examples={
        "据悉,</p>": "</p>",
        '<span style="color:red">': '<span style="color:red">',
        "一<br/>二": "<br/>",
        "<TD>3</TD>": "<TD>",
    },
    rejects=("a<b且c>d", "<关于印发>", "<<意见>>", "1<p值", "<broken"),
)
LINK = Pattern(
    "repair.markdown_link",
    "A link or a picture in Markdown; what it says is kept",
    r"!?+\[(?P<text>[^\[\]\n]{0,200}+)\]\((?>(?:https?|javascript|mailto)?):?+/?+/[^()\s]{1,500}+\)",
    examples={
        "[点击查看](https://www.example.com/a)": "[点击查看](https://www.example.com/a)",
        "![](//img.example.com/1.jpg)正文": "![](//img.example.com/1.jpg)",
    },
    rejects=("[2023]5号(试行)", "图[1](左)"),
)
EMPHASIS = Pattern(
    "repair.markdown_emphasis",
    "Bold in Markdown; what it says is kept",
    r"(?P<mark>\*\*|__)(?<![0-9a-zA-Z*_]..)(?=\S)(?P<text>[^*_\n]{1,200}+)(?P=mark)",
    examples={"**一、总体要求**": "**一、总体要求**", "__重点__": "__重点__"},
    rejects=("2**3", "***", "______"),
)
HEADING = Pattern(
    "repair.markdown_heading",
    "A heading of Markdown",
    r"(?m)^#{1,6}+[ \t]++(?=\S)",
    examples={"## 一、总体要求": "## "},
    rejects=("#质量月#", "C# 语言"),
)


def find(text: str) -> list[Edit]:
    """Entities to write as what they stand for; tags and Markdown to take out."""
    found: list[Edit] = []
    if "&" in text:
        found = _entities(text)
        if found:
            return found  # what they were may be a tag; the steps run again
    if "<" in text and ">" in text:
        found = _tags(text)
    if not found and ("](" in text or "**" in text or "__" in text or "# " in text):
        found = _markdown(text)
    return found


def _entities(text: str) -> list[Edit]:
    from html import unescape  # its table of names is large, and few pages have any

    found: list[Edit] = []
    for match in ENTITY.re.finditer(text):
        before = match.group()
        after = unescape(before if before[-1] == ";" else before + ";")
        if after not in (before, before + ";"):
            found.append(Edit(*match.span(), after, "entity"))
    return found


def _tags(text: str) -> list[Edit]:
    silent = [(m.start(), m.end(), "\n") for m in SILENT.re.finditer(text)]
    free = 0
    found: list[Edit] = []
    tags = (
        (m.start(), m.end(), "\n" if m["block"] else " " if m["cell"] else "")
        for m in TAG.re.finditer(text)
    )
    for start, end, after in sorted([*silent, *tags]):
        if start < free:
            continue
        free = end
        if found and found[-1].end == start:
            # neighbours are one: one line break is enough
            last = found.pop()
            start, after = last.start, max(last.after, after, key=" \n".find)
        found.append(Edit(start, end, after, KIND))
    return [_beside_breaks(text, edit) for edit in found]


def _beside_breaks(text: str, edit: Edit) -> Edit:
    """No second line break beside one that stands there."""
    if edit.after == "\n" and (
        edit.start == 0
        or text[edit.start - 1] == "\n"
        or text[edit.end : edit.end + 1] in ("", "\n")
    ):
        return edit._replace(after="")
    return edit


def _markdown(text: str) -> list[Edit]:
    """The marks alone go, so that each word keeps its place."""
    found: list[Edit] = []
    for match in (*LINK.re.finditer(text), *EMPHASIS.re.finditer(text)):
        first, last = match.span("text")
        if first < last and (match.re is LINK.re or not match["text"].isascii()):
            found += (
                Edit(match.start(), first, "", KIND),
                Edit(last, match.end(), "", KIND),
            )
        elif match.re is LINK.re:
            found.append(Edit(*match.span(), "", KIND))
    found += (Edit(*match.span(), "", KIND) for match in HEADING.re.finditer(text))
    found.sort()
    apart: list[Edit] = []
    for edit in found:
        if not apart or edit.start >= apart[-1].end:
            apart.append(edit)
    return apart
