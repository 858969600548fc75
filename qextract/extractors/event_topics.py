"""Verbs that only tell what another verb of the sentence is about, by whose leave or of whom."""

from __future__ import annotations

from qextract.extractors.event_frame import Frame
from qextract.extractors.event_triggers import Trigger
from qextract.rules import Pattern, late

CONSENTING = frozenset({"批准", "同意", "研究", "审批", "审议", "讨论", "表决", "推荐", "考察"})
"""Verbs of leave, which in 经…批准, name only by whose leave the next clause's deed was done."""


def _by_leave(frame: Frame, trigger: Trigger) -> bool:
    text, start = frame.text, frame.clause_start(trigger.start)
    start = max(start, frame.date.end) if frame.date.end <= trigger.start else start
    lead = text[start : start + 2].lstrip(",")
    return lead.startswith("经") and text.startswith(
        (",决定", ",给予", ",对", ",现", ",任命", ",免去"), trigger.end
    )


DEALT = Pattern(
    "event.dealt",
    "what is done about a matter that 就 names",
    r"交换|沟通|讨论|磋商|会谈|达成|签署|表态|答问|提出|发表|举行|进行|展开",
    examples={"就落实共识交换了意见": "交换"},
    rejects=("就公布了数据",),
)


TELLING = ("汇报", "介绍", "说明", "讨论", "公布", "提出", "商讨", "研究")
"""Verbs whose object may be another verb phrase (汇报修订《办法》的建议)."""

OF_IT = Pattern(
    "event.of_it",
    "the noun at the end of what was told",
    r"的(?:建议|情况|方案|计划|构想|工作|进展|安排|事宜)$",
    examples={"修订《办法》的建议": "的建议"},
    rejects=("修订《办法》",),
)


def _told_of(frame: Frame, trigger: Trigger) -> bool:
    text = frame.text
    if not text.endswith(TELLING, frame.date.end, trigger.start):
        return False
    return OF_IT.re.search(text, trigger.end, frame.clause_end(trigger.end)) is not None


def _led(frame: Frame, trigger: Trigger) -> bool:
    """Whether a visit only tells who was shown about (陪同来华访问的总理参观故宫)."""
    if not frame.text.startswith("的", trigger.end) or trigger.start - frame.date.end < 3:
        return False
    end = frame.clause_end(trigger.end)
    return any(t.shape == "go" for t in frame.after if trigger.end < t.start < end)


MODIFIER = Pattern(
    "event.modifier",
    "a verb that is part of a modifier: what follows it, up to 的 and a noun",
    r"[^,。;:!?的]{0,8}的[^,。;:!?的]{2,12}?(?=被|已|获|在|由|将|经|成功|终于|顺利)",
    examples={"三天的女生被找到": "三天的女生"},
    rejects=("三天后被找到",),
)


LEFT = ("访问", "行程", "考察", "休假", "会谈", "演出", "比赛", "训练")
"""What somebody ends before he goes elsewhere (结束访问回到北京)."""


def _left(frame: Frame, trigger: Trigger) -> bool:
    """Whether it tells of what was ended before somebody went, or of a place that somebody went to."""
    text, end = frame.text, frame.clause_end(trigger.end)
    if trigger.verb == "结束" and text.startswith(LEFT, trigger.end):
        return any(t.shape == "go" and trigger.end + 2 <= t.start < end for t in frame.after)
    if trigger.shape == "go" and text.startswith("结束", trigger.start - 2):
        return any(trigger.end <= t.start < end for t in frame.after)
    if trigger.shape != "incident":
        return False
    goes = any(t.shape == "go" and t.end == trigger.start for t in frame.after)
    return goes and "的" in text[trigger.end : min(trigger.end + 8, end)]


HEARD = late(r"(?:接[到获]|收到|获|据)[^,。;:!?]{0,12}$")
"""What stands before a report that somebody got."""

REPORTS = frozenset({"通报", "举报", "报警", "报案", "投诉", "检举", "求助"})
"""Verbs that are nouns behind 接到."""

OTHER_YEAR = late(r"(?:19|20)\d{2}年(?:\d{1,2}月)?$")
"""A year right before a verb that only tells which thing is meant (2023年竣工的大桥)."""

HELPING = (
    "帮助",
    "支援",
    "救助",
    "慰问",
    "安置",
    "援助",
    "支持",
    "用于",
    "针对",
    "应对",
    "防范",
    "抗击",
    "抵御",
)
"""Verbs whose object is whom or what a blow struck."""


def _helped(frame: Frame, trigger: Trigger) -> bool:
    """Whether a blow only tells whom somebody helped, or against what (帮助遭受台风袭击地区)."""
    return trigger.shape == "incident" and frame.text.endswith(HELPING, 0, trigger.start)


def _about(frame: Frame, trigger: Trigger) -> bool:
    """Whether 就…后 makes of the verb what was spoken about afterwards (就三读通过草案后会见传媒)."""
    text, end = frame.text, frame.clause_end(trigger.end)
    start = max(frame.clause_start(trigger.start), frame.date.end)
    topic = text.rfind("就", max(start, trigger.start - 12), trigger.start)
    if topic < 0:
        return False
    further = [t.start for t in frame.after if trigger.end < t.start < end]
    return bool(further) and "后" in text[trigger.end : further[-1]]


