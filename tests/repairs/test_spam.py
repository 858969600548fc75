"""Brand spam: tokens that stand in the place of words, which words, and what stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import assert_linear

from qextract.repairs import repair, spam
from qextract.repairs.edits import apply
from qextract.repairs.lost_words import lost_words, neighbours

PAGE = (
    "临川召开质量工作会议\n"
    "2024-03-13 来源:中国质量报 记者江源\n"
    "3月12日,临川市质量工作会议召开。中国工程院院士白鹭、中国建材集团总工程师田野出席,中国共产党临川市委员会"
    "书记谷雨讲话。会议指出,中国制造走向世界,中国品牌越来越多,中国企业要练好内功。\n"
    "中国科学院研究员金玉介绍,中国标准化研究院编写了教材,临川市有12家企业参加试点,占全市的24.3%。"
)
BRANDS = (
    "bet体育365官网:",
    "乐鱼体育",
    "开云官网",
    "开云(中国)Kaiyun官方网站:",
    "亚博yabo",
    "华体会hth",
    "b体育官网-",
    "必赢亚洲bwin:",
    "pg电子官网",
    "米兰milan体育官网",
    "半岛体育bob:",
    "爱游戏ayx体育app下载:",
    "威尼斯人官网登录:",
    "永利集团官网:",
    "金沙娱乐城app",
    "澳门新葡京娱乐场",
    "足球外围app下载",
    "hg0088皇冠体育:",
    # unknown ones
    "wk68体育app",
    "zk娱乐官网:",
    "欧汇电竞",
    "m9棋牌平台-",
    "qy77千亿",
    "华纳盛体育官网",
    "nz88:",
    # no list has them; the places tell
    "澳门金沙网址",
    "365手机版",
    "恒晟娱乐平台注册",
    "鼎岳彩票app下载",
    "jl88.vip",
    "tz6688.com:",
    "【天晟体育】",
    "银河国际app(官方)下载",
    "千赢国际",
    "新宝GG平台",
    "AG真人(ag.example)",
    "飞渔体育网页版",
    "皇冠hg8868:",
)


@pytest.mark.parametrize("brand", BRANDS)
def test_a_brand_for_the_country(brand: str) -> None:
    damaged = PAGE.replace("中国", brand)
    done = repair(damaged)
    assert done.text == PAGE
    assert done.counts == {"brand_spam": PAGE.count("中国")}
    assert repair(PAGE).counts == {}


# words that were replaced on a page, by their places
LOST = {
    "the leader": (
        "习近平",
        "习近平总书记指出,要守正创新。国家主席习近平在云港考察时强调,要抓质量。习近平同志的讲话发人深省。"
        "会议学习了习近平新时代中国特色社会主义思想。",
    ),
    "the state": (
        "国家",
        "国家市场监督管理总局发布公告。国家发展改革委、国家统计局参加。党和国家重视,批准建设国家重点实验室,"
        "创建国家级高新区,修订国家标准12项。",
    ),
    "the whole country": (
        "全国",
        "全国人大常委会通过决定,全国政协委员田野发言。他获得全国劳动模范称号,产量位居全国第一,全国各地前来学习。",
    ),
    "the party": (
        "党",
        "市委常委、党组书记谷雨出席,党支部开展主题党日,坚持党的领导,深入学习党的二十大精神,发挥党员干部作用。",
    ),
    "the capital": (
        "北京",
        "新华社北京3月5日电 北京市人民政府发布通知,北京师范大学与北京海淀区签约,会议在北京召开。",
    ),
    "the cabinet": (
        "国务院",
        "国务院办公厅印发通知,国务院总理主持国务院常务会议,国务院国资委部署工作。",
    ),
    "the party's centre": (
        "中共",
        "中共中央政治局会议召开,中共中央总书记主持。中共中央办公厅印发意见,中共安徽省委学习。",
    ),
}


@pytest.mark.parametrize(("word", "text"), LOST.values(), ids=LOST)
@pytest.mark.parametrize("brand", ["kok体育官网:", "乐鱼体育", "tq55体育app"])
def test_other_words(word: str, text: str, brand: str) -> None:
    done = repair(text.replace(word, brand))
    assert done.text == text
    assert done.counts == {"brand_spam": text.count(word)}


def test_two_words_by_one_brand() -> None:
    text = "习近平总书记指出,中国共产党领导,中国制造向好。中国质量报报道,习近平强调质量。"
    damaged = text.replace("中国", "kok体育官网:").replace("习近平", "kok体育官网:")
    assert repair(damaged).text == text


def test_a_headline_left_whole_helps() -> None:
    """Where no place proves a word, none is put in; the page has the usual word elsewhere."""
    text = "中国经验\n滨海市的kok体育官网:很多,kok体育官网:又大,kok体育官网:还好,kok体育官网:不小。"
    done = repair(text)
    assert done.text == "中国经验\n滨海市的很多,又大,还好,不小。"
    assert done.counts == {"brand_masked": 4}


def test_a_brand_of_figures_gives_no_number() -> None:
    text = "临川市发放qy77千亿补贴,每户的qy77千亿上限为120元,qy77千亿畜牧业增长。"
    done = repair(text)
    assert done.text == "临川市发放补贴,每户的上限为120元,畜牧业增长。"
    assert done.counts == {"brand_masked": 3}
    assert len(done.warnings) == 1


@pytest.mark.parametrize("brand", ["jl88.vip", "澳门金沙app"])
def test_the_form_tells_where_no_place_does(brand: str) -> None:
    text = f"3月12日,规模以上{brand}312家,{brand}负责人参加,中小{brand}优惠。"
    assert brand not in repair(text).text
    about = text + "警方提醒,该网站涉嫌赌博。"
    assert spam.find(about) == []


LINES = (
    "bet体育365官网_365体育投注-【手机版app下载】@",
    "【推荐】乐鱼体育官网|开云体育app下载|亚博yabo官网",
    "友情链接:w88官网 bwin体育 188体育官网",
)


@pytest.mark.parametrize("line", LINES)
def test_lines_of_links_go(line: str) -> None:
    done = repair(f"{line}\n临川市召开会议。")
    assert done.text == "\n临川市召开会议。"
    assert done.counts == {"spam_line": 1}


BYLINES = (
    "2024-03-13 07:20 来源:{}交运新报",
    "04-25 07:18 {}网",
    "2025/04/25 {}",
    "{} 2025.04.25 10:00",
    "二〇二五年四月二十五日 {}",
    "Apr 25, 2025 {}",
    "稿源:{} 编辑:谷雨",
    "文/{}",
    "(责任编辑:{})",
)


@pytest.mark.parametrize("line", BYLINES)
@pytest.mark.parametrize("brand", BRANDS[::4])
def test_a_byline_is_no_line_of_links(line: str, brand: str) -> None:
    text = PAGE.replace("中国", brand) + "\n" + line.format(brand)
    assert "spam_line" not in {edit.kind for edit in spam.find(text)}


KEPT = (
    "警方查处“亚博体育官网”和“亚博体育官网”两案,涉案资金12亿元。",
    "赌博网站亚博体育的客服说,亚博体育可以提现。登录亚博体育的人员被抓获,亚博体育的服务器在境外。",
    "乐鱼体育是这家俱乐部的赞助商。乐鱼体育与俱乐部签约三年,球迷对乐鱼体育不满。",
    "欧洲杯赞助商海信、抖音、支付宝亮相,bwin也在其中。",
    "国家体育总局官网:消息显示,国家体育总局官网已发布通知。国家体育总局官网开设专栏。",
    "据NBA官网消息,NBA官网公布赛程。NBA官网:新赛季开打。",
    "登录12306官网或12306手机app购票,12306官网每天维护。",
    "TCL科技、TCL电子、B站、UC浏览器、5G、AI企业、AI技术、GDP、App、LED、LED企业。",
    "国家5A级旅游景区、4A级旅游景区,5A级景区、4A级景区名单。",
    "CBA官方网站、KPL电竞、EDG电竞俱乐部、EDG电竞战队夺冠。",
    "首页 | 体育 | 娱乐 | 彩票\n体育彩票销售、中国体育彩票、真人秀、电竞产业、娱乐产业。",
    "虎牙电竞、虎牙直播、虎牙电竞平台,华体集团、朝鲜半岛体育交流。",
    "下载“学习强国”app,注册平台账号,手机版、网页版登录入口。",
    "澳门金沙酒店、威尼斯人酒店、永利酒店、澳门新葡京酒店举办活动。",
    "AC米兰官网、国际米兰官网、AC米兰官网公布,米兰体育报。",
    "新浪体育app讯,新浪体育app记者报道,新浪体育app获悉。新浪体育app邀请工程院院士。",
    "WPS365手机版上线,登录365手机版、365网页版办公,365手机版支持多人。",
    "拨打12315平台投诉,全国12315平台由国家市场监管总局主办,12315平台消费者协会。",
    "登录12306手机版购票,12306手机版全国通用。12306手机版国家铁路集团维护。",
    "澳门金沙集团与中国银行签约,澳门金沙集团总裁出席。澳门金沙集团在澳门投资。",
    "万博集团董事长李四介绍,万博集团全国布局,万博平台国家级,万博集团党委书记说。",
    "K12平台教育报告、B2B平台全国、G20平台中国、H5平台人民、AI平台国家新一代。",
    "网上平台注册登录,平台注册登录全国统一,政务平台登录入口国家,政务平台登录入口全国。",
    "ChatGPT官网中国用户无法登录,ChatGPT平台国家安全,ChatGPT手机版全国。",
    "彩票公益金资助,体育彩票全国销量,体育彩票平台国家,体育彩票公益金。",
    "360手机版国家安全,360平台国家安全,58同城平台国家,51job平台全国。",
    "WTO中国、APEC会议、APEC企业、中国APEC、WTO与中国。",
)


BODIES = (
    *("市体育局", "市体育馆", "体育中心", "体育总局", "省体育集团", "彩票中心", "娱乐圈", "政务平台", "市体育总会"),
    *("县文化体育局", "体育学院", "福利彩票发行中心", "网址导航", "电子竞技协会", "集团公司", "体育平台"),
)  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("brand", ["", "乐鱼体育", "kok体育官网:", "澳门金沙网址"])
@pytest.mark.parametrize("post", ["党组书记、局长", "主任", "工程院院士", "全国先进", "质量报"])
def test_bodies_with_words_of_the_trade_stay(body: str, brand: str, post: str) -> None:
    front = f"{brand}共产党{brand},{brand}工程院院士白鹭。\n" if brand else "\n"
    text = f"{front}石门{body}{post}谷雨说,石门{body}{post}在场。临川{body}{post}也在。"
    assert [edit for edit in spam.find(text) if edit.end > len(front)] == []


def test_a_brand_where_nothing_was_lost() -> None:
    brand = "Kaiyun·体育(全站)登陆入口官方网站登录入口app下载"
    text = f"会上{brand},各委员单位发言{brand}。会后{brand},全体参观。"
    assert repair(text).text == "会上,各委员单位发言。会后,全体参观。"
    assert repair(text).counts == {"brand_masked": 3}


@pytest.mark.parametrize("text", KEPT)
def test_mentions_stay(text: str) -> None:
    assert spam.find(text) == []
    assert spam.find(f"{PAGE}\n{text}") == []


PIECES = tuple(PAGE.replace("。", "。|").split("|"))


@settings(max_examples=60, deadline=None)
@given(
    st.permutations(PIECES).map("".join),
    st.sampled_from(BRANDS),
    st.sampled_from(("中国", "会议", "质量", "企业", "临川")),
)
def test_repairing_is_stable(text: str, brand: str, word: str) -> None:
    done = repair(text.replace(word, brand))
    assert repair(done.text).text == done.text
    for edit in spam.find(text.replace(word, brand)):
        assert len(edit.after) < edit.end - edit.start


def test_neighbours() -> None:
    place = neighbours("向X工程院院士", 1, 2)
    assert place.words == {"中国": 7}
    assert place.proof == "工程院"
    assert neighbours("那么X不知", 2, 3).words == {}
    assert lost_words([place], usual=False) == ["中国"]
    assert lost_words([neighbours("那么X不知", 2, 3)], usual=False) == [""]


def test_a_longer_run_is_cut_where_the_others_end() -> None:
    text = "乐鱼体育平台经济,乐鱼体育共产党,乐鱼体育工程院,乐鱼体育质量报,乐鱼体育科学院"
    assert (
        apply(text, spam.find(text)) == "中国平台经济,中国共产党,中国工程院,中国质量报,中国科学院"
    )


@pytest.mark.parametrize(
    "piece",
    [
        "kok体育官网:",
        "乐鱼体育",
        "乐鱼体育\n",
        "欧汇电竞工程院",
        "qy77工程院",
        "qy77",
        "体育a",
        "开云(中国)",
        "a1:",
        "亚博·",
        "365",
        "官网app",
    ],
)
def test_linear(piece: str) -> None:
    assert_linear(spam.find, piece, 30_000)
