"""Brand spam: a betting site's name put in place of words, or a line of such names.

Hacked pages carry one and the same token (`bet体育365官网:`) wherever a word stood that the spammer
chose to replace, nearly always 中国, or the name of the head of state. A token is believed to be
one for its form, a known brand and words of the trade and a colon, or for the places where it
stands: nothing but a few words stands before 工程院院士 and 共产党. The places also tell which word it
was (`lost_words`); where they do not, the token goes and nothing is put in its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from qextract import lexicon
from qextract.repairs.edits import Edit
from qextract.repairs.lost_words import Place, lost_words, neighbours, proves
from qextract.repairs.spam_runs import (
    DOMAIN,
    ENDS,
    OF_A_BODY,
    brand_ends,
    evident_runs,
    glued,
    proven_runs,
)
from qextract.rules import Pattern

KIND = "brand_spam"
MASKED_KIND = "brand_masked"
LINE_KIND = "spam_line"
LATIN = r"[a-zA-Z][a-zA-Z0-9]{1,11}"  # a brand that no list has
DIGITS = r"(?<![0-9])[0-9]{1,3}(?=[a-zA-Z\u4e00-\u9fff])"
BRANCH = "(中国)"
BESIDE = (
    rf"\((?:{DOMAIN}|中国|中国区|官方|国际|全站|综合|体育|官网|[a-zA-Z0-9]{{2,8}})\)"  # 开云(中国)
)
HINT = Pattern(
    "repair.brand_hint",
    "A word of the trade next to a letter, a figure or the end of a brand's name: a cheap look first",
    "(?:体育|官网|娱乐|投注|博彩|棋牌|真人|电竞|下注|买球|彩票|竞彩|百家|赌场|综合|官方|网页|手机|登录|入口)"
    "(?:(?=[a-zA-Z0-9])|(?<=[a-zA-Z0-9博云鱼威赢乐会戏沙京人火盟发堂八天亚升德希来龙橙虎宝狐冠利河凰城游空兰岛子]..))",
    examples={"bet体育": "体育", "投注365": "投注"},
    rejects=("全民体育", "综合执法"),
)
LONGEST_LINE = 100
BYLINE = Pattern(
    "repair.byline",
    "A day, a time or a label of a byline: the line says something, whatever else stands in it",
    r"(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})(?:年|[-/.] ?[0-9]{1,2}(?![0-9]))|[0-9]{1,2}月[0-9]{1,2}日"
    r"|(?<![0-9])[0-9]{1,2}[-/][0-9]{1,2}(?![0-9])|(?<![0-9])[0-9]{1,2}:[0-9]{2}(?![0-9])"
    r"|[A-Z][a-z]{2,8}\.? [0-9]{1,2},"
    r"|来源|来自|出处|作者|编辑|责编|主编|记者|通讯员|稿源|发布|供稿|审核|审签|校对|监制|摄影|撰稿|转载"
    r"|[文图]/",
    examples={"04-25 07:18 kok体育网": "04-25", "稿源:kok": "稿源", "Apr 25, 2025": "Apr 25,"},
    rejects=("友情链接:w88官网 188体育官网",),
)
NAMED = ("体育", "电竞", "棋牌", "国际")  # ends of names that are words of the trade, too


@cache
def _kinds() -> dict[str, str]:
    return {word: columns[0] for word, columns in lexicon.table("spam").items()}


def _words(*kinds: str) -> str:
    return lexicon.alternation(word for word, kind in _kinds().items() if kind in kinds)


def _token() -> str:
    brand = f"(?:{_words('name', 'vague')}|{LATIN}|{DIGITS})"
    betting, named = _words("betting"), f"(?:{_words('name', 'betting')}|{BESIDE})"
    words, names = _words("name", "vague", "trade", "betting"), _words("name")
    unit = f"(?:{words}|[a-zA-Z0-9]{{1,12}}|{BESIDE}|·| ?[-_|] ?(?={names}))"
    return (
        f"(?:(?<![a-zA-Z]){brand}(?={unit}{{0,3}}?{named})|{betting}(?={unit}{{0,3}}{LATIN}))"
        f"(?>{unit}{{1,8}})[{ENDS}]?"
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
        "开云(中国)Kaiyun官方网站:建材": "开云(中国)Kaiyun官方网站:",
    },
    rejects=("来源:望江日报", "官网:www.example.com", "全国体育彩票销售", "体育总局官网:"),
)
FOREIGN = Pattern(
    "repair.foreign_token",
    "Letters, or letters and figures, glued to the Chinese behind them",
    r"[a-zA-Z][a-zA-Z0-9]{1,11}(?=[\u4e00-\u9fff:@_|-])",
    examples={"来源:qy77千亿质量报": "qy77", "wk68:工程院": "wk68"},
    rejects=("A级", "2024年"),
)
TRADED = Pattern(
    "repair.traded_token",
    "A word of the trade with two characters in front that may be a brand",
    "(?:电竞|娱乐|棋牌|彩票|体育|官网|真人|博彩|投注)(?<=[\u4e00-\u9fff]{4})",
    examples={"向欧汇电竞工程院": "电竞"},
    rejects=("是电竞",),
)
TRADE = Pattern(
    "repair.trade",
    "The words that `HINT` and `TRADED` are about: on most pages there is none",
    "体育|官网|官方|娱乐|投注|博彩|棋牌|真人|电竞|下注|买球|彩票|竞彩|百家|赌场|综合|平台|网页|手机|登录|入口"
    "|网址|下载|注册|国际",
    examples={"他登录后": "登录"},
    rejects=("质量工作",),
)
CODE = re.compile("[a-z]{1,4}[0-9]{2,4}")  # what no word looks like: qy77
MANY = 50  # places that tell enough
MOST = 8  # unknown tokens that are looked at
# how often an unknown token must stand in the place of a word, among how many
PROOFS, SHARE = 2, 8
FEW = 3  # places of an evident brand that need prove nothing
GROWN = 6  # characters by which a token may be longer than what it is found by


@cache
def _line_words() -> re.Pattern[str]:
    return re.compile(_words("name", "trade", "betting") + r"|[a-zA-Z0-9_|@:\-\s【】()·,.]")


def find(text: str) -> list[Edit]:
    """Brands to be written as the word they replaced, and lines of nothing else to take out."""
    foreign = FOREIGN.re.findall(text)
    traded = TRADE.re.search(text) is not None
    if not (foreign or traded or BRANCH in text):
        return []
    found: list[Edit] = []
    matches = list(_formed(text, foreign, traded))
    if matches:
        found += _lines(text, matches)
    ends = brand_ends(text, (m.span() for m in FOREIGN.re.finditer(text)) if foreign else ())
    for token in proven_runs(text, ends):
        found += _replaced(text, token, True, found)
    if matches:
        held = sorted(found)
        spans = _outside([match.span() for match in matches], held)
        doubtful: list[str] = []
        for token, known in _tokens(text, spans).items():
            edits = _replaced(text, _from_the_left(text, token), known, found)
            found += edits
            if not edits and _count(token)["name"]:
                doubtful.append(token)
        if any(edit.kind != LINE_KIND for edit in found):  # the page is one of these
            for token in doubtful:
                found += _replaced(text, token, True, found)
    if not found:
        for token in _unknown(text, foreign, traded):
            found += _replaced(text, token, None, found)
    proven = any(edit.kind == KIND for edit in found)
    for token in evident_runs(text, ends):
        spans = _free(_places(text, token), sorted((e.start, e.end) for e in found))
        long = _count(token).total() > 4
        if (
            long
            or proven
            or glued(text, spans)
            or any(_hinted(text, *span) for span in spans[:MANY])
        ):
            found += _replaced(text, token, True, found)
    found.sort()
    return found


def _hinted(text: str, start: int, end: int) -> bool:
    """Whether a word is missing at a place, glued to those around it."""
    return text[end : end + 1] > "一" and neighbours(text, start, end).words.total() > 0


def _formed(text: str, foreign: Sequence[str], traded: bool) -> Iterator[re.Match[str]]:
    """What has the form of a token, in the lines where something hints at one."""
    kinds = _kinds()
    hints = [match.start() for match in HINT.re.finditer(text)] if traded else []
    names = {token for token in foreign if kinds.get(token.lower()) == "name"}
    if names:
        hints += (match.start() for match in FOREIGN.re.finditer(text) if match.group() in names)
    if BRANCH in text:
        hints += (match.start() for match in re.finditer(re.escape(BRANCH), text))
    done = 0
    for at in sorted(hints):
        if at >= done:
            start, done = text.rfind("\n", done, at) + 1, text.find("\n", at)
            done = len(text) if done < 0 else done
            yield from TOKEN.re.finditer(text, max(start, 0), done)


def _outside(spans: Sequence[tuple[int, int]], lines: Sequence[Edit]) -> list[tuple[int, int]]:
    """The spans that no line holds; both are in order."""
    kept: list[tuple[int, int]] = []
    at = 0
    for span in spans:
        while at < len(lines) and lines[at].end <= span[0]:
            at += 1
        if at == len(lines) or span[0] < lines[at].start:
            kept.append(span)
    return kept


@cache
def _units() -> re.Pattern[str]:
    words = _words("name", "vague", "trade", "betting")
    return re.compile(f"{words}|{BESIDE}|[0-9]++|[a-zA-Z][a-zA-Z0-9]*+|.")


def _tokens(text: str, spans: Sequence[tuple[int, int]]) -> dict[str, bool]:
    """Tokens by form, the longest first, and whether one is evident.

    A run may go on into the text (乐鱼体育 before 平台经济): its end is where the others end, too.
    """
    runs = Counter(text[start:end] for start, end in spans)
    begun: Counter[str] = Counter()
    cuts: dict[str, list[str]] = {}
    for run, count in runs.items():
        prefix, parts = "", []
        for part in _units().findall(run):
            prefix += part
            parts.append(prefix)
        cuts[run] = [p for p in parts if _betting(p)]
        for p in cuts[run]:
            begun[p] += count
    tokens: dict[str, bool] = {}
    for run in filter(cuts.get, runs):
        enough = begun[cuts[run][0]] * 3 / 5
        token = next(p for p in reversed(cuts[run]) if begun[p] >= enough)
        tokens[token] = _evident(token, begun[token] > 1)
    return dict(sorted(tokens.items(), key=lambda item: -len(item[0])))


def _count(token: str) -> Counter[str]:
    """How many units of each kind a token has; figures are a name, other letters `letters`."""
    found: Counter[str] = Counter()
    kinds = _kinds()
    for part in _units().findall(token):
        kind = kinds.get(part.lower())
        if kind is not None:
            found[kind] += 1
            found["betting"] += kind == "name" and part.endswith(NAMED)  # 江南体育
        elif part[0] == "(":
            found["betting"] += 1  # 开云(中国)
        else:
            found["name" if part.isdigit() else "letters" if part.isalnum() else "mark"] += 1
    return found


def _betting(token: str) -> bool:
    """Whether the form of a token is whole: a word of the trade or two names, something else."""
    kinds = _count(token)
    return kinds.total() > kinds["mark"] + 1 and (kinds["betting"] > 0 or kinds["name"] > 1)


def _evident(token: str, repeated: bool) -> bool:
    """Whether a token is a brand: a known name or figures with a colon, or words enough."""
    kinds = _count(token)
    if repeated and kinds["name"] > 1 and kinds.total() - kinds["mark"] > 3:
        return True
    if token[-1] not in ENDS or (token[-1] == "-" and not repeated):
        return False
    trade = kinds["betting"] + kinds["trade"]
    if kinds["name"]:
        return kinds["betting"] > 0 or kinds["name"] > 1
    return kinds["betting"] > 0 and trade > 1 and (repeated or kinds["vague"] > 0)


def _places(text: str, token: str) -> list[tuple[int, int]]:
    """Where a token stands, but for its mention in quotation marks."""
    found: list[tuple[int, int]] = []
    at = text.find(token)
    while at >= 0:
        end = at + len(token)
        if not (text[at - 1 : at] == "“" and text[end : end + 1] == "”"):
            found.append((at, end))
        at = text.find(token, end)
    return found


def _replaced(text: str, token: str, evident: bool | None, taken: list[Edit]) -> list[Edit]:
    """The edits for one token, if it is spam; `evident` is None where its form says nothing."""
    held = sorted((edit.start, edit.end) for edit in taken)
    spans = _free(_places(text, token), held)
    if not spans:
        return []
    places = [neighbours(text, start, end) for start, end in spans]
    if not (evident or _stands_for_words(places, token, formed=evident is not None)):
        return []
    usual = (
        bool(evident)
        and len(places) <= FEW
        and "中国" not in text.replace(token, "")
        and not any(place.hinted and not place.words for place in places)
    )
    found: list[Edit] = []
    words = lost_words(places, usual=usual)
    for (start, end), place, word in zip(spans, places, words, strict=True):
        edge = text[end : end + 1] in ("", "\n") and text[:start].rstrip().endswith(EDGES)
        word = "" if edge or len(word) > end - start else word
        if not place.words and text[end : end + 1] in MARKS and text[start - 1 : start] not in OPEN:
            word = ""  # put in where a clause ends; nothing was lost
        found.append(Edit(start, end, word, KIND if word or edge else MASKED_KIND))
    return found


MARKS = tuple(",。、;:!?")
OPEN = tuple("在到于向对与和同从由来访问让是给为的了爱是以被把“‘《(,。、\n")
EDGES = ("_", "-", "|", "—")  # in front of a site's name behind a headline


def _stands_for_words(places: Sequence[Place], token: str, *, formed: bool) -> bool:
    """Whether the places are those of words; fewer tell it where a token is formed as brands are."""
    proofs = [place.proof for place in places if place.proof is not None]
    if proofs and len(proofs) * SHARE >= len(places):
        if len(proofs) > PROOFS or len(set(proofs)) >= PROOFS:
            return True
        if CODE.match(token) or (len(proofs) >= PROOFS and TRADED.re.search(token)):
            return True
        if proofs and formed and _whole(token):
            return True
    hinted = sum(place.hinted for place in places)
    return hinted >= PROOFS and hinted * 2 >= len(places) and formed and _whole(token)


def _whole(token: str) -> bool:
    """Whether a token may be a brand by its form alone: a known name, or three units."""
    kinds = _count(token)
    units = kinds.total() - kinds["mark"]
    return kinds["name"] > 0 or (kinds["betting"] > 0 and units > 2)


def _free(
    spans: Sequence[tuple[int, int]], held: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The spans that touch none of the others; both are in order."""
    kept: list[tuple[int, int]] = []
    at = 0
    for start, end in spans:
        while at < len(held) and held[at][1] <= start:
            at += 1
        if at == len(held) or end <= held[at][0]:
            kept.append((start, end))
    return kept


