"""`qextract schema`: the shape of the records."""

from __future__ import annotations

import sys

from qextract.cli import fail
from qextract.cli.options import nearest
from qextract.records.schema import schemas

SUFFIX = ".schema.json"


def schema_command(name: str, *, as_markdown: bool = False) -> int:
    """Print the schema of a type, or its fields as Markdown, and give the exit code."""
    made = {file.removesuffix(SUFFIX): text for file, text in schemas().items()}
    if name not in made:
        return fail(f"there is no type {name!r}{nearest(name, made)} (there are {', '.join(made)})")
    text = made[name]
    if as_markdown:
        from qextract.records.reference import markdown

        text = markdown(name)
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
    return 0
