"""The words around a verb that name the event: its subject, its object, its place."""

from __future__ import annotations

from bisect import bisect_left

from qextract.extractors.event_at import place_before
from qextract.extractors.event_frame import Frame
from qextract.extractors.event_names import noun_phrase, trimmed
from qextract.extractors.event_triggers import Trigger
from qextract.lexicon import table
from qextract.mentions import Span
from qextract.rules import Pattern, late

WIDEST = 160
"""How far from its verb a subject may begin, in code points."""

MAX_NAME = 40
"""How long a name may be, in code points; a longer phrase is a clause."""

COUNTED = frozenset({"count", "money", "ratio"})
"""Dimensions of figures that count things; a length or a power may be part of a name."""

SIZED = ("级", "规模", "吨级", "产能", "跨度", "口径")
"""What stands behind a figure that is part of a name (5万吨级泊位, 1.2万头规模奶牛场)."""

NO_NAME = Pattern(
    "event.no_name",
    "a phrase that names nothing: a pronoun, the rest of a verb phrase, a bare verb",
    r"(?:记者|我们|我|他|她|本报|该校|公司|双方|两国|我[国省市县区州盟旗镇村校院局厅司馆]|各校|各地|全国|全省|全市|全县|全区|部门|有关部门|政府|当局|署方|全线)$"
    r"|将(?!军)|[在于对向把被为与以因据至到从《、就使让时各每逾]|共(?![建青享同产])|后(?!勤)|全部|连续|单日|首次|全长|总长|总投资|工期|占地|总面积|截至|[二三四五六七八九十两几多]{1,4}[大项个类批件](?!节)|\d{1,6}[项个件部批种类份]"
    r"|(?:运营|初期|载客|试|使用|建设|运行|通车|服务|施工|生产|营业|仪式|现场|以来|进行|顺利|成功|审议|款待|直航){1,6}$",
    examples={"记者": "记者", "运营": "运营", "全部项目": "全部"},
    rejects=("春耕生产会",),
)


NOT_TAKEN = frozenset("军于在由会从自以对被至到与同为把")
"""What stands behind 将 where it tells of the future and takes no object."""


def subject_of(frame: Frame, at: int) -> Span | None:
    """The noun phrase that is the subject of the verb at `at`, across the date and a place phrase."""
    text, date = frame.text, frame.date
    start = max(frame.clause_start(at), at - WIDEST)
    dateline = frame.article.page.dateline
    if dateline is not None and start < dateline.end < min(at, date.start):
        start = dateline.end + (text[dateline.end : dateline.end + 1] in ("电", "讯"))
    inside = start <= date.start and date.end <= at
    place = place_before(text, date.end if inside else start, at)
    end = place[1] if place else at
    if inside:
        behind = trimmed(text, date.end, end)
        agent = text.startswith(("由", "经", "以", "采取", "采用", "通过"), date.end)
        if behind is not None and behind[1] - behind[0] > 2 and not agent:
            start = date.end
        else:
            end = date.start
    moved = text.rfind("将", max(start, date.end), at)
    if moved >= 0 and text[moved + 1] not in NOT_TAKEN:
        taken = noun_phrase(text, moved + 1, at)
        if taken is not None and taken[1] - taken[0] > 1:
            return taken if taken[1] - taken[0] > 3 else None
    cut = CARRIED_BY.search(text, start + 3, end) if end - start > 3 else None
    span = noun_phrase(text, start, cut.start() if cut else end)
    stop = start - 1
    if span is None and date.start >= start > frame.sentence.start and stop >= frame.floor:
        if text[stop] != ",":
            return None
        begin = max(frame.clause_start(stop), frame.floor)
        went = WENT_THROUGH.re.search(text, begin, stop)
        return noun_phrase(text, begin, went.start() if went else stop)
    return _uncounted(frame, span)


CARRIED_BY = late(r"搭乘|乘坐|(?:因|受|由于)[^,。;:!?]{1,14}(?:推迟|取消|延期|暂停|影响)|推迟|延期")
"""What stands behind a name and tells by what it was carried or why it was put off."""

WENT_THROUGH = Pattern(
    "event.went_through",
    "what a thing went through, between its name and the date (博物馆历经五年大修,于…)",
    r"(?<=[\u4e00-\u9fff]{3})(?:历经|历时|经过|经历了?|(?:圆满|顺利)?完成)",
    examples={"临川博物馆历经五年大修": "历经"},
    rejects=("历经五年大修",),
)


def _uncounted(frame: Frame, span: Span | None) -> Span | None:
    """The phrase without the figures that count what it names (新一期居屋五个屋苑)."""
    figure = frame.quantity_in(span[0] + 3, span[1]) if span else None
    if span is None or figure is None or frame.text[figure.start - 1] in "第“《(-":
        return span
    if figure.dimension in ("money", "ratio") and span[1] - figure.end >= SHORTEST:
        return trimmed(frame.text, figure.end, span[1])
    if figure.dimension != "count" and figure.end != span[1]:
        return span
    return trimmed(frame.text, span[0], figure.start) or span


