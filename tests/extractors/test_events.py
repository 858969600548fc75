"""Events, sentence by sentence: what a date dates, and what it does not."""

import pytest

import qextract
from qextract.records.summary import summary

PUBLISHED = "2024-03-05"

FOUND = {
    "meeting": {
        "3月4日上午,临川省春耕生产现场会在白沙县召开。": "2024-03-04 | meeting | 召开 | 临川省春耕生产现场会 | 白沙县",
        "昨日,市应急管理局举行防汛演练。": "2024-03-04 | other | 举行 | 防汛演练 | -",
        "县政协十届三次会议将于3月12日开幕。": "2024-03-12 | meeting | 开幕 | 县政协十届三次会议 | -",
        "3月3日,省长江源赴白沙市出席水利博览会。": "2024-03-03 | meeting | 出席 | 水利博览会 | 白沙市",
        "集团第九届董事会第六次会议于2月26日以视频方式召开,七名董事到会。": "2024-02-26 | meeting | 召开 | 集团第九届董事会第六次会议 | -",
        "3月2日,临川湾马拉松鸣枪起跑。": "2024-03-02 | other | 鸣枪起跑 | 临川湾马拉松 | -",
        "由市科协主办的第五届青年科学家论坛3月1日至2日在临川宾馆举行。": "2024-03-01/2024-03-02 | meeting | 举行 | 第五届青年科学家论坛 | 临川宾馆",
    },
    "policy": {
        "2022年6月,省政府印发《临川省水网建设规划》。": "2022-06 | policy | 印发 | 临川省水网建设规划 | -",
        "《临川省湿地保护条例》由省人大常委会于2023年9月27日通过,自2024年1月1日起施行。": "2024-01-01 | policy | 施行 | 临川省湿地保护条例 | -",
    },
    "launch": {
        "2月29日,我国在西山发射场使用长风火箭成功将远望七号卫星发射升空。": "2024-02-29 | launch | 发射升空 | 远望七号卫星 | 西山发射场",
        "江北水厂始建于1978年。": "1978 | launch | 始建于 | 江北水厂 | -",
        "去年12月26日,临白高速正式通车。": "2023-12-26 | launch | 通车 | 临白高速 | -",
        "3月2日,市红十字会启动“暖春”救助项目。": "2024-03-02 | launch | 启动 | “暖春”救助项目 | -",
    },
    "incident": {
        "2月28日7时许,临白高速白沙段发生追尾事故。": "2024-02-28T07:00:00 | incident | 发生 | - | 临白高速白沙段",
    },
    "statement": {
        "3月2日,白沙煤矿瓦斯爆炸事故调查报告公布。": "2024-03-02 | statement | 公布 | 白沙煤矿瓦斯爆炸事故调查报告 | -",
    },
    "enforcement": {
        "3月1日,一名男子因涉嫌盗窃被警方抓获。": "2024-03-01 | enforcement | 抓获 | - | -",
        "海关3月2日在白沙湾检获一批怀疑走私香烟。": "2024-03-02 | enforcement | 检获 | - | 白沙湾",
        "据临川省纪委监委3月4日消息,省水利厅原副厅长谷雨正接受纪律审查。": "2024-03-04 | enforcement | 接受纪律审查 | - | -",
        "2023年11月,临川市中级人民法院以受贿罪判处田力有期徒刑十年。": "2023-11 | enforcement | 判处 | - | -",
    },
    "signing": {
        "2月22日,白沙科技与江北集团就股权转让达成协议。": "2024-02-22 | signing | 达成协议 | - | -",
        "3月3日,临川大学与白沙县政府签署战略合作协议。": "2024-03-03 | signing | 签署 | 战略合作协议 | -",
    },
    "result": {
        "昨晚,临川女排以3比1战胜白沙女排,夺得冠军。": "2024-03-04 | result | 战胜 | - | -",
    },
    "other": {
        "公示期自2024年3月1日至3月7日。": "2024-03-01/2024-03-07 | other | 公示 | - | -",
        "(一)报名时间:2024年3月1日至15日,逾期不予受理。": "2024-03-01/2024-03-15 | other | 报名 | - | -",
        "公司股票自3月6日开市起停牌。": "2024-03-06 | other | 停牌 | - | -",
    },
    "appointment": {
        "3月4日,省委决定:田力任白沙县委书记。": "2024-03-04 | appointment | 任 | - | -",
        "2月27日,南洋国总统江源宣布辞职。": "2024-02-27 | appointment | 宣布辞职 | - | -",
        "2021年5月,江源当选县科协主席。": "2021-05 | appointment | 当选 | - | -",
    },
}

NONE = {
    "no calendar date": "近日,全省水利大会在临川召开。",
    "a figure for a period": "2023年,全市实现生产总值320亿元,同比增长6.1%。",
    "as of a day": "截至2月底,全市建成公园120座。",
    "a target": "到2025年,全市建成公园150座以上。",
    "a noun, not a verb": "3月份的启动仪式筹备情况良好。",
    "occasions counted": "2023年,临川市举办各类文化活动1200场。",
    "who organises": "3月4日的主办方和承办单位名单如下。",
    "a year that names figures": "省法院通报2023年审理案件情况。",
    "a day with a name": "3月5日是学雷锋纪念日。",
    "what went on since": "自2020年启动改造以来,老城区面貌焕然一新。",
    "one day of a month": "2024年3月的一天,记者走进白沙村。",
    "negated": "3月4日,会议没有召开。",
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(sentence, expected, id=f"{group}: {sentence[:16]}")
        for group, cases in FOUND.items()
        for sentence, expected in cases.items()
    ],
)
def test_event_is_found(sentence, expected):
    records = qextract.extract(sentence, published=PUBLISHED, types=["event"])
    assert expected in [summary(record) for record in records]


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE.keys())
def test_no_event(sentence):
    records = qextract.extract(sentence, published=PUBLISHED, types=["event"])
    assert [summary(record) for record in records] == []


def test_the_first_of_two_datings_is_the_record_and_the_other_a_mention():
    text = "3月4日,节水大会在临川召开。\n\n会议内容丰富。3月4日,节水大会在临川召开。"
    (event,) = qextract.extract(text, published=PUBLISHED, types=["event"])
    assert [text[span.start : span.end] for span in event.mentions] == [
        "3月4日,节水大会在临川召开"
    ] * 2


def test_participants_are_those_of_the_clause():
    text = "3月3日,临川大学与白沙县政府签署战略合作协议。市教育局并未到场。"
    (event,) = qextract.extract(text, published=PUBLISHED, types=["event"])
    assert event.participants == ["临川大学", "白沙县政府"]


def test_a_title_that_is_lost_names_nothing():
    (event,) = qextract.extract("省政府1991年3月发布《》。", types=["event"])
    assert event.name is None


def test_a_dating_above_the_headline_is_in_another_sentence():
    page = "2024年3月2日,云川大桥通车。\n\n北岭渡口恢复通航\n2023-11-22 来源:北岭日报\n11月15日,北岭渡口恢复通航。"
    *_, event = qextract.extract(page, types=["event"])
    assert event.date.edtf == "2023-11-15"
