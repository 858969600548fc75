"""What kind a line of a page is when looked at alone."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from qextract.layout import roles
from qextract.layout.patterns import (
    ACCOUNT,
    CAPTION,
    DATED,
    DAY_OF_YEAR,
    GREETING,
    GRID,
    HEADING,
    ISSUE,
    JOURNAL,
    LABEL,
    LEGAL_INSIDE,
    LEWD,
    MASTHEAD,
    PATH,
    PROMPT,
    RESERVED,
    SENTENCE,
    SITE_NAME,
    SPAM,
    STAMP,
    SUBHEAD,
    WECHAT,
)
from qextract.lexicon import Terms, table, words
from qextract.rules import late


class Kind:
    """What a line is, by its own looks; the page decides what becomes of it.

    Plain strings: an `Enum` hashes in Python, which is felt at twenty lines a page.
    """

    PROSE: Final = "prose"
    SHORT: Final = "short"
    META: Final = "meta"
    MASTHEAD: Final = "masthead"
    PATH: Final = "path"
    MENU: Final = "menu"
    TOOL: Final = "tool"
    CAPTION: Final = "caption"
    SUBHEAD: Final = "subhead"
    HEADING: Final = "heading"
    CREDIT: Final = "credit"
    EDITOR: Final = "editor"
    RELATED: Final = "related"
    PAGER: Final = "pager"
    LEGAL: Final = "legal"
    SPONSOR: Final = "sponsor"
    CONTACT: Final = "contact"
    RULE: Final = "rule"
    SPAM: Final = "spam"


_MARKS = "«‹次人条万个余参与共 \t\u3000·•▪●◆■□◇○▶►▸»›>*※★☆-–—_|[](){}【】〔〕「」:;,./\\0123456789+&~丨↑↓←→…"


class Furniture(NamedTuple):
    """The words of `furniture.txt` with their kinds, what finds them, and those of page tools."""

    words: dict[str, tuple[str, ...]]
    openers: Terms
    tools: Terms

    def opening(self, text: str) -> tuple[str, int] | None:
        """The word that a line begins with, and where it ends; marks may stand in front."""
        lead = _LEAD.match(text)
        start = lead.end() if lead else 0
        word = self.openers.at(text, start)
        return None if word is None else (word, start + len(word))


@cache
def furniture() -> Furniture:
    """The words of furniture and what finds them; made once."""
    terms = table("furniture")
    tools = [
        word
        for word, (kind, how) in terms.items()
        if (how == "tool" or kind == "pager") and len(word) > 1
    ]
    return Furniture(terms, Terms(terms), Terms(tools))


_LEAD = late(r"[\s·•▪●◆■□◇▶►▸«»>*※★☆|\[(【〔<《-]{0,4}+")
_LETTER = late(r"(?<![\u4e00-\u9fffA-Za-z])[大中小AT赞踩](?![\u4e00-\u9fffA-Za-z])")


@cache
def _notices() -> re.Pattern[str]:
    return re.compile(roles.any_of(words("notices")))


def tool_rest(text: str) -> int:
    """How many letters are left of a line once the words of page tools and all marks are gone."""
    rest = list(text)
    for start, end, _ in furniture().tools.finditer(text, 0, len(text)):
        rest[start:end] = " " * (end - start)
    for letter in _LETTER.finditer(text):
        rest[letter.start()] = " "
    return len("".join(rest).translate(_NO_MARKS))


_NO_MARKS = dict.fromkeys(map(ord, _MARKS))
# 视频|…: the column of a headline
_COLUMNED = late(r"(?:视频|组图|图集|图解|微视频|短视频|海报|动画|图片新闻) ?[|丨].{8,}$")
_AFTER_HEAD = late(r"[\]】〕)》>:： |·…—-]|[0-9]|$")
_DISCLAIMER = late(r"本[网站报文刊平]|转载|版权|侵权|观点|仅供|投资|立场|删除|平台|免责|风险|作者")
_AFTER_COLON = late(r"[\]】〕)]? ?(?:[:|丨/]|$)| {1,}\S")
_CHUNKS = late(r" {1,}| ?[|丨/] ?|\t")


def _opened(text: str) -> str | None:
    """The kind of a line by its first word, where the rest of the line fits that word."""
    known = furniture()
    opening = known.opening(text)
    if opening is None:
        # 54人参与 7评论
        counted = (
            text[0].isdecimal()
            and len(text) <= 24
            and any(known.tools.finditer(text, 0, len(text)))
        )
        return Kind.TOOL if counted and tool_rest(text) == 0 else None
    word, after = opening
    kind, how = known.words[word]
    if how == "tool":
        return Kind.TOOL if len(text) <= 80 and tool_rest(text) == 0 else None
    if kind in ("meta", "text") or (kind == Kind.CAPTION and _COLUMNED.match(text)):
        return None
    if how == "head" and not (
        _AFTER_HEAD.match(text, after) and ("。" not in text or len(text) < 12)
    ):
        return None
    if how == "colon" and not (_AFTER_COLON.match(text, after) and len(text) <= 160):
        return None
    if how == "colon" and "。" in text and not _DISCLAIMER.search(text):
        return None
    return kind


def is_menu_word(word: str) -> bool:
    """Whether a word stands in menus: a section, or a word of furniture."""
    return word in words("sections") or word in furniture().words


def _is_menu(text: str) -> bool:
    """Whether a line is a row of short words as a site's navigation has."""
    chunks = [c for c in _CHUNKS.split(text) if c]
    if len(chunks) > 1 and all(c[0] == "【" and c[-1] == "】" for c in chunks):
        return True  # 【原文】 【纠错】
    if len(chunks) == 2 and "|" in text:
        # 港闻 | 热线追踪
        return chunks[0] in words("sections") and len(chunks[1]) <= 6
    if len(chunks) < 3 or max(map(len, chunks)) > 10:
        return False
    if "、" in text:
        return False
    if len(chunks) >= 8 and sum(map(len, chunks)) < 1.5 * len(chunks):
        return True
    tools = furniture().words
    sections = words("sections")
    known = sum(c in tools or c in sections for c in chunks)
    if ":" in text:
        return known >= 3
    return known >= 3 or known * 2 >= len(chunks) or (known >= 1 and not _DIGIT.search(text))


