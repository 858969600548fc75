"""Words around persons and posts: what is said, what joins names, who rules abroad."""

from __future__ import annotations

import re
from functools import cache

from qextract.lexical.name_ends import HAN
from qextract.rules import late

SAYS = (
    "指出|强调|表示|介绍|认为|透露|提醒|补充|坦言|直言|回应|答复|通报|要求|宣布|呼吁|告诉|解释|称赞|建议|"
    "承诺|说|称|指|谈到|提到|回忆|感叹|感慨|致辞|讲话|发言"
)


@cache
def says() -> re.Pattern[str]:
    """The verbs of attribution, the longest first."""
    return re.compile(SAYS)


SAID = late(rf"(?:[^,。;:!?、\n]{{0,12}}(?:上|中|时|后|则|也|还|亦|同日))?(?P<verb>{SAYS})")
NEXT = late(r"、|,? ?(?:以及|和|与|及|暨)")
LISTED = late(rf"、|,? ?(?:以及|和|与|及|暨)| {{1,4}}(?={HAN} ?{HAN})")
NEXT_CLAUSE = late(r"[^、,。;:!?\n《》“”到赴在]{1,20}[,;]")
MEMBERS = frozenset(["成员", "组员", "委员"])
TOLD_ASIDE = late(r"\([^()\n]{2,30}\)(?=[、和与及])")
"""What a list tells of a person in brackets: 副组长:A(副县长)、B(公安局局长)."""
CELL_GAP = late(r"[ \t|]{1,8}(?=[^\W\d_])")
SOVEREIGN = frozenset(
    [
        "总统",
        "总理",
        "首相",
        "国王",
        "女王",
        "王储",
        "天皇",
        "外长",
        "防长",
        "财长",
        "国务卿",
        "外相",
        "大臣",
        "议长",
        "总督",
    ]
)
RANKS = frozenset(["上将", "中将", "少将", "大校", "上校", "中校", "少校", "准将"])
SERVICES = frozenset(["", "陆军", "海军", "空军", "武警", "火箭军"])
POLICE = frozenset(
    [
        "助理总监",
        "副总监",
        "总警监",
        "警监",
        "总警司",
        "高级警司",
        "警司",
        "总督察",
        "高级督察",
        "督察",
        "警长",
    ]
)
COACHES = frozenset(["主教练", "主帅", "助理教练", "教练", "总教练", "主教头"])
"""Posts that foreigners hold in clubs whose name tells no country."""
TITLE_BEHIND = RANKS | POLICE | {"教授", "副教授", "院士", "研究员"}
SILKS = ("资深大律师", "太平绅士")
"""Honours behind a name in Hong Kong that are no posts."""
STAGED = late(r"(?:作者.?|饰演|扮演|出演|主人公|主角|男一号|女一号|剧中|片中|书中)[的 ]?$")
"""What stands in front of posts that nobody holds, or that tell who wrote."""
WORLD = (
    "联合国",
    "欧盟",
    "北约",
    "世界",
    "世卫",
    "国际",
    "东盟",
    "非盟",
    "阿盟",
    "上合组织",
    "欧洲",
)
BRANCH = late(
    rf"(?!由){HAN}{{1,3}}(?:分行|支行|分公司|子公司|监管局|监管分局|分局|营业部|中心支行|办事处|市|海关)"
)
"""景和银行长泽分行: no head of the bank, but a branch at a place that begins with 长."""
PLACE_ENDS = frozenset("区路街桥园站县湖江河沟寺镇乡村巷线道广铁")
HONOUR = late(r"(?:拿督|丹(?=斯))(?:斯里|斯理|威拉|巴都卡)?|拿汀(?:斯里|巴都卡)?")
"""Malay titles of honour in front of a name."""
HONOURED = ("拿督", "拿汀", "丹斯里")
LONGEST_CHAIN = 24
BODY = 30
GIVES = late(
    r"(?:为|委任|受委|(?<=[^,。;:!?()\n、现时曾历前原新兼专])(?:任|担任|出任|当选|接任|升任|转任|调任))$"
)
"""Behind a person, what gives the posts that follow."""
GIVEN = late(r"(?:当选为?|担任|出任|获任|任|选为)$")
ALSO_ARE = late(r"的(?:还有|有|分别是|分别为|包括)[::]?")
CONDUCTED = ("团", "队", "院", "部", "会")
"""What 指挥 stands behind where it is a post: 交响乐团指挥."""
JOINS = frozenset(["和", "与", "及", "以及"])
COURTESY = frozenset(["同志", "先生", "女士", "小姐", "博士"])
TAKEN_BY = ("接任", "担任", "兼任", "出任", "继任", "接替", "暂代", "代理")
HOLDS = ("担任", "兼任", "出任")
SENTENCE = "。!?;\n"
AFTER_GROUP = late(
    r"(?:主持(?:会议)?(?:并(?:讲话|致辞|作报告))?|出席(?:会议|并讲话)?|参加(?:会议)?|讲话)?[、,;]? ?(?:以及|和|与|及|暨)?(?:原|前|时任)?"
)
