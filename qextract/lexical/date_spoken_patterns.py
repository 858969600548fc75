"""The characters of datings of plain speech."""

from __future__ import annotations

from qextract.lexical.date_patterns import HAN_ONE, RECORD, SMALL, TO
from qextract.rules import Pattern

#: 三五, 两三: a count that means either.
_PAIR = "一两|两三|二三|三四|三五|四五|五六|六七|七八|八九"
_HAN_COUNT = (
    rf"(?:[{HAN_ONE}两]?千(?:[{HAN_ONE}]百)?|[{HAN_ONE}两]?百(?:零[{HAN_ONE}]|[{HAN_ONE}]十[{HAN_ONE}]?)?"
    rf"|[{HAN_ONE}]?十[{HAN_ONE}]?|[{HAN_ONE}两仨])"
)
_NO_YEAR = "(?<![0-9.])(?!(?:19|20)[0-9]{2}年)[1-9][0-9]{0,3}(?![0-9.])"
_FRESH = f"(?<![{HAN_ONE}两仨十百千万亿几数点多第])"
_COUNT = f"(?:{_NO_YEAR}|{_FRESH}(?:{_PAIR}|[{HAN_ONE}]?十几|[几数]十|[几数]百(?!年)|{_HAN_COUNT}))"
#: A count of an exact number, or of two that lie side by side.
_EXACT = f"(?:{_NO_YEAR}|{_FRESH}(?:{_PAIR}|{_HAN_COUNT}))"
_UNITS = "秒钟?|分钟?|小时|钟头|天|日|周|星期|礼拜|月|季度|年|世纪"
_PART = "凌晨|清晨|早晨|早上|上午|中午|下午|晏昼|傍晚|晚上|晚间|今晚|夜里|深夜|午夜|晚|早"
_COMING = "未来|今后|接下来的?|随后"
#: What a figure that stands alone for a date may have before and behind it.
_FREE = r"(?<![^ ,。、;:!?\n从自在于到至是和(])"
_OVER = r"(?![^ ,。、;:!?\n到至和)])"

ALONE = Pattern(
    "date.alone",
    "A text that is nothing but a dating.",
    rf"\A[ 0-9{HAN_ONE}〇零○十百千廿卅两几数半年月日号天时点分秒刻钟头小周星期礼拜旬季度世纪代个仨"
    r"今明昨前后去上下本这当次翌同隔大早晨晚中午傍凌夜间里许左右约多余至到从自起止以之内来的第初末底"
    r"春夏秋冬整过近最未在于现目此刻而家听寻琴晏昼搭字再接截率正腊闰农历阴这余差上叶伊始首尾:/.,~—()·aApPmM-]{1,30}\Z",
    examples={"下周五下午3点": "下周五下午3点", "9月30日": "9月30日"},
    rejects=("周五开会", "9月30日,大会开幕"),
)

COUNTED = Pattern(
    "date.counted",
    "So long before or after now.",
    rf"(?=[0-9{HAN_ONE}两仨十百千半几数])({_COUNT})?个?([多余])?个?(半)?个?({_UNITS})(半)?(多)?(?:(之|以)?(前|后)|(?:之|以)?(内)|(?:以)?(来))",
    examples={
        "5天前": "5天前",
        "三个月之后": "三个月之后",
        "17天内": "17天内",
        "半小时以后": "半小时以后",
    },
    rejects=("天前", "五天", "1.5天内"),
)

COMING = Pattern(
    "date.coming",
    "So long from now.",
    rf"(?:再过|再等)({_COUNT})?个?(半)?个?({_UNITS})(半)?(?:之?后)?",
    examples={"再过两天": "再过两天", "再过半个小时": "再过半个小时"},
    rejects=("再过不久",),
)

AGO = Pattern(
    "date.ago",
    "So long before now, as news tells it.",
    rf"(?<![提以之当先生0-9.])({_EXACT}|(?<![一二两三四五六七八九十0-9个])半)(?:个(半)?(月|星期)|(天|周|星期|年))(半)?(?:之|以)?前"
    r"(?![沿列景者后期往身任半三两几0-9一二四五夕提线])",
    examples={"发生在三天前": "三天前", "比5年前": "5年前", "三个半月前": "三个半月前"},
    rejects=("提前三天前往", "3月前", "1.5年前", "2000年前", "几十年前"),
)

