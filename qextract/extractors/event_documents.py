"""Documents: issued, adopted, published, in force."""

from __future__ import annotations

from bisect import bisect_left

from qextract.extractors.event_frame import Found, Frame
from qextract.extractors.event_names import noun_phrase, trimmed
from qextract.extractors.event_phrases import as_name, object_of, operation, subject_of
from qextract.extractors.event_places import place_of, seat_of
from qextract.extractors.event_triggers import Trigger
from qextract.mentions import Span, Title
from qextract.rules import Pattern, late, rule

POLICY_NOUN = Pattern(
    "event.policy_noun",
    "a word for a policy paper",
    r"要点|须知|条例|办法|规定|意见|通知|公告|决定|标准|规范|规划|方案|细则|目录|政策|措施|章程|法(?![院庭官人治律])|法律|草案|决议|预算案|修正案|法案|议案|制度|守则|计划|号令|拨款",
    examples={"收费办法": "办法"},
    rejects=("名单",),
)

POINTS_BACK = Pattern(
    "event.points_back",
    "a document named by its kind alone, which the text has named before",
    r"(?:该|本|上述|此|经修订的|修订后的|新修订的)(?:条例|政策|新规|文件|办法|规定|法案|法规|行政法规|法律|标准|方案|文件|意见|规划|基准|草案|通知|公告)",
    examples={"该条例自公布之日起": "该条例"},
    rejects=("节水条例",),
)

BARE_KIND = Pattern(
    "event.bare_kind",
    "a document named by its kind alone at the head of a clause",
    r"(?<![\u4e00-\u9fff])\s?(?P<noun>标准|规范|规程|条例|办法|规定|文件|方案|规划|细则|意见|通知|新规|规例|草案|政策)(?=自|将|于|经|从|已|定|正式|由|\d)",
    examples={"文件自2025年2月1日起施行": "文件"},
    rejects=("节水条例已经", "文件柜"),
)


def _meant(frame: Frame, clause: int, at: int) -> Title | None:
    """The document named before that a clause calls by its kind (该条例, 文件) before `at`."""
    text = frame.text
    if POINTS_BACK.re.search(text, clause, at):
        return frame.last_title_before(clause, 0)
    bare = BARE_KIND.re.match(text, clause, at + 2)
    if bare is None:
        return None
    last = frame.last_title_before(clause, 0)
    for _ in range(FURTHEST):
        if last is None or bare["noun"] in ANY_KIND:
            return last
        if SEVERAL.match(text, last.end):
            return None
        if bare["noun"] == "标准" and last.bracketed and last.doc_type in STANDARDS:
            return last
        if TRIAL.sub("", frame.name_of(last)).endswith(bare["noun"]):
            return last
        last = frame.last_title_before(last.start, 0)
    return None


TRIAL = late(r"\([^()]{1,8}\)$")
"""What stands behind the kind in a title: (试行), (草案)."""

SEVERAL = late(r"(?:\([^()\n]{0,40}\))?等")
"""What stands behind a title that is one of several."""

REPLACES = ("代替", "替代", "取代", "替换")
"""What stands before a document that another one takes the place of."""

STANDARDS = frozenset({"标准", "规范", "规程", "要求", "指南"})
"""Types of documents that 标准 alone may mean."""

FURTHEST = 6
"""How many documents back one called by its kind may stand."""

ANY_KIND = ("文件", "新规", "政策")
"""Nouns for a document of any kind."""

NAMED_TAIL = Pattern(
    "event.document_tail",
    "the last word of the name of a published list or report",
    r"(?:名单|结果|年报|季报|半年报|公报|白皮书|案例|排名|榜单|排行榜|报告书?|公告|通告|通报|修订本|建议书|批复|数据集|目录|清单|指数|蓝皮书|绿皮书|宣言|声明书?|预警|警报|信号|财政预算案|预报|预告|战报|通稿|时间表|路线图|海报|口号|会徽|吉祥物|主题曲)$",
    examples={"首批示范学校名单": "名单"},
    rejects=("名单中的学校",),
)

APPOINTING = Pattern(
    "event.appointing",
    "a verb that gives or takes a post",
    r"委任|任命|聘任|免去|辞去|[续获接留升出改]任|担任",
    examples={"委任江源为秘书长": "委任"},
    rejects=("主任",),
)

