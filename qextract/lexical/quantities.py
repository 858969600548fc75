"""Quantities: a number with its unit, its currency, its comparators.

Built on the numbers already found: each is looked at once, left to right. What a unit is, the lists
say (`quantity_units`); where a numeral is only a letter of a word (三农, 一带一路), none is made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from qextract import lexicon
from qextract.lexical import number_words as around
from qextract.lexical import quantity_units as unit_table
from qextract.mentions import Comparator, Dimension, Number, Quantity, Span

_PREFIX_MONEY = re.compile(
    r"(?:新台币|台币|人民币|港币|港元|美元|美金|欧元|日元|英镑|澳门币|澳门元|澳元|加元"
    r"|US\$|HK\$|NT\$|RMB|CNY|USD|HKD|EUR|[$¥￥€£]) *+$"
)
_PREFIX_CODES = {
    "US$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "RMB": "CNY",
    "CNY": "CNY",
    "USD": "USD",
    "HKD": "HKD",
    "EUR": "EUR",
    "$": "USD",
    "¥": "CNY",
    "￥": "CNY",
    "€": "EUR",
    "£": "GBP",
}
_PREFIX_ENDS = frozenset("币元金镑$MBYDR¥￥€£ ")
_COUNTED_ONE = re.compile(r"(?:共|仅|只|仅有|只有|各|唯)[^,。;:!?、]{0,5}$")
_TERM_OF_ONE = re.compile(r"(?:期限|察看|为期|历时|徒刑|缓刑|有效期|任期|管制|拘役|长达)$")
_JOINER = re.compile(r" *+(?:至|到|[~～]|[—–-]{1,2}) *+")
_LIST = re.compile(r" *(?:、|和|及|与|以及|或) *")
# a count right before its noun, without a classifier: 7部门, 16市, 三大体系
_NOUN = re.compile(
    r"大(?=[一-鿿]{2})(?!约|小|于|概|都|致|量|多|道|街|桥|厦|队|使|臣|姐|妈|爷|年|后|前|会|"
    r"学|地|气|阪|连|庆|同|理|运|寒|暑|雪|代表|常委|革|专)"
    r"|个?部(?=委)|部门|省|市(?!场|值|盈|价|民|政|级|长|面|县长|委)|县(?!长|级|委)|区(?!域|间|别|级)"
    r"|国(?!家|际|内|有|务|产|企|道|民|庆|债|安)|城(?!镇|区|建|管|乡|关|里)|镇(?!长|级|街)|乡(?!村|镇|亲|长)"
    r"|村(?!民|长|级|庄|委)|校(?!长|园|区|企)|院(?!长|士|校|所|区|线)|企业|单位|高校|学校|车(?!间|站|主|祸|次|位|型|辆)"
    r"|伤(?!害|亡|者|口)|死(?!亡|者|刑|伤)|方(?=面)|家企业|车道|人(?=受伤|死亡)|机构|地市|州市|盟市|国家|城市"
)
_COMPOUND: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = {
    "年": ((("个月", "月"), 12),),
    "小时": ((("分钟", "分"), 60),),
    "个小时": ((("分钟", "分"), 60),),
    "分钟": ((("秒",), 60),),
    "分": ((("秒",), 60),),
    "元": ((("角", "毛"), 10), (("分",), 100)),
    "块": ((("角", "毛"), 10), (("分",), 100)),
    "角": ((("分",), 10),),
    "毛": ((("分",), 10),),
    "斤": ((("两",), 10),),
}
_WITH_MORE = frozenset({"duration", "length", "area", "mass", "volume", "money", "ratio"})
_INSIDE = re.compile(r"内(?![资科部外容销贸存设陆地蒙需涵])")
_EXACT = Decimal("0.000001")


class _Draft(NamedTuple):
    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    comparator: Comparator
    unit: str | None
    code: str | None
    dimension: Dimension
    number: Number


def scan(
    text: str, regions: Sequence[Span], numbers: Sequence[Number], exclude: Sequence[Span] = ()
) -> list[Quantity]:
    """The quantities of `numbers` in `text`, in text order.

    numbers: what `numbers.scan` found in the same `regions` with the same `exclude` (dates).
    """
    out: list[Quantity] = []
    taken = 0
    limit = len(text)
    starts = [number.start for number in numbers]
    for at, number in enumerate(numbers):
        if number.start < taken or number.kind == "ordinal":
            continue
        ceiling = starts[at + 1] if at + 1 < len(numbers) else limit
        draft = _draft(text, number, ceiling, limit)
        if draft is None:
            continue
        draft = _finish(text, draft, numbers, at)
        quantity = _quantity(text, draft)
        taken = quantity.end
        _share_back(text, quantity, numbers, at, out)
        _put(text, quantity, out)
    return out


def _quantity(text: str, draft: _Draft) -> Quantity:
    number = draft.number
    return Quantity(
        text[draft.start : draft.end],
        draft.start,
        draft.end,
        draft.value,
        draft.value_max,
        draft.comparator,
        number.kind,
        draft.unit,
        draft.code,
        draft.dimension,
        (_figure_start(number), number.end),
    )


_FIGURE = re.compile(r"[-0-9.负零〇○一二三四五六七八九十百千万亿廿卅两壹贰叁肆伍陆柒捌玖拾佰仟]")


def _figure_start(number: Number) -> int:
    found = _FIGURE.search(number.text)
    return number.start + (found.start() if found else 0)


def _draft(text: str, number: Number, ceiling: int, limit: int) -> _Draft | None:
    """The quantity of one number; `None` where nothing is counted or measured."""
    value, high = number.value, number.value_max
    start, end = number.start, number.end
    if number.kind == "percentage":
        unit = "个百分点" if "点" in text[end - 1 : end] and "百" in number.text else "%"
        return _Draft(start, end, value, high, number.comparator, unit, "%", "ratio", number)
    if "分之" in number.text or number.text.endswith("一半"):
        share = (value * 100).quantize(_EXACT)
        whole = share.to_integral_value()
        value = whole if whole == share else share
        return _Draft(start, end, value, high, number.comparator, "%", "%", "ratio", number)
    if _is_word(text, number):
        return None
    at = end
    while at < limit and text[at] == " ":
        at += 1
    if at >= limit:
        return _prefixed(text, number)
    found = unit_table.match(text, at, limit)
    if found is None:
        found = unit_table.foreign_money(text, at, limit) if _has_scale(number) else None
    if found is None:
        return _prefixed(text, number) or _noun(text, number, at)
    if not _counts(text, number, found, at):
        return None
    draft = _Draft(
        start,
        found.end,
        value,
        high,
        number.comparator,
        found.name,
        found.code,
        found.dimension,
        number,
    )
    if found.dimension == "money":
        return _money(text, draft)
    return draft


def _has_scale(number: Number) -> bool:
    return "万" in number.text or "亿" in number.text


def _money(text: str, draft: _Draft) -> _Draft:
    """A currency named a second time: before the figure (新台币386亿元), or behind 元."""
    before = _money_before(text, draft.start)
    if before is not None:
        start, code = before
        comparator = draft.comparator
        outer = around.before(text, start, 0)
        if outer is not None and comparator == "eq":
            start, comparator = outer
        return draft._replace(start=start, code=code, comparator=comparator)
    if draft.unit == "元":
        for word, code in _BEHIND_YUAN:
            if text.startswith(word, draft.end):
                return draft._replace(end=draft.end + len(word), code=code)
    return draft


_BEHIND_YUAN = (
    ("人民币", "CNY"),
    ("港币", "HKD"),
    ("新台币", "TWD"),
    ("台币", "TWD"),
    ("欧元", "EUR"),
    ("日币", "JPY"),
    ("美金", "USD"),
    ("整", "CNY"),
)


def _money_before(text: str, start: int) -> tuple[int, str | None] | None:
    if not start or text[start - 1] not in _PREFIX_ENDS:
        return None
    floor = max(0, start - 8)
    found = _PREFIX_MONEY.search(text[floor:start])
    if found is None:
        return None
    word = found.group().strip()
    code = _PREFIX_CODES.get(word) or unit_table.units()[word].code
    return floor + found.start(), code


def _prefixed(text: str, number: Number) -> _Draft | None:
    """A sum with the currency before it alone: 港币3.14, $500万."""
    before = _money_before(text, number.start)
    if before is None:
        return None
    start, code = before
    unit = text[start : number.start].strip()
    return _Draft(
        start,
        number.end,
        number.value,
        number.value_max,
        number.comparator,
        unit,
        code,
        "money",
        number,
    )


def _noun(text: str, number: Number, at: int) -> _Draft | None:
    """A count right before its noun (7部门, 三大体系), or a figure in 万 and 亿 without a unit."""
    if at != number.end and text[at] == "\n":
        return None
    if _has_scale(number):
        if number.text in ("千万", "万亿", "百万"):
            return None
    else:
        if number.value != int(number.value) or number.value < 2 or number.value > 999:
            return None
        if _NOUN.match(text, at) is None or at != number.end:
            return None
    return _Draft(
        number.start,
        number.end,
        number.value,
        number.value_max,
        number.comparator,
        None,
        None,
        "count",
        number,
    )


def _is_word(text: str, number: Number) -> bool:
    """Whether the numeral is a letter of a word or of a slogan in quotes (三农, “两个维护”)."""
    figure = number.text
    first = figure[0]
    if "0" <= first <= "9":
        return len(figure) > 1 and first == "0" and figure[1] != "."
    start, end = number.start, number.end
    if start and text[start - 1] == "“" and not _has_scale(number):
        close = text.find("”", end, end + 8)
        if close >= 0:
            return True
    for word in _words().get(figure, ()):
        inner = word.find(figure)
        if text.startswith(word, start - inner):
            return True
    return False


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Words in which a numeral is a letter, by the numeral that `numbers` would read in them."""
    groups: dict[str, list[str]] = {}
    for word in sorted(lexicon.words("numeral_words")):
        found = _NUMERALS.search(word)
        if found is not None:
            groups.setdefault(found.group(), []).append(word)
    return {figure: tuple(words) for figure, words in groups.items()}


