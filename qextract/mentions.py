"""The values that the stages hand to each other: plain, immutable, cheap to make.

All offsets are half-open code point ranges of the *repaired* text, except where a docstring says
otherwise. `text` is always the repaired text's slice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

Span = tuple[int, int]
Comparator = Literal["eq", "approx", "gt", "ge", "lt", "le"]
NumberKind = Literal["cardinal", "ordinal", "percentage"]
Precision = Literal["day", "month", "quarter", "half", "year", "decade", "range"]
Basis = Literal["explicit", "publication", "context", "unresolved"]
Dimension = Literal[
    "count",
    "money",
    "ratio",
    "length",
    "area",
    "volume",
    "mass",
    "duration",
    "temperature",
    "energy",
    "power",
    "speed",
    "data",
    "other",
]


class Grounded(NamedTuple):
    """A value in normal form and where it stands."""

    value: str
    start: int
    end: int


class Clause(NamedTuple):
    """What stands between two of `,;:。!?` and line ends, without them."""

    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence without its line break, and its clauses in order; `paragraph` counts from 0."""

    start: int
    end: int
    clauses: tuple[Clause, ...]
    paragraph: int


class Number(NamedTuple):
    """A number with what modifies it (约1.2万, 300余, 30至50, 第三, 75%).

    value and value_max are exact, with 万 and 亿 worked in; a percentage's value is 75 for 75%.
    """

    text: str
    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    comparator: Comparator
    kind: NumberKind


class Quantity(NamedTuple):
    """A number with its unit (约1.2万家, 超过300亿元, 七部门's bare 七 is none: see `unit`).

    unit is as written, in normal form, without 万 and 亿, `None` where a bare noun follows;
    unit_code is ISO 4217 for money and UCUM for measures and percent. `number` is the span of the
    figure itself, inside start and end.
    """

    text: str
    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    comparator: Comparator
    kind: NumberKind
    unit: str | None
    unit_code: str | None
    dimension: Dimension
    number: Span


class DateValue(NamedTuple):
    """A date value of the record contract; start and end are inclusive days."""

    text: str
    start: dt.date | None
    end: dt.date | None
    edtf: str
    precision: Precision
    basis: Basis


class Date(NamedTuple):
    """A date or a range of days, months, years as one mention (11月15日至16日, 今年以来, 2023年末)."""

    text: str
    start: int
    end: int
    value: DateValue


class Title(NamedTuple):
    """A document, a work, anything in 《》 or 「」, or a document named without brackets.

    title is the inside, outer brackets taken off, in normal form (inner ones written 〈〉);
    inner are titles nested in it. number is a document number that belongs to it (国发〔2022〕1号,
    GB/T 19001-2016), alias the short forms that stand right behind it. is_policy says whether it is
    a law, regulation, policy paper, plan or standard, and doc_type which (意见, 条例).
    bracketed is false for documents named without brackets.
    """

    text: str
    start: int
    end: int
    title: str
    inner: tuple[str, ...]
    number: Grounded | None
    aliases: tuple[Grounded, ...]
    is_policy: bool
    doc_type: str | None
    bracketed: bool


class Organisation(NamedTuple):
    """An organisation as written (省市场监管局, 江苏阳光集团有限公司), in normal form."""

    text: str
    start: int
    end: int


class Place(NamedTuple):
    """A place as written (昆明, 安徽芜湖繁昌区)."""

    text: str
    start: int
    end: int


class Position(NamedTuple):
    """One post of a person; org is `None` where none is named."""

    org: Grounded | None
    title: Grounded
    former: bool


class Person(NamedTuple):
    """One standing of a person with at least one post; start and end span posts and name.

    rule names the construction that found it; said are the verbs of attribution right behind.
    """

    text: str
    start: int
    end: int
    name: Grounded
    positions: tuple[Position, ...]
    said: tuple[Grounded, ...]
    rule: str


class Mentions(NamedTuple):
    """All that the lexical layer found in an article, each list in text order."""

    sentences: Sequence[Sentence]
    numbers: Sequence[Number]
    dates: Sequence[Date]
    quantities: Sequence[Quantity]
    titles: Sequence[Title]
    organisations: Sequence[Organisation]
    people: Sequence[Person]
    places: Sequence[Place]
