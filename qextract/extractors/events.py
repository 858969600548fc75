"""Events: what happened, or is to happen, on a date.

A date looks for the verb it governs: the first strong one behind it within a few clauses, a weak
one only nearby, else a verb it completes (暂停至8月1日). The verb's shape picks the rule, and the
rule says kind, name and place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from qextract.document import Article, Draft
from qextract.extractors import policies
from qextract.extractors.event_frame import CLAUSE_MARKS, REACH, Found, Frame
from qextract.extractors.event_names import open_cut
from qextract.extractors.event_rules import SHAPES, at_meeting, completes, label_line
from qextract.extractors.event_triggers import Trigger, scan
from qextract.lexical.sentences import QUOTED_NAME
from qextract.mentions import Date, Span
from qextract.rules import Rule

PRECISE = frozenset({"day", "month", "range"})
"""Precisions at which a weak verb makes an event."""

MAX_TEXT = 160
"""How long an event's clause may get, in code points."""


def extract(article: Article) -> list[Draft]:
    """The dated events of the article, one draft a happening."""
    drafts: dict[tuple[str, ...], Draft] = {}
    named: list[Span] = []
    frames = sorted(
        _frames(article), key=lambda f: (f.date.value.precision == "year", f.date.start)
    )
    for frame in frames:
        date = frame.date
        if any(start <= date.start and date.end <= end for start, end in named):
            continue
        for rule, found in _found(frame):
            if isinstance(found.name, tuple):
                named.append(found.name)
            draft = _draft(frame, rule, found)
            first = drafts.setdefault(draft.key, draft)
            if first is not draft:
                spans = (*first.others, (draft.start, draft.end))
                drafts[draft.key] = first._replace(others=spans)
    return sorted(drafts.values(), key=lambda draft: draft.start)


def _frames(article: Article) -> Iterator[Frame]:
    """A frame for each date that may date an event."""
    text, mentions = article.text, article.mentions
    closed = _closed(article)
    starts = [start for start, _ in closed]
    triggers = scan(text, article.page.regions, closed)
    begins = [trigger.start for trigger in triggers]
    names = policies.resolve(article)
    dateline = article.page.dateline
    dates = [
        date
        for date in mentions.dates
        if not _inside(date, starts, closed) and not (dateline and date.start == dateline.start)
    ]
    sentences = mentions.sentences
    at = 0
    for i, date in enumerate(dates):
        while at < len(sentences) and sentences[at].end <= date.start:
            at += 1
        if at == len(sentences) or sentences[at].start > date.start:
            continue
        sentence = sentences[at]
        limit = sentence.end
        if i + 1 < len(dates) and dates[i + 1].start < limit:
            limit = dates[i + 1].start
        floor = sentence.start
        if i and dates[i - 1].end > floor:
            floor = dates[i - 1].end
        left = open_cut(text, sentence.start, date.start, CLAUSE_MARKS)
        first = bisect_left(begins, date.end)
        yield Frame(
            article=article,
            text=text,
            date=date,
            sentence=sentence,
            left=left,
            limit=limit,
            after=triggers[first : bisect_left(begins, limit)],
            before=triggers[
                bisect_left(begins, max(left, floor)) : bisect_right(begins, date.start)
            ],
            titles=mentions.titles,
            names=names,
        )


def _closed(article: Article) -> list[Span]:
    """Titles and short quoted names: a verb or a date inside them says nothing of the text."""
    spans = [(title.start, title.end) for title in article.mentions.titles]
    for start, end in article.page.regions:
        spans += [match.span() for match in QUOTED_NAME.re.finditer(article.text, start, end)]
    return sorted(spans)


def _inside(date: Date, starts: Sequence[int], closed: Sequence[Span]) -> bool:
    at = bisect_right(starts, date.start) - 1
    return at >= 0 and closed[at][0] < date.start and date.end <= closed[at][1]


