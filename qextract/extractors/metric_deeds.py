"""Rules for what was done, paid or given, with the figure in front of it or at the end."""

from __future__ import annotations

from qextract.extractors.metric_right import noun_right
from qextract.extractors.metric_scene import Reading, Scene
from qextract.extractors.metric_subjects import phrase
from qextract.rules import Pattern, late, rule

_PENALTIES = frozenset(("罚款", "罚金", "罚锾"))
_GIVE = frozenset(("赔偿", "补偿", "奖励", "补助", "补贴", "资助", "救助", "罚", "罚款"))
_CASES = frozenset(("宗", "起", "件", "项", "场", "例"))
#: Units of what players and teams get.
SCORES = frozenset(("分", "球", "个篮板", "板"))
SCORED = Pattern(
    "metric.scored",
    "what a player or a team does to get points, before the figure: 独得, 砍下, 积",
    r"(?:[独仅再又共各]?得(?:到|了|下)?|[狂砍轰拿揽贡][下入到献]|[打攻射踢][进入中]|积|[进失丢])$",
    examples={"朱某独得": "独得", "东湖积": "积", "全队砍下": "砍下"},
    rejects=("扣球", "总分"),
)


@rule(
    "metric.score",
    "points and goals count nothing but themselves: 朱某独得22分; with the way: 扣球得24分",
    examples={"朱某独得22分。": "eq 22 分 -", "朱某扣球得24分。": "eq 24 分 扣球"},
    rejects=("总分22分。",),
)
def score(scene: Scene) -> Reading | None:
    if scene.quantity.unit not in SCORES:
        return None
    start = scene.quantity.start
    kinds, at = scene.row.kinds, scene.at
    if scene.text[start - 1 : start] == "以" and kinds[at + 1] in "vwNu|":
        return Reading(None)  # 以412.35分摘银
    if "t" in kinds[max(0, at - 5) : at] and kinds[at - 1] in "NO":
        return Reading(None)  # 领先第三名的球队5分
    found = SCORED.re.search(scene.text, max(scene.row.spans[0][0], start - 3), start)
    if found is None:
        return None
    way = scene.text[max(0, found.start() - 2) : found.start()]
    if way.endswith(_WAYS):
        return phrase(scene, found.start() - 2, found.start())
    return Reading(None)


_WAYS = ("球", "网", "分球", "板", "攻")


@rule(
    "metric.given",
    "money and who gets it: 赔偿受害人23万元",
    examples={
        "法院判令被告赔偿受害人23万元。": "eq 230000 元 赔偿",
    },
    rejects=("赔偿经济损失23万元。",),
)
def given(scene: Scene) -> Reading | None:
    if scene.quantity.dimension != "money":
        return None
    last = scene.last
    kinds, spans = scene.row.kinds, scene.row.spans
    if last < 1 or kinds[last - 1 : last + 1] not in ("wN", "vN"):
        return None
    noun = scene.text[slice(*spans[last])]
    if scene.text[slice(*spans[last - 1])] not in _GIVE:
        return None
    if noun[-1] in "人者户员民家方" or noun.endswith(("企业", "单位", "机构")):
        return phrase(scene, *spans[last - 1])
    return None


FINED = Pattern(
    "metric.fined",
    "the verb that says that money was a fine, before the figure: 被罚, 可罚, 合计被罚没",
    r"(?:[被可处各并另均遭应最高]|法院|当局|警方)(罚没?)(?:[约逾近共超]|合计|共计|人民币|新台币|港币)?$",
    examples={"分公司被罚": "被罚", "违者可罚": "可罚", "四家机构合计被罚没": "被罚没"},
    rejects=("处罚款", "刑罚"),
)


@rule(
    "metric.penalty",
    "a fine and how high: 处三万元以上五万元以下罚款, 违法所得3倍罚款",
    examples={
        "违者处1200元以上2400元以下罚款。": "eq 1200..2400 元 罚款",
    },
    rejects=("罚款三万元。",),
)
def penalty(scene: Scene) -> Reading | None:
    start = scene.quantity.end
    if scene.text[start : start + 2] in _PENALTIES:
        return phrase(scene, start, start + 2)
    stop = scene.quantity.start
    if scene.quantity.dimension != "money" or scene.text.find("罚", max(0, stop - 8), stop) < 0:
        return None
    fined = FINED.re.search(scene.text, max(scene.row.spans[0][0], stop - 8), stop)
    if fined is None:
        return None
    return Reading("罚没" if "没" in fined.group() else "罚款", fined.span(1))


@rule(
    "metric.undergone",
    "what was done to so many: 9人被困, 3次被责令停产",
    examples={
        "事故造成9人被困。": "eq 9 人 被困",
    },
    rejects=("9名矿工被困。",),
)
def undergone(scene: Scene) -> Reading | None:
    kinds, at = scene.row.kinds, scene.at + 1
    if scene.quantity.unit not in ("人", "次"):
        return None
    if kinds[at - 2 : at + 2] == "pQvw" and scene.text[scene.quantity.start - 1] in "向对":
        return phrase(scene, *scene.row.spans[at + 1])  # 向78人提出检控
    while kinds[at] == "a":
        at += 1  # 4人已被刑拘
    if kinds[at] != "p":
        return None
    start = scene.row.spans[at][0]
    if scene.text[start] != "被" or scene.noun is not None:
        return None
    last = at + 1
    while kinds[last] in "Nwv":
        last += 1
    return phrase(scene, start, scene.row.spans[last - 1][1]) if last > at + 1 else None


