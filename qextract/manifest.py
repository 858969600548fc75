"""The manifest of a run: what made the records, kept apart from them.

It holds no time, no machine and no number of workers: the same pages, options and rules give the
same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any

from qextract._version import SCHEMA_VERSION, __version__
from qextract.sources.common import Failure, because

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from qextract.pipeline import Extracted
    from qextract.runner import Options

MANIFEST_VERSION = 1
TYPES = ("article", "event", "official", "policy", "metric")
SUFFIX = ".manifest.json"
RECORDS = re.compile(r"\.(?:jsonl|ndjson)(?:\.gz)?\Z")

DECIDING = ("document.py", "mentions.py", "pipeline.py", "rules.py")
"""Modules, and below folders, of which records are made."""
FOLDERS = ("sources", "repairs", "layout", "lexical", "lexicon", "extractors", "records")
IN_MEMORY = 1_000_000


def beside(path: str) -> str:
    """Where the manifest of a file of records lies: `records.manifest.json`."""
    return RECORDS.sub("", path.rstrip("/")) + SUFFIX


def rule_set() -> str:
    """A hash over all that decides which records a page has: rules, patterns, word lists, and the
    code around them. It is the same on every machine."""
    package = files(__package__)
    digest = hashlib.sha256()
    for name in (*DECIDING, *FOLDERS):
        for path, each in _sources(package / name, name):
            text = each.read_bytes().replace(b"\r\n", b"\n")
            digest.update(f"{path}\0{len(text)}\0".encode())
            digest.update(text)
    return digest.hexdigest()


def _sources(each: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    if each.is_dir():
        for below in sorted(each.iterdir(), key=lambda entry: entry.name):
            yield from _sources(below, f"{path}/{below.name}")
    elif path.endswith((".py", ".txt")):
        yield path, each


def options_told(options: Options) -> dict[str, Any]:
    """The options that decide which records there are, as JSON values."""
    fields = {f"{name}_field": value for name, value in options.fields._asdict().items()}
    return {
        "types": None if options.types is None else sorted(options.types),
        "published": options.published.isoformat() if options.published else None,
        "format": options.format,
        "max_size": options.max_size,
        **fields,
    }


def _spool() -> IO[bytes]:
    return SpooledTemporaryFile(IN_MEMORY)


@dataclass(slots=True)
class Maker:
    """Makes a manifest while a run goes on. Input hashes are kept in a file once they are many."""

    options: Options
    documents: int = 0
    records: Counter[str] = field(default_factory=Counter)
    repairs: Counter[str] = field(default_factory=Counter)
    _inputs: IO[bytes] = field(default_factory=_spool)
    _digest: Any = field(default_factory=hashlib.sha256)

    def add(self, doc_id: str, extracted: Extracted) -> None:
        """Take one document."""
        entry = f"{json.dumps(doc_id, ensure_ascii=False)}: {json.dumps(extracted.sha256)}"
        comma = b",\n    " if self.documents else b"\n    "
        self._inputs.write(comma + entry.encode("utf-8", "replace"))
        self._digest.update(extracted.lines)
        self.documents += 1
        self.records.update(extracted.counts)
        self.repairs.update(extracted.repairs)

    def told(self, failures: int = 0) -> dict[str, Any]:
        """The manifest but for its inputs. failures: pages that could not be read."""
        return {
            "manifest_version": MANIFEST_VERSION,
            "qextract": __version__,
            "schema_version": SCHEMA_VERSION,
            "rules": rule_set(),
            "options": options_told(self.options),
            "counts": {
                "documents": self.documents,
                "failures": failures,
                "records": {name: self.records[name] for name in TYPES},
                "repairs": dict(sorted(self.repairs.items())),
            },
            "records_sha256": self._digest.hexdigest(),
        }

    def pieces(self, failures: int = 0) -> Iterator[bytes]:
        """The manifest as JSON, with a line for each input at the end."""
        head = json.dumps(self.told(failures), ensure_ascii=False, indent=2)
        yield head.removesuffix("\n}").encode("utf-8") + b',\n  "inputs": {'
        self._inputs.seek(0)
        while piece := self._inputs.read(1 << 16):
            yield piece
        yield b"\n  }\n}\n"


def read_manifest(path: str) -> dict[str, Any] | Failure:
    """A manifest, or why it is none."""
    try:
        with open(path, "rb") as file:
            made = json.load(file)
    except OSError as error:
        return Failure(path, because(error))
    except ValueError as error:
        return Failure(path, f"not a manifest: not JSON ({error})")
    except RecursionError:
        return Failure(path, "not a manifest (nested without end)")
    if not isinstance(made, dict) or not isinstance(version := made.get("manifest_version"), int):
        return Failure(path, 'not a manifest: it has no "manifest_version"')
    if version > MANIFEST_VERSION:
        return Failure(path, f"manifest_version {version} is newer than {MANIFEST_VERSION}")
    if not isinstance(made.get("options"), dict) or not isinstance(made.get("counts"), dict):
        return Failure(path, 'not a manifest: it has no "options" or no "counts"')
    return made


def manifest_of(records: str) -> dict[str, Any] | Failure | None:
    """The manifest that lies beside a file of records; `None` where none does."""
    path = beside(records)
    return read_manifest(path) if os.path.isfile(path) else None


def other_options(base: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Option -> its two values, for those options of two manifests that differ."""
    before, after = base["options"], new["options"]
    return {
        name: (before.get(name), after.get(name))
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    }
