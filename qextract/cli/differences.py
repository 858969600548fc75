"""What differs from gold, for people and for pipes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import NamedTuple

from qextract.cli import shown
from qextract.cli.tables import write
from qextract.compare import Error
from qextract.compare.report import brief

STYLES = {"missed": "yellow", "wrong": "magenta", "spurious": "red", "ungrounded": "bold red"}


class Row(NamedTuple):
    """One difference as strings; an empty one is not there."""

    place: str
    error: str
    type: str
    fields: str
    wanted: str
    got: str
    rule: str


def show_errors(errors: Iterable[Error]) -> None:
    """Some lines each on a terminal; in a pipe one each, tab-separated. An empty line ends them."""
    rows = [_row(error) for error in errors]
    if sys.stdout.isatty():
        _draw(rows)
    else:
        for row in rows:
            write("\t".join(row))
    write("")


def _row(error: Error) -> Row:
    cells = (
        f"{error.path}:{error.line}" if error.line else error.path,
        error.error,
        error.type,
        ",".join(error.fields),
        brief(error.type, error.wanted),
        brief(error.type, error.got),
        str((error.got or {}).get("rule") or ""),
    )
    return Row(*(shown(" ".join(cell.split())) for cell in cells))


def _draw(rows: Iterable[Row]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, color_system=None if os.environ.get("NO_COLOR") else "auto")
    for row in rows:
        text = Text.assemble((row.place, "cyan"), "  ", (row.error, STYLES[row.error]))
        text.append(f" {row.type}{': ' * bool(row.fields)}{row.fields}", "bold")
        text.append(f"  {row.rule}" * bool(row.rule), "dim")
        for name in ("wanted", "got"):
            if value := getattr(row, name):
                text.append(f"\n    {name:6}  ", "dim").append(value)
        console.print(text, soft_wrap=True)
