"""Pinyin glosses: which pages are glossed, which brackets go, which a writer put there."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import assert_linear
from opencc import OpenCC
from pypinyin import Style, pinyin

from qextract.repairs import gloss, repair
from qextract.repairs.edits import apply
from qextract.repairs.syllables import plain, says, spoken_word, toned

# glossed text, what it says, how many glosses
MENDED = {
    "each character": ("標(biāo)準(zhǔn)化建設(shè)", "标准化建设", 3),
    "full-width brackets": ("質（zhì）量發（fā）展", "质量发展", 2),
    "brackets of two widths": ("質（zhì)量發(fā）展", "质量发展", 2),
    "square brackets": ("質[zhì]量、標【biāo】準〔zhǔn〕", "质量、标准", 3),
    "no tones": ("大會(hui)召開(kai)", "大会召开", 2),
    "a neutral tone among others": ("我們(men)開(kāi)會(huì)", "我们开会", 3),
    "tone figures": ("質(zhi4)量標(biao1)準(zhun3)", "质量标准", 3),
    "capitals": ("質(Zhì)量標(Biāo)準(ZHǓN)", "质量标准", 3),
    "full-width letters": ("質（ｚｈì）量", "质量", 1),
    "letters and marks apart": ("質(zhi\u0300)量", "质量", 1),
    "a breve for a caron": ("準(zhŭn)備與(yŭ)", "准备与", 2),
    "script letters": ("廣(ɡuǎng)東,廠(chɑ̌ng)房", "广东,厂房", 2),
    "zhuyin": ("質(ㄓˋ)量標(ㄅㄧㄠ)準(ㄓㄨㄣˇ),我們(˙ㄇㄣ)", "质量标准,我们", 4),
    "ü as itself": ("法律與紀律,綠(lǜ)色", "法律与纪律,绿色", 1),
    "ü as v": ("綠(lv)色、呂(lv3)某、慮(lv4)及", "绿色、吕某、虑及", 3),
    "ü as u:": ("綠(lu:4)色", "绿色", 1),
    "ü as yu": ("綠(lyù)色、綠(lyu)化", "绿色、绿化", 2),
    "ü as u": ("綠(lù)色", "绿色", 1),
    "several readings": ("重點(zhòng)與會(huì/kuài)計,長(cháng、zhǎng)江", "重点与会计,长江", 3),
    "the other reading": ("行長(cháng)說(shuì),音樂(lè)會(kuài),瞭(liǎo)解", "行长说,音乐会,了解", 5),
    "spaces inside": ("質( zhì )量發(f ā)展", "质量发展", 2),
    "a space before": ("質 (zhì)量", "质量", 1),
    "line ends inside": ("提高質(zhì\n)量,標(bi\nāo)準(\nzhǔn)", "提高质量,标准", 3),
    "bracket on the next line": ("提高質\n(zhì)量", "提高质量", 1),
    "gloss at a line end": ("召開(kāi)\n會(huì)議", "召开\n会议", 2),
    "twice": ("會(huì)(huì)議", "会议", 1),
    "beside figures": ("600萬(wàn)噸(dūn),3個(gè)、5項(xiàng)", "600万吨,3个、5项", 4),
    "in a name": ("局長(zhǎng)陳(chén)衛(wèi)東(dōng)說", "局长陈卫东说", 4),
    "words, apart": ("質量(zhì liàng)和標準(biāo zhǔn)", "质量和标准", 2),
    "words, in one": ("質量(zhìliàng)和標準(biāozhǔn)", "质量和标准", 2),
    "simplified, dense": ("质(zhì)量发(fā)展、标(biāo)准化会(huì)议", "质量发展、标准化会议", 4),
    "simplified, no tones": (
        "质(zhi)量发(fa)展、标(biao)准(zhun)化会(hui)议",
        "质量发展、标准化会议",
        5,
    ),
    "wrongly converted": (
        "市面(miàn)上,以後(hòu),理發(fā)店,出發(fā),前后(hòu)",
        "市面上,以后,理发店,出发,前后",
        5,
    ),
    "another variant": ("裏(lǐ)面、公裡(lǐ)、衆(zhòng)人、羣(qún)衆(zhòng)", "里面、公里、众人、群众", 5),
    "a lost character": ("標(biāo)準(zhǔn)□(huà)", "标准□", 3),
    "a bracket beside": ("質(zhì)量(以下簡(jiǎn)稱(chēng)《意見(jiàn)》)", "质量(以下简称《意见》)", 4),
}  # fmt: skip

# brackets that a writer put there
KEPT = (
    "以下简称《意见》,(沈阳)、(套)、(TEU)、(一)、(1)",
    "市场监管局(ju)",
    "村民樊犇(bēn)、谷彧(yù)说",
    "“龘(dá)”字是什么意思?",
    "作家单(shàn)某说,他是亳(bó)州人",
    "安徽六(lù)安、浙江台(tāi)州和广东番(pān)禺",
    "他(he)和她(she)、我(me)、能(can)、死(die)、长(long)、男人们(men)、阳光(sun)、迷(fan)",
    "圖表中總額(a)、差額(b)、(c)、(i)、(ii)、餘額(e)",
    "长度(mm)、面积(m²)、质量(kg)、容量(ml)、时间(h)、米(m)、吨(t)",
    "鈉(Na)、鋰(Li)、鉍(Bi)、鎂(Mg)、鋁(Al)、氦(He)、钠(Na)、锂(Li)",
    "陳大文(Chan Tai Man)、張(Zhang)小姐、李安(Ang Lee)、馬雲(Jack Ma)",
    "胡志明(Hồ Chí Minh)、何(Hà)先生、咖啡館(café)、慕尼黑(München)",
    "海尔(haier)、华为(huawei)、长安(Changan)、格力(gree)",
    "每圓(yuan)兌換,五十畝(mu)、三兩(liang)",
    "妈(mā)、麻(má)、马(mǎ)、骂(mà)是汉语的四个声调",
    "第一课 一(yī)二(èr)三(sān)四(sì)五(wǔ)六(liù)七(qī)八(bā) 東(dōng)南(nán)西(xī)北(běi)",
    "饕餮(tāo tiè)与魑魅魍魉(chī mèi wǎng liǎng)",
    "播音员把说(shuì)客读成说(shuō)客,把叶(xié)公读成叶(yè)公。他说,都说叶是树叶的叶,说是说话的说。",
    "英语单词“long”(long)、(an)、(he)、(gai)",
    "粤语“掂”(dim6)、“嘅”(ge3)",
    "體積(m³)、類(A1)、維生素(B2)、積(a2)",
    "中国(CN)质量(QC小组)",
)


@pytest.mark.parametrize(("glossed", "said", "count"), MENDED.values(), ids=MENDED)
def test_glosses_go(glossed: str, said: str, count: int) -> None:
    done = repair(glossed)
    assert done.text == said
    assert done.counts["pinyin_gloss"] == count
    assert repair(said).text == said


@pytest.mark.parametrize("text", KEPT)
def test_brackets_of_writers_stay(text: str) -> None:
    assert gloss.find(text) == []


@pytest.mark.parametrize("text", KEPT[:4])
def test_they_stay_on_a_glossed_page(text: str) -> None:
    around = "質(zhì)量發(fā)展、標(biāo)準(zhǔn)化會(huì)議,業(yè)務(wù)與創(chuàng)新。"
    made = apply(around + text, gloss.find(around + text))
    assert made.endswith(text)


def test_a_page_of_many_names_is_not_glossed() -> None:
    """Readings of rare names on a simplified page, some of them of characters that change."""
    text = (
        "出席的有谷犇(bēn)、白彧(yù)、江赟(yūn)、田祎(yī)、成翀(chōng)、金骅(huá)。"
        + "会议认为,质量工作要抓紧。" * 40
    )
    assert gloss.find(text) == []


PROSE = (
    "3月12日,全市质量强市工作推进会在临川召开。会议总结了2023年的工作,部署了今年的任务,要求各部门反复核对"
    "数据,由市政府办公厅答复。市市场监管局局长谷雨(右二)指出,去年全市共有1,286家企业(含个体户)参加了"
    "提升行动,其中规模以上企业312家(TEU),占24.3%,投资的项目(以下简称“两园”)已于9月开工。绿色发展,"
    "要继续为产业创新服务,让他们说得清、学得会、用得上,把经验写进《关于开展质量提升行动的意见》(试行)。"
)
PIECES = tuple(PROSE.replace("。", "。|").replace(",", ",|").split("|"))
STYLES = {
    "tones": (Style.TONE, "({})"),
    "wide": (Style.TONE, "（{}）"),
    "bare": (Style.NORMAL, "({})"),
    "figures": (Style.TONE3, "({})"),
    "spaced": (Style.TONE, "( {} )"),
    "apart": (Style.TONE, " ({})"),
    "square": (Style.TONE, "[{}]"),
    "zhuyin": (Style.BOPOMOFO, "({})"),
}


@cache
def turned(text: str) -> str:
    return str(OpenCC("s2t").convert(text))


@cache
def reading(character: str, style: Style) -> str:
    return str(pinyin(character, style=style)[0][0])


def glossed(text: str, style: str, simplified: bool) -> tuple[str, int]:
    """The text with the readings behind what a conversion changes, and how many."""
    kind, form = STYLES[style]
    out, count = [], 0
    for before, after in zip(text, turned(text), strict=True):
        out.append(before if simplified else after)
        if before != after:
            out.append(form.format(reading(before, kind)))
            count += 1
    return "".join(out), count


@settings(max_examples=100, deadline=None)
@given(
    st.permutations(PIECES).map("".join),
    st.sampled_from(sorted(STYLES)),
    st.booleans(),
)
def test_glossed_text_comes_back(text: str, style: str, simplified: bool) -> None:
    assert repair(text).text == text
    made, count = glossed(text, style, simplified)
    done = repair(made)
    assert done.text == text
    assert done.counts["pinyin_gloss"] == count
    assert repair(done.text).text == done.text


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from(KEPT), st.integers(0, 9))
def test_text_without_glosses_stays(pieces: list[str], kept: str, at: int) -> None:
    pieces.insert(at, kept)
    assert gloss.find("\n".join(pieces)) == []


@pytest.mark.parametrize(
    ("written", "letters", "tone"),
    [
        ("zhì", "zhi", True),
        ("ZHÌ", "zhi", True),
        ("zhi4", "zhi", True),
        ("zhi", "zhi", False),
        ("nǚ", "nv", True),
        ("lyue", "lve", False),
        ("˙ㄇㄣ", "men", True),
        ("café", "cafe", True),
        ("m²", "m", False),
    ],
)
def test_syllables(written: str, letters: str, tone: bool) -> None:
    assert plain(written) == letters
    assert toned(written) is tone


def test_readings() -> None:
    assert says("质", "zhi")
    assert says("質", "zhi")
    assert says("绿", "lu")
    assert not says("局", "zhi")
    assert spoken_word("提高質量", "zhiliang") == 2
    assert spoken_word("西安", "xian") == 2
    assert spoken_word("质量", "zliang") == 0


@pytest.mark.parametrize(
    "piece",
    [
        "質(zhì",
        "(zhì)",
        "(a",
        "质(zhì)",
        "(a/",
        "( \n",
        "質量(zhì liàng)",
        "(abcde fgh",
        "海(haier)",
    ],
)
def test_linear(piece: str) -> None:
    assert_linear(gloss.find, piece, 50_000)
