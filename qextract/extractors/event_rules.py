"""One rule for each way in which news says what happened on a date."""

from __future__ import annotations

import re

from qextract.extractors.event_frame import Found, Frame
from qextract.extractors.event_names import (
    ACTOR,
    TAIL,
    noun_phrase,
    occasion,
    open_cut,
    place_before,
    trimmed,
)
from qextract.extractors.event_triggers import Trigger
from qextract.lexicon import table
from qextract.mentions import Span
from qextract.rules import Pattern, Rule, rule

MAX_NAME = 40
"""How long a name may be, in code points; a longer phrase is a clause."""

POLICY_NOUN = re.compile(
    r"(?:条例|办法|规定|意见|通知|公告|决定|标准|规范|规划|方案|细则|政策|措施|章程|法|草案|法案|议案|制度|守则|计划|号令|拨款)"
)
LAUNCH_NAME = re.compile(
    r"(?:启动|开工|启用|开业|揭牌|首发|开播|投产|通车|奠基|挂牌)(?:仪式|典礼)$"
)
OTHER_NAME = re.compile(
    r"(?:活动|赛|节|展|展览|行动|检查|专项整治|巡视|调查|监测|演练|普查|弹唱会|站|轮)$"
)
OPENING = frozenset({"开幕", "拉开帷幕", "揭幕", "开赛"})

SAID_AT = Pattern(
    "event.said_at",
    "在OCCASION上 and a verb of saying or doing behind it",
    r"在(?P<name>[^,。;!?“”]{1,40}(?:会议?|论坛|仪式|典礼|会晤|座谈))(?:上|中|期间)[^,。;:!?]{0,14}?"
    r"(?:(?P<verb>表示|指出|介绍|强调|透露|宣布|说|称|回应|补充|质疑|讲话|致辞|发言|通报|提出|披露|认为|发布|公布|呼吁)|$|(?=\n))",
    examples={
        "昨日在旅游发展会议上表示,": "在旅游发展会议上表示",
        "在市人民代表大会会议上": "在市人民代表大会会议上",
    },
    rejects=("在会上表示", "在全省推广"),
)


@rule(
    "event.at_meeting",
    "PERSON DATE 在OCCASION上 SAID: the occasion is the event",
    examples={
        "市水利局局长江源3月4日在防汛工作会议上表示,堤防已经加固。": "2024-03-04 | meeting | 表示 | 防汛工作会议 | -"
    },
    rejects=("市水利局局长江源3月4日表示,堤防已经加固。",),
)
def at_meeting(frame: Frame) -> Found | None:
    text = frame.text
    end = min(frame.clause_end(frame.date.end), frame.limit)
    match = SAID_AT.re.search(text, frame.date.end, end)
    if match is None or match.start() - frame.date.end > 16:
        return None
    verb = None
    if match["verb"]:
        verb = Trigger(match["verb"], *match.span("verb"), "meeting", "A", "attend")
    name = trimmed(
        text, open_cut(text, match.start("name"), match.end("name"), "的"), match.end("name")
    )
    return Found("meeting", verb, name)


WITHIN = Pattern(
    "event.within",
    "NAME中 behind 在DATE, the name ending in a word for an occasion",
    r"(?P<name>[^,。;:!?]{2,40}?(?P<tail>考核|评比|评估|测评|抽查|检查|普查|评选|竞赛|大赛|比赛|选举|会议|论坛|行动|演练))(?:活动)?(?:中|上|期间),",
    examples={"全省政府质量工作考核中,": "全省政府质量工作考核中,"},
    rejects=("工作中,",),
)

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
    return Found(
        OCCASION_KINDS.get(match["tail"], "result"), None, match.span("name"), start=date.start - 1
    )


LABEL = Pattern(
    "event.label",
    "a label that ends in a word for a time, with or without a colon",
    r"(?P<what>[^\n,。;:]{2,20}?)(?:时间|日期|日|期|时限)\s*:?\s*$",
    examples={"计划开工日期": "计划开工日期", "开标时间:": "开标时间:"},
    rejects=("附件", "联系电话:"),
)

