"""Where an event was: the place in 在PLACE before its verb, the goal or the start of a way."""

from __future__ import annotations

from bisect import bisect_left

from qextract.extractors.event_frame import Frame
from qextract.extractors.event_names import place_before, trimmed
from qextract.extractors.event_triggers import Trigger
from qextract.mentions import Span
from qextract.rules import Pattern

LEAVING = frozenset(
    {
        "出发",
        "起航",
        "启程",
        "启航",
        "起飞",
        "始发",
        "首航",
        "发车",
        "启运",
        "驶出",
        "驶离",
        "出征",
        "出海",
        "首发",
    }
)
"""Verbs whose place is where the way began."""

ARRIVING = (
    "送到",
    "送往",
    "送抵",
    "运抵",
    "运往",
    "迁至",
    "迁往",
    "驶入",
    "驶抵",
    "做客",
    "入驻",
    "进驻",
    "登陆",
    "返回",
)
"""Verbs whose place is where the way ended, behind them."""

INSPECTING = (
    "检查",
    "抽查",
    "督查",
    "巡查",
    "清查",
    "搜查",
    "验收",
    "测产",
    "勘察",
    "勘查",
    "监测",
    "查封",
)
"""Verbs with what was looked at behind 对, or behind themselves."""

INSPECTED = Pattern(
    "event.inspected",
    "the place behind a verb of inspecting, when it is all there is",
    r"了?(?P<place>[^,。;:!?、的了一二三四五六七八九十\d]{2,16}(?:园区|景区|港区|[县镇村]|市场|工地|车站|机场|码头|口岸|街道|小区|社区|水库))$",
    examples={"白石化工园区": "白石化工园区"},
    rejects=("企业",),
)

FROM = Pattern(
    "event.from",
    "从PLACE right before a verb of leaving",
    r"[从由自](?P<place>[^,。;:!?、从由自]{2,20}?)(?:正式|顺利|启程|集结|驾车|乘[^,。]{1,8}|同时|陆续|缓缓)?$",
    examples={"已从白沙港": "从白沙港"},
    rejects=("从",),
)

GOAL = Pattern(
    "event.goal",
    "the place behind a verb of arriving, up to what was done there",
    r"(?!以来|后|前)了?(?P<place>(?:“[^”]{1,16}”)?[^,。;:!?、的了“”]{2,24}?)(?=$|[,。;!?]|救治|治疗|抢救|就医|救护|以来|隔离|接受|进行|开展|参加|办公|后|时|途中|与|和|答)",
    examples={"白沙县医院抢救": "白沙县医院", "“民声”直播间": "“民声”直播间"},
    rejects=("了",),
)


AT = Pattern(
    "event.at",
    "the place behind a verb that ends in 于 (成立于PLACE)",
    r"(?P<place>[^,。;:!?、的\d一二三四五六七八九十]{2,16})(?=[,。;]|$)",
    examples={"合肥": "合肥"},
    rejects=("1987年",),
)

GONE_TO = Pattern(
    "event.gone_to",
    "赴PLACE right before the verb that tells what was done there",
    r"(?:[前奔]赴|前往|深入|走进|来到|(?<![达得受收感直接回找看遇签做提])到|(?<![前奔以])赴)(?P<place>(?!会|场|位|岗)[^,。;:!?、的与和同]{2,16}?)(?:实地|现场|集中|联合|就地)?(?:[与和同][^,。;:!?]{1,12})?$",
    examples={"赴白沙市": "赴白沙市", "技术推广中心到白沙镇": "到白沙镇"},
    rejects=("赴白沙市,", "达到三成", "感到十分"),
)


def place_of(frame: Frame, trigger: Trigger) -> Span | None:
    """The place in 在PLACE right before the verb, behind the date where that comes first."""
    start = frame.clause_start(trigger.start)
    if frame.date.end <= trigger.start:
        start = max(start, frame.date.end)
    found = place_before(frame.text, start, trigger.start)
    if found:
        return clean_place(frame, found[0])
    if trigger.verb.endswith("于"):
        at = AT.re.match(frame.text, trigger.end, frame.clause_end(trigger.end))
        return clean_place(frame, at.span("place")) if at else None
    gone = GONE_TO.re.search(frame.text, start, trigger.start)
    if gone is not None and trigger.verb not in LEAVING:
        return clean_place(frame, gone.span("place"))
    if trigger.verb in LEAVING:
        left = FROM.re.search(frame.text, start, trigger.start)
        return clean_place(frame, left.span("place")) if left else None
    if trigger.verb.endswith(ARRIVING):
        goal = GOAL.re.match(frame.text, trigger.end, frame.clause_end(trigger.end))
        if goal is not None and frame.text[goal.start("place")] == "“":
            return goal.span("place")
        return clean_place(frame, goal.span("place")) if goal else None
    if trigger.kind == "launch":
        lies = LOCATED.re.search(frame.text, frame.clause_start(trigger.start), trigger.start)
        return lies.span("place") if lies else None
    if trigger.verb.endswith(INSPECTING):
        to = frame.text.rfind("对", start, trigger.start)
        if to >= 0:
            return place_at(frame, to, 3)
        seen = INSPECTED.re.match(frame.text, trigger.end, frame.clause_end(trigger.end))
        return seen.span("place") if seen else place_at(frame, trigger.end, 2)
    return None


def place_at(frame: Frame, at: int, reach: int) -> Span | None:
    """The known place that begins within `reach` code points of `at`, unless a body's name does."""
    places = frame.article.mentions.places
    first = bisect_left(places, at, key=lambda place: place.start)
    if first < len(places) and places[first].start < at + reach:
        place = places[first]
        gap = frame.text[at : place.start]
        if gap.strip("了对") == "" and not frame.in_body(place.start):
            return place.start, place.end
    return None


LOCATED = Pattern(
    "event.located",
    "where a thing lies, as a modifier of its name: 位于PLACE的",
    r"(?:位于|坐落于|坐落在|地处)(?P<place>[^,。;:!?、的\d]{2,20})(?=[、,的])",
    examples={"位于江北路、合共300伙的公屋": "位于江北路"},
    rejects=("位于上游45公里的电站",),
)


def clean_place(frame: Frame, span: Span | None) -> Span | None:
    """The span without what a verb in it begins (葵涌检获香烟 → 葵涌); `None` if no place is left."""
    if span is None:
        return None
    at = bisect_left(frame.triggers, span[0], key=lambda trigger: trigger.start)
    while at < len(frame.triggers) and len(frame.triggers[at].verb) == 1:
        at += 1
    if at < len(frame.triggers) and frame.triggers[at].start < span[1]:
        return trimmed(frame.text, span[0], frame.triggers[at].start)
    return span
