"""The name of an occasion or a thing, read off the words around the verb."""

from __future__ import annotations

from collections.abc import Collection

from qextract.mentions import Span
from qextract.rules import Pattern

OCCASION = (
    r"(?:会议|大会|年会|全会|例会|峰会|论坛|座谈会|发布会|通气会|推进会|研讨会|现场会|博览会|交易会|展销会|展览会|运动会|"
    r"会谈|见面会|说明会|听证会|动员会|培训会|欢送会|对接会|洽谈会|招聘会|音乐会|演唱会|晚会|记者会|简介会|弹唱会|"
    r"仪式|典礼|活动|大赛|比赛|联赛|锦标赛|邀请赛|大奖赛|公开赛|决赛|赛|艺术节|文化节|节|展览|图片展|展|讲座|"
    r"公开课|大讲堂|讲堂|宣讲|开放日|体验营|训练营|冬令营|主题党日|培训班|研修班|夏令营|演练|演习|军演|阅兵|游行|集会|葬礼|婚礼|选举|大选|公投|研讯|聆讯|投票|高考|中考|考试|面试|笔试|磋商|会晤|会商|对话|座谈|谈判|巡游|义诊|路演|拍卖|马拉松|首发式|首映式|揭牌式|开学式|启动式|联欢|校庆|庆典|庙会|灯会|音乐节|嘉年华|沙龙|访谈|汇演|路跑|锦标赛|回合|对决|之战|行动|专项检查|专项整治|专项巡视|检查|调查|监测|普查|会)"
)

TAIL = Pattern(
    "event.occasion",
    "the noun at the end of an occasion's name",
    OCCASION
    + r"(?=$|[,。;:!?、(“”)]|在|于|上|期间|将|正式|启动|开幕|闭幕|召开|举行|的|并|和|与|及|时|后|前|说|称|最|吸引|让|成为|十分|还|也|共|由|是|已|对|就|向|\d{4}”)",
    examples={"全省质量大会在合肥召开": "大会", "召开新闻发布会": "发布会"},
    rejects=("会议室", "活动室里"),
)

LEADING = Pattern(
    "event.leading",
    "what stands in front of a name and is no part of it: bullets, adverbs, 为期三天的",
    r"(?>(?:[\s,:、●■◆▪•·]|\([^()]{0,24}记者[^()]{0,24}\)|【[^】]{0,12}】|又讯|另讯|另悉|本报讯|本网讯|今年|去年|明年|日前|近日|据悉|其中|同时|随后|此前"
    r"|此次|由|将(?!军)|已|又|还|也|并|亦|再|均|都|计划|预计|拟|料|定于|首场|一场|一个|[一二两三四五多数几]轮|两次|多次|数次|首次|再次|一次|组织(?!部|工作|生活)|联合(?!国|会|行动|演|军演|执法|检查|调查|声明|公报|整治|巡)"
    r"|共同(?!体)|如期|本次|先后|陆续|继续|为期.{1,4}的|了|着|过|起(?!重)|一项|两项|一批|一起|下一场|上一场|这场|那场|该场|相继|正在|正式|有关|关于|上午|下午"
    r"|晚上|晚间|凌晨|当天|中午|则|是|这是|全面|随即|率先|就)+)",
    examples={
        "●又讯 全省水利大会": "●又讯 ",
        "(记者江源)全省水利大会": "(记者江源)",
        "为期两天的大会": "为期两天的",
    },
    rejects=("联合国大会", "组织部"),
)

TRAILING = Pattern(
    "event.trailing",
    "what stands behind a name and is no part of it: adverbs and prepositions before the verb",
    r"(?:将|已|已经|又|还|也|并|亦|再|均|都|计划|预计|拟|料|定于|订于|正式|全面|成功|顺利|全部|陆续|如期|率先|同步|同时|首次"
    r"|于|自|从|由|在|被|至|直至|指出|显示|表明|现场|隆重|圆满|联合|共同|继续|照常|则是|则|是|实现|(?<![许认宁])可|有望|(?<=[赛程会])中|(?<=[季展节会赛月周站式动])[订定]|今天|今日|昨日|昨天|日前|近日|开始|即将|分别|先后|最终|胜利"
    r"|率队|接受|多次|连续|空载|获准|获批|公开|起|就|依法|经|予以|对外|对公众|向公众|面向公众|向社会|面向社会|对社会|对游客|分阶段|分批|,|\s|、)+$",
    examples={"江北水厂已于": "已于", "大会将在": "将在"},
    rejects=("江北水厂",),
)


def open_cut(text: str, start: int, end: int, marks: str) -> int:
    """The offset behind the last of `marks` in the range that stands outside quotes and brackets."""
    depth, cut = 0, start
    for at in range(start, end):
        character = text[at]
        if character in "“《(‘":
            depth += 1
        elif character in "”》)’":
            depth = max(0, depth - 1)
        elif depth == 0 and character in marks:
            cut = at + 1
    return cut


CUT = Pattern(
    "event.clause_cut",
    "a mark between clauses; short quotes, titles and brackets are passed over whole",
    r"“[^“”。!?\n]{1,60}+”|《[^《》\n]{1,80}+》|\([^()\n]{1,60}+\)|\d,(?=\d{3}(?!\d))|([,;:。!?】\n])",
    examples={"会议召开,次日闭幕": ","},
    rejects=("会议召开",),
)


def clause_cuts(text: str, start: int, end: int) -> list[int]:
    """The offsets of the marks that part the clauses of a sentence, in order."""
    return [match.start() for match in CUT.re.finditer(text, start, end) if match[1]]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The range without adverbs and marks at both ends; `None` where nothing is left."""
    lead = LEADING.re.match(text, start, end)
    if lead:
        start = lead.end()
    tail = TRAILING.re.search(text, max(start, end - 24), end)
    if tail:
        end = tail.start()
    return (start, end) if end - start >= 2 else None


def noun_phrase(text: str, start: int, end: int) -> Span | None:
    """The last noun phrase of the range: what follows the last open 的, trimmed."""
    cut = open_cut(text, start, end, "的")
    if end - cut < 2:
        cut = start
    return trimmed(text, cut, end)


ANY_TAIL = Pattern(
    "event.any_tail",
    "the noun at the end of an occasion's name, whatever follows",
    OCCASION,
    examples={"常务会议审议": "会议"},
    rejects=("水库",),
)


def occasion(text: str, start: int, end: int, verbs: Collection[int] = frozenset()) -> Span | None:
    """The name of an occasion that ends the range or the longest stretch of it.

    verbs: where verbs begin; a name may also end right before one (召开的常务会议审议…).
    """
    last = 0
    for match in TAIL.re.finditer(text, start, end):
        last = match.end()
    if not last:
        last = max(
            (m.end() for m in ANY_TAIL.re.finditer(text, start, end) if m.end() in verbs), default=0
        )
    if not last:
        return None
    if text[last : last + 4].isdigit() and text[last + 4 : last + 5] == "”":
        last += 4
    if text[last : last + 1] == "”" and text.rfind("“", start, last) > text.rfind("”", start, last):
        last += 1
    return noun_phrase(text, start, last)
