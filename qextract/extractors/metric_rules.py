"""The rules that tell what a figure counts or measures, in the order in which they are tried.

A rule looks at one figure in its row of items (`metric_items`) and at what was read before, and
gives a `Reading`, or nothing, and then the next rule is asked.
"""

from __future__ import annotations

from qextract.extractors import metric_deeds as deeds
from qextract.extractors import metric_nouns as nouns
from qextract.extractors import metric_parts as parts
from qextract.extractors import metric_series as series
from qextract.extractors.metric_before import MEASURES, noun_before
from qextract.extractors.metric_items import row
from qextract.extractors.metric_leads import grant, led, topic
from qextract.extractors.metric_phrases import BETWEEN, noun_left
from qextract.extractors.metric_right import noun_right
from qextract.extractors.metric_scene import (
    CLOSES,
    HARMED,
    Reading,
    Scene,
    borrowed,
    change_of,
    previous,
    same_unit,
)
from qextract.extractors.metric_subjects import head_of, heads, person_end, phrase
from qextract.rules import Rule, rule


@rule(
    "metric.label_value",
    "a label, then its figure: on the next line, or behind a colon",
    examples={
        "中标结果公告\n工程总投资\n2.36亿元\n建设规模\n约1.5万立方米/日": "eq 236000000 元 工程总投资",
        "一、已完成投资\n2021年\n1250万元": "eq 12500000 元 已完成投资",
        "港名\n吞吐量\n同比\n东港\n120万吨\n增6.2%\n西港\n90万吨\n降1.5%": "eq 900000 吨 吞吐量",
    },
    rejects=("会议结束。\n共有12家企业参加会议。",),
)
def label_value(scene: Scene) -> Reading | None:
    if scene.label is None:
        return None
    kinds = scene.row.kinds
    if kinds[scene.at + 1 :].strip("|(K_") or kinds[: scene.at].strip("acl_") not in ("", "Ng"):
        return None
    label = row(scene.text, *scene.label, ())
    connectives = label.kinds[:-1]
    if connectives and all(kind in BETWEEN for kind in connectives):
        return borrowed(previous(scene), change_of(connectives))  # 同比增长 / 5%
    return phrase(scene, *scene.label)


_QUOTED = ("指数", "综指", "成指", "价", "价格", "期货", "汇率", "指", "原油", "黄金", "期金")


def _closed(scene: Scene, last: int) -> Reading | None:
    """What closed at a level: an index or a price; a share's own price is told by the verb."""
    noun = noun_left(scene, last - 1) if last else borrowed(previous(scene))
    if noun is None or noun.subject is None:
        return None
    listed = scene.quantity.unit == "点" or noun.subject.endswith(_QUOTED)
    return noun._replace(change=None) if listed else None


@rule(
    "metric.verb",
    "the verb tells what is counted: 处理12人, 出席97人",
    examples={
        "全年审结312件。": "eq 312 件 审结",
        "全市生猪存栏152万头。": "eq 1520000 头 生猪存栏",
    },
    rejects=("审结案件312件。",),
)
def verb(scene: Scene) -> Reading | None:
    last, kinds = scene.last, scene.row.kinds
    if last < 0 or kinds[last] != "w":
        return None
    if scene.quantity.dimension == "duration" and kinds[scene.at + 1] == "N":
        return None  # 判处5年以上有期徒刑
    start, end = scene.row.spans[last]
    if end - start > 2 and scene.text[end - 1] in "了过":
        end -= 1  # 录取了1285人
    if scene.text[start:end] in CLOSES and (closed := _closed(scene, last)):
        return closed
    if kinds[scene.at + 1] in "pv" and scene.quantity.dimension in MEASURES:
        described = nouns.described(scene, scene.at + 1)
        if described is not None:
            return described  # 进口1260公斤未附证明书的猪肉
    if kinds[scene.at + 1 : scene.at + 3] == "gN" and (not last or kinds[last - 1] != "N"):
        return noun_right(scene, scene.at + 1)  # 占地85亩的基地
    if last and kinds[last - 1] == "N" and scene.row.spans[last - 1][1] == start:
        before = noun_left(scene, last - 1)
        begin = before.span[0] if before and before.span else scene.row.spans[last - 1][0]
        if scene.text[start - 1] == "中" and start - begin > 2:
            begin = start  # 在行动中拘捕21人
        return phrase(scene, begin, end)  # 生猪存栏152万头
    if last and kinds[last - 1] == "a" and scene.row.info[last - 1] == "join":
        start = scene.row.spans[last - 1][0]  # 每股派息0.89元
    found = phrase(scene, start, end)
    topic = last - 1
    while topic >= 0 and scene.row.kinds[topic] in "aK_(":
        topic -= 1
    noun = noun_left(scene, topic) if topic < last - 1 else None
    if found and noun:
        joined = scene.row.info[topic + 1 : last]
        if joined and all(word == "join" for word in joined):
            return phrase(scene, (noun.span or (start, end))[0], end)  # 法官人均结案
        return noun._replace(subject=f"{noun.subject}{found.subject}")  # 流感疫苗今年累计接种
    made = same_unit(scene) if scene.made else None
    if scene.quantity.dimension == "money" or made is None or made.bare_verb:
        return found
    said = scene.text[start:end]
    if (
        scene.row.info[last] == "join"
        or scene.quantity.unit == "分"
        or said.endswith(tuple(HARMED))
    ):
        return found  # 死亡63例, 拦网3分
    if found and found.subject and made.reading.subject:
        whole = made.reading.subject
        return found if found.subject in whole else found._replace(subject=found.subject + whole)
    return found