def _unknown(text: str, foreign: Sequence[str], traded: bool) -> Iterator[str]:
    """Unknown tokens that may be spam: what stands there again and again, with what goes with it."""
    # AI and GDP are words
    seen = Counter(t for t in foreign if not (t.isupper() and t.isalpha()))
    if traded:
        for match in TRADED.re.finditer(text):
            if OF_A_BODY.isdisjoint(text[match.start() - 2 : match.start()]):
                seen[text[match.start() - 2 : match.end()]] += 1
    for token, count in seen.most_common(MOST):
        if count >= PROOFS or CODE.match(token):
            yield _grown(text, token)


def _grown(text: str, token: str) -> str:
    """A token with what stands behind and in front of it nearly everywhere, as far as that helps."""
    spans = _places(text, token)[:200]
    best, most = token, _proven(text, spans)
    grown = token
    for _ in range(GROWN):
        behind = Counter(text[end : end + 1] for _, end in spans)
        character, count = behind.most_common(1)[0] if behind else ("", 0)
        if count * 5 < len(spans) * 4 or character in ("", "\n", "。", ","):
            break
        if character > "一" and not token[0].isascii():
            break  # 临川体育 is no brand for the 局 behind it
        spans = [(start, end + 1) for start, end in spans if text[end : end + 1] == character]
        grown += character
        if (proven := _proven(text, spans)) > most:
            best, most = grown, proven
    return _from_the_left(text, best, 1)


