"""`qextract audit`: what pages say and no record holds."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from qextract import pipeline
from qextract.audits import KINDS, Audit, Left, audit
from qextract.cli import NOTHING_READ, OK, SOME_FAILED, fail, say, unwritten
from qextract.cli.clean import encoded
from qextract.cli.explain import one_line, shortened
from qextract.cli.paths import inputs, read_too
from qextract.cli.report import line
from qextract.document import Source
from qextract.runner import Options, fault
from qextract.sinks import open_sink
from qextract.sources import Failure, Input, Piece, expand, read

if TYPE_CHECKING:
    from rich.console import Console

CONTEXT = 12
"""Characters shown on either side."""


class Asked(NamedTuple):
    """What to show of the audits."""

    kinds: tuple[str, ...] = KINDS
    unexplained: bool = False
    furniture: bool = False
    as_json: bool = False


class Audited(NamedTuple):
    """One page: what was asked of it, and its text."""

    source: Source
    left: list[Left]
    made: Audit


def audit_command(
    paths: Sequence[str], options: Options, asked: Asked, *, output: str | None, quiet: bool
) -> int:
    """Show what was left of all pages under `paths` and give the exit code."""
    if wrong := read_too(paths, output):
        return fail(wrong)
    screen = output is None and not asked.as_json and sys.stdout.isatty()
    show = _coloured() if screen else None
    done = failed = 0
    used: Counter[str] = Counter()
    left: Counter[str] = Counter()
    made = json_line if asked.as_json else plain_text
    try:
        with open_sink(output, ".json" if asked.as_json else ".audit.txt") as sink:
            for each in _pages(paths, options, asked, output):
                if isinstance(each, Failure):
                    failed += 1
                    say(line(each))
                    continue
                done += 1
                used.update(each.made.used)
                left.update(one.kind for one in each.made)
                if show is not None:
                    show(each)
                else:
                    sink.write(each.source.doc_id, encoded(made(each)))
                for warning in () if quiet else each.source.warnings:
                    say(f"{each.source.doc_id}: warning: {warning}")
    except BrokenPipeError:
        raise
    except OSError as error:
        return unwritten(error, output)
    if not done:
        return NOTHING_READ
    if not quiet:
        say(summary(done, asked.kinds, used, left))
    return SOME_FAILED if failed else OK


def _pages(
    paths: Sequence[str], options: Options, asked: Asked, output: str | None
) -> Iterator[Audited | Failure]:
    reading: dict[str, Any] = {
        "max_size": options.max_size,
        "format": options.format,
        "fields": options.fields,
    }
    for found in expand(inputs(paths, output), **reading):
        source = (
            found
            if isinstance(found, Failure)
            else read(found, published=options.published, **reading)
        )
        yield source if isinstance(source, Failure) else _audited(found, source, asked)


def _audited(found: Input | Piece | Failure, source: Source, asked: Asked) -> Audited | Failure:
    try:
        made = audit(pipeline.read(source), asked.kinds, furniture=asked.furniture)
    except Exception as error:  # the run goes on; the line says where to look
        return Failure(found.path, fault(error), getattr(found, "line", None))
    shown = [each for each in made if not (asked.unexplained and each.reason)]
    return Audited(source, shown, made)


def summary(pages: int, kinds: Sequence[str], used: Counter[str], left: Counter[str]) -> str:
    """`12 pages; number 2,310 used, 12 left; date 401 used, 3 left`."""
    told = "; ".join(
        f"{kind} {used[kind]:,} used, {left[kind]:,} left" for kind in KINDS if kind in kinds
    )
    return f"{pages:,} page{'s' * (pages != 1)}; {told}"


def _around(source: str, one: Left) -> tuple[str, str]:
    """What stands before and behind a find in its line, each of one line."""
    low = max(source.rfind("\n", 0, one.start) + 1, one.start - CONTEXT)
    high = source.find("\n", one.end, one.end + CONTEXT)
    high = high if high >= 0 else one.end + CONTEXT
    return one_line(source[low : one.start]), one_line(source[one.end : high])


def plain_text(page: Audited) -> str:
    """A line each, with what was left as `[=…=]`."""
    name, source = one_line(page.source.doc_id), page.source.text
    lines = []
    for one in page.left:
        before, after = _around(source, one)
        why = f"  ({one.reason})" if one.reason else ""
        what = one_line(shortened(one.text))
        lines.append(
            f"{name}:{one.line}:{one.column}: {one.kind}: {before}[={what}=]{after}{why}\n"
        )
    return "".join(lines)


def json_line(page: Audited) -> str:
    """One page as a JSON object in a line."""
    made = {
        "doc_id": page.source.doc_id,
        "counts": {
            kind: {"used": used, "left": left} for kind, (used, left) in page.made.counts.items()
        },
        "left": [_as_json(page.source.text, one) for one in page.left],
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def _as_json(source: str, one: Left) -> dict[str, Any]:
    before, after = _around(source, one)
    return {
        "kind": one.kind,
        "text": one.text,
        "start": one.start,
        "end": one.end,
        "line": one.line,
        "column": one.column,
        "before": before,
        "after": after,
        "reason": one.reason,
    }


def _coloured() -> Callable[[Audited], None] | None:
    """Shows pages on a terminal in colours; `None` where none are wanted."""
    from rich.console import Console
    from rich.text import Text

    console: Console = Console(
        highlight=False, color_system=None if os.environ.get("NO_COLOR") else "auto"
    )
    if console.color_system is None:
        return None

    def show(page: Audited) -> None:
        name, source = one_line(page.source.doc_id), page.source.text
        for one in page.left:
            before, after = _around(source, one)
            text = Text.assemble(
                (f"{name}:{one.line}:{one.column}: ", "cyan"),
                (f"{one.kind}: ", "bold"),
                before,
                (one_line(shortened(one.text)), "yellow" if one.reason else "bold yellow"),
                after,
            )
            if one.reason:
                text.append(f"  ({one.reason})", style="dim")
            console.print(text, soft_wrap=True)

    return show
