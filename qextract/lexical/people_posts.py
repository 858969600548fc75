"""Posts joined to each other before one name, each taken apart into body and title.

`省市场监管局党组书记、局长` is a chain of two posts; the second has no body of its own and takes
the first one's where it can.
"""

from __future__ import annotations

from typing import NamedTuple

from qextract.lexical import organisation_bounds as bounds
from qextract.lexical.name_ends import HAN
from qextract.lexical.names import is_name, is_plain
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
_POSTED = late(r"(.{2,12}?)(?:常?驻.{1,12})$")
_NEW = late(r"(?P<who>.{2,12}?)(?:新任|现任|候任)(?P<rest>驻.{1,12}|)$")
_ENVOYS = frozenset(
    ["大使", "公使", "总领事", "领事", "代表", "常驻代表", "特命全权大使", "武官", "大使衔代表"]
)
_INNER_FORMER = late(
    rf"(?<=[院校厂])原(?={HAN}{{1,8}}[科处部室系]$)|(?<=[省市县区州旗镇])原(?=[省市县区州旗镇]?[委长]|政府|人大|政协|{HAN}{{1,6}}[局厅委办]$)"
)
_NUMBER = late(r"\d{1,2}(?:[.、) ]+|后)")
_NOT_LEAD = late(
    r"原平|原阳|原子|原州|原材|原料|原创|原住民|原油|原始|前海|前进|前锋|前沿|前郭|前线|前山|前门|前哨|任城|任丘|任县|任泽|任兴|任务|兼并|任职|任免"
)
_TRAIL = late(
    r"(?:(原|前|时任|前任|原任|已故)|现任|退休|离休|离任|相关|有关|主要|在职|著名|知名|资深|年轻|新任|候任|党外|女|男)$"
)
_SIDE = late(
    r"^(?P<body>.*(?:立法会|立法院|国会|议会|政协|人大))[^、,]{1,10}(?:界|界别|选区)$|"
    r"^(?P<firm>.*(?:研究所|研究院|证券|公司|银行|集团|中心))[^、,]{0,8}(?:行业|领域|板块|条线|宏观|策略|固收)$"
)
_SENT_BY = late(
    rf"{HAN}{{1,6}}?籍(?={HAN}{{2,}})|(?:{HAN}{{1,6}}?(?:界别?|选区)|民建联|工联会|{HAN}{{1,4}}(?:党|联盟|阵线))"
    rf"(?=(?:立法会|立法院|国会|参议院|众议院|[上下]议院|议会|{HAN}{{1,3}}[市县区州])$)"
)
"""Whom a member of parliament sits for, in front of it: 民建联立法会议员, 自由党籍南湾市议员."""
_OWN_ORGAN = frozenset(["纪检监察组", "纪检组", "纪委", "纪委监委", "纪工委", "团委", "团工委"])
_LEVELS = frozenset("省市县区州旗盟镇乡村校院厂局")
_UNITS = {
    "委": ("组织部", "宣传部", "统战部", "政法委", "办公室", "社会工作部", "政策研究室", "政研室"),
    "院": ("政治部", "办公室", "执行局", "刑庭", "民庭", "审判委员会", "检察委员会"),
    "区": ("管委会", "党工委"),
    "村": ("村委会", "党支部"),
    "社区": ("居委会",),
    "局": ("办公室", "政治部"),
    "厅": ("办公室", "政治部"),
    "证券": ("研究所",),
}
_HOSPITAL_UNIT = late(rf"{HAN}{{1,8}}(?:科|中心|病区)$")
_SCHOOL_UNIT = late(rf"(?![省市县国]){HAN}{{1,10}}(?:学院|系|学部)$")
_SCHOOLS = ("大学", "学校", "中学", "小学", "学院")
_SCHOOLS_ALL = (*_SCHOOLS, "校", "国小", "国中", "附中", "附小", "高中", "初中", "一中", "二中")
_TASKS = frozenset(
    [
        "青年",
        "专家",
        "妇女",
        "项目",
        "课题",
        "技术",
        "团队",
        "活动",
        "现场",
        "研究",
        "业务",
        "专业",
        "学科",
    ]
)
"""Words for what someone heads that name no body."""
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
_HOSPITALS = ("荣总", "长庚", "马偕", "协和", "同仁", "华西", "湘雅", "一院", "二院", "三院")
_CITIZEN = late(rf"{HAN}{{2,6}}籍")
_COURT = late(r".*(?:法院|检察院)")
_CELLS = frozenset(["党支部", "党总支", "总支", "支部"])
"""Inner bodies that take their name from what is no body: 医技药剂党支部."""
_SEATS = ("议员", "委员")
_MINISTERS = frozenset(
    ["外长", "防长", "财长", "外相", "防相", "总理", "总统", "首相", "国王", "女王"]
)
"""Heads of a state or its ministries, told by the country alone."""
_ENTERPRISE = ("公司", "集团", "厂", "银行", "矿", "行", "社", "店", "股份", "控股", "证券", "中心")