def _is_toolbar(text: str) -> bool:
    """Whether at least half the words of a row are page tools, two of them at least."""
    chunks = [c for c in _CHUNKS.split(text) if c]
    if all(c[0] == "【" for c in chunks):
        return True
    tools = sum(tool_rest(c) == 0 and c not in words("sections") for c in chunks)
    return tools >= 2 and tools * 2 >= len(chunks)


_DIGIT = late(r"[0-9]")
_COLUMN = late(r"[\u4e00-\u9fff]{2,4}(?:新闻|动态|资讯|要闻|公告|专栏|专题|概况|公示|热点)$")


def _is_pair(text: str) -> bool:
    """Whether a line is but the names of two sections (公司新闻 行业动态)."""
    first, _, second = text.partition(" ")
    return all(c in words("sections") or _COLUMN.match(c) for c in (first, second))


# a menu whose spaces are lost
_RUN_ON = late(r"(?:网站|返回)?首页[\u4e00-\u9fffA-Za-z]{8,}$")
_PATH_HINT = late(r"[>/»›→栏位-]")
_META_HINT = late(r"[:丨|年】0-9]")


def kind_of(text: str) -> str:
    """The kind of one line, white space around it already taken off."""
    length = len(text)
    opened = _opened(text)
    if opened == Kind.CAPTION and "文" in text and roles.credit_kind(text) is not None:
        return Kind.CREDIT  # 制图:谷雨 文字:田野
    if opened == Kind.TOOL and text.startswith("http") and DATED.re.search(text):
        return Kind.META
    if opened == Kind.SPONSOR and _ISSUED.match(text):
        return Kind.META  # 出版:2024-03-01 10:20
    if opened is not None:
        return opened
    if length <= 400 and "。" not in text and _is_lewd(text):
        return Kind.SPAM
    if length > 160:
        return Kind.PROSE
    if length <= 70 and PROMPT.re.match(text):
        return Kind.TOOL
    if length <= 100 and _notices().search(text):
        return Kind.TOOL
    if length <= 120 and GREETING.re.match(text):
        return Kind.MASTHEAD
    if (
        (length <= 100 or text[0] == "凡")
        and ("权" in text or "转载" in text)
        and RESERVED.re.match(text)
    ):
        return Kind.LEGAL
    if "。" in text:
        return Kind.CAPTION if length <= 100 and CAPTION.re.search(text) else Kind.PROSE
    if text.startswith(("---", "***", "===")) or not any(c.isalnum() for c in text):
        return Kind.RULE
    if length > 120:
        return Kind.PROSE
    if SPAM.re.search(text):
        return Kind.SPAM
    if LEGAL_INSIDE.re.search(text):
        return Kind.LEGAL
    credit = roles.credit_kind(text)
    if credit is not None:
        return credit
    if length <= 70 and "字" in text and _FONT.match(text):
        return Kind.TOOL
    if _PATH_HINT.search(text) is not None and PATH.re.match(text):
        return Kind.PATH
    if SUBHEAD.re.match(text):
        return Kind.SUBHEAD
    if "《" in text[:2] and ISSUE.re.match(text):
        return Kind.META
    if length <= 48 and text[-1].isascii() and ACCOUNT.re.match(text):
        return Kind.MASTHEAD
    if length <= 40 and WECHAT.re.search(text) and not DATED.re.search(text):
        return Kind.TOOL
    if CAPTION.re.search(text):
        return Kind.CAPTION
    if "号" in text and len(GRID.re.findall(text)) > 1:
        return Kind.META
    if (_META_HINT.search(text) or (text[0] in "以本文" and _REPOSTED.match(text))) and (
        _is_meta(text) or JOURNAL.re.match(text)
    ):
        return Kind.META
    if length <= 30 and (_SOURCE_ALONE.match(text) or _MONTH_DAY.match(text)):
        return Kind.META
    if length <= 80 and MASTHEAD.re.search(text) and (_headlike(text) or _run_on(text)):
        return Kind.MASTHEAD
    if text.count(" ") + text.count("|") + text.count("/") > (
        text[0] != "【" and "|" not in text
    ) and _is_menu(text):
        return Kind.TOOL if _is_toolbar(text) else Kind.MENU
    if 5 <= length <= 16 and text.count(" ") == 1 and _is_pair(text):
        return Kind.MENU
    if SENTENCE.re.search(text):
        return Kind.PROSE
    if "首页" in text[:4] and _RUN_ON.match(text):
        return Kind.MENU
    return Kind.HEADING if HEADING.re.match(text) else Kind.SHORT


