"""Rules that read the noun beside a figure: 12家企业, 企业12家, 2公里隧道."""

from __future__ import annotations

from qextract.extractors.metric_deeds import WRONGLY
from qextract.extractors.metric_phrases import INSIDE, noun_left
from qextract.extractors.metric_right import noun_right
from qextract.extractors.metric_scene import (
    Reading,
    Scene,
    borrowed,
    change_of,
    in_front,
    previous,
    same_unit,
)
from qextract.extractors.metric_subjects import head_of, phrase
from qextract.rules import late, rule

_DESCRIBED = late(r"(?:[vwpl]|N(?=p))[vwaNplour]{0,6}gN")


@rule(
    "metric.classifier_noun",
    "figure, classifier, noun: 12家企业",
    examples={
        "活动为300余家企业提供服务。": "gt 300 家 企业",
        "设有5个质量管理小组。": "eq 5 个 质量管理小组",
    },
    rejects=(
        "企业12家获奖。",
        "要实现“四个转变”。",
    ),
)
def classifier_noun(scene: Scene) -> Reading | None:
    if scene.quantity.dimension not in ("count", "other"):
        return None
    kinds, at = scene.row.kinds, scene.at
    if scene.quantity.unit == "次" and kinds[at + 1 : at + 3] in ("Nv", "Nw", "Np"):
        return None if scene.slice(at + 1, at + 1) in WRONGLY else noun_right(scene, at + 1)
    if scene.quantity.unit is None:
        end = scene.quantity.end
        regions = REGIONS.match(scene.text, end)
        if regions:
            return phrase(scene, *regions.span())  # 28省市案件412起
        if _LONE.match(scene.text, end):
            return Reading(scene.text[end], (end, end + 1))  # 盐城、喀什3地试种
    if scene.quantity.unit in _CASES and kinds[at + 1] in "vw":
        whole = _CASE.match(scene.text, scene.quantity.end)
        if whole:
            return phrase(scene, *whole.span())  # 5起违反有关规定问题
    if scene.quantity.unit == "票" and kinds[at + 1] == "w":
        return None  # 12票反对
    if kinds[at - 1 : at + 2] == "hQw":
        return phrase(scene, *scene.row.spans[at + 1])  # 沈阳鼓风机集团等3家组织
    noun = noun_right(scene, at + 1)
    if noun is None or noun.span is None:
        return noun or _compound(scene, at + 1) or described(scene, at + 1)
    if scene.quantity.unit is None:
        start, end = noun.span
        if scene.text[start] == "大" and end - start > 2:
            return phrase(scene, start + 1, end)  # 六大领域
    if kinds[at + 1 : at + 3] == "N|" and scene.text.endswith(_STILL, 0, scene.quantity.start):
        made = same_unit(scene)
        if made is not None and kinds[scene.last - 1 : scene.last + 1] == "QN":
            return borrowed(made)  # 26艘货轮已有9艘改道
    bears = kinds[at + 1] == "N" and kinds[at + 2] in "alfubd"
    if bears:
        head = head_of(noun.subject or "")
        bare = (noun.subject or "")[: -len(head)] if head else ""
        bearer = next((b for b in _BEARERS if bare.startswith(b)), "")
        if bearer and bare != bearer:
            return phrase(scene, noun.span[0], noun.span[0] + len(bearer))  # 28个城市优良天数比例
        if scene.quantity.unit in _WHOLES and not bare.endswith(_BEARERS):
            head = ""
        if head and len(head) + 1 < len(noun.subject or ""):
            return phrase(scene, noun.span[0], noun.span[1] - len(head))  # 三家企业产量为
    return noun


REGIONS = late(r"省区市|省市|省份|省区|市州|市县|县区|区县|县市|乡镇|盟市|部委|部门|州市|镇街|镇村")
_CASES = frozenset(("起", "宗", "件", "例", "桩"))
_CASE = late(
    r"[^,。;:!?、“”()\n0-9]{2,22}?(?:问题|案件|案例|事件|事故|行为)(?=[,。;:!?、)\n]|进行|予以|给予|被)"
)
_LONE = late(r"[地车](?![区市块点])|[市省县区](?![区州市镇乡直级属内外辖长企域间划])")
_FINITE = frozenset(
    [
        "涉及",
        "符合",
        "属于",
        "来自",
        "当选",
        "出自",
        "入选",
        "获得",
        "荣获",
        "通过",
        "列入",
        "纳入",
        "包括",
        "存在",
        "发生",
        "采用",
        "使用",
        "参加",
        "进入",
        "完成",
        "实现",
        "得到",
        "取得",
        "位于",
        "需要",
        "需",
        "没有",
    ]
)
_RESULTS = frozenset("为到成入于出了过作给")
_AGENTS = frozenset(("人", "人次", "名", "位", "家", "户", "户次", "国"))


def _compound(scene: Scene, first: int) -> Reading | None:
    """Verbs right before a noun, all of them one name, where no one acts: 9100个资助出售单位."""
    kinds, last = scene.row.kinds, first
    while kinds[last] in "vw" and last < first + 3:
        last += 1
    if last == first or scene.quantity.unit in _AGENTS or scene.quantity.unit is None:
        return None
    start, end = scene.row.spans[first]
    verb = scene.text[start:end]
    if "e" in kinds or verb in _FINITE or verb[-1] in _RESULTS or verb[0] in "不未获被":
        return None  # 其中3项转化为国家标准
    if end - start < 2 or scene.row.spans[last - 1][1] != scene.row.spans[last][0]:
        return None
    if kinds[last] != "N" or kinds[last + 1] not in "、|j":
        return None
    return phrase(scene, start, scene.row.spans[last][1])


