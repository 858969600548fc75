"""《》: which brackets belong together, also where they are nested, wrong, torn or missing."""

from __future__ import annotations

from typing import NamedTuple

from qextract import lexicon
from qextract.lexical import document_types
from qextract.rules import Pattern, late

MAX_TITLE = 160
MAX_TAIL = 30


class Bracketed(NamedTuple):
    """One outer pair of brackets; inside is what stands between, inner the spans nested in it.

    end is behind the closing bracket, or behind the last character where that is missing.
    """

    start: int
    end: int
    inside: tuple[int, int]
    inner: tuple[tuple[int, int], ...]


MARK = Pattern(
    "document.bracket",
    "a bracket of a title; half-width ones count inside a title only, or doubled",
    r"[《》〈〉<>](?:(?<=<)<|(?<=>)>)?",
    examples={"印发《办法》": "《", "关于<办法>": "<", "印发<<办法": "<<"},
    rejects=("(办法)",),
)

STOP = Pattern(
    "document.bracket.stop",
    "where a title without its closing bracket is over at the latest",
    r"[,;:。!?\n(]|以下简称",
    examples={"关于加快发展的意见,提出": ","},
    rejects=("关于加快发展的意见",),
)

TAIL = Pattern(
    "document.bracket.tail",
    "the end of an outer title whose closing bracket is missing: …〉的通知",
    r"(?:若干(?:条款|规定))?的(?:实施|若干|指导)?(?:通知|意见|决定|公告|办法|方案|通报|批复|函|复函|细则|规定)",
    examples={"〉的通知要求": "的通知"},
    rejects=("〉提出",),
)

# 《关于…的意见由省政府印发: a verb stands right behind the type
RUNS_ON = late(
    r"(?:意见|办法|规定|方案|通知|条例|细则|决定|规划|计划|纲要|公告|措施|规范|指南)"
    r"(?=由|自\d|已|经|将|提出|明确|要求|指出|强调|印发|近日|日前|正式|出台|发布|公布|施行)"
)
SENTENCE_END = late(r"[。!?;]|\n *\n")
SENTENCE = late(r"[。!?;:,]")
BREAK = late(r"[,。!?;]|\n *\n")
LINKS = frozenset({"", "、", "和", "与", "及"})
# 《修改第7/2031号法律〈节水法〉》
CHANGES = ("修改", "修正", "修订", "废止", "执行")
OPENERS = frozenset("《〈<")


def scan(text: str, start: int, end: int) -> list[Bracketed]:
    """The outer pairs of brackets in `text[start:end]` that hold something, in order, none in another."""
    marks = [m.span() for m in MARK.re.finditer(text, start, end) if _is_mark(text, *m.span())]
    found: list[Bracketed] = []
    at = 0
    while at < len(marks):
        left, right = marks[at]
        if text[left] not in OPENERS or text[left:right] == "<":
            if text[left] == "》":
                low = found[-1].end if found else start
                found += _unopened(text, max(low, left - MAX_TITLE), left)
            at += 1
            continue
        made, at = _pair(text, marks, at, end)
        if made is not None and text[slice(*made.inside)].strip("《》〈〉<> \n"):
            found.append(made)
    return found


def _is_mark(text: str, start: int, end: int) -> bool:
    """Whether a mark may be a bracket: a half-width one beside a Han character, not 3<5."""
    if text[start] not in "<>" or end - start > 1:
        return True
    beside = text[end : end + 1] if text[start] == "<" else text[start - 1 : start]
    return beside >= "一" or beside == ")"


def _ended(text: str, opened: int, at: int) -> bool:
    """Whether a sentence or paragraph ends between two positions; a heading may be set over lines."""
    end = SENTENCE_END.search(text, opened, at)
    if end is None:
        return False
    if end[0][0] != "\n":
        return True
    lines = [line.strip() for line in text[opened:at].split("\n") if line.strip()]
    return any(len(line) < 8 or SENTENCE.search(line) for line in lines[:-1])


def _nests(text: str, opened: int, at: int) -> bool:
    """Whether an opening bracket at `at` may stand inside the title opened before."""
    if at - opened > MAX_TITLE or _ended(text, opened, at):
        return False
    words = lexicon.words("doc_inner_verbs")
    return any(text[at - n : at] in words for n in (1, 2, 3) if at - n >= opened) or (
        # 安徽省实施〈…〉, 省政府关于〈…〉: no punctuation in between
        "," not in text[opened:at]
        and ("关于" in text[opened:at] or text.startswith(CHANGES, opened))
    )


def _pair(
    text: str, marks: list[tuple[int, int]], at: int, end: int
) -> tuple[Bracketed | None, int]:
    """The outer pair that opens at mark `at`, and the mark to go on from."""
    left, inside = marks[at]
    stack: list[int] = []
    inner: list[tuple[int, int]] = []
    limit = min(end, inside + MAX_TITLE)
    for i in range(at + 1, len(marks)):
        start, stop = marks[i]
        if start >= limit:
            break
        if text[start] in OPENERS:
            if len(stack) > 1 or not _nests(text, inside, start):
                limit = start
                break
            stack.append(stop)
            continue
        if not stack:
            if _ended(text, inside, start):
                break
            return Bracketed(left, stop, (inside, start), tuple(inner)), i + 1
        inner.append((stack.pop(), start))
        if stack or _goes_on(text, marks, i, inner[-1][0]):
            continue
        tail = TAIL.re.match(text, stop, end)
        if tail is not None:
            return Bracketed(left, tail.end(), (inside, tail.end()), tuple(inner)), i + 1
        # the inner bracket was never closed: this one closes the outer title
        return Bracketed(left, stop, (inside, start), tuple(inner[:-1])), i + 1
    return _unclosed(text, left, inside, limit), at + 1


def _goes_on(text: str, marks: list[tuple[int, int]], at: int, opened: int) -> bool:
    """Whether the outer title goes on behind mark `at`, which closed the inner one at `opened`."""
    if at + 1 == len(marks):
        return False
    stop, (start, _) = marks[at][1], marks[at + 1]
    between = text[stop:start]
    if text[start] in OPENERS:
        torn = TAIL.re.fullmatch(text, max(opened, marks[at][0] - 3), marks[at][0])
        return between in LINKS and torn is None
    return len(between) <= MAX_TAIL and not BREAK.search(between)


def _unclosed(text: str, left: int, inside: int, limit: int) -> Bracketed | None:
    """A title without closing bracket, up to the next mark: only where that ends in a type."""
    stop = STOP.re.search(text, inside, limit)
    last = stop.start() if stop is not None else limit
    over = RUNS_ON.search(text, inside + 4, last)
    if over is not None:
        last = over.end()
    if last - inside > 3 and document_types.kind(text[inside:last].rstrip()) is not None:
        return Bracketed(left, last, (inside, last), ())
    return None


def _unopened(text: str, low: int, closing: int) -> list[Bracketed]:
    """A title without opening bracket, from 关于 on: only where it ends in a type."""
    lead = LOST.search(text, low, closing)
    if lead is None or document_types.kind(text[lead.start(1) : closing]) is None:
        return []
    return [Bracketed(lead.start(1), closing + 1, (lead.start(1), closing), ())]


LOST = late(r"(关于[^,;:。!?\n《》〈〉]{4,80}+)$")
