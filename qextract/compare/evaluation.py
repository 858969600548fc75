"""What is counted when records are held against gold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from qextract.compare.gold import Gold
from qextract.compare.matching import MATCHERS, Fact
from qextract.sources import Failure

ARTICLE = "article"
ARTICLE_FIELDS = ("title", "publisher", "published", "authors", "editors")
SCORED = (ARTICLE, *MATCHERS)
"""What can be scored, by the names that gold files give it."""
Kind = Literal["missed", "wrong", "spurious", "ungrounded"]


class Document(NamedTuple):
    """One article to be scored: its gold, its records as JSON values, and its text if there is one.

    path: of the text, as it is shown with the lines of errors.
    """

    gold: Gold
    records: Sequence[Fact]
    text: str | None = None
    path: str | None = None


class Error(NamedTuple):
    """Something that is not as the gold has it.

    missed: gold without a record. wrong: a record that was found, but with wrong `fields`.
    spurious: a record without gold. ungrounded: a record whose `fields` (`span`,
    `grounding.value`) do not lead back to the text. line: in the text, from 1.
    """

    error: Kind
    type: str
    doc: str
    path: str
    line: int | None
    fields: tuple[str, ...]
    wanted: Fact | None
    got: Fact | None


@dataclass(slots=True)
class Share:
    """How many of those asked for are right."""

    asked: int = 0
    right: int = 0

    def add(self, right: bool) -> None:
        self.asked += 1
        self.right += right


@dataclass(slots=True)
class Score:
    """Counts of one type, or of the records that one rule made.

    required: gold entries that must be there. found: those with a record. whole: those whose record
    has all fields right. optional: records of entries that are not required; they count neither
    way. spurious: records without a gold entry.
    """

    required: int = 0
    found: int = 0
    whole: int = 0
    optional: int = 0
    spurious: int = 0

    @property
    def missed(self) -> int:
        return self.required - self.found

    @property
    def records(self) -> int:
        return self.found + self.optional + self.spurious

    @property
    def empty(self) -> bool:
        """Whether there is nothing to measure."""
        return not self.required and not self.spurious

    def precision(self, hits: int) -> float:
        """The share of records that are hits, of those that count."""
        given = self.found + self.spurious
        return hits / given if given else 0.0

    def recall(self, hits: int) -> float:
        """The share of required gold entries that are hits."""
        return hits / self.required if self.required else 0.0

    def f1(self, hits: int) -> float:
        """The harmonic mean of both."""
        p, r = self.precision(hits), self.recall(hits)
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class Evaluation:
    """All counts over some documents.

    types, fields, rules: by `events`, `events.kind` (of required pairs that were found, and
    `article.title`), `event.held`. positions: (in both, in gold, in records) over the officials
    that were found. ungrounded: spans that do not lead back to the text; grounded: records, where
    the text is there, that have none. failures: what could not be scored; notes: what to know
    about the rest.
    """

    types: dict[str, Score]
    fields: dict[str, Share]
    rules: dict[str, Score] = field(default_factory=dict)
    positions: tuple[int, int, int] = (0, 0, 0)
    documents: int = 0
    records: int = 0
    ungrounded: int = 0
    grounded: Share = field(default_factory=Share)
    errors: list[Error] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, types: Iterable[str] = SCORED) -> Evaluation:
        """One in which nothing is counted yet; `types` are some of `SCORED`."""
        chosen = set(types)
        names = [name for name in MATCHERS if name in chosen]
        fields = [f"{name}.{each.name}" for name in names for each in MATCHERS[name].fields]
        if ARTICLE in chosen:
            fields += [f"{ARTICLE}.{name}" for name in ARTICLE_FIELDS]
        return cls({name: Score() for name in names}, {path: Share() for path in fields})

    def asks(self, type_: str) -> bool:
        """Whether a type is scored."""
        return any(path.startswith(f"{type_}.") for path in self.fields)
