"""The patterns of what is said around a document: verbs, agents, dates of coming into force."""

from __future__ import annotations

from qextract.lexicon import alternation, words
from qextract.rules import Pattern, late

ISSUE, DRAFT, ADOPT, REPEAL, APPLY, REVIEW = "issue", "draft", "adopt", "repeal", "apply", "review"
# the strongest thing said of a document comes first
RANK = {ISSUE: 0, DRAFT: 1, ADOPT: 2, "own": 3, REPEAL: 4, REVIEW: 5, "force": 6, APPLY: 7}
MAX_GAP = 26
"""Characters between a verb and its document at most (出台被称为…的《…》)."""

VERB = Pattern(
    "policy.verb",
    "a verb of issuing, drafting, adopting, applying or repealing",
    lambda: (
        rf"(?:{alternation(words('policy_verbs'))})"
        r"(?!(?:会[,。;:议上]|会$|者|字号|人员|厅|局|平台|栏|仪式|机关|办法|意见|方案|细则|条例|情况|以来|过程))"
    ),
    examples={"省政府印发《": "印发", "会议审议通过了《": "审议通过"},
    rejects=("新闻发布会。", "起草人员"),
)

GAP_BREAK = late(r"[,;:。!?\n》]|以来|之后|(?<!修[订改正])后(?=[\u4e00-\u9fff])")
CLAUSE_MARKS = frozenset(",;:。!?\n")
CLAUSE_MARK = late(r"[,;:。!?\n]")

# Between the subject and its verb, when no saying or posts stand there.
SAID = Pattern(
    "policy.not_subject",
    "words that say that an organisation before them is not who issued the document",
    r"有意|考虑|打算|建议|呼吁|促请|说|称|表示|介绍|指出|获悉|了解|局长|厅长|主任|书记|部长|负责人|发言人|委员长|主席|记者|发布会|要求|同意|报|提请|组织的"
    r"|座谈|(?<!面)向(?!社会|全社会|公众|全国|全省|全市|各)|提交|邀请|支持|欢迎|配合",
    examples={"局长介绍": "局长"},
    rejects=("今年3月", "等7部门日前联合"),
)

JOIN = Pattern(
    "policy.joined",
    "what joins organisations that act together",
    r" ?(?:、|和|与|及|以及|会同|联合|,?并会同|还?与| )? ?",
    examples={"、省公安厅": "、", "会同省司法厅": "会同"},
)

EMPTY_SUBJECT = Pattern(
    "policy.empty_subject",
    "a clause whose subject is that of the clause before: adverbs alone stand before the verb",
    r"(?:[ 在于亦将并还先后已又也再随后随即正式表决会议今天当场现场一致审议全票]|今日|联合|共同|同时|研究|一般性|细则性|原则|三读|二读|首读|修正|会上|牵头|组织|主导|集中|陆续|相继)*",
    examples={"并联合": "并联合"},
)

