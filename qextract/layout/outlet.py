"""Which outlet a page is from: the named source, else the site, else the dateline's agency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from qextract.layout.kinds import furniture
from qextract.layout.lines import Kind, Line, tool_rest
from qextract.layout.names import lone_names
from qextract.layout.patterns import ACCOUNT, DATED, DAY_OF_YEAR, ISSUE, JOURNAL, OFFICES
from qextract.layout.roles import is_role, roles_in
from qextract.layout.stamp import dateline_match
from qextract.lexicon import alternation, words
from qextract.mentions import Grounded
from qextract.rules import Pattern, late

SOURCE = Pattern(
    "layout.source",
    "a named source with its label",
    r"(?:(?:Source|信息来源|文章来源|消息来源|新闻来源|稿件来源|内容来源|来源于|来源|稿源|转载自|转自|摘自|出处|发布机构|发布单位|发布部门|发布科室|发布者|发表单位|发文单位|报送单位|来稿单位|投稿单位|信息提供|供稿单位|供稿部门|供稿|来自)[\]】]?(?: ?[:丨|]\s*| ?/ | +)|以下文章来源于 ?|(?:本文|文章|以上内容)(?:来源于|转载自|转自|摘自|来自) ?)(?P<name>[^\s|丨:,;。\[\]【】()]{2,30}(?:\([^()]{1,8}\))?)",
    examples={
        "2024-03-01 来源:滨江日报 作者:谷雨": "来源:滨江日报",
        "来源 | 滨江疾控": "来源 | 滨江疾控",
        "来自 / 滨江早报": "来自 / 滨江早报",
        "以下文章来源于滨江医院 ,作者谷雨": "以下文章来源于滨江医院",
    },
    rejects=("来源于生活的创作,", "收入来源"),
)
SUFFIX = late(
    r"(?:数字报|数字版|电子报|电子版)(?=[一二][〇○零O一二]).*$|(?:数字报刊?|电子报|电子版|图文数据库|手机版|数字版|数字资料[馆库]|首页|官网|门户网站首页|官方(?:账号|帐号)|(?<=[台报社])网站)$"
)
_LEAD = late(r"^(?:原创|本文|载|自|[:《]+)")


@cache
def _named() -> re.Pattern[str]:
    ending = r"(?:网|报|日报|晚报|时报|晨报|商报|在线|通讯社|社|卫视|电视台|广播电台|电台|广播电视台|客户端|发布|新闻云?|融媒体中心|融媒|杂志|周刊|月刊|学刊|学报|画报|频道|论坛|资讯|头条|网站|平台|传媒|观察|快报|新报|台)"
    return re.compile(
        rf"(?:{alternation(words('outlets'))}|[\u4e00-\u9fffA-Za-z0-9·+-]{{1,16}}?{ending})$"
    )


def is_outlet(text: str) -> bool:
    """Whether a name looks like an outlet's."""
    return _named().match(text) is not None


_LABELS = (
    "来源",
    "稿源",
    "转",
    "自",
    "出处",
    "发布",
    "发表",
    "发文",
    "供稿",
    "单位",
    "提供",
    "Source",
)


def named_source(text: str, lines: Iterable[Line]) -> Grounded | None:
    """The source that a label in one of the lines names, vague ones (本站, 网络) left out.

    Who put the page up (发布机构) is its source where no label names one.
    """
    office = None
    for line in lines:
        if line.kind == Kind.TOOL or not any(label in line.text for label in _LABELS):
            continue
        end = line.end
        if text[end - 1] == ":":
            # the value stands on the next line
            end = text.find("\n", end + 1)
        for m in SOURCE.re.finditer(text, line.start, end if end > 0 else len(text)):
            if text[m.start() - 1] in "“\"'‘明" or DATED.re.match(m["name"]):
                # 凡本网注明“来源:…”: a disclaimer speaks of sources, it names none
                continue
            if m["name"] in words("vague_sources") or _OF_PICTURE.match(
                text, max(line.start, m.start() - 2), m.start()
            ):
                continue
            if text[m.end("name") : m.end("name") + 1] == ":" and is_role(m["name"]):
                continue  # 来源: 作者: 编辑:
            if _OF_READER.search(m["name"]):
                continue
            named = _clean(m["name"], m.start("name"))
            if named is None or named.value in words("vague_sources"):
                continue
            if m[0].startswith("供稿") and m[0][2:3] in ": " and not OFFICES.re.match(named.value):
                continue  # 供稿:谷雨
            if not m[0].startswith(("发布", "发文", "发表")):
                return named
            office = office or named
    return office