LABEL_VERBS = {
    "开工": "launch",
    "竣工": "result",
    "交付": "result",
    "投产": "launch",
    "签订": "signing",
    "签约": "signing",
    "召开": "meeting",
    "举行": "meeting",
    "施行": "policy",
    "生效": "policy",
    "发布": "other",
    "公示": "other",
    "开标": "other",
    "报名": "other",
    "截止": "other",
    "考试": "other",
    "上市": "launch",
    "成立": "launch",
    "受理": "other",
}


@rule(
    "event.label_line",
    "a label line that names a happening, and the date behind it or on the next line",
    examples={
        "北桥改造工程中标公告\n发布时间:2023-12-01\n评标已经完成,结果公告如下:\n计划开工日期\n2023年12月20日\n投标人如有异议,可向主管部门反映。\n": "2023-12-20 | launch | 开工 | - | -"
    },
    rejects=("计划开工日期另行通知。",),
)
def label_line(frame: Frame) -> Found | None:
    text, date = frame.text, frame.date
    line_end = text.find("\n", date.end)
    rest = text[date.end : line_end if line_end >= 0 else len(text)]
    if rest.strip():
        return None
    begin = text.rfind("\n", 0, date.start) + 1
    if not text[begin : date.start].strip():
        begin = text.rfind("\n", 0, max(begin - 1, 0)) + 1
    match = LABEL.re.match(text, begin, date.start)
    if match is None:
        return None
    for verb, kind in LABEL_VERBS.items():
        at = text.find(verb, *match.span("what"))
        if at >= 0:
            return Found(kind, Trigger(verb, at, at + len(verb), kind, "A", "object"), start=begin)
    return None


def _subject(frame: Frame, at: int) -> Span | None:
    """The noun phrase that is the subject of the verb at `at`, across the date and a place phrase."""
    text, date = frame.text, frame.date
    start = frame.clause_start(at)
    inside = start <= date.start and date.end <= at
    place = place_before(text, date.end if inside else start, at)
    end = place[1] if place else at
    if inside:
        behind = trimmed(text, date.end, end)
        agent = text.startswith(("由", "经"), date.end)
        if behind is not None and behind[1] - behind[0] > 2 and not agent:
            start = date.end
        else:
            end = date.start
    span = noun_phrase(text, start, end)
    stop = start - 1
    if span is None and date.start >= start > frame.sentence.start and stop >= frame.floor:
        if text[stop] != ",":
            return None
        return noun_phrase(text, max(frame.clause_start(stop), frame.floor), stop)
    return span


def _object(frame: Frame, at: int) -> Span | None:
    """The noun phrase behind the verb that ends at `at`, cut before a figure that follows it."""
    text = frame.text
    span = noun_phrase(text, at, min(frame.clause_end(at), at + 80))
    if span is None:
        return None
    figure = frame.quantity_in(span[0] + 1, span[1])
    return trimmed(text, span[0], figure.start) if figure else span


NOT_FIRST = (*"对向把将被为与以因据至到从《、就使让", "时", "全部", "各")
VERBAL = re.compile(
    r"^(?:运营|使用|建设|运行|通车|服务|施工|生产|营业|仪式|现场|以来|进行|顺利|成功|审议|款待|直航)+$"
)


def _proper(frame: Frame, span: Span | None) -> Span | None:
    """The span if it can be a name: not too long, no pronoun, person, figure or bare verb."""
    if span is None or not 2 <= span[1] - span[0] <= MAX_NAME:
        return None
    words = frame.text[span[0] : span[1]]
    if ACTOR.match(words) or words.startswith(NOT_FIRST) or VERBAL.match(words):
        return None
    if words in table("event_triggers") or (len(words) < 16 and frame.verb_in(*span)):
        return None
    figure = frame.quantity_in(*span)
    if figure is not None and figure.dimension in COUNTED and "第" not in words:
        return None
    if any(p.name.start < span[1] and span[0] < p.name.end for p in frame.article.mentions.people):
        return None
    return span


