"""HTML pages: what of them is read, in which order, and from which bytes."""

from __future__ import annotations

import contextlib
import html
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import assert_linear

from qextract import layout
from qextract.repairs import repair
from qextract.sources import html_main
from qextract.sources.decode import UndecodableError
from qextract.sources.html import read_html

PAGES = sorted((Path(__file__).parent / "pages_html").glob("*.html"))
HEAD = "<html><head><title>t</title></head><body>"
PROSE = "3月1日，滨江市召开会议，决定投资三千万元改造老旧小区，年内完工。"


@pytest.fixture(params=["with the extra", "without the extra"])
def extra(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    if request.param == "without the extra":
        # a module that is None cannot be imported
        monkeypatch.setitem(sys.modules, "trafilatura", None)
        return False
    pytest.importorskip("trafilatura")
    return True


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path, extra: bool) -> None:
    found = read_html(path.read_bytes())
    assert found.text == path.with_suffix(".txt").read_text("utf-8").removesuffix("\n")
    # where a page shows no text there is nothing to tell apart
    assert found.warnings == (() if extra or path.stem == "linked_data" else (html_main.MISSING,))


FIELDS = {
    # headline, day, outlet, authors, editors
    "agency": ("云渡省新增高铁里程三百公里", "2023-03-05", "云渡网", ["孔林", "魏来"], ["宁静"]),
    "bulletin": ("我省出台养老服务条例", "2022-09-08T09:00", "民政部网站", [], ["沈静"]),
    "post": ("江州港吞吐量破亿吨", "2021-11-30T08:12:33", "江州商报", ["秦川"], []),
    "wire": ("溪口镇公所赠书300册 盼带动阅读", "2024-03-02T10:05", "岛屿社", ["洪小满"], ["孟之"]),
    "big5_wrong_meta": ("白鹭港码头扩建工程动工", "2012-07-03", None, ["殷红"], []),
    "comments": ("地铁3号线明早开通", "2022-12-27T19:02", "江蓠晚报", [], []),
    "government": (
        "青石县人民政府办公室关于印发青石县绿色建筑行动计划的通知",
        "2024-05-20T09:15",
        "县政府办公室",
        [],
        [],
    ),
    "hongkong": (
        "房委会通过新屋邨绿化指引 明年起分阶段落实",
        "2023-09-06T00:30:00",
        "海港晨报",
        ["方晓岚"],
        [],
    ),
    "linked_data": ("北湾轻轨六月通车", "2025-05-02T08:00:00", "北湾网", ["祁曼", "杜若"], []),
    "linked_text": ("菱湖公园改造方案公示", "2020-03-04", None, ["时一鸣"], []),
    "old_site": (
        "石湾船厂交付两万吨散货船",
        "2009-04-02T15:20:11",
        "石湾日报",
        ["沙小鸥"],
        ["岑岑"],
    ),
    "paper": ("全省秋粮收购超四百万吨", "2022-11-09", "云浦日报", ["程雪松", "柏舟"], []),
    "portal": (
        "霜桥市十二个老旧小区改造完工 三千户居民受益",
        "2023-10-18T08:26",
        "云浦晚报",
        ["顾清和"],
        ["秦小楼"],
    ),
    "scattered": ("望舒市发布一季度经济运行情况", "2024-04-22", "望舒市统计局", [], []),
    "speech": ("就医保缴费问题 桐溪县县长答记者问", "2023-11-02T10:00", "桐溪发布", [], []),
    "taiwan": (
        "竹溪县长照据点增至86处 县府编列1.2亿元",
        "2024-01-15T14:20",
        "岛屿日报",
        ["林以晴"],
        ["简若水"],
    ),
    "title_only": (
        "鹿鸣县今年改造农村公路二百公里",
        "2021-07-08",
        "鹿鸣县人民政府门户网站",
        [],
        [],
    ),
    "wechat": (
        "防汛责任人公示!涉及19座水库",
        "2024-06-19T18:00",
        "雁渡水利",
        ["小渡"],
        ["阿衡"],
    ),
}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_layout_stage_reads_the_lines(path: Path) -> None:
    page = layout.read(repair(path.with_suffix(".txt").read_text("utf-8")).text)
    found = (
        page.title and page.title.value,
        page.published and page.published.value,
        page.publisher and page.publisher.value,
        [name.value for name in page.authors],
        [name.value for name in page.editors],
    )
    assert found == FIELDS[path.stem]


