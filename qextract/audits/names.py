"""Whatever looks like a person's name: a surname and a given name, beside what people stand beside.

Two letters that may be a name are not enough. A word for a person stands in front (村民, 记者), one of
address or saying behind, a sex in commas (谷雨,男), or several names stand in a row, or a clause begins
with one that goes on as clauses about persons do. Names with a dot tell themselves.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from qextract.lexical import name_foreign as foreign_names
from qextract.lexical import names as naming
from qextract.lexical.name_ends import GRAMMAR, GRAMMAR_LETTERS, HAN, WORD, is_word
from qextract.lexical.name_foreign import DOTTED, foreign_only
from qextract.lexical.names import Document, given_letters
from qextract.lexical.people_words import says
from qextract.lexicon import Terms, table
from qextract.mentions import Mentions, Span
from qextract.rules import Pattern, late

JOURNALIST = "journalist"

SEX = Pattern(
    "audit.sex",
    "a sex behind a name, as lives and verdicts tell it",
    r"[,(] ?[男女](?=[,)性])",
    examples={"谷雨,男,1975年生": ",男"},
    rejects=("男子谷雨",),
)
ROW = Pattern(
    "audit.row",
    "short words in a row behind a first one, as names stand in one",
    rf"(?>(?:、{HAN}{{2,4}}+(?!{HAN}))+)",
    examples={"前三名是谷雨、江源、白鹭。": "、江源、白鹭"},
    rejects=("生产、销售和运输环节",),
)
_GAP = late(r"(?:\([^()\n]{1,12}\))?[: ]{0,3}")
_NEXT = late(r"、| {1,2}|,? ?(?:和|与|及)")
_FREQUENT = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚"
    "沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易"
    "乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂焦柳邢岳齐梅莘庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪"
    "靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解柴华车冉房边尚"
)
"""Surnames that are told from other words where nothing else tells them."""
_IN_FRONT = frozenset("据由对向让给被请与和同")
"""Prepositions: a name may begin behind them."""


_SPEECH = frozenset(",:“")
"""What stands behind 说, 称 and 指 where they are verbs (指数)."""
_ALSO = frozenset("还也则又亦均都曾在")


class Name(NamedTuple):
    """A name-like form and where it stands; role is the word for a person in front of it, if any."""

    start: int
    end: int
    form: str
    role: str | None


def find(text: str, regions: Sequence[Span], mentions: Mentions) -> list[Name]:
    """The name-like forms of the regions in text order, persons with posts among them."""
    finder = _Finder(text, mentions)
    found: dict[int, Name] = {}
    for person in mentions.people:
        at = person.name.start
        found.setdefault(at, Name(at, person.name.end, person.name.value, None))
    for start, end in regions:
        for name in finder.read(start, end):
            known = found.setdefault(name.start, name)
            if known.role is None and name.role is not None:
                found[name.start] = known._replace(role=name.role)
    return _apart(found.values())


def _apart(names: Iterable[Name]) -> list[Name]:
    """In text order; of two that overlap the first."""
    kept: list[Name] = []
    for name in sorted(names, key=attrgetter("start", "end")):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


class _Finder:
    """Looks for names in a text; bodies and places hold none."""

    def __init__(self, text: str, mentions: Mentions) -> None:
        self.text = text
        self.document = Document(text)
        self.sentences = mentions.sentences
        groups = (mentions.organisations, mentions.places, mentions.titles, mentions.dates)
        self._closed = sorted((each.start, each.end) for group in groups for each in group)
        self._opens = [start for start, _ in self._closed]

    def read(self, start: int, end: int) -> Iterator[Name]:
        """The names between two offsets, each way of telling one by itself."""
        for name in chain(
            self._behind_words(start, end),
            self._before_words(start, end),
            self._in_rows(start, end),
            self._dotted(start, end),
            self._opening(start, end),
        ):
            if not self._inside(name.start, name.end):
                yield name

    def _inside(self, start: int, end: int) -> bool:
        at = bisect_right(self._opens, start) - 1
        return at >= 0 and end <= self._closed[at][1]

    def _behind_words(self, start: int, end: int) -> Iterator[Name]:
        """记者谷雨 江源, 村民白鹭."""
        text = self.text
        for _, at, word in _roles().finditer(text, start, end):
            role = JOURNALIST if word in _credits() else word
            gap = _GAP.match(text, at, end)
            at = gap.end() if gap else at
            while (name := naming.read(text, at, end, self.document)) is not None:
                form = _trimmed(name.value)
                if not _is_called(form, name.sure):
                    break
                yield Name(at, name.end - len(name.value) + len(form), form.replace(" ", ""), role)
                link = _NEXT.match(text, name.end, end)
                if link is None:
                    break
                at = link.end()

    def _before_words(self, start: int, end: int) -> Iterator[Name]:
        """谷雨先生, 江源说, 白鹭(女,…)."""
        text = self.text
        anchors = [at for at, _, _ in _address().finditer(text, start, end)]
        for low, high in (match.span() for match in says().finditer(text, start, end)):
            if high - low > 1 or text[high : high + 1] in _SPEECH:
                anchors.append(low - (text[low - 1] in _ALSO))
        anchors += [match.start() for match in SEX.re.finditer(text, start, end)]
        for at in anchors:
            for length in (3, 2, 4):
                low = at - length
                if low < start or not self._begins(low, start):
                    continue
                form = text[low:at]
                if _is_plain(form):
                    yield Name(low, at, form, None)
                    break

    def _begins(self, at: int, start: int) -> bool:
        """Whether a name can begin at `at`: no letter stands in front, or one that governs it."""
        if at <= start:
            return True
        before = self.text[at - 1]
        if before.isalpha() and not before.isascii():
            return before in _IN_FRONT and not self.text[at - 2 : at - 1].isalpha()
        return True

    def _in_rows(self, start: int, end: int) -> Iterator[Name]:
        """谷雨、江源、白鹭: three or more."""
        text = self.text
        for match in ROW.re.finditer(text, start, end):
            forms = match.group().split("、")[1:]
            if not all(map(_is_plain, forms)):
                continue
            row, at = [], match.start()
            for length in (3, 2):
                if at - length >= start and _is_plain(text[at - length : at]):
                    row.append(Name(at - length, at, text[at - length : at], None))
                    break
            for form in forms:
                row.append(Name(at + 1, at + 1 + len(form), form, None))
                at += len(form) + 1
            last = (
                naming.read(text, at + 1, end, self.document) if text[at : at + 1] == "、" else None
            )
            if last is not None and last.sure >= WORD and _is_plain(last.value):
                row.append(Name(at + 1, last.end, last.value, None))
            if len(row) > 2:
                yield from row

    def _dotted(self, start: int, end: int) -> Iterator[Name]:
        """克里斯·贝尔, 阿迪力·买买提."""
        text, at = self.text, self.text.find("·", start, end)
        while at >= 0:
            low = at
            while low > start and at - low < 8 and foreign_only(text[low - 1]):
                low -= 1
            match = DOTTED.re.match(text, low, end) if low < at else None
            stop = at + 1
            if match is not None:
                name = foreign_names.dotted(text, low, match.end(), end)
                if (
                    name is not None
                    and name.sure >= GRAMMAR
                    and foreign_only(name.value.replace("·", ""))
                ):
                    form = _trimmed(name.value)
                    yield Name(low, low + len(form), form, None)
                    stop = max(stop, name.end)
            at = text.find("·", stop, end)

    def _opening(self, start: int, end: int) -> Iterator[Name]:
        """谷清雨以4比2战胜…: three letters at the head of a clause."""
        at = bisect_left(self.sentences, start, key=attrgetter("start"))
        while at < len(self.sentences) and self.sentences[at].start < end:
            for clause in self.sentences[at].clauses:
                name = naming.read(self.text, clause.start, clause.end, self.document)
                if (
                    name is not None
                    and name.sure >= WORD
                    and name.end < clause.end
                    and len(name.value) == 3
                    and _is_plain(name.value)
                ):
                    yield Name(clause.start, name.end, name.value, None)
            at += 1


def _trimmed(form: str) -> str:
    """A name with a dot without what runs on behind it (克里斯·贝尔因)."""
    last = form.rfind("·") + 1
    if not last:
        return form
    end = last
    while end < len(form) and foreign_only(form[end]):
        end += 1
    while end > last + 2 and form[end - 1] in GRAMMAR_LETTERS:
        end -= 1
    return form[: max(end, last + 1)]


def _is_called(form: str, sure: int) -> bool:
    """Whether what stands behind a word for a person is a name."""
    form = form.replace(" ", "")
    if "·" in form:
        return sure >= GRAMMAR
    if form[0] in _NO_SURNAME or form[-1] in _NEVER_LAST or form in table("person_words"):
        return False
    if len(form) == 2 and (sure < WORD or form[-1] in "女先"):
        return False  # 王女士, 王先生
    return _is_plain(form)


_NEVER_LAST = GRAMMAR_LETTERS | frozenset("时会队市省县区镇乡村州局院部厅")
_NO_SURNAME = frozenset("和与及同老向")


def _is_plain(form: str) -> bool:
    """Whether a form is a frequent surname with letters of given names, and no word."""
    if not naming.is_name(form) or is_word(form) or is_word(form[1:]):
        return False
    if form[-1] in _NEVER_LAST or form[1] in "州市县省":
        return False
    compound = table("surnames").get(form[:2], ("",))[0] == "compound"
    given = form[1 + compound :]
    return (compound or form[0] in _FREQUENT) and given_letters().issuperset(given)


@cache
def _credits() -> frozenset[str]:
    rows = table("credits").items()
    return frozenset(word for word, columns in rows if columns[0] != "other" and len(word) > 1)


@cache
def _roles() -> Terms:
    rows = table("person_words").items()
    return Terms(_credits() | {word for word, columns in rows if columns != ("alone",)})


@cache
def _address() -> Terms:
    return Terms(word for word, columns in table("person_words").items() if columns)
