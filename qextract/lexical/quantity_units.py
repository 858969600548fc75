"""Units: what may stand behind a number, with its code and dimension.

Three lists feed it: `units` (measures), `currencies`, `classifiers`. A unit may be composed
(元/吨, 微克/立方米, 台(套)) of two of them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from qextract import lexicon
from qextract.mentions import Dimension


class Unit(NamedTuple):
    """A unit of the lists; not_before: characters that right behind make another word of it."""

    name: str
    code: str | None
    dimension: Dimension
    not_before: str


class Found(NamedTuple):
    """A unit found in a text: as written in normal form, where it ends."""

    name: str
    code: str | None
    dimension: Dimension
    end: int


def _column(columns: tuple[str, ...], at: int) -> str:
    return columns[at] if len(columns) > at else ""


@cache
def units() -> dict[str, Unit]:
    """Every unit by name."""
    out: dict[str, Unit] = {}
    for name, columns in lexicon.table("classifiers").items():
        dimension: Dimension = _column(columns, 0) or "count"  # type: ignore[assignment]
        code = "%" if name in ("百分点", "个百分点") else None
        out[name] = Unit(name, code, dimension, _column(columns, 1))
    for name, columns in lexicon.table("units").items():
        dimension = columns[0]  # type: ignore[assignment]
        out[name] = Unit(name, _column(columns, 1) or None, dimension, _column(columns, 2))
    for name, columns in lexicon.table("currencies").items():
        out[name] = Unit(name, _column(columns, 0) or None, "money", _column(columns, 1))
    return out


@cache
def _by_start() -> dict[str, tuple[Unit, ...]]:
    groups: dict[str, list[Unit]] = {}
    for name in sorted(units(), key=len, reverse=True):
        groups.setdefault(name[0], []).append(units()[name])
    return {character: tuple(group) for character, group in groups.items()}


_LATIN = re.compile(r"[A-Za-z]")
# the second classifier of 台(套), 头(只), 件(次); written with a slash it is the same unit
_TWIN = re.compile(r"\(([一-鿿])\)")
_PER = re.compile(r" ?/ ?(?:([0-9]{0,4}[百千万]?)(?=[一-鿿A-Za-z])|([0-9]{0,4}[百千万]))")
_HAN = re.compile(r"[一-鿿]")
# money of a country that no list knows: 卡斯托克朗
_FOREIGN = re.compile(r"[一-鿿]{2,5}?(?:克朗|法郎|第纳尔|卢比|比索|先令|里亚尔|镑)")
_FOREIGN_STARTS = re.compile(r"[一-鿿]")


def match(text: str, at: int, end: int) -> Found | None:
    """The longest unit that begins at `at`, composed ones whole."""
    base = _base(text, at, end)
    if base is None:
        return None
    stop = at + len(base.name)
    name, code, dimension = base.name, base.code, base.dimension
    twin = _TWIN.match(text, stop, end)
    if twin and twin[1] in units() and dimension == "count":
        return Found(f"{name}({twin[1]})", code, dimension, twin.end())
    if text.startswith("/", stop) or text.startswith(" /", stop):
        per = _PER.match(text, stop, end)
        if per is not None:
            return _divided(text, base, per, end) or Found(name, code, dimension, stop)
    return Found(name, code, dimension, stop)


def _base(text: str, at: int, end: int) -> Unit | None:
    for unit in _by_start().get(text[at], ()):
        name = unit.name
        if not text.startswith(name, at):
            continue
        stop = at + len(name)
        if stop > end:
            continue
        after = text[stop : stop + 1] if stop < end else ""
        if after and after in unit.not_before:
            continue
        if after.isascii() and after.isalnum() and name[-1].isascii() and name[-1].isalpha():
            continue
        return unit
    return None


def _divided(text: str, base: Unit, per: re.Match[str], end: int) -> Found | None:
    factor = per[1] if per[1] is not None else per[2]
    below = _base(text, per.end(), end) if per[1] is not None and per.end() < end else None
    if below is None:
        if per[2] is None:
            return None
        return Found(f"{base.name}/{factor}", None, "ratio", per.end())
    name = f"{base.name}/{factor}{below.name}"
    stop = per.end() + len(below.name)
    whole = units().get(name)
    if whole is not None:
        return Found(name, whole.code, whole.dimension, stop)
    if base.dimension == "money":
        return Found(name, base.code, "money", stop)
    if base.dimension == "count" and below.dimension in ("count", "duration"):
        return Found(name, None, "other", stop)
    code = None
    if base.code and below.code and not factor:
        code = f"{base.code}/{below.code}"
    if base.dimension == "length" and below.dimension == "duration":
        return Found(name, code, "speed", stop)
    return Found(name, code, "other", stop)


def foreign_money(text: str, at: int, end: int) -> Found | None:
    """A currency that no list has, by its last word (卡斯托克朗)."""
    found = _FOREIGN.match(text, at, end)
    return Found(found.group(), None, "money", found.end()) if found else None
