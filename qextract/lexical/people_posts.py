"""Posts joined to each other before one name, each taken apart into body and title.

`省市场监管局党组书记、局长` is a chain of two posts; the second has no body of its own and takes
the first one's where it can.
"""

from __future__ import annotations

from qextract.lexical import organisation_bounds as bounds
from qextract.lexical.names import is_name, is_plain
from qextract.lexical.people_own import (
    INNER_FORMER,
    LEVELS,
    OWN_ORGAN,
    SCHOOLS,
    Part,
    own,
    own_organ,
)
from qextract.lexical.posts import Post
from qextract.lexicon import table
from qextract.mentions import Grounded, Position
from qextract.rules import late

_JOIN = late(
    r" ?(?:\((?:[^()\n任职]{1,20})\) ?)?(?:[、,] ?(?:并?兼任?|同时)?|并?兼任?|以?及|和|与|暨) ?(?:任(?=[省市县区]))?"
)
_LEAD = late(
    r"(新一届|新一任|首任|第[一二三四五六七八九十]{1,3}[任届](?=$)|其(?=[^他它中余])|现任|现为|现兼|兼任|兼|新任|新当选|候任|同时担任|已故|案件|本案|该案|新(?=$)|故(?=$)|单位(?=..)|(?:国有|上市|龙头|涉事|涉案)(?:公司|企业)(?=.{4})|主管(?:机关|部门)(?=..)|(?:曾先后|先后|曾)?(?:任|担任)过?|曾任|历任|时任|前任|原任|原|前)"
)
_LEAD_FIRST = frozenset("单故首第其现兼新候同已曾先担任历时前原案本该主国上龙涉")
_TRAIL_LAST = frozenset("原前任故休职关要名深轻外女男")
_FORMER_LEAD = frozenset(["曾任", "历任", "时任", "前任", "原任", "原", "前", "已故", "故"])
_NUMBER = late(r"\d{1,2}(?:[.、) ]+|后)")
_NOT_LEAD = late(
    r"原平|原阳|原子|原州|原材|原料|原创|原住民|原油|原始|前海|前进|前锋|前沿|前郭|前线|前山|前门|前哨|任城|任丘|任县|任泽|任兴|任务|兼并|任职|任免"
)
_TRAIL = late(
    r"(?:(原|前|时任|前任|原任|已故)|现任|退休|离休|离任|相关|有关|主要|在职|著名|知名|资深|年轻|新任|候任|党外|女|男)$"
)
_NO_BODY = frozenset(
    ["国务委员", "立委", "立法委员", "县议员", "市议员", "乡代", "里长", "村长", "参议员"]
)
"""Seats told without a body: what a person named before belongs to says nothing about theirs."""
_PRESS = (
    "报社",
    "日报社",
    "通讯社",
    "电视台",
    "广播电台",
    "出版社",
    "杂志社",
    "传媒集团",
    "报业集团",
    "新华社",
)
_COURT = late(r".*(?:法院|检察院)")
_MINISTERS = frozenset(
    ["外长", "防长", "财长", "外相", "防相", "总理", "总统", "首相", "国王", "女王"]
)
"""Heads of a state or its ministries, told by the country alone."""
_ENTERPRISE = ("公司", "集团", "厂", "银行", "矿", "行", "社", "店", "股份", "控股", "证券", "中心")


def joined(text: str, last: Post, post: Post) -> Part | None:
    """`post` as the next link behind `last`, `None` where they are not joined."""
    if post.start - last.end > bounds.REACH:
        return None
    match = _JOIN.match(text, last.end, post.start)
    if match is None:
        return None
    start, end, former = stripped(text, match.end(), post.start)
    gap = text[start:end]
    if post.kind == "pass" and not gap.endswith(_PRESS):
        return Part(post, start, end, False) if len(gap) < 16 and "。" not in gap else None
    if not bounds.bare(text, start, end):
        return None
    if (
        post.behind
        and gap
        and (
            (is_name(gap) and not bounds.ending_of(gap) and gap[-1] not in LEVELS)
            or (len(gap) > 4 and is_plain(gap[-3:]) and bounds.ends_body(gap[:-3]))
            or (gap[-1].isascii() and gap[-1].isalpha())
        )
    ):
        return None
    return Part(post, start, end, former)


