"""The constructions that tell a person's posts, as rules: each names how name and post stand.

The lexical layer finds them (`qextract/lexical/people.py`); a rule here says what each one is for,
and holds the sentences that it must and must not read.
"""

from __future__ import annotations

from qextract.mentions import Person, Position
from qextract.rules import rule


def _posts(person: Person) -> tuple[Position, ...]:
    """The posts that a standing gives."""
    return person.positions


rule(
    "official.org_post_name",
    "ORG POST NAME, the plainest way",
    examples={
        "据临川市市场监管局局长谷雨介绍,抽查已经结束。": "谷雨: 临川市市场监管局/局长",
        "南湾县教育局副局长(时任县第二中学校长)司马远违规发放补贴。": "司马远: 南湾县教育局/副局长, 县第二中学/校长*",
        "县教育局原局长田丰受贿一案宣判。": "田丰: 县教育局/局长*",
        "外交部长何川16日会见了来访的客人。": "何川: 外交部/部长",
        "省委书记江源到临川调研。": "江源: 省委/书记",
        "秘鲁总理赛萨尔出席了开幕式。": "赛萨尔: 秘鲁/总理",
        "市场监管总局标准技术司副司长柳青说,标准已经发布。": "柳青: 市场监管总局标准技术司/副司长",
        "自治区副主席阿迪力·买买提出席会议。": "阿迪力·买买提: 自治区/副主席",
        "南湾大学教授Alan Weber等作了报告。": "Alan Weber: 南湾大学/教授",
    },
    rejects=(
        "省市场监管局有关负责人介绍,抽查已经结束。",
        "记者谷雨报道。",
        "市民王女士说。",
        "该局局长表示,将加强检查。",
    ),
)(_posts)

rule(
    "official.post_name",
    "POST NAME, with no body named right in front",
    examples={
        "会议由副省长田野主持。": "田野: -/副省长",
        "县长关山说,资金已经下拨。": "关山: -/县长",
        "省应急管理厅启动响应,副厅长石磊率工作组赶到现场。": "石磊: 省应急管理厅/副厅长",
    },
    rejects=("局长高度重视,作出批示。", "会长单位派代表参加。"),
)(_posts)

rule(
    "official.posts_name",
    "several posts, joined by 、, a comma, 兼 or 和, before one name",
    examples={
        "省水利厅党组书记、厅长江源主持会议。": "江源: 省水利厅/党组书记, 省水利厅/厅长",
        "副省长、省公安厅厅长成功出席。": "成功: -/副省长, 省公安厅/厅长",
        "市委常委、秘书长、统战部部长方舟到会。": "方舟: 市委/常委, 市委/秘书长, 市委统战部/部长",
        "县水务局原党组书记、局长钱进被查。": "钱进: 县水务局/党组书记*, 县水务局/局长*",
        "时任省水利厅处长、现任省水投集团副总经理程远回忆说。": "程远: 省水利厅/处长*, 省水投集团/副总经理",
    },
    rejects=("省委书记、省长相继作出批示。",),
)(_posts)

rule(
    "official.post_names",
    "one post, or one chain of posts, shared by several names",
    examples={
        "副市长白鹭、田野、金小满出席会议。": "金小满: -/副市长",
        "省人大常委会主任钟声,副主任包容、舒畅出席。": "舒畅: 省人大常委会/副主任",
    },
    rejects=("副市长、各局负责人出席会议。",),
)(_posts)

rule(
    "official.post_colon_name",
    "POST:NAME, in lists and brackets",
    examples={"请向南湾市住建局招标科(科长:池清)反映。": "池清: 南湾市住建局招标科/科长"},
    rejects=("局长:大家好,欢迎来到直播间。",),
)(_posts)

rule(
    "official.name_bracket",
    "NAME(POST)",
    examples={"出席者有谷雨(市水务局局长)等。": "谷雨: 市水务局/局长"},
    rejects=("谷雨(记者)报道。",),
)(_posts)

rule(
    "official.name_comma_post",
    "NAME,POST,VERB",
    examples={"谷雨,临川市市场监管局局长,表示将加强检查。": "谷雨: 临川市市场监管局/局长"},
    rejects=("目前,市场监管局局长,表示将加强检查。",),
)(_posts)

rule(
    "official.takes_post",
    "NAME任POST, also 担任, 出任, 当选, 是; past where the time is over",
    examples={
        "董事会换届,江源出任公司董事长。": "江源: 公司/董事长",
        "钱途2019年5月至2021年12月任县水土保持站主任。": "钱途: 县水土保持站/主任*",
    },
    rejects=("钱途拟任乡镇党委书记。",),
)(_posts)

rule(
    "official.appointed",
    "任命NAME为POST, also 选举, 聘任, 增选",
    examples={
        "会议决定任命方圆为南岭省生态环境厅厅长。": "方圆: 南岭省生态环境厅/厅长",
        "会议选举江源为公司董事长、周全为副董事长。": "周全: 公司/副董事长",
    },
    rejects=("会议提名方圆为南岭省省长候选人。",),
)(_posts)

rule(
    "official.dismissed",
    "免去NAME的POST职务, NAME辞去POST: a post that is over",
    examples={"会议免去丰年的省农业农村厅厅长职务。": "丰年: 省农业农村厅/厅长*"},
    rejects=("会议研究了免去厅长职务的程序。",),
)(_posts)

rule(
    "official.name_post",
    "NAME POST, the post behind the name",
    examples={"论文通讯作者为德国海洋所Karl Winter研究员。": "Karl Winter: 德国海洋所/研究员"},
    rejects=("团队现有教授4名、研究员3名。",),
)(_posts)

rule(
    "official.name_around_post",
    "SURNAME POST GIVEN NAME, as Taiwanese minutes and news write it",
    examples={"苏院长贞文指示各部会加强应变。": "苏贞文: -/院长"},
    rejects=("周会长刘明说。", "会长周竹青表示。"),
)(_posts)
