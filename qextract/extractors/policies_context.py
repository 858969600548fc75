"""What the words around a document say of it: who issued it, by which verb, when, in force when."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from qextract.document import Article
from qextract.extractors.policies_patterns import (
    ADOPT,
    AGENT,
    AMONG,
    ANAPHOR,
    APPLY,
    BARE_BODY,
    CHAIN,
    CLAUSE_MARK,
    CLAUSE_MARKS,
    COUNCIL,
    DATELINE,
    DRAFT,
    EMPTY_SUBJECT,
    GAP_BREAK,
    HANDED_IN,
    IN_FORCE,
    ISSUE,
    JOIN,
    LEAD,
    LINE_ABOVE_ALONE,
    MAX_GAP,
    MEETING,
    MET,
    MORE,
    NOT_NAMED,
    NOT_PASSIVE,
    NOW_IN_FORCE,
    OFFICE,
    OTHER_BARE,
    OTHERS,
    OURS,
    OWNED,
    PAIRED,
    PAIRED_BEHIND,
    PARTS,
    PASSED_BY,
    RANK,
    REPEAL,
    REPEALED,
    REVIEW,
    SAID,
    SEEKS,
    SEEKS_LEAD,
    SHORT_BODY,
    VERB,
    WITH,
    WORDS,
)
from qextract.lexical.organisation_bounds import ends_body
from qextract.lexicon import table
from qextract.mentions import Date, Grounded, Organisation, Span


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


class Context:
    """An article's mentions, ready to be looked up by position."""

    def __init__(self, article: Article) -> None:
        mentions = article.mentions
        self.text = article.text
        self.dates = mentions.dates
        self.date_starts = [d.start for d in mentions.dates]
        self.orgs = mentions.organisations
        self.org_starts = [o.start for o in self.orgs]
        self.people = mentions.people
        self.people_starts = [p.start for p in mentions.people]
        self.sentences = mentions.sentences
        self.sentence_starts = [s.start for s in mentions.sentences]

    def sentence(self, at: int) -> Span:
        """The sentence around a position."""
        i = bisect_right(self.sentence_starts, at) - 1
        if i < 0:
            return (at, at)
        return (self.sentences[i].start, self.sentences[i].end)

    def dates_in(self, start: int, end: int) -> list[Date]:
        """The dates between two positions."""
        found = self.dates[
            bisect_left(self.date_starts, start) : bisect_left(self.date_starts, end)
        ]
        # 2025年第19号 is a number
        return [date for date in found if not self.text.startswith("第", date.end)]

    def orgs_in(self, start: int, end: int) -> list[Grounded]:
        """The organisations between two positions, 该局 among them by its full name."""
        low, high = bisect_left(self.org_starts, start), bisect_left(self.org_starts, end)
        if low and self.orgs[low - 1].end > start:
            low -= 1  # 落实省委: its verb stands before `start`, the body behind it
        found: list[Grounded] = []
        for org in self.orgs[low:high]:
            if org.end <= end and (not found or org.start >= found[-1].end):
                body = self._trimmed(org)
                if body.start >= start and not body.value.startswith(NOT_NAMED):
                    found.append(body)
        if self.text.find("该", start, end) >= 0 or self.text.find("方", start, end) >= 0:
            for m in ANAPHOR.finditer(self.text, start, end):
                named = self._latest(m["kind"] or m["side"], m.start())
                if named is not None:
                    found = [o for o in found if o.end <= m.start() or o.start >= m.end()]
                    found.append(Grounded(named, m.start(), m.end()))
            found.sort(key=lambda o: o.start)
        return found

    def _trimmed(self, org: Organisation) -> Grounded:
        """An organisation without the words in front that are none of it, and with its whole end."""
        text, start, end = self.text, org.start, org.end
        for _ in range(2):  # 贯彻一九九六年中共中央: a verb, then a date
            lead = LEAD.re.match(text, start, end)
            if lead is not None and end - lead.end() > 1:
                start = lead.end()
            at = bisect_right(self.date_starts, start) - 1
            if at < 0 or not start < self.dates[at].end < end - 1:
                break
            start = self.dates[at].end
        if text[end - 1] == "院" and COUNCIL.match(text, end) is not None:
            end += 1  # 行政院会 is the meeting of the 院, a body of its own
        elif text.startswith("人大常委会", end - 2):
            end += 3
        return Grounded(text[start:end], start, end)

    def _latest(self, kind: str, before: int) -> str | None:
        high = bisect_left(self.org_starts, before)
        for org in reversed(self.orgs[max(0, high - 40) : high]):
            at = org.text.rfind(kind)
            if at > 0 and not org.text.startswith(NOT_NAMED) and PARTS.match(org.text, at + 1):
                return org.text[: at + len(kind)]
        return None

    def is_post(self, org: Grounded) -> bool:
        """Whether the organisation belongs to a person's post (省教育厅厅长…)."""
        i = bisect_right(self.people_starts, org.start) - 1
        return i >= 0 and org.end <= self.people[i].end


