"""Digits that are no number: telephones, codes, grades, scores, list marks, names.

Everything here looks at Arabic digits that were found already, and says where to go on behind
what they are part of; `number_letters` does the same for Chinese numerals.
"""

from __future__ import annotations

import re
import string
from functools import cache

from qextract import lexicon
from qextract.lexical import quantity_money, quantity_units
from qextract.rules import late

_LETTERS = frozenset(string.ascii_letters)
_NAMED = frozenset("=/_+") | _LETTERS
# right behind digits these make an amount of them even after Latin letters (CPI3.2%, SCI12篇)
_AMOUNTS = frozenset("%家项个元吨人名件篇种")
# 010-65363056, 138-0013-8000, 2023-11-22, 2-1
_CHAIN = late(r"[0-9]++(?>(?:-{1,2}[0-9]++)+)(?:(?:转|-)[0-9]{1,6}+)?")
# 3:1, 15:30, 3比1, 21:19
_SCORE = late(
    r"[0-9]++(?>(?:\.[0-9]++)?)"
    r"(?>(?:[:：∶][0-9]++(?>(?:\.[0-9]++)?)(?!\.?[0-9]*+[%万亿])"
    r"|比[0-9]++(?![0-9.,]*+[%万亿家个项人名元成倍]))+)"
)
_HOTLINE = late(r"(?:123|95[0-9]|96[0-9])(?!00)[0-9]{2}(?![.,0-9万亿])")
_AREA = late(r"\(0[0-9]{2,3}\) ?$")
_SLASHED_DAY = late(r"[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|24/7(?![0-9])")
_GRADE = late(r"[GDKASCRBHTV](?![A-Za-z0-9%])")
_WORD = late(r"[A-Za-z0-9_.:/%&=?#-]*+")
_LED_BY = frozenset(string.ascii_uppercase)  # what the letter codes of currencies end in
_STOCK = late(r"\.[A-Z]{1,3}(?![A-Za-z])")
_TIMES = late(r"[x×*X]24")
# 12号, 1203室, 2型, 318国道, 12345热线: behind the digits
_BEHIND = late(
    r" ?(?:号(?![召称])|室(?![内外0-9一二三两]厅?)|型(?![号材])|楼(?![盘市宇房层梯])"
    r"|国道|省道|县道|乡道|高速|热线|报警|急救|火警|专线|信箱|邮箱|航班|次列车|次航班|路公交|路车|胎|孩政策"
    r"|线城市|码头|单元[0-9]|栋[0-9]|幢[0-9])"
)
_BEHIND_STARTS = frozenset("号室型楼国省县乡高热报急火专信邮航次路胎孩线码单栋幢")
# what says that a code follows: 电话, 邮编, 代码:
_CODE = late(
    r"(?:电话|热线|传真|手机|手机号|邮编|邮政编码|代码|编号|编码|号码|账号|帐号|账户|卡号|证号|身份证|学号|尾号|车牌|单号"
    r"|批号|序列号|许可证|备案号|拨打|致电|拨通|微信|短信|客服|总机|分机|号段|QQ|Tel|TEL|Fax|FAX|tel|双|波音|空客"
    r"|歼|轰|米格|伊尔|(?:运|直|强|教|苏|米|图|安)(?=-)|东风|红旗|鹰击|长剑|巨浪|霹雳|神舟|天舟|嫦娥|天问|天宫|风云|高分|长征|翼龙"
    r"|彩虹|攻击|无侦|新舟|鲲龙|京广线K)(?:号|号码)?(?:\([^()]{1,4}\))?[:：为是]? ?-?$"
)
_CODE_ENDS = frozenset(
    "话线真机号编码户证牌段打电通信服Qlx双音客歼运轰直强教苏米格图尔安风旗击剑浪雳舟娥问宫云分征龙虹侦L"
)
_CODE_SIGNS = frozenset(":为是) -") | _CODE_ENDS
_MODELS = frozenset("歼运轰直强教苏米格图尔安风旗击剑浪雳舟娥问宫云分征龙虹侦双")
_LISTED = late(r"[0-9]{1,2}(?:[、)]|\.(?![0-9]))(?![0-9])")
_LINE_STARTS = frozenset("\n。;!?")
_BRACKETS = {"〔": "〕", "[": "]", "【": "】", "(": ")"}
_STANDARD = late(r"[A-Z]{2,}(?:/[A-Z]+)?(?:[A-Z])? $")


