"""Readers of text that was read with the wrong encoding: a stretch to its characters.

A reader takes a stretch and gives back the pieces that it reads, none where it cannot. Where all
bytes are there and fit nothing is searched; else the likeliest way through them is (`misread.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from qextract.repairs.gbk import unpair
from qextract.repairs.likely import cost
from qextract.repairs.misread import (
    REPLACEMENT,
    UNKNOWN,
    Piece,
    Units,
    decode,
    strict,
    utf8_units,
)

# of the characters that come out; what is read with more holes proves nothing
MOST_LOST, MOST_LOST_UTF8 = 0.15, 0.4
# bits: a letter taken for two bytes, a byte without its pair
WIDE, BROKEN = 8, 30
# of the bytes beyond ASCII, what of UTF-8 fits even where much is lost; read twice over
LEAST_UTF8 = 0.12, 0.5
ASCII = bytes(range(0x80))
UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # where Windows has nothing
CONTROLS = tuple(range(0x80, 0xA0))


# of a stretch: its pieces. By the flag it is a sample: all bytes must fit but those at its end,
# and nothing is searched
Reader = Callable[[str, bool], list[Piece]]
Range = tuple[int, int]


class Path(NamedTuple):
    """A way to read a stretch up to some place: bits, last character, pieces, the last one first."""

    bits: int
    last: str
    pieces: tuple[Piece, Path] | None


@cache
def _signs(codec: str) -> dict[str, int]:
    """The characters of an encoding of one byte, beside ASCII and what Latin 1 has as well."""
    made = {}
    for code in range(0x80, 0x100):
        sign = bytes((code,)).decode(codec, "ignore")
        if sign:
            made[sign] = code
    if codec == "cp1252":
        made |= {chr(code): code for code in range(0x80, 0x100)}
    return made


def latin(read: str, codec: str, units: Callable[[Sequence[int]], Units], level: int = 1) -> Reader:
    """Text of an encoding (`codec`) read as Latin 1 or its kin (`read`).

    level: so many times, each time but the first one of its UTF-8. units: for the bytes, some of
    which may be lost.
    """

    def reader(text: str, strictly: bool) -> list[Piece]:
        found = _strict(text, read, codec, level, cut=strictly)
        if found or strictly or (codec == "utf-8" and _other(text, read, level)):
            return found
        signs = _signs(read)
        place = _places(text)
        for _ in range(level - 1):
            text, place = _unwrapped(text, place, signs)
        raw: list[int] = []
        for character in text:
            code = ord(character)
            byte = code if code < 0x80 else signs.get(character, UNKNOWN)
            if character == "?" and _halfway(raw):
                byte = UNKNOWN
            if byte == UNKNOWN and character not in "?\ufffd":
                return []
            raw.append(byte)
        return _whole(decode(raw, place, units(raw), utf8=codec == "utf-8"), codec)

    return reader


def _places(text: str) -> list[Range]:
    """The range of each character."""
    return list(zip(range(len(text)), range(1, len(text) + 1), strict=True))


@cache
def _to_latin(codec: str) -> dict[int, int]:
    """What turns the signs of an encoding into the characters of its bytes, others into none."""
    signs = _signs(codec)
    none = {code: 0xFFFF for code in range(0x80, 0x100) if chr(code) not in signs}
    return none | {ord(sign): code for sign, code in signs.items()}


def _raw(text: str, read: str) -> bytes | None:
    """The bytes of a text, `None` where a character is no sign of the encoding."""
    try:
        return text.translate(_to_latin(read)).encode("latin-1")
    except UnicodeEncodeError:
        return None


def _strict(text: str, read: str, codec: str, level: int = 1, *, cut: bool) -> list[Piece]:
    """The pieces where all bytes fit (but for the last character's, if `cut`), nothing where not."""
    place: list[Range] = []
    pieces: list[Piece] = []
    for turn in range(level):
        raw = _raw(text, read)
        if raw is None:
            return []
        to = codec if turn == level - 1 else "utf-8"
        pieces = strict(raw, place or _places(text), to, cut=cut)
        if not pieces:
            return []
        text = "".join([piece.text for piece in pieces])
        place = [(piece.start, piece.end) for piece in pieces]
    return pieces


@cache
def _sequences(level: int) -> re.Pattern[bytes]:
    wide = rb"[\xe1-\xef][\x80-\xbf]{2}"
    return re.compile(wide if level == 1 else rb"[\xc2-\xdf][\x80-\xbf]|" + wide)


def _other(text: str, read: str, level: int) -> bool:
    """Whether the bytes are of no UTF-8, whatever is lost of it."""
    raw = text.translate(_to_latin(read)).encode("latin-1", "ignore")
    wide = sum(map(len, _sequences(level).findall(raw)))
    return wide < LEAST_UTF8[level > 1] * len(raw.translate(None, ASCII))


def _whole(pieces: list[Piece], codec: str) -> list[Piece]:
    """A reading, or nothing where it has too many holes: UTF-8 tells its characters' ends."""
    wide = [piece.text for piece in pieces if piece.text > "\x7f"]
    most = MOST_LOST_UTF8 if codec == "utf-8" else MOST_LOST
    return pieces if wide.count(REPLACEMENT) <= most * len(wide) else []


def _halfway(raw: Sequence[int]) -> bool:
    """Whether a character of UTF-8 has begun and not ended."""
    return bool(raw) and (raw[-1] >= 0xC0 or (len(raw) > 1 and raw[-2] >= 0xE0 and raw[-1] > 0x7F))


def _lossy(raw: Sequence[int]) -> Units:
    """UTF-8 without the bytes that its reader had no signs for."""
    controls = [byte for byte in raw if 0x80 <= byte < 0xA0]
    if any(byte in UNDEFINED for byte in controls):
        return utf8_units()
    # Windows has signs for most of them
    return utf8_units(UNDEFINED if controls else CONTROLS, missing=True)


def latin_as_utf8(codec: str = "cp1252", level: int = 1) -> Reader:
    """UTF-8 that was read as Latin 1 or its kin, `level` times over."""
    return latin(codec, "utf-8", _lossy, level)


def _unwrapped(text: str, place: list[Range], signs: dict[str, int]) -> tuple[str, list[Range]]:
    """One misreading taken back; bytes that fit not come out as U+FFFD."""
    raw = bytearray()
    owner: list[Range] = []
    for character, where in zip(text, place, strict=True):
        code = ord(character)
        if code < 0x80 or character in signs:
            raw.append(code if code < 0x80 else signs[character])
            owner.append(where)
    made: list[str] = []
    kept: list[Range] = []
    at = 0
    for character in raw.decode("utf-8", "surrogateescape"):
        size = len(character.encode("utf-8", "surrogateescape"))
        made.append(REPLACEMENT if "\ud800" <= character <= "\udfff" else character)
        kept.append((owner[at][0], owner[at + size - 1][1]))
        at += size
    return "".join(made), kept


def paired(read: str, codec: str, units: Callable[[], Units]) -> Reader:
    """Text of an encoding (`codec`) read as one of two bytes (`read`)."""

    def reader(text: str, strictly: bool) -> list[Piece]:
        raw: list[int] = []
        owner: list[Range] = []
        for i, character in enumerate(text):
            part = _bytes(read, character)
            raw += part
            owner += ((i, i + 1),) * len(part)
        found = strict(raw, owner, codec, cut=strictly)
        if found or strictly:
            return found
        return _whole(decode(raw, owner, units(), utf8=codec == "utf-8"), codec)

    return reader


@lru_cache(maxsize=1 << 14)
def _bytes(codec: str, character: str) -> tuple[int, ...]:
    """The bytes of a character; an unknown one for what is no character of that encoding."""
    if character == "?" or character == REPLACEMENT:
        return (UNKNOWN,)
    if character == "€":
        return (0x80,)
    for name in (codec.removesuffix("hkscs"), codec, "gb18030"):
        raw = character.encode(name, "ignore")
        if raw:
            return tuple(raw)
    return (UNKNOWN,)


def latin_as_gbk(text: str, strictly: bool) -> list[Piece]:
    """GBK that was read as Latin 1, or here and there as UTF-8, whichever makes better Chinese."""
    found = _strict(text, "cp1252", "gb18030", cut=strictly)
    if found or strictly:
        return found
    best: dict[tuple[int, int] | None, Path] = {None: Path(0, "", None)}  # by the byte left over
    for i, character in enumerate(text):
        longer: dict[tuple[int, int] | None, Path] = {}
        for extra, option in enumerate(_options(character)):
            for left, path in best.items():
                rest, made = _step(i, character, option, left, path, WIDE * extra)
                if rest not in longer or made.bits < longer[rest].bits:
                    longer[rest] = made
        best = longer
    ends = [path.bits + (BROKEN if left else 0) for left, path in best.items()]
    pieces = list(best.values())[ends.index(min(ends))].pieces
    found = []
    while pieces is not None:
        piece, path = pieces
        found.append(piece)
        pieces = path.pieces
    return found[::-1]


@lru_cache(maxsize=1 << 12)
def _options(character: str) -> tuple[bytes, ...]:
    """What bytes a character may have been; none for itself."""
    if "\u2e80" <= character <= "\uffef":
        return b"", character.encode("utf-8", "replace")
    code = _signs("cp1252").get(character, ord(character))
    if code < 0x80:
        return (bytes((code,)),)
    wide = character.encode("utf-8", "replace")
    return (bytes((code,)), wide) if code < 0x100 else (wide,)


def _step(
    i: int, text: str, option: bytes, left: tuple[int, int] | None, path: Path, extra: int
) -> tuple[tuple[int, int] | None, Path]:
    """Take the bytes of character `i`, behind a byte left over (and whose it was)."""
    bits, last, pieces = path
    bits += extra
    if not option:
        bits += cost(last, text) + (BROKEN if left else 0)
        return None, Path(bits, text, (Piece(i, i + 1, text), Path(bits, text, pieces)))
    for byte in option:
        if left is None:
            if byte > 0x80:
                left = (byte, i)
            else:
                bits += cost(last, chr(byte))
                last = chr(byte)
                pieces = Piece(i, i + 1, last), Path(bits, last, pieces)
            continue
        # a no-break space that a site turned into a plain one was a second byte
        made = unpair(left[0], 0xA0 if byte == 0x20 else byte)
        if made:
            bits += cost(last, made)
            last = made
            pieces, left = (Piece(left[1], i + 1, made), Path(bits, last, pieces)), None
        else:
            bits += BROKEN
            left = (byte, i) if byte > 0x80 else None
    return left, Path(bits, last, pieces)
