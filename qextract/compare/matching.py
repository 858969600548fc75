"""When a record and a gold entry are the same fact (*found*), and which of its fields are right.

Follows the annotation guide: values are compared without quotes, brackets of titles and spaces,
and free phrases (subjects, names of occasions, places) by what they share.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Fact = Mapping[str, Any]
"""A gold entry or a record, as JSON gives it."""

IGNORED = str.maketrans("", "", "《》〈〉“”‘’「」『』\"' \u3000\u00a0\n\t·")
BARE_KIND = re.compile(
    r".{0,4}(?:会|会议|仪式|活动|通知|公告|办法|意见|事故|火灾|案|案件|病例|灾害|调研|检查|培训|演练|工程|项目|协议)"
)
SHARED_ENOUGH = 0.7
TOLERANCE = 1e-9


class Field(NamedTuple):
    """A field of a pair that was found.

    same: whether the record has it right. counts: whether a pair is whole only if it is right.
    asked: whether the gold entry says anything of it.
    """

    name: str
    same: Callable[[Fact, Fact], bool]
    counts: bool = True
    asked: Callable[[Fact], bool] = lambda _: True


class Matcher(NamedTuple):
    """How one type is matched: `found`, then a `likeness` that settles between several, `fields`."""

    type: str
    found: Callable[[Fact, Fact], bool]
    likeness: Callable[[Fact, Fact], float]
    fields: tuple[Field, ...]

    def wrong(self, gold: Fact, record: Fact) -> tuple[str, ...]:
        """The fields that keep a found pair from being whole."""
        return tuple(
            each.name for each in self.fields if each.counts and not each.same(gold, record)
        )


def folded(text: str | None) -> str:
    """The text as compared: compatibility forms folded, quotes, brackets and spaces gone."""
    return unicodedata.normalize("NFKC", text or "").translate(IGNORED).lower()


def shared(one: str | None, other: str | None) -> float:
    """The share of characters that two texts have in common (Dice), 1 for two empty texts."""
    a, b = Counter(folded(one)), Counter(folded(other))
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 1.0


def alike(one: str | None, other: str | None) -> bool:
    """Whether two free phrases mean the same: one within the other, or most characters shared."""
    a, b = folded(one), folded(other)
    if not a or not b:
        return a == b
    if a in b or b in a:
        short, long = sorted((len(a), len(b)))
        return short >= 2 or short / long >= 0.34
    return shared(a, b) >= SHARED_ENOUGH


def same_number(one: float | None, other: float | None) -> bool:
    """Whether two numbers are equal but for rounding; null equals null only."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= TOLERANCE * max(1.0, abs(one), abs(other))


def _same(name: str) -> Callable[[Fact, Fact], bool]:
    return lambda gold, record: bool(gold[name] == record.get(name))


def _same_folded(name: str) -> Callable[[Fact, Fact], bool]:
    return lambda gold, record: folded(gold[name]) == folded(record.get(name))


