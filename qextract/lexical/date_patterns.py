"""The characters of Chinese datings: named fragments, and the patterns made of them.

A dating is read in pieces, left to right: a year, a part of a year, a month, a part of a month, a
day, a part of the day. Each piece has its own small pattern; `date_points` puts them together.
"""

from __future__ import annotations

from qextract.rules import Pattern

#: Pages set digits off with spaces.
GAP = " {0,2}+"
HAN = "〇零○一二三四五六七八九"
HAN_ONE = "一二三四五六七八九"
MONTH_NUMBER = "(?:元(?=月)|1[0-2]|0?[1-9]|零?一?十[一二]?|零?[一二三四五六七八九])"
DAY_NUMBER = (
    f"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|卅一?|[一二]?十[{HAN_ONE}]?|廿[{HAN_ONE}]?|零?[{HAN_ONE}])"
)
#: Hours, minutes, counts: 1 to 99.
SMALL = f"(?:[0-9]{{1,2}}|[{HAN_ONE}]?十[{HAN_ONE}]?|[{HAN_ONE}两零])"
#: Between the two ends of a range. A single hyphen or dash will do between numbers.
TO = " ?(?:至|到|——?|--?|[~～–]) ?"
#: What a figure is said to be the highest or the first of: no dating of it.
RECORD = "的?(?:[新次][高低]|最|首|第|罕见|单[日月季]|同期|之[最首])"
CYCLE = tuple(
    "甲乙丙丁戊己庚辛壬癸"[i % 10] + "子丑寅卯辰巳午未申酉戌亥"[i % 12] for i in range(60)
)
WEEKDAY = "(?:周|星期|礼拜)[一二三四五六日天]"
#: A day's parts; those in the second half turn 3时 into 15.
DAY_PART = (
    "凌晨|清晨|早晨|早上|早间|上午|中午|午间|午后|下午|傍晚|晚上|晚间|深夜|午夜|夜间|夜里|白天|当晚"
    "|晚(?![会宴报餐自期婚育稻])|早(?![已就稻餐报日点期前])(?!(?<![今昨明]早)在)|晨(?![报曦练])|夜(?![市空校景色])|午(?![餐饭睡膳休宴])"
)

