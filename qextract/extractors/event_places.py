"""Where an event took place: the words around its verb that name a place."""

from __future__ import annotations

from bisect import bisect_left

from qextract.extractors.event_at import place_before
from qextract.extractors.event_frame import Frame
from qextract.extractors.event_names import trimmed
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
        "开出",
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
    "回到",
    "飞抵",
    "飞往",
    "飞赴",
    "运至",
    "运到",
    "送至",
    "落户",
    "移师",
    "停靠",
    "靠泊",
    "抵达港口",
    "迁入",
    "移入",
    "搬入",
    "搬至",
    "转入",
)
"""Verbs whose place is where the way ended, behind them."""

SENDING = (
    "派出",
    "派遣",
    "派驻",
    "派",
    "增派",
    "选派",
    "捐赠",
    "捐助",
    "援助",
    "提供",
    "移交",
    "交付",
    "运送",
    "调运",
    "驰援",
    "支援",
    "援建",
    "输送",
    "出口",
)
"""Verbs whose place is where something was sent: 向PLACE派出."""

TOWARDS = Pattern(
    "event.towards",
    "向PLACE right before a verb of sending",
    r"[向往](?P<place>[^,。;:!?、向往]{2,14}?)(?:紧急|再次|首批|新|增|无偿|提供){0,2}$",
    examples={"将于9月向南洋国新": "向南洋国新"},
    rejects=("面向", "向"),
)


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
    r"(?!以来|后|前)了?(?P<place>(?:“[^”]{1,16}”)?[^,。;:!?、的了“”]{2,24}?)(?=$|[,。;!?的]|救治|治疗|抢救|就医|救护|以来|隔离|接受|进行|开展|参加|办公|后|时|途中|与|和|答)",
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
    r"(?:[前奔]赴|前往|飞[赴抵往]|抵达|驰援|深入|走进|来到|(?<![达得受收感直接回找看遇签做提])到|(?<![前奔以])赴)(?P<place>(?!会|场|位|岗)[^,。;:!?、的与和同]{2,16}?)(?:实地|现场|集中|联合|就地)?(?:[与和同][^,。;:!?]{1,12})?$",
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
        if left is not None:
            return clean_place(frame, left.span("place"))
        bound = BOUND_FOR.re.match(frame.text, trigger.end, frame.clause_end(trigger.end))
        return clean_place(frame, bound.span("place")) if bound else None
    if trigger.verb.endswith(SENDING):
        to = TOWARDS.re.search(frame.text, start, trigger.start)
        return (
            clean_place(frame, to.span("place"))
            if to and is_placelike(frame, to.span("place"))
            else None
        )
    if trigger.verb.endswith(ARRIVING):
        goal = GOAL.re.match(frame.text, trigger.end, frame.clause_end(trigger.end))
        if goal is not None and frame.text[goal.start("place")] == "“":
            return goal.span("place")
        return clean_place(frame, goal.span("place")) if goal else None
    if trigger.verb.endswith(SHUTTING):
        return _shut(frame, trigger, start)
    if trigger.kind == "launch":
        lies = LOCATED.re.search(frame.text, frame.clause_start(trigger.start), trigger.start)
        return lies.span("place") if lies else _clause_before(frame, start)
    if trigger.verb.endswith(INSPECTING):
        aim = frame.text.rfind("对", start, trigger.start)
        if aim >= 0:
            return place_at(frame, aim, 3)
        seen = INSPECTED.re.match(frame.text, trigger.end, frame.clause_end(trigger.end))
        return seen.span("place") if seen else place_at(frame, trigger.end, 2)
    return None


BOUND_FOR = Pattern(
    "event.bound_for",
    "the place behind a verb of leaving that tells no other: 启程赴PLACE",
    r"(?:[前奔]赴|前往|赶往|开往|驶往|驶向|飞[赴往]|奔赴|赴|去往)(?P<place>[^,。;:!?、的]{2,14}?)(?=$|[,。;]|参加|参与|执行|进行|开展|支援|抗|救|增援|担任|看|过|调研|考察|访问|出席)",
    examples={"赴南洋国执行": "赴南洋国"},
    rejects=("仪式",),
)

