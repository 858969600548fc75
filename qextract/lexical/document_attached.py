"""What stands around a title and belongs to it: its number, the short forms given to it."""

from __future__ import annotations

import re
from bisect import bisect_left

from qextract.lexical.document_numbers import STANDARD, DocNumber
from qextract.mentions import Grounded
from qextract.rules import Pattern, late

ALIAS_LEAD = r"(?:(?:以下|下文|文中)?(?:统|并|合)?(?:简)?称(?:为|作|之为)?|下称|简称|又称|即) ?:? ?"

ALIAS = Pattern(
    "document.alias",
    "a short form that the text gives to a document",
    rf"{ALIAS_LEAD}[“‘]?[《〈“‘](?P<name>[^《》〈〉“”‘’()\n]{{1,30}}+)[》〉”’]"
    rf"|{ALIAS_LEAD}(?P<bare>[^《》〈〉“”‘’(),;。、\n]{{2,14}}+)(?=[),])",
    examples={"(以下简称《办法》)": "以下简称《办法》", "(简称“新条例”)": "简称“新条例”"},
    rejects=("简称市局《办法》",),
)

BEHIND = Pattern(
    "document.behind",
    "the bracket right behind a title, with a number or short form in it",
    r"\s{0,2}\((?P<inside>[^()]{2,90}+(?>(?:\([^()\n]{1,40}\)[^()]{0,60}+)?))\)?",
    examples={"(国办发〔2023〕12号,以下简称《办法》)": "(国办发〔2023〕12号,以下简称《办法》)"},
    rejects=("国办发",),
)

BARE_ALIAS = late(r"\s?[《“]([^《》“”()\n]{2,20})[》”]\s?")
# 关于印发《甲办法》的通知(国办发〔2023〕1号): the notice has no other text, its number is 甲's
# 《…》强制性国家标准(GB …): as a noun in between
NOTICE = late(
    r"的通知(?=\s?\([^()]{2,24}号)|(?:强制性|推荐性)?(?:国家|行业|地方|团体)标准(?=\s?\([A-Z])"
)
# 签署第751号国务院令,公布《…》; 第12号令发布《…》
ORDER_GAP = late(r"[ \n]*(?:,)?(?:公布|发布|颁布|函颁|颁订|公告|令颁)了?(?:修订后的)?[ \n]*")
GAP_BEFORE = late(r"[ \n]*(?:文件|条例|指令|法律|行政法规|公告|令|号令|文|标准|规范)?[ \n:]{0,2}")
# 国发〔2022〕1号, a line of its own, above 国务院关于印发《…》的通知
LINE_ABOVE = late(
    r"[ \t]*\n[ \n\t]*(?:[\u4e00-\u9fff]{2,30}[ \n\t]*){0,2}(?:关于)?(?:印发|发布|转发|公布|下发|修订)?"
)
AFTER_ALIAS = late(r" ?[,(]? ?(?=以下|下称|简称)")


SAID = late(r"[ ,(]{0,2}(?:标准编号|标准号|编号|文号|发文字号)(?:为|是|:)? ?")


