"""Rules for parts of what was counted before: 其中国家级67处, 浙江(15.8%)."""

from __future__ import annotations

from functools import cache

from qextract.extractors.metric_phrases import noun_left
from qextract.extractors.metric_right import noun_right
from qextract.extractors.metric_scene import (
    HARMED,
    Made,
    Reading,
    Scene,
    borrowed,
    previous,
    same_unit,
)
from qextract.extractors.metric_subjects import phrase, stands_for_other
from qextract.lexicon import table
from qextract.rules import rule

_PART_ENDS = frozenset("级类性")
_PLACE_ENDS = frozenset("省市县区镇乡村州旗国")
_SIZES = frozenset(("大型", "中型", "小型", "微型"))
_SCOPES = frozenset(("领域", "方面", "行业", "地区", "部分", "渠道", "境内", "境外"))


_REGIONS = frozenset(("中国内地", "中国大陆", "台湾地区", "内地", "大陆"))


@cache
def _sectors() -> frozenset[str]:
    """Nouns that name a part of anything: 公路, 农村."""
    return frozenset(term for term, row in table("metric_heads").items() if row[0] == "s")


def part_of(scene: Scene, noun: Reading, made: Made) -> Reading:
    """The noun as a part of what an earlier figure counts: 公路 and 客流量 give 公路客流量."""
    whole = made.reading.whole or made.reading.subject or ""
    if noun.subject in scene.places or (noun.subject or "").endswith("地区"):
        for size in (4, 3, 2):
            start = whole[:size]
            if (start in scene.places or start in _REGIONS) and len(whole) > size:
                whole = whole[size:]  # 法国失业率10.4%,英国7.1%
                break
    elif noun.subject and made.reading.whole is None and noun.subject[-1] in _PLACE_ENDS:
        whole = whole[whole.find(noun.subject[-1], 1, 5) + 1 :] or whole  # 甲国…,乙国5.5%
    if whole.startswith(noun.subject or "-") or whole in scene.places or whole in _REGIONS:
        return noun
    return noun._replace(subject=f"{noun.subject}{whole}", whole=whole)


def is_part(scene: Scene, noun: str) -> bool:
    """Whether a noun names a part or a region that has more of the noun said before."""
    if noun in scene.places or noun in _REGIONS or noun in _sectors():
        return True
    if len(noun) < 2:
        return False
    if noun[-1] in _PLACE_ENDS:
        return scene.quantity.unit != "个"  # 示范区6个 are counted themselves
    return noun[-1] in _PART_ENDS or noun[-2:] in _SCOPES or noun[-2:] in _SIZES


_IS = frozenset(
    ("为", "是", "均为", "都是", "系", "属", "属于", "则为", "同为", "则是", "全是", "多为")
)


@rule(
    "metric.predicate",
    "what so many are, where no noun stands in front: 其中38人是党员",
    examples={
        "扑火队员共52人,其中38人是党员。": "eq 38 人 党员",
        "建成示范区20个,其中8个为省级。": "eq 8 个 省级示范区",
    },
    rejects=("队员38人,是党员的骨干。",),
)
def predicate(scene: Scene) -> Reading | None:
    kinds, at = scene.row.kinds, scene.at
    if kinds[at + 1] not in "lv" or kinds[at + 2 : at + 3] != "N":
        return None
    if kinds[at + 3] not in "|、j" or scene.quantity.dimension != "count":
        return None
    if scene.slice(at + 1, at + 1) not in _IS or (
        scene.last >= 0 and kinds[scene.last] not in "e|、Q"
    ):
        return None
    noun = noun_right(scene, at + 2)
    whole = same_unit(scene)
    if noun is None or noun.subject is None or whole is None:
        return noun
    return part_of(scene, noun, whole) if is_part(scene, noun.subject) else noun


@rule(
    "metric.part",
    "a part of what was counted before: 其中国家级67处",
    examples={
        "建成示范区136处,其中国家级67处。": "eq 67 处 国家级示范区",
        "新登记企业2300家,总数达8.6万家。": "eq 86000 家 企业",
    },
    rejects=("建成示范区136处。",),
)
def part(scene: Scene) -> Reading | None:
    last = scene.last
    kinds = scene.row.kinds
    if last < 0:
        return None
    if kinds[last] == "e":
        said = scene.at + 1
        while kinds[said] in "ap":
            said += 1
        if kinds[said] == "w" and scene.slice(said, said).endswith(tuple(HARMED)):
            return phrase(scene, *scene.row.spans[said])  # 其中3人经抢救无效死亡
        return borrowed(same_unit(scene) or previous(scene))
    noun, whole = scene.noun, same_unit(scene)
    if whole is None and scene.made and scene.made[-1].reading.change:
        whole = scene.made[-1] if scene.made[-1].quantity.dimension == "ratio" else None
        if noun is None or not stands_for_other(noun.subject or ""):
            return None
    if noun is None or noun.subject is None or whole is None:
        return None
    if stands_for_other(noun.subject):
        latest = scene.made[-1] if scene.made else whole
        if latest.reading.change is not None and latest.quantity.dimension == "ratio":
            whole = latest  # 营业收入增长34.8%,总量达512亿元
        return Reading(whole.reading.subject, noun.span)
    if scene.slice(scene.at + 1, scene.at + 1) in HARMED:
        return None  # 死亡127人,其中青海有14人死亡
    used = last > 0 and kinds[last - 1] in "vw"  # 实际使用外资
    if is_part(scene, noun.subject) and not used:
        return part_of(scene, noun, whole)
    return None


@rule(
    "metric.in_brackets",
    "a figure in brackets behind its noun: 浙江(15.8%)",
    examples={
        "产品销量占总数的24.9%,其次是江北省(15.8%)。": "eq 15.8 % 江北省产品销量占总数比重",
    },
    rejects=("企业(共12家)",),
)
def in_brackets(scene: Scene) -> Reading | None:
    at, kinds = scene.at, scene.row.kinds
    if at < 2 or kinds[at - 1] != "|" or scene.text[scene.row.spans[at - 1][0]] != "(":
        return None
    last = at - 2
    if kinds[last] in "ud" and last and scene.row.spans[last][1] - scene.row.spans[last][0] == 1:
        last -= 1  # 阳性率高(26.5%)
    noun = noun_left(scene, last) if kinds[last] == "N" else None
    if noun is None:
        return None
    whole = same_unit(scene)
    if noun is None or whole is None or not whole.reading.subject:
        return noun
    return part_of(scene, noun, whole) if is_part(scene, noun.subject or "") else noun
