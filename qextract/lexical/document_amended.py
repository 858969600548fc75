"""Laws named without brackets by what is done to them: 公司法修正草案, 药事法部分条文, 某条例第31条."""

from __future__ import annotations

from qextract.lexical import document_types
from qextract.mentions import Title
from qextract.rules import Pattern, late

HAN = r"[\u4e00-\u9fff]"
COUNT = r"[\d一二三四五六七八九十百]{1,4}"
ARTICLES = rf"第{COUNT}条(?:之{COUNT})?(?:[、及与和至]第?{COUNT}条(?:之{COUNT})?){{0,6}}"
TYPES = "条例|细则|规则|通则|法"

DRAFT = Pattern(
    "document.law.draft",
    "what is drafted or amended of a law: the name stands left of it",
    r"草案|部分条文|修正案(?!\()|修正条文",
    examples={"公司法修正草案": "草案", "药事法部分条文修正": "部分条文"},
    rejects=("刑法修正案(十二)", "草拟"),
)

NAMED = Pattern(
    "document.law.named",
    "a law right in front of what is drafted or amended of it",
    rf"(?P<name>{HAN}{{2,24}}?(?:{TYPES}))(?:{ARTICLES})?(?:部分)?(?:条文)?(?:修正|修订)?$",
    examples={
        "公司法修正": "公司法修正",
        "道路交通管理处罚条例第31条": "道路交通管理处罚条例第31条",
    },
    rejects=("修正",),
)

LEADS = late(
    r"^.{0,24}(?:通过|预告|修正|修订|审查|审议|初审|审视|拟具|拟定|提出|提交|[一二三]读|送出|函送|推动|完成|讨论|针对|对|就|将|把|的|"
    r"关于|有关|提案|版|党团|立委|院会|公布|公告|发布|研拟|研议|研修|表决|处理|逐条|交付|列入|包括|支持|反对|撤回|搁置|"
    r"[该本其]|现行|我国|推出|制定|起草|听取|分别|以及|今[天日]|昨[天日]|[\d日月年了]|称|说|由|在|请|为|以)(?=.{3})"
)
NOT_NAMES = ("办法", "方法", "做法", "立法", "修法", "司法", "执法", "合法", "说法", "依法")


def scan(text: str, start: int, end: int) -> list[Title]:
    """Laws whose draft or amendment is named, in text order."""
    found: list[Title] = []
    for match in DRAFT.re.finditer(text, start, end):
        low = max(start, match.start() - 48)
        named = NAMED.re.search(text[low : match.start()])
        if named is None:
            continue
        name = LEADS.sub("", named["name"])
        if (
            len(name) < 3
            or "草案" in name
            or name.endswith(NOT_NAMES)
            or document_types.is_bare(name)
        ):
            continue
        kind = document_types.kind(name)
        if kind is None:
            continue
        to = low + named.end("name")
        at = to - len(name)
        if found and found[-1].end > at:
            continue
        found.append(Title(text[at:to], at, to, name, (), None, (), True, kind.doc_type, False))
    return found