#: Before 近 these make it "nearly".
_NEARLY = "时历经了达续期隔有用满约超长需要共费就将距晚早延推附临邻最"
WINDOW = Pattern(
    "date.window",
    "The last or next so many days, weeks, months or years.",
    rf"(最近|(?<![{_NEARLY}])近|过去的?|{_COMING}|[前后上下])(?<!最后)(?<![上下][上下])的?(?:({_COUNT})个?|(半)个?)({_UNITS})(?![前后内来间多半])",
    examples={
        "近三个月": "近三个月", "未来48小时": "未来48小时", "上两周": "上两周", "近半年": "近半年",
    },
    rejects=("过去了", "近三年来", "最后三天"),
)  # fmt: skip

ROUND_NOW = Pattern(
    "date.round_now",
    "The last or next so many days, weeks, months or years, where 近 is not 'nearly'.",
    rf"(最近|近(?<![{_NEARLY}]近)|过去(?:的)?|未来|今后|接下来(?:的)?)(?:({_EXACT})(?:个(?=[月季星])|)|(半)个?(?=[年月]))"
    rf"(天|日(?![元本])|周(?![年岁])|星期|礼拜|月|季度|年)(?:(?<!年)以?来)?(?![前后内来间多半级代份龄]|{RECORD})",
    examples={"近3年累计": "近3年", "过去两周": "过去两周", "近三个月来": "近三个月来"},
    rejects=("历时近三年", "会谈近3个小时", "近30周年", "近50年代"),
)

_MINUTE = rf"(?:零?{SMALL}|零[{HAN_ONE}])"
TIME_ALONE = Pattern(
    "date.time_alone",
    "A time of day without a day.",
    rf"(?:({_PART}) ?({SMALL})(?:[点时]|:(?=[0-9]))(?:搭?([0-9]{{1,2}}|{_MINUTE})分?|(半)|[一三13]刻)?(?::[0-9]{{2}})?"
    rf"|(?<![0-9:.比分])({SMALL})(?:[点时](?:({_MINUTE})分|(半)|整|钟|[一三13]刻)|:([0-5][0-9])(?::[0-5][0-9])?(?![0-9:]))"
    r"|(?<![0-9:.])([0-9]{1,2})(?=[ap]m?|[AP]M))(?:多?钟|[许整]|个字|左右| ?[AaPp][Mm]?)?",
    examples={"下午三点": "下午三点", "15:15": "15:15", "3pm": "3pm", "八点半": "八点半"},
    rejects=("一点都不", "二十七点三", "零点五"),
)

TIME_TO = Pattern(
    "date.time_to",
    "The other end of a span of hours, which may be on the next day.",
    rf"{TO}(次日|翌日|第二天|隔天|明天)?(?:{_PART})? ?(?:{SMALL}[点时](?:{_MINUTE}分?|半|整|钟|[一三13]刻)?|[0-9]{{1,2}}:[0-5][0-9])",
    examples={"~次日05:40": "~次日05:40", "到下午两点": "到下午两点"},
    rejects=("到3家",),
)

CANTONESE = Pattern(
    "date.cantonese",
    "Today, yesterday and tomorrow in Cantonese.",
    r"([听寻琴][日晚朝]|今朝|[今这]个(?:早上|上午|中午|下午|晏昼|晚上))(?![本阳])",
    examples={"听日见": "听日", "寻晚": "寻晚"},
    rejects=("听日本", "朝阳"),
)

NOW = Pattern(
    "date.now",
    "The moment of writing, said alone.",
    r"\A *(?:现在|此时|此刻|而家|目前|当前|最近) *\Z",
    examples={"现在": "现在"},
    rejects=("目前已建成",),
)

FIGURES = Pattern(
    "date.figures",
    "A date in bare figures.",
    r"(?<![0-9A-Za-z.:/年·〔\[(-])(?:([12][0-9]{3})(?:"
    rf"(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01]){_OVER}| (0?[1-9]|1[0-2]) (0?[1-9]|[12][0-9]|3[01])"
    r"|[-.](0?[1-9]|1[0-2])[-.](0?[1-9]|[12][0-9]|3[01]))"
    rf"|([0-9]{{2}})-(1[0-2]|0?[1-9])-([12][0-9]|3[01]|0?[1-9])|{_FREE}(1[0-2]|0?[1-9])[/·](3[01]|[12][0-9]|0?[1-9]){_OVER}"
    rf"|(?<![^从自在于到至])((?:19|20)[0-9]{{2}})(?:(?:至|到|——?|-|~)((?:19|20)[0-9]{{2}}))?{_OVER})(?![0-9A-Za-z:/年月日号%.])",
    examples={
        "20240307": "20240307",
        "2022 11 23": "2022 11 23",
        "6·30": "6·30",
        "从2016到2018": "2016到2018",
    },
    rejects=(
        "888-000-9999",
        "202403073",
        "3/100",
        "“5·12”",
        "5·12地震",
        "2000万元",
        "〔2023〕",
        "2024—2025赛季",
        "Copyright 2022",
    ),
)