def word_end(text: str, position: int, end: int) -> int:
    """Where the Latin word ends that goes on at `position`."""
    found = _WORD.match(text, position, end)
    return found.end() if found else position


def is_loud(written: str) -> bool:
    """Whether the digits by themselves call for a look at what stands around."""
    size = len(written)
    return (
        written[0] == "0"
        or size > 10
        or (size == 5 and written[0] in "19")
        or "·" in written
        or written in _names()
    )


LOUD_LEFT = frozenset("“(·台") | _NAMED | _CODE_SIGNS | frozenset(_BRACKETS) | frozenset("〕]")
LOUD_RIGHT = _LETTERS | _BEHIND_STARTS | frozenset("-:/比、).×* ")


def behind(text: str, begin: int, end: int, floor: int, ceiling: int) -> int | None:
    """Where to go on if the digits in text[begin:end] are no number; `None` if they are one."""
    before = text[begin - 1] if begin else ""
    after = text[end] if end < ceiling else ""
    led = before in _LED_BY or (before == " " and text[begin - 2 : begin - 1] in _LED_BY)
    if led and quantity_money.before(text, begin, floor) is not None:
        return None  # CNY3.14, HKD 3
    if _is_lettered(text, begin, end, before, after):
        return word_end(text, end, ceiling)
    if after == "-" or after == ":" or after == "比":
        chain = _chained(text, begin, ceiling, before)
        if chain is not None:
            return chain
    if after == "/":
        day = _SLASHED_DAY.match(text, begin, ceiling)
        if day is not None:
            return day.end()
    if after and after in "x×*X" and text[begin:end] == "7":
        week = _TIMES.match(text, end, ceiling)
        if week is not None:
            return week.end()
    if after in _LETTERS:
        stop = _graded(text, begin, end, ceiling, after)
        if stop is not None:
            return stop
    if _is_named(text, begin, end, before, after, ceiling):
        return end
    if before == "-" and text[begin - 2 : begin - 1] == "号":
        return end  # ICP备12345678号-1
    if (before == "·" and text[begin - 2 : begin - 1] in _LETTERS) or (
        before == "台" and after == "线"
    ):
        return end  # 京A·12345, 台9线
    if before == "“" and after == "”" and end - begin <= 4:
        return end  # the “618” sale, “2024”
    if before == "(" and text.startswith(")班", end):
        return end
    if end - begin == 5 and _HOTLINE.match(text, begin) and not _is_measured(text, end, ceiling):
        return end
    if (
        before == "-"
        and text[begin - 2 : begin - 1] in _LETTERS
        and text[begin - 3 : begin - 2].isdigit()
    ):
        return None  # 1.6m-3.9m
    if before == "-" and begin - 2 >= floor and text[begin - 2] in _LETTERS | _MODELS:
        named = text[begin - 2] in _LETTERS or (
            _is_free(text, begin, end, ceiling) and _is_coded(text, begin)
        )
        return end if named else None
    if before == " " and text[begin - 2 : begin - 1] in _LETTERS and text[end - 1] not in "万亿":
        return None if _is_measured(text, end, ceiling) else end  # Model 3
    if before == ")" and _AREA.search(text, max(0, begin - 8), begin):
        return end
    if before in _CODE_SIGNS and _is_free(text, begin, end, ceiling) and _is_coded(text, begin):
        return end
    if after and after in "、).":
        marker = _LISTED.match(text, begin, ceiling)
        if marker is not None and _opens_line(text, begin, before):
            return marker.end()
    return None


def _is_lettered(text: str, begin: int, end: int, before: str, after: str) -> bool:
    """Whether Latin letters or a chain of points make the digits part of a name (PM2.5, 3.1.2)."""
    if before in _NAMED:
        if before not in _LETTERS:
            return before != "+" or text[begin - 2 : begin - 1].isdigit()  # K128+300
        return text[end - 1] not in "万亿" and after not in _AMOUNTS
    if after == "." and text[end + 1 : end + 2].isdigit():
        return True
    return before == "." and begin > 1 and text[begin - 2].isalnum()


