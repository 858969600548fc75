"""Numbers in running text: one scan for figures, then what stands around each.

Around a figure may stand a sign, the other end of a range, comparators, 第. `numerals` knows what
a figure is worth, `number_forms` what percent signs and 分之 make of it.
"""

from __future__ import annotations

import string
from collections.abc import Sequence
from decimal import Decimal

from qextract.lexical import number_forms as forms
from qextract.lexical import number_letters, numerals
from qextract.lexical import number_words as around
from qextract.lexical.number_forms import FIGURE, Part
from qextract.mentions import Comparator, Number, NumberKind, Span
from qextract.rules import late

_SIGN = late("-|负|零下")
_BARE = late(r"[百千万亿佰仟]++")
_JOINERS = late(r"(?:\(含\))? *+(?:至|到|[~～]|[—–－-]{1,2})(?:(?<=-)(?!-)|(?<!-)) *+")
_LOOSE_BARE = frozenset(("百万", "千万", "百亿", "千亿", "万亿"))


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
    search, read = FIGURE.re.search, numerals.read
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
    if text[begin] <= "9" and _is_identifier(text, begin, end):
        return _word_end(text, end, ceiling)
    part = forms.part(text, begin, end, ceiling)
    if part is None:
        return end
    number = _number(text, floor, begin, part, ceiling)
    if number is None:
        return part.end
    out.append(number)
    return number.end


_OPEN = frozenset(("", " ", "-", "负", "约", "(", ":", ","))
_WORD = late(r"[A-Za-z0-9_.:/%&=?-]*+")


def _word_end(text: str, position: int, end: int) -> int:
    found = _WORD.match(text, position, end)
    return found.end() if found else position


def _is_identifier(text: str, begin: int, end: int) -> bool:
    """Whether Latin letters or a chain of points make the digits part of a name (PM2.5, 3.1.2)."""
    before = text[begin - 1] if begin else ""
    if before in _NAMED:
        if before not in _LETTERS:
            return before != "+" or text[begin - 2 : begin - 1].isdigit()  # K128+300
        return text[end - 1] not in "万亿" and text[end : end + 1] not in _AMOUNTS
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit():
        return True
    return before == "." and begin > 1 and text[begin - 2].isalnum()


# right behind digits these make an amount of them even after Latin letters (CPI3.2%, SCI12篇)
_AMOUNTS = frozenset("%家项个元吨人名件篇种")
_LETTERS = frozenset(string.ascii_letters)
_NAMED = frozenset("=/_+") | _LETTERS
_SIGNS = frozenset("第-负下 ")
_VAGUE = frozenset("数几")
_SCALES = frozenset("十百千万亿")
_LEADS = frozenset("上 ") | around.BEFORE_ENDS
_PASSED = frozenset("通经渡度路跨错想做见说来去")  # before 过: 通过, 经过
_JOINS = frozenset(" ~～至到—–-(")
_FOLLOWS = frozenset(" +") | frozenset(around.BETWEEN) | around.BEHIND_STARTS
# what must be looked at left and right of a figure; beside anything else it stands for itself
_LOUD_LEFT = _NAMED | _SIGNS | _LEADS | _VAGUE | {"."}
_LOUD_RIGHT = _JOINS | _FOLLOWS | frozenset(forms.FORMS) | {"."}


def _number(text: str, floor: int, begin: int, first: Part, ceiling: int) -> Number | None:
    value, high, end, form = first.value, first.high, first.end, first.form
    start, negative = begin, False
    left = text[start - 1] if start > floor else ""
    signed = left in _SIGNS
    if signed:
        start, negative = _sign(text, floor, begin)
        left = text[start - 1] if start > floor else ""
        value = -value if negative else value
    if high is None and text[end : end + 1] in _JOINS:
        second = _second(text, begin, first, ceiling, negative)
        if second is not None:
            value, high, end, form = second
    if value is not first.reading.value:
        value = numerals.trimmed(value)
        high = None if high is None else numerals.trimmed(high)
    if signed:
        ordinal = text.rfind("第", max(floor, start - 3), start)
        if ordinal >= 0 and not text[ordinal + 1 : start].strip():
            return Number(text[ordinal:end], ordinal, end, value, high, "eq", "ordinal")
    kind: NumberKind = "percentage" if form in ("percent", "points") else "cardinal"
    comparator: Comparator = first.behind or "eq"
    if first.behind is None and text[end : end + 1] in _FOLLOWS:
        end, comparator = _behind(text, end, ceiling)
    if left in _LEADS:
        before = around.before(text, start, floor)
        if before is not None:
            start, comparator = before
        elif left == "上" and text[start] in "百千万亿":
            start, comparator = start - 1, "ge"
        elif left == "过" and text[start] in "百千万亿" and text[start - 2] not in _PASSED:
            start, comparator = start - 1, "gt"
    if left in _VAGUE and text[begin] in _SCALES:
        return None  # 数千万, 几十亿
    plain = comparator == "eq" and form == "plain" and text[begin] > "9"
    if plain and _is_letter(text, begin, first.end, ceiling):
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
    at = end
    while at < ceiling and text[at] == " ":
        at += 1
    character = text[at] if at < ceiling else ""
    if character == "+" and at == end and not text[end + 1 : end + 2].isdigit():
        return end + 1, "gt"
    if character in around.BETWEEN:
        if character != "来" or text[end - 1] in "十百千万":
            return at + 1, around.BETWEEN[character]
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
        before = text[at - 2] if at > 1 else ""
        if (
            not before.isdigit()
            and before not in ("-", ")", "]")
            and not (before.isascii() and before.isalpha())
        ):
            return at - 1, True
    return begin, False


def _second(
    text: str, begin: int, first: Part, ceiling: int, negative: bool
) -> tuple[Decimal, Decimal, int, str] | None:
    """The other end of a range that begins with `first`: both values, the end, the form."""
    joiner = _JOINERS.match(text, first.end, ceiling)
    if joiner is None:
        return None
    sign = _SIGN.match(text, joiner.end(), ceiling)
    figure = FIGURE.re.match(text, sign.end() if sign else joiner.end(), ceiling)
    if figure is None:
        return None
    part = forms.part(text, figure.start(), figure.end(), ceiling)
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
    if dashed and (negative or sign or not _is_dash_range(text, begin, first, part, ceiling)):
        return None
    low, high = -low if negative else low, -high if sign else high
    return (low, high, part.end, part.form) if low < high else None


def _shared(low: Decimal, reading: numerals.Reading) -> Decimal:
    """The lower end in the units of the upper one, as far as that makes it the lower (30至50万)."""
    for coefficient, scale in reading.ladder:
        if low < coefficient:
            return low * scale
    return low


def _is_dash_range(text: str, begin: int, first: Part, second: Part, ceiling: int) -> bool:
    """Whether 3-5 is a span and no piece of a telephone or standard number."""
    left, right = text[begin : first.end], text[first.end + 1 : second.end]
    if any(len(side) > 1 and side[0] == "0" and side[1] != "." for side in (left, right)):
        return False
    if text[second.end : second.end + 1] == "-" or text[begin - 1 : begin] in ("-", "/", "."):
        return False
    return len(left) <= 8 and len(right.strip(" -")) <= 8
