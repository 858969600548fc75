"""Repair: damage and what it is mended to; the offset map; repaired text stays as it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import assert_linear

from qextract.repairs import Repaired, fold, repair
from qextract.repairs.edits import IDENTITY, Edit, apply
from qextract.rules import PATTERNS

# damaged, mended, kind of the repair that must be among the counts
MENDED = {
    "GBK as Latin 1": ("ÖÊÁ¿Ç¿¹ú½¨Éè£¬2024Äê", "质量强国建设,2024年", "mojibake"),
    "GBK as Latin 1, line of its own": (
        "长江日报\nÏûÏ¢£ºµ³Ô±¸É²¿",
        "长江日报\n消息:党员干部",
        "mojibake",
    ),
    "GBK as Latin 1, some of it as UTF-8": (
        "¹ú¼Ò·¢¸Äί²ÆÕþ½ðÈÚ˾",
        "国家发改委财政金融司",
        "mojibake",
    ),
    "UTF-8 as Latin 1": ("质量强国建设".encode().decode("latin1"), "质量强国建设", "mojibake"),
    "UTF-8 as GBK": (
        "全面建设质量强国，推动上".encode().decode("gb18030"),
        "全面建设质量强国,推动上",
        "mojibake",
    ),
    "gloss on each character": ("標(biāo)準(zhǔn)化", "标准化", "pinyin_gloss"),
    "gloss in full-width brackets": ("質（zhì）量提升", "质量提升", "pinyin_gloss"),
    "gloss without tone": ("大會(hui)召开", "大会召开", "pinyin_gloss"),
    "gloss with script letters": ("廣(ɡuǎng)東", "广东", "pinyin_gloss"),
    "gloss twice": ("會(huì)(huì)議", "会议", "pinyin_gloss"),
    "gloss within a figure": ("600萬(wàn)噸(dūn)", "600万吨", "pinyin_gloss"),
    "closing quote shifted": ("要努力?！敝苤袢~指出", "要努力。”周竹叶指出", "byte_shift"),
    "closing quote shifted, narrowed": ("要努力?!敝苤袢~指出", "要努力。”周竹叶指出", "byte_shift"),
    "list comma shifted": ("支持高?！⑵髽I和院所", "支持高校、企业和院所", "byte_shift"),
    "sea before a comma": ("在上?！\ue574V東等地", "在上海、广东等地", "byte_shift"),
    "bracket shifted, glossed": ("各?。▍^(qū)、市)", "各省(区、市)", "byte_shift"),
    "gloss between two bytes": ("工人日?qǐng)?bào)社", "工人日报社", "byte_shift"),
    "quote at the line end": ("“要努力?！?", "“要努力。”", "byte_shift"),
    "shifted, then traditional": (
        "要努力?！惫ば挪靠萍妓舉|量處",
        "要努力。”工信部科技司质量处",
        "byte_shift",
    ),
    "brand for the country": ("来源:bet体育365官网:质量报", "来源:中国质量报", "brand_spam"),
    "brand behind a figure": (
        "来源:bet体育365官网:质量报\n2024bet体育365官网:低温大会召开。",
        "来源:中国质量报\n2024中国低温大会召开。",
        "brand_spam",
    ),
    "brand for the leader": (
        "kok体育官网:总书记,kok体育官网:大会",
        "习近平总书记,中国大会",
        "brand_spam",
    ),
    "line of brands": (
        "bet体育365官网_365体育投注-【手机版app下载】@\n正文",
        "\n正文",
        "spam_line",
    ),
    "doubled comma": ("质量,,标准", "质量,标准", "doubled_punctuation"),
    "stray comma": ("质量,、标准,。", "质量、标准。", "doubled_punctuation"),
    "doubled thousands comma": ("1,,079间", "1,079间", "doubled_punctuation"),
    "zero width": ("质\u200b量\ufeff", "质量", "invisible"),
    "carriage return": ("一行\r\n二行\r三行", "一行\n二行\n三行", "invisible"),
    "entity": ("&ldquo;质量&rdquo;&nbsp;标准", "“质量” 标准", "entity"),
    "entity twice escaped": ("质量&amp;nbsp;标准", "质量 标准", "entity"),
    "picture characters": (
        "据统计数据\U0001f37b,目前\U0001f469\U0001f3fb\u200d\U0001f9bd",
        "据统计数据,目前",
        "emoji",
    ),
    "scattered spaces": (
        "全市 开展质 量提升行动,推动企业 建立质量 管理体系,共有一百余家企业 参加了本次活动。",
        "全市开展质量提升行动,推动企业建立质量管理体系,共有一百余家企业参加了本次活动。",
        "scattered_space",
    ),
    "traditional": ("瀋陽於9月召開會議", "沈阳于9月召开会议", "traditional"),
    "full width": ("２０２４年，（GB／T）", "2024年,(GB/T)", "full_width"),
    "compatibility forms": ("\uf90a额\u2f8f动", "金额行动", "full_width"),
}

# what must stay as it is
KEPT = (
    "中国(CN)质量(QC小组)",
    "市场监管局(ju)",
    "谷 雨任局长,江 源任副局长。",
    "首页 | 体育 | 娱乐 | 彩票",
    "来源:NBA官网:消息",
    "警方查处“亚博体育官网”和“亚博体育官网”两案",
    "真的吗?他说A股上涨。",
    "“来得及吗?!”他问。",
    "著名专家于洋、乾隆年间、慰藉、瞭望塔",
    "什么时候?B座三楼",
    "R&D;投入",
    "Café Zürich, naïve façade",
    "——……——“‘’”——……",
    "“香港体育:”和“香港体育:”",
    "1,079间·约翰—史密斯…",
)

TRADITIONAL = {
    "乾隆年間的餅乾安全": "乾隆年间的饼干安全",
    "顯著增長,隨著經濟發展,發揮著作用": "显著增长,随着经济发展,发挥着作用",
    "著名專家著重指出,他的著作": "著名专家着重指出,他的著作",
    "批覆、答覆、反覆與覆蓋、雙重覆蓋": "批复、答复、反复与覆盖、双重覆盖",
    "規畫與統計畫面": "规划与统计画面",
    "瞭解情況,瞭望塔上,憑藉優勢,深感慰藉": "了解情况,瞭望塔上,凭借优势,深感慰藉",
    "係統與聯係,關係": "系统与联系,关系",
    "裡面、裏面、台灣、臺灣、颱風、檯燈": "里面、里面、台湾、台湾、台风、台灯",
    "複製、恢復、頭髮、出發、前後、皇后": "复制、恢复、头发、出发、前后、皇后",
    "佔有、分佈、慾望、什麼、甚麼": "占有、分布、欲望、什么、什么",
    "衞生署與衛生局、着力、群眾、羣眾": "卫生署与卫生局、着力、群众、群众",
}


@pytest.mark.parametrize(("damaged", "mended", "kind"), MENDED.values(), ids=MENDED)
def test_mends(damaged: str, mended: str, kind: str) -> None:
    done = repair(damaged)
    assert done.text == mended
    assert done.counts.get(kind, 0) > 0
    assert repair(mended).text == mended


OWN = {name: pattern for name, pattern in PATTERNS.items() if name.startswith("repair.")}


@pytest.mark.parametrize("name", OWN)
def test_patterns(name: str) -> None:
    pattern = OWN[name]
    for text, slice_found in pattern.examples.items():
        match = pattern.re.search(text)
        assert match is not None
        assert match.group() == slice_found
    for text in pattern.rejects:
        assert pattern.re.search(text) is None


@pytest.mark.parametrize("text", KEPT)
def test_keeps(text: str) -> None:
    done = repair(text)
    assert (done.text, done.counts, done.repairs) == (text, {}, ())
    assert done.to_source(0, len(text)) == (0, len(text))


@pytest.mark.parametrize("text", TRADITIONAL)
def test_traditional(text: str) -> None:
    assert repair(text).text == TRADITIONAL[text]


def test_simplified_page_keeps_old_characters() -> None:
    text = "记者於洁、毕昇介绍,著名学者(李某著)谈了藉田、宫商角徵羽。" * 2
    assert repair(text).text == text


def test_script() -> None:
    assert repair("质量提升行动").script == "Hans"
    assert repair("質量提升行動").script == "Hant"
    assert repair("质量提升行动,产业发展,记者报道,質量").script == "mixed"
    assert repair("").script == "Hans"


def test_source_slices() -> None:
    source = "“標(biāo)準(zhǔn)化”工作?！敝苤袢~說(shuō)"
    done = repair(source)

    def slice_of(word: str) -> str:
        start, end = done.to_source(done.text.index(word), done.text.index(word) + len(word))
        return source[start:end]

    assert done.text == "“标准化”工作。”周竹叶说"
    assert slice_of("标准") == "標(biāo)準(zhǔn)"
    assert slice_of("准化") == "準(zhǔn)化"
    assert slice_of("说") == "說(shuō)"
    assert slice_of("工作") == "工作"
    assert slice_of("周竹叶") == "?！敝苤袢~"


def test_repairs_say_what_and_where() -> None:
    source = "質(zhì)量,,標(biāo)準"
    done = repair(source)
    assert [(one.kind, one.before, one.after) for one in done.repairs] == [
        ("pinyin_gloss", "質(zhì)", "质"),
        ("doubled_punctuation", ",,", ","),
        ("pinyin_gloss", "標(biāo)", "标"),
    ]
    for one in done.repairs:
        assert source[one.start : one.end] == one.before
        assert done.text[one.text_start : one.text_end] == one.after
    assert done.counts == {"doubled_punctuation": 1, "pinyin_gloss": 2, "traditional": 3}


def test_taken_out_belongs_to_no_neighbour() -> None:
    done = repair("质\u200b量")
    assert [done.to_source(i, i + 1) for i in range(2)] == [(0, 1), (2, 3)]
    assert done.to_source(0, 2) == (0, 3)


def test_fold_keeps_length() -> None:
    text = "「質量」，２０２４\u3000瀋陽"
    assert fold(text) == "“质量”,2024 沈阳"
    assert len(fold(text)) == len(text)
    assert fold("著名、於９月") == "著名、于9月"


PIECES = st.sampled_from(
    [
        "質(zhì)", "標(biāo)準", "?！敝苤袢~", "日?qǐng)?bào)", "bet体育365官网:", ",,", ",。", "\u200b", "&nbsp;", "\n", "\r\n",
        "，", "「", "」", "２", "中国", "质量", "於", "著", "(", ")", "?", "！", "zhì", " ", "\u3000", "&amp;", "A", "|",
        "\U0001f37b", "。", "質量", "全市开展质量提升行动推动企业建立管理体系并取得成效",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60))


def check_map(done: Repaired) -> None:
    source, text = done.source, done.text
    spans = [done.to_source(i, i + 1) for i in range(len(text))]
    for start, end in spans:
        assert 0 <= start < end <= len(source)
    for (start, end), (next_start, next_end) in pairwise(spans):
        assert start <= next_start
        assert end <= next_end
        assert next_start >= end or (start, end) == (next_start, next_end)
    if text:
        assert done.to_source(0, len(text)) == (spans[0][0], spans[-1][1])
    at, _ = done.to_source(len(text), len(text))
    assert 0 <= at <= len(source)
    for one in done.repairs:
        assert one.start < one.end <= len(source)
        assert source[one.start : one.end] == one.before


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    done = repair(text)
    check_map(done)
    assert repair(done.text).text == done.text


EDITS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5), st.text("xyz", max_size=4)))


def edits_on(text: str, wanted: list[tuple[int, int, str]]) -> list[Edit]:
    made: list[Edit] = []
    at = 0
    for start, length, after in sorted(wanted):
        if start >= at and start + length <= len(text):
            made.append(Edit(start, start + length, after, "test"))
            at = start + length
    return made


@settings(max_examples=300, deadline=None)
@given(st.lists(EDITS, max_size=4))
def test_maps_compose(rounds: list[list[tuple[int, int, str]]]) -> None:
    source = text = "abcdefghijklmnopqrstuvwABCDEFGHIJ"
    offsets = IDENTITY
    for wanted in rounds:
        edits = edits_on(text, wanted)
        text = apply(text, edits)
        offsets = offsets.then(edits)
    last = 0
    for i, character in enumerate(text):
        start, end = offsets.span(i, i + 1)
        assert 0 <= start < end <= len(source)
        assert last <= end
        last = end
        if character not in "xyz":  # a letter of the source stands for itself, or a whole holds it
            assert character in source[start:end]


ADVERSARIAL = [
    "?", "(", "a(zhì)", "Ö", "é", "ã", "锛", "锛屾帹", "質(zhì)", "(zhì)", "?！", "?！敝", "?qǐng)", "bet", "体育官网", "bet体育", "365体育:", ",", ",。",
    "&", "&amp;", "\n", "質\n", "\u200b", " ", "中 ", "365", "a", "？", "於", "\U0001f37b", "全市开展质量提升行动推动企业,立管理体系\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_linear(piece: str) -> None:
    assert_linear(repair, piece, 25_000)
