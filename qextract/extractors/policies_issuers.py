"""Who does what a verb says of a document: in its clause, carried over, beside it, on the line above."""

from __future__ import annotations

import re

from qextract.extractors.policies_article import Context
from qextract.extractors.policies_patterns import (
    BARE_BODY,
    CLAUSE_MARKS,
    DATELINE,
    DRAFT,
    EMPTY_SUBJECT,
    ISSUE,
    JOIN,
    LINE_ABOVE_ALONE,
    MEETING,
    MORE,
    OFFICE,
    OTHER_BARE,
    OTHERS,
    OURS,
    PAIRED,
    PASSED_BY,
    SAID,
    SHORT_BODY,
    VERB,
    WITH,
    WORDS,
)
from qextract.lexical.organisation_bounds import ends_body
from qextract.lexicon import table
from qextract.mentions import Grounded


def clause_start(text: str, low: int, at: int) -> int:
    while at > low and (text[at - 1] not in CLAUSE_MARKS or text[at - 2 : at + 1][::2].isdigit()):
        at -= 1  # 4,860万元 is one figure
    return at


def own(context: Context, low: int, start: int) -> tuple[Grounded, ...]:
    """Organisations right before the brackets: 省委、省政府《…》, 国务院的《…》."""
    orgs = context.orgs_in(max(low, start - 60), start)
    gap = context.text[orgs[-1].end : start].strip() if orgs else None
    if gap and gap.startswith("等"):
        gap = OTHERS.sub("", gap)
    if gap not in ("", "的", "关于", "新", "此前", "最新"):
        bare = OFFICE.search(context.text, max(low, start - 5), start)
        return (Grounded(bare[0], *bare.span()),) if bare is not None else ()
    return tuple(_joined(context, orgs))


def _joined(context: Context, orgs: list[Grounded]) -> list[Grounded]:
    """The last organisations of the list that are joined to each other."""
    group = [orgs[-1]]
    for org in reversed(orgs[:-1]):
        between = context.text[org.end : group[0].start]
        if JOIN.re.fullmatch(between) is None:
            break
        group.insert(0, org)
    return group


def subject(
    context: Context, low: int, clause: int, verb: int, adopted: bool = False
) -> tuple[Grounded, ...]:
    """Who does what the verb at `verb` says, in its clause or carried over from the one before.

    adopted: whether the verb is one of adopting, which the body of a meeting does.
    """
    text = context.text
    orgs = [o for o in context.orgs_in(clause, verb) if not context.is_post(o)]
    if orgs:
        gap = text[orgs[-1].end : verb]
        if SAID.re.search(gap) is not None:
            return ()
        group = _joined(context, orgs)
        if (more := MORE.match(text, group[-1].end, verb)) is not None:
            last = group[-1]
            group[-1] = Grounded(text[last.start : more.end()], last.start, more.end())
        if text[group[0].start - 1] == "(" and text[group[-1].end : group[-1].end + 1] == ")":
            # 市场监管总局(国家标准委): the second name of the same body
            outer = [o for o in orgs if o.end == group[0].start - 1]
            group = _joined(context, orgs[: orgs.index(outer[0]) + 1]) if outer else group
        if WITH.search(text, clause, group[0].start) is not None:
            return ()
        short = SHORT_BODY.search(text, clause, group[0].start)
        if short is not None:
            group.insert(0, Grounded(short["body"], *short.span("body")))
        return tuple(group)
    bare = BARE_BODY.re.match(text, clause, verb)
    if bare is not None and SAID.re.search(text, bare.end(), verb) is None:
        named = [bare]
        while (other := OTHER_BARE.match(text, named[-1].end("body"), verb)) is not None:
            named.append(other)
        return tuple(Grounded(one["body"], *one.span("body")) for one in named)
    lead = text[clause:verb]
    by = re.search(r"由([^由的]{2,12}?)(?:牵头|联合|会同|负责|组织|主导|共同)*$", lead)
    if by is not None:
        return (Grounded(by[1], clause + by.start(1), clause + by.end(1)),)
    if "会议" in lead or EMPTY_SUBJECT.re.fullmatch(undated(context, clause, verb)) is None:
        return ()
    return _carried(context, low, clause, adopted)