BODY_ENDS = frozenset("组队盟办班")
"""Last characters of what is set up, before the verb of what it then did (成立专案组展开侦查)."""

A_DAY = late(r"[昨今明前](?:[日天晚早晨夜]|上午|下午|起)|\d{1,2}月\d{1,2}日")
"""A day inside an object: what is behind it is the next thing told."""


def object_of(frame: Frame, at: int) -> Span | None:
    """The noun phrase behind the verb that ends at `at`, cut before a figure that follows it."""
    text = frame.text
    end = min(frame.clause_end(at), at + 80)
    day = A_DAY.search(text, at + 3, end) if end - at > 3 else None
    span = noun_phrase(text, at, day.start() if day else end)
    if span is None:
        return None
    for verb in frame.triggers_in(span[0] + 3, span[1]):
        if len(verb.verb) > 1 and (text[at] == "的" or text[verb.start - 1] in BODY_ENDS):
            span = span[0], verb.start
            break
    figure = frame.quantity_in(span[0] + 1, span[1])
    if figure is None or COUNTED_NAME.search(text, span[0], min(span[1], figure.end + 1)):
        return span
    if figure.dimension == "duration" and ACTION.re.fullmatch(text, *span):
        return span
    return trimmed(text, span[0], figure.start)


SHORTEST = 3
"""Code points from which on a phrase is more than a bare kind word (标准, 文件, 球票)."""

NO_NAME_END = Pattern(
    "event.no_name_end",
    "the end of a phrase that names nothing: a verb, a relation, a stretch of time",
    r"(?:是|^[本该]片.{0,12}|讲述.{0,20}|(?<![自理缘])由.{1,12}|历程|过程|前身|关系|进行|之间|董事会|监事会|委员会|理事会|常委会|协会|学会|商会|联合会|基金会|等|左右|以上|以下|单日|首日)$",
    examples={"临白高铁则是": "是"},
    rejects=("临白高铁",),
)


WORKS_OF = ("项目", "工程", "计划", "行动")
"""Last words of works whose name may hold a verb (考古发掘项目)."""


def as_name(frame: Frame, span: Span | None, *, verbs: bool = False) -> Span | None:
    """The span if it can be a name: not too long, no pronoun, person, figure or bare verb.

    verbs: it may hold a verb, since its last word says that it is a paper.
    """
    if span is None or not SHORTEST <= span[1] - span[0] <= MAX_NAME:
        return None
    gap = frame.text.rfind(" ", *span)
    if gap > span[0] and frame.verb_in(span[0], gap):
        span = gap + 1, span[1]
    words = frame.text[span[0] : span[1]]
    if (
        len(words) < SHORTEST
        or NO_NAME.re.match(words)
        or NO_NAME_END.re.search(words)
        or "进行" in words
        or "将会" in words
    ):
        return None
    free = (
        verbs
        or words.endswith(WORKS_OF)
        or ACTION.re.fullmatch(words) is not None
        or words.endswith(UNDERTAKINGS)
    )
    if words in table("event_triggers") or (len(words) < 16 and not free and frame.verb_in(*span)):
        return None
    at = bisect_left(frame.triggers, span[0], key=lambda trigger: trigger.start)
    if not verbs and at < len(frame.triggers) and frame.triggers[at].start == span[0]:
        return None
    figure = frame.quantity_in(*span)
    if (
        figure is not None
        and not COUNTED_NAME.search(words)
        and frame.text[figure.start - 1] != "“"
    ):
        counted = figure.dimension in COUNTED and not frame.text.startswith(SIZED, figure.end)
        if counted or figure.end == span[1]:
            return None
    if any(p.name.start < span[1] and span[0] < p.name.end for p in frame.article.mentions.people):
        return None
    return span


COUNTED_NAME = late(r"[十百]大|十佳|百强|百佳|千强|双百")
"""What makes of a figure a part of a name (全国十大经典好米)."""

UNDERTAKINGS = ("项目", "工程", "计划", "基地", "中心", "平台", "系统")
"""Last words of names that may hold a verb (考古发掘项目)."""

WORKS = (
    r"(?:工程|项目|大桥|特大桥|立交桥|高铁|铁路|高速公路|高速|公路|隧道|水库|电站|机场|航站楼|车站|总站|枢纽|医院|学校|校区|水厂|电厂"
    r"|工厂|中心|基地|园区|产业园|公园|体育馆|体育场|博物馆|图书馆|码头|泊位|港区|管道|管廊|号线|灌区|运河|大厦|大楼|屋苑|小区|社区)"
)

