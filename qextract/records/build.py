"""Drafts to records: source offsets, ids, validation. No other place makes records."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from qextract.document import Article as ReadArticle
from qextract.document import Draft
from qextract.mentions import DateValue, Span
from qextract.records import MODELS, Record
from qextract.records import DateValue as DateModel

SEPARATOR = "\x1f"


def build(article: ReadArticle, drafts: Iterable[Draft]) -> list[Record]:
    """The validated records of `drafts`, in their order; the article record is not among them."""
    record = _Builder(article).record
    return [record(draft) for draft in drafts]


def article_record(article: ReadArticle, records: Iterable[Record]) -> Record:
    """The article record, which counts the other `records`."""
    page, source, repaired = article.page, article.source, article.repaired
    named = {"title": page.title, "publisher": page.publisher, "published": page.published}
    grounding = {path: (g.start, g.end) for path, g in named.items() if g}
    for path, people in (("authors", page.authors), ("editors", page.editors)):
        grounding.update({f"{path}.{i}": (p.start, p.end) for i, p in enumerate(people)})
    published = page.published.value if page.published else None
    if published is None and source.published is not None:
        published = _iso(source.published)
    warnings = [*source.warnings, *repaired.warnings, *page.warnings]
    counts = Counter(record.type for record in records)
    start, end = _headline(article)
    fields = {
        "title": page.title.value if page.title else None,
        "publisher": page.publisher.value if page.publisher else None,
        "published": published,
        "authors": [author.value for author in page.authors],
        "editors": [editor.value for editor in page.editors],
        "script": repaired.script,
        "encoding": source.encoding,
        "sha256": source.sha256,
        "chars": len(source.text),
        "repairs": dict(sorted(repaired.counts.items())),
        "counts": {name: counts[name] for name in MODELS if name != "article"},
        "body": [_span(repaired.to_source(*span)) for span in page.body],
        "warnings": warnings,
    }
    draft = Draft("article", "article.page", start, end, (), fields, grounding)
    return _Builder(article).record(draft)


def _iso(day: dt.date) -> str:
    if isinstance(day, dt.datetime):
        return day.replace(tzinfo=None).isoformat(timespec="seconds")
    return day.isoformat()


def _headline(article: ReadArticle) -> Span:
    page = article.page
    if page.title is not None:
        return page.title.start, page.title.end
    if not page.body:
        return 0, 0
    start, end = page.body[0]
    line_end = article.text.find("\n", start, end)
    return start, end if line_end < 0 else line_end


class _Builder:
    """Builds the records of one article; what many of them share is made once.

    The ids count how often a key was seen. Spans and date values repeat from record to record.
    """

    __slots__ = ("_dates", "_doc_id", "_map", "_seen", "_spans", "_text")

    def __init__(self, article: ReadArticle) -> None:
        self._doc_id, self._text = article.source.doc_id, article.source.text
        self._map = article.repaired.offsets.span
        self._seen: dict[tuple[str, ...], int] = {}
        self._spans: dict[Span, dict[str, int]] = {}
        self._dates: dict[DateValue, DateModel] = {}

    def record(self, draft: Draft) -> Record:
        type_, rule, start, end, key, fields, grounding, others = draft
        key = (self._doc_id, type_, *key)
        ordinal = self._seen.get(key, 0)
        self._seen[key] = ordinal + 1
        digest = blake2b(SEPARATOR.join((*key, str(ordinal))).encode(), digest_size=8)
        spans, to_span = self._spans, self._span
        own = spans.get((start, end)) or to_span((start, end))
        mentions = [own]
        if others:
            places = {(s["start"], s["end"]): s for s in (own, *map(to_span, others))}
            mentions = [places[place] for place in sorted(places)]
        values: dict[str, Any] = {
            "id": digest.hexdigest(),
            "doc_id": self._doc_id,
            "type": type_,
            "text": self._text[own["start"] : own["end"]],
            "span": own,
            "mentions": mentions,
            "rule": rule,
            "grounding": {
                path: spans.get(span) or to_span(span) for path, span in grounding.items()
            },
        }
        for name, value in fields.items():
            kind = type(value)
            if kind is Decimal:
                value = int(value) if value == value.to_integral_value() else float(value)
            elif kind is DateValue:
                value = self._dates.get(value) or self._date(value)
            values[name] = value
        made: Record = _VALIDATORS[type_](values)
        return made

    def _span(self, span: Span) -> dict[str, int]:
        """A span of the repaired text as the models take it, in the source."""
        known = self._spans.get(span)
        if known is None:
            known = self._spans[span] = _span(self._map(*span))
        return known

    def _date(self, value: DateValue) -> DateModel:
        """A date value as a model, which is frozen, so that records can share it."""
        made: DateModel = DateModel.__pydantic_validator__.validate_python(value._asdict())
        self._dates[value] = made
        return made


def _span(span: Span) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}


_VALIDATORS: dict[str, Callable[[dict[str, Any]], Any]] = {
    name: model.__pydantic_validator__.validate_python for name, model in MODELS.items()
}
