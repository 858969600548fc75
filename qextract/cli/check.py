"""`qextract check` and `qextract accept`: a run held against the records of an earlier one."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from typing import IO, Any, NamedTuple

from qextract.cli import DIFFERENT, NOTHING_READ, OK, SOME_FAILED, fail, say
from qextract.cli.diff import Asked, tell
from qextract.cli.paths import inputs, read_too
from qextract.cli.report import Totals, reporter
from qextract.cli.run import extract_into, processors, unfit
from qextract.compare.blocks import RecordsFile
from qextract.compare.changes import Differences
from qextract.compare.comparison import diff
from qextract.compare.origins import compared, of_other_records
from qextract.compare.pages import Pages, under
from qextract.manifest import Maker, beside, read_manifest
from qextract.runner import Options, run
from qextract.sinks import FileSink, StreamSink
from qextract.sources import Failure, Input
from qextract.sources.find import find

NOW = "this run"
PIECE = 1 << 20


class Baseline(NamedTuple):
    """The records to hold a run against, and the manifest of their run, if there is one."""

    path: str
    manifest: str | None = None
    """As it was given; else the one beside the records counts, where there is one."""

    @property
    def told(self) -> str:
        return self.manifest or beside(self.path)


class Checked(NamedTuple):
    """A run and what it differs in; `records` holds what it wrote."""

    found: Differences
    totals: Totals
    maker: Maker
    records: IO[bytes]


def check_command(
    paths: Sequence[str], baseline: Baseline, options: Options, asked: Asked, *, jobs: int | None
) -> int:
    """Extract from `paths`, print what differs from the baseline, and give the exit code."""
    if wrong := _wrong(paths, baseline):
        return fail(wrong)
    if not os.path.exists(baseline.path):
        return fail(f"{baseline.path}: no such baseline (qextract accept makes it)")
    with tempfile.TemporaryFile() as records:
        made = _check(paths, baseline, options, asked, jobs, records)
        if not made.totals.documents:
            return NOTHING_READ
        code = tell(made.found, _pages(paths, made.found), asked)
    return SOME_FAILED if code == OK and made.totals.failures else code


def accept_command(
    paths: Sequence[str],
    baseline: Baseline,
    options: Options,
    asked: Asked,
    *,
    jobs: int | None,
    yes: bool,
) -> int:
    """Extract from `paths`, show what differs from the baseline, and put the records in its place."""
    if wrong := _wrong(paths, baseline) or _unwritable(baseline, asked):
        return fail(wrong)
    if not yes and not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return fail("nobody to ask here; say --yes to accept what differs (see qextract accept)")
    with tempfile.TemporaryFile() as records:
        made = _check(paths, baseline, options, asked, jobs, records)
        if not made.totals.documents:
            say(f"{baseline.path}: not written")
            return NOTHING_READ
        code = tell(made.found, _pages(paths, made.found), asked)
        if code == NOTHING_READ:
            say(f"{baseline.path}: not written (take it away to begin anew)")
            return code
        if reason := _lost(made):
            say(f"{baseline.path}: not written: {reason}")
            return SOME_FAILED
        failed = SOME_FAILED if made.totals.failures else OK
        if not _stale(baseline, made):
            say(f"{baseline.path}: is what it must be")
            return failed
        if not yes and not _agreed(baseline.path):
            say(f"{baseline.path}: not written")
            return DIFFERENT
        try:
            _write(baseline, made)
        except OSError as error:
            where = error.filename or baseline.path
            return fail(f"{where}: cannot be written: {error.strerror or error}")
    say(f"{baseline.path}: written, {made.found.new.records:,} records")
    return failed


def _wrong(paths: Sequence[str], baseline: Baseline) -> str | None:
    for written in (baseline.path, baseline.manifest):
        if wrong := read_too(paths, written):
            return wrong
    return None


def _unwritable(baseline: Baseline, asked: Asked) -> str | None:
    if os.path.isdir(baseline.path) or baseline.path.endswith(("/", os.sep)):
        return f"{baseline.path}: is a folder; accept writes one file (see qextract run -o)"
    if os.path.exists(baseline.path) and not os.path.isfile(baseline.path):
        return f"{baseline.path}: is no file that could be replaced"
    return unfit(baseline.manifest, baseline.path) if baseline.manifest else None


def _check(
    paths: Sequence[str],
    baseline: Baseline,
    options: Options,
    asked: Asked,
    jobs: int | None,
    records: IO[bytes],
) -> Checked:
    totals, maker = Totals(), Maker(options)
    failed: list[Failure] = []
    results = run(inputs(paths, baseline.path, baseline.told), options, jobs=jobs or processors())
    with reporter(
        paths, totals, options.format, quiet=asked.quiet, bar=True, summary=False
    ) as report:
        kept = _Kept(report, failed)
        extract_into(StreamSink(records), results, totals, kept, maker)
    gc.enable()
    manifest = _manifest(baseline)
    told = maker.told(totals.failures) if manifest is not None else None
    origins = compared(baseline.told, manifest, told)
    base = RecordsFile(
        baseline.path if os.path.exists(baseline.path) else os.devnull, baseline.path
    )
    found = diff(
        base,
        RecordsFile.of(records, NOW),
        ignore=asked.ignore,
        only=origins.narrowed(asked.only),
        spans=asked.spans,
        skip=frozenset(_unread(paths, failed)),
    )
    origins.tell(found)
    if note := of_other_records(baseline.told, manifest, found.base.records):
        found.notes.append(note)
    return Checked(found, totals, maker, records)


def _manifest(baseline: Baseline) -> dict[str, Any] | Failure | None:
    """What is told of the baseline; nothing where there is none yet."""
    wanted = baseline.manifest is not None and os.path.exists(baseline.path)
    return read_manifest(baseline.told) if wanted or os.path.isfile(baseline.told) else None


class _Kept:
    """Passes results on, and keeps the failures."""

    def __init__(self, report: Any, failed: list[Failure]) -> None:
        self._report, self._failed = report, failed
        self.done = report.done

    def failed(self, failure: Failure) -> None:
        self._failed.append(failure)
        self._report.failed(failure)


def _unread(paths: Sequence[str], failed: Sequence[Failure]) -> Iterator[str]:
    """The doc_ids of pages that could not be read now, of which nothing can be said."""
    lines: dict[str, list[int | None]] = {}
    for failure in failed:
        lines.setdefault(failure.path, []).append(failure.line)
    for each in find(paths) if lines else ():
        if isinstance(each, Input):
            for line in lines.get(each.path, ()):
                yield f"{each.doc_id}#{line}" if line else each.doc_id


def _pages(paths: Sequence[str], found: Differences) -> Pages:
    return Pages(under(paths, found.documents) if found else lambda _: None)


def _lost(made: Checked) -> str | None:
    """Why a new baseline would lack something that it should have."""
    if not made.totals.failures:
        return None
    lost = made.found.skipped + [
        name for name, each in made.found.documents.items() if each.only == "base"
    ]
    if not lost:
        return None
    return f"pages failed, and {', '.join(sorted(lost)[:3])} may be among them"


def _stale(baseline: Baseline, made: Checked) -> bool:
    """Whether the baseline, or the manifest beside it, is not what this run would write."""
    if not os.path.isfile(baseline.path) or not _same(RecordsFile(baseline.path), made.records):
        return True
    if baseline.manifest is None and not os.path.isfile(baseline.told):
        return False
    try:
        with open(baseline.told, "rb") as file:
            return file.read() != b"".join(made.maker.pieces(made.totals.failures))
    except OSError:
        return True


def _same(base: RecordsFile, records: IO[bytes]) -> bool:
    """Whether the file, unpacked, holds these bytes."""
    records.seek(0)
    try:
        file = base.seekable(0)
    except OSError:
        return False
    file.seek(0)
    while piece := records.read(PIECE):
        if file.read(len(piece)) != piece:
            return False
    return not file.read(1)


def _agreed(path: str) -> bool:
    print(f"Write {path}? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _write(baseline: Baseline, made: Checked) -> None:
    """Put the records, and the manifest where there is one, in place of the old ones."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        if baseline.manifest is not None or os.path.isfile(baseline.told):
            manifest = stack.enter_context(FileSink(os.path.realpath(baseline.told)))
            for piece in made.maker.pieces(made.totals.failures):
                manifest.write("", piece)
        sink = stack.enter_context(FileSink(os.path.realpath(baseline.path)))
        made.records.seek(0)
        pieces = iter(lambda: made.records.read(PIECE), b"")
        for piece in _packed(pieces) if baseline.path.endswith(".gz") else pieces:
            sink.write("", piece)


def _packed(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """A .gz without a name or a time in it."""
    import zlib

    packer = zlib.compressobj(wbits=31)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()
