"""Which blocks of a page are its article."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from qextract.lexicon import words
from qextract.sources.html_tree import Block, Node, Tree


class Content(NamedTuple):
    """Indices of blocks. root: the node that holds the text. text: its blocks.

    furniture: whether each block of the page is hidden or no part of an article.
    """

    root: int
    text: list[int]
    furniture: list[bool]


_TAGS = frozenset(("nav", "footer", "aside", "menu", "dialog"))
_HEADS = frozenset(("header", "head", "top", "topbar", "logo", "banner"))
"""Names that the head of a site and the head of an article share."""
_TOKEN = re.compile(r"[a-z]+[0-9]*|[A-Z]+(?![a-z])[0-9]*|[A-Z][a-z]*[0-9]*")
_MARKED = re.compile(
    r"(?<![a-z])(?:js_content|articlebody|article[-_]?(?:body|content|text|con|detail)|trs_editor|ucapcontent|ozoom|zoom"
    r"|vsb_content\w*|content[-_]?(?:main|body|text|detail|area)|main[-_]?(?:text|content)|news[-_]?(?:content|text|body|con|detail)"
    r"|detail[-_]?(?:content|text|body|con)|text[-_]?(?:content|con)|post[-_]?(?:content|body)|entry[-_]?content|story[-_]?(?:body|content)"
    r"|rm_txt_con|content|article)(?![a-z])"
)
_PROSE = re.compile(r"[。，；！？、]|[,;!?][^\d]|\. ")
_PROSE_LENGTH = 12
_MOST = 0.85
_SHARE = 0.4
_TEASERS = 2
_SMALL = 0.15
_LINKS = 2
ANNEX = "附件"
_GUARD = 0.6
_LEFT = 0.2
_FRAMED = 0.2
_WHOLES = frozenset(
    ("p", "li", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "tr", "figure")
)
"""Elements that hold a line or a few, never an article's text."""


def is_linked(block: Block) -> bool:
    """Whether a block is little but links."""
    return block.links * 10 >= len(block.text) * 7


def is_prose(block: Block) -> bool:
    """Whether a block reads like running text."""
    return (
        len(block.text) >= _PROSE_LENGTH
        and block.links * 2 < len(block.text)
        and _PROSE.search(block.text) is not None
    )


def find(tree: Tree, outside: list[bool], matched: Collection[int] = ()) -> Content:
    """The blocks of the article's text.

    outside: see `furniture`. matched: the blocks that another reader of pages found to be main
    content, none if there was none.
    """
    nodes, blocks = tree.nodes, tree.blocks
    if not tree.whole:
        shown = [i for i, block in enumerate(blocks) if not nodes[block.node].hidden]
        return Content(0, shown, outside)
    weights = [
        len(block.text) if not out and is_prose(block) else 0
        for block, out in zip(blocks, outside, strict=True)
    ]
    if any(weights[i] for i in matched):
        chosen = set(matched)
        weights = [weight if i in chosen else 0 for i, weight in enumerate(weights)]
    if not any(weights):
        weights = [
            0 if out else len(b.text) - b.links for b, out in zip(blocks, outside, strict=True)
        ]
    root = _root(tree, weights, outside)
    ends = _ends(nodes)
    inside = [
        i for i, block in enumerate(blocks) if root <= block.node < ends[root] and not outside[i]
    ]
    return Content(root, _without_lists(blocks, inside), outside)


def _ends(nodes: list[Node]) -> list[int]:
    """One past the last node below each node."""
    ends = list(range(1, len(nodes) + 1))
    for n in range(len(nodes) - 1, 0, -1):
        parent = nodes[n].parent
        ends[parent] = max(ends[parent], ends[n])
    return ends


def _sums(tree: Tree, weights: list[int]) -> list[int]:
    sums = [0] * len(tree.nodes)
    for block, weight in zip(tree.blocks, weights, strict=True):
        sums[block.node] += weight
    for n in range(len(sums) - 1, 0, -1):
        sums[tree.nodes[n].parent] += sums[n]
    return sums


