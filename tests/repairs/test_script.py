"""Traditional to simplified: back from OpenCC's conversions, by context, in pages of two scripts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from qextract import lexicon
from qextract.repairs import characters, repair

# Simplified sentences whose traditional form several characters share, or none.
SENTENCES = (
    "乾隆年间修建的乾陵、乾县老城和扬州园林,晾干后干部们干了一件实事,饼干很干净。",
    "著名学者编著的名著显著增多,他执着地写着著作,土著居民拉着手,沿着河走着。",
    "于洋和于谦的弟弟于小光都在于都县,由于天气,会议于9月5日在于家村召开。",
    "他以此为借口,聊以慰藉,现场一片狼藉,借款人凭借信用借到了钱。",
    "答复、回复、批复、复查、复核、复审、反复、重复、复印、恢复,森林覆盖率、全覆盖、倾覆。",
    "皇后镇和王后、太后、后妃之后,后来姓后的人走在前后院,午后复工。",
    "范仲淹与范家台,范围、模范、规范,范某峰任局长。",
    "谷雨前后,稻谷、谷物与山谷,谷县长说谷底已过。",
    "头发、理发、发展、出发、百发百中,发行量发生变化。",
    "日历、农历、历史、经历、历任,万历年间的挂历。",
    "尽管尽快尽力,尽头已在眼前,尽可能尽早办理。",
    "苏州、苏醒、复苏,江苏省与屠苏酒,紫苏叶。",
    "台州、台湾、台风、台灯、台阶、天台县、烟台市、一台机器。",
    "面条、面粉、面积、面对、方便面、面临,见面礼。",
    "制度、制造、制品、缝制、体制机制,制订方案。",
    "标准、准备、批准、准许、准噶尔,准确率。",
    "一只羊、只有、船只、只要、百只股票。",
    "冲击、冲突、冲刷、缓冲、要冲,冲洗车间。",
    "系统、关系、联系、系列、维系、系数、系鞋带。",
    "丑恶、小丑、丑时,辛丑年的丑闻。",
    "千里之外、里面、公里、里程、邻里、乡里,里弄与村里。",
    "松树、松花江、轻松、放松、松紧带,松原市。",
    "游客、游泳、旅游、上游、游击队、游行。",
    "征求意见、征收、特征、长征、征兵、应征、象征,宫商角徵羽。",
    "几个、几乎、茶几、几何、几率,近几年来。",
    "姜某、生姜、姜家村、姜维故里。",
    "斗争、北斗、斗志、战斗机、五斗米、奋斗者。",
    "云南、云计算、云朵,人云亦云,白云区。",
    "征集、搜集、采集、采访、风采、采购、开采,多采风。",
    "舍得、宿舍、取舍、校舍、舍弃。",
    "才能、刚才、人才、才华、方才。",
    "团结、团队、饭团、蒲团、集团公司。",
    "占领、占比、占卜、占用、侵占。",
    "周围、周末、周刊、周某、周年、每周一次。",
    "布局、布料、公布、发布、分布、布置。",
    "并且、合并、并购、并列、并非、吞并。",
    "志愿、标志、杂志、志气、县志、日志。",
    "致力、致使、精致、细致、一致、致富路。",
    "余额、业余、剩余、多余、余某、其余。",
    "症状、病症、征候、对症下药、征兆。",
    "注册、注意、注释、批注、注射、注资。",
    "咨询、谘议、资讯、咨文。",
    "锤炼、锻炼、炼钢、炼油、精炼、修炼、产业链、供应链。",
    "杰出、才杰、李杰、俊杰、杰作。",
    "岳阳、五岳、岳母、山岳、岳某。",
    "沈阳、沈某、沉重、深沉、沉没、沉淀、沉默。",
    "瞭望塔说明了解、明了、一目了然、不了了之。",
    "什么、怎么、多么、那么、这么。",
    "秋千、千万、千秋、中秋、秋收、大千世界。",
    "胡同、胡须、二胡、胡某、胡萝卜、必须、须知。",
    "计划、规划、企划、策划、划分、刻画、画面、计划面积、规划面临挑战。",
    "彷徨、仿佛、模仿、仿制。",
    "当时、当年、叮当、正当、适当、典当。",
    "吊车、吊装、吊唁、凭吊、提心吊胆。",
    "毕昇、李昇、昇腾处理器、上升、提升、升级、晋升、升旗、东升镇。",
    "朱镕基、陈喆、李堃、邨里、甯某、周淼、赵珮、王祐、刘玥、吕喆。",
    "大阪、宏碁、台积电、圆周率、酵素、矽谷、硅谷。",
    "别人、区别、别扭、特别、个别、阔别。",
    "合同、合作、蛤蜊、百合、合拢、合并。",
    "卷烟、卷入、试卷、卷帘、画卷、龙卷风、香烟。",
    "累计、积累、劳累、累赘、累累硕果、果实累累。",
    "回家、回旋、迂回、回避、巡回、回族自治县。",
    "签字、签订、标签、抽签、签证、书签。",
    "借助、借鉴、鉴定、鉴于、年鉴、印鉴。",
    "党项、朴实、朴某、厚朴、朴素、俭朴。",
    "了结、结束、集结、结果、了却、受不了。",
    "纤维、纤夫、光纤、纤细、化纤。",
    "药品、获得、获奖、收获、捕获、斩获。",
    "闲置、休闲、空闲、闲谈。",
    "弥补、弥漫、弥渡县、弥合。",
    "蒙古、蒙蔽、启蒙、蒙自市、蒙蒙细雨。",
    "向前、方向、一向、向往、向某、导向。",
    "凶手、凶猛、吉凶、行凶、凶险。",
    "涂料、涂某、糊涂、生灵涂炭、滩涂、涂抹。",
    "扎实、驻扎、包扎、扎根、挣扎、扎针。",
    "钟表、钟情、时钟、钟山区、钟某、分钟、钟爱、龙钟。",
    "价值、价格、物价、代价、身价百倍。",
    "赞成、赞助、称赞、赞美。",
    "脏乱、心脏、内脏、肮脏、脏器。",
    "种植、种类、种某、品种、播种机。",
    "折扣、折叠、曲折、骨折、折合、折旧、奏折。",
    "筑牢、建筑、筑路、构筑。",
    "坝上、堤坝、大坝镇、坝区。",
    "表示、手表、表格、仪表、电表、代表团。",
    "御史、抵御、防御、御用。",
    "郁闷、浓郁、郁某、葱郁、忧郁。",
    "升值、升学、公升、毫升、升降机,上升3个百分点。",
    "克服困难、攻克、千克、克扣、克制、相克。",
    "舆论、预算、参预、干预、与会、参与、与其。",
    "捐款、条款、款待、款式、公款吃喝。",
    "吁请、呼吁、气喘吁吁。",
    "愿意、志愿、心愿、愿望、夙愿。",
    "欲望、意欲、私欲、欲速则不达。",
    "暗示、黑暗、昏暗、暗访、明暗。",
    "淡化、惨淡、淀粉、白洋淀、沉淀池、海淀区。",
    "搜索、寻找、搜救、搜身。",
    "梁家河、桥梁、栋梁、梁某、梁山县。",
    "伙伴关系、合伙、伙食、小伙子、散伙。",
    "家具、家伙、家庭、家乡、傢什。",
    "雇佣、佣金、雇主、解雇。",
    "恶化、恶心、可恶、凶恶、罪恶。",
    "丰收、丰富、丰某、张三丰、丰镇市、丰采。",
    "杆秤、栏杆、杠杆、旗杆、秸秆。",
    "控制、核实、核心、原子核、审核、核桃。",
    "烟草、烟台、烟雾、烟花、抽烟。",
    "唇齿、床位、机床、牙床、嘴唇。",
    "国务院、外交部、发改委、财政局、工信厅、卫健委。",
)
# what the way there loses: variants that conversion merges with the usual character
LOST = {"傢": "家", "谘": "咨"}

OTHER_FORMS = {
    "衞生署與房屋署發佈滙總,羣眾説爲甚麽綫路未通": "卫生署与房屋署发布汇总,群众说为什么线路未通",
    "峯會於銅鑼灣舉行,污水處理、汙染防治、淨化與凈化": "峰会于铜锣湾举行,污水处理、污染防治、净化与净化",
    "啓動、啟動、衹有、祇是、祇有、纔能,溫與温、鷄與雞、麪與麵": (
        "启动、启动、只有、只是、只有、才能,温与温、鸡与鸡、面与面"
    ),
    "菸酒稅調昇,業績提昇,畢昇與李昇": "烟酒税调升,业绩提升,毕昇与李昇",
    "獲陞任處長,陳陞與甯浩": "获升任处长,陈陞与甯浩",
    "鉅額補助與鉅亨,艱鉅任務": "巨额补助与钜亨,艰巨任务",
    "氣候暖化雰圍、燄火、糢型、瞇眼、姪兒、餽贈、背揹、鎗枝": (
        "气候暖化氛围、焰火、模型、眯眼、侄儿、馈赠、背背、枪枝"
    ),
    "隨著作業完成,接著作出決定,著作與著名作者": "随着作业完成,接着作出决定,著作与著名作者",
    "計畫面臨檢討,計畫展開,統計畫面": "计划面临检讨,计划展开,统计画面",
    "乾淨、乾燥、餅乾、葡萄乾,乾隆與乾元通寶": "干净、干燥、饼干、葡萄干,乾隆与乾元通宝",
    "沈阿姨與瀋陽,沈重打擊、下沈、沈著應對": "沈阿姨与沈阳,沉重打击、下沉、沉着应对",
    "樊於期與於潛鎮,位於台北": "樊於期与於潜镇,位于台北",
}

# pages of two scripts: text, repaired
MIXED = {
    "quoted headline": (
        "记者於洁、毕昇介绍,港媒以《議員對於施政報告表示歡迎,顯著改善》为题报道,著名学者(李某著)。"
        "本市已经发布多个产业规划,推动经济发展,于是乎于洋说会议开得及时。",
        "记者於洁、毕昇介绍,港媒以《议员对于施政报告表示欢迎,显著改善》为题报道,著名学者(李某著)。"
        "本市已经发布多个产业规划,推动经济发展,于是乎于洋说会议开得及时。",
    ),
    "half converted": (
        "顯著改善生產環境,於三月舉辦會議,隨著經濟發展,發揮著作用。\n"
        "记者於洁报道,显著改善生产环境,毕昇与藉田,乾陵与徵羽。",
        "显著改善生产环境,于三月举办会议,随着经济发展,发挥着作用。\n"
        "记者於洁报道,显著改善生产环境,毕昇与藉田,乾陵与徵羽。",
    ),
    "nothing but 於": ("位於台北市信义区", "位于台北市信义区"),
    "surname": ("主任於洁说,濛濛与李濛、淩某任副局长", None),
}


@pytest.fixture(scope="module", params=["s2t", "s2tw", "s2hk"])
def convert(request: pytest.FixtureRequest) -> OpenCC:
    return OpenCC(request.param)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_there_and_back(convert: OpenCC, sentence: str) -> None:
    wanted = "".join(LOST.get(c, c) for c in sentence)
    assert repair(convert.convert(sentence)).text == wanted


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from("\n 。"))
def test_pages_there_and_back(sentences: list[str], between: str) -> None:
    page = between.join(sentences)
    for name in ("s2t", "s2hk", "s2tw"):
        done, _ = characters.simplify(OpenCC(name).convert(page))
        assert done == "".join(LOST.get(c, c) for c in page)


@pytest.mark.parametrize("text", OTHER_FORMS)
def test_other_forms(text: str) -> None:
    assert characters.simplify(text)[0] == OTHER_FORMS[text]


@pytest.mark.parametrize("name", MIXED)
def test_two_scripts(name: str) -> None:
    text, wanted = MIXED[name]
    assert repair(text).text == (wanted or text)


def test_simplified_sentences_stay() -> None:
    for sentence in SENTENCES:
        if not any(c in sentence for c in LOST):
            assert characters.simplify(sentence) == (sentence, 0)


def test_lists_keep_length() -> None:
    for name in ("hant_phrases", "hant_ambiguous", "hant_characters"):
        for key, columns in lexicon.table(name).items():
            assert len(key) == len(columns[0])


def test_always_converted_is_no_gb2312() -> None:
    for character in characters.traditional().keys() - set(
        "後菸"
    ):  # GB 2312 has these two by itself
        with pytest.raises(UnicodeEncodeError):
            character.encode("gb2312")


@pytest.mark.parametrize("text", ["𬭊矿与𠮷野家", "葛\U000e0100城", "辻\ufe00口"])
def test_beyond_the_basic_plane(text: str) -> None:
    assert characters.simplify(text)[0] == text
