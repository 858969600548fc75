"""Which of the verbs that a date can reach says what happened on it."""

from __future__ import annotations

from qextract.extractors.event_frame import REACH, Frame
from qextract.extractors.event_names import occasion
from qextract.extractors.event_phrases import operation, work_of
from qextract.extractors.event_topics import is_topic
from qextract.extractors.event_triggers import MEASURING, Trigger
from qextract.rules import Pattern, late


def choose(frame: Frame) -> Trigger | None:
    """The verb that the date governs: in the first clause with a strong one, the weightiest."""
    text, date = frame.text, frame.date
    weak: Trigger | None = None
    best: Trigger | None = None
    clauses, at = 0, date.end
    clause = frame.clause_end(date.end)
    since = text.find("以来", date.end, clause)
    if frame.coarse and since < 0:
        since = text.find("之后", date.end, clause)
    for trigger in frame.after:
        if 0 <= since < trigger.end:
            break
        if frame.coarse and trigger.start < since and trigger.shape != "title":
            continue
        if is_topic(frame, trigger):
            continue
        if (
            frame.coarse
            and trigger.verb in ORGANISING
            and text.startswith(EFFORTS, trigger.start - 2)
        ):
            continue
        passed = sum(text[k] in ",;:" for k in range(at, trigger.start))
        circumstance = at == date.end and _leads_in(text, date.end, trigger.start)
        at = trigger.start
        if passed and (best is not None or (weak is not None and _settled(frame, weak))):
            break
        if passed and weak is not None and _told(frame, weak, trigger):
            break
        clauses += passed - circumstance if passed else 0
        if clauses > REACH:
            if clauses > FAR_REACH:
                break
            if trigger.shape != "crime" or trigger.strength != "A":
                continue
        if trigger.shape == "title" and trigger.verb == "通报" and _disciplines(frame, trigger):
            continue
        if trigger.strength == "A":
            if best is None or _weight(frame, trigger) > _weight(frame, best):
                best = trigger
        elif best is None and _organises(frame, trigger):
            best = trigger
        elif weak is None:
            if _wrong(frame, trigger):
                weak = trigger._replace(kind="incident", shape="crime")
            elif clauses <= 1 and (
                not frame.coarse or _narrated(frame, trigger) or _scheduled(frame, trigger)
            ):
                weak = trigger
        elif _weaker(frame, weak, trigger, passed):
            weak = trigger
    if best is not None:
        return None if states_figure(frame, best) else best
    if weak is None or (weak.shape != "crime" and _measures(frame, weak)):
        return None
    return weak


FAR_REACH = 8
"""How many clauses behind its own a date governs where a crime is told (商议后,虚构…,伪造…,骗取)."""

LEADS_IN = Pattern(
    "event.leads_in",
    "a clause right behind a date that only tells why or on what occasion",
    r",?(?:因|由于|受|为|随着|经|在|鉴于|针对|按照|根据|应)[^,。;:!?]{2,40},",
    examples={",因大雾影响,机场": ",因大雾影响,"},
    rejects=("因大雾取消航班", ",江源因病,"),
)


def _leads_in(text: str, start: int, end: int) -> bool:
    return LEADS_IN.re.match(text, start, end) is not None


WRONGDOING = Pattern(
    "event.wrongdoing",
    "a sign before a verb that what is told was not allowed",
    r"(?<![对将查处打击])违反[^,。;:!?的]{0,16}规定(?!的)|擅自|越界|虚构|利用职务|以[^,。;:!?的]{2,20}名义|未经[^,。;:!?的]{0,12}(?:许可|批准|同意)"
    r"|(?:违规|违法|非法)$",
    examples={"该行违反国家规定,向公司": "违反国家规定", "多次违规": "违规"},
    rejects=("依照国家规定", "对违反规定的企业", "拆除违法建筑"),
)

UNCOVERED = Pattern(
    "event.uncovered",
    "a paper that what was brought in lacked",
    r"未附|未领有|未持有|未取得",
    examples={"未附卫生证明书的猪肉": "未附"},
    rejects=("附证明书",),
)


