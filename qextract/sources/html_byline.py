"""The headline of a page and the lines that say when, where and by whom it was published."""

from __future__ import annotations

import re

from qextract.layout.headline import find
from qextract.layout.lines import Kind, kind_of, split
from qextract.layout.patterns import GRID
from qextract.repairs import repair
from qextract.sources.html_content import ANNEX, Content, is_linked, is_prose
from qextract.sources.html_meta import Meta
from qextract.sources.html_tree import Block, Tree

_YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零O九一二三四五六七八]{3}|民[国國] ?\d{2,3})"
DATED = re.compile(
    rf"{_YEAR} ?[年/.-] ?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}}) ?[月/.-] ?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})"
)
SOURCED = re.compile(
    r"(?:来源|來源|稿源|转自|轉自|出处|出處|发布机构|發布機構|Source)(?:单位|單位)? ?[:：丨|]"
)
WRITTEN = re.compile(
    r"(?:作者|记者|記者|撰文|撰稿|文字|供稿|通讯员|通訊員|Author|By) ?[:：丨|/／ ]|文 ?[/／:：]"
    # not 记者获悉
    r"|[（(【][^（）()]{0,12}(?:记者|記者)|(?:记者|記者)[^，。,]{2,6}[)）/／]"
)
EDITED = re.compile(r"(?:责任编辑|責任編輯|责编|責編|编辑|編輯|Editor) ?[:：丨|/]?")
_NAMED = re.compile(
    r"(?<![a-z])(?:info|source|laiyuan|from|author|zuozhe|editor|bianji|time|date|pubtime|pub[-_]?date|publish[-_]?time"
    r"|byline|meta|artinfo|subtitle|sub[-_]?title|pretitle|intro[-_]?title|founder-(?:introtitle|subtitle|author)|yinti|futi|dateline)"
)
_TITLED = re.compile(
    r"(?<![a-z])(?:title|tit|headline|bt|biaoti|activity-name|founder-title|subject)(?![a-z])"
)
_SITE_LIKE = re.compile(
    r"(?:网|網|报|報|社|(?<!平)[台臺]|在线|在線|新闻|新聞|新聞雲|门户|入口網|网站|網站|官网|客户端|频道|资料馆|数据库|电子版|数字版)$"
)
_SEPARATOR = re.compile(r"\s*(?:[_|丨｜]|\s[-–—]\s|--|——?)\s*|-(?=[^-]{2,20}$)")
_SECTIONS = re.compile(
    r"(?:网|網|报|報|社|台|臺|在线|在線|新闻|新聞|频道|頻道|中心|门户|网站|網站|官网|要闻|动态|资讯|時政|时政|社会|社會|财经|財經|国内|國內|首页|政府|局|厅|委员会)$"
)
_TRADITIONAL = re.compile(r"[國會來發時為們說這學實現經過開關對於業東車長門問間體產報]")
"""Characters of which no page in simplified ones is without its own form."""
_ARROW = re.compile(r"[>»›→/＞]")
_SURE = 6.0
_BEFORE = 40
_BETWEEN = 30
_BEHIND = 40
_LINE = 200


def headline(tree: Tree, content: Content, meta: Meta) -> int | None:
    """The block that is the headline, `None` where no block is."""
    blocks = tree.blocks
    limit = _first_prose(blocks, content) + 1
    titles = [_bare(title) for title in meta.titles]
    best, best_score = None, 2.5
    for i in range(content.text[-1] if content.text else 0):
        # behind a text about another article, only what the page itself calls its title
        least = best_score if i < limit else max(best_score, _SURE)
        score = _score(tree, i, titles, meta)
        if content.furniture[i]:
            score -= 3
        if score > 0 and score >= least and (i < limit or not is_linked(blocks[i])):
            best, best_score = i, score
    return best


def _first_prose(blocks: list[Block], content: Content) -> int:
    return next(
        (i for i in content.text if is_prose(blocks[i]) and "。" in blocks[i].text),
        content.text[-1] if content.text else len(blocks),
    )


def _score(tree: Tree, i: int, titles: list[str], meta: Meta) -> float:
    block = tree.blocks[i]
    node = tree.nodes[block.node]
    text = _bare(block.text)
    if node.hidden or not 2 <= len(text) <= 120:
        return 0.0
    score = {"h1": 4.0, "founder-title": 4.5, "h2": 2.0, "h3": 1.0}.get(node.tag, 0.0)
    if _TITLED.search(f"{node.named} {block.named}"):
        score += 2.5
    if len(text) >= 4:
        for title in titles:
            rest = title[len(text) :] if title.startswith(text) else None
            if rest == "" or (rest and rest[0] in "_|丨｜-–—"):
                score += 6
                break
            if len(text) >= 8 and (text in title or (len(title) >= 8 and title in text)):
                score += 4
                break
    if is_linked(block):
        score -= 3
    if text == _bare(meta.site) or (len(text) <= 10 and _SITE_LIKE.search(text)):
        score -= 4
    if "。" in text:
        score -= 3
    if DATED.search(text) and len(text) < 24:
        score -= 4
    return score


