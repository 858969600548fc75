"""Which line is the headline."""

from __future__ import annotations

import re
from typing import NamedTuple

from qextract.layout.lines import Kind, Line, kind_of, tool_rest
from qextract.layout.outlet import is_outlet
from qextract.layout.patterns import DELIVERED, SECTIONS, SITE_NAME
from qextract.lexicon import words
from qextract.mentions import Grounded
from qextract.rules import late


class Headline(NamedTuple):
    """The headline, the index of its line, and the site its line names behind it."""

    grounded: Grounded
    line: int
    site: Grounded | None


_LABELLED = late(
    r"^\[(?:转帖|转载|原创|分享|讨论|公告|新闻|求助|推荐|图文|组图)\] ?|^(?:标 *题|题目|主题|文章标题|信息名称|名 *称)(?:[:：]| ) ?"
)
_CLOCK_END = late(r"(?<=.{6}) ?\([0-9][0-9]:[0-9][0-9]\)$")
_BOARD = late(r"\[[^\[\]]{1,10}\] ?")
_LAST_SECTION = late(r"(?: [-–—|丨] |[_|-])[\u4e00-\u9fffA-Za-z0-9]{2,16}$")
_RULED = late(r" ?[*=_-]{4,}$")
_TOPIC = late(r"^[^。,:]{4,30}电 ?题: ?")
_SECTION = late(
    r"(?:新闻|频道|要闻|时政|社会|财经|国内|国际|地方|动态|资讯|首页|政务|专题|中心|门户|官网|官方网站|网|在线|报|社|台|政府)$"
)
_UNFINISHED = ("。", ",", "、", ";", ":", "!”", "。”", "?”")
_SPEAKER = late(r"^(?:问|答|记者问?|主持人|提问|网友|编者按)[:(]")
_OFFICE = late(r"(?:公司|董事会|办公室|委员会|人民政府|研究院|集团)$")
_LABEL_VALUE = late(r"^[\u4e00-\u9fff()]{1,8}:")


# Han characters, two at least
_WORDS = late(r"[\u4e00-\u9fff][^\u4e00-\u9fff]*+[\u4e00-\u9fff]")

_REACH = 150
_NOTICES = 2  # paragraphs above a headline
_FIRST = 12  # lines among which a headline that is known is looked for
_DATED_END = late(
    r" +(?:19|20)[0-9][0-9](?:年[0-9]{1,2}月[0-9]{1,2}日|[-/.][0-9]{1,2}[-/.][0-9]{1,2})(?: [0-9][0-9]?:[0-9][0-9](?::[0-9][0-9])?)?$"
)


_TELLING = frozenset({Kind.META, Kind.CREDIT, Kind.EDITOR, Kind.SUBHEAD})


def find(lines: list[Line], known: str | None = None) -> Headline | None:
    """The headline among the lines before the first paragraph, `None` where there is none.

    known: what it is, where the caller knows; it may also stand where none is expected.
    """
    if known:
        for i, line in enumerate(lines[:_FIRST]):
            if line.text == known:
                return _made(lines, i)
    first = _first_paragraph(lines, 0)
    return _above(lines, 0, first) or _below(lines, first)


def _first_paragraph(lines: list[Line], begin: int) -> int:
    return next((i for i in range(begin, len(lines)) if _is_paragraph(lines, i)), len(lines))


def _below(lines: list[Line], begin: int) -> Headline | None:
    """The headline under a paragraph or two that stand above all of a page: a notice, a summary.

    Nothing but date, source or names under it tells it from a heading inside the text.
    """
    at = begin
    while at < min(len(lines), begin + _NOTICES) and _is_paragraph(lines, at):
        at += 1
    first = _first_paragraph(lines, at)
    if at == begin or first - at > _REACH:
        return None
    heads = [i for i in range(at, first) if _may_be(lines[i])]
    told = heads and any(line.kind in _TELLING for line in lines[heads[0] + 1 : first])
    return _above(lines, at, first) if told else None


