"""What stands around a chain of posts: aside, abroad, in a place's name, whose unit it may be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from qextract.lexical import names as naming
from qextract.lexical import organisation_bounds as bounds
from qextract.lexical.name_ends import GRAMMAR, Name
from qextract.lexical.people_own import Part
from qextract.lexical.people_posts import fits, stripped
from qextract.lexical.people_words import BRANCH, GIVEN, PLACE_ENDS, SENTENCE, WORLD
from qextract.lexical.posts import Post
from qextract.mentions import Grounded, Organisation, Position


def native(text: str, at: int) -> int:
    """Where 卡塔尔人 at `at` ends, if a name with a dot follows; 0 else."""
    for length in range(2, 7):
        if text[at : at + length] in bounds.countries() and text[at + length] == "人":
            end = at + length + 1
            return end if "·" in text[end : end + 8] else 0
    return 0


def in_place(text: str, high: int, part: Part, name: Name) -> bool:
    """成都市长宁区: no mayor, but a city and a place whose name begins with 长."""
    if part.post.kind == "unit" and BRANCH.match(text, part.post.end, high):
        return True
    if part.post.kind != "place" or part.start >= part.end or part.post.title != part.post.head:
        return False
    body = text[part.start : part.end]
    if body.endswith(part.post.body):
        return False
    if name.value[-1] in PLACE_ENDS:
        return True
    return name.sure < GRAMMAR + (len(name.value) < 3 or not naming.is_plain(name.value))


def listed(text: str, high: int, name: Name) -> bool:
    """Behind a colon a name is one if its line, bracket or list item ends with it."""
    return name.end >= high or text[name.end] in "\n、,;。()】 "


def rule_of(chain: list[Part], people: int) -> str:
    if people > 1:
        return "official.post_names"
    if len(chain) > 1:
        return "official.posts_name"
    return "official.org_post_name" if chain[0].start < chain[0].end else "official.post_name"


def abroad(text: str, part: Part) -> bool:
    body = text[part.start : min(part.end, part.start + 6)]
    return foreign(body) or body.startswith(WORLD)


def aside(text: str, high: int, posts: list[Post], index: int, at: int) -> tuple[list[Part], int]:
    """Posts in a bracket between post and name (时任县中学校长), and where it closes."""
    close = text.find(")", at, min(high, at + 60))
    if close < 0:
        return [], at
    if text[at + 1 : close].isascii():
        return [], close + 1
    inside: list[Part] = []
    while index < len(posts) and posts[index].end <= close:
        post = posts[index]
        start, end, former = stripped(
            text, max(at + 1, inside[-1].post.end if inside else 0), post.start
        )
        inside.append(Part(post, start, end, former))
        index += 1
    return inside, close + 1


def subject_of(
    text: str,
    low: int,
    first: Part,
    organisations: Sequence[Organisation],
    ends: list[int],
    group: tuple[int, tuple[Position, ...]],
) -> Grounded | None:
    """The last organisation of the sentence so far that such a head can belong to."""
    if first.start < first.end or not first.post.body or first.post.kind == "place":
        return None
    group_end, held_before = group
    if (
        first.post.body == "校"
        and 0 <= first.post.start - group_end <= 3
        and any(
            held.org.value.startswith("校") if held.org else held.title.value.endswith("校长")
            for held in held_before
        )
    ):
        # 校党委书记A,校长B: this school, not one named before
        return None
    start = max(low, first.post.start - 40)
    this = max(text.rfind(word + first.post.body, start, first.post.start) for word in "该本我")
    if this >= 0 and not any(mark in text[this : first.post.start] for mark in SENTENCE):
        end = this + 1 + len(first.post.body)
        return Grounded(text[this:end], this, end)
    at = bisect_right(ends, first.post.start) - 1
    for index in range(at, max(-1, at - 4), -1):
        organisation = organisations[index]
        if organisation.start < low or first.post.start - organisation.end > 80:
            return None
        between = text[organisation.end : first.post.start]
        if any(mark in between for mark in SENTENCE):
            return None
        if "组织" in organisation.text[1:-2]:
            continue  # 省水利厅组织专家组
        if fits(first.post, organisation.text) and not between.startswith(("和", "、")):
            return Grounded(*organisation)
    return None


def given_here(text: str, part: Part) -> bool:
    """Whether a verb that gives posts stands right in front of the part."""
    begin = min(part.start, part.post.start)
    return GIVEN.search(text, max(0, begin - 4), begin) is not None


def foreign(body: str) -> bool:
    """Whether `body` begins with a country."""
    known = bounds.countries()
    return any(body[:length] in known for length in (2, 3, 4, 5, 6))