def _either_ends(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


# --- metrics


def _metric_found(gold: Fact, record: Fact) -> bool:
    return (
        same_number(gold["value"], record.get("value"))
        and same_number(gold["value_max"], record.get("value_max"))
        and folded(gold["unit"]) == folded(record.get("unit"))
    )


def _metric_likeness(gold: Fact, record: Fact) -> float:
    inside = folded(gold["text"]) in folded(record.get("text"))
    compared = bool(gold["comparator"] == record.get("comparator"))
    return shared(gold["subject"], record.get("subject")) + 0.3 * compared + 0.5 * inside


def _same_subject(gold: Fact, record: Fact) -> bool:
    return alike(gold["subject"], record.get("subject"))


def _same_period(gold: Fact, record: Fact) -> bool:
    period = record.get("period") or {}
    return bool(
        (gold["period_start"], gold["period_end"]) == (period.get("start"), period.get("end"))
    )


def _has_period(gold: Fact) -> bool:
    return bool(gold["period_start"] or gold["period_end"])


# --- officials


def _positions(fact: Fact) -> list[tuple[str, str, bool]]:
    """(title, organisation, former), sorted: two lists of the same posts stand side by side."""
    return sorted(
        (folded(each.get("title")), folded(each.get("org")), bool(each.get("former")))
        for each in fact.get("positions") or ()
    )


def _same_titles(gold: Fact, record: Fact) -> bool:
    return [title for title, *_ in _positions(gold)] == [title for title, *_ in _positions(record)]


def _paired(gold: Fact, record: Fact) -> list[tuple[tuple[str, bool], tuple[str, bool]]]:
    """(organisation, former) of the posts on both sides that have one title."""
    left = _positions(record)
    pairs = []
    for title, org, former in _positions(gold):
        match = next((each for each in left if each[0] == title), None)
        if match is not None:
            left.remove(match)
            pairs.append(((org, former), match[1:]))
    return pairs


def _same_orgs(gold: Fact, record: Fact) -> bool:
    return all(
        a == b or bool(a and b and _either_ends(a, b)) for (a, _), (b, _) in _paired(gold, record)
    )


def _same_former(gold: Fact, record: Fact) -> bool:
    return all(a == b for (_, a), (_, b) in _paired(gold, record))


# --- policies


def _policy_found(gold: Fact, record: Fact) -> bool:
    if folded(gold["title"]) == folded(record.get("title")):
        return True
    number = folded(gold["number"])
    return (
        bool(number)
        and number == folded(record.get("number"))
        and shared(gold["title"], record.get("title")) > 0.5
    )


def _same_issuers(gold: Fact, record: Fact) -> bool:
    wanted = [folded(name) for name in gold["issuers"]]
    got = [folded(name) for name in record.get("issuers") or ()]
    return len(wanted) == len(got) and all(any(_either_ends(a, b) for b in got) for a in wanted)


# --- events


def _event_found(gold: Fact, record: Fact) -> bool:
    if not _same_date(gold, record.get("date") or {}):
        return False
    a, b = folded(gold["trigger"]), folded(record.get("trigger"))
    if a and b and (a in b or b in a):
        return True
    if gold["name"] and record.get("name") and alike(gold["name"], record["name"]):
        return True
    anchor, text = folded(gold["anchor"]), folded(record.get("text"))
    return len(anchor) > 3 and (anchor[:12] in text or text[:12] in anchor)


def _same_date(gold: Fact, date: Fact) -> bool:
    """By its days; where gold knows no year, by how it is written."""
    if gold["start"] is not None or gold["end"] is not None:
        return bool((gold["start"], gold["end"]) == (date.get("start"), date.get("end")))
    wanted, got = folded(gold["date_text"]), folded(date.get("text"))
    return wanted == got or (date.get("start") is None and wanted in got)


def _event_likeness(gold: Fact, record: Fact) -> float:
    return (
        shared(gold["anchor"], record.get("text"))
        + shared(gold["name"], record.get("name"))
        + (folded(gold["trigger"]) == folded(record.get("trigger")))
    )


def _same_name(gold: Fact, record: Fact) -> bool:
    """A bare kind word may stand on one side alone."""
    one, other = gold["name"], record.get("name")
    if bool(one) != bool(other):
        return BARE_KIND.fullmatch(folded(one or other)) is not None
    return _same_phrase(one, other)


def _same_place(gold: Fact, record: Fact) -> bool:
    return _same_phrase(gold["location"], record.get("location"))


def _same_phrase(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return not one and not other
    return alike(one, other)


def _one(gold: Fact, record: Fact) -> float:
    return 1.0


MATCHERS = {
    "events": Matcher(
        "event",
        _event_found,
        _event_likeness,
        (Field("kind", _same("kind")), Field("name", _same_name), Field("location", _same_place)),
    ),
    "officials": Matcher(
        "official",
        _same_folded("name"),
        _one,
        (
            Field("title", _same_titles),
            Field("org", _same_orgs),
            Field("former", _same_former),
            Field("category", _same("category"), False, lambda gold: bool(gold["category"])),
        ),
    ),
    "policies": Matcher(
        "policy",
        _policy_found,
        _one,
        (
            Field("doc_type", _same("doc_type")),
            Field("number", _same_folded("number")),
            Field("issuers", _same_issuers),
        ),
    ),
    "metrics": Matcher(
        "metric",
        _metric_found,
        _metric_likeness,
        (
            Field("comparator", _same("comparator")),
            Field("subject", _same_subject),
            Field("period", _same_period, False, _has_period),
        ),
    ),
}
"""Name of a list in gold files -> how its entries are matched with records."""


def plural(name: str) -> str:
    """`events` for `event`, `events.found` for `event.found`: gold files call the types so."""
    first, dot, rest = name.lower().partition(".")
    return {each.type: name for name, each in MATCHERS.items()}.get(first, first) + dot + rest
