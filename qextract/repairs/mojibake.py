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

from collections.abc import Callable, Sequence
from itertools import count
from operator import itemgetter
from typing import NamedTuple

from qextract.repairs.edits import Edit
from qextract.repairs.likely import UNSEEN, cost, total
from qextract.repairs.misread import NOWHERE, REPLACEMENT, Piece, Units, pair_units, utf8_units
from qextract.repairs.readers import Reader, latin, latin_as_gbk, latin_as_utf8, paired
from qextract.rules import Pattern

KIND = "mojibake"
# bits a character: of Chinese text at most, less than what stood there at least
MOST, GAIN = 13, 3
SAMPLES, SAMPLE = 4, 240  # stretches, and their characters, that are tried first
SEARCHED, SEARCH = 3, 160  # the same where characters must be searched
JUDGED = 80  # characters of a stretch that say whether it is Chinese
LEAST = 3  # characters that must come out
WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what Windows puts where Latin 1 has controls

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


class Way(NamedTuple):
    """A way to read a page: which stretches of it, by what, as which encoding."""

    stretches: Pattern
    reader: Reader
    codec: str


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


def _lines(read: str, codec: str, units: Callable[[], Units]) -> Way:
    """Whole lines of an encoding (`codec`) read as one of two bytes (`read`)."""
    return Way(LINE, paired(read, codec, units), codec)


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
            _lines("gb18030", "utf-8", utf8_units),
            _lines("gb18030", "utf-8", lambda: utf8_units(missing=True)),
        ),
    ),
    Family(
        (*"い瓣琌ぃΤ\ue4c7\ue4c9\ue019", "\ufffdA", "\ufffdC"),
        (_lines("gb18030", "big5hkscs", lambda: pair_units("big5hkscs")),),
    ),
    Family(tuple("ㄛ腔笢"), (_lines("big5hkscs", "gb18030", lambda: pair_units("gb18030")),)),
    Family(tuple("嚗銝摰"), (_lines("big5hkscs", "utf-8", utf8_units),)),
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
