"""Which quantities assert something, and which are slogans, idioms, editions and the like."""

from __future__ import annotations

from functools import cache

from qextract import lexicon
from qextract.mentions import Quantity
from qextract.rules import Pattern, late

# Units that number, name or grade a thing instead of counting it.
_NO_UNITS = frozenset(
    (
        "届",
        "周年",
        "号",
        "楼",
        "路",
        "版",
        "代",
        "时",
        "强",
        "步",
        "角",
        "维",
        "体",
    )
)
# What NAMED_AFTER may begin with.
_NAMED_HEADS = frozenset("级全-—ABCDEFGHIJKLMNOPQRSTUVWXYZ号连周大男女自蛙蝶仰混短长跑跨栏接步手决")
_AGES = frozenset(("岁", "周岁"))
_PAIRS = frozenset(("国", "岸", "地", "会", "院", "极", "端", "翼", "委", "边", "侧", "面", "手"))

NAMED_AFTER = Pattern(
    "metric.named_after",
    "what follows a number that is a part of a name or a grade: 百亿级企业, 六次会议",
    r"级(?!别)|全会|[-—]?[A-Z]+级|号线|号楼|连冠|连胜|周年|大(?:件|会|礼堂)"
    r"|(?:男子|女子)?(?:自由泳|蛙泳|蝶泳|仰泳|混合泳|短跑|长跑|跑(?![者友步道车])|跨?栏|接力|步枪|手枪|决赛)",
    examples={"级企业": "级", "号线开通": "号线"},
    rejects=("家企业", "场座谈会"),
)

INSIDE_QUOTES = Pattern(
    "metric.inside_quotes",
    "the rest of a short quoted name: a slogan is no figure (“四个转变”)",
    r"[^“”,。;:!?\n]{0,8}+”",
    examples={"个转变”的要求": "个转变”"},
    rejects=("家企业获奖",),
)


@cache
def _idioms() -> tuple[frozenset[str], tuple[int, ...]]:
    terms = lexicon.words("metric_idioms")
    return terms, tuple(sorted({len(term) for term in terms}))


