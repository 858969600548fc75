"""What of a page is head, body and tail."""

from __future__ import annotations

from typing import NamedTuple

from qextract.layout.headline import Headline, leads_up
from qextract.layout.lines import Kind, Line
from qextract.layout.names import lone_names
from qextract.layout.outlet import is_outlet
from qextract.layout.patterns import DATED, DELIVERED, SITE_NAME, STAMP
from qextract.lexicon import words
from qextract.rules import late


class Parts(NamedTuple):
    """The lines of a page: around the headline, the text, and what is left out of or behind it."""

    head: list[Line]
    body: list[Line]
    tail: list[Line]


_HEADY = frozenset(
    {Kind.META, Kind.MASTHEAD, Kind.PATH, Kind.MENU, Kind.TOOL, Kind.CREDIT, Kind.EDITOR, Kind.RULE}
)
_AFTER_META = frozenset({Kind.META, Kind.TOOL, Kind.CREDIT, Kind.EDITOR, Kind.RULE, Kind.PATH})
_ENDS = frozenset({Kind.RELATED, Kind.PAGER, Kind.LEGAL, Kind.SPONSOR, Kind.CONTACT, Kind.EDITOR})
_STOPS = frozenset({Kind.LEGAL, Kind.RELATED, Kind.PAGER})
_READABLE = frozenset({Kind.META, Kind.SHORT, Kind.HEADING, Kind.CREDIT, Kind.SUBHEAD})
_LEFT_OUT = frozenset({Kind.TOOL, Kind.CAPTION, Kind.CREDIT, Kind.RULE, Kind.PATH})
_SIGNATURE = late(
    r"^(?:[(《][^()《》。,]{2,20}[)》]|\(?据《[^《》]{2,12}》\)?|\(?完\)?|\(?全文完\)?)$"
)


def divide(lines: list[Line], title: Headline | None) -> Parts:
    """Head, body and tail of a page whose headline is known."""
    if len(lines) == 1 and title is None:
        return Parts([], lines, [])
    first = title.line + 1 if title else 0
    begin = _after_head(lines, first)
    if title is None:
        # occasion and speaker of a speech whose headline is lost
        given = (i for i, x in enumerate(lines[:begin]) if DELIVERED.re.match(x.text))
        begin = next(given, begin)
    head = lines[: first - 1] if title else []
    # paragraphs above all of the page
    body = [line for line in head if line.kind == Kind.PROSE and "。" in line.text]
    head = [line for line in head if line not in body] if body else head
    if title and head and (leads_up(head[-1], lines[title.line]) or head[-1].kind == Kind.SUBHEAD):
        body.append(head.pop())
    for line in lines[first:begin]:
        value = bool(head) and _awaits_value(head[-1])
        if title and not value and _goes_with_headline(line, title):
            body.append(line)
        elif line.kind == Kind.SHORT and _is_author(line.text):
            head.append(line._replace(kind=Kind.CREDIT))
        else:
            head.append(line)
    headed = len(body)
    tail: list[Line] = []
    ahead = _Ahead(lines)
    prose = 0
    at = begin
    while at < len(lines):
        line = lines[at]
        if line.kind in _ENDS and not ahead.goes_on(at, prose):
            break
        if title and not prose and line.kind == Kind.SHORT and _is_author(line.text):
            head.append(line._replace(kind=Kind.CREDIT))
        elif title and not prose and line.kind == Kind.SHORT and is_outlet(line.text):
            head.append(line)
        elif (
            line.kind in _ENDS
            or line.kind in _LEFT_OUT
            or _is_meta_in_body(line)
            or (not prose and line.kind == Kind.SPAM)
            or (title and not prose and (line.kind == Kind.MENU or _is_crumb(line.text)))
            or (title and line.text == title.grounded.value)
        ):
            tail.append(line)
        elif (
            tail
            and tail[-1].kind == Kind.TOOL
            and _COUNTER.match(line.text)
            and tail[-1].start == lines[at - 1].start
        ):
            tail.append(line._replace(kind=Kind.TOOL))
        else:
            body.append(line)
            prose += len(line.text) if line.kind == Kind.PROSE else 0
        at += 1
    if not prose:
        # a picture whose caption is all the text there is
        shown = [x for x in tail if x.kind == Kind.CAPTION and "。" in x.text]
        tail = [x for x in tail if x not in shown]
        body = sorted(body + shown)
    tail += lines[at:]
    cut = _close(body, headed)
    body, tail = body[:cut], body[cut:] + tail
    while len(body) > max(headed, 1) and (
        STAMP.re.match(body[-1].text) or _SIGNATURE.match(body[-1].text)
    ):
        tail.insert(0, body.pop())
    if title is None and not body:
        # no page, but a few lines that look like a page's
        body = [line for line in (*head, *tail) if line.kind in _READABLE]
        head = [line for line in head if line.kind not in _READABLE]
        tail = [line for line in tail if line.kind not in _READABLE]
    return Parts(head, body, tail)


def _close(body: list[Line], headed: int) -> int:
    """Where a text ends behind whose last paragraph stands 完, or but rows of links."""
    last = next((i for i in range(len(body) - 1, -1, -1) if body[i].kind == Kind.PROSE), -1)
    for i in range(last + 1, len(body)):
        if i >= max(headed, 1) and last >= 0 and (_DONE.match(body[i].text) or _is_foot(body[i])):
            return i
    return len(body)


