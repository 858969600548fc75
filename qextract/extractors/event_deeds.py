"""What befell or was done to people: posts, disasters, crimes, sentences, statements."""

from __future__ import annotations

from qextract.extractors.event_frame import Found, Frame
from qextract.extractors.event_names import trimmed
from qextract.extractors.event_phrases import as_name, object_of, subject_of
from qextract.extractors.event_places import place_of, seat_of, told_place
from qextract.extractors.event_scenes import BLOW, STRUCK, WEATHER, scene_of
from qextract.extractors.event_triggers import Trigger
from qextract.rules import Pattern, late, rule


@rule(
    "event.appointment",
    "NAME DATE 任/当选/辞去 POST",
    examples={"谷雨2012年3月任县粮食局副局长。": "2012-03 | appointment | 任 | - | -"},
    rejects=("谷雨任县粮食局副局长。",),
)
def appointment(frame: Frame, trigger: Trigger) -> Found | None:
    if "院士" in frame.text[trigger.end : frame.clause_end(trigger.end)]:
        return Found("award", trigger)
    if trigger.verb in RISING:
        subject = subject_of(frame, trigger.start)
        graded = GRADE.match(frame.text, trigger.end, frame.clause_end(trigger.end))
        if graded or (subject is not None and NO_PERSON.search(frame.text, *subject)):
            return Found("result", trigger)
    if trigger.verb in ELECTING:
        sitting = subject_of(frame, trigger.start)
        if sitting is not None and SITTING.re.search(frame.text, *sitting):
            return Found("appointment", trigger, sitting)
    place = place_of(frame, trigger) if "就职" in trigger.verb or "宣誓" in trigger.verb else None
    return Found("appointment", trigger, None, place)


SITTING = Pattern(
    "event.sitting",
    "a session with a number, which elects",
    r"第[^,。;:!?第]{1,4}[届次][^,。;:!?]{0,16}(?:会议|大会|全会)$|[届次](?:会议|大会|全会)$",
    examples={"县十届人大一次会议": "次会议"},
    rejects=("职工代表大会",),
)

RISING = frozenset({"晋升为", "晋升", "升任", "升级为", "升格为", "提升为", "接管"})
"""Verbs of rising, for persons and for what is graded."""

GRADE = late(r"[^,。;:!?]{0,8}(?:[一二三四五]级|\d?A级|[甲乙]等|示范|重点)")
"""A grade that what is no person rises to."""

NO_PERSON = late(r"(?:医院|学校|学院|大学|公司|景区|园区|球队|企业|银行|馆|站|港|市|县|区|镇)$")
"""The end of what has no post."""

ELECTING = frozenset({"选举", "选举产生", "推选", "选出", "补选"})
"""Verbs whose subject is the session that elects."""


DISASTER = Pattern(
    "event.disaster",
    "what broke out, with the words that say of what kind",
    r"(?:[^,。;:!?一起次场轮宗例名的]{0,8}?|[一二三四五])(?:[级]火(?:警)?|灾害|地震|余震|台风|事故|火灾|火警|爆炸|闪爆|燃爆(?!炸)|气爆(?!炸)|空难|车祸|踩踏|险情|枪击|袭击|中毒|洪水|山洪|泥石流|疫情|降雨|暴雨|[大暴]雪|寒潮|冰雹|大风|坍塌|滑坡|意外|涌水|突水|冒顶|决口|管涌|海啸|火山喷发|案件|案)(?>(?:袭击|灾害|事故|事件|险情|疫情|案件|案){0,2})",
    examples={"一起追尾事故": "追尾事故"},
    rejects=("春耕生产",),
)


ACCIDENT = Pattern(
    "event.accident",
    "the end of what tells only of what kind an accident or a crime was, and names nothing",
    r"^[^“”]{0,16}(?:火警?|火灾|事故|车祸|爆炸|闪爆|[燃气]爆|空难|踩踏|枪击|袭击|中毒|意外|险情|案件?|坍塌)$|^(?:地震|余震)$",
    examples={"致命车祸": "致命车祸", "地震": "地震"},
    rejects=("山洪灾害", "4.5级地震", "“3·12”大火"),
)

FEAST = Pattern(
    "event.feast",
    "the feast that somebody held for gain",
    r"了?(?P<name>[^,。;:!?、\d一二三四五六七八九十]{0,6}?(?:婚宴|喜宴|满月酒|升学宴|谢师宴|寿宴|生日宴|乔迁宴|酒席|宴席|婚礼|丧事|喜事|婚丧喜庆))",
    examples={"婚宴86桌": "婚宴"},
    rejects=("活动",),
)

NAMED_BLOW = Pattern(
    "event.named_blow",
    "a disaster or a war with a name, as the subject of its verb",
    r"^(?:[强超]{0,2}台风|飓风|热带风暴)|(?:战争|战役|事变|危机|风暴)$",
    examples={"台风“海燕”": "台风", "南洋战争": "战争"},
    rejects=("一栋居民楼",),
)


