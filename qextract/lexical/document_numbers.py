"""Numbers of documents and standards: 国发〔2022〕1号, GB/T 19001-2016, 国务院令第790号, 第627章."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from qextract import lexicon
from qextract.rules import Pattern, late

NumberKind = Literal["paper", "standard", "order", "chapter"]

OPEN = r"[〔\[【(﹝〈]"
CLOSE = r"[〕\]】)﹞〉]"
HAN_DIGITS = "〇零○一二三四五六七八九"
YEAR = rf"(?:[12]\d{{3}}|[一二][{HAN_DIGITS}]{{3}})"
SERIAL = r"(?:\d{1,5}|[〇零一二三四五六七八九十百]{1,6})"


class DocNumber(NamedTuple):
    """A number that names a document, `value` in normal form; start and end in the text.

    noun is the document word that belongs to it (第12号令, 第33/2020号行政法规), `None` without one.
    """

    value: str
    start: int
    end: int
    kind: NumberKind
    noun: str | None = None


PAPER = Pattern(
    "document.number.paper",
    "the year and serial of a paper's number; its letters stand left of it",
    rf"{OPEN}\s?(?P<year>{YEAR})\s?年?{CLOSE}\s?第?\s?(?P<serial>{SERIAL})\s?号",
    examples={
        "(国办发〔2023〕12号)": "〔2023〕12号",
        "青政发[一九九八]九号": "[一九九八]九号",
        "财税(2016)第36号": "(2016)第36号",
    },
    rejects=("(2023年第112号)", "第12号"),
)

LETTER = Pattern(
    "document.number.letter",
    "the number of a letter from an office in Taiwan; its letters stand left of 字",
    r"字第 ?(?P<serial>\d{8,12}) ?号",
    examples={"府农务字第1130245678号": "字第1130245678号"},
    rejects=("诉字第123号", "字第12号"),
)

STANDARD = Pattern(
    "document.number.standard",
    "the number of a standard",
    lambda: (
        r"(?<![A-Za-z0-9.-])(?<![A-Za-z]/)"
        rf"(?P<prefix>(?:T ?/ ?(?!T[ \d])[A-Z]{{2,10}}+|Q ?/ ?[A-Z0-9]{{1,10}}+|"
        rf"{lexicon.alternation(w for w in lexicon.words('standard_prefixes') if len(w) > 1)}"
        r"(?>(?:\d{2,6}+(?= ?/ ?[TZ])|(?:(?<=DB)|(?<=DBS)|(?<=DBJ))\d{2,6}+)?)"
        r"(?>(?: ?/ ?[A-Z]{1,4}(?![a-z]))*)))"
        rf"(?: ?(?P<serial>[A-Z]?\d++S?+(?>(?:\.\d++)*)(?>(?:-\d{{1,2}}(?=[-—–:]\d{{4}}(?!\d)))?)))"
        rf"(?>(?: ?(?P<mark>[-—–－]{{1,2}}|:) ?(?P<year>(?:19|20)\d{{2}}|[5-9]\d)(?![\d.]))?)"
    ),
    examples={
        "符合GB/T 19001—2016的要求": "GB/T 19001—2016",
        "地方标准DB37/T 1997.3-2025": "DB37/T 1997.3-2025",
        "T/CAS 100-2020": "T/CAS 100-2020",
        "ISO/IEC 27001:2022": "ISO/IEC 27001:2022",
        "实施CNS 15663": "CNS 15663",
        "按JJG 646-2006检定": "JJG 646-2006",
        "企业标准Q/ABC 001-2020": "Q/ABC 001-2020",
    },
    rejects=("GDP 3-5", "5G 2020", "CPI 101.2", "ABC 1234-2020"),
)

ORDER = Pattern(
    "document.number.order",
    "the number of an order, announcement or (in Macau) law; its year may stand left of it",
    rf"(?P<head>[令告第]) ?(?:(?P<of>{YEAR}) ?年 ?)?(?P<mark>第 ?)?"
    rf"(?P<serial>\d{{1,4}}/(?:19|20)\d{{2}}|(?:19|20)\d{{2}}/\d{{1,4}}|{SERIAL}) ?号"
    r"(?P<noun>(?:主席|国务院|总统|院长|部长|省长|市长|省政府|市政府|省人民政府|市人民政府)?令"
    r"|公告|通告|法律|行政法规|行政长官批示|行政命令|行政长官公告|批示|(?:(?<=/\d{4}号)|(?<=/\d{3}号))(?:条例|指令))?",
    examples={
        "(国令第722号)": "令第722号",
        "证监会第12号令": "第12号令",
        "2025年第19号公告": "第19号公告",
        "修改第17/2022号法律": "第17/2022号法律",
        "公告2023年第112号": "告2023年第112号",
    },
    rejects=("1号线", "第3章"),
)
YEAR_LEFT = late(rf"({YEAR}) ?年 ?$")

# A run that may hold standards: the pattern above is tried in such runs only.
CAPITALS = Pattern(
    "document.number.capitals",
    "a run of capitals, figures and marks, long enough for the number of a standard",
    r"[A-Z][A-Z0-9/. :~–—－-]{4,80}+",
    examples={"符合GB/T 19001—2016的": "GB/T 19001—2016"},
    rejects=("GDP增长", "2016"),
)

CHAPTER = Pattern(
    "document.number.chapter",
    "the chapter of the laws of Hong Kong",
    r"第 ?(?P<chapter>\d{1,4}[A-Z]{0,3}) ?章",
    examples={"《渠务规例》(第463A章)": "第463A章"},
    rejects=("第三章",),
)

# Letters of a paper's number end here when they are read from right to left.
LEFT_WORDS = Pattern(
    "document.number.before",
    "words that may stand right before a document number and are no part of it",
    r"(?:根据|按照|依据|依照|遵照|贯彻|落实|执行|关于|文件|印发|下发|发布|公布|颁布|签署|通知|意见|办法|方案|规定|条例"
    r"|文号|和(?!国(?!务|家))|[以与及的为由是按据照第])",
    examples={"根据国发": "根据", "我们按照市政": "按照"},
    rejects=("国办发",),
)

SPACE = late(r"\s")
NEEDS_PLACE = frozenset({"DB", "DBJ", "DBS", "DB/T", "DBJ/T"})
BODY_ENDS = frozenset("部委院局署会厅府国席行总长省市州区县办室")
NO_PAPERS = (
    "罚",
    "刑初",
    "民初",
    "刑终",
    "民终",
    "行初",
    "执字",
    "备字",
    "备案",
    "许可",
    "准字",
    "广审",
    "证字",
    "审字",
    "刑诉",
    "公诉",
    "仲案",
    "处字",
)


def serial(text: str) -> str:
    """A serial with its Chinese digits turned into figures: 九 -> 9, 一百二十 -> 120."""
    text = text.strip()
    if text.isascii():
        return text
    if not any(c in text for c in "十百"):
        return "".join("0" if c in "〇零○" else str("〇一二三四五六七八九".index(c)) for c in text)
    total, digit = 0, 0
    for c in text:
        if c in "十百":
            total += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        elif c not in "〇零○":
            digit = "〇一二三四五六七八九".index(c)
    return str(total + digit)


def _left(text: str, end: int, low: int, limit: int = 16) -> int:
    """Start of the run of Han characters and letters that ends at `end`."""
    at = end
    while at > low and end - at < limit:
        c = text[at - 1]
        if not ("\u4e00" <= c <= "\u9fff" or (c.isascii() and c.isalpha())):
            # a line may break inside the bracket that holds the number
            if c not in " \n" or text.rfind("(", max(low, at - 14), at) < 0:
                break
            if text.rfind(")", max(low, at - 14), at) > 0:
                break
        at -= 1
    for word in LEFT_WORDS.re.finditer(text, at, end):
        at = word.end()
    return at


def scan(text: str, start: int, end: int) -> list[DocNumber]:
    """All numbers of documents in `text[start:end]`, in text order, none inside another."""
    found: list[DocNumber] = []
    if text.find("号", start, end) >= 0:
        found += _papers(text, start, end)
        found += _orders(text, start, end)
    found += _standards(text, start, end)
    found += [
        DocNumber(f"第{m['chapter']}章", m.start(), m.end(), "chapter")
        for m in CHAPTER.re.finditer(text, start, end)
    ]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[DocNumber] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


def _papers(text: str, start: int, end: int) -> list[DocNumber]:
    found = []
    for m in PAPER.re.finditer(text, start, end):
        left = _left(text, m.start(), start)
        letters = SPACE.sub("", text[left : m.start()])
        if not letters or letters.isascii() or letters[-1] == "备":
            continue
        if any(w in letters for w in NO_PAPERS):
            continue
        value = f"{letters}〔{serial(m['year'])}〕{serial(m['serial'])}号"
        found.append(DocNumber(value, left, m.end(), "paper"))
    for m in LETTER.re.finditer(text, start, end):
        left = _left(text, m.start(), start, 12)
        letters = SPACE.sub("", text[left : m.start()])
        if letters and not letters.isascii():
            found.append(DocNumber(f"{letters}字第{m['serial']}号", left, m.end(), "paper"))
    return found


def _orders(text: str, start: int, end: int) -> list[DocNumber]:
    found = []
    for m in ORDER.re.finditer(text, start, end):
        noun = m["noun"]
        if m["head"] != "第":
            found += _led(text, m, start)
            continue
        if m["of"] is not None or m["mark"] is not None:
            continue
        left = m.start()
        value = f"第{serial(m['serial'])}号"
        year = YEAR_LEFT.search(text[max(start, left - 8) : left])
        if year is not None:
            left -= len(year[0])
            value = f"{serial(year[1])}年{value}"
        elif noun is None and "/" not in value:
            continue
        if noun is not None and noun[-1] == "令" and noun not in ("行政命令", "指令"):
            at = _left(text, left, start, 14)
            if at < left and text[left - 1] in BODY_ENDS:
                value = f"{text[at:left]}{value}"
                left = at
            value += noun
            noun = "令"
        last = m.end() - (len(noun) if noun is not None and noun != "令" else 0)
        found.append(DocNumber(value, left, last, "order", noun))
    return found


def _led(text: str, m: re.Match[str], low: int) -> list[DocNumber]:
    """An order or announcement with its number behind: 国务院令第790号, 财政部公告2023年第12号."""
    order = m["head"] == "令"
    at = m.start() if order else m.start() - 1
    if at <= low or not (order or text[at] in "公通"):
        return []
    left = _left(text, at, low, 14)
    if left > low + 1 and text[left - 1] in " 、" and not order:
        first = _left(text, left - 1, low, 14)
        if first < left - 1 and text[left - 2] in BODY_ENDS:
            left = first
    issuer = text[left:at]
    if not issuer or issuer[-1] not in BODY_ENDS:
        return []
    year = f"{serial(m['of'])}年" if m["of"] is not None else ""
    number = f"{year}第{serial(m['serial'])}号"
    end = m.end() - len(m["noun"] or "")
    if order:
        return [DocNumber(f"{issuer}令{number}", left, end, "order", "令")]
    if not year:
        return []
    noun = f"{issuer}{text[at : m.start() + 1]}"
    return [DocNumber(f"{noun}{number}", left, end, "order", noun)]


def _standards(text: str, start: int, end: int) -> list[DocNumber]:
    return [
        number
        for run in CAPITALS.re.finditer(text, start, end)
        for number in _standards_in(text, *run.span())
    ]


def _standards_in(text: str, start: int, end: int) -> list[DocNumber]:
    found = []
    for m in STANDARD.re.finditer(text, start, end):
        prefix = m["prefix"].replace(" ", "")
        year = m["year"]
        if prefix in NEEDS_PLACE:
            continue
        if year is None and not (prefix == "CNS" and len(m["serial"]) >= 3):
            continue
        value = f"{prefix} {m['serial']}"
        if year is not None:
            value += (":" if m["mark"] == ":" else "-") + year
        found.append(DocNumber(value, m.start(), m.end(), "standard"))
    return found