def _is_lewd(text: str) -> bool:
    """Whether two words of a hacked page's first line stand in a line."""
    first = LEWD.re.search(text)
    return first is not None and LEWD.re.search(text, first.end()) is not None


def _headlike(text: str) -> bool:
    """Whether a line with a weekday or a page number is the head of a paper, not a sentence."""
    chunks = [c for c in _CHUNKS.split(text) if c]
    return (
        _MASTHEAD_END.search(text) is not None
        or DATED.re.match(text) is not None
        or (len(chunks) >= 2 and len(chunks[0]) <= 16)
        or _MASTHEAD_START.match(text) is not None
    )


def _run_on(text: str) -> bool:
    """Whether a day or page tools stick to the head of a paper whose spaces are lost."""
    m = _EDITION.match(text)
    return m is not None and (
        DATED.re.match(text, m.end()) is not None or _covered().match(text, m.end()) is not None
    )


@cache
def _covered() -> re.Pattern[str]:
    return re.compile(rf"(?>(?:{roles.any_of(furniture().words)}|[ |/]){{1,20}})$")


_EDITION = late(r".{2,14}?(?:数字报|数字版|电子报|电子版)")
_MASTHEAD_END = late(r"^.{2,18}(?:数字报|数字版|网络版|电子报|电子版|主办|主管|承办)$")
_MASTHEAD_START = late(r"[【\[]?第? ?[A-Z]?[0-9]{1,5} ?[版期]|[^ ]+ +(?:http|www)")


# ten letters on end are no outlet and no author
_LONG_HAN = late(r"[\u4e00-\u9fff]{10,}$")


