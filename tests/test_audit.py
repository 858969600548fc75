"""What is left lying: which finds records used, where the others stand, and why they were left.

Persons, places and figures are made up.
"""

import pytest
from damage import KINDS as DAMAGES
from damage import damage
from hypothesis import given
from hypothesis import strategies as st
from linear import assert_linear
from same import SAMPLE

import qextract
from qextract.audits import KINDS, Left
from qextract.audits.reasons import REASONS

PAGE = """江州马拉松鸣枪 两万人参赛

2024-04-15 09:30 来源:江州日报

本报4月14日讯(记者 谷小雨 通讯员 江帆)4月14日,江州马拉松在江州体育中心举行。市体育局局长何明远鸣枪。
市民王秀兰今年58岁,已经连续三年参赛。退休教师李国强说:“我练了5年。”
"""


def left(text, kind=None, **options):
    """(text, reason) of what is left of a kind."""
    made = qextract.audit(text, published="2024-03-05", **options)
    return [(each.text, each.reason) for each in made if kind in (None, each.kind)]


NUMBERS = {
    # text -> what is left, and why
    "医院收治患者37人。": [],
    "这是第3次会诊,第二批药品已到。": [("第3", "ordinal"), ("第二", "ordinal")],
    "患者今年58岁,术后恢复良好。": [("58岁", "age")],
    "客队以3比1取胜,另一场打成2:2,第三场1-0。": [
        ("3", "score or time"),
        ("1", "score or time"),
        ("2:2", "score or time"),
        ("第三", "ordinal"),
        ("1-0", "score or time"),
    ],
    "请拨打0571-88012345咨询。": [("0571-88012345", "code")],
    "1.提高门诊量。\n2.降低药价。\n3.加强培训。": [
        ("1", "list mark"),
        ("2", "list mark"),
        ("3", "list mark"),
    ],
    "近三年,法院审结案件1200件。": [("近三年", "time span")],
    "公司每10股派发现金红利3元。": [("10股", "time span")],
    "全县获得前三名的是临川中学。": [("三", "rank")],
    "今年是医院建院30周年。": [("30周年", "anniversary")],
    "开展“四个一”活动。": [("四", "slogan")],
    "住在三栋2单元的居民已经撤离。": [("三", "address"), ("2", "no unit")],
    "艺术节已举办15届。": [("15", "edition")],
    "全国人大3次会议闭幕。": [("3次", "session")],
    "上午9时30分开诊。": [("9", "point of time"), ("30", "point of time")],
    "打造千亿级产业集群。": [("千亿", "grade or name")],
    "央行开展7天期逆回购操作。": [("7天", "grade or name")],
    "任何一家医院都要执行。": [("一", "article")],
    "2024江州马拉松开跑。": [("2024", "no unit")],
    "水厂24小时值守。": [("24小时", "phrase")],
    "5G基站与AI4S平台投入使用。": [("5", "code"), ("4", "code")],
}
DATES = {
    "2023年5月4日,法院开庭审理此案。": [],
    "2023年,全市接种疫苗120万剂。": [],
    "到2030年,港口要建成智慧港。": [("2030年", "base or limit")],
    "客流较上年增加,与2022年持平,是2021年的1.6倍。": [
        ("上年", "base or limit"),
        ("2022年", "base or limit"),
        ("2021年", "base or limit"),
    ],
    "2023年业绩向好,全年手术5000台。": [("全年", "said again")],
    "药品在6月底前到位。": [("6月底前", "base or limit")],
    "“2021年之夏”音乐会很受欢迎。": [("2021年", "in a name")],
    "2019年的雪很大。": [("2019年", "no happening")],
}
TITLES = {
    "国务院印发《药品管理办法》。": [],
    "电影《北岭往事》很受欢迎。": [("《北岭往事》", "work")],
    "《江州晚报》记者到场。": [("《江州晚报》", "work")],
    "双方签订《合作协议书》。": [("《合作协议书》", "report")],
    "论文发表于《自然》。": [("《自然》", "no policy")],
    "《办法》受到欢迎。": [("《办法》", "short form")],
}
PERSONS = {
    "省卫健委主任谷雨说,药品充足。谷雨还说,医院有序。": [],
    "市民王秀兰排队挂号。": [("王秀兰", "no post")],
    "(记者 江小帆)门诊大厅里人不多。": [],
    "展览由本版编辑江源策划。": [("江源", "journalist")],
    "据张伟民介绍,手术很成功。": [("张伟民", None)],
    "孙志刚先生捐出藏品。": [("孙志刚", None)],
    "被告人白鹭鸣,男,当庭认罪。": [("白鹭鸣", "no post")],
    "获奖的有陈晓芸、林可欣、郑雅文。": [
        ("陈晓芸", None),
        ("林可欣", None),
        ("郑雅文", None),
    ],
    "志愿者阿依古丽·买买提在补给站服务。": [("阿依古丽·买买提", "no post")],
    "市民王女士告诉记者,家长关心收费。": [],
    "据张伟民在会上介绍,农作物受灾。谷小雨还说,商品房滞销。": [("谷小雨", None)],
    "比赛中,江州队获胜。患者周先生向外一科送锦旗。": [],
    "外援德隆·哈里斯因伤缺阵,选手基普·科斯盖独得35分。": [
        ("德隆·哈里斯", "no post"),
        ("基普·科斯盖", "no post"),
    ],
    "董事会定于周五开会,强降雨袭击港口,恒生指数下跌,江州好医生颁奖。": [],
    "塞雷尼亚财长保罗·索伦森说,赤字收窄。索伦森还说,税率不变。": [],
    "高峰时段车流很大,方便市民出行。": [],
    "全国各地群众、学生、工人、农民来到现场。": [],
}


