"""Escapes, prefixes of lines, foreign marks and spaces beside marks; what writers put stays."""

from __future__ import annotations

import json

import pytest

from qextract.repairs import repair

PAGE = (
    "云川市召开质量大会\n\n"
    "4月18日,云川市召开质量大会,总结去年工作,部署今年任务。\n"
    "会议指出,全市有规模以上工业企业1286家,合格率达到96.4%。\n"
    "5月3日起,《质量规划(试行)》施行,专项资金2.35亿元。\n"
    "市委副书记高远强调“质量第一”,要抓好落实。\n"
    "据了解,去年全市减免检测费用640万元。\n"
    "各县负责人作了表态发言。\n"
    "市领导林一舟出席。"
)
LINES = PAGE.split("\n")
DAMAGED = {
    "JSON": json.dumps(PAGE)[1:-1],
    "JSON, breaks and quotes": PAGE.replace("\n", "\\n").replace("“", '\\"').replace("”", '\\"'),
    "breaks of Windows": PAGE.replace("\n", "\\r\\n"),
    "quoted": "\n".join("> " + line for line in LINES),
    "quoted twice": "\n".join(">> " + line for line in LINES),
    "numbered": "\n".join(f"{i} {line}" for i, line in enumerate(LINES, 1)),
    "numbered with bars": "\n".join(f"{i:4}|{line}" for i, line in enumerate(LINES, 1)),
    "bold figures": "".join(chr(0x1D7CE + int(c)) if c.isdigit() else c for c in PAGE),
    "Arabic figures": "".join(chr(0x660 + int(c)) if c.isdigit() else c for c in PAGE),
    "Arabic percent": PAGE.replace("%", "٪"),
    "titles in brackets of code": PAGE.replace("《", "<<").replace("》", ">>"),
    "titles in guillemets": PAGE.replace("《", "«").replace("》", "»"),
    "titles in signs of greatness": PAGE.replace("《", "≪").replace("》", "≫"),
    "quotes as primes": PAGE.replace("“", "″").replace("”", "″"),
    "quotes of TeX": PAGE.replace("“", "``").replace("”", "''"),
    "spaces behind marks": PAGE.replace(",", ", ")
    .replace("。", "。 ")
    .replace("。 \n", "。\n")
    .rstrip(),
    "spaces within brackets": PAGE.replace("《", "《 ").replace("(", "( ").replace(")", " )"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_page_is_whole_again(name: str) -> None:
    done = repair(DAMAGED[name])
    assert done.text == PAGE
    assert repair(done.text).text == done.text


@pytest.mark.parametrize(
    "text",
    [
        "路径是C:\\new\\质量,另见D:\\next。",
        "首页 » 新闻 » 正文",
        "首页 > 新闻\n> 正文\n云川市召开大会",
        "1 质量\n2 标准\n3 计量",
        "一台55″电视,另有一台65″电视。",
        "满足a << b且c >> d的条件",
        "会议结束。 责任编辑:高远",
        "选择题( ),填空题( )",
    ],
)
def test_what_writers_put_stays(text: str) -> None:
    assert repair(text).text == text
