"""Quantities: numbers with their units, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qextract import lexicon
from qextract.lexical import numbers, quantities, quantity_units
from qextract.mentions import Quantity, Span


def scan(text: str, exclude: tuple[Span, ...] = ()) -> list[Quantity]:
    regions = [(0, len(text))]
    return quantities.scan(text, regions, numbers.scan(text, regions, exclude), exclude)


def brief(quantity: Quantity) -> str:
    """Text, value or range, unit, code, comparator (the last only where it is not eq)."""
    value = f"{quantity.value:f}"
    if quantity.value_max is not None:
        value += f"..{quantity.value_max:f}"
    marks = [quantity.comparator] if quantity.comparator != "eq" else []
    unit, code = quantity.unit or "-", quantity.unit_code or "-"
    return " ".join((quantity.text, value, unit, code, *marks))


FOUND = {
    # money
    "投入2亿3,518万元": ["2亿3,518万元 235180000 元 CNY"],
    "约4.8亿美元": ["约4.8亿美元 480000000 美元 USD approx"],
    "总值2867.5亿元人民币": ["2867.5亿元人民币 286750000000 元 CNY"],
    "新台币386亿元": ["新台币386亿元 38600000000 元 TWD"],
    "不低于新台币45亿元": ["不低于新台币45亿元 4500000000 元 TWD ge"],
    "港币85万元": ["港币85万元 850000 元 HKD"],
    "拨款约12亿港元": ["约12亿港元 1200000000 港元 HKD approx"],
    "三千八百六十万澳门元": ["三千八百六十万澳门元 38600000 澳门元 MOP"],
    "HK$500万": ["HK$500万 5000000 HK$ HKD"],
    "五元三毛": ["五元三毛 5.3 元 CNY"],
    "一百三十五块六角七分钱": ["一百三十五块六角七分钱 135.67 块 CNY"],
    "壹万贰仟元陆角柒分": ["壹万贰仟元陆角柒分 12000.67 元 CNY"],
    "壹佰万元整": ["壹佰万元整 1000000 元 CNY"],
    "3亿至5亿诺瓦克朗": ["3亿至5亿诺瓦克朗 300000000..500000000 诺瓦克朗 -"],
    "分别投资1.2、3.4亿元": ["1.2 120000000 元 CNY", "3.4亿元 340000000 元 CNY"],
    "五角一斤": ["五角 0.5 元 CNY", "一斤 1 斤 500.g"],
    "300元每人每月": ["300元每人每月 300 元每人每月 CNY"],
    "72元/吨": ["72元/吨 72 元/吨 CNY"],
    "售价80、180、380元": ["80 80 元 CNY", "180 180 元 CNY", "380元 380 元 CNY"],
    "二百万元以上一千万元以下": ["二百万元以上一千万元以下 2000000..10000000 元 CNY"],
    "数千万元、几十亿元": [
        "数千万元 10000000 元 CNY approx",
        "几十亿元 1000000000 元 CNY approx",
    ],
    # measures
    "零下40℃至80℃": ["零下40℃至80℃ -40..80 ℃ Cel"],
    "27微克/立方米以下": ["27微克/立方米以下 27 微克/立方米 ug/m3 le"],
    "约73万吨标准煤": ["约73万吨标准煤 730000 吨标准煤 - approx"],
    "443.5公斤/亩": ["443.5公斤/亩 443.5 公斤/亩 kg/(10000.m2/15)"],
    "用电5.2亿度": ["5.2亿度 520000000 度 kW.h"],
    "480兆瓦": ["480兆瓦 480 兆瓦 MW"],
    "4102万千瓦时": ["4102万千瓦时 41020000 千瓦时 kW.h"],
    "67.5吨/公顷": ["67.5吨/公顷 67.5 吨/公顷 t/har"],
    "时速220公里/小时": ["220公里/小时 220 公里/小时 km/h"],
    "网速达500Mbps": ["500Mbps 500 Mbps Mbit/s"],
    "29微克每立方米": ["29微克每立方米 29 微克每立方米 ug/m3"],
    "职工3 000 余 人": ["3 000 余 人 3000 人 - gt"],
    "三米九": ["三米九 3.9 米 m"],
    "发病率18.37/10万": ["18.37/10万 18.37 /10万 -"],
    # lengths of time
    "历时2年半": ["2年半 2.5 年 a"],
    "约1个半小时": ["约1个半小时 1.5 小时 h approx"],
    "3个多月": ["3个多月 3 个月 mo gt"],
    "近3个小时": ["近3个小时 3 小时 h approx"],
    "七年六个月": ["七年六个月 7.5 年 a"],
    "用时1小时28分35秒": ["1小时28分35秒 1.476389 小时 h"],
    "24小时内移送": ["24小时内 24 小时 h le"],
    "为期三十日": ["三十日 30 日 d"],
    # counts
    "头(只)": [],
    "1500万头(只)以上": ["1500万头(只)以上 15000000 头(只) - ge"],
    "2.3万余人次": ["2.3万余人次 23000 人次 - gt"],
    "惠及612万户次": ["612万户次 6120000 户次 -"],
    "规模扩大三倍": ["三倍 3 倍 -"],
    "每周三次": ["三次 3 次 -"],
    "共一家企业": ["一家 1 家 -"],
    "仅罚则一条交付表决": ["一条 1 条 -"],
    "四百二十多人参加": ["四百二十多人 420 人 - gt"],
    "评分8.7分": ["8.7分 8.7 分 -"],
    "收报3267.52点": ["3267.52点 3267.52 点 -"],
    "翻了一番多": ["一番多 1 番 - gt"],
    "三公里外的十分钟路程": ["三公里 3 公里 km", "十分钟 10 分钟 min"],
    # nouns counted without a classifier
    "联合7部门": ["7 7 - -"],
    "三大体系": ["三 3 - -"],
    "辖3区4县1市": ["3 3 - -", "4 4 - -", "1 1 - -"],
    "12.7万贫困人口": ["12.7万 127000 - -"],
    "造成3死12伤": ["3 3 - -", "12 12 - -"],
    # percent and parts
    "占24.2%左右": ["24.2%左右 24.2 % % approx"],
    "提高1.2个百分点": ["1.2个百分点 1.2 个百分点 %"],
    "增长三分之一": ["三分之一 33.333333 % %"],
    "不足四分之三": ["不足四分之三 75 % % lt"],
    "减少近一半": ["近一半 50 % % approx"],
    "九成八以上": ["九成八以上 98 % % ge"],
}


@pytest.mark.parametrize(("text", "expected"), FOUND.items(), ids=list(FOUND))
def test_found(text: str, expected: list[str]) -> None:
    assert [brief(quantity) for quantity in scan(text)] == expected


NONE = [
    "第二十届大会",
    "第3名",
    "第3、4项",
    "最多一天",
    "一个、一批、一系列",
    "一是强化,二要落实",
    "落实“两个维护”",
    "“15分钟健身圈”建设",
    "三个坚持",
    "八项规定精神",
    "省十三届人大六次会议",
    "5A级景区,4G网络",
    "PM2.5和PM10",
    "拨打12345热线",
    "致电24小时热线",
    "电话0571-87654321",
    "8时30分",
    "3比1战胜对手,比分25:23",
    "国发〔2022〕1号",
    "长三角一体化",
    "百亿级项目",
    "政策预期十分稳定",
    "318国道",
    "统一三个标准",
    "高三年级学生周三天气",
    "G60高速K128+300处",
    "K1286次列车",
    "一等奖、二级医院、三甲",
    "许可证编号:SC10134010400123",
    "12层1203室",
    "前10名",
    "三年行动计划",
    "两国关系",
    "四川三亚",
    "2023年",
    "千方百计,一心一意",
]


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert scan(text) == []


@pytest.mark.xfail(
    strict=True, reason="突破 before a thing's size is a breakthrough, not more than"
)
def test_known_breakthrough() -> None:
    assert [q.comparator for q in scan("率先突破30微米柔性玻璃")] == ["eq"]


def test_from_to_are_two_amounts() -> None:
    assert [q.value for q in scan("从94元至99元")] == [94, 99]
    assert [q.value_max for q in scan("从94元至99元不等")] == [99]


def test_figure_span_lies_inside() -> None:
    (quantity,) = scan("已有超过300亿元")
    assert quantity.text == "超过300亿元"
    assert "已有超过300亿元"[slice(*quantity.number)] == "300亿"


def test_dates_are_left_out() -> None:
    assert scan("2023年", exclude=((0, 5),)) == []


def test_every_unit_has_a_known_dimension() -> None:
    known = {"count", "money", "ratio", "length", "area", "volume", "mass", "duration"}
    known |= {"temperature", "energy", "power", "speed", "data", "other"}
    assert {unit.dimension for unit in quantity_units.units().values()} <= known


@pytest.mark.parametrize("name", ["units", "classifiers", "currencies", "counted_nouns"])
def test_lists_are_sorted_without_repeats(name: str) -> None:
    terms = list(lexicon.table(name))
    assert terms == sorted(set(terms))


amounts = st.integers(min_value=2, max_value=9999)
plain_units = st.sampled_from(
    ["家", "项", "万元", "亿美元", "公里", "平方米", "人次", "%", "吨/年"]
)


@given(amounts, plain_units)
def test_any_amount_of_any_unit(amount: int, unit: str) -> None:
    (quantity,) = scan(f"达到{amount}{unit},")
    scale = {"万": 10**4, "亿": 10**8}.get(unit[0], 1)
    assert quantity.value == amount * scale
    assert quantity.unit == unit.lstrip("万亿")


PIECES = (
    "1 三 二十 约 余 万 家 元 个 半 年 月 ℃ 至 - 、 % / ( ) 只 人民币 以上 以下 “ ” 多 分 秒 克朗"
)
pieces = st.lists(st.sampled_from([" ", "\n", *PIECES.split()]), max_size=25).map("".join)


@settings(max_examples=300)
@given(pieces)
def test_slices_stand_in_order(text: str) -> None:
    found = scan(text)
    assert all(text[q.start : q.end] == q.text for q in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(q.start <= q.number[0] < q.number[1] <= q.end for q in found)
    assert all(q.value_max is None or q.value < q.value_max for q in found)


@pytest.mark.parametrize(
    "piece", ["1家", "1、", "1年", "三个", "1元以上", "1元/", "“1个", "1万克", "1分"]
)
def test_linear_on_hostile_text(piece: str) -> None:
    scan(piece * (30_000 // len(piece)))
