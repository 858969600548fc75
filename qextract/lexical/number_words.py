"""The words around a number: comparators before and behind it, and where they are other words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from qextract.mentions import Comparator

_COMPARED: tuple[tuple[Comparator, str], ...] = (
    ("approx", "约 近 大约 将近 接近 大概 约有 约为 约合 约达 约计 约占 差不多 大致"),
    (
        "gt",
        "超 超过 超过了 超出了 突破了 逾 突破 高于 大于 多于 超出 已超 远超 首破 冲破 升破 涨破 升穿 已逾 破 多过 不止 >",
    ),
    (
        "ge",
        "至少 最少 起码 最起码 不低于 不少于 不小于 不得低于 不得少于 不得小于 不应低于 不应少于",
    ),
    ("ge", "不应小于 不宜少于 不宜低于 不下 不下于 最低 满 已满 ≥"),
    ("lt", "不足 不到 不满 未满 低于 小于 少于 少过 未达 未到 不及 跌破 跌穿 失守 <"),
    (
        "le",
        "不超过 不超 未超过 不高于 不大于 不多于 不多过 不得超过 不得多于 不得高于 不得大于 不应超过",
    ),
    ("le", "不应大于 不应高于 不宜超过 不逾 最高 最多 至多 ≤"),
    ("eq", "年满 期满 届满"),
)
BEFORE: Mapping[str, Comparator] = {
    word: comparator for comparator, words in _COMPARED for word in words.split()
}

# before these characters' words the comparator's last character belongs to another word
NOT_AFTER: Mapping[str, str] = {
    "约": "节签合预条契公特违履邀相赴誓盟纽",
    "近": "附邻最临靠逼相",
    "满": "充圆美丰小坐爆挤装住排布",
    "超": "赶反",
    "破": "侦告打击攻识冲看爆残撞砸点",
}

_SAID_BEHIND: tuple[tuple[Comparator, str], ...] = (
    ("approx", "左右 上下"),
    ("gt", "不止 有余 开外 出头"),
    ("ge", "以上 及以上 或以上 之上 (含)以上 (含)及以上"),
    ("le", "以下 及以下 或以下 以内 之内 (含)以下 (含)以内"),
)
BEHIND: Mapping[str, Comparator] = {
    word: comparator for comparator, words in _SAID_BEHIND for word in words.split()
}
# behind the word, what makes another word of it: 上下游, 以内外
_NOT_BEHIND: Mapping[str, tuple[str, ...]] = {
    "上下": (
        "游",
        "级",
        "班",
        "联",
        "一心",
        "一致",
        "车",
        "贯",
        "齐",
        "半",
        "午",
        "册",
        "铺",
        "楼",
    ),
    "左右": ("岸", "手", "两", "脚", "侧", "翼", "逢"),
    "以下": ("简称", "统称", "称", "问题", "情况", "方面", "几", "条件", "内容", "措施", "意见"),
}
# these stand between the figure and its unit (300余家, 十来个) or behind the unit (3倍多)
BETWEEN: Mapping[str, Comparator] = {
    "多": "gt",
    "余": "gt",
    "几": "gt",
    "来": "approx",
    "许": "approx",
}

_V = TypeVar("_V")


def by_end(words: Mapping[str, _V]) -> dict[str, tuple[tuple[str, _V], ...]]:
    """Words by their last character, the longest first."""
    return _grouped(words, -1)


def by_start(words: Mapping[str, _V]) -> dict[str, tuple[tuple[str, _V], ...]]:
    """Words by their first character, the longest first."""
    return _grouped(words, 0)


def _grouped(words: Mapping[str, _V], at: int) -> dict[str, tuple[tuple[str, _V], ...]]:
    groups: dict[str, list[tuple[str, _V]]] = {}
    for word, value in sorted(words.items(), key=lambda item: -len(item[0])):
        groups.setdefault(word[at], []).append((word, value))
    return {character: tuple(found) for character, found in groups.items()}


_BEFORE = by_end(BEFORE)
_BEHIND = by_start(BEHIND)
# the characters beside a number that call for a look at the words
BEFORE_ENDS = frozenset(_BEFORE)
BEHIND_STARTS = frozenset(_BEHIND)


def before(text: str, start: int, floor: int) -> tuple[int, Comparator] | None:
    """The comparator word that ends at `start`: where it begins, and what it says."""
    at = start
    while at > floor and text[at - 1] == " ":
        at -= 1
    if at <= floor:
        return None
    last = text[at - 1]
    for word, comparator in _BEFORE.get(last, ()):
        begin = at - len(word)
        if begin >= floor and text.startswith(word, begin):
            if len(word) == 1 and begin > floor and text[begin - 1] in NOT_AFTER.get(word, ""):
                return None
            return begin, comparator
    return None


def behind(text: str, end: int, ceiling: int) -> tuple[int, Comparator] | None:
    """The comparator word (左右, 以上) that begins at `end`: where it ends, and what it says."""
    at = end
    while at < ceiling and text[at] == " ":
        at += 1
    if at >= ceiling:
        return None
    for word, comparator in _BEHIND.get(text[at], ()):
        if text.startswith(word, at):
            stop = at + len(word)
            return (
                None if text.startswith(_NOT_BEHIND.get(word, "\0"), stop) else (stop, comparator)
            )
    return None
