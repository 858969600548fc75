"""`qextract clean`: pages as the extractor reads them, and what was mended in them.

Repair can be looked at in four ways: the mended text, the text as read (what every `span` counts
in), a line for each repair, and one JSON object a page with all of it.
"""

from __future__ import annotations

import json
import os
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from qextract.cli import NOTHING_READ, OK, SOME_FAILED, drop_output, fail, say
from qextract.cli.report import line as failure_line
from qextract.document import Source
from qextract.repairs import Repair, Repaired, repair
from qextract.repairs.reasons import REASONS, reason
from qextract.sinks import Sink, open_sink
from qextract.sources import Failure, find, read

if TYPE_CHECKING:
    from rich.console import Console

View = Literal["text", "source", "explain", "json"]
CONTEXT = 12
"""Characters shown on either side of a repair."""
LONGEST = 60
"""Characters of a replaced stretch that are shown whole."""
CONVERSIONS = ("traditional", "full_width")


def clean_command(
    paths: Sequence[str], *, output: str | None, view: View, max_size: int, quiet: bool
) -> int:
    """Show all pages under `paths` and give the exit code, as `qextract run` does."""
    done = failed = 0
    counts: Counter[str] = Counter()
    screen = output is None and sys.stdout.isatty()
    try:
        with open_sink(output) as sink, _shower(view, sink, output, quiet, screen) as show:
            for each in _pages(paths, max_size):
                if isinstance(each, Failure):
                    failed += 1
                    say(failure_line(each))
                    continue
                done += 1
                source, mended = each
                counts.update(mended.counts)
                show.page(source, mended)
    except BrokenPipeError:
        raise
    except OSError as error:
        if output is None:
            drop_output()
        where = output or "standard output"
        return fail(f"{where}: cannot be written: {error.strerror or error} (see -o)")
    if not done:
        return NOTHING_READ
    if not quiet and not screen and sys.stderr.isatty():
        say(summary(done, counts))
    return SOME_FAILED if failed else OK


def _pages(paths: Sequence[str], max_size: int) -> Iterator[tuple[Source, Repaired] | Failure]:
    for each in find(paths):
        source = each if isinstance(each, Failure) else read(each, max_size=max_size)
        yield source if isinstance(source, Failure) else (source, repair(source.text))


def summary(pages: int, counts: Counter[str]) -> str:
    """`12 pages; pinyin_gloss 310, traditional 2,204`."""
    found = ", ".join(f"{kind} {count:,}" for kind, count in sorted(counts.items()))
    return f"{pages:,} page{'s' * (pages != 1)}; {found or 'nothing to mend'}"


# ---------------------------------------------------------------------------------- what is shown


class Shower(Protocol):
    """A context manager that takes pages one by one."""

    def __enter__(self) -> Shower: ...

    def page(self, source: Source, mended: Repaired) -> None: ...

    def __exit__(self, *error: object) -> None: ...


def _shower(view: View, sink: Sink, output: str | None, quiet: bool, screen: bool) -> Shower:
    if view == "json":
        return Lines(sink, json_line)
    if view == "explain":
        return Coloured() if screen else Lines(sink, explained_text)
    apart = output is None or not (output.endswith(("/", os.sep)) or os.path.isdir(output))
    return Texts(sink, view, names=apart and not quiet, whole_lines=screen)


class Lines:
    """Pages whose lines say themselves what page they belong to."""

    def __init__(self, sink: Sink, made: Any) -> None:
        self._sink, self._made = sink, made

    def __enter__(self) -> Lines:
        return self

    def page(self, source: Source, mended: Repaired) -> None:
        self._sink.write(source.doc_id, encoded(self._made(source, mended)))

    def __exit__(self, *error: object) -> None:
        return None


class Texts:
    """Texts as they are; where there are several, with a line above each that names it.

    The first waits until it is known whether another one follows.
    """

    def __init__(self, sink: Sink, view: View, *, names: bool, whole_lines: bool) -> None:
        self._sink, self._view = sink, view
        self._names, self._whole_lines = names, whole_lines
        self._waiting: tuple[str, str] | None = None
        self._several = False

    def __enter__(self) -> Texts:
        return self

    def page(self, source: Source, mended: Repaired) -> None:
        text = source.text if self._view == "source" else mended.text
        if not self._names:
            self._write(source.doc_id, text)
            return
        if self._waiting is not None:
            self._several = True
            self._flush()
        self._waiting = source.doc_id, text

    def _flush(self) -> None:
        if self._waiting is None:
            return
        doc_id, text = self._waiting
        self._waiting = None
        self._write(doc_id, f"==> {one_line(doc_id)} <==\n{text}" if self._several else text)

    def _write(self, doc_id: str, text: str) -> None:
        if (self._several or self._whole_lines) and not text.endswith("\n"):
            text += "\n"
        self._sink.write(doc_id, encoded(text))

    def __exit__(self, *error: object) -> None:
        self._flush()


