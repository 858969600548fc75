"""Small Chinese numerals as dates write them."""

from __future__ import annotations

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "元": 1,
    "〇": 0,
    "○": 0,
    "0": 0,
    "两": 2,
    "仨": 3,
}
_TENS = {"十": 10, "百": 100, "千": 1000}

_SCORES = {"廿": 20, "卅": 30}


def small(text: str) -> int:
    """The value of 16, 十六, 廿一, 一百一十三 or, digit by digit, 二〇二四."""
    if text.isascii():
        return int(text)
    if text[0] in _SCORES:
        return _SCORES[text[0]] + small(text[1:] or "0")
    if not any(c in _TENS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = digit = 0
    for c in text:
        if c in _TENS:
            total += (digit or 1) * _TENS[c]
            digit = 0
        else:
            digit = _DIGITS[c]
    return total + digit
