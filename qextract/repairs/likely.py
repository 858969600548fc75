"""How likely characters follow one another in Chinese text, in bits: the fewer, the likelier.

From `pairs.txt` (how often characters are, and pairs of them within words) and a few figures for
marks. Good enough to tell Chinese from what a wrong encoding makes of it, and one character from
another where both neighbours are known; made for short stretches, not for whole pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from qextract import lexicon
from qextract.repairs import characters

UNSEEN = 23  # an ideograph that the list has not
SPOKEN = 8  # one that Cantonese is written with
CANTONESE = frozenset("嘅咗啲喺唔冇嘢咁佢哋嚟㗎嗰睇攞俾乜嘥嗱啱瞓揾搵嘞咩喎噉")
FOREIGN = 24  # neither ideograph nor mark nor ASCII
FREQUENT = 5  # what a figure or a numeral mostly has behind it
COUNTED = frozenset("年月日号號个個家项項人万萬亿億元条條时時分点點名次米件")
NUMERALS = frozenset("一二三四五六七八九十百千万亿萬億零〇")
NUMBERED = frozenset("发發办辦函字令规規")  # the last of a document's number before its year
INDENT = 1  # the ideographic spaces that a paragraph begins with; 〔 in a document's number
INDENT_INSIDE = 9
SAME_SCRIPT = 8  # a letter behind another of its script
FIGURE = 9  # one where none is usual
HELD = 1 << 18  # pairs of characters that are remembered
BETWEEN_WORDS = 3  # more than the character alone: the word before has to end there
MISPLACED = 15  # a mark where none stands
AFTER_MARK = 3
CLOSING = frozenset("”’》〉）】〕)")
OPENING = frozenset("“‘《〈（【〔(")
# a closing mark; what opens; what closes
BRACKETS = (
    ("”", "“「", "”」"),
    ("’", "‘『", "’』"),
    ("》", "《", "》"),
    ("〉", "〈", "〉"),
    ("）", "（(", "）)"),
    ("】", "【", "】"),
    ("〕", "〔", "〕"),
)
UNENDING = OPENING | frozenset("，、,")
STOPS = frozenset("，。、；：！？,;:!?")
MARKS = {
    **dict.fromkeys("，。、,", 5),
    **dict.fromkeys("“”《》（）：；！？():;!?", 7),
    **dict.fromkeys("‘’〈〉【】〔〕—…·％%", 9),
}
MARK_FORMS = dict(zip("「」『』﹁﹂﹃﹄﹐﹑﹔﹕﹖﹗\u3000", "“”‘’“”‘’，、；：？！ ", strict=True))
NARROW = dict(zip(",:;!?()%", "，：；！？（）％", strict=True))
# what may stand between two marks, beside an opening one behind a stop
FOLLOWING = {
    "”": "，。、；：！？,;:!?）)》",
    "’": "，。、；：！？,;:!?）)”",
    "》": "，。、；：！？,;:!?）)”》（(〉【《",
    "〉": "，。、；：！？,;:!?）)》",
    "）": "，。、；：！？,;:!?”》“《",
    ")": "，。、；：！？,;:!?”》“《",
    "】": "“《（【",
    "。": "”’）)",
    "！": "”’》】）)！!？",
    "？": "”’》】）)？！",
    "!": "”’》】）)！!?",
    "?": "”’》】）)!?",
    "，": "”",
    "：": "",
    "—": "—",
    "…": "…”",
    "％": "，。、；）,",
    "%": "，。、；）,",
}  # fmt: skip


@cache
def _simple() -> dict[str, str]:
    return characters.traditional() | characters.ambiguous()


def simplified(character: str) -> str:
    """The simplified form of a character."""
    return _simple().get(character, character)


@cache
def _list() -> dict[str, str]:
    return lexicon.rows("pairs")


def _banded(row: str) -> Iterator[tuple[int, str]]:
    """The characters of a list's row, each with the number of its band."""
    bands = row.split("\t")[1:]
    return ((i, second) for i, band in enumerate(bands) for second in band)


@lru_cache(maxsize=1 << 13)
def _behind(first: str) -> dict[str, int]:
    """The characters that stand behind one in words, with their bits."""
    return {second: 2 * i + 1 for i, second in _banded(_list().get(first, ""))}


def pair(before: str, character: str) -> int | None:
    """The bits of two ideographs within a word, `None` where no word has them so."""
    simple = _simple()
    return _behind(simple.get(before, before)).get(simple.get(character, character))