COUNTED = frozenset({"count", "money", "ratio"})


def _place(frame: Frame, trigger: Trigger) -> Span | None:
    start = frame.clause_start(trigger.start)
    if frame.date.end <= trigger.start:
        start = max(start, frame.date.end)
    found = place_before(frame.text, start, trigger.start)
    return found[0] if found else None


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
    name = occasion(text, trigger.end, frame.clause_end(trigger.end))
    if name is None or name[1] - name[0] < 2:
        subject = _subject(frame, trigger.start)
        if subject is not None and TAIL.re.search(text, *subject):
            name = subject
        elif subject is not None:
            name = _proper(frame, subject)
    words = text[slice(*name)] if name else ""
    kind = "meeting"
    if LAUNCH_NAME.search(words) and "会暨" not in words:
        kind = "launch"
    elif "颁奖" in words:
        kind = "award"
    elif "聘任" in words or "任命" in words:
        kind = "appointment"
    elif OTHER_NAME.search(words) or words.endswith("运动会"):
        kind = "launch" if trigger.verb in OPENING else "other"
    return Found(kind, trigger, name, _place(frame, trigger))


POINTS_BACK = re.compile(
    r"(?:该|本|上述|此|经修订的|修订后的|新修订的)(?:条例|办法|规定|法案|法规|行政法规|法律|标准|方案|文件|意见|规划|基准|草案|通知|公告)"
)

NAMED_TAIL = re.compile(
    r"(?:名单|结果|年报|季报|半年报|公报|白皮书|案例|排名|榜单|报告书?|公告|修订本|建议书|批复|数据集|目录|清单|指数|蓝皮书|宣言|声明书?)$"
)


def _document_name(frame: Frame, span: Span | None) -> Span | None:
    """The span if its last word says that it is a document or a list."""
    name = _proper(frame, span)
    if name is None:
        return None
    words = frame.text[name[0] : name[1]]
    if words.endswith(("中", "里")):
        name, words = (name[0], name[1] - 1), words[:-1]
    if NAMED_TAIL.search(words) or POLICY_NOUN.search(words[-4:]):
        return name if len(words) > 2 else None
    return None


@rule(
    "event.document",
    "ORG DATE 印发/公布/通过《TITLE》, before or behind the verb",
    examples={
        "省政府3月5日印发《临川省节水条例》。": "2024-03-05 | policy | 印发 | 临川省节水条例 | -",
        "国务院2021年10月印发的《节水行动方案》提出要求。": "2021-10 | policy | 印发 | 节水行动方案 | -",
        "《临川省节水条例》于2023年5月26日经省人大常委会会议审议通过。": "2023-05-26 | policy | 审议通过 | 临川省节水条例 | -",
        "市教育局3月6日公布首批示范学校名单。": "2024-03-06 | statement | 公布 | 首批示范学校名单 | -",
    },
    rejects=("省政府日前印发《临川省节水条例》。", "到2025年,全部项目通过技术改造节能。"),
)
def document(frame: Frame, trigger: Trigger) -> Found | None:
    text = frame.text
    end = frame.clause_end(trigger.end)
    clause = frame.clause_start(trigger.start)
    if POINTS_BACK.search(text, clause, trigger.start):
        meant = frame.last_title_before(clause, 0)
        if meant is not None:
            return Found("policy", trigger, frame.name_of(meant))
    title = frame.title_in(trigger.end, end)
    if title is None or not title.is_policy:
        earlier = frame.last_title_before(trigger.start, frame.sentence.start)
        if earlier is not None and (
            title is None or text[trigger.end : trigger.end + 1] in ",。;、"
        ):
            title = earlier
    if title is not None:
        kind = "policy" if title.is_policy else trigger.kind
        if not title.is_policy and kind == "policy":
            kind = "statement"
        return Found(kind, trigger, frame.name_of(title))
    place = _leading_place(frame, trigger)
    name = _document_name(frame, _object(frame, trigger.end))
    if name is None:
        name = _document_name(frame, _subject(frame, trigger.start))
    words = text[slice(*name)] if name else ""
    kind = trigger.kind
    if kind == "statement" and POLICY_NOUN.search(words[-4:]):
        kind = "policy"
    elif trigger.verb in ("通过", "一审通过") and not POLICY_NOUN.search(text[trigger.end : end]):
        kind = "result"
    return Found(kind, trigger, name, place)


