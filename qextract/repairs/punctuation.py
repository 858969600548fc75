"""Marks: doubled and stray ones of content farms (`,,`, `,。`), ASCII full stops in Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from qextract.repairs.edits import Edit
from qextract.rules import Pattern

HAN = "[\u3400-\u9fff]"

DOUBLED = Pattern(
    "repair.doubled",
    "Marks doubled, or a stray comma in front of another mark or inside a bracket",
    r",[,、。;:!?]++|、[,、。;:!?]++|。[,、。;.:!?]++|;[,、。;]++|:(?<=[㐀-鿿”》)]:)[,:]++(?![/a-zA-Z:])"
    r"|(?<=[!?])。++(?![”’])|(?<=[(《“‘])[,、。]++|[,、]++(?=[)》])",
    examples={
        "质量,,标准": ",,",
        "指出,。": ",。",
        "省,、市": ",、",
        "标准;;一是": ";;",
        "表示:,今年": ":,",
        "好吗?。": "。",
        "(,试行)": ",",
        "《意见、》": "、",
    },
    rejects=("质量,标准。", ":::", "1,079间", "真的!!", "真的?!", "http://a", "……。”", "“好!”。"),
)
STRONG = "?!。;:、,"
_PAIR = r"[,、。;:!?(《“‘](?=[,、。;:.!?)》])"  # a cheap look first

NAME_DOT = Pattern(
    "repair.name_dot",
    "A full-width full stop between ideographs, which parts a foreign name",
    rf"．(?<={HAN}．)(?<![一二三四五六七八九十]．)(?={HAN})",
    examples={"乔治．史密斯": "．"},
    rejects=("一．概述", "１．概述", "３．５"),
)
_DOT = rf"\.(?=[ ”’]{{0,2}}+(?:{HAN}|[“‘《(\n]|$|[0-9]{{1,4}}+(?![.0-9])))"
STOP = Pattern(
    "repair.ascii_stop",
    "An ASCII full stop at the end of a Chinese sentence",
    rf"(?:{HAN}(?>(?:[0-9]++(?>(?:[,.][0-9]++)*))?)%?+|[”’)》]){_DOT}",
    examples={
        "提升.会议": "升.",
        "增长3.5%.其中": "长3.5%.",
        "质量“提升”.\n": "”.",
        "企业312.其中": "业312.",
    },
    rejects=("1.概述", ":2.概述", "2023.11.15", "3.5亿", "www.gov.cn", "质量...", "U.S.", "见.com"),
)
_AROUND = rf"(?=[0-9a-zA-Z“(]{{0,20}}+{HAN})"
PAIRED = Pattern(
    "repair.foreign_pair",
    "Foreign marks around a title or a quotation in Chinese",
    rf"(?P<open><<|≪|⟪|«|``|″(?<![0-9]″)){_AROUND}[^<>≪≫⟪⟫«»`'″\n]{{1,120}}+(?P<close>>>|≫|⟫|»|''|″|``)",
    examples={"印发<<质量规划>>": "<<质量规划>>", "称为″质量″的": "″质量″", "«意见»": "«意见»"},
    rejects=("首页 » 新闻 » 正文", "a << b >> c", "5″屏"),
)
PAIRS = {
    "<<>>": "《》",
    "≪≫": "《》",
    "⟪⟫": "《》",
    "«»": "《》",
    "``''": "“”",
    "````": "“”",
    "″″": "“”",
}
_OPENINGS = re.compile("[<≪⟪«″`](?:(?<=<)<|(?<=`)`|(?<=[≪⟪«″]))")
NUMERALS = frozenset("一二三四五六七八九十")
_STRAIGHT = re.compile('"')
LEAST = 2  # such stops that show that the page has no others
SHARE = 4  # times as many as its Chinese full stops


def find(text: str) -> list[Edit]:
    """Runs of marks to be written as the strongest of them; ASCII marks to be Chinese ones."""
    found: list[Edit] = []
    if _compiled(_PAIR).search(text):
        found = [_single(text, match) for match in DOUBLED.re.finditer(text)]
    enough = max(LEAST, SHARE * text.count("。") + 1)
    if text.count(".") >= enough and len(_compiled(_DOT).findall(text)) >= enough:
        stops = [match.end() - 1 for match in STOP.re.finditer(text) if not _numbered(match)]
        if len(stops) >= enough:
            found += [Edit(at, at + 1, "。", "ascii_stop") for at in stops]
    if '"' in text:
        found += _quotes(text)
    if _OPENINGS.search(text):
        found += _foreign(text)
    return _apart(found)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def find_wide(text: str) -> list[Edit]:
    """Full-width full stops that are dots of names, or Chinese full stops on pages without those."""
    if "．" not in text:
        return []
    after = "·" if "。" in text else "。"
    return [Edit(*match.span(), after, "wide_stop") for match in NAME_DOT.re.finditer(text)]


def _numbered(match: re.Match[str]) -> bool:
    """Whether it is the number of a paragraph: `三.` at the beginning of a line."""
    start, text = match.start(), match.string
    return text[start] in NUMERALS and text[max(0, start - 1) : start] in ("", "\n", " ", "十")


def _foreign(text: str) -> Iterator[Edit]:
    for match in PAIRED.re.finditer(text):
        pair = PAIRS.get(match["open"] + match["close"])
        if pair is not None:
            yield Edit(*match.span("open"), pair[0], "foreign_mark")
            yield Edit(*match.span("close"), pair[1], "foreign_mark")


def _quotes(text: str) -> list[Edit]:
    """Straight quotes around Chinese text, to be curled: pairs within a line."""
    found: list[Edit] = []
    at = 0
    for line in text.split("\n"):
        places = [match.start() for match in _STRAIGHT.finditer(line)] if '"' in line else []
        if len(places) % 2 == 0:
            for first, last in zip(places[::2], places[1::2], strict=True):
                around = line[max(0, first - 1) : last + 2]
                # 55" is a size
                if not around.isascii() and not (last == first + 1 and around[0].isdigit()):
                    found += (
                        Edit(at + first, at + first + 1, "“", "straight_quote"),
                        Edit(at + last, at + last + 1, "”", "straight_quote"),
                    )
        at += len(line) + 1
    return found


def _apart(edits: list[Edit]) -> list[Edit]:
    edits.sort()
    free = 0
    found: list[Edit] = []
    for edit in edits:
        if edit.start >= free:
            found.append(edit)
            free = edit.end
    return found


def _single(text: str, match: re.Match[str]) -> Edit:
    start, end = match.span()
    marks = match.group()
    before, behind = text[start - 1 : start], text[end : end + 1]
    stray = (
        (before and before in "!?" and set(marks) == {"。"})
        or before in "(《“‘"
        or (behind and behind in ")》")
    )
    after = "" if stray and before + behind else next(m for m in STRONG if m in marks)
    return Edit(start, end, after, "doubled_punctuation")
