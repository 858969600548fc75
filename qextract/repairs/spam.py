"""Brand spam: a betting site's name put in place of words, or a line of such names.

Hacked pages carry one and the same token (`bet体育365官网:`) wherever a word stood that the spammer
chose to replace, nearly always 中国, or the name of the head of state. What stands next to the token
tells which of the two. The grammar of a token is a brand and words of the trade, in any order, and a
colon; a token without the colon must stand more than once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from qextract import lexicon
from qextract.repairs.edits import Edit
from qextract.rules import Pattern

COUNTRY, LEADER = "中国", "习近平"
LEADER_BEFORE = ("总书记", "国家主席", "军委主席")
LEADER_AFTER = Pattern(
    "repair.leader_after",
    "What follows a name of the head of state, and hardly ever that of the country",
    r"总书记|主席|同志|新时代|(?:经济|法治|文化|外交|强军|生态文明)思想"
    r"|(?:在.{1,12})?(?:强调|指出|会见|主持|作出|发表|签署|致贺|致电)|在.{1,12}(?:考察|视察|调研)",
    examples={"总书记致贺信": "总书记", "在云港考察时": "在云港考察"},
    rejects=("质量报记者", "工程院院士", "在世界上"),
)
LATIN = r"[a-zA-Z][a-zA-Z0-9]{1,11}"  # a brand that no list has
ENDS = ":@_|"
DIGITS = r"(?<![0-9])[0-9]{1,3}(?=[a-zA-Z\u4e00-\u9fff])"
HINT = Pattern(
    "repair.brand_hint",
    "A word of the trade next to a letter, a figure or the end of a brand's name: a cheap look first",
    "(?:体育|官网|娱乐|投注|博彩|棋牌|真人|电竞|下注|买球|彩票|竞彩|百家|赌场|综合)"
    "(?:(?=[a-zA-Z0-9])|(?<=[a-zA-Z0-9博云鱼威赢乐会戏沙京人火盟发堂八天亚升德希来龙橙虎宝狐冠利河凰城游空]..))",
    examples={"bet体育": "体育", "投注365": "投注"},
    rejects=("全民体育", "综合执法"),
)
LONGEST_LINE = 100


@cache
def _kinds() -> dict[str, str]:
    return {word: columns[0] for word, columns in lexicon.table("spam").items()}


def _words(*kinds: str) -> str:
    return lexicon.alternation(word for word, kind in _kinds().items() if kind in kinds)


def _token() -> str:
    brand = f"(?:{_words('name', 'vague')}|{LATIN}|{DIGITS})"
    betting = _words("betting")
    unit = f"(?:{_words('name', 'trade', 'betting')}|[a-zA-Z0-9]{{1,12}})"
    return (
        f"(?:(?<![a-zA-Z]){brand}(?={unit}{{0,3}}?{betting})|{betting}(?={unit}{{0,3}}{LATIN}))"
        f"{unit}{{1,8}}+[{ENDS}]?"
    )


TOKEN = Pattern(
    "repair.brand",
    "The brand of a betting site, with its colon",
    _token,
    examples={
        "来源:bet体育365官网:质量报": "bet体育365官网:",
        "2024bet体育365官网:低温": "bet体育365官网:",
        "据亚博体育app下载:旅游": "亚博体育app下载:",
        "经济发展kok体育官网:企业": "kok体育官网:",
    },
    rejects=("来源:望江日报", "官网:www.example.com", "全国体育彩票销售", "体育总局官网:"),
)


@cache
def _line_words() -> re.Pattern[str]:
    return re.compile(_words("name", "trade", "betting") + r"|[a-zA-Z0-9_|@:\-\s【】()·,.]")


def find(text: str) -> list[Edit]:
    """Brands to be written as the word they replaced, and lines of nothing else to take out."""
    if HINT.re.search(text) is None:
        return []
    matches = list(TOKEN.re.finditer(text))
    if not matches:
        return []
    found = list(_lines(text, matches))
    taken = [(edit.start, edit.end) for edit in found]
    often = Counter(match.group() for match in matches)
    for match in matches:
        start, end = match.span()
        if any(first <= start < last for first, last in taken):
            continue
        token = match.group()
        quoted = text[start - 1 : start] == "“" and text[end : end + 1] == "”"
        if not quoted and _evident(token, often[token] > 1):
            found.append(Edit(start, end, lost_word(text, start, end), "brand_spam"))
    found.sort()
    return found


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(_words("name", "vague", "trade", "betting") + "|[0-9]++")


def _evident(token: str, repeated: bool) -> bool:
    """Whether a token is a brand: a known name or figures, or words enough; more without a colon."""
    kinds = _kinds()
    words = [(word, kinds.get(word, "name")) for word in _parts().findall(token)]
    betting = sum(kind == "betting" for _, kind in words)
    trade = sum(kind in ("betting", "trade") for _, kind in words)
    known = any(kind == "name" for _, kind in words)
    vague = any(kind == "vague" for _, kind in words)
    if token[-1] not in ENDS:
        return repeated and known and betting > 1
    return betting > 0 and (known or (trade > 1 and (repeated or vague)))


def _lines(text: str, matches: Sequence[re.Match[str]]) -> list[Edit]:
    """Lines made of spam alone."""
    found: list[Edit] = []
    done = 0
    for match in matches:
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        if start < done or end - start > LONGEST_LINE:
            continue
        done = end
        line = text[start:end]
        rest = _line_words().sub("", line)
        more = len(line) - (match.end() - match.start())
        if len(rest) * 8 <= len(line) and more > 3:
            found.append(Edit(start, end, "", "spam_line"))
    return found


def lost_word(text: str, start: int, end: int) -> str:
    """The word that a token replaced, by its neighbours; nothing at a headline's edge."""
    before = text[max(0, start - 4) : start]
    following = text[end : end + 1]
    if before.endswith(LEADER_BEFORE) or LEADER_AFTER.re.match(text, end):
        return LEADER
    if following in ("", "\n") and before.rstrip().endswith(("_", "-", "|", "—")):
        return ""
    return COUNTRY
