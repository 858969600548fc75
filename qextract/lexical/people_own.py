"""One post with words of its own in front, taken apart into body and title."""

from __future__ import annotations

from typing import NamedTuple

from qextract.lexical import organisation_bounds as bounds
from qextract.lexical.name_ends import HAN
from qextract.lexical.posts import Post
from qextract.mentions import Grounded, Position
from qextract.rules import late


class Part(NamedTuple):
    """One post of a chain: the words in front of it (its body, if any) and whether it is past."""

    post: Post
    start: int
    end: int
    former: bool


_POSTED = late(r"(.{2,12}?)(?:常?驻.{1,12})$")

_NEW = late(r"(?P<who>.{2,12}?)(?:新任|现任|候任)(?P<rest>驻.{1,12}|)$")

_ENVOYS = frozenset(
    ["大使", "公使", "总领事", "领事", "代表", "常驻代表", "特命全权大使", "武官", "大使衔代表"]
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

SCHOOLS = (*_SCHOOLS, "校", "国小", "国中", "附中", "附小", "高中", "初中", "一中", "二中")

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

_HOSPITALS = ("荣总", "长庚", "马偕", "协和", "同仁", "华西", "湘雅", "一院", "二院", "三院")

_CITIZEN = late(rf"{HAN}{{2,6}}籍")

_CELLS = frozenset(["党支部", "党总支", "总支", "支部"])
"""Inner bodies that take their name from what is no body: 医技药剂党支部."""

_SEATS = ("议员", "委员")

OWN_ORGAN = frozenset(["纪检监察组", "纪检组", "纪委", "纪委监委", "纪工委", "团委", "团工委"])

LEVELS = frozenset("省市县区州旗盟镇乡村校院厂局")

INNER_FORMER = late(
    rf"(?<=[院校厂])原(?={HAN}{{1,8}}[科处部室系]$)|(?<=[省市县区州旗镇])原(?=[省市县区州旗镇]?[委长]|政府|人大|政协|{HAN}{{1,6}}[局厅委办]$)"
)


def own_organ(
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


def own(
    text: str, part: Part, title: Grounded, before: list[Position]
) -> tuple[Grounded | None, Grounded]:
    """Body and title of a post with words of its own in front."""
    post, start, end = part.post, part.start, part.end
    words = text[start:end]
    words = INNER_FORMER.sub("", words)
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
            (organ in OWN_ORGAN and (words[-1] in LEVELS or words == "自治区"))
            or (
                organ == "党委"
                and (post.head == "常委" or words in ("兵团", "校", "院", "厂", "局"))
            )
            or (organ == "党委" and words.endswith(("自治区", "兵团")))
            or organ in ("纪检监察组", "纪检组")
            or (organ in _CELLS and bounds.ending_of(words) is None and words[-1] not in LEVELS)
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
    if body == "校" and (words[-1] in "大专" or words.endswith(SCHOOLS)):
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