FIRST_OF_ALL = re.compile(r"(?:在全国|在全省|在全球|率先|首次|首先|最早|先行)+$")


def _leading_place(frame: Frame, trigger: Trigger) -> Span | None:
    """The place that did a thing first (2012年PLACE在全国率先推行)."""
    start, end = frame.date.end, trigger.start
    lead = FIRST_OF_ALL.search(frame.text, start, end) if start < end else None
    if lead is None:
        return None
    for place in frame.article.mentions.places:
        if start <= place.start and place.end == lead.start():
            return place.start, place.end
    return None


IN_FORCE = Pattern(
    "event.in_force_verb",
    "what a document does from its date on",
    r"[起 正式同步全面开始分阶段则将即]{0,6}+(?P<verb>施行|实施|生效|执行|试行|试点)(?=[,。;:、!)以的”\n]|至|$)"
    r"|起[^,。;]{0,12}?(?P<far>试点|施行|实施)(?=[,。;\n]|$)",
    examples={"起施行。": "起施行", "起正式实施,": "起正式实施", "起在三市试点。": "起在三市试点"},
    rejects=("实施改造", "执行任务"),
)


@rule(
    "event.in_force",
    "《TITLE》 自DATE起施行, the title in the sentence or in one before",
    examples={
        "《临川省节水条例》自2024年5月1日起施行。": "2024-05-01 | policy | 施行 | 临川省节水条例 | -",
        "《临川省节水条例》已经通过。该条例5月1日起施行。": "2024-05-01 | policy | 施行 | 临川省节水条例 | -",
        "收费标准自5月1日起执行。": "2024-05-01 | policy | 执行 | 收费标准 | -",
    },
    rejects=("《临川省节水条例》已经施行。", "5月1日,全市实施封山育林。"),
)
def in_force(frame: Frame) -> Found | None:
    text, date = frame.text, frame.date
    at = date.end - 1 if text[date.end - 1] == "起" else date.end
    match = IN_FORCE.re.match(text, at, min(frame.limit + 1, len(text)))
    if match is None:
        return None
    group = "verb" if match["verb"] else "far"
    verb = Trigger(match[group], *match.span(group), "policy", "A", "force")
    title = frame.last_title_before(date.start, frame.sentence.start)
    if APPOINTING.search(text, title.end if title else frame.sentence.start, date.start):
        return Found("appointment", verb)
    if title is not None:
        return Found("policy", verb, frame.name_of(title), _place(frame, verb))
    ahead = frame.title_in(verb.end, frame.clause_end(verb.end))
    if ahead is not None and ahead.is_policy:
        return Found("policy", verb, frame.name_of(ahead))
    lead = text[frame.clause_start(date.start) : date.start]
    back = frame.last_title_before(frame.sentence.start, 0)
    if back is not None and (
        POINTS_BACK.search(lead) or not trimmed(text, frame.sentence.start, date.start)
    ):
        return Found("policy", verb, frame.name_of(back))
    return Found("policy", verb, _proper(frame, _subject(frame, verb.start)))


APPOINTING = re.compile(r"(?:委任|任命|聘任|免去|辞去)")


@rule(
    "event.took_effect",
    "DOCUMENT 施行/生效, the verb apart from the date",
    examples={"5月1日,新修订的收费办法在全省施行。": "2024-05-01 | policy | 施行 | 收费办法 | -"},
    rejects=("收费办法在全省施行。",),
)
def adopted(frame: Frame, trigger: Trigger) -> Found | None:
    title = frame.last_title_before(trigger.start, frame.sentence.start)
    if title is None:
        title = frame.title_in(trigger.end, frame.clause_end(trigger.end))
    if title is not None and title.is_policy:
        return Found("policy", trigger, frame.name_of(title))
    return Found(
        "policy", trigger, _proper(frame, _subject(frame, trigger.start)), _place(frame, trigger)
    )


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