def encoded(text: str) -> bytes:
    """UTF-8; half a pair of UTF-16, which it cannot hold, becomes a mark for a lost character."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode("utf-8")


# ---------------------------------------------------------------------------------- explanations


class Place(NamedTuple):
    """A line and a column, from 1, in code points."""

    line: int
    column: int


class Places:
    """From offsets of a text to places in it."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def __getitem__(self, at: int) -> Place:
        line = bisect_right(self._starts, at)
        return Place(line, at - self._starts[line - 1] + 1)


class Explained(NamedTuple):
    """One repair, or damage that is only reported, for a reader; all strings are of one line."""

    place: Place
    kind: str
    left: str
    before: str
    after: str | None
    right: str
    reason: str


def explain(mended: Repaired) -> Iterator[Explained]:
    """What was mended, and what could not be, in the order of the source."""
    source, places = mended.source, Places(mended.source)
    found = [(each, False) for each in mended.repairs]
    found += ((each, True) for each in mended.reported)
    for each, lost in sorted(found, key=lambda pair: pair[0].start):
        low = max(source.rfind("\n", 0, each.start) + 1, each.start - CONTEXT)
        high = source.find("\n", each.end, each.end + CONTEXT)
        yield Explained(
            places[each.start],
            each.kind,
            one_line(source[low : each.start]),
            one_line(shortened(each.before)),
            None if lost else one_line(shortened(each.after)),
            one_line(source[each.end : high if high >= 0 else each.end + CONTEXT]),
            one_line(reason(each.kinds, each.before, each.after)),
        )


def converted(mended: Repaired) -> Iterator[tuple[str, str]]:
    """(kind, sentence) for what was converted character by character."""
    for kind in CONVERSIONS:
        if kind in mended.counts:
            yield kind, f"{mended.counts[kind]:,} characters ({REASONS[kind]})"


def shortened(text: str) -> str:
    """The ends of a long text."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]}…{text[-LONGEST // 2 :]}"


def one_line(text: str) -> str:
    """The text with all that is no mark on a screen written as an escape: a line break is `\\n`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def explained_text(source: Source, mended: Repaired) -> str:
    """A line each, with what was taken out as `[-…-]` and what was put in as `{+…+}`."""
    name = one_line(source.doc_id)
    lines = [
        f"{name}:{one.place.line}:{one.place.column}: {one.kind}:"
        f" {one.left}{_marked(one)}{one.right}  ({one.reason})\n"
        for one in explain(mended)
    ]
    lines += (f"{name}: {kind}: {sentence}\n" for kind, sentence in converted(mended))
    return "".join(lines)


def _marked(one: Explained) -> str:
    if one.after is None:
        return f"[?{one.before}?]"
    return f"[-{one.before}-]" + (f"{{+{one.after}+}}" if one.after else "")


class Coloured:
    """The same on a terminal: red and struck out what was taken out, green what was put in."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console: Console = Console(
            highlight=False, color_system=None if os.environ.get("NO_COLOR") else "auto"
        )

    def __enter__(self) -> Coloured:
        return self

    def page(self, source: Source, mended: Repaired) -> None:
        from rich.text import Text

        if self._console.color_system is None:
            self._print(Text(explained_text(source, mended).removesuffix("\n")))
            return
        name = one_line(source.doc_id)
        for one in explain(mended):
            text = Text()
            text.append(f"{name}:{one.place.line}:{one.place.column}: ", style="cyan")
            text.append(f"{one.kind}: ", style="bold")
            text.append(one.left)
            text.append(one.before, style="yellow" if one.after is None else "red strike")
            text.append(one.after or "", style="green")
            text.append(one.right)
            text.append(f"  ({one.reason})", style="dim")
            self._print(text)
        for kind, sentence in converted(mended):
            self._print(Text.assemble((f"{name}: ", "cyan"), (f"{kind}: ", "bold"), sentence))

    def _print(self, text: Any) -> None:
        if text:
            self._console.print(text, soft_wrap=True)

    def __exit__(self, *error: object) -> None:
        return None


# ------------------------------------------------------------------------------------------ JSON


def json_line(source: Source, mended: Repaired) -> str:
    """One page as a JSON object in a line."""
    places = Places(mended.source)
    made = {
        "doc_id": source.doc_id,
        "script": mended.script,
        "counts": mended.counts,
        "repairs": [_repair(each, places) for each in mended.repairs],
        "reported": [_repair(each, places) for each in mended.reported],
        "source": mended.source,
        "text": mended.text,
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def _repair(each: Repair, places: Places) -> dict[str, Any]:
    place = places[each.start]
    return {
        "kind": each.kind,
        "start": each.start,
        "end": each.end,
        "text_start": each.text_start,
        "text_end": each.text_end,
        "line": place.line,
        "column": place.column,
        "before": each.before,
        "after": each.after,
        "reason": reason(each.kinds, each.before, each.after),
    }
