"""Personal names: where one that starts at a given place ends.

A name has no mark of its own; what stands behind it tells its end. Every possible length is rated
by that, and where two are as good the document decides: the form that it repeats wins.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from qextract.lexicon import table, words
from qextract.rules import Pattern

HAN = "一-鿿"
END, WORD, GRAMMAR, NOTHING = 3, 2, 1, 0
"""What stands behind a name: a mark or the end; a word; a word of grammar; none of these."""

_ENDS = frozenset(" ,.、。;:!?()[]\"“”‘’《》〈〉【】〔〕—…·~/|\n\t")
_SAYS = frozenset("说称讲谈问答道")
_GRAMMAR = frozenset("在于对向与和及跟同就将则也曾已又还都被把赴到由从以让给受因有是为任代兼率作带去来所致获当")
_NEVER_LAST = frozenset("等说称指的了着地得们很最更且即或而但若则被把该此其某什谁哪怎么吗呢吧")
_NEVER_IN = frozenset("的了着们省市县局厅吗呢吧们和与及")
_NEVER_FIRST = frozenset("的了在是与及等不也都就又或但因为")

DOTTED = Pattern(
    "name.dotted",
    "a name of parts joined by a dot (minorities, foreigners); its last part may run on",
    rf"[{HAN}]{{1,8}}+(?:·[{HAN}A-Z]{{1,10}}+\.?){{1,4}}+",
    examples={"副主席艾力江·买合木提,": "副主席艾力江·买合木提"},
    rejects=("艾力江、买合木提",),
)

LATIN = Pattern(
    "name.latin",
    "a name in Latin letters of two words or more",
    r"[A-Z][a-z'’\-]*+\.?(?: (?:(?:van|von|de|der|da|di|la|le|bin|al)\b ?)?[A-Z][A-Za-z'’\-]*+\.?){1,3}+",
    examples={"教授Alan Whitfield等": "Alan Whitfield", "由Klaus von Weber主讲": "Klaus von Weber"},
    rejects=("采用GB标准", "Whitfield"),
)

ROMAN = re.compile(r"\([A-Za-zÀ-ÿ .'’\-·]{2,60}\)")
"""A name's Latin spelling in brackets."""

_SPACED = re.compile(rf"([{HAN}]) ([{HAN}])(?=[、,。;:!?()\s]|$)")
_DOTTED_PART = re.compile(rf"[{HAN}A-Z]+")
_FOREIGN = re.compile(
    "[阿埃艾爱安昂奥巴白拜班邦鲍贝本比彼毕宾波伯博布采查达戴丹道德迪蒂丁东杜敦多厄恩法凡费芬丰冯佛弗福富"
    "盖冈高戈哥格根贡古圭哈海汉豪赫黑亨洪胡华怀霍基吉加佳贾杰金津卡凯坎康考科可克肯孔库夸奎昆拉莱赖兰朗劳勒"
    "雷蕾黎李里丽利莉连良列林琳龙卢鲁路伦罗洛吕马玛迈麦曼毛梅门蒙米密敏明莫默姆木穆纳娜南瑙内尼妮宁纽"
    "农努诺欧帕潘庞佩彭皮平婆珀普奇齐恰强乔切钦琼丘曲让热仁日荣茹儒瑞若萨赛桑瑟森沙山尚绍舍申圣盛施什"
    "史朔斯丝思司松苏索塔泰坦汤唐陶特腾提廷通图托瓦旺威韦维魏温文翁沃乌武西希锡夏香肖歇谢辛欣兴雄休修"
    "雪亚延扬耶叶伊易因英永尤于约泽曾扎詹张哲真治中朱卓兹子宗佐内塔世四三二一五六]{2,8}"
)


class Name(NamedTuple):
    """A name, its end in the text, and how sure its end is (`END` to `NOTHING`)."""

    value: str
    end: int
    sure: int