# 本文来自某客户端创作者: whoever may write there
_OF_READER = late(r"^[A-Za-z_-]*[0-9]{3,}$|创作者|(?:用户|网友|读者|会员)$")
_OF_PICTURE = late(r"图片|照片|图源|数据|封面|素材|视频")


def _clean(name: str, start: int) -> Grounded | None:
    lead = len(name) - len(name.lstrip("·《“\"'[【<:"))
    value = name[lead:].rstrip("》”\"']】>/-_·")
    titled = _IN_TITLE.match(name)
    if titled is not None:
        # 《资源天地》杂志
        return Grounded(titled[1], start + titled.start(1), start + titled.end(1))
    via = _VIA.match(value)
    if via is not None and is_outlet(via["from"]):
        # 滨江网-滨江日报: the paper's text, on its site
        lead += via.start("from")
        value = via["from"]
    cut = re.search(
        r"(?:作者|本报|新华社(?=.)|我要|我有话|收藏|评论$|举报|纠错|关闭|阅读|扫码|浏览|字号|分享|打印|参与|关键词|通讯员|记者|编辑|责编|发布时间|时间|日期|点击|浏览|字号|[0-9]{4}[-年/])",
        value,
    )
    if cut and cut.start() >= 2:
        value = value[: cut.start()]
    return Grounded(value, start + lead, start + lead + len(value)) if len(value) > 1 else None


_IN_TITLE = late(r"《([^《》]{2,16})》")
_VIA = late(
    r"[\u4e00-\u9fff]{2,8}(?:网|在线|客户端|新闻|APP) ?[-—–]{1,2} ?(?P<from>[\u4e00-\u9fff]{3,12})$"
)
_CHUNK = late(r"[^ \t|丨()/,]+")


_ASIDE = late(r"[〔【\[(][^〔〕【】\[\]()]*[〕】\])]")
_VALUE = late(r"[:丨| ]*[^ \t|]+")
_CLOCK = late(r"[0-9][0-9]?(?::[0-9][0-9](?::[0-9][0-9])?|时[0-9][0-9]分?)(?=[^0-9:])")
_TIME = late(r"[0-9:T.时分秒]*")
_NO_OUTLETS = ("vague_sources", "sections", "place_names")
# 原创 who wrote, then the account that posts
_POSTED = late(
    rf"(?:原创 ?[:|]? ?[^ :|]{{2,16}}|[^ :|]{{2,16}}(?=[^|:]+:[0-9][0-9] ?发表于)) "
    rf"(?P<who>[\u4e00-\u9fffA-Za-z0-9]{{2,16}}) {DAY_OF_YEAR}"
)
_NO_OUTLET = late(
    r"(?:发布|更新|发表|出版|修改)$|.{0,4}时间$|只看|发表于|发布于|星期|农历|第|分享|责|[0-9]+$|[^\u4e00-\u9fff]+$"
)


def _bare(line: Line) -> str:
    """The line with labels, what they label, and brackets blanked out."""
    text = _ASIDE.sub(lambda m: " " * len(m[0]), line.text)
    found = roles_in(text, 0, len(text))
    ends = [*(role.start for role in found[1:]), len(text)]
    for role, end in zip(found, ends, strict=False):
        if role.kind == "label":
            value = _VALUE.match(text, role.end) if text[role.end : role.end + 1] == ":" else None
            if value is None:
                end = role.start
            elif role.word not in _LISTS:
                end = value.end()
        text = text[: role.start] + " " * (end - role.start) + text[end:]
    return text