def _wrong(frame: Frame, trigger: Trigger) -> bool:
    """Whether a weak verb tells of misconduct, which is an event in any period."""
    if trigger.shape not in ("object", "subject", "incident", "crime"):
        return False
    text, start, end = frame.text, frame.date.end, frame.clause_end(trigger.end)
    if start < trigger.start and WRONGDOING.re.search(text, start, trigger.start) is not None:
        return True
    return trigger.verb in TRADE and UNCOVERED.re.search(text, trigger.end, end) is not None


TRADE = frozenset({"进口", "出口", "销售", "生产", "经营", "购进", "运输"})
"""Verbs of trade, which are misconduct where a paper was lacking."""


OPENS_A_CLAUSE = ("随着", "随", "因", "由于", "经", "为", "在", "当", "据")
"""Words that make a clause the circumstance of the one behind it."""


def _settled(frame: Frame, weak: Trigger) -> bool:
    """Whether a weak verb closes the date's own clause, or has a document or a goal behind it.

    What stands in the clauses behind it then tells more of the same happening.
    """
    text, end = frame.text, frame.clause_end(weak.end)
    if text[weak.end - 1] in ",;:" or frame.clause_start(weak.start) > frame.date.end + 1:
        return False
    if text.startswith(OPENS_A_CLAUSE, frame.date.end + (text[frame.date.end] == ",")):
        return False
    if weak.shape == "title" and frame.title_in(weak.end, end) is not None:
        return True
    if weak.shape == "go":
        return weak.verb in GOING and end - weak.end > 1
    if weak.verb in HEARING and REPORT.search(text, weak.end, end):
        return True
    if weak.verb in DELIBERATING and end - weak.end > 2:
        return True
    if weak.verb in ("完成", "结束") and work_of(frame, weak) is not None:
        return True
    return end == weak.end and weak.shape in ("object", "subject", "title", "said")


HEARING = frozenset({"接到", "接获", "收到", "接报"})
"""Verbs of what reached the police."""

REPORT = late(r"报案|报警|举报|求助|通报|投诉|线索|来电|检举")
"""What the police hear of a deed: the day is the day of that."""

DELIBERATING = frozenset({"审议", "讨论", "审查", "辩论", "审阅", "听取"})
"""Verbs of a sitting that carry their sentence with their object."""


GOING = frozenset({"前往", "抵达", "赶赴", "返回", "访问"})
"""Verbs whose goal is the event; what was done there is told behind it."""

RATE = Pattern(
    "event.rate",
    "a rate or a price that an authority sets, as the object of 上调 and its like",
    r"[^,。;:!?]{0,10}?(?:利率|准备金?率|税率|关税|费率|汇率|起征点|票价|电价|气价|水价|油价|零售价格?|指导价|限价|收费标准|最低工资|额度|上限|评级)",
    examples={"存款准备金率0.5个百分点": "存款准备金率"},
    rejects=("3.2%",),
)

DEAL = Pattern(
    "event.deal",
    "what is done once and has a size, as the object of 完成 and its like",
    r"[^,。;:!?]{0,10}?(?:融资|收购|并购|重组|定增|发行|签约|交割|手术|试验|首飞|首航|首单|交易|航行|任务)",
    examples={"C轮融资8.2亿元": "C轮融资"},
    rejects=("投资8.2亿元",),
)

BLOW_BEFORE = Pattern(
    "event.blow_before",
    "a blow of nature right before a verb of its harm",
    r"(?:豪雨|暴雨|大雨|强降雨|降雨|台风”?|飓风|龙卷风|大风|冰雹|暴雪|大雪|雪灾|洪水|山洪|地震|海啸|寒流|寒潮|霜冻|雷击|强风|泥石流|滑坡|山火|大火|火灾|爆炸|事故|车祸|[“”\u4e00-\u9fff]{1,4}台风)[^,。;:!?]{0,4}$",
    examples={"豪雨": "豪雨"},
    rejects=("改革",),
)

SENDING = frozenset({"派出", "出动", "投送", "增派"})
"""Verbs of sending: with a unit of so many as their object they tell of a deed."""

