"""Whether a number with a unit asserts an amount, or is part of a word, a slogan, a time, a rank."""

from __future__ import annotations

from functools import cache

from qextract import lexicon
from qextract.lexical import quantity_units
from qextract.lexical.quantity_units import Found
from qextract.mentions import Number
from qextract.rules import late

# 共一家, 仅罚则一条, 各一场: here 一 counts
_COUNTED_ONE = late(r"(?:共|仅|只|各|唯)(?:有|剩|[^,。;:!?、“”一]{0,3})$")
_TERM = late(r"(?:期限|察看|为期|历时|徒刑|缓刑|有效期|任期|管制|拘役|长达|工期|期)$")
_MEASURES = frozenset(
    {"mass", "length", "area", "volume", "money", "energy", "power", "data", "temperature", "speed"}
)
# measures that are colloquial words beside 一 (一块, 一方, 一度)
_LOOSE_MEASURES = frozenset(
    [
        "块",
        "角",
        "毛",
        "毫",
        "方",
        "度",
        "里",
        "两",
        "桶",
        "丈",
        "担",
        "克",
        "圆",
        "节",
        "坪",
        "码",
        "迈",
        "链",
        "钱",
        "石",
        "尺",
        "寸",
        "仙",
        "斗",
    ]
)
# 一块二, 一丈二尺, 一毛五分
_GOES_ON = late(r"[一二三四五六七八九1-9](?:[角毛分毫尺寸两钱米]|[^一-鿿A-Za-z0-9]|$)")
_FAMOUS = frozenset(("985", "211"))  # 985高校: what the universities are called by
_SESSION = late(r"(?:全体)?会议|全会|大会")
_SESSION_OF = late(r"届[^,。;:!?]{0,12}$")
_QUOTED = late(r"[^“”,。;:!?\n]{0,9}”")
_IN_QUOTES = late(r"“[^“”,。;:!?\n]{1,8}$")
# 12层1203室, 3栋2单元: parts of an address
_ADDRESS = frozenset(["栋", "幢", "层", "座", "组", "段"])
_RANKED = frozenset(["名", "位"])
_SPANS = frozenset(["小时", "天", "分钟", "刻钟"])
# 15分钟生活圈, 一小时交通圈: named after how long a way takes
_CIRCLE = late(
    r"(?:城市|都市|便民|生活|通勤|交通|经济|健身|医疗|养老|消费|服务|文化|阅读|出行|高铁|旅游|物流|救援|急救|社区|政务"
    r"|品质|幸福|充电|就业|学习|体育|运动|休闲|购物|到达|应急|上学|就医|办事){1,3}圈"
)
_HOTLINE = late(r"(?:服务|咨询|客服|预约|投诉|举报|值班|报警|救援|法律)?(?:热线|电话|客服)")
_PARTS = late(r"([1-9][0-9]?)/([1-9][0-9]?)")
_AFTER_CLOCK = frozenset(["分", "秒", "分钟", "刻"])
_CIPHERS = late(r"[一二三四五六七八九]{2}")  # 统一三个, not thirteen
_DIGITS_ONLY = late(r"[〇零一二三四五六七八九]{4}")
_HAN_ONE_TO_TEN = frozenset("一二两三四五六七八九十")


def has_scale(number: Number) -> bool:
    """Whether 万 or 亿 is written."""
    return "万" in number.text or "亿" in number.text


def is_arabic(number: Number) -> bool:
    """Whether the figure begins with an Arabic digit, comparators aside."""
    return any("0" <= character <= "9" for character in number.text)


def is_identifier(number: Number) -> bool:
    """Whether the digits are a code: a zero in front, or too many of them (007, 13800138000)."""
    first = number.text[0]
    if not "0" <= first <= "9":
        return number.value_max is None and _CIPHERS.fullmatch(number.text) is not None
    if first == "0" and len(number.text) > 1 and "0" <= number.text[1] <= "9":
        return True
    return number.value > 10**10 and number.text.isdigit()


def is_part(number: Number) -> bool:
    """Whether the number is a part of a whole: 三分之二, 一半, 1/3 (but not 24/7)."""
    written = number.text
    if "分之" in written or written[-1] == "半":
        return True
    found = _PARTS.search(written) if "/" in written else None
    return found is not None and int(found[1]) < int(found[2]) <= 20


