"""Drafts of metrics: what is put down for a figure that was read, and repeats made one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qextract.document import Draft
from qextract.extractors.metric_scene import Reading, Scene
from qextract.mentions import DateValue, Span
from qextract.rules import late

_BASES = ("yoy", "mom")
# 同比、环比分别
_PAIRED = late(r"[bm][、j][bm]a?f")


def compared(kinds: str, index: int) -> bool:
    """Whether a date is what something is compared with: 比2020年, 与上年持平."""
    return index > 0 and (
        kinds[index - 1] == "t"
        or (kinds[index - 1] == "j" and "Q" not in kinds[max(0, index - 2) : index])
    )


def _basis(date: str) -> str | None:
    """What a comparison with a date is: with the year before, the month or the quarter before."""
    if date.endswith(("初", "末", "底")):
        return None
    if "年" in date:
        return "yoy"
    return "mom" if "月" in date or "季" in date else None


def before(scene: Scene) -> tuple[str, str | None]:
    """The comparator, and what a change is compared with, from the words before a figure."""
    quantity, items = scene.quantity, scene.row
    comparator: str = quantity.comparator
    basis: str | None = None
    back = scene.at - 1
    than = False  # 高于全省0.9个百分点 compares, and is no bound
    while back >= 0 and items.kinds[back] not in "|Q":
        kind = items.kinds[back]
        if kind == "c" and comparator == "eq" and not than:
            between = items.kinds[back : scene.at]
            if quantity.unit == "倍" and "N" in between and "g" not in between:
                back -= 1
                continue  # 超出标准值1.5倍
            if "gN" in between or (quantity.dimension == "count" and "g" in between):
                back -= 1
                continue  # 将超过保质期的油卖给6家
            comparator = str(items.info[back])
        elif kind == "l" and comparator == "eq" and quantity.dimension in ("length", "duration"):
            if scene.text[slice(*items.spans[back])] == "优于":
                comparator = "lt"
        elif kind in "oO" or (kind == "N" and quantity.unit == "个百分点"):
            than = True
        elif (kind in "ud" and basis is None and items.info[back] in _BASES) or (
            kind in "bm" and basis is None
        ):
            basis = str(items.info[back])
        elif (
            kind == "K"
            and basis is None
            and compared(items.kinds, back)
            and items.kinds[back + 1] != "N"
        ):
            basis = _basis(scene.text[slice(*items.spans[back])])
        back -= 1
    paired = _PAIRED.search(items.kinds, 0, scene.at) if "f" in items.kinds else None
    if paired:
        nth = items.kinds.count("Q", paired.end(), scene.at)
        bases = [i for i in range(paired.start(), paired.end()) if items.kinds[i] in "bm"]
        if nth < len(bases):
            return comparator, str(items.info[bases[nth]])  # 同比、环比分别增长5.1%、1.2%
    if comparator == "eq" and "f" in items.kinds:
        comparator = _bound_behind(scene) or comparator
    if back > 0 and items.kinds[back : scene.at] in ("Q、", "Qj") and comparator == "eq":
        other = scene.made[-1].quantity if scene.made else quantity
        if other.number[0] > other.start and other.unit == quantity.unit:
            comparator = other.comparator  # 不低于4.2万吨、2.6万吨
        if basis is None and scene.made:
            basis = scene.made[-1].basis  # 同比分别增长5.2%、7.8%
    return comparator, basis


_BOUNDS = {"以上": "ge", "以内": "le", "以下": "le"}


def _bound_behind(scene: Scene) -> str | None:
    """The bound that the last of a list told one by one bears: 分别提高到15%、20%以上."""
    kinds, spans, at = scene.row.kinds, scene.row.spans, scene.at
    while kinds[at + 1] in "、j" and kinds[at + 2] == "Q":
        at += 2
    if at == scene.at or "f" not in kinds[max(0, scene.at - 12) : scene.at]:
        return None
    return _BOUNDS.get(scene.text[spans[at][1] - 2 : spans[at][1]])


def make(
    scene: Scene,
    reading: Reading,
    name: str,
    before: tuple[str, str | None],
    period: DateValue | None,
    holder: Span | None,
) -> Draft:
    """The draft of the figure the scene is turned to; `before` as from `before`."""
    quantity = scene.quantity
    comparator, basis = before
    fields: dict[str, Any] = {
        "value": quantity.value,
        "value_max": quantity.value_max,
        "comparator": comparator,
        "unit": quantity.unit,
        "unit_code": quantity.unit_code,
        "dimension": quantity.dimension,
        "subject": reading.subject,
        "holder": scene.text[holder[0] : holder[1]] if holder else None,
        "change": reading.change,
        "change_basis": basis if reading.change else None,
        "period": period,
    }
    grounding: dict[str, Span] = {"value": quantity.number}
    if quantity.unit and quantity.number[1] < quantity.end:
        grounding["unit"] = (quantity.number[1], quantity.end)
    if reading.span:
        grounding["subject"] = reading.span
    if holder:
        grounding["holder"] = holder
    key = (
        str(quantity.value),
        str(quantity.value_max),
        comparator,
        quantity.unit or "",
        reading.subject or "",
    )
    return Draft("metric", name, quantity.start, quantity.end, key, fields, grounding)


def fold(drafts: Sequence[Draft], headline: int, text: str) -> list[Draft]:
    """Repeats become one draft with the further spans in `others`.

    A repeat has the same value, unit and comparator, and its subject is the other's or ends it
    (接种疫苗 and 疫苗); what only one of the two tells (period, holder, basis) is kept, and what
    the text says is counted goes before what the headline, which ends at `headline`, says.
    """
    first: dict[tuple[str, ...], list[int]] = {}
    kept: list[Draft] = []
    further: dict[int, list[Span]] = {}
    for draft in drafts:
        candidates = first.setdefault(draft.key[:4], [])
        at = next((i for i in candidates[:_MANY] if _compatible(kept[i], draft)), None)
        if at is None:
            candidates.append(len(kept))
            kept.append(draft)
            continue
        one = kept[at]
        titled = one.start < headline <= draft.start
        kept[at] = _merged(one, draft, titled)
        if titled and text[one.start : one.end] != text[draft.start : draft.end]:
            # 五起 in the headline, 5起 in the text: the record rests on the text
            kept[at] = kept[at]._replace(start=draft.start, end=draft.end)
            kept[at].grounding.update(draft.grounding)
            draft = one
        further.setdefault(at, []).append((draft.start, draft.end))
    for at, spans in further.items():
        kept[at] = kept[at]._replace(others=tuple(spans))
    return kept


_TOLD = ("period", "holder", "change_basis")


def _merged(one: Draft, other: Draft, titled: bool) -> Draft:
    """The first draft with what only the repeat tells; titled: only the first is in the headline."""
    fields, grounding = dict(one.fields), dict(one.grounding)
    if titled and fields["subject"] != other.fields["subject"]:
        fields["subject"] = other.fields["subject"]
        grounding.pop("subject", None)
        if "subject" in other.grounding:
            grounding["subject"] = other.grounding["subject"]
        one = one._replace(key=other.key)
    for name in _TOLD:
        if fields[name] is None and other.fields[name] is not None:
            fields[name] = other.fields[name]
            if name in other.grounding:
                grounding[name] = other.grounding[name]
    return one._replace(fields=fields, grounding=grounding)


_LEAST = 2
# Of so many figures of one value and unit the first are looked at: no page has more to tell.
_MANY = 64


def _compatible(one: Draft, other: Draft) -> bool:
    a, b = one.fields["period"], other.fields["period"]
    if a is not None and b is not None and (a.start, a.end) != (b.start, b.end):
        return False
    if one.fields["change"] != other.fields["change"]:
        return False
    mine, yours = one.fields["subject"] or "", other.fields["subject"] or ""
    if mine == yours:
        return True
    short = min(mine, yours, key=len)
    if len(short) < _LEAST or one.fields["value"] < _TELLING:
        return False  # 3家企业 and 3家中小企业 are seldom the same
    return mine.endswith(yours) or yours.endswith(mine)


# A figure as large as this is hardly told twice by chance.
_TELLING = 100