# what a name goes on with: 国务院 + 关税税则委员会
MORE = late(
    r"(?![已将近日正联合会于今昨先后在等])[\u4e00-\u9fff]{2,10}?(?:委员会|领导小组|指挥部)"
    r"|(?!已|将|近|会|联)[\u4e00-\u9fff]{2,4}司(?![法机长局])"
)
# a body by its short name, joined to the next: 市委办、市政府办
SHORT_BODY = late(
    r"(?P<body>[省市县区州]委(?:办(?:公室)?|[农编网财外台]办)|[省市县区]府办|[两中国]办)(?:、|和|与| )$"
)
# before a body that only helped: 下一步将会同教育部门修订
WITH = late(r"(?:会同|联合|协同|配合|协助|提请|报请|报|向|请) ?$")
# an owner shortened to its kind: 按照市局《…》
OFFICE = late(
    r"(?:[省市县区]局|总局|集团公司|总公司|学校|学院|医院|协会|学会|公司|集团|[省市县州]府)(?=的?$)"
)
# 学校新修订的《…》: no act of the sentence, the document is theirs
OWNED = late(r"(?:新|最新)?(?:修订|修改|制定)(?:后|过)?的$|现行的?$|内部的?$")
# behind several issuers of whom one is named
OTHERS = late(r"^等[\d一二三四五六七八九十]{0,3}(?:个|家)?(?:部门|部委|单位|机关)")
# 批准了两市报请的《…》: the body before did not make it
HANDED_IN = late(r"报请|报送|提请|申报|上报|报来")
REPEALED = late(r"《[^《》]{2,80}》(?:\([^()]{2,40}\))?(?:即行|同时)废止")
# what follows the body in the clause of its meeting: 召开市政府第3次常务会议,通过《…》
MEETING = late(
    r"(?:(?:第?[\d一二三四五六七八九十百]{1,5}[次届])?(?:常务|党组|全体|办公|主任|委员长)*(?:会议|全会|会)){1,2}"
)
# 经行政会讨论通过: a body whose end is no more than 会
MET = late(
    r"(?!会议|大会|全会)(?P<body>[\u4e00-\u9fff]{1,12}?(?<![务公组题例席谈])会)(?:第[^,。]{1,6}次会议|议)?$"
)
# what a first clause has in front of its subject: 【本报消息】, 本报讯(记者 谷雨)
DATELINE = late(r"^.{0,40}[】)](?=.?)|^[\u4e00-\u9fff]{2,8}讯 ")
# a clause between a body and its verb: 以二十七票赞成、三票反对, 经省政府同意
PASSED_BY = late(
    r"(?:会议)?以[^,。]{0,4}?[\d一二三四五六七八九十百零〇○]{1,6}票[^,。]{0,40}|经[^,。]{2,16}(?:审议|讨论|同意|批准|表决)"
)
# 就《…》公开征求意见
SEEKS_LEAD = late(r"(?:[就对]|关于)(?:制定|修订)?$")
SEEKS = late(
    r"[^,。;!?]{0,12}?(?P<what>(?:公开)?(?:征求|征集|听取)[^,。;!?]{0,10}意见|公开(?:谘询|咨询))"
)
# 发布标准56项,其中《…》
AMONG = late(r",其中(?:包括|的)?$")

AGENT = Pattern(
    "policy.agent",
    "who did it, behind the document: 由…印发, 经…会议通过",
    r"(?P<lead>由|经|(?<=日)(?=[^,;:。!?\n《》]{4,40}?会议))(?P<who>[^,;:。!?\n《》]{2,60}?)(?P<done>(?:审议|讨论|表决|三读|初审|一致|正式|联合|共同|牵头|负责|组织|日前|近日|于)*"
    r"(?P<verb>通过|批准|印发|发布|公布|公告|出台|制定|制订|起草|研拟|拟定|编制|颁布|下发|修订|提出|核定|订定|研制|归口|编写))",
    examples={
        "该公告由财政部联合发布": "由财政部联合发布",
        "已经省政府会议审议通过": "经省政府会议审议通过",
    },
    rejects=("由此可见", "经过审议"),
)

IN_FORCE = Pattern(
    "policy.in_force",
    "what stands behind the date of coming into force",
    r"(?:\([^()]{1,8}\))?(?:零时)?(?:起|开始|以后|之日起)?(?:在[^,。;]{1,10})?(?:正式|全面|分阶段|分步|同步|统一|开始|全国)*"
    r"(?:施行|实施|生效|执行|适用|实行)",
    examples={"起正式施行": "起正式施行"},
    rejects=("起受理",),
)

