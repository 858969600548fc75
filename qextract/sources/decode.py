"""From bytes to text: a byte order mark, else UTF-8, else what the bytes read as Chinese in.

`data.decode(encoding, "replace")` with the encoding that is reported always gives the text that is
returned; where nothing is broken that is `data.decode(encoding)`.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import regex

MARKS = (
    # the longer first: the mark of UTF-32 LE begins with that of UTF-16 LE
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CANDIDATES = ("gb18030", "big5hkscs", "utf_16_le", "utf_16_be")
SHORT = 64
"""Bytes below which the detector often takes one encoding for another."""
CHINESE_ENOUGH = 0.8
SAMPLE = 2000
LOST = "\ufffd"
ASCII = [chr(code) for code in range(128)]
GOOD_FOR_BROKEN = 10
"""Characters beyond ASCII that must be good for each that is broken."""
CLEARLY = 0.1
"""How much more Chinese the better of two readings must be where something is broken."""
CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")


class UndecodableError(ValueError):
    """The bytes are no text in an encoding that Chinese pages come in."""


class Decoded(NamedTuple):
    """A text, the codec's name, and what was broken."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of a page. Raises `UndecodableError`, with a reason for a reader.

    A few broken bytes in a text that otherwise reads well become U+FFFD, with a warning.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    try:
        return _checked(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        found = _detect(data) or _score(data)
        if found is not None:
            return _checked(data.decode(found), found.replace("_", "-"))
        mended = _mended(data, "utf-8") or _best_mended(data)
        if mended is None:
            raise UndecodableError(
                f"not UTF-8 (byte {error.start} is wrong), and not GB 18030, Big5 or UTF-16"
                " (convert it to UTF-8, for example with iconv)"
            ) from None
        return mended


def _marked(data: bytes, encoding: str) -> Decoded:
    try:
        return _checked(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        mended = _mended(data, encoding)
        if mended is None:
            raise UndecodableError(
                f"is marked as {encoding.removesuffix('-sig').upper()},"
                f" but byte {error.start} is wrong for it (write it anew, or take the mark off)"
            ) from None
        return mended


def _mended(data: bytes, encoding: str) -> Decoded | None:
    """The text with U+FFFD for what is broken, where that is little of it."""
    text = data.decode(encoding, "replace")
    marks = text.count(LOST)
    before = data.count(LOST.encode("utf-8")) if encoding.startswith("utf-8") else 0
    broken = marks - before
    good = len(text) - marks - sum(map(text.count, ASCII))
    if broken * GOOD_FOR_BROKEN > good:
        return None
    try:
        first = data.decode(encoding) and 0
    except UnicodeDecodeError as error:
        first = error.start
    what = "byte is" if broken == 1 else "bytes are"
    warning = f"{broken} {what} no {encoding.removesuffix('-sig').upper()}, the first at {first}"
    try:
        return _checked(text, encoding)._replace(warnings=(f"{warning} (U+FFFD in the text)",))
    except UndecodableError:
        return None


def _best_mended(data: bytes) -> Decoded | None:
    """What reads as Chinese in one of the legacy encodings, and clearly less so in the other."""
    found = []
    for encoding in ("gb18030", "big5hkscs"):
        mended = _mended(data, encoding)
        if mended is not None:
            found.append((chinese(mended.text.replace(LOST, "")), mended))
    found.sort(key=lambda pair: pair[0])
    if not found or found[-1][0] < CHINESE_ENOUGH:
        return None
    if len(found) > 1 and found[-2][0] > found[-1][0] - CLEARLY:
        return None
    return found[-1][1]


def _checked(text: str, encoding: str) -> Decoded:
    """Refuses what decodes and is no text all the same."""
    if "\0" in text:
        raise UndecodableError(f"a binary file, not text (NUL at character {text.index(chr(0))})")
    sample = text[:SAMPLE]
    if len(CONTROL.findall(sample)) * 20 > len(sample):
        raise UndecodableError("a binary file, not text (full of control characters)")
    if encoding in ("utf-16", "utf-32") and sample and _usual(sample) < 0.5:
        raise UndecodableError(f"marked as {encoding.upper()}, but reads as no language")
    return Decoded(text, encoding)


def _detect(data: bytes) -> str | None:
    if len(data) < SHORT:
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(
        data, cp_isolation=list(CANDIDATES), enable_fallback=False, preemptive_behaviour=False
    ).best()
    # the detector knows well-formed from garbled, not Chinese from, say, Japanese in another code
    if best is None or chinese(_decoded(data, best.encoding)) < CHINESE_ENOUGH:
        return None
    return best.encoding


def _score(data: bytes) -> str | None:
    """The candidate that reads most like Chinese: for texts too short for the detector."""
    scores = [(chinese(_decoded(data, name)), name) for name in CANDIDATES]
    score, encoding = max(scores, key=lambda pair: pair[0])
    return encoding if score >= CHINESE_ENOUGH else None


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def chinese(text: str) -> float:
    """The share of `text` that a Chinese page is made of, 0 for one without a Chinese character.

    Looks at the first `SAMPLE` characters.
    """
    sample = text[:SAMPLE]
    if _known()[1].isdisjoint(sample) or len(_strangers().findall(sample)) > len(sample) / 100:
        return 0.0
    return _usual(sample)


@cache
def _strangers() -> regex.Pattern[str]:
    """Code points that no page holds: unassigned, private, halves of a pair.

    GB 18030 decodes nearly any bytes, but what was never written in it comes out full of these.
    """
    import regex

    return regex.compile(r"[\p{Cn}\p{Co}\p{Cs}]")


def _usual(sample: str) -> float:
    known = _known()[0]
    return sum(character in known for character in sample) / len(sample)


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """(all that is usual, the usual ideographs): the first levels of GB 2312 and of Big5."""
    trails = bytes(range(0xA1, 0xFF))
    ideographs = {
        bytes((lead, trail)).decode("gb2312", "ignore")
        for lead in range(0xB0, 0xD8)
        for trail in trails
    } | {
        bytes((lead, trail)).decode("big5", "ignore")
        for lead in range(0xA4, 0xC7)
        for trail in (*range(0x40, 0x7F), *trails)
    }
    marks = {
        bytes((lead, trail)).decode("gb2312", "ignore") for lead in (0xA1, 0xA3) for trail in trails
    }
    ascii_text = {chr(code) for code in range(0x20, 0x7F)}
    found = frozenset(ideographs - {""})
    return found | marks | ascii_text | set("\t\r\n\xa0\u3000—…·「」『』﹁﹂︰"), found
