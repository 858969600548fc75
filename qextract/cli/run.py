"""`qextract run`: inputs to records."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from qextract.cli import NOTHING_READ, OK, SOME_FAILED, fail, unwritten
from qextract.cli.paths import inputs, read_too
from qextract.cli.report import Report, Totals, reporter
from qextract.runner import Done, Options, run
from qextract.sinks import Sink, open_sink
from qextract.sources import Failure

if TYPE_CHECKING:
    from qextract.manifest import Maker


def run_command(
    paths: Sequence[str],
    options: Options,
    *,
    output: str | None,
    manifest: str | None,
    jobs: int | None,
    quiet: bool,
) -> int:
    """Extract from `paths` into `output`, tell of the run in `manifest`, and give the exit code."""
    for written in (output, manifest):
        if wrong := read_too(paths, written):
            return fail(wrong)
    if manifest is not None and (wrong := unfit(manifest, output)):
        return fail(wrong)
    totals = Totals()
    maker = None
    if manifest is not None:
        from qextract.manifest import Maker  # few runs need it

        maker = Maker(options)
    results = run(inputs(paths, output, manifest), options, jobs=jobs or processors())
    try:
        # records that scroll by on the same screen and a bar would spoil each other
        bar = output is not None or not sys.stdout.isatty()
        with (
            nullcontext() if manifest is None else open_sink(manifest) as told,
            open_sink(output) as sink,
        ):
            with reporter(paths, totals, options.format, quiet=quiet, bar=bar) as report:
                extract_into(sink, results, totals, report, maker)
            if maker is not None and told is not None:
                write_manifest(told, maker, totals)
    except BrokenPipeError:
        raise
    except OSError as error:
        return unwritten(error, output, error.filename if manifest else None)
    if not totals.documents:
        return NOTHING_READ
    return SOME_FAILED if totals.failures else OK


def extract_into(
    sink: Sink,
    results: Iterable[Done | Failure],
    totals: Totals,
    report: Report,
    maker: Maker | None = None,
) -> None:
    """Write what was extracted, document by document; `report` keeps the `totals`."""
    for result in results:
        if isinstance(result, Failure):
            report.failed(result)
        else:
            sink.write(result.doc_id, result.extracted.lines)
            if maker is not None:
                maker.add(result.doc_id, result.extracted)
            report.done(result)
        if totals.documents == 1:
            gc.freeze()  # patterns and word lists are made now, and last
            gc.enable()


def write_manifest(sink: Sink, maker: Maker, totals: Totals) -> None:
    """Nothing where no page could be read: then there are no records either."""
    if totals.documents:
        for piece in maker.pieces(failures=totals.failures):
            sink.write("", piece)


def unfit(manifest: str, records: str | None) -> str | None:
    """Why a manifest cannot be written there."""
    if manifest.endswith(("/", os.sep)) or os.path.isdir(manifest):
        return f"{manifest}: is a folder; a manifest is a file (see --manifest)"
    if manifest == "-" or (records and os.path.realpath(records) == os.path.realpath(manifest)):
        return f"{manifest}: a manifest is a file of its own, beside the records (see --manifest)"
    return None


def processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