def counts(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is a figure that the text asserts."""
    unit = quantity.unit
    if quantity.kind == "ordinal" or unit in _NO_UNITS or unit in _AGES:
        return False
    start, end = quantity.start, quantity.end
    first = quantity.number[0]
    figure = text[first : quantity.number[1]]
    if (quantity.value < 1000 and not figure.isascii()) or figure == "24":
        terms, sizes = _idioms()
        least = len(figure) + len(unit or "")  # 三公 is a set phrase, 三公斤 is none
        if any(size >= least and text[first : first + size] in terms for size in sizes):
            return False
        if figure == "两" and unit in _PAIRS:
            return False
        if figure == "一" and quantity.dimension == "count":
            return bool(_TRULY_ONE.search(text, max(0, first - 3), first))
    if unit in _KINDS and text[max(0, start - 2) : start] == "一、":
        return False  # 一、二类苗
    if unit == "点" and (
        quantity.value <= 24 or not (figure.strip("万亿").isascii() or "点" in figure)
    ):
        return False  # 上证指数收报3368.86点
    if text[end : end + 1] == "期" and unit in _LENGTHS and text[end + 1 : end + 2] not in _TERMS:
        return False  # 7天期逆回购, 10年期国债
    if unit == "年" and text[max(0, start - 2) : start] == "月至":
        return False
    if unit == "期" and not _ISSUES.search(text, max(0, first - 8), first):
        return False  # 二期工程
    if unit == "个月" and text[start - 1 : start] == "年":
        return False  # the rest of 一年二个月
    if unit == "年" and _names_a_year(text, quantity, figure):
        return False
    if text[end : end + 1] in _NAMED_HEADS and NAMED_AFTER.re.match(text, end):
        return False
    if quantity.value < 10000 and _quoted(text, start, end):
        return False
    if (
        unit == "次"
        and text[start - 1 : start] in _SESSIONS
        and text[end : end + 2] in ("会议", "全体")
    ):
        return False
    return unit is not None or _bare(text, quantity, figure)


_KINDS = frozenset(("类", "期", "批", "级", "等", "线", "季"))
_ISSUES = late(
    r"(?:班|班次|培训|讲座|讲堂|课堂|沙龙|刊|简报|节目|举办|开办|开设|推出|编发|播出)[了共计已]{0,2}+$"
)
# Before a year of the Republic (66年次, 113年“…奖”) and behind one.
_YEAR_AHEAD = frozenset("\n,。;:!?(“ 获颁于自在至从到以、")
_YEAR_BEHIND = late(r"[“《〈度曾底末初起]|第[一二三四1-4]季")


def _names_a_year(text: str, quantity: Quantity, figure: str) -> bool:
    """Whether a number of years is a year of the Republic of China."""
    if text.startswith("次", quantity.end):
        return True  # 66年次
    if quantity.comparator != "eq" or quantity.value_max is not None or not figure.isdigit():
        return False
    if not 80 <= quantity.value <= 130 or not figure.isascii():
        return False
    ahead = text[quantity.start - 1 : quantity.start]
    return (not ahead or ahead in _YEAR_AHEAD) and bool(_YEAR_BEHIND.match(text, quantity.end))


# What makes a word of its own of the 期 behind a length of time.
_TERMS = frozenset("间限满内")
_LENGTHS = frozenset(("年", "个月", "月", "天", "日", "周"))
_AGAINST = frozenset("兑换")
_TRULY_ONE = late(r"[共仅只各]有?$")


_TIME_BEFORE = frozenset(
    (
        "近",
        "每",
        "连续",
        "未来",
        "今后",
        "过去",
        "此前",
        "此后",
        "最近",
        "接连",
        "前",
        "后",
        "一个",
        "这",
        "往后",
        "时隔",
        "相隔",
        "事隔",
        "阔别",
        "暌违",
        "睽违",
        "距今",
    )
)
_TIME_BEHIND = frozenset("前后来间")


def is_aside(text: str, quantity: Quantity) -> bool:
    """Whether a figure only says when, or per what: 近三年, 5年前, 连续七年, 每3秒, 每10股."""
    start, end = quantity.start, quantity.end
    if text[start - 1 : start] == "每" and quantity.number[0] == start:
        return text[start : quantity.number[1]] != "一"
    dimension = quantity.dimension
    if dimension == "money":  # 1美元兑151.8日元
        return text[end : end + 1] in _AGAINST and quantity.value <= 100
    if dimension != "duration":
        return False
    return (
        text[end : end + 1] in _TIME_BEHIND
        or (quantity.unit == "年" and text[end : end + 1] == "内")
        or text[end : end + 2] == "以来"
        or text[start : start + 1] == "近"
        or text[max(0, start - 1) : start] in _TIME_BEFORE
        or text[max(0, start - 2) : start] in _TIME_BEFORE
    )


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether the figure lies in a short quoted name."""
    opened = text.rfind("“", max(0, start - 8), start)
    if opened < 0 or text.find("”", opened, start) >= 0:
        return False
    before = text[opened:start]
    if "," in before or "。" in before or ":" in before:
        return False
    return INSIDE_QUOTES.re.match(text, end) is not None


def _bare(text: str, quantity: Quantity, figure: str) -> bool:
    """Whether a figure without a unit counts the noun behind it, or is large enough to matter."""
    after = text[quantity.end : quantity.end + 2]
    if after in _COUNTED:
        return figure.isascii() or _before_figure(text, quantity) not in _OWNERS  # 市二医院
    if figure == "十" and after[:1] == "大":
        return _TEN_GREAT.match(text, quantity.end + 1) is not None  # 十大新闻 is a title
    if after[:1] == "大" and quantity.value <= 12 and _before_figure(text, quantity) not in _PARTY:
        return not _CONGRESS.match(text, quantity.end)  # 六大领域
    if after[:1] in _NUMBERED and figure in "一二三四五六七八九十":
        return False  # 文艺二校, 市三院
    if quantity.value >= 10000:
        return True
    if after[:1] in _HARMED:
        beside = text[quantity.end + 1 : quantity.end + 2]
        behind = text[quantity.start - 1 : quantity.start]
        if beside in _BESIDE_HARMED or beside.isdigit() or beside in _NUMERALS:
            return True
        return behind in _HARMED
    if after in _CRASHED or (
        after[:1] == "车" and (after[1:] in _BESIDE_HARMED or after[1:].isdigit())
    ):
        return True  # 率37车、186名指战员
    if after[:1] == "地" or (after[:1] in "省市县区" and not figure.isascii()):
        if after[1:] in _NUMERALS:
            return False  # 四省一市
        listed = _LISTED.search(text, max(0, quantity.start - 12), quantity.start)
        return quantity.value > 3 or listed is not None  # 江原、青浦两市
    return after[:1] in "省市县区部国校村"


_NUMERALS = frozenset("一二两三四五六七八九十")
_LISTED = late(r"[、和与及](?:\w{1,8}|[^,。;:]{0,3}”)$")


def _before_figure(text: str, quantity: Quantity) -> str:
    return text[quantity.start - 1 : quantity.start]


_TEN_GREAT = late(
    r"(?:重点|主导|特色|优势|传统|战略性?)?(?:新兴)?(?:产业|行业|工程|行动|举措|措施|任务|领域|项目|专项|园区|平台|板块|类|集群|方面|体系)"
)
_OWNERS = frozenset("市省县区州镇院附")
_PARTY = frozenset("的前第届党以点国")
# What makes a word or a name of the 大 behind a number.
_CONGRESS = late(
    r"大(?:[^\w]|以来|以后|后|前|报告|精神|会|代表|召开|提出|[陆家学量型力小幅都区妈爷概厅楼厦桥队全批]|件|奖(?!项))"
)
_HARMED = frozenset("死伤男女")
_BESIDE_HARMED = frozenset(",。;、)”\n ")
_CRASHED = frozenset(("车追", "车相", "车连", "车碰"))
_SESSIONS = frozenset("届大会协委")
_NUMBERED = frozenset("校院厂中小部")
_COUNTED = frozenset(("部门", "城市", "单位", "企业", "省市", "高校", "医院", "学校"))
