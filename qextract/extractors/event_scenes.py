"""Where something befell people: the subject of 发生, the road before the date, what was attacked."""

from __future__ import annotations

from bisect import bisect_left

from qextract.extractors.event_at import QUOTED_SPOT
from qextract.extractors.event_frame import Frame
from qextract.extractors.event_grounds import ground
from qextract.extractors.event_names import trimmed
from qextract.extractors.event_places import (
    GOAL,
    LOCATED,
    is_placelike,
    place_at,
    place_of,
    told_place,
)
from qextract.extractors.event_triggers import Trigger
from qextract.mentions import Span
from qextract.rules import Pattern

STRUCK = frozenset(
    {
        "发生",
        "爆发",
        "遭遇",
        "遭受",
        "突发",
        "暴发",
        "引发",
        "出现疫情",
        "遭",
        "突降",
        "普降",
        "降下",
    }
)


ATTACKS = ("空袭", "轰炸", "炮击", "袭击", "侵袭", "发动攻击", "扫射", "开火", "突袭")
"""Verbs of attack: the place is what was attacked, not whose the attackers are."""


AIM = Pattern(
    "event.aim",
    "what an attack was aimed at: 对PLACE发动空袭",
    r"[对向在](?P<place>[^,。;:!?对向在]{2,24}?)(?:一处目标|目标|进行|实施|发动|展开|发起|遭到?|再次|连续){0,2}$",
    examples={"军队对北部山城": "对北部山城"},
    rejects=("对",),
)


ACTOR = Pattern(
    "event.actor",
    "what makes of a place the people from there",
    r"军|政府|总统|总理|首相|警|籍|男|女|公民|居民|村民|市民|学生|游客|代表|外交|国防|公司|企业|大使|媒体|当局|方面|人(?!民|行|工)|队",
    examples={"军队": "军"},
    rejects=("北部",),
)


AFTER_TIME = Pattern(
    "event.after_time",
    "what may stand between a time and who or what acted: seconds, the same time elsewhere",
    r"(?:[\d零一二三四五六七八九十]{1,3}秒)?(?:\([^()]{0,30}\))?许?",
    examples={"50秒(北京时间8日零时)": "50秒(北京时间8日零时)"},
)


BLOW = Pattern(
    "event.blow",
    "what struck a place, between 遭 and 袭击",
    r"[遭受](?:到|受|遇)?(?P<name>[^,。;:!?遭受]{2,16})$",
    examples={"布雷扎市遭特大暴雨": "遭特大暴雨"},
    rejects=("特大暴雨",),
)


SCENE = Pattern(
    "event.scene",
    "a place as the subject of 发生: a road, a stretch of land, a building",
    r"[\s,]{0,3}(?P<place>(?!一|因|受|由于|[几两]名)(?:[^,。;:!?“”《》|因受以被在]|以[东西南北外内]|"
    + QUOTED_SPOT
    + r"){1,28}?"
    r"(?:省|市|县|区|镇|乡|村|州|盟|旗|岛|湾|港|路|街|巷|桥|段|处|口|附近|境内|地区|山区|海域|近海|外海|沿海|水域|流域|高速|公路|国道|隧道"
    r"|煤矿|矿山|小区|大厦|广场|市场|车站|机场|码头|校园|公园|酒店|教堂|医院|大学|中学|小学|工厂|大楼|[北南东西]站|首都|市郊|邨|屋苑|单位|大厦|[A-Z座]座|内|[东西南北中]部|全境|域内?|工作面|矿井|井下|巷道|工地|厂区|车间|园区|景区|码头|仓库|宿舍|住宅|民宅|商场|超市|村庄|社区|加油站|立交|[匝航隧轨大]道|交流道|江面|沟|山|河|江|湖|区间|[等多各两三四五六七]地|[\d一二三四五六七八九十]号线|厂|店|餐厅|公寓|收费站|服务区|地铁站|火车站|隧洞|洞|圩|堤|坝|水库|河段|断面|沿海|站))(?:的?[一二两三多几]+[栋家处间座辆所户名幢宗起艘架列个对群][^,。;:!?]{1,10}|一(?:煤矿|工厂|住户)?家?中?|[两多三四]车|某[^,。;:!?]{1,6})?(?:燃气|煤气|瓦斯)?"
    r"(?:\([^()]{0,40}\))?(?>(?:[因受][^,。;:!?]{1,16}|突然|再次|连续|先后|接连|发生了?|又|也|曾){0,2})$",
    examples={
        "卡斯省西部山区": "卡斯省西部山区",
        "临白高速12公里处因团雾": "临白高速12公里处因团雾",
        "白沙县(北纬30度)": "白沙县(北纬30度)",
    },
    rejects=("一艘渔船", "谷雨"),
)


