"""What the contract promises of a run's output as a whole and of the records of one document together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from qextract.compare.faults import Fact, Fault
from qextract.compare.invariants import Ends, ends
from qextract.compare.originals import Originals
from qextract.compare.shapes import short
from qextract.document import Source
from qextract.records import MODELS
from qextract.sources import Failure

Record = Mapping[str, Any]
Place = tuple[str, int]
"""File and line."""

ORDER = {name: at for at, name in enumerate(MODELS)}
ONCE = {"official": "name", "policy": "title"}
"""Of these a document has one record for each value of that field."""
LINE_BITS = 40
MANY = 1 << 40
"""Lines that are lost where a file breaks off: nobody knows how many."""
LEFT_OUT = "(left out by qextract run --types? give the same --types here)"


@dataclass(slots=True)
class _Document:
    """The document whose records are being read.

    again: whether some of them stood further up. lost: lines that cannot be read as records of any
    document, and may be of this one. counts: its article's, as far as they can be trusted.
    """

    doc_id: str
    place: Place
    again: bool = False
    lost: int = 0
    article: Place | None = None
    article_id: str | None = None
    counts: Mapping[str, int] | None = None
    chars: int | None = None
    regions: list[Ends] | None = None
    source: Source | None = None
    given: Counter[str] = field(default_factory=Counter)
    last: tuple[int, int] | None = None
    once: dict[tuple[str, str], int] = field(default_factory=dict)


class DocumentChecks:
    """Takes the records of one run's output, in their order, and says what does not fit together.

    lost: lines right before, since the last record, that cannot be read.
    """

    def __init__(self, types: frozenset[str], originals: Originals | None) -> None:
        self.documents = 0
        self.lost = 0
        self._types, self._originals = types, originals
        self._document: _Document | None = None
        self._files: dict[str, int] = {}
        self._ids: dict[bytes, int] = {}
        self._begun: dict[bytes, int] = {}

    def check(self, record: Record, place: Place, *, whole: bool) -> Iterator[Fault | Failure]:
        """What is wrong with the record beside the others. whole: whether the schema has passed it."""
        doc_id, kind = record.get("doc_id"), record.get("type")
        if not isinstance(doc_id, str) or not isinstance(kind, str) or kind not in MODELS:
            self.lost += 1
            return
        if self._document is None or self._document.doc_id != doc_id:
            lost = self.lost
            yield from self.end()
            yield from self._begin(doc_id, place, lost)
        document = self._document
        assert document is not None
        document.lost += self.lost
        self.lost = 0
        id_ = record.get("id")
        if isinstance(id_, str) and (before := self._known(self._ids, id_, place)):
            yield Fault(*place, doc_id, id_, "id", f"is that of {before}, too")
            document.lost += 1  # counted or not: a copy, or a record under a wrong id
            return
        for name, reason in self._beside(document, record, kind, place, whole=whole):
            yield Fault(*place, doc_id, id_ if isinstance(id_, str) else None, name, reason)

    @property
    def chars(self) -> int | None:
        """The length of the document's text, if it is known."""
        return self._document.chars if self._document else None

    def end(self) -> Iterator[Fault]:
        """What is wrong with the document that ends here."""
        document, self._document = self._document, None
        if document is None or document.again:
            return
        document.lost += self.lost
        self.lost = 0
        if document.article is None:
            if "article" in self._types and not document.lost:
                reason = f"its document has no article record {LEFT_OUT}"
                yield Fault(*document.place, document.doc_id, None, "type", reason)
            return
        for name, count in (document.counts or {}).items():
            given = document.given[name]
            if name not in self._types or given <= count <= given + document.lost:
                continue
            records = f"{given or 'no'} {name} record{'s' * (given != 1)}"
            verb = "follows" if given == 1 else "follow"
            hint = "" if given else f" {LEFT_OUT}"
            reason = f"is {count}, and {records} {verb}{hint}"
            yield Fault(
                *document.article, document.doc_id, document.article_id, f"counts.{name}", reason
            )

    def _begin(self, doc_id: str, place: Place, lost: int) -> Iterator[Fault | Failure]:
        before = self._known(self._begun, doc_id, place)
        # what could not be read right above may have been this document's article
        self._document = document = _Document(doc_id, place, bool(before), lost)
        self.documents += not before
        if before:
            reason = f"the document's records began in {before} already, and stand together"
            yield Fault(*place, doc_id, None, "doc_id", reason)
        if self._originals is None:
            return
        try:
            source = self._originals[doc_id]
        except KeyError:
            where = ", ".join(self._originals.paths)
            reason = f"no such page in {where} (name what qextract run was given)"
            yield Fault(*place, doc_id, None, "doc_id", reason)
            return
        if isinstance(source, Failure):
            yield source
            return
        document.source = source
        document.chars = len(source.text)

    def _beside(
        self, document: _Document, record: Record, kind: str, place: Place, *, whole: bool
    ) -> Iterator[Fact]:
        if kind not in self._types:
            yield "type", f"is {kind}, and only {', '.join(sorted(self._types))} should be here"
        if kind == "article":
            yield from self._article(document, record, place, whole=whole)
        else:
            document.given[kind] += 1
        if not whole:
            return
        if document.source is not None:
            yield from _against(document.source, record)
        if kind != "article":
            yield from _in_order(document, record, kind)
            yield from _inside(document, record)
            yield from _once(document, record, kind, place)

    def _article(
        self, document: _Document, record: Record, place: Place, *, whole: bool
    ) -> Iterator[Fact]:
        if document.article is not None:
            yield "type", f"a second article record; the first is in line {document.article[1]}"
            return
        document.article = place
        if (before := document.given.total()) and not document.again:
            records = f"{before} record{'s' * (before != 1)}"
            yield "type", f"the article record stands behind {records} of its document, not first"
        if whole:
            document.article_id, document.counts = record["id"], record["counts"]
            document.regions = [ends(each) for each in (record["span"], *record["body"])]
            if document.source is None:
                document.chars = record["chars"]

    def _known(self, known: dict[bytes, int], name: str, place: Place) -> str | None:
        """Where the name was met before: `line 12`, or `other.jsonl:12`."""
        key = blake2b(name.encode("utf-8", "replace"), digest_size=8).digest()
        file = self._files.setdefault(place[0], len(self._files))
        before = known.setdefault(key, here := file << LINE_BITS | place[1])
        if before == here:
            return None
        line = before & (1 << LINE_BITS) - 1
        if before >> LINE_BITS == file:
            return f"line {line}"
        return f"{list(self._files)[before >> LINE_BITS]}:{line}"


