"""Sums of money: a currency named before the figure, or a second time behind it."""

from __future__ import annotations

import re

from qextract.rules import late

_NAMES: dict[str, str] = {
    "人民币": "CNY",
    "RMB": "CNY",
    "CNY": "CNY",
    "¥": "CNY",
    "￥": "CNY",
    "美元": "USD",
    "美金": "USD",
    "USD": "USD",
    "US$": "USD",
    "$": "USD",
    "港币": "HKD",
    "港元": "HKD",
    "HKD": "HKD",
    "HK$": "HKD",
    "新台币": "TWD",
    "台币": "TWD",
    "NT$": "TWD",
    "TWD": "TWD",
    "澳门币": "MOP",
    "澳门元": "MOP",
    "MOP": "MOP",
    "欧元": "EUR",
    "EUR": "EUR",
    "€": "EUR",
    "日元": "JPY",
    "日币": "JPY",
    "日圆": "JPY",
    "韩元": "KRW",
    "韩币": "KRW",
    "韩圜": "KRW",
    "新元": "SGD",
    "新加坡元": "SGD",
    "葡币": "MOP",
    "瑞士法郎": "CHF",
    "泰铢": "THB",
    "卢布": "RUB",
    "令吉": "MYR",
    "林吉特": "MYR",
    "JPY": "JPY",
    "英镑": "GBP",
    "GBP": "GBP",
    "£": "GBP",
    "澳元": "AUD",
    "加元": "CAD",
}
_LAST = frozenset(name[-1] for name in _NAMES) | {" "}
_BEFORE = late("(?:" + "|".join(re.escape(name) for name in _NAMES) + ") *+$")
# 3.5亿元人民币, 三万元欧元, 壹佰元整
_BEHIND = late("人民币|新台币|台币|港币|澳门币|欧元|日币|美金|整(?![一-鿿])")


def before(text: str, start: int, floor: int) -> tuple[int, str, str] | None:
    """The currency that ends at `start`: where it begins, its ISO 4217 code, its name."""
    if start <= floor or text[start - 1] not in _LAST:
        return None
    at = max(floor, start - 6)
    found = _BEFORE.search(text, at, start)
    if found is None:
        return None
    name = found.group().strip()
    return found.start(), _NAMES[name], name


def behind(text: str, end: int) -> tuple[int, str] | None:
    """The currency behind 元: where it ends, its code."""
    found = _BEHIND.match(text, end)
    return (found.end(), _NAMES.get(found.group(), "CNY")) if found else None
