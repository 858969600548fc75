"""One amount in several units: 七年六个月, 五元八角三分, 6英尺2英寸, 一米八五, 三两半."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from qextract.lexical import number_words as around
from qextract.lexical import quantity_units as unit_table
from qextract.mentions import Comparator, Number
from qextract.rules import late

_TIME = (("分钟", 60), ("分", 60))
_COINS = (("角钱", 10), ("毛钱", 10), ("角", 10), ("毛", 10), ("分钱", 100), ("分", 100))
_HONG_KONG = (("角", 10), ("毫", 10), ("毛", 10), ("仙", 100), ("分", 100))
_CENTS = {
    "美元": (("美分", 100), ("美仙", 100), ("分", 100)),
    "欧元": (("欧分", 100), ("欧仙", 100), ("分", 100)),
    "英镑": (("便士", 100), ("新便士", 100)),
}
# smaller units that go on in the same amount, with how many make the one before
SMALLER: dict[str, tuple[tuple[str, int], ...]] = {
    "年": (("个月", 12), ("月", 12)),
    "岁": (("个月", 12),),
    "周": (("天", 7),),
    "天": (("个小时", 24), ("小时", 24)),
    "小时": _TIME,
    "分钟": (("秒钟", 60), ("秒", 60)),
    "分": (("秒", 60),),
    **dict.fromkeys(("元", "圆", "块", "人民币"), _COINS),
    **dict.fromkeys(("蚊", "港元", "港币", "澳门元"), _HONG_KONG),
    **_CENTS,
    "角": (("分钱", 10), ("分", 10)),
    "毛": (("分钱", 10), ("分", 10)),
    "毫": (("仙", 10),),
    "公里": (("米", 1000),),
    "千米": (("米", 1000),),
    "米": (("厘米", 100), ("公分", 100), ("分米", 10), ("毫米", 1000)),
    "公尺": (("公分", 100),),
    "厘米": (("毫米", 10),),
    "丈": (("尺", 10),),
    "尺": (("寸", 10),),
    "英尺": (("英寸", 12),),
    "英呎": (("英吋", 12), ("英寸", 12)),
    "呎": (("吋", 12),),
    "英里": (("码", 1760),),
    "吨": (("公斤", 1000), ("千克", 1000)),
    "公斤": (("克", 1000), ("两", 20)),
    "千克": (("克", 1000),),
    "斤": (("两", 10),),
    "两": (("钱", 10),),
    "磅": (("盎司", 16), ("安士", 16)),
    "亩": (("分地", 10), ("分", 10)),
    "升": (("毫升", 1000),),
    "公升": (("毫升", 1000),),
    "度": (("分", 60),),
    "个": (("毫", 10),),  # 三个一毫四, Hong Kong's dollars
    "°": (("'", 60), ("′", 60)),
}
# 三米九, 一块二, 两毛五: a lone digit counts in tenths
_TENTHS_FOLLOW = frozenset(("米", "尺", "块", "蚊", "角", "毛", "毫", "度", "秒"))
_LONGER = frozenset(("米", "尺", "块", "秒"))  # 1米85, 9秒83: two digits, hundredths
_FIGURE = late(r"[0-9]{1,2}+|[零〇一二三四五六七八九]{1,2}+")
_CALENDAR = tuple("份初中下上底末日号旬0123456789")  # 2年2月 is a term, 2年2月3日 is none
_TEN = 10
_HALF = Decimal("0.5")
_HALF_WORDS = (
    "半月",
    "半数",
    "半径",
    "半年",
    "半价",
    "半场",
    "半程",
    "半导",
    "半天",
    "半夜",
    "半山",
    "半小",
    "半个",
)
_SAID = frozenset(("", *around.BEHIND))


class Amount(NamedTuple):
    """A whole amount: its value in the first unit, where it ends, its last unit."""

    value: Decimal
    end: int
    last: str
    comparator: Comparator


def read(
    text: str, unit: str, value: Decimal, end: int, numbers: Sequence[Number], at: int
) -> Amount:
    """The amount that goes on behind `end`; numbers[at] is the number of its first unit."""
    if _half_follows(text, end):
        return Amount(value + _HALF, end + 1, unit, "eq")
    per = Decimal(1)
    for number in numbers[at + 1 : at + 4]:
        if number.start != end or number.value_max is not None or number.kind != "cardinal":
            break
        smaller = _smaller(text, unit, number)
        if smaller is None:
            tenths = _tenths(text, unit, value, number)
            if tenths is not None:
                return Amount(value + tenths / per, number.end, unit, number.comparator)
            break
        unit, size = smaller
        per *= size
        value, end = value + number.value / per, number.end + len(unit)
        if _half_follows(text, end):
            return Amount(value + _HALF / per, end + 1, unit, "eq")
    return Amount(value, end, unit, "eq")


def _half_follows(text: str, end: int) -> bool:
    return text.startswith("半", end) and not text.startswith(_HALF_WORDS, end)


def _smaller(text: str, unit: str, number: Number) -> tuple[str, int] | None:
    """The smaller unit behind `number` that goes on after `unit`."""
    for name, size in SMALLER.get(unit, ()):
        if text.startswith(name, number.end) and number.value < size:
            if name == "月" and text.startswith(_CALENDAR, number.end + 1):
                return None
            longer = unit_table.match(text, number.end, len(text))
            if longer is None or longer.end <= number.end + len(name):
                return name, size
    return None


def _tenths(text: str, unit: str, value: Decimal, number: Number) -> Decimal | None:
    """What the last digits without a unit add: 三米九, 1米85, but not 五角一斤."""
    if unit not in _TENTHS_FOLLOW:
        return None
    figure = _FIGURE.match(number.text)
    # the number may have taken a word behind it (1米85左右), but nothing else
    if figure is None or number.text[figure.end() :] not in _SAID:
        return None
    size, end = figure.end(), number.end
    if size == 2 and not (unit in _LONGER and (value < _TEN or unit == "秒")):
        return None
    if text[end : end + 1] == "个" or (
        end < len(text) and unit_table.match(text, end, len(text)) is not None
    ):
        return None
    return number.value / Decimal(_TEN**size)
