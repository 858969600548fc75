"""Marks, invisible characters, entities, tags, Markdown, forms of characters."""

from __future__ import annotations

import pytest

from qextract.repairs import characters, repair

# damaged, mended, kind
MENDED = {
    "comma before a stop": ("质量提升,。标准引领;;,一是", "质量提升。标准引领;一是", "doubled_punctuation"),
    "colon and comma": ("他表示:,今年,:明年::", "他表示:今年:明年:", "doubled_punctuation"),
    "comma in brackets": ("《,意见、》(,试行)“,好”", "《意见》(试行)“好”", "doubled_punctuation"),
    "stop behind a question": ("好吗?。对!。", "好吗?对!", "doubled_punctuation"),
    "doubled wide marks": ("质量，，标准，。认证；；检测：：", "质量,标准。认证;检测:", "doubled_punctuation"),
    "thousands": ("共3,,000家,增长1,，250万元", "共3,000家,增长1,250万元", "doubled_punctuation"),
    "ASCII stops": (
        "会议召开.市长出席.增长3.5%.其中企业312.合作“共赢”.\n2023.11.15完成,详见www.gov.cn.",
        "会议召开。市长出席。增长3.5%。其中企业312。合作“共赢”。\n2023.11.15完成,详见www.gov.cn.",
        "ascii_stop",
    ),
    "wide stops": ("会议召开．市长出席．", "会议召开。市长出席.", "wide_stop"),
    "name dot": ("乔治．史密斯说。约翰．米勒说。", "乔治·史密斯说。约翰·米勒说。", "wide_stop"),
    "straight quotes": ('开展"质量月"活动和"小"活动', "开展“质量月”活动和“小”活动", "straight_quote"),
    "joiners": ("质\u2060量\u200d提\u061c升\u3164", "质量提升", "invisible"),
    "directions": ("\u202a质量\u202c\u200e提升\u200f", "质量提升", "invisible"),
    "page break": ("第一页\x0c第二页\n\x0c第三页", "第一页\n第二页\n第三页", "invisible"),
    "object replaced": ("质量\ufffc提升", "质量提升", "invisible"),
    "ring on an ideograph": ("质\u0308量3\u20e3项", "质量3项", "combining"),
    "private use": ("质\ue004量\uf0b7提升", "质量提升", "private_use"),
    "old full-width space": ("\ue5e5\ue5e5质量提升", "  质量提升", "private_use"),
    "keycaps": ("1\ufe0f\u20e3质量", "1质量", "combining"),
    "selector of the plane behind": ("葛\U000e0101城", "葛城", "emoji"),
    "entity without semicolon": ("质量&nbsp标准&ldquo好&rdquo", "质量 标准“好”", "entity"),
    "numbered entities": ("&#8220;好&#8221;&#x4e2d;国&#20013", "“好”中国中", "entity"),
    "entities twice": ("&amp;ldquo;好&amp;rdquo;&amp;amp;nbsp;", "“好” ", "entity"),
    "entity of a tag": ("&lt;p&gt;质量&lt;/p&gt;提升", "质量\n提升", "markup"),
    "paragraph tags": ("<p>质量提升。</p>\n<p>标准引领。</p>", "质量提升。\n标准引领。", "markup"),
    "inline tags": ('<strong>质量</strong><span style="x">提升</span>', "质量提升", "markup"),
    "line break tags": ("质量<br/>提升<BR >标准<br>", "质量\n提升\n标准", "markup"),
    "cells": ("<tr><td>城市</td><td>数量</td></tr><tr><td>临川</td></tr>", "城市 数量\n临川", "markup"),
    "comment": ("质量<!-- 广告位 <b>1</b> -->提升", "质量\n提升", "markup"),
    "script": ("质量<script>if(a<1){b()}</script>提升", "质量\n提升", "markup"),
    "bold": ("**一、总体要求**\n坚持__质量第一__。", "一、总体要求\n坚持质量第一。", "markup"),
    "heading": ("## 一、总体要求\n正文", "一、总体要求\n正文", "markup"),
    "link": ("详见[通知全文](https://www.example.com/a)。", "详见通知全文。", "markup"),
    "picture": ("![](//img.example.com/1.jpg)质量", "质量", "markup"),
    "radicals": ("⻬⻓⼈⾦⽅⻋⻔⼤", "齐长人金方车门大", "full_width"),
    "other minus and ratio": ("−5℃,1∶3,⋯⋯", "-5℃,1:3,……", "full_width"),
    "small forms": ("质量﹐标准﹔认证﹙试行﹚", "质量,标准;认证(试行)", "full_width"),
}  # fmt: skip

KEPT = (
    "真的！！是吗？？太好了……好——".translate({0xFF01: "!", 0xFF1F: "?"}),
    "1,000家、3,500.5万元,1.概述,2023.11.15,a.b.c",
    "“好!”。他说,“行。”",
    "C++ std::vector,http://a.gov.cn/x?a=1&b=2",
    "AT&T与R&D、A&B公司",
    "x<5且y>3,<关于印发>的通知,p<0.05",
    "a**b与2**3、#质量月#、C# 语言",
    "豫政〔2023〕5号(试行)[图1](左)",
    '55"电视、"quality control"',
    "zhi\u0300liang, Cafe\u0301",
    "①一是Ⅲ级㈠½,120㎡,37℃,5㎏,№3,30‰",
    "一.概述\n二.要求\n三.保障",
    "约翰·米勒,A.史密斯",
)


@pytest.mark.parametrize(("damaged", "mended", "kind"), MENDED.values(), ids=MENDED)
def test_mends(damaged: str, mended: str, kind: str) -> None:
    done = repair(damaged)
    assert done.text == mended
    assert done.counts.get(kind, 0) > 0
    assert repair(mended).text == mended


@pytest.mark.parametrize("text", KEPT)
def test_keeps(text: str) -> None:
    done = repair(text)
    assert (done.text, done.counts) == (text, {})


def test_radicals_fold_to_what_they_are() -> None:
    assert len(characters.RADICALS) == 0x2EF4 - 0x2E80
    assert characters.narrow("⺁⺠⻅⻳⻬⻯")[0] == "厂民见龟齐竜"


def test_marks_keep_places() -> None:
    source = "开展“**质量月**”活动<br>共3,,000家"
    done = repair(source)
    start = done.text.index("质量月")
    assert source[slice(*done.to_source(start, start + 3))] == "质量月"
    start = done.text.index("3,000")
    assert source[slice(*done.to_source(start, start + 5))] == "3,,000"
