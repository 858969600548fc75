"""Main content as trafilatura sees it, read back onto the blocks of the page.

Its own text is not used: it leaves out short paragraphs and what it takes for repeated.
"""

from __future__ import annotations

from qextract.sources.html_tree import Tree

MISSING = (
    "main content was told from menus by simple means, as the extra html is not installed"
    " (pip install 'qextract[html]')"
)
_LARGEST = 1_500_000


def matched(text: str, tree: Tree) -> tuple[list[int], tuple[str, ...]]:
    """(indices of the blocks that are main content, warnings); none where it cannot be said."""
    if not tree.whole or len(text) > _LARGEST:
        return [], ()
    try:
        from trafilatura import extract
    except ImportError:
        return [], (MISSING,)
    try:
        found = extract(
            text, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
        )
    except Exception:  # whatever a hostile page does to it, our own reading stands
        return [], ()
    lines = {_bare(line) for line in (found or "").splitlines()}
    lines.discard("")
    return [i for i, block in enumerate(tree.blocks) if _bare(block.text) in lines], ()


def _bare(text: str) -> str:
    return "".join(text.split())
