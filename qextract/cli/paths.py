"""The paths that a command reads, beside the one that it writes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from qextract.sources import Failure, Input, find


def inputs(paths: Sequence[str], output: str | None) -> Iterator[Input | Failure]:
    """What is found, but for the output of an earlier run that lies among the pages."""
    if output is None or not os.path.isfile(output):
        return find(paths)
    own = os.path.realpath(output)
    return (
        each
        for each in find(paths)
        if isinstance(each, Failure) or os.path.realpath(each.path) != own
    )


def read_too(paths: Sequence[str], output: str | None) -> str | None:
    """What is wrong where one of `paths` is the very file to be written."""
    if output is None or not os.path.isfile(output):
        return None
    for page in paths:
        if os.path.isfile(page) and os.path.samefile(page, output):
            return f"{output}: is a page to be read, {page} (give another name with -o)"
    return None
