"""Tables: drawn on a terminal, aligned by spaces in a pipe."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence

from qextract.cli import shown

WIDE = ("W", "F")
GAP = "  "


def show(header: Sequence[str], rows: Iterable[Sequence[str]], *, left: int = 1) -> None:
    """Print a table to standard output. The first `left` columns are words, the others numbers."""
    if sys.stdout.isatty():
        _draw(header, rows, left)
    else:
        _align([header, *([shown(cell) for cell in row] for row in rows)], left)


def _draw(header: Sequence[str], rows: Iterable[Sequence[str]], left: int) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(box=SIMPLE_HEAD, pad_edge=False)
    for at, name in enumerate(header):
        made.add_column(name, justify="left" if at < left else "right", no_wrap=at >= left)
    for row in rows:
        made.add_row(*(Text(shown(cell)) for cell in row))
    Console(highlight=False).print(made)


def _align(rows: Sequence[Sequence[str]], left: int) -> None:
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell + pad if at < left else pad + cell
            for at, cell in enumerate(row)
            for pad in (" " * (widths[at] - width(cell)),)
        ]
        write(GAP.join(cells).rstrip())


def gap() -> None:
    """An empty line between tables, which drawn ones have about them."""
    if not sys.stdout.isatty():
        write("")


def width(text: str) -> int:
    """The columns that a text takes on a screen: Chinese characters take two."""
    return len(text) + sum(unicodedata.east_asian_width(c) in WIDE for c in text)


def write(line: str) -> None:
    """A line on standard output, which is UTF-8 whatever the locale says."""
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
