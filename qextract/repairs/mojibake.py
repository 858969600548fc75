"""Text read with the wrong encoding altogether: `ÖÊÁ¿` is 质量, `è´¨é‡` and `璐ㄩ噺` are, too.

* UTF-8 read as Latin 1 or its kin (Windows, Latin 9, Mac), also twice over, also with the signs
  gone that these do not have.
* GBK or Big5 read as Latin 1. Some readers take bytes that happen to be UTF-8 for what they then
  are, so `Î¯` may have become `ί`; its UTF-8 form gives the bytes back.
* UTF-8 read as GBK or Big5, Big5 read as GBK, GBK as Big5. A byte that has no pair is lost then.

A stretch is read anew where a sign of such damage stands, and only if Chinese comes out that is
far likelier than what stood there. Each character that comes out is an edit of its own, so that it
can be traced to its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import count
from operator import itemgetter
from typing import NamedTuple

from qextract.repairs.edits import Edit
from qextract.repairs.gbk import unpair
from qextract.repairs.likely import UNSEEN, cost, total
from qextract.repairs.misread import (
    NOWHERE,
    REPLACEMENT,
    UNKNOWN,
    Piece,
    Units,
    decode,
    pair_units,
    strict,
    utf8_units,
)
from qextract.rules import Pattern

KIND = "mojibake"
# bits a character: of Chinese text at most, less than what stood there at least
MOST, GAIN = 13, 3
# of the characters that come out; what is read with more holes proves nothing
MOST_LOST, MOST_LOST_UTF8 = 0.15, 0.4
SAMPLES, SAMPLE = 4, 240  # stretches, and their characters, that are tried first
SEARCHED, SEARCH = 3, 160  # the same where characters must be searched
JUDGED = 80  # characters of a stretch that say whether it is Chinese
# bits: a letter taken for two bytes, a byte without its pair
WIDE, BROKEN = 8, 30
# of the bytes beyond ASCII, what of UTF-8 fits even where much is lost; read twice over
LEAST_UTF8 = 0.12, 0.5
ASCII = bytes(range(0x80))
LEAST = 3  # characters that must come out
WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what Windows puts where Latin 1 has controls
UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # where Windows has nothing
CONTROLS = tuple(range(0x80, 0xA0))

LATIN = Pattern(
    "repair.latin",
    "Five letters or signs of Latin 1 in a row, or some with gaps, as no language has them",
    rf"[\u0080-\u00ff](?:[?\ufffd ]?[\u0080-\u00ff{WINDOWS}]){{4}}",
    examples={"ÖÊÁ¿Ç¿¹ú": "ÖÊÁ¿Ç"},
    rejects=("“质量”……", "café naïve", "“‘质量’”"),
)
MAC = Pattern(
    "repair.mac",
    "A comma, a full stop or a frequent character of UTF-8 read as the Macintosh's Latin",
    "Ôºå|„ÄÇ|‰∏|ÁöÑ|ÂõΩ",
    examples={"ÂÖ®ÂõΩ": "ÂõΩ"},
    rejects=("café",),
)
STRETCH = Pattern(
    "repair.latin_stretch",
    "What stands between Chinese characters and line breaks",
    r"[^\n\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+",
    examples={"日报ÖÊÁ¿2024": "ÖÊÁ¿2024"},
    rejects=("质量",),
)
LINE = Pattern("repair.line", "A line", r"[^\n]+", examples={"\n锛屾帹": "锛屾帹"})


class Path(NamedTuple):
    """A way to read a stretch up to some place: bits, last character, pieces, the last one first."""

    bits: int
    last: str
    pieces: tuple[Piece, Path] | None


# of a stretch: its pieces. By the flag it is a sample: all bytes must fit but those at its end,
# and nothing is searched
Reader = Callable[[str, bool], list[Piece]]


class Way(NamedTuple):
    """A way to read a page: which stretches of it, by what, as which encoding."""

    stretches: Pattern
    reader: Reader
    codec: str


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


Range = tuple[int, int]


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


def paired(read: str, codec: str, units: Callable[[], Units]) -> Way:
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

    return Way(LINE, reader, codec)


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


def _edits(text: str, start: int, pieces: Sequence[Piece]) -> list[Edit]:
    """The edits of a stretch that begins at `start`; what stays as it is is none."""
    found: list[Edit] = []
    for first, last, character in pieces:
        low, high = start + first, start + last
        if found and low < found[-1].end:  # two characters shared one of the wrong ones
            before = found.pop()
            low, character = before.start, before.after + character
        found.append(Edit(low, high, character, KIND))
    return [
        e for e in found if text[e.start : e.end] != e.after and len(e.after) <= e.end - e.start
    ]


def _chinese(
    text: str, pieces: Sequence[Piece], least: int = LEAST, most: int = MOST
) -> int | None:
    """The bits of what comes out, `None` where it is not Chinese or what stood there was."""
    made = "".join(piece.text for piece in pieces)
    changed = [p.text for p in pieces if p.text != text[p.start : p.end]]
    known = sum("\u3400" <= c <= "\u9fff" for c in changed)
    if not changed or known < least or 2 * known < len(changed) * min(1, least):
        return None
    lost = made.count(REPLACEMENT)
    made = made.replace(REPLACEMENT, "")
    wide = [cost(before, c) for before, c in zip("\n" + made, made, strict=False) if c > "\x7f"]
    bits = total("", made, "")
    if sum(wide) > most * len(wide) or total("", text, "") < bits + GAIN * len(changed):
        return None
    return bits + 2 * NOWHERE * lost


def _reread(text: str, ways: Sequence[Way]) -> list[Edit]:
    """All stretches read in the way that makes the longest of them the likeliest Chinese."""
    # where all bytes of all samples fit nothing need be searched
    way = _way(text, ways, strictly=True) or _way(text, ways, strictly=False)
    if way is None:
        return []
    edits: list[Edit] = []
    # on a page of UTF-8, bytes that fit are proof enough
    least, most = (0, UNSEEN) if way.codec == "utf-8" else (1, MOST)
    for match in way.stretches.re.finditer(text):
        stretch = match.group()
        if not stretch.isascii():
            pieces = way.reader(stretch, False)
            if _chinese(*_judged(stretch, pieces), least, most) is not None:
                edits += _edits(text, match.start(), pieces)
    return edits


def _judged(stretch: str, pieces: Sequence[Piece]) -> tuple[str, Sequence[Piece]]:
    """Enough of a long stretch and its reading, from where it is read anew."""
    if len(pieces) <= JUDGED:
        return stretch, pieces
    texts = map(itemgetter(2), pieces)
    same = count()
    first = next(
        (i for i, one, there in zip(same, texts, stretch, strict=False) if one != there), 0
    )
    part = pieces[first : first + JUDGED]
    low = part[0].start
    return stretch[low : part[-1].end], [Piece(a - low, b - low, c) for a, b, c in part]


def _way(text: str, ways: Sequence[Way], *, strictly: bool) -> Way | None:
    """The way that makes the longest stretches the likeliest Chinese; strictly, all of them."""
    best: tuple[int, int, int] | None = None
    rivals = ways[0].stretches is STRETCH
    most, longest = (SAMPLES, SAMPLE) if strictly else (SEARCHED, SEARCH)
    samples: dict[Pattern, list[str]] = {}
    for number, (stretches, reader, _) in enumerate(ways):
        # Latin 1 and Latin 9 both make valid characters of most that the other wrote
        first = ways[best[2]] if best is not None and number > rivals else None
        if first is not None and best is not None and first.codec == "utf-8":
            enough = 2 * len(samples[first.stretches])
            if -3 * best[0] >= enough:
                break
        if stretches not in samples:
            samples[stretches] = _samples(text, stretches, most, longest)
        read = [reader(sample, strictly) for sample in samples[stretches]]
        judged = [_chinese(*one) for one in zip(samples[stretches], read, strict=True)]
        good = [(b, s) for b, s in zip(judged, samples[stretches], strict=True) if b is not None]
        if not good or (strictly and len(good) < len(judged)):
            continue
        bits = sum(b for b, _ in good) * 100 // sum(len(s.encode()) for _, s in good)
        here = -len(good), bits, number
        best = here if best is None else min(best, here)
    return None if best is None else ways[best[2]]


def _samples(text: str, stretches: Pattern, most: int, longest: int) -> list[str]:
    """The beginnings of the longest stretches, to be read in every way."""
    found = [m.group()[:longest] for m in stretches.re.finditer(text) if not m.group().isascii()]
    return sorted(found, key=len, reverse=True)[:most]


class Family(NamedTuple):
    """A kind of misreading: signs that it leaves, and ways to read it."""

    signs: tuple[str, ...]
    ways: tuple[Way, ...]


MAC_WAY = Way(STRETCH, latin_as_utf8("mac_roman"), "utf-8")
LATIN_WAYS = (
    Way(STRETCH, latin_as_utf8(), "utf-8"),
    Way(STRETCH, latin_as_utf8("iso8859-15"), "utf-8"),
    Way(LINE, latin_as_gbk, "gb18030"),
    MAC_WAY,
    Way(STRETCH, latin_as_utf8(level=2), "utf-8"),
    Way(STRETCH, latin_as_utf8(level=3), "utf-8"),
    Way(STRETCH, latin("cp1252", "big5hkscs", lambda raw: pair_units("big5hkscs")), "big5hkscs"),
)
# frequent characters as they come out of each misreading
FAMILIES = (
    Family(
        tuple("锛纴銆鈥鐨涓鍥鏄鍦"),
        (
            paired("gb18030", "utf-8", utf8_units),
            paired("gb18030", "utf-8", lambda: utf8_units(missing=True)),
        ),
    ),
    Family(
        (*"い瓣琌ぃΤ\ue4c7\ue4c9\ue019", "\ufffdA", "\ufffdC"),
        (paired("gb18030", "big5hkscs", lambda: pair_units("big5hkscs")),),
    ),
    Family(tuple("ㄛ腔笢"), (paired("big5hkscs", "gb18030", lambda: pair_units("gb18030")),)),
    Family(tuple("嚗銝摰"), (paired("big5hkscs", "utf-8", utf8_units),)),
)


def find(text: str) -> list[Edit]:
    """Stretches to be read with the right encoding."""
    if LATIN.re.search(text):
        return _reread(text, LATIN_WAYS)
    if any(map(text.__contains__, "Ô„‰Â")) and MAC.re.search(text):
        return _reread(text, (MAC_WAY,))
    for signs, ways in FAMILIES:
        if any(map(text.__contains__, signs)):
            found = _reread(text, ways)
            if found:
                return found
    return []
