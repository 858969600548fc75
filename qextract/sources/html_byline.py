"""The headline of a page and the lines that say when, where and by whom it was published."""

from __future__ import annotations

import re

from qextract.sources.html_content import Content, is_linked, is_prose
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
    r"(?:作者|记者|記者|撰文|撰稿|文字|供稿|通讯员|通訊員|Author|By) ?[:：丨|/]?|文 ?[/／:：]"
)
EDITED = re.compile(r"(?:责任编辑|責任編輯|责编|責編|编辑|編輯|Editor) ?[:：丨|/]?")
_LABELLED = re.compile(
    r"[(（\[【〔]?(?:文章|信息|稿件|本文|新闻|新聞)?(?:来源|來源|稿源|转自|轉自|出处|出處|作者|记者|記者|通讯员|通訊員|撰文|撰稿|供稿|供图|摄影|攝影|摄像"
    r"|编辑|編輯|责任编辑|責任編輯|责编|責編|校对|校對|审核|審核|审签|监制|監製|主编|主編|初审|复审|终审|一审|二审|三审|值班|责校|原标题|原標題"
    r"|发布时间|發布時間|发布日期|發布日期|发表时间|更新时间|更新時間|发布|發布|时间|時間|日期|发文机关|发布机构|成文日期|文号|发文字号|索引号|索 引 号)[^。]{0,80}$"
)
_COLON = re.compile(r"[:：丨|/／ 　]")
_NAMED = re.compile(
    r"(?<![a-z])(?:info|source|laiyuan|ly|from|author|zuozhe|editor|bianji|time|date|pubtime|pub[-_]?date|publish[-_]?time"
    r"|byline|meta|artinfo|subtitle|sub[-_]?title|pretitle|intro[-_]?title|founder-(?:introtitle|subtitle|author)|yinti|futi|dateline)"
)
_TITLED = re.compile(
    r"(?<![a-z])(?:title|tit|headline|bt|biaoti|activity-name|founder-title|subject)(?![a-z])"
)
_CRUMB = re.compile(r"位置|首[页頁] ?[>»›/－-]|[>»›]")
_LEGAL = re.compile(r"版[权權]所有|Copyright|©|主办单位|主办[:：]")
_SITE_LIKE = re.compile(
    r"(?:网|網|报|報|社|台|臺|在线|在線|新闻|新聞|门户|网站|網站|官网|客户端|频道)$"
)
_SEPARATOR = re.compile(r"\s*(?:[_|丨｜]|\s[-–—]\s|--|——?)\s*|-(?=[^-]{2,20}$)")
_SECTIONS = re.compile(
    r"(?:网|網|报|報|社|台|臺|在线|在線|新闻|新聞|频道|頻道|中心|门户|网站|網站|官网|要闻|动态|资讯|時政|时政|社会|社會|财经|財經|国内|國內|首页|政府|局|厅|委员会)$"
)
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
    for i in range(min(limit, len(blocks))):
        score = _score(tree, i, titles, meta)
        if score <= 0:
            continue
        if content.furniture[i]:
            score -= 3
        if score >= best_score:
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


def without_site(title: str) -> tuple[str, str]:
    """(the title without the sections and the site behind it, that site or nothing)."""
    site = ""
    for _ in range(4):
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            break
        cut = cuts[-1]
        tail = title[cut.end() :].strip()
        strong = "_" in cut[0] or "|" in cut[0] or _SECTIONS.search(tail)
        if len(tail) > 24 or cut.start() < 4 or not strong:
            break
        site = site or (tail if _SITE_LIKE.search(tail) else "")
        title = title[: cut.start()].strip()
    return title, site