def _bare(text: str) -> str:
    return "".join(text.split())


def without_site(title: str) -> str:
    """The title without the sections and the site behind it."""
    for _ in range(4):
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            break
        cut = cuts[-1]
        tail = title[cut.end() :].strip()
        strong = "_" in cut[0] or "|" in cut[0] or _SECTIONS.search(tail)
        if len(tail) > 24 or cut.start() < 4 or not strong:
            break
        title = title[: cut.start()].strip()
    return title


def _site(titles: tuple[str, ...], headline: str) -> str:
    """The site that a page's titles name behind the headline or in front of it."""
    for title in titles:
        parts = [part.strip() for part in _SEPARATOR.split(title)]
        if len(parts) > 1 and len(title) <= _LINE:
            for part in (parts[-1], parts[0]):
                if 2 < len(part) <= 20 and part not in headline and _SITE_LIKE.search(part):
                    return part
    return ""


class _Looks:
    """What kind of line the layout stage will take a block for."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._known: dict[int, str] = {}

    def __getitem__(self, i: int) -> str:
        kind = self._known.get(i)
        if kind is None:
            line = self._tree.blocks[i].spaced
            kind = kind_of(repair(line).text.strip() or "-") if len(line) <= _LINE else Kind.PROSE
            self._known[i] = kind
        return kind


def lines(tree: Tree, content: Content, meta: Meta) -> list[str]:
    """The lines of the article: headline, byline, text, and who edited it.

    Above the headline stays what cannot be taken for one: the site's name, a breadcrumb.
    """
    if not content.text or not tree.whole:
        return _only_text(tree, content, meta)
    blocks = tree.blocks
    head = headline(tree, content, meta)
    looks = _Looks(tree)
    top, kickers, found = _around(tree, content, head, looks)
    text = [i for i in _behind_headline(blocks, content.text, head) if i not in top]
    prose = next((n for n, i in enumerate(text) if is_prose(blocks[i])), 0)
    opening = text[:prose]
    ending = _behind(tree, content, looks)
    title = ""
    if head is not None:
        title = blocks[head].text
    elif meta.titles:
        title = without_site(meta.titles[0])
    site = _site(meta.titles, title)
    byline = [*found, *opening]
    near = [*byline, *text[prose : prose + 2], *text[-4:], *ending]
    seen = [
        blocks[i].spaced for i in near if len(blocks[i].text) <= _LINE and looks[i] != Kind.LEGAL
    ]
    dated = [blocks[i].spaced for i in (*top, *byline, *ending) if looks[i] != Kind.LEGAL]
    name, made = _made(meta, dated, seen, site)
    told = [blocks[i].spaced for i in byline]
    account = next((n for n, i in enumerate(byline) if "js_name" in blocks[i].named), None)
    if account is not None and made:
        # its page has room for the day behind the account's name
        told[account], made = f"{told[account]} {made}", ""
    body = [blocks[i].text for i in text[prose:]]
    first = [*(blocks[i].spaced for i in sorted((*top, *kickers))), name, title, made, *told]
    if kickers and not _is_headline(title, [*first, *body[:2]]):
        # what else stands above the headline must not be taken for it
        seconds = [i for i in byline if looks[i] == Kind.SUBHEAD]
        told = [blocks[i].spaced for i in byline if i not in seconds]
        first = [*(blocks[i].spaced for i in top), name, title]
        first += [*(blocks[i].spaced for i in (*seconds, *kickers)), made, *told]
    return [line for line in (*first, *body, *(blocks[i].spaced for i in ending)) if line]


def _behind_headline(blocks: list[Block], text: list[int], head: int | None) -> list[int]:
    """The text without the headline, and without other texts and links in front of it."""
    if head is None:
        return text
    front = sum(len(blocks[i].text) for i in text if i < head and is_prose(blocks[i]))
    prose = sum(len(blocks[i].text) for i in text if is_prose(blocks[i]))
    keeps = front * 2 > prose
    return [
        i
        for i in text
        if i > head or (i < head and (keeps or not (is_prose(blocks[i]) or is_linked(blocks[i]))))
    ]


def _is_headline(title: str, first: list[str]) -> bool:
    """Whether the layout stage will take `title` for the headline among the first lines."""
    found = find(split(repair("\n".join(line for line in first if line)).text))
    return found is not None and _bare(found.grounded.value) == _bare(repair(title).text)


def _around(
    tree: Tree, content: Content, head: int | None, looks: _Looks
) -> tuple[list[int], list[int], list[int]]:
    """(what stays above the headline, second headlines, the byline): blocks outside the text."""
    blocks, outside = tree.blocks, content.furniture
    inside = set(content.text)
    first = content.text[0]
    start = first if head is None else head
    home = 0 if head is None else _common(tree, blocks[head].node, content.root)
    top: list[int] = []
    kickers: list[int] = []
    found: list[int] = []
    for i in range(max(0, start - _BEFORE), start):
        block = blocks[i]
        if (
            tree.nodes[block.node].hidden
            or len(block.text) > _LINE
            or (i in inside and i >= first and head is None)
        ):
            continue
        if is_linked(block) and not (_ARROW.search(block.text) and looks[i] == Kind.PATH):
            continue
        kind = looks[i]
        at_home = home > 0 and not outside[i] and _below(tree, block.node, home)
        if i in inside:
            if _stays(block, kind):
                top.append(i)
        elif kind in (Kind.PATH, Kind.MASTHEAD) or (at_home and _stays(block, kind)):
            top.append(i)
        elif outside[i]:
            continue
        elif kind in (Kind.META, Kind.CREDIT, Kind.EDITOR):
            found.append(i)
        elif kind != Kind.PROSE and (
            kind == Kind.SUBHEAD
            or at_home
            or _NAMED.search(f"{tree.nodes[block.node].named} {block.named}")
        ):
            kickers.append(i)
    for i in range(start + 1, min(first, start + 1 + _BETWEEN)):
        block = blocks[i]
        if i in inside or outside[i] or len(block.text) > _LINE:
            continue
        kind = looks[i]
        if not is_linked(block) or kind in (Kind.META, Kind.CREDIT, Kind.EDITOR):
            found.append(i)
    return top, kickers, found


def _stays(block: Block, kind: str) -> bool:
    """Whether a line above the headline may stay there, as it is none itself."""
    if kind in (Kind.PATH, Kind.MASTHEAD, Kind.MENU, Kind.TOOL, Kind.RULE):
        return True
    return kind == Kind.SHORT and (len(block.text) < 8 or _SITE_LIKE.search(block.text) is not None)


def _behind(tree: Tree, content: Content, looks: _Looks) -> list[int]:
    """The blocks behind the text that say who made it, and whose the site is."""
    blocks = tree.blocks
    last = content.text[-1]
    found = []
    for i in range(last + 1, len(blocks)):
        block = blocks[i]
        near = i <= last + _BEHIND
        if not near and i < len(blocks) - _BEHIND:
            continue
        if tree.nodes[block.node].hidden or len(block.text) > _LINE:
            continue
        if near and block.text.startswith(ANNEX) and not content.furniture[i]:
            found.append(i)
        if is_linked(block):
            continue
        kind = looks[i]
        if near and kind in (Kind.META, Kind.CREDIT, Kind.EDITOR):
            found.append(i)
        elif kind in (Kind.LEGAL, Kind.SPONSOR):
            found.append(i)
            break
    return found


def _common(tree: Tree, one: int, other: int) -> int:
    """The smallest node that holds both."""
    nodes = tree.nodes
    while one != other:
        if one > other:
            one = nodes[one].parent
        else:
            other = nodes[other].parent
    return one


def _below(tree: Tree, node: int, home: int) -> bool:
    while node > home:
        node = tree.nodes[node].parent
    return node == home


def _only_text(tree: Tree, content: Content, meta: Meta) -> list[str]:
    """A piece of a page, or a page whose text no reader sees but which its linked data hold."""
    if content.text or not meta.body:
        return [tree.blocks[i].text for i in content.text]
    title = without_site(meta.titles[0]) if meta.titles else ""
    name, made = _made(meta, [], [], "")
    body = [" ".join(line.split()) for line in meta.body.splitlines()]
    return [line for line in (name, title, made, *body) if line]


def _made(meta: Meta, dated: list[str], seen: list[str], site: str) -> tuple[str, str]:
    """What only the page's meta elements say: the site's name, and a line as pages show one.

    dated: the lines in which the page would show its day. seen: those that would name who made it.
    """
    shown = "\n".join(seen)
    traditional = _TRADITIONAL.search("".join((shown, meta.source, *meta.titles))) is not None
    parts = []
    # the table above an official document holds many days
    if meta.published and not any(DATED.search(line) for line in dated if not GRID.re.search(line)):
        parts.append(meta.published)
    if meta.source and not SOURCED.search(shown) and meta.source not in shown:
        parts.append(f"{'來源' if traditional else '来源'}:{meta.source}")
    if meta.author and meta.author not in shown and not WRITTEN.search(shown):
        parts.append(f"作者:{meta.author}")
    if meta.editor and meta.editor not in shown and not EDITED.search(shown):
        parts.append(f"{'編輯' if traditional else '编辑'}:{meta.editor}")
    place = meta.site if _SITE_LIKE.search(meta.site) else site
    if meta.source or SOURCED.search(shown) or any(place in line for line in (shown, *dated)):
        place = ""
    return place, " ".join(parts)
