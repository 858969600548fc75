"""`qextract validate`: faults of records, a line each."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Sequence

from qextract.cli import DIFFERENT, NOTHING_READ, OK, SOME_FAILED, drop_output, fail, say, shown
from qextract.cli.tables import write
from qextract.compare.faults import Fault
from qextract.compare.validation import Validation
from qextract.sources import STDIN, Failure


def validate_command(
    made: Validation, sources: Sequence[str], *, as_json: bool, quiet: bool
) -> int:
    """Print what `made` finds and give the exit code."""
    gc.enable()
    for path in sources:
        if path != STDIN and not os.path.exists(path):
            return fail(f"--sources {path}: no such file or folder (check the spelling)")
    show = json_line if as_json else _coloured() or plain_line
    heard = True
    for each in made:
        if isinstance(each, Failure):
            say(failure_line(each))
        elif heard:
            try:
                show(each)
            except BrokenPipeError:  # the reader has had enough, but the verdict stands
                drop_output()
                heard = False
    sys.stdout.flush()
    if not made.faults and not made.records:
        return NOTHING_READ
    if not quiet:
        say(summary(made))
    return DIFFERENT if made.faults else SOME_FAILED if made.failures else OK


def failure_line(failure: Failure) -> str:
    """`records.jsonl: no record in it`."""
    name = "standard input" if failure.path == STDIN else failure.path
    place = f":{failure.line}" if failure.line else ""
    return f"{name}{place}: {failure.reason}"


def plain_line(fault: Fault) -> None:
    """FILE:LINE: DOC_ID/ID: FIELD: REASON."""
    write(shown(str(fault)))


def json_line(fault: Fault) -> None:
    """The fault as a JSON object."""
    write(json.dumps(fault._asdict(), ensure_ascii=False, separators=(",", ":")))


def summary(made: Validation) -> str:
    """`111 records of 5 documents in 1 file; nothing is wrong`."""
    counts = ((made.records, "record"), (made.documents, "document"), (made.files, "file"))
    records, documents, files = (f"{count:,} {name}{'s' * (count != 1)}" for count, name in counts)
    faults = f"{made.faults:,} fault{'s' * (made.faults != 1)}" if made.faults else "nothing"
    verb = "is wrong" if not made.faults else ""
    return f"{records} of {documents} in {files}; {faults} {verb}".rstrip()


def _coloured() -> Callable[[Fault], None] | None:
    """Shows faults on a terminal in colours; `None` where none are wanted."""
    if not sys.stdout.isatty():
        return None
    from rich.console import Console
    from rich.text import Text

    console: Console = Console(
        highlight=False, color_system=None if os.environ.get("NO_COLOR") else "auto"
    )
    if console.color_system is None:
        return None

    def show(fault: Fault) -> None:
        place, _, rest = shown(str(fault)).partition(": ")
        reason = shown(fault.reason)
        text = Text.assemble((f"{place}: ", "cyan"), rest.removesuffix(reason), (reason, "yellow"))
        console.print(text, soft_wrap=True)

    return show