def _above(lines: list[Line], begin: int, first: int) -> Headline | None:
    """The headline among the lines from `begin` to the paragraph at `first`."""
    # a page's menu has its bounds; so has the search for the headline behind it
    offset = max(begin, first - _REACH) if first < len(lines) else begin
    head = lines[offset : min(first, offset + _REACH)]
    meta = next((i for i, line in enumerate(head) if line.kind == Kind.META), None)
    # under a speech's headline stand occasion and speaker, no headline comes behind them
    given = next(
        (i for i, x in enumerate(head) if "在" in x.text and DELIVERED.re.match(x.text)), len(head)
    )
    candidates = [i for i, line in enumerate(head[:given]) if _may_be(line)]
    if not candidates:
        return None
    bare = all(line.kind in (Kind.PROSE, Kind.SHORT, Kind.HEADING) for line in lines)
    if bare and first == len(lines):
        return None
    if bare and _wrapped(lines):
        return None
    if meta is None or meta < candidates[0]:
        # the names of who wrote stand under the headline as well
        credit = (i for i, x in enumerate(head) if i > candidates[0] and x.kind == Kind.CREDIT)
        meta = next(credit, meta)
    best = (
        candidates[0]
        if len(candidates) == 1
        else max(candidates, key=lambda i: (_score(head, i, meta), -i))
    )
    made = _joined(lines, _alone(_made(lines, offset + best), head), head)
    for j in range(len(head) - 1, best, -1):
        if _may_be(head[j]) and _made(lines, offset + j).grounded.value == made.grounded.value:
            return _made(lines, offset + j)._replace(site=made.site)
    return made


def _alone(made: Headline, head: list[Line]) -> Headline:
    """The headline without what stands behind a dash, where it also stands without it."""
    title = made.grounded
    m = SECTIONS.re.search(title.value)
    core = title.value[: m.start()] if m else ""
    if len(core) < 8 or not any(line.text == core for line in head):
        return made
    return made._replace(grounded=Grounded(core, title.start, title.start + len(core)))


def _joined(lines: list[Line], made: Headline, head: list[Line]) -> Headline:
    """The headline with its second half, where it is broken."""
    at = made.line
    if at and _may_be(lines[at - 1]) and _broken(lines[at - 1].text, lines, at, head):
        at -= 1
        made = _made(lines, at)
    if at + 1 < len(lines) and _broken(made.grounded.value, lines, at + 1, head):
        rest = lines[at + 1]
        whole = made.grounded.value + rest.text
        made = Headline(Grounded(whole, made.grounded.start, rest.end), at + 1, made.site)
    if made.site is None:
        # the same headline as the page's title, with its site
        value = made.grounded.value
        twins = (
            i for i, line in enumerate(lines[: made.line]) if line.text.startswith(value + "_")
        )
        twin = next(twins, None)
        made = made if twin is None else made._replace(site=_made(lines, twin).site)
    return made


def _broken(value: str, lines: list[Line], at: int, head: list[Line]) -> bool:
    """Whether line `at` is the rest of a headline that begins with `value`.

    It closes a bracket or ends a number; or a twin of the headline is whole; or the four
    characters at the break stand together in the text, as those of words do.
    """
    rest = lines[at]
    if not 2 <= len(rest.text) <= 60 or "。" in rest.text:
        return False
    whole = value + rest.text
    if any(value.count(a) > value.count(b) and whole.count(a) == whole.count(b) for a, b in _PAIRS):
        return True
    if any(len(x.text) >= len(whole) and SECTIONS.re.sub("", x.text) == whole for x in head):
        return True
    if rest.kind == Kind.SHORT and "关于" in value and _OFFICIAL.search(rest.text):
        return _OFFICIAL.search(value) is None  # 关于发展… …的意见
    if len(value) < 8 or rest.kind != Kind.SHORT or is_name(rest.text) or is_name(value):
        return False
    if _NUMBER.search(value) and rest.text[0].isdecimal():
        return True
    seam = value[-2:] + rest.text[:2]
    return (
        len(rest.text) >= 4
        and _SEAM.match(seam) is not None
        and any(seam in x.text for x in lines[at + 1 : at + 30])
    )


