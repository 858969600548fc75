"""Things that begin, end or are done: launches, results, signings, visits, awards."""

from __future__ import annotations

from qextract.extractors.event_frame import Found, Frame
from qextract.extractors.event_goals import goal_of
from qextract.extractors.event_names import trimmed
from qextract.extractors.event_phrases import (
    ACTION,
    as_name,
    object_of,
    operation,
    subject_of,
    topic_of,
    work_of,
)
from qextract.extractors.event_places import place_of
from qextract.extractors.event_triggers import Trigger
from qextract.mentions import Span
from qextract.rules import Pattern, late, rule


@rule(
    "event.began",
    "NAME DATE 开工/投产/开通, or DATE 启动/成立 NAME",
    examples={
        "3月7日,临川抽水蓄能电站全面投产。": "2024-03-07 | launch | 投产 | 临川抽水蓄能电站 | -",
        "江北水厂已于3月8日动工。": "2024-03-08 | launch | 动工 | 江北水厂 | -",
        "总投资3亿元的江北水厂,将于今年9月在白沙镇开工。": "2024-09 | launch | 开工 | 江北水厂 | 白沙镇",
    },
    rejects=("江北水厂投产在即。",),
)
def began(frame: Frame, trigger: Trigger) -> Found | None:
    return _thing(frame, trigger, subject_first=True)


@rule(
    "event.started",
    "ORG DATE 启动/成立/推出/开展 NAME",
    examples={
        "3月9日,市应急局启动三级防汛响应。": "2024-03-09 | launch | 启动 | 三级防汛响应 | -",
        "3月10日至12日,市卫健委开展“清风”专项行动。": "2024-03-10/2024-03-12 | other | 开展 | “清风”专项行动 | -",
    },
    rejects=("市应急局启动三级防汛响应。",),
)
def started(frame: Frame, trigger: Trigger) -> Found | None:
    return _thing(frame, trigger, subject_first=False)


NAMELESS = frozenset(
    {
        "写入",
        "纳入",
        "列入",
        "加入",
        "提出",
        "突破",
        "首破",
        "达到",
        "上调",
        "下调",
        "调升",
        "调降",
        "汇报",
        "扑灭",
        "熄灭",
    }
)
"""Verbs whose object is a place or a thought, or whose subject is a fire: no name."""

DOING = frozenset({"完成", "打破", "刷新", "创", "创下", "实现", "达成", "迎来"})
"""Verbs whose subject is somebody; what is done is their object."""

PAPER_TAIL = Pattern(
    "event.paper_tail",
    "the last word of something signed",
    r"(?:协议书?|协定|合同|备忘录|条约|议定书|宣言|公报|声明|意向书|责任书|承诺书|契约|约定|换文|公约|纪要|文件)$",
    examples={"战略合作协议": "协议"},
    rejects=("共建研究院",),
)

ABOUT = frozenset({"征求意见", "公开征求意见", "咨询"})
"""Verbs that are about a document which may stand well before them."""


THING_TAIL = Pattern(
    "event.thing_tail",
    "the last word of something that has a name of its own",
    r"(?:活动|行动|会|展|赛|节|检查|巡视|监测|调查|咨询|整治|工程|项目|报告|建议书|草案|班|计划|培训|演练|演习|普查|业务|航线|专列|仪式|任务|试验|手术|马拉松|选举|考试|改造|响应|预警|警报|复试|面试|笔试|招聘|投票|音乐会|[季周月]|健检|体检|派位|摇号|抽签|演出|公演|排练|直播|融资|收购|并购|重组|客滚运输|[高城]铁|铁路|嘉年华|市集|庆典|庙会|灯会|论坛|第.{1,3}轮)”?$",
    examples={"“清风”专项行动": "行动"},
    rejects=("随迁子女",),
)


MADE_OF = Pattern(
    "event.made_of",
    "成立由… the body behind those that make it up",
    r"了?由[^。;:!?\n]{2,80}?(?:组成|参加|参与|牵头|为成员|任组长)[^。;:!?,、]{0,8}?的(?P<name>[^,。;:!?、的了]{3,20})",
    examples={"由省厅牵头、公安等部门参加的联合调查组,": "由省厅牵头、公安等部门参加的联合调查组"},
    rejects=("联合调查组",),
)