_DIVIDED = frozenset({"volume", "mass", "length", "area", "money"})
_DIVIDED_SHORT = frozenset("升米吨斤元亩克")


def part_of(text: str, number: Number) -> Found | None:
    """The measure that a part is one of (三分之一升, 1/2元); `None` where it is a share."""
    at = number.end
    if number.text[-1] == "半" or at >= len(text) or text[at] in "的,。、;!?)是为以左":
        return None
    found = quantity_units.match(text, at, len(text))
    if found is None or found.dimension not in _DIVIDED:
        return None
    return found if len(found.name) > 1 or found.name in _DIVIDED_SHORT else None


def is_slogan(text: str, number: Number) -> bool:
    """Whether a number behind “ opens a short phrase (“两个维护”, “15分钟健身圈”)."""
    return _QUOTED.match(text, number.end) is not None


_TRADED = late(r"(?<![购售热畅拍专])[买卖]$")


def is_traded(text: str, start: int) -> bool:
    """Whether 超 at `start` belongs to 买超 or 卖超, what Taiwan calls net trade."""
    return _TRADED.search(text, max(0, start - 2), start) is not None


def counts(text: str, number: Number, found: Found) -> bool:
    """Whether number and unit assert an amount."""
    name, end = found.name, found.end
    if name in quantity_units.digits_only() and not is_arabic(number):
        return False
    before = text[number.start - 1] if number.start else ""
    after = text[end] if end < len(text) else ""
    if after == "级" or (after == "制" and found.dimension in ("duration", "count")):
        return False
    if after == "”" and _IN_QUOTES.search(text, max(0, number.start - 9), number.start):
        return number.comparator != "eq" or (is_arabic(number) and found.dimension != "count")
    check = _CHECKS.get(name)
    if check is not None and not check(text, number, found, before, after):
        return False
    superlative = number.text[0] == "最" and found.dimension in ("duration", "count")
    if number.text == "一" or (superlative and number.text[-1] == "一"):  # 最多一天达三万人
        return _counts_one(text, number, found)
    if name == "个" and text.startswith("一批", end):  # 五个一批
        return False
    return not (name == "个" and _is_heading(text, number, end))


def _is_heading(text: str, number: Number, end: int) -> bool:
    """两个维护, 四个方面: a small Chinese numeral and what slogans and headings are made of."""
    if number.text not in _HAN_ONE_TO_TEN or end >= len(text):
        return False
    return text.startswith(_slogan_nouns(), end)


@cache
def _slogan_nouns() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("slogan_nouns")))


_UP_TO = late(r"[至到][二三四五六七八九十0-9]{1,3}(?:个?月|年|天|日|周|小时)")
_COUNT_ONE = frozenset(("番", "倍", "岁", "周岁", "小时", "钟头", "分钟", "刻钟", "秒钟"))


def _counts_one(text: str, number: Number, found: Found) -> bool:
    """一 is a count with 共, 仅, 各 before it, in terms and in measures; else it says "a"."""
    floor = max(0, number.start - 6)
    if found.part == "半" or found.name in _COUNT_ONE or text.startswith("半", found.end):
        return True
    if found.dimension == "ratio":
        return True
    if found.dimension in _MEASURES:
        goes_on = found.name not in _LOOSE_MEASURES
        return goes_on or _GOES_ON.match(text, found.end) is not None
    if found.dimension == "duration":
        if _UP_TO.match(text, found.end):
            return True  # 获刑一年至八年不等
        return _TERM.search(text, floor, number.start) is not None
    return _COUNTED_ONE.search(text, floor, number.start) is not None


