"""The authors and editors of a page, from its head, its brackets and its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from qextract.layout import roles
from qextract.layout.body import Parts
from qextract.layout.lines import Kind
from qextract.layout.names import is_signature, lone_names
from qextract.layout.patterns import DAY_OF_YEAR, GRID
from qextract.mentions import Grounded
from qextract.rules import late

_CREDITED = (Kind.META, Kind.CREDIT, Kind.EDITOR)


_BEHIND_DATE = late(r"[0-9]:[0-9][0-9](?::[0-9][0-9])? ?([\u4e00-\u9fff]{2,4})$")
# 2024-01-10 | 滨江财经 | 谷清雨
_LAST = late(r"[|丨·] ?([\u4e00-\u9fff]{3})$")
# 谷清雨 滨江检察 2024-01-10: who wrote, then the account that posts
_BEFORE_ACCOUNT = late(
    rf"(?:原创 )?([\u4e00-\u9fff]{{3}}) [\u4e00-\u9fffA-Za-z0-9]{{3,16}}(?: [\u4e00-\u9fffA-Za-z0-9]{{3,16}})? {DAY_OF_YEAR}"
)


# (宣传科 谷清雨): a text's writer behind the office that writer works for
_OF_OFFICE = late(
    r"[(【][\u4e00-\u9fff]{1,12}[科处部室院系队局委办社厂站校庭组所会](?: |·|/|:)+([\u4e00-\u9fff]{2,3})[)】]$"
)


def names(text: str, parts: Parts) -> tuple[tuple[Grounded, ...], tuple[Grounded, ...]]:
    """Authors and editors, each once, in text order of their first mention."""
    found = sorted(_credits(text, parts), key=lambda c: c.name.start)
    authors = _once(c.name for c in found if c.role == "author")
    editors = _once(c.name for c in found if c.role == "editor")
    if not authors:
        lone = [x for x in parts.head if x.kind == Kind.CREDIT]
        lone += [x for label, x in pairwise(parts.head) if label.text in ("作者:", "记者:")]
        # 2024-01-10 13:41 谷雨: a name alone behind the date
        lone += [
            x._replace(start=x.start + m.start(1), text=m[1])
            for x in parts.head
            if x.kind == Kind.META
            and (
                m := _BEFORE_ACCOUNT.match(x.text)
                or _BEHIND_DATE.search(x.text)
                or _LAST.search(x.text)
            )
        ]
        authors = _once(name for x in lone for name in lone_names(x.text, x.start))
    if not authors and parts.body:
        last = parts.body[-1]
        signed = roles.SIGNED.re.search(last.text[-12:])
        if signed and is_signature(signed[1]):
            start = last.end - min(12, len(last.text)) + signed.start(1)
            authors = (Grounded(signed[1].replace(" ", ""), start, start + len(signed[1])),)
    if not authors:
        authors = _once(
            Grounded(m[1], line.start + m.start(1), line.start + m.end(1))
            for line in parts.tail
            if (m := _OF_OFFICE.match(line.text)) and is_signature(m[1])
        )
    return authors, editors


def _once(values: Iterable[Grounded]) -> tuple[Grounded, ...]:
    seen: dict[str, Grounded] = {}
    for value in values:
        seen.setdefault(value.value, value)
    return tuple(seen.values())


def _credits(text: str, parts: Parts) -> Iterator[roles.Credit]:
    for line in (*parts.head, *parts.tail):
        if line.kind in _CREDITED and "看板" not in line.text and not GRID.re.search(line.text):
            yield from roles.parse(text, line.start, line.end)
    if not parts.body:
        return
    for start, end in roles.bracketed(text, parts.body[0].start, parts.body[-1].end):
        yield from roles.parse(text, start, end)
    for line in parts.body[:3]:
        lead = roles.LEAD.re.match(line.text[:80]) if "报" in line.text[:80] else None
        if lead:
            yield from roles.parse(text, line.start, line.start + lead.end())
