"""`qextract run`: inputs to records."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence

from qextract.cli import NOTHING_READ, OK, SOME_FAILED, drop_output, fail
from qextract.cli.report import Totals, reporter
from qextract.runner import Options, run
from qextract.sinks import open_sink
from qextract.sources import Failure, Input, find


def run_command(
    paths: Sequence[str], options: Options, *, output: str | None, jobs: int | None, quiet: bool
) -> int:
    """Extract from `paths` into `output` and give the exit code."""
    if output is not None and (page := _read_too(paths, output)):
        return fail(f"{output}: is a page to be read, {page} (give another name with -o)")
    totals = Totals()
    results = run(_inputs(paths, output), options, jobs=jobs or processors())
    try:
        # records that scroll by on the same screen and a bar would spoil each other
        bar = output is not None or not sys.stdout.isatty()
        with open_sink(output) as sink, reporter(paths, totals, quiet=quiet, bar=bar) as report:
            for result in results:
                if isinstance(result, Failure):
                    report.failed(result)
                else:
                    sink.write(result.doc_id, result.extracted.lines)
                    report.done(result)
                if totals.documents == 1:
                    gc.freeze()  # patterns and word lists are made now, and last
                    gc.enable()
    except BrokenPipeError:
        raise
    except OSError as error:
        if output is None:
            drop_output()
        where = output or "standard output"
        return fail(f"{where}: cannot be written: {error.strerror or error} (see -o)")
    if not totals.documents:
        return NOTHING_READ
    return SOME_FAILED if totals.failures else OK


def _inputs(paths: Sequence[str], output: str | None) -> Iterator[Input | Failure]:
    """What is found, but for the output of an earlier run that lies among the pages."""
    if output is None or not os.path.isfile(output):
        return find(paths)
    own = os.path.realpath(output)
    return (
        each
        for each in find(paths)
        if isinstance(each, Failure) or os.path.realpath(each.path) != own
    )


def _read_too(paths: Sequence[str], output: str) -> str | None:
    """The path that names the very file to be written."""
    if not os.path.isfile(output):
        return None
    return next((p for p in paths if os.path.isfile(p) and os.path.samefile(p, output)), None)


def processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