def _is_foot(line: Line) -> bool:
    """Whether a row behind the text is a menu of the site's foot."""
    return line.kind == Kind.MENU and line.text.count("|") >= 3


_DONE = late(r"[(【\[]?(?:完|全文完|本文完|END|完毕)[)】\]]?$")


class _Ahead:
    """How much prose stands behind a line, up to the next line that ends a text for good."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        size = len(lines)
        self._prose = [0] * (size + 1)
        self._next = [size] * (size + 1)
        for at in range(size - 1, -1, -1):
            line = lines[at]
            if line.kind in _STOPS:
                self._next[at] = self._next[at + 1]
                continue
            self._next[at] = at
            own = len(line.text) if line.kind == Kind.PROSE and "。" in line.text else 0
            self._prose[at] = self._prose[at + 1] + own

    def goes_on(self, at: int, before: int) -> bool:
        """Whether the text goes on behind a line that usually ends it; `before`: its prose so far."""
        kind = self._lines[at].kind
        after = self._prose[at + 1 if kind == Kind.EDITOR else self._next[at + 1]]
        if before == 0:
            return after > 0
        if kind == Kind.LEGAL:
            return after > 4 * before
        if kind == Kind.RELATED and _is_link(self._lines[at]) and after:
            # links between two paragraphs, not the head of a list
            last = at + _LINKS
            while at < last and _is_link(self._lines[at]):
                at += 1
            heads = self._lines[at].kind in (Kind.SHORT, Kind.HEADING)
            if heads and after * 4 >= before:
                at += 1
            return self._lines[at].kind == Kind.PROSE
        if kind in (Kind.RELATED, Kind.PAGER):
            return after > 2 * before
        if kind == Kind.CONTACT:
            return after >= 30
        return after >= 60 and after * 3 >= before


# no more links than this stand between two paragraphs
_LINKS = 8


def _is_link(line: Line) -> bool:
    """Whether a line is a link with its label (相关阅读:…)."""
    return line.kind == Kind.RELATED and ":" in line.text[2:-1]


def _is_author(text: str) -> bool:
    """Whether a line near the headline is but the names of who wrote."""
    return bool(lone_names(text, 0)) and not is_outlet(text) and text not in words("sections")


def _goes_with_headline(line: Line, title: Headline) -> bool:
    """Whether a line between headline and date is a second headline."""
    text = line.text
    if line.kind == Kind.SUBHEAD:
        return _ORIGINAL.match(text) is None
    return (
        line.kind == Kind.SHORT
        and len(text) >= 8
        and text != title.grounded.value
        and not SITE_NAME.re.match(text)
    )


def _is_meta_in_body(line: Line) -> bool:
    """Whether a line of date and source inside the text is none of the text."""
    if line.kind == Kind.META:
        return _SOURCED.match(line.text) is not None or (
            DATED.re.search(line.text) is not None and len(line.text) > 16
        )
    return line.kind == Kind.SUBHEAD and _ORIGINAL.match(line.text) is not None


def _is_crumb(text: str) -> bool:
    """Whether a line between date and text is what a button or a counter left there."""
    return len(text) <= 2 or (text.isdecimal() and len(text) <= 8)


_SOURCED = late(
    r"[(\[【※·* ]{0,3}(?:本文|文章|信息|消息|稿件|内容|新闻)?(?:来源|稿源|转自|摘自|来自|出处|作者|链接|网址|发布|编辑|责编|论文链接|原文|供稿|撰稿|供图|投稿|素材|标签|Tags|资料更新|关键字|关键词|关键词语)"
)
_COUNTER = late(r"\(?[0-9]{1,5}%?\)?$")
_ORIGINAL = late(r"[(\[]?原标?题")


def _after_head(lines: list[Line], begin: int) -> int:
    """The first line of the text: behind the lines of date, source and page tools."""
    last = at = begin
    misses = 0
    dated = False
    while at < len(lines):
        kind = lines[at].kind
        given = kind != Kind.PROSE and len(lines[at].text) <= 24
        if given and at > begin and _awaits_value(lines[at - 1]):
            last = at + 1
        elif kind in (_AFTER_META if dated else _HEADY):
            last = at + 1
            misses = 0
            dated = dated or kind == Kind.META
        elif not dated and _above_date(lines[at]) and _dated_soon(lines, at):
            last = at + 1
        elif kind in (Kind.PROSE, Kind.HEADING) or kind in _ENDS or misses >= (0 if dated else 3):
            break
        else:
            misses += 1
        at += 1
    return last


def _above_date(line: Line) -> bool:
    """Whether a line may stand between headline and date: a pager, an item of the byline."""
    return line.kind == Kind.PAGER or (
        line.kind == Kind.HEADING and line.text[0] in "·•" and len(line.text) <= 14
    )


def _dated_soon(lines: list[Line], at: int) -> bool:
    """Whether a line of date and source stands right behind a pager above the text."""
    return any(
        x.kind in (Kind.META, Kind.MASTHEAD) and DATED.re.search(x.text)
        for x in lines[at + 1 : at + 4]
    )


def _awaits_value(line: Line) -> bool:
    """Whether a line is a label whose value stands on the next line."""
    return line.kind == Kind.META and line.text.endswith(":")
