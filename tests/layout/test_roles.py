"""Names behind role words."""

from __future__ import annotations

import pytest

from qextract.layout import roles


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("记者 谷雨 通讯员 田野", "author 谷雨, author 田野"),
        ("记者谷雨", "author 谷雨"),
        ("本报记者 谷雨 见习记者 田小野", "author 谷雨, author 田小野"),
        ("全媒体记者 谷雨、田野", "author 谷雨, author 田野"),
        ("谷雨 本刊记者田野", "author 谷雨, author 田野"),
        ("云川卫视《云川新闻》记者 谷雨", "author 谷雨"),
        ("新京报记者 谷雨 江城日报记者 田野", "author 谷雨, author 田野"),
        ("撰稿:谷雨 摄影:田野 审核:江源", "author 谷雨, other 田野, other 江源"),
        ("记者:谷雨;摄影:田野", "author 谷雨, other 田野"),
        ("文字 | 谷雨", "author 谷雨"),
        ("撰文|谷雨", "author 谷雨"),
        ("文/谷雨 图/田野", "author 谷雨, other 田野"),
        ("记者 谷雨 文/图", "author 谷雨"),
        ("记者 谷雨 摄", "other 谷雨"),
        ("记者江月明/台北报导", "author 江月明"),
        ("中央社记者林小英高雄12日电", "author 林小英"),
        ("记者高大成、温馨/综合报导", "author 高大成, author 温馨"),
        ("记者张三和李四报道", "author 张三, author 李四"),
        ("记者 谷 雨 通讯员 田 小野", "author 谷雨, author 田小野"),
        ("记者 雷鸣向阳 通讯员 谷雨田小野", "author 雷鸣, author 向阳, author 谷雨, author 田小野"),
        ("记者 欧阳立群", "author 欧阳立群"),
        ("记者:古丽娜尔·艾山 通讯员:巴特尔", "author 古丽娜尔·艾山, author 巴特尔"),
        ("参与采写:谷雨", "author 谷雨"),
        ("责任编辑:谷雨", "editor 谷雨"),
        ("责编 谷雨 校对 田野", "editor 谷雨, other 田野"),
        (
            "2024-03-01 来源:滨江日报 作者:谷雨 田野 点击:12次 字体:大 中 小",
            "author 谷雨, author 田野",
        ),
        ("材料学院 供稿 / 责任编辑 谷雨", "editor 谷雨"),
        ("来源:滨江日报 责编:谷雨 【打印】", "editor 谷雨"),
        ("作者:本报综合", ""),
        ("记者获悉", ""),
        ("会议召开", ""),
    ],
)
def test_parse(text: str, names: str) -> None:
    found = roles.parse(text, 0, len(text))
    assert ", ".join(f"{c.role} {c.name.value}" for c in found) == names
    for credit in found:
        assert text[credit.name.start : credit.name.end].replace(" ", "") == credit.name.value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("(记者 谷雨 通讯员 田野)", "credit"),
        ("文字 | 谷雨", "credit"),
        ("主播:谷雨 佟欣 编导:柯岩 编辑:田野", "credit"),
        ("责任编辑:谷雨", "editor"),
        ("【编辑:谷雨】", "editor"),
        ("记者:请问有什么打算?", None),
        ("记者问:请问背景是什么", None),
        ("记者从滨江市商务局获悉", None),
        ("项目经理", None),
        ("招标人代表", None),
        ("编辑部设在滨江市图书馆二楼", None),
    ],
)
def test_credit_kind(text: str, kind: str | None) -> None:
    assert roles.credit_kind(text) == kind


@pytest.mark.parametrize(
    ("text", "insides"),
    [
        ("会议召开。(记者 谷雨 通讯员 田野)", ["记者 谷雨 通讯员 田野"]),
        ("〔记者江源/台北报导〕经济部", ["记者江源/台北报导"]),
        ("(本报记者 谷雨)会议(以下简称大会)召开", ["本报记者 谷雨"]),
        ("(记者会上的问答)", []),
        ("会议(共三场)召开,记者到场", []),
    ],
)
def test_bracketed(text: str, insides: list[str]) -> None:
    assert [text[a:b] for a, b in roles.bracketed(text, 0, len(text))] == insides
