"""Precision, recall and F1 of records against gold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qextract.compare.matching import MATCHERS, Fact, Matcher, folded


@dataclass(slots=True)
class Score:
    """Counts over documents. Entries that gold marks as not required count neither way.

    found and whole are numbers of required gold entries; spurious are records without a gold entry.
    """

    required: int = 0
    found: int = 0
    whole: int = 0
    spurious: int = 0
    errors: list[tuple[str, str, Any]] = field(default_factory=list)

    def f1(self, hits: int) -> float:
        """The harmonic mean of precision and recall for that many hits."""
        given = self.found + self.spurious
        return 2 * hits / (given + self.required) if given + self.required else 1.0

    @property
    def found_f1(self) -> float:
        """F1 of facts that are there."""
        return self.f1(self.found)

    @property
    def whole_f1(self) -> float:
        """F1 of facts whose other key fields are right too."""
        return self.f1(self.whole)


def score(documents: Iterable[tuple[Mapping[str, Any], Sequence[Fact]]]) -> dict[str, Score]:
    """Record type -> score, over pairs of a gold file's content and the document's records."""
    scores = {name: Score() for name in MATCHERS}
    for gold, records in documents:
        for name, matcher in MATCHERS.items():
            got = [record for record in records if record["type"] == name]
            _add(scores[name], gold["doc"], matcher, gold[matcher.key], got)
    return scores


def _add(
    score: Score, doc: str, matcher: Matcher, gold: Sequence[Fact], records: Sequence[Fact]
) -> None:
    pairs = _match(matcher, gold, records)
    taken = set(pairs.values())
    for i, wanted in enumerate(gold):
        if not wanted["required"]:
            continue
        score.required += 1
        if i not in pairs:
            score.errors.append((doc, "missed", wanted))
            continue
        score.found += 1
        if matcher.whole(wanted, records[pairs[i]]):
            score.whole += 1
        else:
            score.errors.append((doc, "wrong", (wanted, records[pairs[i]])))
    for j, record in enumerate(records):
        if j not in taken:
            score.spurious += 1
            score.errors.append((doc, "spurious", record))


def _match(matcher: Matcher, gold: Sequence[Fact], records: Sequence[Fact]) -> dict[int, int]:
    """Gold index -> record index: the likest pairs first, required entries before the others."""
    candidates = sorted(
        (-matcher.likeness(wanted, record), not wanted["required"], i, j)
        for i, wanted in enumerate(gold)
        for j, record in enumerate(records)
        if matcher.found(wanted, record)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def article_fields(documents: Iterable[tuple[Mapping[str, Any], Sequence[Fact]]]) -> list[str]:
    """What is wrong with the article records: one line a field, `DOC FIELD: wanted, got`."""
    wrong = []
    for gold, records in documents:
        record = next((r for r in records if r["type"] == "article"), {})
        for name, wanted in gold["article"].items():
            got = record.get(name)
            if not _same_field(name, wanted, got):
                wrong.append(f"{gold['doc']} {name}: wanted {wanted!r}, got {got!r}")
    return wrong


def _same_field(name: str, wanted: Any, got: Any) -> bool:
    if name in ("authors", "editors"):
        return {folded(author) for author in wanted} == {folded(author) for author in got or ()}
    if name == "published":
        return (wanted or "")[:10] == (got or "")[:10]
    return folded(wanted) == folded(got)