FIRST_OF_ALL = Pattern(
    "event.first_of_all",
    "words that say that somebody was the first, right before the verb",
    r"(?:在全国|在全省|在全球|率先|首次|首先|最早|先行)+$",
    examples={"临川在全国率先": "在全国率先"},
    rejects=("率先的是",),
)


def _document_name(frame: Frame, span: Span | None) -> Span | None:
    """The span if its last word says that it is a document or a list."""
    name = as_name(frame, span)
    if name is None:
        return None
    words = frame.text[name[0] : name[1]]
    if words.endswith(("中", "里")):
        name, words = (name[0], name[1] - 1), words[:-1]
    if words in BARE_PAPERS:
        return None
    if NAMED_TAIL.re.search(words) or POLICY_NOUN.re.search(words[-4:]):
        return name if len(words) > 2 else None
    return None


BARE_PAPERS = frozenset(
    {
        "调查报告", "报告书", "书面报告", "检查报告", "检测报告", "研究报告", "公开声明", "书面声明", "严正声明", "联合公告", "调查结果", "检测结果",
        "任免通知", "干部任免通知", "公示名单", "通报批评",
    }
)  # fmt: skip
"""Papers told by their kind alone."""

PRINTED = frozenset(
    {"刊登", "刊登于", "刊载", "刊载于", "刊发", "发表", "发表于", "公布于", "刊宪"}
)
"""Verbs of printing: a title behind them may be the paper's in which something was printed."""

BODY_TAIL = Pattern(
    "event.body_tail",
    "the last word of who was granted something",
    r"(?:学院|大学|医院|公司|集团|学校|银行|[局厅部院所校])$",
    examples={"临川医学院": "学院"},
    rejects=("一期规划",),
)

POLICY_SUBJECT = late(
    r"(?:标准|条例|办法|规定|方案|细则|规划|政策|意见|法规|指引)(?:由|于|将|已|也|均|正式|日前|近日|今日|昨日|[0-9])"
)
"""A paper as what is issued, in front of the verb."""

SITTINGS = ("会议", "全会", "大会", "常委会", "审议", "表决")
"""What stands before 通过 where a sitting adopts a law named elsewhere."""

ASSESSED = Pattern(
    "event.assessed",
    "what somebody passes: an examination of what he is or has made",
    r"(?:认证|验收|评审|认定|审核|评估|鉴定|考核|复核|核查|评价|检验|测试|论证)$",
    examples={"国家标准版认证": "认证"},
    rejects=("认证办法",),
)

TAKING_POST = Pattern(
    "event.taking_post",
    "what is issued or approved is that somebody takes or leaves a post",
    r"任免|^任命|任职资格|任前公示|辞去[^,。;:!?]{1,20}职务|辞职|辞呈|辞任|免去",
    examples={"江源的任职资格": "任职资格"},
    rejects=("职务发明条例",),
)

CARRYING = frozenset({"实施", "执行", "落地"})
"""Verbs of carrying out, which need not have a policy as their object (实施手术)."""


ENDS = ("", "。", ",", ";", "\n")
"""What stands behind a verb that ends its clause."""

