"""What kind of body an official belongs to, by the first position."""

from __future__ import annotations

import re

from qextract.lexical.organisation_bounds import countries, ending_of, endings
from qextract.lexicon import table
from qextract.mentions import Position
from qextract.rules import late

BY_WORD: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("legislature", late(r"党团$")),
    ("party", late(r"党部$|党中央|^[^\W\x00-\x7f]{1,6}党$")),
    (
        "military",
        late(
            r"^(?!.*(?:医院|大学|学院|公司))(?=.*(?:战区|军区|军分区|武警|集团军|国防军|[海空陆]军|火箭军|"
            r"联勤|导弹旅|某[旅团营连舰]|武装部|人武部|国防部|发射场|卫星发射|航天员大队))"
        ),
    ),
    (
        "government",
        late(
            r"人民银行|^央行|^行政院|疾控中心$|疾病预防控制中心$|警区|警局|警署|载人航天工程|行政委员会$|基金行政|"
            r"(?<!纪委)(?<!纪委国家)监委$|^[^\W\x00-\x7f]{1,8}监察委员会$|改良场$"
        ),
    ),
    (
        "enterprise",
        late(
            r"公司|集团|银行|证券|股份|基金管理|专业合作社|项目部|铁路局|机务段|车务段|客运段|工务段"
        ),
    ),
    (
        "party",
        late(
            r"(?:省|市|县|区|州|旗|盟|自治区|兵团|中央|校|镇|乡|街道)(?:党)?(?:委|工委)(?:书记处|[^\W\x00-\x7f]{0,8}(?:部|处|室|办|科|组|中心))?$"
        ),
    ),
    (
        "party",
        late(
            r"纪委|委(?:组织|宣传|统战)部|党校|巡视|巡察|政法委|省委|市委|县委|区委|中共|中央办公厅"
        ),
    ),
    (
        "legislature",
        late(r"人大|^大会$|人民代表大会|立法会|立法院|议会|国会|参议院|众议院|下院|上院"),
    ),
    ("judiciary", late(r"法院|检察院|中院|高院|法庭|庭$|最高检|最高法|检察[^\W\x00-\x7f]{0,3}部$")),
    (
        "government",
        late(r"政协|兵团(?!.*(?:研究|学|院))|大使馆|领事馆|公安|派出所|海关|政府"),
    ),
    (
        "association",
        late(
            r"[农渔工商]会$|(?:联会|互助会|关注会|联谊会|同乡会|校友会|产销班)$|标准化技术委员会$"
        ),
    ),
    (
        "other",
        late(
            r"医院|卫生院|诊所|博物[馆院]|纪念馆|美术馆|图书馆|"
            r"(?:医学科|[内外儿骨眼]科|妇产科|急诊科|肿瘤科|感染科|护理部|病区)$"
        ),
    ),
    (
        "academia",
        late(
            r"大学|学院|研究[院所]|中学|小学|科学院|科研院|工程院|幼儿园|学校|实验室|专家委员会|"
            r"^(?:招生就业处|招生办|教务处|学生处|研究生院|校办)$"
        ),
    ),
    ("association", late(r"协会|学会|联合会|商会|促进会|贸促会|基金会|供销")),
    (
        "government",
        late(
            r"(?:^(?:国家|全国)|[省市县区州])[^\W\x00-\x7f]{1,14}(?<!专家)(?<!技术)委员会$|^国家$"
        ),
    ),
)
"""Words of a body's name that tell its kind, the strongest first."""

BY_TITLE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("party", late(r"^(?:党[委组]|党工委|党支部|党总支|总书记|常委)|书记$")),
    ("association", late(r"总干事$|理事长?$")),
    ("government", late(r"(?:巡视|调研)员$|发言人$|参事$")),
    ("academia", late(r"教授|(?<!调)研究员$|院士|校长|导师|教师|讲师")),
)


_TOLD_BY_TITLE = frozenset(["party", "enterprise", "military", "academia"])


def category(position: Position) -> str:
    """The contract's category of a person whose first position this is."""
    title = position.title.value
    if position.org is None:
        return _by_title(title)
    org = position.org.value
    if title.endswith(("院士", "博士生导师")):
        return "academia"
    if title.endswith(("总经理", "董事长", "行政总裁", "首席执行官")):
        return "enterprise"
    for name, pattern in BY_WORD:
        if pattern.search(org):
            return name
    if org in countries() or title.endswith(("总统", "总理", "首相")):
        return "government"
    ending = ending_of(org)
    told = endings().get(ending, "-") if ending else "-"
    if told == "-":
        return _by_title(title)
    if told == "other":
        by_title = _by_title(title)
        return by_title if by_title in _TOLD_BY_TITLE else told
    return told


def _by_title(title: str) -> str:
    for name, pattern in BY_TITLE:
        if pattern.search(title):
            return name
    posts = table("posts")
    for start in range(len(title)):
        columns = posts.get(title[start:])
        if columns is not None and columns[1] != "-":
            return columns[1]
    return "other"
