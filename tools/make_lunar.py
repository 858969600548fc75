"""Make qextract/lexicon/lunar_years.txt: the Chinese calendar's years, 1901 to 2098.

Source: lunardate (a development-only dependency). Run: python tools/make_lunar.py
"""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from pathlib import Path
from typing import Any

LEXICON = Path(__file__).parent.parent / "qextract" / "lexicon"
HEADER = """\
# Years of the Chinese calendar: the year in which it begins, its first day (month-day), its leap month
# (0: none), and for each month in order whether it has 30 days (1) or 29 (0).
# Source: lunardate; made by tools/make_lunar.py.
"""


def months_of(calendar: Any, year: int) -> tuple[dt.date, int, str]:
    """First day, leap month and month lengths of a year."""
    first: dt.date = calendar.LunarDate(year, 1, 1).to_solar_date()
    last: dt.date = calendar.LunarDate(year + 1, 1, 1).to_solar_date()
    starts: list[tuple[int, bool, dt.date]] = []
    day = first
    while day < last:
        lunar = calendar.LunarDate.from_solar_date(day.year, day.month, day.day)
        leap = bool(getattr(lunar, "leap_month", getattr(lunar, "is_leap_month", False)))
        if not starts or starts[-1][:2] != (lunar.month, leap):
            starts.append((lunar.month, leap, day))
        day += dt.timedelta(1)
    ends = [*(start for *_, start in starts[1:]), last]
    lengths = "".join(
        str((end - start).days - 29) for (*_, start), end in zip(starts, ends, strict=True)
    )
    return first, next((month for month, leap, _ in starts if leap), 0), lengths


def main() -> None:
    """Write the list."""
    calendar = import_module("lunardate")
    lines = []
    for year in range(1901, 2099):
        first, leap, lengths = months_of(calendar, year)
        lines.append(f"{year}\t{first:%m-%d}\t{leap}\t{lengths}\n")
    (LEXICON / "lunar_years.txt").write_text(HEADER + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
