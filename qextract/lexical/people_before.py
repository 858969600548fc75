"""Posts that stand behind the person: NAME任POST, 任命NAME为POST, 免去NAME的POST职务, NAME(POST)."""

from __future__ import annotations

from qextract.lexical import organisation_bounds as bounds
from qextract.lexical.name_ends import HAN, is_noun, is_word
from qextract.lexical.name_foreign import foreign_only
from qextract.lexical.names import is_name, is_plain
from qextract.lexical.people_ahead import ASIDE, bracketed, name_at, names, tabled
from qextract.lexical.people_groups import formed
from qextract.lexical.people_leaving import headed, removed, run_in, standing
from qextract.lexical.people_lives import over, resumed, told_of
from qextract.lexical.people_own import Part
from qextract.lexical.people_posts import stripped
from qextract.mentions import Grounded, Person, Position
from qextract.rules import late

_LEADS = late(r"(曾先后担任|先后担任|曾担任|担任过|曾任|历任|时任|前任|原任|现任|现为|新任|接替)")
_PAST = frozenset(
    ["曾先后担任", "先后担任", "曾担任", "担任过", "曾任", "历任", "时任", "前任", "原任"]
)
_NEW = frozenset(["新任", "现任"])
_TAKES = late(
    r"(?P<verb>不再担任|不再兼任|卸任|辞去|辞任|出任|担任|接任|升任|兼任|转任|调任|改任|继任|就任|连任|当选为?|"
    r"获任|受委为?|获?委任为|受聘为|获聘为|受聘担任|曾任|历任|时任|现任|现为|任|为|是|系)(?:新任|新一任|新一届|新(?:成立|组建|设立|设)的|新|首任|第[一二三四五六七八九十\d]+[任届])?$"
)
_LEAVES = frozenset(["不再担任", "不再兼任", "卸任", "辞去", "辞任"])
_APPOINT = late(
    r"任命|聘任|聘请|续聘|改聘|选举|推选|推举|增选|补选|选出|当选|委任|委派|任用|决定|以|选"
)
_PROPOSED = late(r"拟|提名|候选|竞选|参选|推荐|建议")
_WHEN = late(
    r"(?:,? ?(?:于|自|从)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?P<span>(?:起)?[至到—-](?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?)?"
    r"(?:起|间|期间)?|因[^,。]{2,14}|由于[^,。]{2,14}|(?:退休|离任|卸任|毕业|辞职|随|此)后|(?:同|即|当|次)日起?|(?:同|次|翌|当)年(?:初|底|\d{1,2}月)?|年初|年底|早年|后来|随后|此后|之后|其后|不久|(?:于|在)?[一二两三四五六七八九十\d]{1,3}(?:年|个月)(?:前|后)|日前|近日|不久前|此前|直到|在|在[^,。]{2,30}(?:会议|大会|全会|会)上|以[\d一二三四五六七八九十百]+票|申请|已申请|宣布|提出|请求|主动|已|同时|同期|目前|当时|先后|一直|仍|继续|正式|利用|还|也|亦|又|曾|现|将|全票|成功|再次|同志)$"
)
_DISMISS = late(r"(?:免去|撤销|撤去|罢免|免除|免):?(?P<name>[^,。;:的]{2,24}?)(?:同志)?的?$")
_WHOSE = late(r"^ *(?P<name>[^,。;:的、 ]{2,8})的$")
_REMOVES = ("免去", "撤销", "罢免", "免除")
_THEIRS = late(
    r"(?:(?:免去|撤销|免除|免|辞去|不再担任)[其他她]的?|(?:免去|免除))(?:所任的?|担任的)?$"
)
_PASSIVE = late(r"[他她]?|[他她]?被[^,。;]{0,6}(?:推选|选举|任命|聘任|聘|推举|选|委任|增补|提拔)")
"""What a clause without a name has in front of its verb."""
_JOINS_BODY = late(rf"(?:加盟|加入|入职|跳槽到|转入|调入)(?P<body>{HAN}{{2,16}}),$")
_THEN = ("(时任", "(现任", "(曾任", "(原任")
_APPROVES = ("核准", "批准", "同意", "核准了")
_REPLACES = ("接替", "顶替", "替换")
_LIVES = frozenset(
    [
        "现任",
        "曾任",
        "历任",
        "时任",
        "任",
        "现为",
        "担任",
        "曾担任",
        "出任",
        "当选",
        "当选为",
        "升任",
        "转任",
        "调任",
        "改任",
        "兼任",
        "接任",
        "就任",
        "获任",
    ]
)
_ALSO = late(r"职务?[、,;]? ?(?:以及|和|及)?(?P<name>[^,。;:的、]{2,8})(?:同志)?的$")
_STATE = frozenset(["总书记", "主席", "总理", "总统"])
_STATED = late(rf"(?P<name>{HAN}{{2,4}}?)[系是为](?P<body>{HAN}{{2,30}})")
_MARKS = ",。;:!?\n(【“"


