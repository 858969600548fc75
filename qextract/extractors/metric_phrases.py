"""The noun phrases around a figure: the one that ends left of it, the one that begins right of it."""

from __future__ import annotations

from functools import cache

from qextract.extractors.metric_items import without_verb
from qextract.extractors.metric_scene import Reading, Scene
from qextract.lexicon import table, words
from qextract.mentions import Quantity
from qextract.rules import Pattern, late

# What may stand between a noun phrase and its figure.
BETWEEN = frozenset("abmcdflrstuK_(o")
# What a noun phrase left of a figure is made of.
INSIDE = frozenset("Ngh(")
_POINTING = late(
    r"^(?:该|本)[片剧药校院案县区省企司行厂局站所村镇州国队馆店](?=[^长志域际内外道级][^、])"
    r"|^[0-9]{1,2}[.、](?![0-9])|^[该此其](?=..)|^每[个家名件项位所](?=..)|^各[类项种](?=..)|^[·\s]+"
)
_POINTERS = frozenset("该本此其每各· \n0123456789")
_SOLD = frozenset("卖买花赚收交领用吃摘打种养修建")
_SELLS = frozenset("家人户们某社司店队就也还又才都共已")  # who sells is not what is sold
_DIVIDEND = late(r"[拟每]{0,2}10股?[派转送]")  # 拟10派3.5元
_SPACES = late(r"\s+")
# What follows a figure but begins no noun (三年后, 10公里外), and nouns that do begin so.
_NO_NOUN = frozenset("后前内外间时里起来左右到赴")
# fmt: off
_YET_NOUNS = frozenset((
    "外资", "外商", "外国", "外贸", "外籍", "外地", "外来", "外语", "外卖", "外科", "内资",
    "内地", "内科", "内河", "前沿", "前置", "后备", "后勤", "后续", "时装", "时尚", "来信",
    "来访", "起重", "到期", "到账", "到访", "到岸", "到位", "到院",
))
# fmt: on
# The last character of nouns that say how much of what was done.
_AMOUNTS = frozenset("量额率数费期")
# fmt: off
_EXTENTS = (
    "面积", "规模", "重量", "金额", "时间", "成本", "价格", "支出", "能力", "占比", "比重",
    "比例", "开支", "时长", "人次", "架次", "总额", "速度", "高度", "深度", "长度", "宽度",
    "对象", "强度", "精度", "温度", "浓度", "密度", "额度", "数目", "总数", "人数", "部分",
)
# fmt: on
_EVENTS = frozenset("次场轮项起宗件例笔单桩趟届期批")
_SHORT_VERBS = frozenset("配设派发投获领种养购买捐交付")
_NO_SUBJECTS = frozenset(
    "失其中分积派可且也拟处做另得按再又都还正新总首年近双单过了着之所地名余剩计要需能作交接上立看走说称"
)
_QUALITIES = late(r"(?>(?:、w?N)+)gw?N(?![Q、])")
_VERB_BEFORE = late(r"[vw][oKa]{0,4}$")


# What makes a word of its own of a 后 in front.
_AFTER_WORDS = frozenset("续备勤期台代方果来面排卫场遗的")
_BUILDING = frozenset("设建架修挖打钻凿栽种养捕宰造购")
# Verbs of one character that are no part of the noun behind them.
_NO_PART = _BUILDING | frozenset("为是有")
_BUILT = frozenset("站桥梁井楼塔坝闸渠桩墩涵洞树苗牛羊猪鸡鸭船艇车房屋")

BUILT = Pattern(
    "metric.built",
    "a verb of one character and what it makes, at the end of a clause: 设桥, 打井",
    r"(?<![高自])[设建架修挖打钻凿栽种养捕宰造购][站桥梁井楼塔坝闸渠桩墩涵洞树苗牛羊猪鸡鸭船艇车房屋]$",
    examples={"全线设桥": "设桥", "建站": "建站"},
    rejects=("高架桥", "充电桩", "自建房"),
)


@cache
def heads() -> dict[str, str]:
    """Nouns of measure -> their kind (`metric_heads.txt`)."""
    rows = table("metric_heads").items()
    return {term: columns[0] for term, columns in rows if columns[0] not in "sx"}


@cache
def _whole() -> tuple[str, ...]:
    """Nouns that need none of what stands in front of them: 有期徒刑."""
    return tuple(term for term, row in table("metric_heads").items() if row[0] == "x")


def head_of(noun: str) -> str:
    """The noun of measure that ends `noun`: 大豆播种面积 gives 播种面积; empty where none does."""
    known = heads()
    for start in range(1, len(noun)):
        if noun[start:] in known:
            return noun[start:]
    return ""


