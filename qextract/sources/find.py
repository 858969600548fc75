"""From the paths a person names to the documents that are there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from qextract.sources.common import STDIN, Failure, Input, because
from qextract.sources.formats import GZ, SUFFIXES

SEARCHED = tuple(suffix + packed for suffix in SUFFIXES for packed in ("", GZ))
"""What a folder is searched for. A file that is named itself may have any suffix."""


def find(paths: Sequence[str]) -> Iterator[Input | Failure]:
    """The documents under `paths`, in the order of the arguments.

    A folder is walked in the order of its sorted paths; hidden files and folders (`.git`) are
    passed over and links to folders are not followed. A file that several arguments lead to is
    read once. `doc_id` is the path below the argument, with `/`; where two arguments would give
    the same one to different files, the later file's is put below its argument's name.
    """
    found = _all(paths)
    return _distinct(found) if len(paths) > 1 else (each for _, each in found)


def _all(paths: Iterable[str]) -> Iterator[tuple[str, Input | Failure]]:
    """(name of the argument, what was found under it)."""
    for path in paths:
        if path == STDIN:
            yield STDIN, Input(STDIN, STDIN, named=True)
            continue
        name = os.path.basename(os.path.abspath(path))
        if os.path.isdir(path):
            for each in _folder(path):
                yield name, each
        elif os.path.exists(path):
            yield name, Input(path, _shown(name), named=True)
        elif os.path.islink(path):
            yield name, Failure(path, "is a link to nothing")
        else:
            yield name, Failure(path, "no such file or folder (check the spelling)")


def _folder(path: str) -> Iterator[Input | Failure]:
    empty = True
    for each in _walk(path, ""):
        empty = False
        yield each
    if empty:
        shown = f"{', '.join([*SUFFIXES][:-1])} or {[*SUFFIXES][-1]}"
        yield Failure(path, f"no {shown} file in this folder (name files one by one)")


def _walk(folder: str, below: str) -> Iterator[Input | Failure]:
    """`below` is the path of `folder` under the argument: empty, or ended by `/`."""
    try:
        with os.scandir(folder) as scan:
            # a folder sorts as if its slash were written, so that the whole is sorted by doc_id
            entries = sorted(
                (entry.name + "/" * entry.is_dir(follow_symlinks=False), entry.path)
                for entry in scan
                if not entry.name.startswith(".")
            )
    except OSError as error:
        yield Failure(folder, because(error))
        return
    for name, path in entries:
        if name.endswith("/"):
            yield from _walk(path, below + name)
        elif name.lower().endswith(SEARCHED) and _readable(path):
            yield Input(path, _shown(below + name))


def _readable(path: str) -> bool:
    """Whether to try: a pipe or device that lies in a folder might never end, a lost link fails."""
    return os.path.isfile(path) or not os.path.exists(path)


def _distinct(found: Iterable[tuple[str, Input | Failure]]) -> Iterator[Input | Failure]:
    files: set[str] = set()
    names: set[str] = set()
    for argument, each in found:
        if isinstance(each, Failure):
            yield each
            continue
        file = each.path if each.path == STDIN else os.path.realpath(each.path)
        if file in files:
            continue
        files.add(file)
        name, count = each.doc_id, 1
        while name in names:
            name = f"{_shown(argument)}/{each.doc_id}" + (f"#{count}" if count > 1 else "")
            count += 1
        names.add(name)
        yield each._replace(doc_id=name)


def _shown(name: str) -> str:
    """The name as text that UTF-8 can hold, whatever bytes the file system allows."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
