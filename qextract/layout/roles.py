"""Who made a page: names behind role words (记者 谷雨 通讯员 田野, 撰文|江源, 责任编辑:白鹭)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from qextract.layout.names import HAN, OUTLET_TAIL, find, is_person, lone_names
from qextract.lexicon import Terms, alternation, table
from qextract.mentions import Grounded
from qextract.rules import Pattern, late


class Credit(NamedTuple):
    """A name with the kind of role it stands behind: author, editor or other."""

    role: str
    name: Grounded


_LABEL_KINDS = ("meta", "tool", "contact", "sponsor")

# roles that a name or an outlet may touch (本报记者谷雨, 责编白鹭); the others stand apart
_TOUCHING = frozenset(
    ("记者", "通讯员", "实习生", "评论员", "编辑", "责编", "责任编辑", "摄影", "校对", "审核")
)


def any_of(terms: Iterable[str]) -> str:
    """An expression for any of many words that gives up at once where none can begin."""
    found = list(terms)
    firsts = "".join(sorted({re.escape(word[0]) for word in found}))
    return f"(?=[{firsts}])(?:{alternation(found)})"


# words of every day that name a role only as labels
_LABELS = frozenset(("报道", "报导", "整理", "编制"))
_STAFF = ("记者", "编辑", "责编", "通讯员")


class Role(NamedTuple):
    """A role word or another label of a page's head; kind: author, editor, check, other or label."""

    start: int
    end: int
    word: str
    kind: str


@cache
def _kinds() -> dict[str, str]:
    kinds = {
        word: "label"
        for word, (kind, _) in table("furniture").items()
        if kind in _LABEL_KINDS and len(word) > 1
    }
    return kinds | {word: role for word, (role,) in table("credits").items()}


def is_role(word: str) -> bool:
    """Whether a word is a role word of a page's credits or another label (记者, 责任编辑, 时间)."""
    return word in _kinds()


def begins_with_role(text: str, start: int = 0) -> bool:
    """Whether a role word or another label stands at `start`."""
    return _roles().at(text, start) is not None


@cache
def _roles() -> Terms:
    return Terms(_kinds())


# 记者会, 记者站: no name begins so
_NO_NAME = tuple("会站节证团招")
_RIGHT = frozenset(" \t\n:|丨/,;)】]〕")


def roles_in(text: str, start: int, end: int) -> list[Role]:
    """The role words of a stretch of text that stand as such, not inside other words."""
    found = []
    kinds = _kinds()
    for first, last, word in _roles().finditer(text, start, end):
        if word.endswith("记者") and text[last : last + 1] in _NO_NAME:
            continue
        if word in _LABELS and text[last : last + 1] != ":":
            continue
        if word not in _TOUCHING and not word.endswith(_STAFF):
            left = first > start and "\u4e00" <= text[first - 1] <= "\u9fff"
            right = last < end and text[last] not in _RIGHT
            inner = next((w for w in _TOUCHING if word.endswith(w)), "") if left else ""
            if inner:
                first, word = last - len(inner), inner
            elif len(word) == 1 and word in "文图摄":
                # 谷雨摄)
                if right or (left and last < end and text[last] not in ")】〕"):
                    continue
            elif word == "作者" and first == start and text[last : last + 2] == ", ":
                last += 1  # 作者, 谷雨
            elif (right and not _names_author(text, first, start, word)) or (
                left and not (len(word) > 1 and text[last : last + 1] == ":")
            ):
                continue
        found.append(Role(first, last, word, kinds[word]))
    return found


def _names_author(text: str, first: int, start: int, word: str) -> bool:
    """Whether a name touches 作者 behind a mark: 来源于滨江应急 ,作者谷清雨."""
    return word == "作者" and first > start and text[first - 1] in ", "


