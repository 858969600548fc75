"""Pages whose line breaks became spaces: the lines of head, text and foot are found again.

A space is all that is left between two lines, and stands inside lines as well. Words of one sort
(a menu, a breadcrumb, labels with their values, names behind their roles) make a line together;
a text is cut behind its sentences, a foot in front of the words that furniture begins with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from qextract.layout.patterns import DATED, FUSED_HEAD
from qextract.rules import late


class Sorts(NamedTuple):
    """What the words of a page's head are told by."""

    menu: Callable[[str], bool]
    tool: Callable[[str], bool]
    opens: Callable[[str], bool]
    credit: Callable[[str], bool]
    name: Callable[[str], bool]


class _Word(NamedTuple):
    start: int
    end: int
    text: str


class Part(NamedTuple):
    """A line of a page by its offsets, and what its words are: a menu, a title…"""

    start: int
    end: int
    sort: str


# a line as long as this, on a page of as few lines, is a page
LENGTH = 200
LINES = 3

_CHUNK = late(r"[^ ]+")
_ENDED = late(r"[。!?…][”’)】]*$|[摄供]\)$|\(完\)$")
_SENTENCE = late(r"。|^.{12,},.{12,}[,:;].{6,}")
_DATELINE = late(r"[讯电]$|消息】?$|(?:报道|报导)[:】]?$|^(?:本报讯|【|\(|〔|□|■|题:)")


def parts(raw: str, sorts: Sorts, *, head: bool = True) -> list[Part] | None:
    """The lines of a page on one line, by their offsets in it; `None` where it has no such parts.

    head: whether a head may be on the line; a line behind the text has but a foot.
    """
    words = [_Word(*m.span(), m[0]) for m in _CHUNK.finditer(raw)]
    ends = [i for i, word in enumerate(words) if _SENTENCE.search(word.text)]
    if not ends:
        begin = stop = len(words) if head else 0
    else:
        begin = _back(words, ends[0]) if head else 0
        stop = _closed(words, ends[-1]) + 1
        fused = FUSED_HEAD.re.search(words[begin].text.partition("。")[0])
        if fused and fused.end() - fused.start() >= 10 and begin < 4:
            return None
    return [
        *_head(words[:begin], sorts),
        *_text(words[begin:stop], sorts),
        *_foot(words[stop:], sorts),
    ]


def head_parts(raw: str, sorts: Sorts) -> list[Part] | None:
    """The lines of a page's head on one line, `None` where no headline is among them."""
    if "。" in raw or not (DATED.re.search(raw) or _CRUMB.search(raw)):
        return None
    words = [_Word(*m.span(), m[0]) for m in _CHUNK.finditer(raw)]
    found = list(_head(words, sorts))
    titles = [part for part in found if part.sort == "title" and part.end - part.start >= 10]
    return found if len(found) >= 3 and len(titles) == 1 else None


def _closed(words: list[_Word], at: int) -> int:
    """The word that closes the bracket that word `at` opens behind a sentence: 。(记者 谷雨)."""
    if "(" in words[at].text.rpartition(")")[2]:
        return next(
            (i for i in range(at + 1, min(at + 12, len(words))) if ")" in words[i].text), at
        )
    return at


def _back(words: list[_Word], at: int) -> int:
    """Where the text begins whose first sentence ends in word `at`: its dateline goes with it."""
    while at and ")" in words[at].text and "(" not in words[at].text.partition(")")[0]:
        opened = next((i for i in range(at - 1, max(-1, at - 12), -1) if "(" in words[i].text), -1)
        if opened < 0:
            break
        at = opened
    while at and len(words[at - 1].text) <= 16 and _DATELINE.search(words[at - 1].text):
        at -= 1
    return at


def _text(words: list[_Word], sorts: Sorts) -> Iterator[Part]:
    """Lines that end with a sentence, or in front of a label as a foot has."""
    start = end = -1
    for word in words:
        label = word.text.lstrip("(【[")
        if start >= 0 and (
            (":" in label[:10] and sorts.opens(label)) or (len(label) >= 4 and sorts.menu(label))
        ):
            yield Part(start, end, "text")
            start = -1
        start, end = (word.start if start < 0 else start), word.end
        if _ENDED.search(word.text):
            yield Part(start, end, "text")
            start = -1
    if start >= 0:
        yield Part(start, end, "text")


