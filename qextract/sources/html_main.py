"""Main content as trafilatura sees it, read back onto the blocks of the page.

Its text itself is not used: it leaves out short paragraphs and headlines, and runs lines together.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qextract.sources.html_tree import Tree

if TYPE_CHECKING:
    from configparser import ConfigParser

MISSING = (
    "main content was told from menus by simple means: trafilatura is not installed"
    " (pip install 'qextract[html]')"
)
_LARGEST = 1_500_000
_LONG_ENOUGH = 6
"""Characters of a block below which finding it says nothing."""
_EFFORT = 100_000_000
"""Blocks times characters to search them in."""


def matched(text: str, tree: Tree) -> tuple[list[int], tuple[str, ...]]:
    """(indices of the blocks that are main content, warnings); none where it cannot be said."""
    if not tree.whole or not tree.blocks or len(text) > _LARGEST:
        return [], ()
    try:
        from trafilatura import extract
    except ImportError:
        return [], (MISSING,)
    try:
        found = extract(
            text,
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
        if len(bare) < _LONG_ENOUGH:
            continue
        # in the order of the page, as far as it keeps to that
        start = whole.find(bare, at)
        if start >= 0:
            at = start + len(bare)
        elif bare not in whole:
            continue
        indices.append(i)
    return indices, ()


@cache
def _settings() -> ConfigParser:
    """Made for Chinese, which says in 80 characters what takes 250 in English."""
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "80")
    return config


def _bare(text: str) -> str:
    return "".join(text.split())
