"""The article of an HTML page as the lines that a plain-text page has.

Headline first, then when, where and by whom, then the text: a paragraph, an item, a row of a table
a line. `html_tree` reads the page into lines, `html_main` and `html_content` tell which are the
article, `html_byline` finds what is said of it. What the page shows is given as it stands; see
docs/sources.md for the one line that may be made from what the page says in its meta elements.
"""

from __future__ import annotations

from typing import NamedTuple

from qextract.sources import html_byline, html_content, html_main
from qextract.sources.html_decode import decode_html
from qextract.sources.html_meta import read_meta
from qextract.sources.html_tree import read_tree


class HtmlText(NamedTuple):
    """text: lines with a newline between, empty for a page without any. encoding: the codec, empty for a string."""

    text: str
    encoding: str
    warnings: tuple[str, ...]


def read_html(data: bytes | str) -> HtmlText:
    """The article of a page, or all the text of a piece of one (`<p>…</p><p>…</p>`).

    Any string gives a result. Raises `UndecodableError` for bytes that are no text.
    """
    encoding = ""
    warnings: tuple[str, ...] = ()
    if isinstance(data, bytes):
        data, encoding, warnings = decode_html(data)
    data = data.removeprefix("\ufeff").replace("\r\n", "\n")
    tree = read_tree(data)
    meta = read_meta(tree)
    outside = html_content.furniture(tree, meta.titles)
    matched, more = html_main.matched(tree, outside)
    content = html_content.find(tree, outside, matched)
    text = "\n".join(html_byline.lines(tree, content, meta))
    return HtmlText(text, encoding, (*warnings, *more))