_OFFICIAL = late(
    r"的(?:若干|实施|指导)?(?:意见|通知|决定|办法|公告|通告|批复|函|规定|方案|通报|决议|措施|条例|规划)$"
)
_NUMBER = late(r"[0-9][0-9.]*$")
_SEAM = late(r"[0-9\u4e00-\u9fff]{2}[\u4e00-\u9fff]{2}")
_OWNER = late(
    r"(?:政府|委员会|[局厅院校]|大学|中学|小学|学院|医院|集团|公司|协会|学会)(?:网站|门户|官网)?$"
)
_PAIRS = (("《", "》"), ("(", ")"), ("“", "”"), ("【", "】"))


def _is_paragraph(lines: list[Line], i: int) -> bool:
    """Whether a line is a paragraph of the text; a long headline stands right before its date."""
    line = lines[i]
    if line.kind != Kind.PROSE:
        return False
    behind = lines[i + 1].kind if i + 1 < len(lines) else Kind.PROSE
    return "。" in line.text or len(line.text) > 120 or behind not in (Kind.META, Kind.SUBHEAD)


def _may_be(line: Line) -> bool:
    text = line.text
    return (
        line.kind in (Kind.SHORT, Kind.HEADING, Kind.PROSE)
        and 4 <= len(text) <= 120
        and _WORDS.search(text) is not None
        and text[0] not in "|>»"
        and not text.endswith(_UNFINISHED)
        and not (line.kind == Kind.HEADING and not re.match(r"[0-9]", text))
        and _SPEAKER.match(text) is None
        and text.count(":") < 3
    )


def _wrapped(lines: list[Line]) -> bool:
    """Whether the first line runs on into the second: a paragraph broken at a fixed width."""
    if len(lines) < 2:
        return False
    first = lines[0]
    return "," in first.text and len(first.text) >= max(len(line.text) for line in lines[1:])


_TITLES = (Kind.SHORT, Kind.PROSE, Kind.HEADING, Kind.SUBHEAD)


def _block(head: list[Line], i: int) -> int:
    """The first line of the run of possible headlines that line `i` belongs to."""
    while i > 0 and (_may_be(head[i - 1]) or head[i - 1].kind == Kind.SUBHEAD):
        i -= 1
    return i


def _score(head: list[Line], i: int, meta: int | None) -> float:
    text = head[i].text
    core = SECTIONS.re.sub("", text)
    score = 0.0
    score += min(len(text), 12) / 3
    if len(text) < 6:
        score -= 3 if len(text) == 5 else 6
    if i + 1 < len(head) and head[i + 1].text.startswith(("微信号", "功能介绍")):
        score -= 10
    if _OFFICE.search(text):
        score -= 4
    if text.startswith("关于"):
        score += 2
    if _LABELLED.match(text):
        score += 5
    if len(text) <= 12 and any(0 <= j < len(head) and head[j].text == text for j in (i - 1, i + 1)):
        score -= 10  # a public account: who wrote, then who posts
    named = is_name(text)
    if named:
        score -= 5
    if _LABEL_VALUE.match(text) and len(text) < 20 and i + 1 != meta:
        score -= 2
    if meta is not None and i < meta and not named:
        nearest = max(j for j in range(meta) if j == i or _may_be(head[j]))
        score += 6 if _block(head, i) == _block(head, nearest) else 4
    for j, other in enumerate(head):
        if j != i and (
            (len(core) >= 8 and (other.text == text or other.text.startswith(core)))
            or (len(text) >= 5 and SECTIONS.re.sub("", other.text.removeprefix(text)) == "")
        ):
            score += 3 + (0.5 if j < i else 0)
            break
    if core != text and _SECTION.search(text):
        score -= 1
    if " " in text and any(
        len(other.text) >= 8 and text.endswith(" " + other.text) for other in head
    ):
        score -= 8  # 首页 最新文章 and the headline that stands below
    # a short form of the headline stands next to it
    score += 4 * any(
        core == text
        and 5 <= len(head[j].text) < len(text)
        and head[j].text in text
        and not is_name(head[j].text)
        for j in (i - 1, i + 1)
        if 0 <= j < len(head)
    )
    # of a headline and the lines that go with it, the first
    run = i - _block(head, i)
    score -= 1.5 * min(run, 3)
    if i + 1 < len(head) and head[i + 1].kind == Kind.SUBHEAD:
        score += 3
    if i + 1 < len(head) and leads_up(head[i], head[i + 1]):
        score -= 3
    return score


