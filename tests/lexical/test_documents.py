"""Documents: brackets that nest, tear and break; numbers, short forms, titles without brackets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import assert_linear

from qextract.lexical import document_types, documents


def scan(text):
    return documents.scan(text, [(0, len(text))])


def line(title):
    number = title.number.value if title.number else "-"
    return f"{title.title} | {title.doc_type or 'no policy'} | {number}"


BRACKETS = {
    "plain": ("印发《关于加强绿化的意见》。", ["关于加强绿化的意见 | 意见 | -"]),
    "two in a row": (
        "依据《绿化条例》《节水办法》",
        ["绿化条例 | 条例 | -", "节水办法 | 办法 | -"],
    ),
    "nested": ("《关于印发〈节水办法〉的通知》", ["关于印发〈节水办法〉的通知 | 通知 | -"]),
    "nested, the same brackets": (
        "《关于印发《节水办法》的通知》",
        ["关于印发〈节水办法〉的通知 | 通知 | -"],
    ),
    "nested, inner closed wrongly": (
        "《关于印发〈节水办法》的通知》要求",
        ["关于印发〈节水办法〉的通知 | 通知 | -"],
    ),
    "nested, outer not closed": (
        "《关于印发《节水办法》的通知要求各地",
        ["关于印发〈节水办法〉的通知 | 通知 | -"],
    ),
    "nested, inner not closed": (
        "《关于印发《节水办法的通知》和《绿化条例》",
        ["关于印发〈节水办法的通知 | 通知 | -", "绿化条例 | 条例 | -"],
    ),
    "nested twice": (
        "《市局转发〈省局关于印发〈节水办法〉的通知〉的通知》",
        ["市局转发〈省局关于印发〈节水办法〉的通知〉的通知 | 通知 | -"],
    ),
    "half-width inner brackets": (
        "《关于修改<节水办法>的决定》",
        ["关于修改〈节水办法〉的决定 | 决定 | -"],
    ),
    "never closed": ("印发《关于加强绿化的意见,提出目标", ["关于加强绿化的意见 | 意见 | -"]),
    "never closed, before another": (
        "印发《关于加强绿化的意见。执行《节水办法》",
        ["关于加强绿化的意见 | 意见 | -", "节水办法 | 办法 | -"],
    ),
    "never opened": ("省政府印发关于加强绿化的意见》,提出", ["关于加强绿化的意见 | 意见 | -"]),
    "never opened, no type": ("关于绿化的问题与看法》,提出", []),
    "across a line break": ("《关于加强\n绿化的意见》", ["关于加强绿化的意见 | 意见 | -"]),
    "single brackets outside": ("依据〈节水办法〉", ["节水办法 | 办法 | -"]),
}

NUMBERS = {
    "behind": ("《绿化意见》(青办发〔2031〕19号)", ["绿化意见 | 意见 | 青办发〔2031〕19号"]),
    "square brackets": ("《绿化意见》(青办发[2031]19号)", ["绿化意见 | 意见 | 青办发〔2031〕19号"]),
    "black brackets": (
        "《绿化意见》(青办发【2031】19号)",
        ["绿化意见 | 意见 | 青办发〔2031〕19号"],
    ),
    "round brackets": ("《绿化意见》(青办发(2031)19号)", ["绿化意见 | 意见 | 青办发〔2031〕19号"]),
    "no bracket around": (
        "《绿化意见》青办发〔2031〕19号",
        ["绿化意见 | 意见 | 青办发〔2031〕19号"],
    ),
    "in Chinese digits": (
        "《绿化意见》(青办发〔一九九八〕九号)",
        ["绿化意见 | 意见 | 青办发〔1998〕9号"],
    ),
    "before": ("青办发〔2031〕19号《绿化意见》", ["绿化意见 | 意见 | 青办发〔2031〕19号"]),
    "across a line": (
        "《绿化意见》(青办\n发〔2031〕19号)",
        ["绿化意见 | 意见 | 青办发〔2031〕19号"],
    ),
    "of the notice": (
        "关于印发《节水办法》的通知(青水〔2031〕5号)",
        ["节水办法 | 办法 | 青水〔2031〕5号"],
    ),
    "order behind": ("《节水条例》(国务院令第790号)", ["节水条例 | 条例 | 国务院令第790号"]),
    "order before": ("签署第751号国务院令,公布《节水条例》", ["节水条例 | 条例 | 第751号国务院令"]),
    "chapter": ("《渠务(收费)规例》(第463A章)", ["渠务(收费)规例 | 规例 | 第463A章"]),
    "law of Macau": ("修改第17/2032号法律《旅馆经营法》", ["旅馆经营法 | 法 | 第17/2032号"]),
    "announcement": ("《税费公告》(2033年第112号)", ["税费公告 | 公告 | 2033年第112号"]),
    "standard behind": (
        "《水闸要求和指南》(GB/T 9067—2022)",
        ["水闸要求和指南 | 标准 | GB/T 9067-2022"],
    ),
    "standard before": ("GB 9701-2022《水闸技术规范》", ["水闸技术规范 | 规范 | GB 9701-2022"]),
    "standard in quotes": ("实施CNS 15999“水闸指引”", ["水闸指引 | 标准 | CNS 15999"]),
    "standard alone": ("代替GB 9701-2015。", ["GB 9701-2015 | 标准 | GB 9701-2015"]),
    "standard told behind": (
        "国家标准《水闸规范》,编号为GB 9038-2025,",
        ["水闸规范 | 规范 | GB 9038-2025"],
    ),
    "standard of a kind": (
        "《水闸规范》强制性国家标准(GB 9038-2025)",
        ["水闸规范 | 规范 | GB 9038-2025"],
    ),
    "standard without a number": ("批准《水闸炭块》等112项行业标准", ["水闸炭块 | 标准 | -"]),
    "enterprise standard": ("执行Q/QHS 0012S-2021", ["Q/QHS 0012S-2021 | 标准 | Q/QHS 0012S-2021"]),
    "announcement alone": (
        "财政部 税务总局公告2033年第12号明确",
        ["财政部 税务总局公告2033年第12号 | 公告 | 财政部 税务总局公告2033年第12号"],
    ),
    "two standards": (
        "执行GB/T 9001-2016/ISO 9001:2015标准",
        ["GB/T 9001-2016 | 标准 | GB/T 9001-2016", "ISO 9001:2015 | 标准 | ISO 9001:2015"],
    ),
    "standards in a table": (
        "序号 编号 名称\n1 DB99/T 63-2025 养老中心规范 —\n2 DB99/T 64-2025 水闸 第3部分:医院 DB99/T 64-2018",
        [
            "养老中心规范 | 规范 | DB99/T 63-2025",
            "水闸 第3部分:医院 | 标准 | DB99/T 64-2025",
            "DB99/T 64-2018 | 标准 | DB99/T 64-2018",
        ],
    ),
    "paper alone": (
        "按照国办发〔2032〕10号要求",
        ["国办发〔2032〕10号 | 文件 | 国办发〔2032〕10号"],
    ),
    "order alone": (
        "中国证监会第12号令自5月1日起施行",
        ["中国证监会第12号令 | 令 | 中国证监会第12号令"],
    ),
}

NAMED = {
    "of the State Council": (
        "根据国务院关于加强绿化的意见,",
        ["国务院关于加强绿化的意见 | 意见 | -"],
    ),
    "adopted": ("会议通过了关于召开大会的决定。", ["关于召开大会的决定 | 决定 | -"]),
    "laws by name": (
        "依照刑法第六十四条、刑事诉讼法第十五条的规定",
        ["刑法 | 法 | -", "刑事诉讼法 | 法 | -"],
    ),
    "five-year plan": ("落实省“十四五”规划", ["省“十四五”规划 | 规划 | -"]),
    "in quotes": ("立法院三读通过“离岛建设条例”", ["离岛建设条例 | 条例 | -"]),
    "in quotes, joined": (
        "“医师法”、“全民保险法”修正草案送审",
        ["医师法 | 法 | -", "全民保险法 | 法 | -"],
    ),
}

NO_POLICIES = {
    "newspaper": "据《青湖日报》报道",
    "column": "《青湖观察》栏目",
    "film": "纪录片《山里的规定》播出",
    "book": "出版《条例》一书",
    "journal": "在《水文通报》发表论文",
    "contract": "双方签署《战略合作框架协议》",
    "certificate": "获颁《营业执照》",
    "report": "作《政府工作报告》",
    "way of doing": "《三步学习法》和《楷书书法》",
    "gazette": "刊登于《政府公报》",
}

NOTHING = (
    "“留宿有礼”计划派发优惠券。",
    "推行“三色管理法”,开展“清风行动计划”。",
    "企业通过ISO 9001质量管理体系认证。",
    "(2022)青刑初41号判决书",
    "住在人民路12号,乘坐1号线。",
    "第三章第12条",
    "型号DB 12345-2020,HD 1080-2019,SN 2020-12。",
    "根据有关法律规定,违反相关规定,通过立法,通过司法途径。",
    "会议强调要落实“四个最严”要求,讲解“五步工作法”“网格化管理办法”。",
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [pytest.param(*case, id=name) for t in (BRACKETS, NUMBERS, NAMED) for name, case in t.items()],
)
def test_documents(text, lines):
    found = scan(text)
    assert [line(title) for title in found] == lines
    assert all(title.text == text[title.start : title.end] for title in found)


@pytest.mark.parametrize("text", NO_POLICIES.values(), ids=NO_POLICIES)
def test_works_are_titles_but_no_policies(text):
    assert [title.is_policy for title in scan(text)] in ([False], [False, False])


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_document(text):
    assert scan(text) == []


ALIASES = {
    "《绿化实施意见》(青办发〔2031〕19号,以下简称《实施意见》)": ["实施意见"],
    "《绿化意见》(以下称“绿化二十条”)": ["绿化二十条"],
    "《绿化条例》(简称“新条例”)": ["新条例"],
    "《绿化条例草案》(《条例草案》)": ["条例草案"],
    "《绿化规划》(下称《规划》)": ["规划"],
    "《绿化规划》,以下简称《规划》,": ["规划"],
    "《绿化规划》(以下简称规划)": ["规划"],
    "《绿化规划》(2031年版)": [],
}


@pytest.mark.parametrize(("text", "aliases"), ALIASES.items())
def test_short_forms(text, aliases):
    found = scan(text)
    assert [alias.value for alias in found[0].aliases] == aliases
    assert all(text[a.start : a.end].replace(" ", "") == a.value for a in found[0].aliases)
    assert len(found) == 1


KINDS = {
    "法": ("中华人民共和国水法", "预算法", "公司法", "立法法", "大学法"),
    "条例": ("绿化条例", "绿化条例(草案)", "2031年海堤(修订)条例草案"),
    "办法": ("节水办法", "节水办法(试行)"),
    "规划": ("绿化规划(2021—2035年)",),
    "方案": ("防控方案(第八版)",),
    "标准": ("能力标准(2022版)", "水质检测方法"),
    "规范": ("物业规范 第3部分:医院",),
    "预案": ("应急预案(2024年修订)",),
    None: ("青湖日报", "工作方法", "青湖之歌", "第五次会议纪要", "2031年工作报告", "红楼梦"),
}


@pytest.mark.parametrize(
    ("doc_type", "title"), [(kind, title) for kind, titles in KINDS.items() for title in titles]
)
def test_type_of_a_title(doc_type, title):
    kind = document_types.kind(title)
    assert (kind.doc_type if kind else None) == doc_type


PIECES = st.sampled_from(
    [
        "《",
        "》",
        "〈",
        "〉",
        "关于印发",
        "条例",
        "的通知",
        "(",
        ")",
        "〔2022〕1号",
        "国办发",
        "GB 1-2000",
        "以下简称",
        "“",
        "”",
        ",",
        "。",
        "\n",
        " ",
        "、",
        "第5号令",
        "和",
        "国务院",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_brackets_give_titles_in_order_that_do_not_overlap(text):
    found = scan(text)
    for title in found:
        assert title.text == text[title.start : title.end] != ""
        assert title.is_policy == (title.doc_type is not None)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "piece",
    [
        "《",
        "》",
        "《》",
        "《关于印发",
        "“",
        "“条例”",
        "国务院关于",
        "GB 1",
        "〔2022〕1号",
        "《甲法》(",
    ],
)
def test_scan_is_linear(piece):
    assert_linear(scan, piece)
