"""`qextract clean`: pages as the extractor reads them, and what was mended in them.

Repair can be looked at in four ways: the mended text, the text as read (what every `span` counts
in), a line for each repair, and one JSON object a page with all of it.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, Protocol

from qextract.cli import NOTHING_READ, OK, SOME_FAILED, fail, say, unwritten
from qextract.cli.explain import Coloured, explained_text, json_line, one_line
from qextract.cli.paths import inputs, read_too
from qextract.document import Source
from qextract.repairs import Repaired, repair
from qextract.sinks import Sink, open_sink
from qextract.sources import MAX_SIZE, Failure, Fields, Input, Piece, expand, read

View = Literal["text", "source", "explain", "json"]
SUFFIXES: dict[View, str] = {
    "text": ".txt",
    "source": ".txt",
    "explain": ".repairs.txt",
    "json": ".json",
}


class Reading(NamedTuple):
    """How inputs are read; see `runner.Options`."""

    max_size: int = MAX_SIZE
    format: str = "auto"
    fields: Fields = Fields()


def clean_command(
    paths: Sequence[str], reading: Reading, *, output: str | None, view: View, quiet: bool
) -> int:
    """Show all pages under `paths` and give the exit code, as `qextract run` does."""
    if wrong := read_too(paths, output):
        return fail(wrong)
    done = failed = 0
    counts: Counter[str] = Counter()
    screen = output is None and sys.stdout.isatty()
    try:
        with (
            open_sink(output, SUFFIXES[view]) as sink,
            _shower(view, sink, output, quiet=quiet, screen=screen) as show,
        ):
            for each in _pages(paths, reading, output):
                if isinstance(each, Failure):
                    failed += 1
                    _say_failure(each)
                    continue
                done += 1
                source, mended = each
                counts.update(mended.counts)
                show.page(source.doc_id, mended)
                for warning in () if quiet else source.warnings:
                    say(f"{source.doc_id}: warning: {warning}")
    except BrokenPipeError:
        raise
    except OSError as error:
        return unwritten(error, output)
    if not done:
        return NOTHING_READ
    if not quiet and not screen and sys.stderr.isatty():
        say(summary(done, counts))
    return SOME_FAILED if failed else OK


def _pages(
    paths: Sequence[str], reading: Reading, output: str | None
) -> Iterator[tuple[Source, Repaired] | Failure]:
    options = reading._asdict()
    for found in expand(inputs(paths, output), **options):
        source = found if isinstance(found, Failure) else read(found, **options)
        yield source if isinstance(source, Failure) else _mended(found, source)


def _mended(found: Input | Piece | Failure, source: Source) -> tuple[Source, Repaired] | Failure:
    try:
        return source, repair(source.text)
    except Exception as error:  # the run goes on; the line says where to look
        from qextract.runner import fault

        return Failure(found.path, fault(error), getattr(found, "line", None))


def _say_failure(failure: Failure) -> None:
    from qextract.cli.report import line  # the extractors come with it, and nothing else needs them

    say(line(failure))


def summary(pages: int, counts: Counter[str]) -> str:
    """`12 pages; pinyin_gloss 310, traditional 2,204`."""
    found = ", ".join(f"{kind} {count:,}" for kind, count in sorted(counts.items()))
    return f"{pages:,} page{'s' * (pages != 1)}; {found or 'nothing to mend'}"


class Shower(Protocol):
    """A context manager that takes pages one by one."""

    def __enter__(self) -> Shower: ...

    def page(self, doc_id: str, mended: Repaired) -> None: ...

    def __exit__(self, *error: object) -> None: ...


def _shower(view: View, sink: Sink, output: str | None, *, quiet: bool, screen: bool) -> Shower:
    if view == "json":
        return Lines(sink, json_line)
    if view == "explain":
        return Coloured() if screen else Lines(sink, explained_text)
    if output is not None and (output.endswith(("/", os.sep)) or os.path.isdir(output)):
        return Lines(sink, lambda _, mended: _text(view, mended))
    return Texts(sink, view, names=not quiet, screen=screen)


def _text(view: View, mended: Repaired) -> str:
    return mended.source if view == "source" else mended.text


class Lines:
    """Pages with a file of their own, or whose lines say what page they belong to."""

    def __init__(self, sink: Sink, made: Callable[[str, Repaired], str]) -> None:
        self._sink, self._made = sink, made

    def __enter__(self) -> Lines:
        return self

    def page(self, doc_id: str, mended: Repaired) -> None:
        self._sink.write(doc_id, encoded(self._made(doc_id, mended)))

    def __exit__(self, *error: object) -> None:
        return None


class Texts:
    """Texts one after another; where there are several, with a line above each that names it.

    The first waits until it is known whether another one follows.
    """

    def __init__(self, sink: Sink, view: View, *, names: bool, screen: bool) -> None:
        self._sink, self._view = sink, view
        self._names, self._screen = names, screen
        self._waiting: tuple[str, str] | None = None
        self._head = ""  # what stands above the name of the next page
        self._several = False

    def __enter__(self) -> Texts:
        return self

    def page(self, doc_id: str, mended: Repaired) -> None:
        if self._waiting is not None:
            self._several = True
            self._write(*self._waiting)
        self._waiting = doc_id, _text(self._view, mended)

    def _write(self, doc_id: str, text: str) -> None:
        name = f"==> {one_line(doc_id)} <==\n" if self._names and self._several else ""
        self._sink.write(doc_id, encoded(f"{self._head}{name}{text}"))
        self._head = "" if text.endswith("\n") else "\n"

    def __exit__(self, *error: object) -> None:
        if self._waiting is not None and error[0] is None:
            doc_id, text = self._waiting
            self._write(doc_id, text + "\n" * (self._screen and not text.endswith("\n")))


def encoded(text: str) -> bytes:
    """UTF-8; half a pair of UTF-16, which it cannot hold, becomes a mark for a lost character."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text).encode("utf-8")
