"""The library as the contract's table has it: offsets are those of the argument, damage or not."""

import datetime as dt

import pytest

import qextract

DAMAGED = "臨川市市場監(jiān)督管理局副局長谷雨介紹,3月4日印發(fā)《節(jié)水條例》,惠及１.2萬余家企業(yè)。"


def slices(text, mentions):
    return [text[mention.start : mention.end] for mention in mentions]


@pytest.mark.parametrize(
    "find",
    [
        qextract.find_numbers,
        qextract.find_quantities,
        qextract.find_dates,
        qextract.find_people,
        qextract.find_documents,
    ],
)
def test_text_is_the_slice_of_the_argument(find):
    mentions = find(DAMAGED)
    assert mentions
    assert slices(DAMAGED, mentions) == [mention.text for mention in mentions]


def test_numbers():
    (number,) = qextract.find_numbers("共有三十至五十家")
    assert (number.value, number.value_max, number.kind) == (30, 50, "cardinal")
    (percent,) = qextract.find_numbers("占75%")
    assert (percent.value, percent.kind) == (75, "percentage")


def test_quantities():
    (money,) = qextract.find_quantities("投入约1.2亿元")
    assert (money.value, money.unit, money.unit_code) == (120_000_000, "元", "CNY")
    assert (money.dimension, money.comparator) == ("money", "approx")


def test_dates_are_resolved_against_the_reference():
    (date,) = qextract.find_dates("去年9月开工", reference=dt.date(2024, 3, 5))
    assert (date.value.edtf, date.value.start) == ("2023-09", dt.date(2023, 9, 1))


def test_people():
    (person,) = qextract.find_people(DAMAGED)
    assert person.name.value == "谷雨"
    assert [(p.org.value, p.title.value) for p in person.positions] == [
        ("临川市市场监督管理局", "副局长")
    ]
    assert DAMAGED[person.name.start : person.name.end] == "谷雨"


def test_documents():
    (title,) = qextract.find_documents(DAMAGED)
    assert (title.title, title.is_policy, title.doc_type) == ("节水条例", True, "条例")


def test_repair():
    repaired = qextract.repair("質(zhì)量強(qiáng)省")
    assert repaired.text == "质量强省"
    assert repaired.to_source(0, 2) == (0, 7)
    assert [fix.kind for fix in repaired.repairs if fix.kind == "pinyin_gloss"]


def test_extract_gives_the_article_first_and_only_the_types_asked_for():
    records = qextract.extract(DAMAGED, doc_id="x", published="2024-03-05")
    assert records[0].type == "article"
    only = qextract.extract(DAMAGED, published="2024-03-05", types={"policy"})
    assert [record.type for record in only] == ["policy"]


def test_ids_do_not_change_when_text_is_inserted_above():
    text = "市水利局局长谷雨说,全市有水库12座。"
    before = {r.id for r in qextract.extract(text)[1:]}
    after = {r.id for r in qextract.extract("全市天气晴好,适宜春耕。\n" + text)[1:]}
    assert before
    assert before <= after


@pytest.mark.parametrize(
    ("options", "message"),
    [({"types": ["people"]}, "people"), ({"published": "yesterday"}, "isoformat")],
)
def test_bad_options_are_value_errors(options, message):
    with pytest.raises(ValueError, match=message):
        qextract.extract("正文。", **options)


def test_an_empty_text_is_an_article_without_records():
    (article,) = qextract.extract("")
    assert (article.title, article.text) == (None, "")
    assert article.counts == {"event": 0, "official": 0, "policy": 0, "metric": 0}


@pytest.mark.parametrize(
    "damaged",
    [
        "人代表\n管径",
        "2023年月\n",
        "《关、〈〉的意见》已公布。",
        "省政府《》发〔2019〕4号",
        "一九九一年发布《》",
    ],
)
def test_whatever_is_torn_gives_records(damaged):
    """What tearing pages to pieces once broke on."""
    assert qextract.extract(damaged)[0].type == "article"
