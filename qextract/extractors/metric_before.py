"""The rule of the noun in front of a figure, and of what stands between the two."""

from __future__ import annotations

from qextract.extractors.metric_phrases import noun_left
from qextract.extractors.metric_right import noun_right
from qextract.extractors.metric_scene import HARMED, Reading, Scene, borrowed, previous
from qextract.extractors.metric_subjects import head_of, heads, phrase
from qextract.rules import late, rule

_DISPOSED = frozenset("将把")

_GIVEN = late(r"(?!gN)[vwpcNa]{1,4}gN")

_PHASE = late(
    r"(?:第[一二三四五六七八九十0-9]{1,2}|前一|首|本|上|下|[A-Z]\+?|天使)[期批轮]|目标值?"
)

_PAYS = frozenset("付给花收掏交存赔捐领欠赚耗筹汇借贷拿送")

_ABOVE = frozenset(("高于", "低于", "优于", "快于", "好于", "多于", "少于", "超过"))

_PENALTIES = ("罚款", "罚金", "赔付", "赔偿", "赔偿金", "补偿", "奖励", "违约金")

_AVERAGES = ("平均水平", "平均值", "平均线", "平均")
_RATES = ("率", "比", "比例", "比重", "度", "幅", "量", "标准", "水平")

_PLANS = ("计划", "任务", "目标", "目标任务", "年初预算", "全年预算")

_EXTENT = frozenset(
    (
        "全长",
        "总长",
        "长",
        "高",
        "宽",
        "深",
        "重",
        "总重",
        "净重",
        "长约",
        "高约",
        "重约",
        "海拔",
        "高度",
        "深度",
        "长度",
        "宽度",
    )
)

#: Dimensions of what is measured, not counted.
MEASURES = frozenset(
    ("length", "area", "mass", "volume", "power", "energy", "speed", "temperature", "data")
)


