"""Lines of a page, each with its kind; lines that hold more than one part are taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qextract.layout import flat, roles
from qextract.layout.kinds import Kind, furniture, is_menu_word, kind_of, tool_rest
from qextract.layout.patterns import DAY_OF_YEAR, OFFICES, SITE_NAME, STAMP
from qextract.layout.pieces import pieces
from qextract.rules import late

__all__ = ["Kind", "Line", "kind_of", "split", "tool_rest"]


class Line(NamedTuple):
    """A line without the white space around it."""

    start: int
    end: int
    text: str
    kind: str


def split(text: str) -> list[Line]:
    """The lines of a text that hold more than white space, fused ones taken apart."""
    lines: list[Line] = []
    found = [(m.start(), m[0]) for m in _LINE.finditer(text)]
    flattened = len(found) <= flat.LINES and any(
        len(raw) >= flat.LENGTH and "。" in raw for _, raw in found
    )
    told = False
    for start, raw in found:
        if not lines and (label := _DATE_FIRST.match(raw)):
            # date 2024-03-01 headline
            day = raw[: label.end()].rstrip()
            lines.append(Line(start, start + len(day), day, Kind.META))
            start, raw = start + label.end(), raw[label.end() :]
        if len(raw) <= 24:
            bare = raw.rstrip()
            lines.append(Line(start, start + len(bare), bare, kind_of(bare)))
            continue
        parts = None
        if flattened:
            parts = flat.parts(raw, _sorts(), head=not told)
            told = told or "。" in raw
        elif len(lines) < 4 and len(raw) >= 60 and raw.count(" ") > 3:
            parts = flat.head_parts(raw, _sorts())
        for a, b, menu in pieces(raw, is_menu_word) if parts is None else _whole(raw, parts):
            bare = raw[a:b].strip()
            if bare:
                first = start + raw.index(bare, a)
                kind = Kind.MENU if menu else kind_of(bare)
                lines.append(Line(first, first + len(bare), bare, kind))
    _mark_offices(lines)
    _mark_account(lines)
    _mark_visit(lines)
    _mark_posts(lines)
    return lines


def _whole(raw: str, parts: list[flat.Part]) -> Iterator[tuple[int, int, bool]]:
    """The lines of a flattened page; a breadcrumb or a text may still hold what is behind it."""
    for start, end, sort in parts:
        if sort in ("path", "text") and end - start > 24:
            for a, b, menu in pieces(raw[start:end], is_menu_word):
                yield start + a, start + b, menu
        else:
            yield start, end, sort == "menu"


@cache
def _sorts() -> flat.Sorts:
    known = furniture()
    return flat.Sorts(
        menu=lambda word: len(word) <= 6 and is_menu_word(word),
        tool=lambda word: tool_rest(word) == 0,
        opens=lambda word: known.opening(word) is not None or roles.begins_with_role(word),
        credit=lambda word: (
            "记者" in word
            or "通讯员" in word
            or any(role.kind != "label" for role in roles.roles_in(word, 0, len(word)))
        ),
        name=lambda word: SITE_NAME.re.match(word) is not None,
    )


def _mark_visit(lines: list[Line]) -> None:
    """A day with its weekday on the next line is the day of the visit, or a paper's."""
    for i, line in enumerate(lines[1:20]):
        if (
            line.text[:2] == "星期"
            and len(line.text) == 3
            and lines[i].kind == Kind.META
            and STAMP.re.match(lines[i].text)
        ):
            lines[i] = lines[i]._replace(kind=Kind.MASTHEAD)


def _mark_posts(lines: list[Line]) -> None:
    """The head of a forum's first post is the page's line of date, those of the others end it."""
    first = True
    for i, line in enumerate(lines):
        if "发表于" in line.text and len(line.text) <= 80 and _POST.search(line.text):
            lines[i] = line._replace(kind=Kind.META if first else Kind.RELATED)
            first = False


_POST = late(r"只看(?:该作者|楼主|TA)|显示全部楼层|倒序浏览|[0-9]+ ?[楼#]$")


def _mark_account(lines: list[Line]) -> None:
    """The account that a text was taken from introduces itself: its name, then what it is for."""
    for i, line in enumerate(lines[:20]):
        m = _TAKEN_FROM.match(line.text)
        if m is None:
            continue
        for at, other in enumerate(lines[i + 1 : i + 3], i + 1):
            if other.text.rstrip(" .。") == m[1] and at + 2 < len(lines):
                lines[at] = other._replace(kind=Kind.TOOL)
                if len(lines[at + 1].text) <= 60:
                    lines[at + 1] = lines[at + 1]._replace(kind=Kind.TOOL)
                return


_TAKEN_FROM = late(r"以下文章来源于 ?([^ ,]{2,24}) ?(?:,|$)")


def _mark_offices(lines: list[Line]) -> None:
    """Above the text, offices with a day below them are who published the page, and when."""
    for i in range(1, min(len(lines), 40)):
        if lines[i].kind == Kind.PROSE:
            return
        if STAMP.re.match(lines[i].text) is None or not OFFICES.re.match(lines[i - 1].text):
            continue
        at = i - 1
        while at > 0 and OFFICES.re.match(lines[at - 1].text):
            at -= 1
        if at == 0:
            continue  # no headline above them
        for j in range(at, i + 1):
            lines[j] = lines[j]._replace(kind=Kind.META)


_DATE_FIRST = late(
    rf"[Dd]ate:? {DAY_OF_YEAR}(?: [0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?)? +(?=[^ ].{{5}})"
)
_LINE = late(r"[^\s][^\n]*")
