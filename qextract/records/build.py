"""Drafts to records: source offsets, ids, validation. No other place makes records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from qextract.document import Article as ReadArticle
from qextract.document import Draft
from qextract.mentions import DateValue, Span
from qextract.records import MODELS, Record

SEPARATOR = "\x1f"


def build(article: ReadArticle, drafts: Iterable[Draft]) -> list[Record]:
    """The validated records of `drafts`, in their order; the article record is not among them."""
    seen: Counter[tuple[str, ...]] = Counter()
    return [_record(article, draft, seen) for draft in drafts]


def article_record(article: ReadArticle, records: Iterable[Record]) -> Record:
    """The article record, which counts the other `records`."""
    page, source, repaired = article.page, article.source, article.repaired
    named = {"title": page.title, "publisher": page.publisher, "published": page.published}
    grounding = {path: (g.start, g.end) for path, g in named.items() if g}
    for path, people in (("authors", page.authors), ("editors", page.editors)):
        grounding.update({f"{path}.{i}": (p.start, p.end) for i, p in enumerate(people)})
    published = page.published.value if page.published else None
    if published is None and source.published is not None:
        published = source.published.isoformat()
    warnings = list(page.warnings)
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
    return _record(article, draft, Counter())


def _headline(article: ReadArticle) -> Span:
    page = article.page
    if page.title is not None:
        return page.title.start, page.title.end
    if not page.body:
        return 0, 0
    start, end = page.body[0]
    line_end = article.text.find("\n", start, end)
    return start, end if line_end < 0 else line_end


def _record(article: ReadArticle, draft: Draft, seen: Counter[tuple[str, ...]]) -> Record:
    source, to_source = article.source, article.repaired.to_source
    start, end = to_source(draft.start, draft.end)
    key = (source.doc_id, draft.type, *draft.key)
    ordinal = seen[key]
    seen[key] += 1
    digest = blake2b(SEPARATOR.join((*key, str(ordinal))).encode(), digest_size=8)
    spans = {(start, end), *(to_source(*span) for span in draft.others)}
    values: dict[str, Any] = {
        "id": digest.hexdigest(),
        "doc_id": source.doc_id,
        "type": draft.type,
        "text": source.text[start:end],
        "span": {"start": start, "end": end},
        "mentions": [_span(span) for span in sorted(spans)],
        "rule": draft.rule,
        "grounding": {path: _span(to_source(*span)) for path, span in draft.grounding.items()},
    }
    for name, value in draft.fields.items():
        values[name] = _plain(value)
    made: Record = MODELS[draft.type].__pydantic_validator__.validate_python(values)
    return made


def _span(span: Span) -> Mapping[str, int]:
    return {"start": span[0], "end": span[1]}


def _plain(value: Any) -> Any:
    """A field's value as the models take it: exact numbers, date values as mappings."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, DateValue):
        return value._asdict()
    return value
