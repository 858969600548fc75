"""`qextract run`: inputs to records."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from qextract.cli import NOTHING_READ, OK, SOME_FAILED, drop_output, fail
from qextract.cli.paths import inputs, read_too
from qextract.cli.report import Totals, reporter
from qextract.runner import Options, run
from qextract.sinks import open_sink
from qextract.sources import Failure


def run_command(
    paths: Sequence[str], options: Options, *, output: str | None, jobs: int | None, quiet: bool
) -> int:
    """Extract from `paths` into `output` and give the exit code."""
    if wrong := read_too(paths, output):
        return fail(wrong)
    totals = Totals()
    results = run(inputs(paths, output), options, jobs=jobs or processors())
    try:
        # records that scroll by on the same screen and a bar would spoil each other
        bar = output is not None or not sys.stdout.isatty()
        with (
            open_sink(output) as sink,
            reporter(paths, totals, options.format, quiet=quiet, bar=bar) as report,
        ):
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


def processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