@rule(
    "metric.carried",
    "a figure without a noun goes on with the last one's",
    examples={
        "共征集意见236条,采纳189条。": "eq 189 条 意见",
    },
    rejects=("采纳189条。",),
)
def carried(scene: Scene) -> Reading | None:
    kinds, at, last = scene.row.kinds, scene.at, scene.last
    if at and kinds[at - 1] == "Q" and scene.made:
        return borrowed(scene.made[-1])  # 转移群众326户1108人
    ahead = grant(scene) or (led(scene) if last < 0 else None)
    if ahead is not None:
        return ahead
    quoted = last < 0 < at and scene.slice(at - 1, at - 1) in _QUOTES
    if quoted and scene.made and scene.made[-1].reading.change:
        return borrowed(scene.made[-1])  # 某控股涨4.2%,报312.6港元
    if last >= 0 and (agent := _measured(scene)):
        return agent  # 营业额在过去一年录得8600万令吉
    if at and kinds[at - 1] == "a" and scene.quantity.dimension == "count":
        start, end = scene.row.spans[at - 1]
        if scene.text[start] == "每" and scene.text[start + 1 : end] not in _TIMES:
            return phrase(scene, start, end)  # 每手500股
    made = previous(scene) if scene.quantity.dimension == "ratio" else same_unit(scene)
    if made is None and scene.made and scene.last < 0 and "l" in scene.run:
        made = previous(scene)  # 深圳成指跌0.8%,报9876点
    persons = scene.quantity.unit in ("人", "名", "人次") or (
        made is not None and "均" in (made.reading.subject or "")
    )
    if persons and last > 0 and kinds[last - 1 : last + 1] in ("Nv", "Ov") and deeds.done(scene):
        agent = noun_left(scene, last - 1)
        if agent and agent.subject and agent.subject[-1] in _BODIES:
            return deeds.done(scene)  # 群众约5000人,警方逮捕23人
    if made is None or made.bare_verb:
        done = deeds.done(scene)
        if done and made is not None:
            return done  # 处罚3件、查封扣押17件
    if kinds[max(0, at - 3) : at] == "QN、" and scene.quantity.dimension in MEASURES and scene.made:
        made = scene.made[-1]  # 5条线路、148.3公里
    return None if made is None else borrowed(made)


_SERVES = frozenset(("担任", "出任", "任", "受聘为", "当选", "当选为", "成为"))
# What persons are together; a post is only one person's.
# fmt: off
_ROLES = (
    "嫌疑人", "疑犯", "嫌犯", "罪犯", "被告人", "被告", "被害人", "群众", "村民", "居民", "市民", "职工", "员工", "工人",
    "人员", "学生", "师生", "旅客", "乘客", "游客", "患者", "负责人", "干部", "专家", "代表", "委员", "党员", "官兵",
    "战士", "民警", "队员", "志愿者", "业主", "司机", "农民", "选手", "球员", "运动员", "教师", "老师", "男子", "女子",
    "股东", "客户", "成员",
)
# fmt: on


@rule(
    "metric.and_others",
    "persons named, and how many they were: 犯罪嫌疑人林某、黄某等21人, 抓获林某等21人",
    examples={
        "警方抓获林某、黄某等21人。": "eq 21 人 抓获",
        "犯罪嫌疑人林某、黄某等21人落网。": "eq 21 人 犯罪嫌疑人",
    },
    rejects=("抓获21人。",),
)
def and_others(scene: Scene) -> Reading | None:
    kinds, at, spans = scene.row.kinds, scene.at, scene.row.spans
    if scene.quantity.unit not in ("人", "名", "位") or kinds[at - 1 : at] != "h":
        return None
    if kinds[at + 1] == "N":
        return None  # 林某等5名队员
    if kinds[at + 1] in "vw" and scene.slice(at + 1, at + 1) in _SERVES:
        return noun_right(scene, at + 2)  # 等6人担任评委
    low = at - 1
    while low > 0 and kinds[low - 1] in "NOp、j" and low > at - 16:
        low -= 1
    for item in range(low, at):
        if kinds[item] in "NO":
            end = person_end(scene.text, *spans[item])
            if end and scene.text.endswith(_ROLES, 0, end):
                return phrase(scene, spans[item][0], end)
    return phrase(scene, *spans[low - 1]) if low and kinds[low - 1] in "vw" else None


