"""Posts that are over: 免去NAME的POST职务, 免去NAME同志ORG POST; how a person found in front is made."""

from __future__ import annotations

import re

from qextract.lexical.names import is_name
from qextract.lexical.organisation_bounds import ends_body
from qextract.lexical.people_own import Part
from qextract.lexical.people_posts import positions
from qextract.mentions import Grounded, Person, Position
from qextract.rules import late

_LEVEL = frozenset("省市县区州旗镇乡国")


_HEAD = late(
    r"(?:[一二三四五六七八九十\d]+[、.])? *(?:会议|经[^,。]{2,20})?(?:研究)?,?(?:决定)?"
    r"(?P<what>任|聘|免)(?:命|任|职|去)?(?:名单)?[::]?"
)


def headed(text: str, low: int, at: int) -> str:
    """Whether a heading above the list item at `at` appoints ("任") or dismisses ("免"); "" if none."""
    line = max(low, text.rfind("\n", low, at) + 1)
    for _ in range(20):
        if line <= low:
            return ""
        above = max(low, text.rfind("\n", low, line - 1) + 1)
        said = text[above : line - 1].strip()
        match = _HEAD.fullmatch(said)
        if match is not None:
            return "免" if match["what"] == "免" else "任"
        if said and said[-1] not in ";,。":
            return ""
        line = above
    return ""


def standing(
    text: str,
    name: Grounded,
    chain: list[Part],
    start: int,
    end: int,
    former: bool,
    rule: str,
    shared: tuple[Position, ...] = (),
) -> Person:
    posted = positions(text, chain, shared, None)
    if former:
        posted = tuple(position._replace(former=True) for position in posted)
    start = min(start, name.start)
    end = max(end, name.end)
    return Person(text[start:end], start, end, name, posted, (), rule)


def removed(
    text: str, window: int, match: re.Match[str], chain: list[Part], end: int
) -> list[Person]:
    made = []
    at = window + match.start("name")
    for item in re.finditer(r"[^、和与及]+(?:和[^、和与及]$)?", match["name"]):
        form = item.group()
        if not is_name(form):
            return []
        name = Grounded(form, at + item.start(), at + item.end())
        made.append(
            standing(text, name, chain, window + match.start(), end, True, "official.dismissed")
        )
    return made


def run_in(text: str, chain: list[Part], end: int, over: bool = True) -> list[Person]:
    """免去NAME同志ORG POST、NAME ORG POST职务: each name runs into the body behind it.

    over: whether the posts are lost; 核准NAME ORG POST的任职资格 gives them.
    """
    groups: list[tuple[Grounded, list[Part]]] = []
    for part in chain:
        body = text[part.start : part.end]
        shorter = text.count(body[:2]) > text.count(body[:3])
        for length in (2, 3, 4) if shorter else (3, 2, 4):
            form, rest = body[:length], body[length:].removeprefix("同志")
            if (
                is_name(form)
                and rest
                and (rest[0] in _LEVEL or rest != body[length:] or (not over and ends_body(rest)))
            ):
                at = part.start
                groups.append((Grounded(form, at, at + length), []))
                part = part._replace(start=part.end - len(rest))
                break
        if not groups:
            return []
        groups[-1][1].append(part)
    rule = "official.dismissed" if over else "official.appointed"
    return [
        standing(text, name, parts, name.start, parts[-1].post.end, over, rule)
        for name, parts in groups
    ]
