"""Twice the text takes twice the time, in every stage, on text made to be slow."""

import pytest
from linear import assert_linear, doubling

import qextract
from qextract import layout
from qextract.repairs import repair

STAGES = {
    "numbers": (qextract.find_numbers, 6_000),
    "quantities": (qextract.find_quantities, 6_000),
    "dates": (qextract.find_dates, 6_000),
    "repair": (repair, 6_000),
    "layout": (layout.read, 6_000),
    "extract": (qextract.extract, 4_000),
}
PIECES = (
    *("1", "一", "1,", "1.", "1-", "1:", "1/", "1、", "一、", "一百", "亿", "两", "1%", "1元", "3至"),
    *("年", "月", "日", "第", "至", "至1", "近", "上", "“十", "点", "分之", "半", "2023年", "今年", "去年1月至"),
    *("《", "(", "〔", "“", "》", ")", "《(", "张三", "局长", "局", "公司", "国务院", "关于", "《关于"),
    *(" ", "\n", "1 ", "一 ", "a", "a ", "a1", "的", ",", "。", "1\n", "中 ", "https://a/", "\ufffd", "\ufffd1", "?"),
    *("同比增长", "1家、", "分别为1、", "1亿元至", "今年印发", "召开会议", "任局长", "2023年1月1日", "5月1日举行"),
    *("《关于加强管理的意见》起发布", "开工2023年副主任规定关于省教育厅", "事故GB/T12345-2020印发", ",。)平均较占第一条5%"),
)  # fmt: skip


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_takes_twice_the_time(stage, piece):
    work, size = STAGES[stage]
    assert_linear(work, piece, size)


def test_a_square_is_told_from_a_line():
    assert doubling(lambda text: [text.count("b") for _ in text], "a", 6_000) > 3.0
    assert doubling(lambda text: [text[:9].count("b") for _ in text], "a", 100_000) < 3.0
