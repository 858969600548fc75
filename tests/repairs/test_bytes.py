"""Bytes lost and bytes misread: what comes back, what stays, what must never be touched."""

from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from linear import assert_linear
from wrong_encodings import MISREADS, SENTENCES, SHIFTS, TRADITIONAL, article

from qextract.repairs import byte_shift, characters, misread, mojibake, repair
from qextract.repairs.likely import cost, total

SHIFTED = {
    "closing quote": ("“要努力?！敝苤袢~指出", "“要努力。”周竹叶指出"),
    "closing quote, narrowed": ("“要努力?!敝苤袢~指出", "“要努力。”周竹叶指出"),
    "U+FFFD for the byte": ("“要努力\ufffd！敝苤袢~指出", "“要努力。”周竹叶指出"),
    "line end, quote and stop": ("“要努力?！?\n下一段", "“要努力。”\n下一段"),
    "line end, before a tag": ("“要努力?！?<", "“要努力。”<"),
    "line end, before a tag that lost its bracket": ("“要努力?！?/p>\n下一段", "“要努力。”\n下一段"),
    "list comma": ("支持高?！⑵髽I和院所", "支持高校、企业和院所"),
    "bracket": ("各?。▍^、市)", "各省(区、市)"),
    "a whole sentence, simplified": ("“已出口到东南亚?！弊芫\ue139砗未ǜ嫠呒钦摺�\n", "“已出口到东南亚。”总经理何川告诉记者。\n"),
    "up to a figure": ("记者了解?剑\ue0f1\ue4b3も�3.5亿元", None),
    "inside a word": ("农村局组?笛\ue7d8际跞嗽薄�\n", None),
    "a letter taken along": ("介绍?\ue0f0庖怀晒\ue364⒈碓诠\ue30b恃\ue7a8跗诳疦ature上", None),
    "converted once more": ("要努力?！惫ば挪靠萍妓舉|量處", "要努力。”工信部科技司质量处"),
    "a pair for private use inside": ("他說，“?袌龌鸨??！眻F長林葉表示", "他说,“市场火爆。”团长林叶表示"),
    "gloss between two bytes": ("工人日?qǐng)?bào)社", "工人日报社"),
    "gloss before a letter": ("市民反映情?bǎn)r后", "市民反映情况后"),
    "gloss, and a pair dropped": ("“今年以?yǒng)恚覀冏咴L企業326家。", "“今年以来,我们走访企业326家。"),
    "gloss, and a pair dropped within words": ("白沙縣的標?yùn)驶ぷ髯ゾo抓實。", "白沙县的标准化工作抓紧抓实。"),
    "gloss behind": ("各?。▍^(qū)、市)", "各省(区、市)"),
}  # fmt: skip
MISREAD = {
    "UTF-8 as Latin 1": "质量强国建设".encode().decode("latin-1"),
    "UTF-8 as Windows": "è´¨é‡å¼ºå›½å»ºè®¾",
    "UTF-8 as Latin 9": "质量强国建设".encode().decode("iso8859-15"),
    "UTF-8 as Mac": "质量强国建设".encode().decode("mac_roman"),
    "UTF-8 as Latin 1 twice": "质量强国建设".encode().decode("latin-1").encode().decode("latin-1"),
    "GBK as Latin 1": "ÖÊÁ¿Ç¿¹ú½¨Éè",
    "Big5 as Latin 1": "質量強國建設".encode("big5").decode("latin-1"),
    "Big5 as GB18030": "質量強國建設,中國".encode("big5").decode("gb18030"),
    "GBK as Big5": "质量强国建设，中国".encode("gbk").decode("big5"),
    "UTF-8 as GBK": "质量强国建设，工作会".encode().decode("gbk", "replace"),
}
# clean text, with marks and letters that look like damage
CLEAN = [
    "“真的吗?”他问。“你去哪儿?”“不去!”“为什么?我不知道。”",
    "为什么说服务业兴旺?怎么办?谁来管?A股还是B股?Q&A?K线怎么看?C罗来吗?",
    "为什么？！他说？！“好？”《怎么办？》【谁？】（是吗？）…？——？",
    "“真的吗?!?”他问。“好?!？”《怎么?!办？》你去哪?!儿。两公里?!长。真?的吗?温度?°C",
    "网址 http://example.com/a?b=c&d=e 和 /show.asp?id=123&type=新闻?来源=本站",
    "「真的嗎？」他問。「什麼？」蚵寮里長說。佢哋嚟咗未？啲嘢咁貴㗎？嘅咗啲喺唔冇",
    "张喆、李璟、王彧、陈祎、赵昇、孙翀、周晔、吴旻、郑琛出席了会议?陈祎说是。",
    "日本首相岸田文雄、横浜市长山中竹春、辻村深月出席。いろは歌と中国の文化、ピアノ",
    "曲目有《L'Après-midi d'un faune》《Déserts》《Für Elise》《À la recherche》",
    "Café Müller in São Paulo is naïve; Ångström, Noël, El Niño, Renée, façade",
    "越南总理Phạm Minh Chính、Nguyễn Xuân Phúc出席。Москва, Путин, αβγ",
    "口腔医院的腔调;镇江锛子;涓涓细流;鄄城、鄱阳、氤氲;心脏瓣膜;ㄅㄆㄇㄈㄛ",
    "温度25°C±0.5°C,3m²,£35、¥100、§12、©2024、®、«quote»、½、¾、µm、×、÷",
    "①②③④ⅠⅡⅢ℃‰№→↑★☆■□▲●◎※ 2024?2025年 3?5%",
    "去哪了?檢〔jiǎn〕察官查,虾吗?評(ㄆㄧㄥˊ)論區,有多少?”面(miàn)對",
]
LOSSY = {"UTF-8 as Latin 1, controls gone", "UTF-8 as Latin 1, controls ?", "UTF-8 as Big5"}
# characters in a hundred that may come out wrong or lost, by the beginning of the kind's name
WORST = {
    "quote": 1.0,
    "split": 1.0,
    "mark": 1.5,
    "word": 1.5,
    "digit": 2,
    "line end": 2,
    "any": 3,
    "quote, then traditional": 7,
    "quote, then glossed": 9,
    "several": 8,
    "several, ?, dropped": 9,
    "several, ?, swallowed": 12,
    "second byte": 2,
    "UTF-8 as Windows,": 5,
    "UTF-8 as G": 15,
    "GBK as Latin 1, half": 1.5,
    "GBK as Windows, gone": 12,
    "GBK as Big5": 15,
}
HELD = {
    name: damage
    for name, damage in {**SHIFTS, **MISREADS}.items()
    if name not in LOSSY and "gone" not in name and name not in ("Big5 as GBK", "GBK as Big5")
}