def stands_for_other(noun: str) -> bool:
    """Whether a noun (总数, 增幅) only stands for one said before."""
    return heads().get(noun) == "t"


def place(scene: Scene, at: int, quantity: Quantity) -> None:
    """Turn the scene to the figure at item `at` of its row."""
    scene.at, scene.quantity = at, quantity
    kinds = scene.row.kinds
    last = at - 1
    while last >= 0:
        if kinds[last] in BETWEEN:
            last -= 1
        elif kinds[last] == "g" and last > 0 and kinds[last - 1] in "Kabm":
            last -= 2  # 由2018年的91%
        elif kinds[last] in "、j" and last > 0 and kinds[last - 1] in "bm":
            last -= 2  # 产量同比、环比分别增长
        else:
            break
    scene.last, scene.run = last, kinds[last + 1 : at]
    scene.noun = noun_left(scene, last) if last >= 0 else None


def noun_left(scene: Scene, last: int) -> Reading | None:
    """The noun phrase that ends with item `last`."""
    kinds, spans = scene.row.kinds, scene.row.spans
    listed = kinds[last : last + 2] in ("w、", "wj") and last > 0 and kinds[last - 1] == "N"
    if last >= 0 and kinds[last] == "w" and (kinds[last + 1] in "ludfbmc" or listed):
        before = (
            noun_left(scene, last - 1) if last and spans[last - 1][1] == spans[last][0] else None
        )
        if before is None or before.span is None:
            return phrase(scene, *spans[last])  # 出口增长5%
        return phrase(scene, before.span[0], spans[last][1])  # 旅客消费分别为
    if last >= 0 and kinds[last] == "O":
        start, end = spans[last]
        if (
            scene.text[start] in "全各我本"
            and end - start > 4
            and scene.text[start + 1] in "国省市县区州镇乡港"
        ):
            start += 2  # 全省三级医院
        return phrase(scene, without_verb(scene.text, start, end), end)  # 国家质检中心23个
    if last < 0 or kinds[last] not in "N(":
        return None
    while last >= 0 and kinds[last] == "(":
        last -= 1
    if last < 0 or kinds[last] != "N":
        return None
    first = last
    start, end = spans[last]
    of = -1
    while first > 0:
        if kinds[first - 1] in INSIDE:
            first -= 1
            if kinds[first] == "g" and of < 0:
                of = first
        elif kinds[first - 2 : first] == "Nw" and (
            _VERB_BEFORE.search(kinds, max(0, first - 7), first - 2)
            and scene.slice(first - 1, first - 1) not in _GIVES
        ):
            first -= 2  # 表彰优秀质量管理小组18个
        elif kinds[first - 2 : first] == "Nw" and _is_compound(scene, first):
            first -= 2  # 质量认证示范区6个
        elif (
            kinds[first - 1] == "w"
            and spans[first - 1][1] == spans[first][0]
            and (scene.text[end - 1] in _AMOUNTS or scene.text.endswith(_EXTENTS, start, end))
        ):
            first -= 1  # 商标注册申请量
        else:
            break
    if (
        first == last > 0
        and kinds[first - 1] in "vw"
        and spans[first - 1] == (start - 2, start)
        and heads().get(scene.text[start:end]) == "r"
    ):
        first -= 1  # 收割面积, 参与人数: the noun says nothing without the verb
    others = kinds.rfind("h", first, last)
    if others >= 0:
        first = others + 1  # 抢劫、强奸等犯罪案件36件
    while kinds[first] not in "Nwv":
        first += 1
    if of >= first:
        tail = scene.slice(of + 1, last)
        known = tail in heads() or len(tail) < 2
        first = _shared(kinds, first) if known else of + 1
    start, end = scene.row.spans[first][0], scene.row.spans[last][1]
    ahead = scene.row.spans[first - 1] if first else (-1, -1)
    if ahead == (start - 1, start) and scene.text[start - 1] in "不未非":
        start -= 1  # 不捕率
    elif end - start == 1 and first and kinds[first - 1] in "vwlud" and ahead[1] == start:
        if ahead[0] < start - 1 or scene.text[ahead[0]] not in _NO_PART:
            start = ahead[0]  # 充电桩: the verb is a part of the noun
    elif (
        scene.text[end - 1] in _BUILT
        and scene.quantity.dimension == "count"
        and BUILT.re.search(scene.text, max(start, end - 3), end)
    ):
        start = end - 1  # 全线设桥12座
    if end - start < 4:
        return phrase(scene, start, end)
    after = scene.text.rfind("后", start + 2, end - 2)
    if after > 0 and scene.text[after + 1] not in _AFTER_WORDS:
        start = after + 1  # 医保报销后个人自付4000元
    if scene.text.endswith(_whole(), start, end):
        start = next(end - len(n) for n in _whole() if scene.text.endswith(n, start, end))
    return phrase(scene, start, end)


