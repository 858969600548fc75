"""Differences as JSON, as markdown and as workflow commands of GitHub."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from itertools import groupby, islice
from typing import Any

from qextract.compare.changes import Change, Differences, Tally
from qextract.compare.pages import Pages
from qextract.compare.telling import (
    SIGNS,
    counted,
    fields,
    label,
    number,
    summed,
    told,
    whole,
)

Grouping = Callable[[Change], str]
BY: dict[str, Grouping] = {
    "rule": lambda change: change.rule,
    "document": lambda change: change.doc_id,
}
WARNINGS = 10
"""What GitHub shows of one step."""
LENGTH = 60_000
"""Characters of markdown; a comment on GitHub may have 65,536."""
MARKUP = re.compile(r"([\\`*_{}\[\]<>|~#])")


def json_report(found: Differences) -> Iterator[str]:
    """One JSON object in pieces: what has been counted, then a line for each change."""
    head = {
        "same": not found,
        "base": asdict(found.base),
        "new": asdict(found.new),
        "types": {name: asdict(tally) for name, tally in found.types.items()},
        "rules": {name: _counts(found.rules[name]) for name in sorted(found.rules)},
        "documents": {name: _document(each) for name, each in sorted(found.documents.items())},
        "failures": [failure._asdict() for failure in found.failures],
        "notes": found.notes,
    }
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "changes": ['
    comma = ""
    for change in found.changes():
        yield f"{comma}\n{json.dumps(described(change), ensure_ascii=False)}"
        comma = ","
    yield "\n]}\n" if comma else "]}\n"


def _counts(tally: Tally) -> dict[str, int]:
    return {kind: getattr(tally, kind) for kind in SIGNS}


def _document(tally: Any) -> dict[str, Any]:
    return {**_counts(tally), "only": tally.only, "another_page": tally.another_page}


def described(change: Change) -> dict[str, Any]:
    """A change as plain data."""
    return {
        "change": change.kind,
        "rule": change.rule,
        "doc_id": change.doc_id,
        "type": change.type,
        "fields": change.fields,
        "lines": change.lines,
        "before": change.before,
        "after": change.after,
    }


def markdown(
    found: Differences, pages: Pages, purposes: Mapping[str, str], by: str = "rule"
) -> Iterator[str]:
    """Lines of GitHub's markdown, as many as a comment may have."""
    length = shown = 0
    for line, of_changes in _markdown(found, pages, purposes, by):
        length += len(line) + 1
        if length > LENGTH:
            yield f"\n… and {len(found) - shown:,} more."
            return
        shown += of_changes
        yield line


def _markdown(
    found: Differences, pages: Pages, purposes: Mapping[str, str], by: str
) -> Iterator[tuple[str, int]]:
    """Lines, and of how many changes each tells."""
    yield f"### qextract: {summed(found)}", 0
    if not found:
        return
    yield "", 0
    yield "| type | same | changed | added | removed |", 0
    yield "|---|--:|--:|--:|--:|", 0
    for name, tally in [*found.types.items(), ("all", found.total)]:
        counts = (f"{count:,}" for count in asdict(tally).values())
        yield f"| {name} | {' | '.join(counts)} |", 0
    for note in found.notes:
        yield f"\n{escaped(note)}", 0
    for side in ("base", "new"):
        if documents := whole(found, side):
            name = found.base.name if side == "base" else found.new.name
            yield f"\n#### Only in {escaped(name)}\n", 0
        for doc_id, each in documents:
            line = f"- {escaped(doc_id)}: {number(each.different, 'record')}"
            yield line, each.different
    for group, changes in groupby(shared(found, by), BY[by]):
        tally = found.rules[group] if by == "rule" else found.documents[group]
        purpose = f": {escaped(purposes[group])}" if group in purposes else ""
        yield f"\n#### `{group}`{purpose}\n\n{counted(tally)}\n", 0
        yield "| | where | record | what changed | in the page |\n|---|---|---|---|---|", 0
        for change in changes:
            place = pages.place(change)
            cells = (
                where(change, pages),
                f"{change.type} {label(change.record)}",
                told(change),
                place.around if place else "",
            )
            row = " | ".join(escaped(cell) for cell in cells)
            yield f"| {SIGNS[change.kind]} | {row} |", 1


def escaped(text: str) -> str:
    """The text with nothing in it that markdown, HTML or GitHub's mentions would read."""
    return MARKUP.sub(r"\\\1", " ".join(text.split())).replace("@", "&#64;")


def shared(found: Differences, by: str) -> Iterator[Change]:
    """The changes in documents that both have, sorted by groups."""
    for change in found.changes("document" if by == "document" else "rule"):
        if found.documents[change.doc_id].only is None:
            yield change


def where(change: Change, pages: Pages) -> str:
    """Document and, where it is known, line of a change."""
    place = pages.place(change)
    return f"{change.doc_id}:{place.line}" if place and place.line else change.doc_id


def warnings(found: Differences, pages: Pages) -> Iterator[str]:
    """At most ten `::warning` lines: whole documents first, then changes by rule."""
    return islice(_warnings(found, pages), WARNINGS)


def _warnings(found: Differences, pages: Pages) -> Iterator[str]:
    for side, name in (("base", found.base.name), ("new", found.new.name)):
        for doc_id, each in whole(found, side):
            what = f"{doc_id} is only in {name}: {number(each.different, 'record')}"
            yield _command(pages.file(doc_id) or name, None, "document", what)
    for change in shared(found, "rule"):
        place = pages.place(change)
        old, new = change.lines
        records = (found.new.name, new) if new else (found.base.name, old)
        path, line = place[:2] if place else records
        what = f"{change.type} {label(change.record)}"
        if change.fields:
            what += f": {told(change)}"
        yield _command(path, line, f"{change.rule}: {change.kind}", what)


def _command(path: str, line: int | None, title: str, message: str) -> str:
    at = f",line={line}" if line else ""
    said = _escaped(message)
    return f"::warning file={_property(path)}{at},title={_property(title)}::{said}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def rows(change: Change) -> Iterator[tuple[str, str, str]]:
    """Field, old and new value: of a changed record each field, of another one its label."""
    if change.kind == "changed":
        yield from fields(change)
    else:
        old, new = ("", label(change.record))
        yield "", *((old, new) if change.kind == "added" else (new, old))