PLACELIKE = Pattern(
    "event.placelike",
    "the last word of a place that no list holds",
    r"(?:省|市|县|区|镇|乡|村|屯|州|盟|旗|国|岛|湾|港|路|街|巷|弄|道|桥|站|机场|码头|口岸|广场|公园|小区|社区|大厦|大楼|酒店|宾馆|饭店|医院|法院|学院|大学|中学|小学|校园"
    r"|体育[场馆]|球场|剧院|剧场|美术馆|博物馆|图书馆|会堂|礼堂|中心|基地|园|景区|工地|地盘|隧道|口|处|附近|境内|市场|商场|工厂|仓库|水库|[江河湖海]|海域|水域|灾区|山区|地区|[东西南北中]部|前线|门前|总部|总统府|国会|议会|立法会|立法院|白宫|现场|机构|塔|馆|厅|谷|崖|沟|渠|塘|坑|[教会]室)$",
    examples={"白沙中学": "中学"},
    rejects=("企业",),
)


def is_placelike(frame: Frame, span: Span) -> bool:
    """Whether what was found as a place ends in a listed place or in a word for a place."""
    start, end = span
    if PLACELIKE.re.search(frame.text, start, end):
        return True
    places = frame.article.mentions.places
    at = bisect_left(places, end, key=lambda place: place.end)
    return at < len(places) and places[at].end == end and places[at].start >= start


TOLD = Pattern(
    "event.told_place",
    "在PLACE in a clause of circumstances, the place told by its last word",
    r"在(?P<place>[^,。;:!?、在“”《》]{1,18}?(?:路[与和][^,。;:!?]{1,8}?(?:交叉口|交界处|交汇处|路口)|[路街桥村镇乡巷]口?|大道|公园|广场|市场|医院|法院|学院|大学|中学|小学|酒店|宾馆|饭店|商场|小区|社区|景区|车站|[东南西北]站|机场|码头"
    r"|口岸|大厦|大楼|公寓|体育[场馆]|图书馆|博物馆|水库|海域|隧道|高速|工地|地盘|仓库|工厂|厂区|车间|附近|境内|门口|路段|路口|处|家中|家里|住所|住处))(?![长委局政办人民])",
    examples={"在人民公园遛弯": "在人民公园"},
    rejects=("在处理问题时", "在市委会议上"),
)


ALONE = Pattern(
    "event.place_alone",
    "a clause right behind a date that is a place and nothing else",
    r",在?(?P<place>[^,。;:!?“”《》的了因受在]{2,24}?(?:段|[路街桥村镇乡巷]口?|交叉口|交界处|交汇处|路段|附近|门口|海域|水域|隧道|公园|广场|小区|社区|景区|[东南西北]站|车站|机场|码头|口岸|境内|车道|出口|入口|[\dA-Z]处|公里处|米处)),",
    examples={",滨河大道与红旗路交叉口,一辆": ",滨河大道与红旗路交叉口,"},
    rejects=(",受降雨影响,",),
)


def told_place(frame: Frame, start: int, end: int) -> Span | None:
    """The place that a clause between the date and the verb's own clause tells."""
    alone = ALONE.re.match(frame.text, start, end)
    if alone is not None and not frame.verb_in(*alone.span()):
        return alone.span("place")
    match = TOLD.re.search(frame.text, start, end)
    if match is not None:
        return match.span("place")
    at = frame.text.find("在", start, end)
    return place_at(frame, at + 1, 1) if at >= 0 else None