def simple(text):
    return characters.simplify(characters.narrow(text)[0])[0]


def distance(one, other):
    """Insertions, deletions and replacements between two texts."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row = row, [i]
        for j, b in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
    return row[-1]


@pytest.mark.parametrize("name", SHIFTED)
def test_bytes_come_back(name):
    damaged, mended = SHIFTED[name]
    if mended is not None:
        assert repair(damaged).text == mended
        assert repair(damaged).counts["byte_shift"] == 1


@pytest.mark.parametrize("name", MISREAD)
def test_encodings_come_back(name):
    mended = repair(MISREAD[name]).text
    assert mended.startswith("质量强国建设")
    (kind,) = repair(MISREAD[name]).counts.keys() - {"traditional", "full_width"}
    assert kind == "mojibake"


@pytest.mark.parametrize("text", [*CLEAN, "\n".join(CLEAN), *SENTENCES])
def test_clean_text_stays(text):
    assert byte_shift.find(text) == []
    assert mojibake.find(text) == []


def worst(name):
    """The share of characters that may be wrong or lost, by the longest fitting name."""
    fitting = [key for key in WORST if name.startswith(key)]
    return WORST[max(fitting, key=len)] if fitting else 0.0


@pytest.mark.parametrize("traditional", [False, True], ids=["simplified", "traditional"])
@pytest.mark.parametrize("name", HELD)
def test_recovery(name, traditional):
    if traditional < (name in TRADITIONAL) or (traditional and "then" in name):
        pytest.skip("a page of the other script")
    rng = Random(name)
    wrong = characters_there = 0
    for _ in range(3):
        clean = article(rng, traditional=traditional, length=2)
        wanted, made = repair(clean).text, repair(HELD[name](clean, rng)).text
        wrong += distance(wanted, made)
        characters_there += len(wanted)
    assert 100 * wrong <= worst(name) * characters_there + 4 * (worst(name) > 0)


QUESTIONS = st.tuples(
    st.sampled_from([*SENTENCES, *CLEAN]),
    st.integers(0, 200),
    st.sampled_from(["?", "？", "??", "?!", "？”", "吗?", "?A", "?\n"]),
)


@settings(max_examples=100, deadline=None)
@given(QUESTIONS)
def test_questions_stay(question):
    sentence, at, mark = question
    text = sentence[:at] + mark + sentence[at:]
    assert byte_shift.find(text) == []


def test_a_bracket_that_the_mark_took_along():
    damaged = "“要努力?！敝苤袢~指出。\n“整體發揮讓我滿意?！?完)"
    assert repair(damaged).text == "“要努力。”周竹叶指出。\n“整体发挥让我满意。”(完)"


SEEDS = st.tuples(st.integers(0, 10_000), st.booleans(), st.sampled_from(sorted(SHIFTS)))


@settings(max_examples=40, deadline=None)
@given(SEEDS)
@example((9999, True, "several, ?"))
@example((9414, True, "several, ? for all"))
def test_a_run_damaged_again_is_what_stood_there(seed):
    number, traditional, name = seed
    rng = Random(number)
    text = SHIFTS[name](article(rng, traditional=traditional, length=2), rng)
    for edit in byte_shift.find(text):
        run, after = text[edit.start : edit.end], edit.after
        assert len(after) <= len(run)
        if "?" in after or "\ufffd" in after or "(" in run:
            continue
        raw = after.encode("gb18030")[1:]
        again = simple(raw.decode("gb18030", "replace"))
        size = min(len(again), len(run) - 1) - 1
        # but for characters that stand for two traditional ones
        there = simple("".join(byte_shift.WIDENED.get(c, c) for c in run[1:]))
        assert sum(a != b for a, b in zip(again[:size], there[:size], strict=True)) <= 2


@settings(max_examples=40, deadline=None)
@given(st.tuples(st.integers(0, 10_000), st.sampled_from(sorted({**SHIFTS, **MISREADS}))))
def test_mended_once_is_mended(seed):
    number, name = seed
    rng = Random(number)
    text = {**SHIFTS, **MISREADS}[name](article(rng, length=2), rng)
    done = repair(text)
    assert repair(done.text).text == done.text


GAPS = {
    "a byte gone without a trace": ("举行“标准化”作惫ば挪炕嵋椤", "标准化"),
    "both bytes lost": ("总投资3.5亿?�占地120亩", "3.5亿元"),
}


@pytest.mark.xfail(strict=True, reason="nothing tells what was lost")
@pytest.mark.parametrize("name", ["both bytes lost"])
def test_gaps(name):
    damaged, mended = GAPS[name]
    assert mended in repair(damaged).text


def test_what_is_likely():
    chinese, damaged = "国家市场监督管理总局", "！眹国沂袌霰"
    assert total("", chinese, "") < 10 * len(chinese)
    assert total("", damaged, "") > 15 * len(damaged)
    assert cost("。", "”") < cost("、", "”")
    assert cost("", "国") == cost("\n", "国") == cost("", "國")


def test_unknown_bytes():
    # 质 is E8 B4 A8: one byte unknown and neighbours that tell it, then none that do
    raw = [*"提高".encode(), 0xE8, 0xB4, -1, *"量".encode()]
    owner = [(i, i + 1) for i in range(len(raw))]
    pieces = misread.decode(raw, owner, misread.utf8_units())
    assert "".join(piece.text for piece in pieces) == "提高质量"
    assert pieces[2][:2] == (6, 9)
    pieces = misread.decode(raw[6:9], owner, misread.utf8_units())
    assert [piece.text for piece in pieces] == ["\ufffd"]
    assert misread.strict(raw, owner, "utf-8") == []


PIECES = ["?", "?！", "?！敝", "?a", "的?a", "\ufffd", "\ufffd敝苤", "ÖÊ…", "æ–°?", "æ?", "锛", "锛\ufffd", "Ã¦", "ã€", "い琌", "ㄛ腔", "\ufffdA中", "?" + "敝苤袢霰" * 60]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_linear(piece):
    assert_linear(lambda text: (byte_shift.find(text), mojibake.find(text)), piece, 6_000)
