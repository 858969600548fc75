"""Which quantities assert something, and which are slogans, idioms, ages and the like."""

from __future__ import annotations

from qextract.mentions import Quantity
from qextract.rules import Pattern

NO_METRIC_UNITS = frozenset(
    "届 周年 期 号 楼 路 版 代 时 点 级 岁 周岁 强 步 角 维 体 把手".split()
)

SLOGAN_END = Pattern(
    "metric.slogan_end",
    "what is left of a short quoted slogan that begins with a number",
    r"[^”“,。\n]{0,8}+”",
    examples={"个转变”的要求": "个转变”"},
    rejects=("家企业获奖,占三成。”",),
)


def counts(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is a figure that the text asserts."""
    if quantity.kind == "ordinal":
        return False
    unit = quantity.unit
    if unit in NO_METRIC_UNITS:
        return False
    start, end = quantity.start, quantity.end
    if start and text[start - 1] in "“‘《" and SLOGAN_END.re.match(text, end):
        return False
    figure = text[quantity.number[0] : quantity.number[1]]
    if figure == "一" and quantity.dimension == "count":
        return False
    if unit is None:
        return _bare_noun(text, quantity, figure)
    return True


def _bare_noun(text: str, quantity: Quantity, figure: str) -> bool:
    if quantity.value >= 10000:
        return True
    return (
        text[quantity.end : quantity.end + 2] in _BARE
        or text[quantity.end : quantity.end + 1] in "省市县区部国校村"
    )


_BARE = frozenset("部门 城市 单位 企业 省市 高校 医院 学校".split())
