"""The ground of an accident: what of a subject, or of the clause before it, is a place."""

from __future__ import annotations

from qextract.extractors.event_frame import Frame
from qextract.extractors.event_names import open_cut
from qextract.extractors.event_places import PLACELIKE, is_placelike
from qextract.mentions import Span
from qextract.rules import Pattern

COUNTED = Pattern(
    "event.counted_ground",
    "one house or thing of a place, behind the place's name",
    r"的?(?:(?<![第统唯专])一[间幢栋家座个处户所宗辆艘列架名部条]|(?<![第统唯专])一(?=民[房宅]|大厦|单位|工厂|住宅|住户|煤矿|餐厅|公寓|酒店|仓库|商场|建筑|厂房|养殖场|居民楼|宿舍|工地|学校"
    r"|商铺|店铺|饭店|宾馆|农家|企业|化工厂|地盘|地铁站|小区|村庄|组屋|店屋|排屋|洋房|回收场|村屋|寮屋)|[二两三四五六七八九十\d]{1,3}层[高楼]|[两多三]车|某[^,。;:!?]{1,6}$)",
    examples={"石围一回收场": "一", "福街一个车房": "一个", "青山市的一处工地": "的一处"},
    rejects=("第一中学", "统一路"),
)

FRONT = Pattern(
    "event.ground_front",
    "what stands in front of a place and is no part of it",
    r"[\s,]{0,3}(?:位于|坐落于|坐落在|地处|在)?",
    examples={"位于白沙路": "位于"},
)

CIRCUMSTANCE = Pattern(
    "event.ground_circumstance",
    "how or why something befell, between the place and the verb",
    r"(?:[因受][^,。;:!?]{0,16}|突然|再次|连续|先后|接连|发生了?|又|也|曾|有|遭到?|均|皆|同时|陆续|均有|都){1,3}$",
    examples={"白沙路因团雾": "因团雾", "白沙路先后": "先后"},
)

ON_THE_WAY = Pattern(
    "event.on_the_way",
    "where a vehicle had come to",
    r"(?:行驶至|驾驶至|驾车至|行至|驶至|驶到|途经|途径|行经|驶经|开至|走到|来到|追逐[^,。;:!?]{0,8}至|逃至|追至)(?P<place>[^,。;:!?、的时]{2,14}?[路道街][与和][^,。;:!?、的时]{2,12}?(?:交叉口|交汇处|交界处|路口)(?:附近)?|[^,。;:!?、的时]{2,24}?)(?=[,。;时]|失控|与|撞|翻|侧|起火|自燃|突|被|遇|因|发生|$)",
    examples={"货车行驶至白沙大桥时": "行驶至白沙大桥"},
    rejects=("货车停驶",),
)

MOVING = Pattern(
    "event.moving",
    "somebody or something that moves, which is no place",
    r"籍|[男女]|人(?!民|工|才)|军|[警兵]|员|队|[客货轿火卡]车(?!站)|辆|船|机(?![场械电床关器])|者|[乘搭驾]|政府|公司$|集团$|局$|双方|两国|[他她它我]|[师学]生|司机|旅客|乘客|游客|居民|村民|市民|家属|患者|阿姨|大爷|大妈|女士|先生|老[人汉妇]|岁|婆婆|孩|童|目前",
    examples={"籍男子": "籍"},
    rejects=("长城医院门口",),
)


def ground(frame: Frame, low: int, high: int, *, loose: bool) -> Span | None:
    """The place that the range names, without a house counted there, a circumstance, a modifier.

    loose: what befell is beyond doubt, so that a name that looks like no place is one all the same.
    """
    text = frame.text
    way = ON_THE_WAY.re.search(text, low, high)
    if way is not None:
        return way.span("place")
    why = CIRCUMSTANCE.re.search(text, low, high)
    high = why.start() if why else high
    low = FRONT.re.match(text, low, high).end()  # type: ignore[union-attr]
    counted = COUNTED.re.search(text, low + 2, high)
    high = counted.start() if counted else high
    cut = open_cut(text, low, high, "的")
    if cut > low:
        if not is_placelike(frame, (cut, high)) and is_placelike(frame, (low, cut - 1)):
            high = cut - 1
        else:
            low = cut
    while (
        high - low > 3 and text[high - 1] in "中内里上" and text[high - 2] in "弄巷街路村区镇园桥"
    ):
        high -= 1
    if not 2 <= high - low <= 40 or text[low] in STARTS_NO_PLACE:
        return None
    likely = is_placelike(frame, (low, high))
    if not likely and not (loose or counted):
        return None
    if any(mark in text[low:high] for mark in ",。;:!?") or frame.verb_in(low, high):
        return None
    if any(word in text[low:high] for word in HEARD):
        return None
    if MOVING.re.search(text, low, high) and not PLACELIKE.re.search(text, low, high):
        return None
    return low, high


HEARD = ("得知", "获悉", "据悉", "听说", "看到", "发现", "认为", "表示")
"""Verbs of knowing, whose clause is no place whatever its last word."""

STARTS_NO_PLACE = frozenset("他她它我双一两几多三四五六七八九十再又曾也将该此其本这那有被")
"""First characters of what is no place: who, how many, or an adverb."""