SETTING = frozenset({"上调", "下调", "调升", "调降", "降低", "提高"})
"""Verbs of setting a rate: with a rate as their object they tell of a decision, not of a figure."""


def _measures(frame: Frame, weak: Trigger) -> bool:
    """Whether a weak verb only states the figure behind it."""
    end = min(weak.end + 12, frame.clause_end(weak.end))
    figure = frame.quantity_in(weak.end, end)
    if weak.verb not in MEASURING or figure is None:
        return False
    if DEAL.re.match(frame.text, weak.end, figure.start):
        return False
    if weak.kind == "incident" and BLOW_BEFORE.re.search(
        frame.text, max(frame.sentence.start, weak.start - 16), weak.start
    ):
        return False
    if frame.text.startswith(("的", "股权", "股份"), figure.end) and figure.unit == "%":
        return False
    if weak.verb in SENDING and frame.text.startswith("的", figure.end):
        return False
    if weak.verb in ("升至", "降至"):
        return frame.text.find("由", frame.clause_start(weak.start), weak.start) < 0
    return weak.verb not in SETTING or RATE.re.match(frame.text, weak.end, end) is None


ORGANISING = frozenset({"开展", "展开", "组织", "组织开展", "进行"})
"""Weak verbs that carry a sentence where an occasion with a name is their object."""


OPERATING = frozenset({"实施", "完成", "施行", "开展", "进行"})
"""Weak verbs that carry a sentence where an operation is their object."""

EFFORTS = ("深入", "持续", "扎实", "积极", "大力", "全面", "广泛", "不断", "继续", "认真", "着力")
"""Adverbs that make of a verb the work of a whole period, which is no happening."""


def _organises(frame: Frame, trigger: Trigger) -> bool:
    if trigger.shape == "attend":
        name = occasion(frame.text, trigger.end, frame.clause_end(trigger.end))
        return name is not None and name[1] - name[0] > 5 and not frame.coarse
    if trigger.verb in OPERATING and not frame.coarse and operation(frame, trigger) is not None:
        return True
    if trigger.verb not in ORGANISING:
        return False
    name = work_of(frame, trigger)
    if name is None and not frame.coarse:
        name = occasion(frame.text, trigger.end, frame.clause_end(trigger.end))
    return name is not None and name[1] - name[0] > 3


def _narrated(frame: Frame, trigger: Trigger) -> bool:
    """Whether a weak verb tells of a period's happening: a document, or a year long past."""
    end = frame.clause_end(trigger.end)
    if frame.title_in(frame.date.end, end) is not None:
        return True
    if "以来" in frame.text[trigger.end : end]:
        return False
    value, reference = frame.date.value, frame.article.reference
    past = value.start is not None and (reference is None or value.start.year < reference.year - 1)
    plain = value.precision == "year" and value.basis == "explicit" and past
    return plain and frame.quantity_in(frame.date.end, end) is None


def _disciplines(frame: Frame, trigger: Trigger) -> bool:
    """Whether a body of discipline makes known what it did (省纪委监委通报,…被开除党籍)."""
    text, start = frame.text, frame.clause_start(trigger.start)
    if DISCIPLINE.search(text, start, trigger.start) is None:
        return False
    end = frame.clause_end(trigger.end)
    return any(t.shape == "enforce" and end < t.start < end + 60 for t in frame.after)


DISCIPLINE = late(r"纪委|监委|纪检监察")
"""Bodies whose notices are what they did."""


def _weaker(frame: Frame, weak: Trigger, trigger: Trigger, passed: int) -> bool:
    """Whether a weak verb behind another one tells more of what happened."""
    if weak.shape == "go" and trigger.shape == "attend":
        return passed <= 1
    return not passed and trigger.shape == "said" and _only_spoke(frame, weak, trigger)


def _only_spoke(frame: Frame, weak: Trigger, trigger: Trigger) -> bool:
    """Whether somebody said something at what is no occasion (出席电台节目时表示)."""
    if weak.shape != "attend" or _organises(frame, weak):
        return False
    return "时" in frame.text[weak.end : trigger.start]