def _from_the_left(text: str, token: str, least: int = 2) -> str:
    """A token with the name, of `least` characters, that stands in front of it everywhere."""
    starts = [start for start, _ in _places(text, token)[:200]]
    size = 0
    while len(starts) > PROOFS and size < GROWN:
        front = {text[max(0, start - size - 1) : start - size] for start in starts}
        if len(front) > 1 or not "".join(front).isalnum():
            break
        size += 1
    return text[starts[0] - size : starts[0]] + token if size >= least else token


def _proven(text: str, spans: Sequence[tuple[int, int]]) -> int:
    return sum(proves(text, start, end) for start, end in spans)


def _lines(text: str, matches: Sequence[re.Match[str]]) -> list[Edit]:
    """Lines made of spam alone."""
    found: list[Edit] = []
    done = 0
    for match in matches:
        first, last = match.span()
        if first < done:
            continue
        start = text.rfind("\n", max(0, last - LONGEST_LINE - 1), first) + 1
        if not start and last > LONGEST_LINE:
            continue
        end = text.find("\n", last, start + LONGEST_LINE + 1)
        end = len(text) if end < 0 else end
        if end - start > LONGEST_LINE:
            continue
        done = end
        line = text[start:end]
        if BYLINE.re.search(line):
            continue
        rest = _line_words().sub("", line)
        more = len(line) - (last - first)
        if len(rest) * 8 <= len(line) and more > 3:
            found.append(Edit(start, end, "", LINE_KIND))
    return found
