"""What repair must know of GBK: its pairs of bytes, and which characters are everyday ones."""

from __future__ import annotations

from functools import cache, lru_cache

from qextract.repairs import characters

MARKS = frozenset("。，、；：！？“”‘’（）《》〈〉【】—…·％")


@cache
def everyday() -> frozenset[str]:
    """Ideographs of everyday text (GB 2312, level 1, and their traditional forms) and marks."""
    level_1 = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    simple = frozenset(b"".join(level_1).decode("gb18030", "ignore"))
    forms = characters.traditional() | characters.ambiguous()
    return simple | {key for key, value in forms.items() if value in simple} | MARKS


@cache
def by_second_byte() -> dict[int, list[str]]:
    """Everyday characters by their second byte in GBK."""
    return _by(1)


@cache
def by_first_byte() -> dict[int, list[str]]:
    """Everyday characters by their first byte in GBK."""
    return _by(0)


def _by(place: int) -> dict[int, list[str]]:
    table: dict[int, list[str]] = {}
    for character in sorted(everyday() | {"〔", "〕"}):
        raw = pair(character)
        if raw is not None:
            table.setdefault(raw[place], []).append(character)
    return table


@lru_cache(maxsize=1 << 14)
def pair(character: str) -> bytes | None:
    """The two bytes of a character, `None` where it has not two.

    GB 18030 stands in for GBK, which lacks the private use characters that a wrong reading gives.
    """
    raw = character.encode("gb18030", "replace")
    return raw if len(raw) == 2 else None


@lru_cache(maxsize=1 << 15)
def unpair(first: int, second: int) -> str:
    """The character of two bytes, or nothing."""
    made = bytes((first, second)).decode("gb18030", "ignore")
    return made if len(made) == 1 and first > 0x80 and second >= 0x40 else ""


def share(text: str) -> float:
    """The share of everyday characters, 0 to 1."""
    return sum(map(everyday().__contains__, text)) / max(1, len(text))
