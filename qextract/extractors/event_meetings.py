"""Meetings and other occasions: held, attended, spoken at, or only named."""

from __future__ import annotations

from qextract.extractors.event_at import NO_PLACE
from qextract.extractors.event_frame import Found, Frame
from qextract.extractors.event_names import TAIL, occasion, open_cut, trimmed
from qextract.extractors.event_phrases import as_name, subject_of
from qextract.extractors.event_places import ASSEMBLY, GONE_TO, place_of
from qextract.extractors.event_triggers import Trigger
from qextract.mentions import Span
from qextract.rules import Pattern, rule

LAUNCH_NAME = Pattern(
    "event.launch_name",
    "a ceremony with which something begins",
    r"(?:启动|启用|开工|通车|投产|开业|揭牌|首发|开播)(?:仪式|典礼)$",
    examples={"活动周启动仪式": "启动仪式"},
    rejects=("颁奖仪式",),
)

OTHER_NAME = Pattern(
    "event.other_name",
    "an occasion that is no meeting",
    r"(?:活动|[奥亚全冬]运会|残奥会|世界杯|赛|节|展|展区|公开课|讲堂|开放日|[令体训][令验练]营|主题党日|宣讲|展览|行动|检查|专项整治|巡视|调查|监测|演练|演习|军演|阅兵|游行|集会|葬礼|婚礼|选举|大选|公投"
    r"|投票|春运|暑运|高考|中考|考试|面试|笔试|巡游|义诊|拍卖|马拉松|夏令营|普查|弹唱会|运动会|音乐会|演唱会|宣誓仪式|升旗仪式|站|轮|季|周|月|日|校庆|庆典|典|庙会|灯会|花会|茶博会|书市|年货节|嘉年华|访谈|直播|路跑|巡展|汇演|演出|晚会|沙龙|回合|首战|[幕德比]战|之战|对决|测试|派位|抽签|摇号|咨询)”?$",
    examples={"防汛演练": "演练"},
    rejects=("推进会",),
)

BARE = frozenset(
    {
        "访谈", "会议", "大会", "活动", "仪式", "典礼", "比赛", "展览", "开展",
        "磋商", "座谈会", "新闻发布会", "发布会", "记者会", "说明会", "通气会", "新闻通气会", "吹风会", "例行记者会",
    }
)  # fmt: skip
"""Words that say only of what kind the occasion was."""

OPENING = frozenset({"开幕", "拉开帷幕", "揭幕", "开赛"})
"""Verbs with which a festival or a game begins."""

CLOSING = frozenset({"落幕", "落下帷幕", "收官落幕", "圆满落幕", "收官"})
"""Verbs with which a festival or a game ends."""

AT_OCCASION = (
    r"(?P<name>[^,。;!?“”]{1,40}(?:会议?|论坛|仪式|典礼|会晤|座谈))(?:上|中(?!心)|期间)(?!作的)[^,。;:!?]{0,14}?"
    r"(?:(?P<verb>表示|指出|介绍|强调|透露|宣布|说|称|回应|补充|质疑|讲话|致辞|发言|通报|提出|披露|认为|发布|公布|呼吁|答复|回复|报告|说明|总结|部署|动员|汇报)|(?![^\n]))"
)
"""An occasion, 上 or 中 and the verb of what was said or done there."""

SAID_AT = Pattern(
    "event.said_at",
    "在OCCASION上 and a verb of saying or doing behind it",
    "在" + AT_OCCASION,
    examples={
        "昨日在旅游发展会议上表示,": "在旅游发展会议上表示",
        "在市人民代表大会会议上": "在市人民代表大会会议上",
    },
    rejects=("在会上表示", "在全省推广"),
)


SAID_THEN = Pattern(
    "event.said_then",
    "the same with the date inside: 在DATE的OCCASION上SAID",
    r"(?:举行|召开)?的" + AT_OCCASION,
    examples={"的例行记者会上说,": "的例行记者会上说"},
    rejects=("的会后说",),
)