def leads_up(line: Line, other: Line) -> bool:
    """Whether a line is but what leads up to the headline behind it, shorter and of one piece."""
    return (
        "," in line.text
        and line.kind == other.kind == Kind.SHORT
        and 7 <= len(other.text) < len(line.text)
        and "," not in other.text
        and _may_be(other)
        and not is_name(other.text)
    )


def is_name(text: str) -> bool:
    """Whether a line is but the name of a site, an outlet or a section, or a menu."""
    core = SECTIONS.re.sub("", text) if "_" in text else text
    if core != text and (len(core) < 6 or kind_of(core) not in _TITLES or is_name(core)):
        return True  # 首页 要闻 财经_新闻频道_滨江网
    if SITE_NAME.re.match(text) is not None or is_outlet(text) or text in words("sections"):
        return True
    if _SYSTEMS.match(text) is not None:
        return True  # 材料采购平台 考试模拟系统
    if len(text) > 40 or not _SEPARATOR.search(text):
        return False
    # 滨江新闻网 - 即时新闻 每日新闻, 滨江网 登入
    if not any(c >= "\u4e00" for c in text.partition(" ")[2]):
        # 滨江社 Binjiang News
        return is_outlet(text.partition(" ")[0]) or _BILINGUAL.match(text) is not None
    first, *rest = (c for c in _SEPARATOR.split(text) if c)
    if not rest or not is_outlet(first) or max(map(len, rest)) > 6:
        return False
    return _JOINED.search(text) is not None or all(
        tool_rest(c) == 0 or c in words("sections") for c in rest
    )


_SITE_TAIL = "(?:平台|系统|网|网站|频道|门户|专区|论坛|数据库|商城)"
_SYSTEMS = late(rf"(?:[\u4e00-\u9fff]{{2,12}}{_SITE_TAIL}(?: |$)){{2,}}$")
_BILINGUAL = late(r"[\u4e00-\u9fff]{2,6}(?: [A-Z][A-Za-z.]+){2,}$")
_SEPARATOR = late(r"[ _|丨–—-]+")
_JOINED = late(r"[_|丨–—-]")


def _made(lines: list[Line], i: int) -> Headline:
    line = lines[i]
    value, start = line.text, line.start
    label = _LABELLED.match(value) or _TOPIC.match(value)
    if label:
        start, value = start + label.end(), value[label.end() :]
    value = _RULED.sub("", value)
    if value.endswith("[复制链接]"):
        # a forum's headline: [板块] 标题 [复制链接]
        board = _BOARD.match(value)
        cut = board.end() if board else 0
        start, value = start + cut, value[cut:].removesuffix("[复制链接]").rstrip()
    value = _CLOCK_END.sub("", value)
    dated = _DATED_END.search(value)
    if dated and dated.start() >= 6:
        value = value[: dated.start()]
    site = None
    m = SECTIONS.re.search(value)
    if m and m.start() < 8:
        m = _LAST_SECTION.search(value, 4)  # 图解|青湖行动方案-青湖网: the site alone
    if m and m.start() >= 4:
        last = re.split(r"[_|丨–—-]", m[0])[-1].strip()
        if "_" in m[0] or _SECTION.search(last):
            if is_outlet(last) or _OWNER.search(last):
                at = start + value.rfind(last)
                site = Grounded(last, at, at + len(last))
            value = value[: m.start()].rstrip()
    return Headline(Grounded(value, start, start + len(value)), i, site)
