"""Units: what may stand behind a number, with its code and dimension.

The lists `units` (measures), `currencies`, `currency_names` and `classifiers` feed it. A unit may be
composed of several (元/吨, 微克/立方米, 台(套)). One more, `counted_nouns`, has nouns counted without any.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from qextract import lexicon
from qextract.mentions import Dimension
from qextract.rules import late


class Unit(NamedTuple):
    """A unit of the lists.

    not_before: what right behind makes another word of it. only_arabic: whether it is a unit behind
    digits alone (6面锦旗), where behind a Chinese numeral it is part of a word (八面玲珑). latin:
    whether its last character is a Latin letter, so that no other may follow.
    """

    name: str
    code: str | None
    dimension: Dimension
    not_before: tuple[str, ...]
    only_arabic: bool = False
    latin: bool = False


class Found(NamedTuple):
    """A unit found in a text, in normal form; end: where it ends there.

    part: what a word inside it adds: half a unit (两个半小时), or more than the figure (3个多月).
    """

    name: str
    code: str | None
    dimension: Dimension
    end: int
    part: str = ""


class Noun(NamedTuple):
    """A noun counted without a classifier; only_arabic: 7车 is a count, 三车 part of a name."""

    name: str
    only_arabic: bool
    not_before: tuple[str, ...]


def _column(columns: tuple[str, ...], at: int) -> str:
    return columns[at] if len(columns) > at else ""


@cache
def units() -> dict[str, Unit]:
    """Every unit by name."""
    out: dict[str, Unit] = {}
    for name, columns in lexicon.table("classifiers").items():
        dimension: Dimension = _column(columns, 0) or "count"  # type: ignore[assignment]
        out[name] = _made(name, None, dimension, columns[1:])
    for name, (dimension, *codes) in lexicon.table("units").items():  # type: ignore[assignment]
        code = codes[0] or None if codes else None
        out[name] = _made(name, code, dimension, tuple(codes[1:]))
    out.update(currencies())
    return out


@cache
def currencies() -> dict[str, Unit]:
    """Every currency by name."""
    out: dict[str, Unit] = {}
    for source in ("currency_names", "currencies"):
        for name, columns in lexicon.table(source).items():
            out[name] = _made(name, _column(columns, 0) or None, "money", columns[1:])
    return out


def _made(name: str, code: str | None, dimension: Dimension, columns: tuple[str, ...]) -> Unit:
    latin = name[-1] <= "z" and name[-1].isalpha()
    if not columns:
        return Unit(name, code, dimension, (), False, latin)
    arabic = len(columns) > 1 and columns[1] == "arabic"
    return Unit(name, code, dimension, tuple(columns[0].split()), arabic, latin)


@cache
def digits_only() -> frozenset[str]:
    """The units that stand behind Arabic digits alone."""
    return frozenset(name for name, unit in units().items() if unit.only_arabic)


@cache
def _units_by_start() -> dict[str, tuple[tuple[int, dict[str, Unit]], ...]]:
    """By their first character the units of each length, the longest first."""
    groups: dict[str, dict[int, dict[str, Unit]]] = {}
    for unit in units().values():
        sizes = groups.setdefault(unit.name[0], {})
        sizes.setdefault(len(unit.name), {})[unit.name] = unit
    return {
        character: tuple(sorted(sizes.items(), reverse=True)) for character, sizes in groups.items()
    }


@cache
def _nouns_by_start() -> dict[str, tuple[Noun, ...]]:
    groups: dict[str, list[Noun]] = {}
    for name, columns in lexicon.table("counted_nouns").items():
        noun = Noun(name, _column(columns, 0) == "arabic", tuple(_column(columns, 1).split()))
        groups.setdefault(name[0], []).append(noun)
    return {
        character: tuple(sorted(nouns, key=lambda noun: -len(noun.name)))
        for character, nouns in groups.items()
    }


# the second classifier of 台(套), 头(只), 件(次)
_TWIN = late(r"\(([一-鿿]{1,2})\)")
_PER = late(r" ?/ ?(?:([0-9]{0,4}+[百千万]?+)(?=[一-鿿A-Za-z])|([0-9]{0,4}+[百千万]))")
# 微克每立方米 is one unit; in 3万元每户1万元 a new amount begins
_EACH = late(r"(每)(?=[一-鿿]{1,4}(?![一-鿿0-9])|立方米|平方|公顷|千克|公斤|小时|分钟|秒|人每)")
_CLOCKED = ("分钟", "小时", "秒")  # 120次每分钟
# what amounts are reckoned by besides units: 5000元/月
_BELOW = {
    name: Unit(name, None, "other", ()) for name in ["月", "晚", "夜", "季", "半年", "学期", "学年"]
}
_BELOW["月"] = Unit("月", "mo", "duration", ("季", "台", "球"))
# what stands between 个 and its noun in 3个多月, 两个半小时
_PIECE = late(r"个 ?([多半]) ?(个?(?:小时|钟头|星期|世纪|学期|季度|工作日|月|年头))")
# money of a country that no list knows, by its last word: 卡斯托克朗
_FOREIGN = late(r"[一-鿿]{2,6}?(?:克朗|法郎|第纳尔|卢比|比索|先令|里亚尔|镑)")
# 个 goes without saying where the noun is a unit by itself: 近3个小时 is 3小时
_SHORT = {
    "个小时": "小时",
    "个钟头": "钟头",
    "个周": "周",
    "百分点": "个百分点",
    "基点": "个基点",
}


def match(text: str, at: int, end: int) -> Found | None:
    """The longest unit that begins at `at` and ends by `end`, composed ones whole."""
    if text[at] == "个":
        piece = _PIECE.match(text, at, end)
        if piece is not None:
            return _piece(piece)
    base = _base(text, at, end)
    if base is None:
        return None
    stop = at + len(base.name)
    name, code, dimension = base.name, base.code, base.dimension
    after = text[stop : stop + 1]
    if after == "(" and dimension == "count":
        twin = _TWIN.match(text, stop, end)
        if twin is not None and twin[1] in units():
            return Found(f"{name}({twin[1]})", code, dimension, twin.end())
    elif after == "/" or text.startswith(" /", stop):
        per = _PER.match(text, stop, end)
        if per is not None:
            return _divided(text, base, per, end) or Found(name, code, dimension, stop)
    elif after == "每" and (dimension != "count" or text.startswith(_CLOCKED, stop + 1)):
        each = _EACH.match(text, stop, end)
        if each is not None:
            return _divided(text, base, each, end) or Found(name, code, dimension, stop)
    return Found(_SHORT.get(name, name), code, dimension, stop)


def named(name: str, end: int) -> Found:
    """The unit of that name, as one that ends at `end`."""
    unit = units()[name]
    return Found(name, unit.code, unit.dimension, end)


def _piece(piece: re.Match[str]) -> Found:
    name = piece[2].removeprefix("个")
    unit = units().get(name) or units()[f"个{name}"]
    return Found(_SHORT.get(unit.name, unit.name), unit.code, "duration", piece.end(), piece[1])


def _base(text: str, at: int, end: int) -> Unit | None:
    for size, names in _units_by_start().get(text[at], ()):
        stop = at + size
        unit = names.get(text[at:stop])
        if unit is None or stop > end:
            continue
        if unit.not_before and text.startswith(unit.not_before, stop):
            continue
        if unit.latin and text[stop : stop + 1].isascii() and text[stop : stop + 1].isalnum():
            continue
        return unit
    return None


def _divided(text: str, base: Unit, per: re.Match[str], end: int) -> Found | None:
    """元/吨, 公斤/亩, 辆/千人, 人/10万: the unit over what it is reckoned by."""
    if per.re.groups > 1 and per[2] is not None:
        return Found(f"{base.name}/{per[2]}", None, "ratio", per.end())
    below = _below(text, per.end(), end)
    if below is None:
        return None
    stop = per.end() + len(below.name)
    if per[1] != "每":
        found = _divided_by(base, below, f"{base.name}/{per[1]}{below.name}", stop, per[1])
    else:
        found = _divided_by(base, below, f"{base.name}每{below.name}", stop, "")
    for _ in range(2):  # 元/人/月, 元/平方米·月, 元每人每月
        more = _AND_PER.match(text, found.end, end)
        under = _below(text, more.end(), end) if more is not None else None
        if more is None or under is None:
            break
        stop = more.end() + len(under.name)
        code = f"{found.code}/{under.code}" if found.code and under.code else None
        code = base.code if base.dimension == "money" else code
        found = Found(found.name + more.group() + under.name, code, found.dimension, stop)
    return found


_AND_PER = late(r"[/·每]")


def _below(text: str, at: int, end: int) -> Unit | None:
    """The unit under the stroke."""
    found = _base(text, at, end) if at < end else None
    if found is not None:
        return found
    for unit in _BELOW.values() if at < end else ():
        stop = at + len(unit.name)
        if text.startswith(unit.name, at) and not text.startswith(unit.not_before, stop):
            return unit
    return None


def _divided_by(base: Unit, below: Unit, name: str, stop: int, factor: str) -> Found:
    whole = units().get(name)
    if whole is not None:
        return Found(name, whole.code, whole.dimension, stop)
    if base.dimension == "money":
        return Found(name, base.code, "money", stop)
    under = f"({below.code})" if below.code and "/" in below.code else below.code
    code = f"{base.code}/{under}" if base.code and under and not factor else None
    speed = base.dimension == "length" and below.dimension == "duration"
    return Found(name, code, "speed" if speed else "other", stop)


def per_count(text: str, at: int, end: int) -> Found | None:
    """The unit of a rate without a unit above the stroke: 18.37/10万."""
    per = _PER.match(text, at, end)
    if per is None or per[2] is None or not per[2][0].isdigit():
        return None
    return Found(f"/{per[2]}", None, "ratio", per.end())


def foreign_money(text: str, at: int, end: int) -> Found | None:
    """A currency that no list has, by its last word (卡斯托克朗)."""
    found = _FOREIGN.match(text, at, min(end, at + 8))
    return Found(found.group(), None, "money", found.end()) if found else None


def counted_noun(text: str, at: int, *, arabic: bool) -> bool:
    """Whether a noun that is counted without a classifier begins at `at`."""
    for noun in _nouns_by_start().get(text[at], ()):
        if not text.startswith(noun.name, at) or (noun.only_arabic and not arabic):
            continue
        return not text.startswith(noun.not_before, at + len(noun.name))
    return False
