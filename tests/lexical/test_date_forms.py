"""Constructions of datings, each with variants: text -> the one thing found and where it lies."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qextract.lexical import dates

edtf = pytest.importorskip("edtf")

WRITTEN = dt.date(2024, 9, 18)  # a Wednesday


def shown(text: str, *, loose: bool = False) -> str:
    """Every dating of `text` with its EDTF."""
    found = dates.scan(text, [(0, len(text))], WRITTEN, loose=loose)
    return " ".join(f"{date.text}={date.value.edtf}" for date in found)


FORMS = {
    "tables of a life": """
        2015.07 - 2016.09 任县长 → 2015.07 - 2016.09=2015-07/2016-09
        2015.07 — 任县长 → 2015.07 —=2015-07/..
        2015.07—2016.09任县长 → 2015.07—2016.09=2015-07/2016-09""",
    "ranges in figures": """
        2024/1/1-2024/3/31 → 2024/1/1-2024/3/31=2024-01-01/2024-03-31
        2024.1.1-3.31 → 2024.1.1-3.31=2024-01-01/2024-03-31
        2024-01-01至2024-03-31 → 2024-01-01至2024-03-31=2024-01-01/2024-03-31""",
    "shared unit": """
        2021、2022、2023年, → 2021=2021 2022=2022 2023年=2023
        2021和2023年, → 2021=2021 2023年=2023
        第一、二季度 → 第一、二季度=2024-01/2024-06
        去年三、四季度 → 去年三、四季度=2023-07/2023-12""",
    "from today": """
        今起至月底 → 今起至月底=2024-09-18/2024-09-30
        明起实施 → 明起=2024-09-19
        即日起至12月31日 → 即日起至12月31日=2024-09-18/2024-12-31
        即日起至明年3月 → 即日起至明年3月=2024-09-18/2025-03
        昨今两天 → 昨今两天=2024-09-17/2024-09-18
        今明两天 → 今明两天=2024-09-18/2024-09-19
        今明后三天 → 今明后三天=2024-09-18/2024-09-20
        明后两天 → 明后两天=2024-09-19/2024-09-20""",
    "parts of a month": """
        月底前完成 → 月底前=../2024-09-30
        7月3日立案,月底结案 → 7月3日=2024-07-03 月底=2024-07-21/2024-07-31
        上旬 → 上旬=2024-09-01/2024-09-10
        下旬, → 下旬=2024-09-21/2024-09-30""",
    "parts of a year": """
        2021年后三个月 → 2021年后三个月=2021-10/2021-12
        上季度末 → 上季度末=2024-06
        本季度初 → 本季度初=2024-07
        2024年夏至 → 2024年夏至=2024-06-21
        2024年冬至 → 2024年冬至=2024-12-21""",
    "centuries and decades": """
        20世纪初 → 20世纪初=1900/1909
        上世纪末 → 上世纪末=1990/1999
        21世纪中叶 → 21世纪中叶=2040/2059
        19世纪下半叶 → 19世纪下半叶=1850/1899
        本世纪以来 → 本世纪以来=2000/..
        始建于19世纪。 → 19世纪=18XX
        上世纪五六十年代 → 上世纪五六十年代=1950/1969
        七八十年代 → 七八十年代=1970/1989
        2010年代 → 2010年代=201X
        20世纪90年代末 → 20世纪90年代末=1997/1999
        60年代初期 → 60年代初期=1960/1962""",
    "plans": """
        “十四五”开局之年 → “十四五”开局之年=2021
        “十四五”规划收官之年 → “十四五”规划收官之年=2025
        第十四个五年规划期间 → 第十四个五年规划期间=2021/2025
        “九五”计划期间 → “九五”计划期间=1996/2000
        “十四五”中期 → “十四五”中期=2023
        “十四五”以来 → “十四五”以来=2021/..""",
    "school and budget years": """
        112学年度 → 112学年度=2023-08-01/2024-07-31
        112学年度第一学期 → 112学年度第一学期=2023-08-01/2024-01-31
        2023学年第二学期 → 2023学年第二学期=2024-02-01/2024-07-31
        2023—2024学年度第一学期 → 2023—2024学年度第一学期=2023-09-01/2024-01-31
        2023财年 → 2023财年=2023
        113年度 → 113年度=2024""",
    "reigns": """
        康熙二十三年 → 康熙二十三年=1684
        清光绪二十三年 → 光绪二十三年=1897
        雍正元年正月 → 雍正元年正月=1723
        崇祯十七年三月 → 崇祯十七年三月=1644-03~
        平成23年3月11日 → 平成23年3月11日=2011-03-11
        令和6年 → 令和6年=2024
        公元618年 → 公元618年=0618""",
    "open": """
        2020年以后 → 2020年以后=2020/..
        3月1日之后 → 3月1日之后=2024-03-01/..
        从2018年开始, → 2018年开始=2018/..
        2018年至今 → 2018年至今=2018/..""",
    "clock": """
        9月18日15:30:20 → 9月18日15:30:20=2024-09-18T15:30:20""",
    "counted from the day told": """
        9月2日,大会开幕。第二天,双方签约 → 9月2日=2024-09-02 第二天=2024-09-03""",
    "parts of a period by number": """
        6月第3个星期日, → 6月第3个星期日=2024-06-16
        五月的第二个星期天, → 五月的第二个星期天=2024-05-12
        3月最后一个星期五, → 3月最后一个星期五=2024-03-29
        本月最后一天, → 本月最后一天=2024-09-30
        2024年第100天, → 2024年第100天=2024-04-09
        今年最后一周, → 今年最后一周=2024-12-23/2024-12-29
        今年最后三个月, → 今年最后三个月=2024-36
        去年第一个月, → 去年第一个月=2023-01
        今年的第二个季度, → 今年的第二个季度=2024-34
        国庆假期第三天, → 国庆假期第三天=2024-10-03
        “五一”假期首日, → “五一”假期首日=2024-05-01
        下周第一天, → 下周第一天=2024-09-23""",
    "further off": """
        上上周三, → 上上周三=2024-09-04
        下下下周一, → 下下下周一=2024-10-07
        下下个月, → 下下个月=2024-11
        上上季度, → 上上季度=2024-33
        上季度末, → 上季度末=2024-06
        大后年, → 大后年=2027
        明后两年, → 明后两年=2025/2026
        去今两年, → 去今两年=2023/2024""",
    "spans of quarters, years and decades": """
        一至三季度, → 一至三季度=2024-01/2024-09
        今年一二季度, → 今年一二季度=2024-01/2024-06
        2023年第一至第三季度, → 2023年第一至第三季度=2023-01/2023-09
        50到70年代, → 50到70年代=1950/1979
        五十至七十年代, → 五十至七十年代=1950/1979
        九零年代, → 九零年代=199X
        二零二四至二五年度, → 二零二四至二五年度=2024-04-01/2025-03-31
        两千零八年, → 两千零八年=2008
        2024/25学年起, → 2024/25学年起=2024-09-01/..
        今年年尾, → 今年年尾=2024-12""",
    "beside a holiday": """
        春节前后, → 春节前后=2024-02-09/2024-02-15
        中秋节翌日, → 中秋节翌日=2024-09-18
        国庆节前一天, → 国庆节前一天=2024-09-30
        去年中秋节当晚, → 去年中秋节当晚=2023-09-29
        国庆节第二天, → 国庆节第二天=2024-10-02
        春节以来, → 春节以来=2024-02-10/..
        国庆前完成, → 国庆前=../2024-10-01
        2024年农历六月初一, → 2024年农历六月初一=2024-07-06
        甲辰年三月初三, → 甲辰年三月初三=2024-04-11
        冬月十五, → 冬月十五=2024-12-15
        卅日, → 卅日=2024-08-30""",
    "the same time a year before": """
        今年1至8月增长5%,去年同期为3% → 今年1至8月=2024-01/2024-08 去年同期=2023-01/2023-08
        2024年上半年盈利,上年同期亏损 → 2024年上半年=2024-40 上年同期=2023-40
        上年同期, → 上年同期=2023""",
    "clock by parts": """
        9月18日下午3点一刻, → 9月18日下午3点一刻=2024-09-18T15:15:00
        昨天9点20左右, → 昨天9点20左右=2024-09-17T09:20:00
        周日,9月22日, → 周日,9月22日=2024-09-22""",
    "a page that counts from 1912": """
        行政院说明,113年,经济成长 → 113年=2024
        新台币5亿元,较112年成长 → 112年=2023
        行政院说明,113年历史, →
        行政院说明,100年来, →""",
    "records are none": """
        创24年来新低, →
        近3年新高, →
        为近10年来最大, →""",
    "words that only look like it": """
        达产后年产值 →
        次日达、隔日达、当日达 →
        5日线、10日均线 →
        二月河的小说 →
        年前年后 →
        巴士周六、日及公众假期照常 →
        清明前茶 →
        最后三家 →""",
    "names that are none": """
        21世纪海上丝绸之路 →
        公元前3世纪 →
        《21世纪经济报道》 →
        新世纪以来 →
        半个世纪 →
        “十四五”规划 →
        2024—2025赛季 →
        大会第二天 →
        古今起源 →
        3学年 →
        上中旬刊 →
        岁月底色 →
        元年 →""",
}
ROWS = [
    (name, *(part.strip() for part in line.split("→")))
    for name, lines in FORMS.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in ROWS], ids=[f"{row[0]}: {row[1]}" for row in ROWS]
)
def test_form(text: str, expected: str) -> None:
    assert shown(text) == expected
    assert shown(f"据介绍,{text}", loose=True) == expected or not expected


#: Mentions whose value does not hang on what was told before them.
FREE = (
    "2023年11月22日", "二〇二三年十一月二十二日", "2024年9月", "2024年上半年", "2024年第三季度", "2024—2026年", "9月18日", "9月15日至18日",
    "11月22日", "1至8月", "今年", "去年9月", "昨日", "今天上午9时", "上月23日", "本周三", "上周五", "周五", "12月3日", "17日", "三天前",
    "近3年", "未来五年", "今年以来", "截至10月底", "年底前", "“十四五”期间", "20世纪80年代", "民国113年", "112学年度", "康熙二十三年",
    "农历八月十五", "春节期间", "2024年冬至", "2024-09-18 15:30", "2023/11/22", "月底前", "今明两天", "一季度", "前三季度",
)  # fmt: skip
BEFORE = (
    "",
    "据悉,",
    "会议决定,",
    "记者获悉,",
    "公告称,自",
    "该公司在",
    "全省质量大会在临川召开。",
    "一、总体情况\n",
    "(通讯员 林一舟)",
)
BEHIND = (
    "",
    ",大会召开。",
    ",各方签约,共120家企业参加。",
    "\n第二段说明情况。",
    "。会议强调,要抓好落实。",
)


@given(
    st.sampled_from(FREE),
    st.lists(st.sampled_from(BEFORE), max_size=4),
    st.sampled_from(BEHIND),
    st.booleans(),
)
def test_text_around_a_mention_never_changes_its_value(
    mention: str, before: list[str], behind: str, loose: bool
) -> None:
    plain = f"据悉,{mention},大会召开。"
    there = dates.scan(plain, [(0, len(plain))], WRITTEN, loose=loose)
    ahead = "".join(before) + "据悉,"
    text = ahead + mention + (behind or ",大会召开。")
    found = [
        date
        for date in dates.scan(text, [(0, len(text))], WRITTEN, loose=loose)
        if date.start >= len(ahead) - 2
    ]
    assert [date.value for date in found] == [date.value for date in there]


PIECES = (
    "2023年", "2024年", "11月", "9月", "22日", "18日", "至", "-", "—", "、", "到", "上旬", "底", "初", "一季度", "上半年", "前三季度", "今年", "去年",
    "上月", "昨日", "今", "晚", "9时", "15:30", "以来", "前", "起", "截至", "自", "农历", "八月十五", "春节", "期间", "“十四五”", "世纪", "80年代", "20",
    "学年", "112", "康熙", "元年", "第二天", "月底", "冬至", "斋月", "2024-09-18", "2024.07", "周五", "(星期五)", "(18日)", "三天前", "近3年", ",", "。", "\n", " ",
    "民国", "公元", "年", "月", "日", "号", "周", "星期", "天", "半", "多", "几", "个", "后", "以后", "之前", "内", "百", "千", "十", "廿", "〇", "零", "两", "财年", "度",
    "平成", "2100年后", "几十年前", "未来", "过去", "再过", "最近", "下午3点", "pm", ":", "/", ".", "·", "~", "(", ")", "第3个", "最后一个", "上", "下", "本", "这", "同", "当",
    "次日", "闰四月", "正月", "腊月", "甲子年", "初一", "大寒", "上世纪", "中叶", "刻", "分", "秒", "时许", "末", "季", "春", "冬", "两会", "即日", "今明两天", "(16)日", "至今",
)  # fmt: skip
NUMERALS = st.integers(0, 99999).map(str) | st.text(alphabet="0123456789〇一二三十百", max_size=5)
REFERENCES = (WRITTEN, None, dt.date(2024, 2, 29), dt.date(2023, 1, 1), dt.date.min, dt.date.max)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | NUMERALS, min_size=1, max_size=8),
    st.booleans(),
    st.sampled_from(REFERENCES),
)
def test_whatever_the_pieces_the_value_is_sound(
    pieces: list[str], loose: bool, reference: dt.date | None
) -> None:
    text = "".join(pieces)
    at = 0
    for date in dates.scan(text, [(0, len(text))], reference, loose=loose):
        value = date.value
        assert at <= date.start < date.end
        at = date.end
        assert text[date.start : date.end] == date.text
        assert value.start is None or value.end is None or value.start <= value.end
        assert value.basis != "unresolved" or value.start is value.end is None
        edtf.parse_edtf(value.edtf)


#: Made of nothing but a number too large for a calendar, or beside one.
OUT_OF_RANGE = (
    "民国8112年", "17:000年08600", "0年", "9999年底前", "9999年12月31日次日", "9999年后", "9999财年", "9999学年", "民国999年", "0001年1月1日前一天",
    "9999年度第二学期", "9998-99年度", "第99个五年规划期间", "99世纪末", "2099年至9999年", "9999年冬", "1000多年之后", "9000年后", "3000年前", "再过9999年",
    "99世纪", "过去9999年", "未来9999年", "9999个月后", "近99年", "几十年前", "农历9999年正月", "9999年春节", "2101年中秋", "1900年大寒",
)  # fmt: skip


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("text", OUT_OF_RANGE)
def test_no_calendar_holds_it(text: str, reference: dt.date | None) -> None:
    for loose in (False, True):
        for around in ("", "据介绍,"):
            said = around + text
            for date in dates.scan(said, [(0, len(said))], reference, loose=loose):
                edtf.parse_edtf(date.value.edtf)


UNITS = (
    "近3年",
    "三天前",
    "半年前半",
    "2024、",
    "第一、",
    "十四五",
    "康熙",
    "元年",
    "世纪",
    "月底",
    "五六十",
    "2024-",
    "1/1-",
    "春节",
    "学年",
    "2023年度会",
    "今起",
    "再过半",
    "十",
)


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length(unit: str) -> None:
    def taken(size: int) -> float:
        text = unit * (size // len(unit))
        began = time.process_time()
        dates.scan(text, [(0, len(text))], WRITTEN, loose=True)
        return time.process_time() - began

    small = min(taken(4_000) for _ in range(2))
    assert taken(32_000) < 24 * small + 0.05
