"""What repair promises of any text: what the map leads back to, and that it is done when it is done.

Texts are pages made of sentences, damaged in several ways on top of one another, and any characters
at all.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from random import Random

import pytest
from damage import KINDS
from hypothesis import given, settings
from hypothesis import strategies as st

from qextract import lexicon
from qextract.repairs import (
    REPORTS,
    STEPS,
    STEPS_FOLDED,
    Repaired,
    characters,
    mojibake,
    repair,
)

SENTENCES = (
    "4月12日,云川市质量大会在云川召开,市委书记林一舟出席会议并讲话。",
    "去年全市新增认证证书300余张,同比增长12.5%,总数达到1.92万张。",
    "“要把质量放在更加突出的位置。”林一舟指出,“企业是质量的主体。”",
    "会上印发了《云川市质量强市建设纲要(2023—2030年)》(以下简称《纲要》)。",
    "中国工程院院士周竹叶、省市场监管局党组书记高远参加了座谈。",
    "据了解,截至今年6月底,各省(区、市)共有3.5亿元资金投入技术改造。",
    "记者从国家有关部门获悉,标准化试点单位由7家增加到19家,其中有重庆的企业。",
    "乾隆年间的石碑仍在,著名专家于洋说:“看着它,大家都很慰藉。”",
    "GB/T 19001-2016标准实施后,产品一次交验合格率由87%提高到95%以上!",
    "什么是质量第一?他没有直接回答;会后,记者又问了一次。",
)
LINES = (
    "云川市召开质量大会",
    "2023年04月13日 09:12 来源:云川日报",
    "责任编辑:高远 李小文",
    "中国 > 要闻",
    "",
)
# damage of one place, which may land anywhere, even inside other damage
PIECES = (
    "質(zhì)", "標(biāo)準", "(huì)", "（jī\nng）", "會(hui)", "?！敝苤袢~", "日?qǐng)?bào)", "高?！⑵髽I", "?！?",
    "？！敝苤袢~", "?", "\ufffd", "bet体育365官网:", "kok体育官网:", "365体育投注", "官网", ",,", ",。", "、、", "。", "\u200b", "\ufeff", "\ue004",
    "&nbsp;", "&amp;", "&amp;amp;lt;", "&#8203;", "&#x3f;", "&lsquo", ";", "&", "#", "amp", "\n", "\r\n", "\r", "\u2028", " ", "\u3000", "\xa0", "，", "「", "」",
    "２", "？", "！", "（", "）", "\u2f8f", "\uf90a", "⻬", "於", "著", "乾", "規畫", "ÖÊÁ¿Ç¿¹ú", "è´¨é‡", "璐ㄩ噺", "锛", "銆", "锟斤拷", "\U0001f37b",
    "中国", "A", "z", "ā", "|", "”", "“", "<br/>", "</p>", "<b>", "<script>", "</script>", "<!-- x -->", "<", ">", "**", "__", "# ", "[见](http://a.b)", "&nbsp", "&lt;p&gt;",
    "\u0308", "．", ".", '"', "-", ":", "::", "!", "(", ")", "[", "]", "(bó)", "(一)", "1", "(zhi4)", "(ㄓˋ)", "质", "准", "標準", "\ue5e5", "\x0c", "\x85", "\uffa0",
)  # fmt: skip

PARAGRAPH = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("".join)
PAGE = st.lists(st.one_of(PARAGRAPH, st.sampled_from(LINES)), min_size=1, max_size=6).map("\n".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A page with damage on damage, in any order."""
    text = draw(PAGE)
    for kind in draw(st.lists(st.sampled_from(sorted(KINDS)), max_size=4)):
        text = KINDS[kind](text[:2000], Random(draw(st.integers(0, 99))))
    for piece in draw(st.lists(st.sampled_from(PIECES), max_size=12)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + piece + text[at:]
    return text


TEXTS = st.one_of(
    damaged(),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.characters()), max_size=40).map("".join),
    st.text(max_size=60),
)


@cache
def forms() -> dict[str, set[str]]:
    """What a character may be converted to, alone or in a phrase."""
    found: dict[str, set[str]] = {}
    for table in (characters.widths(), characters.traditional(), characters.ambiguous()):
        for key, value in table.items():
            found.setdefault(key, set()).add(value)
    for key, (value, *_) in lexicon.table("hant_phrases").items():
        for before, after in zip(key, value, strict=True):
            found.setdefault(before, set()).add(after)
    return found