def lines(tree: Tree, content: Content, meta: Meta) -> list[str]:
    """The lines of the article: headline, byline, text, and who edited it."""
    blocks, outside = tree.blocks, content.furniture
    head = headline(tree, content, meta) if tree.whole else None
    inside = set(content.text)
    if not content.text or not tree.whole:
        return _only_text(tree, content, meta)
    first = content.text[0]
    last = content.text[-1]
    start = head if head is not None else first
    above = [
        i
        for i in range(max(0, min(start, first) - _BEFORE), start)
        if i not in inside and _is_byline(tree, i, outside[i])
    ]
    between = [
        i
        for i in range(start + 1, min(first, start + 1 + _BETWEEN))
        if i not in inside
        and not outside[i]
        and len(blocks[i].text) <= _LINE
        and (not is_linked(blocks[i]) or _is_byline(tree, i, False))
    ]
    behind = [i for i in range(last + 1, min(len(blocks), last + 1 + _BEHIND)) if _closes(tree, i)]
    legal = next((i for i in range(len(blocks) - 1, last, -1) if _is_legal(tree, i)), None)
    title = blocks[head].text if head is not None else ""
    named = _bare(title)
    found = [blocks[i].spaced for i in (*above, *between)]
    text = [blocks[i] for i in content.text if i != head]
    prose = next((n for n, block in enumerate(text) if is_prose(block)), 0)
    opening = [b.spaced for b in text[:prose] if _bare(b.text) != named]
    body = [b.text for b in text[prose:]]
    found = [line for line in found if _bare(line) != named]
    ending = [blocks[i].spaced for i in behind if i != legal]
    site = ""
    if not title and meta.titles:
        title, site = without_site(meta.titles[0])
    if not site and meta.titles:
        site = without_site(meta.titles[-1])[1]
    seen = [
        *found,
        *opening,
        *(line for line in (*body[:2], *body[-4:], *ending) if len(line) <= _LINE),
    ]
    made = _made(meta, seen, site)
    result = [title, *made, *found, *opening, *body, *ending]
    if legal is not None:
        result.append(blocks[legal].text)
    return [line for line in result if line]


def _only_text(tree: Tree, content: Content, meta: Meta) -> list[str]:
    """A piece of a page, or a page whose text no reader sees but which its linked data hold."""
    if content.text or not meta.body:
        return [tree.blocks[i].text for i in content.text]
    title = without_site(meta.titles[0])[0] if meta.titles else ""
    body = [" ".join(line.split()) for line in meta.body.splitlines()]
    return [line for line in (title, *_made(meta, [], ""), *body) if line]


def _made(meta: Meta, seen: list[str], site: str) -> list[str]:
    """What only the page's meta elements say, as a line like those that pages show."""
    shown = "\n".join(seen)
    parts = []
    if meta.published and not DATED.search(shown):
        parts.append(meta.published)
    if meta.source and not SOURCED.search(shown) and meta.source not in shown:
        parts.append(f"来源:{meta.source}")
    if meta.author and meta.author not in shown and not WRITTEN.search(shown):
        parts.append(f"作者:{meta.author}")
    if meta.editor and meta.editor not in shown and not EDITED.search(shown):
        parts.append(f"编辑:{meta.editor}")
    made = [" ".join(parts)] if parts else []
    place = meta.site if _SITE_LIKE.search(meta.site) else site
    if place and not meta.source and not SOURCED.search(shown) and place not in shown:
        made.insert(0, place)
    return made


def _is_byline(tree: Tree, i: int, outside: bool) -> bool:
    block = tree.blocks[i]
    node = tree.nodes[block.node]
    if node.hidden or len(block.text) > _LINE:
        return False
    if outside:
        # the breadcrumb names site and section
        return (
            "crumb" in node.named and _CRUMB.search(block.text) is not None and len(block.text) > 8
        )
    if is_linked(block):
        return False
    return (
        DATED.search(block.text) is not None
        or SOURCED.search(block.text) is not None
        or _LABELLED.match(block.text) is not None
        or _NAMED.search(f"{node.named} {block.named}") is not None
    )


def _closes(tree: Tree, i: int) -> bool:
    """Whether a block behind the text says who made it."""
    block = tree.blocks[i]
    if tree.nodes[block.node].hidden or len(block.text) > 100:
        return False
    m = _LABELLED.match(block.text)
    return m is not None and _COLON.search(block.text) is not None


def _is_legal(tree: Tree, i: int) -> bool:
    block = tree.blocks[i]
    return (
        not tree.nodes[block.node].hidden
        and len(block.text) <= 120
        and _LEGAL.search(block.text) is not None
    )