CREDITED = Pattern(
    "layout.credited",
    "a role that a byline inside the text is about",
    r"记者|通讯员|撰稿|撰文|采写|作者:|供稿|实习生|编辑|责编|参与报道",
    examples={"会议召开。(记者 谷雨 通讯员 田野)": "记者"},
    rejects=("会议召开。",),
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

# 谷雨/青湖报导, 谷雨 综合报道
_BY_DESK = late(
    r"([\u4e00-\u9fff]{2,4}(?:[、 ][\u4e00-\u9fff]{2,4}){0,3}) ?[/∕ ] ?[\u4e00-\u9fff]{0,6}报[道导]$"
)
_STOP = late(
    r"[。,;!?《]|(?<=[ \u4e00-\u9fff])[发刊][于布表载](?= ?[0-9])|(?:19|20)[0-9][0-9][年./-]|(?<= )[\u4e00-\u9fff]{2,6}(?= ?:)"
)
# …雨/台北报导, …雨台北12日电
_PLACED = late(
    rf"[/∕\\] ?[{HAN}]{{0,6}}报[道导]|[0-9]{{1,2}}日[{HAN}]{{0,5}}(?:[电讯]|报[道导])[)】〕\]]?$"
)


def parse(text: str, start: int, end: int) -> list[Credit]:
    """The names credited in `text[start:end]`; names in front of the first role are authors.

    Offsets are those of `text`.
    """
    roles = roles_in(text, start, end)
    if all(role.kind == "label" for role in roles):
        desk = _BY_DESK.match(text[start:end]) if end - start <= 40 else None
        return [Credit("author", name) for name in lone_names(desk[1], start)] if desk else []
    return _parse(text, start, end, roles)


def _parse(text: str, start: int, end: int, roles: list[Role]) -> list[Credit]:
    found: list[Credit] = []
    if roles[0].start > start:
        found += _in_front(text, start, roles[0])
    for role, following in zip(roles, [*roles[1:], None], strict=True):
        stop = following.start if following else end
        if role.kind == "label" or role.end == stop:
            continue
        halt = _STOP.search(text, role.end, stop)
        reach = halt.start() if halt else stop
        kind = "other" if role.kind == "check" else role.kind
        before = len(found)
        if _is_behind(text, role):
            # 谷雨/文 田野/图
            if following is None or not _is_behind(text, following):
                continue
            kind = "other" if following.kind == "check" else following.kind
        # 记者 谷雨 摄: the name is the photographer's
        if following and following.word in ("摄", "摄影") and _closes(text, following, end):
            kind = "other"
        for first, last, value in find(text, role.end, reach):
            # 新京报记者: what touches the next role is its outlet
            if following and last == stop and OUTLET_TAIL.search(value):
                continue
            # 滨记者 谷雨 滨编辑 田野: short for the outlet
            if (
                following
                and last == stop
                and following.word.endswith(_STAFF)
                and (len(found) > before or following.word.endswith("者"))
            ):
                continue
            if is_person(value):
                found.append(Credit(kind, Grounded(value, first, last)))
    return found


def _is_behind(text: str, role: Role) -> bool:
    """Whether a role stands behind the name it is of (谷雨/文)."""
    return role.word in _BEHIND and role.start > 0 and text[role.start - 1] == "/"


_BEHIND = ("文", "图", "摄", "摄影", "文图", "视频", "制图")


def _in_front(text: str, start: int, role: Role) -> list[Credit]:
    """Names in front of the first role, as in 谷雨 本报记者 田野."""
    end = role.start
    if re.search(r"[:0-9]", text[start:end]):
        return []
    found = [
        Credit("author", Grounded(value, first, last))
        for first, last, value in find(text, start, end, seams=False)
        if is_person(value)
        and not OUTLET_TAIL.search(value)
        # 滨江记者谷雨: what touches the role is whom the journalist works for
        and not (last == end and role.word.endswith("记者") and role.word[0] != "本")
    ]
    return found if found and end - found[-1].name.end <= 6 else []


def _closes(text: str, role: Role, end: int) -> bool:
    return not text[role.end : end].strip(" )】]〕")


_PARTED = late(r"[:|丨/∕ (【〔\[]")
_NUMBER = late(r"[0-9]")
_NO_CREDIT = late(r"[。!?《》“”]")
_LEADING = late(r"[(〔【\[□■● ]*")


def credit_kind(text: str) -> str | None:
    """Whose line a line of nothing but roles and names is: `editor` or `credit`, else `None`."""
    desk = _BY_DESK.match(text) if text.endswith(("报道", "报导")) else None
    if desk and lone_names(desk[1], 0):
        return "credit"
    if (text[-1] in "|丨:电讯道导") and _UNSIGNED.match(text):
        return "credit"
    if "编辑" in text and _DESK_EDITOR.match(text):
        return "editor"
    if "记者" not in text and "通讯员" not in text:
        opening = _LEADING.match(text)
        begin = opening.end() if opening else 0
        # (材料学院 供稿 / 责任编辑 谷雨): in brackets an office may stand first
        office = begin > 0 and ("编" in text or "稿" in text)
        if not office and not begins_with_role(text, begin):
            return None
    if len(text) < 3 or _NO_CREDIT.search(text):
        return None
    place = _PLACED.search(text)
    if not place and not _PARTED.search(text) and (len(text) > 12 or _NUMBER.search(text)):
        return None
    roles = roles_in(text, 0, len(text))
    if not roles or roles[0].start > 24 or all(role.kind == "label" for role in roles):
        return None
    if _EDITED.match(text) and not _DAY.search(text):
        return "editor"
    found = _parse(text, 0, len(text), roles)
    if not found:
        return None
    known = sum(role.end - role.start for role in roles)
    known += sum(credit.name.end - credit.name.start for credit in found)
    if place:
        known += len(place[0]) + 4
    if not _PARTED.search(text, 0, roles[0].start) and OUTLET_TAIL.search(text[: roles[0].start]):
        known += roles[0].start  # 证券滨江网记者 谷雨
    left = len(text) - known - len("".join(_FILL.findall(text)))
    if left > (10 if text[0] in "(【[〔" else 4):
        return None
    if roles[0].kind == "editor" or all(role.kind in ("editor", "check") for role in roles):
        return "editor"
    return "credit"


# 滨江新闻记者 |, 滨江新闻组/滨江8日电: whose journalists, no names
_UNSIGNED = late(
    r"[\u4e00-\u9fff]{1,6}(?:新闻|[网报社台]|在线)(?:记者|编辑) ?[|丨:]$|[\u4e00-\u9fff]{2,8}[组室心]/[\u4e00-\u9fff]{0,6}(?:[0-9]{1,2}日)?(?:[电讯]|综合报[道导])$"
)
_DESK_EDITOR = late(
    r"[\u4e00-\u9fff]{1,6}(?:新闻|[网报社台]|在线)编辑 ?[|丨:] ?[\u4e00-\u9fff]{2,4}$"
)
_EDITED = late(r"[(【\[ ]{0,2}(?:责任|本版|值班)?(?:编辑|责编)[ :|丨]")
_DAY = late(r"(?:19|20)[0-9][0-9][-/.年]|来源")
_FILL = late(
    r"本[报刊网台社]|全媒体|融媒体|见习|首席|特约|[\s:|丨/∕、,;()\[\]【】〔〕□■●&]|[A-Z]{2}[0-9]+"
)


_CLOSING = {"(": ")", "〔": "〕", "【": "】", "[": "]"}
_BRACKETS = "()〔〕【】[]"


def bracketed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The insides of bylines in brackets: (记者 谷雨 通讯员 田野), 〔记者江源/台北报导〕."""
    done = start
    for m in CREDITED.re.finditer(text, start, end):
        if m.start() < done:
            continue
        front = text[max(done, m.start() - 24) : m.start()]
        at = max(front.rfind(c) for c in _BRACKETS)
        if at < 0 or front[at] not in _CLOSING or _CLAUSE.search(front, at):
            continue
        first = m.start() - len(front) + at + 1
        last = text.find(_CLOSING[front[at]], m.end(), min(end, m.end() + 100))
        if last < 0:
            continue
        inside = text[first:last]
        if not any(c in inside for c in _BRACKETS[::2]) and not _NO_BYLINE.search(inside):
            yield first, last
            done = last


_CLAUSE = late(r"[。,;:]")
_NO_BYLINE = late(r"[。?!]|摘要|简称|记者会|作者单位")
