"""What a page says of its article where no reader sees it: meta elements and JSON-LD."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from qextract.sources.html_tree import Tree


class Meta(NamedTuple):
    """Empty where the page does not say. titles: every title it gives, the best first."""

    titles: tuple[str, ...]
    published: str
    source: str
    author: str
    editor: str
    site: str
    body: str


_KEYS = {
    "title": ("articletitle", "og:title", "twitter:title", "headline"),
    "published": (
        "pubdate",
        "article:published_time",
        "datepublished",
        "publishdate",
        "og:published_time",
        "article:create_at",
        "og:release_date",
        "weibo:article:create_at",
    ),
    "source": ("contentsource", "article:source", "source"),
    "author": ("author", "article:author", "og:article:author"),
    "editor": ("contenteditor", "editor", "article:editor"),
    "site": ("og:site_name", "sitename"),
}
_ARTICLES = frozenset(
    ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting")
)
_MAX_LINKED = 1_000_000
_LONGEST = 200
_STAMP = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?"
)
_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,6}(?:[、,，;；/ ]+[\u4e00-\u9fff·]{2,6}){0,5}$")
_NO_NAME = re.compile(
    r"(?:[网報报社台臺局府院会會部室]|新聞|新闻|在线|中心|記者|记者|編輯|编辑|管理员|佚名)$"
)
_POSTED = re.compile(r"\bcreateTime\s*=\s*['\"]([\d: /-]{8,20})['\"]")
_HOME = dt.timezone(dt.timedelta(hours=8))


def read_meta(tree: Tree) -> Meta:
    """What the page's meta elements say, else its JSON-LD."""
    given: dict[str, str] = {}
    for attributes in tree.metas:
        key = (
            attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
        )
        value = _line(attributes.get("content", ""))
        if key and value:
            given.setdefault(key.strip().lower(), value)
    found = {
        field: next((given[key] for key in keys if key in given), "")
        for field, keys in _KEYS.items()
    }
    linked = _linked(tree.scripts)
    titles = [given.get(key, "") for key in _KEYS["title"]]
    titles.append(_line(_text(linked.get("headline"))))
    titles.append(tree.title)
    author = found["author"] or _line(_text(linked.get("author")))
    editor = found["editor"]
    return Meta(
        tuple(dict.fromkeys(title for title in titles if title)),
        _stamp(found["published"] or _text(linked.get("datePublished")) or _posted(tree.scripts)),
        found["source"],
        author if _is_name(author) else "",
        editor if _is_name(editor) else "",
        found["site"] or _line(_text(linked.get("publisher"))),
        _text(linked.get("articleBody")),
    )


def _line(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else ""


def _is_name(text: str) -> bool:
    return _NAMES.match(text) is not None and _NO_NAME.search(text) is None


def _stamp(text: str) -> str:
    """Day and time as a page would show them: 2024-03-01 10:00, by the clock of Beijing."""
    m = _STAMP.search(text)
    if m is None:
        return ""
    year, month, day, hour, minute, second = (int(x) if x else 0 for x in m.groups()[:6])
    try:
        when = dt.datetime(year, month, day, hour, minute, second)
        if m[7]:
            zone = "+00:00" if m[7] == "Z" else m[7]
            when = dt.datetime.fromisoformat(f"{when.isoformat()}{zone}").astimezone(_HOME)
    except (ValueError, OverflowError):
        return ""
    if m[4] is None:
        return f"{when:%Y-%m-%d}"
    return f"{when:%Y-%m-%d %H:%M:%S}" if m[6] else f"{when:%Y-%m-%d %H:%M}"


def _linked(scripts: list[str]) -> dict[str, Any]:
    """The first article among a page's linked data."""
    for script in scripts:
        if len(script) > _MAX_LINKED:
            continue
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for each in _objects(data):
            kind = each.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(x, str) and x in _ARTICLES for x in kinds):
                return each
    return {}


def _posted(scripts: list[str]) -> str:
    """When a public account posted: its page fills that in by a script."""
    return next((m[1] for script in scripts if (m := _POSTED.search(script))), "")


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    for _ in range(1000):
        if not waiting:
            return
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            yield each
            waiting += [x for key in ("@graph", "mainEntity") if (x := each.get(key))]


def _text(value: Any) -> str:
    """A string, or the name of a thing; those of a list with 、 between."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        name = value.get("name")
        return name.strip() if isinstance(name, str) else ""
    if isinstance(value, list):
        return "、".join(
            x for each in value[:6] if not isinstance(each, list) and (x := _text(each))
        )
    return ""
