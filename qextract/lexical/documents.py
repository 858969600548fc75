"""Documents: titles in 《》, documents known by their number, documents named without brackets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from qextract import lexicon
from qextract.lexical import (
    document_brackets,
    document_numbers,
    document_types,
    document_unbracketed,
)
from qextract.lexical.document_attached import Numbers, attached
from qextract.lexical.document_numbers import DocNumber
from qextract.mentions import Grounded, Span, Title
from qextract.rules import late

# what says of a title without a number that it is a standard
STANDARD_BEFORE = late(r"(?:国家|行业|地方|团体|企业|国际|推荐性|强制性)标准(?:项目|:)?$")
STANDARD_BEHIND = late(r"等 ?\d+ ?[项个][^,。;《]{0,14}?标准(?!化)")
# white papers of a state are policy papers, those of courts and firms reports
STATE = late(r"(?:国务院新闻办(?:公室)?|国新办|国务院|外交部|国防部|政府)[^,。;《]{0,14}$")
SPACES = late(r" ?\n ?| {2,}")
INNER = str.maketrans({"《": "〈", "》": "〉", "<": "〈", ">": "〉"})


def scan(text: str, regions: Sequence[Span]) -> list[Title]:
    """All documents and works named in the `regions` of `text`, in text order, none in another."""
    found: list[Title] = []
    for start, end in regions:
        found += _region(text, start, end)
    return found


def _region(text: str, start: int, end: int) -> list[Title]:
    numbers = Numbers(document_numbers.scan(text, start, end))
    titles: list[Title] = []
    covered = start
    for pair in document_brackets.scan(text, start, end):
        if pair.start < covered:
            continue  # the short form in the bracket behind the last title
        made, covered = _bracketed(text, pair, numbers, covered, end)
        titles.append(made)
    taken = [(t.start, t.end) for t in titles]
    titles += document_unbracketed.scan(text, start, end, taken, numbers)
    titles.sort(key=lambda t: t.start)
    return titles


def normal(text: str, start: int, end: int) -> str:
    """A title in normal form: inner brackets 〈〉, no line breaks, no spaces at the ends."""
    return SPACES.sub("", text[start:end].translate(INNER)).strip()


def _bracketed(
    text: str, pair: document_brackets.Bracketed, numbers: Numbers, low: int, end: int
) -> tuple[Title, int]:
    """The title in a pair of brackets, and the end of what belongs to it."""
    numbers.take(pair.start, pair.end)
    title = normal(text, *pair.inside)
    number, aliases, at = attached(text, pair.end, numbers, end)
    if number is None:
        number = numbers.take_behind(text, at) or numbers.take_before(text, pair.start, low)
    kind = _kind(title, number, _is_work(text, pair.start, pair.end, low, end))
    if (number is None or number.kind == "standard") and (
        ("标准" in text[max(low, pair.start - 5) : pair.start] and _says_standard(text, pair, low))
        or (text.startswith("等", at) and STANDARD_BEHIND.match(text, at, end))
    ):
        kind = document_types.standard_kind(title)
    if text.startswith("白皮书", at) and STATE.search(text, max(low, pair.start - 30), pair.start):
        kind = document_types.Kind("白皮书", "other")
    made = Title(
        text[pair.start : pair.end],
        pair.start,
        pair.end,
        title,
        tuple(name for span in pair.inner if (name := normal(text, *span))),
        Grounded(number.value, number.start, number.end) if number is not None else None,
        aliases,
        kind is not None,
        kind.doc_type if kind else None,
        True,
    )
    return made, at


def _says_standard(text: str, pair: document_brackets.Bracketed, low: int) -> bool:
    return STANDARD_BEFORE.search(text, max(low, pair.start - 10), pair.start) is not None


def _kind(title: str, number: DocNumber | None, work: bool) -> document_types.Kind | None:
    """What a title is, given its number and whether the words around it say that it is a work."""
    if number is None:
        return None if work else document_types.kind(title)
    if number.kind == "standard":
        return document_types.standard_kind(title)
    kind = document_types.kind(title)
    if kind is None and number.noun in ("法律", "行政法规"):
        return document_types.kind(number.noun)  # 第17/2022号法律《电子政务》
    if kind is None:
        return None if work else document_types.Kind("文件", "other")
    if kind.doc_type == "制度" and "/" in number.value:
        return document_types.Kind("法律", "law")  # 第4/2023号法律《…法律制度》
    return kind


def _is_work(text: str, start: int, end: int, low: int, high: int) -> bool:
    """Whether the words around the brackets say that a work is meant (纪录片《…》, 《…》一书)."""
    heads, tails = lexicon.words("doc_work_heads"), lexicon.words("doc_work_tails")
    last, first = _edges()
    left = text[max(low, start - 6) : start].rstrip()
    if left[-1:] in last and any(left[-n:] in heads for n in range(2, len(left) + 1)):
        return True
    right = text[end : min(high, end + 4)].lstrip()
    return right[:1] in first and any(right[:n] in tails for n in range(1, 5))


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """The last characters of words before works, the first ones of words behind them."""
    heads, tails = lexicon.words("doc_work_heads"), lexicon.words("doc_work_tails")
    return frozenset(w[-1] for w in heads), frozenset(w[0] for w in tails)
