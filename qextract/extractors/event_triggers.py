"""Verbs that say what happened: found once per article, ambiguous ones told by their neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from qextract.extractors.event_guards import ALLEGED, CASE_BEHIND, GUARDS, VICTIMS
from qextract.lexicon import Terms, table, words
from qextract.mentions import Place, Span
from qextract.rules import Pattern, late


class Trigger(NamedTuple):
    """A verb: strength A makes an event of any dated clause, B only of a precise date.

    shape says where the event's name stands (`held`, `title`, `subject`, `object` …).
    """

    verb: str
    start: int
    end: int
    kind: str
    strength: str
    shape: str


NEGATIONS = frozenset("未不没非勿")
NEGATED = ("没有", "未经", "并未", "不再", "不会", "暂不")

AFRICAS = ("南非", "北非", "东非", "西非", "中非")
"""Names that end in the letter of a negation."""

NONE_AT_ALL = late(
    r"(?<!有)(?:没有|无|从未有)(?:任何|一[家个名例趟起人次列架辆])[^,。;:!?\n]{0,14}$"
)
"""What denies a verb further on in its clause (没有一趟列车停运)."""

NONE_REACH = 20
"""How far before a verb what denies it may begin, in code points."""

NOUN_BEHIND = Pattern(
    "event.noun_behind",
    "what stands behind a verb that is the front of a noun (启动仪式, 开工现场会, 检查组)",
    r"仪式|典礼|大会|会议|业协会|任务|损害|责任|纠纷|特别预算|预算|事项|工作|活动|计划|方案|办法|规定|制度|机制|行动|日期|率|量|金额|人员|者|地点|情况|问题|条件"
    r"|标准|能力|水平|案件|案例|案(?=[,。、])|名单|机构|部门|单位|通知|中心|平台|难|点|费|奖|会(?=[^,。长])|时间|款|价"
    r"|权|书|期|职责|细则|组|局|处|站|厅|所|员|船(?!舶)|团|人(?=[,。、的])|合格率|收入|上限|里程|值|罪|公款罪|资金罪|贿赂|为名|成果|场|要求|精神|安排|态势|势头|性|增长|进程|进度|阶段|期间|过程|前后"
    r"|日(?![本报])|公告|史|法(?![国院])|店|站|商(?![品业])|操作|事故|事件|班(?!列|车|机|子)|病例|节(?![目约能水])",
    examples={"仪式在县城举行": "仪式", "组组长": "组", "日活动": "日"},
    rejects=("在昆明",),
)

UNIT_BEHIND = Pattern(
    "event.unit_behind",
    "what stands behind a verb of issuing that is the front of a noun (发布会, 起草组, 修订草案)",
    r"会(?![议长])|事项|单位|时间|日期|工作|组(?!长)|率|机构|平台|者|人(?!大|民|事|社|武)|渠道|草案|稿|间|本(?!省|市|县|区)",
    examples={"会在省城举行": "会", "单位名单": "单位"},
    rejects=("《办法》",),
)

PART_BEHIND = Pattern(
    "event.part_behind",
    "what stands behind a verb of holding that only says by whom, where or when (举办地, 主办方)",
    r"典礼|礼(?![物品貌])|权|地(?![方铁球区])|方(?!案)|者|单位|国(?=[,。、;的])|城市(?=[,。、;])|时间|日期|期间|之[地时]|[式词]",
    examples={"权花落临川": "权", "方表示": "方"},
    rejects=("国际论坛", "年度大会"),
)

CLOSED_BEHIND = {
    "title": UNIT_BEHIND,
    "award": UNIT_BEHIND,
    "held": PART_BEHIND,
    "force": None,
    "post": UNIT_BEHIND,
}
"""Shape -> what makes a noun of its verbs; the other shapes ask NOUN_BEHIND."""

LIGHT = frozenset(
    {
        "开展",
        "展开",
        "进行",
        "组织",
        "组织开展",
        "受到",
        "查处",
        "打掉",
        "签订",
        "签署",
        "签约",
        "发生",
        "遭遇",
        "遭受",
        "造成",
        "引发",
        "突发",
        "爆发",
        "出现",
        "审查",
        "审议",
        "讨论",
        "表决",
    }
)
"""Verbs that take such nouns as their objects."""

MEASURING = frozenset(
    {
        "完成",
        "实现",
        "突破",
        "达到",
        "达成",
        "增加",
        "创",
        "投入",
        "成交",
        "转移",
        "出动",
        "收获",
        "缩减",
        "造成",
        "死亡",
        "受伤",
        "下调",
        "上调",
        "延长",
        "发放",
        "加开",
        "增开",
        "开行",
        "发现",
        "投送",
        "疏散",
        "录取",
        "治愈出院",
        "首破",
        "接诊",
        "出口",
        "升至",
        "降至",
        "派出",
    }
)
"""Weak verbs that only state a figure where one follows."""

JOINED = frozenset("和及与")
"""What stands behind a verb that is one of several nouns (开工和招商工作)."""


def _listed(text: str, start: int, strength: str) -> bool:
    """Whether a weak verb is the last but one of several nouns (接战、后勤支援及整备)."""
    return strength == "B" and text.rfind("、", max(0, start - 8), start) >= 0


@cache
def _triggers() -> Terms:
    return Terms(words("event_no_verbs") | table("event_triggers").keys())


@cache
def _facts(verb: str) -> tuple[str, str, str]:
    kind, strength, shape = table("event_triggers")[verb]
    return kind, strength, shape


def _in_place(starts: Sequence[int], places: Sequence[Place], start: int, end: int) -> bool:
    """Whether the range is a part of a place's name (落马洲, 福建省)."""
    at = bisect_left(starts, start + 1) - 1
    if at < 0 or places[at].end < end:
        return False
    return places[at].start < start or places[at].end > end


