"""Groups named behind the posts in them: 以A为组长、B为副组长的工作组."""

from __future__ import annotations

from qextract.lexical.name_ends import HAN
from qextract.lexical.people_own import Part
from qextract.mentions import Grounded, Position
from qextract.rules import late

_FORMED = late(
    rf"(?>(?:、{HAN}{{2,24}}?(?:为|任|担任){HAN}{{0,4}}(?:[组团队]长|指挥长?|主任|召集人|成员|组员)){{0,4}})"
    rf"的(?P<group>{HAN}{{0,14}}?(?:领导小组|指挥部|代表团|访问团|工作团|慰问团|考察团|专案组|调查组|工作组|"
    rf"督导组|评审组|专家组|课题组|小组|工作队|医疗队|救援队|专班|委员会|筹备组|评委会))"
)


def formed(text: str, chain: list[Part], end: int) -> tuple[Position, ...]:
    """The group that stands behind posts without a body, as a position that lends its body."""
    if len(chain) > 1 or chain[0].start < chain[0].end:
        return ()
    match = _FORMED.match(text, end, min(len(text), end + 80))
    if match is None:
        return ()
    post = chain[0].post
    title = Grounded(post.title, post.start, post.end)
    return (Position(Grounded(match["group"], *match.span("group")), title, False),)