class Part(NamedTuple):
    """One post of a chain: the words in front of it (its body, if any) and whether it is past."""

    post: Post
    start: int
    end: int
    former: bool


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
            (is_name(gap) and not bounds.ending_of(gap) and gap[-1] not in _LEVELS)
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
            past = part.former or _INNER_FORMER.search(text, part.start, part.end) is not None
            org, title = _own(text, part, title, found)
        else:
            org = _inherited(post, found) if found else _taken(post, shared)
            past = part.former or (past and bool(found))
            if org is None and not found and subject is not None and fits(post, subject.value):
                org = subject
            if post.organ and title.value[: post.organ] in _OWN_ORGAN:
                org, title = _own_organ(org, title, post.organ)
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


def _own_organ(
    org: Grounded | None, title: Grounded, length: int
) -> tuple[Grounded | None, Grounded]:
    """市委常委、纪委书记: the inner body is that of the same place; alone it is a body itself."""
    value = title.value[:length]
    if org is not None and value in ("纪检监察组", "纪检组"):
        value = org.value + value
    elif org is not None and org.value.endswith("委") and not org.value.endswith(("纪委", "监委")):
        value = org.value[:-1] + value
    elif org is not None:
        return org, title
    organ = Grounded(value, title.start, title.start + length)
    return organ, Grounded(title.value[length:], title.start + length, title.end)


