"""Who made a page: names behind role words (记者 谷雨 通讯员 田野, 撰文|江源, 责任编辑:白鹭)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qextract.lexicon import alternation, table, words
from qextract.mentions import Grounded
from qextract.rules import Pattern


class Credit(NamedTuple):
    """A name with the kind of role it stands behind: author, editor or other."""

    role: str
    name: Grounded


_HAN = "\u4e00-\u9fff"
_LABEL_KINDS = ("meta", "tool", "contact", "sponsor")

# roles that a name or an outlet may touch (本报记者谷雨, 责编白鹭); the others stand apart
_TOUCHING = frozenset(
    ("记者", "通讯员", "实习生", "评论员", "编辑", "责编", "责任编辑", "摄影", "校对", "审核")
)


def _roles_source() -> str:
    roles = table("credits")
    labels = [w for w, (kind, _) in table("furniture").items() if kind in _LABEL_KINDS]
    apart = {w for w in (*roles, *labels) if len(w) > 1 and w not in _TOUCHING}
    single = "".join(w for w in roles if len(w) == 1)
    return (
        rf"{alternation(w for w in roles if w in _TOUCHING)}"
        rf"|(?<![{_HAN}]){alternation(apart)}(?=[\s:|丨/,;)】\]〕]|$)"
        rf"|(?<![{_HAN}])[{single}](?![{_HAN}])|[{single}](?=[ ]?[)】〕]|$)"
    )


ROLE = Pattern(
    "layout.role",
    "a role word of a page's credits",
    _roles_source,
    examples={"本报记者 谷雨": "记者", "责任编辑:白鹭": "责任编辑"},
    rejects=("谷雨",),
)
BRACKETED = Pattern(
    "layout.byline",
    "a byline in brackets",
    r"[(〔【\[][^()〔〕【】\[\]。,;:]{0,22}?(?:记者|通讯员|撰稿|撰文|采写|作者|供稿|实习生|编辑|责编|参与报道)[^()〔〕【】\[\]。?!]{0,80}[)〕】\]]",
    examples={
        "会议召开。(记者 谷雨 通讯员 田野)": "(记者 谷雨 通讯员 田野)",
        "〔记者江源/台北报导〕经济部": "〔记者江源/台北报导〕",
    },
    rejects=("(以下简称《办法》)", "记者 谷雨"),
)
LEAD = Pattern(
    "layout.lead",
    "a byline without brackets in front of the first sentence (讯 记者谷雨、通讯员田野报道:)",
    r"^.{0,30}?(?:记者|通讯员)[^。,()]{2,40}?(?:报道|报导)(?=[:: ,]|$)",
    examples={
        "本报嘉州三月二日讯 记者谷雨、通讯员田野报道:会议": "本报嘉州三月二日讯 记者谷雨、通讯员田野报道"
    },
    rejects=("记者获悉,会议召开",),
)
SIGNED = Pattern(
    "layout.signed",
    "a name in brackets at the end of a text",
    r"[(]([\u4e00-\u9fff] ?[\u4e00-\u9fff](?: ?[\u4e00-\u9fff])?|[\u4e00-\u9fff]{2,3}[、 ][\u4e00-\u9fff]{2,3})[)]$",
    examples={"标准保障。(谷清雨)": "(谷清雨)"},
    rejects=("会议召开。", "(省纪委监委)"),
)

_TOKEN = re.compile(
    rf"[{_HAN}]{{1,9}}(?:[·•][{_HAN}]{{1,9}}){{1,3}}|[{_HAN}]+|[A-Za-z][A-Za-z0-9.'-]*(?: [A-Z][A-Za-z.'-]+){{0,3}}"
)
_GAP = re.compile(r"[ \t:|丨｜]*")
_STOP = re.compile(r"[。,;!?]")
_OFFICE = re.compile(
    r"(?:[网报台厅]|部|局|院|委|社|处|室|科|学会|协会|中心|公司|集团|大学|学院|办|站|支队|大队|所|发布|融媒|在线)$"
)
_OUTLET_TAIL = re.compile(
    r"(?:本|我)[报刊网台社站]|[\u4e00-\u9fff]{1,8}(?:[报网台社刊]|客户端|融媒|全媒|发布|在线|新闻|卫视|记者站|中心)$"
    r"|(?:全|融)媒体?|见习|实习|首席|特约|特派|高级|资深|驻.{1,4}|本期|本版|责任|值班|执行|新媒体|网络|参与|客户端|体育|财经|视频|摄影"
)


@cache
def _role() -> re.Pattern[str]:
    return ROLE.re


def _is_name(token: str) -> bool:
    if token in words("not_bylines") or not token:
        return False
    if "\u4e00" <= token[0] <= "\u9fff":
        if "·" in token or "•" in token:
            return True
        if not 2 <= len(token) <= 4:
            return False
        return len(token) < 3 or not _OFFICE.search(token)
    return len(token) >= 2


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """What may be names in a stretch of text behind a role: start, end and value."""
    desk = _DESK.search(text, start, end)
    if desk is not None:
        end = desk.start()
    tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text, start, end)]
    at = 0
    while at < len(tokens):
        first, stop, token = tokens[at]
        at += 1
        # 谷 雨, 谷 小雨: a short name that a space pulls apart
        if len(token) == 1 and at < len(tokens) and len(tokens[at][2]) <= 2:
            if not text[stop : tokens[at][0]].strip():
                token, stop = token + tokens[at][2], tokens[at][1]
                at += 1
        elif desk is not None and stop == end and len(token) >= 4:
            # 王小明台北12日电: the place where the desk is sticks to the name
            token = token[: 3 if len(token) >= 5 else 2]
            stop = first + len(token)
        elif desk is not None and stop == end and at > 1 and desk[0][0].isdecimal():
            continue
        if len(token) > 4 and "·" not in token and token[0] >= "\u4e00":
            joint = re.search(r"(?<=..)[和与及]", token[:5])
            if joint and len(token) - joint.end() in (2, 3):
                yield first, first + joint.start(), token[: joint.start()]
                first, token = first + joint.end(), token[joint.end() :]
        yield first, stop, token


# what ends the names of a byline: /台北报导, 台北12日电, 综合报道
_DESK = re.compile(
    rf" ?/ ?[{_HAN}]{{0,6}}报[道导]|\d{{1,2}}日[{_HAN}]{{0,2}}[电讯]|(?:综合|摄影|专题|联合)?报[道导]|发自"
)


def parse(text: str, start: int, end: int) -> list[Credit]:
    """The names credited in `text[start:end]`; names in front of the first role are authors.

    Offsets are those of `text`.
    """
    kinds = table("credits")
    roles = list(_role().finditer(text, start, end))
    if not any(m[0] in kinds for m in roles):
        return []
    found: list[Credit] = []
    ends = [*(m.start() for m in roles[1:]), end]
    if roles[0].start() > start:
        found += _in_front(text, start, roles[0].start())
    for m, stop, following in zip(roles, ends, [*roles[1:], None], strict=True):
        role = kinds.get(m[0], ("other",))[0]
        halt = _STOP.search(text, m.end(), stop)
        reach = halt.start() if halt else stop
        # 记者 谷雨 摄: the name is the photographer's
        if (
            following is not None
            and following[0] in ("摄", "摄影")
            and _closes(text, following, end)
        ):
            role = "other"
        for first, last, value in _names(text, m.end(), reach):
            # 新京报记者: what touches the next role is its outlet
            if following is not None and last == stop and _OUTLET_TAIL.search(value):
                continue
            if _is_name(value):
                found.append(Credit(role, Grounded(value, first, last)))
    return found


def _in_front(text: str, start: int, end: int) -> list[Credit]:
    """Names in front of the first role, as in 谷雨 本报记者 田野."""
    if re.search(r"[:\d]", text[start:end]):
        return []
    found = [
        Credit("author", Grounded(value, first, last))
        for first, last, value in _names(text, start, end)
        if _is_name(value) and not _OUTLET_TAIL.search(value)
    ]
    return found if found and end - found[-1].name.end <= 6 else []


def _closes(text: str, role: re.Match[str], end: int) -> bool:
    return not text[role.end() : end].strip(" )】]〕")


_CREDIT_LINE = re.compile(r"[^。!?《》]{3,120}$")


def is_credit_line(text: str) -> bool:
    """Whether a line holds nothing but roles and names."""
    if not _CREDIT_LINE.match(text):
        return False
    first = _role().search(text, 0, 24)
    if first is None:
        return False
    rest = text
    found = parse(text, 0, len(text))
    if not found and not re.match(r"[(【\[]?(?:责任)?(?:编辑|责编)[ :]", text):
        return False
    pieces = []
    last = 0
    for credit in found:
        pieces.append(text[last : credit.name.start])
        last = credit.name.end
    pieces.append(rest[last:])
    left = _role().sub("", "".join(pieces))
    left = re.sub(
        r"本[报刊网台社]|全媒体|融媒体|见习|实习|首席|特约|[\s:|丨/、,;()\[\]【】〔〕□■●&和]|[A-Z]{2}\d+",
        "",
        left,
    )
    return len(left) <= 4 + (6 if text[0] in "(【[〔" else 0)


def opens_with_editor(text: str) -> bool:
    """Whether the first role of a credit line is an editor's or another non-author's."""
    m = _role().search(text)
    return m is not None and table("credits").get(m[0]) == ("editor",)


def is_signature(name: str) -> bool:
    """Whether what stands in brackets at the end of a text is the name of who wrote it."""
    parts = re.split(r"[、 ]", name)
    if all(len(p) == 1 for p in parts):
        parts = ["".join(parts)]
    return all(_is_name(p) and not _OFFICE.search(p) and not _OUTLET_TAIL.search(p) for p in parts)
