"""Names in front of posts: at the end of a clause, in a table, before a bracket, several joined."""

from __future__ import annotations

from qextract.lexical import organisation_bounds as bounds
from qextract.lexical.name_foreign import DOTTED, LATIN, STEPPE, foreign_only
from qextract.lexical.names import is_name
from qextract.lexical.people_leaving import standing
from qextract.lexical.people_own import Part
from qextract.mentions import Grounded, Person
from qextract.rules import late

ASIDE = late(r"\((?:女|男|[^()]{1,6}族)(?:,[^()]{1,6})?\)")
"""What a list says of a person in brackets."""

_ITEM = late(r"、|和|与|及")

_COURTESY = frozenset(["同志", "先生", "女士", "小姐", "博士"])

_WRITERS = late(r"(?:作者|记者|通讯员|编辑|摄影|撰文|撰稿)[: ]?$")

_OCCUPATIONS = frozenset(
    [
        "律师",
        "医生",
        "专家",
        "学者",
        "教授",
        "作家",
        "企业家",
        "选手",
        "球员",
        "演员",
        "导演",
        "村民",
        "市民",
        "代表",
    ]
)

_PLAYERS = ("好手", "名宿", "选手", "球星", "球员", "冠军", "名将", "老将")

_GIVES = late(r"任命|聘任|聘请|选举|推选|增选|补选|委任|委派|决定|同意|免去|接受|由|以|聘|与|和|及")


def bracketed(text: str, low: int, start: int, end: int, chain: list[Part]) -> list[Person]:
    """NAME(POST): the name ends at the bracket."""
    if text[end : end + 1] not in ")、,":
        return []
    name = name_at(text, max(low, start - 14), start - 1, frozenset())
    if name is not None and _WRITERS.search(text, max(low, name.start - 5), name.start):
        return []
    return (
        [standing(text, name, chain, name.start, end, False, "official.name_bracket")]
        if name
        else []
    )


def tabled(
    text: str, low: int, start: int, end: int, chain: list[Part], known: set[str]
) -> list[Person]:
    """NAME POST TERM, a line of a table: the name begins the line, blanks stand between."""
    line = max(low, text.rfind("\n", low, start) + 1)
    form = text[line:start].strip()
    begin = text.index(form, line) if form else start
    if start - line > 16 or (form not in known and not is_name(form)):
        return []
    if text[end : end + 1] not in ("", "\n", " ", "\t", "、", "("):
        return []
    name = Grounded(form, begin, begin + len(form))
    return [standing(text, name, chain, begin, end, False, "official.name_post")]


def names(
    text: str, low: int, at: int, known: set[str], found: list[Person], sure: bool
) -> list[Grounded]:
    """The names that end at `at`, joined by 、 and 和, in text order."""
    found_names: list[Grounded] = []
    while at > low:
        if text[at - 1] == ")":
            open_at = text.rfind("(", max(low, at - 16), at)
            if open_at >= 0 and ASIDE.fullmatch(text, open_at, at):
                at = open_at
        listed = [
            person
            for person in found[-12:]
            if person.name.end == at or (person.end == at and person.rule == "official.name_post")
        ]
        if listed:
            person = listed[-1]
            found_names.insert(0, person.name)
            begin = min(person.start, person.name.start)
        else:
            name = name_at(text, low, at, known)
            if name is None or (sure and name.value not in known):
                break
            found_names.insert(0, name)
            begin = name.start
        if begin - 1 >= low and _ITEM.match(text[begin - 1]):
            at = begin - 1
        else:
            break
    return found_names


def name_at(text: str, low: int, at: int, known: frozenset[str] | set[str]) -> Grounded | None:
    """The name that ends at `at` and fills its part of the clause."""
    while at > low and text[at - 1] == " ":
        at -= 1
    if text[max(low, at - 2) : at] in _COURTESY:
        at -= 2
    if at - 3 >= low and text[at - 2] == " ":
        # 韦 鸣同志: the blank stands inside the name
        form = text[at - 3] + text[at - 1]
        if (at - 3 == low or not text[at - 4].isalpha()) and is_name(form):
            return Grounded(form, at - 3, at)
    begin = bounds.clause_start(text, low, at)
    dotted = DOTTED.re.search(text, begin, at)
    if dotted is not None and dotted.end() == at:
        dot = text.index("·", begin)
        begin += max((match.end() for match in _GIVES.finditer(text[begin:dot])), default=0)
        if not foreign_only(text[begin:dot]):
            begin = max(begin, bounds.left(text, low, dot))
        return Grounded(text[begin:at], begin, at)
    start = bounds.left(text, low, at)
    form = text[start:at]
    for length in (4, 3, 2):
        if text[at - length : at] in known:
            return Grounded(text[at - length : at], at - length, at)
    if is_name(form) or (len(form) > 2 and STEPPE.issuperset(form)):
        return Grounded(form, start, at)
    for length in (3, 2):
        # 任命侯继军: a letter of the name is a word of grammar
        begin = at - length
        if len(form) >= length or begin < low or not is_name(text[begin:at]):
            continue
        if bounds.left(text, low, begin) == begin:
            return Grounded(text[begin:at], begin, at)
    for match in LATIN.re.finditer(text, max(low, at - 40), at):
        if match.end() == at:
            return Grounded(match.group(), match.start(), at)
    for length in (3, 2):
        tail, body = form[-length:], form[:-length]
        if (body in _OCCUPATIONS or body.endswith(_PLAYERS) or body.endswith("以")) and is_name(
            tail
        ):
            return Grounded(tail, at - length, at)
        if len(body) > 2 and is_name(tail) and bounds.ending_of(body):
            return Grounded(tail, at - length, at)
    return None
