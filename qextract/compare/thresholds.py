"""The figures of an evaluation, each under the name that thresholds know it by.

    events.found             F1 of facts that are there; so for officials, policies, metrics
    events.whole             F1 of facts all of whose fields are right
    events.found.precision   and .recall; so for whole
    macro.found, micro.found the mean over the types; the counts of all types taken together
    events.kind              share of the found events whose kind is right; so for every field
    article.title, article   share of articles whose headline is right; of all their fields
    officials.positions      F1 of the posts of the officials that were found; .precision, .recall
    grounded                 share of records that lead back to the text
    found, whole             in thresholds: of every type

All are shares from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from qextract.compare.evaluation import ARTICLE, MEASURES, SCORED, Evaluation
from qextract.compare.matching import MATCHERS, plural

DIGITS = 4
Figures = dict[str, float | None]


class Threshold(NamedTuple):
    """The least that a figure may be."""

    name: str
    least: float


class Verdict(NamedTuple):
    """A threshold and what was reached; `None` where gold and records have nothing to measure."""

    name: str
    least: float
    value: float | None

    @property
    def met(self) -> bool:
        return self.value is not None and self.value >= self.least


def figures(made: Evaluation) -> Figures:
    """Name -> share from 0 to 1, rounded to four digits; `None` where nothing is to be measured."""
    found: Figures = {}
    for name, ratio in made.ratios().items():
        found[name] = _rounded(ratio.f1)
        found[f"{name}.precision"] = _rounded(ratio.precision)
        found[f"{name}.recall"] = _rounded(ratio.recall)
    if made.types:
        for part in (m + p for m in MEASURES for p in ("", ".precision", ".recall")):
            found[f"macro.{part}"] = _mean(found[f"{name}.{part}"] for name in made.types)
    for path, share in made.fields.items():
        found[path] = _share(share.right, share.asked)
    article = [share for path, share in made.fields.items() if path.startswith(f"{ARTICLE}.")]
    if article:
        found[ARTICLE] = _share(sum(s.right for s in article), sum(s.asked for s in article))
    found["grounded"] = _share(made.grounded.right, made.grounded.asked)
    return found


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(sum(known) / len(known), DIGITS) if known else None


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, DIGITS) if whole else None


def names(types: Iterable[str] = SCORED) -> list[str]:
    """Every name that a threshold may have."""
    return [*MEASURES, *figures(Evaluation.of(types))]


def threshold(text: str, types: Iterable[str] = SCORED) -> Threshold:
    """`events.found=0.9` or `found=90%`. Raises `ValueError` whose text says what to write."""
    name, equals, value = text.replace(" ", "").partition("=")
    if not equals:
        raise ValueError(f"{text!r} is no threshold; write it as found=0.95 or events.whole=0.8")
    known = names(types)
    name = plural(name.lower())
    if name not in known:
        if name in names():
            raise ValueError(f"{name} is not measured with these --types")
        close = get_close_matches(name, known, n=1, cutoff=0.6)
        hint = f", did you mean {close[0]!r}?" if close else ""
        raise ValueError(f"there is no figure {name!r}{hint}")
    try:
        least = float(value.removesuffix("%")) / (100 if value.endswith("%") else 1)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise ValueError(f"{value!r} is no share; write one from 0 to 1, or a percentage like 95%")
    return Threshold(name, least)


def verdicts(found: Mapping[str, float | None], thresholds: Iterable[Threshold]) -> list[Verdict]:
    """What each threshold gives; `found` and `whole` give one for every type that is measured."""
    given = []
    for name, least in thresholds:
        each = [f"{t}.{name}" for t in MATCHERS] if name in MEASURES else [name]
        known = [one for one in each if found.get(one) is not None]
        given += [Verdict(one, least, found.get(one)) for one in known or [name]]
    return given