def _foot(words: list[_Word], sorts: Sorts) -> Iterator[Part]:
    """Lines that begin with a word as furniture does."""
    start = end = -1
    for word in words:
        if start >= 0 and (_MARKED.match(word.text) or sorts.opens(word.text)):
            yield Part(start, end, "foot")
            start = -1
        start, end = (word.start if start < 0 else start), word.end
    if start >= 0:
        yield Part(start, end, "foot")


_MARKED = late(r"[·【(〔\[©>●■□▶]")
_CRUMB = late(r"[>»›→]|位置[:是]")
_CLOCK = late(r"[0-9][0-9]?:[0-9][0-9]")
_BAR = late(r"[|/丨·_-]{1,2}$")
_BOUND = late(r"[|/丨·_>»›→-]{1,2}$")
_STEP = late(r"[>»›→]{1,2}$")
_AWAITS = late(r".*:$|(?:微信号|公众号|ID)$")
_SHORT_NAME = late(r"[\u4e00-\u9fff]{2,4}$")
_PAPER = late(
    r"星期[一二三四五六日天]$|农历|(?:第 ?)?[A-Z]?[0-9一二三四五六七八九十]{1,4}版(?::.{1,6})?$"
)


def _sort(word: str, before: str, sorts: Sorts) -> str:
    """The sort of one word of a head, where `before` is that of the word in front of it."""
    if _CRUMB.search(word):
        return "path"
    if DATED.re.search(word) or _CLOCK.search(word) or _PAPER.match(word):
        return "meta"
    if word.startswith("——"):
        return "second"
    if sorts.menu(word) and before not in ("meta", "credit"):
        return "menu"
    if sorts.credit(word):
        return "credit"
    if ":" in word and sorts.opens(word):
        return "meta"
    if before == "credit" and _SHORT_NAME.match(word):
        return "credit"
    if sorts.tool(word):
        return "meta" if before in ("meta", "credit") else "menu"
    if sorts.name(word):
        return "meta" if before == "meta" else "name"
    return "title"


def _head(words: list[_Word], sorts: Sorts) -> Iterator[Part]:
    """Lines of words of one sort; an account's name stands twice, and alone."""
    seen = Counter(word.text for word in words if 2 <= len(word.text) <= 10)
    start = 0
    before = ""
    for i, word in enumerate(words):
        last = words[i - 1].text if i else ""
        if before and (_BAR.match(word.text) or _STEP.match(word.text)):
            sort, joined = "path" if _STEP.match(word.text) else before, True
        elif (
            seen[word.text] > 1
            and before != "meta"
            and not sorts.menu(word.text)
            and not _BOUND.match(last)
            and not (i + 1 < len(words) and _BOUND.match(words[i + 1].text))
        ):
            sort, joined = "account", False
        else:
            sort = _sort(word.text, before, sorts)
            if sort in ("title", "name") and before == "menu" and _in_menu(words, i, sorts):
                sort = "menu"
            elif sort == "title" and _CLOCK.search(last) and seen[word.text] > 1:
                sort = "meta"  # 2024-10-30 21:08 and the site
            joined = bool(before) and (
                _AWAITS.match(last) is not None
                or _BAR.match(last) is not None
                or _STEP.match(last) is not None
                or (sort == before and sort not in ("second", "account"))
            )
            if joined and sort != before and not (sort == "menu" and before == "name"):
                sort = before
        if (
            not joined
            and sort == "meta"
            and before == "title"
            and i - start > 1
            and _ACCOUNT.match(last)
            and DATED.re.match(word.text)
        ):
            # headline, account, day
            yield Part(words[start].start, words[i - 2].end, before)
            start = i - 1
        if i and not joined:
            yield Part(words[start].start, words[i - 1].end, before)
            start = i
        before = sort
    if words:
        yield Part(words[start].start, words[-1].end, before)


def _in_menu(words: list[_Word], at: int, sorts: Sorts) -> bool:
    """Whether only short words stand between a word behind a menu's and the menu's next."""
    for word in words[at : at + 9]:
        if sorts.menu(word.text) or _CRUMB.search(word.text):
            return True
        if len(word.text) > 6:
            break
    return False


_ACCOUNT = late(r"[\u4e00-\u9fffA-Za-z]{2,6}$")