#: What must follow a first digit, or a first Chinese numeral, for a dating to begin there. Written
#: short: there is a copy for each digit.
_AFTER_FIGURE = r"(?<![0-9.][0-9])[0-9]{0,7}+(?= ?[年月日号世至到—~～–、]|学年|财[年政]| ?-[0-9]|(?<=[0-9]{4})[/.和及与]|(?<=1[0-9]{2})\.[0-9]{1,2}\.[0-9]|(?<=20[0-9]{2})[QH][1-4])"
_AFTER_HAN = (
    rf"[{HAN}0十]{{0,4}}+(?= ?[年月日号季世期时至到—~、”\"假小长黄规计末初中以的开收前]|学年)"
)
_DAYS_OFF = "(?:假期|小?长假|连假|黄金周|期间"
_HOLIDAY_TAIL = rf"(?:国庆|中秋)?{_DAYS_OFF}|当[天日晚]|[翌次]日|第二天|以来|[之以过]?[前后])"
#: Holidays that are datings without a year where the days off or the day itself are named.
_WITH_DAYS = (
    "春节", "国庆", "中秋", "元旦", "元宵", "端午", "清明", "除夕", "重阳", "圣诞", "冬至", "斋月", "古尔邦",
)  # fmt: skip
_COUNTED = f"[0-9{HAN_ONE}十两]{{1,2}} ?"
#: What begins the verbs that papers of Hong Kong, Macau and Taiwan put behind a bare 昨.
_ACTS = "[率宣公表举出召发会赴拘审回判推通展指透接说称签开视检破捕与到批提主抵启获再首正起强呼解下均都已亦也吁邀约传在于]"
_TODAY = "(?:审议|判决|宣布|公布|召开|举行|表示|开庭|宣判|揭晓|开幕|展开|将|[在于](?!此)|邀[请集各]?|出席|会见|接见|启用|揭牌|说明|指出|赴)"
#: 今起, 明起: from that day on.
_ON = "起(?![来伏点源步草诉火床])"
#: 月底, 上旬 alone: at the head of a phrase.
_FREE = r"(?<![^ \n,。;:、(“至到于在自从因并,]{})"
#: 上 and 下 that end a word: 以上周边, 创下月产纪录.
_NOT_BEHIND_UP = "(?<![以网线楼路海身早马加赶历史]上)"
_NOT_BEHIND_DOWN = "(?<![创拿打留立定许余剩旗名线乡地以之水台]下)"
_TURN = (
    r"(?:(?:[上下]{0,3}一?个?(?:月|年度?|周|星期|礼拜|季度|财政年度)|半年|个?世纪|\()|"
    + _FREE.format("[上下]")
    + "旬(?!刊))"
)
#: First character of a dating in words -> what must follow.
_AFTER_WORD = {
    "今": f"(?:个?财政年度|[年天日晚晨早午夜春夏秋冬(]|[上下中]午|凌晨|{_TODAY}|个?星期|个?礼拜|明(?:两[年天日]|后三[天日])|{_ON})",
    "去": "(?:[年冬秋春夏(]|今两年)",
    "明": f"(?:[年天日晚早晨春(]|后两[天日年]|{_ON})",
    "昨": f"(?:[天日晚夜午晨早(]|[上下中]午|凌晨|今两[天日]|{_ACTS}|{_ON})",
    "前": f"(?:[年天日晚夜(]|一[日天]|{_COUNTED}个?[月季])",
    "后": "[年天日]",
    "来": "年",
    "卅": "一?(?=[日号])",
    "上": _NOT_BEHIND_UP + _TURN,
    "下": _NOT_BEHIND_DOWN + _TURN,
    "本": "(?:[年月周季(]|星期|世纪|财政年度)",
    "这": "一?个?(?:月|周|星期|礼拜|季度)",
    "同": "(?:[年月日天]|一天)",
    "当": "[年月日天晚]",
    **dict.fromkeys("次翌", "[年日月晨]"),
    "即": "(?:日|起[至到])",
    r"\(": r"[0-9]{1,2}\)日(?![常本益前用间期程历内工子照报])",
    "隔": "[日天]",
    "大": "(?:大{0,2}[前后][天年]|年(?:初|三十))",
    "年": f"(?<![大每几多数两百千0-9{HAN}十]年)(?:[初底末内中终]|尾(?![声牌款部]))",
    "全": "年",
    "周": "[一二三四五六日末]",
    "星": "期[一二三四五六日天]",
    "礼": "拜[一二三四五六日天]",
    **dict.fromkeys("首头", f"(?:季|月|{_COUNTED}个?[月季])"),
    "月": _FREE.format("月") + "[初底末中](?![旬小学])",
    "第": f"(?:(?<![》”]第)[一二三四1-4](?:[、至到~—-]第?[一二三四1-4])?季(?!《)|[一二]?十?[{HAN_ONE}]?个五年|(?<![^ \n,。;“]第)[二三四五六七八九十][天日])",
    "元": "[年月](?!的?形)",
    "民": "国",
    "公": "元",
    "两": f"(?:年(?:多?来|间)|千(?:零?[{HAN_ONE}十]{{1,3}})?年)",
    **dict.fromkeys("近过", f"(?:去的?)?{_COUNTED}年"),
    **dict.fromkeys("农阴", "历"),
    **dict.fromkeys("正腊", "月"),
    "冬": "月[初十廿二三]",
    **dict.fromkeys(
        "甲乙丙丁戊己庚辛壬癸",
        f"[子丑寅卯辰巳午未申酉戌亥]年(?:闰?(?:[正冬腊]|[{HAN_ONE}十]{{1,2}})月)",
    ),
    "闰": f"[{HAN_ONE}十]",
    "中": _FREE.format("中") + "旬(?!刊)",
    "“": f"(?:[{HAN_ONE}十]{{1,2}}五”|[五十]一”{_DAYS_OFF}))",
}


