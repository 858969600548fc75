"""Which character was lost between two others, of which one byte is left.

All everyday characters with that byte are weighed by how likely they stand there (`likely.py`), by
the page's own words and names, and by what a line's quotes, brackets and lists still need. One that
is not clearly likelier than all others is not told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from qextract import lexicon
from qextract.repairs import characters
from qextract.repairs.gbk import by_first_byte, by_second_byte, everyday
from qextract.repairs.likely import (
    BRACKETS,
    CLOSING,
    MARKS,
    behind_two,
    cost,
    simplified,
)
from qextract.rules import Pattern

UNKNOWN = 12  # bits of a character that stays unknown
CERTAIN = 4  # bits between the likeliest character and the next one
RARELY = 32  # one traditional character in so many is no traditional page
LOOKED_AT = 20_000  # characters of a page whose pairs are counted
BESIDE = 200  # characters of the line on each side that are looked at
# bits of what the page has elsewhere: a pair once, more often; three characters once, more often
PAIR_ONCE, PAIR, THREE_ONCE, THREE = 6, 4, 3, 2
BEHIND_WORDS = frozenset("，、（")  # what stands behind the words of `lost_bytes.txt`
# bits: a mark that cannot stand, one that would be one too many, one that is needed, one in a list
IMPOSSIBLE, TOO_MANY, NEEDED, LISTED = 24, 8, -8, -6
# by the mark, where its second byte is lost: those beside ， and 。; where its first one is
RARER = {"、": 3, "；": 2, "！": 4, "？": 4, "·": 4, "—": 4, "：": 4}
USUAL = {"。": -4, "，": -3, "、": -3}
BEFORE_FIGURES = frozenset("为至等达由于共约近超有的了到以每前说称自从在")
FIGURE = 2

LIST_NUMBER = Pattern(
    "repair.list_number",
    "The number of a heading, whose 、 was lost",
    r"(?:^|\n)[ \u3000]*[一二三四五六七八九十]{1,3}\Z",
    examples={"好。\n  三": "\n  三"},
    rejects=("其三",),
)
LISTED_BEFORE = Pattern(
    "repair.listed_before",
    "A short member of a list, behind another one",
    r"、[^，。；：！？,;:!?、“”《》]{1,9}\Z",
    examples={"如高校、企业": "、企业"},
    rejects=("高校、企业，科研院所",),
)
LISTED_BEHIND = Pattern(
    "repair.listed_behind",
    "A short member of a list, before another one",
    r"\A[^，。；：！？,;:!?、“”《》\n]{1,9}(?:、|[和及与以]|等)",
    examples={"气象、交通三个领域": "气象、", "交通等": "交通等"},
    rejects=("气象。", "下一步，"),
)
LABEL = Pattern(
    "repair.label_before",
    "What a colon stands behind",
    r"(?:^|[\n \u3000（(【])(?:[\u3400-\u9fff]{0,4}(?:来源|编辑|责编|校对|审核|作者|时间|日期|电话|热线|地址|邮箱|附件"
    r"|次数|浏览|监制|位置|声明|记者|摄影)|问|答|文|图|字体|字号|阅读量?|浏览量|点击)\Z",
    examples={"网 发布时间": " 发布时间", "答": "答"},
    rejects=("他来的时间不多", "时间过得快"),
)
NUMBERED = Pattern(
    "repair.document_number",
    "The year of a document's number, whose first bracket was lost",
    r"\A(?:19|20)[0-9]{2}[〕﹞]",
    examples={"2017〕11号": "2017〕"},
    rejects=("2017年",),
)


class Page:
    """A text with what was asked about it: its pairs of characters, what was lost between two."""

    def __init__(self, text: str, lost: int) -> None:
        self.text = text
        self.lost = lost
        self.left = ""  # what stands before the place in question, mended
        self.refused = 0
        # runs and what became of them
        self.seen: dict[tuple[str, ...], tuple[int, str] | None] = {}
        self._groups: Counter[str] | None = None
        sample = text[:LOOKED_AT]
        forms = characters.traditional()
        # a simplified page has lost simplified characters
        self._plain = sum(map(forms.__contains__, sample)) * RARELY <= len(sample)
        self._between: dict[tuple[str, int, int, str], tuple[str, int]] = {}

    def groups(self) -> Counter[str]:
        """How often the page has two or three characters side by side, in simplified ones.

        Of a long page, what stands at its beginning says enough.
        """
        if self._groups is None:
            text = characters.fold_script(self.text[:LOOKED_AT])
            self._groups = Counter(map("".join, pairwise(text)))
            self._groups.update(map("".join, zip(text, text[1:], text[2:], strict=False)))
        return self._groups

    def said(self, text: str) -> int:
        """How many groups of three characters of a text the page has."""
        folded, groups = characters.fold_script(text), self.groups()
        return sum(folded[i : i + 3] in groups for i in range(len(folded) - 2))

    def cost(self, before: str, character: str) -> int:
        """The bits of a character behind another, here and in general."""
        bits = cost(before, character)
        if bits > PAIR and before > "\u3400" and character > "\u3400" and before in everyday():
            known = self.groups()[characters.fold_script(before + character)]
            return min(bits, PAIR if known > 1 else PAIR_ONCE) if known else bits
        return bits

    def between(self, before: str, place: int, byte: int, behind: str) -> tuple[str, int]:
        """The likeliest character with a byte (0 the first, 1 the second) between two texts.

        before, behind: some of the line. Nothing where it is not certain; with it its bits.
        """
        key = before[-BESIDE:], place, byte, behind[:BESIDE]
        if key not in self._between:
            table = by_second_byte() if place else by_first_byte()
            self._between[key] = self._likeliest(*key, table.get(byte, ()))
        return self._between[key]

    def _likeliest(
        self, before: str, place: int, byte: int, behind: str, candidates: Iterable[str]
    ) -> tuple[str, int]:
        if self._plain:
            candidates = [c for c in candidates if c not in characters.traditional()]
        last, first = before[-1:], behind[:1]
        if "。" in candidates and first in CLOSING and first != "》":
            candidates = ["。"]
        words = lexicon.words("lost_bytes") if first in BEHIND_WORDS else frozenset()
        groups = self.groups()
        left, right = characters.fold_script(before[-2:]), characters.fold_script(behind[:2])
        needs = marks_needed(before, behind)
        figure = first.isdigit()
        certain = CERTAIN if place or figure else CERTAIN + 1
        found = []
        further = 0
        for one in candidates:
            simple = simplified(one)
            head = behind_two(before[-2:-1], last, one)
            tail = behind_two(last, one, first)
            if behind[1:2]:
                further = behind_two(one, first, behind[1:2])
            if one in MARKS:
                head += needs.get(one, 0) + (USUAL if place else RARER).get(one, 0)
                if one == "。" and first in ("", "\n"):
                    head += LISTED
            elif figure and one in BEFORE_FIGURES:
                head -= FIGURE
            head = self._here(head, left[-1:] + simple, left + simple)
            tail = self._here(tail, simple + right[:1], simple + right)
            if groups.get(left[-1:] + simple + right[:1]) and left[-1:] and right[:1]:
                head = min(head, THREE)
                tail = min(tail, THREE)
            found.append(
                (head + tail + further - 2 * CERTAIN * (left[-1:] + simple in words), one, further)
            )
        if not found:
            return "", UNKNOWN
        found.sort()
        bits, best, further = found[0]
        # two forms of one character are no doubt
        simple = simplified(best)
        others = (b for b, one, _ in found[1:] if simplified(one) != simple)
        if next(others, bits + certain) - bits < certain:
            return "", max(bits - further, UNKNOWN)
        return best, bits - further

    def _here(self, bits: int, two: str, three: str) -> int:
        """The bits of a pair that the page has, alone or with a third character."""
        groups = self.groups()
        known = groups.get(two) if bits > THREE and len(two) == 2 else 0
        if not known:
            return bits
        if len(three) == 3 and (longer := groups.get(three)):
            return min(bits, THREE if longer > 1 else THREE_ONCE)
        return min(bits, PAIR if known > 1 else PAIR_ONCE)


@lru_cache(maxsize=1 << 10)
def marks_needed(before: str, behind: str) -> dict[str, int]:
    """The bits that marks cost more or less for what the line has open, closes or lists."""
    before = before[before.rfind("\n") + 1 :]
    line = behind.split("\n", 1)[0]
    damaged = any(map(line.__contains__, "?？\ufffd"))
    made: dict[str, int] = {}
    for closing, opens, closes in BRACKETS:
        opened = _last(before, opens) > _last(before, closes)
        first = next((c for c in line if c in opens or c in closes), "")
        if opened:
            more = TOO_MANY if first and first in closes else NEEDED
            made |= dict.fromkeys(opens, IMPOSSIBLE)
        else:
            more = IMPOSSIBLE
            wanted = first != "" and first in closes
            extra = NEEDED if wanted else 0 if damaged else TOO_MANY
            made |= dict.fromkeys(opens, extra)
        made |= dict.fromkeys(closes, more)
        made[closing] = more
    if LIST_NUMBER.re.search(before):
        made["、"] = NEEDED
    elif LISTED_BEFORE.re.search(before) or LISTED_BEHIND.re.match(line):
        made["、"] = LISTED
    if LABEL.re.search(before):
        made["："] = NEEDED
    if NUMBERED.re.match(line):
        made["〔"] = 2 * NEEDED
    return made


def _last(text: str, marks: Sequence[str]) -> int:
    return max(map(text.rfind, marks))