@rule(
    "event.incident",
    "DATE PLACE 发生 DISASTER, or DATE PERSON did what was not allowed",
    examples={
        "3月12日14时许,临川县白沙镇发生山洪灾害。": "2024-03-12T14:00:00 | incident | 发生 | 山洪灾害 | 临川县白沙镇"
    },
    rejects=("临川县白沙镇发生山洪灾害。",),
)
def incident(frame: Frame, trigger: Trigger) -> Found | None:
    text = frame.text
    end = frame.clause_end(trigger.end)
    match = DISASTER.re.search(text, trigger.end, end) if trigger.verb in STRUCK else None
    name = trimmed(text, *match.span()) if match else None
    if name is not None and ACCIDENT.re.search(text[slice(*name)]):
        name = None
    if trigger.verb == "操办":
        feast = FEAST.re.match(text, trigger.end, end)
        name = feast.span("name") if feast else None
    place = scene_of(frame, trigger)
    if name is None and trigger.verb == "袭击":
        start = max(frame.clause_start(trigger.start), frame.date.end)
        blow = BLOW.re.search(text, start, trigger.start)
        name = blow.span("name") if blow and blow["name"][-1] in WEATHER else None
    if name is None and trigger.verb in ("袭击", "侵袭", "来袭"):
        storm = trimmed(text, max(frame.clause_start(trigger.start), frame.date.end), trigger.start)
        if storm is not None and text[storm[1] - 1] in WEATHER and storm[1] - storm[0] < 9:
            name = storm
    if name is None and trigger.shape == "incident":
        subject = subject_of(frame, trigger.start)
        if subject is not None and NAMED_BLOW.re.search(text[slice(*subject)]):
            name = subject
            if place is not None and subject[0] <= place[0] < subject[1]:
                place = None
    if name is None and place is not None:
        storm_of = STORM_OF.re.match(text, place[1], frame.sentence.end)
        name = storm_of.span("name") if storm_of else None
    return Found("incident", trigger, name, place)


STORM_OF = Pattern(
    "event.storm_of",
    "the storm that struck a place, which its landing modifies: 登陆PLACE的台风“NAME”",
    r"的(?P<name>(?:[超强特大]{0,2})(?:台风|飓风|热带风暴)“[^“”]{1,8}”)",
    examples={"的超强台风“威远”": "的超强台风“威远”"},
    rejects=("的台风路径",),
)


@rule(
    "event.enforcement",
    "DATE COURT 判处 PERSON, DATE PERSON 被查",
    examples={"2023年9月,临川县监委对谷雨立案调查。": "2023-09 | enforcement | 立案调查 | - | -"},
    rejects=("临川县监委对谷雨立案调查。",),
)
def enforcement(frame: Frame, trigger: Trigger) -> Found | None:
    if trigger.verb == "接受" and trigger.end == frame.clause_end(trigger.end):
        return Found("other", trigger, None, place_of(frame, trigger))
    name = as_name(frame, object_of(frame, trigger.end), verbs=True)
    if name is not None and not OWN_CASE.search(frame.text, *name):
        name = None
    if name is None:
        case = NAMED_CASE.re.search(frame.text, frame.clause_start(trigger.start), trigger.start)
        name = case.span("name") if case else None
    place = place_of(frame, trigger)
    start = frame.clause_start(trigger.start)
    if place is None and frame.date.end < start:
        place = told_place(frame, frame.date.end, start)
    return Found("enforcement", trigger, name, place)


OWN_CASE = late(r"事件$|(?:公司|集团|店|厂|“[^”]{2,12}”)[^,。;:!?]{0,20}案$")
"""The end of the name of a case: whose or which it is."""

NAMED_CASE = Pattern(
    "event.named_case",
    "a case with a name of its own, as what the authorities deal with",
    r"[对就将](?P<name>“[^”]{2,16}”[^,。;:!?“”的]{0,24}?案件?)",
    examples={"对“3·12”电信诈骗案一审": "对“3·12”电信诈骗案"},
    rejects=("对田某受贿一案",),
)


@rule(
    "event.deed",
    "DATE SOMEBODY 战胜/获救/起航: a deed without a name of its own",
    examples={
        "3月4日,临川女排在江北体育馆以3比1战胜白沙女排。": "2024-03-04 | result | 战胜 | - | 江北体育馆"
    },
    rejects=("临川女排战胜白沙女排。",),
)
def deed(frame: Frame, trigger: Trigger) -> Found | None:
    place = place_of(frame, trigger)
    start = frame.clause_start(trigger.start)
    if place is None and frame.date.end < start:
        place = told_place(frame, frame.date.end, start)
    return Found(trigger.kind, trigger, None, place)


@rule(
    "event.said",
    "DATE, 记者从ORG获悉 or ORG DATE 表示",
    examples={"3月13日,记者从市水利局获悉,堤防已经加固。": "2024-03-13 | statement | 获悉 | - | -"},
    rejects=("记者从市水利局获悉,堤防已经加固。",),
)
def said(frame: Frame, trigger: Trigger) -> Found | None:
    return Found("statement", trigger, None, seat_of(frame, trigger))
