"""What figures count, in sentences of many kinds. Places, persons and figures are made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import assert_linear

import qextract
from qextract.records.summary import summary

PUBLISHED = "2024-03-05"


def metrics(text):
    return [r for r in qextract.extract(text, published=PUBLISHED) if r.type == "metric"]


def summaries(text):
    return [summary(record) for record in metrics(text)]


READ = {
    "classifier and noun": [
        ("推荐88家企业参加评选。", ["eq 88 家 企业"]),
        ("万余名首席质量官参加培训。", ["gt 10000 名 首席质量官"]),
        ("全省16个省辖市和81个县(市、区)设立质量奖。", ["eq 16 个 省辖市", "eq 81 个 县(市、区)"]),
        ("大会表彰1775个全国优秀质量管理小组。", ["eq 1775 个 优秀质量管理小组"]),
        ("辖区建成4条高速公路、11个社区。", ["eq 4 条 高速公路", "eq 11 个 社区"]),
        ("联合7部门出台措施。", ["eq 7 - 部门"]),
        ("共新建66项高精度、高稳定性的计量标准。", ["eq 66 项 计量标准"]),
        ("为457名被告人指定律师出庭辩护。", ["eq 457 名 被告人"]),
        ("沈东集团等3家组织入围。", ["eq 3 家 组织"]),
    ],
    "noun, then figure": [
        ("制修订国际标准4项、国家标准103项。", ["eq 4 项 国际标准", "eq 103 项 国家标准"]),
        ("夺得金牌38枚、银牌27枚。", ["eq 38 枚 金牌", "eq 27 枚 银牌"]),
        (
            "建筑面积18万平方米,设计时速80公里。",
            ["eq 180000 平方米 建筑面积", "eq 80 公里 设计时速"],
        ),
        ("户籍人均生产总值为98094元。", ["eq 98094 元 户籍人均生产总值"]),
        ("评选出“发表优胜奖”18个。", ["eq 18 个 “发表优胜奖”"]),
        ("每千人口床位数达7.2张。", ["eq 7.2 张 每千人口床位数"]),
        ("新改建充电桩3000个。", ["eq 3000 个 充电桩"]),
        ("审结贪污贿赂、渎职等案件55件。", ["eq 55 件 案件"]),
    ],
    "change": [
        (
            "实现产值12亿元,同比增长5.6%,比上年加快0.4个百分点。",
            ["eq 1200000000 元 产值", "eq 5.6 % 产值", "eq 0.4 个百分点 产值"],
        ),
        ("全市案件比去年同期增加了322件。", ["eq 322 件 案件"]),
        (
            "居民消费价格上涨0.3%,其中食品价格下降1.2%。",
            ["eq 0.3 % 居民消费价格", "eq 1.2 % 食品价格"],
        ),
        ("带动农户4600户,户均增收5200元。", ["eq 4600 户 农户", "eq 5200 元 户均增收"]),
    ],
    "lists and shared parts": [
        (
            "受理案件25.4万件,处罚1200人,同比分别上升3.6%和下降3.1%。",
            ["eq 254000 件 案件", "eq 1200 人 处罚", "eq 3.6 % 案件", "eq 3.1 % 处罚"],
        ),
        (
            "城镇、农村居民人均可支配收入分别达48265元和23170元。",
            ["eq 48265 元 城镇居民人均可支配收入", "eq 23170 元 农村居民人均可支配收入"],
        ),
        ("税收占比由68.5%提高到71.2%。", ["eq 68.5 % 税收占比", "eq 71.2 % 税收占比"]),
    ],
    "shares and parts": [
        ("第一产业占生产总值的比重上升3.8个百分点。", ["eq 3.8 个百分点 第一产业占生产总值的比重"]),
        (
            "常住人口126万人,占全国的8.97%。",
            ["eq 1260000 人 常住人口", "eq 8.97 % 常住人口占全国比重"],
        ),
        ("报名小组有522个,其中217个入围。", ["eq 522 个 报名小组", "eq 217 个 报名小组"]),
        (
            "客流量达800万人次,其中,公路500万人次。",
            ["eq 8000000 人次 客流量", "eq 5000000 人次 公路客流量"],
        ),
    ],
    "what happened": [
        ("事故造成2人死亡、5人受伤。", ["eq 2 人 死亡", "eq 5 人 受伤"]),
        ("收到提案863件,立案712件。", ["eq 863 件 提案", "eq 712 件 立案提案"]),
    ],
    "times are no figures": [
        ("合格率连续三年保持在98.5%以上。", ["ge 98.5 % 合格率"]),
        ("用户由5年前的3.2万户增至6.8万户。", ["eq 32000 户 用户", "eq 68000 户 用户"]),
        (
            "建设工期48个月,概算总投资76.5亿元。",
            ["eq 48 个月 建设工期", "eq 7650000000 元 概算总投资"],
        ),
    ],
    "verbs inside nouns": [
        ("颁发自愿性产品认证证书2400张。", ["eq 2400 张 自愿性产品认证证书"]),
        (
            "旅客消费分别为601亿元和153亿元。",
            ["eq 60100000000 元 旅客消费", "eq 15300000000 元 旅客消费"],
        ),
        ("有3家获得国家级奖项的企业参会。", ["eq 3 家 企业"]),
        ("商标注册申请量2.3万件。", ["eq 23000 件 商标注册申请量"]),
        (
            "建成产业园3个、质量认证示范区6个。",
            ["eq 3 个 产业园", "eq 6 个 质量认证示范区"],
        ),
    ],
    "Hong Kong and Taiwan": [
        ("政府共收回約2,700個被濫用的公屋單位。", ["approx 2700 个 公屋单位"]),
        (
            "合併營收新台幣125.6億元,季增12.3%。",
            ["eq 12560000000 元 合并营收", "eq 12.3 % 合并营收"],
        ),
        (
            "去年總收入五百六十九億元,按年升百分之十九。",
            ["eq 56900000000 元 总收入", "eq 19 % 总收入"],
        ),
    ],
    "comparators apart from the number": [
        ("每家企业补助不超过交易额的10%。", ["le 10 % 企业补助"]),
        (
            "氮氧化物减排量不低于4.2万吨、2.6万吨。",
            ["ge 42000 吨 氮氧化物减排量", "ge 26000 吨 氮氧化物减排量"],
        ),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(*case, id=f"{kind}: {case[0][:24]}")
        for kind, cases in READ.items()
        for case in cases
    ],
)
def test_reads(text, expected):
    assert summaries(text) == expected


NONE = {
    "slogans": ["着力推进“四个转变”。", "深化“双随机、一公开”监管。", "违反中央八项规定精神。"],
    "one as an article": ["这是一个难题。", "推出一系列举措。", "出台一批文件。"],
    "editions and ordinals": [
        "第二十届全国代表大会召开。",
        "省十三届人大六次会议开幕。",
        "首批名单公布。",
    ],
    "grades and names": ["建成5A级景区。", "培育百亿级企业。"],
    "vague": ["要当好四个方面的标杆。"],
    "inside titles": [
        "印发《质量提升三年行动方案(2023—2025年)》。",
        "出台《关于支持工业发展的七条意见》。",
    ],
}


@pytest.mark.parametrize(
    "text", [pytest.param(t, id=t[:20]) for texts in NONE.values() for t in texts]
)
def test_reads_nothing(text):
    assert summaries(text) == []


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("全市营业收入同比增长5.6%。", "change", ["increase"]),
        ("全市营业收入同比增长5.6%。", "change_basis", ["yoy"]),
        ("客流量环比下降3%。", "change_basis", ["mom"]),
        ("指数为50.8%,比上月上升1.7个百分点。", "change_basis", [None, "mom"]),
        ("产值由51亿元提高到53亿元。", "change", [None, None]),
        ("全省共有企业1069家。", "holder", ["全省"]),
        ("奖励资金20万元。", "dimension", ["money"]),
        ("奖励资金20万元。", "unit_code", ["CNY"]),
    ],
)
def test_field(text, field, expected):
    assert [getattr(record, field) for record in metrics(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年,全市共新增企业12家。", [("2023-01-01", "2023-12-31")]),
        ("截至2023年6月底,全市共有企业12家。", [(None, "2023-06-30")]),
        ("客流量由2020年的260万人次增加到390万人次。", [("2020-01-01", "2020-12-31"), None]),
        ("2023年,产值达5亿元。税收达1亿元。", [("2023-01-01", "2023-12-31")] * 2),
        ("比2020年增长12%。", [None]),
    ],
)
def test_period(text, expected):
    found = [r.period and (r.period.start, r.period.end) for r in metrics(text)]
    assert [pair and tuple(str(day) if day else None for day in pair) for pair in found] == expected


def test_a_repeat_is_a_mention_of_the_first():
    text = "新增企业12家。\n会议指出,新增企业12家,成绩来之不易。"
    (record,) = metrics(text)
    assert [text[m.start : m.end] for m in record.mentions] == ["12家", "12家"]


def test_a_table_that_became_lines():
    text = "中标结果公告\n一、项目概况\n工程总投资\n2.36亿元\n改造检查井\n1260余座\n二、已完成投资\n2021年\n1250万元\n同比增长\n71.3%"
    assert summaries(text) == [
        "eq 236000000 元 工程总投资",
        "gt 1260 座 改造检查井",
        "eq 12500000 元 已完成投资",
        "eq 71.3 % 已完成投资",
    ]


NOUNS = st.sampled_from(
    ["企业", "有机产品认证证书", "高新技术企业", "社区服务站", "充电桩", "示范基地"]
)
VERBS = st.sampled_from(["新增", "建成", "拥有", "现有", "累计建成"])
COUNTS = st.integers(min_value=2, max_value=10**8)


@settings(deadline=None)
@given(VERBS, NOUNS, COUNTS)
def test_the_noun_is_found_on_either_side(verb, noun, count):
    before = metrics(f"全市{verb}{noun}{count}个。")
    behind = metrics(f"全市{verb}{count}个{noun}。")
    for record in (*before, *behind):
        assert (record.value, record.unit, record.subject) == (count, "个", noun)
    assert len(before) == len(behind) == 1


@settings(deadline=None)
@given(st.text(alphabet="全市企业家达12亿元%的、,。(“”)分别增长占为其中由至比年 \n", max_size=60))
def test_every_span_leads_back(text):
    for record in metrics(text):
        assert text[record.span.start : record.span.end] == record.text
        for span in record.grounding.values():
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["企业12家、", "12、", "占", "分别为12%、", "(12家", "的", "由12家到", "“12家"]
)
def test_is_linear_on_one_endless_sentence(piece):
    assert_linear(lambda text: qextract.extract(text, types={"metric"}), piece, 5_000)


@pytest.mark.parametrize(
    ("sentence", "figure", "start", "end"),
    [
        ("3月9日,专案组在柳湾收网,缴获手机210部。", "210部", None, None),
        ("3月9日,柳湾水位30.8米。", "30.8米", "2024-03-09", "2024-03-09"),
        ("新规自7月1日起施行,抽成比例最高12%。", "最高12%", None, None),
        ("上半年,全县粮食产量12万吨;新增企业30家。", "30家", "2024-01-01", "2024-06-30"),
        ("前三季度毛利率29.4%,上年同期为27.7%。", "27.7%", "2023-01-01", "2023-09-30"),
    ],
)
def test_period_is_the_time_a_figure_holds_for(sentence, figure, start, end):
    records = qextract.extract(sentence, published="2024-11-20", types=["metric"])
    period = next(r.period for r in records if r.text == figure)
    assert (str(period.start), str(period.end)) == (start, end) if start else period is None


@pytest.mark.parametrize(
    ("sentence", "value", "value_max", "unit"),
    [
        ("每天有2、3万元收入。", 20000, 30000, "元"),
        ("其余1亿7千余万元由县府自筹。", 170000000, None, "元"),
        ("中央补助8成2。", 82, None, "%"),
        ("出生率6.3‰。", 6.3, None, "‰"),
        ("恒生指数升186点。", 186, None, "点"),
    ],
)
def test_forms_of_figures(sentence, value, value_max, unit):
    found = [r for r in qextract.extract(sentence) if r.type == "metric"]
    assert [(r.value, r.value_max, r.unit) for r in found] == [(value, value_max, unit)]