PIECES = {
    # a piece of a page keeps all its lines
    "<p>第一段。</p><p>第二段。</p>": "第一段。\n第二段。",
    "第一段<br/>第二段": "第一段\n第二段",
    "没有标记的一行": "没有标记的一行",
    "a < b 且 c > d": "a < b 且 c > d",
    "5<6，收尾": "5<6，收尾",
    "<ul><li>甲<li>乙</ul>": "甲\n乙",
    "<ul><li><a href=1>甲</a><li><a>乙</a><li><a>丙</a></ul>": "甲\n乙\n丙",
    "<p>甲<script>x('<p>')</script>乙</p>": "甲乙",
    "<p>甲<!-- 注释 > -->乙</p>": "甲乙",
    "<p>今<span class=s1>年</span><b>3</b>月</p>": "今年3月",
    "<p>2024年<em>6</em>月\n\t1日</p>": "2024年6月 1日",
    "<p>前一行\n后一行</p>": "前一行后一行",
    "<p>增长&nbsp;5%&hellip;&#x4e2d;&amp;lt;</p>": "增长\xa05%…中&lt;",
    "<p hidden>藏</p><p style='DISPLAY : none'>藏</p><p>显</p>": "显",
    "<table><tr><td>县<td>12家<tr><th>市<th>3家</table>": "县\t12家\n市\t3家",
    "<table><tr><td><p>一段。</p><p>二段。</p><p>三段。</p><p>四段。</p></td><td>边栏</td></tr></table>": "一段。\n二段。\n三段。\n四段。\n边栏",
    "<h1>上<br>下</h1>": "上 下",
    "<pre>一\n二</pre>": "一\n二",
    "<dl><dt>来源<dd>某报</dl>": "来源\n某报",
    '<a title="a > b" href=x>链</a>文': "链文",
    "<p>重复。</p><p>重复。</p>": "重复。\n重复。",
    "<p>㎡①　Ａ１</p>": "㎡①　Ａ１",
    "</p></div>尾": "尾",
    "<div><p>未完": "未完",
    "<p>截断的标签<a href='x": "截断的标签<a href='x",
}


@pytest.mark.parametrize(("piece", "text"), PIECES.items(), ids=str)
def test_pieces(piece: str, text: str) -> None:
    assert read_html(piece).text == text


FRAMES = {
    "named for what stands beside": "<div class='with-sidebar comments-open'>{}</div><div><p>{other}</p></div>",
    "form around all": "<form id=aspnetForm>{}</form>",
    "named share": "<div id=share-page>{}</div>",
    "nested": "<div>" * 300 + "{}",
    "unclosed": "<table><tr><td><font><center>{}",
    "in an aside": "<aside>{}</aside>",
    "hidden copy": "<div style='display:none'><p>{other}</p></div>{}",
    "second body": "{}</body></html><html><body><script>x</script>",
}
OTHER = "凡本网注明来源的作品，均转载自其它媒体，如有侵权请联系本网删除，谢谢合作。"


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_the_text_is_found_in(frame: str, extra: bool) -> None:
    article = (
        f"<h1>滨江市召开改造会议</h1><div class=a><p>{PROSE}</p><p>短。</p><p>{PROSE}</p></div>"
    )
    page = f"<html><head><title>滨江市召开改造会议</title></head><body>{frame.format(article, other=OTHER)}</body></html>"
    lines = read_html(page).text.split("\n")
    assert lines[:4] == ["滨江市召开改造会议", PROSE, "短。", PROSE]


def test_nothing_in_a_page() -> None:
    assert read_html(f"{HEAD}<script>x</script></body></html>").text in ("", "t")
    assert read_html("").text == ""
    assert read_html("<html><body><img src=x></body></html>").text == ""


TRADITIONAL = "<html><head>{meta}<title>會議</title></head><body><h1>會議召開</h1><p>臺北市3月1日召開會議，決定投資三千萬元改建老舊社區，年內完工。</p></body></html>"
SIMPLIFIED = f"<html><head>{{meta}}<title>会议</title></head><body><h1>会议召开</h1><p>{PROSE}</p></body></html>"