def _thing(frame: Frame, trigger: Trigger, *, subject_first: bool) -> Found:
    """An event named after the thing that began or was started."""
    text = frame.text
    title = frame.title_in(trigger.end, frame.clause_end(trigger.end))
    place = place_of(frame, trigger)
    if (
        title is not None
        and trigger.verb not in NAMELESS
        and (
            title.start - trigger.end <= 4
            or (text[title.start - 1] == "的" and title.end >= frame.clause_end(trigger.end) - 1)
        )
    ):
        kind = "policy" if frame.is_policy(title) and trigger.kind != "signing" else trigger.kind
        return Found(kind, trigger, frame.name_of(title), place)
    subject = subject_of(frame, trigger.start)
    made = MADE_OF.re.match(text, trigger.end, frame.sentence.end)
    if made is not None:
        return Found(trigger.kind, trigger, made.span("name"), place)
    if trigger.verb in CALLED_OFF and SERVICE.search(text, *_around(frame, trigger)):
        return Found("other", trigger, None, place)
    if trigger.kind == "launch" and DEN.search(
        text, trigger.end, min(frame.clause_end(trigger.end), trigger.end + 24)
    ):
        return Found("incident", trigger, None, place)
    surgery = operation(frame, trigger) if trigger.verb in CARRYING_OUT | DOING else None
    if surgery is not None:
        return Found(trigger.kind, trigger, surgery, place)
    work = work_of(frame, trigger) if trigger.verb in CARRYING_OUT else None
    if work is not None:
        kind = "enforcement" if _enforces(text, work) else trigger.kind
        if kind == "other" and frame.date.text.endswith("起"):
            kind = "launch"
        elif kind == "other" and text.endswith(("鉴定", "验收", "评审", "评估"), *work):
            kind = "result"
        bare = text[slice(*work)] in ENFORCING
        return Found(kind, trigger, None if bare else work, place)
    if text[trigger.end : frame.clause_end(trigger.end)].endswith("关系"):
        return Found("other", trigger, None, place)
    about = trigger.verb in ABOUT
    if subject is not None or about:
        about_from = frame.text.rfind(";", frame.sentence.start, trigger.start) + 1
        start = max(about_from, frame.sentence.start)
        if not about and subject is not None:
            start = subject[0] - 1
        named = frame.last_title_before(trigger.start, start, policy=False)
        if named is not None and (about or _close(frame, named.end, trigger)):
            return Found(trigger.kind, trigger, frame.name_of(named), place)
    spans = [subject, object_of(frame, trigger.end)]
    if not subject_first:
        spans.reverse()
    if trigger.kind == "signing" or trigger.verb in DOING:
        spans = [object_of(frame, trigger.end)]
    for span in spans:
        if span is not None and span[0] <= frame.date.start < span[1]:
            continue
        paper = trigger.kind == "signing"
        name = as_name(frame, span, verbs=paper)
        if name is None or trigger.verb in NAMELESS:
            continue
        if span is subject and not subject_first and _acts(frame, trigger, name):
            continue
        if trigger.kind == "other" or trigger.verb in DOING:
            done = trigger.verb in DOING and ACTION.re.fullmatch(text, *name)
            if not done and not THING_TAIL.re.search(text[slice(*name)]):
                continue
        elif paper and not PAPER_TAIL.re.search(text[slice(*name)]):
            continue
        return Found(trigger.kind, trigger, name, place)
    if subject_first and trigger.kind in ("launch", "result"):
        return Found(trigger.kind, trigger, topic_of(frame, trigger.start), place)
    return Found(trigger.kind, trigger, None, place)


DEN = late(r"窝点|赌场|赌档|赌局|传销|黑作坊|地下钱庄")
"""What only criminals set up."""

CALLED_OFF = frozenset({"取消", "停止", "暂停", "中止", "延误", "调整"})
"""Verbs that an authority's rule may have as its object, or a train."""

SERVICE = late(
    r"航班|班次|列车|动车|高铁|航线|客运|渡轮|巴士|地铁|比赛|赛事|演出|展览|活动|课|会议|峰会|集会|表演"
)
"""What is called off on a day without any rule being made."""


def _around(frame: Frame, trigger: Trigger) -> Span:
    start = max(frame.clause_start(trigger.start), trigger.start - 12)
    return start, min(frame.clause_end(trigger.end), trigger.end + 12)