def furniture(tree: Tree, titles: Collection[str]) -> list[bool]:
    """Whether each block is hidden, or stands in what its name says is no part of an article.

    titles: what the page calls itself.
    """
    nodes, blocks = tree.nodes, tree.blocks
    prose = [len(block.text) if is_prose(block) else 0 for block in blocks]
    sums = _sums(tree, prose)
    headed = [0] * len(blocks)
    plain = {_bare(title) for title in titles}
    for i, block in enumerate(blocks):
        if nodes[block.node].tag == "h1" or (len(block.text) > 5 and _bare(block.text) in plain):
            headed[i] = 1
    heads = _sums(tree, headed)
    seldom = [
        # a frame around everything may be named for what else stands in it: with-sidebar
        not (heads[n] and sums[n] > _FRAMED * sums[0]) and _is_furniture(node, sums[n], heads[n])
        for n, node in enumerate(nodes)
    ]
    hidden = [node.hidden for node in nodes]
    outside = _inherited(tree, [a or b for a, b in zip(seldom, hidden, strict=True)])
    left = sum(w for w, out in zip(prose, outside, strict=True) if not out)
    if left < _LEFT * sums[0]:
        # a page may call its text anything
        large = [each and sums[n] <= _GUARD * sums[0] for n, each in enumerate(seldom)]
        outside = _inherited(tree, [a or b for a, b in zip(large, hidden, strict=True)])
    return outside


def _inherited(tree: Tree, out: list[bool]) -> list[bool]:
    """From the nodes that are out to the blocks in and below them."""
    out = out.copy()
    out[0] = False
    within = [False] * len(out)
    for n, node in enumerate(tree.nodes):
        # the head of an article is none of the site's
        within[n] = node.tag in ("article", "main") or (n > 0 and within[node.parent])
        if n:
            out[n] = (out[n] and not (within[n] and node.tag == "header")) or out[node.parent]
    return [out[block.node] for block in tree.blocks]


def _is_furniture(node: Node, prose: int, heads: int) -> bool:
    tokens = _tokens(node)
    return (
        node.tag in _TAGS
        or not words("html_furniture").isdisjoint(tokens)
        or (node.tag == "form" and not prose and not heads)
        or ((node.tag == "header" or not _HEADS.isdisjoint(tokens)) and not heads and not prose)
    )


def _bare(text: str) -> str:
    return "".join(text.split())


def _tokens(node: Node) -> set[str]:
    named = f"{node.attributes.get('id', '')} {node.attributes.get('class', '')} {node.attributes.get('role', '')}"
    return {token.lower() for token in _TOKEN.findall(named)} if named != "  " else set()


def _root(tree: Tree, weights: list[int], outside: list[bool]) -> int:
    """The smallest node that holds nearly all of the text."""
    nodes = tree.nodes
    sums = _sums(tree, weights)
    linked = [is_linked(block) for block in tree.blocks]
    shown = [not out for out in outside]
    # texts about other articles come with links to them
    links = _sums(tree, [int(a and b) for a, b in zip(linked, shown, strict=True)])
    children: list[list[int]] = [[] for _ in nodes]
    for n in range(1, len(nodes)):
        if sums[n]:
            children[nodes[n].parent].append(n)
    root = 0
    while children[root]:
        child = max(children[root], key=lambda n: sums[n])
        if nodes[child].tag in _WHOLES or sums[child] < _SHARE * sums[root]:
            break
        beside = [n for n in children[root] if n != child]
        if sums[child] < _MOST * sums[root] and (
            not all(links[n] >= _TEASERS for n in beside)
            or sums[child] + sum(sums[n] for n in beside) < sums[root]
        ):
            break
        root = child
    # a page that says which node it is may hold other texts beside it
    marked = [
        n
        for n in range(root + 1, len(nodes))
        if sums[n] >= _SHARE * sums[root]
        and links[root] - links[n] >= _TEASERS
        and _is_marked(nodes[n])
        and _holds(nodes, root, n)
    ]
    if marked:
        root = max(marked, key=lambda n: (sums[n], n))
    # a few lines beside the node that has it all may belong to it
    sizes = [len(b.text) for b in tree.blocks]
    whole = _sums(
        tree, [s if a and not b else 0 for s, a, b in zip(sizes, shown, linked, strict=True)]
    )
    while root and not _is_marked(nodes[root]):
        parent = nodes[root].parent
        if (
            not parent
            or whole[parent] - whole[root] > _SMALL * whole[root]
            or links[parent] - links[root] >= _TEASERS
        ):
            break
        root = parent
    return root


def _holds(nodes: list[Node], root: int, n: int) -> bool:
    while n > root:
        n = nodes[n].parent
    return n == root


def _is_marked(node: Node) -> bool:
    return node.tag in ("article", "founder-content") or _MARKED.search(node.named) is not None


def _without_lists(blocks: list[Block], inside: list[int]) -> list[int]:
    """The blocks without runs of links, and without links behind the text but its annexes."""
    kept: list[int] = []
    run: list[int] = []
    for i in inside:
        if is_linked(blocks[i]) and "。" not in blocks[i].text:
            run.append(i)
            continue
        if len(run) <= _LINKS:
            kept += run
        run = []
        kept.append(i)
    return kept + [i for i in run if blocks[i].text.startswith(ANNEX)]
