"""`qextract schema`: the shape of the records."""

from __future__ import annotations

import sys

from qextract.cli import fail
from qextract.cli.options import nearest
from qextract.records.schema import schemas

SUFFIX = ".schema.json"


def schema_command(name: str) -> int:
    made = {file.removesuffix(SUFFIX): text for file, text in schemas().items()}
    if name not in made:
        return fail(f"there is no type {name!r}{nearest(name, made)} (there are {', '.join(made)})")
    sys.stdout.buffer.write(made[name].encode("utf-8"))
    sys.stdout.buffer.flush()
    return 0
