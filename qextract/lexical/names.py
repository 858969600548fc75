"""Personal names: where one that starts at a given place ends.

A name has no mark of its own; what stands behind it tells its end. Every possible length is rated
by that, and where two are as good the document decides: the form that it repeats wins.
"""

from __future__ import annotations

from functools import cache

from qextract.lexical import name_foreign as foreign_names
from qextract.lexical.name_choice import choose
from qextract.lexical.name_ends import (
    END,
    ENDS,
    SAYS,
    WORD,
    Name,
    behind,
    is_day,
    is_noun,
    is_word,
)
from qextract.lexical.name_foreign import DOTTED, LATIN, STEPPE
from qextract.lexical.organisation_bounds import countries
from qextract.lexicon import table, words

_NEVER_LAST = frozenset("及等说称指的了着们很最更且即或而但被把该此其某什谁哪怎么吗呢吧昨各")
_NEVER_IN = frozenset("某的了着们省市县局厅吗呢吧们")
_NEVER_FIRST = frozenset("的了在是与及等不也都就又或但因为说称将已对被把以出主会中下负作要")

_SPACED_END = frozenset("、,。;:!?() \n\t")
_RESPECT = frozenset(
    [
        "阿姨",
        "大爷",
        "大妈",
        "大姐",
        "大哥",
        "大叔",
        "师傅",
        "女士",
        "先生",
        "小姐",
        "老师",
        "奶奶",
        "爷爷",
        "婆婆",
        "医生",
        "某某",
    ]
)
_TIMES = frozenset(
    ["当日", "当天", "今日", "今天", "昨日", "昨天", "近日", "日前", "随后", "今年", "去年", "当晚"]
)
"""Words that are no given name, whatever stands behind them."""
_FREQUENT = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈"
    "钟姜崔谭陆范汪廖石金贾夏付方邹熊白孟秦邱侯江尹薛雷段龙黎贺顾毛龚邵万覃武钱戴严莫孔汤温麦霍简伍区岑招利"
)
_VERBS = frozenset("派率主任当作为是有去来到出入发收开办用定成行")
_SAYING = frozenset(
    ["介绍", "表示", "指出", "强调", "认为", "透露", "坦言", "回应", "建议", "呼吁", "解释", "告诉"]
)


