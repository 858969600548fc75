"""What a run says on stderr: a line for each failure; on a terminal also progress and a table."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from qextract.cli import say, shown
from qextract.cli.options import TYPES
from qextract.runner import Done
from qextract.sources import STDIN, Failure, Input, find
from qextract.sources.formats import is_single

if TYPE_CHECKING:
    from rich.table import Table


@dataclass(slots=True)
class Totals:
    """What a run has done so far."""

    documents: int = 0
    failures: int = 0
    warnings: int = 0
    records: Counter[str] = field(default_factory=Counter)
    repairs: Counter[str] = field(default_factory=Counter)

    def add(self, result: Done | Failure) -> None:
        if isinstance(result, Failure):
            self.failures += 1
            return
        self.documents += 1
        self.records.update(result.extracted.counts)
        self.repairs.update(result.extracted.repairs)
        self.warnings += len(result.extracted.warnings)


class Report(Protocol):
    """Takes each result of a run, in order."""

    def done(self, result: Done) -> None: ...

    def failed(self, failure: Failure) -> None: ...


def reporter(
    paths: Sequence[str],
    totals: Totals,
    format_: str,
    *,
    quiet: bool,
    bar: bool,
    summary: bool = True,
) -> AbstractContextManager[Report]:
    """The report for where stderr goes to; it keeps `totals`. `bar`: whether to draw progress;
    `summary`: whether to end with what was done, and to tell of warnings."""
    if quiet or not sys.stderr.isatty():
        return Lines(totals, quiet=quiet or not summary)
    count = pages(paths, format_) if bar else None
    return Screen(totals, bar=bar, count=count, summary=summary)


def pages(paths: Sequence[str], format_: str) -> int | None:
    """The number of documents, `None` where files of many are among them, which is not known."""
    count = 0
    for each in find(paths):
        if isinstance(each, Input) and not is_single(each.path, format_):
            return None
        count += 1
    return count


def line(failure: Failure) -> str:
    name = "standard input" if failure.path == STDIN else failure.path
    place = f":{failure.line}" if failure.line else ""
    return f"{name}{place}: {failure.reason}"


class Lines:
    """Failures and warnings, a line each."""

    def __init__(self, totals: Totals, *, quiet: bool) -> None:
        self._totals = totals
        self._quiet = quiet

    def __enter__(self) -> Lines:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None

    def done(self, result: Done) -> None:
        self._totals.add(result)
        if not self._quiet:
            for warning in result.extracted.warnings:
                say(f"{result.doc_id}: warning: {warning}")

    def failed(self, failure: Failure) -> None:
        self._totals.add(failure)
        say(line(failure))


class Screen:
    """A progress bar (`count` pages are to come, if that is known), failures above it, a table at the end; colours unless NO_COLOR is set."""

    def __init__(self, totals: Totals, *, bar: bool, count: int | None, summary: bool) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        self._totals, self._summary = totals, summary
        self._began = self._drawn = time.monotonic()
        self._console = Console(
            stderr=True,
            highlight=False,
            color_system=None if os.environ.get("NO_COLOR") else "auto",
        )
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=self._console,
            auto_refresh=False,  # no thread beside the forked workers
            transient=True,
        )
        self._bar = bar
        self._task = self._progress.add_task("pages", total=count)

    def __enter__(self) -> Screen:
        if self._bar:
            self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()
        if kind is None and self._summary:
            self._console.print(table(self._totals, time.monotonic() - self._began))

    def done(self, result: Done) -> None:
        self._totals.add(result)
        self._advance()
        for warning in result.extracted.warnings if self._summary else ():
            self._say(f"{result.doc_id}: warning: {warning}")

    def failed(self, failure: Failure) -> None:
        self._totals.add(failure)
        self._advance()
        self._say(line(failure))

    def _say(self, text: str) -> None:
        self._console.print(f"qextract: {shown(text)}", markup=False, soft_wrap=True)

    def _advance(self) -> None:
        now = time.monotonic()
        redraw = now - self._drawn > 0.1
        if redraw:
            self._drawn = now
        self._progress.update(
            self._task, completed=self._totals.documents + self._totals.failures, refresh=redraw
        )


def table(totals: Totals, seconds: float) -> Table:
    """The closing table."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    made = Table(box=SIMPLE_HEAD, pad_edge=False)
    made.add_column("records")
    made.add_column("", justify="right")
    for name in TYPES:
        if name in totals.records:
            made.add_row(name, f"{totals.records[name]:,}")
    made.add_row("all", f"{sum(totals.records.values()):,}", style="bold", end_section=True)
    made.add_row("documents", f"{totals.documents:,}")
    for name, count in sorted(totals.repairs.items()):
        made.add_row(f"repaired: {name}", f"{count:,}")
    if totals.warnings:
        made.add_row("warnings", f"{totals.warnings:,}", style="yellow")
    if totals.failures:
        made.add_row("failures", f"{totals.failures:,}", style="red")
    made.add_row("time", f"{seconds:.1f} s")
    return made
