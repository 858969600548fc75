"""From what a rule found to an event's draft: its clause, its participants, its grounding."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from qextract.document import Draft
from qextract.extractors.event_frame import Found, Frame
from qextract.mentions import Span
from qextract.rules import Rule

MAX_TEXT = 160
"""How long an event's clause may get, in code points."""


def draft_of(frame: Frame, rule: Rule, found: Found) -> Draft:
    """The draft of the event that `rule` found."""
    text, date, trigger = frame.text, frame.date, found.trigger
    verb_end = trigger.end if trigger else date.end
    start = min(_start(frame) if found.start is None else found.start, date.start)
    end = frame.clause_end(max(verb_end, date.end)) if found.end is None else found.end
    if isinstance(found.name, tuple):
        end = max(end, found.name[1])
    if end - start > MAX_TEXT:
        end = max(start + MAX_TEXT, verb_end, date.end)
    name = found.name
    grounding = {"date": (date.start, date.end)}
    if trigger is not None:
        grounding["trigger"] = (trigger.start, trigger.end)
    if isinstance(name, tuple):
        grounding["name"] = name
        name = text[name[0] : name[1]]
    if found.place is not None:
        grounding["location"] = found.place
    taken = [span for path, span in grounding.items() if path != "location"]
    people = _participants(frame, start, end, taken, found.place)
    grounding.update({f"participants.{i}": span for i, span in enumerate(people.values())})
    place = text[slice(*found.place)] if found.place else None
    fields = {
        "date": date.value,
        "kind": found.kind,
        "name": name,
        "trigger": trigger.verb if trigger else None,
        "location": place,
        "participants": list(people),
        "summary": " ".join(text[start:end].split()),
    }
    key = (date.value.edtf, found.kind, trigger.verb if trigger else "", name or "", place or "")
    return Draft("event", rule.name, start, end, key, fields, grounding)


def _start(frame: Frame) -> int:
    """Where the event's clause begins: a byline or a bullet in front of the date is not part of it."""
    text, start = frame.text, frame.left
    lead = text[start : frame.date.start]
    if lead.rstrip().endswith((")", "讯", "电")) and len(lead) < MAX_TEXT:
        return frame.date.start
    while start < frame.date.start and text[start] in LEADS:
        start += 1
    return start


LEADS = frozenset(" \u3000●■◆▪•·-—")


def _participants(
    frame: Frame, start: int, end: int, taken: Sequence[Span], place: Span | None
) -> Mapping[str, Span]:
    """Organisations and persons of the event's clauses, by name, in text order.

    None overlaps what is `taken`: the date, the verb, the event's own name. None is the place or
    a part of it (在市会议中心).
    """
    low, high = place or (0, 0)
    found: dict[str, Span] = {}
    mentions = frame.article.mentions
    bodies, people = mentions.organisations, mentions.people
    for body in bodies[bisect_left(bodies, start, key=lambda body: body.start) :]:
        if body.start >= end:
            break
        if low <= body.start and body.end <= high:
            continue
        if frame.in_title(body.start):
            continue
        if body.end <= end and not any(a < body.end and body.start < b for a, b in taken):
            found.setdefault(body.text, (body.start, body.end))
    for person in people[bisect_left(people, start, key=lambda person: person.end) :]:
        if person.start >= end:
            break
        if start <= person.name.start and person.name.end <= end:
            found.setdefault(person.name.value, (person.name.start, person.name.end))
    return dict(sorted(found.items(), key=lambda item: item[1]))
