"""Rules for figures that are read with the help of others: lists, pairs, changes, shares, parts."""

from __future__ import annotations

from collections.abc import Sequence

from qextract.extractors.metric_leads import led, topic
from qextract.extractors.metric_parts import is_part, part_of
from qextract.extractors.metric_phrases import names_left, noun_left
from qextract.extractors.metric_right import noun_right
from qextract.extractors.metric_scene import (
    CLOSES,
    REACH,
    Made,
    Reading,
    Scene,
    borrowed,
    change_of,
    in_front,
    previous,
    same_unit,
)
from qextract.extractors.metric_subjects import head_of, heads, phrase, stands_for_other
from qextract.rules import late, rule

_WEIGHING = frozenset(("重", "总重", "共重", "净重", "约重", "重约", "合共", "共", "总值", "约值"))
_TERMS = ("因素后", "影响后", "因素", "口径计算", "价格计算", "口径", "价计算", "计算")
_CLOSING = late(r"收盘收$|收报$|收于$|报收$|收盘于$|收在$|作收$")
_HARM = frozenset(("死", "伤", "死亡", "受伤", "重伤", "轻伤", "死伤", "伤亡"))
_BECOMES = frozenset(
    ("转为", "调整为", "增为", "减为", "升为", "降为", "变为", "改为", "转成", "变成")
)
_SHARE = late(r"[alcK_(]*(?:(g?)([NwovuO(]{0,4}))[acl]*s")
# Verbs that say themselves what grew.
_OWN = frozenset(("年增收", "月增收", "增收", "减收", "增产", "减产", "增支", "减支", "涨薪"))


@rule(
    "metric.shared_noun",
    "figures on a list before the noun that they share: 100万元、50万元的补贴",
    examples={
        "对获奖企业分别给予200万元、100万元、50万元的补贴。": "eq 1000000 元 补贴",
    },
    rejects=("给予50万元的补贴。",),
)
def shared_noun(scene: Scene) -> Reading | None:
    kinds, at = scene.row.kinds, scene.at
    while kinds[at + 1] in "、j" and at < scene.at + 2 * REACH:
        if kinds[at + 2] == "Q":
            at += 2
        elif kinds[at + 3 : at + 4] == "Q" and scene.slice(at + 2, at + 2) in _WEIGHING:
            at += 3  # 128包、重131.6公斤的白色晶体
        else:
            break
    if at == scene.at or kinds[at + 1] != "g":
        return None
    return noun_right(scene, at + 1)


@rule(
    "metric.list",
    "a figure that goes on a list of figures: 分别为5亿元、3亿元",
    examples={
        "玉米、大豆播种面积分别为412万亩和76万亩。": "eq 760000 亩 大豆播种面积",
        "减排量不低于4.2万吨、2.6万吨。": "ge 26000 吨 减排量",
    },
    rejects=("发现企业12家、商户3家。",),
)
def in_list(scene: Scene) -> Reading | None:
    kinds, at = scene.row.kinds, scene.at
    back = at - 1
    while back > 0 and kinds[back] in "ac_l(udb":
        back -= 1
    if back < 1 or kinds[back] not in "、jr" or kinds[back - 1] != "Q" or not scene.made:
        return None
    way = change_of(kinds[back + 1 : at])
    if scene.group:
        reading = scene.group.pop(0)
        return reading._replace(change=way) if way else reading
    if kinds[at + 1] == "N" and scene.quantity.dimension == "count":
        return None
    reading = scene.made[-1].reading
    return reading._replace(change=way) if way else reading


def _leads_to(scene: Scene, item: int) -> bool:
    """Whether the item is a verb of change, or one that leads to a level: 提高到, 转为."""
    kind = scene.row.kinds[item]
    if kind in "ud":
        return True
    start, end = scene.row.spans[item]
    word = scene.text[start:end]
    if kind == "l" and word in ("到", "至"):
        return scene.made[-1].reading.change is not None  # 增长9.1%至5.1万亿元
    return kind == "l" and (word[1:].endswith(("到", "至")) or word in _BECOMES)


