"""The words around a verb that name the event: its subject, its object, its place."""

from __future__ import annotations

from bisect import bisect_left

from qextract.extractors.event_frame import Frame
from qextract.extractors.event_names import noun_phrase, place_before, trimmed
from qextract.extractors.event_triggers import Trigger
from qextract.lexicon import table
from qextract.mentions import Span
from qextract.rules import Pattern

WIDEST = 160
"""How far from its verb a subject may begin, in code points."""

MAX_NAME = 40
"""How long a name may be, in code points; a longer phrase is a clause."""

COUNTED = frozenset({"count", "money", "ratio"})
"""Dimensions of figures that count things; a length or a power may be part of a name."""

NO_NAME = Pattern(
    "event.no_name",
    "a phrase that names nothing: a pronoun, the rest of a verb phrase, a bare verb",
    r"(?:记者|我们|我|他|她|本报|该校|公司|双方|两国|各校|各地|全国|全省|全市|全县|全区|部门|有关部门|政府|当局|署方)$"
    r"|[对向把将被为与以因据至到从《、就使让时各]|后(?!勤)|全部"
    r"|(?:运营|初期|载客|试|使用|建设|运行|通车|服务|施工|生产|营业|仪式|现场|以来|进行|顺利|成功|审议|款待|直航)+$",
    examples={"记者": "记者", "运营": "运营", "全部项目": "全部"},
    rejects=("春耕生产会",),
)


NOT_TAKEN = frozenset("于在由会从自以对被至到与同为把")
"""What stands behind 将 where it tells of the future and takes no object."""


def subject_of(frame: Frame, at: int) -> Span | None:
    """The noun phrase that is the subject of the verb at `at`, across the date and a place phrase."""
    text, date = frame.text, frame.date
    start = max(frame.clause_start(at), at - WIDEST)
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
        if taken is not None and taken[1] - taken[0] > 3:
            return taken
    span = noun_phrase(text, start, end)
    stop = start - 1
    if span is None and date.start >= start > frame.sentence.start and stop >= frame.floor:
        if text[stop] != ",":
            return None
        return noun_phrase(text, max(frame.clause_start(stop), frame.floor), stop)
    return span


def object_of(frame: Frame, at: int) -> Span | None:
    """The noun phrase behind the verb that ends at `at`, cut before a figure that follows it."""
    text = frame.text
    span = noun_phrase(text, at, min(frame.clause_end(at), at + 80))
    if span is None:
        return None
    figure = frame.quantity_in(span[0] + 1, span[1])
    return trimmed(text, span[0], figure.start) if figure else span


def as_name(frame: Frame, span: Span | None) -> Span | None:
    """The span if it can be a name: not too long, no pronoun, person, figure or bare verb."""
    if span is None or not 2 <= span[1] - span[0] <= MAX_NAME:
        return None
    words = frame.text[span[0] : span[1]]
    if NO_NAME.re.match(words):
        return None
    if words in table("event_triggers") or (len(words) < 16 and frame.verb_in(*span)):
        return None
    at = bisect_left(frame.triggers, span[0], key=lambda trigger: trigger.start)
    if at < len(frame.triggers) and frame.triggers[at].start == span[0]:
        return None
    figure = frame.quantity_in(*span)
    if figure is not None and figure.dimension in COUNTED and "第" not in words:
        return None
    if any(p.name.start < span[1] and span[0] < p.name.end for p in frame.article.mentions.people):
        return None
    return span


def place_of(frame: Frame, trigger: Trigger) -> Span | None:
    """The place in 在PLACE right before the verb, behind the date where that comes first."""
    start = frame.clause_start(trigger.start)
    if frame.date.end <= trigger.start:
        start = max(start, frame.date.end)
    found = place_before(frame.text, start, trigger.start)
    return clean_place(frame, found[0]) if found else None


def clean_place(frame: Frame, span: Span | None) -> Span | None:
    """The span without what a verb in it begins (葵涌检获香烟 → 葵涌); `None` if no place is left."""
    if span is None:
        return None
    at = bisect_left(frame.triggers, span[0], key=lambda trigger: trigger.start)
    if at < len(frame.triggers) and frame.triggers[at].start < span[1]:
        return trimmed(frame.text, span[0], frame.triggers[at].start)
    return span
