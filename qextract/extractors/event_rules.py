"""The table from the shape of a verb to the rule that reads its clause, and rules without a verb."""

from __future__ import annotations

from qextract.extractors.event_deeds import appointment, deed, enforcement, incident, said
from qextract.extractors.event_documents import adopted, document, in_force
from qextract.extractors.event_frame import Found, Frame
from qextract.extractors.event_meetings import at_meeting, attended, held, within
from qextract.extractors.event_names import trimmed
from qextract.extractors.event_phrases import as_name
from qextract.extractors.event_things import award, began, started, visit
from qextract.extractors.event_triggers import Trigger
from qextract.rules import Pattern, Rule, late, rule

__all__ = [
    "SHAPES",
    "at_meeting",
    "completes",
    "hong_kong_said",
    "in_force",
    "label_line",
    "lasts",
    "life_line",
    "on_view",
    "opens",
    "plain",
    "within",
]

LABEL = Pattern(
    "event.label",
    "a label that ends in a word for a time, with or without a colon",
    r"(?P<what>[^\n,。;:]{1,20}?)(?:时间|日期|日|期|时限)\s*(?>(?:[:为是]|定于|定为|自|从){0,2})\s*$",
    examples={
        "计划开工日期": "计划开工日期",
        "开标时间:": "开标时间:",
        "公示期自": "公示期自",
        "截止时间为": "截止时间为",
        "展期:": "展期:",
    },
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
    "面试": "other",
    "笔试": "other",
    "评审": "other",
    "培训": "other",
    "比赛": "other",
    "展期": "other",
    "申报": "other",
    "申请": "other",
    "递交": "other",
    "提交": "other",
    "投标": "other",
    "活动": "other",
    "领取": "other",
    "缴费": "other",
    "有效": "policy",
    "印发": "policy",
    "通过": "policy",
    "公布": "statement",
    "获奖": "award",
    "会议": "meeting",
    "会期": "meeting",
    "听证": "meeting",
    "开庭": "enforcement",
    "处罚": "enforcement",
    "任职": "appointment",
    "上市": "launch",
    "成立": "launch",
    "受理": "other",
}


LABEL_REACH = 60
"""How far from its date a label's line may begin, in code points."""


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
    behind = text[date.end : date.end + LABEL_REACH].lstrip(" ")
    if behind and behind[0] not in "\n,。;(":
        return None
    begin = max(text.rfind("\n", max(0, date.start - LABEL_REACH), date.start) + 1, frame.left)
    if text[begin : date.start].strip() in ("", "为", "自") and text[begin - 1 : begin] == ":":
        begin = frame.clause_start(begin - 1)
    if not text[begin : date.start].strip() and text[begin - 1 : begin] == "\n":
        begin = max(begin - 1, 0)
        begin = text.rfind("\n", max(0, begin - LABEL_REACH), begin) + 1
    match = LABEL.re.match(text, begin, date.start)
    if match is None:
        return None
    for verb, kind in LABEL_VERBS.items():
        at = text.find(verb, *match.span())
        if at >= 0:
            return Found(kind, Trigger(verb, at, at + len(verb), kind, "A", "object"), start=begin)
    return None


ON_VIEW = Pattern(
    "event.on_view_label",
    "a word inside a sentence that says that a date is the time of what was just told",
    r"(?:展期|会期|档期|展览时间|展出时间|活动时间|举办时间|举行时间|比赛时间|演出时间|时间)(?:为期?|是|从|自|由|定为|定于|至|到|将持续至|持续至|延续至){0,2}$",
    examples={"展期至": "展期至", "展期从": "展期从"},
    rejects=("长时间以来",),
)


