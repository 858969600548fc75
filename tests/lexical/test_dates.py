"""Datings: what is found, where it lies in the calendar, what it hangs on, and what is none."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qextract.lexical import date_edtf, dates
from qextract.mentions import Date

WRITTEN = dt.date(2024, 9, 18)  # a Wednesday


def read(text: str, reference: dt.date | None = WRITTEN, *, loose: bool = False) -> list[Date]:
    return dates.scan(text, [(0, len(text))], reference, loose=loose)


def shown(date: Date) -> str:
    """The dating in one line: what was read, and from when to when."""
    return f"{date.text} {date.value.start or ''}/{date.value.end or ''}"


def only(text: str, reference: dt.date | None = WRITTEN) -> Date:
    found = read(text, reference)
    assert len(found) == 1, found
    return found[0]


CALENDAR = {
    "大年初一": "大年初一 2024-02-10/2024-02-10",
    "农历乙巳年二月廿二": "农历乙巳年二月廿二 2025-03-21/2025-03-21",
    "农历八月十五": "农历八月十五 2024-09-17/2024-09-17",
    "正月初八复工": "正月初八 2024-02-17/2024-02-17",
    "今年“五一”假期": "今年“五一”假期 2024-05-01/2024-05-05",
    "国庆假期,游客增加": "国庆假期 2024-10-01/2024-10-07",
    "2023年国庆中秋假期": "2023年国庆中秋假期 2023-09-29/2023-10-06",
    "去年春节": "去年春节 2023-01-22/2023-01-22",
    "清明节当天": "清明节当天 2024-04-04/2024-04-04",
    "9月20日(星期五)上午": "9月20日(星期五)上午 2024-09-20/2024-09-20",
    "9月20日星期五上午": "9月20日星期五上午 2024-09-20/2024-09-20",
    "10月24日(五)放假": "10月24日(五) 2025-10-24/2025-10-24",
    "昨(16)晚": "昨(16)晚 2024-09-16/2024-09-16",
    "民国一一三年五月": "民国一一三年五月 2024-05-01/2024-05-31",
    "大会于2023年11月15日在柳州召开": "2023年11月15日 2023-11-15/2023-11-15",
    "大会于2023 年 11 月 15 日召开": "2023 年 11 月 15 日 2023-11-15/2023-11-15",
    "自二〇二五年一月一日起施行": "二〇二五年一月一日起 2025-01-01/2025-01-01",
    "一九九八年三月二十一日,工程动工": "一九九八年三月二十一日 1998-03-21/1998-03-21",
    "发布时间:2024-09-04 16:23:42": "2024-09-04 16:23:42 2024-09-04/2024-09-04",
    "2024/9/4 印发": "2024/9/4 2024-09-04/2024-09-04",
    "2024.09.04 印发": "2024.09.04 2024-09-04/2024-09-04",
    "2021年3月,他出任厂长": "2021年3月 2021-03-01/2021-03-31",
    "2020年12月份投产": "2020年12月份 2020-12-01/2020-12-31",
    "工程1997年竣工": "1997年 1997-01-01/1997-12-31",
    "98年5月建厂": "98年5月 1998-05-01/1998-05-31",
    "民国113年7月1日起实施": "民国113年7月1日起 2024-07-01/2024-07-01",
    "109年9月完工": "109年9月 2020-09-01/2020-09-30",
    "去(112)年10月": "去(112)年10月 2023-10-01/2023-10-31",
    "今(18)日上午": "今(18)日上午 2024-09-18/2024-09-18",
    "今日(18日)公布": "今日(18日) 2024-09-18/2024-09-18",
    "昨天(九月十七日)公布": "昨天(九月十七日) 2024-09-17/2024-09-17",
    "本月二十七日(星期五)刊登": "本月二十七日(星期五) 2024-09-27/2024-09-27",
    "上周五(9月13日)签约": "上周五(9月13日) 2024-09-13/2024-09-13",
}
PARTS = {
    "10月中下旬": "10月中下旬 2024-10-11/2024-10-31",
    "5月上半月": "5月上半月 2024-05-01/2024-05-15",
    "去年四季度初": "去年四季度初 2023-10-01/2023-10-31",
    "去冬工程停工": "去冬 2023-12-01/2024-02-29",
    "2023年上半年": "2023年上半年 2023-01-01/2023-06-30",
    "2023年下半年": "2023年下半年 2023-07-01/2023-12-31",
    "2024年一季度": "2024年一季度 2024-01-01/2024-03-31",
    "明年第二季": "明年第二季 2025-04-01/2025-06-30",
    "今年前三季度": "今年前三季度 2024-01-01/2024-09-30",
    "前7个月": "前7个月 2024-01-01/2024-07-31",
    "首两个月": "首两个月 2024-01-01/2024-02-29",
    "今年前10个月": "今年前10个月 2024-01-01/2024-10-31",
    "1至8月": "1至8月 2024-01-01/2024-08-31",
    "1—8月份": "1—8月份 2024-01-01/2024-08-31",
    "2023年1-11月": "2023年1-11月 2023-01-01/2023-11-30",
    "7、8月间": "7、8月 2024-07-01/2024-08-31",
    "9月上旬": "9月上旬 2024-09-01/2024-09-10",
    "下月中旬": "下月中旬 2024-10-11/2024-10-20",
    "2月下旬": "2月下旬 2024-02-21/2024-02-29",
    "8月底": "8月底 2024-08-21/2024-08-31",
    "8月初": "8月初 2024-08-01/2024-08-10",
    "今年年初": "今年年初 2024-01-01/2024-03-31",
    "2023年底": "2023年底 2023-12-01/2023-12-31",
    "2027年年底": "2027年年底 2027-12-01/2027-12-31",
    "2023年末": "2023年末 2023-12-01/2023-12-31",
    "一九九五年冬": "一九九五年冬 1995-12-01/1996-02-29",
    "今年春季": "今年春季 2024-03-01/2024-05-31",
    "上世纪80年代": "上世纪80年代 1980-01-01/1989-12-31",
    "二十世纪九十年代末": "二十世纪九十年代末 1997-01-01/1999-12-31",
    "“十四五”期间": "“十四五”期间 2021-01-01/2025-12-31",
    "十三五时期": "十三五时期 2016-01-01/2020-12-31",
    "2024至25财政年度": "2024至25财政年度 2024-04-01/2025-03-31",
    "2025-26年度": "2025-26年度 2025-04-01/2026-03-31",
    "2023—2024学年": "2023—2024学年 2023-09-01/2024-08-31",
}
RANGES = {
    "1997.03-1998.10任县长": "1997.03-1998.10 1997-03-01/1998-10-31",
    "2024.9.18-9.20": "2024.9.18-9.20 2024-09-18/2024-09-20",
    "自2023年9月起,至2024年6月止": "2023年9月起,至2024年6月 2023-09-01/2024-06-30",
    "下周二至周四": "下周二至周四 2024-09-24/2024-09-26",
    "9月8日20时至9日2时": "9月8日20时至9日2时 2024-09-08/2024-09-09",
    "11月15日至16日,": "11月15日至16日 2024-11-15/2024-11-16",
    "3月15~16日": "3月15~16日 2024-03-15/2024-03-16",
    "5月16日至6月30日": "5月16日至6月30日 2024-05-16/2024-06-30",
    "2014年9月至2015年4月": "2014年9月至2015年4月 2014-09-01/2015-04-30",
    "2023年11月29日至12月1日": "2023年11月29日至12月1日 2023-11-29/2023-12-01",
    "2019年至2020年": "2019年至2020年 2019-01-01/2020-12-31",
    "2024—2026年": "2024—2026年 2024-01-01/2026-12-31",
    "10月1日0时至8日24时": "10月1日0时至8日24时 2024-10-01/2024-10-08",
    "四月十日至五月九日": "四月十日至五月九日 2024-04-10/2024-05-09",
    "6月下旬至7月上旬": "6月下旬至7月上旬 2024-06-21/2024-07-10",
    "9月2日至5日": "9月2日至5日 2024-09-02/2024-09-05",
    "本星期六至三十日": "本星期六至三十日 2024-09-21/2024-09-30",
    "明年3月14日至16日": "明年3月14日至16日 2025-03-14/2025-03-16",
    "2023年11月至次年3月": "2023年11月至次年3月 2023-11-01/2024-03-31",
    "2022年12月30日至2023年1月2日": "2022年12月30日至2023年1月2日 2022-12-30/2023-01-02",
    "8月29日—9月3日": "8月29日—9月3日 2024-08-29/2024-09-03",
    "今明两年": "今明两年 2024-01-01/2025-12-31",
}
OPEN = {
    "2010年来": "2010年来 2010-01-01/",
    "2018年6月至今": "2018年6月至今 2018-06-01/",
    "2016年以来": "2016年以来 2016-01-01/",
    "今年以来": "今年以来 2024-01-01/",
    "去年十一月以来": "去年十一月以来 2023-11-01/",
    "截至6月底": "截至6月底 /2024-06-30",
    "截至2021年底": "截至2021年底 /2021-12-31",
    "截至17日12时": "截至17日12时 /2024-09-17",
    "12月底前": "12月底前 /2024-12-31",
    "6月10日前": "6月10日前 /2024-06-10",
    "2027年底前": "2027年底前 /2027-12-31",
    "从去年9月起": "去年9月起 2023-09-01/",
    "9月1日起": "9月1日起 2024-09-01/2024-09-01",
}
RELATIVE = {
    "今年": "今年 2024-01-01/2024-12-31",
    "前年": "前年 2022-01-01/2022-12-31",
    "去年8月15日": "去年8月15日 2023-08-15/2023-08-15",
    "上月23日": "上月23日 2024-08-23/2024-08-23",
    "下月1日": "下月1日 2024-10-01/2024-10-01",
    "本月十八日": "本月十八日 2024-09-18/2024-09-18",
    "今天上午10时28分": "今天上午10时28分 2024-09-18/2024-09-18",
    "昨晚": "昨晚 2024-09-17/2024-09-17",
    "昨午": "昨午 2024-09-17/2024-09-17",
    "今晨": "今晨 2024-09-18/2024-09-18",
    "明天上午": "明天上午 2024-09-19/2024-09-19",
    "前天": "前天 2024-09-16/2024-09-16",
    "上周": "上周 2024-09-09/2024-09-15",
    "本周六": "本周六 2024-09-21/2024-09-21",
    "下周一": "下周一 2024-09-23/2024-09-23",
    "本周末": "本周末 2024-09-21/2024-09-22",
    "周一,": "周一 2024-09-16/2024-09-16",
    "年内": "年内 2024-01-01/2024-12-31",
    "上个月": "上个月 2024-08-01/2024-08-31",
    "上季度": "上季度 2024-04-01/2024-06-30",
}
YEARLESS = {
    # the nearest, rather behind than ahead
    "12月3日,": "12月3日 2024-12-03/2024-12-03",
    "3月3日,": "3月3日 2024-03-03/2024-03-03",
    "将于2月1日举行": "2月1日 2025-02-01/2025-02-01",
    "17日下午": "17日下午 2024-09-17/2024-09-17",
    "30日下午": "30日下午 2024-08-30/2024-08-30",
    "定于30日举行": "30日 2024-09-30/2024-09-30",
    "16日凌晨3时": "16日凌晨3时 2024-09-16/2024-09-16",
    "31日,": "31日 2024-08-31/2024-08-31",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *CALENDAR.items(),
        *PARTS.items(),
        *RANGES.items(),
        *OPEN.items(),
        *RELATIVE.items(),
        *YEARLESS.items(),
    ],
)
def test_one_dating(text: str, expected: str) -> None:
    assert shown(only(text)) == expected


STORIES = {
    "year governs": (
        "2023年,全市完成投资90亿元。7月,二期投产;12月,三期开工。",
        "2023年 2023-01-01/2023-12-31|7月 2023-07-01/2023-07-31|12月 2023-12-01/2023-12-31",
    ),
    "heading governs": (
        "一、2024年工作安排\n\n\u3000\u3000持续扩大开放。12月,办好博览会。".replace("\u3000", " "),
        "2024年 2024-01-01/2024-12-31|12月 2024-12-01/2024-12-31",
    ),
    "a year compared with governs nothing": (
        "产量比2020年增长三成。9月2日,厂方宣布扩产。",
        "2020年 2020-01-01/2020-12-31|9月2日 2024-09-02/2024-09-02",
    ),
    "a title's year governs nothing": (
        "会议印发《2025年工作要点》。9月2日,厂方宣布扩产。",
        "2025年 2025-01-01/2025-12-31|9月2日 2024-09-02/2024-09-02",
    ),
    "same year, next year": (
        "2018年5月,他出任厂长。同年8月1日,工程开工。次年3月竣工。",
        "2018年5月 2018-05-01/2018-05-31|同年8月1日 2018-08-01/2018-08-01|次年3月 2019-03-01/2019-03-31",
    ),
    "same month": (
        "2018年5月3日立案,同月20日宣判。",
        "2018年5月3日 2018-05-03/2018-05-03|同月20日 2018-05-20/2018-05-20",
    ),
    "next day": (
        "5月13日,厂房起火。次日,调查组进驻。",
        "5月13日 2024-05-13/2024-05-13|次日 2024-05-14/2024-05-14",
    ),
    "that day": (
        "9月16日,大会开幕。当天下午,双方签约;当晚,举行联欢。",
        "9月16日 2024-09-16/2024-09-16|当天下午 2024-09-16/2024-09-16|当晚 2024-09-16/2024-09-16",
    ),
    "that day is not the day a law will be in force": (
        "9月16日,大会开幕,条例自2025年1月1日起施行。\n同日,双方签约。",
        "9月16日 2024-09-16/2024-09-16|2025年1月1日起 2025-01-01/2025-01-01|同日 2024-09-16/2024-09-16",
    ),
    "a story of an earlier year": (
        "2021年3月5日,王某入职。3月20日,他挪用货款,4月2日案发。",
        "2021年3月5日 2021-03-05/2021-03-05|3月20日 2021-03-20/2021-03-20|4月2日 2021-04-02/2021-04-02",
    ),
    "a new paragraph is told from today": (
        "2021年3月5日,王某入职。\n9月12日,法院宣判。",
        "2021年3月5日 2021-03-05/2021-03-05|9月12日 2024-09-12/2024-09-12",
    ),
    "day after day": (
        "9月8日至10日,论坛举行。9日上午,主会场开幕。",
        "9月8日至10日 2024-09-08/2024-09-10|9日上午 2024-09-09/2024-09-09",
    ),
    "day of a month told before": (
        "2022年3月9日,警方立案。15日,嫌疑人落网。",
        "2022年3月9日 2022-03-09/2022-03-09|15日 2022-03-15/2022-03-15",
    ),
    "two days of a month": (
        "讲座将于10月8日及11日举行",
        "10月8日 2024-10-08/2024-10-08|11日 2024-10-11/2024-10-11",
    ),
    "quarter of the year that governs": (
        "2023年,公司营收30亿元。其中,第四季度营收9亿元。",
        "2023年 2023-01-01/2023-12-31|第四季度 2023-10-01/2023-12-31",
    ),
    "last year of the year that governs": (
        "2022年,产值由上年的3亿元增至5亿元。",
        "2022年 2022-01-01/2022-12-31|上年 2021-01-01/2021-12-31",
    ),
    "the year just told": (
        "发布会介绍,去年新建学校两所,全年投入3亿元。",
        "去年 2023-01-01/2023-12-31|全年 2023-01-01/2023-12-31",
    ),
    "days that share their unit": (
        "讲座于9月18、20日举行",
        "9月18 2024-09-18/2024-09-18|20日 2024-09-20/2024-09-20",
    ),
    "where something ends is not what is told": (
        "7月17日,道路塌方,封闭至8月1日。\n18日,抢修开始。",
        "7月17日 2024-07-17/2024-07-17|8月1日 2024-08-01/2024-08-01|18日 2024-09-18/2024-09-18",
    ),
    "a goal governs nothing": (
        "2027年,全省产值将达9万亿元。10月,博览会开幕。",
        "2027年 2027-01-01/2027-12-31|10月 2024-10-01/2024-10-31",
    ),
    "years behind": (
        "2023年工作回顾\n五年来,新建学校8所。",
        "2023年 2023-01-01/2023-12-31|五年来 2019-01-01/2023-12-31",
    ),
}


@pytest.mark.parametrize(("text", "expected"), STORIES.values(), ids=STORIES)
def test_story(text: str, expected: str) -> None:
    assert "|".join(shown(date) for date in read(text)) == expected


PASSED_BY = {
    "两国1994年3月11日建交。外长在17日晚的记者会上说": "2024-09-17",
    "2019年3月11日,工程动工。12日,桥墩开建": "2019-03-12",
    "去年4月至今年8月,收回单位4300个。7月20日,一人被判囚": "2024-07-20",
    "部长田野昨均呼吁业者": "2024-09-17",
    "周五起降温": "2024-09-20",
}


@pytest.mark.parametrize(("text", "edtf"), PASSED_BY.items(), ids=PASSED_BY)
def test_what_a_day_hangs_on(text: str, edtf: str) -> None:
    assert read(text)[-1].value.edtf.partition("T")[0] == edtf


COMING_INTO_FORCE = {
    "自7月1日起施行": "2025-07-01",
    "自12月1日起施行": "2024-12-01",
    "2024年12月20日通过,2025年1月10日公布,自7月1日起施行": "2025-07-01",
    "自1月1日起施行": "2025-01-01",
    "7月1日,大会开幕": "2024-07-01",
}


@pytest.mark.parametrize(("text", "edtf"), COMING_INTO_FORCE.items(), ids=COMING_INTO_FORCE)
def test_what_comes_into_force_is_told_ahead(text: str, edtf: str) -> None:
    assert read(text, dt.date(2025, 1, 27))[-1].value.edtf == edtf


SIGNS_OF_THE_FUTURE = {
    "大会将于2月举行": "2025-02",
    "2月将举行大会": "2025-02",
    "原定于2月举行": "2024-02",
    "该计划2月启动": "2024-02",
    "警方于2月3日将嫌疑人抓获": "2024-02-03",
    "定于8月5日开庭": "2025-08-05",
}


@pytest.mark.parametrize(("text", "edtf"), SIGNS_OF_THE_FUTURE.items(), ids=SIGNS_OF_THE_FUTURE)
def test_what_is_still_to_come(text: str, edtf: str) -> None:
    assert only(text).value.edtf == edtf


UNDATED = {
    "year from the headline": (
        "2020年大会综述\n11月16日,论坛开幕。",
        "11月16日 2020-11-16/2020-11-16",
        "context",
    ),
    "no year anywhere": ("7月15日23时许,山洪暴发。", "7月15日23时许 /", "unresolved"),
    "month from before": ("7月15日暴雨。16日凌晨3时,队伍抵达。", "16日凌晨3时 /", "unresolved"),
    "today": ("大会今天开幕", "今天 /", "unresolved"),
}


@pytest.mark.parametrize(("text", "expected", "basis"), UNDATED.values(), ids=UNDATED)
def test_without_a_day_of_writing(text: str, expected: str, basis: str) -> None:
    last = read(text, None)[-1]
    assert shown(last) == expected
    assert last.value.basis == basis


@pytest.mark.parametrize(
    ("text", "edtf", "precision", "basis"),
    [
        ("2023年11月15日至16日", "2023-11-15/2023-11-16", "range", "explicit"),
        ("12月18日下午3时", "2024-12-18T15:00:00", "day", "publication"),
        ("今天上午10时28分", "2024-09-18T10:28:00", "day", "publication"),
        ("9月2日9时至11时", "2024-09-02T09:00:00", "day", "publication"),
        ("2024年", "2024", "year", "explicit"),
        ("2024年第一季度", "2024-33", "quarter", "explicit"),
        ("2023年上半年", "2023-40", "half", "explicit"),
        ("2021年9月", "2021-09", "month", "explicit"),
        ("2016年以来", "2016/..", "range", "explicit"),
        ("截至2024年6月30日", "../2024-06-30", "range", "explicit"),
        ("上世纪80年代", "198X", "decade", "explicit"),
        ("2014年9月至2015年4月", "2014-09/2015-04", "range", "explicit"),
        ("2024—2026年", "2024/2026", "range", "explicit"),
        ("今年", "2024", "year", "publication"),
        ("10月1日0时至8日24时", "2024-10-01/2024-10-08", "range", "publication"),
    ],
)
def test_written_form(text: str, edtf: str, precision: str, basis: str) -> None:
    value = only(text).value
    assert (value.edtf, value.precision, value.basis) == (edtf, precision, basis)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("11月16日", "XXXX-11-16"),
        ("11月", "XXXX-11"),
        ("16日上午9时", "XXXX-XX-16"),
        ("11月15日至16日", "XXXX-11-15/XXXX-11-16"),
    ],
)
def test_written_form_without_year(text: str, edtf: str) -> None:
    value = only(text, None).value
    assert (value.edtf, value.start, value.end, value.basis) == (edtf, None, None, "unresolved")


@pytest.mark.parametrize(
    "text",
    [
        "为期三天", "历时5年建成", "连续5年增长", "18个月以内", "24小时值班", "30年经验", "孩子10月大", "近日,双方签约",
        "近年来发展很快", "日前召开", "国发〔2022〕1号", "GB/T 19001-2016", "T/CAS 100-2020", "电话010-66668888",
        "3比1获胜", "“十四五”规划", "《十四五规划》纲要", "5日内答复", "3日以上", "第30号令", "3号楼", "10号线", "2000年历史的古城",
        "万年青", "百年老店", "三年级", "五年制", "一日三餐", "每周三开放", "星期日报", "中国队", "30至50家企业", "5.6%", "1.2亿元",
        "3月龄", "三月三歌会", "第24届", "12315热线", "周一至周五开放", "1949号文物", "日常", "日本", "上下班", "上海", "本市", "同比",
        "年均增长", "四个月", "一年一度", "双周会", "2.5天", "100日行动", "每年3月", "每年的5月1日", "逢5日开集", "周二到周四", "十月革命", "5·12地震", "春节联欢晚会", "中国庆祝", "国庆70周年",
    ],
)  # fmt: skip
def test_no_dating(text: str) -> None:
    assert read(text) == []


REMARKS = {
    "三五年后": "三五年后 2027-01-01/2029-12-31",
    "两三天前": "两三天前 2024-09-15/2024-09-16",
    "十几年前": "十几年前 2004-01-01/2014-12-31",
    "近半年": "近半年 2024-03-18/2024-09-18",
    "接下来三个月": "接下来三个月 2024-09-18/2024-12-17",
    "下半个月": "下半个月 2024-09-16/2024-09-30",
    "五月以后": "五月以后 2024-05-01/",
    "22:00至次日6:00": "22:00至次日6:00 2024-09-18/2024-09-19",
    "9:00-11:00": "9:00-11:00 2024-09-18/2024-09-18",
    "7/1-7/5": "7/1-7/5 2024-07-01/2024-07-05",
    "9月18": "9月18 2024-09-18/2024-09-18",
    "三八妇女节": "三八妇女节 2024-03-08/2024-03-08",
    "冬至": "冬至 2024-12-21/2024-12-21",
    "国庆节前一天": "国庆节前一天 2024-09-30/2024-09-30",
    "他两小时后就到": "两小时后 2024-09-18/2024-09-18",
    "5天前": "5天前 2024-09-13/2024-09-13",
    "三天后": "三天后 2024-09-21/2024-09-21",
    "20天以后": "20天以后 2024-10-08/",
    "17天内": "17天内 2024-09-18/2024-10-05",
    "近三个月": "近三个月 2024-06-18/2024-09-18",
    "未来48小时": "未来48小时 2024-09-18/2024-09-20",
    "上两个月": "上两个月 2024-07-01/2024-08-31",
    "两年前": "两年前 2022-01-01/2022-12-31",
    "下午三点": "下午三点 2024-09-18/2024-09-18",
    "现在": "现在 2024-09-18/2024-09-18",
    "20240307": "20240307 2024-03-07/2024-03-07",
    "6·30": "6·30 2024-06-30/2024-06-30",
    "12号": "12号 2024-09-12/2024-09-12",
    "24年": "24年 2024-01-01/2024-12-31",
    "星期五": "星期五 2024-09-20/2024-09-20",
    "6月第3个星期日": "6月第3个星期日 2024-06-16/2024-06-16",
    "上月第一周": "上月第一周 2024-08-05/2024-08-11",
    "4月前4天": "4月前4天 2024-04-01/2024-04-04",
    "2月前三天": "2月前三天 2024-02-01/2024-02-03",
}


@pytest.mark.parametrize(("text", "expected"), REMARKS.items(), ids=REMARKS)
def test_remark(text: str, expected: str) -> None:
    assert [shown(date) for date in read(text, loose=True)] == [expected]


STORY_AROUND = (
    "据悉,全省质量大会在临川召开,与会代表围绕质量强省建设展开讨论,并就下一步工作作出部署。"
)
TOLD = {
    "三天前,": "三天前 2024-09-15/2024-09-15",
    "比五年前翻了一番": "五年前 2019-01-01/2019-12-31",
    "近3年累计": "近3年 2021-09-18/2024-09-18",
    "未来三天将有暴雨": "未来三天 2024-09-18/2024-09-21",
    "过去两周": "过去两周 2024-09-04/2024-09-18",
    "22/11/2023": "22/11/2023 2023-11-22/2023-11-22",
    "3/4/2023": "3/4/2023 /",
}
NOT_TOLD = (
    "会谈持续近3个小时,", "24小时内移送,", "三年内建成,", "提前12天,", "目前已完成,", "服务至21:30,", "学府路1号", "苏办发〔2022〕19号",
    "(GB/T 41817-2022)", "2000万元", "2024—2025赛季", "拥堵1小时后恢复", "“5·12”地震", "“四点半课堂”", "3比1", "比分11:15",
    "2.3.1版", "历时近三年", "1954人", "完整版20220119集", "几十年后的人们", "11.15,", "V2023.1", "第12号公告", "5号主塔",
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD.items(), ids=TOLD)
def test_plain_speech_in_a_story(text: str, expected: str) -> None:
    assert [shown(date) for date in read(STORY_AROUND + text, loose=True)] == [expected]


@pytest.mark.parametrize("text", NOT_TOLD)
@pytest.mark.parametrize("before", ["", "其中,", STORY_AROUND], ids=["alone", "clause", "story"])
def test_no_dating_in_plain_speech_either(text: str, before: str) -> None:
    assert read(before + text, loose=True) == []


@pytest.mark.parametrize(
    "text", ["一点都不难", "二十七点三", "888-000-9999", "202403073号计划", "只有100个"]
)
def test_no_remark(text: str) -> None:
    assert read(text, loose=True) == []


HAN = "〇一二三四五六七八九"


def han(number: int) -> str:
    if number < 10:
        return HAN[number]
    tens, units = divmod(number, 10)
    return (HAN[tens] if tens > 1 else "") + "十" + (HAN[units] if units else "")


STYLES = {
    "plain": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "padded": lambda day: f"{day.year}年{day.month:02}月{day.day:02}日",
    "spaced": lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日",
    "hao": lambda day: f"{day.year}年{day.month}月{day.day}号",
    "han": lambda day: (
        "".join(HAN[int(c)] for c in str(day.year)) + f"年{han(day.month)}月{han(day.day)}日"
    ),
    "roc": lambda day: f"民国{day.year - 1911}年{day.month}月{day.day}日",
    "iso": lambda day: f"{day}",
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "dots": lambda day: f"{day.year}.{day.month}.{day.day}",
    "minute": lambda day: f"{day} 08:30",
}


@given(st.dates(dt.date(1912, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(sorted(STYLES)))
def test_every_style_reads_back(day: dt.date, style: str) -> None:
    written = STYLES[style](day)
    date = only(f"公告于{written},全文如下")
    assert (date.text, date.value.start, date.value.end) == (written, day, day)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2050, 12, 31)), st.integers(-100, 40))
def test_a_day_near_the_day_of_writing_needs_no_year(day: dt.date, ahead: int) -> None:
    meant = day + dt.timedelta(ahead)
    date = only(f"{meant.month}月{meant.day}日,大会开幕", day)
    assert (date.value.start, date.value.basis) == (meant, "publication")


@given(st.dates(dt.date(1950, 1, 1), dt.date(2050, 12, 31)), st.integers(1, 800))
def test_a_range_reads_back(first: dt.date, length: int) -> None:
    last = first + dt.timedelta(length)
    value = only(f"{STYLES['plain'](first)}至{STYLES['plain'](last)}").value
    assert (value.start, value.end, value.edtf) == (first, last, f"{first}/{last}")


@given(
    st.text(
        alphabet="0123456789一二三十年月日号至到—-/.:、今去上本下周前后近半季初底以来内 ()“”五期间\n时点",
        max_size=60,
    )
)
def test_any_text_is_read_without_error(text: str) -> None:
    for loose in (False, True):
        found = read(text, loose=loose)
        for date in found:
            assert text[date.start : date.end] == date.text
            assert (
                date.value.start is None
                or date.value.end is None
                or date.value.start <= date.value.end
            )
        assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "unit",
    [
        "2024年",
        "1",
        "十",
        "1至",
        "9月1日至",
        "“十",
        "前1",
        "上个",
        "去年9月1日上午9时",
        "近",
        "1年 ",
    ],
)
def test_time_is_linear(unit: str) -> None:
    import time

    def taken(size: int) -> float:
        text = unit * (size // len(unit))
        began = time.perf_counter()
        read(text)
        return time.perf_counter() - began

    small = min(taken(5_000) for _ in range(3))
    assert min(taken(40_000) for _ in range(2)) < 24 * small + 0.05


def test_regions_alone_are_read() -> None:
    text = "2020年1月1日\n2021年2月2日\n2022年3月3日"
    found = dates.scan(text, [(10, 19)], WRITTEN)
    assert [date.text for date in found] == ["2021年2月2日"]


def test_months_shift_over_years() -> None:
    assert date_edtf.shift_month(2024, 1, -1) == (2023, 12)
    assert date_edtf.shift_month(2024, 12, 2) == (2025, 2)


def test_a_month_alone_is_told_in_december_of_the_year_that_ends() -> None:
    december = dt.date(2024, 12, 20)
    assert only("2月,公司成立。", december).value.edtf == "2024-02"
    assert only("2月5日,大会开幕。", december).value.edtf == "2025-02-05"


def _valid(edtf: str) -> bool:
    parser = pytest.importorskip("edtf")
    parser.parse_edtf(edtf)  # raises where it is none
    return True


EDTF_TRIALS = (
    *(text for texts in (CALENDAR, PARTS, RANGES, OPEN, RELATIVE, YEARLESS) for text in texts),
    "第三季度以来", "截至一季度末", "二季度至四季度", "上半年起,从上半年起", "从下半年起", "截至上世纪80年代",
    "上世纪90年代以来", "9月2日9时至3日11时", "9月2日9时至11时", "截至9月2日9时", "9月2日9时以来", "2024-09-04 16:23:42以来",
)  # fmt: skip


@pytest.mark.parametrize("reference", [WRITTEN, None], ids=["dated", "undated"])
@pytest.mark.parametrize("text", EDTF_TRIALS)
def test_written_form_is_edtf(text: str, reference: dt.date | None) -> None:
    assert all(_valid(date.value.edtf) for date in read(text, reference))