def converts(before: str, after: str) -> bool:
    """Whether `after` is what conversions, of width and then of script, make of `before`."""
    reached, more = {before}, {before}
    while more:
        more = {new for one in more for new in forms().get(one, ())} - reached
        reached |= more
    return after in reached


def check(done: Repaired) -> None:
    """All that holds for one repaired text."""
    source, text, repairs = done.source, done.text, done.repairs

    # repairs are in order, apart, and say what stands where
    for one in repairs:
        assert 0 <= one.start < one.end <= len(source)
        assert source[one.start : one.end] == one.before
        assert text[one.text_start : one.text_end] == one.after
        if one.after:
            assert done.to_source(one.text_start, one.text_end) == (one.start, one.end)
    for one, following in pairwise(repairs):
        assert one.end <= following.start
        assert one.text_end <= following.text_start

    # between them nothing moves: source and text run in step, character by character
    last_source = last_text = 0
    for one in (*repairs, None):
        start = one.start if one else len(source)
        text_start = one.text_start if one else len(text)
        assert start - last_source == text_start - last_text
        for at in range(start - last_source):
            before, after = source[last_source + at], text[last_text + at]
            assert before == after or converts(before, after)
            assert done.to_source(last_text + at, last_text + at + 1) == (
                last_source + at,
                last_source + at + 1,
            )
        if one:
            last_source, last_text = one.end, one.text_end

    # the places of the characters tile the source, but for what was taken out
    spans = [done.to_source(i, i + 1) for i in range(len(text))]
    tiles = sorted({*spans, *((one.start, one.end) for one in repairs if not one.after)})
    assert [end for _, end in tiles] == [*(start for start, _ in tiles[1:]), len(source)][
        : len(tiles)
    ]
    assert not tiles or tiles[0][0] == 0
    assert bool(tiles) == bool(source)

    # the map is monotonic, and a span covers what its characters cover
    for (start, end), (next_start, next_end) in pairwise(spans):
        assert start <= next_start
        assert end <= next_end
    for low in range(0, len(text), 7):
        for high in range(low + 1, len(text) + 1, 11):
            assert done.to_source(low, high) == (spans[low][0], spans[high - 1][1])

    # each single repair is in one stretch, and counted
    counts = Counter(kind for one in repairs for kind in one.kinds)
    assert counts == {
        k: n for k, n in done.counts.items() if k not in ("traditional", "full_width")
    }
    assert all(one.kind == "+".join(dict.fromkeys(one.kinds)) for one in repairs)
    for one in done.reported:
        assert source[one.start : one.end] == one.before
        assert text[one.text_start : one.text_end] == one.after


def check_settled(done: Repaired) -> None:
    """Repairing twice is repairing once."""
    again = repair(done.text)
    assert (again.text, again.counts, again.repairs) == (done.text, {}, ())


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    done = repair(text)
    check(done)
    check_settled(done)


@settings(max_examples=100, deadline=None)
@given(PAGE)
def test_clean_text_is_left_alone(text: str) -> None:
    done = repair(text)
    assert (done.text, done.counts, done.repairs, done.reported) == (text, {}, (), ())
    assert done.to_source(0, len(text)) == (0, len(text))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_damage(kind: str) -> None:
    page = "\n".join((LINES[0], LINES[1], "".join(SENTENCES[:5]), "".join(SENTENCES[5:])))
    for seed in range(3):
        done = repair(KINDS[kind](page, Random(seed)))
        check(done)
        check_settled(done)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_step_makes_a_text_longer(text: str) -> None:
    """Why repair comes to an end."""
    for step in (*STEPS, *STEPS_FOLDED, *REPORTS):
        at = 0
        for start, end, after, _ in step(text):
            assert at <= start < end <= len(text)
            # bytes read as letters may be those of two characters: 🍻 as 馃嵒
            assert len(after) <= (end - start) * (1 + (step is mojibake.find))
            assert step in REPORTS or after != text[start:end]
            at = end


@pytest.mark.parametrize(
    "text",
    ["&" + "amp;" * 500 + "lt;", "&am" * 200 + "&#8203;" + "p;#8203;" * 200],
    ids=["escapes", "escapes that hide what joins escapes"],
)
def test_layers_without_end_come_to_an_end(text: str) -> None:
    done = repair(f"云川市{text}召开质量大会。")
    assert done.text.startswith("云川市")
    assert done.text.endswith("召开质量大会。")
    check(done)
    check_settled(done)