_STILL = ("已有", "仅有", "只有", "尚有", "还有", "仍有")
_BEARERS = ("省市", "省份", "城市", "地区", "国家", "行业", "区县", "县区", "盟市")
# Units of what is measured, not of what bears a measure.
_WHOLES = frozenset(("项", "个", "种", "类", "大"))


def described(scene: Scene, at: int) -> Reading | None:
    """The noun behind what is said of it: 3家获得奖项的企业."""
    if scene.row.kinds[at] == "l" and scene.slice(at, at) not in _HAVE:
        return None
    match = _DESCRIBED.match(scene.row.kinds, at)
    return noun_right(scene, match.end() - 1) if match else None


_HAVE = frozenset(("有", "没有", "拥有", "具有", "无"))


_EQUALS = frozenset(("为", "是", "仅为", "约为", "相当于", "约相当于", "仅相当于"))
_LEVELS = (
    "水平", "增幅", "涨幅", "跌幅", "降幅", "升幅", "减幅", "幅度", "增速", "速度", "高位",
    "低位", "增长", "增长率", "高点", "低点", "新高", "新低",
)  # fmt: skip
_LEVEL_KINDS = frozenset("udbanN")


@rule(
    "metric.level",
    "a level that something has, named behind it: 维持在3%的低水平, 以5%的速度增长",
    examples={
        "失业率仍处在3%的低水平。": "eq 3 % 失业率",
        "零售额录得3.5%的按年增幅。": "eq 3.5 % 零售额",
    },
    rejects=("达到98%的合格率。",),
)
def level(scene: Scene) -> Reading | None:
    kinds, at = scene.row.kinds, scene.at
    paced = kinds[at + 1 : at + 3] == "gN" and scene.text.startswith(
        "速度", scene.row.spans[at + 2][0]
    )
    if scene.quantity.dimension not in ("ratio", "temperature") and not paced:
        return None  # 每天以9公里的速度生长
    end = at + 1
    if kinds[end] == "g":
        end += 1
    elif scene.run[-1:] != "l" or kinds[end] not in "ud":
        return None  # 录得33.1%增幅
    while kinds[end] in _LEVEL_KINDS:
        end += 1
    if kinds[end - 1] in "Qg" or not scene.text.endswith(_LEVELS, 0, scene.row.spans[end - 1][1]):
        return None
    last = scene.last
    while last >= 0 and kinds[last] in "vpaKlc":
        last -= 1
    change = change_of(kinds[at + 2 : end] + kinds[end])
    noun = noun_left(scene, last) or borrowed(in_front(scene) or previous(scene))
    return noun._replace(change=change) if noun.subject else None


_SAID = late(r"[vwp]a?N?(?:[、j][vw]?N)*$")


def those(scene: Scene, last: int) -> Reading | None:
    """Who or what a clause before 的 is said of (水质优良的有70个): the actor, or what was counted."""
    kinds = scene.row.kinds
    said = _SAID.search(kinds, max(0, last - 8), last + 1)
    if said and said.start() and kinds[said.start()] in "vw" and kinds[said.start() - 1] == "N":
        return noun_left(scene, said.start() - 1)  # 申请者获编配单位的有1320宗
    made = same_unit(scene)
    return borrowed(made) if made is not None and made.reading.subject else None


@rule(
    "metric.of",
    "a multiple or a part of something said: 上年的1.6倍",
    examples={
        "平均工资为全国平均水平的1.2倍。": "eq 1.2 倍 平均工资",
    },
    rejects=("自主研发的16兆瓦风机下线。",),
)
def of(scene: Scene) -> Reading | None:
    last = scene.last
    kinds = scene.row.kinds
    if last < 1 or kinds[last] != "g":
        return None
    if kinds[scene.at + 1] == "N" and scene.quantity.dimension != "ratio":
        return None  # 自主研发的16兆瓦风机
    base = noun_left(scene, last - 1)
    if base is None or base.subject == "中":
        return borrowed(previous(scene))  # 议会450席中的234席
    if scene.quantity.dimension == "count" and scene.quantity.unit and kinds[scene.at + 1] != "N":
        aged = (base.subject or "")[:1].isdigit()
        return those(scene, last - 1) or (borrowed(previous(scene)) if aged else base)
    if scene.quantity.unit == "倍" and scene.made and kinds.find("N") == last - 1:
        return borrowed(scene.made[-1])  # 纯利润2800元,是单种水稻的4倍
    back = last - 1
    while back >= 0 and (kinds[back] in INSIDE or kinds[back] == "o"):
        back -= 1
    if (back > 0 and kinds[back] in "lc") or (back == 0 and scene.slice(0, 0) in _EQUALS):
        while back >= 0 and kinds[back] in "alcK":
            back -= 1
        other = noun_left(scene, back)
        if other is None and back < 0 and scene.made:
            return borrowed(scene.made[-1])  # 蓄水量3.2亿立方米,为多年平均的86%
        return other or base
    return base


@rule(
    "metric.measure_noun",
    "measure, noun: 2公里隧道, 90%以上的企业",
    examples={
        "力争90%以上的县域达到标准。": "ge 90 % 县域",
        "全线铺设30公里光缆。": "eq 30 公里 光缆",
    },
    rejects=("光缆30公里。",),
)
def measure_noun(scene: Scene) -> Reading | None:
    first = scene.at + 1
    if scene.text.startswith("一案", scene.quantity.end):
        return None  # 被骗11.8万元一案
    if scene.quantity.dimension == "money" and scene.row.kinds[first] == "w":
        return phrase(scene, *scene.row.spans[first])
    return noun_right(scene, first)
