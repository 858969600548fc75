"""Quantities: a number with its unit, its currency, its comparators.

Built on the numbers already found: each is looked at once, left to right. What a unit is, the lists
say (`quantity_units`), whether it asserts an amount, the rules (`quantity_rules`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from qextract.lexical import number_words as around
from qextract.lexical import numerals
from qextract.lexical import quantity_compound as compound
from qextract.lexical import quantity_halves as halves
from qextract.lexical import quantity_money as money
from qextract.lexical import quantity_remarks as remarks
from qextract.lexical import quantity_rules as rules
from qextract.lexical import quantity_senses as senses
from qextract.lexical import quantity_units as unit_table
from qextract.mentions import Comparator, Dimension, Number, NumberKind, Quantity, Span
from qextract.rules import late

_JOINER = late(r"(?:\(含\))? *+(?:至|到|[~～]|[—–-]{1,2}) *+")
_CHANGED = late(
    r"(?:增加|增|新增|减少|减|上升|下降|升|降|上涨|下跌|涨|跌|回落|扩大|缩减|净增|提高|提升)[了至约逾近]{0,2}$"
)
_LIST = late(r" *+(?:、|和|及|与|以及|或) *+")
_TWO = late(r"([0-9]++)/([0-9]++)")
_TITLE = late(r"《[^《》\n]{1,80}+》")
_FIGURE = late(r"[-0-9.负零〇○一二三四五六七八九十百千万亿廿卅两壹贰叁肆伍陆柒捌玖拾佰仟]")
_TAKES_MORE = frozenset({"duration", "length", "area", "mass", "volume", "money", "ratio"})
_ALSO_GO_ON = frozenset(("分", "个", "度", "°"))
_MORE = late(r"[多余](?![元边次方样媒层功种项个处地少数额款])")
_MORE_ENDS = late(r"[多余](?=[,。;、!?)\n]|$)")
_INSIDE = late(r"内(?![资科部外容销贸存设陆地蒙需涵])")
_MILLIONTH = Decimal("0.000001")
_HALF = Decimal("0.5")
_HUGE = 10**18  # beyond this a sixth place is out of the reach of 28 digits
_POINTS = "百分点"
_FROM_TO = late(r"([0-9]++(?:\.[0-9]++)?)[至到]([0-9]++(?:\.[0-9]++)?)")
_FAR = 5  # ends further apart than this, behind a verb of change, are a change and a level
_NEAR = 5  # as far as two amounts of one range or list stand apart
# 许 behind a unit says about (5公斤许), but not in 三名许姓男子, 两家许可企业
_NAMED = tuple("可多久诺愿昌姓某家氏都")
# what may go on behind a unit: comparators, halves, smaller units
_GOES_ON = (
    frozenset("半多余内许零〇 0123456789一二三四五六七八九两十壹贰叁肆伍陆柒捌玖拾")
    | around.BEHIND_STARTS
)


class _Draft(NamedTuple):
    """A quantity while what stands behind it is still being read."""

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    comparator: Comparator
    kind: NumberKind
    unit: str | None
    code: str | None
    dimension: Dimension


def scan(
    text: str, regions: Sequence[Span], numbers: Sequence[Number], exclude: Sequence[Span] = ()
) -> list[Quantity]:
    """The quantities of `numbers` in `text`, in text order.

    numbers: what `numbers.scan` found in the same `regions` with the same `exclude` (dates).
    """
    out: list[Quantity] = []
    if "半" in text:
        numbers = halves.among(text, regions, numbers, exclude)
    taken = ordinal = 0
    titles = _titles(text)
    for at, number in enumerate(numbers):
        if number.start < taken:
            continue
        if titles and number.start >= titles[-1][0]:
            while titles and number.start >= titles[-1][1]:
                titles.pop()
            if titles and number.start >= titles[-1][0]:
                continue
        if number.kind == "ordinal" or (ordinal and _is_next_ordinal(text, ordinal, number)):
            ordinal = number.end
            continue
        upper = None
        if number.value > 1 and "/" in number.text:
            upper, number = _stacked(number)
        elif number.value_max is not None and number.value_max > _FAR * number.value:
            upper, number = _moved(text, number)
        draft = _share(number) if number.kind == "percentage" else _draft(text, number, taken)
        if draft is None or (upper is not None and draft.unit is None):
            continue
        if upper is not None:
            shared = (draft.kind, draft.unit, draft.code, draft.dimension)
            out.append(_made(text, _Draft(*upper[1:6], *shared), upper))
        if text[draft.end : draft.end + 1] in _GOES_ON:
            draft = _finish(text, draft, numbers, at)
        if draft.unit == "%" and text.startswith("vol", draft.end):
            draft = draft._replace(unit="%vol", end=draft.end + 3)
        taken = draft.end
        if draft.unit in money.COINS:
            draft = _in_main_unit(draft)
        if at and draft.start - numbers[at - 1].end <= _NEAR and draft.dimension != "ratio":
            draft = _share_back(text, draft, numbers, at, out)
        if out and draft.start - out[-1].end <= _NEAR and _is_range(text, out[-1], draft):
            out[-1] = _joined(text, out[-1], draft)
        else:
            out.append(_made(text, draft, number))
    if len(text) <= remarks.LONGEST:
        out = list(remarks.read(text, numbers, out) or out)
    return money.of_page(text, out)


def _stacked(number: Number) -> tuple[Number | None, Number]:
    """The two figures of 140/90毫米汞柱, which is no fraction."""
    found = _TWO.fullmatch(number.text)
    if found is None:
        return None, number
    start, end, middle = number.start, number.end, number.start + found.end(1)
    above = Number(found[1], start, middle, Decimal(found[1]), None, "eq", "cardinal")
    return above, Number(found[2], middle + 1, end, Decimal(found[2]), None, "eq", "cardinal")


def _moved(text: str, number: Number) -> tuple[Number | None, Number]:
    """The change and the level of 上升0.2至5.8年, which is no range."""
    found = _FROM_TO.fullmatch(number.text)
    if found is None or _CHANGED.search(text, max(0, number.start - 4), number.start) is None:
        return None, number
    start, end, high = number.start, number.end, number.value_max or number.value
    change = Number(found[1], start, start + found.end(1), number.value, None, "eq", "cardinal")
    return change, Number(found[2], start + found.start(2), end, high, None, "eq", "cardinal")


def _titles(text: str) -> list[Span]:
    """The titles of works and documents, whose figures count nothing, the last first."""
    if "《" not in text:
        return []
    return [found.span() for found in _TITLE.finditer(text)][::-1]


def _in_main_unit(draft: _Draft) -> _Draft:
    """An amount in coins in what they are parts of: 五角 is 0.5元."""
    coin = money.COINS[draft.unit or ""]
    high = None if draft.value_max is None else _rounded(draft.value_max / coin.per)
    code = draft.code or coin.code
    return draft._replace(
        value=_rounded(draft.value / coin.per), value_max=high, unit=coin.unit, code=code
    )


def _is_next_ordinal(text: str, ordinal: int, number: Number) -> bool:
    """Whether a number goes on in a list of ordinals that ended at `ordinal`: 第3、4项."""
    if number.start - ordinal > _NEAR or number.start < ordinal:
        return False
    return _LIST.fullmatch(text, ordinal, number.start) is not None


def _made(text: str, draft: _Draft, number: Number) -> Quantity:
    start = number.start
    if draft.start != start or text[start] > "9":
        start = _figure_start(number)
    return Quantity(text[draft.start : draft.end], *draft, (start, number.end))


def _figure_start(number: Number) -> int:
    found = _FIGURE.search(number.text)
    return number.start + (found.start() if found else 0)


def _share(number: Number) -> _Draft:
    """A percentage is its own quantity."""
    unit = (
        "个百分点" if number.text.rstrip("多余").endswith("点") or _POINTS in number.text else "%"
    )
    start, end, value, high, comparator = number[1:6]
    if number.text.rstrip("多余 ").endswith("‰"):
        value, high = _rounded(value * 10), None if high is None else _rounded(high * 10)
        return _Draft(start, end, value, high, comparator, "percentage", "‰", "[ppth]", "ratio")
    return _Draft(start, end, value, high, comparator, "percentage", unit, "%", "ratio")


def _draft(text: str, number: Number, taken: int) -> _Draft | None:
    """The quantity of one number; `None` where nothing is counted or measured."""
    written, start, end, value, high, comparator, kind = number
    if halves.is_half(number):
        return _Draft(*halves.measured(text, number))
    if rules.is_part(number):
        if text.startswith("决赛", end):  # 1/4决赛
            return None
        measure = rules.part_of(text, number)
        if measure is not None:
            name, code, dimension, stop, _ = measure
            value = _rounded(value)
            return _Draft(start, stop, value, None, comparator, kind, name, code, dimension)
        value = _rounded(value * 100)
        return _Draft(start, end, value, None, comparator, "percentage", "%", "%", "ratio")
    if rules.is_identifier(number) or (
        start and text[start - 1] == "“" and rules.is_slogan(text, number)
    ):
        return None
    at, limit = end, len(text)
    while at < limit and text[at] == " ":
        at += 1
    found = _unit(text, number, at, limit) if at < limit else None
    if found is None:
        tall = halves.tall(text, number, taken)
        if tall is not None:
            return _Draft(*tall)
        plain = _Draft(start, end, value, high, comparator, kind, None, None, "count")
        prefixed = _prefixed(text, plain, taken)
        if prefixed is None and rules.counts_noun(text, number, at):
            return plain
        return prefixed
    if not rules.counts(text, number, found):
        return None
    name, code, dimension, stop, part = found
    if "分" in written:
        value = _rounded(value)  # 三分一汤匙
    if part == "来" and comparator == "eq":
        comparator = "approx"
    if written[0] == "超" and rules.is_traded(text, start):
        start, comparator = start + 1, "eq"
    if dimension == "temperature":
        if written[0] == "最":
            comparator = "eq"  # 最低零下15度 says which temperature was the lowest
        elif name in senses.SCALED and text[start - 2 : start] == name[:2] and start - 2 >= taken:
            draft = _Draft(start - 2, stop, value, high, comparator, kind, name, code, dimension)
            return _led_by(text, draft, start - 2, taken)
    if part == "半":
        value += _HALF
    elif part == "多" and comparator == "eq":
        comparator = "gt"
    draft = _Draft(start, stop, value, high, comparator, kind, name, code, dimension)
    return _money(text, draft, taken) if dimension == "money" else draft


def _unit(text: str, number: Number, at: int, limit: int) -> unit_table.Found | None:
    found = unit_table.match(text, at, limit)
    if found is None:
        if text[at] == "来" and text[number.end - 1] == "0" and at + 1 < limit:  # 20来岁
            found = unit_table.match(text, at + 1, limit)
            return None if found is None else found._replace(part="来")
        if text[at] == "/":
            return unit_table.per_count(text, at, limit)
        if rules.has_scale(number):
            return unit_table.foreign_money(text, at, limit)
    elif found.name in senses.SEVERAL:
        return senses.told_apart(text, number, found)
    return found


def _money(text: str, draft: _Draft, taken: int) -> _Draft:
    """A currency named a second time: before the figure (新台币386亿元), or behind 元."""
    before = money.before(text, draft.start, taken)
    if before is not None:
        end = draft.end + text.startswith("整", draft.end)
        return _led_by(text, draft._replace(end=end, code=before[1]), before[0], taken)
    if draft.unit == "元" or draft.unit == "圆":
        behind = money.behind(text, draft.end)
        if behind is not None:
            return draft._replace(end=behind[0], code=behind[1])
    return draft


def _prefixed(text: str, draft: _Draft, taken: int) -> _Draft | None:
    """A sum with the currency before it alone: 港币3.14, $500万."""
    before = money.before(text, draft.start, taken)
    if before is None:
        return None
    start, code, name = before
    return _led_by(text, draft._replace(unit=name, code=code, dimension="money"), start, taken)


def _led_by(text: str, draft: _Draft, start: int, taken: int) -> _Draft:
    """The quantity begun at its currency, with the comparator before that (不低于新台币45亿元)."""
    comparator = draft.comparator
    if comparator == "eq":
        outer = around.before(text, start, taken)
        if outer is not None:
            start, comparator = outer
    return draft._replace(start=start, comparator=comparator)


def _finish(text: str, draft: _Draft, numbers: Sequence[Number], at: int) -> _Draft:
    """What stands behind the unit: a half, smaller units, comparators."""
    if draft.unit is not None and (draft.dimension in _TAKES_MORE or draft.unit in _ALSO_GO_ON):
        draft = _compound(text, draft, numbers, at)
    end, comparator = draft.end, draft.comparator
    behind = around.behind(text, end, len(text))
    if text.startswith("许", end) and not text.startswith(_NAMED, end + 1):
        end, comparator = end + 1, "approx" if comparator == "eq" else comparator
    elif behind is not None:
        end, said = behind
        comparator = said if comparator in ("eq", "gt") else comparator
    elif (draft.dimension in _TAKES_MORE and _MORE.match(text, end)) or (
        draft.dimension == "count" and _MORE_ENDS.match(text, end)
    ):
        comparator = "gt" if comparator == "eq" else comparator
        end += 1
    elif draft.dimension in ("duration", "length") and _INSIDE.match(text, end):
        comparator = "le" if comparator == "eq" else comparator
        end += 1
    return draft._replace(end=end, comparator=comparator)


def _compound(text: str, draft: _Draft, numbers: Sequence[Number], at: int) -> _Draft:
    """2年半, 4年7个月, 3小时40分, 五元三毛, 三米九: one amount in several units."""
    unit = draft.unit or ""
    if draft.value_max is not None or draft.comparator == "gt":
        return draft
    amount = compound.read(text, unit, draft.value, draft.end, numbers, at)
    if amount.end == draft.end:
        return draft
    draft = draft._replace(value=_rounded(amount.value), end=amount.end)
    if draft.comparator == "eq" and amount.comparator != "eq":
        draft = draft._replace(comparator=amount.comparator)
    if unit == "分" and amount.last == "秒":
        return draft._replace(unit="分钟", code="min", dimension="duration")
    if unit == "个" and amount.last == "毫":
        draft = draft._replace(unit="元", code="HKD", dimension="money")
        return _money(text, draft, 0)
    return draft


def _rounded(value: Decimal) -> Decimal:
    """To the sixth place, where it has more (三分之一 is 33.333333%), without needless zeros."""
    return numerals.trimmed(value.quantize(_MILLIONTH) if abs(value) < _HUGE else value)


def _joined(text: str, last: Quantity, draft: _Draft) -> Quantity:
    """The two ends of one range as one quantity (28℃至31℃)."""
    bounded = last.comparator == "ge" and draft.comparator == "le"
    return last._replace(
        text=text[last.start : draft.end],
        end=draft.end,
        value_max=draft.value,
        comparator="eq" if bounded else last.comparator,
    )


def _is_range(text: str, last: Quantity, draft: _Draft) -> bool:
    """28℃至31℃, 二百万元以上一千万元以下; from-to (从94元至99元) are two amounts, save with 不等."""
    if draft.value_max is not None or last.value_max is not None or last.value >= draft.value:
        return False
    gap = draft.start - last.end
    if not 0 <= gap <= _NEAR:
        return False
    scaled = draft.unit == "度" and last.unit in senses.SCALED  # 华氏86度至90度
    if not (last.unit == draft.unit or last.unit is None or scaled):
        return False
    if last.comparator == "ge" and draft.comparator == "le":
        return gap == 0 or text[last.end : draft.start] in (",", "至")
    if (
        draft.comparator not in ("eq", "approx")
        or _JOINER.fullmatch(text, last.end, draft.start) is None
    ):
        return False
    apart = draft.value > 2 * last.value and text[last.end] in "至到"
    if apart and _CHANGED.search(text, max(0, last.start - 4), last.start):
        return text.startswith("不等", draft.end)  # 减少7200人至368万人: a change and a level
    moved = last.start > 0 and text[last.start - 1] in "从由自"
    return last.unit is not None and (not moved or text.startswith("不等", draft.end))


def _big_unit(number: Number) -> int:
    """What 万 and 亿 of a figure are worth, which a list before it shares (1.2、3.4亿元)."""
    figure = number.text[_figure_start(number) - number.start :].rstrip("多余 ")
    reading = numerals.read(figure) if rules.has_scale(number) else None
    return reading.ladder[-1][1] if reading is not None and reading.ladder else 1


def _share_back(
    text: str, draft: _Draft, numbers: Sequence[Number], at: int, out: list[Quantity]
) -> _Draft:
    """Give the unit to the bare numbers of a list before it: 80、180、380元.

    Of two digits in a row (2、3万元) they are the ends of one range; the draft is given back.
    """
    if draft.unit is None:
        return draft
    shared: list[Quantity] = []
    right = draft.start
    for index in range(at - 1, -1, -1):
        number = numbers[index]
        if number.kind != "cardinal" or (out and number.start < out[-1].end):
            break
        if not 0 < right - number.end <= 4 or _LIST.fullmatch(text, number.end, right) is None:
            break
        if not "0" <= number.text[-1] <= "9":
            break
        value, scale = number.value, 1
        if number.value_max is None and not rules.has_scale(number):
            scale = _big_unit(numbers[at])
        own = _Draft(
            number.start,
            number.end,
            _rounded(value * scale),
            number.value_max,
            number.comparator,
            "cardinal",
            draft.unit,
            draft.code,
            draft.dimension,
        )
        shared.append(_made(text, own, number))
        right = number.start
    if len(shared) == 1 and _is_about(text, numbers[at - 1], numbers[at]):
        low = shared[0]
        return draft._replace(start=low.start, value=low.value, value_max=draft.value)
    out.extend(reversed(shared))
    return draft


def _is_about(text: str, one: Number, other: Number) -> bool:
    """Whether two digits that follow each other say about how many: 2、3万元."""
    if len(one.text) != 1 or not one.text.isdigit() or text[one.end : other.start] != "、":
        return False
    if other.comparator != "eq" or other.value_max is not None:
        return False
    if text[one.start - 1 : one.start] in ("", "\n", "、"):
        return False
    return other.text[0] == str(int(one.text) + 1) and not other.text[1:2].isdigit()