def _anchor() -> str:
    # Every branch begins with one literal character, so that `re` can skip by a table of all of
    # them and then knows the branch at once. One class for all digits would lose both.
    heads = {
        **dict.fromkeys("0123456789", _AFTER_FIGURE),
        **dict.fromkeys(f"{HAN}十廿", _AFTER_HAN),
        **_AFTER_WORD,
    }
    for name in _WITH_DAYS:
        head, rest = name[0], rf"{name[1:]}[”\"]?节?{_HOLIDAY_TAIL}"
        heads[head] = f"(?:{heads[head]}|{rest})" if head in heads else rest
    return "|".join(head + rest for head, rest in heads.items())


ANCHOR = Pattern(
    "date.anchor",
    "Where a dating may begin; what stands there decides how it is read.",
    _anchor,
    examples={"会议于5月3日召开": "5", "今年投产": "今年", "“十四五”期间": "“十四五”"},
    rejects=("共5家企业", "第3章", "前往现场", "增长5.6%", "中国", "上海", "公司"),
)

YEAR = Pattern(
    "date.year",
    "A year by number, with its era.",
    rf"(?:(民国|公元) ?)?([0-9]{{1,4}}|[{HAN}]{{2,4}}|[一二][{HAN}0]{{3}}|[{HAN_ONE}百]?百?[{HAN}]?十[{HAN_ONE}]?|[一二两]千(?:零?[{HAN_ONE}十]{{1,3}})?|元) ?年(?!级|货|糕|龄|代|次(?!均))度?",
    examples={"2024年": "2024年", "民国113年": "民国113年", "二〇二四年": "二〇二四年"},
    rejects=("3年级",),
)

HAN_YEAR_SPAN = Pattern(
    "date.han_year_span",
    "The same in Chinese numerals.",
    rf"([一二][{HAN}]{{3}})(?:{TO})((?:[一二][{HAN}])?[{HAN}]{{2}})(财政年度|财年|学年|年度|年)(?:(?<=学年)度?)?",
    examples={
        "二零二四至二五年度": "二零二四至二五年度",
        "二〇二〇至二〇二三年": "二〇二〇至二〇二三年",
    },
)

ROC_FIGURES = Pattern(
    "date.roc_figures",
    "A date in figures that counts years from 1912.",
    r"(?<![0-9.])(1[0-3][0-9])\.(1[0-2]|0?[1-9])\.(3[01]|[12][0-9]|0?[1-9])(?![0-9.])",
    examples={"106.2.17": "106.2.17"},
    rejects=("106.2", "192.168.1.1"),
)

ROC_YEARS = Pattern(
    "date.roc_years",
    "Years counted from 1912 that share their 年.",
    rf"(?<![0-9.])([89][0-9]|1[0-3][0-9])(?:{TO})(1[0-3][0-9]) ?年度?",
    examples={"105至108年": "105至108年"},
    rejects=("5至108年",),
)

YEAR_SPAN = Pattern(
    "date.year_span",
    "A year that runs over two (fiscal and school years), and a short span of years.",
    rf"([12][0-9]{{3}}){GAP}(?:{TO}|/)(20[0-9]{{2}}|19[0-9]{{2}}|[0-9]{{2}}(?![0-9])) ?(财政年度|财年|学年|年度|年)(?:(?<=学年)度?(?: ?(第[一二12]|[上下]) ?学期)?)?",
    examples={"2025-26年度": "2025-26年度", "2024至25财政年度": "2024至25财政年度"},
    rejects=("2024-09-04",),
)

MONTH = Pattern(
    "date.month",
    "A month by number; the 月 of a range's first month may wait for its last.",
    rf"({MONTH_NUMBER})(?: ?(月)(?![球饼嫂亮薪租龄票街]|天(?!气)|河(?![北南西东流道水面湖长])|大(?:[的,。、]|$)|三(?![日号十至、])|里花|革命|怀胎|的鲜花|[花桂期])份?|(?=(?:{TO}|、){MONTH_NUMBER} ?月))",
    examples={"11月": "11月", "1至11月": "1"},
    rejects=("13", "3个月", "五月票"),
)

