"""One article in every form that it may come in: text, page or row, in every encoding."""

from __future__ import annotations

import contextlib
import html
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qextract import pipeline
from qextract.document import Source
from qextract.pipeline import extract
from qextract.sources import Failure, expand, find, read
from qextract.sources.html import read_html

ROOT = Path(__file__).parent
ARTICLES = sorted([*(ROOT / "gold" / "own").glob("*.txt"), *(ROOT.parent / "seeds").glob("*.txt")])
SOME = [path for path in ARTICLES if path.stem[:3] in ("a1", "a3", "b6", "c2", "d5", "000", "004")]
"""Among them pages in traditional characters, which Big5 can hold."""
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be")
FORMS = ("txt", "html", "jsonl")


class Parts:
    """The lines of an article: what stands above the text, the headline among it, and below it."""

    def __init__(self, text: str) -> None:
        article = pipeline.read(Source("-", text))
        to_source = article.repaired.to_source
        title, body = article.page.title, article.page.body
        start = to_source(*body[0])[0] if body else len(text)
        end = to_source(*body[-1])[1] if body else len(text)
        at = to_source(title.start, title.end)[0] if title else -1
        self.title = ""
        self.above: list[str] = []
        self.below: list[str] = []
        self.between: list[str] = []
        self.body: list[str] = []
        position = 0
        for line in text.split("\n"):
            last = position + len(line)
            if not line.strip():
                pass
            elif position <= at < last:
                self.title = line
            elif last <= start and at > last:
                self.above.append(line)
            elif last <= start:
                self.between.append(line)
            elif position < end:
                self.body.append(line)
            else:
                self.below.append(line)
            position = last + 1