@cache
def _neighbours() -> dict[str, str]:
    return lexicon.rows("neighbours")


@lru_cache(maxsize=1 << 13)
def _known(first: str) -> dict[str, int]:
    """The characters that stand behind one (in normal form) in news, with their bits."""
    return {second: i for i, second in _banded(_neighbours().get(first, ""))}


@lru_cache(maxsize=1 << 14)
def alone(character: str) -> int:
    """The bits of an ideograph (or what stands for one) by itself."""
    columns = _neighbours().get(_simple().get(character, character))
    if columns is not None:
        return int(columns.partition("\t")[0])
    if character in CANTONESE:
        return SPOKEN
    return UNSEEN if "\u3400" <= character <= "\u9fff" else FOREIGN


class _Row(dict[str, int]):
    """The bits of each character behind one, found when asked for."""

    def __init__(self, before: str) -> None:
        self.before = before

    def __missing__(self, character: str) -> int:
        bits = self[character] = _cost(self.before, character)
        behind.held += 1
        if behind.held > HELD:
            behind.held = 0
            behind.clear()
        return bits


class _Rows(dict[str, _Row]):
    """A row for each character; all are dropped when they hold too much."""

    held = 0

    def __missing__(self, before: str) -> _Row:
        row = self[before] = _Row(before)
        return row


behind = _Rows()
"""`behind[before][character]` is the bits of a character behind another, as `cost` says."""


def cost(before: str, character: str) -> int:
    """The bits of a character behind another; "" and line breaks are the ends of a text."""
    return behind[before][character]


def behind_two(first: str, second: str, character: str) -> int:
    """The bits of a character behind two others, either of which may be "" (the ends)."""
    bits = cost(second, character)
    known = _known(_form(first) + _form(second)).get(_form(character)) if bits > 0 else None
    return bits if known is None else min(bits, known)


@lru_cache(maxsize=1 << 12)
def _form(character: str) -> str:
    """What stands for a character in the list: figures for one another, and so letters and marks."""
    character = MARK_FORMS.get(character, character)
    if "\uff01" <= character <= "\uff5e" and character not in MARKS:
        character = chr(ord(character) - 0xFEE0)
    if character < "\x80":
        if character in ("", "\n"):
            return "¶"
        if character.isalnum():
            return "0" if character.isdigit() else "A"
        return NARROW.get(character, character)
    return _simple().get(character, character)


def _cost(before: str, character: str) -> int:
    if character == "\u3000":
        if before in ("", "\n", "\u3000"):
            return INDENT
        return MISPLACED if before in MARKS else INDENT_INSIDE
    left, right = _form(before), _form(character)
    known = _known(left).get(right)
    if right in MARKS:
        if right == "〔" and left in NUMBERED:
            return INDENT
        if left in MARKS:
            if right in FOLLOWING.get(left, "") or (
                right in OPENING and (left in STOPS or left in OPENING)
            ):
                return AFTER_MARK
            return MISPLACED
        if left in ("¶", " "):
            return MARKS[right] if right in OPENING else MISPLACED
        return MARKS[right] + 1 if known is None else known
    if right == "¶":
        return MISPLACED if left in UNENDING else 3 if left in MARKS else 7
    if right == "0":
        return FIGURE if known is None else known + 1
    if right == "A":
        return 9 if character.isupper() else 11
    if right < "\x80":
        return 6 if right == " " else 14
    single = alone(right)
    if left == "¶" or left == " ":
        return single
    if left == "0":
        if right in COUNTED:
            return min(known or FREQUENT, FREQUENT)
    elif left < "\u3400" and left not in MARKS:
        foreign = single == FOREIGN and left > "\xff" and ord(left) >> 7 == ord(right) >> 7
        return SAME_SCRIPT if foreign else single if known is None else known
    if right in NUMERALS and (left in NUMERALS or left == "第"):
        return min(known or FREQUENT, FREQUENT)
    return single + BETWEEN_WORDS if known is None else known


def total(before: str, text: Iterable[str], behind: str) -> int:
    """The bits of a text between two characters."""
    bits = 0
    for character in text:
        bits += cost(before, character)
        before = character
    return bits + cost(before, behind)


def unopened(text: str) -> str:
    """The closing marks that cannot stand behind a text, as nothing is open there."""
    return "".join(
        closing for closing, opens, closes in BRACKETS if _last(text, opens) <= _last(text, closes)
    )


def _last(text: str, marks: str) -> int:
    return max(map(text.rfind, marks))