@rule(
    "event.on_view",
    "… 举办NAME, 展期DATE: the date is the time of the occasion told in the clause before",
    examples={
        "江北美术馆举办“山水之间”国画展,展期3月1日至4月7日,展出作品80件。": "2024-03-01/2024-04-07 | other | 举办 | “山水之间”国画展 | -"
    },
    rejects=("江北美术馆举办国画展,门票30元。",),
)
def on_view(frame: Frame) -> Found | None:
    label = ON_VIEW.re.search(frame.text, frame.left, frame.date.start)
    if label is None:
        return None
    start = max(frame.sentence.start, frame.floor)
    told = [t for t in frame.triggers_in(start, label.start()) if t.shape in ("held", "subject")]
    if not told:
        return None
    found = SHAPES[told[-1].shape].run(frame, told[-1])
    return found if isinstance(found, Found) and found.name is not None else None


LASTS = Pattern(
    "event.lasting",
    "a named occasion in front of a span of days that it takes",
    r"(?P<name>[^,。;:!?]{2,30}?(?:会|赛|节|展|季|周|月|班|营|运|行动|活动|演习|演练|马拉松)”?(?:活动)?)(?:将|拟|计划)?[自从由]$",
    examples={"2023年春运自": "2023年春运自", "县体育节将从": "县体育节将从"},
    rejects=("全县自",),
)


@rule(
    "event.lasts",
    "NAME自DATE至DATE, 为期…: an occasion and its days, without a verb",
    examples={
        "2024年春运自1月26日至3月5日,为期40天。": "2024-01-26/2024-03-05 | other | - | 2024年春运 | -"
    },
    rejects=("2024年春运自1月26日以来平稳有序。",),
)
def lasts(frame: Frame) -> Found | None:
    text, date = frame.text, frame.date
    if date.value.start == date.value.end or ("至" not in date.text and "到" not in date.text):
        return None
    if text[date.end : date.end + 1] not in (",", "。", ";", "") and not text.startswith(
        ("结束", "止", "为期"), date.end
    ):
        return None
    start = frame.clause_start(date.start)
    match = LASTS.re.match(text, start, date.start)
    if match is None or frame.verb_in(start, date.start):
        return None
    name = as_name(frame, trimmed(text, *match.span("name")))
    return Found("other", None, name, start=start) if name else None


@rule(
    "event.opens",
    "NAME将于DATE开始: the verb closes the dating",
    examples={"新学期将于9月2日开始,食堂照常供应。": "2024-09-02 | launch | 开始 | 新学期 | -"},
    rejects=("9月2日开始施工。", "从9月2日开始,气温回落。"),
)
def opens(frame: Frame) -> Found | None:
    text, date = frame.text, frame.date
    if not date.text.endswith("开始") or text[date.end : date.end + 1] not in (",", "。", ";", ""):
        return None
    start = frame.clause_start(date.start)
    name = as_name(frame, trimmed(text, start, date.start))
    if name is None or frame.is_body(*name):
        return None
    verb = Trigger("开始", date.end - 2, date.end, "launch", "A", "subject")
    return Found("launch", verb, name)


POST_LINE = Pattern(
    "event.post_line",
    "a line of a life without a verb: the posts that were held",
    r"[\s,:—–~-]{0,4}+(?P<posts>[^,。;:!?\n]{3,40}(?:长|书记|主任|主席|常委|委员|经理|总裁|董事|总监|大使|巡视员|调研员|秘书长|成员|行长|厂长))"
    r"(?:\([^()\n]{0,60}\))?[;。,]?\s*(?:\n|$)",
    examples={" 白沙县人民政府办公室主任": " 白沙县人民政府办公室主任"},
    rejects=(" 临川大学水利系学生", "县长指出,问题不少"),
)


@rule(
    "event.life_line",
    "DATE—DATE POST on a line of its own: a post was taken up",
    examples={"2008.05—2012.03 白沙县水利局局长": "2008-05/2012-03 | appointment | - | - | -"},
    rejects=("2008.05—2012.03 临川大学水利系学生", "3月4日 省水利厅厅长"),
)
def life_line(frame: Frame) -> Found | None:
    text, date = frame.text, frame.date
    if date.value.precision == "day" or text[date.start - 1 : date.start] not in (
        "",
        "\n",
        " ",
        ";",
    ):
        return None
    match = POST_LINE.re.match(text, date.end, min(date.end + 120, len(text)))
    if match is None or frame.verb_in(*match.span("posts")):
        return None
    return Found("appointment", None)