TOPIC = Pattern(
    "event.topic",
    "a work at the head of a sentence of which its clauses tell: how long, how dear, when begun",
    r"\s{0,2}(?P<name>“[^“”]{2,16}”[号轮船]?|“?[^,。;:!?\n]{2,30}?"
    + WORKS
    + r"(?:[一二三四五六七八九十]期)?(?:\([^()]{1,20}\))?)(?=总(?![监经裁会理统书工])|全长|长|位于|是|由|计划|占|投资"
    r"|采用|设计|横跨|连接|起|于|已|将|自|批|包括|包含|分|建|,|\d|[去今明上本]年)",
    examples={"江北引水工程总投资30亿元": "江北引水工程"},
    rejects=("总投资30亿元",),
)

THIS_WORK = Pattern(
    "event.this_work",
    "a work that the text has named before",
    r"[\s“]{0,2}(?<![\u4e00-\u9fff])(?:该|此|这[一项座条个])?(?P<noun>" + WORKS[3:-1] + r")",
    examples={"该工程总投资": "该工程", "项目于": "项目"},
    rejects=("江北水厂",),
)

BACK = 200
"""How far back a work may have been named, in code points."""


def topic_of(frame: Frame, at: int) -> Span | None:
    """The work that an earlier clause of the sentence is about, when the verb at `at` has none.

    A bare or a pointing noun (该工程) leads back to the last work of that kind named before.
    """
    text, start = frame.text, frame.sentence.start
    own = frame.clause_start(at)
    if own == start and THIS_WORK.re.match(text, own, at) is None:
        return None
    match = TOPIC.re.match(text, start, at)
    if match is not None and THIS_WORK.re.fullmatch(text, *match.span("name")) is None:
        return as_name(frame, noun_phrase(text, *match.span("name")))
    this = THIS_WORK.re.match(text, start, at)
    if this is None:
        return None
    noun = this["noun"]
    floor = max(0, start - BACK)
    end = text.rfind(noun, floor, start) + len(noun)
    if end < len(noun):
        return None
    begin = max(floor, *(text.rfind(mark, floor, end - len(noun)) + 1 for mark in ",。;:!?\n、”的"))
    before = bisect_left(frame.triggers, end - len(noun), key=lambda trigger: trigger.start)
    if before:
        begin = max(begin, frame.triggers[before - 1].end)
    name = as_name(frame, trimmed(text, begin, end))
    return name if name is not None and name[1] - name[0] > len(noun) + 1 else None


ACTION = Pattern(
    "event.action",
    "the noun at the end of a piece of work that is carried out, with a word before it that tells which",
    r"[^,。;:!?“”《》的了]{2,14}(?:行动|检查|巡视|巡察|督查|督导|抽查|抽检|排查|检测|整治|执法|演练|演习|培训|咨询|调查|普查|监测|评估|测评|测试|试验|排位"
    r"|派位|摇号|抽签|问诊|义诊|宣讲|鉴定|救援|试点|作业|施工|采样|勘探|发掘|谈判|磋商|对话|选拔|评选|投票|辩论|答辩|考核|考察|接种|军演)$",
    examples={"年度常规巡视": "年度常规巡视"},
    rejects=("巡视", "检查情况"),
)


OPERATION = Pattern(
    "event.operation",
    "what surgeons do, by its name",
    r"[^,。;:!?了]{2,30}?(?:手术|移植术|[\u4e00-\u9fff]术|移植)(?:\([^()]{1,30}\))?$",
    examples={"为一名婴儿肝移植手术": "为一名婴儿肝移植手术"},
    rejects=("技术改造",),
)


def operation(frame: Frame, trigger: Trigger) -> Span | None:
    """The operation that a light verb has as its object (实施肝移植手术), its short form left out."""
    end = frame.clause_end(trigger.end)
    if OPERATION.re.match(frame.text, trigger.end, end) is None:
        return None
    bracket = frame.text.rfind("(", trigger.end, end)
    span = noun_phrase(frame.text, trigger.end, bracket if bracket > 0 else end)
    if span is None or frame.text.endswith(("技术", "艺术", "学术", "战术", "武术", "美术"), *span):
        return None
    figure = frame.quantity_in(*span)
    return trimmed(frame.text, figure.end, span[1]) if figure else span


def work_of(frame: Frame, trigger: Trigger) -> Span | None:
    """The piece of work that a light verb has as its object (开展常规巡视)."""
    end = frame.clause_end(trigger.end)
    done = frame.text.rfind("进行", trigger.end, end)
    span = noun_phrase(frame.text, done + 2 if done >= 0 else trigger.end, end)
    return span if span is not None and ACTION.re.fullmatch(frame.text, *span) else None
