"""Units, currencies and figures as Taiwan, Hong Kong, Macau and Malaysia write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

import qextract

# text, slice, value, unit, dimension
QUANTITIES = (
    ("鋼板厚5公釐", "5公釐", "5", "公厘", "length"),
    ("採收3台斤", "3台斤", "3", "台斤", "mass"),
    ("裝置容量300仟瓦", "300仟瓦", "300", "仟瓦", "power"),
    ("裝置容量5百萬瓩", "5百萬瓩", "5000000", "瓩", "power"),
    ("檔案500位元組", "500位元組", "500", "位元组", "data"),
    ("航行20海浬", "20海浬", "20", "海浬", "length"),
    ("編列預算1,200仟元", "1,200仟元", "1200000", "元", "money"),
    ("共3仟人參加", "3仟人", "3000", "人", "count"),
    ("補助10佰元", "10佰元", "1000", "元", "money"),
    ("營收年增5趴", "5趴", "5", "%", "ratio"),
    ("上涨3.5巴仙", "3.5巴仙", "3.5", "%", "ratio"),
    ("貸款日圓500億", "日圓500億", "50000000000", "日圆", "money"),
    ("投資韓圜300萬", "韓圜300萬", "3000000", "韩圜", "money"),
    ("重5㎏、長30㎞", "5㎏", "5", "㎏", "mass"),
    ("排氣量500㏄", "500㏄", "500", "㏄", "volume"),
    ("面积120㎡、体积3㎥", "3㎥", "3", "㎥", "volume"),
)


@pytest.mark.parametrize("case", QUANTITIES, ids=[case[1] for case in QUANTITIES])
def test_quantities(case: tuple[str, str, str, str, str]) -> None:
    text, piece, value, unit, dimension = case
    found = {
        one.text: (one.value, one.unit, one.dimension) for one in qextract.find_quantities(text)
    }
    assert found[piece] == (Decimal(value), unit, dimension)


@pytest.mark.parametrize("text", ["他3趴在地上", "仟佰", "第3仟"])
def test_what_only_looks_like_them(text: str) -> None:
    assert not [one for one in qextract.find_quantities(text) if one.unit in ("%", "元")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("奖金300元。", ["CNY"]),
        ("行政院核定30亿元,另增21亿元。", ["TWD", "TWD"]),
        ("新台币45亿元中,300万元为奖励金。", ["TWD", "TWD"]),
        ("特区政府拨款12亿元。", [None]),
        ("立法会通过拨款126亿元,约合人民币115亿元。", [None, "CNY"]),
        ("行政院称贸易额达2亿元人民币,逆差3亿元。", ["CNY", None]),
        ("他收受港币20万元、美元3万元。", ["HKD", "USD"]),
    ],
)
def test_the_page_tells_whose_yuan_it_is(text: str, codes: list[str | None]) -> None:
    assert [one.unit_code for one in qextract.find_quantities(text)] == codes
