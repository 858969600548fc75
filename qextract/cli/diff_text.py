"""Differences for people: a coloured table for each rule, or plain lines in a pipe."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

from qextract.cli import shown
from qextract.cli.diff import Asked, purposes
from qextract.cli.tables import gap, show, write
from qextract.compare.changes import Change, Differences
from qextract.compare.difference_reports import BY, rows, shared, where
from qextract.compare.pages import Pages
from qextract.compare.telling import SIGNS, counted, label, number, summed, told, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

COLOURS = {"changed": "yellow", "added": "green", "removed": "red"}
ONLY = {"base": "removed", "new": "added"}


def tell_people(found: Differences, pages: Pages, asked: Asked) -> None:
    """Whole documents first, then the groups, then the counts by type and the sum."""
    screen = _Screen() if sys.stdout.isatty() else _Lines()
    for side, kind in ONLY.items():
        if documents := whole(found, side):
            name = found.base.name if side == "base" else found.new.name
            screen.head(f"only in {name}", "", number(len(documents), "document"))
            for doc_id, each in documents:
                screen.line(kind, f"{doc_id}: {number(each.different, 'record')}")
            screen.end()
    known = purposes(found) if asked.by == "rule" else {}
    for group, changes in groupby(shared(found, asked.by), BY[asked.by]):
        tally = found.rules[group] if asked.by == "rule" else found.documents[group]
        about = known.get(group, "")
        if asked.by == "document" and found.documents[group].another_page:
            about = "the page is another one"
        screen.head(group, about, counted(tally))
        screen.changes(changes, pages, asked.by)
        screen.end()
    if found:
        head = ("type", "same", *SIGNS)
        tallies = [*found.types.items(), ("all", found.total)]
        show(head, [[name, *(f"{n:,}" for n in asdict(t).values())] for name, t in tallies])
        gap()
    if found or not asked.quiet:
        write(summed(found))


class _Lines:
    """Plain text: a line for each change."""

    def head(self, name: str, about: str, counts: str) -> None:
        write(shown(f"{name} ({counts}){f': {about}' * bool(about)}"))

    def line(self, kind: str, text: str) -> None:
        write(shown(f"{SIGNS[kind]} {text}"))  # type: ignore[index]

    def changes(self, changes: Iterable[Change], pages: Pages, by: str) -> None:
        for change in changes:
            text = f"{where(change, pages)}: {change.type} {label(change.record)}"
            if change.fields:
                text += f": {told(change)}"
            self.line(change.kind, text + f" ({change.rule})" * (by == "document"))

    def end(self) -> None:
        write("")


class _Screen:
    """The same as tables in colours, unless NO_COLOR is set."""

    def __init__(self) -> None:
        from rich.console import Console

        colours = None if os.environ.get("NO_COLOR") else "auto"
        self._console: Console = Console(highlight=False, color_system=colours)  # type: ignore[arg-type]

    def head(self, name: str, about: str, counts: str) -> None:
        from rich.text import Text

        text = Text.assemble((shown(name), "bold cyan"), f"  {counts}")
        self._console.print(text.append(f"  {about}", "dim"), soft_wrap=True)

    def line(self, kind: str, text: str) -> None:
        from rich.text import Text

        sign = SIGNS[kind]  # type: ignore[index]
        self._console.print(Text(shown(f"{sign} {text}"), COLOURS[kind]), soft_wrap=True)

    def changes(self, changes: Iterable[Change], pages: Pages, by: str) -> None:
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        made = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for name in ("", "where", "record", "field", "base", "new"):
            made.add_column(name, overflow="fold", no_wrap=name == "")
        for change in changes:
            colour = COLOURS[change.kind]
            what = f"{change.rule} " * (by == "document") + change.type
            if change.kind == "changed":
                what += f" {label(change.record)}"
            first = (SIGNS[change.kind], where(change, pages), what)
            for field, old, new in rows(change):
                sign, *rest = (shown(each) for each in first)
                made.add_row(
                    Text(sign, colour),
                    *map(Text, rest),
                    Text(field),
                    Text(shown(old), "red"),
                    Text(shown(new), "green"),
                )
                first = ("", "", "")
        self._console.print(made)

    def end(self) -> None:
        self._console.print()
