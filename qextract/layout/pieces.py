"""Where a line that holds more than one part of a page comes apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from qextract.layout.patterns import CRUMBS, FUSED_HEAD, FUSED_TAIL, SECTIONS
from qextract.rules import late

Known = Callable[[str], bool]

# no line of a head is longer than this in front of its text
_HEAD = 400
_LEAST = 24
# so many words make a menu
_WORDS = 4


def pieces(raw: str, known: Known) -> Iterator[tuple[int, int, bool]]:
    """The parts of one line, by their offsets in it, and whether each is certainly a menu.

    known: whether a word is one of a site's menu. Most lines are one part.
    """
    start, end = 0, len(raw)
    if end > _LEAST:
        for cut, menu in _front(raw, known):
            yield start, cut, menu
            start = cut
    # a text ends with its last sentence, furniture with a name or a number
    tail = None if raw[-1] in "。”" else FUSED_TAIL.re.search(raw, max(start, end - _HEAD))
    if tail:
        cut = tail.start() + (2 if tail[0][1] == "”" else 1)
        yield start, cut, False
        start = cut
        for m in _FOOT.finditer(raw, start + 1):
            yield start, m.start(), False
            start = m.start()
    yield start, end, False


_FOOT = late(
    r"(?:(?<=[ \])】])|(?=版权所有))(?:版权所有|[Cc]opyright|©|上一篇|下一篇|上一条|下一条|相关阅读|相关链接|延伸阅读|免责声明|主办单位|主办:|技术支持)"
)


def _front(raw: str, known: Known) -> list[tuple[int, bool]]:
    """Where what stands in front of the text ends, part by part, and whether it is a menu."""
    crumbs = CRUMBS.re.search(raw, 0, _HEAD) if _PATHS.search(raw, 0, _HEAD) else None
    menu = None
    if raw.count(" ", 0, _HEAD) + raw.count("|", 0, _HEAD) >= _WORDS:
        menu = _menu(raw[: crumbs.start() if crumbs else _HEAD], known)
    cuts: dict[int, bool] = {}
    if menu and (crumbs or _goes_on(raw, *menu)):
        cuts = {menu[0]: False, menu[1]: True}
    if crumbs:
        cuts[crumbs.start()] = not menu or crumbs.start() <= menu[1] + 1
        cuts[crumbs.end()] = False
    at = max(cuts, default=0)
    found = _dated(raw, at)
    if found:
        cuts |= dict.fromkeys(found, False)
    elif cuts:
        # headline_site menu headline text: what stands twice is the headline
        core = SECTIONS.re.sub("", raw[: min(cuts)].strip())
        again = raw.find(core, at, _HEAD) if len(core) >= 8 else -1
        if again > 0:
            cuts |= {again: False, again + len(core): False}
    return [(cut, cuts[cut]) for cut in sorted(cuts) if 0 < cut < len(raw)]


def _dated(raw: str, at: int) -> tuple[int, int] | None:
    """The line of date and source between a headline and a text, or behind a menu."""
    stop = raw.find("。", at, at + 240)
    if not (stop - at > 40 and raw.find(":", at, stop) > 0) and not (at and stop < 0):
        return None
    head = FUSED_HEAD.re.search(raw, at, min(stop if stop > 0 else len(raw), at + 160))
    if head is None or head.end() - head.start() < 10:
        return None
    behind = len(raw) - head.end()
    return head.span() if behind >= 30 or (at and behind == 0) else None


def _goes_on(raw: str, begin: int, end: int) -> bool:
    """Whether a text or a headline with its date stands behind a menu."""
    return (
        len(raw) - end >= 20
        and not 0 < begin < 8
        and ("。" in raw[end:] or FUSED_HEAD.re.search(raw, end, end + _HEAD) is not None)
    )


_PATHS = late(r"[>»›→]")


def _menu(front: str, known: Known) -> tuple[int, int] | None:
    """The first run of words of a site's menu in the front of a line."""
    begin = last = misses = hits = 0
    for m in _CHUNK.finditer(front):
        if len(m[0]) <= 6 and known(m[0]):
            if not hits:
                begin = m.start()
            hits, last, misses = hits + 1, m.end(), 0
        elif hits:
            misses += 1
            if misses > 1 or len(m[0]) > 6:
                if hits >= _WORDS:
                    break
                hits = 0
    if hits < _WORDS:
        return None
    # the text behind the run begins behind its space
    return begin, last


_CHUNK = late(r"[^ |丨/]+")
