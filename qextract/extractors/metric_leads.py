"""What a figure is about, read off the clause before it."""

from __future__ import annotations

from dataclasses import replace

from qextract.extractors.metric_items import row
from qextract.extractors.metric_phrases import noun_left
from qextract.extractors.metric_scene import Reading, Scene
from qextract.extractors.metric_subjects import head_of, phrase
from qextract.rules import late

_TOPIC = late(r"([oaK]*+)N[wva|h]")
_GRANTS = late(r"补助|补贴|奖励|奖金|津贴|资助|补偿|救助|赔偿|罚款|扶持|慰问金|抚恤金")
_NEAR = 40


def grant(scene: Scene) -> Reading | None:
    """What is given where only the most for each is told: 按面积补助,单户最高8万元."""
    if scene.quantity.dimension != "money":
        return None
    start = scene.quantity.start
    each = any(
        scene.text[scene.row.spans[item][0]] in "每单" for item in range(scene.last + 1, scene.at)
    )
    most = scene.quantity.text.startswith("最高") and scene.last < 0
    if not (each or most) or (scene.noun is not None and scene.row.kinds[scene.last] != "w"):
        return None
    stop = max(0, scene.text.rfind("。", 0, start), scene.text.rfind("\n", 0, start))
    said = list(_GRANTS.finditer(scene.text, max(stop, start - _NEAR), start))
    return phrase(scene, *said[-1].span()) if said else None


_LEAD_NOUN = late(r"[oaKr_]*+[NwO(][NwOga(]*\|")
_LEAD_MOVES = late(r"[oaKr_]*+[NwO(][NwOga(]*[ab]*+[ud]\|")


_EXPECTED = late(r"预期|预估|预测|预计")


def led(scene: Scene) -> Reading | None:
    """The measure that the clause before names or says to move: 犯罪人数增多,共1200人."""
    if scene.lead is None:
        return None
    lead = row(scene.text, *scene.lead, ())
    if scene.quantity.dimension == "ratio" and _EXPECTED.search(
        scene.text, scene.row.spans[0][0], scene.quantity.start
    ):
        last = len(lead.kinds) - 2
        noun = noun_left(replace(scene, row=lead, at=last + 1), last) if last >= 0 else None
        return noun if noun and head_of(noun.subject or "") else None
    moves = _LEAD_MOVES.fullmatch(lead.kinds)
    if moves is None and _LEAD_NOUN.fullmatch(lead.kinds) is None:
        return None
    last = max(lead.kinds.rfind(kind) for kind in "NwO(")
    noun = noun_left(replace(scene, row=lead, at=len(lead.kinds) - 1), last)
    if noun is None or noun.subject is None:
        return None
    return noun if moves is not None or head_of(noun.subject) else None


_LIKE = late(r"[oa]*+N[vwa]{0,2}N?gN\|")
_SAYS = (
    "说",
    "表示",
    "介绍",
    "指出",
    "称",
    "透露",
    "认为",
    "强调",
    "补充",
    "回应",
    "提醒",
    "坦言",
    "获悉",
    "宣布",
    "公布",
    "证实",
    "质疑",
    "呼吁",
    "解释",
    "重申",
    "批评",
    "预计",
    "问",
    "答",
)


def topic(scene: Scene) -> Reading | None:
    """The noun that the clause before is about: 受访者中,六成三表示支持."""
    if scene.lead is None:
        return None
    if scene.text.endswith(_SAYS, 0, scene.lead[1]):
        return None
    lead = row(scene.text, *scene.lead, ())
    if lead.kinds.endswith("gN|") and "l" in scene.run and _LIKE.match(lead.kinds):
        return noun_left(replace(scene, row=lead, at=len(lead.kinds) - 1), len(lead.kinds) - 2)
    match = _TOPIC.match(lead.kinds)
    if match is None:
        return None
    start, end = lead.spans[match.end(1)]
    if scene.text[start] in "0123456789":
        return None  # 2018年7月成立中心
    if scene.text[end - 1] in "中里" and end - start > 2:
        end -= 1
    elif lead.kinds[match.end() - 1] not in "wva":
        return None
    return phrase(scene, start, end)
