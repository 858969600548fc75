"""Properties of every page, examples of the patterns, and speed on hostile text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import assert_linear

from qextract.layout import lines, outlet, owner, patterns, read, roles, stamp
from qextract.rules import PATTERNS

MODULES = (lines, outlet, owner, patterns, roles, stamp)
LAYOUT = [pattern for name, pattern in PATTERNS.items() if name.startswith("layout.")]
PIECES = st.sampled_from(
    [
        "\n", "\n\n", " ", "。", ",", ":", "|", "(", ")", "【", "】", "·", "——", "\u00a0",
        "来源:滨江日报", "作者:谷雨", "责任编辑:田野", "2024-03-01 10:00", "首页 > 新闻 > 正文",
        "滨江市召开质量大会", "3月1日,滨江市质量大会召开。", "本报2月30日讯", "(记者 谷雨)",
        "上一篇:", "版权所有", "相关阅读", "原标题:", "记者", "12家企业", "首页 要闻 ", "市场监", "管局《", "办法》", "\u3000", "一、", "Copyright ©",
        "新华社北京31日电", "二〇二四年十三月", "打印", "_", "-", "谷 雨",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_spans_stand_in_the_text(text: str) -> None:
    page = read(text)
    end = 0
    for start, stop in page.body:
        assert end <= start < stop <= len(text)
        assert text[start:stop].strip() == text[start:stop]
        end = stop
    for found in (page.title, page.publisher, page.published, *page.authors, *page.editors):
        assert found is None or 0 <= found.start < found.end <= len(text)
        assert found is None or found.value
    if page.title:
        # a headline broken over two lines is whole
        found_text = text[page.title.start : page.title.end]
        assert re.sub(r"\s", "", found_text) == re.sub(r"\s", "", page.title.value)
    assert page == read(text)


DIGITS = st.sampled_from("০১২৩၀၁၂៣៤٠١٢०१२𝟏𝟐９12")
DATES = st.sampled_from(
    [
        "新华社滨江{}月{}{}日电 会议召开。", "{}{}{}{}-{}{}-{}{} {}{}:{}{}", "时间:{}{}{}{}年{}月{}日",
        "本报滨江{}日讯 会议召开。", "第{}{}版", "{}.{}.{}{}{}{}", "({}{}:{}{})", "{}人参与", "date {}{}{}{}-{}{}-{}{} 会议",
        "滨江召开大会", "\n",
    ]
)  # fmt: skip


@given(st.lists(st.tuples(DATES, st.lists(DIGITS, min_size=14, max_size=14)), max_size=8))
@settings(max_examples=200, deadline=None)
def test_digits_of_other_scripts_are_no_dates(parts: list[tuple[str, list[str]]]) -> None:
    page = read("\n".join(form.format(*digits) for form, digits in parts))
    assert page.published is None or page.published.value.isascii()


@pytest.mark.parametrize("pattern", LAYOUT, ids=lambda pattern: pattern.name)
def test_examples(pattern: object) -> None:
    found = PATTERNS[pattern.name]  # type: ignore[attr-defined]
    for text, slice_ in found.examples.items():
        m = found.re.search(text)
        assert m is not None, text
        assert m[0] == slice_
    for text in found.rejects:
        assert found.re.search(text) is None, text


@pytest.mark.parametrize(
    "unit",
    [
        "来源:\n",
        "编辑:谷雨\n会议召开。\n",
        "(记者",
        "。责任编辑:",
        " | ",
        "首页 > ",
        "滨江\n",
        "2024-03-01 ",
        "相关阅读:甲\n乙。\n",
        "一" * 50 + "\n",
        "首页 要闻 ",
        "记者 谷雨 ",
        "会议召开。 ",
        "位置:首页>正文 ",
        "以下文章来源于甲 ,作者乙\n",
    ],
)
def test_time_is_linear(unit: str) -> None:
    assert_linear(read, unit)


@pytest.mark.parametrize("text", ["", "\n \n", "。", "版权所有"])
def test_nothing_to_read(text: str) -> None:
    page = read(text)
    assert page.title is None
    assert page.publisher is None


def test_regions_stand_in_text_order():
    page = read(
        "云川大桥今日通车,全长2300米。\n\n北岭渡口恢复通航\n2024-02-25 10:20 来源:北岭日报\n2月24日,渡口恢复通航,运送旅客2300人次。"
    )
    assert page.title.value == "北岭渡口恢复通航"
    assert list(page.regions) == sorted(page.regions)
