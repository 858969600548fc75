"""Brands that no list has, found by what stands behind them.

Nothing but a name of a body or a country stands before 工程院院士 or 共产党. Where a run of words of the
trade, letters, figures or a domain does, the run is the brand of a spammer, whatever its form.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Sequence
from functools import cache

from qextract import lexicon
from qextract.repairs.lost_words import proves
from qextract.rules import Pattern

ENDS = ":@_|-"
ENDINGS = tuple(ENDS)
End = tuple[int, bool]
DOMAIN = (
    r"(?:[a-zA-Z0-9-]{1,20}\.){1,2}(?:com|vip|net|cc|app|me|bet|top|xyz|club|live|fun|example)"
    r"(?![a-zA-Z0-9.])"
)
_CLOSED = "|".join(rf"{letter}\)" for letter in string.ascii_lowercase)
TAIL = Pattern(
    "repair.brand_tail",
    "What a brand ends with: a word of the trade, a domain, a bracket",
    r"(?:体育|官网|官方|网站|娱乐|投注|博彩|棋牌|真人|电竞|电子|下注|彩票|赌场|平台|网页版?|手机版?|登录|登陆|注册|入口|网址"
    # letter by letter: where every branch begins with a character, a scan skips to these
    rf"|下载|国际|集团|客户端|娱乐城|\.[a-z]{{2,7}}|】|{_CLOSED})[:@_|-]?(?=[\u4e00-\u9fff( ])",
    examples={
        "澳门金沙网址工程院": "网址",
        "jl88.vip工程院": ".vip",
        "【天胜体育】工程院": "体育】"[2:],
    },
    rejects=("质量报", "下载。"),
)
ABOUT = Pattern(
    "repair.about_betting",
    "What tells that a page is about betting, sports clubs or sites themselves",
    "赌|博彩|投注|彩民|赞助|球迷|诈骗|涉案|网址|俱乐部|商标|酒店|域名|电竞|玩家|中奖|开奖|网站",
    examples={"冠名赞助商": "赞助"},
    rejects=("质量工作会议",),
)
GAMES = frozenset(
    ("体育", "娱乐", "棋牌", "彩票", "电竞", "投注", "博彩", "真人", "捕鱼", "娱乐城")
)
ONLY_GAMES = GAMES - {"体育", "娱乐"}  # 新浪体育, 腾讯娱乐
OF_A_BODY = frozenset("市省县区州镇乡国全民局部委厅署院校会中心家的和与在由")
POINTING = (
    "官",
    "app",
    "下",
    "登",
    "注",
    "入",
    "网址",
    "网页",
    "手机",
    "客户",
    "最新",
    "真人",
    "线路",
)
CODED = re.compile(r"(?!\w[0-9]G)[a-zA-Z]{1,4}[0-9]{1,5}|[a-z]{2,5}")
NAMED = re.compile(
    r"[的与和在是将可已也还为被把对向能会有、,。:;!?)》”\n ]|公布|发布|表示|宣布|显示|消息|报道|$"
)
LEAST = 4  # characters
BRACKET = re.compile(r"【([^【】\n]{3,12})】$")
WINDOW, GROWN = 48, 4
MOST = 30  # places that are looked at closely


@cache
def _kinds() -> dict[str, str]:
    return {word: columns[0] for word, columns in lexicon.table("spam").items()}


@cache
def _unit() -> re.Pattern[str]:
    words = lexicon.alternation(_kinds())
    return re.compile(
        rf"{DOMAIN}|\((?:{DOMAIN}|中国|中国区|官方|国际|全站|综合|体育|官网|[a-zA-Z0-9]{{2,8}})\)|{words}|[a-zA-Z0-9]+|[·_|-]"
    )


@cache
def _run() -> re.Pattern[str]:
    return re.compile(rf"(?:{_unit().pattern})+[{ENDS}]?$")


@cache
def _characters() -> str:
    """Every character that a run of units may hold."""
    listed = {character for word in _kinds() for character in word}
    fixed = f"中国区官方国际全站综合体育官网{string.ascii_letters}{string.digits}().·{ENDS}\n"
    return "".join(sorted(listed | set(fixed)))


def _ending(window: str) -> re.Match[str] | None:
    """The run of units that ends a window; looked for where only their characters stand."""
    return _run().search(window, len(window.rstrip(_characters())))


def proven_runs(text: str, ends: Iterable[End]) -> list[str]:
    """The brands that a neighbour proves, the longest first; `ends` as `brand_ends` gives them."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    for end, _ in ends:
        window = text[max(0, end - WINDOW) : end]
        if window in seen or not proves(text, end, end):
            continue
        seen.add(window)
        if any(window.endswith(token) for token in found):
            continue
        if token := _token(text, window):
            found[token] = None
        if len(seen) == MOST:
            break
    return sorted(found, key=len, reverse=True)


