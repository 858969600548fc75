"""Make qextract/lexicon/solar_terms.txt: the days of the 24 solar terms, 1901 to 2098.

Source: lunar_python (a development-only dependency). Run: python tools/make_terms.py
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "qextract" / "lexicon"
HEADER = """\
# Days of the month of the 24 solar terms of a year, from 小寒 in January to 冬至 in December; two terms a month.
# Source: lunar_python; made by tools/make_terms.py.
"""
TERMS = "小寒大寒立春雨水惊蛰春分清明谷雨立夏小满芒种夏至小暑大暑立秋处暑白露秋分寒露霜降立冬小雪大雪冬至"
NAMES = tuple(TERMS[at : at + 2] for at in range(0, len(TERMS), 2))


def days_of(year: int) -> str:
    """Two digits a term."""
    solar = import_module("lunar_python").Solar
    table = solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()
    days = {}
    for name, day in table.items():
        if day.getYear() == year:
            days["冬至" if name == "DONG_ZHI" else name] = (day.getMonth(), day.getDay())
    for index, name in enumerate(NAMES):
        if days[name][0] != index // 2 + 1:
            raise ValueError(f"{name} of {year} is in month {days[name][0]}")
    return "".join(f"{days[name][1]:02}" for name in NAMES)


def main() -> None:
    rows = [f"{year}\t{days_of(year)}\n" for year in range(1901, 2099)]
    (LEXICON / "solar_terms.txt").write_text(HEADER + "".join(rows), "utf-8")


if __name__ == "__main__":
    main()