def _shared(kinds: str, first: int) -> int:
    """Where a share begins whose whole begins with item `first`: 第一产业占全省生产总值的比重."""
    back = first - (kinds[first - 1 : first] == "o")
    if kinds[back - 1 : back] != "s":
        return first
    return back - 1 - (kinds[back - 2 : back - 1] == "N")


_GIVES = frozenset(("赔偿", "支付", "补偿", "返还", "退还", "奖励", "资助", "补助", "捐赠", "捐款"))
_COMPOUND_AFTER = frozenset("|、K_je")
_AGENT_ENDS = frozenset("司业院方局委厅部会组队员者人们党府关门团行校市县省区镇村国家")


def _is_compound(scene: Scene, first: int) -> bool:
    """Whether the items N w N that end with `first` are one noun: no one in front acts."""
    kinds, spans = scene.row.kinds, scene.row.spans
    start, end = spans[first - 2]
    return (
        (first == 2 or kinds[first - 3] in _COMPOUND_AFTER)
        and end == spans[first - 1][0]
        and spans[first - 1][1] == spans[first][0]
        and end - start <= 4
        and scene.text[end - 1] not in _AGENT_ENDS
    )


# What a figure before it is one of: 突破万亿元大关, 5公里范围.
_LONG = frozenset("长宽高深厚重粗")
_FIRMS = frozenset(("公司", "集团"))
_ABOUT = frozenset(("有关", "关于", "针对", "涉嫌", "与其", "来自"))
_LEVELS = frozenset(
    (
        "大关",
        "关口",
        "关卡",
        "门槛",
        "范围",
        "红线",
        "整数关口",
        "以上",
        "以下",
        "高位",
        "低位",
        "所致",
    )
)


def noun_right(scene: Scene, first: int) -> Reading | None:
    """The noun phrase that begins with item `first`, or behind a 的 or 全国 there."""
    kinds = scene.row.kinds
    if kinds[first] == "o" and kinds[first + 1] not in "Nw" and scene.slice(first, first) in _FIRMS:
        return phrase(scene, *scene.row.spans[first])  # 三家公司合计
    if kinds[first] in "go" or (
        kinds[first : first + 2] == "aN" and scene.quantity.unit in _PERSON_UNITS
    ):
        first += 1  # 一万名现场球迷
    if kinds[first] == "O":
        return phrase(scene, *scene.row.spans[first])
    if kinds[first : first + 3] == "lgN" and scene.slice(first, first) in _LONG:
        return noun_right(scene, first + 2)  # 18米长的屏幕
    last = first
    while kinds[last] in "Nw":
        last += 1
    if last == first or (kinds[first - 1] != "g" and "N" not in kinds[first:last]):
        return None
    start = scene.row.spans[first][0]
    opening = scene.text[start : start + 2]
    if kinds[first : first + 3] == "NgN" and opening in ("外的", "内的"):
        return noun_right(scene, first + 2)  # 7海里外的目标
    if kinds[first] == "N" and opening[0] in _NO_NOUN and opening not in _YET_NOUNS:
        return None
    if opening[0] == "处" and scene.quantity.dimension == "length":
        return None  # 距地球460万公里处飞掠
    if opening[0] == "中" and end_of(scene, first) == start + 1:
        return None  # 450席中的234席, 8人中有1人
    if kinds[first] == "N" and scene.slice(first, first) in _LEVELS:
        return None  # 突破五年的大关
    if kinds[first : first + 3] == "NgN" and (
        opening in _ABOUT
        or (end_of(scene, first) == start + 1 and opening[0] in _LONG)
        or scene.slice(first, first) in words("metric_qualities")
    ):
        return noun_right(scene, first + 2)  # 七个破碎的家庭, 12宗有关阻街的投诉
    listed = _QUALITIES.match(kinds, last)
    if listed:
        behind = kinds.rindex("g", last, listed.end()) + 1
        return phrase(
            scene, scene.row.spans[behind][0], scene.row.spans[listed.end() - 1][1]
        )  # 高精度、高稳定性的计量标准
    denied = kinds[last] == "p" and scene.text[scene.row.spans[last][0]] in "不没未无"
    if denied and last == first + 1 and end_of(scene, first) == start + 1:
        return None  # 3家拒不整改的平台
    if "N" in kinds[first : last - 1] and (kinds[last] in "Qo" or _takes_part(scene, first, last)):
        last = first + kinds[first:last].index("N") + 1  # 35家企业投资项目12个
    elif kinds[last : last + 2] == "jN" and (
        kinds[last + 2] in "vwlda|" or kinds[last + 2 : last + 4] == "gQ"
    ):
        last += 2
    end = scene.row.spans[last - 1][1]
    if kinds[last] == "|" and scene.text[end - 1] == "中" and scene.text[end - 2] not in "高初集":
        end -= 1  # 51项指标中,
    elif kinds[last] == "Q" and scene.text[end - 1] in _SHORT_VERBS and end - start > 2:
        end -= 1  # 4名学生配1名教师
    ends = scene.text[start:end]
    if kinds[last] in "vw" and len(ends) > 3 and ends.endswith(_TOGETHER):
        end -= 2  # 12部门联合下发
    if scene.quantity.unit in _PERSON_UNITS or scene.quantity.unit == "%":
        person = person_end(scene.text, start, end)
        if person == 0 and kinds[last] == "、" and kinds[last + 1] in "Nw":
            others = noun_right(scene, last + 1)
            if others and others.span and person_end(scene.text, *others.span):
                return others  # 150名应急消防、地质救援专业人员
        end = person or end
    return phrase(scene, start, end)


