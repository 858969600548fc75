"""Policies where the page sets number, body and title on lines of their own, or one body shares the work."""

import pytest

import qextract


def policies(text):
    return [
        (r.title, r.number, r.issuers)
        for r in qextract.extract(text, types=["policy"])
        if r.type == "policy"
    ]


CASES = {
    # the number is the line above
    "南政办发〔2023〕9号\n\n南湾市人民政府办公室\n\n关于印发《南湾市物业管理办法》的通知\n\n"
    "各县市区人民政府:现印发给你们。": [
        ("南湾市物业管理办法", "南政办发〔2023〕9号", ["南湾市人民政府办公室"])
    ],
    "临府发〔2017〕92号\n临川市人民政府印发《关于加强诚信建设的实施意见》的通知\n各区人民政府:": [
        ("关于加强诚信建设的实施意见", "临府发〔2017〕92号", ["临川市人民政府"])
    ],
    # a long title set over lines with blanks between them
    "市政府办公室转发方案\n\n经市政府同意,现将《南湾市贯彻落实〈关于打好经济\n\n增长主动仗的若干\n\n政策措施〉实施方案》印发给你们。": [
        ("南湾市贯彻落实〈关于打好经济增长主动仗的若干政策措施〉实施方案", None, [])
    ],
    # two bodies, two verbs
    "国家卫健委发布、我院牵头制定的《儿童哮喘诊疗规范》近日实施。": [
        ("儿童哮喘诊疗规范", None, ["国家卫健委", "我院"])
    ],
    "由中国电机协会发布、南湾电网公司牵头起草的《储能电站运行规程》正式实施。": [
        ("储能电站运行规程", None, ["中国电机协会", "南湾电网公司"])
    ],
    # a body told by its side
    "运输署署理署长霍谦补充,署方已预留4,860万元,并在昨日更新《电动单车安全指引》。": [
        ("电动单车安全指引", None, ["运输署"])
    ],
    # what the title begins with
    "贯彻《中共中央办公厅国务院办公厅印发〈关于推进政务公开的意见〉的通知》精神。": [
        (
            "中共中央办公厅国务院办公厅印发〈关于推进政务公开的意见〉的通知",
            None,
            ["中共中央办公厅", "国务院办公厅"],
        )
    ],
    "落实省委、省政府《关于支持临川的若干意见》和国务院关于促进高新区发展的若干意见。": [
        ("关于支持临川的若干意见", None, ["省委", "省政府"]),
        ("国务院关于促进高新区发展的若干意见", None, ["国务院"]),
    ],
    "南岭省住房和城乡建设厅关于加强物业管理工作的通知要求,年底前完成。": [
        ("南岭省住房和城乡建设厅关于加强物业管理工作的通知", None, ["南岭省住房和城乡建设厅"])
    ],
    "国务院联防联控机制印发《关于落实分级防控策略的通知》。": [
        ("关于落实分级防控策略的通知", None, ["国务院联防联控机制"])
    ],
    "证监会8月16日公布修订后的《公司分红监管指引》。": [("公司分红监管指引", None, ["证监会"])],
    # an act told, no paper
    "全国人民代表大会常务委员会关于议员资格问题作出的决定受到支持。": [],
}


@pytest.mark.parametrize("text", CASES, ids=lambda text: text[:24].replace("\n", " "))
def test_number_and_issuers(text):
    assert policies(text) == CASES[text]
