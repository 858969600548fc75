"""What is counted when records are held against gold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from qextract.compare.gold import Gold
from qextract.compare.matching import MATCHERS, Fact
from qextract.sources import Failure

ARTICLE = "article"
ARTICLE_FIELDS = ("title", "publisher", "published", "authors", "editors")
SCORED = (ARTICLE, *MATCHERS)
"""What can be scored, by the names that gold files give it."""
MEASURES = ("found", "whole")
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


class Ratio(NamedTuple):
    """`right` ones among those `wanted` and those `given`; figures are `None` without any."""

    wanted: int
    given: int
    right: int

    @property
    def precision(self) -> float | None:
        return self._of(self.given)

    @property
    def recall(self) -> float | None:
        return self._of(self.wanted)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        if self.precision is None or self.recall is None:
            return None
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def _of(self, total: int) -> float | None:
        if not self.wanted and not self.given:
            return None
        return self.right / total if total else 0.0

    def __add__(self, other: tuple[Any, ...]) -> Ratio:
        """Both taken together."""
        return Ratio(*map(sum, zip(self, other, strict=True)))


NOTHING = Ratio(0, 0, 0)


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

    def ratio(self, measure: str) -> Ratio:
        """The counts that make the `found` or the `whole` figures."""
        right = self.found if measure == "found" else self.whole
        return Ratio(self.required, self.found + self.spurious, right)


@dataclass(slots=True)
class Evaluation:
    """All counts over some documents.

    types: by `events` and the like. fields: by `events.kind`, of required entries that were found,
    and `article.title`. rules: by `event.held`. positions: the posts of officials that were found.
    ungrounded: spans that do not lead back to the text. grounded: records without such, where the
    text is there. failures: what could not be scored. notes: what to know about the rest.
    """

    types: dict[str, Score]
    fields: dict[str, Share]
    rules: dict[str, Score] = field(default_factory=dict)
    positions: Ratio = NOTHING
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

    def ratios(self) -> dict[str, Ratio]:
        """`events.found` and the like, with `micro.found` for all types together."""
        made: dict[str, Ratio] = {}
        for measure in MEASURES if self.types else ():
            each = {f"{name}.{measure}": s.ratio(measure) for name, s in self.types.items()}
            made |= each
            made[f"micro.{measure}"] = sum(each.values(), NOTHING)
        if "officials" in self.types:
            made["officials.positions"] = self.positions
        return made

    def asks(self, type_: str) -> bool:
        """Whether a type is scored."""
        return any(path.startswith(f"{type_}.") for path in self.fields)
