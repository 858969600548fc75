"""Events as news tells them: scenes, cases, operations, deals, and what is no happening."""

import pytest

import qextract
from qextract.records.summary import summary

PUBLISHED = "2024-03-05"

FOUND = {
    "scenes": {
        "3月2日17时,青海省西宁市城中区长城医院门口公交车站路面突然发生塌陷。": [
            "2024-03-02T17:00:00 | incident | 发生 | - | 青海省西宁市城中区长城医院门口公交车站路面"
        ],
        "上环一间茶餐厅上月28日凌晨发生火警。": ["2024-02-28 | incident | 发生 | 火警 | 上环"],
        "3月2日,一烧烤店发生燃气爆炸事故。": ["2024-03-02 | incident | 发生 | 燃气爆炸事故 | -"],
        "3月1日,临川北站发生火灾。": ["2024-03-01 | incident | 发生 | 火灾 | 临川北站"],
        "3月1日,强降雨袭击临川。": ["2024-03-01 | incident | 袭击 | - | 临川"],
        "2月4日,两车发生碰撞。": ["2024-02-04 | incident | 发生 | - | -"],
        "3月3日,南洋国一所小学遭枪手袭击,5人死亡。": [
            "2024-03-03 | incident | 袭击 | - | 南洋国一所小学"
        ],
        "上周六(2日)豪雨造成乡内3.4公顷露天番茄受损。": ["2024-03-02 | incident | 造成 | - | -"],
    },
    "cases": {
        "2月12日,白沙公安分局对市民周女士被骗11.8万元一案立案侦查。": [
            "2024-02-12 | enforcement | 立案侦查 | - | -"
        ],
        "3月1日,法院对“3·12”跨境电信网络诈骗案一审公开宣判。": [
            "2024-03-01 | enforcement | 公开宣判 | “3·12”跨境电信网络诈骗案 | -"
        ],
        "3月1日,临川监管局因贷款资金被挪用等4项违规,对临川银行罚款200万元。": [
            "2024-03-01 | enforcement | 罚款 | - | -"
        ],
        "2月27日,国际田联对她禁赛四年。": ["2024-02-27 | enforcement | 禁赛 | - | -"],
        "3月2日,被告郑某因和妻子吵架后心里不快,就用手机打电话给商场,将警员引到现场。": [
            "2024-03-02 | incident | - | - | -"
        ],
    },
    "operations and deals": {
        "3月28日,我院心血管内科联合麻醉手术部、超声医学科,为82岁的患者潘某成功实施瓣膜置换术(TAVR)。": [
            "2024-03-28 | other | 实施 | 瓣膜置换术 | -"
        ],
        "2月3日,江北医院完成全省首例单孔机器人肺叶切除术。": [
            "2024-02-03 | result | 完成 | 全省首例单孔机器人肺叶切除术 | -"
        ],
        "去年11月公司完成C轮融资8.2亿元。": ["2023-11 | result | 完成 | C轮融资 | -"],
        "江洲银行50亿元二级资本债将于9月5日上市交易。": [
            "2024-09-05 | launch | 上市 | 二级资本债 | -"
        ],
        "中科江源2019年4月成立于合肥。": ["2019-04 | launch | 成立于 | 中科江源 | 合肥"],
        "2022年11月,胸痛中心通过国家标准版认证。": ["2022-11 | result | 通过 | 胸痛中心 | -"],
        "2月18日,临川儿童医院正式开诊。": ["2024-02-18 | launch | 开诊 | 临川儿童医院 | -"],
    },
    "posts": {
        "总局3月4日核准江源临川银行行长的任职资格。": ["2024-03-04 | appointment | 核准 | - | -"],
        "县十届人大一次会议2月7日选举白鹭为县长。": [
            "2024-02-07 | appointment | 选举 | 县十届人大一次会议 | -"
        ],
        "谭岳2023年1月接手球队。": ["2023-01 | appointment | 接手 | - | -"],
        "1月2日,新任行长田野到任。": ["2024-01-02 | appointment | 到任 | - | -"],
    },
    "sittings and visits": {
        "局长程江昨日(4日)出席立法会卫生委员会会议时表示,署方修订的《小贩牌照须知》将于6月公布。": [
            "2024-03-04 | meeting | 出席 | 立法会卫生委员会会议 | -",
            "2024-06 | policy | 公布 | 小贩牌照须知 | -",
        ],
        "立法院昨邀行政院长率部会首长列席,提出专案报告并备询。": [
            "2024-03-04 | meeting | 备询 | - | -"
        ],
        "市府今启用智慧停车系统。": ["2024-03-05 | launch | 启用 | 智慧停车系统 | -"],
        "2月27日下午,区科技局局长潘江等一行八人到众创金融街进行实地考察调研。": [
            "2024-02-27 | visit | 实地考察 | - | 众创金融街"
        ],
        "球队抵达临川是在2月8日。": ["2024-02-08 | visit | 抵达 | - | -"],
        "11月10日,股东会举行。会议决定11月28日召开临时会。当天上午举行第一次全体会议。": [
            "2023-11-10 | meeting | 举行 | 股东会 | -",
            "2023-11-28 | meeting | 召开 | 临时会 | -",
            "2023-11-10 | meeting | 举行 | 第一次全体会议 | -",
        ],
        "2月28日,省卫健委召开全省医疗质量大会。\n2月28日召开的全省医疗质量大会还部署了急救工作。": [
            "2024-02-28 | meeting | 召开 | 全省医疗质量大会 | -"
        ],
    },
    "told apart": {
        "【6日9:20】历经32个小时扑救,现场明火全部扑灭。": [
            "2024-03-06T09:20:00 | result | 扑灭 | 现场明火 | -"
        ],
        "3月27日至28日,全市完成新一轮核酸检测,共采样86万人次,检出阳性样本57管。": [
            "2024-03-27/2024-03-28 | result | 完成 | - | -"
        ],
        "首批增援力量3月4日晚抵达临川。": ["2024-03-04 | other | 抵达 | - | 临川"],
        "省十届人大三次会议圆满完成各项议程,今天下午在省会堂闭幕。": [
            "2024-03-05 | meeting | 闭幕 | 省十届人大三次会议 | 省会堂"
        ],
        "交易预计于明年第一季完成。": ["2025-33 | result | 完成 | - | -"],
        "2019年6月任省水利厅一级巡视员。": ["2019-06 | appointment | 任 | - | -"],
        "今年五月,九公里的进村公路通了车。": ["2024-05 | launch | 通了车 | 进村公路 | -"],
        "昨日24时,为期40天的2024年铁路春运落下帷幕。": [
            "2024-03-04T24:00:00 | result | 落下帷幕 | 2024年铁路春运 | -"
        ],
    },
    "papers": {
        "市场监管总局发布《蔬菜包装规范》。标准自2024年6月1日起实施。": [
            "2024-06-01 | policy | 实施 | 蔬菜包装规范 | -"
        ],
        "该局批准发布《蔬菜包装规范》(DB37/T 4862-2024)等12项地方标准。标准自2024年6月1日起实施。": [
            "2024-06-01 | policy | 实施 | - | -"
        ],
        "立法会3月1日三读通过拨款条例草案。": ["2024-03-01 | policy | 三读通过 | 拨款条例草案 | -"],
        "省体育局公布《后备人才激励办法(试行)》。办法自10月1日起施行。": [
            "2024-10-01 | policy | 施行 | 后备人才激励办法(试行) | -"
        ],
    },
}