class Document:
    """What names need to know about the whole text: how often a form stands in it."""

    __slots__ = ("_counts", "_left", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._counts: dict[str, int] = {}
        # counting is linear in the text: allow so much of it that the whole stays linear
        self._left = max(8, min(200, 20_000_000 // (len(text) + 1)))

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
def _follow() -> frozenset[str]:
    return words("name_follow") | words("name_follow_more")


@cache
def _given() -> frozenset[str]:
    return words("name_characters")


@cache
def _blocked() -> frozenset[str]:
    return words("name_blocked")


def behind(text: str, at: int, stop: int) -> int:
    """What stands at `at`, seen as the end of a name."""
    if at >= stop:
        return END
    first = text[at]
    if first in _ENDS or first.isdigit():
        return END
    if first.isascii():
        return WORD
    if first == "等" or first in _SAYS:
        return WORD
    if text[at : at + 2] in _follow():
        return WORD
    if first in _GRAMMAR and (at + 1 >= stop or text[at + 1] not in ",、。;:)"):
        return GRAMMAR
    return NOTHING


def read(text: str, at: int, stop: int, document: Document, foreign: bool = False) -> Name | None:
    """The name that starts at `at`, `None` where there is none.

    foreign: a name without a dot in characters used for foreign names will do.
    """
    if at >= stop:
        return None
    first = text[at]
    if first.isascii():
        found = LATIN.re.match(text, at, stop) if first.isupper() else None
        return found and Name(found.group(), found.end(), END)
    dotted = DOTTED.re.match(text, at, stop)
    if dotted is not None:
        return _dotted(text, at, dotted.end(), stop)
    han = _han(text, at, stop, document)
    if foreign and (han is None or han.sure < WORD):
        other = _transliterated(text, at, stop)
        if other is not None:
            return other
    return han


def _dotted(text: str, at: int, end: int, stop: int) -> Name | None:
    """The last part ends at the first good place; the parts in front are whole."""
    last = text.rindex("·", at, end) + 1
    best: tuple[int, int] | None = None
    for to in range(last + 1, end + 1):
        if to < end and text[to - 1] == "·":
            continue
        sure = behind(text, to, stop)
        if sure >= WORD and to - last == 1 and text[to] not in "·,、。;:( ":
            continue
        if sure and (best is None or sure > best[0] or (sure == END and best[0] < END)):
            if best is not None and best[0] == WORD and sure == END:
                continue
            best = (sure, to)
    sure, to = best or (NOTHING, min(end, last + 4))
    return Name(text[at:to], to, sure)


def _transliterated(text: str, at: int, stop: int) -> Name | None:
    found = _FOREIGN.match(text, at, stop)
    if found is None:
        return None
    for to in range(at + 2, found.end() + 1):
        sure = behind(text, to, stop)
        if sure >= WORD:
            return Name(text[at:to], to, sure)
    for to in range(found.end(), at + 1, -1):
        if behind(text, to, stop):
            return Name(text[at:to], to, GRAMMAR)
    return None


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


def is_name(form: str) -> bool:
    """Whether `form`, whole, can be a Chinese name with a surname."""
    if "·" in form:
        return DOTTED.re.fullmatch(form) is not None
    if form.isascii():
        return LATIN.re.fullmatch(form) is not None
    span, kind = lengths(form, 0, len(form))
    if not kind or len(form) not in span:
        return False
    if kind == "japanese" and len(form) == 2:
        return False
    if _bad(form) or form in _blocked() or form[:2] in _blocked():
        return False
    return len(form) < 4 or kind in ("compound", "japanese") or _married(form)


def _bad(form: str) -> bool:
    return (
        form[-1] in _NEVER_LAST
        or not form.isalpha()
        or form.isascii()
        or not _NEVER_IN.isdisjoint(form[1:-1])
        or form[-1] in "的了们"
    )


def _married(form: str) -> bool:
    """Four characters are one name where a woman put her husband's surname in front of hers."""
    surnames = _surnames()
    given = _given()
    return (
        len(form) == 4
        and surnames.get(form[0]) == "common"
        and surnames.get(form[1]) == "common"
        and form[2] in given
        and form[3] in given
    )


def _han(text: str, at: int, stop: int, document: Document) -> Name | None:
    spaced = _SPACED.match(text, at, stop)
    if spaced is not None and spaced[1] in _surnames():
        return Name(spaced[1] + spaced[2], spaced.end(), END)
    if text[at] in _NEVER_FIRST:
        return None
    span, kind = lengths(text, at, stop)
    blocked = _blocked()
    if text[at : at + 2] in blocked or text[at : at + 3] in blocked:
        return None
    options: list[Name] = []
    for length in span:
        to = at + length
        if to > stop:
            break
        form = text[at:to]
        if any(character in _ENDS or character.isascii() for character in form):
            break
        if _bad(form):
            continue
        if length == 4 and kind not in ("compound", "japanese") and not _married(form):
            continue
        options.append(Name(form, to, behind(text, to, stop)))
    if not options:
        return None
    best = _choose(options, kind, document)
    if best is None:
        return None
    if kind == "" and not _plain(best, text, at):
        return None
    if kind == "rare" and best.sure < WORD and document.count(best.value) < 2:
        return None
    return best


def _choose(options: list[Name], kind: str, document: Document) -> Name | None:
    top = max(option.sure for option in options)
    good = [option for option in options if option.sure == top]
    if kind == "japanese":
        good = [option for option in good if option.end and len(option.value) > 2] or good
    if top == NOTHING:
        counted = [(document.count(option.value), option) for option in options]
        most = max(count for count, _ in counted)
        if most < 2:
            return _unaided(options, kind)
        return [option for count, option in counted if count == most][-1]
    if len(good) == 1:
        other = [option for option in options if option.sure and option is not good[0]]
        if not other or len(other[0].value) > len(good[0].value):
            return good[0]
        good = [*other, good[0]]
    counts = [document.count(option.value) for option in good]
    # a longer form that stands wherever the shorter one does is the name
    best = good[-1]
    for option, count in zip(good, counts, strict=True):
        if count > counts[-1] and option.sure >= WORD:
            best = option
            break
    return best


def _unaided(options: list[Name], kind: str) -> Name | None:
    """Nothing tells the end: believe a common surname with characters of given names."""
    if kind not in ("common", "compound"):
        return None
    given = _given()
    for option in reversed(options):
        surname = 2 if kind == "compound" else 1
        if len(option.value) < 4 + (surname > 1) and all(c in given for c in option.value[surname:]):
            return option
    return None


def _plain(name: Name, text: str, at: int) -> bool:
    """A name without a known surname: of a given name's characters, with a clear end, no word."""
    given = _given()
    return (
        name.sure == END
        and all(character in given for character in name.value)
        and name.value[:2] not in _follow()
        and name.value[-2:] not in _follow()
    )
