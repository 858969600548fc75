"""Hard wraps of many widths and kinds; what only looks like them stays."""

from __future__ import annotations

import pytest

from qextract.repairs import repair

PROSE = (
    "4月18日,云川市召开质量强市工作推进会,总结去年工作,部署今年任务。市委副书记高远出席并讲话,市市场监管局局长"
    "林一舟通报了有关情况。会议指出,全市现有规模以上工业企业1,286家,去年产品质量合格率达到96.4%,比上年提高"
    "1.3个百分点。",
    "高远强调,要把质量放在更加突出的位置,坚持“质量第一、效益优先”,加快实施《云川市质量强市建设纲要(2023—2030年)》,"
    "围绕装备制造、食品加工和现代物流三个重点产业,推动企业建立首席质量官制度,到2027年主导或参与制定国际标准12项。",
    "会议审议了《关于加强计量工作的实施意见》,决定安排专项资金2.35亿元,支持87家中小企业开展技术改造。市财政局、"
    "市科技局和各县(市、区)政府负责人作了表态发言,云川高新区管委会主任白鹭介绍了园区经验。",
    "据了解,今年以来,云川市已为312家企业减免检测费用640万元,培训质量管理人员1.1万人次。下一步,该市将完善"
    "质量基础设施,建立一站式服务平台,争取年底前覆盖所有乡镇。",
)
HEAD = ("云川市召开质量强市工作推进会", "2024-04-18 09:30 来源:云川日报")
TAIL = ("责任编辑:江源", "上一篇:云川举办计量开放日")
PAGE = "\n".join((*HEAD, *PROSE, *TAIL))


def cut(width: int, *, indent: str = "", trail: str = "", gap: str = "\n", text: str = PAGE) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        whole = indent + line if len(line) > 40 else line
        lines += (whole[at : at + width] + trail for at in range(0, len(whole), width))
    return gap.join(lines)


def fill(width: int, wide: int, *, indent: str = "") -> str:
    """Lines of that many columns or bytes, no mark in front."""
    lines: list[str] = []
    for line in PAGE.split("\n"):
        now, filled = "", 0
        for character in indent + line if len(line) > 40 else line:
            size = 1 if character.isascii() else wide
            if filled + size > width and character not in ",。、”:)%":
                lines.append(now)
                now, filled = "", 0
            now += character
            filled += size
        lines.append(now)
    return "\n".join(lines)


WRAPPED = {
    **{f"{n} characters": cut(n) for n in (16, 20, 25, 32, 38, 44, 50, 64, 80)},
    **{f"{n} characters, set in": cut(n, indent="\u3000\u3000") for n in (20, 38, 60)},
    **{f"{n} characters, empty lines": cut(n, gap="\n\n") for n in (20, 32, 50)},
    "three empty lines": cut(30, gap="\n\n\n"),
    "spaces at the ends": cut(34, trail="  "),
    "one space at the ends, empty lines": cut(28, trail=" ", gap="\n\n"),
    "Windows line ends": cut(30, gap="\r\n"),
    **{f"{n} columns": fill(n, 2) for n in (40, 60, 76)},
    "76 columns, set in": fill(76, 2, indent="  "),
    **{f"{n} bytes of UTF-8": fill(n, 3) for n in (60, 80)},
}


@pytest.mark.parametrize("name", WRAPPED)
def test_paragraphs_are_whole_again(name: str) -> None:
    done = repair(WRAPPED[name])
    assert done.counts["hard_wrap"] >= 4
    lines = {line.strip() for line in done.text.split("\n")}
    flat = done.text.replace("\n", "")
    for paragraph in PROSE:
        assert paragraph in flat
        if name not in ("40 columns", "60 bytes of UTF-8"):  # a sentence that fills its line
            assert any(paragraph in line for line in lines)
    for line in (*HEAD[:1], *TAIL):
        assert line in lines
    assert repair(done.text).text == done.text


ITEMS = "\n".join(
    f"{n}.{name}有限公司 {n * 3} 合格 {n + 10}.5%"
    for n, name in enumerate(
        ("云川食品", "高远机械", "江源纺织", "白鹭电子", "林舟建材", "青禾药业"), 11
    )
)
VERSE = "\n".join(
    (
        "春风又绿云川岸,万顷良田起绿波,质量兴农谱新曲",
        "秋月长明白鹭洲,千家灯火映清流,标准引领上高楼",
        "夏雨初歇山色好,稻花香里说丰年,计量准确人心暖",
        "冬雪才融溪水暖,梅蕊枝头报早春,检测公平事业兴",
    )
)
HEADLINES = "\n".join(
    (
        "云川市召开质量强市工作推进会暨质量奖颁奖大会今年",
        "高远到白鹭县调研食品安全和药品监管工作时强调实干",
        "我市十二家企业获评全省首批质量管理示范单位荣誉称",
        "市场监管部门开展节前计量器具专项检查行动成效显著",
        "云川高新区首家检验检测公共服务平台正式投入运行了",
    )
)


@pytest.mark.parametrize("text", [PAGE, ITEMS, VERSE, HEADLINES, PAGE + "\n" + HEADLINES])
def test_lines_of_their_own_stay(text: str) -> None:
    done = repair(text)
    assert (done.text, done.counts) == (text, {})


def test_values_across_breaks_keep_their_places() -> None:
    wrapped = cut(25)
    done = repair(wrapped)
    for value in ("1,286家", "96.4%", "2.35亿元", "640万元", "(2023—2030年)"):
        start = done.text.index(value)
        first, last = done.to_source(start, start + len(value))
        assert wrapped[first:last].replace("\n", "") == value


def test_words_of_two_scripts() -> None:
    sentence = (
        "云川市引进quality management体系,开展能力验证,检测机构与well-known企业合作,形成了标准化成果"
        "并在全市推广应用,得到了各方面充分肯定和高度评价,为高质量发展注入了新的强劲动力"
    )
    text = "\n".join((sentence, *PROSE))
    assert sentence in repair(cut(33, text=text)).text


def test_long_lines_of_one_width() -> None:
    """Hardly a break falls within a word, but nearly all lines are of the very same length."""
    page = PAGE + "\n" + PAGE
    assert repair(cut(54, text=page)).text == page
