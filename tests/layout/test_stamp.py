"""Publication dates and datelines."""

from __future__ import annotations

import datetime as dt

import pytest

from qextract.layout import read
from qextract.layout.stamp import dateline, stamp


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-09-04 16:23:42原创", "2024-09-04T16:23:42"),
        ("2021年11月29日 10:13", "2021-11-29T10:13"),
        ("2016年02月03日07:10", "2016-02-03T07:10"),
        ("2021/11/16 14:05", "2021-11-16T14:05"),
        ("2021.1.6", "2021-01-06"),
        ("2020年07月31日", "2020-07-31"),
        ("二〇二四年三月二十一日", "2024-03-21"),
        ("一九九八年十月十一日", "1998-10-11"),
        ("民国113年2月13日", "2024-02-13"),
        ("发布日期:113-09-12", "2024-09-12"),
        ("2025年03月21日 星期五", "2025-03-21"),
        ("2023年4月20日 下午3:05", "2023-04-20T15:05"),
        ("2024-02-31 2024-03-01", "2024-03-01"),
        ("3月1日", None),
        ("2024年", None),
        ("2024-13-01", None),
    ],
)
def test_stamp(text: str, value: str | None) -> None:
    found = stamp(text, 0, len(text))
    assert (found and found.value) == value
    if found:
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("text", "published", "day", "edtf", "basis"),
    [
        ("本报2月2日讯 昨天", dt.date(2024, 2, 3), "2月2日", "2024-02-02", "publication"),
        ("新华社成州7月17日电(记者 谷雨)", None, "7月17日", "XXXX-07-17", "unresolved"),
        (
            "本报嘉州三月二十一日讯",
            dt.date(1998, 3, 22),
            "三月二十一日",
            "1998-03-21",
            "publication",
        ),
        ("本报12月31日讯", dt.date(2024, 1, 1), "12月31日", "2023-12-31", "publication"),
        ("中央社台北12日电", dt.date(2024, 2, 13), "12日", "2024-02-12", "publication"),
        ("中央社台北31日电", dt.date(2024, 2, 1), "31日", "2024-01-31", "publication"),
        ("据新华社北京2023年5月6日电", None, "2023年5月6日", "2023-05-06", "explicit"),
        ("【本报临川3月2日专电】", dt.date(2020, 3, 3), "3月2日", "2020-03-02", "publication"),
    ],
)
def test_dateline(text: str, published: dt.date | None, day: str, edtf: str, basis: str) -> None:
    found = dateline(text, [(0, len(text))], published)
    assert found is not None
    assert (found.text, found.value.edtf, found.value.basis) == (day, edtf, basis)
    assert text[found.start : found.end] == day


@pytest.mark.parametrize(
    "text",
    [
        "本报讯(记者 谷雨)9月2日上午,会议召开。",
        "9月2日,会议召开。",
        "会议9月2日报道了此事",
        "谷雨说,9月2日电力恢复。",
        "滨江市9月2日电力供应恢复。",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline(text, [(0, len(text))], dt.date(2024, 9, 3)) is None


def test_caller_knows_the_day() -> None:
    page = read("本报2月2日讯 昨天,会议召开。", published=dt.date(2024, 2, 3))
    assert page.dateline is not None
    assert page.dateline.value.start == dt.date(2024, 2, 2)
    assert page.published is None
