"""Many documents: in this process, or in batches over worker processes, always in order."""

from __future__ import annotations

import datetime as dt
import gc
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from qextract.pipeline import Extracted, extract_lines
from qextract.sources import MAX_SIZE, Failure, Fields, Input, Piece, expand, read

if TYPE_CHECKING:
    from concurrent.futures import Future

BATCH = 32
"""Documents that a worker gets at a time."""
BATCH_BYTES = 2_000_000
"""Bytes after which a batch is full with fewer documents."""
STOPPING = (signal.SIGINT, signal.SIGTERM)
MASKS = hasattr(signal, "pthread_sigmask")
"""Whether signals can be made to wait; not on Windows."""
PATIENCE = 5
"""Seconds in which a pool that is cut off must have ended."""
ALONE = 64
"""Documents up to which starting workers costs more than it gains."""
ALONE_BYTES = 400_000
"""Bytes up to which the same holds."""


class Options(NamedTuple):
    """What holds for every document of a run; `types` `None` means all.

    format: of every input, or `auto`. fields: where rows have their text, headline, date and id.
    """

    types: frozenset[str] | None = None
    published: dt.date | None = None
    max_size: int = MAX_SIZE
    format: str = "auto"
    fields: Fields = Fields()


class Done(NamedTuple):
    """One document's records."""

    doc_id: str
    extracted: Extracted


def run(
    inputs: Iterable[Input | Failure], options: Options, *, jobs: int = 1
) -> Iterator[Done | Failure]:
    """One result a document, in the order of `inputs`, whatever the number of workers.

    Inputs are taken as they are needed: memory holds a few batches, not the corpus. Few or small
    inputs stay in this process, where starting workers would cost more.
    """
    todo = expand(inputs, max_size=options.max_size, format=options.format, fields=options.fields)
    if jobs > 1:
        head, small = _head(todo)
        documents = chain(head, todo)
        if not small:
            return _in_workers(documents, options, jobs)
        return (extract_one(each, options) for each in documents)
    return (extract_one(each, options) for each in todo)


def extract_one(found: Input | Piece | Failure, options: Options) -> Done | Failure:
    """Read and extract one document; a fault of this program in one does not touch the others."""
    if isinstance(found, Failure):
        return found
    try:
        source = read(
            found,
            published=options.published,
            max_size=options.max_size,
            format=options.format,
            fields=options.fields,
        )
        if isinstance(source, Failure):
            return source
        return Done(found.doc_id, extract_lines(source, options.types))
    except Exception as error:  # the run goes on; the line says where to look
        return Failure(found.path, fault(error), getattr(found, "line", None))


def fault(error: Exception) -> str:
    """The reason of a failure that is this program's own."""
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return f"a fault in qextract, {what} at {where} (please report it with the file)"


def _head(todo: Iterator[Input | Piece | Failure]) -> tuple[list[Input | Piece | Failure], bool]:
    """The first inputs, and whether they are all and little work."""
    head: list[Input | Piece | Failure] = []
    size = 0
    for each in islice(todo, ALONE + 1):
        head.append(each)
        size += _size(each)
        if size > ALONE_BYTES and len(head) > 1:
            return head, False
    return head, len(head) <= ALONE


def _size(found: Input | Piece | Failure) -> int:
    if isinstance(found, Failure):
        return 0
    if isinstance(found, Piece):
        return len(found.data)
    try:
        return os.stat(found.path).st_size
    except OSError:
        return 0  # reading it will tell why


def _batches(todo: Iterable[Input | Piece | Failure]) -> Iterator[list[Input | Piece | Failure]]:
    batch: list[Input | Piece | Failure] = []
    size = 0
    for each in todo:
        batch.append(each)
        size += _size(each)
        if len(batch) == BATCH or size > BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _work(batch: list[Input | Piece | Failure], options: Options) -> list[Done | Failure]:
    return [extract_one(each, options) for each in batch]


def _start_worker() -> None:
    # Ctrl-C reaches the whole process group; only the parent answers it, and ends the workers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if MASKS:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    gc.enable()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals wait: one that came while a worker is forked would be lost in it, or lose it."""
    if not MASKS:
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_workers(
    todo: Iterator[Input | Piece | Failure], options: Options, jobs: int
) -> Iterator[Done | Failure]:
    # imported here for the sake of the many runs that need no workers
    import multiprocessing
    import threading
    from concurrent.futures import ProcessPoolExecutor

    # word lists and patterns are made by the first document; forked workers then have them
    yield from (extract_one(each, options) for each in islice(todo, 1))
    pool = ProcessPoolExecutor(jobs, initializer=_start_worker)
    waiting: deque[Future[list[Done | Failure]]] = deque()
    try:
        for batch in _batches(todo):
            with _undisturbed():
                waiting.append(pool.submit(_work, batch, options))
            # enough ahead that no worker is idle while the oldest batch is written
            if len(waiting) > 3 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
        pool.shutdown()
    except BaseException:  # Ctrl-C, a closed pipe, a generator that is dropped
        pool.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            child.terminate()
        # else it may close what Python's own end of the pool writes to as it ends
        for thread in threading.enumerate():
            if type(thread).__name__ == "_ExecutorManagerThread":
                thread.join(PATIENCE)
        raise
