"""Sentences and clauses: the frame in which everything else is looked up."""

from __future__ import annotations

from collections.abc import Sequence

from qextract.mentions import Clause, Sentence, Span
from qextract.rules import Pattern

SENTENCE_END = Pattern(
    "sentence.end",
    "where a sentence ends: a full stop with what closes behind it, or the end of a line",
    # one class in front lets a scan skip to it
    r"[。!?…;.\n](?:(?<=[。!?…])[。!?…]*+[”’》〉)\]】]*+|(?<=;)(?=\s)|(?<=\.)(?=\s|$)|(?<=\n)\n*+)",
    examples={"会议结束。次日": "。", "他说:“好。”随后": "。”", "第一行\n第二行": "\n"},
    rejects=("增长5.6%,达到", "一、二、三"),
)

CLAUSE_END = Pattern(
    "clause.end",
    "where a clause ends inside a sentence; a comma between figures (1,200) is none",
    r"[,;。!?:—…](?:(?<=,)(?:(?!\d{3}(?!\d))|(?<!\d,))|(?<=[;。!?])|(?<=:)(?!\d)|(?<=—)—|(?<=…)…*+)",
    examples={"会议召开,张三出席": ",", "他说:好": ":"},
    rejects=("共1,200家", "8:30开始", "甲、乙"),
)

QUOTED_NAME = Pattern(
    "sentence.quoted_name",
    "a short stretch in quotes without a full stop: a name or a slogan, not speech",
    r"“[^“”。!?\n,]{1,40}+”",
    examples={"开展“铁拳”行动": "“铁拳”"},
    rejects=("他说:“会议结束。”",),
)

LONGEST = 1000
"""Characters after which a text without full stops is cut at any mark: those who look for something
in a sentence then take time that grows with the text, not with its square."""


def scan(text: str, regions: Sequence[Span]) -> list[Sentence]:
    """The sentences of `regions` in order; blank ones are left out."""
    found: list[Sentence] = []
    paragraph = 0
    ends = SENTENCE_END.re.finditer
    for start, stop in regions:
        at = start
        for match in ends(text, start, stop):
            line_end = match.group()[0] == "\n"
            _add(found, text, at, match.start() if line_end else match.end(), paragraph)
            paragraph += line_end
            at = match.end()
        _add(found, text, at, stop, paragraph)
        paragraph += 1
    return found


def _add(found: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + 1, start + LONGEST) for mark in ",;、 ") + 1
        cut = cut or start + LONGEST
        _add(found, text, start, cut, paragraph)
        start = cut
        while text[start].isspace():
            start += 1
    if start == end:
        return
    clauses: list[Clause] = []
    at = start
    for match in CLAUSE_END.re.finditer(text, start, end):
        low, high = match.span()
        if at < low:
            clauses.append(Clause(at, low))
        at = high
    if at < end:
        clauses.append(Clause(at, end))
    found.append(Sentence(start, end, tuple(clauses) or (Clause(start, end),), paragraph))