def _is_meta(text: str) -> bool:
    """Whether a line tells date, source and author of the article."""
    # (2019年1月8日) under a headline is the day of a speech
    if len(text) <= 24 and not (text[0] == "(" and "年" in text):
        bare = text.strip("()[]【】")
        bare = _STATED.sub("", bare).rstrip("])】 ") if bare.endswith(_STATES) else bare
        if bare != text and STAMP.re.match(bare) and DATED.re.search(bare):
            return True
    if text.startswith("("):
        # (滨江日报 记者 谷雨)2024-06-27
        if DATED.re.match(text, 1) and LABEL.re.search(text):
            return True  # (2024-03-01) 来源:滨江日报
        aside = _ASIDE.match(text)
        if aside is None or DATED.re.match(text, aside.end()) is None:
            return LABEL.re.match(text, 1) is not None
        text = text[aside.end() :]
    dated = DATED.re.search(text)
    label = LABEL.re.search(text)
    opener = furniture().opening(text)
    opens = bool(
        opener
        and furniture().words[opener[0]][0] == "meta"
        and re.match(r"[\]】 ]{0,2}[:|丨]|】| {1,}(?=[0-9])", text[opener[1] : opener[1] + 4])
    )
    if opens and _SPEAKS.match(text):
        return False
    if opens or (text[0] in "以本文" and _REPOSTED.match(text)):
        return True
    if dated is None:
        return bool(
            label
            and label.start() <= 30
            and (label.start() == 0 or text[label.start() - 1] in " \t|丨([【")
            and len(text) <= 80
            and not re.search(r"[,?!]", text)
        )
    if "http" in text or "www." in text:
        return True
    if dated.start() == 0:
        rest = text[dated.end() :]
        if label is None and _LONG_HAN.search(rest):
            return False
        return (
            not rest
            or bool(re.match(r"[ \tT|丨·,/]*(?:[上下]午)? ?[0-9]{1,2}[:时][0-9][0-9]", rest))
            or bool(re.match(r"\s|[|丨/·]|来源|作者|\(?星期|\([一二三四五六日]\)|第[0-9]", rest))
        ) and not _CLAUSES.search(DATED.re.sub("", rest).lstrip(", "))
    if label is not None and "," not in text:
        return True
    front = text[: dated.start()]
    if front.strip(" :|·") in _FIRST_PRINT and _TIMED.match(text, dated.end()):
        return True  # 原创2024-03-01 10:20·滨江掌柜
    if _CLOCK.match(front) and dated.end() == len(text):
        return True  # 10:20 2024/03/01
    if len(text) <= 60 and "," not in text and _BY.match(front):
        return True
    return (
        len(front) <= 24
        and front[-1] in " \t|丨:·/]】)"
        and not re.search(r"[,;!?(]", text)
        and (is_outlet_like(front) or len(front) <= 12 or front.count(" ") > 1)
        and (dated.end() == len(text) or text[dated.end()] in " \t|丨T·0123456789(")
    )


# 滨江早报 07-10原创: a day without its year
_MONTH_DAY = late(
    r"(?:[^,。!?]{2,20} )?(?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12][0-9]|3[01])(?: [0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?| ?(?:原创|发布|首发|转载))$"
)
_SOURCE_ALONE = late(r"(?:文章|信息|消息|稿件)?(?:来源|稿源|转自|来稿) [^ ]{2,24}$")
# 文/本刊记者 谷雨 发于2022年8月15日
_BY = late(r"(?:文|撰文|本[报刊网]记者|记者)[/:| ]?[^。]{2,24}(?:发[于自表]?|刊[于发载]?|写于)? ?$")
# 发布人:市税务局局长 谷雨, who speaks at a press conference
_SPEAKS = late(
    r"发布人 ?[:丨|] ?[^。]{3,40}(?:[局厅处部司院校所站]长|主任|书记|发言人|巡视员|总工程师|总经济师)"
)
_ISSUED = late(rf"出版 ?[:丨|] ?{DAY_OF_YEAR}")
# 会员抢先看 字级:A- A A+
_FONT = late(r"[^:0-9]{0,30}字[级号体](?:大小|设定)? ?[:丨|] ?(?:A[-+ ]|大 |小 |特大|\[)")
_STATES = ("发表", "发布", "刊登", "更新")
_STATED = late(r" ?(?:发表|发布|刊登|更新)$")
_FIRST_PRINT = ("原创", "首发", "转载", "转发", "独家")
_TIMED = late(r"[ \tT|丨·]*[0-9]{1,2}:[0-9][0-9]|[ |丨·]|$")
_CLOCK = late(r"[0-9][0-9]?:[0-9][0-9](?::[0-9][0-9])? ?$")
_ASIDE = late(r"\([^()]{2,40}\) ?")
# a comma between digits parts none: 浏览 2,377
_CLAUSES = late(r"[;!?]|(?<![0-9]),|,(?![0-9])")
_REPOSTED = late(
    r"(?:以下文章|本文|文章|以上内容)(?:来源于|转载自|转自|来自|摘自|来源)[ :|]?[^。!?]{2,40}$"
)


def is_outlet_like(front: str) -> bool:
    """Whether what stands in front of a date is a name, not a headline."""
    return SITE_NAME.re.match(front.strip(" |丨·:")) is not None
