"""Whether the parts of a date value agree."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qextract
from qextract.compare.date_checks import date_faults, period

PERIODS = {
    "2023-04-12": ("2023-04-12", "2023-04-12", "day"),
    "2023-04-12T09:30:00": ("2023-04-12", "2023-04-12", "day"),
    "2024-02": ("2024-02-01", "2024-02-29", "month"),
    "2024-33": ("2024-01-01", "2024-03-31", "quarter"),
    "2024-36": ("2024-10-01", "2024-12-31", "quarter"),
    "2024-40": ("2024-01-01", "2024-06-30", "half"),
    "2024-41": ("2024-07-01", "2024-12-31", "half"),
    "2024": ("2024-01-01", "2024-12-31", "year"),
    "198X": ("1980-01-01", "1989-12-31", "decade"),
    "19XX": ("1900-01-01", "1999-12-31", "range"),
    "2016/..": ("2016-01-01", None, "range"),
    "../2025-06": (None, "2025-06-30", "range"),
    "2023-11/2024-02": ("2023-11-01", "2024-02-29", "range"),
    "2023-04-12/2023-04-12": ("2023-04-12", "2023-04-12", "day"),
    "XXXX-11-16": (None, None, "day"),
    "XXXX-02-29": (None, None, "day"),
    "XXXX-XX-15": (None, None, "day"),
    "XXXX-XX-XX": (None, None, "day"),
    "XXXX-11": (None, None, "month"),
    "XXXX": (None, None, "year"),
    "XXXX-11-16/XXXX-11-18": (None, None, "range"),
    "[2023-03-04,2023-04-03]": (None, None, "day"),
}
NO_PERIODS = [
    "", "..", "../..", "/", "2023-4-12", "2023-13", "2023-37", "2023-04-31", "XXXX-02-30", "XXXX-13",
    "2023-04-12T25:00:00", "2023-04-12T09", "2024/2023", "2023-04-12/", "[2023-03-04]", "二〇二三",
    "２０２３", "2023-04-12 ", "0000", "[2023-03-04,2023]", "XXX3", "2023-XX",
]  # fmt: skip


@pytest.mark.parametrize("edtf", PERIODS)
def test_edtf_says_which_days_it_means(edtf):
    start, end, precision = PERIODS[edtf]
    found = period(edtf)
    assert (found.start and str(found.start), found.end and str(found.end)) == (start, end)
    assert found.precision == precision


@pytest.mark.parametrize("edtf", NO_PERIODS)
def test_what_is_no_edtf_is_none(edtf):
    assert period(edtf) is None


UNITS = ["年", "月", "日", "号", "季度", "上半年", "年代", "世纪", "旬", "周", "个月", "天", "以来", "前", "后", "至", "到", "底", "初", "末"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([*UNITS, "今", "去年", "上个月", "昨日", "本周", "截至", "2023年", "3月"]),
            st.integers(1, 2030).map(str),
        ),
        min_size=1, max_size=8,
    ).map("".join),
    st.sampled_from([None, dt.date(2024, 2, 29), dt.date(2023, 12, 31)]),
)  # fmt: skip
def test_whatever_dates_are_found_agree_with_themselves(text, reference):
    for found in qextract.find_dates(text, reference=reference):
        value = found.value._asdict()
        value |= {name: value[name] and str(value[name]) for name in ("start", "end")}
        assert list(date_faults(value, "date")) == []
