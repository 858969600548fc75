"""The noun phrase that ends left of a figure, and the members of a list that ends there."""

from __future__ import annotations

from qextract.extractors.metric_items import without_verb
from qextract.extractors.metric_scene import Reading, Scene
from qextract.extractors.metric_subjects import AFTER_WORDS, heads, phrase, whole_nouns
from qextract.mentions import Quantity
from qextract.rules import Pattern, late

# What may stand between a noun phrase and its figure.
BETWEEN = frozenset("abmcdflrstuK_(o")
# What a noun phrase left of a figure is made of.
INSIDE = frozenset("Ngh(")
# The last character of nouns that say how much of what was done.
_AMOUNTS = frozenset("量额率数费期")
# fmt: off
_EXTENTS = (
    "面积", "规模", "重量", "金额", "时间", "成本", "价格", "支出", "能力", "占比", "比重",
    "比例", "开支", "时长", "人次", "架次", "总额", "速度", "高度", "深度", "长度", "宽度",
    "对象", "强度", "精度", "温度", "浓度", "密度", "额度", "数目", "总数", "人数", "部分", "负荷",
)
_VERB_BEFORE = late(r"[vw][oKa]{0,4}$")


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
    listed = kinds[last : last + 2] in ("w、", "wj")
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
    if after > 0 and scene.text[after + 1] not in AFTER_WORDS:
        start = after + 1  # 医保报销后个人自付4000元
    if scene.text.endswith(whole_nouns(), start, end):
        start = next(end - len(n) for n in whole_nouns() if scene.text.endswith(n, start, end))
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
