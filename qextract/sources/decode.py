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
"""The part of a text that must be usual characters."""
SAMPLE = 2000
LOST = "\ufffd"
ASCII = [chr(code) for code in range(128)]
GOOD_FOR_BROKEN = 10
"""Characters beyond ASCII that must be good for each that is broken."""
CLEARLY = 0.5
"""How much more Chinese the best of the readings is than the next where no detector is asked."""
COMMON = (
    "的一是在了不和有大这主中人上为们地个用工时要动国产以我到他会作来分生对于学下级就年发成部民可出能方进"
    "同行面说种过命度而多子后自社加小机也经力本电高量长党得实家定法化业市区省质新政全展建设理合公文者记日月"
    "县关组织开强提升标准企务管推项目這為個動國產會來對學級發過經實業區質長開關組織務標準項設記縣們進"
)
ENOUGH, COMMONLY = 30, 0.07
"""Of so many ideographs so large a part is `COMMON`; of 30 in a row in news 0.1 to 0.6."""
LATE = 0.1
"""A text without them, a list of names, has so many ideographs of the second half of GB 2312's."""
PIECE, WHOLLY, PARTS = 24, 0.9, 0.25
"""Pieces of a damaged text, how much of one must be usual, and how many of them."""
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
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        made = _guessed(data) or _mended(data, "utf-8") or _best_mended(data)
        if made is None:
            raise UndecodableError(
                f"not UTF-8 (byte {error.start} is wrong), and not GB 18030, Big5 or UTF-16"
                " (convert it to UTF-8, for example with iconv)"
            ) from None
        return made
    # UTF-16 without its mark is UTF-8 now and then
    return ("\0" in text and len(data) > 8 and _guessed(data)) or _checked(text, "utf-8")


def decode_as(data: bytes, encoding: str) -> Decoded:
    """The text in the encoding that the rest of its file has, else as `decode` finds it."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return decode(data)


def _guessed(data: bytes) -> Decoded | None:
    """The text in the candidate that nothing of it is wrong in and that it reads as Chinese in."""
    scores = sorted((chinese(_decoded(data, name)), name) for name in CANDIDATES)
    (second, _), (score, encoding) = scores[-2:]
    if score >= CHINESE_ENOUGH and score - second < CLEARLY and len(data) >= SHORT:
        encoding = _detect(data) or encoding
    elif score < CHINESE_ENOUGH:
        return None
    return _checked(data.decode(encoding), encoding.replace("_", "-"))


def _marked(data: bytes, encoding: str) -> Decoded:
    try:
        return _checked(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        mended = _mended(data, encoding)
        # a byte lost in UTF-16 makes noise of all that stands behind it
        if mended is None or (encoding[-2:] in ("16", "32") and readable(mended.text) < WHOLLY):
            raise UndecodableError(
                f"is marked as {_called(encoding)}, but byte {_place(error, encoding)} is wrong for it"
                " (write it anew, or take the mark off)"
            ) from None
        return mended


def _mended(data: bytes, encoding: str) -> Decoded | None:
    """The text with U+FFFD for what is broken, where that is little of it."""
    try:
        try:
            return _checked(data.decode(encoding), encoding)
        except UnicodeDecodeError as error:
            first = _place(error, encoding)
        text = data.decode(encoding, "replace")
        lost = text.count(LOST)
        # those that were there before
        broken = lost - data.count(LOST.encode()) * encoding.startswith("utf-8")
        if broken * GOOD_FOR_BROKEN > len(text) - lost - sum(map(text.count, ASCII)):
            return None
        what = "1 byte is" if broken == 1 else f"{broken} bytes are"
        warning = f"{what} no {_called(encoding)}, the first at {first} (U+FFFD in the text)"
        return _checked(text, encoding)._replace(warnings=(warning,))
    except UndecodableError:
        return None


def _called(encoding: str) -> str:
    return encoding.removesuffix("-sig").upper()


def _place(error: UnicodeDecodeError, encoding: str) -> int:
    """The first broken byte, from 0."""
    # the codec counts from behind the mark
    return error.start + len(codecs.BOM_UTF8) * encoding.endswith("-sig")


def _best_mended(data: bytes) -> Decoded | None:
    """What reads as Chinese, at least in parts, in one of the candidates and in none of the others.

    A byte that is lost in GB 18030 or Big5 changes all that stands behind it in its line; the
    repairs put that right if they can prove how.
    """
    found = []
    for encoding in CANDIDATES:
        mended = _mended(data, encoding.replace("_", "-"))
        if mended is not None:
            found.append((readable(mended.text), mended))
    found.sort(key=lambda pair: pair[0])
    if not found or found[-1][0] < (WHOLLY if "utf" in found[-1][1].encoding else PARTS):
        return None
    return found[-1][1] if len(found) == 1 or found[-2][0] * 4 <= found[-1][0] else None


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
    from charset_normalizer import from_bytes

    best = from_bytes(
        data, cp_isolation=list(CANDIDATES), enable_fallback=False, preemptive_behaviour=False
    ).best()
    # the detector knows well-formed from garbled, not Chinese from, say, Japanese in another code
    if best is None or chinese(_decoded(data, best.encoding)) < CHINESE_ENOUGH:
        return None
    return best.encoding


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
    ideographs = _known()[1]
    if ideographs.isdisjoint(sample) or len(_strangers().findall(sample)) > len(sample) / 100:
        return 0.0
    late = sum(map(_second_half().__contains__, sample))
    if late < LATE * len(sample) and not _commonly(sample, ENOUGH):
        return 0.0  # Korean or Japanese, read in a Chinese encoding
    return _usual(sample)


def readable(text: str) -> float:
    """The share of `text`, taken in pieces of `PIECE` characters, that is good Chinese."""
    text = "".join(text[: 10 * SAMPLE].replace(LOST, "").split())
    pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
    good = "".join(each for each in pieces if _usual(each) >= WHOLLY)
    return len(good) / len(text) if good and chinese(good) and _commonly(good) else 0.0


def _commonly(sample: str, enough: int = 0) -> bool:
    """Whether the characters that are common in Chinese are so here, if it has `enough` at all."""
    ideographs = _known()[1]
    count = sum(character in ideographs for character in sample)
    return count < enough or sum(map(sample.count, COMMON)) >= count * COMMONLY


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
def _second_half() -> frozenset[str]:
    """The ideographs from the middle of GB 2312's first level; Korean letters lie before it."""
    codes = (bytes((lead, trail)) for lead in range(0xC9, 0xD8) for trail in range(0xA1, 0xFF))
    return frozenset("".join(code.decode("gb2312", "ignore") for code in codes))


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
    found = frozenset(each for each in ideographs if each >= "\u4e00")
    return found | marks | ascii_text | set("\t\r\n\xa0\u3000—…·「」『』﹁﹂︰"), found
