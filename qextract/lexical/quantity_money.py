"""Sums of money: a currency named before the figure, or a second time behind it; small coins."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from qextract.lexical import quantity_units
from qextract.mentions import Quantity
from qextract.rules import late

# 3.5亿元人民币, 三万元欧元, 壹佰元整
_BEHIND = late("人民币|新台币|台币|港币|澳门币|欧元|日币|日元|美元|美金|港元|整(?![一-鿿])")
# what a price in another currency is given for: 美元兑7.2, USD/CNY 7.2
_RATE = frozenset("兑对换/")
# words of pages on which a bare 元 is the dollar of Taiwan, or may be that of Hong Kong or Macau
_TAIWAN = ("新台币", "台币", "行政院", "立法院")
_DOLLARS = ("港元", "港币", "特区政府", "立法会", "澳门币", "澳门元")
_YUAN = late("人民币|RMB|CNY|¥|￥")


class Coin(NamedTuple):
    """The currency that a coin is a part of; ISO 4217 has no codes for coins."""

    per: Decimal
    unit: str
    code: str


def _coins(per: int, unit: str, code: str, names: str) -> dict[str, Coin]:
    return dict.fromkeys(names.split(), Coin(Decimal(per), unit, code))


# 五角 is 0.5元, 五十美分 0.5美元
COINS: dict[str, Coin] = {
    **_coins(10, "元", "CNY", "角 毛 角钱 毛钱"),
    **_coins(100, "元", "CNY", "分钱"),
    **_coins(10, "元", "HKD", "毫 毫子"),
    **_coins(100, "元", "HKD", "仙"),
    **_coins(100, "港元", "HKD", "港仙"),
    **_coins(100, "美元", "USD", "美分 美仙"),
    **_coins(100, "欧元", "EUR", "欧分 欧仙"),
    **_coins(100, "英镑", "GBP", "便士 新便士"),
    **_coins(100, "卢布", "RUB", "戈比"),
}
# words that a figure cannot be led by: 元500 is none
_SHORTEST = 2


@cache
def _leading() -> dict[str, tuple[tuple[str, str], ...]]:
    """The names that may stand before a figure by their last character, the longest first."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for name, unit in quantity_units.currencies().items():
        short = len(name) < _SHORTEST and name.isalnum()
        if unit.code and not short and name not in COINS:
            groups.setdefault(name[-1], []).append((name, unit.code))
    return {
        last: tuple(sorted(names, key=lambda pair: -len(pair[0]))) for last, names in groups.items()
    }


def before(text: str, start: int, floor: int) -> tuple[int, str, str] | None:
    """The currency that ends at `start`: where it begins, its ISO 4217 code, its name."""
    at = start
    while at > floor and text[at - 1] == " ":
        at -= 1
    if at <= floor:
        return None
    for name, code in _leading().get(text[at - 1], ()):
        begin = at - len(name)
        if begin >= floor and text.startswith(name, begin):
            left = text[begin - 1] if begin > floor else ""
            if left in _RATE:
                return None
            if name[0].isascii() and name[0].isalpha() and left.isascii() and left.isalnum():
                return None
            outer = before(text, begin, floor) if name == "$" else None  # 港币$300
            return (outer[0], outer[1], name) if outer is not None else (begin, code, name)
    return None


def behind(text: str, end: int) -> tuple[int, str] | None:
    """The currency behind 元: where it ends, its code."""
    found = _BEHIND.match(text, end)
    if found is None:
        return None
    unit = quantity_units.currencies().get(found.group())
    return found.end(), (unit.code if unit is not None else None) or "CNY"


def of_page(text: str, found: list[Quantity]) -> list[Quantity]:
    """The same with the currency that a bare 元 has on this page.

    On a page that tells of Taiwan it is TWD; where the page also names the yuan, or tells of Hong
    Kong or Macau, whose papers write 元 for their own dollars, nothing decides, and the code is
    `None`.
    """
    taiwan = any(word in text for word in _TAIWAN)
    if not taiwan and not any(word in text for word in _DOLLARS):
        return found
    code = "TWD" if taiwan and _YUAN.search(text) is None else None
    return [
        one._replace(unit_code=code)
        if one.unit_code == "CNY" and one.unit == "元" and _YUAN.search(one.text) is None
        else one
        for one in found
    ]