NAMELESS = frozenset({"写入", "纳入", "列入", "加入", "提出"})
"""Verbs whose object is a place or a thought, no name."""

ABOUT = frozenset({"征求意见", "公开征求意见", "咨询"})
"""Verbs that are about a document which may stand well before them."""

THING_TAIL = re.compile(
    r"(?:活动|行动|会|展|赛|节|检查|巡视|监测|调查|咨询|整治|工程|项目|报告|建议书|草案|班|计划|培训|演练|普查|业务|航线|专列|仪式)$"
)


def _thing(frame: Frame, trigger: Trigger, *, subject_first: bool) -> Found:
    """An event named after the thing that began or was started."""
    text = frame.text
    title = frame.title_in(trigger.end, frame.clause_end(trigger.end))
    place = _place(frame, trigger)
    if title is not None and title.start - trigger.end <= 4:
        kind = "policy" if title.is_policy and trigger.kind != "signing" else trigger.kind
        return Found(kind, trigger, frame.name_of(title), place)
    subject = _subject(frame, trigger.start)
    about = trigger.verb in ABOUT
    if subject is not None or about:
        start = frame.sentence.start if about or subject is None else subject[0] - 1
        named = frame.last_title_before(trigger.start, start, policy=False)
        if named is not None and (about or named.start <= (subject or (0, 0))[1]):
            return Found(trigger.kind, trigger, frame.name_of(named), place)
    spans = [subject, _object(frame, trigger.end)]
    if not subject_first:
        spans.reverse()
    if trigger.kind == "signing":
        spans.pop()
    for span in spans:
        name = _proper(frame, span)
        if name is None or trigger.verb in NAMELESS:
            continue
        if trigger.kind == "other" and not THING_TAIL.search(text[slice(*name)]):
            continue
        return Found(trigger.kind, trigger, name, place)
    return Found(trigger.kind, trigger, None, place)


GO_TO = re.compile(
    r"(?:深入|前往|赶赴|奔赴|赴|来到|走进|到|抵达|参观了?|访问|视察|走访|考察|在)(?P<place>[^,。;:!?“”《》]{2,30}?)"
    r"(?:$|,|。|;|调研|考察|检查|的|开展|进行|看望|走访|参观|视察|督导|慰问|游玩|旅游|工作|“)"
)
OURS = re.compile(r"^[我本该此其]")


@rule(
    "event.visit",
    "PERSON DATE 到PLACE调研/参观",
    examples={"3月11日,县长白鹭深入白沙镇调研春耕。": "2024-03-11 | visit | 调研 | - | 白沙镇"},
    rejects=("县长白鹭深入白沙镇调研春耕。",),
)
def visit(frame: Frame, trigger: Trigger) -> Found | None:
    start = max(frame.date.end, trigger.start - 60)
    end = min(frame.clause_end(trigger.end) + 1, len(frame.text))
    match = GO_TO.search(frame.text, start, end)
    if match is None or OURS.match(match["place"]) or NOT_PLACE.search(match["place"]):
        return Found("visit", trigger)
    return Found("visit", trigger, None, match.span("place"))


NOT_PLACE = re.compile(r"(?:会|会议|情况|工作|项目|问题|质量|建设|企业|单位|\d)$|[了着过为对]")


@rule(
    "event.award",
    "NAME DATE 荣获/入选 AWARD",
    examples={"2023年,江北水厂荣获临川省质量奖。": "2023 | award | 荣获 | 临川省质量奖 | -"},
    rejects=("江北水厂荣获临川省质量奖。",),
)
def award(frame: Frame, trigger: Trigger) -> Found | None:
    return Found("award", trigger, _proper(frame, _object(frame, trigger.end)))