_NUMERALS = re.compile(r"[零〇一二三四五六七八九十百千万亿两]+")


def _counts(text: str, number: Number, found: unit_table.Found, at: int) -> bool:
    """Whether number and unit assert an amount: no clock time, no year, no 一个 for "a"."""
    name, value = found.name, number.value
    start = number.start
    before = text[start - 1] if start else ""
    if name in ("分", "秒", "分钟") and before in "时点分":
        return False
    if name == "年":
        if number.value_max is None and number.text.isdigit() and 1900 <= value <= 2100:
            return False
        if len(number.text) == 4 and number.text[0] in "一二" and not set(number.text) & set("十百千万"):
            return False
    if name == "日" and value <= 31 and number.comparator == "eq":
        return before in "期满每" and before != ""
    if number.text == "一":
        return _counts_one(text, number, found)
    return True


def _counts_one(text: str, number: Number, found: unit_table.Found) -> bool:
    """一 is a count with 共, 仅, 各 before it and in measures; else it says "a"."""
    left = text[max(0, number.start - 8) : number.start]
    if found.dimension in ("mass", "length", "area", "volume", "money", "energy", "power"):
        return found.name not in ("块", "角", "毛", "方", "度", "里", "两", "桶", "丈", "担")
    if found.dimension == "duration":
        return _TERM_OF_ONE.search(left) is not None
    if found.name in ("番", "倍"):
        return True
    return _COUNTED_ONE.search(left) is not None


