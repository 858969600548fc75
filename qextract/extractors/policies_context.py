"""What the words around a document say of it: who issued it, by which verb, when, in force when."""

from __future__ import annotations

import re
from typing import NamedTuple

from qextract.extractors.policies_article import Context
from qextract.extractors.policies_issuers import (
    clause_start,
    line_above,
    own,
    paired,
    subject,
    undated,
)
from qextract.extractors.policies_patterns import (
    ADOPT,
    AGENT,
    AMONG,
    APPLY,
    CHAIN,
    CLAUSE_MARK,
    DRAFT,
    GAP_BREAK,
    HANDED_IN,
    IN_FORCE,
    ISSUE,
    MAX_GAP,
    MET,
    NOT_PASSIVE,
    NOW_IN_FORCE,
    OURS,
    OWNED,
    PAIRED_BEHIND,
    RANK,
    REPEAL,
    REPEALED,
    REVIEW,
    SEEKS,
    SEEKS_LEAD,
    VERB,
)
from qextract.lexicon import table
from qextract.mentions import Date, Grounded


class Finding(NamedTuple):
    """One thing said of a document. force is the class of the verb, or `own` for 省政府《…》.

    shared: whether it holds for all titles that are joined to the first one; 省政府印发的《甲》和
    《乙》 says nothing of 乙.
    """

    force: str
    action: Grounded | None
    issuers: tuple[Grounded, ...]
    date: Date | None
    effective: Date | None
    shared: bool = True


def before(context: Context, first: int, low: int, start: int) -> Finding | None:
    """What the words left of a document say of it: `low` to `start`, in the sentence from `first`."""
    text = context.text
    low = max(low, start - 160)
    gap = AMONG.search(text, max(low, start - 8), start)
    if gap is not None:
        start = gap.start()
    verb = _last_verb(text, low, start)
    owned = OWNED.search(text, max(low, start - 8), start)
    owners = own(context, verb[1] if verb else low, owned.start() if owned else start)
    if owners:
        action = Grounded(text[verb[0] : verb[1]], verb[0], verb[1]) if verb else None
        return Finding("own", action, owners, None, None, False)
    if verb is None:
        return None
    at, end, force = verb
    action = Grounded(text[at:end], at, end)
    clause = clause_start(text, first, at)
    if force not in (ISSUE, DRAFT, ADOPT):
        return Finding(force, action, (), None, None)
    issuers = subject(context, first, clause, at, force == ADOPT)
    if not issuers:
        issuers = line_above(context, first, at)
    if force in (ISSUE, DRAFT):
        issuers = paired(context, first, clause, at) or issuers
    if issuers and (
        HANDED_IN.search(text, end, start) or _only_repealed(text, start, issuers, clause)
    ):
        issuers = ()
    date = _dated(context, first, clause, at, issuers)
    return Finding(force, action, issuers, date, None, "的" not in text[end:start])


def _only_repealed(text: str, start: int, issuers: tuple[Grounded, ...], clause: int) -> bool:
    """Whether the subject before acts on another document: 2006年发布的《甲》同时废止."""
    return issuers[0].start < clause and REPEALED.match(text, start, start + 120) is not None


def ordered(context: Context, start: int, end: int) -> Finding | None:
    """The verb between a number and its document: 国务院令第801号公布《…》."""
    verb = VERB.re.search(context.text, start, end)
    if verb is None:
        return None
    return Finding(REVIEW, Grounded(verb[0], *verb.span()), (), None, None)


def sought(context: Context, first: int, start: int, end: int, high: int) -> Finding | None:
    """Who asks the public for its view of a draft: 某局就《…》公开征求意见."""
    text = context.text
    lead = SEEKS_LEAD.search(text, max(first, start - 6), start)
    seeks = SEEKS.match(text, end, high) if lead is not None else None
    if lead is None or seeks is None:
        return None
    issuers = subject(context, first, clause_start(text, first, lead.start()), lead.start())
    if not issuers:
        return None
    action = Grounded("征求意见", seeks.start("what"), seeks.end("what"))
    return Finding(DRAFT, action._replace(value=seeks["what"]), issuers, None, None)


