"""Organisations: which stretches of a sentence name one."""

import pytest
from linear import assert_linear

from qextract.lexical import organisation_bounds as bounds
from qextract.lexical import organisations

CASES = {
    "省教育厅、省财政厅联合印发通知": ["省教育厅", "省财政厅"],
    "国务院办公厅日前印发意见": ["国务院办公厅"],
    "由临川市市场监督管理局主办": ["临川市市场监督管理局"],
    "中国低温工程学会与西海理工大学签约": ["中国低温工程学会", "西海理工大学"],
    "工业和信息化部和国家发展改革委发布公告": ["工业和信息化部", "国家发展改革委"],
    "据市人民医院介绍,全年接诊3万人次": ["市人民医院"],
    "日前,省委宣传部组织采访": ["省委宣传部"],
    "上海振江重工(集团)股份有限公司公告": ["上海振江重工(集团)股份有限公司"],
    "省市场监管局标准化研究院起草": ["省市场监管局标准化研究院"],
}
NONE = ("召开会议研究部署", "各部门要认真落实", "该公司表示", "局长表示", "晚会上")


@pytest.mark.parametrize("text", CASES, ids=lambda text: text[:24])
def test_organisations_found(text):
    found = organisations.scan(text, [(0, len(text))])
    assert [organisation.text for organisation in found] == CASES[text]
    assert all(text[o.start : o.end] == o.text for o in found)


@pytest.mark.parametrize("text", NONE)
def test_none_found(text):
    found = organisations.scan(text, [(0, len(text))])
    assert [organisation.text for organisation in found if len(organisation.text) > 3] == []


@pytest.mark.parametrize("unit", ["局", "和局", "市场", "公司和", "(局)", "省", "会 ", "1日"])
def test_time_is_linear(unit):
    assert_linear(lambda text: organisations.scan(text, [(0, len(text))]), unit)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("会议由省水利厅", "省水利厅"),
        ("他叮嘱江西绿源公司", "江西绿源公司"),
        ("8月10日县公安局", "县公安局"),
        ("带队的省人民医院", "省人民医院"),
        ("省大数据局", "省大数据局"),
        ("昌都市教育局", "昌都市教育局"),
        ("A股B公司", "A股B公司"),
    ],
)
def test_where_a_body_begins(text, body):
    assert text[bounds.left(text, 0, len(text)) :] == body