def done(scene: Scene) -> Reading | None:
    """The verb right before a figure that nothing else tells the subject of: 查封扣押17件."""
    kinds, spans, at = scene.row.kinds, scene.row.spans, scene.at - 1
    if at < 0 or kinds[at] != "v":
        return None
    start, end = spans[at]
    if scene.text[end - 1] in "了过" and end - start > 2:
        end -= 1
    while at and kinds[at - 1] in "vw" and spans[at - 1][1] == start:
        at -= 1
        start = spans[at][0]
    return phrase(scene, start, end) if end - start > 1 else None


_BOUGHT = frozenset(
    (
        "收购",
        "购入",
        "买入",
        "购得",
        "买下",
        "成交",
        "中标",
        "拍下",
        "竞得",
        "转让",
        "出售",
        "售出",
        "签约",
    )
)
_SHARED = frozenset(("自筹", "自付", "负担", "承担", "支付", "分担", "补助", "出资", "垫付"))
_PAID_BY = late(r"[pr][NOoh]{1,4}a?[wv]")


def _paid_by(scene: Scene) -> Reading | None:
    """Money and how it is found: 其余1.7亿元由县府自筹."""
    found = _PAID_BY.match(scene.row.kinds, scene.at + 1)
    if found is None or scene.noun is not None:
        return None
    start, end = scene.row.spans[found.end() - 1]
    return phrase(scene, start, end) if scene.text[start:end] in _SHARED else None


@rule(
    "metric.purpose",
    "money and what it is for: 投入1.2亿元用于设备改造",
    examples={
        "公司今年投入1.2亿元用于设备改造。": "eq 120000000 元 设备改造",
    },
    rejects=("设备改造投入1.2亿元。",),
)
def purpose(scene: Scene) -> Reading | None:
    if scene.quantity.dimension != "money":
        return None
    paid = _paid_by(scene)
    if paid is not None:
        return paid
    if scene.text[scene.quantity.start - 1 : scene.quantity.start] == "以":
        start, end = scene.row.spans[scene.at + 1]
        if scene.row.kinds[scene.at + 1] in "vw" and scene.text[start:end] in _BOUGHT:
            return phrase(scene, start, end)  # 以5200万元收购其厂房
    last = scene.last
    kinds, at = scene.row.kinds, scene.at + 1
    if last >= 0 and kinds[last] not in "vw|":
        return None
    if kinds[at] != "v":
        return None
    while kinds[at] in "va":
        at += 1
    if kinds[at] == "Q":
        at += 1
    if kinds[at : at + 2] == "NQ":
        return None  # 投资3.2亿元添置发电车25辆
    return noun_right(scene, at)


_OFTEN = frozenset(("次", "回", "次次"))
WRONGLY = frozenset(
    ("非法", "违规", "违纪", "违法", "擅自", "私自", "公款", "主动", "公开", "偷偷", "冒名")
)
_DONE = late(r"[pNaKoO]{0,5}?[vw]")


def _how_often(scene: Scene) -> Reading | None:
    """What was done so many times: 先后64次非法收受财物, 11次在农家乐用公款宴请同学."""
    kinds, at = scene.row.kinds, scene.at + 1
    if scene.quantity.unit not in _OFTEN or kinds[at] not in "Npav":
        return None
    if kinds[at] == "N" and scene.slice(at, at) not in WRONGLY:
        return None
    while True:
        found = _DONE.match(kinds, at)
        if found is None:
            return None
        at = found.end()
        start, end = scene.row.spans[at - 1]
        if end - start > 1:
            break
    if kinds[at] == "N" and scene.row.spans[at][0] == end:
        end = scene.row.spans[at][1]
    return phrase(scene, start, end)


@rule(
    "metric.happening",
    "what happened to so many: 4人遇难, 58票赞成",
    examples={
        "事故造成4人遇难。": "eq 4 人 遇难",
        "议案以58票赞成获得通过。": "eq 58 票 赞成",
    },
    rejects=("4名工人遇难。",),
)
def happening(scene: Scene) -> Reading | None:
    at = scene.at + 1
    while scene.row.kinds[at] == "a":
        at += 1
    done_so = _how_often(scene)
    if done_so is not None:
        return done_so
    kind, (start, end) = scene.row.kinds[at], scene.row.spans[at]
    often = kind == "v" and end - start > 1 and scene.quantity.unit == "次"  # 15次收受贿赂
    if kind == "v" and scene.quantity.unit in _CASES and end - start > 1:
        often = scene.row.kinds[at + 1] in "、j|"  # 157宗查询
    if (kind != "w" and not often) or scene.quantity.dimension in ("ratio", "money"):
        return None
    return phrase(scene, start, end)


@rule(
    "metric.object",
    "so many people and what they got: 1.9万人获得任职资格",
    examples={
        "目前已有1.9万人获得首席质量官任职资格。": "eq 19000 人 首席质量官任职资格",
    },
    rejects=("1.9万名职工获得资格。",),
)
def obtained(scene: Scene) -> Reading | None:
    kinds, at = scene.row.kinds, scene.at + 1
    unit = scene.quantity.unit
    if unit not in ("人", "人次", "户", "户次"):
        return None
    needs = False
    while kinds[at] in "af":
        needs = needs or scene.slice(at, at) == "需"
        at += 1
    needs = needs or (kinds[at] == "v" and scene.text[scene.row.spans[at][0]] == "需")
    if not needs and any(made.quantity.unit for made in scene.made):
        return None
    if kinds[at] != "v" or kinds[at + 1] != "N":
        return None
    spans = scene.row.spans
    if needs and kinds[at + 2] == "w" and spans[at + 1][1] == spans[at + 2][0]:
        return phrase(scene, spans[at + 1][0], spans[at + 2][1])  # 1.2万人需紧急生活救助
    return noun_right(scene, at + 1)