class Document:
    """What names need to know about the whole text: how often a form stands in it."""

    __slots__ = ("_counts", "_left", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._counts: dict[str, int] = {}
        # counting is linear in the text: allow so much of it that the whole stays linear
        self._left = max(8, min(200, 20_000_000 // (len(text) + 1)))

    def tells(self, at: int) -> bool:
        """Whether a word of news stands at `at`, one that is met behind names above all."""
        return self.text[at : at + 2] in words("name_follow_more") or self.text[at] in SAYS

    def says(self, at: int) -> bool:
        """Whether a verb of saying stands at `at`."""
        return self.text[at : at + 2] in _SAYING or self.text[at : at + 1] in SAYS

    def count(self, form: str) -> int:
        """How often `form` stands in the text; 1 where counting would cost too much."""
        known = self._counts.get(form)
        if known is None:
            if self._left <= 0:
                return 1
            self._left -= 1
            known = self._counts[form] = self.text.count(form)
        return known


@cache
def _surnames() -> dict[str, str]:
    return {term: columns[0] for term, columns in table("surnames").items()}


@cache
def _given() -> frozenset[str]:
    return words("name_characters")


@cache
def _blocked() -> frozenset[str]:
    return words("name_blocked")


def given_letters() -> frozenset[str]:
    """Characters met in given names."""
    return _given()


def is_given(form: str) -> bool:
    """Whether `form` can be a given name."""
    return form.isalpha() and not form.isascii() and not _bad_end(" " + form) and not is_word(form)


def read(
    text: str,
    at: int,
    stop: int,
    document: Document,
    foreign: bool = False,
    japanese: bool = False,
) -> Name | None:
    """The name that starts at `at`, `None` where there is none.

    foreign: a name without a dot in characters used for foreign names will do. japanese: the post
    is one of Japan, so that any two characters can be the surname.
    """
    if at >= stop:
        return None
    first = text[at]
    if first.isascii():
        found = LATIN.re.match(text, at, stop) if first.isupper() else None
        return found and Name(found.group(), found.end(), END)
    if first in ENDS or (first in _NEVER_FIRST and not foreign):
        return None
    near = text[at : at + 9]
    if "·" in near or ("-" in near[:6] and foreign_names.foreign_only(near[: near.index("-")])):
        dotted = DOTTED.re.match(text, at, stop)
        if dotted is not None and not dotted.group().isalpha():
            return foreign_names.dotted(text, at, dotted.end(), stop)
    other = foreign_names.steppe(text, at, stop) if first in STEPPE else None
    if other is not None:
        return other
    han = _han(text, at, stop, document, japanese) if first not in _NEVER_FIRST else None
    if not foreign and (han is None or not han.sure) and _strange(text, at, stop):
        foreign = True
    if foreign:
        other = foreign_names.transliterated(text, at, stop)
        if other is not None and first in _NEVER_FIRST and len(other.value) < 3:
            other = None
        if other is not None and (
            han is None or han.sure < WORD or len(other.value) > len(han.value)
        ):
            return other
    return han


def _strange(text: str, at: int, stop: int) -> bool:
    """Whether five letters or more run on that are used for foreign names."""
    return at + 4 < stop and foreign_names.foreign_only(text[at : at + 5])


def bracketed(text: str, at: int, stop: int) -> Name | None:
    """A name that fills the rest of a bracket (…局长洑洋): its surname need not be known."""
    close = text.find(")", at, min(stop, at + 5))
    form = text[at:close] if close > 0 else ""
    if not 2 <= len(form) <= 3 or _bad(form) or is_word(form) or is_word(form[:2]):
        return None
    if (
        is_noun(form)
        or is_noun(form[:2])
        or form[:2] in _blocked()
        or not _given().issuperset(form[-1:])
    ):
        return None
    return Name(form, close, END)


def alone(text: str, at: int, stop: int) -> Name | None:
    """A name that is the last word of a line: it may be another word too (局长  万里)."""
    end = at
    while end < stop and text[end].isalpha() and not text[end].isascii():
        end += 1
    form = text[at:end]
    if not 2 <= len(form) <= 3 or (end < stop and text[end] != "\n") or _bad(form):
        return None
    if lengths(form, 0, len(form))[1] != "common" or not _given().issuperset(form[1:]):
        return None
    return None if form in table("posts") else Name(form, end, END)


def lengths(text: str, at: int, stop: int) -> tuple[range, str]:
    """How long a Chinese name at `at` can be, and the kind of its surname ("" where none)."""
    surnames = _surnames()
    if text[at : at + 2] in surnames:
        return range(3, 5), "compound"
    if text[at : at + 2] in words("surnames_japanese"):
        return range(2, 6), "japanese"
    kind = surnames.get(text[at : at + 1])
    if kind is None:
        return range(2, 4), ""
    if surnames.get(text[at + 1 : at + 2]) == "common":
        return range(2, 5), kind
    return range(2, 4), kind


def is_name(form: str, sure: bool = False) -> bool:
    """Whether `form`, whole, can be a Chinese name with a surname.

    sure: whether a name must stand there, so that one may begin as another word does (黄河清).
    """
    if "·" in form:
        return DOTTED.re.fullmatch(form) is not None
    if form.isascii():
        return LATIN.re.fullmatch(form) is not None
    span, kind = lengths(form, 0, len(form))
    if not kind or len(form) not in span:
        return False
    if kind == "japanese" and len(form) == 2:
        return False
    if (
        _bad(form)
        or form in words("name_follow_more")
        or form in _blocked()
        or (form[:2] in _blocked() and not (sure and len(form) == 3 and form[2] in _given()))
    ):
        return False
    return len(form) < 4 or kind in ("compound", "japanese") or _married(form)


def is_plain(form: str) -> bool:
    """Whether `form` has a surname in front of letters of given names."""
    return is_name(form) and _given().issuperset(form[1:])


def _bad_end(form: str) -> bool:
    """Whether the letters behind the first cannot be a given name."""
    return (
        form[-1] in _NEVER_LAST
        or form[-1] in _NEVER_IN
        or form[1:] in _RESPECT
        or form[1:] in table("posts")
        or (len(form) > 2 and not _NEVER_IN.isdisjoint(form[1:-1]))
    )


def _bad(form: str) -> bool:
    return not form.isalpha() or form.isascii() or _bad_end(form)


def _married(form: str) -> bool:
    """Four characters are one name where a woman put her husband's surname in front of hers."""
    given = _given()
    return (
        len(form) == 4
        and form[0] in _FREQUENT
        and form[1] in _FREQUENT
        and (form[2] in given or form[3] in given)
    )


def _han(text: str, at: int, stop: int, document: Document, japanese: bool = False) -> Name | None:
    if text.startswith(" ", at + 1):
        to = at + 2
        while text.startswith(" ", to) and to < at + 5:
            to += 1
        given = text[to : to + 1]
        alone = to + 1 >= stop or text[to + 1] in _SPACED_END
        if alone and text[at] in _surnames() and given.isalpha() and not given.isascii():
            return Name(text[at] + given, to + 1, END)
        return None
    span, kind = (range(2, 6), "japanese") if japanese else lengths(text, at, stop)
    blocked = _blocked()
    if text[at : at + 3] in blocked or (kind != "compound" and text[at + 1 : at + 3] in _TIMES):
        return None
    if text[at] in "老小" and text[at + 1 : at + 2] in _surnames() and text[at + 1] in _FREQUENT:
        return None
    if text[at : at + 2] in blocked:
        return _beyond_word(text, at, stop, kind, document)
    options: list[Name] = []
    for length in span:
        to = at + length
        form = text[at:to]
        if to > stop or form[-1].isascii() or not form.isalpha():
            break
        if (
            form.removesuffix("国") in countries()
            or _bad_end(form)
            or (length == 2 and form in words("name_follow_more"))
        ):
            continue
        if form[-1] == "今" and is_day(text, to - 1):
            break
        if length == 4 and kind not in ("compound", "japanese") and not _married(form):
            continue
        options.append(Name(form, to, behind(text, to, stop)))
    if not options:
        return None
    best = choose(options, kind, text, document)
    if best is None:
        return None
    if kind == "" and not _plain(best, text, at):
        return None
    if kind == "rare" and is_word(best.value) and document.count(best.value) < 2:
        return None
    if kind == "rare" and best.sure < WORD and document.count(best.value) < 2:
        plain = _given()
        if is_word(best.value) or not all(character in plain for character in best.value[1:]):
            return None
    return best


def _beyond_word(text: str, at: int, stop: int, kind: str, document: Document) -> Name | None:
    """A name of three letters whose first two are a word (黄河清), if its end is certain."""
    to = at + 3
    if kind != "common" or to > stop or text[to - 1] not in _given() or text[to - 1] in _VERBS:
        return None
    if to < stop and not document.tells(to) and text[to] not in "、,。;)\n":
        return None
    form = text[at:to]
    return None if _bad(form) or is_word(form[1:]) else Name(form, to, behind(text, to, stop))


def _plain(name: Name, text: str, at: int) -> bool:
    """A name without a known surname: of a given name's characters, with a clear end, no word."""
    given = _given()
    if name.sure >= WORD and len(name.value) > 2 and STEPPE.issuperset(name.value):
        return True
    if name.sure >= WORD and name.value in words("name_parts"):
        return True  # 次仁
    return (
        name.sure == END
        and all(character in given for character in name.value)
        and not is_word(name.value[:2])
        and not is_word(name.value[-2:])
    )