def _finish(text: str, draft: _Draft, numbers: Sequence[Number], at: int) -> _Draft:
    """What stands behind the unit: a half, a smaller unit, comparators."""
    if draft.dimension in ("duration", "money", "mass", "length"):
        draft = _compound(text, draft, numbers, at)
    end, comparator = draft.end, draft.comparator
    behind = around.behind(text, end, len(text))
    if behind is not None:
        end, said = behind
        comparator = said if comparator in ("eq", "gt") else comparator
    elif draft.dimension in _WITH_MORE and text[end : end + 1] in _MORE and text[end : end + 1]:
        word = text[end]
        if text[end + 1 : end + 2] not in "元边次方样媒层功种项个处地少数额款" or end + 1 >= len(text):
            comparator = "gt" if comparator == "eq" else comparator
            end += len(word)
    elif draft.dimension in ("duration", "length") and _INSIDE.match(text, end):
        comparator = "le" if comparator == "eq" else comparator
        end += 1
    return draft._replace(end=end, comparator=comparator)


_MORE = frozenset("多余")


def _compound(text: str, draft: _Draft, numbers: Sequence[Number], at: int) -> _Draft:
    """2年半, 4年7个月, 3小时40分, 五元三毛, 1个半小时, 三米九."""
    end, unit = draft.end, draft.unit or ""
    if draft.value_max is not None:
        return draft
    if text.startswith("半", end) and not text.startswith(("半月", "半数"), end):
        return draft._replace(value=draft.value + Decimal("0.5"), end=end + 1)
    following = numbers[at + 1] if at + 1 < len(numbers) else None
    if following is None or following.start != end or following.comparator not in ("eq",):
        return draft
    for names, parts in _COMPOUND.get(unit, ()):
        for name in names:
            if text.startswith(name, following.end):
                value = draft.value + following.value / parts
                return draft._replace(value=_rounded(value), end=following.end + len(name))
    if unit in ("米", "块", "毛") and len(following.text) == 1:
        return draft._replace(value=draft.value + following.value / 10, end=following.end)
    return draft