NOW_IN_FORCE = late(r"(?:\([^()]{1,30}\))?(?:开始|正式|全面){0,2}(?:施行|实施|生效)")
# between verbs that are one: 审议并通过
CHAIN = frozenset({"", "并", "和", "、", "了"})
# behind a document these tell what it does: 《…》提出
NOT_PASSIVE = frozenset({"提出", "宣布", "作出", "制定", "公告", "转发", "推出", "签署", "签发"})
# no names: 该公司, 有关部门
NOT_NAMED = ("该", "本", "我", "有关", "相关", "各", "等")
COUNCIL = late(r"会(?=[今昨日前于在已三通决,(\d]|修正|审查|核定)")
# what may follow the body itself in its name: 市水务局党组, for 该局
PARTS = late(r"(?:党组|党委|党支部|机关|办公室|.{2,8}[处科室司队部中心])?$")

LEAD = Pattern(
    "policy.body.lead",
    "verbs and prepositions that stand right before a body and are no part of it",
    r"(?>(?:要|认真|深入|全面|坚决|严格|切实|学习贯彻|贯彻|落实|按照|根据|依据|依照|遵照|解读|传达|提请|报请|聚焦"
    r"|经(?![济信贸营开])|由|据|与|及|继|是|按|和(?![平县龙田静布顺])|对(?!外)|在|受|将(?!乐))+)",
    examples={"认真贯彻落实省委": "认真贯彻落实", "解读省委办公厅": "解读"},
    rejects=("省委", "经济部", "和平区委"),
)

BARE_BODY = Pattern(
    "policy.body.bare",
    "a body called by its kind alone, or by its number, as the subject of a clause",
    r"(?>(?:[ 今年日“]|同时|近日|日前|去年|近年来){0,6})(?P<body>政府|特区政府|[县市省港州]府|学会|协会|商会|学校|公司|集团|医院|[省市县区]局|总局|[全省市县区]?[一-龥]{0,4}管委会"
    r"|(?:兵团)?第[一二三四五六七八九十\d]{1,3}[师团]|(?![该本我各全大年峰内外])[\u4e00-\u9fff]{1,5}[部会署局院府](?=已|昨|今天|今日|日前|近日|上月|本月|上周|去年|三读|表决|\d{1,2}[月日]|$)|两高(?:[一二三四五六][部院])?|[中两国]办|工信部|卫福部|人社部|住建部|最高法|最高检|国家标准委|[上深北港]交所|央行|人行|金管局|行政长官)",
    examples={"学会近五年发布": "学会", "第十七师也将出台": "第十七师"},
    rejects=("该县出台",),
)

# between what one body did and what another did to the same document: A发布、我院牵头制定的《…》
PAIRED = late(
    r"(?:、|,(?:并|由)?)(?P<who>[^,;:。!?\n、《》]{2,24}?)(?:牵头|负责|主持|参与|主要|组织|联合|共同|承担|会同){0,3}$"
)
PAIRED_BEHIND = late(
    r"(?:、|,(?:并|由)?)(?P<who>[^,;:。!?\n、《》]{2,24}?)(?:牵头|负责|主持|参与|主要|组织|联合|共同|承担){0,3}"
    r"(?:制定|制订|起草|编制|研制|编写|修订|归口)"
)
OURS = late(r"我[院校局会司所市省县公集团]+")
WORDS = late(r"[^ 、]+")
# a body on the line above 关于印发《…》
LINE_ABOVE_ALONE = late(r"(?:^|\n)[ \t]*(?P<line>[^\n,。;:!?]{3,60})[ \t]*\n[ \t\n]*关于$")
OTHER_BARE = late(
    r"(?:、|和|与| )(?P<body>[省市县区]委办(?:公室)?|[省市县区]府办(?:公室)?|[国中]办|最高检|最高法)"
)
ANAPHOR = late(
    r"(?P<side>[署局部院校会司厅馆])方|该(?P<kind>局|厅|委|署|部|院|会|校|省|市|县|区|公司|中心|集团|协会|学会|大学|所|处)"
)

# What is done by a document, not to it: the rest of the sentence tells of something else.
BASIS = frozenset(["依据", "根据", "依照", "按照", "违反", "参照", "比照", "对照", "遵守", "围绕"])