@rule(
    "event.at_meeting",
    "PERSON DATE 在OCCASION上 SAID: the occasion is the event",
    examples={
        "市水利局局长江源3月4日在防汛工作会议上表示,堤防已经加固。": "2024-03-04 | meeting | 表示 | 防汛工作会议 | -",
        "3月4日,县长白鹭在春耕动员会议上强调,要不误农时。": "2024-03-04 | meeting | 强调 | 春耕动员会议 | -",
    },
    rejects=("市水利局局长江源3月4日表示,堤防已经加固。",),
)
def at_meeting(frame: Frame) -> Found | None:
    text = frame.text
    begin = frame.date.end + (text[frame.date.end : frame.date.end + 1] == ",")
    end = min(frame.clause_end(begin), frame.limit)
    match = SAID_AT.re.search(text, frame.date.end, end)
    if match is None and text[frame.date.start - 1 : frame.date.start] == "在":
        match = SAID_THEN.re.match(text, frame.date.end, end)
    if match is None or match.start() - frame.date.end > 16:
        return None
    verb = None
    if match["verb"] is None and text[match.end() : match.end() + 1] not in ("", "\n"):
        return None
    if match["verb"]:
        verb = Trigger(match["verb"], *match.span("verb"), "meeting", "A", "attend")
    name = trimmed(
        text, open_cut(text, match.start("name"), match.end("name"), "的"), match.end("name")
    )
    there = HELD_THERE.re.match(text, *match.span("name"))
    place = there.span("place") if there and not NO_PLACE.re.search(there["place"]) else None
    seat = SEAT_OF.re.fullmatch(text, *name) if name and verb else None
    if seat is not None:
        return Found("statement", verb, None, seat.span("place"))
    bare = name is not None and text[slice(*name)] in BARE
    return Found("meeting", verb, None if bare else name, place)


HELD_THERE = Pattern(
    "event.held_there",
    "the place of an occasion inside its modifier: PLACE举行的记者会",
    r"(?P<place>[^,。;:!?、的]{2,20}?)(?:举行|召开|举办|开幕|闭幕)的",
    examples={"江北宾馆召开的发布会": "江北宾馆召开的"},
    rejects=("发布会",),
)

SEAT_OF = Pattern(
    "event.seat_of",
    "the sitting of an assembly, which tells where somebody spoke and names no occasion",
    rf"(?P<place>{ASSEMBLY})(?:大会|全体)?会议?",
    examples={"立法会会议": "立法会会议"},
    rejects=("立法会卫生事务委员会会议",),
)


WITHIN = Pattern(
    "event.within_occasion",
    "NAME中 behind 在DATE, the name ending in a word for an occasion",
    r"(?P<name>[^,。;:!?]{2,40}?(?P<tail>考核|评比|评估|测评|抽查|检查|普查|评选|竞赛|大赛|比赛|选举|会议|论坛|行动|演练))(?:活动)?(?:中|上|期间),",
    examples={"全省政府质量工作考核中,": "全省政府质量工作考核中,"},
    rejects=("工作中,",),
)

NO_OCCASION = frozenset({"比赛", "其他比赛", "另一场比赛", "检查", "抽查", "会议", "选举", "考核"})
"""Bare kinds of occasions, which are none."""

OCCASION_KINDS = {
    "评选": "award",
    "竞赛": "award",
    "大赛": "award",
    "比赛": "result",
    "会议": "meeting",
    "论坛": "meeting",
    "选举": "appointment",
    "行动": "other",
    "演练": "other",
}
"""Last word of the occasion -> kind; the others are results."""