def _told(frame: Frame, weak: Trigger, trigger: Trigger) -> bool:
    """Whether a strong verb only says what was said of the deed that a weak one has told."""
    if trigger.shape != "said" or weak.shape in ("said", "attend", "go"):
        return False
    start = frame.date.end + (frame.text[frame.date.end] == ",")
    return frame.clause_start(weak.start) <= start and not _measures(frame, weak)


def _scheduled(frame: Frame, trigger: Trigger) -> bool:
    """Whether a quarter or a half-year is when something is to be done (预计于明年第一季完成)."""
    if frame.date.value.precision not in ("quarter", "half") or trigger.verb not in DONE:
        return False
    start = frame.clause_start(frame.date.start)
    ahead = AHEAD.search(frame.text, start, frame.date.start) is not None
    return ahead and frame.quantity_in(trigger.end, frame.clause_end(trigger.end)) is None


DONE = frozenset({"完成", "交割", "交付", "投产", "上市", "发行", "实施", "生效"})
"""Weak verbs of what is scheduled."""

AHEAD = late(r"预[计定期]|[将料拟]|计划|有望|可望")


def _weight(frame: Frame, trigger: Trigger) -> int:
    """Verbs that are often nouns or circumstances stand behind those that carry a sentence."""
    if trigger.shape in ("go", "crime"):
        return 0
    if trigger.shape == "title":
        return 2 if frame.title_in(trigger.end, trigger.end + 6) else 1
    return 2 if trigger.shape in ("held", "force") else 1


COUNTED_OCCASIONS = frozenset({"场", "次", "场次", "期", "届次", "个", "项"})


def _counts(frame: Frame, start: int, end: int) -> bool:
    """Whether occasions are only counted (举办各类活动1200场)."""
    figure = frame.quantity_in(start, end)
    if figure is None or any(mark in frame.text[start:end] for mark in "“《第"):
        return False
    return figure.unit in COUNTED_OCCASIONS and figure.end >= end - 1


def _tallies(frame: Frame, trigger: Trigger) -> bool:
    """Whether a clause counts the cases of a period (去年全市发生车祸37件)."""
    end = frame.clause_end(trigger.end)
    figure = frame.quantity_in(trigger.end, end)
    if figure is not None and figure.end == end:
        return figure.unit in CASES
    before = frame.quantity_in(frame.clause_start(trigger.start), trigger.start)
    return before is not None and before.unit in CASES | {"家"} and trigger.end == end


CASES = frozenset({"起", "件", "宗", "例", "次"})
"""Units of cases."""


def _carries_out(frame: Frame, trigger: Trigger) -> bool:
    return trigger.verb in ORGANISING and work_of(frame, trigger) is not None


def states_figure(frame: Frame, trigger: Trigger) -> bool:
    """Whether the clause only gives a figure for a period (上半年查处案件12件), as headlines do."""
    if not frame.coarse:
        return False
    if trigger.verb.startswith("创") and trigger.verb.endswith("高"):
        return True
    title = frame.article.page.title
    if title is not None and frame.date.end <= title.end:
        return True
    if trigger.shape == "post":
        return False
    if frame.date.value.end is None:
        quoted = frame.text[trigger.end : trigger.end + 1] == "“"
        return not quoted and frame.title_in(trigger.end, frame.clause_end(trigger.end)) is None
    if trigger.shape in ("incident", "enforce") and _tallies(frame, trigger):
        return True
    if trigger.shape in ("incident", "crime", "force") or _carries_out(frame, trigger):
        return False
    end = frame.clause_end(trigger.end)
    if frame.title_in(trigger.end, end) is not None:
        return False
    stated = frame.quantity_in(frame.date.end, trigger.start)
    if stated is not None and stated.dimension in ("ratio", "money"):
        return True
    if trigger.shape == "subject" and frame.quantity_in(trigger.end, min(trigger.end + 4, end)):
        return True
    if trigger.shape == "held" and _counts(frame, trigger.end, end):
        return True
    if trigger.shape in ("award", "held") and not frame.quantity_in(trigger.end, trigger.end + 3):
        return False
    return frame.quantity_in(trigger.end, end) is not None
