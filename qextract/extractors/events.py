"""Events: what happened, or is to happen, on a date.

A date looks for the verb it governs: the first strong one behind it within a few clauses, a weak
one only nearby, else a verb it completes (暂停至8月1日). The verb's shape picks the rule, and the
rule says kind, name and place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from qextract.document import Article, Draft
from qextract.extractors import policies
from qextract.extractors.event_choice import choose
from qextract.extractors.event_drafts import draft_of
from qextract.extractors.event_frame import Found, Frame
from qextract.extractors.event_names import clause_cuts
from qextract.extractors.event_rules import (
    SHAPES,
    at_meeting,
    completes,
    hong_kong_said,
    in_force,
    label_line,
    lasts,
    life_line,
    on_view,
    opens,
    plain,
    within,
)
from qextract.extractors.event_settled import carried, completed, joined
from qextract.extractors.event_triggers import Trigger, scan
from qextract.lexical.sentences import QUOTED_NAME
from qextract.mentions import Date, Span
from qextract.rules import Pattern, Rule, late

LONGEST_DAY = 45
"""Days; a dating that spans more is a period, in which weak verbs and mere figures make no event."""

LONGEST_SPAN = 200
"""The same for a span whose first and last day are told."""

UNTIL = ("到", "至", "截至", "截止", "较", "比")
"""Words before a date that make it a target or a base of comparison."""

FAR = 14
"""How far behind a day a season or a quarter may stand that belongs to a name."""

EXPLAINS = 12
"""How far behind a date a bracket with the same time elsewhere may hold the next."""

TOGETHER = frozenset({"及", "和", "、", "与"})


def extract(article: Article) -> list[Draft]:
    """The dated events of the article, one draft a happening."""
    drafts: dict[tuple[str, ...], Draft] = {}
    others: dict[tuple[str, ...], list[Span]] = {}
    named: set[int] = set()
    frames = sorted(
        _frames(article), key=lambda f: (f.date.value.precision == "year", f.date.start)
    )
    for frame in frames:
        date = frame.date
        if date.start in named and date.end - 1 in named:
            continue
        for rule, found in _found(frame):
            if isinstance(found.name, tuple):
                named.update(range(*found.name))
            draft = draft_of(frame, rule, found)
            if drafts.setdefault(draft.key, draft) is not draft:
                others.setdefault(draft.key, []).append((draft.start, draft.end))
    for key, spans in others.items():
        drafts[key] = drafts[key]._replace(others=tuple(spans))
    ordered = joined(sorted(drafts.values(), key=lambda draft: draft.grounding["date"]))
    return completed(article, carried(article.text, ordered))


def _frames(article: Article) -> Iterator[Frame]:
    """A frame for each date that may date an event."""
    text, mentions = article.text, article.mentions
    closed = _closed(article)
    starts = [start for start, _ in closed]
    triggers = scan(text, article.page.regions, closed, mentions.places)
    begins = [trigger.start for trigger in triggers]
    names = {mentions.titles[i].start: name for i, name in policies.resolve(article).items()}
    dateline = article.page.dateline
    dates = [
        date
        for date in mentions.dates
        if not _inside(date, starts, closed)
        and not (
            dateline and date.start == dateline.start and not text.startswith("消息", date.end)
        )
    ]
    sentences = mentions.sentences
    at = 0
    limits = _limits(text, dates, begins)
    cuts: list[int] = []
    cut = -1
    for i, date in enumerate(dates):
        while at < len(sentences) and sentences[at].end <= date.start:
            at += 1
        if at == len(sentences) or sentences[at].start > date.start:
            continue
        if i and limits[i - 1] > date.start and _hangs_on(text, dates[i - 1], date):
            continue
        sentence = sentences[at]
        if at != cut:
            cut, cuts = at, clause_cuts(text, sentence.start, sentence.end)
        limit = min(sentence.end, limits[i])
        floor = max(sentence.start, dates[i - 1].end if i else 0)
        k = bisect_left(cuts, date.start)
        left = cuts[k - 1] + 1 if k else sentence.start
        first = bisect_left(begins, date.end)
        yield Frame(
            article=article,
            text=text,
            date=date,
            sentence=sentence,
            cuts=cuts,
            left=left,
            floor=floor,
            limit=limit,
            coarse=_coarse(date),
            after=triggers[first : bisect_left(begins, limit)],
            before=triggers[
                bisect_left(begins, max(left, floor)) : bisect_right(begins, date.start)
            ],
            triggers=triggers,
            titles=mentions.titles,
            names=names,
        )


def _of_name(text: str, date: Date, following: Date) -> bool:
    """Whether the second date is a part of a meeting's name (7月24日,公司2023年年中工作会议召开)."""
    fine = date.value.precision in ("day", "range") and following.value.precision != "day"
    return (
        fine
        and following.text[:4].isdigit()
        and OCCASION_BEHIND.match(text, following.end) is not None
    )


