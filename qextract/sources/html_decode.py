"""From the bytes of an HTML page to its text."""

from __future__ import annotations

import codecs
import re

from qextract.sources.decode import MARKS, Decoded, UndecodableError, chinese, decode

_DECLARED = re.compile(
    rb"<meta\b[^>]{0,200}?charset\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_:.-]{2,40})"
    rb"|<\?xml\b[^>]{0,100}?encoding=[\"']([A-Za-z0-9_:.-]{2,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 20_000
_CHINESE = {
    # pages that say GB 2312 hold characters of its successors
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "big5hkscs", "x-x-big5", "cp950"), "big5hkscs"),
}
_CHINESE_ENOUGH = 0.8
_CLEARLY_BETTER = 0.02
_MARKUP = re.compile(
    rb"<(?:script|style)\b[^<]*+(?>(?:<(?!/(?:script|style))[^<]*+)*)|<[^>]*>|[\x00-\x20]++",
    re.IGNORECASE,
)
_SAMPLE = 400_000
_HEAD = 1000
_WRONG_ENOUGH = 0.01


def decode_html(data: bytes) -> Decoded:
    """The text of a page.

    A byte order mark, else strict UTF-8, else what the page declares if its bytes read as Chinese
    so, else what `decode` makes of them, else what the page declares with its wrong bytes
    replaced, and a warning. Raises `UndecodableError`.
    """
    if data.startswith(tuple(mark for mark, _ in MARKS)):
        return decode(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        # ASCII in UTF-16 is UTF-8, too
        return decode(data) if "\0" in text[:_HEAD] else Decoded(text, "utf-8")
    declared = declared_encoding(data)
    visible = _MARKUP.sub(b"", data[:_SAMPLE]) if b"\0" not in data[:_HEAD] else data
    if declared in _CHINESE.values() and _reads_as(declared, data, visible):
        return Decoded(data.decode(declared), declared, ())
    try:
        found = decode(visible).encoding
        return Decoded(data.decode(found), found, ())
    except (UndecodableError, UnicodeDecodeError):
        return _with_wrong_bytes(data, declared)


def declared_encoding(data: bytes) -> str:
    """The codec that the page's own markup names, empty where it names none that is known."""
    m = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if m is None:
        return ""
    name = (m[1] or m[2]).decode("ascii").lower()
    try:
        found = codecs.lookup(_CHINESE.get(name, name))
    except LookupError:
        return ""
    # codecs.lookup also knows rot13 and zip
    return found.name if found._is_text_encoding else ""


def _reads_as(encoding: str, data: bytes, visible: bytes) -> bool:
    """Whether the page is Chinese in `encoding`, and not more so in its rival."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    rival = "big5hkscs" if encoding == "gb18030" else "gb18030"
    score = chinese(visible.decode(encoding, "ignore"))
    other = chinese(visible.decode(rival, "ignore"))
    return score >= _CHINESE_ENOUGH and other < score + _CLEARLY_BETTER


def _with_wrong_bytes(data: bytes, declared: str) -> Decoded:
    """A page of which a few bytes are lost or wrong."""
    for encoding in dict.fromkeys((declared or "utf-8", "utf-8", "gb18030", "big5hkscs")):
        try:
            text = data.decode(encoding, "replace")
        except (UnicodeError, LookupError):  # a codec may know no replacement
            continue
        wrong = text.count("�")
        if wrong <= 1 + len(text) * _WRONG_ENOUGH and (
            encoding == declared or chinese(_bare(text))
        ):
            warning = f"{wrong} characters are lost: their bytes are no {encoding.upper()}"
            return Decoded(text, encoding, (warning,) if wrong else ())
    raise UndecodableError(
        "not UTF-8, not what the page says it is, and not GB 18030, Big5 or UTF-16"
        " (convert it to UTF-8, for example with iconv)"
    )


def _bare(text: str) -> str:
    return re.sub(r"<[^>]*>|\s+|�", "", text[:_SAMPLE])
