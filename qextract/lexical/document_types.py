"""What kind of document a title names, read off its end; and what is no document at all."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from qextract import lexicon
from qextract.rules import Pattern, late


class Kind(NamedTuple):
    """The type of a document (意见, 条例) and its category of the record contract."""

    doc_type: str
    category: str


ORDINAL = r"[\d一二三四五六七八九十]{1,3}"

TRAILER = Pattern(
    "document.title.trailer",
    "what may follow the type at the end of a title: edition, stage, years, part",
    r"(?: ?\([^()]{1,24}\)| ?(?:征求意见稿|公开征求意见稿|修订草案|修正草案|修正案草案|草案|送审稿|建议稿|试行稿|讨论稿|修订版?"
    r"|修订本|修正本|摘要|节选|全文|试行|暂行)| ?(?:19|20)\d{2} ?(?:年?版|年)?"
    rf"| ?(?:——?|-{{1,2}}|–)? ?第 ?{ORDINAL} ?号 ?(?:——?|-{{1,2}}|–|:) ?[^—]{{2,40}}"
    rf"| ?(?:——?|-{{1,2}}|–) ?[^—]{{1,16}}第 ?{ORDINAL} ?号|附[录件] ?\d{{0,2}}[:—] ?.{{2,40}}"
    rf"| ?第{ORDINAL}版| ?第{ORDINAL}部分[: ].{{1,40}}| ?第{ORDINAL}期|[\"”’'!]| )$",
    examples={
        "绿化条例(草案)": "(草案)",
        "物业服务规范 第3部分:医院": " 第3部分:医院",
        "海岸安全条例草案": "草案",
        "营商环境报告2021": "2021",
        "自律监管指引第1号——规范运作": "第1号——规范运作",
        "监管规则适用指引——发行类第9号": "——发行类第9号",
        "质量管理规范附录6:零售": "附录6:零售",
    },
    rejects=("绿化条例",),
)

TRAILER_ENDS = frozenset(")版本稿案要选文行期年分 \"”’'!0123456789")

# a part, a number or an annex that goes on with a name of its own
PARTED = late(r"部分|号 ?[—:–-]|—.{1,16}号|附[录件]")


@cache
def _longest(name: str) -> int:
    return max(map(len, lexicon.words(name)))


def _ends(title: str, name: str) -> str | None:
    """The longest term of the list `name` that `title` ends with."""
    terms = lexicon.words(name)
    for length in range(min(_longest(name), len(title)), 0, -1):
        if title[-length:] in terms:
            return title[-length:]
    return None


def stem(title: str) -> str:
    """The title without edition, stage, years and the like behind its type."""
    if title[-1:] not in TRAILER_ENDS and PARTED.search(title) is None:
        return title
    while (found := TRAILER.re.search(title)) is not None and found.start() > 0:
        title = title[: found.start()]
    return title


@lru_cache(4096)
def kind(title: str) -> Kind | None:
    """The kind of document that `title` names; `None` for works, reports and whatever has no type."""
    bare = stem(title)
    if bare[-1:] == "〉" and bare.startswith(CHANGES):
        bare = bare[bare.rfind("〈") + 1 : -1]  # 修改第7/2031号法律〈节水法〉
    word = _ends(bare, "doc_types")
    if word is None:
        return None
    for other in ("doc_reports", "doc_works"):
        rival = _ends(bare, other)
        if rival is not None and len(rival) > len(word):
            return None
    if word == "法" and (_ends(bare, "doc_not_laws") or len(bare) < 2):
        return None
    category, doc_type = lexicon.table("doc_types")[word]
    return Kind(doc_type, category)


def is_bare(title: str) -> bool:
    """Whether `title` is a type alone, as a text shortens a longer title to it: 办法, 实施意见."""
    bare = stem(title)
    word = _ends(bare, "doc_types")
    if word is None or word in PROPER:
        return False
    return bare[: len(bare) - len(word)] in BARE_HEADS


CHANGES = ("修改", "修正", "修订", "废止")
PROPER = frozenset({"刑法", "宪法", "民法典", "基本法", "组织法"})


BARE_HEADS = frozenset(
    {
        "",
        "实施",
        "若干",
        "暂行",
        "指导",
        "工作",
        "行动",
        "管理",
        "总体",
        "规划",
        "条例",
        "办法",
        "草案",
        "本",
    }
    | {
        "工作实施",
        "行动实施",
        "实施管理",
        "指导性",
        "修订",
        "修正",
        "新",
        "具体",
        "改革",
        "专项",
        "任务",
    }
)


def standard_kind(title: str) -> Kind:
    """The kind of a title that has the number of a standard: 规范 and 规程 where it says so."""
    found = kind(title)
    if found is not None and found.doc_type in {"规范", "规程"}:
        return Kind(found.doc_type, "standard")
    return Kind("标准", "standard")