def _p(lines: list[str], tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{html.escape(line)}</{tag}>" for line in lines)


MENU = "".join(
    f"<li><a href='/{n}/'>{n}</a></li>" for n in ("要闻", "时政", "社会", "财经", "文体", "视频")
)
RELATED = "".join(
    f"<li><a href='/{n}.html'>{line}</a></li>"
    for n, line in enumerate(
        (
            "云岭县部署春季造林工作",
            "三项便民措施今起推行",
            "白石镇集市重新开张",
            "读者来信：路灯亮了",
        )
    )
)


def _portal(parts: Parts) -> str:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{html.escape(parts.title.strip())}</title>
<style>.a{{}}</style><script>var t = "<p>2020年1月1日，不是正文。</p>";</script></head><body>
<div class="topbar"><a href="/">首页</a><a href="/login">登录</a></div>
<div class="nav"><ul>{MENU}</ul></div>
<div class="main clearfix"><div class="left">
{_p(parts.above, "div")}
<h1>{html.escape(parts.title)}</h1>
<div class="info">{_p(parts.between, "div")}</div>
<div class="article" id="content">
{_p(parts.body)}
</div>
<div class="ending">{_p(parts.below, "div")}</div>
<div class="share">分享到：<a>微博</a><a>微信</a></div>
<div class="related"><h3>相关阅读</h3><ul>{RELATED}</ul></div>
</div><div class="right sidebar"><h3>热门</h3><ul>{RELATED}</ul></div></div>
<div class="footer"><a href="/about">关于我们</a> | <a href="/ad">广告服务</a></div></body></html>"""


def _article(parts: Parts) -> str:
    return f"""<html lang="zh"><head><title>{html.escape(parts.title.strip())}</title></head><body>
<header><nav><ul>{MENU}</ul></nav></header><main><article>
<header>{_p(parts.above)}<h1 class="title">{html.escape(parts.title)}</h1>{_p(parts.between)}</header>
<section class="body">{_p(parts.body)}</section>{_p(parts.below)}
</article><aside><h2>推荐</h2><ul>{RELATED}</ul></aside></main>
<footer><ul>{MENU}</ul></footer></body></html>"""


def _tables(parts: Parts) -> str:
    """An old site: laid out by tables, paragraphs ended by breaks, nothing closed."""
    body = "<br><br>\n".join(html.escape(line) for line in parts.body)
    above = "<br>".join(html.escape(line) for line in parts.above)
    between = "<br>".join(html.escape(line) for line in parts.between)
    below = "<br>".join(html.escape(line) for line in parts.below)
    menu = "".join(f"<td><a href=x>{n}</a>" for n in ("首页", "要闻", "社会", "财经"))
    return f"""<HTML><HEAD><TITLE>{html.escape(parts.title.strip())}</TITLE></HEAD><BODY>
<TABLE width=100%><TR>{menu}</TABLE>
<TABLE><TR><TD width=200><A href=1>云岭县部署春季造林工作</A><BR><A href=2>三项便民措施今起推行</A><BR><A href=3>白石镇集市重新开张</A>
<TD><TABLE><TR><TD>{above}<TR><TD align=center><B><FONT size=5>{html.escape(parts.title)}</FONT></B>
<TR><TD>{between}<TR><TD><DIV>{body}</DIV><TR><TD>{below}</TABLE></TABLE>
</BODY></HTML>"""


def _account(parts: Parts) -> str:
    """A public account's page: every few characters in an element of their own, or an entity."""

    def cut(line: str) -> str:
        pieces = [line[i : i + 7] for i in range(0, len(line), 7)]
        marked = [
            html.escape(p) if i % 2 else f"<span>{html.escape(p)}</span>"
            for i, p in enumerate(pieces)
        ]
        marked[1::5] = ["".join(f"&#{ord(c)};" for c in p) for p in pieces[1::5]]
        return "<section><p>" + "".join(marked) + "</p></section>"

    def inside(lines: list[str]) -> str:
        return "".join(map(cut, lines))

    return f"""<html><head><meta charset="utf-8"><meta property="og:title" content="{html.escape(parts.title.strip())}"></head>
<body><div id="js_article"><div id="img-content">{inside(parts.above)}
<h1 class="rich_media_title" id="activity-name">
   {html.escape(parts.title)}
</h1>
<div id="meta_content">{inside(parts.between)}</div>
<div class="rich_media_content" id="js_content" style="visibility: hidden;">{inside(parts.body)}{inside(parts.below)}</div>
</div><div class="rich_media_tool"><a>阅读原文</a></div></div></body></html>"""


TEMPLATES: tuple[Callable[[Parts], str], ...] = (_portal, _article, _tables, _account)


def _records(text: str) -> list[dict[str, Any]]:
    return [
        _stripped(json.loads(r.model_dump_json()))
        for r in extract(Source("-", text, "utf-8", "0" * 64))
    ]


_LEFT_OUT = {
    "id", "doc_id", "sha256", "encoding", "span", "mentions", "grounding", "chars", "text",
    "repairs", "warnings", "body",
}  # fmt: skip


def _stripped(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in _LEFT_OUT}


@pytest.mark.parametrize(
    ("path", "template"),
    # every article in two of the frames
    [(p, TEMPLATES[(n + m) % len(TEMPLATES)]) for n, p in enumerate(ARTICLES) for m in (0, 1)],
    ids=lambda x: x.stem[:4] if isinstance(x, Path) else x.__name__[1:],
)
def test_a_page_gives_the_records_of_its_text(path: Path, template: Callable[[Parts], str]) -> None:
    text = path.read_text("utf-8")
    page = template(Parts(text))
    assert _records(read_html(page).text) == _records(text)


def _bytes(text: str, encoding: str, form: str) -> bytes:
    if form == "html":
        charset = {"big5hkscs": "big5", "gb18030": "gb2312"}.get(encoding, "utf-8")
        text = _portal(Parts(text)).replace('charset="utf-8"', f'charset="{charset}"')
    elif form == "jsonl":
        text = json.dumps({"id": "a", "text": text}, ensure_ascii=False) + "\n"
    return text.encode(encoding)


@pytest.mark.parametrize("path", SOME, ids=lambda p: p.stem[:4])
def test_an_article_gives_the_same_records_in_every_form(path: Path, tmp_path: Path) -> None:
    text = path.read_text("utf-8").removeprefix("\ufeff")
    written = 0
    for encoding in ENCODINGS:
        for form in FORMS:
            with contextlib.suppress(UnicodeEncodeError):
                data = _bytes(text, encoding, form)
                (tmp_path / f"{encoding}.{form}").write_bytes(data)
                written += 1
    found = [read(each) for each in expand(find([str(tmp_path)])) if not isinstance(each, Failure)]
    expected = _records(text)
    assert len(found) == written
    for source in found:
        assert isinstance(source, Source), source
        records = [_stripped(json.loads(r.model_dump_json())) for r in extract(source)]
        assert records == expected, source.doc_id


def test_some_articles_are_in_every_encoding() -> None:
    held = []
    for path in SOME:
        with contextlib.suppress(UnicodeEncodeError):
            path.read_text("utf-8").encode("big5hkscs")
            held.append(path.stem)
    assert len(held) >= 3
