"""Which quantities assert something, and which are slogans, idioms, editions and the like."""

from __future__ import annotations

import re
from functools import cache

from qextract import lexicon
from qextract.mentions import Quantity
from qextract.rules import Pattern

# Units that number, name or grade a thing instead of counting it.
_NO_UNITS = frozenset(
    (
        "届",
        "周年",
        "期",
        "号",
        "楼",
        "路",
        "版",
        "代",
        "时",
        "点",
        "级",
        "强",
        "步",
        "角",
        "维",
        "体",
    )
)
# What NAMED_AFTER may begin with.
_NAMED_HEADS = frozenset("级全-—ABCDEFGHIJKLMNOPQRSTUVWXYZ号连周大男女自蛙蝶仰混短长跑跨栏接步手决")
_AGES = frozenset(("岁", "周岁"))
_PAIRS = frozenset(("国", "岸", "地", "会", "院", "极", "端", "翼", "委", "边", "侧", "面", "手"))

NAMED_AFTER = Pattern(
    "metric.named_after",
    "what follows a number that is a part of a name or a grade: 百亿级企业, 六次会议",
    r"级(?!别)|全会|[-—]?[A-Z]+级|号线|号楼|连冠|连胜|周年|大(?:件|会|礼堂)"
    r"|(?:男子|女子)?(?:自由泳|蛙泳|蝶泳|仰泳|混合泳|短跑|长跑|跑|跨?栏|接力|步枪|手枪|决赛)",
    examples={"级企业": "级", "号线开通": "号线"},
    rejects=("家企业", "场座谈会"),
)

INSIDE_QUOTES = Pattern(
    "metric.inside_quotes",
    "the rest of a short quoted name: a slogan is no figure (“四个转变”)",
    r"[^“”,。;:!?\n]{0,8}+”",
    examples={"个转变”的要求": "个转变”"},
    rejects=("家企业获奖",),
)


@cache
def _idioms() -> tuple[frozenset[str], tuple[int, ...]]:
    terms = lexicon.words("metric_idioms")
    return terms, tuple(sorted({len(term) for term in terms}))


def counts(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is a figure that the text asserts."""
    unit = quantity.unit
    if quantity.kind == "ordinal" or unit in _NO_UNITS or unit in _AGES:
        return False
    start, end = quantity.start, quantity.end
    first = quantity.number[0]
    figure = text[first : quantity.number[1]]
    if (quantity.value < 1000 and not figure.isascii()) or figure == "24":
        terms, sizes = _idioms()
        least = len(figure) + len(unit or "")  # 三公 is a set phrase, 三公斤 is none
        if any(size >= least and text[first : first + size] in terms for size in sizes):
            return False
        if figure == "两" and unit in _PAIRS:
            return False
        if figure == "一" and quantity.dimension == "count":
            return bool(_TRULY_ONE.search(text, max(0, first - 3), first))
    if unit == "期" and not figure.isascii():
        return False  # 二期工程
    if text[end : end + 1] in _NAMED_HEADS and NAMED_AFTER.re.match(text, end):
        return False
    if _quoted(text, start, end):
        return False
    if (
        unit == "次"
        and text[start - 1 : start] in _SESSIONS
        and text[end : end + 2] in ("会议", "全体")
    ):
        return False
    return unit is not None or _bare(text, quantity, figure)


_TRULY_ONE = re.compile(r"[共仅只各]有?$")


_TIME_BEFORE = frozenset(
    (
        "近",
        "每",
        "连续",
        "未来",
        "今后",
        "过去",
        "此前",
        "此后",
        "最近",
        "接连",
        "前",
        "后",
        "这",
        "往后",
    )
)
_TIME_BEHIND = frozenset("前后来间")


def is_time(text: str, quantity: Quantity) -> bool:
    """Whether a length of time only says when: 近三年, 5年前, 连续七年, 每3秒."""
    if quantity.dimension != "duration":
        return False
    start, end = quantity.start, quantity.end
    return (
        text[end : end + 1] in _TIME_BEHIND
        or text[end : end + 2] == "以来"
        or text[start : start + 1] == "近"
        or text[max(0, start - 1) : start] in _TIME_BEFORE
        or text[max(0, start - 2) : start] in _TIME_BEFORE
    )


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether the figure lies in a short quoted name."""
    opened = text.rfind("“", max(0, start - 8), start)
    if opened < 0 or text.find("”", opened, start) >= 0:
        return False
    before = text[opened:start]
    if "," in before or "。" in before or ":" in before:
        return False
    return INSIDE_QUOTES.re.match(text, end) is not None


def _bare(text: str, quantity: Quantity, figure: str) -> bool:
    """Whether a figure without a unit counts the noun behind it, or is large enough to matter."""
    after = text[quantity.end : quantity.end + 2]
    if after in _COUNTED:
        return True
    if after[:1] in _NUMBERED and figure in "一二三四五六七八九十":
        return False  # 文艺二校, 市三院
    if quantity.value >= 10000:
        return True
    return after[:1] in "省市县区部国校村"


_SESSIONS = frozenset("届大会协委")
_NUMBERED = frozenset("校院厂中小部")
_COUNTED = frozenset(("部门", "城市", "单位", "企业", "省市", "高校", "医院", "学校"))
