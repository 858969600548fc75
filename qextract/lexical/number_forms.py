"""Figures, and the forms that make something else of one: percent, fractions, 万 after 余.

A figure is digits and numerals (1.92万, 二千一百五十八, 2亿3,518万). `part` reads one with what is
tied to it behind: 75%, 七成五, 三分之二, 十余万, 15k.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from qextract.lexical import number_words as around
from qextract.lexical import numerals
from qextract.mentions import Comparator
from qextract.rules import Pattern, late

_DIGIT = "零〇○一二三四五六七八九壹贰叁柒捌玖"
_UNIT = "十百千万亿廿卅卌拾佰仟"
# 肆意, 队伍, 大陆, 参加, 收拾: numerals only beside other numerals
_SHY_DIGIT = "肆伍陆参"
_SHY = _SHY_DIGIT + "拾佰仟"
_FINANCIAL = "零〇壹贰叁肆伍陆柒捌玖"
_NUMERAL = _DIGIT + _UNIT + _SHY + "两兆"
# what makes a word of a shy one: 大陆百姓, 队伍十分, 收拾万, 人参十克; 十万参赛者, 三点陆续
_WORDS = (
    "大陆|内陆|登陆|着陆|上陆|水陆|海陆|队伍|退伍|入伍|落伍|收拾|捡拾|拣拾|掇拾|重拾|俯拾|夕拾"
    "|放肆|恣肆|酒肆|茶肆|食肆|书肆|市肆|党参|人参|海参|沙参|丹参|玄参|苦参|红参|洋参|丽参|内参"
)
_WORD_RIGHT = "加与赛展保选观训演考会军战照评谋事政议建续陆地上海良基空路意虐无取参"
_ARABIC_REST = (
    r"(?:[0-9]{0,2}+(?>(?:,[0-9]{3}(?![0-9]))+)"
    r"|[0-9]{0,2}+(?>(?: [0-9]{3}(?![0-9]))+)"
    r"|[0-9]*+)(?:[.·][0-9]++)?"
)
# 千 opens a unit in 3.86千米, 120千瓦, 12千公顷; 三千米 is three thousand metres all the same
_THOUSAND = r"千(?![克瓦卡伏帕赫焦米]|比特|公顷|字节)(?!(?<=[0-9]千)[牛安欧字])|千(?<=[一二三四五六七八九两]千)(?=米)"
# 3兆瓦, 100兆赫 and 200兆宽带 measure; 3兆元, 4兆8,530亿 and 1.2兆韩元 count
_TRILLION = rf"兆(?=[{_DIGIT}{_SHY_DIGIT}元美日韩港台新欧英人]| ?[0-9]|$)(?!日本)"
# the first character is read already: what must stand around it
_SHY_START = (
    rf"(?:(?<=[投收注转流]入[伍陆])|(?=[{_SHY}{_FINANCIAL}元圆]|点[{_SHY_DIGIT}{_FINANCIAL}])|(?<!{_WORDS}))(?:(?<=[{_SHY_DIGIT}])"
    rf"(?= ?(?:[拾佰仟万亿]|[十百千](?![川合姓货灵岁草兽科花卉般步山里佛岛]))|兆[{_DIGIT}{_SHY_DIGIT}元]|[{_FINANCIAL}{_SHY_DIGIT}]|[元圆角折]|(?<!参)[个件项吨亩]|(?<=[刑役制限期年].)个?[年月]|分(?:之|$|[,。])| 分 ?之"
    rf"| ?点 ?[{_DIGIT}{_SHY_DIGIT}]| *个 *[百佰] *分)"
    rf"|(?<=拾)(?= ?[万亿]|[壹贰叁{_SHY_DIGIT}柒捌玖元圆余多]| [余多几]|点[{_FINANCIAL}]"
    r"|[一二三四五六七八九](?:[万亿千百元]|$))"
    rf"|(?<=[佰仟])(?= ?分 ?之|[{_SHY}{_FINANCIAL}元圆万亿]))"
    r"|(?<=[肆伍陆拾])(?<![\s\S]{2})(?![\s\S])|(?<=第拾)"
)
_NEXT = (
    rf"[{_DIGIT}十万亿廿卅卌]"
    r"|百(?! ?分点|(?<=[0-9]百)帕)"
    rf"|{_THOUSAND}"
    r"|两(?=[百千万亿佰仟])|(?<=一)两(?=[个天年次名家件项位人月])"
    rf"|[{_SHY_DIGIT}](?:(?=[拾佰仟十百千万亿圆元角整])|(?<=[{_FINANCIAL}{_UNIT}].)(?![{_WORD_RIGHT}]))"
    rf"|[拾佰](?<=[{_DIGIT}{_SHY_DIGIT}两0-9].)|仟(?<=[{_DIGIT}{_SHY_DIGIT}两0-9].)(?![瓦伏克帕赫])|{_TRILLION}"
)
_DOTTED = rf"(?<=[{_DIGIT}{_UNIT}])\.[{_DIGIT}]++(?=[%‰]|[百千]?[万亿]|个?百分|元|倍|公[里尺分顷斤吨]|平方|厘米|毫米|吨|亩|度|级|成|美|欧|日圆|新)"
_POINTED = (
    rf"(?<=[{_DIGIT}{_UNIT}{_SHY_DIGIT}两]) ?点 ?"
    rf"(?:[{_DIGIT}]++|[肆伍陆](?=[{_DIGIT}肆伍陆折成万亿元圆%]|(?! ?[一-鿿])))"
    rf"(?>(?:[{_DIGIT}肆伍陆]| (?=[{_DIGIT}](?![^ 元])))*)(?![十百千刻线])"
)
_ANY_DIGIT = f"[{_DIGIT}{_SHY_DIGIT}]"
_UNIT_NEXT = f"(?:(?=[{_UNIT}])(?![拾佰仟])|[拾佰仟])"
_DIGIT_NEXT = rf"(?:{_ANY_DIGIT}(?=(?: ?[{_UNIT}]| *+(?![^又]))))"
FIGURE = Pattern(
    "number.figure",
    "digits and numerals of one number",
    rf"[0-9{_NUMERAL}对半](?:(?<=[0-9])(?: [1-9](?= ?折)(?<![0-9.,]...)|{_ARABIC_REST})"
    rf"|(?<=[{_DIGIT}十百千万亿廿卅卌两])"
    rf"(?!(?<=零)[下上]|(?<=[0-9{_DIGIT}{_UNIT}]两))"
    rf"|{_SHY_START}|(?<=打对)(?=折)|(?<=打了对)(?=折)|(?<=半)(?=成(?![品员功型本形长])))"
    rf"(?>(?:{_NEXT}|{_POINTED}|{_DOTTED}"
    rf"|(?<=[十百千万亿零拾佰仟兆])[0-9]{_ARABIC_REST}"
    rf"|(?<=[万亿兆千] )[0-9]{_ARABIC_REST}(?= ?[万千百亿])"
    rf"|(?<=[0-9]) {{1,2}}(?=[百千]?[万亿](?![{_DIGIT}]))|(?<=[万千] [0-9]) (?=[千百](?![克瓦米]))"
    rf"|(?<=[亿兆]) (?=[0-9][0-9,]{{0,4}} ?[万亿])|(?<=[万千]) (?=[0-9] ?[千百](?![克瓦米]))"
    rf"|(?<=[{_DIGIT}{_SHY_DIGIT}两]) {{1,2}}{_UNIT_NEXT}"
    rf"|(?<=[{_UNIT}]) {{1,2}}(?:{_DIGIT_NEXT}|零(?= ?{_ANY_DIGIT})"
    rf"|{_UNIT_NEXT})|(?<=零) {{1,2}}{_ANY_DIGIT}"
    r")*)",
    examples={
        "共有2,158项": "2,158",
        "逾1 200公里": "1 200",
        "二千一百五十八名": "二千一百五十八",
        "投资2亿3,518万元": "2亿3,518万",
        "七百五十四点三亿元": "七百五十四点三亿",
        "长3.86千米": "3.86",
        "重三十两": "三十",
        "预算1,200仟元": "1,200仟",
        "预算4兆8,530亿元": "4兆8,530亿",
        "计伍拾陆万元": "伍拾陆万",
        "打对折": "对",
        "十万参赛者": "十万",
    },
    rejects=("参加队伍", "大陆", "兆瓦", "登陆"),
)
# Hong Kong and Macau say 三分一, 三份二 for 三分之一, 三分之二
_OF = late(
    r" *+[分份] *+(?:(?<!份)之|(?<=[二三四五六七八十]分)(?=[一二两三](?![十百千万个名点秒钟])(?<=.[一二两三]))"
    r"|(?<=[二三四五六七八十]份)(?=[一二三四](?![一-鿿])|[一二三四]的)) *+(负? *+)"
)
# 3.5个亿, but 三个亿级产业
_HUNDRED_MILLIONS = late(r" *+个亿(?![万级]|吨级|元级|元产|级)")
_POINTS = late(r" *+个? *+百 *+分 *+点")
_TENTHS = late(
    rf" *+成(?![立员功果交都本型])(?: ?(半|[{_DIGIT}](?![{_UNIT}{_DIGIT}])|[1-9](?![0-9.,{_UNIT}])))?"
)
_SAID_PERCENT = late(r" *+(?:趴(?![在下着倒窝伏地])|巴仙)")
_DISCOUNT = late(r" *+折(?![合扣叠旧算返射腾屏])(?<!一波三折)")
_SLASHED = late(r"/([1-9][0-9]*+)(?![/.0-9A-Za-z-])")
_LATIN_SCALE = late(r" *+([kKwWMG])(?![A-Za-z0-9])")
_POWER = late(
    r" ?[×xX*] ?10(?:(?:\^|\*\*)\(?([-−]?[0-9]{1,2})\)?|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?![0-9])"
)
_RAISES = late(r"\^(-?[0-9]{1,2})(?![0-9.])")
_EXPONENT = late(r"[eE]([+-]?[0-9]{1,2})(?![0-9A-Za-z])")
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
_MORE_SCALE = late(r" *+([多余几来]) *+([百千]?[万亿]++|[百千](?![克瓦米]))")


class Part(NamedTuple):
    """One end of a range: what it is worth, before it shares anything with the other."""

    value: Decimal
    high: Decimal | None
    end: int
    form: str
    reading: numerals.Reading
    behind: Comparator | None


def part(text: str, begin: int, end: int, ceiling: int) -> Part | None:
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
    form = FORMS.get(character)
    if form is not None:
        made = form(text, begin, end, ceiling, reading)
        if made is not None:
            return made
    return Part(value, high, end, "plain", reading, None)


def _percent(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    sign = text.find("%", end, ceiling)
    return Part(r.value, r.high, sign + 1, "percent", r, None)


def _permille(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    return Part(r.value / 10, None, text.find("‰", end, ceiling) + 1, "percent", r, None)


def _tenths(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    found = _TENTHS.match(text, end, ceiling)
    if found is None or r.scaled or r.value > 10:
        return None
    if text.startswith("一成不变", begin):
        return None
    rest = found[1]
    if rest and rest.isascii():
        extra = int(rest)  # 8成2
    else:
        extra = 5 if rest == "半" else numerals.DIGITS[rest] if rest else 0
    high = None if r.high is None else r.high * 10
    return Part(r.value * 10 + extra, high, found.end(), "percent", r, None)


def _discount(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    found = _DISCOUNT.match(text, end, ceiling)
    if found is None or r.scaled or r.value >= 100:
        return None
    value = r.value
    if r.high is not None:
        value = r.value * 10 + r.high % 10
    return Part(value if value >= 10 else value * 10, None, found.end(), "percent", r, None)


def _points(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    found = _HUNDRED_MILLIONS.match(text, end, ceiling)
    if found is not None and not (r.scaled and "亿" in text[begin:end]):
        high = None if r.high is None else r.high * numerals.BIG["亿"]
        scaled = r._replace(scaled=True)
        return Part(r.value * numerals.BIG["亿"], high, found.end(), "plain", scaled, None)
    found = _POINTS.match(text, end, ceiling)
    return Part(r.value, r.high, found.end(), "points", r, None) if found else None


def _fraction(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    """三分之二, 百分之五, 千分之三, 16分之5: the figure read is what stands under the line."""
    found = _OF.match(text, end, ceiling)
    if found is None or not r.value:
        return None
    over = FIGURE.re.match(text, found.end(), ceiling)
    stop = over.end() if over else found.end() + 1  # 百分之伍
    upper = numerals.read(text[found.end() : stop].strip())
    if upper is None:
        return None
    bare = text[begin:end].replace(" ", "")
    value, high = upper.value, upper.high
    if bare in _PARTS:
        share = _PARTS[bare]
        value = value * share
        high = None if high is None else high * share
        latin = _LATIN_SCALE.match(text, stop, ceiling)
        if latin is not None:
            value, stop = value * numerals.LATIN_SCALES[latin[1]], latin.end()
        value = -value if "负" in found[1] else value
        return Part(value, high, stop, "percent", r, None)
    value = value / r.value
    return Part(-value if "负" in found[1] else value, None, stop, "fraction", r, None)


_PARTS = {
    **dict.fromkeys(("百", "佰"), Decimal(1)),
    **dict.fromkeys(("千", "仟"), Decimal("0.1")),
    "万": Decimal("0.01"),
    "万万": Decimal("0.000001"),
}


def _slashed(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    found = _SLASHED.match(text, end, ceiling)
    if found is None or not text[begin:end].isdigit():
        return None
    return Part(r.value / Decimal(found[1]), None, found.end(), "fraction", r, None)


def _and_part(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    """三百五十又三分之一."""
    at = text.find("又", end, ceiling) + 1
    while at < ceiling and text[at] == " ":
        at += 1
    below = FIGURE.re.match(text, at, ceiling)
    under = numerals.read(below.group()) if below else None
    if below is None or under is None:
        return None
    slashed = text[below.end() : below.end() + 1] == "/"
    made = (_slashed if slashed else _fraction)(text, below.start(), below.end(), ceiling, under)
    if not made:
        return None
    extra = made.value / 100 if made.form == "percent" else made.value
    return Part(r.value + extra, None, made.end, "fraction", r, None)


def _more(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    """十余万, 1200多万, 二十几亿: the word stands before the scale."""
    found = _MORE_SCALE.match(text, end, ceiling)
    if found is None:
        if text[end : end + 1] == "几" and text[end - 1] == "十":
            return Part(r.value, None, end + 1, "plain", r, "gt")
        return None
    scale = 1
    for unit in found[2]:
        scale *= numerals.UNITS[unit]
    high = None if r.high is None else r.high * scale
    scaled = r._replace(scaled=True)
    value, above = r.value, text.rfind("亿", begin, end)
    if above >= 0 and "亿" not in found[2]:  # 1亿7千余万: what stands above 亿 is whole already
        rest = value % numerals.UNITS["亿"]
        return Part(value - rest + rest * scale, None, found.end(), "plain", scaled, "gt")
    return Part(value * scale, high, found.end(), "plain", scaled, around.BETWEEN[found[1]])


def _spoken(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    """Percent as Taiwan (5趴) and Malaysia (3巴仙) say it."""
    found = _SAID_PERCENT.match(text, end, ceiling)
    return Part(r.value, r.high, found.end(), "percent", r, None) if found else None


def _half(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    if text[begin:end] != "一" or text[end : end + 1] != "半":
        return None
    return Part(Decimal("0.5"), None, end + 1, "fraction", r, None)


def _scientific(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    """1.2×10^5, 3*10**6, 1.5e-3, 2^10."""
    raised = _RAISES.match(text, end, ceiling)
    if raised is not None and r.value and text[end - 1] <= "9":
        value = r.value ** int(raised[1])
        return Part(value, None, raised.end(), "plain", r._replace(scaled=True), None)
    found = _POWER.match(text, end, ceiling) or _EXPONENT.match(text, end, ceiling)
    if found is None or r.scaled or text[end - 1] > "9":
        return None
    exponent = next(group for group in found.groups() if group)
    value = r.value.scaleb(int(exponent.translate(_RAISED)))
    return Part(value, None, found.end(), "plain", r._replace(scaled=True), None)


def _latin(text: str, begin: int, end: int, ceiling: int, r: numerals.Reading) -> Part | None:
    """15k, 30w, 1.04M: the scale of loose style; one digit before it is a grade (5G, 4K)."""
    after = text[end + 1 : end + 2]
    if (after.isascii() and after.isalnum()) or end - begin < 2 or text[end] == " ":
        return None
    if text[end] == "W" and after not in _AFTER_TEN_THOUSAND:
        return None  # 500W is watts
    if text[end] == "G" and "." not in text[begin:end] and text[begin - 1 : begin] != ".":
        return None
    scale = numerals.LATIN_SCALES[text[end]]
    return Part(r.value * scale, None, end + 1, "plain", r._replace(scaled=True), None)


_AFTER_TEN_THOUSAND = frozenset("+人元次粉多余")


Form = Callable[[str, int, int, int, numerals.Reading], Part | None]
FORMS: dict[str, Form] = {
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
    **dict.fromkeys("趴巴", _spoken),
    **dict.fromkeys("多余几来", _more),
    **dict.fromkeys("×xX*^eE", _scientific),
    "份": _fraction,
    **dict.fromkeys(numerals.LATIN_SCALES, _latin),
}
