"""Posts: the words that say what a person is (党组书记, 常务副省长, 一级巡视员)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from qextract.lexicon import alternation, table, words
from qextract.mentions import Span
from qextract.rules import Pattern

ORGANS = (
    "直属机关党委|机关党委|临时党委|分党组|党组|党委|党工委|党总支|党支部|总支部|总支|支部|团工委|团委|"
    "纪检监察组|纪检组|纪工委|纪委监委|纪委|董事会|监事会|理事会"
)
"""Bodies inside a body, whose posts are named together with them."""
_SEATS = "书记|委员|成员|组长|主席|主任|秘书|常委"
_FIELDS = "科技|商务|文化|经济|政务|公使衔|教育|农业|财政|外交|国防|内政|司法|贸易|卫生|能源|环境|运输|移民|劳工|纪检监察|纪检|组织|廉政|申诉|平等机会|隐私|人权事务"
_NOT_BEHIND = (
    "[会团制级令奖杯室办岗席们员馆系组官]|部(?!长)|期(?!间)|助(?!理)|候选|职业|职称|台[前上下就入两]|程[费量序度项]|国(?!庆|强|华|平|民|栋|梁|安)"
)


def _source() -> str:
    heads = alternation(table("posts"))
    prefixes = alternation(words("post_prefixes"))
    organ = f"(?P<organ>{ORGANS})(?:{prefixes}){{0,2}}(?P<seat>{_SEATS})"
    plain = f"(?P<head>(?:{_FIELDS})(?:参赞|大臣|专员)|{heads})|(?:{prefixes}){{1,3}}(?P<graded>{heads})"
    spread = r"(?P<spread>[主局厅组处科院校会部队市县区镇乡所站司] {1,6}[任长](?=[ :]))"
    return f"(?:{organ}|{plain})(?P<aide>助理(?!教授))?(?!{_NOT_BEHIND})|{spread}"


POST = Pattern(
    "post",
    "a post with what grades it",
    _source,
    examples={
        "省教育厅党组成员、": "党组成员",
        "县委常委、常务副县长": "常委",
        "担任执行副总裁": "执行副总裁",
        "水务署助理署长": "助理署长",
        "一级高级警长石坚": "一级高级警长",
        "省政府副秘书长": "副秘书长",
    },
    rejects=("该委员会", "主席团成立", "部长级会议", "书记员"),
)


_BORROWED = frozenset("代总正")
_BORROWERS = frozenset("时代 现代 当代 年代 世代 近代 古代 防总 修正 公正".split())


class Post(NamedTuple):
    """A post as it stands in the text.

    title: the post in normal form. head: the listed word without what grades it. kind, category, body, behind: its columns in
    `posts.txt`. organ: the length of the inner body at the start of the title (党组书记), else 0.
    """

    start: int
    end: int
    title: str
    head: str
    kind: str
    category: str
    body: str
    behind: bool
    organ: int


@cache
def _columns() -> dict[str, tuple[str, str, str, bool]]:
    return {
        term: (kind, category, "" if body == "-" else body, behind == "behind")
        for term, (kind, category, body, behind) in table("posts").items()
    }


def scan(text: str, regions: Sequence[Span]) -> list[Post]:
    """Every post in `regions`, in order, with or without a person."""
    found: list[Post] = []
    columns = _columns()
    for low, high in regions:
        for match in POST.re.finditer(text, low, high):
            organ, seat, head, graded, _, spread = match.groups()
            head = head or graded or seat or spread[0] + spread[-1]
            start = match.start()
            title = head if spread else match.group()
            if title[0] in _BORROWED and text[start - 1 : start + 1] in _BORROWERS and start > low:
                # 时代|董事长, 防总|副总指挥: the first letter belongs to the word before
                start, title = start + 1, title[1:]
            kind, category, body, behind = columns.get(head) or ("head", "-", "", False)
            found.append(
                Post(
                    start,
                    match.end(),
                    title,
                    head,
                    "head" if organ else kind,
                    category,
                    "" if organ else body,
                    behind,
                    len(organ) if organ else 0,
                )
            )
    return found