SPOKEN = frozenset({"声明", "宣言", "公报", "倡议", "倡议书"})
"""Document types that say something and order nothing."""


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
    meant = _meant(frame, clause, trigger.start)
    if meant is not None:
        return Found("policy", trigger, frame.name_of(meant))
    surgery = operation(frame, trigger) if trigger.verb in CARRYING else None
    if surgery is not None:
        return Found("other", trigger, surgery, place_of(frame, trigger))
    title = frame.title_in(trigger.end, end)
    if title is not None and "(" in (text[trigger.end], text[title.start - 1]):
        title = None
    if title is not None and trigger.verb in PRINTED:
        gap = text[trigger.end : title.start]
        printed = frame.last_title_before(trigger.start, clause, policy=False)
        inside = trigger.verb.endswith("于") or gap.rstrip().endswith(("于", "在"))
        if printed is not None and inside:
            title = printed
    behind = text[trigger.end : trigger.end + 1]
    name = _document_name(frame, object_of(frame, trigger.end)) if behind != "(" else None
    got = text.rfind("获", max(clause, frame.date.end), trigger.start)
    if title is None and name is None and got >= 0:
        name = _document_name(frame, noun_phrase(text, max(clause, frame.date.end), got))
    if (title is None and name is None) or (title is not None and not frame.is_policy(title)):
        earlier = frame.last_title_before(trigger.start, frame.sentence.start)
        if earlier is not None and (
            title is None or text[trigger.end : trigger.end + 1] in ",。;、"
        ):
            title = earlier
    if title is None and name is None and text[trigger.end : trigger.end + 1] in ENDS:
        title = frame.last_title_before(trigger.start, clause, policy=False)
    if title is not None and not title.bracketed and text.startswith("草案", title.end):
        return Found("policy", trigger, (title.start, title.end + 2))
    if title is not None:
        kind = "policy" if frame.is_policy(title) else trigger.kind
        if title.doc_type in SPOKEN:
            kind = "statement"
        if (
            not frame.is_policy(title)
            and kind == "policy"
            and not POLICY_NOUN.re.search(title.title[-6:])
        ):
            kind = "statement"
        return Found(kind, trigger, frame.name_of(title))
    place = _leading_place(frame, trigger) or seat_of(frame, trigger)
    if name is None and got >= 0:
        begin = frame.date.end if clause <= frame.date.start < got else clause
        name = as_name(frame, noun_phrase(text, begin, min(got, trigger.start)))
    if name is None and got >= 0 and frame.date.start >= clause:
        name = as_name(frame, noun_phrase(text, clause, frame.date.start))
    if name is not None and got >= 0 and BODY_TAIL.re.search(text, *name):
        name = None
    if name is None:
        subject = subject_of(frame, trigger.start)
        if subject is not None and not frame.is_body(*subject):
            name = _document_name(frame, subject)
    words = text[slice(*name)] if name else ""
    kind = trigger.kind
    if kind == "statement" and POLICY_SUBJECT.search(text, clause, trigger.start):
        kind = "policy"
    if trigger.verb in CARRYING and not POLICY_NOUN.re.search(words or text[clause : end + 1]):
        kind = "other"
    elif trigger.verb == "通过" and ASSESSED.re.search(text, trigger.end, end):
        kind = "result"
        if name is None:
            name = as_name(frame, subject_of(frame, trigger.start))
    elif TAKING_POST.re.search(text, trigger.end, end):
        kind = "appointment"
    elif kind == "statement" and POLICY_NOUN.re.search(words[-4:]):
        kind = "policy"
    elif trigger.verb in ("通过", "一审通过") and not POLICY_NOUN.re.search(
        text[trigger.end : end]
    ):
        sat = trigger.end >= end - 1 or text[trigger.end] in " )"
        kind = "policy" if sat and text.endswith(SITTINGS, 0, trigger.start) else "result"
    return Found(kind, trigger, name, place)


def _leading_place(frame: Frame, trigger: Trigger) -> Span | None:
    """The place that did a thing first (2012年PLACE在全国率先推行)."""
    start, end = frame.date.end, trigger.start
    lead = FIRST_OF_ALL.re.search(frame.text, start, end) if start < end else None
    if lead is None:
        return None
    places = frame.article.mentions.places
    at = bisect_left(places, start, key=lambda place: place.start)
    if at < len(places) and places[at].end == lead.start():
        return places[at].start, places[at].end
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
    if title is not None and text.endswith(REPLACES, 0, title.start):
        title = frame.last_title_before(title.start, frame.sentence.start) or title
    if APPOINTING.re.search(text, title.end if title else frame.sentence.start, date.start):
        return Found("appointment", verb)
    if title is not None:
        return Found("policy", verb, frame.name_of(title), place_of(frame, verb))
    ahead = frame.title_in(verb.end, frame.clause_end(verb.end))
    if ahead is not None and frame.is_policy(ahead):
        return Found("policy", verb, frame.name_of(ahead))
    back = _meant(frame, frame.clause_start(date.start), date.start)
    if back is None and not trimmed(text, frame.sentence.start, date.start):
        back = frame.last_title_before(frame.sentence.start, 0)
    if back is not None:
        return Found("policy", verb, frame.name_of(back))
    return Found("policy", verb, as_name(frame, subject_of(frame, verb.start)))


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
    if title is not None and frame.is_policy(title):
        return Found("policy", trigger, frame.name_of(title))
    return Found(
        "policy",
        trigger,
        as_name(frame, subject_of(frame, trigger.start)),
        place_of(frame, trigger),
    )
