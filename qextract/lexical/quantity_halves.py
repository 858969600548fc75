"""Amounts without a figure in front: 半小时, 半公斤, 个半小时; 米八 for 1.8米."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from heapq import merge

from qextract.lexical import number_words as around
from qextract.lexical import quantity_units as unit_table
from qextract.mentions import Comparator, Dimension, Number, NumberKind, Span
from qextract.rules import Pattern, late

# a text that is nothing but 個半 says one and a half of what was asked
_ALONE = late(r"\s*+个半\s*+")
HALF = Pattern(
    "quantity.half",
    "half of a unit, or one and a half, with no figure before it",
    r"(?<![0-9一二两三四五六七八九十百千万亿几多数上下前后大第对各个])"
    r"(?:半(?=个?(?:小时|钟头)(?![一-鿿]{2,4}圈)|个(?:世纪|百分点|学期|赛季|标准)|公斤|斤|公里|里[地路]|英里|米|公尺|吨|公吨"
    r"|升|公升|加仑|磅|亩|公顷|分钟|秒钟|汤匙|茶匙|匙|杯|碗|勺|圈|打)|个半(?=小时|钟头|钟|月))",
    examples={"等了半小时": "半", "买了半公斤": "半", "历时个半小时": "个半"},
    rejects=("一半", "半小时通勤圈", "上半公里", "半年报", "两个半小时", "半小"),
)
_TALL_BEFORE = frozenset(" 至到约近高有,、。:;(\n") | {""}
_HAN_DIGITS = frozenset("一二三四五六七八九")
_ONE = Decimal(1)
Measured = tuple[
    int, int, Decimal, Decimal | None, Comparator, NumberKind, str | None, str | None, Dimension
]
_VALUES = {"半": Decimal("0.5"), "个半": Decimal("1.5")}


def among(
    text: str, regions: Sequence[Span], numbers: Sequence[Number], exclude: Sequence[Span]
) -> Sequence[Number]:
    """`numbers` with the halves of `text` among them, in text order."""
    found: list[Number] = []
    for region in regions:
        alone = _ALONE.fullmatch(text, *region) if region[1] - region[0] < 9 else None
        begin = text.find("个半", *region) if alone is not None else -1
        if begin >= 0:
            found.append(_number("个半", begin, begin, "eq"))
            continue
        for half in HALF.re.finditer(text, *region):
            start = half.start()
            led = around.before(text, start, region[0])
            found.append(_number(half.group(), start, *(led or (start, "eq"))))
    if not found:
        return numbers
    spans = sorted([*exclude, *((number.start, number.end) for number in numbers)])
    free: list[Number] = []
    at = 0
    for half_number in found:
        while at < len(spans) and spans[at][1] <= half_number.start:
            at += 1
        if at == len(spans) or spans[at][0] >= half_number.end:
            free.append(half_number)
    return list(merge(numbers, free, key=lambda number: number.start))


def _number(written: str, at: int, start: int, comparator: Comparator) -> Number:
    end = at + len(written)
    value = _VALUES[written]
    return Number(written, start, end, value, None, comparator, "cardinal")


def is_half(number: Number) -> bool:
    """Whether `among` made the number."""
    return number.text in _VALUES


def measured(text: str, number: Number) -> Measured:
    """The quantity of a half."""
    start, end, limit = number.start, number.end, len(text)
    name, code = "个", None
    dimension: Dimension = "count"
    if number.text == "个半":
        for written, unit in (("月", "个月"), ("钟头", "钟头"), ("钟", "小时"), ("小时", "小时")):
            if text.startswith(written, end):
                known = unit_table.units()[unit]
                name, code, dimension = unit, known.code, known.dimension
                end += len(written)
                break
    elif (found := unit_table.match(text, end, limit)) is not None:
        name, code, dimension, end = found.name, found.code, found.dimension, found.end
    return start, end, number.value, None, number.comparator, "cardinal", name, code, dimension


def tall(text: str, number: Number, floor: int) -> Measured | None:
    """米八 for 1.8米, where no figure stands before 米."""
    start = number.start - 1
    if start < floor or text[start] != "米" or number.text[0] not in _HAN_DIGITS:
        return None
    if number.value >= 10 or number.value_max is not None or text[number.start] == "十":
        return None
    if (text[start - 1] if start else "") not in _TALL_BEFORE:
        return None
    value = _ONE + number.value / 10
    return start, number.end, value, None, number.comparator, "cardinal", "米", "m", "length"
