"""The noun phrase that begins right of a figure: 12家|企业, 3所|新建的学校."""

from __future__ import annotations

from qextract.extractors.metric_scene import Reading, Scene
from qextract.extractors.metric_subjects import person_end, phrase
from qextract.lexicon import words
from qextract.rules import late

# What follows a figure but begins no noun (三年后, 10公里外), and nouns that do begin so.
_NO_NOUN = frozenset("后前内外间时里起来左右到赴")

# fmt: off
_YET_NOUNS = frozenset((
    "外资", "外商", "外国", "外贸", "外籍", "外地", "外来", "外语", "外卖", "外科", "内资",
    "内地", "内科", "内河", "前沿", "前置", "后备", "后勤", "后续", "时装", "时尚", "来信",
    "来访", "起重", "到期", "到账", "到访", "到岸", "到位", "到院",
))
# fmt: on

# fmt: on
_EVENTS = frozenset("次场轮项起宗件例笔单桩趟届期批")

_SHORT_VERBS = frozenset("配设派发投获领种养购买捐交付")

_QUALITIES = late(r"(?>(?:、w?N)+)gw?N(?![Q、])")

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

_PLACES_ON = frozenset("网海路线陆岛水楼山地桌船车")
_TOGETHER = ("联合", "共同", "携手", "同时", "集体", "一起", "一道", "协同")

_PERSON_UNITS = frozenset(("名", "位"))


def noun_right(scene: Scene, first: int) -> Reading | None:
    """The noun phrase that begins with item `first`, or behind a 的 or 全国 there."""
    kinds = scene.row.kinds
    if kinds[first] == "o" and kinds[first + 1] not in "Nw" and scene.slice(first, first) in _FIRMS:
        return phrase(scene, *scene.row.spans[first])  # 三家公司合计
    said = kinds[first : first + 2] == "aN" and (
        scene.quantity.unit in _PERSON_UNITS
        or scene.slice(first, first) in words("metric_qualities")
    )
    if said or kinds[first] in "go":
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
    if scene.text[end - 1] == "中" and end - start > 2 and scene.text[end - 2] not in "高初集空":
        end -= 1  # 51项指标中,
    elif scene.text[end - 1] == "上" and end - start > 2 and scene.text[end - 2] not in _PLACES_ON:
        end -= 1  # 在三大刊物上发表
    elif scene.text[end - 1] == "级" and kinds[last] == "j":
        behind = last + 1 + (kinds[last + 1] == "a")
        return noun_right(scene, behind)  # 768名省级及以上领导干部
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


def end_of(scene: Scene, item: int) -> int:
    """Where an item ends."""
    return scene.row.spans[item][1]


def _takes_part(scene: Scene, first: int, last: int) -> bool:
    """Whether N w is a noun and what it does (1500家企业参展), not one noun (5次专项检查)."""
    if scene.row.kinds[first:last] not in ("Nw", "Nww", "wNw") or scene.quantity.dimension in (
        "money",
        "ratio",
    ):
        return False
    start, end = scene.row.spans[first]
    return end - start > 1 and (scene.quantity.unit or "")[:1] not in _EVENTS
