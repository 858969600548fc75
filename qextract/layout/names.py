"""Names in a byline: who may be a person, and where one name ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qextract.lexicon import table, words
from qextract.mentions import Grounded
from qextract.rules import late

# 丨 is a bar
HAN = "\u4e00-\u4e27\u4e29-\u9fff"

TOKEN = late(
    rf"[{HAN}]{{1,9}}(?:[·•][{HAN}]{{1,9}}){{1,3}}|[{HAN}]+|[A-Za-z][A-Za-z0-9.'-]*(?: [A-Z][A-Za-z.'-]+){{0,3}}"
)
OFFICE = late(
    r"(?:[网报台厅庭]|部|局|院|委|社|处|室|科|学会|协会|中心|公司|集团|大学|学院|办|站|支队|大队|所|发布|融媒|在线)$"
)
OUTLET_TAIL = late(
    r"(?:本|我)[报刊网台社站]|[\u4e00-\u9fff]{1,8}(?:[报网台社刊]|客户端|融媒|全媒|发布|在线|新闻|卫视|记者站|中心)$"
    r"|(?:全|融)媒体?|见习|实习|首席|特约|特派|高级|资深|驻.{1,4}|本期|本版|责任|值班|执行|新媒体|网络|参与|客户端|体育|财经|视频|摄影"
)


def is_person(token: str) -> bool:
    """Whether a word may be a person's name by its length and letters, and is no word known."""
    if token in words("not_bylines") or not token:
        return False
    if "\u4e00" <= token[0] <= "\u9fff":
        if "·" in token or "•" in token:
            return True
        if not 2 <= len(token) <= 4:
            return False
        return len(token) < 3 or not OFFICE.search(token)
    # HX017 is a number of the desk
    return len(token) >= 2 and not _DIGITS.search(token)


_DIGITS = late(r"[0-9]")


def find(text: str, start: int, end: int, *, seams: bool = True) -> Iterator[tuple[int, int, str]]:
    """What may be names in a stretch of text behind a role: start, end and value."""
    desk = DESK.search(text, start, end)
    if desk is not None:
        end = desk.start()
    tokens = [(m.start(), m.end(), m[0]) for m in TOKEN.finditer(text, start, end)]
    at = 0
    while at < len(tokens):
        first, stop, token = tokens[at]
        at += 1
        # 谷 雨, 谷 小雨: a short name that a space pulls apart
        if len(token) == 1 and at < len(tokens) and len(tokens[at][2]) <= 2:
            if not text[stop : tokens[at][0]].strip():
                token, stop = token + tokens[at][2], tokens[at][1]
                at += 1
        elif desk is not None and stop == end and len(token) >= 4 and not _JOINT.search(token):
            # 王小明台北12日电: the place where the desk is sticks to the name
            token = token[: 3 if len(token) >= 5 else 2]
            stop = first + len(token)
        elif desk is not None and stop == end and at > 1 and desk[0][0].isdecimal():
            continue
        if len(token) > 4 and "·" not in token and token[0] >= "\u4e00":
            joint = _JOINT.search(token, 0, 5)
            if joint and len(token) - joint.end() in (2, 3):
                yield first, first + joint.start(), token[: joint.start()]
                first, token = first + joint.end(), token[joint.end() :]
        for cut in _seams(token) if seams else ():
            yield first, first + cut, token[:cut]
            first, token = first + cut, token[cut:]
        if len(token) > 2 and token[-1] == "文" and text[stop : stop + 2] in ("/图", "/摄"):
            token, stop = token[:-1], stop - 1  # 谷小雨文/图
        yield first, stop, token


def _seams(token: str) -> tuple[int, ...]:
    """Where two names meet that lost the space between them (谷雨田小野)."""
    if not 4 <= len(token) <= 6 or "·" in token:
        return ()
    surnames = table("surnames")
    if token[:2] in surnames or surnames.get(token[0]) != ("common",):
        return ()
    if OFFICE.search(token) or OUTLET_TAIL.search(token):
        return ()
    cuts = (2, 3) if len(token) < 6 else (3,)
    return next(
        ((c,) for c in cuts if len(token) - c in (2, 3) and surnames.get(token[c]) == ("common",)),
        (),
    )


_JOINT = late(r"(?<=..)[和与及](?=..)")
# what ends the names of a byline: /台北报导, 台北12日电, 综合报道
DESK = late(
    rf" ?[/∕\\] ?[{HAN}]{{0,6}}报[道导]|(?:[0-9]{{1,2}}月)?[0-9]{{1,2}}日[{HAN}]{{0,5}}(?:[电讯]|报[道导])|(?:综合|摄影|专题|联合)?报[道导]|发自"
)


def is_signature(name: str) -> bool:
    """Whether what stands in brackets at the end of a text is the name of who wrote it."""
    parts = re.split(r"[、 ]", name)
    if all(len(p) == 1 for p in parts):
        parts = ["".join(parts)]
    return all(is_person(p) and has_surname(p) and not OFFICE.search(p) for p in parts)


_SEVERAL = late(rf"[{HAN}]{{2,4}}(?:[、, ]{{1,3}}[{HAN}]{{2,4}}){{1,4}}$")
_LONE = late(rf"[{HAN}] {{0,3}}[{HAN}](?: ?[{HAN}]){{0,2}}$")


def lone_names(text: str, start: int) -> list[Grounded]:
    """The authors whose names are all that a line holds (江上舟, 谷 雨, 江上舟 谷小雨)."""
    value = text.replace(" ", "")
    if _LONE.match(text) and is_person(value) and has_surname(value):
        return [Grounded(value, start, start + len(text))]
    if not _SEVERAL.match(text):
        return []
    found = [Grounded(m[0], start + m.start(), start + m.end()) for m in TOKEN.finditer(text)]
    if all(is_person(x.value) and has_surname(x.value) for x in found):
        return found
    return []


def has_surname(name: str) -> bool:
    """Whether a name begins with a surname and is as long as such a name can be."""
    surnames = words("surnames")
    return (name[0] in surnames and len(name) < 4) or name[:2] in surnames
