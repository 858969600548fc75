"""The paths that a command reads, beside the one that it writes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from qextract.sources import Failure, Input, find


def inputs(paths: Sequence[str], *outputs: str | None) -> Iterator[Input | Failure]:
    """What is found, but for the output of an earlier run that lies among the pages."""
    own = {os.path.realpath(path) for path in outputs if path is not None and os.path.isfile(path)}
    if not own:
        return find(paths)
    return (
        each
        for each in find(paths)
        if isinstance(each, Failure) or os.path.realpath(each.path) not in own
    )


def read_too(paths: Sequence[str], output: str | None) -> str | None:
    """What is wrong where one of `paths` is the very file to be written."""
    if output is None or not os.path.isfile(output):
        return None
    for page in paths:
        if os.path.isfile(page) and os.path.samefile(page, output):
            return f"{output}: is a page to be read, {page} (give another name with -o)"
    return None
