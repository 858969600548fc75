"""Posts and names that have a line or a table cell each: POST over NAME, NAME over POST."""

from __future__ import annotations

from qextract.lexical.name_ends import HAN
from qextract.lexical.names import is_name
from qextract.lexical.people_own import Part
from qextract.mentions import Grounded
from qextract.rules import late

_BLANK = " |\t"
_NAME = rf"{HAN}{{2,4}}|{HAN} {{1,2}}{HAN}"
_BELOW = late(rf"[ |\t]*\n[ |\t\n]{{0,4}}(?P<name>{_NAME})(?=[ |\t]*(?:\n|$|\(请假))")
_ABOVE = late(rf"(?:^|\n)[ |\t]*(?P<name>{_NAME})[ |\t]*\n[ |\t\n]{{0,4}}$")
_REACH = 24


def beside(text: str, low: int, high: int, chain: list[Part], taken: int) -> Grounded | None:
    """The name on the line below or above a line that holds nothing but the `chain`.

    taken: where the last person found ends: a name above that belongs to another post is no name.
    """
    start, end = min(chain[0].start, chain[0].post.start), chain[-1].post.end
    line = max(low, text.rfind("\n", low, start) + 1)
    if text[line:start].strip(_BLANK):
        return None
    above = _ABOVE.search(text, max(low, taken, line - _REACH), line)
    if above and not (
        is_name(above["name"]) and text[end : end + 2].strip(_BLANK)[:1] in ("", "\n")
    ):
        above = None
    found = above or _BELOW.match(text, end, min(high, end + _REACH))
    if found is None:
        return None
    form = found["name"].replace(" ", "")
    bare = start == chain[0].post.start and "|" not in text[line:end] + text[end : end + 2]
    if not is_name(form) or (bare and len(form) != 3):
        return None
    return Grounded(form, *found.span("name"))
