"""The characters of datings by a name: plans, decades and centuries, holidays, the Chinese calendar."""

from __future__ import annotations

from qextract.lexical.date_patterns import HAN, HAN_ONE
from qextract.lexicon import alternation, table
from qextract.rules import Pattern

#: 1 to 29 in Chinese numerals.
HAN_TENS = f"(?:[一二]?十[{HAN_ONE}]?|[{HAN_ONE}])"

LUNAR = Pattern(
    "date.lunar",
    "A month, or a day, of the Chinese calendar.",
    rf"(?:(?:农历|阴历|旧历) ?)?(?:([{HAN}]{{4}}|[0-9]{{4}}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])年)?"
    rf"(闰)?(正|冬|腊|[0-9]{{1,2}}|十[一二]?|[{HAN_ONE}])月"
    rf"(初[{HAN_ONE}十]|[廿二]?十[{HAN_ONE}]?|廿[{HAN_ONE}]?|三十|[0-9]{{1,2}}(?=日)|)(?:(?<=[0-9])日|(?![日号{HAN_ONE}十0-9]))",
    examples={"农历八月十五": "农历八月十五", "正月初一": "正月初一", "八月十五": "八月十五"},
    rejects=("八月十五日", "十五"),
)

NEW_YEAR = Pattern(
    "date.new_year",
    "The days of the new year by the Chinese calendar.",
    rf"大?年(初[{HAN_ONE}十]|三十)",
    examples={"大年初一": "大年初一", "年初三": "年初三"},
    rejects=("大年纪", "年初"),
)

#: Holidays only where quotation marks tell them from roads and numbers: “八一”前夕.
QUOTED = ("七一", "三八", "五四", "八一")
#: What tells that the days of a holiday are meant.
DAYS_OFF = "假期|小?长假|连假|黄金周|期间"


def _holiday() -> str:
    names = table("holidays")
    terms = alternation(name for name, row in names.items() if row[0] == "term" and name != "清明")
    others = alternation(
        name
        for name, row in names.items()
        if name not in QUOTED and (row[0] != "term" or name == "清明")
    )
    quoted = alternation(QUOTED)
    end = r"(?=[,。、;:!?()\n]|节气|当[天日]|前|后|时|这|来|到|\Z)"
    return (
        rf" ?[“\"]?({others}|{terms}{end}|(?<=“)(?:{quoted})(?=”))[”\"]?(国庆|中秋)?节?({DAYS_OFF}|前后|当[天日晚]|[翌次]日|第二天|前[夕一][天日]?)?"
        r"(?=((?:[之以]?前(?![夕后往茶蔡])|[之以过]?后(?![勤台卫]))|以来))?"
    )


HOLIDAY = Pattern(
    "date.holiday",
    "A holiday; behind a year by its name alone, else with what says that days are meant.",
    _holiday,
    examples={
        "春节期间": "春节期间",
        "“五一”假期": "“五一”假期",
        "国庆节": "国庆节",
        "冬至当天": "冬至当天",
        "教师节": "教师节",
        "春节前后": "春节前后",
        "中秋节翌日": "中秋节翌日",
    },
    rejects=("大雪封山", "教师代表"),
)

FEAST = Pattern(
    "date.feast",
    "A holiday that is all a text says.",
    lambda: (
        rf"\A(?:今年的?|([上下])个)?({alternation(table('holidays'))})节?(?:([前后])一[天日]|当[天日]|第([二三])天)?\Z"
    ),
    examples={"芒种": "芒种", "中秋节": "中秋节"},
    rejects=("芒种时节",),
)

PLAN = Pattern(
    "date.plan",
    "The years of a five-year plan; the plan's name alone is no dating.",
    rf"(?:“?(十?[{HAN_ONE}]|十)五”?(?:(?:规划|计划)(?!以来))?|第({HAN_TENS})个五年(?:规划|计划))"
    r"(期间|时期|以来|末期?|初期?|中期|前[一二三四]年|的?开局之?年|的?收官之?年)",
    examples={
        "“十四五”期间": "“十四五”期间",
        "十三五时期": "十三五时期",
        "“十四五”规划收官之年": "“十四五”规划收官之年",
        "第十四个五年规划期间": "第十四个五年规划期间",
    },
    rejects=("“十四五”规划", "“十四五”规划以来"),
)

DECADE = Pattern(
    "date.decade",
    "Ten years of a century, or some tens of years in a row.",
    rf"(?:(上|本)世纪|([0-9]{{2}}|[一二]?十[{HAN_ONE}]?)世纪)?(?:([12][0-9])?([0-9]0)(?:[、至到—-]([1-9]0))?|([{HAN_ONE}])(?:十?[、至到~—-]|)([{HAN_ONE}])?十|([{HAN_ONE}])[零〇])年代"
    r"(初期?|中期?|末期?|前期|后期)?",
    examples={
        "20世纪80年代": "20世纪80年代",
        "九十年代初": "九十年代初",
        "上世纪五六十年代": "上世纪五六十年代",
        "2010年代": "2010年代",
    },
)

CENTURY = Pattern(
    "date.century",
    "A century or a part of it; bare only where it is not part of a name.",
    rf"(?:(上|本)个?|([12]?[0-9]|{HAN_TENS}) ?)世纪"
    r"(初期?|末期?|中叶|中期|[上前下后]半叶|(?=以来|[,。、;:!?)\n的以之前]|[至到—-][0-9一二十]|\Z))",
    examples={"21世纪中叶": "21世纪中叶", "19世纪末": "19世纪末", "本世纪以来": "本世纪"},
    rejects=("21世纪海上丝绸之路", "新世纪", "半个世纪"),
)

SCHOOL_YEAR = Pattern(
    "date.school_year",
    "A school year or a budget year by its first year, and a term of it.",
    rf"([12][0-9]{{3}}|[0-9]{{2,3}}|[{HAN}]{{4}}) ?(?:(学年)度?(?:的? ?(第[一二12]|[上下]) ?学期)?|财年|财政年度)",
    examples={"112学年度": "112学年度", "2023学年第一学期": "2023学年第一学期"},
    rejects=("3学年",),
)