def lead(text: str, low: int, end: int) -> tuple[int, bool]:
    """Where the body in front of a post at `end` begins, and whether a word says the post is past."""
    start = bounds.left(text, low, end)
    at = 0
    former = False
    segment = text[start:end]
    for match in _LEADS.finditer(segment):
        if match.end() == len(segment) and bounds.ending_of(segment[at : match.start()]):
            return start + at, match[1] in _PAST
        before = segment[at : match.start()]
        if match[1] in _NEW and (
            before in bounds.countries()
            or (before and segment.startswith("驻", match.end()) and not is_name(before))
        ):
            # 德国新任驻华大使: the country stays with the post
            continue
        at, former = match.end(), match[1] in _PAST
    if not at and text[max(low, start - 2) : start] in _PAST:
        former = True
    return start + at, former


def read(
    text: str,
    low: int,
    high: int,
    chain: list[Part],
    known: set[str],
    found: list[Person],
) -> list[Person]:
    """Persons in front of the nameless `chain`, or none."""
    first = chain[0]
    start = min(first.start, first.post.start)
    window = max(low, start - 60)
    for mark in _MARKS:
        window = max(window, text.rfind(mark, window, start) + 1)
    while window < start and text[window] == " ":
        window += 1
    ahead = text[window:start]
    if text[window - 3 : window] in ("免去:", "撤销:") and window - 3 >= low:
        window -= 3
        ahead = text[window:start]
    name_end = None
    if text[window - 1 : window] == "(" and ")" in ahead:
        # NAME(简历附后)任POST: the bracket stands between name and verb
        name_end = window - 1
        ahead = ahead[ahead.rindex(")") + 1 :]
        window = bounds.clause_start(text, low, name_end)
    elif ")" in ahead and (opened := text.rfind("(", max(low, window - 16), window)) >= 0:
        aside = ASIDE.match(text, opened, start)
        if aside is not None:
            # NAME(女,壮族)为POST
            name_end = opened
            ahead = text[aside.end() : start]
            window = bounds.clause_start(text, low, name_end)
    end = chain[-1].post.end
    after = text[end : end + 4]
    if text[start - 1 : start] == "(" and start - 1 >= low:
        return bracketed(text, low, start, end, chain)
    if text[start - 3 : start] in _THEN and start - 3 >= low:
        # NAME(时任POST、现任POST)
        return bracketed(text, low, start - 2, end, chain)
    if ahead.endswith(_APPROVES) and text.startswith("的任职", end):
        return run_in(text, chain, end, False)
    if ahead.endswith(_REMOVES) and (run := run_in(text, chain, end)):
        return run
    if _THEIRS.search(ahead):
        if (
            not found
            or found[-1].end < start - 120
            or "。" in text[found[-1].end : start]
            or "\n" in text[found[-1].end : start]
        ):
            return []
        return [standing(text, found[-1].name, chain, start, end, True, "official.dismissed")]
    line = resumed(text, low, start)
    if line is not None:
        return [standing(text, line.name, chain, start, end, line.over, "official.takes_post")]
    if text[start - 1 : start] in (" ", "\t") and start - 1 > low:
        rows = tabled(text, low, start, end, chain, known)
        if rows or ahead.strip():
            return rows
    dismissed = _DISMISS.search(ahead)
    if dismissed is None and ahead.endswith("的") and headed(text, low, start) == "免":
        dismissed = _WHOSE.search(ahead)
    if dismissed is None and found and found[-1].rule == "official.dismissed":
        window = max(window, found[-1].end)
        dismissed = _ALSO.search(text[window:start])
    if dismissed is not None:
        return removed(text, window, dismissed, chain, end)
    taken = _TAKES.search(ahead)
    if taken is None:
        return (
            _apposed(text, low, start, end, chain, known, after)
            or _stated(text, low, chain, end)
            or _named(text, low, chain, known)
        )
    verb = taken["verb"]
    before = ahead[: taken.start()]
    former = verb in _LEAVES
    if _PROPOSED.search(before[-3:]):
        return []
    former = former or over(text, window, end)
    while before and (when := _WHEN.search(before)) is not None and when.group():
        former = former or bool(when["span"] and "起" not in when["span"][:1])
        before = before[: when.start()]
    if name_end is not None:
        if before:
            return []
        before = text[window:name_end]
    passive = verb == "为" and before.startswith(("被", "获"))
    if _PASSIVE.fullmatch(before) and (verb in _LIVES or verb in _LEAVES or passive):
        told = told_of(text, low, start, known, found)
        if told is not None and chain[0].start == chain[0].end:
            chain = _joined_body(text, window, chain)
        if told is not None:
            return [standing(text, told, chain, told.start, end, former, "official.takes_post")]
        return []
    if verb == "为" and not (_appointed(text, low, start) or headed(text, low, start) == "任"):
        return _named(text, low, chain, known)
    states = verb in ("是", "系")
    people = names(text, window, window + len(before), known, found, states)
    if not people and verb in _LIVES and is_name(before, True):
        # 黄河清曾任局长: the clause is a name, whatever else its letters mean
        people = [Grounded(before, window, window + len(before))]
    if states and not people and chain[0].start < chain[0].end and is_name(before):
        # 谷雨是南湾大学教授: the clause begins with the name
        people = [Grounded(before, window, window + len(before))]
    if people and text.startswith(_REPLACES, max(low, people[0].start - 2)):
        # 张三接替李四任局长: the post is not the other's
        return []
    rule = "official.appointed" if verb == "为" else "official.takes_post"
    shared = _listed_before(found, people, text) if people else ()
    if verb == "为":
        shared = formed(text, chain, end) or shared
    return [standing(text, name, chain, name.start, end, former, rule, shared) for name in people]


