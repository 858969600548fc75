"""When a record and a gold entry are the same fact (*found*), and when all of it is right (*whole*).

Follows the annotation guide: values are compared without quotes, brackets of titles and spaces,
and free phrases (subjects, names of occasions, places) by what they share.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

Fact = Mapping[str, Any]
"""A gold entry or a record, as JSON gives it."""

IGNORED = str.maketrans("", "", "《》〈〉“”‘’「」『』\"' \u3000\u00a0\n\t·")
BARE_KIND = re.compile(
    r".{0,4}(?:会|会议|仪式|活动|通知|公告|办法|意见|事故|火灾|案|案件|病例|灾害|调研|检查|培训|演练|工程|项目|协议)"
)
SHARED_ENOUGH = 0.7
TOLERANCE = 1e-9


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


class Matcher(NamedTuple):
    """How one record type is matched: found, whole, and a likeness that settles between several."""

    key: str
    found: Any
    whole: Any
    likeness: Any


def _metric_found(gold: Fact, record: Fact) -> bool:
    return (
        same_number(gold["value"], record["value"])
        and same_number(gold["value_max"], record["value_max"])
        and folded(gold["unit"]) == folded(record["unit"])
    )


def _metric_whole(gold: Fact, record: Fact) -> bool:
    return gold["comparator"] == record["comparator"] and alike(gold["subject"], record["subject"])


def _metric_likeness(gold: Fact, record: Fact) -> float:
    inside = folded(gold["text"]) in folded(record["text"])
    compared = bool(gold["comparator"] == record["comparator"])
    return shared(gold["subject"], record["subject"]) + 0.3 * compared + 0.5 * inside


def _official_found(gold: Fact, record: Fact) -> bool:
    return folded(gold["name"]) == folded(record["name"])


def _official_whole(gold: Fact, record: Fact) -> bool:
    left = list(record["positions"])
    for wanted in gold["positions"]:
        match = next((got for got in left if _same_position(wanted, got)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _same_position(one: Fact, other: Fact) -> bool:
    if folded(one["title"]) != folded(other["title"]) or one["former"] != other["former"]:
        return False
    a, b = folded(one["org"]), folded(other["org"])
    return a == b or bool(a and b and (a.endswith(b) or b.endswith(a)))


def _policy_found(gold: Fact, record: Fact) -> bool:
    if folded(gold["title"]) == folded(record["title"]):
        return True
    number = folded(gold["number"])
    return (
        bool(number)
        and number == folded(record["number"])
        and shared(gold["title"], record["title"]) > 0.5
    )


def _policy_whole(gold: Fact, record: Fact) -> bool:
    wanted = [folded(name) for name in gold["issuers"]]
    got = [folded(name) for name in record["issuers"]]
    return (
        gold["doc_type"] == record["doc_type"]
        and folded(gold["number"]) == folded(record["number"])
        and len(wanted) == len(got)
        and all(any(a.endswith(b) or b.endswith(a) for b in got) for a in wanted)
    )


def _event_found(gold: Fact, record: Fact) -> bool:
    date = record["date"]
    if gold["start"] is None and gold["end"] is None:
        same = date["start"] is None and folded(gold["date_text"]) in folded(date["text"])
        same = same or folded(gold["date_text"]) == folded(date["text"])
    else:
        same = (gold["start"], gold["end"]) == (date["start"], date["end"])
    if not same:
        return False
    a, b = folded(gold["trigger"]), folded(record["trigger"])
    if a and b and (a in b or b in a):
        return True
    if gold["name"] and record["name"] and alike(gold["name"], record["name"]):
        return True
    anchor, text = folded(gold["anchor"]), folded(record["text"])
    return len(anchor) > 3 and (anchor[:12] in text or text[:12] in anchor)


def _event_whole(gold: Fact, record: Fact) -> bool:
    return (
        gold["kind"] == record["kind"]
        and (_same_phrase(gold["name"], record["name"]) or _bare(gold["name"], record["name"]))
        and _same_phrase(gold["location"], record["location"])
    )


def _same_phrase(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return not one and not other
    return alike(one, other)


def _bare(one: str | None, other: str | None) -> bool:
    """Whether only one side names the occasion, and with a bare kind word."""
    return bool(one) != bool(other) and BARE_KIND.fullmatch(folded(one or other)) is not None


def _event_likeness(gold: Fact, record: Fact) -> float:
    return (
        shared(gold["anchor"], record["text"])
        + shared(gold["name"], record["name"])
        + (folded(gold["trigger"]) == folded(record["trigger"]))
    )


def _one(gold: Fact, record: Fact) -> float:
    return 1.0


MATCHERS = {
    "event": Matcher("events", _event_found, _event_whole, _event_likeness),
    "official": Matcher("officials", _official_found, _official_whole, _one),
    "policy": Matcher("policies", _policy_found, _policy_whole, _one),
    "metric": Matcher("metrics", _metric_found, _metric_whole, _metric_likeness),
}
"""Record type -> how its gold (under `key`) is matched."""