@rule(
    "event.appointment",
    "NAME DATE 任/当选/辞去 POST",
    examples={"谷雨2012年3月任县粮食局副局长。": "2012-03 | appointment | 任 | - | -"},
    rejects=("谷雨任县粮食局副局长。",),
)
def appointment(frame: Frame, trigger: Trigger) -> Found | None:
    if "院士" in frame.text[trigger.end : frame.clause_end(trigger.end)]:
        return Found("award", trigger)
    return Found("appointment", trigger)


STRUCK = frozenset({"发生", "爆发", "遭遇", "遭受", "突发", "暴发", "引发", "出现疫情", "遭"})

DISASTER = re.compile(
    r"(?:[^,。;:!?一起的]{0,8})(?:灾害|地震|台风|事故|火灾|爆炸|洪水|山洪|泥石流|疫情|降雨|暴雨|冰雹|大风|坍塌|滑坡|案件|案)"
)


@rule(
    "event.incident",
    "DATE PLACE 发生 DISASTER, or DATE PERSON did what was not allowed",
    examples={
        "3月12日14时许,临川县白沙镇发生山洪灾害。": "2024-03-12T14:00 | incident | 发生 | 山洪灾害 | 临川县白沙镇"
    },
    rejects=("临川县白沙镇发生山洪灾害。",),
)
def incident(frame: Frame, trigger: Trigger) -> Found | None:
    text = frame.text
    end = frame.clause_end(trigger.end)
    match = DISASTER.search(text, trigger.end, end) if trigger.verb in STRUCK else None
    name = trimmed(text, *match.span()) if match else None
    start = max(
        frame.clause_start(trigger.start), frame.date.end if frame.date.end <= trigger.start else 0
    )
    place = _place(frame, trigger)
    for found in frame.article.mentions.places:
        if place is None and start <= found.start and found.end <= trigger.start:
            place = (found.start, found.end)
    return Found("incident", trigger, name, place)


@rule(
    "event.enforcement",
    "DATE COURT 判处 PERSON, DATE PERSON 被查",
    examples={"2023年9月,临川县监委对谷雨立案调查。": "2023-09 | enforcement | 立案调查 | - | -"},
    rejects=("临川县监委对谷雨立案调查。",),
)
def enforcement(frame: Frame, trigger: Trigger) -> Found | None:
    return Found("enforcement", trigger, None, _place(frame, trigger))


@rule(
    "event.said",
    "DATE, 记者从ORG获悉 or ORG DATE 表示",
    examples={"3月13日,记者从市水利局获悉,堤防已经加固。": "2024-03-13 | statement | 获悉 | - | -"},
    rejects=("记者从市水利局获悉,堤防已经加固。",),
)
def said(frame: Frame, trigger: Trigger) -> Found | None:
    return Found("statement", trigger)


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
    return Found("meeting", trigger, name, _place(frame, trigger))


@rule(
    "event.completes",
    "VERB 至/于 DATE: the verb stands before the date that completes it",
    examples={"夏令营暂停至4月1日。": "2024-04-01 | other | 暂停 | - | -"},
    rejects=("夏令营4月1日。",),
)
def completes(frame: Frame) -> Found | None:
    text, date = frame.text, frame.date
    if not frame.before:
        return None
    trigger = frame.before[-1]
    between = text[trigger.end : date.start]
    if trigger.strength == "B" and trigger.shape in ("said", "attend"):
        return None
    if re.fullmatch(r"(?:至|到|于|自|从|在|期为|时间为|日期为|为|期至|\s)+", between) is None:
        return None
    found = SHAPES[trigger.shape].run(frame, trigger)
    return found if isinstance(found, Found) else None


SHAPES: dict[str, Rule] = {
    "held": held,
    "title": document,
    "force": adopted,
    "subject": began,
    "object": started,
    "go": visit,
    "award": award,
    "post": appointment,
    "incident": incident,
    "enforce": enforcement,
    "said": said,
    "attend": attended,
}
"""Shape of a verb -> the rule that reads its clause."""
