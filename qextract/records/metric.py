"""The metric record: a quantity the text asserts."""

from __future__ import annotations

from typing import Literal

from qextract.mentions import Comparator, Dimension
from qextract.records.common import DateValue, Record, Text


class Metric(Record):
    """A figure.

    `value` has 万 and 亿 worked in and is exact; `value_max` is the upper end of a range. `unit` is
    as written without 万 and 亿, null where a bare noun follows; `unit_code` is ISO 4217 for money
    and UCUM for measures and percent. `subject` is what is counted or measured, `holder` whose it
    is; `change` and `change_basis` say that the figure is a change; `period` is the time it holds.
    """

    type: Literal["metric"] = "metric"
    value: int | float
    value_max: int | float | None
    comparator: Comparator
    unit: Text | None
    unit_code: Text | None
    dimension: Dimension
    subject: Text | None
    holder: Text | None
    change: Literal["increase", "decrease"] | None
    change_basis: Literal["yoy", "mom"] | None
    period: DateValue | None