NONE = {
    "the work of a year": "2020年全国战线全力以赴深入开展质量提升行动,取得显著成效。",
    "cases counted": "今年1至5月,全市法院新收电信网络诈骗及关联犯罪案件187件。",
    "a feast in a name": "2024年医师节主题活动海报亮相。",
    "nothing of the kind": "今年春运没有一趟列车因天气停运。",
    "a trend": "6月份有26个工业行业增加值实现正增长,汽车产销量创年内新高。",
    "a heading": "2024年3月30日临川市疫情通报\n",
    "approved later": "对2月1日起所作的行为,予以追认。",
    "not today": "如今出席会议的人不少。",
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(sentence, expected, id=f"{group}: {sentence[:16]}")
        for group, cases in FOUND.items()
        for sentence, expected in cases.items()
    ],
)
def test_events_of_the_sentence(sentence, expected):
    records = qextract.extract(sentence, published=PUBLISHED, types=["event"])
    assert [summary(record) for record in records] == expected


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE.keys())
def test_no_event(sentence):
    records = qextract.extract(sentence, published=PUBLISHED, types=["event"])
    assert [summary(record) for record in records] == []


YEARS = {
    "4月11日,案件宣判。\n2008年4月11日,田某被判处死刑。2005年3月,他犯案。": [
        "2008-04-11",
        "2008-04-11",
        "2005-03",
    ],
    "明年元月开工。司法院昨(29日)晚间强调。": ["XXXX-01", "XXXX-XX-29"],
    "江源1941年生于白沙。去年12月22日,白沙发生洪水。": ["1941", "XXXX-12-22"],
}


@pytest.mark.parametrize(("text", "expected"), YEARS.items(), ids=range(len(YEARS)))
def test_years_without_a_day_of_writing(text, expected):
    assert [date.value.edtf for date in qextract.find_dates(text)] == expected


def test_a_body_inside_a_title_takes_no_part():
    text = "2024年2月6日,两国签署《反兴奋剂合作协定》。"
    (event,) = qextract.extract(text, published=PUBLISHED, types=["event"])
    assert event.participants == []