DAY = Pattern(
    "date.day",
    "A day of the month; the 日 of a range's first day may wait for its last.",
    rf"({DAY_NUMBER})(?: ?(日|号)|(?=(?:{TO}|、){DAY_NUMBER} ?[日号]|{TO}{MONTH_NUMBER}月{DAY_NUMBER}[日号]))",
    examples={"16日": "16日", "15~16日": "15"},
)

FINANCIAL = Pattern(
    "date.financial",
    "A date in the numerals of cheques and contracts.",
    r"[壹贰][零〇壹贰叁肆伍陆柒捌玖]{3}年(?:[零〇壹贰叁肆伍陆柒捌玖拾]{1,3}月(?:[零〇壹贰叁肆伍陆柒捌玖拾]{1,4}日)?)?",
    examples={"于贰零贰肆年零玖月壹拾捌日": "贰零贰肆年零玖月壹拾捌日"},
    rejects=("贰万元", "贰零贰肆号"),
)

ISO = Pattern(
    "date.iso",
    "A date in figures, with a time of day behind it.",
    r"([12][0-9]{3})([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9])"
    r"(?:(?:T|-| {1,2})([01]?[0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9]))?(?![0-9]))?",
    examples={"2024-09-04 16:23:42": "2024-09-04 16:23:42", "2024/11/16": "2024/11/16"},
    rejects=("2024-13-01", "010-66668888"),
)

YEAR_PART = Pattern(
    "date.year_part",
    "A part of a year, behind the year or alone.",
    r"(?:的)? ?(?:(伊始|首月|年初(?![一二三四五六七八九十])|年底|年末|年终|年尾(?![声牌款部])|年中(?!人)|岁末|初(?![一二三四五六七八九十])|底|末|中期(?!报告|业绩|票据|借贷|分红)|中(?![国央共华小新东西部心考方秋报期]))"
    r"|([上下]半年)|(首(?=季)|第?[一二三四1-4](?:[、至到~—-]?第?[一二三四1-4])?(?=季))季(?![稻作后报])(?:度(?!假)([初末底])?|(?<!四季)|(?<=第四季))"
    rf"|([前首头]|后(?=[二两三四五六2-6])) ?({SMALL}) ?个?(月|季度?)(?!日)"
    r"|([春夏秋冬])[季天]?(?![节晚运游奥令装耕播收粮分至])|(Q[1-4]|H[12])(?![0-9A-Za-z]))",
    examples={"第二季度": "第二季度", "前10个月": "前10个月", "底": "底"},
    rejects=("中国", "春节"),
)

MONTH_PART = Pattern(
    "date.month_part",
    "A third of a month.",
    r" ?([上下]半月|上中旬|中上旬|中下旬|上旬|中旬|下旬|初(?![一二三四五六七八九十])|中(?![国央共华小学新东西部心的外医秋,])|底|末)",
    examples={"下旬": "下旬", "底": "底"},
    rejects=("中国",),
)

CLOCK = Pattern(
    "date.clock",
    "A part of the day and a time of day, right behind the day.",
    rf" ?({DAY_PART})? ?"
    rf"(?:({SMALL})(?:[时点](?![间代尚候段评])钟?(?: ?({SMALL}|零[{HAN_ONE}]) ?分(?!之)|(半|整|[一三13]刻)|({SMALL})(?=[,。、;:!?\n许左到至—~-]|\Z))?"
    r"|:([0-5][0-9])(?::([0-5][0-9]))?(?![0-9:])时?))?(许|左右)?",
    examples={"下午3时": "下午3时", "23时许": "23时许", "9:30": "9:30"},
)

WEEK = Pattern(
    "date.week",
    "A week, or a day of it.",
    r"(上{1,4}|下{1,4}|本|这|今)?(?:一个?|个)?(?:周|星期|礼拜)(?:(?:的?(?:周|星期|礼拜))?([一二三四五六日天])(?![报刊鸣福])|(末(?!画报)|))",
    examples={"上周五": "上周五", "星期三": "星期三", "下周": "下周", "周末": "周末"},
)