def _against(source: Source, record: Record) -> Iterator[Fact]:
    """What the page does not bear out."""
    start, end = ends(record["span"])
    if (there := source.text[start:end]) != record["text"]:
        yield "text", f"is {short(record['text'])}, and the page has {short(there)} at its span"
    if record["type"] != "article":
        return
    if record["sha256"] != source.sha256:
        yield "sha256", "is not that of the page (which was changed since?)"
    if record["encoding"] != source.encoding:
        yield "encoding", f"is {record['encoding']}, and the page is read as {source.encoding}"
    if record["chars"] != len(source.text):
        yield "chars", f"is {record['chars']}, and the page has {len(source.text)}"


def _in_order(document: _Document, record: Record, kind: str) -> Iterator[Fact]:
    # only by their beginnings: of two that one repair gave, the ends may stand either way
    last, here = document.last, (ORDER[kind], record["span"]["start"])
    document.last = here
    if last is None or last <= here:
        return
    if here[0] < last[0]:
        yield "type", f"{kind} stands behind {[*MODELS][last[0]]} (the order: {', '.join(MODELS)})"
    else:
        yield "span", f"begins at {here[1]}, and that of the record above it at {last[1]}"


def _inside(document: _Document, record: Record) -> Iterator[Fact]:
    """Records come from the headline and the body only."""
    if document.regions is None:
        return
    span = record["span"]
    for number, each in enumerate(record["mentions"]):
        start, end = ends(each)
        if end < start or end > (document.chars or end):
            continue  # which is told already
        if not any(low <= start and end <= high for low, high in document.regions):
            name = "span" if each == span else f"mentions.{number}"
            yield name, f"{start} to {end} is outside of headline and body"


def _once(document: _Document, record: Record, kind: str, place: Place) -> Iterator[Fact]:
    if (name := ONCE.get(kind)) is None:
        return
    before = document.once.setdefault((kind, record[name]), place[1])
    if before != place[1]:
        yield name, f"is that of line {before}, too (a document has one {kind} of each {name})"
