"""Units whose name says several things: 度 of heat or angle, 块 of money or pieces, 尺 of flats."""

from __future__ import annotations

from qextract.lexical import quantity_units
from qextract.lexical.quantity_units import Found
from qextract.mentions import Number
from qextract.rules import late

_ANGLES = frozenset("经纬角")
_SCALES = ("万", "亿")
_TURNED = late(r"[转斜仰俯弯折倾旋][^,。;:!?0-9]{0,3}$")
_AROUND = ("角", "全景", "无死角", "转", "旋", "环绕", "环视", "视角", "大转弯", "弯", "大回转")
_SCALE_NAMES = ("摄氏", "华氏")
SCALED = frozenset(("摄氏度", "华氏度"))
_SPIRITS = ("白酒", "高度酒", "酒")


def _degree(text: str, number: Number, found: Found) -> Found:
    """度 of electricity (用电5.2亿度), of an angle (北纬30.2度) or of temperature."""
    before = text[max(0, number.start - 8) : number.start]
    if before[-1:] in _ANGLES or text.startswith(_AROUND, found.end) or _TURNED.search(before):
        return found._replace(code="deg", dimension="other")
    if "电" in before or any(scale in number.text for scale in _SCALES):
        return found._replace(code="kW.h", dimension="energy")
    if "近视" in before or "远视" in before or text.startswith(_SPIRITS, found.end):
        return found._replace(code=None, dimension="other")
    if before.endswith(_SCALE_NAMES):  # 华氏86度
        return quantity_units.named(before[-2:] + "度", found.end)
    return found


_FLAT = ("单位", "楼", "地", "铺", "豪宅", "开放式", "公寓", "住宅", "屋")
_FLOOR_AREA = late(r"(?:面积|实用|建筑|呎数)[^,。;!?]{0,4}$")


def _foot(text: str, number: Number, found: Found) -> Found:
    """尺 and 呎 are square feet in what Hong Kong says of flats (500尺单位, 实用面积400呎)."""
    before = text[max(0, number.start - 8) : number.start]
    if text.startswith(_FLAT, found.end) or _FLOOR_AREA.search(before):
        return found._replace(code="[sft_i]", dimension="area")
    return found


_TUBES = (
    "屏",
    "电视",
    "彩电",
    "显示",
    "液晶",
    "蛋糕",
    "披萨",
    "照",
    "轮",
    "管",
    "硬盘",
    "晶圆",
    "晶片",
)


def _inch(text: str, number: Number, found: Found) -> Found:
    """寸 is an inch with screens, cakes and wheels (55寸电视)."""
    if number.value >= 12 or text.startswith(_TUBES, found.end):
        return found._replace(code="[in_i]")
    return found


def _yard(text: str, number: Number, found: Found) -> Found:
    """码 is colloquial for km/h behind 时速, and a quarter of a percent with interest (升息2码)."""
    if _INTEREST.search(text, max(0, number.start - 6), number.start):
        return found._replace(code=None, dimension="ratio")
    if _FAST.search(text, max(0, number.start - 8), number.start):
        return found._replace(code=None, dimension="speed")
    return found


_PRICED = late(r"[价钱费收卖买花付交罚涨跌售赚省元块挣票资给充薪租]|只要|便宜|补贴|工资|起步")
_PAYING = frozenset("价钱费收卖花付交罚涨跌售赚省挣给充要值")
_PAID = late(
    r" *+(?:钱|[0-9零〇一二三四五六七八九]|(?:左右|上下|多|以上|以下|以内|起)(?![一-鿿])|(?:半|一)?/|每)"
)
_NO_NOUN = late(r"[^一-鿿]|[就的了能可都也还来到至和一买换]|$")


def _piece(text: str, number: Number, found: Found) -> Found:
    """块 counts pieces (17块球场, 肆拾块) unless a price is spoken of, or nothing else."""
    start, end = number.start, found.end
    alone = not text[:start].strip() and not text[end:].strip()
    if alone or _PAID.match(text, end) or text[max(0, start - 6) : start].endswith(_MONEY_LED):
        return found
    if text[start - 1 : start] in _PAYING or _RATED.search(text, max(0, start - 3), start):
        return found
    if _NO_NOUN.match(text, end) and _PRICED.search(text, max(0, start - 8), start):
        return found
    return found._replace(code=None, dimension="count")


_RATED = late(r"[一每两三四五六七八九十半][亩斤个天人次张条瓶件袋箱杯碗只份晚月年]$")  # 一亩20块
_MONEY_LED = ("人民币", "港币", "港元", "新台币", "台币")
_INTEREST = late(r"[升降加减]息?[^,。;!?0-9]{0,3}$|利率[^,。;!?0-9]{0,3}$")
_RECORD = late(r"[胜负和][^,。;!?]{0,5}$")


def _flat(text: str, number: Number, found: Found) -> Found:
    """平 is a drawn match behind wins and defeats (3胜2平), else a square metre."""
    if _RECORD.search(text, max(0, number.start - 6), number.start):
        return found._replace(code=None, dimension="count")
    return found


_FAST = late(r"(?:[时车]速|速度|开到|飙)[^,。;!?0-9]{0,4}$")
SEVERAL = {
    "度": _degree,
    "尺": _foot,
    "呎": _foot,
    "寸": _inch,
    "码": _yard,
    "块": _piece,
    "平": _flat,
}


def told_apart(text: str, number: Number, found: Found) -> Found:
    """The unit whose name says several things, by what stands around it."""
    return SEVERAL[found.name](text, number, found)
