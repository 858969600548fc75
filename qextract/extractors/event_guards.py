"""Verbs that are something else more often than not, and what must hold for them to be verbs."""

from __future__ import annotations

from qextract.rules import Pattern

PASSED = Pattern(
    "event.passed",
    "通过 as a verb of adoption, not as the preposition",
    r"(?<=审议)通过|(?<=表决)通过|(?<=会议)通过|(?<=三读)通过|(?<=一致)通过|(?<=大会)通过|(?<=高票)通过"
    r"|通过(?=每|发放|派发|配发|回购|聘任|[了《“的。,;!)]|$|并|决定|省级|国家|验收|认定|审核|评审|审查|专家|考核|论证|拨款|[初一二三]审|[一二三]读|第[^,。]{1,8}号|[^,。;:!?]{1,24}(?:决议|法案|议案|草案|修正案|案|认证|认定|评审|安排|方案|计划|建议|预算|规例)[,。])",
    examples={"会议审议通过三项议案": "通过", "会上通过了《章程》": "通过"},
    rejects=("通过加强技术改造", "通过网络报名"),
)

AWARDED = Pattern(
    "event.awarded",
    "获 or 夺 before what one is awarded",
    r"[获夺](?=[^,。;:!?]{0,30}?(?:奖|称号|荣誉|金牌|银牌|铜牌|冠军|亚军|第一名|资助|认定|殊荣|桂冠|证书))",
    examples={"2019年获省青年基金资助": "获"},
    rejects=("收获颇丰", "获利三成"),
)

TOOK_POST = Pattern(
    "event.took_post",
    "任 or 聘 before a post",
    r"(?<![主责信担时现委就继连原首新前历])[任聘](?=[^,。;:!?]{0,40}?(?:长|书记|主任|主席|委员|经理|总裁|董事|顾问|教授|院士|师|总监|组织员|巡视员|调研员|研究员|督学|专员|干事|秘书|主管|大使|代表))",
    examples={"2012年3月任省粮食局副局长": "任"},
    rejects=("任务艰巨", "主任委员"),
)

APPEARED = Pattern(
    "event.appeared",
    "出现 before something that does harm",
    r"出现(?=[^,。;:!?]{0,12}?(?:[雨雪雹雾霜洪震涝旱汛灾]|大风|险情|疫情|故障|裂缝|泄漏|坍|塌|滑坡|事故|病例|火情|管涌|异常))",
    examples={"江北区出现大到暴雨": "出现"},
    rejects=("出现了新气象",),
)

SAID = Pattern(
    "event.said_word",
    "说 or 称 right before what was said",
    r"(?<![据再虽可听传小])[说称](?=[,:“])",
    examples={"江源对记者说:": "说"},
    rejects=("小说在临川出版", "据说,"),
)

LISTED = Pattern(
    "event.listed",
    "上市 as a verb, not in front of a company or an application",
    r"上市(?!公司|企业|银行|房企|券商|车企|国企|险企|申请|辅导|规则|委|后|前|以来|的)",
    examples={"公司在临川上市。": "上市"},
    rejects=("上市公司", "上市申请获得受理"),
)

BOUGHT = Pattern(
    "event.bought",
    "采购 as a verb",
    r"采购(?!经理|商|方|项目|需求|指数|文件|代理|单位|清单|合同)",
    examples={"采购设备": "采购"},
    rejects=("采购经理指数",),
)

MOVED_OFF = Pattern(
    "event.moved_off",
    "发动 as a verb",
    r"发动(?!机|了?群众)",
    examples={"对边境发动空袭": "发动"},
    rejects=("发动机", "发动群众"),
)

ALLEGED = Pattern(
    "event.alleged",
    "words before a crime that is only what somebody is accused or sentenced for",
    r"(?:涉嫌|怀疑|因|疑似|疑|以|被控|犯)$",
    examples={"一名男子因涉嫌": "涉嫌"},
    rejects=("一名男子",),
)

CASE_BEHIND = Pattern(
    "event.case_behind",
    "what makes of a crime the name of a kind of case",
    r"[^,。;:!?的\d一二三四五六七八九十几多]{0,6}?(?:案|犯罪|罪|活动|违法|行为|窝点|集团|团伙|分子)",
    examples={"及关联犯罪案件": "及关联犯罪", "案": "案"},
    rejects=("20人共300万元", "他人钱财"),
)

PUNISHED = Pattern(
    "event.punished",
    "接受, 受到, 给予 or 维持 before what an authority does",
    r"接受(?=[,。;]|$)|(?:接受|受到|给予|维持)(?=[^,。;:!?]{0,16}?(?:审查|调查|处罚|处分|处理|审判|讯问|聆讯|审讯|制裁|警告|开除|起诉|撤职|降级|免职|原判|判决|裁定|罚款))",
    examples={"维持一审判决": "维持", "接受组织审查": "接受"},
    rejects=("接受国书", "给予大力支持"),
)

OPENED = Pattern(
    "event.opened",
    "开市 as a verb, not as a time of day",
    r"开市(?![起后时前])",
    examples={"今天开市,": "开市"},
    rejects=("开市起停牌",),
)

NEWLY = Pattern(
    "event.newly",
    "新建 as a verb, not as one of several kinds of building",
    r"新建(?![、改扩的])|(?<![、改和新])[扩改]建(?![、的])",
    examples={"新建水厂": "新建"},
    rejects=("新建、改扩建学校",),
)

INVITED = Pattern(
    "event.invited",
    "邀请 as a verb, not as the front of a noun",
    r"邀请(?![赛函信展])",
    examples={"邀请专家会诊": "邀请"},
    rejects=("邀请赛",),
)