@pytest.mark.parametrize("charset", ["", "utf-8", "gb2312", "big5", "iso-8859-1", "rot13", "未知"])
@pytest.mark.parametrize(
    ("page", "encoding", "codec"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8-sig"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (TRADITIONAL, "gb18030", "gb18030"),
    ],
)
def test_bytes_win_over_what_the_page_says(
    page: str, encoding: str, codec: str, charset: str
) -> None:
    meta = f'<meta charset="{charset}">' if charset else ""
    try:
        data = page.format(meta=meta).encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("no such page")
    found = read_html(data)
    assert found.encoding == codec
    assert found.text == read_html(page.format(meta="")).text


def test_a_page_with_a_lost_byte() -> None:
    data = SIMPLIFIED.format(meta="<meta charset=gbk>").encode("gb18030") * 20
    found = read_html(data[:-200] + b"\xff" + data[-200:])
    assert found.encoding == "gb18030"
    assert "会议召开" in found.text
    assert found.warnings


@pytest.mark.parametrize("charset", ["", "utf-8", "gbk"])
def test_a_page_cut_inside_a_character(charset: str) -> None:
    page = SIMPLIFIED.format(meta=f"<meta charset={charset}>" if charset else "")
    data = page.encode()
    found = read_html(data[: data.rindex("完工".encode()) + 1])
    assert (found.encoding, len(found.warnings)) == ("utf-8", 1)
    assert found.text.startswith("会议召开\n3月1日，滨江市召开会议")


def test_no_text_at_all() -> None:
    with pytest.raises(UndecodableError):
        read_html(bytes(range(256)) * 8)


LINES = st.lists(
    st.text(
        "国家市县会议0123.,;:()%年月日，。、；：（）《》“”—<&>' \u3000a", min_size=1, max_size=60
    )
    .map(lambda line: " ".join(line.strip(" \u3000").split(" ")))
    .filter(lambda line: line and "  " not in line),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(LINES, LINES, st.sampled_from(["p", "div", "section"]))
def test_no_line_of_a_text_is_lost_or_changed(
    before: list[str], after: list[str], tag: str
) -> None:
    lines = [*before, PROSE, *after, PROSE]
    body = "".join(f"<{tag}>{html.escape(line)}</{tag}>" for line in lines)
    page = f"<html><head><title>滨江市召开改造会议</title></head><body><ul><li><a href=1>首页</a></ul><h1>滨江市召开改造会议</h1><div>{body}</div></body></html>"
    assert read_html(page).text.split("\n") == ["滨江市召开改造会议", *lines]


MARKUP = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<div class=content>", "<div hidden>", "</div>", "<h1>", "</h1>", "<a href=x>", "</a>"),
            *("<table>", "<tr>", "<td>", "</td>", "</table>", "<li>", "<ul>", "<br>", "<pre>", "<!--", "-->", "<script>"),
            *("</script>", "<html>", "<title>", "</title>", "<body>", "<nav>", "<article>", "<", ">", "&", "&amp;", "='", '"'),
            *(PROSE, "来源：滨江日报", "2024-03-01 10:00", "责任编辑：谷雨", "首页 > 新闻", "标题一则", "\n", "　", "\0", "\ud800"),
        ]
    )
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(MARKUP.map("".join), st.text()))
def test_any_string_gives_a_result(page: str) -> None:
    assert isinstance(read_html(page).text, str)


@settings(max_examples=50, deadline=None)
@given(st.binary())
def test_any_bytes_give_a_result_or_a_reason(data: bytes) -> None:
    with contextlib.suppress(UndecodableError):
        assert isinstance(read_html(data).text, str)


HOSTILE = {
    "nested": "<div>",
    "inline": "<b>",
    "closed": "</div>",
    "closing what is far": "<td><p></section>",
    "opened": "<div",
    "quoted": '<a x=">" ',
    "half quoted": "<a x='",
    "marks": "<",
    "comments": "<!--",
    "instructions": "<!",
    "scripts": "<script>",
    "entities": "&lt",
    "rows": "<table><tr><td>甲<td>乙",
    "lists": "<ul><li>",
    "breaks": "字<br>",
    "links": "<a>会议，</a>",
    "attributes": "<p a=b c='d' e=\"f\" g>字",
    "paragraphs": f"<p>{PROSE}",
    "bylines": "<p>来源：滨江日报</p>",
    "titles": "<h1>标题标题</h1>",
    "equals": "<a =",
    "spaces": "<p>字 \n ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_is_linear(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_main, "matched", lambda tree, outside: ([], ()))

    assert_linear(lambda text: read_html(HEAD + text), piece, 20_000)