def _own(
    text: str, part: Part, title: Grounded, before: list[Position]
) -> tuple[Grounded | None, Grounded]:
    """Body and title of a post with words of its own in front."""
    post, start, end = part.post, part.start, part.end
    words = text[start:end]
    words = _INNER_FORMER.sub("", words)
    if post.head.endswith(_SEATS) and (sent := _SENT_BY.match(words)) is not None:
        start += sent.end()
        words = text[start:end]
    if _CITIZEN.fullmatch(words):
        # 塞尔维亚籍主帅
        return None, title
    side = _SIDE.match(words)
    if side is not None:
        words = side["body"] or side["firm"]
        end = start + len(words)
    if post.organ:
        organ = title.value[: post.organ]
        inside = (
            (organ in _OWN_ORGAN and (words[-1] in _LEVELS or words == "自治区"))
            or (
                organ == "党委"
                and (post.head == "常委" or words in ("兵团", "校", "院", "厂", "局"))
            )
            or (organ == "党委" and words.endswith(("自治区", "兵团")))
            or organ in ("纪检监察组", "纪检组")
            or (organ in _CELLS and bounds.ending_of(words) is None and words[-1] not in _LEVELS)
            or (
                len(words) == 1
                and words != "村"
                and organ not in ("党组", "党工委", "董事会", "监事会", "理事会")
            )
        )
        if inside:
            to = post.start + post.organ
            title = Grounded(title.value[post.organ :], to, title.end)
            return Grounded(words + organ, start, to), title
        return Grounded(_completed(words, before), start, end), title
    if words.startswith(("署理", "代理", "助理")) and len(words) > 3:
        # acting is said in front of the body, and is part of the title
        title = title._replace(value=words[:2] + title.value)
        start, words = start + 2, words[2:]
    if words.endswith("国家") and words[:-2] in bounds.countries():
        # 越南国家主席: the state is the country, its president the title
        return (
            Grounded(words[:-2], start, end - 2),
            Grounded("国家" + title.value, end - 2, post.end),
        )
    chief = words.find("首席")
    if chief >= 0 and not post.title.startswith("首席"):
        # 食安署首席卫生督察: what follows 首席 is the post
        to = start + chief
        own = Grounded(words[:chief], start, to) if chief else None
        return own, Grounded(words[chief:] + title.value, to, title.end)
    if words in _TASKS or (words.endswith("事务") and post.head in ("特使", "特别代表")):
        # 项目负责人: no body of its own
        return None, Grounded(words + title.value, start, title.end)
    new = _NEW.match(words)
    if new is not None:
        # 德国新任驻华大使, 美国现任总统
        rest, to = new["rest"], start + new.start("rest")
        return Grounded(new["who"], start, start + len(new["who"])), Grounded(
            rest + title.value, to, post.end
        )
    envoy = post.head in _ENVOYS and not words.endswith("馆")
    if envoy and words.startswith("驻"):
        return None, Grounded(text[start : post.end], start, post.end)
    posted = _POSTED.match(words) if envoy else None
    if posted is not None:
        to = start + posted.end(1)
        return Grounded(posted[1], start, to), Grounded(text[to : post.end], to, post.end)
    if post.head in ("大臣", "专员", "国务秘书"):
        for length in range(6, 1, -1):
            if words[:length] in bounds.countries() and len(words) > length:
                to = start + length
                return Grounded(words[:length], start, to), Grounded(
                    text[to : post.end], to, post.end
                )
    if post.kind == "split":
        cut = post.end - 2
        return (
            Grounded(text[start:cut], start, cut),
            Grounded(text[cut : post.end], cut, post.end),
        )
    swallowed = _swallowed(post, words)
    if swallowed and text.startswith(swallowed, post.start):
        to = post.start + len(swallowed)
        return Grounded(_completed(text[start:to], before), start, to), title
    if swallowed:
        return Grounded(words + swallowed, start, end), title
    return Grounded(_completed(words, before), start, end), title


def _swallowed(post: Post, words: str) -> str:
    """The ending of the body that the post's own word has taken in (外交部长: 部), else ""."""
    body = post.body
    if not body or words.endswith(body):
        return ""
    if post.kind == "place":
        if words in bounds.known_places() and words + body in bounds.known_places():
            return body
        above = "省市县区旗盟镇乡村" if body in "省市" else "省市县区州旗盟镇乡村"
        return "" if words[-1] in above or len(words) > 6 or bounds.ends_body(words) else body
    if body[0] == "分":
        return "" if words[-1] == body[-1] else body
    ending = bounds.ending_of(words)
    whole = bounds.ending_of(words + body)
    if whole is not None and len(whole) > len(body) and (ending is None or len(ending) == 1):
        return body
    if bounds.ends_body(words) or body == "社":
        return ""
    if words[-1] in "省市县区学国" or words.isascii():
        return ""
    if body == "院" and words.endswith(_HOSPITALS):
        return ""
    if body == "校" and (words[-1] in "大专" or words.endswith(_SCHOOLS_ALL)):
        return ""
    return body


def _completed(words: str, before: list[Position]) -> str:
    """A unit inside the body named just before, with that body's name in front (政治部, 管委会)."""
    if not before or before[-1].org is None:
        return words
    org = before[-1].org.value
    for ending, units in _UNITS.items():
        if org.endswith(ending) and org not in ("村", "社区") and words in units:
            return org + words
    if org.endswith("医院") and _HOSPITAL_UNIT.match(words):
        return org + words
    if org.endswith(_SCHOOLS[:1]) and _SCHOOL_UNIT.match(words):
        return org + words
    return words


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
            return org.endswith(_SCHOOLS_ALL) and not org.endswith("科学院")
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
