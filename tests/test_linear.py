"""Twice the text takes twice the time, in every stage, on text made to be slow."""

import time

import pytest
from linear import LIMIT, assert_linear, doubling

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


class Clock:
    """Stands for the time of the process, and goes on only when told to."""

    def __init__(self, monkeypatch):
        self.seconds = 0.0
        monkeypatch.setattr(time, "process_time", lambda: self.seconds)

    def advance(self, steps):
        self.seconds += steps / 1000


@pytest.mark.parametrize(
    ("steps", "ratio"), [(lambda n: n, 2.0), (lambda n: n * n, 4.0), (lambda n: 5, 1.0)]
)
def test_a_square_is_told_from_a_line(monkeypatch, steps, ratio):
    now = Clock(monkeypatch)
    assert doubling(lambda text: now.advance(steps(len(text))), "a", 1_000) == pytest.approx(
        ratio, 0.01
    )


def test_one_slow_round_is_not_believed(monkeypatch):
    now = Clock(monkeypatch)
    rounds = iter([1, 1, 9, 1, 1])  # what else the machine does; the first is not measured
    assert doubling(lambda text: now.advance(len(text) * next(rounds)), "a", 1_000) < LIMIT
