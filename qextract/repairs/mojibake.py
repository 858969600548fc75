"""Text read with the wrong encoding altogether: `ÖÊÁ¿` is 质量, `è´¨é‡` and `璐ㄩ噺` are, too.

* GBK or UTF-8 read as Latin 1 (or its Windows kin). Some readers take bytes that happen to be
  UTF-8 for what they then are, so `Î¯` may have become `ί`; its UTF-8 form gives the bytes back.
* UTF-8 read as GBK. Its comma and full stop then begin with 锛 and 銆, which no text has.

Each character that comes out is an edit of its own, so that it can be traced to its bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from qextract.repairs.edits import Edit
from qextract.repairs.gbk import everyday, pair, share, unpair
from qextract.rules import Pattern

KIND = "mojibake"
ENOUGH = 0.8  # share of everyday characters in what comes out
SAMPLES, SAMPLE = 3, 400  # stretches, and their characters, that are tried first
# what a rare character, a letter taken for two bytes, a byte without its pair cost a reading
RARE, WIDE, BROKEN = 2, 3, 4
LEAST = 3  # characters that must come out
WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what Windows puts where Latin 1 has controls

LATIN = Pattern(
    "repair.latin",
    "Six letters or signs of Latin 1 in a row, as no language has them",
    rf"[\u0080-\u00ff][\u0080-\u00ff{WINDOWS}]{{5}}",
    examples={"ÖÊÁ¿Ç¿¹ú": "ÖÊÁ¿Ç¿"},
    rejects=("“质量”……", "café naïve", "“‘质量’”"),
)
STRETCH = Pattern(
    "repair.latin_stretch",
    "What stands between Chinese characters and line breaks",
    r"[^\n\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+",
    examples={"日报ÖÊÁ¿2024": "ÖÊÁ¿2024"},
    rejects=("质量",),
)
UTF8_COMMA, UTF8_STOP = "锛", "銆"  # what they begin with when read as GBK
LINE = Pattern("repair.line", "A line", r"[^\n]+", examples={"\n锛屾帹": "锛屾帹"})


class Piece(NamedTuple):
    """A character that comes out and the range of characters that it was."""

    start: int
    end: int
    text: str


class Path(NamedTuple):
    """A way to read a stretch up to some place: its score and its pieces, the last one first."""

    score: int
    pieces: tuple[Piece, Path] | None


@cache
def _windows() -> dict[str, int]:
    return {character: character.encode("cp1252")[0] for character in WINDOWS}


def _utf8(raw: bytes, owner: list[int]) -> list[Piece]:
    """Bytes read as UTF-8; `owner` says for each which character of the text held it."""
    found: list[Piece] = []
    at = 0
    for character in raw.decode("utf-8", "surrogateescape"):
        size = len(character.encode("utf-8", "surrogateescape"))
        if size > 1:
            found.append(Piece(owner[at], owner[at + size - 1] + 1, character))
        at += size
    return found


def latin_as_utf8(text: str) -> list[Piece]:
    """UTF-8 that was read as Latin 1."""
    codes = [_windows().get(character, ord(character)) for character in text]
    kept = [i for i, code in enumerate(codes) if code < 0x100]
    return _utf8(bytes(codes[i] for i in kept), kept)


def gbk_as_utf8(text: str) -> list[Piece]:
    """UTF-8 that was read as GBK."""
    raw = bytearray()
    owner: list[int] = []
    for i, character in enumerate(text):
        part = pair(character) or character.encode("utf-8", "replace")
        raw += part
        owner += [i] * len(part)
    return _utf8(bytes(raw), owner)


def latin_as_gbk(text: str) -> list[Piece]:
    """GBK that was read as Latin 1, or here and there as UTF-8, whichever makes better Chinese."""
    best: dict[tuple[int, int] | None, Path] = {None: Path(0, None)}  # by the byte left over
    for i, character in enumerate(text):
        longer: dict[tuple[int, int] | None, Path] = {}
        for cost, option in enumerate(_options(character)):
            for left, path in best.items():
                rest, made = _step(i, option, left, path._replace(score=path.score - WIDE * cost))
                if rest not in longer or made.score > longer[rest].score:
                    longer[rest] = made
        best = longer
    ends = [path.score - (BROKEN if left else 0) for left, path in best.items()]
    pieces = list(best.values())[ends.index(max(ends))].pieces
    found: list[Piece] = []
    while pieces is not None:
        piece, path = pieces
        found.append(piece)
        pieces = path.pieces
    return found[::-1]


@lru_cache(maxsize=1 << 12)
def _options(character: str) -> tuple[bytes, ...]:
    code = _windows().get(character, ord(character))
    if code < 0x80:
        return (bytes((code,)),)
    wide = character.encode("utf-8", "replace")
    return (bytes((code,)), wide) if code < 0x100 else (wide,)


def _step(
    i: int, option: bytes, left: tuple[int, int] | None, path: Path
) -> tuple[tuple[int, int] | None, Path]:
    """Take the bytes of character `i`, behind a byte left over (and whose it was)."""
    score, pieces = path
    for byte in option:
        if left is None:
            left = (byte, i) if byte > 0x80 else None
            continue
        # a no-break space that a site turned into a plain one was a second byte
        made = unpair(left[0], 0xA0 if byte == 0x20 else byte)
        if made:
            score -= 0 if made in everyday() or made == "\u3000" else RARE
            pieces, left = (Piece(left[1], i + 1, made), Path(score, pieces)), None
        else:
            score -= BROKEN
            left = (byte, i) if byte > 0x80 else None
    return left, Path(score, pieces)


def _edits(start: int, pieces: list[Piece]) -> list[Edit]:
    """The edits of a stretch that begins at `start`."""
    found: list[Edit] = []
    for first, last, character in pieces:
        low, high = start + first, start + last
        if found and low < found[-1].end:  # two characters shared one of the wrong ones
            before = found.pop()
            low, character = before.start, before.after + character
        found.append(Edit(low, high, character, KIND))
    return found


def _chinese(pieces: list[Piece]) -> bool:
    made = "".join(piece.text for piece in pieces).replace("\u3000", "")
    return len(made) >= LEAST and share(made) >= ENOUGH


def _reread(text: str, stretches: Pattern, *readers: Reader) -> list[Edit]:
    """All stretches read by the reader that makes one of the longest of them Chinese."""
    found = list(stretches.re.finditer(text))
    longest = sorted(found, key=lambda match: match.start() - match.end())[:SAMPLES]
    for reader in readers:
        if any(_chinese(reader(match.group()[:SAMPLE])) for match in longest):
            return [e for match in found for e in _edits(match.start(), reader(match.group()))]
    return []


Reader = Callable[[str], list[Piece]]


def find(text: str) -> list[Edit]:
    """Stretches to be read with the right encoding."""
    if LATIN.re.search(text):
        return _reread(text, STRETCH, latin_as_utf8, latin_as_gbk)
    if UTF8_COMMA in text or UTF8_STOP in text:
        return _reread(text, LINE, gbk_as_utf8)
    return []
