"""Numbers in running text: one scan for figures, then what stands around each.

A figure is digits and numerals (1.92万, 二千一百五十八, 2亿3,518万); around it may stand a sign, a
percent form, the other end of a range, comparators. `numerals` knows what a figure is worth.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from qextract.lexical import number_letters, numerals
from qextract.lexical import number_words as around
from qextract.mentions import Comparator, Number, NumberKind, Span
from qextract.rules import Pattern

_DIGIT = "零〇○一二三四五六七八九壹贰叁柒捌玖"
_UNIT = "十百千万亿廿卅拾佰仟"
# 肆意, 队伍, 大陆, 参加, 收拾: numerals only beside another financial numeral
_SHY = "肆伍陆参拾佰仟"
_NUMERAL = _DIGIT + _UNIT + _SHY + "两兆"
_ARABIC_REST = (
    r"(?:[0-9]{0,2}+(?:,[0-9]{3}(?![0-9]))++"
    r"|[0-9]{0,2}+(?: [0-9]{3}(?![0-9]))++"
    r"|[0-9]*+)(?:[.·][0-9]++)?"
)
# 千 opens a unit in 3.86千米, 120千瓦, 12千公顷; 三千米 is three thousand metres all the same
_THOUSAND = r"千(?![克瓦卡伏帕赫焦米]|比特|公顷|字节)|千(?<=[一二三四五六七八九两]千)(?=米)"
_NEXT = (
    rf"[{_DIGIT}十百万亿廿卅]"
    rf"|{_THOUSAND}"
    r"|两(?=[百千万亿])|(?<=一)两(?=[个天年次名家件项位人月])"
    rf"|[{_SHY}](?:(?<=[{_DIGIT}{_UNIT}{_SHY}][{_SHY}])|(?=[拾佰仟万亿圆角整百千]))"
    rf"|兆(?=[{_DIGIT}元])"
)
_FIGURE = Pattern(
    "number.figure",
    "digits and numerals of one number",
    rf"[0-9{_NUMERAL}](?!(?<=零)下)"
    rf"(?:(?<=[0-9]){_ARABIC_REST}|(?<![0-9{_SHY}兆])|(?=[{_SHY}{_UNIT}分])(?<![0-9兆]))"
    rf"(?:{_NEXT}"
    rf"|(?<=[{_DIGIT}{_UNIT}])(?: ?点 ?[{_DIGIT}]++)(?![十百千刻])"
    rf"|(?<=[十百千万亿零])[0-9]{_ARABIC_REST}"
    rf"|(?<=[万亿兆千] )[0-9]{_ARABIC_REST}(?= ?[万千百])"
    rf"|(?<=[0-9]) {{1,2}}(?=[万亿](?![{_DIGIT}]))"
    rf"|(?<=[亿兆]) (?=[0-9][0-9,]{{0,4}} ?万)|(?<=[万千]) (?=[0-9][千百](?![克瓦米]))"
    rf"|(?<=[{_DIGIT}两]) {{1,2}}(?=[{_UNIT}])"
    rf"|(?<=[{_UNIT}]) {{1,2}}(?=[{_DIGIT}](?: ?[{_UNIT}]| *+(?![^又])))"
    rf"|(?<=[{_UNIT}]) {{1,2}}(?=[{_UNIT}])"
    r")*+",
    examples={
        "共有2,158项": "2,158",
        "逾1 200公里": "1 200",
        "二千一百五十八名": "二千一百五十八",
        "投资2亿3,518万元": "2亿3,518万",
        "七百五十四点三亿元": "七百五十四点三亿",
        "长3.86千米": "3.86",
        "重三十两": "三十",
    },
    rejects=("参加队伍", "大陆", "兆瓦"),
)
_BARE = re.compile(r"[百千万亿佰仟]++")
_JOINERS = re.compile(r"(?:\(含\))? *+(?:至|到|[~～]|[—–－-]{1,2})(?:(?<=-)(?!-)|(?<!-)) *+")
_OF = re.compile(r" *+分 *+之 *+(负? *+)")
_POINTS = re.compile(r" *+个? *+百 *+分 *+点")
_TENTHS = re.compile(rf" *+成(?![立员功果交都本型])(?: ?(半|[{_DIGIT}](?![{_UNIT}{_DIGIT}])))?")
_DISCOUNT = re.compile(r" *+折(?![合扣叠旧算返射腾])")
_LOOSE_BARE = frozenset(("百万", "千万", "百亿", "千亿", "万亿"))
_SLASHED = re.compile(r"/([1-9][0-9]*+)(?![/.0-9A-Za-z-])")
_MORE_SCALE = re.compile(r" *+([多余几来]) *+([百千]?[万亿]++|[百千](?![克瓦米]))")


class _Part(NamedTuple):
    """One end of a range: what it is worth, before it shares anything with the other."""

    value: Decimal
    high: Decimal | None
    end: int
    form: str
    reading: numerals.Reading
    behind: Comparator | None


def scan(text: str, regions: Sequence[Span], exclude: Sequence[Span] = ()) -> list[Number]:
    """The numbers in `regions` of `text`, in text order; none inside the `exclude` spans (dates)."""
    out: list[Number] = []
    for start, end in _remaining(regions, exclude):
        _scan_region(text, start, end, out)
    return out


def _remaining(regions: Sequence[Span], exclude: Sequence[Span]) -> list[Span]:
    """What is left of `regions` once the `exclude` spans are cut out; both are taken in order."""
    if not exclude:
        return list(regions)
    out: list[Span] = []
    cuts = sorted(exclude)
    first = 0
    for start, end in sorted(regions):
        while first < len(cuts) and cuts[first][1] <= start:
            first += 1
        at, index = start, first
        while index < len(cuts) and cuts[index][0] < end:
            left, right = cuts[index]
            if left > at:
                out.append((at, left))
            at = max(at, right)
            index += 1
        if at < end:
            out.append((at, end))
    return out


def _scan_region(text: str, floor: int, end: int, out: list[Number]) -> None:
    search, read = _FIGURE.re.search, numerals.read
    position = floor
    while (found := search(text, position, end)) is not None:
        begin, position = found.span()
        left = text[begin - 1] if begin else ""
        right = text[position] if position < end else ""
        if left in _LOUD_LEFT or right in _LOUD_RIGHT:
            floor = position = _with_context(text, floor, begin, position, end, out)
            continue
        written = text[begin:position]
        reading = read(written)
        if reading is None or (written[0] > "9" and _is_letter(text, begin, position, end)):
            continue
        out.append(Number(written, begin, position, reading.value, reading.high, "eq", "cardinal"))
        floor = position


def _with_context(
    text: str, floor: int, begin: int, end: int, ceiling: int, out: list[Number]
) -> int:
    """Read the figure in text[begin:end] with what stands around it; where to go on."""
    if text[begin - 1 : begin] == "." and text[begin - 2 : begin - 1] in _OPEN and begin > floor:
        begin -= 1  # .5 for 0.5
    if _is_identifier(text, begin, end):
        return _word_end(text, end, ceiling)
    part = _part(text, begin, end, ceiling)
    if part is None:
        return end
    number = _number(text, floor, begin, part, ceiling)
    if number is None:
        return part.end
    out.append(number)
    return number.end


_OPEN = frozenset(("", " ", "-", "负", "约", "(", ":", ","))
_WORD = re.compile(r"[A-Za-z0-9_.:/%&=?-]*+")


def _word_end(text: str, position: int, end: int) -> int:
    found = _WORD.match(text, position, end)
    return found.end() if found else position


def _is_identifier(text: str, begin: int, end: int) -> bool:
    """Whether Latin letters or a chain of points make the digits part of a name (PM2.5, 3.1.2)."""
    if begin == 0 or not "0" <= text[begin] <= "9":
        return False
    before = text[begin - 1]
    if before.isascii() and (before.isalpha() or before in "_=/"):
        return text[end : end + 1] not in ("%", "家", "项", "个") if before.isalpha() else True
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit():
        return True
    return before == "." and begin > 1 and text[begin - 2].isalnum()


def _part(text: str, begin: int, end: int, ceiling: int) -> _Part | None:
    """The figure in text[begin:end] with its percent form; `None` where it is no number."""
    reading = numerals.read(text[begin:end])
    if reading is None:
        return None
    value, high = reading.value, reading.high
    character = text[end] if end < ceiling else ""
    if character == " ":
        at = end
        while at < ceiling and text[at] == " ":
            at += 1
        character = text[at] if at < ceiling else ""
    form = _FORMS.get(character)
    if form is not None:
        made = form(text, begin, end, ceiling, reading)
        if made is not None:
            return made
    return _Part(value, high, end, "plain", reading, None)


def _percent(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> _Part | None:
    sign = text.find("%", end, ceiling)
    return _Part(r.value, r.high, sign + 1, "percent", r, None)


def _permille(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> _Part | None:
    return _Part(r.value / 10, None, text.find("‰", end, ceiling) + 1, "percent", r, None)


def _tenths(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> _Part | None:
    found = _TENTHS.match(text, end, ceiling)
    if found is None or r.scaled or r.value > 10:
        return None
    if text.startswith("一成不变", begin):
        return None
    rest = found[1]
    extra = 5 if rest == "半" else numerals.DIGITS[rest] if rest else 0
    high = None if r.high is None else r.high * 10
    return _Part(r.value * 10 + extra, high, found.end(), "percent", r, None)


def _discount(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> _Part | None:
    found = _DISCOUNT.match(text, end, ceiling)
    if found is None or r.scaled or r.value >= 100:
        return None
    value = r.value
    if text[begin:end].isalpha() and end - begin == 2 and value == 0:
        return None
    if r.high is not None:
        value = r.value * 10 + r.high % 10
    return _Part(value if value >= 10 else value * 10, None, found.end(), "percent", r, None)


def _points(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> _Part | None:
    found = _POINTS.match(text, end, ceiling)
    return _Part(r.value, r.high, found.end(), "points", r, None) if found else None


def _fraction(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> _Part | None:
    """三分之二, 百分之五, 千分之三, 16分之5: the figure read is what stands under the line."""
    found = _OF.match(text, end, ceiling)
    if found is None or not r.value:
        return None
    over = _FIGURE.re.match(text, found.end(), ceiling)
    upper = numerals.read(over.group()) if over else None
    if over is None or upper is None:
        return None
    stop = over.end()
    bare = text[begin:end].replace(" ", "")
    value, high = upper.value, upper.high
    if bare in _PARTS:
        share = _PARTS[bare]
        value = value * share
        high = None if high is None else high * share
        latin = numerals.LATIN_SCALES.get(text[stop : stop + 1])
        if latin:
            value, stop = value * latin, stop + 1
        return _Part(value, high, stop, "percent", r, None)
    value = value / r.value
    return _Part(-value if "负" in found[1] else value, None, stop, "fraction", r, None)


_PARTS = {
    **dict.fromkeys(("百", "佰"), Decimal(1)),
    **dict.fromkeys(("千", "仟"), Decimal("0.1")),
    "万": Decimal("0.01"),
    "万万": Decimal("0.000001"),
}


def _slashed(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> _Part | None:
    found = _SLASHED.match(text, end, ceiling)
    if found is None or not text[begin:end].isdigit():
        return None
    return _Part(r.value / Decimal(found[1]), None, found.end(), "fraction", r, None)


def _and_part(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> _Part | None:
    """三百五十又三分之一."""
    at = text.find("又", end, ceiling) + 1
    while at < ceiling and text[at] == " ":
        at += 1
    below = _FIGURE.re.match(text, at, ceiling)
    if below is None:
        return None
    under = numerals.read(below.group())
    part = under and _fraction(text, below.start(), below.end(), ceiling, under)
    if not part:
        return None
    extra = part.value / 100 if part.form == "percent" else part.value
    return _Part(r.value + extra, None, part.end, "fraction", r, None)


def _more(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> _Part | None:
    """十余万, 1200多万, 二十几亿: the word stands before the scale."""
    found = _MORE_SCALE.match(text, end, ceiling)
    if found is None:
        if text[end : end + 1] == "几" and text[end - 1] == "十":
            return _Part(r.value, None, end + 1, "plain", r, "gt")
        return None
    scale = 1
    for unit in found[2]:
        scale *= numerals.UNITS[unit]
    high = None if r.high is None else r.high * scale
    scaled = r._replace(scaled=True)
    return _Part(r.value * scale, high, found.end(), "plain", scaled, around.BETWEEN[found[1]])


def _half(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> _Part | None:
    if text[begin:end] != "一" or text[end : end + 1] != "半":
        return None
    return _Part(Decimal("0.5"), None, end + 1, "fraction", r, None)


def _latin(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> _Part | None:
    """15k, 30w, 1.04M: the scale of loose style; one digit before it is a grade (5G, 4K)."""
    after = text[end + 1 : end + 2]
    if (after.isascii() and after.isalnum()) or end - begin < 2 or text[end] == " ":
        return None
    if text[end] == "G" and "." not in text[begin:end] and text[begin - 1 : begin] != ".":
        return None
    scale = numerals.LATIN_SCALES[text[end]]
    return _Part(r.value * scale, None, end + 1, "plain", r._replace(scaled=True), None)


_Form = Callable[[str, int, int, int, numerals.Reading], _Part | None]
_FORMS: dict[str, _Form] = {
    "%": _percent,
    "‰": _permille,
    "成": _tenths,
    "折": _discount,
    "个": _points,
    "百": _points,
    "分": _fraction,
    "/": _slashed,
    "又": _and_part,
    "半": _half,
    **dict.fromkeys("多余几来", _more),
    **dict.fromkeys(numerals.LATIN_SCALES, _latin),
}


# what must be looked at left and right of a figure; beside anything else it stands for itself
_LOUD_LEFT = frozenset("第.-负下上 =/_") | around.BEFORE_ENDS | frozenset(string.ascii_letters)
_LOUD_RIGHT = frozenset(" .+~～至到—–-(") | frozenset(_FORMS) | around.BEHIND_STARTS


def _number(text: str, floor: int, begin: int, first: _Part, ceiling: int) -> Number | None:
    value, high, end, form, behind = first.value, first.high, first.end, first.form, first.behind
    second = _second(text, begin, first, ceiling) if high is None else None
    if second is not None:
        value, high, end, form = second
    start, negative = _sign(text, floor, begin)
    if negative:
        value = -value
    if start > floor and text[start - 1] == "第":
        return Number(text[start - 1 : end], start - 1, end, value, high, "eq", "ordinal")
    kind: NumberKind = "percentage" if form in ("percent", "points") else "cardinal"
    comparator: Comparator = behind or "eq"
    if behind is None:
        end, comparator = _behind(text, end, ceiling)
    before = around.before(text, start, floor)
    if before is not None:
        start, comparator = before
    elif start > floor and text[start - 1] == "上" and text[start] in "百千万亿":
        start, comparator = start - 1, "ge"
    if comparator == "eq" and text[begin] > "9" and kind == "cardinal" and form == "plain":
        if _is_letter(text, begin, first.end, ceiling):
            return None
    return Number(text[start:end], start, end, value, high, comparator, kind)


def _is_letter(text: str, begin: int, end: int, ceiling: int) -> bool:
    """Whether the numeral is a letter of a word: 百 and 千万 without a digit, 四川, 一些."""
    if text[begin] in _BARE_STARTS:
        found = _BARE.match(text, begin, ceiling)
        if found is not None and found.end() >= end:
            return found.group() not in _LOOSE_BARE or text[end : end + 1] in _NOT_MANY
    return number_letters.is_letter(text, begin, end)


_BARE_STARTS = frozenset("百千万亿佰仟")
_NOT_MANY = frozenset("不别要注记莫勿")


def _behind(text: str, end: int, ceiling: int) -> tuple[int, Comparator]:
    character = text[end] if end < ceiling else ""
    if character == "+" and not text[end + 1 : end + 2].isdigit():
        return end + 1, "gt"
    if character in around.BETWEEN:
        if character != "来" or text[end - 1] in "十百千万":
            return end + 1, around.BETWEEN[character]
        return end, "eq"
    found = around.behind(text, end, ceiling)
    return (end, "eq") if found is None else found


def _sign(text: str, floor: int, begin: int) -> tuple[int, bool]:
    """Where the sign before `begin` stands, and whether there is one: -1.14, 负三, 零下40."""
    at = begin
    while at > floor and text[at - 1] == " ":
        at -= 1
    if at <= floor:
        return begin, False
    if text[at - 1] == "负":
        return at - 1, True
    if text.startswith("零下", at - 2) and at - 2 >= floor:
        return at - 2, True
    if text[at - 1] == "-":
        before = text[at - 2] if at - 2 >= floor else ""
        if (
            not before.isdigit()
            and before not in ("-", ")", "]")
            and not (before.isascii() and before.isalpha())
        ):
            return at - 1, True
    return begin, False


def _second(
    text: str, begin: int, first: _Part, ceiling: int
) -> tuple[Decimal, Decimal, int, str] | None:
    """The other end of a range that begins with `first`: both values, the end, the form."""
    joiner = _JOINERS.match(text, first.end, ceiling)
    if joiner is None:
        return None
    figure = _FIGURE.re.match(text, joiner.end(), ceiling)
    if figure is None:
        return None
    part = _part(text, figure.start(), figure.end(), ceiling)
    if part is None or part.high is not None:
        return None
    low, high = first.value, part.value
    if first.form != part.form:
        if first.form != "plain" or first.reading.scaled:
            return None
        if part.form == "percent" and part.reading.value != part.value:
            low = low * (part.value / part.reading.value)
    elif first.form == "plain" and not first.reading.scaled:
        low = _shared(low, part.reading)
    dashed = "-" in joiner.group()
    if low >= high or (dashed and not _is_dash_range(text, begin, first, part, ceiling)):
        return None
    return low, high, part.end, part.form


def _shared(low: Decimal, reading: numerals.Reading) -> Decimal:
    """The lower end in the units of the upper one, as far as that makes it the lower (30至50万)."""
    for coefficient, scale in reading.ladder:
        if low < coefficient:
            return low * scale
    return low


def _is_dash_range(text: str, begin: int, first: _Part, second: _Part, ceiling: int) -> bool:
    """Whether 3-5 is a span and no piece of a telephone or standard number."""
    left, right = text[begin : first.end], text[first.end + 1 : second.end]
    if any(len(side) > 1 and side[0] == "0" and side[1] != "." for side in (left, right)):
        return False
    if text[second.end : second.end + 1] == "-" or text[begin - 1 : begin] in ("-", "/", "."):
        return False
    return len(left) <= 8 and len(right.strip(" -")) <= 8
