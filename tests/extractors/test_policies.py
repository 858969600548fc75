"""Policies: who issued a document, by which verb, when; and which mentions are one document."""

import pytest

import qextract
from qextract.document import Source
from qextract.extractors import policies
from qextract.pipeline import read
from qextract.records.summary import summary

PUBLISHED = "2031-06-20"


def found(text):
    return qextract.extract(text, published=PUBLISHED, types=["policy"])


def issuers(text):
    return {r.title: ",".join(r.issuers) for r in found(text) if r.type == "policy"}


ISSUERS = {
    "before the verb": ("近日,省教育厅印发《绿化办法》。", "省教育厅"),
    "several": (
        "日前,省教育厅、省财政厅和省司法厅联合印发《绿化办法》。",
        "省教育厅,省财政厅,省司法厅",
    ),
    "and so many departments": (
        "省教育厅、省财政厅等7部门日前联合印发《绿化办法》。",
        "省教育厅,省财政厅",
    ),
    "together with": ("市教育局会同市财政局制定出台了《绿化办法》。", "市教育局,市财政局"),
    "in a relative clause": ("按照省政府办公厅去年9月印发的《绿化办法》,", "省政府办公厅"),
    "owner": ("要落实省委、省政府《关于推进绿化的意见》。", "省委,省政府"),
    "behind, by": ("《绿化办法》由省财政厅起草。", "省财政厅"),
    "behind, adopted": ("《绿化条例》经省十四届人大常委会第六次会议通过。", "省十四届人大常委会"),
    "behind, adopted, dated": (
        "《绿化条例》由省第十三届人民代表大会常务委员会第二十次会议于2022年11月25日通过。",
        "省第十三届人民代表大会常务委员会",
    ),
    "opens the title": ("学习《国务院关于加强绿化的意见》。", "国务院"),
    "two open the title": ("《中共中央 国务院关于加强绿化的意见》公布。", "中共中央,国务院"),
    "in the order's number": ("《绿化条例》(国务院令第790号)施行。", "国务院"),
    "clause before": ("省人民政府于10日召开第四次常务会议,通过了《绿化规定》。", "省人民政府"),
    "meeting before": ("市长谷雨主持召开市政府常务会议,审议并原则通过《绿化办法》。", "市政府"),
    "three readings": ("立法会今日三读通过《绿化条例草案》。", "立法会"),
    "in the next sentence": (
        "《绿化公告》自5月1日起施行。该公告由财政部、税务总局联合发布。",
        "财政部,税务总局",
    ),
    "the short form's": (
        "解读《绿化条例》(以下简称《条例》)。《条例》经省人大常委会会议通过。",
        "省人大常委会",
    ),
    "latest of its kind": ("市水务局局长谷雨介绍,今年以来,该局先后出台《绿化办法》。", "市水务局"),
    "drafter of a standard": (
        "由青湖仪表集团牵头起草的GB/T 9971-2030《绿化办法》实施。",
        "青湖仪表集团",
    ),
    "of Taiwan": ("环境部预告订定“气候调适办法”草案。", "环境部"),
    "to the public": ("市水务局近日向社会公布《绿化办法》。", "市水务局"),
    "a commission": ("国务院关税税则委员会发布《绿化方案》。", "国务院关税税则委员会"),
    "among what it issued": ("市水务局发布标准12项,其中《绿化办法》转化为国家标准。", "市水务局"),
    "order before": ("国务院总理签署第751号国务院令,公布《绿化条例》。", "国务院"),
    "nobody: a basis": ("依据《绿化办法》,经省委批准,决定给予处分。", ""),
    "nobody: the meeting": ("会议审议通过了《绿化办法》。", ""),
    "nobody: we": ("我们正在制定《绿化办法》。", ""),
    "nobody: only asked for help": ("下一步将会同教育部门修订《绿化办法》。", ""),
    "nobody: reviewed": ("提请市人大常委会审议《绿化条例(草案)》。", ""),
    "nobody: applied": ("市水务局依据《绿化办法》处罚。", ""),
    "nobody: approved by": ("《绿化条例》5月26日经自治区人大常委会批准。", ""),
}


@pytest.mark.parametrize(("text", "who"), ISSUERS.values(), ids=ISSUERS)
def test_issuers(text, who):
    assert list(issuers(text).values()) == [who]


def test_titles_in_a_row_share_verb_and_issuer():
    assert issuers(
        "市委、市政府先后出台《绿化意见》《节水办法》和《照明方案》等政策。"
    ) == dict.fromkeys(["绿化意见", "节水办法", "照明方案"], "市委,市政府")


def test_a_comma_alone_joins_no_titles():
    text = "省水务局今日发出《节水指引》,《节水条例》同步修订。"
    assert issuers(text) == {"节水指引": "省水务局", "节水条例": ""}


