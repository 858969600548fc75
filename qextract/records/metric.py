"""The metric record: a quantity the text asserts."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from qextract.mentions import Comparator, Dimension
from qextract.records.common import DateValue, Record, Text


class Metric(Record):
    """A quantity that the text asserts."""

    type: Literal["metric"] = "metric"
    value: int | float = Field(
        description="The number, with 万 and 亿 worked in: 19200 of 1.92万人; exact, without a needless "
        "fraction. Of 75% it is 75."
    )
    value_max: int | float | None = Field(description="The upper end of a range (30至50家).")
    comparator: Comparator = Field(
        description="approx: 约, 近, 左右; gt: 超过, 逾, 余, 多; ge: 不少于, 以上; lt: 不足, 不到; le: "
        "以内, 不超过."
    )
    unit: Text | None = Field(
        description="家, 项, 元, %, 毫米, as written, in normal form, without 万 and 亿; null where a "
        "bare noun follows (7部门)."
    )
    unit_code: Text | None = Field(
        description="ISO 4217 for money (CNY), UCUM for measures and percent."
    )
    dimension: Dimension = Field(description="The kind of quantity.")
    subject: Text | None = Field(description="What is counted or measured: 国际标准, 营业收入.")
    holder: Text | None = Field(
        description="Whose it is or who did it, where the sentence says so: 全市企事业单位."
    )
    change: Literal["increase", "decrease"] | None = Field(
        description="Whether the figure is a rise or a fall."
    )
    change_basis: Literal["yoy", "mom"] | None = Field(
        description="Against what: yoy (同比) or mom (环比)."
    )
    period: DateValue | None = Field(description="The time that the figure holds.")