def _hangs_on(text: str, before: Date, date: Date) -> bool:
    """Whether a date says nothing of its own: the time elsewhere, the year of a name."""
    year = date.value.precision == "year" and before.value.precision in ("day", "month", "range")
    if year and text.startswith(("第", "首"), date.end):
        return True  # 9月24日,今年第18号台风登陆
    return _explains(text, before, date)


def _limits(text: str, dates: Sequence[Date], begins: Sequence[int]) -> list[int]:
    """Where each date's reach ends: at the next date, but for three cases.

    A bare year behind a finer date belongs to a name (9月2日,…暨2022年启动仪式), as does a quarter
    close behind it; dates joined by 及 share one happening; a date in brackets explains.
    """
    limits = [len(text)] * len(dates)
    for i in range(len(dates) - 2, -1, -1):
        date, following = dates[i], dates[i + 1]
        limits[i] = following.start
        between = text[date.end : following.start]
        if _explains(text, date, following):
            limits[i] = limits[i + 1]
            continue
        idle = bisect_left(begins, date.end) == bisect_left(begins, following.start)
        finer = following.value.precision == "year" and date.value.precision != "year"
        part = (
            _coarse(following)
            and following.value.start is not None
            and not _coarse(date)
            and len(between) < FAR
            and "。" not in between
        )
        finer = part or finer or _of_name(text, date, following)
        if between.strip() in TOGETHER or (finer and idle and between[-1:] not in "自于从到至(比"):
            limits[i] = limits[i + 1]
    return limits


def _explains(text: str, date: Date, following: Date) -> bool:
    """Whether the second date only tells the first's time elsewhere (北京时间8日零时)."""
    between = text[date.end : following.start]
    return (
        len(between) < EXPLAINS
        and "(" in between
        and ")" not in between
        and ")" in text[following.end : following.end + 6]
    )


def _coarse(date: Date) -> bool:
    value = date.value
    if value.start is None or value.end is None:
        return value.basis != "unresolved" or value.precision not in ("day", "month")
    longest = LONGEST_SPAN if value.edtf.count("-") == 4 else LONGEST_DAY
    return (value.end - value.start).days > longest


def _closed(article: Article) -> list[Span]:
    """Titles and short quoted names: a verb or a date inside them says nothing of the text."""
    spans = [(title.start, title.end) for title in article.mentions.titles]
    for start, end in article.page.regions:
        spans += [match.span() for match in QUOTED_NAME.re.finditer(article.text, start, end)]
    return sorted(spans)


def _inside(date: Date, starts: Sequence[int], closed: Sequence[Span]) -> bool:
    at = bisect_right(starts, date.start) - 1
    return at >= 0 and closed[at][0] < date.start and date.end <= closed[at][1]


def _found(frame: Frame) -> Iterator[tuple[Rule, Found]]:
    """What the rules make of the frame; a year may hold several happenings with names."""
    for rule in (on_view, label_line, within, life_line, lasts, opens):
        found = rule.run(frame)
        if found is not None:
            yield rule, found
            return
    if _aims(frame):
        return
    force = in_force.run(frame)
    if force is not None:
        yield in_force, force
        return
    meeting = at_meeting.run(frame)
    if meeting is not None:
        yield at_meeting, meeting
        return
    linked = _linked(frame)
    if linked is not None:
        yield completes, linked
        return
    said = hong_kong_said.run(frame)
    if said is not None:
        yield hong_kong_said, said
        return
    chosen = choose(frame)
    if chosen is not None:
        rule = SHAPES[chosen.shape]
        found = rule.run(frame, chosen)
        if found is not None:
            yield rule, _by_accused(frame, found)
            if frame.date.value.precision == "year" and chosen.shape in MORE:
                yield from _further(frame, chosen)
            return
    for rule in (completes, plain):
        found = rule.run(frame)
        if found is not None:
            yield rule, _by_accused(frame, found)
            return


