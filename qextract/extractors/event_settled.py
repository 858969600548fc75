"""What the document as a whole says of an event: names carried on, meetings announced in headlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qextract.document import Article, Draft
from qextract.extractors.event_at import place_before
from qextract.extractors.event_names import TAIL, noun_phrase
from qextract.mentions import Span
from qextract.rules import Pattern

HEADLINES = 6
"""How many sentences from the top may be headlines or subheadlines."""

HELD = Pattern(
    "event.headline_held",
    "the verb at the end of a headline: NAME在PLACE召开",
    r"(?:召开|举行|举办|开幕|闭幕)$",
    examples={"全省水利大会在临川召开": "召开"},
    rejects=("召开全省水利大会",),
)


def announcements(article: Article) -> Iterator[tuple[Span, Span]]:
    """Name and place of each meeting that a line at the top says was held somewhere."""
    text = article.text
    for sentence in article.mentions.sentences[:HEADLINES]:
        verb = HELD.re.search(text, sentence.start, sentence.end)
        if verb is None:
            continue
        found = place_before(text, sentence.start, verb.start())
        if found is None or found[0] is None:
            continue
        start = sentence.start
        while start < found[1] and text[start] in "-—一 ·":
            start += 1
        name = noun_phrase(text, start, found[1])
        if name is not None and TAIL.re.search(text, name[0], verb.start()):
            yield name, found[0]


CARRIED = Pattern(
    "event.carried",
    "what stands between two deeds of one subject: X4月开工、明年6月投产",
    r"^[、,;\s]*(?:预计|计划|预定|有望|并|将|拟|已|又|于|在|可|自){0,3}$",
    examples={",预计": ",预计"},
    rejects=(",市民说",),
)


EXPECTED = Pattern(
    "event.expected",
    "clauses about a thing that has begun, up to when it is to be done",
    r"[^。;!?\n]{0,90},(?:预计|预定|计划|有望|可望|料|料于|并拟|力争|争取)(?:将?于|在)?",
    examples={",造价一亿元,预计": ",造价一亿元,预计"},
    rejects=(",造价一亿元。预计",),
)


def joined(drafts: list[Draft]) -> list[Draft]:
    """One draft a happening: of two of one day, kind and verb whose names contain each other and
    whose places agree, the first is kept, with the longer name and the place that either has.
    """
    groups: dict[tuple[str, ...], list[int]] = {}
    kept: list[Draft | None] = list(drafts)
    for i, draft in enumerate(drafts):
        name, place = draft.fields["name"], draft.fields["location"]
        if name is None:
            continue
        group = groups.setdefault(draft.key[:3], [])
        for j in group[-NEAREST:]:
            first = kept[j]
            if first is None:
                continue
            named, there = first.fields["name"], first.fields["location"]
            same = place is None or there is None or place in there or there in place
            if same and (name in named or named in name):
                kept[j] = _joined(first, draft)
                kept[i] = None
                break
        else:
            group.append(i)
    return [draft for draft in kept if draft is not None]


NEAREST = 8
"""How many earlier happenings of one day, kind and verb are compared."""


def _joined(first: Draft, second: Draft) -> Draft:
    fields, grounding = dict(first.fields), dict(first.grounding)
    new, old = second.fields["name"], fields["name"]
    if " " in old or (len(new) > len(old) and " " not in new):
        fields["name"] = new
        grounding.pop("name", None)
        if "name" in second.grounding:
            grounding["name"] = second.grounding["name"]
    if fields["location"] is None and second.fields["location"] is not None:
        fields["location"] = second.fields["location"]
        grounding["location"] = second.grounding["location"]
    spans = (*first.others, (second.start, second.end), *second.others)
    return first._replace(fields=fields, grounding=grounding, others=tuple(spans))


def carried(text: str, drafts: list[Draft]) -> list[Draft]:
    """Things that began or ended keep the name that the deed right before them had."""
    for i in range(1, len(drafts)):
        before, draft = drafts[i - 1], drafts[i]
        if draft.fields["name"] is not None or before.fields["name"] is None:
            continue
        if {draft.fields["kind"], before.fields["kind"]} - {"launch", "result"}:
            continue
        start = before.grounding.get("trigger", before.grounding["date"])[1]
        gap = text[start : draft.grounding["date"][0]]
        if (0 < len(gap) < 12 and CARRIED.re.match(gap)) or EXPECTED.re.fullmatch(gap):
            grounding = dict(draft.grounding)
            if "name" in before.grounding:
                grounding["name"] = before.grounding["name"]
            fields = {**draft.fields, "name": before.fields["name"]}
            drafts[i] = draft._replace(fields=fields, grounding=grounding)
    return drafts


def completed(article: Article, drafts: list[Draft]) -> list[Draft]:
    """Meetings with the full name and the place that an undated headline gives them."""
    announced = list(announcements(article))
    if not announced:
        return drafts
    return [_with_place(article, draft, announced) for draft in drafts]


def _with_place(article: Article, draft: Draft, announced: Sequence[tuple[Span, Span]]) -> Draft:
    name = draft.fields["name"]
    if draft.fields["kind"] != "meeting" or name is None or draft.fields["location"] is not None:
        return draft
    for full, place in announced:
        words = article.text[full[0] : full[1]]
        if words.endswith(name) or name.endswith(words):
            fields = {**draft.fields, "location": article.text[place[0] : place[1]]}
            grounding = {**draft.grounding, "location": place}
            if len(words) > len(name):
                fields["name"], grounding["name"] = words, full
            return draft._replace(fields=fields, grounding=grounding)
    return draft
