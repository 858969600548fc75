"""What a span says as a subject: nouns of measure, persons, and what is no subject at all."""

from __future__ import annotations

from functools import cache

from qextract.extractors.metric_scene import Reading, Scene
from qextract.lexicon import table, words
from qextract.rules import late

_POINTING = late(
    r"^(?:该|本)[片剧药校院案县区省企司行厂局站所村镇州国队馆店](?=[^长志域际内外道级][^、])"
    r"|^[0-9]{1,2}[.、](?![0-9])|^[该此其](?=..)|^每[个家名件项位所](?=..)|^各[类项种](?=..)|^[·\s]+"
)

_POINTERS = frozenset("该本此其每各· \n0123456789")

_SOLD = frozenset("卖买花赚收交领用吃摘打种养修建")

_SELLS = frozenset("家人户们某社司店队就也还又才都共已")  # who sells is not what is sold

_DIVIDEND = late(r"[拟每]{0,2}10股?[派转送]")  # 拟10派3.5元

_SPACES = late(r"\s+")

_NO_SUBJECTS = frozenset(
    "失因远其中分积派可且也拟处做另得按再又都还正新总首年近双单过了着之所地名余剩计要需能作交接上立看走说称"
)

# What makes a word of its own of a 后 in front.
AFTER_WORDS = frozenset("续备勤期台代方果来面排卫场遗的")


@cache
def heads() -> dict[str, str]:
    """Nouns of measure -> their kind (`metric_heads.txt`)."""
    rows = table("metric_heads").items()
    return {term: columns[0] for term, columns in rows if columns[0] not in "sx"}


@cache
def whole_nouns() -> tuple[str, ...]:
    """Nouns that need none of what stands in front of them: 有期徒刑."""
    return tuple(term for term, row in table("metric_heads").items() if row[0] == "x")


def head_of(noun: str) -> str:
    """The noun of measure that ends `noun`: 大豆播种面积 gives 播种面积; empty where none does."""
    known = heads()
    for start in range(1, len(noun)):
        if noun[start:] in known:
            return noun[start:]
    return ""


def stands_for_other(noun: str) -> bool:
    """Whether a noun (总数, 增幅) only stands for one said before."""
    return heads().get(noun) == "t"


_LONGEST_PERSON = 4


def person_end(text: str, start: int, end: int) -> int:
    """Where the person ends that a phrase begins with (6名消防队员|因公牺牲), 0 without one."""
    people = words("metric_people")
    for stop in range(end, start + 1, -1):
        for size in range(2, min(_LONGEST_PERSON, stop - start) + 1):
            if text[stop - size : stop] in people:
                return stop
    return 0


def phrase(scene: Scene, start: int, end: int) -> Reading | None:
    """The span as a subject, without what points (该, 每个) and without spaces."""
    text = scene.text
    if text[start] in _POINTERS and (match := _POINTING.match(text[start:end])):
        start += match.end()
    while end > start and text[end - 1] in " ·仅":
        end -= 1
    noun = text[start:end]
    if " " in noun or "\n" in noun:
        noun = _SPACES.sub("", noun)
    if noun[-1:] == "了" and len(noun) > 3 and noun[-2] in _SOLD and noun[-3] not in _SELLS:
        noun, end = noun[:-2], end - 2  # 烤烟卖了2400块
    if noun[-1:] in "要" and len(noun) > 2 and noun[-2] not in "需主重摘纪概必提首扼显次简":
        noun, end = noun[:-1], end - 1  # 学位要达到20万个
    if noun[:1] == "按" and len(noun) > 2 and noun[1] not in "揭摩键时":
        noun, start = noun[1:], start + 1
    if noun[:1] == "距" and len(noun) > 2:
        noun, start = noun[1:], start + 1
    each = noun.find("每", 1)
    if each > 0 and len(noun) - each > 2 and noun[each + 1] not in "天日周月年季次":
        noun, start = noun[each:], start + each  # 该车每百公里耗电
    if noun[:1] == "后" and len(noun) > 2 and noun[1] not in AFTER_WORDS:
        noun, start = noun[1:], start + 1  # 获批后价格
    if len(noun) > 3 and noun[-1] in "称说" and noun[-3:-1] in words("metric_people"):
        return None  # 官员称有20人失踪
    if "派" in noun and _DIVIDEND.fullmatch(noun):
        return None
    if not noun or noun in _NO_SUBJECTS or (noun[-1] == "了" and len(noun) > 2):
        return None
    return Reading(noun, (start, end))