def undated(context: Context, start: int, end: int) -> str:
    """The text without its dates."""
    parts, at = [], start
    for date in context.dates_in(start, end):
        parts.append(context.text[at : date.start])
        at = date.end
    parts.append(context.text[at:end])
    return "".join(parts)


def _meeting(context: Context, start: int, end: int) -> Grounded | None:
    """The body whose meeting ends a clause: 市长主持召开市政府常务会议."""
    orgs = context.orgs_in(start, end)
    if orgs and MEETING.fullmatch(context.text, orgs[-1].end, end) is not None:
        return orgs[-1]
    return None


def _carried(context: Context, low: int, clause: int, adopted: bool) -> tuple[Grounded, ...]:
    """The subject of an earlier clause of the sentence: it opens that clause."""
    text = context.text
    end = clause - 1
    # 署方已预留款项,设置标志,并更新《…》: one clause of the same subject may stand between
    passed = 0 if text.startswith(("并", "还"), clause) else 1
    while end > low:
        start = clause_start(text, low, end)
        if adopted and (met := _meeting(context, start, end)) is not None:
            return (met,)
        orgs = [o for o in context.orgs_in(start, end) if not context.is_post(o)]
        if orgs:
            opened = text.rfind("《", start, orgs[0].start)
            if opened > text.rfind("》", start, orgs[0].start):
                return ()  # 商业银行 in 《商业银行…办法》 does nothing
            lead = DATELINE.sub("", undated(context, start, orgs[0].start))
            group = [orgs[0]]
            for org in orgs[1:]:
                if JOIN.re.fullmatch(text[group[-1].end : org.start]) is None:
                    break
                group.append(org)
            rest = text[group[-1].end : end]
            if len(lead.strip()) > 3 or SAID.re.search(rest[:8]) or lead.strip() in ("据", "在"):
                return ()
            return tuple(group)
        bare = BARE_BODY.re.match(text, start, end)
        if bare is not None and SAID.re.search(text, bare.end(), end) is None:
            return (Grounded(bare["body"], *bare.span("body")),)
        if len(undated(context, start, end).strip()) > 2 and not PASSED_BY.fullmatch(
            text, start, end
        ):
            passed += 1
            if passed > 1 or end - start > 20:
                return ()
        end = start - 1
    return ()


def line_above(context: Context, low: int, verb: int) -> tuple[Grounded, ...]:
    """The bodies that are all of the line above 关于印发《…》."""
    match = LINE_ABOVE_ALONE.search(context.text, max(0, verb - 90), verb)
    if match is None:
        return ()
    start = match.start("line")
    parts = [
        Grounded(part[0], start + part.start(), start + part.end())
        for part in WORDS.finditer(match["line"])
    ]
    return tuple(parts) if all(ends_body(part.value) for part in parts) else ()


def paired(context: Context, low: int, clause: int, verb: int) -> tuple[Grounded, ...]:
    """Both bodies of A发布、B牵头制定的《…》, none where there is one only."""
    text = context.text
    match = PAIRED.search(text, max(clause, verb - 40), verb)
    if match is None and clause > low:
        match = PAIRED.search(text, max(clause - 1, verb - 40), verb)
    if match is None:
        return ()
    first = next(
        (
            m
            for m in VERB.re.finditer(text, max(low, match.start() - 40), match.start())
            if m.end() == match.start()
        ),
        None,
    )
    if first is None or table("policy_verbs")[first[0]][0] not in (ISSUE, DRAFT):
        return ()
    begin = clause_start(text, low, first.start())
    ours = OURS.match(text, match.start("who"), verb)
    second = (
        (Grounded(ours[0], *ours.span()),)
        if ours is not None
        else tuple(o for o in context.orgs_in(*match.span("who")) if not context.is_post(o))
    )
    return (*subject(context, low, begin, first.start()), *second) if second else ()
