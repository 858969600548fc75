"""Officials: one record per person and document, what is merged, its category, its grounding."""

import pytest

import qextract
from qextract.records.summary import summary


def officials(text):
    return [r for r in qextract.extract(text, types=["official"]) if r.type == "official"]


def test_standings_of_one_name_are_one_record():
    text = (
        "县交通局原局长高峰获刑\n\n"
        "太行县交通局原党组书记、局长高峰受贿一案23日宣判。高峰曾任太行县水务局局长。\n"
        "“我认罪。”高峰说。"
    )
    (record,) = officials(text)
    assert summary(record) == (
        "高峰: 太行县交通局/局长*, 太行县交通局/党组书记*, 太行县水务局/局长*"
    )
    assert record.said == ["说"]
    assert len(record.mentions) >= 2


def test_a_shorter_repeat_is_no_new_post():
    text = "省水利厅党组书记、厅长江源出席会议。厅长江源强调,要抓紧。江源厅长最后指出,时间紧。"
    (record,) = officials(text)
    assert summary(record) == "江源: 省水利厅/党组书记, 省水利厅/厅长"
    assert record.said == ["强调", "指出"]


def test_everything_read_leads_back_to_the_text():
    text = "省水利廳黨組書記、廳長江源16日表示，外交部長何川到會。"
    for record in officials(text):
        for index, position in enumerate(record.positions):
            title = record.grounding[f"positions.{index}.title"]
            assert len(text[title.start : title.end]) == len(position.title)
            org = record.grounding[f"positions.{index}.org"]
            assert len(text[org.start : org.end]) == len(position.org)
        name = record.grounding["name"]
        assert text[name.start : name.end] == record.name


CATEGORIES = {
    "县委副书记、县长庄稼主持。": "party",
    "省纪委监委第八室主任时光介绍。": "party",
    "省政协副主席安民出席。": "government",
    "省市场监管局党组书记、局长韩永表示。": "government",
    "省人大常委会副主任古月主持。": "legislature",
    "立法委员江水质询。": "legislature",
    "省高级人民法院院长平直作报告。": "judiciary",
    "省军区政治委员关山出席。": "military",
    "陆军第七十集团军某旅旅长方刚说。": "military",
    "中国低温工程学会会长温如玉致辞。": "association",
    "省供销合作社联合社理事会主任金满仓。": "association",
    "临河农商银行行长贾如金出席。": "enterprise",
    "科大华飞董事长刘庆认为。": "enterprise",
    "西海理工大学校长温如玉致辞。": "academia",
    "中国工程院院士冷怀冰作报告。": "academia",
    "市人民医院院长高尚说。": "other",
    "主教练于洋赛后说。": "other",
}


@pytest.mark.parametrize("text", CATEGORIES, ids=lambda text: text[:20])
def test_category_by_first_post(text):
    (record,) = officials(text)
    assert record.category == CATEGORIES[text]


def test_reporters_and_editors_are_none():
    text = "本报讯(记者 谷雨 通讯员 田野)县水利局启动检查。\n(责任编辑:江源 审核:石磊)"
    assert officials(text) == []
