"""Where somebody went: the place of a visit."""

from __future__ import annotations

from qextract.extractors.event_frame import Frame
from qextract.extractors.event_places import clean_place, is_placelike, place_at
from qextract.extractors.event_triggers import Trigger
from qextract.mentions import Span
from qextract.rules import Pattern

GO_TO = Pattern(
    "event.go_to",
    "where somebody went: 到PLACE调研, 参观PLACE的…",
    r"(?:深入|前往|赶赴|赶到了?|赶往|奔赴|赴|来到|走进|到访|到达|抵达|(?<![达得受收感直接找看遇签做提])到|参观了?|访问(?!团|学者)了?|视察|走访慰问了?|看望慰问了?|走访了?|考察(?!团|组|队)了?|在(?![^,。;]{1,24}(?:期间|陪同|下,|时,)))(?P<place>[^,。;:!?“”《》]{2,30}?)"
    r"(?:$|,|。|;|实地|现场(?=[调考办督指查检察走])|集体|调研|考察|检查|的|开展|进行|看望|走访|参观|视察|督导|慰问|游玩|旅游|工作|困难|群众|指导|指挥|处置|抢险|企业|老人|职工|一线|村民|居民|参加|看到|发现|了解|[后时](?=[,。表指强说])|“)",
    examples={"深入白沙镇调研": "深入白沙镇调研"},
    rejects=("白沙镇",),
)


CALL_ON = Pattern(
    "event.call_on",
    "对PLACE进行访问",
    r"(?<!针)对(?P<place>[^,。;:!?对的]{2,20}?)(?:等[^,。;:!?]{0,4}国)?(?:的[^,。;:!?]{2,24}?)?(?:进行|展开|开始|开展)[^,。;:!?]{0,8}(?:访问|检查|抽查|巡查|督查|暗访)",
    examples={"将对南洋国进行正式访问。": "对南洋国进行正式访问"},
    rejects=("对此进行了解",),
)


STATE_OF = Pattern(
    "event.state_of",
    "the state of a work that somebody came to see: what is left in front of it is the place",
    r"(?:工程|项目|大桥|铁路|高速|公路|隧道|水库|电站|机场|车站|枢纽|医院|学校|园区|基地|中心|码头|[溪河湖港厂场站馆池区镇村桥])"
    r"(?P<state>(?>(?:预定|工程|施工|建设|推进|恢复|复原|抢修|改建|最新|工作|运行|营运|整治)*)(?:进度|进展|情况|现况|成果))$",
    examples={"苏澳溪分洪工程预定进度": "工程预定进度"},
    rejects=("春耕进度",),
)


NO_GOAL = Pattern(
    "event.no_goal",
    "what stands in the place of a place and is none",
    r"^[我本该此其的\d]|^[一二三四五六七八九十两]{1,2}[个家处所]|(?:会|会议|情况|工作|项目|问题|质量|建设|企业|单位|进度|进展|实地|\d)$|[了着过为对]",
    examples={"我县": "我", "质量工作": "工作"},
    rejects=("白沙镇",),
)


THOSE_THERE = ("企业", "困难", "群众", "老人", "职工", "村民", "居民", "一线")
"""Those who are visited: what stands in front of them is a place only if it looks like one."""


REACHING = frozenset({"抵达", "到达", "来到", "赶到", "前往", "赶赴", "奔赴"})
"""Verbs of arriving, whose own goal is meant and no later one."""


OUR_VILLAGE = Pattern(
    "event.our_village",
    "what a place is to who visits it, in front of its name",
    r"[^,。;:!?]{0,8}?(?:联系点|帮扶点|挂钩点|挂点|包联|结对帮扶|结对)的?(?=[^,。;:!?]{2})",
    examples={"扶贫联系点石门村": "扶贫联系点"},
    rejects=("石门村",),
)


def goal_of(frame: Frame, trigger: Trigger) -> Span | None:
    """Where somebody went: the place of a visit."""
    start = max(frame.date.end, trigger.start - 60)
    end = min(frame.clause_end(trigger.end) + 1, len(frame.text))
    match = CALL_ON.re.search(frame.text, start, end)
    if match is not None and (
        trigger.verb in REACHING
        or not ("访问" in match[0] or is_placelike(frame, match.span("place")))
    ):
        match = None
    own = max(start, frame.clause_start(trigger.start))
    match = (
        match or GO_TO.re.search(frame.text, own, end) or GO_TO.re.search(frame.text, start, end)
    )
    place = clean_place(frame, match.span("place")) if match else None
    if match is not None and frame.text.startswith(THOSE_THERE, match.end("place")):
        place = place if place and is_placelike(frame, place) else None
    ours = OUR_VILLAGE.re.match(frame.text, *place) if place else None
    if place is not None and ours is not None:
        place = ours.end(), place[1]
    if place is not None:
        state = STATE_OF.re.search(frame.text, *place)
        place = (place[0], state.start("state")) if state else place
    if place is None:
        place = place_at(frame, trigger.end, 3)
    if place is None or NO_GOAL.re.search(frame.text[slice(*place)]):
        return None
    return place