def test_what_belongs_to_one_title_is_not_shared():
    text = "依据省教育厅《绿化办法》和《中华人民共和国水法》,省财政厅上月印发的《节水意见》和《照明预案》,开展检查。"
    assert issuers(text) == {
        "绿化办法": "省教育厅",
        "中华人民共和国水法": "",
        "节水意见": "省财政厅",
        "照明预案": "",
    }


ONE_DOCUMENT = (
    "《绿化办法》(以下简称《办法》)印发。《办法》共五章。该办法自5月1日起施行。",
    "《条例》今起施行。本报讯 《绿化条例》(以下简称《条例》)共五章。",
    "《绿化条例》共五章。《条例》要求。",
    "《中华人民共和国水法》公布。违反《水法》的,处罚款。",
    "《绿化办法(试行)》印发。《绿化办法》共五章。",
    "GB 9701-2022《水闸规范》发布。GB 9701-2022代替旧标准。",
    "青川省人民政府关于加强绿化的意见\n\n青政发〔2031〕2号\n\n各市人民政府:请遵照执行。",
)


@pytest.mark.parametrize("text", ONE_DOCUMENT)
def test_one_document_is_one_record(text):
    policies_found = [r for r in found(text) if r.type == "policy"]
    assert len(policies_found) == 1
    assert len(policies_found[0].mentions) > 1


def test_two_documents_of_one_type_stay_two():
    text = "《青川省绿化条例》是继国务院《绿化条例》(国令第722号)公布之后的又一部法规。"
    assert issuers(text) == {"青川省绿化条例": "", "绿化条例": "国务院"}


def test_fields():
    text = (
        "省教育厅2030年3月5日印发《关于转发〈节水办法〉的通知》"
        "(青教发[2030]5号,以下简称《通知》),自2030年5月1日起施行。"
    )
    record = next(r for r in found(text) if r.type == "policy")
    assert summary(record) == "关于转发〈节水办法〉的通知 | 通知 | 青教发〔2030〕5号 | 省教育厅"
    assert (record.category, record.action) == ("normative", "印发")
    assert (record.date.edtf, record.effective.edtf) == ("2030-03-05", "2030-05-01")
    assert (record.refers_to, record.aliases) == (["节水办法"], ["通知"])
    says = {path: text[span.start : span.end] for path, span in record.grounding.items()}
    assert says["issuers.0"] == "省教育厅"
    assert says["number"] == "青教发[2030]5号"
    assert says["action"] == "印发"


DATES = {
    "in the clause": ("省水务局2030年3月5日印发《绿化办法》。", "2030-03-05", None),
    "alone before": ("3月5日,省水务局印发《绿化办法》。", "2031-03-05", None),
    "in the subject's clause": ("省政府于6月3日召开会议,通过了《绿化办法》。", "2031-06-03", None),
    "behind": (
        "《绿化条例》于2030年3月5日经省人大常委会会议通过,自5月1日起施行。",
        "2030-03-05",
        "2030-05-01",
    ),
    "in force in the next sentence": (
        "省局发布《绿化规范》。标准自2031年9月1日起实施。",
        None,
        "2031-09-01",
    ),
    "an announcement's number": ("省水务局发布2030年第19号公告,批准《绿化规范》。", None, None),
}


@pytest.mark.parametrize(("text", "date", "effective"), DATES.values(), ids=DATES)
def test_dates(text, date, effective):
    record = [r for r in found(text) if r.type == "policy"][-1]
    assert (record.date and record.date.edtf) == date
    assert (record.effective and record.effective.edtf) == effective


CATEGORIES = {
    "《中华人民共和国水法》": "law",
    "《绿化条例》": "regulation",
    "《绿化办法》": "normative",
    "《绿化规划》": "plan",
    "《水闸规范》(GB/T 901-2031)": "standard",
    "按照青水〔2031〕5号要求": "other",
}


@pytest.mark.parametrize(("text", "category"), CATEGORIES.items())
def test_category(text, category):
    assert [r.category for r in found(text + "。") if r.type == "policy"] == [category]


def test_resolve_gives_short_forms_their_full_title():
    article = read(
        Source("-", "《绿化办法》(以下简称《办法》)印发。《办法》共五章。《青湖日报》报道。")
    )
    titles = [title.title for title in article.mentions.titles]
    assert titles == ["绿化办法", "办法", "青湖日报"]
    assert policies.resolve(article) == {0: "绿化办法", 1: "绿化办法"}


def test_a_title_that_is_lost_leaves_the_number():
    found = qextract.extract("省政府印发《》(江政发〔2019〕4号)。《 》也已公布。", types=["policy"])
    assert [(r.title, r.number) for r in found] == [("江政发〔2019〕4号", "江政发〔2019〕4号")]