def _dated(
    context: Context, low: int, clause: int, verb: int, issuers: tuple[Grounded, ...]
) -> Date | None:
    """The date of the verb: in its clause, in that of its subject, or alone before them."""
    start, end = clause, verb
    if issuers and issuers[0].start < clause:
        start = clause_start(context.text, low, issuers[0].start)
    dates = context.dates_in(start, end)
    while not dates and start > low:
        end = start - 1
        start = clause_start(context.text, low, end)
        if len(undated(context, start, end).strip()) > 3:
            return None
        dates = context.dates_in(start, end)
    return dates[-1] if dates else None


def _last_verb(text: str, low: int, start: int) -> tuple[int, int, str] | None:
    """The verb that governs a document at `start`: (start, end, class)."""
    classes = table("policy_verbs")
    chain: list[tuple[int, int, str]] = []
    window = max(low, start - 60)
    for m in VERB.re.finditer(text, window, start):
        if start - m.end() > MAX_GAP or GAP_BREAK.search(text, m.end(), start):
            chain.clear()
            continue
        if text.startswith("后的", m.end()) or (
            text[m.start() - 1] == "新" and text.startswith("的", m.end())
        ):
            continue  # 新修订的《…》, 修订后的《…》 tells of the document, not of who acts here
        force = classes[m[0]][0]
        if chain and text[chain[-1][1] : m.start()] not in CHAIN:
            chain.clear()
        chain.append((m.start(), m.end(), force))
    if not chain:
        return None
    force = min((c[2] for c in chain), key=RANK.__getitem__)
    return chain[0][0], chain[-1][1], force


def behind(context: Context, start: int, high: int) -> list[Finding]:
    """What the words right of a document, up to `high`, say of it."""
    text = context.text
    found: list[Finding] = []
    for m in AGENT.re.finditer(text, start, high):
        if text.startswith("的", m.end()):
            continue  # 由某局印发的《…》: the next document
        who = context.orgs_in(m.start("who"), m.end("who"))
        verb = m["verb"]
        action = Grounded(verb, m.start("verb"), m.end("verb"))
        dates = context.dates_in(start, m.end())
        force = table("policy_verbs").get(verb, (DRAFT,))[0]
        issuers: tuple[Grounded, ...] = ()
        if verb != "批准":
            issuers = tuple(o for o in who if not context.is_post(o))
        if not who and m["lead"] == "经" and (met := MET.match(m["who"])) is not None:
            at = m.start("who")
            issuers = (Grounded(met["body"], at, at + met.end("body")),)
        if not who and m["lead"] == "由":
            raw = re.split(r"[在于]|日前|近日|\d", m["who"], maxsplit=1)[0]
            if 2 <= len(raw) <= 14 and "的" not in raw:
                at = m.start("who")
                issuers = (Grounded(raw, at, at + len(raw)),)
        if issuers and (also := PAIRED_BEHIND.match(text, m.end(), high)) is not None:
            second = OURS.match(also["who"])
            at = also.start("who")
            others = (
                (Grounded(second[0], at, at + second.end()),)
                if second is not None
                else tuple(context.orgs_in(*also.span("who")))
            )
            issuers += others
        found.append(Finding(force, action, issuers, dates[-1] if dates else None, None))
    for date in context.dates_in(start, high):
        force_at = IN_FORCE.re.match(text, date.end, high)
        if force_at is not None:
            found.append(Finding(APPLY, None, (), None, date))
    if NOW_IN_FORCE.match(text, start, high) is not None:
        first = context.sentence(start)[0]
        opened = text.rfind("《", first, start)
        dates = context.dates_in(first, opened) if opened > first else []
        if dates and not text[dates[-1].end : opened].strip(" ,起"):
            # 3月1日,《…》正式施行
            found.append(Finding(APPLY, None, (), None, dates[-1]))
    if not found or found[0].action is None:
        verb_at = VERB.re.search(text, start, min(high, start + 40))
        if verb_at is not None and CLAUSE_MARK.search(text, start, verb_at.start()) is None:
            force = table("policy_verbs")[verb_at[0]][0]
            dates = context.dates_in(start, verb_at.start())
            if force in (ISSUE, ADOPT, REPEAL) and verb_at[0] not in NOT_PASSIVE:
                action = Grounded(verb_at[0], *verb_at.span())
                found.insert(0, Finding(force, action, (), dates[-1] if dates else None, None))
    return found