def _rounded(value: Decimal) -> Decimal:
    rounded = value.quantize(_EXACT).normalize()
    return value if rounded == value else rounded


def _put(text: str, quantity: Quantity, out: list[Quantity]) -> None:
    """Append, joined with the one before where both are the ends of one range (28℃至31℃)."""
    if out:
        last = out[-1]
        if (
            last.unit == quantity.unit
            and last.value_max is None
            and quantity.value_max is None
            and last.value < quantity.value
            and last.end <= quantity.start <= last.end + 4
            and quantity.end > last.end
        ):
            between = text[last.end : quantity.start]
            bounds = (last.comparator, quantity.comparator)
            joined = _JOINER.fullmatch(between) is not None and text[last.start - 1] not in "从由自"
            if (joined and quantity.comparator in ("eq", "approx")) or (
                between in ("", ",", "、", "至") and bounds == ("ge", "le")
            ):
                comparator = "eq" if bounds == ("ge", "le") else last.comparator
                out[-1] = last._replace(
                    text=text[last.start : quantity.end],
                    end=quantity.end,
                    value_max=quantity.value,
                    comparator=comparator,
                )
                return
    out.append(quantity)


def _share_back(
    text: str, quantity: Quantity, numbers: Sequence[Number], at: int, out: list[Quantity]
) -> None:
    """Give the unit to the bare numbers of a list before it: 80、180、380元."""
    if quantity.unit is None or quantity.dimension == "ratio":
        return
    found: list[Quantity] = []
    right = quantity.start
    index = at - 1
    while index >= 0:
        number = numbers[index]
        if number.kind != "cardinal" or (out and number.start < out[-1].end):
            break
        if not 0 < right - number.end <= 4 or _LIST.fullmatch(text[number.end : right]) is None:
            break
        if not "0" <= number.text[-1] <= "9":
            break
        found.append(
            Quantity(
                number.text,
                number.start,
                number.end,
                number.value,
                number.value_max,
                number.comparator,
                number.kind,
                quantity.unit,
                quantity.unit_code,
                quantity.dimension,
                (_figure_start(number), number.end),
            )
        )
        right = number.start
        index -= 1
    out.extend(reversed(found))