def _found(frame: Frame) -> Iterator[tuple[Rule, Found]]:
    """What the rules make of the frame; a year may hold several happenings with names."""
    label = label_line.run(frame)
    if label is not None:
        yield label_line, label
        return
    meeting = at_meeting.run(frame)
    if meeting is not None:
        yield at_meeting, meeting
        return
    chosen = _choose(frame)
    if chosen is not None:
        rule = SHAPES[chosen.shape]
        found = rule.run(frame, chosen)
        if found is not None:
            yield rule, found
            if frame.date.value.precision == "year":
                yield from _further(frame, chosen)
            return
    done = completes.run(frame)
    if done is not None:
        yield completes, done


def _further(frame: Frame, chosen: Trigger) -> Iterator[tuple[Rule, Found]]:
    """Later happenings of the same sentence under one year, where they have names of their own."""
    seen = {chosen.shape}
    for trigger in frame.after:
        if trigger.start > chosen.end and trigger.strength == "A" and trigger.shape in MORE - seen:
            seen.add(trigger.shape)
            found = SHAPES[trigger.shape].run(frame, trigger)
            if found is not None and found.name is not None:
                yield SHAPES[trigger.shape], found


MORE = {"held", "title"}


def _choose(frame: Frame) -> Trigger | None:
    """The verb that the date governs."""
    text, date, value = frame.text, frame.date, frame.date.value
    target = value.start is None and value.end is not None
    if target and value.precision == "year":
        return None
    weak = None
    clauses, at = 0, date.end
    for trigger in frame.after:
        clauses += sum(text[k] in ",;:" for k in range(at, trigger.start))
        at = trigger.start
        if clauses > REACH:
            break
        if trigger.strength == "A":
            return trigger
        if weak is None and clauses <= 1:
            weak = trigger
    if weak is not None and value.precision in PRECISE and not _figure(frame, weak.end):
        return weak
    return None


def _figure(frame: Frame, at: int) -> bool:
    """Whether a quantity stands right at `at`: then the clause states a figure."""
    quantities = frame.article.mentions.quantities
    i = bisect_left(quantities, at, key=lambda quantity: quantity.start)
    return i < len(quantities) and quantities[i].start - at <= 2


def _draft(frame: Frame, rule: Rule, found: Found) -> Draft:
    text, date, trigger = frame.text, frame.date, found.trigger
    start = min(frame.left if found.start is None else found.start, date.start)
    while text[start] in " \u3000":
        start += 1
    end = frame.clause_end(max(trigger.end, date.end))
    if isinstance(found.name, tuple):
        end = max(end, found.name[1])
    if end - start > MAX_TEXT:
        end = max(start + MAX_TEXT, trigger.end, date.end)
    name = found.name
    grounding = {"date": (date.start, date.end), "trigger": (trigger.start, trigger.end)}
    if isinstance(name, tuple):
        grounding["name"] = name
        name = text[name[0] : name[1]]
    if found.place is not None:
        grounding["location"] = found.place
    people = _participants(frame, start, end)
    grounding.update({f"participants.{i}": span for i, span in enumerate(people.values())})
    place = text[slice(*found.place)] if found.place else None
    fields = {
        "date": date.value,
        "kind": found.kind,
        "name": name,
        "trigger": trigger.verb,
        "location": place,
        "participants": list(people),
        "summary": " ".join(text[start:end].split()),
    }
    key = (date.value.edtf, found.kind, trigger.verb, name or "", place or "")
    return Draft("event", rule.name, start, end, key, fields, grounding)


def _participants(frame: Frame, start: int, end: int) -> Mapping[str, Span]:
    """Organisations and persons of the event's clauses, by name, in text order."""
    found: dict[str, Span] = {}
    mentions = frame.article.mentions
    named = [(p.name.start, p.name.end, p.name.value) for p in mentions.people]
    for body in mentions.organisations[
        bisect_left(mentions.organisations, start, key=lambda o: o.start) :
    ]:
        if body.start >= end:
            break
        if body.end <= end:
            found.setdefault(body.text, (body.start, body.end))
    for begin, stop, name in named:
        if start <= begin and stop <= end:
            found.setdefault(name, (begin, stop))
    return dict(sorted(found.items(), key=lambda item: item[1]))