# labels with more than one value
# tools that stick to a name whose space is lost
_STUCK = late(r"(?<=..)(?:我要评论|我有话说|评论|收藏|分享|打印|举报|纠错)+$")
_LISTS = ("关键词", "关键字", "标签", "相关字词", "热词")


def of_meta(line: Line) -> Grounded | None:
    """A bare outlet next to the date in a line of the page's head."""
    posted = _POSTED.match(line.text)
    if posted is not None:
        start = line.start + posted.start("who")
        return Grounded(posted["who"], start, start + len(posted["who"]))
    sections = False
    for m in _CHUNK.finditer(_bare(line)):
        start, chunk = line.start + m.start(), m[0]
        dated = DATED.re.search(chunk)
        if dated and dated.start():
            chunk = chunk[: dated.start()]
        elif dated:
            skip = _TIME.match(chunk, dated.end())
            cut = skip.end() if skip else dated.end()
            start, chunk = start + cut, chunk[cut:]
        else:
            clock = _CLOCK.match(chunk)
            cut = clock.end() if clock else 0
            start, chunk = start + cut, chunk[cut:]
        lead = _LEAD.match(chunk)
        if lead:
            start, chunk = start + lead.end(), chunk[lead.end() :]
        start, chunk = start + len(chunk) - len(chunk.lstrip("·•-")), chunk.lstrip("·•-")
        if ":" in chunk or not 2 <= len(chunk) <= 20 or _NO_OUTLET.match(chunk):
            continue
        if chunk in words("sections"):
            sections = True
        if sections and not is_outlet(chunk):
            continue  # 社会 地方大小事: the rest of the line are sections too
        if (
            chunk in furniture().words
            or tool_rest(chunk) <= 1
            or any(chunk in words(name) for name in _NO_OUTLETS)
        ):
            continue
        if lone_names(chunk, 0) and not is_outlet(chunk):
            continue
        chunk = SUFFIX.sub("", _STUCK.sub("", chunk))
        return Grounded(chunk, start, start + len(chunk))
    return None


def of_offices(head: Iterable[Line]) -> Grounded | None:
    """The first of the offices that sign a communique under its headline."""
    for line in head:
        if line.kind == Kind.META and OFFICES.re.match(line.text):
            value = re.split(r"[ 、]", line.text, maxsplit=1)[0]
            return Grounded(value, line.start, line.start + len(value))
    return None


def of_journal(head: Iterable[Line]) -> Grounded | None:
    """The journal whose issue a line of the page's head names."""
    for line in head:
        m = JOURNAL.re.match(line.text) if line.kind == Kind.META else None
        if m is not None:
            return Grounded(m["name"], line.start, line.start + m.end("name"))
    return None


def of_journalist(spans: Iterable[tuple[int, int]], text: str) -> Grounded | None:
    """The outlet in front of its journalist (新华社记者 谷雨), where nothing else names one."""
    for start, end in spans:
        m = _JOURNALIST.match(text, start, min(end, start + 40))
        if m is not None and m["outlet"][0] not in "本我":
            return Grounded(m["outlet"], *m.span("outlet"))
    return None


_JOURNALIST = late(
    r"[(【〔\[□■ ]{0,3}(?P<outlet>[\u4e00-\u9fff]{1,9}?(?:社|日报|晚报|时报|晨报|报|网|在线|卫视|电视台))/? ?(?:全媒体|融媒体|见习|特约)?记者"
)


def of_poster(head: Sequence[Line]) -> Grounded | None:
    """The account above the headline whose name stands again before the date."""
    for line in head[:1]:
        for other in head[1:]:
            at = other.text.find(f"{line.text} ") if other.kind == Kind.META else -1
            if line.kind == Kind.SHORT and at >= 0 and DATED.re.search(other.text, at):
                start = other.start + at
                return Grounded(line.text, start, start + len(line.text))
    return None


