"""The characters of Chinese datings: named fragments, and the patterns made of them.

A dating is read in pieces, left to right: a year, a part of a year, a month, a part of a month, a
day, a part of the day. Each piece has its own small pattern; `date_points` puts them together.
"""

from __future__ import annotations

from qextract.rules import Pattern

#: What may stand between two pieces of one dating: pages set digits off with spaces, or wrap lines.
GAP = r"[ \n]{0,2}+"
HAN_DIGIT = "〇零○一二三四五六七八九"
#: 1 to 99, written with digits or with 十.
SMALL = (
    r"(?:[0-9]{1,2}+(?![0-9])|[一二三四五六七八九]?十[一二三四五六七八九]?"
    r"|廿[一二三四五六七八九]?|[一二三四五六七八九两]|[0-9]{1,2})"
)
MONTH_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY_NUMBER = (
    r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?"
    r"|[一二三四五六七八九])"
)
#: Between the two ends of a range.
TO = r" ?(?:至|到|——?|-{1,2}|[~～–])(?![至到—~～–-]) ?"

ANCHOR = Pattern(
    "date.anchor",
    "Where a dating may begin; the pieces decide whether one does.",
    r"[0-9〇零○一二三四五六七八九十廿今去明前昨后来上下本这同当次翌即隔大年周星礼首头第每民公“五]"
    r"(?:"
    r"(?<=[0-9])(?<![0-9.][0-9])[0-9]{0,7}+(?= ?[年月日号/.\-—~～至到、–点时世\n:])"
    r"|(?<=[〇零○一二三四五六七八九十廿])(?<![第百千万亿两几数][一二三四五六七八九十])"
    r"[〇零○一二三四五六七八九十]{0,4}+(?=[年月日号季至到世—、十廿]|五”)"
    r"|(?<=今)[年天日晚晨早午夜春夏秋冬星(]"
    r"|(?<=去)[年冬秋春夏(]"
    r"|(?<=明)[年天日晚早晨春(]"
    r"|(?<=昨)[天日晚夜午晨早(]"
    r"|(?<=前)(?:[年天日晚夜]|[0-9一二三四五六七八九十两]{1,2}个?[月季])"
    r"|(?<=后)[年天]|(?<=来)年"
    r"|(?<=[上下])(?:一?个?[年月周]|一?个?星期|一?个?礼拜|一?季度|半年|[上下]周)"
    r"|(?<=本)[年月周季星]|(?<=这)(?:个?月|个?周|个?星期|一年)"
    r"|(?<=[同当])[年月日天晚]|(?<=同)一天"
    r"|(?<=[次翌])[年日月晨]|(?<=即)日|(?<=隔)[日天]"
    r"|(?<=大)[前后][天年]|(?<=年)[初底末内中终]"
    r"|(?<=周)[一二三四五六日末]|(?<=星)期[一二三四五六日天]|(?<=礼)拜[一二三四五六日天]"
    r"|(?<=[首头])(?:季|[0-9一二三四五六七八九十两]{1,2}个?[月季])"
    r"|(?<=第)[一二三四1-4]季|(?<=民)国|(?<=公)元"
    r"|(?<=“)[一二三四五六七八九十]{1,2}五”"
    r")",
    examples={"会议于5月3日召开": "5", "今年投产": "今年", "“十四五”期间": "“十四五”"},
    rejects=("共5家企业", "第3章", "前往现场"),
)

YEAR = Pattern(
    "date.year",
    "A year by number, with its era.",
    rf"(?:(民国|公元) ?)?([0-9]{{1,4}}|[{HAN_DIGIT}]{{2,4}}|[一二三四五六七八九]?百?[一二三四五六七八九]?十"
    rf"[一二三四五六七八九]?|元) ?年(度?)",
    examples={"2024年": "2024年", "民国113年": "民国113年", "二〇二四年": "二〇二四年"},
)

YEAR_SPAN = Pattern(
    "date.year_span",
    "A year that runs over two: fiscal and school years, and short spans of years.",
    rf"([0-9]{{4}}){GAP}(?:年{GAP})?(?:{TO}|/)([0-9]{{4}}|[0-9]{{2}}) ?(财政年度|财年|学年|年度|年)",
    examples={"2025-26年度": "2025-26年度", "2024至25财政年度": "2024至25财政年度"},
)

MONTH = Pattern(
    "date.month",
    "A month by number; the 月 of a range's first month may wait for the last.",
    rf"({MONTH_NUMBER})(?: ?月(?!球|饼|嫂|亮|薪|租|龄|票)(份?)|(?=(?:{TO}|、){MONTH_NUMBER} ?月))",
    examples={"11月": "11月", "1至11月": "1"},
    rejects=("13", "3个月"),
)

DAY = Pattern(
    "date.day",
    "A day of the month; the 日 of a range's first day may wait for the last.",
    rf"({DAY_NUMBER})(?: ?(日|号)|(?=(?:{TO}|、){DAY_NUMBER} ?[日号]))",
    examples={"16日": "16日", "15~16日": "15"},
)

ISO = Pattern(
    "date.iso",
    "A date in figures, with a time of day behind it.",
    r"([12][0-9]{3})([-/.])(0?[1-9]|1[0-2])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9])"
    r"(?:(?:T| {1,2})([01]?[0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9]))?(?![0-9]))?",
    examples={"2024-09-04 16:23:42": "2024-09-04 16:23:42", "2024/11/16": "2024/11/16"},
    rejects=("2024-13-01", "010-66668888"),
)