def evident_runs(text: str, ends: Iterable[End]) -> list[str]:
    """The brands whose form tells enough on a page that is not about such things, longest first."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    for end, joined in ends:
        window = text[max(0, end - WINDOW) : end]
        if not joined or window in seen or any(window.endswith(token) for token in found):
            continue
        seen.add(window)
        if len(window) - len(window.rstrip(_characters())) < LEAST:
            continue
        match = _ending(window)
        if match is None or len(match[0]) < LEAST:
            continue
        if (token := _token(text, window)) and _strict(text, token):
            found[token] = None
            if len(found) == MOST:
                break
    return [
        token
        for token in sorted(found, key=len, reverse=True)
        if not ABOUT.re.search(text.replace(token, ""))
    ]


def _strict(text: str, token: str) -> bool:
    """Whether only a betting site has such a name."""
    parts = _unit().findall(token)
    kinds = [_kinds().get(part.lower(), "") for part in parts]
    count = text.count(token)
    pointing = sum(
        kind == "name" or part in GAMES or part.startswith(POINTING)
        for part, kind in zip(parts, kinds, strict=True)
        if not part.isdigit()  # 365手机版
    )
    if "name" in kinds and pointing > 1:
        return True
    betting = any(part in GAMES for part in parts)
    if any("." in part for part in parts):
        return count > 1 or betting
    if count > 1 and {"name", "vague"} & set(kinds) and any(map(_shaped, parts)):
        return True  # qy77千亿
    coded = any(
        kind == "" and CODED.fullmatch(part) for part, kind in zip(parts, kinds, strict=True)
    )
    if coded or "vague" in kinds:
        return betting and (count > 1 or len(parts) > 2)
    return len(parts) > 1 and count > 2 and any(part in ONLY_GAMES for part in parts)


def glued(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether what stands at most places goes on as no sentence about a name does."""
    on = sum(NAMED.match(text, end) is None for _, end in spans)
    return len(spans) > 2 and on * 3 >= len(spans) * 2


@cache
def _firsts() -> frozenset[str]:
    """What a unit of a brand may begin with."""
    return frozenset(f"{string.ascii_letters}{string.digits}(·_|-") | {w[0] for w in _kinds()}


@cache
def _lasts() -> frozenset[str]:
    """What the units of a brand end with."""
    return frozenset(f"{string.ascii_letters}{string.digits})】·_|-") | {w[-1] for w in _kinds()}


def brand_ends(text: str, letters: Iterable[tuple[int, int]]) -> list[End]:
    """Where a brand may end, and whether two of its units may stand there.

    letters: where letters stand with Chinese behind them.
    """
    lasts = _lasts()
    found = [(m.end(), text[m.start() - 1] in lasts) for m in TAIL.re.finditer(text)]
    for start, end in letters:
        joins = text[start - 1] in lasts
        for turn in range(4):
            end += text[end : end + 1] in ENDINGS
            found.append((end, joins or turn > 0))
            if text[end : end + 1] not in _firsts():
                break
            match = _unit().match(text, end)
            if match is None:
                break
            end = match.end()
    return found


def _token(text: str, window: str) -> str | None:
    """The brand that a window ends with, if what stands there has the form of one."""
    bracket = BRACKET.search(window)
    if bracket:
        inner = bracket[1]
        listed = _unit().search(inner)
        again = text.count(bracket[0]) > 1
        return bracket[0] if again and listed and listed[0] != inner else None
    match = _ending(window)
    if match is None or (len(window) == WINDOW and not match.start()):
        return None
    parts = _unit().findall(match[0])
    tails = ["".join(parts[at:]) for at in range(len(parts))]
    close = match[0][len(tails[0]) :]
    least = tails[-2:][0]
    enough = text.count(least) * 3 / 5
    tail = next(t for t in tails if text.count(t) >= enough) + close
    parts = parts[tails.index(tail.removesuffix(close) if close else tail) :]
    named = any(map(_names, parts))
    grown = "" if named else _in_front(text, tail)
    units = len(parts) - sum(part in "·_|-" for part in parts)
    if not (named or _unheard(grown, parts)) or (units < 2 and not _shaped(parts[0])):
        return None
    return grown + tail


def _unheard(grown: str, parts: Sequence[str]) -> bool:
    """Whether Chinese in front of words of the trade may be a name, and no body: 北京市体育局."""
    pointing = any(part in ONLY_GAMES or part.startswith(POINTING) for part in parts)
    return len(grown) > 1 and pointing and OF_A_BODY.isdisjoint(grown)


def _shaped(part: str) -> bool:
    """Whether a single unit is what no word looks like: a domain, letters and figures.

    U20 in 国家U20队 is the age of a team.
    """
    return "." in part or re.fullmatch(r"(?!U[12][0-9]$)[a-zA-Z]{1,4}[0-9]{2,5}", part) is not None


def _names(part: str) -> bool:
    """Whether a unit may be a name: a listed one, letters and figures, a domain."""
    kind = _kinds().get(part.lower())
    if kind is None:
        latin = part[0].isascii() and part[0].isalnum()
        return latin and not part.isdigit() and not (part.isupper() and part.isalpha())
    return kind in ("name", "vague") and not part.isupper()  # AG, PG


def _in_front(text: str, token: str) -> str:
    """The characters that stand before a token at all of its places, if there are two or more."""
    starts = [match.start() for match in re.finditer(re.escape(token), text)][:200]
    size = 0
    while len(starts) > 1 and size < GROWN:
        front = {text[max(0, start - size - 1) : start - size] for start in starts}
        if len(front) > 1 or not "".join(front).isalnum():
            break
        size += 1
    return text[starts[0] - size : starts[0]]
