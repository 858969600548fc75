"""A text that is nothing but one amount, in the loose style of offers: 25分, 15k左右, 30w."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from qextract.mentions import Number, Quantity
from qextract.rules import late

LONGEST = 12  # characters; what is longer is running text
_LOOSE = late(r"[0-9.]+[kw]")
_CENT = Decimal("0.01")


def read(
    text: str, numbers: Sequence[Number], found: Sequence[Quantity]
) -> tuple[Quantity, ...] | None:
    """The sum of money that such a text is; `None` where it is none."""
    written = text.strip()
    if len(found) == 1 and found[0].text == written and found[0].unit == "分":
        cents = found[0]
        high = None if cents.value_max is None else cents.value_max * _CENT
        sum_ = cents._replace(value=cents.value * _CENT, value_max=high, unit="元")
        return (sum_._replace(unit_code="CNY", dimension="money"),)
    if found or len(numbers) != 1 or numbers[0].text != written:
        return None
    loose = _LOOSE.search(written)
    if loose is None:
        return None
    only = numbers[0]
    span = (only.start + loose.start(), only.start + loose.end())
    return (Quantity(*only, "元", "CNY", "money", span),)
