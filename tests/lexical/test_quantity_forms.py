"""Forms of amounts: sums of money in every currency, measures with codes, amounts in several units."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qextract
from qextract import lexicon
from qextract.lexical import numbers, quantities, quantity_units
from qextract.mentions import Quantity


def scan(text: str) -> list[Quantity]:
    regions = [(0, len(text))]
    return quantities.scan(text, regions, numbers.scan(text, regions))


def brief(quantity: Quantity) -> str:
    """Text, value or range, unit, code, comparator (the last only where it is not eq)."""
    value = f"{quantity.value:f}"
    if quantity.value_max is not None:
        value += f"..{quantity.value_max:f}"
    marks = [quantity.comparator] if quantity.comparator != "eq" else []
    return " ".join((quantity.text, value, quantity.unit or "-", quantity.unit_code or "-", *marks))


MONEY = {
    # small coins are parts of what they belong to
    "五元八角三分": ["五元八角三分 5.83 元 CNY"],
    "3块5": ["3块5 3.5 块 CNY"],
    "两块五毛钱": ["两块五毛钱 2.5 块 CNY"],
    "三元零五分": ["三元零五分 3.05 元 CNY"],
    "邮资五十美分": ["五十美分 0.5 美元 USD"],
    "10英镑50便士": ["10英镑50便士 10.5 英镑 GBP"],
    "3欧元20欧分": ["3欧元20欧分 3.2 欧元 EUR"],
    "派息8.5港仙": ["8.5港仙 0.085 港元 HKD"],
    "收两毫半": ["两毫半 0.25 元 HKD"],
    "港币三个一毫": ["港币三个一毫 3.1 元 HKD"],
    "罚款人民币拾万元整": ["人民币拾万元整 100000 元 CNY"],
    # the currency before, behind, in signs and letters
    "售价A$30": ["A$30 30 A$ AUD"],
    "定价€20.5亿": ["€20.5亿 2050000000 € EUR"],
    "共5000RMB": ["5000RMB 5000 RMB CNY"],
    "汇出300 EUR": ["300 EUR 300 EUR EUR"],
    "票价₩5000": ["₩5000 5000 ₩ KRW"],
    "作价35¥": ["35¥ 35 ¥ CNY"],
    "借款英镑300万": ["英镑300万 3000000 英镑 GBP"],
    # countries near and far
    "罚款20白俄罗斯卢布": ["20白俄罗斯卢布 20 白俄罗斯卢布 BYN"],
    "补贴100纳米比亚元": ["100纳米比亚元 100 纳米比亚元 NAD"],
    "月薪9000缅甸元": ["9000缅甸元 9000 缅甸元 MMK"],
    "拨款50亿尼泊尔卢比": ["50亿尼泊尔卢比 5000000000 尼泊尔卢比 NPR"],
    "花了七十阿联酋迪拉姆": ["七十阿联酋迪拉姆 70 阿联酋迪拉姆 AED"],
    "当年值40德国马克": ["40德国马克 40 德国马克 DEM"],
    # what it is reckoned by
    "约5000元/月": ["约5000元/月 5000 元/月 CNY approx"],
    "补助800元每人每月": ["800元每人每月 800 元每人每月 CNY"],
    "收费2.8元/平方米·月": ["2.8元/平方米·月 2.8 元/平方米·月 CNY"],
    # pieces are no yuan
    "足球场17块、步道3条": ["17块 17 块 -", "3条 3 条 -"],
    "搬开两块石板": ["两块 2 块 -"],
    "花20块买了三块肥皂": ["20块 20 块 CNY", "三块 3 块 -"],
    "豆浆卖三块": ["三块 3 块 CNY"],
    "豆浆卖三块一杯": ["三块 3 块 CNY"],
    "一亩20块": ["一亩 1 亩 10000.m2/15", "20块 20 块 CNY"],
    "港币$300万": ["港币$300万 3000000 $ HKD"],
    "五毫子": ["五毫子 0.5 元 HKD"],
    "二分之一元": ["二分之一元 0.5 元 CNY"],
    "外资卖超156亿元": ["156亿元 15600000000 元 CNY"],
    "热卖超156亿元": ["超156亿元 15600000000 元 CNY gt"],
    # one rate is no sum
    "美元兑人民币7.1235": [],
}

MEASURES = {
    # market units have codes with a factor
    "种粮30亩": ["30亩 30 亩 10000.m2/15"],
    "收麦800斤": ["800斤 800 斤 500.g"],
    "走了五十里": ["五十里 50 里 500.m"],
    "布长三丈": ["三丈 3 丈 10.m/3"],
    "收粮20担": ["20担 20 担 50.kg"],
    "收粮300石": ["300石 300 石 50.kg"],
    "每瓶8品脱": ["8品脱 8 品脱 [pt_us]"],
    "排放5微克/立方米·天": ["5微克/立方米·天 5 微克/立方米·天 ug/m3/d"],
    "血糖7.8mmol/L": ["7.8mmol/L 7.8 mmol/L mmol/L"],
    "5.2床位/千人": ["5.2床位/千人 5.2 床位/千人 -"],
    "患病率3.2例/10万": ["3.2例/10万 3.2 例/10万 -"],
    "完成100万吨公里": ["100万吨公里 1000000 吨公里 -"],
    "下发30万剂份": ["30万剂份 300000 剂份 -"],
    "每分钟120次每分钟": ["120次每分钟 120 次每分钟 -"],
    # several units of one amount
    "身高1米85": ["1米85 1.85 米 m"],
    "身高一米八五左右": ["一米八五左右 1.85 米 m approx"],
    "墙高6英尺2英寸": ["6英尺2英寸 6.166667 英尺 [ft_i]"],
    "三斤五两": ["三斤五两 3.5 斤 500.g"],
    "9两半": ["9两半 9.5 两 50.g"],
    "一丈二尺": ["一丈二尺 1.2 丈 10.m/3"],
    "一亩三分地": ["一亩三分地 1.3 亩 10000.m2/15"],
    "体温38度5": ["38度5 38.5 度 Cel"],
    "跑出9秒83": ["9秒83 9.83 秒 s"],
    "孩子3岁2个月": ["3岁2个月 3.166667 岁 a"],
    "北纬30度15分": ["30度15分 30.25 度 deg"],
    # nothing but half a unit, or more than one
    "等了近半小时": ["近半小时 0.5 小时 h approx"],
    "买了半公斤": ["半公斤 0.5 公斤 kg"],
    "历时个半小时": ["个半小时 1.5 小时 h"],
    "米九左右": ["米九左右 1.9 米 m approx"],
    "米六到三米九": ["米六到三米九 1.6..3.9 米 m"],
    "20来岁": ["20来岁 20 岁 a approx"],
    "一岁半": ["一岁半 1.5 岁 a"],
    # one name for several things
    "旋转90度": ["90度 90 度 deg"],
    "近视300度": ["300度 300 度 -"],
    "华氏86度至90度": ["华氏86度至90度 86..90 华氏度 [degF]"],
    "高达摄氏35度": ["摄氏35度 35 摄氏度 Cel"],
    "传球30码": ["30码 30 码 [yd_i]"],
    "时速80码": ["80码 80 码 -"],
    "55寸电视": ["55寸 55 寸 [in_i]"],
    "实用面积450呎": ["450呎 450 呎 [sft_i]"],
    "升息2码": ["2码 2 码 -"],
    "面积120平": ["120平 120 平 m2"],
    "留着4分田": ["4分田 4 分田 -"],
    "三分之一升": ["三分之一升 0.333333 升 L"],
    "血压140/90毫米汞柱": [
        "140 140 毫米汞柱 mm[Hg]",
        "90毫米汞柱 90 毫米汞柱 mm[Hg]",
    ],
    "利率2.5厘": [],
    "重5公斤许": ["5公斤许 5 公斤 kg approx"],
    "离城30公里处": ["30公里 30 公里 km"],
    "水温回升至28℃至31℃": ["28℃至31℃ 28..31 ℃ Cel"],
    # a change and the level it led to
    "人数减少约7200人至368万人": ["约7200人 7200 人 - approx", "368万人 3680000 人 -"],
    # 人 and what goes on behind it
    "接触者15人均已隔离": ["15人 15 人 -"],
    "仅2人生还,650万人流离失所": ["2人 2 人 -", "650万人 6500000 人 -"],
    # counts
    "四天三夜": ["四天 4 天 d", "三夜 3 夜 -"],
    "三对夫妇": ["三对 3 对 -"],
    "重污染40天次": ["40天次 40 天次 -"],
    "获赠锦旗6面": ["6面 6 面 -"],
    "成交3.2万手": ["3.2万手 32000 手 -"],
    "获3金2银1铜": ["3 3 - -", "2 2 - -", "1 1 - -"],
    "标准4、103、67项": ["4 4 项 -", "103 103 项 -", "67项 67 项 -"],
    "30-50万元": ["30-50万元 300000..500000 元 CNY"],
}

# a text that is nothing but an amount
REMARKS = {
    "25分": ["25分 0.25 元 CNY"],
    "15k左右": ["15k左右 15000 元 CNY approx"],
    "個半": ["個半 1.5 个 -"],
    "三块": ["三块 3 块 CNY"],
}

NONE = [
    "八面玲珑,八仙过海",
    "五步走战略",
    "3、5、8号线",
    "男子100米自由泳,110米栏,10米台",
    "7×24小时",
    "985高校",
    "六角亭",
    "一块砖",
    "一把手,二手车",
    "乘19路车",
    "三环以外",
    "《第七个七天》《三十九级台阶》",
    "从八达岭到百花山",
    "一半学生",
    "上半公里",
    "半年报",
    "15分钟生活圈,半小时通勤圈",
    "高一3班,五年级2班",
    "国道1号196公里处",
    "3对3篮球,一对一帮扶",
    "四位一体",
    "5个一批",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*MONEY.items(), *MEASURES.items()], ids=[*MONEY, *MEASURES]
)
def test_found(text: str, expected: list[str]) -> None:
    assert [brief(quantity) for quantity in scan(text) if quantity.unit_code != "%"] == expected


@pytest.mark.parametrize(("text", "expected"), REMARKS.items(), ids=list(REMARKS))
def test_remarks(text: str, expected: list[str]) -> None:
    assert [brief(quantity) for quantity in qextract.find_quantities(text)] == expected


def test_a_remark_is_no_running_text() -> None:
    assert [q.unit for q in scan("全场得到25分,领先对手。")] == ["分"]


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert [q for q in scan(text) if q.dimension != "ratio"] == []


def test_a_round_is_no_share() -> None:
    assert scan("闯入1/4决赛") == []


def test_lists_are_long_enough() -> None:
    assert len(lexicon.table("classifiers")) > 300
    assert len({unit.code for unit in quantity_units.currencies().values()}) > 150


# UCUM, as far as the list goes: https://ucum.org/ucum
_PREFIX = "Ki|Mi|Gi|Ti|Pi|da|[YZEPTGMkhdcmunpfa]"
_METRIC = (
    "m|g|s|L|l|A|V|W|J|N|Pa|Hz|Ohm|F|C|T|Wb|lm|lx|cd|mol|eq|Bq|Gy|Sv|Ci|eV|cal|bit|By|t|ar|bar"
    r"|gf|G|K|Cel|rad|sr|dB|B|m\[H2O\]|m\[Hg\]|\[iU\]|U|S|pc|Ao"
)
_PLAIN = (
    r"%|deg|'|''|min|h|d|wk|mo|a|har|atm|AU|\[(?:ppth|ppm|ppb|Btu|CFU|HP|acr_us|bu_us|car_m|cft_i"
    r"|cin_i|cyd_i|degF|dr_av|foz_br|foz_us|ft_i|fth_i|gal_br|gal_us|gil_us|gr|in_i|kn_i|lb_av"
    r"|lcwt_av|lton_av|ly|mi_i|nmi_i|oz_av|oz_tr|pk_us|psi|pwt_tr|pt_us|qt_us|sft_i|sin_i|smi_us|ston_av"
    r"|stone_av|syd_i|tbs_us|tsp_us|yd_i)\]"
)
_ATOM = rf"(?:(?:(?:{_PREFIX})?(?:{_METRIC})|{_PLAIN})[1-9]?|[1-9][0-9]*|\{{[^{{}}]+\}})"
_TERM = rf"/?{_ATOM}(?:[./]{_ATOM})*"
UCUM = re.compile(rf"{_TERM}|{_TERM}/\({_TERM}\)")


def test_codes_are_of_ucum_and_iso_4217() -> None:
    for unit in quantity_units.units().values():
        if unit.code is None:
            continue
        known = re.compile("[A-Z]{3}") if unit.dimension == "money" else UCUM
        assert known.fullmatch(unit.code), unit


@pytest.mark.parametrize("name", ["units", "classifiers", "currencies", "currency_names"])
def test_lists_hold_nothing_twice(name: str) -> None:
    terms = list(lexicon.table(name))
    assert terms == sorted(set(terms))


FRAMES = ("", "去年投入", "约", "据悉,该项目耗费", "(共计")
AMOUNTS = (
    "3.5万元",
    "12公里",
    "七百二十亩",
    "80余家",
    "15.6亿千瓦时",
    "30至50吨",
    "2米5",
    "6000多人",
)


@settings(max_examples=100)
@given(
    st.sampled_from(FRAMES), st.sampled_from(AMOUNTS), st.sampled_from(["。", ",其中", ")", "\n"])
)
def test_text_around_never_changes_an_amount(before: str, amount: str, after: str) -> None:
    (plain,) = scan(amount)
    (framed,) = scan(before + amount + after)
    assert (framed.value, framed.value_max, framed.unit, framed.unit_code) == (
        plain.value,
        plain.value_max,
        plain.unit,
        plain.unit_code,
    )


@pytest.mark.parametrize(
    "piece",
    [
        "3块",
        "半小时",
        "个半",
        "1米",
        "《1个",
        "1元每",
        "1元/人",
        "港币1",
        "$1",
        "1度5",
        "米六",
        "五毛",
    ],
)
def test_linear_on_hostile_text(piece: str) -> None:
    scan(piece * (30_000 // len(piece)))
