"""Changes told to people: what a record is in a line, which of its fields are other ones now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qextract.compare.changes import Change, Differences, DocumentTally, Kind, Record, Tally

SIGNS: dict[Kind, str] = {"changed": "~", "added": "+", "removed": "-"}
DATES = ("date", "period", "effective")
LONG = 80
"""Characters of a value that are shown."""
NULL = "-"


def label(record: Record) -> str:
    """The record in a line."""
    from qextract.compare.report import brief

    type_ = str(record.get("type"))
    if type_ == "article":
        said = (record.get(name) for name in ("title", "publisher", "published"))
        return clean(" | ".join(str(each or NULL) for each in said))
    return clean(brief(type_, record))


def clean(text: str) -> str:
    """The text in one line."""
    return " ".join(text.split())


def fields(change: Change) -> Iterator[tuple[str, str, str]]:
    """Field, old and new value of a changed record. A date is one field, told by its `edtf`."""
    told = set()
    for path, (before, after) in change.fields.items():
        whole = path.partition(".")[0]
        if whole in DATES:
            if whole in told:
                continue
            old, new = _date(change.before, whole), _date(change.after, whole)
            if old != new:
                told.add(whole)
                yield whole, old, new
                continue
        yield path, value(before), value(after)


def _date(record: Record | None, name: str) -> str:
    date = (record or {}).get(name)
    return str(date.get("edtf") or NULL) if isinstance(date, dict) else NULL


def value(given: Any) -> str:
    """A field's value, shortened."""
    if given is None or given in ([], {}):
        return NULL
    if isinstance(given, list) and not any(isinstance(each, (dict, list)) for each in given):
        return shortened(", ".join(map(str, given)))
    if isinstance(given, dict):
        return shortened(", ".join(f"{name} {each}" for name, each in given.items()))
    return shortened(str(given).lower() if isinstance(given, bool) else str(given))


def shortened(text: str) -> str:
    text = clean(text)
    return text if len(text) <= LONG else f"{text[: LONG - 1]}…"


def told(change: Change) -> str:
    """All fields of a changed record in a line: `value 300 → 301; unit 张 → 家`."""
    return "; ".join(f"{path} {before} → {after}" for path, before, after in fields(change))


def counted(tally: Tally) -> str:
    """`1 changed, 2 added`."""
    kinds = (f"{count:,} {kind}" for kind in SIGNS if (count := getattr(tally, kind)))
    return ", ".join(kinds)


def number(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"


def summed(found: Differences) -> str:
    """The whole in a line."""
    if not found:
        return (
            f"no difference: {number(found.new.records, 'record')},"
            f" {number(found.new.documents, 'document')}"
        )
    every = found.base.documents + len(whole(found, "new"))
    return (
        f"{counted(found.total)}, {found.total.same:,} the same;"
        f" {len(found.documents):,} of {number(every, 'document')}"
    )


def whole(found: Differences, side: str) -> list[tuple[str, DocumentTally]]:
    """The documents that only one side has, sorted."""
    return sorted((name, each) for name, each in found.documents.items() if each.only == side)