def seat_of(frame: Frame, trigger: Trigger) -> Span | None:
    """Where something was said: the place in 在PLACE before the verb, if it is one beyond doubt."""
    start = frame.clause_start(trigger.start)
    if frame.date.end <= trigger.start:
        start = max(start, frame.date.end)
    sat = SAT.re.search(frame.text, start, trigger.end)
    if sat is not None:
        return sat.span("place")
    found = place_before(frame.text, start, trigger.start)
    place = found[0] if found else None
    return place if place is not None and is_placelike(frame, place) else None


ASSEMBLY = r"(?:立法会|立法院|国会|[众参]议院|[上下]议院|议会|[省市县区州]议会)"
"""A house where members ask and ministers answer."""

SAT = Pattern(
    "event.sat",
    "在ASSEMBLY, or at its sitting, before what was said there",
    r"在(?P<place>" + ASSEMBLY + r")(?:(?:大会|全体)?(?:会议)?上|(?=[回答质发作接提宣表致报备说]))",
    examples={"在国会回答议员": "在国会", "在立法会会议上": "在立法会会议上"},
    rejects=("在立法会卫生事务委员会会议上",),
)


def _clause_before(frame: Frame, start: int) -> Span | None:
    """The place in 在PLACE in the clause before the one that begins at `start`, behind the date."""
    low = max(frame.date.end, frame.clause_start(start - 1))
    if low >= start - 1 or frame.date.end > start:
        return None
    found = place_before(frame.text, low, start - 1)
    place = found[0] if found else None
    return place if place is not None and is_placelike(frame, place) else None


SHUTTING = (
    "限流",
    "封闭",
    "封路",
    "封桥",
    "关闭",
    "停运",
    "停航",
    "停电",
    "停水",
    "停课",
    "交通管制",
    "戒严",
)
"""Verbs of closing, whose subject is a place more often than not."""

SHUT = Pattern(
    "event.shut",
    "a short place as the subject of a verb of closing",
    r"[\s,]{0,2}(?P<place>[^,。;:!?的“”《》\d]{2,12}?(?:景区|公园|机场|口岸|隧道|大桥|路段|[路街巷港]|高速|公路|码头|航道|车站|[东南西北]站|广场|市场|小区|社区|水域))"
    r"(?=$|因|受|将|已|全线|临时|紧急|启动|连续|实行|实施|双向|全|被|\d)",
    examples={"白石山景区启动": "白石山景区"},
    rejects=("部分航班",),
)


def _shut(frame: Frame, trigger: Trigger, start: int) -> Span | None:
    match = SHUT.re.match(frame.text, start, trigger.start)
    if match is None and start == frame.date.end:
        match = SHUT.re.match(frame.text, frame.clause_start(frame.date.start), frame.date.start)
    return match.span("place") if match else None


PART_OF = Pattern(
    "event.part_of",
    "which part of a place, behind its name",
    r"(?:(?:[东南西北]{1,2}|中)部(?!战区|署|长|门|队|分)|沿海|近海|外海|边境|附近|周边|一带)?",
    examples={"南部": "南部"},
)


def place_at(frame: Frame, at: int, reach: int) -> Span | None:
    """The known place that begins within `reach` code points of `at`, unless a body's name does."""
    places = frame.article.mentions.places
    first = bisect_left(places, at, key=lambda place: place.start)
    if first < len(places) and places[first].start < at + reach:
        place = places[first]
        gap = frame.text[at : place.start]
        if gap.strip("了对") == "" and not frame.in_body(place.start):
            return place.start, PART_OF.re.match(frame.text, place.end).end()  # type: ignore[union-attr]
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
        verb = frame.triggers[at]
        rest = frame.text[verb.end]
        if (
            rest not in "对向与同和的了"
            and span[1] - verb.end < 4
            and PLACELIKE.re.search(frame.text, verb.end, span[1])
        ):
            # a verb in the name of a building: 旅游塔, 临川展览中心
            return span
        return trimmed(frame.text, span[0], frame.triggers[at].start)
    return span