class Numbers:
    """The document numbers of a region, and which of them a title has claimed."""

    __slots__ = ("all", "starts", "used")

    def __init__(self, found: list[DocNumber]) -> None:
        self.all = found
        self.starts = [n.start for n in found]
        self.used: set[int] = set()

    def take(self, start: int, end: int) -> list[DocNumber]:
        """The numbers that begin between two positions: claimed from now on."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        self.used.update(range(low, high))
        return self.all[low:high]

    def take_before(self, text: str, start: int, low: int) -> DocNumber | None:
        """The number right before a title (GB 31701-2022《…》, 第751号国务院令,公布《…》)."""
        i = bisect_left(self.starts, start) - 1
        if i < 0 or i in self.used or self.all[i].end < low:
            return None
        number = self.all[i]
        fits = GAP_BEFORE.fullmatch(text, number.end, start) is not None
        if number.noun == "令" or "令〔" in number.value or "字第" in number.value:
            fits = fits or ORDER_GAP.fullmatch(text, number.end, start) is not None
        if not fits and number.kind == "paper" and start - number.end < 60:
            line = text[text.rfind("\n", low, number.start) + 1 : number.start]
            alone = not line.strip() or line.rstrip(" :").endswith(("文号", "字号"))
            fits = alone and LINE_ABOVE.fullmatch(text, number.end, start) is not None
        if not fits:
            return None
        self.used.add(i)
        return number

    def take_behind(self, text: str, at: int) -> DocNumber | None:
        """The number that stands at a position: a paper's, or any after 编号为."""
        i = bisect_left(self.starts, at)
        said = SAID.match(text, at)
        if said is not None and i < len(self.all) and self.all[i].start == said.end():
            self.used.add(i)
            return self.all[i]
        if i < len(self.all) and self.all[i].kind == "paper" and self.all[i].start - at <= 1:
            self.used.add(i)
            return self.all[i]
        return None


STAGE = late(
    r"(?:\d{4}年?)?(?:第[一二三四五\d]次)?(?:修订|修正|试行|暂行|征求意见|送审|草案)[稿版]?"
)
# 《关于…的通告》(第12号): the bracket holds nothing else
PLAIN = late(r"(?:(?P<year>(?:19|20)\d{2})年?)?第?(?P<serial>\d{1,4})号")


def serial_of(match: re.Match[str]) -> str:
    """A bare number in normal form: 第12号, 2022年第4号."""
    year = f"{match['year']}年" if match["year"] else ""
    return f"{year}第{match['serial']}号"


NEXT = frozenset("(的强推国行地团,以下简 \n")


def attached(
    text: str, at: int, numbers: Numbers, end: int
) -> tuple[DocNumber | None, tuple[Grounded, ...], int]:
    """Number and short forms in the brackets right behind a title, and where those end."""
    number: DocNumber | None = None
    aliases: list[Grounded] = []
    if text[at : at + 1] not in NEXT:
        return None, (), at
    notice = NOTICE.match(text, at, end)
    if notice is not None:
        at = notice.end()
    while (behind := BEHIND.re.match(text, at, min(end, at + 200))) is not None:
        first, last = behind.span("inside")
        inside = numbers.take(first, last)
        if inside and number is None:
            number = inside[0]
        said = _aliases(text, first, last)
        if (
            not inside
            and number is None
            and (plain := PLAIN.fullmatch(text, first, last)) is not None
        ):
            number = DocNumber(serial_of(plain), first, last, "order")
            inside = [number]
        elif not inside and number is None:
            named = STANDARD.re.fullmatch(text, first, last)
            if named is not None:
                # (WB/T 1060): in the bracket behind the title a standard needs no year
                value = f"{named['prefix'].replace(' ', '')} {named['serial']}"
                number = DocNumber(value, first, last, "standard")
                inside = [number]
        aliases += said
        if not inside and not said and STAGE.fullmatch(text, first, last) is None:
            break
        at = behind.end()
    lead = AFTER_ALIAS.match(text, at, min(end, at + 60)) if not aliases else None
    if lead is not None:
        alias = ALIAS.re.match(text, lead.end(), min(end, lead.end() + 60))
        if alias is not None and alias["name"] is not None:
            aliases.append(Grounded(alias["name"].strip(), *alias.span("name")))
            at = alias.end()
    return number, tuple(aliases), at


def _aliases(text: str, start: int, end: int) -> list[Grounded]:
    """The short forms in a bracket behind a title."""
    found = []
    for m in ALIAS.re.finditer(text, start, end + 1):
        group = "name" if m["name"] is not None else "bare"
        found.append(Grounded(m[group].strip(), *m.span(group)))
    bare = BARE_ALIAS.fullmatch(text, start, end) if not found else None
    if bare is not None:
        found.append(Grounded(bare[1], *bare.span(1)))
    return found