YEAR_LAST = Pattern(
    "date.year_last",
    "A date in figures whose year comes last; which of the others is the day, figures alone decide.",
    r"(?<![0-9A-Za-z./-])([0-3]?[0-9])([./-])([0-3]?[0-9])\2((?:19|20)[0-9]{2})(?![0-9A-Za-z./-])",
    examples={"22/11/2023": "22/11/2023", "于13.5.2015发布": "13.5.2015"},
    rejects=("2023/11/22", "1.2.20234"),
)

SLASH_SPAN = Pattern(
    "date.slash_span",
    "From a day to a day, both in figures without a year.",
    rf"{_FREE}(1[0-2]|0?[1-9])/(3[01]|[12][0-9]|0?[1-9])(?:{TO})(1[0-2]|0?[1-9])/(3[01]|[12][0-9]|0?[1-9]){_OVER}",
    examples={"7/1-7/5": "7/1-7/5"},
    rejects=("7/1-7", "13/1-14/2"),
)

_M_D = "(1[0-2]|0?[1-9])/(3[01]|[12][0-9]|0?[1-9])(?![0-9/.%])"
_HOUR_OR_WEEKDAY = r" ?(?:\((?:周|星期)?[一二三四五六日]\)|起|止(?!损|跌)|当[天日晚]|(?:晚|早)(?:上|间)?|[上中下]午|凌晨)"
SLASH_DAY = Pattern(
    "date.slash_day",
    "A day in figures in a story: behind 于 or 至, or with its weekday; or from such a day to another.",
    rf"(?<![0-9A-Za-z/.])(?:(?<=[于至自从到在]){_M_D}(?:(?:{TO}){_M_D})?|(?<=[ :;,。(]){_M_D}(?:{TO}){_M_D}|{_M_D}(?={_HOUR_OR_WEEKDAY}))(?:(?<=[0-9])\((?:周|星期)?[一二三四五六日]\))?",
    examples={"于11/22举行": "11/22", "11/22(五)": "11/22(五)", "自7/1至7/5": "7/1至7/5"},
    rejects=("占11/22", "于11/2022", "3/4家"),
)

YEAR_BEHIND = Pattern(
    "date.year_behind",
    "The year of a date in figures whose year comes last.",
    r"[./-](?:19|20)[0-9]{2}(?![0-9A-Za-z./-])",
    examples={"22/11/2023": "/2023"},
    rejects=("1.2.20234",),
)

MONTH_FIGURES = Pattern(
    "date.month_figures",
    "A month in figures that is all a text says.",
    r"\A((?:19|20)[0-9]{2})[-./](1[0-2]|0[1-9])\Z",
    examples={"2023.11": "2023.11", "2023-04": "2023-04"},
    rejects=("2023.13", "共2023.11"),
)

HAN_YEAR = Pattern(
    "date.han_year",
    "A year in Chinese numerals that is all a text says.",
    rf"\A(?:一九|二[零〇○])[{HAN_ONE}零〇○]{{2}}\Z",
    examples={"二零二四": "二零二四"},
    rejects=("二零二四年", "二二零四"),
)

NTH_YEAR = Pattern(
    "date.nth_year",
    "A year counted from this one, that is all a text says.",
    r"\A第([二三四五六七八九十])年\Z",
    examples={"第七年": "第七年"},
    rejects=("执政第七年",),
)

_TO_99 = rf"(?:[0-9]{{1,3}}|[{HAN_ONE}]?十[{HAN_ONE}]?|[{HAN_ONE}两]|[{HAN_ONE}]?百)"
NTH = Pattern(
    "date.nth",
    "A part of a period by its number, behind the period.",
    rf"(?:期间)?的?(?:第({_TO_99})|(最后)的?({_TO_99})?|([前后])({_TO_99})|([首头])({_TO_99})?)个?"
    r"(天|日(?![本元])|周末|(?:周|星期|礼拜)(?:([一二三四五六日天])(?![报刊天])|(?![年岁刊报]))|月(?![份球])|季度|十年|年(?![级度]))",
    examples={
        "第3个星期日": "第3个星期日", "第2周": "第2周", "最后一天": "最后一天", "的最后一个周五": "的最后一个周五", "首日": "首日",
    },
    rejects=("第2周年", "第3届", "最后三家"),
)  # fmt: skip