@rule(
    "event.hong_kong_said",
    "PERSON DATE 指, as papers of Hong Kong put it",
    examples={
        "统计处高级统计师白鹭周二(5日)指,失业率维持不变。": "2024-03-05 | statement | 指 | - | -"
    },
    rejects=("统计处高级统计师白鹭周二(5日)指导工作。", "4日指数下跌。"),
)
def hong_kong_said(frame: Frame) -> Found | None:
    text, end = frame.text, frame.date.end
    if text[end : end + 1] != "指" or SAYS.match(text, end) is None:
        return None
    if frame.date.start - frame.clause_start(frame.date.start) < 3:
        return None
    return Found("statement", Trigger("指", end, end + 1, "statement", "A", "said"))


SAYS = late(r"指(?:[,:]|(?![出示导向定数标挥引责控派认明令纹甲南环点])[^,。;:!?\n]{4})")
"""指 as a verb of saying."""

HAPPENED = Pattern(
    "event.happened",
    "a sign that a clause tells of a happening: aspect, passive, future, or how it was done",
    r"[了被将已拟遭]|正式|顺利|成功|全面|分批|紧急|首次|再次|整体|联合|共同|自动|悉数|陆续|即将",
    examples={"小沈顺利撤机": "顺利", "将全面封桥": "将"},
    rejects=("天气晴好",),
)

STATE = Pattern(
    "event.state",
    "a sign that a clause describes and tells of nothing",
    r"是|正值|适逢|恰逢|迎来|气温|有雨|天气|已有|已达|达到|已成|记者|当日$|出生|预计|力争|截至|较|同比|公里|票价",
    examples={"正值第3个节日": "正值"},
    rejects=("顺利撤机",),
)


@rule(
    "event.plain",
    "DATE and a clause that tells of a happening in words that no list holds",
    examples={"3月14日,走失的老人被接回家中。": "2024-03-14 | other | - | - | -"},
    rejects=("3月14日,天气晴好。", "3月14日,临川站客流已达3万人次。"),
)
def plain(frame: Frame) -> Found | None:
    text, date = frame.text, frame.date
    if frame.coarse or date.value.precision == "year" or frame.after:
        return None
    end = frame.clause_end(date.end)
    if end - date.end < 2:
        end = frame.clause_end(min(end + 1, frame.sentence.end))
    end = min(end, frame.limit)
    if end - date.end < 5 or HAPPENED.re.search(text, date.end, end) is None:
        return None
    if STATE.re.search(text, date.end, end) or frame.quantity_in(date.end, end):
        return None
    return Found("other", None, end=end)


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
    "crime": incident,
    "enforce": enforcement,
    "said": said,
    "deed": deed,
    "attend": attended,
}
"""Shape of a verb -> the rule that reads its clause."""


LINK = Pattern(
    "event.link",
    "what joins a verb to the date that completes it",
    r"^(?:至|到|于|自|从|在|期为|时间为|日期为|为|期至|\s)+$",
    examples={"至": "至"},
    rejects=("了三年",),
)


WAS_ON = Pattern(
    "event.was_on",
    "what joins a deed to the date on which it is said to have been done",
    r"^[^,。;:!?的]{0,12}(?:的?(?:时间|日子))?(?:(?:正|都|则|就)?是在?|(?:是|定)于)$",
    examples={"临川是在": "临川是在"},
    rejects=("临川的球队是",),
)


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
    if between and not between.strip() and trigger.verb[-1] not in "于至到":
        return None
    dated = trigger.strength == "A" and WAS_ON.re.match(between) is not None
    linked = LINK.re.match(between) is not None or (not between and trigger.verb[-1] in "于至到")
    if not linked and not dated:
        return None
    found = SHAPES[trigger.shape].run(frame, trigger)
    return found if isinstance(found, Found) else None