def _no_clock(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    return before not in ("时", "点") and not (before == "分" and found.name == "秒")


def _no_calendar_year(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    if number.value_max is None and len(number.text) == 4:
        year = number.text.isdigit() or _DIGITS_ONLY.fullmatch(number.text) is not None
        return not (year and 1000 <= number.value <= 2200)
    return True


_SPENT = late(
    r"(?:拘留|停[牌职业学产]|住院|连续|延[长期]|历时|长达|宽限|滞留|留观|隔离|公示|请假|休假|共|提前|推迟)[了为期约达]?$"
)


def _no_calendar_day(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    if number.value > 31 or number.comparator != "eq" or number.value != int(number.value):
        return True
    return (
        (before != "" and before in "期满每的")
        or _SPENT.search(text, max(0, number.start - 6), number.start) is not None
        or after == "内"
        or text.startswith("以内", found.end)
    )


def _no_point_of_time(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    return number.value > 24 or number.value != number.value.to_integral_value()


def _no_address(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    return not after.isdigit()


def _no_rank(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    return before != "前"


_ISSUED = frozenset("班次训座刊")  # 培训班九期


def _no_phase(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    return is_arabic(number) or before in _ISSUED


def _no_session(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    if _SESSION.match(text, found.end) is None:
        return True
    return _SESSION_OF.search(text, max(0, number.start - 14), number.start) is None


def _no_hotline(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    if before in ("×", "x", "X", "*"):  # 7×24小时
        return False
    return _HOTLINE.match(text, found.end) is None and _CIRCLE.match(text, found.end) is None


def _no_class(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    return before != "级" and text[max(0, number.start - 2) : number.start] not in _FORMS


_ROAD = late(r"(?:国道|省道|县道|高速|公路|[号线])[^,。;!?距离约]{0,4}$")


def _no_milestone(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    """国道1号196公里处 says where, not how far."""
    return after != "处" or _ROAD.search(text, max(0, number.start - 8), number.start) is None


_FORMS = frozenset(f"{school}{form}" for school in "高初" for form in "一二三")


def _doubled(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    return text.find("翻", max(0, number.start - 3), number.start) >= 0


def _no_clock_nor_circle(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    clock = _no_clock(text, number, found, before, after)
    return clock and _no_hotline(text, number, found, before, after)


_QUAKE_AHEAD = late(r"(?:里氏|震级|烈度)[约达为是至]{0,2}$")
_QUAKE_BEHIND = late(
    r"(?:左右|上下|以上)?(?:的)?(?:较?强)?(?:浅源|海底)?(?:地震|余震|强震)(?!应急|响应|灾)"
)


def _quake(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    """Grades count nothing (三级医院, 5级大风); the magnitude of an earthquake measures (6.2级地震)."""
    if _QUAKE_BEHIND.match(text, found.end):
        return True
    if number.value != int(number.value):
        return "点" in number.text or "." in number.text
    return _QUAKE_AHEAD.search(text, max(0, number.start - 6), number.start) is not None


_PLACE_OF_MILES = frozenset("墩河桥店庙堡坡铺屯营湾沟村镇乡街园庄坪界亭台牌岗塘洞沙墩埔")


def _no_place(text: str, number: Number, found: Found, before: str, after: str) -> bool:
    return is_arabic(number) or after not in _PLACE_OF_MILES  # 五里墩, 三里屯


_CHECKS = {
    "里": _no_place,
    "级": _quake,
    **dict.fromkeys(_ADDRESS, _no_address),
    **dict.fromkeys(_RANKED, _no_rank),
    **dict.fromkeys(_SPANS, _no_hotline),
    **dict.fromkeys(_AFTER_CLOCK, _no_clock),
    "分钟": _no_clock_nor_circle,
    "年": _no_calendar_year,
    "日": _no_calendar_day,
    "点": _no_point_of_time,
    "次": _no_session,
    "班": _no_class,
    "公里": _no_milestone,
    "番": _doubled,
    "期": _no_phase,
}


def counts_noun(text: str, number: Number, at: int) -> bool:
    """Whether the noun right behind is counted: 7部门, 三大体系, 12.7万贫困人口."""
    scaled = has_scale(number)
    if number.text in _FAMOUS:
        return False
    if scaled:
        bare = not any(c.isdigit() or c in "一二两三四五六七八九十" for c in number.text)
        return not bare or (number.comparator != "eq" and len(number.text.strip("余多约近")) > 1)
    if at != number.end or at >= len(text) or number.value_max is not None:
        return False
    arabic = is_arabic(number)
    if not (1 if arabic else 2) <= number.value <= 999 or number.value != int(number.value):
        return False
    return quantity_units.counted_noun(text, at, arabic=arabic)