def _joined_body(text: str, window: int, chain: list[Part]) -> list[Part]:
    """The chain with the body that the clause before names: 加盟南湾重工,任首席运营官."""
    match = _JOINS_BODY.search(text, max(0, window - 24), window)
    if match is None:
        return chain
    return [chain[0]._replace(start=match.start("body"), end=match.end("body")), *chain[1:]]


def _listed_before(found: list[Person], people: list[Grounded], text: str) -> tuple[Position, ...]:
    """Positions of the person right before in a list of appointments, whose body may be shared."""
    if not found or not 0 <= people[0].start - found[-1].end <= 4:
        return ()
    between = text[found[-1].end : people[0].start]
    return found[-1].positions if between.strip("、,;聘任选举命为和及") == "" else ()


def _appointed(text: str, low: int, at: int) -> bool:
    """Whether the sentence so far says that someone is appointed."""
    start = max(low, at - 150)
    for mark in "。!?\n":
        start = max(start, text.rfind(mark, start, at) + 1)
    said = text[start:at]
    return _APPOINT.search(said) is not None and _PROPOSED.search(said[-24:]) is None


def _apposed(
    text: str, low: int, start: int, end: int, chain: list[Part], known: set[str], after: str
) -> list[Person]:
    """NAME,POST,VERB: a clause that is nothing but a name, then one that is nothing but posts."""
    if text[start - 1 : start] != "," or start - 2 < low or (after and after[0] not in ",。;)\n"):
        return []
    begin = bounds.clause_start(text, low, start - 1)
    form = text[begin : start - 1]
    if form in known or (is_name(form) and chain[0].start < chain[0].end):
        name = Grounded(form, begin, start - 1)
        return [standing(text, name, chain, begin, end, False, "official.name_comma_post")]
    return []


def _stated(text: str, low: int, chain: list[Part], end: int) -> list[Person]:
    """NAME系ORG POST, a clause that begins with the name: 系 is no word that cuts a body."""
    first = chain[0]
    match = _STATED.match(text, first.start, first.end)
    if match is None or not is_name(match["name"]) or not bounds.ends_body(match["body"]):
        return []
    if first.start > low and text[first.start - 1] not in _MARKS + " ":
        return []
    name = Grounded(match["name"], *match.span("name"))
    begin, stop, former = stripped(text, match.start("body"), first.end)
    parts = [Part(first.post, begin, stop, first.former or former), *chain[1:]]
    return [standing(text, name, parts, name.start, end, False, "official.takes_post")]


def _named(text: str, low: int, chain: list[Part], known: set[str]) -> list[Person]:
    """NAME POST with the post behind the name, a body perhaps in front of both."""
    first = chain[0]
    if not first.post.behind or first.start >= first.end:
        return []
    at = first.post.start
    name = name_at(text, max(low, first.start), at, known)
    if name is None and text[first.start : at] in known:
        name = Grounded(text[first.start : at], first.start, at)
    if (
        name is None
        and first.post.head in _STATE
        and is_name(text[at - 3 : at])
        and not foreign_only(text[at - 4 : at])
    ):
        name = Grounded(text[at - 3 : at], at - 3, at)
    if name is None or (name.value in known and name.start > first.start):
        return []
    form = name.value
    if form not in known and form[-1] in "省市县区州旗镇乡村":
        return []
    if form not in known and (
        is_word(form)
        or form in bounds.known_places()
        or (is_noun(form) and name.start == first.start)
    ):
        return []
    ending = bounds.ending_of(name.value)
    if ending and name.value not in known and not (ending == "军" and is_plain(name.value)):
        return []
    body = text[first.start : name.start]
    if body and bounds.ending_of(body) is None:
        if first.post.head not in _STATE:
            return []
        body = ""
    parts = [part if index else Part(part.post, at, at, False) for index, part in enumerate(chain)]
    if body:
        parts[0] = Part(first.post, first.start, name.start, False)
    person = standing(
        text, name, parts, first.start, chain[-1].post.end, False, "official.name_post"
    )
    return [person] if person.positions else []