def _chained(text: str, begin: int, ceiling: int, before: str) -> int | None:
    """The end of a telephone, a date in figures, a score: what is no range."""
    score = _SCORE.match(text, begin, ceiling)
    if score is not None:
        return score.end()
    chain = _CHAIN.match(text, begin, ceiling)
    if chain is None:
        return None
    parts = re.findall("[0-9]+", chain.group())
    if len(parts) == 2 and "转" not in chain.group():
        left, right = parts
        low, high = int(left), int(right)
        sound = before not in ("-", "/", ".") and max(len(left), len(right)) <= 8
        whole = not (len(left) > 1 and left[0] == "0") and not (len(right) > 1 and right[0] == "0")
        tail = text[chain.end() : chain.end() + 1]
        if sound and whole and (low < high or tail in (",", ".", "万", "亿")):
            return None
        if tail == "%" or text[chain.end() : chain.end() + 2] == ".%":
            return None
    return chain.end()


def _graded(text: str, begin: int, end: int, ceiling: int, after: str) -> int | None:
    """The end of 5G, 4A级, 3D, 51job, 600519.SH; `None` where the letters are a unit."""
    if end - begin == 1 and _GRADE.match(text, end, ceiling):
        return end + 1
    if after in "eE" and text[end + 1 : end + 2] in "0123456789+-":
        return None
    if quantity_units.match(text, end, ceiling) is not None:
        return None
    stop = word_end(text, end, ceiling)
    if after in "kKwWMG" and stop == end + 1:
        return None
    return stop


def _is_named(text: str, begin: int, end: int, before: str, after: str, ceiling: int) -> bool:
    written = text[begin:end]
    if after in _BEHIND_STARTS or after == " ":
        found = _BEHIND.match(text, end, ceiling)
        if found is not None:
            return True
    if "·" in written and _DAY.fullmatch(written) and not _is_measured(text, end, ceiling):
        return True
    if written[0] == "0" and end - begin > 2 and written.isdigit():
        return True
    if end - begin >= 11 and written.isdigit() and not _is_measured(text, end, ceiling):
        return True
    closing = _BRACKETS.get(before)
    if closing is not None and after == closing:
        if before != "(":
            return text[end + 1 : end + 2].isdigit() or before == "〔"
        return end - begin == 6 or (end - begin == 4 and text[end + 1 : end + 2].isdigit())
    if before == "〕":
        return True
    if after == "." and _STOCK.match(text, end, ceiling):
        return True
    return any(text.startswith(name, end) for name in _names().get(written, ()))


def _is_measured(text: str, end: int, ceiling: int) -> bool:
    """Whether a unit or a scale follows: 7·4%, 3·15亿; but “3·15”晚会."""
    if end >= ceiling:
        return False
    return text[end] in "%‰万亿成倍" or quantity_units.match(text, end, ceiling) is not None


_DAY = late(r"1?[0-9]·[0-3]?[0-9]")


def _is_free(text: str, begin: int, end: int, ceiling: int) -> bool:
    """Whether the digits could be a code: whole, without a unit, short behind a model's name."""
    if not text[begin:end].isdigit() or (text[begin - 1] in _MODELS and end - begin > _MODEL):
        return False
    at = end + 1 if text[end : end + 1] == " " else end
    return text[at : at + 1] not in _MORE and not _is_measured(text, at, ceiling)


_MODEL = 3
_MORE = frozenset("余多几来")


def _is_coded(text: str, begin: int) -> bool:
    low = max(0, begin - 16)
    return (
        _CODE.search(text, low, begin) is not None or _STANDARD.search(text, low, begin) is not None
    )


def _opens_line(text: str, begin: int, before: str) -> bool:
    at = begin
    while at and text[at - 1] in " (":
        at -= 1
    return at == 0 or text[at - 1] in _LINE_STARTS


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """What may stand behind the digits to make a name of them (985高校, 58同城), by the digits."""
    groups: dict[str, list[str]] = {}
    for name in lexicon.words("number_names"):
        digits = re.match("[0-9]+", name)
        if digits:
            groups.setdefault(digits.group(), []).append(name[digits.end() :])
    return {digits: tuple(ends) for digits, ends in groups.items()}
