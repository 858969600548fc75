"""File names for documents: an id may be an address, or whatever stands in a database."""

from __future__ import annotations

import hashlib
import re

PART = 200
"""Bytes of UTF-8 that one name may have; file systems allow 255 with what stands behind it."""
WHOLE = 1000
"""Bytes of a path."""

ODD = re.compile(
    r"[\x00-\x1f\x7f\\\ud800-\udfff]"  # no file system likes them
    r"|%(?=[0-9A-Fa-f]{2})"  # or two ids would have one name
    r"|(?:(?<=/)|\A)/|/\Z"  # a name of nothing
    r"|(?:(?<=/)|\A)\.\.?(?=/|\Z)"  # this folder, and the one above
)


def file_name(doc_id: str, suffix: str) -> list[str]:
    """The folders and the file for a document: of the `doc_id` what stands between its slashes.

    Different ids have different names, and none leads out of the folder: `%2F` stands for a slash
    that would do so, as in an address; what is too long is cut and ends in a checksum.
    """
    *folders, name = ODD.sub(lambda found: _quoted(found[0]), doc_id).split("/")
    # a folder named like a document's file would be in its way
    folders = [f"{f[: -len(suffix)]}%2E{suffix[1:]}" if f.endswith(suffix) else f for f in folders]
    name = name if suffix != ".jsonl" and name.endswith(suffix) else name + suffix
    parts = [*map(_short, folders), _short(name.removesuffix(suffix)) + suffix]
    if len("/".join(parts).encode()) > WHOLE:
        parts = [_short(doc_id.replace("/", "%2F"), always=True) + suffix]
    return parts


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


def _short(name: str, *, always: bool = False) -> str:
    data = name.encode("utf-8")
    if len(data) <= PART and not always:
        return name
    digest = hashlib.blake2b(data, digest_size=8).hexdigest()
    return f"{data[: PART - 20].decode('utf-8', 'ignore')}~{digest}"
