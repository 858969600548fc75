"""Repairs told to a reader: as lines, in colours on a terminal, as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from qextract.lines import Place, Places
from qextract.repairs import Repair, Repaired
from qextract.repairs.reasons import REASONS, reason

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

CONTEXT = 12
"""Characters shown on either side of a repair."""
LONGEST = 60
"""Characters of a replaced stretch that are shown whole."""
CONVERSIONS = ("traditional", "full_width")


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
            yield kind, f"{_characters(mended.counts[kind])}  ({REASONS[kind]})"


def _characters(count: int) -> str:
    return f"{count:,} character{'s' * (count != 1)}"


def shortened(text: str) -> str:
    """The ends of a long text."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]}…{text[-LONGEST // 2 :]}"


def one_line(text: str) -> str:
    """The text with all that is no mark on a screen written as an escape: a line break is `\\n`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def explained_text(doc_id: str, mended: Repaired) -> str:
    """A line each, with what was taken out as `[-…-]` and what was put in as `{+…+}`."""
    name = one_line(doc_id)
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

    def page(self, doc_id: str, mended: Repaired) -> None:
        from rich.text import Text

        if self._console.color_system is None:
            self._print(Text(explained_text(doc_id, mended).removesuffix("\n")))
            return
        name = one_line(doc_id)
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

    def _print(self, text: Text) -> None:
        if text:
            self._console.print(text, soft_wrap=True)

    def __exit__(self, *error: object) -> None:
        return None


def json_line(doc_id: str, mended: Repaired) -> str:
    """One page as a JSON object in a line."""
    places = Places(mended.source)
    made = {
        "doc_id": doc_id,
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
