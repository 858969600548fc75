"""What stands around a dating: what opens or closes it, puts it ahead, or says that it rules."""

from __future__ import annotations

from qextract.rules import Pattern

EVERY = Pattern(
    "date.every",
    "Before a dating: it comes round every year or month.",
    r"每[年月]?的?\Z|逢\Z",
    examples={"每年的": "每年的", "每": "每"},
    rejects=("每年有",),
)

TO_NOW = Pattern(
    "date.to_now",
    "The dash behind a month in a list of posts that were held.",
    r" {0,2}+[-—–~]{1,2}+(?: {0,2}+至?今(?![年日天晚早])|(?! {0,2}+[0-9]))",
    examples={"2015.07- 任副市长": "-", "2015.07—至今": "—至今"},
    rejects=("2012.09-2015.07", "2012.09"),
)

SUFFIX = Pattern(
    "date.suffix",
    "What opens or closes a dating behind it.",
    r" ?(?:(以来|至今|迄今|起至今|到现在|来(?![自到源临访看说宾华信电函者源年月]))|((?:之|以)?前(?![后夕身往三两0-9十五列沿景来去者期]))"
    r"|(起(?![草诉到源点步义初来飞跳])|开始(?=[,。 实施执运试]))|([以之]后))",
    examples={"以来": "以来", "前": "前", "起": "起"},
    rejects=("前后", "起草"),
)

STARTS = Pattern(
    "date.starts",
    "Behind a day: something comes into force on it.",
    r"起,?(?:正式|全面|开始)?(?:施行|实施|执行|生效|实行|上路)",
    examples={"起施行": "起施行", "起正式实施": "起正式实施"},
    rejects=("起接受申请",),
)

IN_FULL = Pattern(
    "date.in_full",
    "A day or a month with its year, in figures.",
    r"(?<![0-9])((?:19|20)[0-9]{2}) ?年 ?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?日)?",
    examples={"2008年4月11日": "2008年4月11日", "2008年4月": "2008年4月"},
    rejects=("4月11日", "12008年4月"),
)

FUTURE_BEHIND = Pattern(
    "date.future_behind",
    "Words behind a dating that do the same; 将 before a thing is only 'take' (将嫌疑人抓获).",
    r"[起前]?,?(?:拟|将(?:于|举[行办]|召开|开[幕工通放赛启]|正式|启[动用]|实[施行]|迎来|全面|进行|投[产用]|建成|完[成工]|亮相|推出|再次|陆续))",
    examples={"起将正式": "起将正式", "将举行": "将举行"},
    rejects=("将嫌疑人抓获",),
)

FUTURE = Pattern(
    "date.future",
    "Words before a dating, in its clause, that put it ahead of the day of writing.",
    r"(?<!原)(?:将|拟|订|定[于在]|预[计定]|计划[于在从自]|力争|争取|有望|确定于|[迟期]至|推迟到)"
    r"[^,。;:!?、\n()”]{0,5}\Z",
    examples={"会议将于": "将于", "定于": "定于"},
    rejects=("将士,", "原定于", "该计划"),
)

COMPARED = Pattern(
    "date.compared",
    "Before a year that the text only compares with.",
    r"(?:比|较|同期和|[高低好优快慢多少大小强弱]于)[^,。;:!?\n]{0,6}\Z",
    examples={"高于": "高于", "比去年同期和": "比去年同期和"},
    rejects=("成立于",),
)

NAMED_YEAR = Pattern(
    "date.named_year",
    "Behind a year: the name of an occasion or a prize, whose year it is.",
    r"度(?![,。、;:内以来]|全年)[^,。;:!?\n]{2,28}?(?:会议?|奖|表彰|评选|论坛|活动|仪式|年会|发布会)",
    examples={"度全省质量大会": "度全省质量大会"},
    rejects=("度,公司营收", "全市完成投资"),
)

HEADING = Pattern(
    "date.heading",
    "A heading whose year holds for the section under it.",
    r"[ \t]{0,8}(?:[一二三四五六七八九十]{1,3}、[^\n。]{0,40}|[^\n。,]{0,30}?(?:回顾|总结|安排|展望|打算))(?=\n|\Z)",
    examples={"一、2023年工作回顾": "一、2023年工作回顾", "2024年工作安排": "2024年工作安排"},
    rejects=("2023年,全市完成投资", "2024年全省质量大会召开"),
)
