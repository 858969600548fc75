"""Spaces around figures and Latin words: 2023 年 5 月, 共 120 家.

Some pages set them throughout. A space that parts a time, a date or a cell from its neighbour stays.
"""

from __future__ import annotations

from qextract.repairs.labels import begins_label
from qextract.rules import Pattern

HAN = "[\u3400-\u9fff]"
LEAST = 6  # such spaces that show the habit
STYLE = 0.6  # of the places between ideographs and figures
NEAR = 100  # characters of a line that say what it is

FIGURES = Pattern(
    "repair.spaced_figures",
    "A space between an ideograph and a figure or a Latin letter",
    rf" (?:(?<={HAN} )(?=[0-9a-zA-Z])|(?<=[0-9a-zA-Z%] )(?={HAN}))",
    examples={"2023 年": " ", "共 120 家": " ", "QC 小组": " "},
    rejects=("2023年", "3 500", "第二 期", "deep learning"),
)
TOUCHING = Pattern(
    "repair.touching_figures",
    "An ideograph and a figure or letter without a space between them",
    f"[0-9a-zA-Z%](?:(?={HAN})|(?<={HAN}.))",
    examples={"2023年": "3", "共120": "1"},
    rejects=("2023 年", "共 120"),
)
TIME = Pattern(
    "repair.time_among_spaces",
    "A time or a day in figures, which a space parts from its neighbours",
    r"[0-9](?<![0-9]{2})(?:[0-9]?+:[0-9]{2}(?>(?::[0-9]{2})?)"
    r"|[0-9]{3}[-/.][0-9]{1,2}+[-/.][0-9]{1,2}+)",
    examples={"09:30 来源": "09:30", "2024-04-18 云川": "2024-04-18"},
    rejects=("2024年4月", "3.5"),
)
DAY = Pattern(
    "repair.day_among_spaces",
    "A day in full",
    "(?:19|20)[0-9]{2}(?: ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日|[-/.][0-9]{1,2}[-/.])",
    examples={"2023 年 5 月 4 日": "2023 年 5 月 4 日"},
    rejects=("2023 年", "5 月 4 日"),
)
COUNTED = Pattern(
    "repair.counted_among_spaces",
    "What is counted, with its figure in front where the space stands there",
    "(?>(?:[0-9][0-9.,]{0,20}+)?) ?[年月日时分秒家个项名位条件次届号万亿元人户亩吨公千平米种批期周岁场所座台辆套份张"
    "篇部本章卷度倍成只头]",
    examples={"120 家": "120 家", " 年": " 年"},
    rejects=("33 合格", " 合格"),
)
PROSE = frozenset(",。;、")


def find(text: str) -> list[int]:
    """Where spaces stand that are to go, on pages that have them throughout."""
    places = [match.start() for match in FIGURES.re.finditer(text)]
    if len(places) < LEAST:
        return []
    if len(places) < STYLE * (len(places) + len(TOUCHING.re.findall(text))):
        return []
    stamps = list(TIME.re.finditer(text))
    kept = {match.end() for match in stamps} | {match.start() - 1 for match in stamps}
    return [
        at
        for at in places
        if at not in kept and not begins_label(text, at + 1) and not _stands_alone(text, at)
    ]


def _stands_alone(text: str, at: int) -> bool:
    """Whether a space parts cells, or a date or percentage of a headline, from what is beside it."""
    end = text.find("\n", at, at + NEAR)
    start = max(text.rfind("\n", max(0, at - NEAR), at) + 1, at - NEAR)
    if not PROSE.isdisjoint(text[start : end if end >= 0 else at + NEAR]):
        return False
    if text[at - 1] == "%" or DAY.re.match(text, at + 1) is not None:
        return True
    # of a line without marks only what is counted: 共 120 家
    return COUNTED.re.match(text, at + 1 if text[at + 1].isascii() else at) is None
