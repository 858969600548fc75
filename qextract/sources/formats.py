"""What a file is: by its suffix, or by how it begins."""

from __future__ import annotations

import re
from functools import cache

FORMATS = ("auto", "txt", "html", "jsonl", "json", "csv", "tsv", "warc")
"""What `--format` may say; `json` is an array of objects, or one object."""
SINGLE = frozenset(("txt", "html"))
"""The formats of files that hold one document."""
ROWS = frozenset(("jsonl", "json", "csv", "tsv", "warc"))
"""The formats of files that hold many documents."""
SUFFIXES = {
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".warc": "warc",
}
GZ = ".gz"
GZ_MARK = b"\x1f\x8b"
HEAD = 65_536
"""Bytes from the beginning of a file that are looked at to tell what it is."""

MARKUP = (
    rb"(?i:\s*+(?>(?:<!--(?:(?!-->).){0,2000}-->\s*+|<\?xml[^>]{0,200}>\s*+)*)"
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|script|style|link|div|p|h[1-6]|article"
    rb"|section|main|table|center|br)(?=[\s/>])))"
)
"""How an HTML page or a fragment of one begins."""
TAGS = (
    r"(?i)</?(?:p|div|span|br|table|tr|td|ul|ol|li|h[1-6]|strong|section|article|a|img|em|b)"
    r"(?:\s[^<>]{0,500})?/?>"
)
"""Tags that text of a database holds where somebody kept the page's markup."""


def by_suffix(path: str) -> str | None:
    """The format that the name promises, without its `.gz`; `None` for an unknown suffix."""
    name = path.lower().removesuffix(GZ)
    dot = name.rfind(".")
    return SUFFIXES.get(name[dot:]) if dot >= 0 else None


def is_single(path: str, format_: str = "auto") -> bool:
    """Whether the file is one document by its name, so that nobody has to look into it."""
    return (by_suffix(path) if format_ == "auto" else format_) in SINGLE


def by_content(head: bytes) -> str:
    """`jsonl`, `json`, `warc`, or `page` for what is one document."""
    if head.startswith(b"WARC/"):
        return "warc"
    first, newline, _ = _plain(head).lstrip().partition(b"\n")
    if re.match(rb'\{\s*+"', first) and (first.rstrip().endswith(b"}") or not newline):
        return "jsonl"
    return "json" if re.match(rb'\[?+\s*+(?:\{\s*+(?:"|\Z)|\Z)', first) and first else "page"


def is_html(data: bytes) -> bool:
    """Whether the bytes, in any encoding, begin as HTML does."""
    return _markup().match(_plain(data[:4096])) is not None


def has_tags(text: str) -> bool:
    """Whether a row's text is marked up: it begins with a tag, or has some."""
    if "<" not in text:
        return False
    if _markup().match(text[:4096].encode("utf-8", "replace")):
        return True
    found = _tags().finditer(text, 0, 20_000)
    return sum(1 for _, _ in zip(found, range(2), strict=False)) == 2


def is_array(head: bytes) -> bool:
    """Whether JSON is one array rather than a value a line."""
    return _plain(head).lstrip().startswith(b"[")


def is_output(head: bytes) -> bool:
    """Whether JSON Lines are what this program writes: records, or repairs."""
    return head.startswith(b'{"schema_version":"') or (
        head.startswith(b'{"doc_id":"') and b'","script":"' in head and b'"repairs":[' in head
    )


def _plain(head: bytes) -> bytes:
    """The bytes in an encoding that ASCII is part of: what is UTF-16 is written as UTF-8."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "ignore").encode("utf-8", "replace")
    if b"\0" in head[:4]:
        encoding = "utf-16-be" if head[:1] == b"\0" else "utf-16-le"
        return head.decode(encoding, "ignore").encode("utf-8", "replace")
    return head.removeprefix(b"\xef\xbb\xbf")


@cache
def _markup() -> re.Pattern[bytes]:
    return re.compile(MARKUP, re.DOTALL)


@cache
def _tags() -> re.Pattern[str]:
    return re.compile(TAGS)