def of_account(head: Sequence[Line]) -> Grounded | None:
    """The public account whose name stands twice above the date, once as who wrote and once as who posts."""
    for first, second in pairwise(head):
        if (
            first.text == second.text
            and first.kind == Kind.SHORT
            and 2 <= len(first.text) <= 12
            and first.text not in words("sections")
        ):
            return Grounded(second.text, second.start, second.end)
    for line in head:
        m = ACCOUNT.re.match(line.text) if line.kind == Kind.MASTHEAD else None
        if m is not None:
            return Grounded(m["name"], line.start, line.start + m.end("name"))
    return None


NO_DAY = Pattern(
    "layout.news",
    "a dateline without a day that names its outlet (滨江在线讯)",
    r"^[【(〔\[]?(?:据)?(?P<outlet>[\u4e00-\u9fffA-Za-z]{2,12}?)(?:专?讯|电|消息|报[道导])(?=[ (【】〔:,)]|$)",
    examples={"滨江在线讯(记者 谷雨)": "滨江在线讯", "(滨岛日报报道)会议": "(滨岛日报报道"},
    rejects=("会议讯息很多",),
)


WIRE = Pattern(
    "layout.wire",
    "the dateline of a press release: place, day and the wire that carries it",
    rf"^[\u4e00-\u9fff、 ]{{2,12}},? ?{DAY_OF_YEAR} ?(?:/(?P<wire>[^/ ]{{2,12}})/|[-—–]+ ?\((?P<name>[^() ]{{2,12}})\) ?[-—–])",
    examples={
        "滨江2024年11月14日 /企讯社/ -- 某公司": "滨江2024年11月14日 /企讯社/",
        "滨江, 2024年11月14日 - (企讯社) - 某公司": "滨江, 2024年11月14日 - (企讯社) -",
    },
    rejects=("滨江2024年11月14日,会议",),
)


def of_wire(text: str, spans: Iterable[tuple[int, int]]) -> Grounded | None:
    """The wire that carries a press release."""
    for start, end in spans:
        m = WIRE.re.match(text[start : min(end, start + 60)])
        if m is not None:
            group = m.lastgroup or "wire"
            return Grounded(m[group], start + m.start(group), start + m.end(group))
    return None


def of_dateline(text: str, spans: Iterable[tuple[int, int]]) -> Grounded | None:
    """The agency of a dateline (新华社成州7月17日电 gives 新华社)."""
    for start, end in spans:
        lead = text[start : min(end, start + 60)]
        m = dateline_match(lead)
        no_day = NO_DAY.re.match(lead) if m is None else None
        head = lead[: m.start()] if m else no_day["outlet"] if no_day else ""
        name = _outlet_head().search(head, len(head) - len(head.lstrip("【(〔[据")))
        if name is None or name.start() > 2 or name[0][0] in "本我":
            continue
        first = start + (no_day.start("outlet") if no_day else 0) + name.start()
        return Grounded(name[0], first, first + len(name[0]))
    return None


def of_lead(text: str, spans: Iterable[tuple[int, int]]) -> Grounded | None:
    """The outlet in brackets in front of the first sentence (【滨江新闻网】, [滨江晚报])."""
    for start, end in spans:
        m = _BRACKETED.match(text, start, min(end, start + 40))
        if m is not None and is_outlet(m[1]) and m[1] not in words("vague_sources"):
            return Grounded(m[1], *m.span(1))
    return None


_BRACKETED = late(r"[【\[〔(]([\u4e00-\u9fffA-Za-z0-9 ]{2,16})[】\]〕)] ?[^ ]")


@cache
def _outlet_head() -> re.Pattern[str]:
    return re.compile(
        rf"{alternation(words('outlets'))}|[\u4e00-\u9fff]{{1,8}}?(?:日报|晚报|时报|新闻网|通讯社|在线|网|报|社|卫视|电视台)"
    )


def of_signature(tail: Iterable[Line]) -> Grounded | None:
    """The paper that stands alone in brackets behind the text (《滨江日报》)."""
    for line in tail:
        issue = ISSUE.re.match(line.text)
        name = issue["name"] if issue else line.text.strip("《》()")
        if name != line.text and is_outlet(name) and name not in words("vague_sources"):
            start = line.start + line.text.index(name)
            return Grounded(name, start, start + len(name))
    return None