def stripped(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """The body's own words in `start:end`: without 原, 现任, 退休 at its ends; whether it is past."""
    former = False
    if start >= end:
        return start, end, False
    if text[start].isdigit() and (number := _NUMBER.match(text, start, end)) is not None:
        start = number.end()
    while (
        text[start] in _LEAD_FIRST
        and (lead := _LEAD.match(text, start, end))
        and not _NOT_LEAD.match(text, start, end)
    ):
        former = lead[1] in _FORMER_LEAD or lead[1].startswith("曾")
        start = lead.end()
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    while (
        start < end
        and text[end - 1] in _TRAIL_LAST
        and (trail := _TRAIL.search(text, max(start, end - 3), end))
    ):
        former = former or trail[1] is not None
        end = trail.start()
    return start, end, former


def positions(
    text: str, chain: list[Part], shared: tuple[Position, ...], subject: Grounded | None
) -> tuple[Position, ...]:
    """The chain's posts with their bodies.

    shared: positions of the person right before, whose body a bare post may belong to.
    subject: an organisation named earlier in the sentence, for a bare post that names its kind.
    """
    found: list[Position] = []
    past = False
    for index, part in enumerate(chain):
        if part.post.kind == "pass" and not _edits(text, part):
            continue
        post = part.post
        if len(chain) > 1 and index < len(chain) - 1 and _called(text, part):
            continue
        title = Grounded(post.title, post.start, post.end)
        if part.start < part.end:
            past = part.former or INNER_FORMER.search(text, part.start, part.end) is not None
            org, title = own(text, part, title, found)
        else:
            org = _inherited(post, found) if found else _taken(post, shared)
            past = part.former or (past and bool(found))
            if org is None and not found and subject is not None and fits(post, subject.value):
                org = subject
            if post.organ and title.value[: post.organ] in OWN_ORGAN:
                org, title = own_organ(org, title, post.organ)
        if org is None and part.former is False and part.start == part.end and index:
            past = False
        found.append(Position(org, title, past))
    return tuple(found)


def _called(text: str, part: Part) -> bool:
    """Whether the post stands with a surname (区农改场黄场长): it is another person's."""
    words = text[part.start : part.end]
    body = part.post.body
    if len(words) < 3 or not body or not words[:-1].endswith(body):
        return False
    return table("surnames").get(words[-1], ("",))[0] == "common"


def _edits(text: str, part: Part) -> bool:
    """Whether the post is that of the head of a paper or station, which is named."""
    return part.post.head in ("总编辑", "主编") and text[part.start : part.end].endswith(_PRESS)


def _inherited(post: Post, before: tuple[Position, ...] | list[Position]) -> Grounded | None:
    """The body of a post that names none: that of one before it, if it fits."""
    if not before or (before[-1].title.value.endswith("议员") and "议" not in post.head):
        # 民建联立法会议员兼副主席: of the party, not of the chamber
        return None
    if post.body or post.kind == "place":
        for position in reversed(before):
            if position.org is not None and fits(post, position.org.value):
                return position.org
        return None
    if post.head in ("审判员", "检察员"):
        # 第二庭庭长、审判员: judges are of the court
        for position in reversed(before):
            court = _COURT.match(position.org.value) if position.org else None
            if court is not None and position.org is not None:
                start = position.org.start
                return Grounded(court[0], start, start + court.end())
    heads = [position for position in before if position.org is not None]
    for position in heads:
        if position.title.value.endswith(post.head) and post.head not in ("书记", "委员", "成员"):
            return position.org
    last = before[-1].org
    return last if last is not None and fits(post, last.value) else None


def _taken(post: Post, before: tuple[Position, ...]) -> Grounded | None:
    """The body of the person right before, for a post that names none."""
    if post.head in _NO_BODY:
        return None
    if post.head in ("议员", "议长"):
        before = tuple(p for p in before if p.org and p.org.value.endswith(("会", "院")))
    if post.kind == "place":
        # 某镇党委书记A、镇长B: the town goes with the party's post, not with its head
        before = tuple(p for p in before if p.title.value.endswith(post.head))
    return _inherited(post, before)


def fits(post: Post, org: str) -> bool:
    """Whether `org` can have such a post."""
    if post.body:
        if post.kind == "place":
            if org.endswith("人民政府") and "副" not in post.title:
                return org[-5:-4] == post.body
            return org.endswith(post.body) and len(org) > len(post.body)
        if post.body == "校":
            return org.endswith(SCHOOLS) and not org.endswith("科学院")
        if post.body == "队":
            return org.endswith(("队", "女排", "男排", "女篮", "男篮", "女足", "男足"))
        if post.body == "海关":
            return org.endswith("海关")
        return org.endswith(post.body)
    if post.head in ("检察长", "检察总长"):
        return org.endswith(("检察院", "检", "律政部"))
    party = org.endswith(("委", "党委", "党组", "工委")) and not org.endswith(("监委", "常委"))
    if post.head in _MINISTERS:
        return org in bounds.countries()
    if post.head == "常委":
        return party
    if post.category == "enterprise" and post.head not in (
        "首席专家",
        "首席科学家",
        "总工程师",
        "负责人",
    ):
        return not party or org.endswith(_ENTERPRISE)
    return True
