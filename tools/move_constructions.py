"""Move the rows of docs/constructions.md that hold now out of "Not yet", into the table that they name.

usage: python tools/move_constructions.py [--check]

It also names rows further up that do not hold any more, and changes none of them.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests"))
from test_constructions import (  # type: ignore[import-not-found]  # noqa: E402
    ROW,
    TYPES,
    comes_out,
    rows,
)

PATH = ROOT / "docs" / "constructions.md"


def main() -> int:
    check = "--check" in sys.argv[1:]
    lines = PATH.read_text("utf-8").splitlines()
    failed = moved = 0
    for type_, heading, name, text, wanted, above in rows():
        found = comes_out(type_, text)
        if above and found != wanted:
            failed += 1
            print(f"no more: {type_}: {text}\n  {'<br>'.join(found) or 'nothing'}")
        elif not above and found == wanted:
            moved += 1
            print(f"holds: {type_}: {text}")
            _move(lines, heading, name, text)
    if moved and not check:
        PATH.write_text("\n".join(_without_empty(lines)) + "\n", "utf-8")
    return int(check and bool(failed or moved))


def _move(lines: list[str], heading: str, name: str, text: str) -> None:
    """Take the row out and put it below the last row of the table that its name begins with."""
    at = next(i for i, line in enumerate(lines) if line.startswith(f"| {name} | {text} | "))
    row = lines.pop(at)
    here = lines.index(f"## {heading}")
    if heading in TYPES:
        group, _, construction = name.partition(": ")
        row = row.replace(f"| {name} | ", f"| {construction} | ", 1)
        here = lines.index(f"### {group}", here)
    while not lines[here].startswith("| "):
        here += 1
    while here < len(lines) and lines[here].startswith("|"):
        here += 1
    lines.insert(here, row)


def _without_empty(lines: list[str]) -> list[str]:
    """The page without the headings under "Not yet" that have no row left."""
    kept: list[str] = []
    for i, line in enumerate(lines):
        bare = line.startswith("### ") and not any(
            ROW.fullmatch(row) and not row.startswith("| construction")
            for row in lines[i + 1 : i + 6]
        )
        if bare:
            del lines[i + 1 : i + 5]
            continue
        kept.append(line)
    return kept


if __name__ == "__main__":
    sys.exit(main())