@rule(
    "metric.actor",
    "the noun before the verb: 中欧班列开行212列",
    examples={
        "中欧班列全年开行212列。": "eq 212 列 中欧班列",
    },
    rejects=("开行212列。",),
)
def actor(scene: Scene) -> Reading | None:
    last = scene.last
    kinds = scene.row.kinds
    while last >= 0 and kinds[last] in "vwabmK_(f":
        last -= 1
    noun = noun_left(scene, last)
    if noun and noun.subject == "车":
        return None  # 46车227人
    if scene.quantity.dimension == "duration" and (done := deeds.done(scene)):
        return done  # 被告人分别获刑一年至八年
    if noun and noun.subject and (noun.subject[-1] in _BODIES or noun.subject.endswith(_DISASTERS)):
        return deeds.done(scene) or noun  # 入境处拘捕21人
    return noun


def _measured(scene: Scene) -> Reading | None:
    """The measure that the clause is about, with other words between: 营业额在一年里录得8600万."""
    last = scene.last
    while last >= 0 and scene.row.kinds[last] in "vabmK_(f":
        last -= 1
    noun = noun_left(scene, last) if last < scene.last else None
    held = scene.slice(scene.last, scene.last) == "在" and scene.quantity.dimension != "count"
    if held and noun is not None and last == scene.last - 1:
        return noun  # 录取线在75分上下
    if noun is None or (noun.subject or "").endswith("半数"):
        return None  # 距过半数还差6席
    if heads().get(head_of(noun.subject or "") or noun.subject or "") != "r":
        return None
    return noun


_QUOTES = frozenset(
    ("至", "到", "达", "达到", "报", "收", "现报", "报收", "收报", "收于", "报于", "收在")
)
_DISASTERS = (
    "事故",
    "灾害",
    "地震",
    "火灾",
    "爆炸",
    "台风",
    "洪水",
    "行动",
    "活动",
    "形式",
    "方式",
    "名义",
    "手段",
    "渠道",
    "过程",
    "期间",
)
_BODIES = frozenset("局处署院队会部厅委府方司政警关行厂")


_TIMES = frozenset("天日周月季年小时分秒晚")


@rule(
    "metric.bare",
    "a figure whose noun stands elsewhere in the sentence",
    examples={
        "受访者中,六成三表示支持。": "eq 63 % 受访者",
        "租住单位共8平方米(约86平方呎)。": "approx 86 平方呎 租住单位",
    },
    rejects=("12家企业获奖。",),
)
def bare(scene: Scene) -> Reading | None:
    kinds, at = scene.row.kinds, scene.at
    beside = kinds[max(0, at - 1) : at] == "Q" or kinds[max(0, at - 2) : at] == "Qj"
    if kinds[max(0, at - 2) : at] == "Q|" and scene.text[scene.row.spans[at - 1][0]] == "(":
        beside = bool(scene.made) and scene.made[-1].quantity.dimension == scene.quantity.dimension
    if scene.made and beside:
        return borrowed(scene.made[-1])  # 8平方米(约86平方呎)
    for item in range(scene.last + 1, at):
        start, end = scene.row.spans[item]
        if scene.text[start] == "每" and scene.quantity.dimension == "money":
            unit = scene.text[start + 1 : end]
            for made in reversed(scene.made):
                if made.quantity.unit == unit:
                    return borrowed(made)  # 卖出42桶油,每桶98元
        per = scene.text[start : start + 2]
        if per[0] == "每" and per[1:] not in _TIMES and scene.quantity.dimension == "count":
            return phrase(scene, start + 1, end)  # 每班不超过45人
    named = topic(scene)
    way = change_of(scene.run)
    if named:
        return named._replace(change=way)
    return deeds.done(scene) or (Reading(None, None, way) if way else None)


# Rules that look at other figures; asked only where a sign of one stands near (`near_others`).
WITH_OTHERS: tuple[Rule, ...] = (
    label_value,
    parts.in_brackets,
    series.shared_noun,
    series.in_list,
    series.from_to,
    series.distributive,
    series.share,
    series.change,
    nouns.level,
    deeds.score,
)
ALONE: tuple[Rule, ...] = (
    and_others,
    nouns.classifier_noun,
    parts.predicate,
    parts.part,
    deeds.given,
    deeds.penalty,
    deeds.undergone,
    noun_before,
    nouns.of,
    deeds.purpose,
    deeds.happening,
    verb,
    nouns.measure_noun,
    deeds.obtained,
    carried,
    actor,
    bare,
)
_SIGNS = frozenset("fudsr")


def near_others(scene: Scene) -> bool:
    """Whether a rule of `WITH_OTHERS` may apply: a list, a change, a share, a label is near."""
    kinds, at, last, unit = scene.row.kinds, scene.at, scene.last, scene.quantity.unit
    return (
        scene.label is not None
        or (last >= 0 and kinds[last] in "、jQ|")
        or kinds[at + 1] in "、j"
        or not _SIGNS.isdisjoint(scene.run)
        or "s" in kinds[max(0, at - 12) : at]
        or unit in deeds.SCORES
        or (unit == "%" and kinds[at + 1] in "gud")
    )