GAINED = Pattern(
    "event.gained",
    "取得 of something that can be had, not of how well a work went",
    r"取得(?![^,。;:!?]{0,10}(?:成效|成绩|实效|进展|成果|突破|效果|进步|成就))",
    examples={"取得贷款承诺函": "取得"},
    rejects=("取得显著成效",),
)

WENT = Pattern(
    "event.went",
    "赴 as a verb, not the end of 全力以赴",
    r"(?<!以)赴",
    examples={"赴北京": "赴"},
    rejects=("全力以赴",),
)

DEEP = Pattern(
    "event.deep",
    "深入 of somebody who goes to a place, not as an adverb",
    r"深入(?!开展|推进|实施|贯彻|落实|学习|研究|交流|了解|分析|探讨|挖掘|人心|推动|打击|查处|整治|合作|融合|发展|细致|调查|排查|剖析|探索|思考|解读|对接|沟通|讨论|磋商|交换)",
    examples={"深入白沙镇": "深入"},
    rejects=("深入开展行动", "深入交流"),
)

NO_TREND = Pattern(
    "event.no_trend",
    "a verb of reaching, not before what only tells how figures move",
    r"(?:创|实现|保持|恢复|开始|迎来)(?!的|性|期|增长|平稳|[^,。;:!?]{0,12}(?:新高|新低|最高|最低|增长|回升|下降|上升|平稳|好转|向好|转正|稳定|态势|回落|减弱|增强|升温|降温|转[晴雨阴]|高峰|客流|热潮|旺季))",
    examples={"恢复供水": "恢复", "实现通车": "实现"},
    rejects=("实现正增长", "创年内新高", "恢复的基础上"),
)

REPORTED = Pattern(
    "event.reported",
    "通报 as a verb, not the last word of a heading",
    r"通报(?=[^\n])",
    examples={"省纪委通报。": "通报"},
    rejects=("疫情通报\n", "疫情通报"),
)

HONOURED = Pattern(
    "event.honoured",
    "追认 of an honour, not of what is approved later",
    r"追认(?=[^,。;:!?]{0,16}(?:烈士|党员|荣誉|功|称号|模范))",
    examples={"追认为烈士": "追认"},
    rejects=("予以追认",),
)

VICTIMS = Pattern(
    "event.victims",
    "what makes of a verb of harm the word for those who were harmed",
    r"[^,。;:!?的]{0,4}?(?:群众|地区|村民|游客|农户|人口|面积|居民|家庭|市民|职工|旅客|乘客|灾区)",
    examples={"群众": "群众", "严重地区": "严重地区"},
    rejects=("。",),
)

DRIVEN = Pattern(
    "event.driven",
    "推动 of a plan with a name, not of development",
    r"推动(?=[^,。;:!?]{0,4}“[^”]{2,30}(?:计划|方案|行动|专案|工程|项目)”)",
    examples={"推动“友善耕作行动计划”": "推动"},
    rejects=("推动经济发展",),
)

REACHED = Pattern(
    "event.reached",
    "抵 of somebody who reaches a place",
    r"(?<![留可大低相冲质押折安])抵(?![御抗制押扣消债税免销达挡触偿])",
    examples={"抵京": "抵"},
    rejects=("抵御", "留抵退税"),
)

UNFOLDED = Pattern(
    "event.unfolded",
    "展开 as a verb, not across the end of a show's name (航空展开幕)",
    r"展开(?![幕赛放馆业演])",
    examples={"展开调查": "展开"},
    rejects=("航空展开幕",),
)

MET = Pattern(
    "event.met",
    "会见 as a verb, not across the end of a body's name (大会见证)",
    r"会见(?![证效票])",
    examples={"会见外宾": "会见"},
    rejects=("大会见证",),
)

OPERATED = Pattern(
    "event.operated",
    "手术 as what is undergone or done, not as the head of a noun phrase",
    r"(?<=[行受施做])手术",
    examples={"他接受手术。": "手术"},
    rejects=("移植手术完成",),
)

HANDED_OUT = Pattern(
    "event.handed_out",
    "开出 of a train or a ship, not of what is written out",
    r"开出(?!了?(?:的|一[张份剂]|首张|罚|药|处方|条件|[^,。;:!?]{0,6}(?:罚单|大奖|发票|药方|价)))",
    examples={"列车缓缓开出,": "开出"},
    rejects=("开出首张罚单", "开出了罚单"),
)

GUARDS = {
    "赴": WENT,
    "深入": DEEP,
    "创": NO_TREND,
    "实现": NO_TREND,
    "保持": NO_TREND,
    "开始": NO_TREND,
    "迎来": NO_TREND,
    "恢复": NO_TREND,
    "通报": REPORTED,
    "追认": HONOURED,
    "会见": MET,
    "展开": UNFOLDED,
    "邀请": INVITED,
    "取得": GAINED,
    "推动": DRIVEN,
    "抵": REACHED,
    "开出": HANDED_OUT,
    "手术": OPERATED,
    "新建": NEWLY,
    "扩建": NEWLY,
    "改建": NEWLY,
    "开市": OPENED,
    "接受": PUNISHED,
    "受到": PUNISHED,
    "给予": PUNISHED,
    "维持": PUNISHED,
    "出现": APPEARED,
    "说": SAID,
    "称": SAID,
    "上市": LISTED,
    "采购": BOUGHT,
    "发动": MOVED_OFF,
    "通过": PASSED,
    "获": AWARDED,
    "夺": AWARDED,
    "任": TOOK_POST,
    "聘": TOOK_POST,
}
"""Verbs that are something else more often than not, and the pattern that must hold."""