WEEKDAY_DATE = Pattern(
    "date.weekday_date",
    "Behind a weekday: the day that it is.",
    rf"[, ]{{1,2}}({MONTH_NUMBER})月(?={DAY_NUMBER}[日号])",
    examples={", 二月十号": ", 二月"},
    rejects=(",二月",),
)

WEEK_ROUND = Pattern(
    "date.week_round",
    "The rest of 周一至周五: days of every week.",
    rf"{TO}{WEEKDAY}|[、及和至到]?[日天](?![前后])",
    examples={"至周五": "至周五", "、日及公众假期": "、日"},
)

RELATIVE = Pattern(
    "date.relative",
    "Words that point from the day of writing, or from the last dating.",
    r"[去上]年同期|大{1,2}前年|今年|本年度?|去年|前年(?!后)|明年|大{0,2}后年(?![产均利收纪龄生销营总薪内净])|(?<![0-9十百几数两])来年|上一?年度?|下一?年度?|同年|当年|次年|翌年|年内|全年(?!无休)"
    r"|上{2,4}个?月(?!球)|下{2,4}个?月(?!球)|本月|这一?个?月|上一?个?月(?!球)|下一?个?月(?!球)|同月|当月|次月|翌月|首月"
    r"|大?大前天|大?大后天|[今昨明][天日](?!头条|之星|说法|关注|重现|国际|系)|前一[日天]|前[天日]|(?<!先天)后[天日](?!性|努力|培养|教育|形成|养成|习得|因素|培育)|当天|当日(?!达|往返|有效|来回)|同日|同一天|次日(?!达|鲜)|次晨|翌[日晨]"
    rf"|昨今两[日天]|今明两[日天]|今明后三[日天]|明后两[日天]|(?<![如当至古而现自于迄])[今明昨](?=起)|即日|即(?=起[至到])|隔[日天](?!达)|[今昨明当前](?={DAY_PART})|昨(?={_ACTS})|(?<![如当至古而现自于迄])今(?={_TODAY})|[上下]{{1,4}}一?个?季度|(?:本|这一?个?)季度?|今明两年|明后两年|去今两年|(?:本|今个?|[上下]一?个?)财政年度",
    examples={"去年9月": "去年", "昨晚": "昨", "昨率团": "昨", "上个月": "上个月"},
)

NOTED = Pattern(
    "date.noted",
    "The word and the number in one: 今(16)日, 去(111)年.",
    r"(?:([今昨明去前本上下])\(([0-9]{1,4})\)(?:([年月日天])|(?=[早晚晨凌上中下起至]))|([今昨明])\(([0-9]{1,2})日\))",
    examples={"今(16)日": "今(16)日", "去(111)年10月": "去(111)年", "昨(15)晚": "昨(15)"},
)

YEAR_MONTH = Pattern(
    "date.year_month",
    "The months of a life's table: 1997.03-1998.10.",
    r"([12][0-9]{3})\.(?:(?=[01])(0[1-9]|1[0-2])(?![0-9.])"
    r"(?:(?= {0,2}(?:-|—|~|至|入[党学伍]|参加|毕业|任|在|出生|加入|当选|调))|(?<=[-—~至][0-9]{4}\.[0-9]{2})|(?<=[-—~至] [0-9]{4}\.[0-9]{2})|(?<=\n[0-9]{4}\.[0-9]{2})(?= {1,2}[\u4e00-\u9fff]))"
    r"|([1-9])(?![0-9.])(?:(?= ?[-—~至]{1,2} ?[12][0-9]{3}\.)|(?<=[-—~至][0-9]{4}\.[0-9])))",
    examples={
        "1997.03-1998.10任县长": "1997.03",
        "2012.09-": "2012.09",
        "1990.06入党": "1990.06",
        "1998.3—2002.5": "1998.3",
        "2012.09 - 2013.01": "2012.09",
    },
    rejects=("1997.03", "5.03-6.01"),
)

NOTE = Pattern(
    "date.note",
    "What says a day again: (6月14日), (星期五), 星期五.",
    rf" ?(?:\((?:(?:({MONTH_NUMBER})月)?({DAY_NUMBER})日(?:[,、]? ?{WEEKDAY})?|[本上下这]?{WEEKDAY}"
    rf"|[一二三四五六日]|[今昨明][天日])\)|{WEEKDAY}(?![报刊]))",
    examples={"(六月十九日)": "(六月十九日)", "(星期五)": "(星期五)", "星期五上午": "星期五"},
)