def _modifies(frame: Frame, trigger: Trigger) -> bool:
    """Whether the verb only tells which person or thing another verb of the clause is about."""
    text, start = frame.text, trigger.start
    if text.startswith("利用", start - 2) and "便利" in text[trigger.end : trigger.end + 16]:
        return True
    if text.startswith("的", trigger.end) and OTHER_YEAR.search(
        text, max(frame.date.end + 1, start - 8), start
    ):
        return True
    if trigger.verb in REPORTS and HEARD.search(text, max(frame.date.end, start - 16), start):
        return True
    if _left(frame, trigger) or _helped(frame, trigger) or _about(frame, trigger):
        return True
    if text[frame.date.end] != "," or frame.clause_start(start) != frame.date.end + 1:
        return False
    if trigger.shape not in ("incident", "object", "subject", "deed", "go"):
        return False
    end = frame.clause_end(trigger.end)
    match = MODIFIER.re.match(text, trigger.end, end)
    return match is not None and any(match.end() <= t.start < end for t in frame.after)


REASON = Pattern(
    "event.reason",
    "what opens a clause that tells for what somebody was punished",
    r",?(?:[^,。;:!?]{2,20}?)?(?:因|由于|涉嫌|鉴于)",
    examples={",因贷款被挪用": ",因", "监管局因贷款": "监管局因"},
    rejects=("贷款被挪用",),
)


def _of_case(frame: Frame, trigger: Trigger) -> bool:
    """Whether a wrong is only what the authorities deal with (对市民被骗一案立案, 因…被罚款)."""
    if trigger.shape not in ("incident", "crime"):
        return False
    text, end = frame.text, frame.clause_end(trigger.end)
    further = [t for t in frame.after if t.start > trigger.end and t.shape == "enforce"]
    if not further:
        return False
    if further[0].start < end:
        return "案" in text[trigger.end : further[0].start]
    start = max(frame.clause_start(trigger.start), frame.date.end)
    follows = frame.clause_start(further[0].start) <= end + 1
    return follows and REASON.re.match(text, start, trigger.start) is not None


STRIVING = Pattern(
    "event.striving",
    "what opens a clause that tells how long something took, before what it led to",
    r",?(?:历经|历时)[^,。;:!?的]{0,24}$",
    examples={",历经32个小时": ",历经32个小时"},
    rejects=("经济发展,",),
)


def _strives(frame: Frame, trigger: Trigger) -> bool:
    """Whether the verb only tells of the efforts that led to the next one (历经32小时扑救,…扑灭)."""
    start = max(frame.clause_start(trigger.start), frame.date.end)
    if trigger.end != frame.clause_end(trigger.end):
        return False
    return STRIVING.re.match(frame.text, start, trigger.start) is not None


def _caused(frame: Frame, trigger: Trigger) -> bool:
    """Whether 因…被 makes of the verb the reason for the next one (因突发胸痛被送到医院)."""
    text, end = frame.text, frame.clause_end(trigger.end)
    start = max(frame.clause_start(trigger.start), frame.date.end, trigger.start - 6)
    if trigger.shape != "incident" or "因" not in text[start : trigger.start]:
        return False
    if text[trigger.start - 1] == "因" and any(trigger.end < t.start < end for t in frame.after):
        return True
    return any(
        t.start < end and "被" in text[trigger.end : t.start]
        for t in frame.after
        if t.start > trigger.end
    )


def _before(frame: Frame, trigger: Trigger) -> bool:
    """Whether 在…后 makes of the verb the time of the next one (在就职后宣布)."""
    text, end = frame.text, frame.clause_end(trigger.end)
    if not text.startswith(("后", "之后"), trigger.end) or text[trigger.start - 1] != "在":
        return False
    return any(trigger.end < t.start < end for t in frame.after)


def is_topic(frame: Frame, trigger: Trigger) -> bool:
    """Whether the verb only says what was agreed on (就股权转让达成协议)."""
    begin = max(trigger.start - 12, frame.date.end)
    text = frame.text
    if text[trigger.start - 1] == "就" and DEALT.re.search(
        text, trigger.end, frame.clause_end(trigger.end)
    ):
        return True
    if trigger.shape == "go" and _led(frame, trigger):
        return True
    if _modifies(frame, trigger) or _of_case(frame, trigger) or _before(frame, trigger):
        return True
    if _strives(frame, trigger) or _caused(frame, trigger):
        return True
    if _told_of(frame, trigger):
        return True
    if text.startswith(("之时", "之际"), trigger.end) and trigger is not frame.after[-1]:
        return True
    if trigger.verb in CONSENTING and _by_leave(frame, trigger):
        return True
    if frame.text.rfind("就", begin, trigger.start) < 0:
        return False
    return frame.text.startswith(
        ("达成", "签署", "签订", "举行", "展开", "进行", "发表"), trigger.end
    )