@rule(
    "event.within",
    "在DATE NAME中, …: the occasion is the event, no verb names it",
    examples={
        "在2022年全省河湖保护考核中,临川市名列前茅。": "2022 | result | - | 全省河湖保护考核 | -"
    },
    rejects=("在2022年的工作中,临川市名列前茅。",),
)
def within(frame: Frame) -> Found | None:
    text, date = frame.text, frame.date
    if text[date.start - 1 : date.start] != "在":
        return None
    match = WITHIN.re.match(text, date.end, min(frame.limit, frame.sentence.end))
    if match is None:
        return None
    name = trimmed(text, open_cut(text, *match.span("name"), "的"), match.end("name"))
    if name is not None and text[slice(*name)] in NO_OCCASION:
        return None
    return Found(OCCASION_KINDS.get(match["tail"], "result"), None, name, start=date.start - 1)


@rule(
    "event.held",
    "ORG DATE 召开/举行 NAME会, NAME会 DATE 在PLACE举行",
    examples={
        "3月1日,全省水利大会在临川召开。": "2024-03-01 | meeting | 召开 | 全省水利大会 | 临川",
        "市统计局3月2日举行第三季度新闻发布会。": "2024-03-02 | meeting | 举行 | 第三季度新闻发布会 | -",
        "为期两天的全市农业工作会议3月3日在白沙镇闭幕。": "2024-03-03 | meeting | 闭幕 | 全市农业工作会议 | 白沙镇",
        "松江大桥开工仪式将于4月6日举行。": "2024-04-06 | launch | 举行 | 松江大桥开工仪式 | -",
        "第三届临川图书节定于5月1日在县体育馆举办。": "2024-05-01 | other | 举办 | 第三届临川图书节 | 县体育馆",
    },
    rejects=("近日,全省水利大会在临川召开。", "大会的召开意义重大。"),
)
def held(frame: Frame, trigger: Trigger) -> Found | None:
    text = frame.text
    end = frame.clause_end(trigger.end)
    verbs = frame.verbs_in(trigger.end, end) if text.startswith("的", trigger.end) else ()
    name = occasion(text, trigger.end, end, verbs)
    if name is None or name[1] - name[0] < 2:
        subject = subject_of(frame, trigger.start)
        if subject is not None and TAIL.re.search(text, *subject):
            name = subject
        elif subject is not None and end - trigger.end < 2 and not frame.is_body(*subject):
            name = as_name(frame, subject)
    if name is not None and trigger.verb == "召开":
        name = _sitting(text, name)
    words = text[slice(*name)] if name else ""
    if words in BARE:
        name = None
    kind = "meeting"
    if LAUNCH_NAME.re.search(words) and "会暨" not in words:
        kind = "launch"
    elif "颁奖" in words:
        kind = "award"
    elif "聘任" in words or "任命" in words:
        kind = "appointment"
    elif OTHER_NAME.re.search(words):
        kind = (
            "launch"
            if trigger.verb in OPENING
            else "result"
            if trigger.verb in CLOSING
            else "other"
        )
    return Found(kind, trigger, name, place_of(frame, trigger))


def _sitting(text: str, name: Span) -> Span:
    """What is convened is a meeting: the name up to its last 会, unless that leaves nothing."""
    last = text.rfind("会", *name) + 1
    if text.startswith("议", last):
        last += 1
    return (
        (name[0], last) if last - name[0] > 3 and text[name[0] : name[1]].endswith("选举") else name
    )


@rule(
    "event.attended",
    "PERSON DATE 出席/会见: the occasion is the event",
    examples={
        "县长白鹭3月14日出席春耕生产动员会。": "2024-03-14 | meeting | 出席 | 春耕生产动员会 | -"
    },
    rejects=("县长白鹭出席春耕生产动员会。",),
)
def attended(frame: Frame, trigger: Trigger) -> Found | None:
    name = occasion(frame.text, trigger.end, frame.clause_end(trigger.end))
    place = place_of(frame, trigger)
    if place is None and name is None and frame.date.end <= trigger.start:
        gone = GONE_TO.re.search(frame.text, frame.date.end, trigger.start)
        place = gone.span("place") if gone else None
    return Found(trigger.kind if trigger.kind == "statement" else "meeting", trigger, name, place)