def _scene(frame: Frame, trigger: Trigger, start: int) -> Span | None:
    """Where it happened, as the subject of the verb: behind the date, else in front of it."""
    text = frame.text
    struck = trigger.verb in STRUCK
    place: Span | None = None
    if struck or trigger.shape == "incident":
        scene = SCENE.re.match(text, start, trigger.start)
        place = scene.span("place") if scene else _spot(frame, trigger, start)
        if place is None and struck and BARE_SCENE.re.fullmatch(text, start, trigger.start):
            if text[start] in SOMEBODY or any(
                kind.re.search(text, start, trigger.start) for kind in (ACTING, NO_SPOT)
            ):
                return None
            return trimmed(text, start, trigger.start)
    if place is None and frame.date.end <= start:
        before = frame.clause_start(frame.date.start), frame.date.start
        scene = SCENE.re.match(text, *before) or COUNTED_SPOT.re.match(text, *before)
        place = scene.span("place") if scene else None
        if place is None and BARE_SCENE.re.fullmatch(text, *before):
            there = text.startswith(("有", "一", "发生", "突发"), start)
            known = frame.is_place(*before) or (struck and start == trigger.start) or there
            return trimmed(text, *before) if known and not ACTING.re.search(text, *before) else None
    if place is None or (not struck and frame.in_body(place[0]) and not frame.is_place(*place)):
        return None
    more = THERE.re.search(text, place[0] + 2, place[1])
    return (place[0], more.start()) if more else place


SPOT = Pattern(
    "event.spot",
    "what stands behind a known place and tells the spot: a street, a house, a door",
    r"(?P<more>[^,。;:!?的了“”()]{0,26}?)(?:一[栋家处间座辆所户名幢宗起艘架列个对群][^,。;:!?]{1,12}|[两多三]车)?(?:液化石油气|液化气|天然气|燃气|煤气|瓦斯|氨气|锅炉|电动车)?(?:突然|再次|连续|先后|接连|又|也|曾){0,2}(?:发生|[遭受]到?)?$",
    examples={"长城路公交站路面突然": "长城路公交站路面突然"},
)

SOMEBODY = frozenset("他她它我双一两几多三四五再又曾也将")
"""First characters of what is no place: who, how many, or an adverb."""

NO_SPOT = Pattern(
    "event.no_spot",
    "words that make of what follows a place somebody or something that moves",
    r"[车辆艘架]$|籍|[男女]|人|军|[警兵]|员|队|长(?![城江沙春安])|[客货轿火卡]车|船|机(?![场械电床关器])|轮(?!渡)|者|师(?!大|范)|生(?!物|态)|[乘搭驾]|政府|^(?:该|本)?公司|集团|局$",
    examples={"籍男子": "籍"},
    rejects=("长城医院门口",),
)

COUNTED_SPOT = Pattern(
    "event.counted_spot",
    "a bare name and one house of that place, in front of a date",
    r"\s{0,3}(?P<place>[\u4e00-\u9fff]{2,6}?)(?=一[间幢栋家座个])",
    examples={"上环一间茶餐厅": "上环"},
    rejects=("一间茶餐厅",),
)


def _spot(frame: Frame, trigger: Trigger, start: int) -> Span | None:
    """A known place right behind the date, with the words that tell the spot there."""
    places = frame.article.mentions.places
    at = bisect_left(places, start, key=lambda found: found.start)
    if at == len(places) or places[at].start > start + 1 or places[at].end > trigger.start:
        return None
    match = SPOT.re.match(frame.text, places[at].end, trigger.start)
    if match is None or not match["more"] or NO_SPOT.re.search(match["more"]):
        return None
    return places[at].start, match.end("more")


THERE = Pattern(
    "event.there",
    "what there was at a place, behind it: 有一户人家",
    r"有(?=[一两几多\d]|人|居民|住户)|(?<=[\u4e00-\u9fff]{2})(?<![第统唯])一(?=[间幢栋家座个处户]|民房|大厦|单位|工厂|住宅|住户|煤矿|餐厅|公寓|酒店"
    r"|仓库|商场|建筑|厂房|养殖场|居民楼|组屋|店屋|排屋|洋房|住屋|宿舍|工地|学校|商铺|店铺|饭店|宾馆|农家|企业|化工厂|地盘|地铁站|小区|村庄)",
    examples={"屯门良景邨一单位": "一", "白沙村有一户": "有"},
    rejects=("白沙有限公司第一中学",),
)

ACTING = Pattern(
    "event.acting",
    "the end of a word for somebody who acts, at the end of what stands before a date",
    r"(?:[警军]方|警察|消防|队员?|[部局厅院署会]|公司|集团|代表|记者|司机|男子|女子|者|[先女]生|士|某)$",
    examples={"消防": "消防"},
    rejects=("屯门",),
)

BARE_SCENE = Pattern(
    "event.bare_scene",
    "a short name in front of a date, which is a place where something befell there",
    r"\s{0,3}[\u4e00-\u9fff]{2,8}",
    examples={"葵涌": "葵涌"},
    rejects=("江",),
)


SEAT = Pattern(
    "event.seat",
    "where a crime was committed from, told in a clause before it",
    r"(?:先后|分别|多次|曾|,|间)在(?P<place>[^,。;:!?“”在]{2,20}?)(?:租用|租下|租赁|承租|开设|设立|经营|搭建|注册|成立|流窜|等地)",
    examples={"先后在白沙市及邻省6个县租用": "先后在白沙市及邻省6个县租用"},
    rejects=("在押人员",),
)