@rule(
    "metric.from_to",
    "the second of two levels: 由51%提高到53%",
    examples={
        "城镇化率由51%提高到53%。": "eq 53 % 城镇化率",
        "办理环节由7个减少到1个。": "eq 1 个 办理环节",
    },
    rejects=("近3年累计为300余家企业服务。",),
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
    return scene.made[-1].reading._replace(change=change_of(kinds[back + 1 : at]))


@rule(
    "metric.distributive",
    "figures that go one by one with subjects said before: A、B分别为1、2",
    examples={
        "玉米、水稻、大豆播种面积分别为412万亩、98万亩和76万亩。": "eq 4120000 亩 玉米播种面积",
        "实现营业收入86亿元、净利润21亿元,同比分别增长5.2%、7.8%。": "eq 5.2 % 营业收入",
    },
    rejects=("营业收入增长5.2%。",),
)
def distributive(scene: Scene) -> Reading | None:
    count = _listed(scene)
    if "f" not in scene.run:
        last = scene.last
        if count < 2 or last < 2 or scene.row.kinds[last - 1 : last + 1] not in ("fv", "fw"):
            return None
        group = names_left(scene, last - 2)  # 门诊、急诊依次接诊40人、12人
        if len(group) != count:
            return None
        scene.group[:] = group[1:]
        return group[0]
    end = scene.at + 2 * count - 1
    behind = scene.row.kinds[end : end + 5] if scene.row.kinds[end] == "g" else ""
    change = change_of(scene.run) or change_of(behind)  # 分别录得3%、2%的减幅
    group = _one_by_one(scene, scene.last, count)
    group = [r._replace(change=change) for r in group]
    scene.group[:] = group[1:]
    return group[0]


def _listed(scene: Scene) -> int:
    """How many figures the list has that begins with this one."""
    kinds, at, count = scene.row.kinds, scene.at, 1
    while kinds[at + 1] in "、j":
        step = at + 2
        while step < len(kinds) and kinds[step] in "acudb":
            step += 1
        if step >= len(kinds) or kinds[step] != "Q":
            break
        at, count = step, count + 1
    return count


def _one_by_one(scene: Scene, last: int, count: int) -> list[Reading]:
    """The subjects of `count` figures; the list of their nouns ends with item `last`, if any."""
    names = _with_head(scene, last, count) or names_left(scene, last)
    asides = scene.made[-count:]
    if len(names) < 2 and len(asides) == count > 1 and all(m.aside for m in asides):
        return [_with_noun(m.reading, names) for m in asides]  # 香港(3万)及日本(2万)旅客分别增加
    before = [m.reading for m in scene.made[-REACH:] if m.reading.change is None][-count:]
    if len(names) == 1 and before and heads().get(names[0].subject or "") in ("c", "t"):
        name = names[0]
        tail = "" if stands_for_other(name.subject or "") else name.subject
        return [name._replace(subject=f"{r.subject or ''}{tail}") for r in before]
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
        group = before or [borrowed(previous(scene))] * count
    return group


def _with_noun(reading: Reading, names: Sequence[Reading]) -> Reading:
    """The subject in front of a bracket with the noun behind the last bracket of the list."""
    noun = names[0].subject if names else None
    subject = reading.subject or ""
    if not noun or subject.endswith(noun):
        return reading
    return reading._replace(subject=subject + noun)


def _with_head(scene: Scene, last: int, count: int) -> list[Reading]:
    """The members of a list that stands before the noun of all: A、B的产量, A、B两家产量."""
    kinds = scene.row.kinds
    if count < 2 or last < 4 or kinds[last] != "N":
        return []
    head = noun_left(scene, last)
    if kinds[last - 1] == "g":
        head = phrase(scene, *scene.row.spans[last])
        end = last - 2
    elif kinds[last - 1] == "Q" and scene.made and scene.made[-1].quantity.value == count:
        end = last - 2
        subject = (head.subject or "") if head else ""
        head = head and head._replace(subject=head_of(subject) or subject)
    else:
        return []
    names = names_left(scene, end)
    if head is None or len(names) != count:
        return []
    return [r._replace(subject=f"{r.subject}{head.subject}") for r in names]


# Where the part of a name begins that the members of a list share: 汽车、家电|行业用钢量
_FIELD = late(r"(?:行业|领域|产业|地区|区域|方向)(?=.{2})")


def _modifier(names: Sequence[Reading]) -> str:
    last = names[-1].subject or ""
    head = head_of(last)
    return last[: len(last) - len(head)] if head else last


def _shared_head(names: Sequence[Reading]) -> list[Reading]:
    """Give the first members of a list the head that only the last one bears."""
    last = names[-1].subject or ""
    field = _FIELD.search(last, 1, len(last) - 1)
    head = last[field.start() :] if field else head_of(last)
    if not head or any(
        head_of(r.subject or "") or (r.subject or "") in heads() for r in names[:-1]
    ):
        return list(names)
    return [r._replace(subject=(r.subject or "") + head) for r in names[:-1]] + [names[-1]]


@rule(
    "metric.share",
    "a share of something: 占总投资的21%",
    examples={
        "民生支出占一般公共预算支出的80.6%。": "eq 80.6 % 民生支出占一般公共预算支出比重",
        "东部、中部地区分别占总数的76.4%、15.6%。": "eq 76.4 % 东部占总数比重",
        "建成高标准农田6850万亩,占71.4%。": "eq 71.4 % 高标准农田",
    },
    rejects=("合格率达80.6%。",),
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
    if back > 0 and kinds[back] == "g":
        back -= 1  # 大专以上学历的占六成
        while back > 0 and kinds[back] == "a" and spans[back][1] - spans[back][0] > 1:
            back -= 1  # 被告人中35岁以下的占七成
    whole = noun_left(scene, back)
    if whole is None or "岁" in (whole.subject or ""):
        among = (whole.subject or "").find("中") if whole and whole.span else 0
        if whole and whole.span and among > 1:
            whole = phrase(scene, whole.span[0], whole.span[0] + among)  # 被害人中60岁以上的
        else:
            whole = topic(scene)  # 被告人中,35岁以下的占七成
    if whole is not None and whole.span and whole.subject and whole.subject.endswith("中"):
        whole = phrase(scene, whole.span[0], whole.span[1] - 1)
    if whole is None:
        whole = borrowed(previous(scene))
    elif (
        is_part(scene, whole.subject or "")
        and (made := previous(scene))
        and (made.quantity.dimension != "ratio" or made.reading.whole)
    ):
        whole = part_of(scene, whole, made)
    if base is None or base.subject is None:
        return whole
    tail = base.subject + ("" if base.subject.endswith(("比重", "比例")) else "比重")
    if "f" in kinds[back + 1 : at]:
        group = _one_by_one(scene, back, _listed(scene))
        shares = [Reading(f"{r.subject or ''}占{tail}", base.span) for r in group]
        scene.group[:] = shares[1:]
        return shares[0]
    return Reading(f"{whole.subject or ''}占{tail}", base.span)


def _own_change(scene: Scene) -> Reading | None:
    """A verb that says itself what grew: 户均增收5200元."""
    spans, kinds = scene.row.spans, scene.row.kinds
    start, end = spans[scene.at - 1]
    if kinds[scene.at - 1] not in "ud" or scene.text[start:end] not in _OWN:
        return None
    joined = scene.at > 1 and kinds[scene.at - 2] == "a" and scene.row.info[scene.at - 2] == "join"
    if joined:
        start = spans[scene.at - 2][0]
    found = phrase(scene, start, end)
    whole = found.subject if found and joined else None  # 户均增收 stands for itself
    return found and found._replace(change=change_of(kinds[scene.at - 1]), whole=whole)


@rule(
    "metric.change",
    "how much something grew or shrank: 营业收入同比增长5.6%",
    examples={
        "全市工业增加值同比增长5.6%。": "eq 5.6 % 工业增加值",
        "实现产值12亿元,比上年下降3%。": "eq 3 % 产值",
    },
    rejects=("增加值率达到21%。",),
)
def change(scene: Scene) -> Reading | None:
    last, run = scene.last, scene.run
    way = change_of(run)
    if way is None:
        return None
    if last > 1 and scene.row.kinds[last - 2 : last + 1] == "tKN":
        last -= 3  # 较8月预测增加0.15个百分点
    elif last > 0 and scene.row.kinds[last - 1 : last + 1] == "tN":
        last -= 2  # 亩均效益比散户高300元
    own = _own_change(scene)
    if own and own.whole:
        return own  # 带动茶农户均增收1.2万元
    noun = scene.noun if last == scene.last else noun_left(scene, last)
    beside = in_front(scene) if noun is None else None
    if beside is not None:
        return borrowed(beside, way)  # 内地团客(59万人次)下跌23%
    gained = scene.quantity.dimension == "count" and scene.row.kinds[scene.at - 1] in "ud"
    if gained and scene.row.kinds[scene.at + 1] == "N" and "b" not in run and noun is not None:
        found = noun_right(scene, scene.at + 1)  # 三号线再增5个站点
        if found:
            return found._replace(change=way)
    if noun is not None and (noun.subject or "").endswith(_TERMS):
        earlier = previous(scene)  # 扣除价格因素后增长4.7%, 按可比口径计算下降8.2%
        if earlier is not None and earlier.reading.subject:
            return borrowed(earlier, way)
    if noun is None and last < 0:
        noun = led(scene)  # 平均入住率,同比上升4.2个百分点
    if noun is not None and not stands_for_other(noun.subject or ""):
        return noun._replace(change=way)
    shared = scene.quantity.dimension == "ratio" and scene.made  # 产量163万吨,增产0.8%
    if not shared and own and same_unit(scene) is None:
        return own
    right = scene.row.kinds[scene.at + 1]
    if scene.quantity.dimension == "count" and right == "N" and "b" not in run:
        found = noun_right(scene, scene.at + 1)
        if found:
            return found._replace(change=way)
    made = None if scene.quantity.unit is None else same_unit(scene)
    if made is None or scene.quantity.dimension == "ratio":
        made = previous(scene)
        if made and made.reading.subject in _HARM:
            made = next((m for m in scene.made if m.reading.subject not in _HARM), made)
    if made is not None and (made.reading.subject or "").endswith(CLOSES):
        name = _CLOSING.sub("", made.reading.subject or "")
        price = "" if made.quantity.unit == "点" else "股价"
        return Reading(name or price or None, made.reading.span, way)  # 收报5.36元,涨1.52%
    if made is not None and made.listed:
        made = _whole_of(scene, made)
    return None if made is None else borrowed(made, way)


def _whole_of(scene: Scene, part: Made) -> Made:
    """What the parts of a list are parts of: 37例,其中A34例、B3例,较前一日减少5例."""
    unit = part.quantity.unit
    for made in scene.made[::-1]:
        if not made.listed and made.quantity.unit == unit and not made.aside:
            return made
    return part
