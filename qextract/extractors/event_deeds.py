"""What befell or was done to people: posts, disasters, crimes, sentences, statements."""

from __future__ import annotations

from bisect import bisect_left

from qextract.extractors.event_frame import Found, Frame
from qextract.extractors.event_names import trimmed
from qextract.extractors.event_phrases import place_of
from qextract.extractors.event_triggers import Trigger
from qextract.rules import Pattern, rule


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


DISASTER = Pattern(
    "event.disaster",
    "what broke out, with the words that say of what kind",
    r"[^,。;:!?一起的]{0,8}(?:灾害|地震|台风|事故|火灾|火警|爆炸|闪爆|燃爆|气爆|空难|车祸|踩踏|险情|枪击|袭击|中毒|洪水|山洪|泥石流|疫情|降雨|暴雨|冰雹|大风|坍塌|滑坡|案件|案)",
    examples={"一起追尾事故": "追尾事故"},
    rejects=("春耕生产",),
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
    match = DISASTER.re.search(text, trigger.end, end) if trigger.verb in STRUCK else None
    name = trimmed(text, *match.span()) if match else None
    start = max(
        frame.clause_start(trigger.start), frame.date.end if frame.date.end <= trigger.start else 0
    )
    place = place_of(frame, trigger)
    places = frame.article.mentions.places
    at = bisect_left(places, start, key=lambda found: found.start)
    if place is None and at < len(places) and places[at].end <= trigger.start:
        place = places[at].start, places[at].end
    return Found("incident", trigger, name, place)


@rule(
    "event.enforcement",
    "DATE COURT 判处 PERSON, DATE PERSON 被查",
    examples={"2023年9月,临川县监委对谷雨立案调查。": "2023-09 | enforcement | 立案调查 | - | -"},
    rejects=("临川县监委对谷雨立案调查。",),
)
def enforcement(frame: Frame, trigger: Trigger) -> Found | None:
    return Found("enforcement", trigger, None, place_of(frame, trigger))


@rule(
    "event.said",
    "DATE, 记者从ORG获悉 or ORG DATE 表示",
    examples={"3月13日,记者从市水利局获悉,堤防已经加固。": "2024-03-13 | statement | 获悉 | - | -"},
    rejects=("记者从市水利局获悉,堤防已经加固。",),
)
def said(frame: Frame, trigger: Trigger) -> Found | None:
    return Found("statement", trigger)
