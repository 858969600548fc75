"""What a written number is worth: Arabic, Chinese, financial, mixed; and Chinese for a number.

The alphabet is that of normal form: simplified characters, half-width digits.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from qextract.rules import late

DIGITS: dict[str, int] = {
    **{c: n for n, c in enumerate("零一二三四五六七八九")},
    **{c: n for n, c in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "○": 0,
    "两": 2,
    "参": 3,
    "弌": 1,
    "弍": 2,
    "弎": 3,
}
TENS: dict[str, int] = {"廿": 2, "卅": 3, "卌": 4}
SMALL: dict[str, int] = {
    "十": 10,
    "拾": 10,
    "百": 100,
    "佰": 100,
    "千": 1000,
    "仟": 1000,
}
BIG: dict[str, int] = {"万": 10**4, "亿": 10**8, "兆": 10**12}
UNITS: dict[str, int] = {**SMALL, **BIG}
LATIN_SCALES: dict[str, int] = {"k": 10**3, "K": 10**3, "w": 10**4, "W": 10**4, "M": 10**6}
LATIN_SCALES["G"] = 10**9

# the ciphers that a numeral in running text is made of, without the old ones
HAN_DIGITS = "零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖参"

LONGEST = 64  # characters; what is longer is no number that a person wrote

_ZEROS = frozenset("零〇○")
# two neighbours read as a span: 三四百 is 300 to 400; 两三 and 三五 are the only other habits
_HABITS = frozenset({(3, 5)})

Token = tuple[Literal["arabic", "digit", "zero", "small", "big", "point"], Decimal | int]


class Reading(NamedTuple):
    """A written number: its value, its upper end where two neighbours stand together (三四百).

    scaled: 万 or 亿 (or more) is written. ladder: (coefficient, scale) pairs in which its last
    units can be shared with a number to the left (30至50万), the longest scale first.
    """

    value: Decimal
    high: Decimal | None
    scaled: bool
    ladder: tuple[tuple[Decimal, int], ...]


def _tokens(text: str) -> list[Token] | None:
    out: list[Token] = []
    position, length = 0, len(text)
    while position < length:
        character = text[position]
        if character in " ,":
            position += 1
        elif (arabic := _ARABIC.match(text, position)) is not None:
            written = arabic.group().replace(",", "").replace(" ", "").replace("·", ".")
            if len(written) > 1 and written[0] == "0" and written.isdigit():
                out.append(("zero", 0))  # 3万05 is 30005, not 3万5
            out.append(("arabic", Decimal(written)))
            position = arabic.end()
        elif character in DIGITS:
            out.append(("zero" if character in _ZEROS else "digit", DIGITS[character]))
            position += 1
        elif character in TENS:
            out += [("digit", TENS[character]), ("small", 10)]
            position += 1
        elif character in SMALL:
            out.append(("small", SMALL[character]))
            position += 1
        elif character in BIG:
            out.append(("big", BIG[character]))
            position += 1
        elif character == "点" or (character == "." and out):
            out.append(("point", 0))
            position += 1
        else:
            return None
    return out


_ARABIC = late(
    r"[1-9] [1-9](?![0-9, .])|[0-9]++(?>(?:[, ][0-9]{3}(?![0-9]))*)(?:[.·][0-9]++)?|\.[0-9]++"
)


def _total(tokens: list[Token]) -> Decimal | None:
    """The value of digits and units; `None` for what is no number (digits side by side, 百千)."""
    result: Decimal | int = 0
    section: Decimal | int = 0
    pending: Decimal | int | None = None
    pending_is_digit = False
    last = last_big = smallest = 0
    open_gap = True
    for kind, amount in tokens:
        if kind == "digit" or kind == "arabic":
            if pending is not None:
                return None
            pending, pending_is_digit = amount, kind == "digit" or (amount < 10 and last >= 1000)
        elif kind == "zero":
            if pending is not None:
                return None
            open_gap, last = True, 0
        elif kind == "small":
            if (pending is None and not open_gap) or 0 < smallest <= amount:
                return None
            smallest = int(amount)
            section += amount if pending is None else pending * amount
            pending, last, open_gap = None, int(amount), False
        else:
            section += pending or 0
            smallest = 0
            if not section and pending is None:
                result = result * amount if result else amount
            elif amount > last_big:
                result = (result + section) * amount
            else:
                result += section * amount
            section, pending, last, open_gap = 0, None, int(amount), True
            last_big = int(amount)
    if pending is not None:
        # 两千四百五 is 2450, 一万三 is 13000: a last lone digit counts in tenths of the unit before
        shorthand = pending_is_digit and last > 10 and pending == int(pending)
        section += pending * last // 10 if shorthand else pending
    return Decimal(result + section)


def _with_point(tokens: list[Token]) -> Decimal | None:
    """The value of tokens that hold one 点."""
    at = next(n for n, (kind, _) in enumerate(tokens) if kind == "point")
    whole = _plain(tokens[:at]) if at else None
    rest = tokens[at + 1 :]
    figures = 0
    while figures < len(rest) and rest[figures][0] in ("digit", "zero", "arabic"):
        figures += 1
    if whole is None or not figures:
        return None
    fraction = "".join(str(amount) for _, amount in rest[:figures])
    value = Decimal(f"{int(whole)}.{fraction}")
    return _total([("arabic", value), *rest[figures:]]) if rest[figures:] else value


def _plain(tokens: list[Token]) -> Decimal | None:
    """The value of tokens without 点: all digits in a row are positional (二〇二四)."""
    if len(tokens) > 1 and all(kind in ("digit", "zero") for kind, _ in tokens):
        return Decimal("".join(str(amount) for _, amount in tokens))
    if len(tokens) == 1 and tokens[0][0] in ("zero", "arabic"):
        return Decimal(tokens[0][1])
    return _total(tokens)


def _neighbours(tokens: list[Token]) -> tuple[Decimal, Decimal] | None:
    """The ends of 三四百, 十五六, 七八, 三五: two digits side by side, once."""
    pairs = [
        n for n in range(len(tokens) - 1) if tokens[n][0] == "digit" and tokens[n + 1][0] == "digit"
    ]
    if len(pairs) != 1:
        return None
    at = pairs[0]
    first, second = int(tokens[at][1]), int(tokens[at + 1][1])
    if second != first + 1 and (first, second) not in _HABITS:
        return None
    if len(tokens) > 2 and all(kind in ("digit", "zero") for kind, _ in tokens):
        return None
    low = _total(tokens[: at + 1] + tokens[at + 2 :])
    high = _total(tokens[:at] + tokens[at + 1 :])
    return (low, high) if low is not None and high is not None else None


def _ciphers(tokens: list[Token]) -> list[Token]:
    """Digits written one by one before 万 and 亿 as one figure: 六三六亿, 二三五〇万.

    Two neighbours (七八万) and the habits (三五亿) stay, they say about how many.
    """
    kinds = "".join(kind[0] for kind, _ in tokens)  # digit, zero, small, big, point, arabic
    out: list[Token] = []
    at = 0
    for run in _RUNS.finditer(kinds):
        start, end = run.span()
        figures = [int(amount) for _, amount in tokens[start:end]]
        pair = end - start == 2 and 0 < figures[0] < figures[1]
        if pair and (figures[1] == figures[0] + 1 or tuple(figures) in _HABITS):
            continue
        out += tokens[at:start]
        out.append(("arabic", Decimal("".join(map(str, figures)))))
        at = end
    return out + tokens[at:] if at else tokens


# d and z stand for a digit and a zero, b for 万 and 亿
_RUNS = late(r"(?<![dzspa])d[dz]++(?=b)|(?<=b)d[dz]{3}(?![dzsbp])")


def _ladder(tokens: list[Token]) -> tuple[tuple[Decimal, int], ...]:
    steps: list[tuple[Decimal, int]] = []
    scale, cut = 1, len(tokens)
    scales = [(cut, scale)]
    while cut > 1 and tokens[cut - 1][0] in ("small", "big"):
        cut -= 1
        scale *= int(tokens[cut][1])
        scales.append((cut, scale))
    for cut, scale in reversed(scales[1:]):
        if cut > 1 and tokens[cut][0] == "small":
            continue  # 一百五十万 is no 一百五 of 十万
        head = _with_point(tokens[:cut]) if ("point", 0) in tokens[:cut] else _plain(tokens[:cut])
        if head is not None:
            steps.append((head, scale))
    return tuple(steps)


# 打对折, 半成: words that stand for a figure
_WORDS = {"对": Decimal(5), "半": Decimal("0.5")}


@lru_cache(maxsize=8192)
def read(text: str) -> Reading | None:
    """Read digits, numerals, units, commas, spaces and 点; `None` where they make no number."""
    if len(text) > LONGEST:
        return None
    if text in _WORDS:
        return Reading(_WORDS[text], None, False, ())
    tokens = _tokens(text)
    if not tokens:
        return None
    if len(tokens) > 2:
        tokens = _ciphers(tokens)
    ladder = _ladder(tokens)
    scaled = any(kind == "big" for kind, _ in tokens)
    pair = None if ("point", 0) in tokens else _neighbours(tokens)
    if pair is not None:
        return Reading(pair[0], pair[1], scaled, ladder)
    pointed = sum(kind == "point" for kind, _ in tokens)
    if pointed > 1:
        return None
    value = _with_point(tokens) if pointed else _plain(tokens)
    if value is None:
        return None
    return Reading(trimmed(value), None, scaled, ladder)


def trimmed(value: Decimal) -> Decimal:
    """The same value without a needless fraction: 49 for 49.0, 1280.5 for 1280.50."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def to_decimal(text: str) -> Decimal:
    """The exact value of a written number (`2亿3,518万`, `二千一百五十八`, `-1.5`, `负三`).

    Raises ValueError where `text` is no single number.
    """
    bare = text.strip()
    negative = bare[:1] in ("-", "负")
    reading = read(bare[1:].strip() if negative else bare)
    if reading is None or reading.high is not None:
        raise ValueError(f"not a number: {text!r}")
    return -reading.value if negative else reading.value


