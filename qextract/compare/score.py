"""Counting: the gold and the records of many documents become an `Evaluation`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import Any

from qextract.compare.evaluation import (
    ARTICLE,
    SCORED,
    Document,
    Error,
    Evaluation,
    Kind,
    Ratio,
    Score,
)
from qextract.compare.matching import MATCHERS, Fact, Matcher, folded, plural
from qextract.compare.places import Places
from qextract.sources import Failure


def evaluate(documents: Iterable[Document | Failure], types: Iterable[str] = SCORED) -> Evaluation:
    """Score documents, which are taken one by one; failures are kept. `types`: some of `SCORED`."""
    made = Evaluation.of(types)
    for document in documents:
        if isinstance(document, Failure):
            made.failures.append(document)
        else:
            _Counter(made, document).count()
    return made


class _Counter:
    """Adds one document to an evaluation."""

    def __init__(self, made: Evaluation, document: Document) -> None:
        self.made, self.document = made, document
        self.places = None if document.text is None else Places(document.text)

    def count(self) -> None:
        made, gold = self.made, self.document.gold.model_dump(exclude={ARTICLE})
        made.documents += 1
        before = len(made.errors)
        made.records += len(self.document.records)
        if self.places:
            self._ground(self.places)
        for name in made.types:
            self._type(name, MATCHERS[name], gold[name])
        if made.asks(ARTICLE):
            self._article()
        made.errors[before:] = sorted(made.errors[before:], key=_place)

    def _type(self, name: str, matcher: Matcher, gold: Sequence[Fact]) -> None:
        records = [each for each in self.document.records if each["type"] == matcher.type]
        score = self.made.types[name]
        pairs = match(matcher, gold, records)
        taken = {j: i for i, j in pairs.items()}
        for i, entry in enumerate(gold):
            if entry["required"]:
                score.required += 1
                if i in pairs:
                    self._pair(name, matcher, entry, records[pairs[i]])
                else:
                    self._error("missed", name, entry, None)
            if name == "officials" and i in pairs:
                self._positions(entry, records[pairs[i]])
        for j, record in enumerate(records):
            if j not in taken:
                self._error("spurious", name, None, record)
                self._add(score, record, spurious=1)
            elif not gold[taken[j]]["required"]:
                self._add(score, record, optional=1)

    def _pair(self, name: str, matcher: Matcher, entry: Fact, record: Fact) -> None:
        for each in matcher.fields:
            if each.asked(entry):
                self.made.fields[f"{name}.{each.name}"].add(each.same(entry, record))
        wrong = matcher.wrong(entry, record)
        if wrong:
            self._error("wrong", name, entry, record, wrong)
        self._add(self.made.types[name], record, found=1, whole=int(not wrong))

    def _add(
        self,
        score: Score,
        record: Fact,
        *,
        found: int = 0,
        whole: int = 0,
        optional: int = 0,
        spurious: int = 0,
    ) -> None:
        rule = self.made.rules.setdefault(str(record.get("rule")), Score())
        for each in (score, rule):
            each.found += found
            each.whole += whole
            each.optional += optional
            each.spurious += spurious

    def _positions(self, entry: Fact, record: Fact) -> None:
        wanted, got = (
            {(folded(p.get("org")), folded(p.get("title"))) for p in fact.get("positions") or ()}
            for fact in (entry, record)
        )
        self.made.positions += Ratio(len(wanted), len(got), len(wanted & got))

    def _article(self) -> None:
        article = self.document.gold.article
        wanted = article.model_dump(exclude_unset=True) if article else {}
        record = next((r for r in self.document.records if r["type"] == ARTICLE), {})
        for name, value in wanted.items():
            right = _same_value(name, value, record.get(name))
            self.made.fields[f"{ARTICLE}.{name}"].add(right)
            if not right:
                got = {name: record[name]} if name in record else None
                read_off = record.get("grounding") or {}
                place = read_off.get(name) or read_off.get(f"{name}.0") or record.get("span")
                self._error("wrong", ARTICLE, {name: value}, got, (name,), at=place)

    def _ground(self, places: Places) -> None:
        for record in self.document.records:
            wrong = places.ungrounded(record)
            self.made.grounded.add(not wrong)
            self.made.ungrounded += len(wrong)
            if wrong:
                self._error("ungrounded", plural(record["type"]), None, record, tuple(wrong))

    def _error(
        self,
        error: Kind,
        type_: str,
        wanted: Fact | None,
        got: Fact | None,
        fields: tuple[str, ...] = (),
        *,
        at: Fact | None = None,
    ) -> None:
        line = None
        if self.places:
            at = at or (got or {}).get("span")
            line = self.places.line(at["start"]) if at else self.places.of_gold(wanted or {})
        document = self.document
        made = Error(
            error,
            type_,
            document.gold.doc,
            document.path or document.gold.doc,
            line,
            fields,
            wanted,
            got,
        )
        self.made.errors.append(made)


def _place(error: Error) -> float:
    return inf if error.line is None else error.line


def match(matcher: Matcher, gold: Sequence[Fact], records: Sequence[Fact]) -> dict[int, int]:
    """Gold index -> record index: the likest pairs first, required entries before the others."""
    candidates = sorted(
        (-matcher.likeness(entry, record), not entry["required"], i, j)
        for i, entry in enumerate(gold)
        for j, record in enumerate(records)
        if matcher.found(entry, record)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _same_value(name: str, wanted: Any, got: Any) -> bool:
    """Whether a field of the article record is right."""
    if name in ("authors", "editors"):
        return {folded(each) for each in wanted or ()} == {folded(each) for each in got or ()}
    if name == "published":
        return (wanted or "")[:10] == (got or "")[:10]
    return folded(wanted) == folded(got)
