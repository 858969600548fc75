"""`qextract diff`: what differs between the records of two runs."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from qextract.cli import DIFFERENT, NOTHING_READ, OK, SOME_FAILED, drop_output, fail, say
from qextract.compare.blocks import RecordsFile
from qextract.compare.changes import Differences, Side
from qextract.compare.comparison import diff
from qextract.compare.origins import compared, of_other_records
from qextract.compare.pages import Pages, under
from qextract.manifest import beside, manifest_of
from qextract.sources.common import STDIN, Failure

LINES = 10
"""Lines about one file that are shown of many."""
SUMMARY = "GITHUB_STEP_SUMMARY"

Format = Literal["text", "json", "markdown", "github"]


class Asked(NamedTuple):
    """What to compare, and how to show it. only: types, all where `None`."""

    format: Format = "text"
    by: Literal["rule", "document"] = "rule"
    ignore: tuple[str, ...] = ()
    only: frozenset[str] | None = None
    spans: bool = False
    quiet: bool = False


def diff_command(base: str, new: str, asked: Asked, *, sources: Sequence[str]) -> int:
    """Compare two files of records, print what differs and give the exit code."""
    if base == new == STDIN:
        return fail("only one of BASE and NEW can be standard input")
    if missing := [path for path in sources if not os.path.exists(path)]:
        return fail(f"{missing[0]}: no such file or folder (see --sources)")
    gc.enable()
    path, manifests = beside(base), [manifest_of(each) for each in (base, new)]
    origins = compared(path, *manifests)
    files = RecordsFile(base), RecordsFile(new)
    only = origins.narrowed(asked.only)
    found = diff(*files, ignore=asked.ignore, only=only, spans=asked.spans)
    origins.tell(found)
    for each, manifest, side in zip((base, new), manifests, (found.base, found.new), strict=True):
        if note := of_other_records(beside(each), manifest, side.records):
            found.notes.append(note)
    return tell(found, Pages(under(sources, found.documents)), asked)


def tell(found: Differences, pages: Pages, asked: Asked) -> int:
    """Print the differences, say what went wrong, and give the exit code."""
    empty = nothing_in(found)
    try:
        if empty is None:
            show(found, pages, asked)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has had enough, but the verdict stands
        drop_output()
    complain(found.failures)
    for note in () if asked.quiet else found.notes:
        say(note)
    if empty is not None:
        return NOTHING_READ
    if found:
        return DIFFERENT
    return SOME_FAILED if found.failures else OK


def nothing_in(found: Differences) -> Side | None:
    """The side of which nothing could be read: then everything would be another."""
    for side in (found.base, found.new):
        if not side.records and any(each.path == side.name for each in found.failures):
            return side
    return None


def complain(failures: Sequence[Failure]) -> None:
    """Say what could not be read, a line each; of many in one file the first ones."""
    lines: Counter[str] = Counter()
    for failure in failures:
        lines[failure.path] += 1
        if lines[failure.path] <= LINES:
            place = f":{failure.line}" if failure.line else ""
            say(f"{failure.path}{place}: {failure.reason}")
    for path, count in lines.items():
        if count > LINES:
            say(f"{path}: {count - LINES:,} more lines like these")


def show(found: Differences, pages: Pages, asked: Asked) -> None:
    if asked.format == "text":
        from qextract.cli.diff_text import tell_people

        tell_people(found, pages, asked)
        return
    from qextract.compare.difference_reports import json_report, markdown, warnings

    if asked.format == "json":
        _print(json_report(found), end="")
        return
    text = markdown(found, pages, purposes(found), asked.by)
    if asked.format == "markdown":
        _print(text)
        return
    _print(warnings(found, pages))
    summary = os.environ.get(SUMMARY)
    if not summary:
        _print(text)
        return
    with open(summary, "a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in text)


def purposes(found: Differences) -> dict[str, str]:
    """What the rules look for whose records differ."""
    if not found.rules:
        return {}
    from qextract.cli.rules import load  # the extractors come with it
    from qextract.rules import RULES

    load()
    return {name: RULES[name].purpose for name in found.rules if name in RULES}


def _print(lines: object, end: str = "\n") -> None:
    for line in lines:  # type: ignore[attr-defined]
        sys.stdout.buffer.write(f"{line}{end}".encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
