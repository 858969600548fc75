"""Places: listed ones, made-up ones with a division's ending, and parts that make one place."""

import pytest
from linear import assert_linear

from qextract.lexical import places

CASES = {
    "会议在昆明召开": ["昆明"],
    "安徽芜湖繁昌区一家企业": ["安徽芜湖繁昌区"],
    "青潭县石鼓镇三岔村发生山洪": ["青潭县石鼓镇三岔村"],
    "在塞尔维亚首都贝尔格莱德举行": ["塞尔维亚", "贝尔格莱德"],
    "在云都市人民会堂开幕": [],
    "与会代表赴昆明市、曲靖市参观": ["昆明市", "曲靖市"],
    "恩施土家族苗族自治州": ["恩施土家族苗族自治州"],
}
NONE = ("全市上下", "县长介绍", "市委要求", "超市里", "上市公司", "地区生产总值", "省级项目")


@pytest.mark.parametrize("text", CASES, ids=lambda text: text[:20])
def test_places_found(text):
    found = places.scan(text, [(0, len(text))])
    assert [place.text for place in found] == CASES[text]


@pytest.mark.parametrize("text", NONE)
def test_none_found(text):
    assert places.scan(text, [(0, len(text))]) == []


@pytest.mark.parametrize("unit", ["市", "昆明", "和县", "中国", "南", "镇村"])
def test_time_is_linear(unit):
    assert_linear(lambda text: places.scan(text, [(0, len(text))]), unit)
