"""Numbers in running text: one scan for figures, then what stands around each.

Around a figure may stand a sign, the other end of a range, comparators, 第. `numerals` knows what
a figure is worth, `number_forms` what percent signs and 分之 make of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from qextract.lexical import number_forms as forms
from qextract.lexical import number_letters, number_names, numerals, quantity_units
from qextract.lexical import number_words as around
from qextract.lexical.number_forms import FIGURE, Part
from qextract.mentions import Comparator, Number, NumberKind, Span
from qextract.rules import late

_SIGN = late("-|负|零[下上]")
_BARE = late(r"[百千万亿佰仟]++")
_JOINERS = late(r"(?:\(含\))? *+(?:至|到|[~～]{1,2}|[—–－-]{1,2})(?:(?<=-)(?!-)|(?<!-)) *+")
_LOOSE_BARE = frozenset(("百万", "千万", "百亿", "千亿", "万亿"))


def scan(
    text: str, regions: Sequence[Span], exclude: Sequence[Span] = (), *, spoken: bool = False
) -> list[Number]:
    """The numbers in `regions` of `text`, in text order; none inside the `exclude` spans (dates).

    spoken: words that amount to a number are worked in: 五打 is 60, 一个半 is 1.5; else they are
    left to stand as units.
    """
    out: list[Number] = []
    for start, end in _remaining(regions, exclude):
        _scan_region(text, start, end, out)
    if not spoken:
        return out
    whole = _WHOLE.get(text.strip()) if len(text) < _REMARK else None
    if whole is not None:
        start = len(text) - len(text.lstrip())
        return [
            Number(text.strip(), start, start + len(text.strip()), whole[0], None, "eq", whole[1])
        ]
    return [_with_words(text, number) for number in out]


# remarks that are nothing but such a word
_WHOLE: dict[str, tuple[Decimal, NumberKind]] = {
    "半": (Decimal("0.5"), "cardinal"),
    "半个": (Decimal("0.5"), "cardinal"),
    "个半": (Decimal("1.5"), "cardinal"),
    "半打": (Decimal(6), "cardinal"),
    "半折": (Decimal(50), "percentage"),
}
_REMARK = 8
_DOZEN = late(
    r" ?打(?![击造破开出工印响好赢卡车人电算包通动扮磨断乱底听闹气针官牌球白一上下进入成了着过])"
)
_AND_HALF = late(r"个半(?![一-鿿])")


def _with_words(text: str, number: Number) -> Number:
    """The number with 打 or 个半 behind it."""
    if number.kind != "cardinal" or number.value_max is not None:
        return number
    behind = text[number.end : number.end + 1]
    if behind == "个" and (half := _AND_HALF.match(text, number.end)) is not None:
        end, value = half.end(), number.value + Decimal("0.5")
    elif behind and behind in " 打" and (dozen := _DOZEN.match(text, number.end)) is not None:
        end, value = dozen.end(), number.value * 12
    else:
        return number
    return number._replace(text=text[number.start : end], end=end, value=value)


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
        position = max(position, begin + 1)
        left = text[begin - 1] if begin else ""
        right = text[position] if position < end else ""
        written = text[begin:position]
        if left in _LOUD_LEFT or right in _LOUD_RIGHT or number_names.is_loud(written):
            floor = position = _with_context(text, floor, begin, position, end, out)
            continue
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
    if text[begin] <= "9":
        beyond = number_names.behind(text, begin, end, floor, ceiling)
        if beyond is not None:
            return beyond
    part = forms.part(text, begin, end, ceiling)
    if part is None:
        return end
    number = _number(text, floor, begin, part, ceiling)
    if number is None:
        return part.end
    out.append(number)
    return number.end


_OPEN = frozenset(("", " ", "-", "负", "约", "(", ":", ","))
_SIGNS = frozenset("第-负下 ")
_VAGUE = frozenset("数几")
_SCALES = frozenset("十百千万亿")
_COUNTING = (
    frozenset("总人户次件函参系指位倍家基个张票岁份层字奇偶") | _VAGUE
)  # 总数千万: no 数千万
_LEADS = frozenset("上 ") | around.BEFORE_ENDS
_PASSED = frozenset("通经渡度路跨错想做见说来去")  # before 过: 通过, 经过
_JOINS = frozenset(" ~～至到—–-(、")
_FOLLOWS = frozenset(" +") | frozenset(around.BETWEEN) | around.BEHIND_STARTS
# what must be looked at left and right of a figure; beside anything else it stands for itself
_LOUD_LEFT = number_names.LOUD_LEFT | _SIGNS | _LEADS | _VAGUE | {"."}
_LOUD_RIGHT = number_names.LOUD_RIGHT | _JOINS | _FOLLOWS | frozenset(forms.FORMS) | {"."}


def _number(text: str, floor: int, begin: int, first: Part, ceiling: int) -> Number | None:
    value, high, end, form = first.value, first.high, first.end, first.form
    start, negative = begin, False
    left = text[start - 1] if start > floor else ""
    signed = left in _SIGNS
    if signed:
        start, negative = _sign(text, floor, begin)
        left = text[start - 1] if start > floor else ""
        value = -value if negative else value
    ranged = False
    if high is None and text[end : end + 1] in _JOINS:
        joined = text[end] == "、"
        second = (_apart if joined else _second)(text, begin, first, ceiling, negative)
        if second is not None:
            value, high, end, form = second
            ranged = True
    if value is not first.reading.value:
        value = numerals.trimmed(value)
        high = None if high is None else numerals.trimmed(high)
    if signed:
        ordinal = text.rfind("第", max(floor, start - 3), start)
        if ordinal >= 0 and not text[ordinal + 1 : start].strip():
            if text[begin] > "9" and number_letters.in_word(text, begin, first.end):
                return None
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
            if text[start - 2 : start - 1] == "千":
                return None  # 成千上万
            start, comparator = start - 1, "ge"
        elif left == "过" and text[start] in "百千万亿" and text[start - 2] not in _PASSED:
            start, comparator = start - 1, "gt"
    if left in _VAGUE and text[begin] in _SCALES:
        if text[start - 2 : start - 1] in _COUNTING:
            return None  # 总数百万
        return Number(text[start - 1 : end], start - 1, end, value, high, "approx", kind)
    plain = (
        comparator == "eq" and form == "plain" and text[begin] > "9" and not (ranged or negative)
    )
    if plain and _is_letter(text, begin, first.end, ceiling):
        return None
    return Number(text[start:end], start, end, value, high, comparator, kind)


def _is_letter(text: str, begin: int, end: int, ceiling: int) -> bool:
    """Whether the numeral is a letter of a word: 百 and 千万 without a digit, 四川, 一些."""
    if text[begin] in _BARE_STARTS:
        if end - begin == 2 and text[begin + 1] in "一二三四五六七八九":
            return number_letters.in_word(text, begin, end) or _is_surrounded(text, begin, end)
        found = _BARE.match(text, begin, ceiling)
        if found is not None and found.end() >= end:
            return found.group() not in _LOOSE_BARE or text[end : end + 1] in _NOT_MANY
    return number_letters.is_letter(text, begin, end, ceiling)


def _is_surrounded(text: str, begin: int, end: int) -> bool:
    """千三, 万二 are numbers by themselves and before a unit; 万三 within a sentence is a name."""
    if end >= len(text) or quantity_units.match(text, end, len(text)) is not None:
        return False
    return begin > 0 or text[end] not in ",。"


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


_RECORDS = frozenset("0123456789一二三四五六七八九十两胜担背肩自")


def _sign(text: str, floor: int, begin: int) -> tuple[int, bool]:
    """Where the sign before `begin` stands, and whether there is one: -1.14, 负三, 零下40."""
    at = begin
    while at > floor and text[at - 1] == " ":
        at -= 1
    if at <= floor:
        return begin, False
    if text[at - 1] == "负":
        if text[at - 2 : at - 1] in _RECORDS:
            return begin, False  # 5胜3负2平, 胜负
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
    if (
        first.form == "percent"
        and "分之" in text[begin : first.end]
        and _shares(text, part, ceiling)
    ):
        part = part._replace(form="percent")  # 百分之三十至五十
    if first.form != part.form:
        if first.form != "plain" or first.reading.scaled:
            return None
        if part.form == "percent" and part.reading.value != part.value:
            low = low * (part.value / part.reading.value)
    elif first.form == "plain" and not first.reading.scaled:
        low = _shared(low, part.reading)
    below = sign is not None and sign.group() != "零上"
    dashed = "-" in joiner.group()
    if dashed and (negative or below or not _is_dash_range(text, begin, first, part, ceiling)):
        return None
    low, high = -low if negative else low, -high if below else high
    return (low, high, part.end, part.form) if low < high else None


def _shares(text: str, part: Part, ceiling: int) -> bool:
    """Whether the upper end of a range of shares goes without 百分之."""
    bare = part.form == "plain" and not part.reading.scaled
    if not bare or part.end >= ceiling:
        return bare
    return quantity_units.match(text, part.end, ceiling) is None


_APART = late(r"、(?=[二两三四五六七八九])")
# 三、四年级, 一、二等奖: these are ranks
_RANKS = frozenset(
    [
        "年级",
        "级",
        "等",
        "届",
        "期",
        "月",
        "日",
        "号",
        "季度",
        "季",
        "审",
        "线",
        "环",
        "层",
        "楼",
        "版",
        "章",
        "节",
        "条",
        "款",
        "组",
        "类",
        "班",
        "类",
        "部",
        "段",
        "段",
    ]
)


def _apart(
    text: str, begin: int, first: Part, ceiling: int, negative: bool
) -> tuple[Decimal, Decimal, int, str] | None:
    """七、八个, 五、六十人: two neighbours with a comma between say about how many."""
    if negative or first.end - begin != 1 or first.form != "plain" or text[begin] <= "9":
        return None
    if text[begin - 1 : begin] in _NO_START or (begin == 0 and text[begin] == "一"):
        return None
    joiner = _APART.match(text, first.end, ceiling)
    figure = FIGURE.re.match(text, joiner.end(), ceiling) if joiner else None
    reading = numerals.read(figure.group()) if figure else None
    if figure is None or reading is None or reading.high is not None:
        return None
    head = numerals.DIGITS.get(figure.group()[0])
    if head != first.value + 1 or figure.end() >= ceiling or text[first.end + 2] == "点":
        return None
    low = _shared(first.value, reading)
    unit = quantity_units.match(text, figure.end(), ceiling)
    if (
        unit is None
        or unit.name in _RANKS
        or text[figure.end()] in "年月日届期级等"
        or low >= reading.value
    ):
        return None
    return low, reading.value, figure.end(), "plain"


_NO_START = frozenset("、第初高大周\n")


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