def rows(kind, table):
    return [pytest.param(kind, text, table[text], id=f"{kind}: {text[:20]}") for text in table]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    rows("number", NUMBERS) + rows("date", DATES) + rows("title", TITLES) + rows("person", PERSONS),
)
def test_what_is_left_and_why(kind, text, expected):
    assert left(text, kind) == expected


def test_a_page():
    made = qextract.audit(PAGE)
    assert [(each.kind, each.text, each.line, each.column, each.reason) for each in made] == [
        ("person", "王秀兰", 6, 3, "no post"),
        ("date", "今年", 6, 6, "no happening"),
        ("number", "58岁", 6, 8, "age"),
        ("number", "三年", 6, 16, "time span"),
        ("person", "李国强", 6, 25, "no post"),
        ("number", "5年", 6, 34, "time span"),
    ]
    assert made.counts == {"number": (1, 3), "date": (2, 1), "title": (0, 0), "person": (3, 2)}
    assert len(made) == 6
    assert made.left[0] == Left("person", "王秀兰", *made.left[0][2:])


def test_furniture_is_looked_at_when_asked_for():
    page = PAGE + "\n(责任编辑:白鹭)\n上一篇:医院收治37人\n"
    assert qextract.audit(page) == qextract.audit(PAGE)
    more = [each for each in qextract.audit(page, furniture=True) if each.reason == "furniture"]
    assert ("number", "37人") in [(each.kind, each.text) for each in more]
    assert all(each.line in (1, 2, 3, 7, 8, 9) for each in more)


def test_kinds_keep_some():
    assert {each.kind for each in qextract.audit(PAGE, kinds="person")} == {"person"}
    assert qextract.audit(PAGE, kinds=["date"]).counts == {"date": (2, 1)}
    with pytest.raises(ValueError, match="unknown kind 'dates'; known are number"):
        qextract.audit(PAGE, kinds=["dates"])
    with pytest.raises(ValueError, match="Invalid isoformat"):
        qextract.audit(PAGE, published="today")


@given(
    st.text(
        st.sampled_from("张三李记者村民先生说,男。、·阿1一2年月日第《办法》家“”(\n 質(zhì)\ud800"),
        max_size=60,
    )
)
def test_any_text_will_do(text):
    made = qextract.audit(text, furniture=True)
    assert all(text[each.start : each.end] == each.text for each in made)
    assert {each.kind for each in made} <= set(KINDS)


@pytest.mark.parametrize("kind", DAMAGES)
def test_positions_are_those_of_the_damaged_source(kind):
    for number, text in enumerate([PAGE, *SAMPLE[:3]]):
        page = damage(kind, text, number)
        lines = page.split("\n")
        made = qextract.audit(page, furniture=True)
        for each in made:
            assert page[each.start : each.end] == each.text != ""
            beyond = lines[each.line - 1][each.column - 1 :]
            assert beyond.startswith(each.text.split("\n")[0])
            assert each.reason is None or each.reason in REASONS
        assert [each.start for each in made] == sorted(each.start for each in made)


def test_a_damaged_page_leaves_what_the_clean_one_leaves():
    clean = [(each.kind, each.line, each.reason) for each in qextract.audit(PAGE)]
    for kind in ("glossed", "full_width", "traditional"):
        if kind in DAMAGES:
            page = damage(kind, PAGE, 1)
            assert [(e.kind, e.line, e.reason) for e in qextract.audit(page)] == clean, kind


def test_every_reason_is_given_by_a_test():
    tables = (NUMBERS, DATES, TITLES, PERSONS)
    given = {why for table in tables for found in table.values() for _, why in found}
    assert {name for name, told in REASONS.items() if not told.startswith("all")} == given - {None}


PIECES = (
    "1",
    "1:",
    "第一",
    "“四个",
    "张三、",
    "·阿",
    "记者 ",
    "先生",
    "《",
    "张三说",
    "2019年",
    "。\n",
)


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_takes_twice_the_time(piece):
    assert_linear(lambda text: qextract.audit(text, furniture=True), piece, 4_000)


def test_kinds_are_named_in_the_command_line_too():
    from qextract.cli import options

    assert options.KINDS == KINDS