YEARS_PAST = Pattern(
    "date.years_past",
    "The last so many years, told as one span.",
    rf"(?:过去的?|近)?({SMALL}|[0-9]{{1,2}}) ?年(?:多)?(?:来(?!{RECORD})|间)|过去的?({SMALL}) ?年(?!{RECORD})",
    examples={"五年来": "五年来", "过去三年": "过去三年", "近五年来": "近五年来"},
    rejects=("五年",),
)

JOINT = Pattern(
    "date.joint",
    "Between the two ends of a range.",
    rf"(?:(?:起|开始),? ?(?:至|到|截至)|(?:起|开始)?(?:{TO}| ?、 ?))",
    examples={"至": "至", "—": "—"},
)

YEAR_LETTERS = Pattern(
    "date.year_letters",
    "A quarter or a half year in the letters of company reports.",
    r"(20[0-9]{2})(Q[1-4]|H[12])(?![0-9A-Za-z])",
    examples={"2023Q3": "2023Q3"},
    rejects=("2023Q35", "2023Q"),
)

MONTHS_BESIDE = Pattern(
    "date.months_beside",
    "Two months that lie side by side.",
    r"([一二三四五六七八])(?:(?<=一)二|(?<=二)三|(?<=三)四|(?<=四)五|(?<=五)六|(?<=六)七|(?<=七)八|(?<=八)九)月份?",
    examples={"七八月间": "七八月", "三四月份": "三四月份"},
    rejects=("二四月", "十一月"),
)

YEAR_AFTER = Pattern(
    "date.year_after",
    "A year behind its day, in a short remark.",
    r",? ?([12][0-9]{3})年(?=[,。;:!? \n]|\Z)",
    examples={",2016年": ",2016年"},
    rejects=("2016年工作会议",),
)

BARE_DAY = Pattern(
    "date.bare_day",
    "A day behind its month, without 日, in a short remark.",
    r"(3[01]|[12][0-9]|0?[1-9])(?=[ ,。;:!?)早晚上下中凌周星前后到至]|\Z)",
    examples={"18,": "18", "5": "5"},
    rejects=("18家",),
)

YEAR_LISTED = Pattern(
    "date.year_listed",
    "A year that shares its 年 with those behind it.",
    r"([12][0-9]{3})(?=(?:[、和及与][12][0-9]{3}){1,6} ?年)",
    examples={"2021、2022、2023年": "2021"},
    rejects=("2021年", "2021、2022人"),
)

BETWEEN = Pattern(
    "date.between",
    "Between two years, where 'between' follows the second.",
    r"[与和](?=[12][0-9]{3}年?之?间)",
    examples={"与2009年间": "与"},
    rejects=("与2009年相比",),
)

NUMBERED_DAY = Pattern(
    "date.numbered_day",
    "A day as papers of Taiwan bracket it.",
    r"\(([0-9]{1,2})\)日",
    examples={"于(4)日揭晓": "(4)日"},
    rejects=("(4)月",),
)

SHORT_END = Pattern(
    "date.short_end",
    "The last day of a range in figures, without its year: 2024.9.18-9.20.",
    r" ?(?:-|—|~|起?至) ?(1[0-2]|0?[1-9])[./](3[01]|[12][0-9]|0?[1-9])(?![0-9.])",
    examples={"-9.20": "-9.20"},
    rejects=("-9",),
)

THIRD = Pattern(
    "date.third",
    "A part of the month that is told of, named alone.",
    r"月(?:初|中|底|末)|[上中下]旬",
    examples={"月底": "月底", "中旬": "中旬"},
    rejects=("上中",),
)

NTH_DAY = Pattern(
    "date.nth_day",
    "A day counted from the one told before.",
    r"第([二三四五六七八九十])[天日]",
    examples={"第二天": "第二天"},
    rejects=("第二届",),
)
