"""The rules that tell what a figure counts or measures, in the order in which they are tried.

A rule looks at one figure in its row of items (`metric_items`) and at what was read before, and
gives a `Reading`, or nothing, and then the next rule is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from qextract.extractors.metric_items import Row, row
from qextract.lexicon import table
from qextract.mentions import Quantity, Span
from qextract.rules import Rule, rule


class Reading(NamedTuple):
    """What a rule makes of a figure: its subject and where that is read off."""

    subject: str | None
    span: Span | None = None
    change: str | None = None
    whole: str | None = None  # what the subject is a part of, where a rule put the two together


class Made(NamedTuple):
    """A figure that was read: what later figures may borrow from.

    bare_verb: the subject is only what happened (4人遇难).
    """

    quantity: Quantity
    reading: Reading
    bare_verb: bool = False


@dataclass(slots=True)
class Scene:
    """A figure in its place: `row.kinds[at]` is the Q of `quantity`.

    made: what was read in the sentence so far. earlier: the sentence before.
    group: the subjects of a list that is being read one by one (A、B分别为1、2), else empty.
    label: the line before, where it is a label.
    """

    text: str
    row: Row
    at: int
    quantity: Quantity
    made: list[Made] = field(default_factory=list)
    earlier: Sequence[Made] = ()
    label: Span | None = None
    group: list[Reading] = field(default_factory=list)
    modifiers: list[str] = field(default_factory=list)

    @property
    def kinds(self) -> str:
        return self.row.kinds

    def slice(self, first: int, last: int) -> str:
        """The text from item `first` through item `last`."""
        return self.text[self.row.spans[first][0] : self.row.spans[last][1]]


# What may stand between a noun phrase and its figure.
_BETWEEN = frozenset("abmcdflrstuK_(o")
_INSIDE = frozenset("Ngh(")
_TRIM = re.compile(r"^[该此其](?=..)|^[·\s]+")
# What follows a figure but begins no noun: 三年后, 10公里外
_NO_NOUN = frozenset("后前内外间时里起来左右")
_NOUNS_ALL_THE_SAME = frozenset(
    ("外资", "外商", "外国", "外贸", "外籍", "外地", "外来", "外语", "外卖", "外科", "内资", "内地")
    + (
        "内科",
        "内河",
        "前沿",
        "前置",
        "后备",
        "后勤",
        "后续",
        "时装",
        "时尚",
        "来信",
        "来访",
        "起重",
    )
)
_TIDY = re.compile(r"\s+")


@cache
def _heads() -> dict[str, str]:
    return {term: columns[0] for term, columns in table("metric_heads").items()}


def is_head(noun: str) -> bool:
    """Whether a noun says little without the one it measures."""
    return noun in _heads()


def stands_for_other(noun: str) -> bool:
    return _heads().get(noun) == "t"


def between(scene: Scene) -> tuple[int, str]:
    """The last item left of the figure that is no mere connective, and the connectives."""
    kinds = scene.row.kinds
    at = scene.at - 1
    while at >= 0:
        if kinds[at] == "g" and at > 0 and kinds[at - 1] in "Kabm":
            at -= 2  # 由2018年的91%
        elif kinds[at] in _BETWEEN:
            at -= 1
        else:
            break
    return at, kinds[at + 1 : scene.at]


def noun_left(scene: Scene, last: int) -> Reading | None:
    """The noun phrase that ends with item `last`."""
    kinds = scene.row.kinds
    if last >= 0 and kinds[last] == "O":
        return phrase(scene, *scene.row.spans[last])  # 国家质检中心23个
    if last < 0 or kinds[last] not in "N(":
        return None
    while last >= 0 and kinds[last] == "(":
        last -= 1
    if last < 0 or kinds[last] != "N":
        return None
    first = last
    of = -1
    while first > 0:
        if kinds[first - 1] in _INSIDE:
            first -= 1
            if kinds[first] == "g" and of < 0:
                of = first
        elif kinds[first - 2 : first] == "Nw" and kinds[: first - 2].rstrip("oKa")[-1:] in (
            "v",
            "w",
        ):
            first -= 2  # 表彰优秀质量管理小组18个
        else:
            break
    while kinds[first] != "N":
        first += 1
    if of >= first:
        tail = scene.slice(of + 1, last)
        if not is_head(tail) and len(tail) > 1:
            first = of + 1
        elif first > 1 and kinds[first - 2 : first] == "Ns":
            first -= 2  # 第一产业占生产总值的比重
        elif first > 0 and kinds[first - 1] == "s":
            first -= 1
    start, end = scene.row.spans[first][0], scene.row.spans[last][1]
    if (
        end - start == 1
        and first
        and kinds[first - 1] in "vwl"
        and scene.row.spans[first - 1][1] == start
    ):
        start = scene.row.spans[first - 1][0]  # 充电桩: the verb is a part of the noun
    return phrase(scene, start, end)


def noun_right(scene: Scene, first: int) -> Reading | None:
    """The noun phrase that begins with item `first`, or behind a 的 or 全国 there."""
    kinds = scene.row.kinds
    if kinds[first] in "go":
        first += 1
    if kinds[first] == "O":
        return phrase(scene, *scene.row.spans[first])
    last = first
    while kinds[last] in "Nw":
        last += 1
    if last == first or "N" not in kinds[first:last]:
        return None
    start, end = scene.row.spans[first]
    if kinds[first] == "N" and scene.text[start] in _NO_NOUN:
        if scene.text[start : start + 2] not in _NOUNS_ALL_THE_SAME:
            return None
    listed = _QUALITIES.match(kinds, last)
    if listed:
        return phrase(scene, *scene.row.spans[listed.end() - 1])  # 高精度、高稳定性的计量标准
    if last - first > 1 and (kinds[last] in "Qo" or _takes_part(scene, first, last)):
        last = first + kinds[first:last].index("N") + 1  # 35家企业投资项目12个
    elif kinds[last : last + 2] == "jN" and kinds[last + 2] in "vwlda|":
        last += 2
    return phrase(scene, start, scene.row.spans[last - 1][1])


_EVENTS = frozenset("次场轮项起宗件例笔单桩趟届期批")


def _takes_part(scene: Scene, first: int, last: int) -> bool:
    """Whether N w is a noun and what it does (1500家企业参展), not one noun (5次专项检查)."""
    if scene.row.kinds[first:last] != "Nw":
        return False
    start, end = scene.row.spans[first]
    return end - start > 1 and (scene.quantity.unit or "")[:1] not in _EVENTS


_NO_SUBJECTS = frozenset(
    "其分积派可且也拟处做另得按再又都还正新总首年近双单过了着之所地名余剩计要需能作交接上立看走说称"
)
_QUALITIES = re.compile(r"(?:、w?N)++gw?N(?![Q、])")


def phrase(scene: Scene, start: int, end: int) -> Reading | None:
    text = scene.text
    match = _TRIM.match(text[start:end])
    if match:
        start += match.end()
    while end > start and text[end - 1] in " ·":
        end -= 1
    noun = _TIDY.sub("", text[start:end])
    if noun in _NO_SUBJECTS:
        return None
    return Reading(noun, (start, end)) if noun else None


def names_left(scene: Scene, last: int) -> list[Reading]:
    """The members of the list that ends with item `last`: A、B和C."""
    kinds = scene.row.kinds
    found: list[Reading] = []
    at = last
    while at >= 0:
        one = noun_left(scene, at)
        if one is None:
            break
        found.append(one)
        while at >= 0 and kinds[at] in _INSIDE:
            at -= 1
        if at < 0 or kinds[at] not in "、j":
            break
        at -= 1
    found.reverse()
    return found


def previous(scene: Scene) -> Made | None:
    if scene.made:
        return scene.made[-1]
    return scene.earlier[-1] if scene.earlier else None


def same_unit(scene: Scene) -> Made | None:
    """The last figure of the same unit, in the sentence or the one before."""
    for made in (*reversed(scene.made), *reversed(scene.earlier)):
        if made.quantity.unit == scene.quantity.unit:
            return made
    return None


def borrowed(made: Made | None, change: str | None = None) -> Reading:
    if made is None:
        return Reading(None, None, change)
    return made.reading._replace(change=change)


def _change(run: str) -> str | None:
    for kind in run:
        if kind == "u":
            return "increase"
        if kind == "d":
            return "decrease"
    return None


Read = Callable[[Scene], Reading | None]


@rule(
    "metric.label_value",
    "a label, then its figure: on the next line, or behind a colon",
    examples={},
)
def label_value(scene: Scene) -> Reading | None:
    if scene.label is None:
        return None
    kinds = scene.row.kinds
    if len(kinds) - scene.at > 2 or kinds[: scene.at].strip("acl_") not in ("", "Ng"):
        return None
    label = row(scene.text, *scene.label, ())
    connectives = label.kinds[:-1]
    if connectives and all(kind in _BETWEEN for kind in connectives):
        return borrowed(previous(scene), _change(connectives))  # 同比增长 / 5%
    return phrase(scene, *scene.label)


@rule(
    "metric.shared_noun",
    "figures on a list before the noun that they share: 100万元、50万元的补贴",
    examples={},
)
def shared_noun(scene: Scene) -> Reading | None:
    kinds, at = scene.row.kinds, scene.at
    while kinds[at + 1] in "、j" and kinds[at + 2] == "Q":
        at += 2
    if at == scene.at or kinds[at + 1] != "g":
        return None
    return noun_right(scene, at + 1)


@rule(
    "metric.list",
    "a figure that goes on a list of figures: 分别为5亿元、3亿元",
    examples={},
)
def in_list(scene: Scene) -> Reading | None:
    kinds, at = scene.row.kinds, scene.at
    back = at - 1
    while back > 0 and kinds[back] in "ac_l(udb":
        back -= 1
    if back < 1 or kinds[back] not in "、jr" or kinds[back - 1] != "Q" or not scene.made:
        return None
    way = _change(kinds[back + 1 : at])
    if scene.group:
        reading = scene.group.pop(0)
        return reading._replace(change=way) if way else reading
    if kinds[at + 1] == "N" and scene.quantity.dimension == "count":
        return None
    return scene.made[-1].reading


_BECOMES = frozenset(
    ("转为", "调整为", "增为", "减为", "升为", "降为", "变为", "改为", "转成", "变成")
)


def _leads_to(scene: Scene, item: int) -> bool:
    """Whether the item is a verb of change, or one that leads to a level: 提高到, 转为."""
    kind = scene.row.kinds[item]
    if kind in "ud":
        return True
    start, end = scene.row.spans[item]
    word = scene.text[start:end]
    return kind == "l" and (word[1:].endswith(("到", "至")) or word in _BECOMES)


@rule(
    "metric.from_to",
    "the second of two levels: 由51%提高到53%",
    examples={},
)
def from_to(scene: Scene) -> Reading | None:
    kinds, at = scene.row.kinds, scene.at
    back = at - 1
    while back > 0 and kinds[back] in "abcdlurg_K(":
        back -= 1
    if back < 0 or kinds[back] != "Q" or back == at - 1 or not scene.made:
        return None
    if not any(_leads_to(scene, i) for i in range(back + 1, at)):
        return None
    return scene.made[-1].reading._replace(change=_change(kinds[back + 1 : at]))


@rule(
    "metric.distributive",
    "figures that go one by one with subjects said before: A、B分别为1、2",
    examples={},
)
def distributive(scene: Scene) -> Reading | None:
    last, run = between(scene)
    if "f" not in run:
        return None
    change = _change(run)
    kinds = scene.row.kinds
    # how many figures follow in the list
    count, at = 1, scene.at
    while kinds[at + 1 : at + 2] in ("、", "j"):
        step = at + 2
        while step < len(kinds) and kinds[step] in "acudb":
            step += 1
        if step >= len(kinds) or kinds[step] != "Q":
            break
        at, count = step, count + 1
    names = names_left(scene, last)
    if len(names) > 1:
        names = names[-count:]
        group = _shared_head(names)
        scene.modifiers = [r.subject or "" for r in names[:-1]] + [_modifier(names)]
    elif len(names) == 1 and len(scene.modifiers) == count:
        head = names[0]
        group = [Reading(m + (head.subject or ""), head.span) for m in scene.modifiers]
    elif len(names) == 1:
        group = names * count
    else:
        before = [m.reading for m in scene.made if m.reading.change is None][-count:]
        group = before or [borrowed(previous(scene))] * count
    group = [r._replace(change=change) for r in group]
    scene.group[:] = group[1:]
    return group[0]


def _head(noun: str) -> str:
    heads = _heads()
    for start in range(1, len(noun)):
        if noun[start:] in heads:
            return noun[start:]
    return ""


def _modifier(names: Sequence[Reading]) -> str:
    last = names[-1].subject or ""
    head = _head(last)
    return last[: len(last) - len(head)] if head else last


def _shared_head(names: Sequence[Reading]) -> list[Reading]:
    """Give the first members of a list the head that only the last one bears."""
    head = _head(names[-1].subject or "")
    if not head or any(_head(r.subject or "") or is_head(r.subject or "") for r in names[:-1]):
        return list(names)
    return [r._replace(subject=(r.subject or "") + head) for r in names[:-1]] + [names[-1]]


_SHARE = re.compile(r"[alcK_(]*(?:(g?)([Nwovu(]{0,4}))[acl]*s")


@rule(
    "metric.share",
    "a share of something: 占总投资的21%",
    examples={},
)
def share(scene: Scene) -> Reading | None:
    if scene.quantity.dimension != "ratio":
        return None
    kinds, spans = scene.row.kinds, scene.row.spans
    match = _SHARE.match(kinds[max(0, scene.at - 12) : scene.at][::-1])
    if match is None:
        return None
    at = scene.at - match.end()  # the item 占
    base = None
    if match.group(2):
        base = phrase(
            scene, spans[scene.at - match.end(2)][0], spans[scene.at - match.start(2) - 1][1]
        )
    back = at - 1
    while back >= 0 and kinds[back] in "abmKlc_(f":
        back -= 1
    whole = noun_left(scene, back)
    if whole is None:
        whole = borrowed(previous(scene))
    elif is_part(whole.subject or "") and (made := previous(scene)):
        whole = part_of(whole, made)
    if base is None or base.subject is None:
        return whole
    tail = "" if base.subject.endswith(("比重", "比例")) else "比重"
    return Reading(f"{whole.subject or ''}占{base.subject}{tail}", base.span)


_OWN = frozenset(("增收", "减收", "增产", "减产", "增支", "减支", "涨薪"))


def _own_change(scene: Scene) -> Reading | None:
    """A verb that says itself what grew: 户均增收5200元."""
    spans, kinds = scene.row.spans, scene.row.kinds
    start, end = spans[scene.at - 1]
    if kinds[scene.at - 1] not in "ud" or scene.text[start:end] not in _OWN:
        return None
    if scene.at > 1 and kinds[scene.at - 2] == "a" and scene.row.info[scene.at - 2] == "join":
        start = spans[scene.at - 2][0]
    found = phrase(scene, start, end)
    return found and found._replace(change=_change(kinds[scene.at - 1]))


@rule(
    "metric.change",
    "how much something grew or shrank: 营业收入同比增长5.6%",
    examples={},
)
def change(scene: Scene) -> Reading | None:
    last, run = between(scene)
    way = _change(run)
    if way is None:
        return None
    noun = noun_left(scene, last)
    if noun is not None and not stands_for_other(noun.subject or ""):
        return noun._replace(change=way)
    if same_unit(scene) is None and (own := _own_change(scene)):
        return own
    right = scene.row.kinds[scene.at + 1]
    if scene.quantity.dimension == "count" and right == "N" and "b" not in run:
        found = noun_right(scene, scene.at + 1)
        if found:
            return found._replace(change=way)
    return borrowed(previous(scene), way)


@rule(
    "metric.classifier_noun",
    "figure, classifier, noun: 12家企业",
    examples={},
)
def classifier_noun(scene: Scene) -> Reading | None:
    if scene.quantity.dimension not in ("count", "other"):
        return None
    kinds, at = scene.row.kinds, scene.at
    if kinds[at - 1 : at + 2] == "hQw":
        return phrase(scene, *scene.row.spans[at + 1])  # 沈阳鼓风机集团等3家组织
    return noun_right(scene, at + 1)


def part_of(noun: Reading, made: Made) -> Reading:
    """The noun as a part of what an earlier figure counts: 公路 and 客流量 give 公路客流量."""
    whole = made.reading.whole or made.reading.subject or ""
    if whole.startswith(noun.subject or "-"):
        return noun
    return noun._replace(subject=f"{noun.subject}{whole}", whole=whole)


_PART_ENDS = frozenset("级类型性式省市县区镇乡村州旗")
_SCOPES = frozenset(("领域", "方面", "行业", "地区", "部分", "渠道", "境内", "境外"))


def is_part(noun: str) -> bool:
    """Whether a noun names a part or a region that has more of the noun said before."""
    if noun in ("省", "市", "县", "区", "镇", "乡", "村") or not noun:
        return False
    return noun[-1] in _PART_ENDS or noun[-2:] in _SCOPES or _heads().get(noun) == "s"


@rule(
    "metric.part",
    "a part of what was counted before: 其中国家级67处",
    examples={},
)
def part(scene: Scene) -> Reading | None:
    last, _run = between(scene)
    kinds = scene.row.kinds
    if last < 0:
        return None
    if kinds[last] == "e":
        return borrowed(same_unit(scene) or previous(scene))
    noun = noun_left(scene, last)
    whole = same_unit(scene)
    if noun is None or noun.subject is None or whole is None:
        return None
    if stands_for_other(noun.subject):
        return Reading(whole.reading.subject, noun.span)
    return part_of(noun, whole) if is_part(noun.subject) else None


@rule(
    "metric.in_brackets",
    "a figure in brackets behind its noun: 浙江(15.8%)",
    examples={},
)
def in_brackets(scene: Scene) -> Reading | None:
    at, kinds = scene.at, scene.row.kinds
    if kinds[max(0, at - 2) : at] != "N|" or scene.text[scene.row.spans[at - 1][0]] != "(":
        return None
    noun = noun_left(scene, at - 2)
    whole = same_unit(scene)
    if noun is None or whole is None or not whole.reading.subject:
        return noun
    return part_of(noun, whole)


_MEASURES = frozenset(
    ("length", "area", "mass", "volume", "power", "energy", "speed", "temperature", "data")
)


@rule(
    "metric.noun_before",
    "noun, figure, with or without a verb between: 企业12家, 营业收入达5亿元",
    examples={},
)
def noun_before(scene: Scene) -> Reading | None:
    last, run = between(scene)
    kinds = scene.row.kinds
    if last >= 0 and kinds[last] == "h":
        last -= 1
    noun = noun_left(scene, last)
    if noun is None or noun.subject is None:
        return noun
    if not run and kinds[scene.at + 1] == "N" and scene.quantity.dimension in _MEASURES:
        return noun if _head(noun.subject) else None  # 世界最薄0.12毫米超薄玻璃
    made = previous(scene)
    if _heads().get(noun.subject) == "c" and made is not None:
        return noun._replace(subject=f"{made.reading.subject or ''}{noun.subject}")
    return noun


@rule(
    "metric.of",
    "a multiple or a part of something said: 上年的1.6倍",
    examples={},
)
def of(scene: Scene) -> Reading | None:
    last, _ = between(scene)
    kinds = scene.row.kinds
    if last < 1 or kinds[last] != "g":
        return None
    if kinds[scene.at + 1] == "N" and scene.quantity.dimension != "ratio":
        return None  # 自主研发的16兆瓦风机
    base = noun_left(scene, last - 1)
    if base is None:
        return borrowed(previous(scene))
    back = last - 1
    while back >= 0 and kinds[back] in _INSIDE:
        back -= 1
    if back > 0 and kinds[back] in "lc":
        while back >= 0 and kinds[back] in "alcK":
            back -= 1
        return noun_left(scene, back) or base
    return base


@rule(
    "metric.purpose",
    "money and what it is for: 投入1.2亿元用于设备改造",
    examples={},
)
def purpose(scene: Scene) -> Reading | None:
    if scene.quantity.dimension != "money":
        return None
    last, _ = between(scene)
    kinds, at = scene.row.kinds, scene.at + 1
    if last >= 0 and kinds[last] not in "vw|":
        return None
    if kinds[at] != "v":
        return None
    while kinds[at] in "va":
        at += 1
    if kinds[at] == "Q":
        at += 1
    return noun_right(scene, at)


@rule(
    "metric.happening",
    "what happened to so many: 4人遇难, 58票赞成",
    examples={},
)
def happening(scene: Scene) -> Reading | None:
    at = scene.at + 1
    while scene.row.kinds[at] == "a":
        at += 1
    if scene.row.kinds[at] != "w" or scene.quantity.dimension in ("ratio", "money"):
        return None
    return phrase(scene, *scene.row.spans[at])


@rule(
    "metric.measure_noun",
    "measure, noun: 2公里隧道, 90%以上的企业",
    examples={},
)
def measure_noun(scene: Scene) -> Reading | None:
    first = scene.at + 1
    if scene.quantity.dimension == "money" and scene.row.kinds[first] == "w":
        return phrase(scene, *scene.row.spans[first])
    return noun_right(scene, first)


@rule(
    "metric.verb",
    "the verb tells what is counted: 处理12人, 出席97人",
    examples={},
)
def verb(scene: Scene) -> Reading | None:
    last, _ = between(scene)
    if last < 0 or scene.row.kinds[last] != "w":
        return None
    start, end = scene.row.spans[last]
    if last and scene.row.kinds[last - 1] == "N" and scene.row.spans[last - 1][1] == start:
        return phrase(scene, scene.row.spans[last - 1][0], end)  # 生猪存栏152万头
    found = phrase(scene, start, end)
    topic = last - 1
    while topic >= 0 and scene.row.kinds[topic] in "aK_(":
        topic -= 1
    noun = noun_left(scene, topic) if topic < last - 1 else None
    if found and noun:
        return noun._replace(subject=f"{noun.subject}{found.subject}")  # 流感疫苗今年累计接种
    made = same_unit(scene) if scene.made else None
    if found and found.subject and made and made.reading.subject and not made.bare_verb:
        whole = made.reading.subject
        return found if found.subject in whole else found._replace(subject=found.subject + whole)
    return found


@rule(
    "metric.object",
    "so many people and what they got: 1.9万人获得任职资格",
    examples={},
)
def obtained(scene: Scene) -> Reading | None:
    kinds, at = scene.row.kinds, scene.at + 1
    if scene.quantity.unit not in ("人", "人次", "户", "户次") or scene.made:
        return None
    while kinds[at] in "af":
        at += 1
    if kinds[at] != "v" or kinds[at + 1] != "N":
        return None
    return noun_right(scene, at + 1)


@rule(
    "metric.actor",
    "the noun before the verb: 中欧班列开行212列",
    examples={},
)
def actor(scene: Scene) -> Reading | None:
    last, _ = between(scene)
    kinds = scene.row.kinds
    while last >= 0 and kinds[last] in "vwabmK_(f":
        last -= 1
    return noun_left(scene, last)


@rule(
    "metric.carried",
    "a figure without a noun goes on with the last one's",
    examples={},
)
def carried(scene: Scene) -> Reading | None:
    made = previous(scene) if scene.quantity.dimension == "ratio" else same_unit(scene)
    return None if made is None else borrowed(made)


@rule(
    "metric.bare",
    "a figure whose noun stands elsewhere in the sentence",
    examples={},
)
def bare(scene: Scene) -> Reading | None:
    kinds, at = scene.row.kinds, scene.at
    beside = kinds[:at].endswith("Q") or kinds[:at].endswith("Qj")
    return borrowed(scene.made[-1] if scene.made and beside else None)


ORDER: tuple[Rule, ...] = (
    label_value,
    in_brackets,
    shared_noun,
    in_list,
    from_to,
    distributive,
    share,
    change,
    classifier_noun,
    part,
    noun_before,
    of,
    purpose,
    happening,
    verb,
    measure_noun,
    obtained,
    carried,
    actor,
    bare,
)
