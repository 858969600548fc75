"""Which of the verbs that a date can reach says what happened on it."""

from __future__ import annotations

from qextract.extractors.event_frame import REACH, Frame
from qextract.extractors.event_names import occasion
from qextract.extractors.event_phrases import work_of
from qextract.extractors.event_triggers import MEASURING, Trigger
from qextract.rules import Pattern


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
        if _is_topic(frame, trigger):
            continue
        passed = sum(text[k] in ",;:" for k in range(at, trigger.start))
        circumstance = at == date.end and _leads_in(text, date.end, trigger.start)
        at = trigger.start
        if passed and (best is not None or (weak is not None and _settled(frame, weak))):
            break
        clauses += passed - circumstance if passed else 0
        if clauses > REACH:
            if clauses > FAR_REACH:
                break
            if trigger.shape != "crime" or trigger.strength != "A":
                continue
        if trigger.strength == "A":
            if best is None or _weight(frame, trigger) > _weight(frame, best):
                best = trigger
        elif best is None and _organises(frame, trigger):
            best = trigger
        elif weak is None:
            if _wrong(frame, trigger):
                weak = trigger._replace(kind="incident", shape="crime")
            elif clauses <= 1 and (not frame.coarse or _narrated(frame, trigger)):
                weak = trigger
        elif weak.shape == "go" and trigger.shape == "attend" and passed <= 1:
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
    return end == weak.end and weak.shape in ("object", "subject", "title", "said")


GOING = frozenset({"前往", "抵达", "赶赴", "返回", "访问"})
"""Verbs whose goal is the event; what was done there is told behind it."""

RATE = Pattern(
    "event.rate",
    "a rate or a price that an authority sets, as the object of 上调 and its like",
    r"[^,。;:!?]{0,10}?(?:利率|准备金?率|税率|关税|费率|汇率|起征点|票价|电价|气价|水价|油价|零售价格?|指导价|限价|收费标准|最低工资|额度|上限|评级)",
    examples={"存款准备金率0.5个百分点": "存款准备金率"},
    rejects=("3.2%",),
)

SETTING = frozenset({"上调", "下调", "调升", "调降", "降低", "提高"})
"""Verbs of setting a rate: with a rate as their object they tell of a decision, not of a figure."""


def _measures(frame: Frame, weak: Trigger) -> bool:
    """Whether a weak verb only states the figure behind it."""
    end = min(weak.end + 12, frame.clause_end(weak.end))
    figure = frame.quantity_in(weak.end, end)
    if weak.verb not in MEASURING or figure is None:
        return False
    if frame.text.startswith(("的", "股权", "股份"), figure.end) and figure.unit == "%":
        return False
    if weak.verb in ("升至", "降至"):
        return frame.text.find("由", frame.clause_start(weak.start), weak.start) < 0
    return weak.verb not in SETTING or RATE.re.match(frame.text, weak.end, end) is None


ORGANISING = frozenset({"开展", "展开", "组织", "组织开展", "进行"})
"""Weak verbs that carry a sentence where an occasion with a name is their object."""


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


def _modifies(frame: Frame, trigger: Trigger) -> bool:
    """Whether the verb only tells which person or thing another verb of the clause is about."""
    text, start = frame.text, trigger.start
    if text.startswith("利用", start - 2) and "便利" in text[trigger.end : trigger.end + 16]:
        return True
    if text[frame.date.end] != "," or frame.clause_start(start) != frame.date.end + 1:
        return False
    if trigger.shape not in ("incident", "object", "subject", "deed", "go"):
        return False
    end = frame.clause_end(trigger.end)
    match = MODIFIER.re.match(text, trigger.end, end)
    return match is not None and any(match.end() <= t.start < end for t in frame.after)


def _is_topic(frame: Frame, trigger: Trigger) -> bool:
    """Whether the verb only says what was agreed on (就股权转让达成协议)."""
    begin = max(trigger.start - 12, frame.date.end)
    text = frame.text
    if text[trigger.start - 1] == "就" and DEALT.re.search(
        text, trigger.end, frame.clause_end(trigger.end)
    ):
        return True
    if trigger.shape == "go" and _led(frame, trigger):
        return True
    if _modifies(frame, trigger):
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


def _organises(frame: Frame, trigger: Trigger) -> bool:
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
    title = frame.article.page.title
    if title is not None and frame.date.end <= title.end:
        return True
    if trigger.shape == "post":
        return False
    if frame.date.value.end is None:
        return frame.title_in(trigger.end, frame.clause_end(trigger.end)) is None
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
