"""Main content as trafilatura sees it, read back onto the blocks of the page.

Its text itself is not used: it leaves out short paragraphs and headlines, and runs lines together.
It is given the blocks in their elements instead of the page, which is then parsed only once.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from qextract.sources.html_tree import Tree

if TYPE_CHECKING:
    from configparser import ConfigParser

MISSING = (
    "main content was told from menus by simple means: trafilatura is not installed"
    " (pip install 'qextract[html]')"
)
_MOST = 20_000
"""Blocks; the usual page has a hundred."""
_LONG_ENOUGH = 6
"""Characters of a block below which finding it says nothing."""
_EFFORT = 100_000_000
"""Blocks times characters to search them in."""
_LINES = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dd", "dt", "td", "th", "figcaption")
)


def matched(tree: Tree, outside: list[bool]) -> tuple[list[int], tuple[str, ...]]:
    """(indices of the blocks that are main content, warnings); none where it cannot be said.

    outside: whether a block is known to be no part of an article.
    """
    if not tree.whole or not tree.blocks or len(tree.blocks) > _MOST:
        return [], ()
    try:
        from trafilatura import extract
    except ImportError:
        return [], (MISSING,)
    try:
        found = extract(
            _page(tree, outside),
            include_comments=False,
            favor_precision=True,
            config=_settings(),
            deduplicate=False,
        )
    except Exception:  # whatever a hostile page does to it, our own reading stands
        return [], ()
    whole = _bare(found or "")
    if len(whole) * len(tree.blocks) > _EFFORT:
        return [], ()
    indices = []
    at = 0
    for i, block in enumerate(tree.blocks):
        bare = _bare(block.text)
        if outside[i] or len(bare) < _LONG_ENOUGH:
            continue
        # in the order of the page, as far as it keeps to that
        start = whole.find(bare, at)
        if start >= 0:
            at = start + len(bare)
        elif bare not in whole:
            continue
        indices.append(i)
    return indices, ()


def _page(tree: Tree, outside: list[bool]) -> Any:
    """The page without its furniture, as an element of lxml."""
    from lxml.etree import SubElement
    from lxml.html import Element

    page = Element("html")
    made: dict[int, Any] = {0: SubElement(page, "body")}
    for i, block in enumerate(tree.blocks):
        if outside[i]:
            continue
        path = []
        n = block.node
        while n not in made:
            path.append(n)
            n = tree.nodes[n].parent
        for n in reversed(path):
            node = tree.nodes[n]
            element = SubElement(made[node.parent], node.tag if node.tag.isalnum() else "div")
            for key in ("id", "class", "itemprop", "role"):
                if key in node.attributes:
                    element.set(key, _clean(node.attributes[key]))
            made[n] = element
        element = made[block.node]
        if element.tag not in _LINES or element.text or len(element):
            element = SubElement(element, "td" if element.tag == "tr" else "p")
        if block.links * 2 > len(block.text):
            element = SubElement(element, "a", href="#")
        element.text = _clean(block.text)
    return page


def _clean(text: str) -> str:
    """Without what XML cannot hold, which is all that lxml takes."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c >= " " and not "\ud800" <= c <= "\udfff" and c < "\ufffe")


@cache
def _settings() -> ConfigParser:
    """Made for Chinese, which says in 80 characters what takes 250 in English."""
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "80")
    return config


def _bare(text: str) -> str:
    return "".join(text.split())