_STYLES = {
    "plain": ("零一二三四五六七八九", "十百千"),
    "financial": ("零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
}


def in_chinese(number: Decimal | int, *, style: str = "plain") -> str:
    """Chinese for a number: `plain` (二千零五), `financial` (贰仟零伍) or `positional` (二〇〇五).

    Raises ValueError for an unknown style or a number from 10¹⁶ up.
    """
    amount = Decimal(number)
    sign = "负" if amount < 0 else ""
    whole, _, fraction = f"{abs(amount):f}".partition(".")
    if style == "positional":
        digits = str.maketrans("0123456789", "〇一二三四五六七八九")
        return (
            sign + whole.translate(digits) + ("点" + fraction.translate(digits) if fraction else "")
        )
    if style not in _STYLES:
        raise ValueError(f"unknown style {style!r}; known: plain, financial, positional")
    digits_of, units_of = _STYLES[style]
    if len(whole) > 16:
        raise ValueError(f"too large for Chinese units: {number}")
    text = _in_units(int(whole), digits_of, units_of)
    if style == "plain" and text.startswith("一十"):
        text = text[1:]
    if fraction:
        text += "点" + fraction.translate(str.maketrans("0123456789", digits_of))
    return sign + text


def _in_units(number: int, digits: str, units: str) -> str:
    if number < 10:
        return digits[number]
    for size, name in (
        (10**8, "亿"),
        (10**4, "万"),
        (1000, units[2]),
        (100, units[1]),
        (10, units[0]),
    ):
        if number >= size:
            high, low = divmod(number, size)
            text = _in_units(high, digits, units) + name
            if low:
                gap = digits[0] if low < size // 10 else ""
                text += gap + _in_units(low, digits, units)
            return text
    raise AssertionError("every number from ten up has a unit")
