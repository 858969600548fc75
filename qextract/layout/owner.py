"""Whose page it is: the site or paper at its head, the office that runs it, the copyright notice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qextract.layout.lines import Kind, Line, tool_rest
from qextract.layout.outlet import SUFFIX, is_outlet
from qextract.layout.patterns import GREETING
from qextract.lexicon import words
from qextract.mentions import Grounded
from qextract.rules import Pattern, late

FOOTER = Pattern(
    "layout.owner",
    "whose site it is, in a copyright notice",
    r"(?:[Cc]opyright|©|\([Cc]\))[ ©(Cc)]*(?:19|20)?[0-9 –—,.-]*(?:by )?(?P<a>(?![\u4e00-\u9fff]ICP)[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9]{1,24}?)(?: ?版权所有| ?All| ?[|丨]| |$)"
    r"|版权所有[:: ]*(?:©|\([Cc]\))? ?(?P<b>[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9]{1,24}?)(?= |[,。;|(]|未经|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP|ICP|$)"
    r"|^(?P<d>[\u4e00-\u9fff]{2,12}?[网报社台线])版权(?:与|及|和)?(?:免责)?声明"
    r"|与《(?P<e>[^《》]{2,12})》(?:报社|杂志社|编辑部)?联系"
    r"|主办(?:单位)?[:: ] ?(?P<f>[\u4e00-\u9fff]{4,20}?)(?= |$|[,。;|(])"
    r"|^(?P<c>[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9]{1,24}?)(?:有限公司)? ?(?:版权所有|主办 |主办$)",
    examples={
        "Copyright © 2021 滨江新闻网 All Rights Reserved": "Copyright © 2021 滨江新闻网 All",
        "版权所有:滨江信息网京ICP备1号": "版权所有:滨江信息网",
    },
    rejects=("未经授权不得转载",),
)
_SITE = late(r"(?:.{0,8}位置(?:是)?: ?)?(.{2,60})")
_WORD = late(r"[^ \t|丨>/»《》:·]{2,24}")
_WEAK = late(r".*(?:平台|频道|论坛|新闻|资讯|头条|观察|发布|网站|传媒)$")
# 滨江商讯 Binjiang Newswire, BBC News 中文
_BILINGUAL = late(r"([\u4e00-\u9fff]{2,10}) [A-Z][A-Za-z.]{2,}(?: [A-Z][A-Za-z.]+){0,3}$")


def of_site(head: Sequence[Line]) -> Grounded | None:
    """The site or paper that a masthead, a menu, a breadcrumb or a lone line names."""
    weak = None
    for line in head:
        if line.kind not in (Kind.SHORT, Kind.MASTHEAD, Kind.MENU, Kind.PATH, Kind.TOOL):
            continue
        if line.text in words("outlets"):
            return Grounded(line.text, line.start, line.end)
        m = _SITE.match(line.text)
        found = _site_in(line, m.start(1)) if m is not None else None
        if found is None and line is head[0] and (m := _BILINGUAL.match(line.text)):
            found = Grounded(m[1], line.start, line.start + m.end(1))
        if found is not None and not _WEAK.match(found.value):
            return found
        weak = weak or found
    return weak


def _site_in(line: Line, at: int) -> Grounded | None:
    """The first words of a line as an outlet; a paper's name behind that of its publishers."""
    weak = None
    for count, m in enumerate(_WORD.finditer(line.text, at)):
        name = SUFFIX.sub("", m[0])
        if is_outlet(name) and name not in words("vague_sources") and tool_rest(name) > 1:
            start = line.start + m.start()
            found = Grounded(name, start, start + len(name))
            if not _WEAK.match(name):
                return found
            weak = weak or found
        elif not count:
            return None
        if count > 1 or line.kind in (Kind.PATH, Kind.SHORT):
            break
    return weak


def of_owner(head: Sequence[Line]) -> Grounded | None:
    """The school, office or firm whose name opens the page."""
    for line in head[:5]:
        greeting = GREETING.re.match(line.text) if line.kind == Kind.MASTHEAD else None
        if greeting is not None and (greeting["site"].strip() or is_outlet(greeting["name"])):
            start = line.start + greeting.start("name")
            return Grounded(greeting["name"], start, start + len(greeting["name"]))
        if line.kind not in (Kind.SHORT, Kind.MENU, Kind.MASTHEAD):
            continue
        m = _OWNER.match(line.text)
        # 某局 right above 关于…的通告 is the first half of the headline
        if m is not None and (m.end() < len(line.text) or line is not head[-1]):
            return Grounded(m[0], line.start, line.start + m.end())
    return None


def of_app(head: Iterable[Line]) -> Grounded | None:
    """The outlet whose own app the head of the page offers."""
    for line in head:
        m = _APP.search(line.text) if line.kind == Kind.TOOL else None
        if m is not None and is_outlet(m[1]):
            return Grounded(m[1], line.start + m.start(1), line.start + m.end(1))
    return None


_APP = late(r"(?:下载|打开|安装) ?“?([\u4e00-\u9fff]{2,10}?)”? ?(?:APP|App|app|客户端)")
_OWNER = late(
    r"[\u4e00-\u9fff]{2,18}(?:[中小]学|学校|大学|学院|医院|集团|公司|局|法院|检察院|委员会|协会|学会|研究院|研究所|政府)(?=$|[ |_-])"
)
# 农业处: a part of whoever runs the page
_PART = late(r"[\u4e00-\u9fff]{1,5}(?:处|科|股|室|课|组)$")


def is_part(name: str) -> bool:
    """Whether a name is that of a section inside an office."""
    return _PART.match(name) is not None


_FIRM = late(r"(?:股份|传媒)?有限公司$|(?:报业|传媒)?集团$")


def of_footer(lines: Iterable[Line]) -> Grounded | None:
    """The owner that a copyright notice names."""
    for line in lines:
        # a pager and a copyright notice on one line
        if line.kind not in (Kind.LEGAL, Kind.PAGER, Kind.SPONSOR):
            continue
        m = FOOTER.re.search(line.text)
        if m is None:
            continue
        group = m.lastgroup or "a"
        value = m[group].removesuffix("社") if m[group].endswith("报社") else m[group]
        firm = _FIRM.search(value)
        if firm and is_outlet(value[: firm.start()]):
            value = value[: firm.start()]
        return Grounded(
            value, line.start + m.start(group), line.start + m.start(group) + len(value)
        )
    return None
