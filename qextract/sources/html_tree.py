"""An HTML page as a list of blocks of text, each in its place in the tree of elements.

A tokenizer of one expression, and the few rules of HTML on what closes what: linear in any input,
without recursion, and never an error. No text is changed but for what a browser changes when it
shows a page: entities, and runs of white space.
"""

from __future__ import annotations

import html
import re
from itertools import pairwise
from typing import NamedTuple


class Node(NamedTuple):
    """An element that is laid out as a box of its own: index of its parent, name, attributes."""

    parent: int
    tag: str
    attributes: dict[str, str]
    hidden: bool

    @property
    def named(self) -> str:
        """Class, id and kin, which often say what an element is for."""
        return " ".join(self.attributes.get(key, "") for key in _NAMING).lower()


_NAMING = ("id", "class", "itemprop", "role", "property", "name")


class Block(NamedTuple):
    """A line of the page as shown: the index of its node, and how many characters are links."""

    node: int
    text: str
    links: int
    named: str
    """What the inline elements inside are called: `source`, `pubtime`."""
    spaced: str
    """The text with a space wherever an inline element begins or ends."""


class Tree(NamedTuple):
    """nodes: parents before children, the first is the page. scripts: those that may tell of the article."""

    nodes: list[Node]
    blocks: list[Block]
    metas: list[dict[str, str]]
    scripts: list[str]
    title: str
    whole: bool
    """A page, not a piece of one: it has a doctype, a head, a body or a title."""


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = word_set(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
RAW = word_set("script style textarea title xmp noembed noframes iframe noscript template")
BOXES = word_set(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form founder-author founder-content founder-imgcontent founder-introtitle founder-subtitle"
    " founder-title h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main menu nav ol optgroup option p"
    " plaintext pre search section select summary table tbody td tfoot th thead tr ul button"
)
HEADINGS = word_set("h1 h2 h3 h4 h5 h6 founder-title")
DROPPED = word_set("head svg math object audio video canvas map applet select button datalist")
"""Elements whose text is none of the page's, besides `RAW`."""
_CLOSES = {
    "li": (word_set("li"), word_set("ul ol menu dir table")),
    "dt": (word_set("dt dd"), word_set("dl table")),
    "dd": (word_set("dt dd"), word_set("dl table")),
    "td": (word_set("td th"), word_set("tr table")),
    "th": (word_set("td th"), word_set("tr table")),
    "tr": (word_set("tr"), word_set("table")),
    "tbody": (word_set("tbody thead tfoot"), word_set("table")),
    "thead": (word_set("tbody thead tfoot"), word_set("table")),
    "tfoot": (word_set("tbody thead tfoot"), word_set("table")),
    "option": (word_set("option"), word_set("select")),
}
"""What an opening tag closes first, and what it does not look beyond."""
_SCOPES = word_set("td th table caption html body")
_TABLE_PARTS = word_set("td th tr tbody thead tfoot table caption body html")
_REACH = 100
"""How far up an unmatched tag is looked for: keeps hostile pages linear."""

_TOKEN = re.compile(
    r"<(?:!--(?:>|->|.*?(?:--!?>|\Z))"
    r"|(?P<close>/?)(?P<tag>[A-Za-z][^\s/>]*+)(?P<attributes>(?>(?:[^>=]++|=\s*+(?>(?:\"[^\"]*+\"|'[^']*+')?))*))(?:>|\Z)"
    r"|[!?/][^>]*+>?)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"([^\s=/>\"']++)(?>(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++)))?)", re.DOTALL
)
_TELLS = re.compile(r"class|id\b|style|hidden|itemprop|property|role|name", re.IGNORECASE).search
_SPACE = re.compile(r"[ \t\r\n\f]++")
_BREAK = re.compile(
    r"(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60])[ \t\r\f]*+\n[ \t\r\n\f]*+(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60])"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SHOWN_LATER = re.compile(r"js_content|rich_media")
"""A public account's text is invisible until its script has run."""
_RAW_END = {tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in RAW}
_EDGE, _FAINT = "\0", "\1"
"""Stand in the pieces of a line where an inline element begins or ends; the latter where it has no
name, as editors leave them in the middle of words."""
_TIGHT = re.compile(r"(?<=[:：(（\[【/])[\0\1]++|[\0\1]++(?=[:：)）\]】、，。])")
_APART = re.compile(
    r"(?<=\d:\d\d)\x01++|\x01++(?=(?:19|20)\d\d[-/年.]\d"
    r"|(?:来源|來源|稿源|时间|時間|日期|发布|發布|作者|记者|記者|编辑|編輯|责编|責編|责任编辑|責任編輯|字号|字體|字体"
    r"|浏览|瀏覽|点击|點擊|阅读|閱讀)[^:：]{0,4}[:：]|分享到|打印|【)"
)
_PLAIN = word_set("span font b strong i u small big sub sup ins del mark o:p")
_SPACED = 200
"""Longer lines are paragraphs, in which an element may begin in the middle of a word."""
_EDGES = " \t\r\n\f\v\xa0\u3000\ufeff"


class _Open(NamedTuple):
    tag: str
    node: int
    hidden: bool
    inline: bool
    named: str


class _Row:
    """The cells of a table row while it is open: where in the list of blocks each begins."""

    __slots__ = ("cells", "depth")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.cells: list[int] = []


_TITLE = 500
_ROW_CELL = 80
_ROW_LINES = 3


def read_tree(text: str) -> Tree:
    """The blocks of a page, in the order in which they stand in it."""
    reader = _Reader()
    if _EDGE in text or _FAINT in text:
        text = text.replace(_EDGE, "").replace(_FAINT, "")
    at = 0
    # behind the last > there is no tag, whatever the < there stand for
    last = text.rfind(">") + 1
    while at < last and (token := _TOKEN.search(text, at, last)) is not None:
        if token.start() > at:
            reader.data(text[at : token.start()])
        at = token.end()
        tag = token["tag"]
        if tag is None:
            reader.whole = reader.whole or token[0][:9].lower() == "<!doctype"
            continue
        tag = tag.lower()
        if token["close"]:
            reader.end(tag)
            continue
        if tag in RAW:
            end = _RAW_END[tag].search(text, at)
            begin, at = at, end.start() if end else len(text)
            reader.raw(tag, token["attributes"], text[begin:at])
        else:
            reader.start(tag, token["attributes"])
    reader.data(text[at:])
    return reader.finish()


class _Reader:
    def __init__(self) -> None:
        self.nodes = [Node(0, "html", {}, False)]
        self.blocks: list[Block] = []
        self.metas: list[dict[str, str]] = []
        self.scripts: list[str] = []
        self.title = ""
        self.whole = False
        self.stack = [_Open("html", 0, False, False, "")]
        self.pieces: list[str] = []
        self.links = 0
        self.link_depth = 0
        self.named: list[str] = []
        self.rows: list[_Row] = []
        self.pre = 0

    def data(self, text: str) -> None:
        top = self.stack[-1]
        if top.hidden or not text:
            return
        if "&" in text:
            text = html.unescape(text)
        if self.link_depth:
            self.links += len(text) - text.count(" ") - text.count("\n")
        if self.pre and "\n" in text:
            first, *rest = text.split("\n")
            self.pieces.append(first)
            for line in rest:
                self.flush()
                self.pieces.append(line)
            return
        self.pieces.append(text)

    def raw(self, tag: str, attributes: str, text: str) -> None:
        if tag == "script":
            if "ld+json" in attributes.lower() or "createTime" in text:
                self.scripts.append(text)
        elif tag == "title" and not self.title:
            self.whole = True
            self.title = _SPACE.sub(" ", html.unescape(text[:_TITLE])).strip(_EDGES)

    def start(self, tag: str, attributes: str) -> None:
        if tag == "br" or tag == "hr":
            if tag == "br" and any(x.tag in HEADINGS for x in self.stack[-4:]):
                self.pieces.append(" ")
            else:
                self.flush()
            return
        if tag == "meta":
            self.whole = True
            self.metas.append(_attributes(attributes))
            return
        if tag in VOID:
            return
        if tag in ("html", "body"):
            self.whole = True
            self.flush()
            return
        self._close_before(tag)
        inline = tag not in BOXES
        # most links name only where they lead
        found = _attributes(attributes) if attributes and (not inline or _TELLS(attributes)) else {}
        hidden = self.stack[-1].hidden or tag in DROPPED or _is_hidden(found)
        if inline:
            named = " ".join(found.get(key, "") for key in _NAMING).strip().lower()
            self.pieces.append(_FAINT if tag in _PLAIN and not named else _EDGE)
            if named:
                self.named.append(named)
            self.stack.append(_Open(tag, self.stack[-1].node, hidden, True, named))
            if tag == "a":
                self.link_depth = len(self.stack)
            return
        self.flush()
        self.nodes.append(Node(self.stack[-1].node, tag, found, hidden))
        self.stack.append(_Open(tag, len(self.nodes) - 1, hidden, False, ""))
        if tag == "tr":
            self.rows.append(_Row(len(self.stack)))
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].cells.append(len(self.blocks))
        elif tag == "pre":
            self.pre += 1

    def end(self, tag: str) -> None:
        for back in range(1, min(len(self.stack), _REACH + 1)):
            each = self.stack[-back].tag
            if each == tag:
                self._pop(len(self.stack) - back)
                return
            if each in _SCOPES and tag not in _TABLE_PARTS:
                break
        if tag == "br" or tag == "p":
            # where nothing is open these stand for a break
            self.flush()

    def _close_before(self, tag: str) -> None:
        if tag in BOXES:
            # a paragraph ends where a box begins
            for back in range(1, min(len(self.stack), _REACH + 1)):
                each = self.stack[-back]
                if each.tag == "p":
                    self._pop(len(self.stack) - back)
                    break
                if not each.inline:
                    break
        closes = _CLOSES.get(tag)
        if closes is not None:
            found, scope = closes
            for back in range(1, min(len(self.stack), _REACH + 1)):
                each_tag = self.stack[-back].tag
                if each_tag in found:
                    self._pop(len(self.stack) - back)
                    return
                if each_tag in scope:
                    return

    def _pop(self, size: int) -> None:
        """Closes the open elements down to `size` of them."""
        while len(self.stack) > size:
            top = self.stack[-1]
            if top.inline:
                self.pieces.append(_FAINT if top.tag in _PLAIN and not top.named else _EDGE)
            else:
                self.flush()
                if top.tag == "pre":
                    self.pre -= 1
                elif self.rows and self.rows[-1].depth == len(self.stack):
                    self._row(self.rows.pop())
            self.stack.pop()
        if self.link_depth > size:
            self.link_depth = 0

    def flush(self) -> None:
        """Ends the line."""
        if not self.pieces:
            self.links = 0
            return
        joined = "".join(self.pieces)
        text = joined.replace(_EDGE, "").replace(_FAINT, "")
        if "\n" in text:
            text = _BREAK.sub("", text)
        text = _SPACE.sub(" ", text).strip(_EDGES)
        if text:
            spaced = text
            if len(text) <= _SPACED and len(joined) > len(text):
                spaced = _APART.sub(" ", _TIGHT.sub("", joined).replace(_EDGE, " "))
                spaced = _SPACE.sub(" ", spaced.replace(_FAINT, "")).strip(_EDGES)
            named = " ".join(self.named) if self.named else ""
            links = min(self.links, len(text))
            self.blocks.append(Block(self.stack[-1].node, text, links, named, spaced))
        self.pieces.clear()
        self.links = 0
        self.named = [x.named for x in self.stack[-8:] if x.inline and x.named]

    def _row(self, row: _Row) -> None:
        """Makes one line of a row of short cells; a row that lays out the page stays as it is."""
        if len(row.cells) < 2:
            return
        bounds = [*row.cells, len(self.blocks)]
        cells: list[str] = []
        links = 0
        for start, end in pairwise(bounds):
            if end - start > _ROW_LINES:
                return
            lines = self.blocks[start:end]
            cell = " ".join(x.text for x in lines)
            if len(cell) > _ROW_CELL:
                return
            links += sum(x.links for x in lines)
            if cell:
                cells.append(cell)
        if len(cells) < 2:
            return
        named = " ".join(x.named for x in self.blocks[row.cells[0] :] if x.named)
        node = self.stack[-1].node
        line = "\t".join(cells)
        self.blocks[row.cells[0] :] = [Block(node, line, links, named, line)]

    def finish(self) -> Tree:
        self._pop(1)
        self.flush()
        return Tree(self.nodes, self.blocks, self.metas, self.scripts, self.title, self.whole)


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(text):
        value = m[2] or m[3] or m[4] or ""
        found.setdefault(m[1].lower(), html.unescape(value) if "&" in value else value)
    return found


def _is_hidden(attributes: dict[str, str]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if not style or _HIDDEN.search(style) is None:
        return False
    named = f"{attributes.get('id', '')} {attributes.get('class', '')}"
    return _SHOWN_LATER.search(named) is None