@rule(
    "metric.noun_before",
    "noun, figure, with or without a verb between: 企业12家, 营业收入达5亿元",
    examples={
        "新增高新技术企业12家。": "eq 12 家 高新技术企业",
        "营业收入达到5.2亿元。": "eq 520000000 元 营业收入",
        "城镇登记失业率控制在4.5%以内。": "le 4.5 % 城镇登记失业率",
    },
    rejects=("12家企业获奖。",),
)
def noun_before(scene: Scene) -> Reading | None:
    last, run = scene.last, scene.run
    kinds = scene.row.kinds
    noun = noun_left(scene, last - 1) if last > 0 and kinds[last] == "h" else scene.noun
    if noun is None or noun.subject is None:
        return noun
    phase = _PHASE.fullmatch(noun.subject) is not None
    if phase and kinds[scene.at + 1] in "Nw":
        return None  # 前一期八百亿元预算
    if phase and previous(scene) is not None:
        return borrowed(previous(scene))  # 目标2030年提高到86%, 第一期210亿元
    if run.strip("ola") == "" and run and scene.slice(scene.at + 1, scene.at + 1) in HARMED:
        return None  # 缅甸全国144人死亡
    if noun.subject == "车" and last and kinds[last - 1] == "Q" and not run:
        return None  # 20车102人
    paid = not run and scene.quantity.dimension == "money" and kinds[scene.at + 1] == "N"
    if paid and len(noun.subject) > 2 and noun.subject[-1] in _PAYS:
        return None  # 答应掏三万元养老钱
    above = scene.quantity.text.endswith(("以上", "以下", "以内"))
    if (
        above
        and not run
        and scene.quantity.dimension == "money"
        and kinds[scene.at + 1 : scene.at + 3] == "gN"
    ):
        return noun_right(scene, scene.at + 1) or noun  # 凡三千元以上的开支
    if kinds[last + 1] == "a" and scene.slice(last + 1, last + 1) == "期间" and last > 1:
        earlier = noun_left(scene, last - 1 - (kinds[last - 1] == "r"))
        if earlier:
            return earlier  # 航班由暑运期间每周56班增至64班
    owned = not run and kinds[last] == "O" and kinds[scene.at + 1] == "N"
    if owned and scene.quantity.dimension == "money" and noun_right(scene, scene.at + 1):
        return None  # 某银行50亿元二级资本债
    if run.endswith("a") and scene.text[scene.quantity.start - 1] in _DISPOSED:
        given = _GIVEN.match(kinds, scene.at + 1)
        if given or kinds[scene.at + 1] not in "|、(":  # 将42桶超过保质期的油, but 比例将不低于30%
            return noun_right(scene, given.end() - 1) if given else None
    if (
        not run
        and kinds[scene.at + 1] == "N"
        and scene.quantity.dimension in MEASURES
        and not scene.quantity.text.endswith(("内", "外"))
        and noun_right(scene, scene.at + 1)
    ):
        return (
            noun if noun.subject in _EXTENT or head_of(noun.subject) else None
        )  # 世界最薄0.12毫米超薄玻璃
    if (
        not run
        and scene.quantity.dimension == "ratio"
        and kinds[scene.at + 1 : scene.at + 3] == "gN"
        and last > 0
        and kinds[last - 1] in "vc"
        and not noun.subject.endswith(_RATES)
    ):
        right = noun_right(scene, scene.at + 1)  # 配备不低于额定乘员数110%的救生衣
        return noun if right is None or (right.subject or "").startswith(_RATES) else right
    if kinds[scene.at + 1] == "g" and noun.subject in _EXTENT and kinds[scene.at + 2] == "N":
        return noun_right(scene, scene.at + 1) or noun  # 全长3.2公里的海堤
    made = previous(scene)
    if scene.quantity.unit == "倍" and not run:
        if last and kinds[last - 1] == "c" and made is not None:
            return borrowed(made)  # 检出值为2.3,超出标准值1.5倍
        if kinds[scene.at + 1 : scene.at + 3] in ("gN", "gw"):
            first = scene.at + 1 + (kinds[scene.at + 2] == "N")
            paid_out = noun_right(scene, scene.at + 1) or phrase(scene, *scene.row.spans[first + 1])
            if paid_out and (paid_out.subject or "").startswith(_PENALTIES):
                return paid_out  # 处以成交额10倍的赔付
    planned = scene.quantity.dimension == "ratio" and not run and noun.subject.endswith(_PLANS)
    if planned and made and made.reading.subject:
        return borrowed(made)  # 投资完成246亿元,完成年度计划82.3%
    if made and "l" in run and noun.subject[-1] == "后" and noun.span and len(noun.subject) > 2:
        return borrowed(made)  # 优良天数比例87%,剔除沙尘影响后为93%
    if (
        not run
        and kinds[scene.at + 1] in "wp"
        and (
            noun.subject[-1] == "致"
            or (last > 0 and kinds[last - 1] == "Q")
            or scene.slice(scene.at + 1, scene.at + 1) in HARMED
        )
    ):
        return None  # 12个乡镇3.6万人受灾, 事故致3人死亡
    than = last - 1 - (kinds[last - 1 : last] == "o")
    if (
        (scene.quantity.unit == "个百分点" or noun.subject.endswith(_AVERAGES))
        and than >= 0
        and (kinds[than] == "t" or scene.slice(than, than) in _ABOVE)
    ):
        return noun_left(scene, than - 1) or borrowed(made)  # 得票率52.3%,领先对手3个百分点
    within = (
        noun.subject[-1] in "中里" and len(noun.subject) > 2 and noun.subject[-2] not in "高初集"
    )
    if within and noun.span and ("l" in run or kinds[scene.at + 1] == "l"):
        return phrase(scene, noun.span[0], noun.span[1] - 1)  # 展品里有140多件
    if heads().get(noun.subject) == "c" and made is not None:
        return noun._replace(subject=f"{made.reading.subject or ''}{noun.subject}")
    return noun