def before(context: Context, first: int, low: int, start: int) -> Finding | None:
    """What the words left of a document say of it: `low` to `start`, in the sentence from `first`."""
    text = context.text
    low = max(low, start - 160)
    gap = AMONG.search(text, max(low, start - 8), start)
    if gap is not None:
        start = gap.start()
    verb = _last_verb(text, low, start)
    owned = OWNED.search(text, max(low, start - 8), start)
    own = _own(context, verb[1] if verb else low, owned.start() if owned else start)
    if own:
        action = Grounded(text[verb[0] : verb[1]], verb[0], verb[1]) if verb else None
        return Finding("own", action, own, None, None, False)
    if verb is None:
        return None
    at, end, force = verb
    action = Grounded(text[at:end], at, end)
    clause = _clause_start(text, first, at)
    if force not in (ISSUE, DRAFT, ADOPT):
        return Finding(force, action, (), None, None)
    issuers = subject(context, first, clause, at, force == ADOPT)
    if not issuers:
        issuers = _line_above(context, first, at)
    if force in (ISSUE, DRAFT):
        issuers = _paired(context, first, clause, at) or issuers
    if issuers and (
        HANDED_IN.search(text, end, start) or _only_repealed(text, start, issuers, clause)
    ):
        issuers = ()
    date = _dated(context, first, clause, at, issuers)
    return Finding(force, action, issuers, date, None, "的" not in text[end:start])


def _line_above(context: Context, low: int, verb: int) -> tuple[Grounded, ...]:
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


def _paired(context: Context, low: int, clause: int, verb: int) -> tuple[Grounded, ...]:
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
    begin = _clause_start(text, low, first.start())
    ours = OURS.match(text, match.start("who"), verb)
    second = (
        (Grounded(ours[0], *ours.span()),)
        if ours is not None
        else tuple(o for o in context.orgs_in(*match.span("who")) if not context.is_post(o))
    )
    return (*subject(context, low, begin, first.start()), *second) if second else ()


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
    issuers = subject(context, first, _clause_start(text, first, lead.start()), lead.start())
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
        start = _clause_start(context.text, low, issuers[0].start)
    dates = context.dates_in(start, end)
    while not dates and start > low:
        end = start - 1
        start = _clause_start(context.text, low, end)
        if len(_undated(context, start, end).strip()) > 3:
            return None
        dates = context.dates_in(start, end)
    return dates[-1] if dates else None


def _clause_start(text: str, low: int, at: int) -> int:
    while at > low and (text[at - 1] not in CLAUSE_MARKS or text[at - 2 : at + 1][::2].isdigit()):
        at -= 1  # 4,860万元 is one figure
    return at


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


def _own(context: Context, low: int, start: int) -> tuple[Grounded, ...]:
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
    if "会议" in lead or EMPTY_SUBJECT.re.fullmatch(_undated(context, clause, verb)) is None:
        return ()
    return _carried(context, low, clause, adopted)


def _undated(context: Context, start: int, end: int) -> str:
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
        start = _clause_start(text, low, end)
        if adopted and (met := _meeting(context, start, end)) is not None:
            return (met,)
        orgs = [o for o in context.orgs_in(start, end) if not context.is_post(o)]
        if orgs:
            opened = text.rfind("《", start, orgs[0].start)
            if opened > text.rfind("》", start, orgs[0].start):
                return ()  # 商业银行 in 《商业银行…办法》 does nothing
            lead = DATELINE.sub("", _undated(context, start, orgs[0].start))
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
        if len(_undated(context, start, end).strip()) > 2 and not PASSED_BY.fullmatch(
            text, start, end
        ):
            passed += 1
            if passed > 1 or end - start > 20:
                return ()
        end = start - 1
    return ()


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