def _linked(frame: Frame) -> Found | None:
    """What VERB于DATE tells, whatever verbs follow in other clauses (组建于2021年,实行…)."""
    text, date = frame.text, frame.date
    if not frame.before or text[date.start - 1] != "于" or frame.before[-1].end < date.start - 1:
        return None
    if text[date.end : date.end + 1] not in (",", "。", ";", "的", ")", ""):
        return None
    found = completes.run(frame)
    return found if isinstance(found, Found) else None


ACCUSED = Pattern(
    "event.accused",
    "somebody accused as the subject right behind a date: what he did was misconduct",
    r"(?:间|期间|许)?,?(?:被告人?|犯罪嫌疑人|嫌疑人|嫌犯|罪犯|涉案人员|涉事[^,。;:!?]{0,6}?)(?!被|供|交代|承认|表示|称|到案|落网|归案|投案)",
    examples={",被告人田某": ",被告人"},
    rejects=("被告被判", "原告起诉"),
)


def _by_accused(frame: Frame, found: Found) -> Found:
    if found.kind != "other" or ACCUSED.re.match(frame.text, frame.date.end) is None:
        return found
    return found._replace(kind="incident")


def _aims(frame: Frame) -> bool:
    """Whether the date is a target, a deadline for a figure or a base of comparison."""
    text, date, value = frame.text, frame.date, frame.date.value
    if date.text.startswith(("截至", "截止", "较", "比")) or text.startswith(
        ("报道,", "的一天"), date.end
    ):
        return True
    if date.text.endswith(("节", "日")) and FEAST_OF.re.match(text, date.end):
        return True
    if date.text.endswith("年来") and date.text[0] in "0123456789一二三四五六七八九十几近多":
        return True
    said = text[date.end : date.end + 1] == "的" and not text.endswith("于", 0, date.start)
    if frame.coarse and (said or _belongs(frame)):
        return True
    before = text[max(frame.sentence.start, date.start - 2) : date.start]
    if before.endswith(("至", "到")) and not frame.coarse and value.precision == "day":
        return not frame.before and not (
            frame.after and frame.after[0].start - date.end < 4 and frame.after[0].strength == "A"
        )
    if text[date.start - 1 : date.start] in ("在", "于") and DUE.match(text, date.end):
        return True
    if value.precision == "year" and ENSURED.search(
        text, max(frame.sentence.start, date.start - 24), date.start
    ):
        return True
    if before.endswith(UNTIL) and (frame.coarse or value.precision == "year" or not frame.before):
        return True
    return value.start is None and value.precision == "year" and value.basis != "unresolved"


OCCASION_BEHIND = late(
    r"[^,。;:!?\n]{0,12}?(?:会议|大会|总结会|推进会|座谈会|年会|例会|分析会|发布会|论坛|对接会|调度会)"
)
"""What stands behind a period that a meeting is named for."""

ENSURED = late(r"确保|力争|争取|目标是|力求|努力实现")
"""What makes of a year behind it a target."""

DUE = late(r"(?!,)[^,。;:!?]{2,9}(?<![之以目日空年])前(?![往来后期])")
"""What makes of a date the limit by which something is to be done (在4月1日新财政年度前)."""

FEAST_OF = Pattern(
    "event.feast_of",
    "what stands behind a feast that only names something (医师节主题海报)",
    r"(?:主题|宣传|海报|文创|礼盒|特别节目|系列|献礼|特辑|档)",
    examples={"主题活动海报亮相": "主题"},
    rejects=(",全市举行",),
)


def _belongs(frame: Frame) -> bool:
    """Whether the date is part of what a verb right before it names (通报2022年审理情况)."""
    if not frame.before:
        return False
    verb = frame.before[-1]
    link = frame.text[verb.end : frame.date.start]
    return link in ("", "了") and verb.shape in ("title", "said", "attend")


def _further(frame: Frame, chosen: Trigger) -> Iterator[tuple[Rule, Found]]:
    """Later happenings of the same sentence under one year, where they have names of their own."""
    seen = {chosen.shape}
    for trigger in frame.after:
        if trigger.start > chosen.end and trigger.strength == "A" and trigger.shape in MORE - seen:
            seen.add(trigger.shape)
            found = SHAPES[trigger.shape].run(frame, trigger)
            if found is not None and found.name is not None:
                yield SHAPES[trigger.shape], found


MORE = {"held", "title"}