HIT = Pattern(
    "event.hit",
    "what a storm struck, behind the verb",
    r"了?(?P<place>[\u4e00-\u9fff]{2,10}?)(?=[,。;]|$|造成|致|引发|带来|多地)",
    examples={"临川,": "临川"},
    rejects=("了",),
)


WEATHER = frozenset("雨雪风雹震潮洪浪灾暴寒沙")
"""Last characters of what strikes a place and names the event; attackers do not."""


EVERYWHERE = Pattern(
    "event.everywhere",
    "a word for a place that names none",
    r"[全各](?:国|球|省|市|县|区|镇|乡|村|校|境|地)[多各]?地?|[该我本此][省市县区镇乡村校地]|现场|当地",
    examples={"全省": "全省"},
    rejects=("全南县",),
)


def scene_of(frame: Frame, trigger: Trigger) -> Span | None:
    """Where an accident, a disaster or a crime took place."""
    text = frame.text
    start = max(
        frame.clause_start(trigger.start), frame.date.end if frame.date.end <= trigger.start else 0
    )
    if start == frame.date.end:
        start = AFTER_TIME.re.match(text, start).end()  # type: ignore[union-attr]
    place = place_of(frame, trigger)
    if place is None and start <= trigger.start:
        place = _scene(frame, trigger, start)
    if place is None and trigger.verb in STRUCK and start < trigger.start:
        place = ground(frame, start, trigger.start, loose=True)
    places = frame.article.mentions.places
    at = bisect_left(places, start, key=lambda found: found.start)
    first = places[at] if at < len(places) else None
    if place is None and trigger.verb.endswith(ATTACKS):
        aim = AIM.re.search(text, start, trigger.start)
        blow = BLOW.re.search(text, start, trigger.start)
        if blow is not None:
            scene = SCENE.re.match(text, start, blow.start())
            place = scene.span("place") if scene else place_at(frame, start, 1)
        else:
            place = aim.span("place") if aim else place_at(frame, trigger.end, 3)
            if place is None and text[trigger.start - 1] in WEATHER:
                hit = HIT.re.match(text, trigger.end, frame.sentence.end)
                place = hit.span("place") if hit else None
    elif (
        place is None
        and first is not None
        and first.end <= trigger.start
        and trigger.shape != "crime"
    ):
        actor = frame.in_body(first.start) or ACTOR.re.match(text, first.end)
        place = None if actor else (first.start, first.end)
    if place is None and trigger.shape == "crime":
        seat = SEAT.re.search(text, min(start, frame.date.end), trigger.start)
        place = seat.span("place") if seat else None
    begin = start + (text[start : start + 1] == ",")
    lies = LOCATED.re.match(text, begin, trigger.start) if trigger.verb in STRUCK else None
    if lies is not None:
        place = lies.span("place")
    if place is None and frame.date.end < start:
        place = told_place(frame, frame.date.end, start)
    place = _tidied(frame, trigger, start, place)
    if place is not None:
        struck = text.find("遭", place[0] + 2, place[1])
        place = (place[0], struck) if struck > 0 else place
    if place is not None and EVERYWHERE.re.fullmatch(text, *place):
        return None
    return place


INTO = (
    "坠入",
    "冲入",
    "撞入",
    "闯入",
    "坠落",
    "落入",
    "掉入",
    "坠毁于",
    "驶入",
    "冲进",
    "撞进",
    "撞上",
    "冲向",
)
"""Verbs with what was run into behind them."""

DESTROYING = ("烧毁", "冲毁", "淹没", "摧毁", "炸毁", "击中", "席卷", "肆虐", "横扫", "吞噬")
"""Verbs with what was destroyed behind them."""


def _tidied(frame: Frame, trigger: Trigger, start: int, place: Span | None) -> Span | None:
    """The place without what only leads to it, or one read off the subject and the clause before."""
    text = frame.text
    if place is not None:
        edge = text[place[0] - 1] == "," or place[0] == start or place[1] == frame.date.start
        if edge or text[place[0]] == "位":
            return ground(frame, *place, loose=True) or place
        return place
    if trigger.verb.endswith(INTO):
        goal = GOAL.re.match(text, trigger.end, frame.clause_end(trigger.end))
        if goal is not None and is_placelike(frame, goal.span("place")):
            return goal.span("place")
    if trigger.verb.endswith(DESTROYING):
        return place_at(frame, trigger.end, 3)
    if trigger.shape == "crime" or start > trigger.start:
        return None
    loose = trigger.verb in STRUCK
    found = ground(frame, start, trigger.start, loose=loose)
    if found is None and frame.date.end <= start:
        before = frame.clause_start(frame.date.start)
        found = ground(frame, before, frame.date.start, loose=loose and start == trigger.start)
    if found is None and frame.date.end < start:
        found = ground(frame, frame.clause_start(start - 1), start - 1, loose=False)
    return found
