"""Every way of writing a number that news knows, and what only looks like a number.

Both directions for each construction: what is found with its exact value, and where nothing is.
"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from linear import assert_linear

import qextract
from qextract.lexical import numbers, numerals
from qextract.mentions import Number


def brief(number: Number) -> str:
    """Value or range, comparator and kind where they are not the usual."""
    value = f"{number.value:f}"
    if number.value_max is not None:
        value += f"..{number.value_max:f}"
    marks = [number.comparator] if number.comparator != "eq" else []
    marks += [number.kind] if number.kind != "cardinal" else []
    return " ".join((value, *marks))


# construction -> texts with the one number that is found in each
FOUND: dict[str, dict[str, str]] = {
    "mixed": {
        "投资3万5千元": "35000",
        "惠及1.92万人": "19200",
        "耗资1万2元": "12000",
        "约3千5": "3500 approx",
        "3万05": "30005",
        "12万3,456人": "123456",
        "预算4兆8,530亿元": "4853000000000",
        "出口3兆美元": "3000000000000",
        "2千零30万": "20300000",
        "7 万 5 千 4 百": "75400",
        "面积1,234.5万亩": "12345000",
        "面积１，２３４．５万亩": "12345000",
    },
    "spoken": {
        "买了两百三": "230",
        "一万二": "12000",
        "两千零五家": "2005",
        "一亿零三百万": "103000000",
        "廿一日": "21",
        "卅六天": "36",
        "卌二家": "42",
        "二〇二三": "2023",
        "二○二三": "2023",
        "两点五倍": "2.5",
        "千三": "1300",
        "花了3.5个亿": "350000000",
        "5千个亿": "500000000000",
        "一个半": "1.5",
        "半打": "6",
        "五打": "60",
        "身高三米九": "3",
    },
    "financial": {
        "计壹佰贰拾元整": "120",
        "伍万陆仟元": "56000",
        "拾万元": "100000",
        "人民币叁佰贰拾柒万伍仟陆佰元整": "3275600",
        "壹 仟 贰 佰 元": "1200",
        "陸 點 五 折": "65 percentage",
        "百分之伍": "5 percentage",
        "判处有期徒刑参年": "3",
        "伍兆陆拾亿元": "5006000000000",
    },
    "about": {
        "两三个": "2..3",
        "三五个人": "3..5",
        "七八十岁": "70..80",
        "一二十人": "10..20",
        "二十七八岁": "27..28",
        "来了七、八个": "7..8",
        "约五、六十人": "50..60 approx",
        "两、三千元": "2000..3000",
        "十几人": "10 gt",
        "几十人": "10 approx",
        "数百名群众": "100 approx",
        "数十万元": "100000 approx",
        "上百人": "100 ge",
        "近百人": "100 approx",
        "万余名": "10000 gt",
        "百余家": "100 gt",
        "过亿元": "100000000 gt",
        "三十来口": "30 approx",
        "不止3家": "3 gt",
        "最起码5人": "5 ge",
    },
    "shares": {
        "八成五": "85 percentage",
        "六七成": "60..70 percentage",
        "半成": "5 percentage",
        "七五折": "75 percentage",
        "打八折": "80 percentage",
        "全场打对折": "50 percentage",
        "打了对折": "50 percentage",
        "三分之二": "0.6666666666666666666666666667",
        "二份一": "0.5",
        "四分三": "0.75",
        "2又1/2": "2.5",
        "百分之三点五": "3.5 percentage",
        "百分之 52.5 k": "52500 percentage",
        "千分之五": "0.5 percentage",
        "万分之一": "0.01 percentage",
        "5百分点": "5 percentage",
        "增长1.5倍": "1.5",
        "翻了一番": "1",
        "翻两番": "2",
    },
    "signs and powers": {
        "-3.5℃": "-3.5",
        "负三度": "-3",
        "零下十五度": "-15",
        "零下12至零上3度": "-12..3",
        "负一一": "-11",
        "1.2×10^5个": "120000",
        "3×10⁸米": "300000000",
        "1e6": "1000000",
        "1.5E-3": "0.0015",
        "2^10": "1024",
        "百分之负三": "-3 percentage",
        "CNY3.14": "3.14",
        "HKD 3": "3",
    },
    "ranges": {
        "3至5家": "3..5",
        "3到5家": "3..5",
        "3-5家": "3..5",
        "3~5家": "3..5",
        "3～5家": "3..5",
        "3—5家": "3..5",
        "3——5家": "3..5",
        "三至五家": "3..5",
        "三到五成": "30..50 percentage",
        "30-50%": "30..50 percentage",
        "百分之三十至五十": "30..50 percentage",
        "长1.6m-3.9m": "",
        "1000至2000万元": "10000000..20000000",
    },
    "a cipher by itself": {
        "答案是四": "4",
        "三项": "3",
        "两部门": "2",
        "五大任务": "5",
        "“五”": "5",
    },
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [(text, expected) for group in FOUND.values() for text, expected in group.items() if expected],
)
def test_found(text: str, expected: str) -> None:
    assert brief(qextract.find_numbers(text)[0]) == expected


# construction -> texts without a number, by spaces
NONE: dict[str, str] = {
    "telephones and codes": (
        "联系电话:010-65363056。 电话0871-63125678转8012 传真:(0571)87654321 手机13800138000 138-0013-8000"
        " 400-820-8820 京ICP备05012345号-1 京公网安备11010502030146号 邮编100029 邮政编码:650000"
        " 身份证号110101199003078888 12345热线 拨打12345 110报警 证券代码:000001 (600519.SH) QQ:123456789"
        " https://www.example.com/2023/11/22/a12.html www.163.com"
    ),
    "grades and models": (
        "5G网络 4G和5G用户 A4纸 4K 8K超高清 3D打印 5A级景区 PM2.5浓度 H5N1 CO2排放 ISO9001认证 GB18030 F-16战机 歼-20战机"
        " 运-20飞机 歼20战机 东风-41 COVID-19疫情 G20峰会 CBA联赛 波音737 2型糖尿病 T3航站楼 CZ3101次航班 C919大客机 P2P"
    ),
    "days and names in figures": (
        "双11期间 双12促销 618大促 “618” 3·15晚会 “5·12”地震 9·18事变 985高校 211工程 863计划 996工作制 58同城 51job"
        " 12306网站 360公司 24/7"
    ),
    "scores, clocks, versions": (
        "比分3:1 以3比1获胜 三比一取胜 以2-1战胜对手 比分为21-19 16:9 08:00 15:30 v2.3.1版本 版本号3.1.2 2023-11-22 2023/11/22"
    ),
    "addresses and labels": (
        "学府路253号 1203室 七楼 2号楼 1号线 三号桥 318国道 K128+300处 12号 高三(2)班 一号文件 长征五号火箭 神舟十七号"
    ),
    "list marks": (
        "一、工作目标 (一)总体要求 十一、附则 (十二)监督 1.加强领导 2、完善制度 ①提高认识 (3)健全机制 一是加强监管 二是完善制度 三要抓落实"
    ),
    "slogans and short forms": (
        "一带一路倡议 “三农”问题 三严三实 两学一做 五位一体 八项规定 一国两制 双随机 二维码 六税两费 三通一平 长三角 珠三角 “十四五”时期"
        " 党的二十大精神 一二三产业 三位一体 五险一金 五讲四美"
    ),
    "names": (
        "七夕节 四川 三亚 万科集团 五粮液 九寨沟 六安市 一汽集团 三峡工程 五台山 七里河区 八里庄 三门峡 千岛湖 六盘水 万里视察 刘一鸣 马三立"
        " 黄九如 赵六 万三的父亲 三岔村 大陆百姓 十万火急 队伍壮大 参加 三点陆续"
    ),
    "words": (
        "一些 一般 一起 统一 十分重视 百姓 千万不要 一样 一旦 一直 唯一 其中之一 第三方 第一书记 第一时间 老三 星期一 上一篇 下一条"
        " 上一届大会 千方百计 成千上万 三三两两"
    ),
    "idioms": (
        "一波三折 朝三暮四 九牛一毛 十有八九 百里挑一 五十步笑百步 三十六计 一石二鸟 丢三落四 语惊四座 入木三分 事不过三 四舍五入 乱七八糟"
        " 五花八门 三令五申 举一反三 千军万马 万众一心 百花齐放"
    ),
}
_ONLY_LOOKS = {"一些", "十万火急", "三点陆续"}  # checked by what is found, below


@pytest.mark.parametrize(
    "text", [text for group in NONE.values() for text in group.split() if text not in _ONLY_LOOKS]
)
def test_none(text: str) -> None:
    assert qextract.find_numbers(text) == []


# sentences of news with every number in them
SENTENCES = {
    "主队客场1-0战胜对手,总积分66分,以2分优势夺冠,两回合总比分4比2。": ["66", "2", "两"],
    "比全省(7.7%)和全国(7.0%)分别高0.7、1.4个百分点,居全省第3位。": [
        "7.7%",
        "7.0%",
        "0.7",
        "1.4个百分点",
        "第3",
    ],
    "5胜3负2平,积18分。": ["5", "3", "2", "18"],
    "市民可拨打0571-12345或96110咨询,地址:文二路328号3幢1201室,邮编310012。": [],
    "他驾驶歼-20巡航,气温-20℃,风力3到4级。": ["-20", "3到4"],
    "屏幕5.7英寸,5纳米工艺,集成153亿个晶体管,售价1,999元。": ["5.7", "5", "153亿", "1,999"],
    "一、二、三等奖各一名。": ["一"],
    "写下一篇佳作,下一篇待续。": ["一"],
    "加上一个人,共十万参赛者,下午三点陆续到场。": ["一", "十万", "三"],
    "项目分两期,一期投资五亿元,总数百万。": ["五亿"],
    "每立方米10毫克,雨强78.5毫米,退运6200余单,手机210部。": ["10", "78.5", "6200余", "210"],
    "全年生产总值[1]1876.52亿元,其中水运480亿元。": ["1876.52亿", "480亿"],
    "推力10524千牛,150千字,功率500W,带宽200兆。": ["10524", "150", "500", "200"],
    "三分局员警驾车沿台9线赶到,车牌京A·12345,住五零二室。": [],
    "市十五届人大三次会议举行三次会议。": ["三"],
    "身高1米85,江苏13市与货运3站,米-17直升机。": ["1", "85", "13", "3"],
    "阅读量10W+,月薪15k,产量1.04M。": ["10W+", "15k", "1.04M"],
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items(), ids=lambda value: str(value)[:12])
def test_sentence(text: str, expected: list[str]) -> None:
    assert [number.text for number in qextract.find_numbers(text)] == expected


# ---- every number in every style is read back

_WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
_TRADITIONAL = str.maketrans("万亿两点贰叁陆", "萬億兩點貳參陸")


def _mixed(number: int) -> str:
    """12亿3456万零789: figures in groups of four."""
    groups = ((10**8, "亿"), (10**4, "万"), (1, ""))
    out, rest, seen = "", number, False
    for size, name in groups:
        count, rest = divmod(rest, size)
        if count:
            gap = "零" if seen and count < 1000 else ""
            out += f"{gap}{count}{name}"
        seen = seen or bool(count)
    return out or "0"


def _styles(number: int) -> dict[str, str]:
    plain = numerals.in_chinese(number)
    financial = numerals.in_chinese(number, style="financial")
    two = re.sub("(?<![十零])二(?=[百千万亿])", "两", plain)
    return {
        "figures": str(number),
        "grouped": f"{number:,}",
        "wide": f"{number:,}".translate(_WIDE),
        "plain": plain,
        "with 两": two,
        "with 〇": plain.replace("零", "〇"),
        "with ○": plain.replace("零", "○"),
        "financial": financial,
        "traditional": two.translate(_TRADITIONAL),
        "traditional financial": financial.translate(_TRADITIONAL),
        "mixed": _mixed(number),
    }


_BEFORE = ("", "共有", "投入", "总额达", "去年为", "其中,", "(", "较上年增加", "新建")
_BEHIND = ("元", "元。", "个", "人,", "家(", "吨", "亩;", "项工程", "公里\n")

amounts = st.one_of(
    st.integers(0, 10**16 - 1),
    st.builds(
        lambda head, zeros: min(head * 10**zeros, 10**16 - 1),
        st.integers(0, 9999),
        st.integers(0, 12),
    ),
    st.builds(
        lambda high, low: high * 10**8 + low, st.integers(0, 10**8 - 1), st.integers(0, 10**4)
    ),
)


_RAW = re.compile("[０-９萬億兩點貳參陸]")


def _value(text: str) -> Decimal:
    """The one value in a text; what is in normal form already goes without repair."""
    raw = _RAW.search(text) is not None
    (found,) = qextract.find_numbers(text) if raw else numbers.scan(text, [(0, len(text))])
    assert found.value_max is None
    return found.value


@settings(deadline=None, max_examples=40)
@given(amounts, st.sampled_from(_BEFORE), st.sampled_from(_BEHIND))
def test_every_integer_is_read_back(number: int, before: str, behind: str) -> None:
    for style, written in _styles(number).items():
        if number < 10 and "financial" in style and behind[0] not in "元个项吨亩":
            continue  # 陆家, 伍人 are names, too
        assert _value(before + written + behind) == number, (style, written)


@settings(deadline=None, max_examples=40)
@given(
    st.decimals(0, 10**10, places=6, allow_nan=False),
    st.sampled_from(_BEFORE),
    st.sampled_from(_BEHIND),
)
def test_every_decimal_is_read_back(number: Decimal, before: str, behind: str) -> None:
    plain = numerals.in_chinese(number)
    financial = numerals.in_chinese(number, style="financial")
    for written in (
        f"{number:f}",
        f"{number:,f}",
        f"{number:,f}".translate(_WIDE),
        plain,
        plain.replace("零", "〇"),
        plain.translate(_TRADITIONAL),
        financial,
        f"{number:f}万",
        f"{number:f}亿",
    ):
        scale = {"万": 10**4, "亿": 10**8}.get(written[-1], 1) if written[0].isdigit() else 1
        assert _value(before + written + behind) == number * scale, written


@given(st.integers(100, 10**12))
def test_ciphers_in_a_row_are_read_back(number: int) -> None:
    written = numerals.in_chinese(number, style="positional")
    assert _value(f"编有{written}册") == number
    assert _value(f"编有{written.replace('〇', '零')}册") == number


quiet = st.text(
    alphabet="的我国这中大地说时们生会自着那家学后里用道行然法民得经作面长现同能方城,。;:!?“”()《》 \n",
    max_size=20,
)


@settings(deadline=None, max_examples=150)
@given(st.integers(10, 10**8), st.sampled_from(("plain", "financial", "figures")), quiet, quiet)
def test_the_text_around_changes_nothing(number: int, style: str, left: str, right: str) -> None:
    written = str(number) if style == "figures" else numerals.in_chinese(number, style=style)
    assume(not left.endswith(("大", "中", "国", "地", "同", "面")))
    text = f"{left}共{written}件{right}"
    assert [found.value for found in numbers.scan(text, [(0, len(text))])] == [number]


@pytest.mark.parametrize(
    "piece",
    [
        "010-",
        "1-",
        "3:1",
        "3比",
        "一比",
        "第三",
        "七、",
        "(一)",
        "三三",
        "歼-2",
        "“6”",
        "1×10^5",
        "打对折",
        "壹 拾 ",
        "零下3至",
        "十点",
    ],
)
def test_linear(piece: str) -> None:
    assert_linear(lambda text: numbers.scan(text, [(0, len(text))]), piece, 10_000)