def scan(
    text: str, regions: Sequence[Span], closed: Sequence[Span], places: Sequence[Place]
) -> list[Trigger]:
    """The triggers of `regions` in order.

    Those inside `closed` (titles, quoted names) and those that begin a place's name (落马洲) are
    left out.
    """
    verbs = table("event_triggers")
    place_starts = [place.start for place in places]
    found: list[Trigger] = []
    starts = [start for start, _ in closed]
    for begin, stop in regions:
        for start, end, verb in _triggers().finditer(text, begin, stop):
            if verb not in verbs:
                continue
            if verb == "展开" and text.startswith("幕", end):
                start, end, verb = start + 1, end + 1, "开幕"  # 航空展|开幕
            if text[start - 2 : start] in NEGATED:
                continue
            if text[start - 1 : start] in NEGATIONS and text[start - 2 : start] not in AFRICAS:
                continue
            if NONE_AT_ALL.search(text, max(begin, start - NONE_REACH), start):
                continue
            if _in_place(place_starts, places, start, end):
                continue
            at = bisect_left(starts, start + 1) - 1
            if at >= 0 and closed[at][1] > start:
                continue
            guard = GUARDS.get(verb)
            if guard is not None and guard.re.match(text, start, stop) is None:
                continue
            if text[start - 1 : start] == "新" and text.startswith("的", end):
                continue
            if text[start - 1 : start] == "的" and text[end : end + 1] in ",。、;":
                continue
            kind, strength, shape = _facts(verb)
            if shape == "crime" and (
                text.startswith(("的", "作案", "嫌疑"), end)
                or CASE_BEHIND.re.match(text, end, stop)
                or ALLEGED.re.search(text, max(begin, start - 3), start)
            ):
                continue
            if text[end : end + 1] in JOINED and (
                shape == "subject" or _listed(text, start, strength)
            ):
                continue
            if shape == "incident" and verb not in LIGHT and VICTIMS.re.match(text, end, stop):
                continue
            behind = None if verb in LIGHT else CLOSED_BEHIND.get(shape, NOUN_BEHIND)
            if behind is not None and behind.re.match(text, end, stop):
                continue
            found.append(Trigger(verb, start, end, kind, strength, shape))
    return found
