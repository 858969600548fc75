"""Repair on whole pages: wrapped lines, layers of damage, the way to traditional and back."""

from __future__ import annotations

import pytest
from opencc import OpenCC

from qextract.repairs import repair

PROSE = (
    "  3月12日,全市质量强市工作推进会在临川召开。会议总结了2023年的工作,部署了今年的任务,要求各部门"
    "反复核对数据,批复项目后及时复查,后续由市政府办公厅答复,做到制度与制造并重,里外一致。",
    "  “我们要把干部的干劲干到点子上。”市市场监管局局长谷雨指出,去年全市共有1,286家企业参加了质量"
    "提升行动,其中规模以上企业312家,占24.3%,皇后镇和台州籍客商投资的范家台项目已于9月开工。",
    "  据了解,云港市面粉、面条、干果等产品抽检合格率达到98.6%,比上年提高1.7个百分点,系统内相关单位"
    "发出通知,要求理发店、饭店明码标价,什么价格卖什么货。“质量是干出来的。”江源表示,慰藉民心最要紧。",
    "  下一步,临川市将围绕松花江流域的钟表、台灯等产业,征求意见,出台办法,力争到2027年主导制定国际标准"
    "3至5项,并在瞭望塔下建设展示馆,让群众在历史与未来之间看见发展的曲折与成就,累计投资约2.35亿元。",
)
PAGE = "\n".join(
    (
        "临川在线 > 新闻 > 正文",
        "临川召开质量强市工作推进会",
        "2024-03-13 08:30   来源:临川日报   作者:江源",
        "",
        *PROSE,
        "",
        "(责任编辑:白鹭)",
        "上一篇:临川举办计量开放日",
        "下一篇:没有了",
    )
)
LIST = "\n".join(
    f"{n}. 关于第{n}号提案的答复意见及办理情况的公告(临川市{n}区)" for n in range(10, 60)
)


def by_characters(line: str, width: int) -> list[str]:
    return [line[i : i + width] for i in range(0, len(line), width)] or [""]


def by_columns(line: str, width: int) -> list[str]:
    """Lines of that many columns; closing marks hang out."""
    lines, now, filled = [], "", 0
    for character in line:
        columns = 1 if character.isascii() else 2
        if filled + columns > width and character not in ",。、”:)%":
            lines.append(now)
            now, filled = "", 0
        now += character
        filled += columns
    return [*lines, now]


def test_clean_page_stays() -> None:
    assert repair(PAGE).text == PAGE
    assert repair(PAGE).counts == {}
    assert repair(LIST).text == LIST


@pytest.mark.parametrize("width", [22, 30, 38, 45])
def test_cut_by_characters(width: int) -> None:
    wrapped = "\n".join(part for line in PAGE.split("\n") for part in by_characters(line, width))
    done = repair(wrapped)
    for paragraph in PROSE:
        assert paragraph in done.text
    assert done.counts["hard_wrap"] >= 8


@pytest.mark.parametrize("width", [56, 64, 72])
def test_cut_by_columns(width: int) -> None:
    wrapped = "\n".join(part for line in PAGE.split("\n") for part in by_columns(line, width))
    done = repair(wrapped)
    for paragraph in PROSE:
        assert paragraph in done.text


def traditional(text: str) -> str:
    return OpenCC("s2t").convert(text)


def glossed(text: str) -> str:
    """Traditional, some characters with their readings behind them."""
    readings = {
        "會": "huì",
        "質": "zhì",
        "發": "fā",
        "標": "biāo",
        "業": "yè",
        "個": "gè",
        "後": "hòu",
    }
    return "".join(c + (f"({readings[c]})" if c in readings else "") for c in traditional(text))


def shifted(text: str) -> str:
    """Each 。” loses its first byte; what follows is read one byte off until it falls in step."""
    head, *rest = traditional(text).split("。”")
    for part in rest:
        done = "。”"
        for character in part:
            raw = character.encode("gb18030")
            done += character
            if len(raw) == 1:  # a plain letter or figure would have been swallowed
                head += "。”" + part
                break
            if raw[1] < 0x80:
                head += "?" + done.encode("gb18030")[1:].decode("gb18030") + part[len(done) - 2 :]
                break
    return head


def spammed(text: str) -> str:
    return text.replace("临川市", "kok体育app官网:")


DAMAGE = {
    "traditional": (traditional,),
    "glossed": (glossed,),
    "shifted": (shifted,),
    "shifted, glossed": (shifted, glossed),
    "punctuated": (lambda text: text.replace("、", ",、").replace(",", ",,"),),
    "glossed, wrapped": (
        glossed,
        lambda text: "\n".join(
            part for line in text.split("\n") for part in by_characters(line, 38)
        ),
    ),
    "windows line ends": (lambda text: "\ufeff" + text.replace("\n", "\r\n"),),
    "read as Latin 1": (lambda text: text.encode("gb18030").decode("latin1"),),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_layers(damage: tuple[object, ...]) -> None:
    text = PAGE
    for step in damage:
        text = step(text)  # type: ignore[operator]
    assert text != PAGE
    done = repair(text).text
    for paragraph in PROSE:
        assert paragraph in done


def test_same_brand_is_one_country() -> None:
    done = repair(spammed(PAGE))
    assert "中国将围绕松花江流域" in done.text
    assert done.counts == {"brand_spam": 1}


def test_source_of_a_wrapped_figure() -> None:
    wrapped = "\n".join(part for line in PAGE.split("\n") for part in by_characters(line, 38))
    done = repair(wrapped)
    for word in ("1,286家", "98.6%", "2.35亿元", "312家"):
        start = done.text.index(word)
        first, last = done.to_source(start, start + len(word))
        assert wrapped[first:last].replace("\n", "") == word
