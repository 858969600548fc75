"""Spaces scattered into words, around figures, between all characters; those of writers stay."""

from __future__ import annotations

import re
from random import Random

import pytest

from qextract.repairs import repair

HAN = "[\u4e00-\u9fff]"
PROSE = (
    "4月18日,云川市召开质量强市工作推进会,总结去年工作,部署今年任务。市委副书记高远出席并讲话,市市场监管局局长"
    "通报了有关情况。会议指出,全市现有规模以上工业企业1286家,去年产品质量合格率达到96.4%,比上年提高1.3个百分点。\n"
    "会议审议了《关于加强计量工作的实施意见》,决定安排专项资金2.35亿元,支持87家中小企业开展技术改造。各县(市、区)政府"
    "负责人作了表态发言。据了解,今年以来全市已为312家企业减免检测费用640万元,培训质量管理人员11000人次。"
)


def scattered(share: float, space: str) -> str:
    rng = Random(7)
    return re.sub(
        f"(?<={HAN})(?={HAN})", lambda match: space if rng.random() < share else "", PROSE
    )


def around_figures(text: str) -> str:
    text = re.sub(f"(?<={HAN})(?=[0-9A-Za-z])", " ", text)
    return re.sub(f"(?<=[0-9A-Za-z%])(?={HAN})", " ", text)


DAMAGED = {
    "between all": scattered(1, " "),
    "many": scattered(0.4, " "),
    "some": scattered(0.1, " "),
    "some, ideographic": scattered(0.1, "\u3000"),
    "some, unbreakable": scattered(0.15, "\u00a0"),
    "around figures": around_figures(PROSE),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_prose_is_closed(name: str) -> None:
    done = repair(DAMAGED[name])
    assert done.text == PROSE
    assert done.counts["scattered_space"] >= 10


SHORT = {
    "spread headline": (
        DAMAGED["between all"] + "\n云 川 市 召 开 质 量 大 会",
        "云川市召开质量大会",
    ),
    "spread credits": (
        DAMAGED["between all"] + "\n来 源 :云 川 日 报 作 者 :高 远 责 任 编 辑 :林 一 舟",
        "来源:云川日报 作者:高远 责任编辑:林一舟",
    ),
    "spread, wider spaces before": (
        DAMAGED["between all"] + "\n云 川 质 量 网  首 页  要 闻",
        "云川质量网  首页  要闻",
    ),
    "spread numerals": (
        DAMAGED["between all"] + "\n“十 四 五”期 间 增 长8%左 右",
        "“十四五”期间增长8%左右",
    ),
    "spread, two bodies": (
        DAMAGED["between all"] + "\n《中 共 中 央 国 务 院 关 于 质 量 的 意 见》经 国 务 院 批 准",
        "《中共中央 国务院关于质量的意见》经国务院批准",
    ),
    "word apart": ("通　知\n各县区:" + PROSE, "通知"),
    "words apart": ("关 于 印 发 质 量 规 划 的 通 知\n" + PROSE, "关于印发质量规划的通知"),
    "letters": (
        around_figures(
            "推进AI应用,用好5G网络和deep learning技术,采用QC小组、ISO体系、CRM软件和ERP系统。"
        ),
        "推进AI应用,用好5G网络和deep learning技术,采用QC小组、ISO体系、CRM软件和ERP系统。",
    ),
    "stamp among figures": (
        around_figures(PROSE) + "\n2024-04-18 09:30 来源:云川日报 2024 年 4 月 18 日",
        "2024-04-18 09:30 来源:云川日报 2024年4月18日",
    ),
}


@pytest.mark.parametrize("name", SHORT)
def test_short_lines(name: str) -> None:
    damaged, wanted = SHORT[name]
    assert wanted in repair(damaged).text.split("\n")


KEPT = (
    "首页 新闻 视频 质量 标准 计量 认证 检测",
    "出席会议的有:张三 李四光 王五 赵小六",
    "云川市召开质量大会 高远出席并讲话\n" + PROSE,
    "(记者 谷雨 通讯员 田野)4月18日,会议召开。\n" + PROSE,
    "字号:大 中 小\n" + PROSE,
    "要牢记“不忘初心 牢记使命”的要求。\n" + PROSE,
    "中共中央办公厅 国务院办公厅印发意见\n" + PROSE,
    "项目 单位 数量 比重\n企业 家 312 24.3%\n资金 亿元 2.35 3.1%",
    "2024-04-18 09:30 来源:云川日报 作者:高远\n" + PROSE,
    "谷 雨任局长,江 源任副局长。",
    "一 二 三 四 五 六 日",
    "deep learning与machine vision,采用 QC 方法",
)


@pytest.mark.parametrize("text", KEPT)
def test_spaces_of_writers_stay(text: str) -> None:
    done = repair(text)
    assert (done.text, done.counts) == (text, {})


def test_page_on_one_line() -> None:
    flat = (
        "首页 新闻 视频 质量 云川市召开质量大会 2024-04-18 来源:云川日报 记者 谷雨 "
        + PROSE.replace("\n", " ")
    )
    assert "scattered_space" not in repair(flat).counts


def test_names_in_brackets_on_a_damaged_page() -> None:
    done = repair("(记者 谷雨 通讯员 田野)本报讯。\n" + DAMAGED["some"]).text
    assert done.startswith("(记者 谷雨 通讯员 田野)")


def test_places() -> None:
    source = DAMAGED["many"]
    done = repair(source)
    start = done.text.index("质量强市")
    first, last = done.to_source(start, start + 4)
    assert source[first:last].replace(" ", "") == "质量强市"