YEAR_PART = Pattern(
    "date.year_part",
    "A part of a year, standing behind the year.",
    r"的? ?(?:(年初|年底|年末|年终|年中|年内|初|底|末|中期|中(?!国|央|共|华|小|新|东|西|部|心|考)|岁末)"
    r"|([上下]半年)|(首(?=季)|第?[一二三四1-4](?=季))季度?"
    r"|[前首头]([0-9]{1,2}|[一二两三四五六七八九十]{1,2})个?(月|季度?)(?!日)"
    r"|([春夏秋冬])[季天]?(?!节|晚|运|游|奥))",
    examples={"第二季度": "第二季度", "前10个月": "前10个月", "底": "底"},
)

MONTH_PART = Pattern(
    "date.month_part",
    "A third of a month, or its end.",
    r" ?(上旬|中旬|下旬|初|中(?!国|央|共|华|小|学|新|东|西|部|心|的|,)|底|末)",
    examples={"下旬": "下旬", "底": "底"},
    rejects=("中国",),
)

CLOCK = Pattern(
    "date.clock",
    "A part of the day and a time of day, right behind the day.",
    r" ?(凌晨|清晨|早晨|早上|早间|上午|中午|午间|午后|下午|傍晚|晚上|晚间|深夜|午夜|夜间|夜里"
    r"|当晚|晚(?!会|宴|报|餐|自|期)|早(?!已|就|稻|餐|报|在|日)|夜(?!市|空|校)|午(?!餐|饭|睡)|)"
    rf" ?(?:({SMALL}|零)(?:[时点](?!间|代|尚|候|段|评)(?: ?({SMALL}|零[一二三四五六七八九]?) ?分|(半|整|许))?|:([0-5][0-9])(?![0-9:])时?))?(许|左右)?",
    examples={"下午3时": "下午3时", "23时许": "23时许"},
)

WEEK = Pattern(
    "date.week",
    "A week, or a day of it.",
    r"(上上|下下|上|本|这|下|今)?(?:一|个)?(?:(?:周|星期|礼拜)([一二三四五六日天])(?!报|刊|鸣|福)|(?:周|星期|礼拜)(末|))",
    examples={"上周五": "上周五", "星期三": "星期三", "下周": "下周"},
)

RELATIVE = Pattern(
    "date.relative",
    "Words that point from the day of writing, or from the last dating.",
    r"大前年|今年|本年度?|去年|前年|明年|后年|来年|上一?年度?|下一?年度?|同年|当年|次年|翌年|年内"
    r"|上上个?月|本月|这个?月|上一?个?月|下一?个?月|同月|当月|次月|翌月"
    r"|大前天|大后天|[今昨明][天日]|前[天日]|后天|当[天日]|同日|同一天|次日|翌日|即日|隔[日天]|次晨|翌晨"
    r"|(?:[今昨明当前](?=晚(?!会|报)|早|晨|午|夜))",
    examples={"去年9月": "去年", "昨晚": "昨", "上个月": "上个月"},
)

ROC_RELATIVE = Pattern(
    "date.relative_noted",
    "今(16)日, 去(111)年: the word and the number in one.",
    r"([今昨明去前本上下])\(([0-9]{1,3})\)([年月日])",
    examples={"今(16)日": "今(16)日", "去(111)年10月": "去(111)年"},
)

NOTE = Pattern(
    "date.note",
    "A bracket that says a dating again: (6月14日), (星期五).",
    rf" ?\((?:(?:({MONTH_NUMBER})月)?({DAY_NUMBER})日(?:,? ?(?:星期|周)[一二三四五六日天])?|(?:星期|周|礼拜)[一二三四五六日天])\)",
    examples={"(六月十九日)": "(六月十九日)", "(星期五)": "(星期五)"},
)

PLAN = Pattern(
    "date.plan",
    "The years of a five-year plan; the plan's name alone is no dating.",
    r"“([一二三四五六七八九十]{1,2})五”(期间|时期|以来|末|初|前[一二三四]年)",
    examples={"“十四五”期间": "“十四五”期间"},
    rejects=("“十四五”规划",),
)

DECADE = Pattern(
    "date.decade",
    "Ten years of a century.",
    r"(?:(上|本)世纪|([0-9]{2}|[一二]?十[一二三四五六七八九]?)世纪)?([1-9]0|[一二三四五六七八九]十)年代(初期?|中期?|末期?|前期|后期)?",
    examples={"上世纪80年代": "上世纪80年代", "九十年代初": "九十年代初"},
)

SUFFIX = Pattern(
    "date.suffix",
    "What opens or closes a dating behind it.",
    r" ?(以来|至今|迄今|起至今|(?:之|以)?前(?!后|夕|身|往|三|两|[0-9]|十|五|列|沿|景|来|去|者)|起(?!草|诉|到|源|点|步|义|初|来)|期间|间(?!隔|谍|接))",
    examples={"以来": "以来", "前": "前", "起": "起"},
    rejects=("前后", "起草"),
)

JOINT = Pattern(
    "date.joint",
    "Between the two ends of a range.",
    r"(?:起|开始)?(?:(?: ?、 ?)|" + TO + r")",
    examples={"至": "至", "—": "—"},
    rejects=("——三",),
)
