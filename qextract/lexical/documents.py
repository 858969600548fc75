"""Documents: titles in 《》, documents known by their number, documents named without brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from qextract import lexicon
from qextract.lexical import (
    document_brackets,
    document_numbers,
    document_types,
    document_unbracketed,
)
from qextract.lexical.document_numbers import DocNumber
from qextract.mentions import Grounded, Span, Title
from qextract.rules import Pattern

ALIAS_LEAD = r"(?:(?:以下|下文|文中)?(?:统|并|合)?(?:简)?称(?:为|作|之为)?|下称|简称|又称|即) ?:? ?"

ALIAS = Pattern(
    "document.alias",
    "a short form that the text gives to a document",
    rf"{ALIAS_LEAD}[《〈“‘](?P<name>[^《》〈〉“”‘’()\n]{{1,30}}+)[》〉”’]"
    rf"|{ALIAS_LEAD}(?P<bare>[^《》〈〉“”‘’(),;。、\n]{{2,14}}+)(?=[),])",
    examples={"(以下简称《办法》)": "以下简称《办法》", "(简称“新条例”)": "简称“新条例”"},
    rejects=("简称市局《办法》",),
)

BEHIND = Pattern(
    "document.behind",
    "the bracket right behind a title, with a number or short form in it",
    r"\s{0,2}\((?P<inside>[^()\n]{2,90}+(?:\([^()\n]{1,40}\)[^()\n]{0,60}+)?+)\)?",
    examples={"(国办发〔2023〕12号,以下简称《办法》)": "(国办发〔2023〕12号,以下简称《办法》)"},
    rejects=("国办发",),
)

BARE_ALIAS = re.compile(r"\s?[《“]([^《》“”()\n]{2,20})[》”]\s?")
GAP_BEFORE = re.compile(r"[ \n]*(?:文件|法律|行政法规|公告|令|号令|文|标准|规范)?[ \n,:]{0,2}")
SPACES = re.compile(r" ?\n ?| {2,}")
INNER = str.maketrans({"《": "〈", "》": "〉", "<": "〈", ">": "〉"})


def scan(text: str, regions: Sequence[Span]) -> list[Title]:
    """All documents and works named in the `regions` of `text`, in text order, none in another."""
    found: list[Title] = []
    for start, end in regions:
        found += _region(text, start, end)
    return found


def _region(text: str, start: int, end: int) -> list[Title]:
    numbers = document_numbers.scan(text, start, end)
    number_starts = [n.start for n in numbers]
    used: set[int] = set()
    titles: list[Title] = []
    covered = start
    for pair in document_brackets.scan(text, start, end):
        if pair.start < covered:
            continue  # the short form in the bracket behind the last title
        made, covered = _bracketed(text, pair, numbers, number_starts, used, covered, end)
        titles.append(made)
    taken = [(t.start, t.end) for t in titles]
    titles += document_unbracketed.scan(text, start, end, taken, numbers, used)
    titles.sort(key=lambda t: t.start)
    return titles


def normal(text: str, start: int, end: int) -> str:
    """A title in normal form: inner brackets 〈〉, no line breaks, no spaces at the ends."""
    return SPACES.sub("", text[start:end].translate(INNER)).strip()


def _bracketed(
    text: str,
    pair: document_brackets.Bracketed,
    numbers: list[DocNumber],
    starts: list[int],
    used: set[int],
    low: int,
    end: int,
) -> tuple[Title, int]:
    """The title in a pair of brackets, and the end of what belongs to it."""
    for i in range(bisect_left(starts, pair.start), bisect_left(starts, pair.end)):
        used.add(i)
    title = normal(text, *pair.inside)
    number: Grounded | None = None
    standard = False
    aliases: list[Grounded] = []
    at = pair.end
    while (behind := BEHIND.re.match(text, at, min(end, at + 200))) is not None:
        first, last = behind.span("inside")
        taken = False
        for i in range(bisect_left(starts, first), bisect_left(starts, last)):
            used.add(i)
            taken = True
            if number is None:
                number = _grounded(numbers[i])
                standard = numbers[i].kind == "standard"
        for m in ALIAS.re.finditer(text, first, last + 1):
            group = "name" if m["name"] is not None else "bare"
            aliases.append(Grounded(m[group].strip(), *m.span(group)))
            taken = True
        if not taken and (m := BARE_ALIAS.fullmatch(text, first, last)) is not None:
            aliases.append(Grounded(m[1], *m.span(1)))
            taken = True
        if not taken:
            break
        at = behind.end()
    if not aliases and (m := AFTER_ALIAS.match(text, at, min(end, at + 60))) is not None:
        alias = ALIAS.re.match(text, m.end(), min(end, m.end() + 60))
        if alias is not None and alias["name"] is not None:
            aliases.append(Grounded(alias["name"].strip(), *alias.span("name")))
            at = alias.end()
    if number is None:
        i = bisect_left(starts, pair.end)
        if i < len(numbers) and numbers[i].kind == "paper" and numbers[i].start - at <= 1:
            used.add(i)
            number = _grounded(numbers[i])
    i = bisect_left(starts, pair.start) - 1
    if number is None and i >= 0 and i not in used and numbers[i].end >= low:
        noun_end = numbers[i].end
        if GAP_BEFORE.fullmatch(text, noun_end, pair.start) is not None:
            used.add(i)
            number = _grounded(numbers[i])
            standard = numbers[i].kind == "standard"
    kind = document_types.standard_kind(title) if standard else document_types.kind(title)
    if number is None and kind is not None and _is_work(text, pair.start, pair.end, low, end):
        kind = None
    if kind is None and number is not None and not _is_work(text, pair.start, pair.end, low, end):
        kind = document_types.Kind("文件", "other")
    inner = tuple(normal(text, *span) for span in pair.inner)
    made = Title(
        text[pair.start : pair.end],
        pair.start,
        pair.end,
        title,
        inner,
        number,
        tuple(aliases),
        kind is not None,
        kind.doc_type if kind else None,
        True,
    )
    return made, at


AFTER_ALIAS = re.compile(r" ?[,(]? ?(?=以下|下称|简称)")


def _grounded(number: DocNumber) -> Grounded:
    return Grounded(number.value, number.start, number.end)


def _is_work(text: str, start: int, end: int, low: int, high: int) -> bool:
    """Whether the words around the brackets say that a work is meant (纪录片《…》, 《…》一书)."""
    heads, tails = lexicon.words("doc_work_heads"), lexicon.words("doc_work_tails")
    left = text[max(low, start - 6) : start].rstrip()
    right = text[end : min(high, end + 4)].lstrip()
    return any(left[-n:] in heads for n in range(2, 7) if n <= len(left)) or any(
        right[:n] in tails for n in range(1, 5)
    )