_TOGETHER = ("联合", "共同", "携手", "同时", "集体", "一起", "一道", "协同")
_PERSON_UNITS = frozenset(("名", "位"))
_LONGEST_PERSON = 4


def person_end(text: str, start: int, end: int) -> int:
    """Where the person ends that a phrase begins with (6名消防队员|因公牺牲), 0 without one."""
    people = words("metric_people")
    for stop in range(end, start + 1, -1):
        for size in range(2, min(_LONGEST_PERSON, stop - start) + 1):
            if text[stop - size : stop] in people:
                return stop
    return 0


def end_of(scene: Scene, item: int) -> int:
    """Where an item ends."""
    return scene.row.spans[item][1]


def _takes_part(scene: Scene, first: int, last: int) -> bool:
    """Whether N w is a noun and what it does (1500家企业参展), not one noun (5次专项检查)."""
    if scene.row.kinds[first:last] not in ("Nw", "Nww") or scene.quantity.dimension in (
        "money",
        "ratio",
    ):
        return False
    start, end = scene.row.spans[first]
    return end - start > 1 and (scene.quantity.unit or "")[:1] not in _EVENTS


def phrase(scene: Scene, start: int, end: int) -> Reading | None:
    """The span as a subject, without what points (该, 每个) and without spaces."""
    text = scene.text
    if text[start] in _POINTERS and (match := _POINTING.match(text[start:end])):
        start += match.end()
    while end > start and text[end - 1] in " ·仅":
        end -= 1
    noun = text[start:end]
    if " " in noun or "\n" in noun:
        noun = _SPACES.sub("", noun)
    if noun[-1:] == "了" and len(noun) > 3 and noun[-2] in _SOLD and noun[-3] not in _SELLS:
        noun, end = noun[:-2], end - 2  # 烤烟卖了2400块
    if noun[:1] == "按" and len(noun) > 2 and noun[1] not in "揭摩键时":
        noun, start = noun[1:], start + 1
    if noun[:1] == "距" and len(noun) > 2:
        noun, start = noun[1:], start + 1
    each = noun.find("每", 1)
    if each > 0 and len(noun) - each > 2 and noun[each + 1] not in "天日周月年季次":
        noun, start = noun[each:], start + each  # 该车每百公里耗电
    if noun[:1] == "后" and len(noun) > 2 and noun[1] not in _AFTER_WORDS:
        noun, start = noun[1:], start + 1  # 获批后价格
    if "派" in noun and _DIVIDEND.fullmatch(noun):
        return None
    if not noun or noun in _NO_SUBJECTS or (noun[-1] == "了" and len(noun) > 2):
        return None
    return Reading(noun, (start, end))


def names_left(scene: Scene, last: int) -> list[Reading]:
    """The members of the list that ends with item `last`: A、B和C."""
    kinds = scene.row.kinds
    found: list[Reading] = []
    at = last
    while at >= 0:
        one = noun_left(scene, at)
        if one is None:
            break
        found.append(one)
        begin = one.span[0] if one.span else -1
        at -= kinds[at] == "w"
        while at >= 0 and (kinds[at] in INSIDE or scene.row.spans[at][0] > begin >= 0):
            at -= 1
        if at > 0 and kinds[at] in "vw" and kinds[at - 1] in "、j":
            at -= 1  # 受灾面积和倒塌房屋
        if at < 0 or kinds[at] not in "、j":
            break
        at -= 1
    found.reverse()
    return found