def _close(frame: Frame, end: int, trigger: Trigger) -> bool:
    """Whether no other verb stands between a title and the verb."""
    return not any(at < trigger.start for at in frame.verbs_in(end, trigger.start)) and (
        "讲述" not in frame.text[end : trigger.start]
    )


CARRYING_OUT = frozenset({"开展", "展开", "进行", "组织", "组织开展", "实施", "启动", "开始"})
"""Light verbs, whose object says what was done."""

ENFORCING = (
    "突击检查",
    "执法检查",
    "执法",
    "联合执法",
    "突击抽查",
    "收网行动",
    "抓捕行动",
    "抓捕",
    "收网",
    "扫黑行动",
    "缉毒行动",
)
"""Work of authorities against those who break rules."""


def _enforces(text: str, work: Span) -> bool:
    return text[slice(*work)].endswith(ENFORCING)


def _acts(frame: Frame, trigger: Trigger, name: Span) -> bool:
    """Whether the subject is who did it: a body before an object, or what is done is counted."""
    end = frame.clause_end(trigger.end)
    if frame.text.startswith("于", trigger.end) and frame.date.start == trigger.end + 1:
        return False
    if frame.quantity_in(trigger.end, min(trigger.end + 3, end)) is not None:
        return True
    return end - trigger.end > 1 and frame.is_body(*name)


@rule(
    "event.visit",
    "PERSON DATE 到PLACE调研/参观",
    examples={"3月11日,县长白鹭深入白沙镇调研春耕。": "2024-03-11 | visit | 调研 | - | 白沙镇"},
    rejects=("县长白鹭深入白沙镇调研春耕。",),
)
def visit(frame: Frame, trigger: Trigger) -> Found | None:
    place = goal_of(frame, trigger)
    kind = "visit"
    if trigger.verb in REACHING and CREW.re.search(
        frame.text, frame.clause_start(min(frame.date.start, trigger.start)), trigger.start
    ):
        kind = "other"
    return Found(kind, trigger, None, place)


REACHING = frozenset({"抵达", "到达", "赶到", "抵", "返回"})
"""Verbs of arriving, which are no visit where it is a crew or a load that arrives."""

CREW = Pattern(
    "event.crew",
    "a crew or a load as what arrives",
    r"(?:人员|力量|医疗队|救援队|工作队|支队|队伍|官兵|物资|专列|列车|航班|货轮|车队|班机|\d{1,6}人)[^,。;:!?]{0,12}$",
    examples={"增援力量": "力量"},
    rejects=("代表团",),
)


@rule(
    "event.award",
    "NAME DATE 荣获/入选 AWARD",
    examples={"2023年,江北水厂荣获临川省质量奖。": "2023 | award | 荣获 | 临川省质量奖 | -"},
    rejects=("江北水厂荣获临川省质量奖。",),
)
def award(frame: Frame, trigger: Trigger) -> Found | None:
    if trigger.verb == "获选" and POST.search(
        frame.text, trigger.end, frame.clause_end(trigger.end)
    ):
        return Found("appointment", trigger)
    name = None
    first = frame.text.find("的", trigger.end, frame.clause_end(trigger.end))
    if first > 0 and frame.text.endswith(GIVING, 0, first):
        first = frame.text.find("的", first + 1, frame.clause_end(trigger.end))
    if first > trigger.end + 3:
        # 获选NAME的somebody said: the award ends where what it modifies begins
        name = as_name(frame, trimmed(frame.text, trigger.end, first))
    if name is None:
        name = as_name(frame, object_of(frame, trigger.end))
    if name is None and trigger.end == frame.clause_end(trigger.end):
        subject = subject_of(frame, trigger.start)
        if subject is not None and frame.text.endswith(("奖", "奖项", "奖章", "勋章"), *subject):
            name = as_name(frame, subject)
    return Found("award", trigger, name)


GIVING = ("颁发", "授予", "评选", "评出", "主办", "举办", "发布", "颁授", "给予", "设立", "认定")
"""Verbs in front of 的 that tell who gives an award."""

POST = late(r"(?:长|书记|主任|主席|委员|议员|会长|代表)$")
"""The end of a post that one is chosen for."""
