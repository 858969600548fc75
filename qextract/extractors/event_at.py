"""The place in 在PLACE before a verb."""

from __future__ import annotations

from qextract.mentions import Span
from qextract.rules import Pattern

ADVERBS = r"(?>(?:成功|隆重|正式|联合|顺利|同时|率先|圆满|如期|分别|集中|公开|全面|共同|开始|率队|各|当庭|流窜|[一二终再]审|分批|同步|首次|拉开|进行|架设|展开|鸣枪|对外|面向公众){0,2})"

SHORT_PLACE = r"[京沪津渝港澳穗蓉杭](?=" + ADVERBS + r"$)"
"""A city or a region by its one-letter name, right before the verb (在京举行)."""

ONE_OF_SEVERAL = r"、(?=[^,。;:!?]{1,24}?(?:[等两多各三四五六七八]地|[两三四五六七八九十几数多\d]+[个大座家所处]?(?:城市|[省市县区州国镇乡村仓校站馆院厂园城]|会场|赛区|片区|场馆)))"
"""The mark between places that a number or 等地 sums up (临川、白沙等12个城市)."""

QUOTED_SPOT = r"“[^“”]{2,12}”(?=小区|社区|广场|酒店|商场|大厦|公寓|公馆|餐厅|码头|基地|园|馆|校区|中心|农场|农庄|民宿|工厂)"

PLACE = Pattern(
    "event.place",
    "在PLACE right before the verb, with at most an adverb between",
    r"[在于](?P<place>"
    + SHORT_PLACE
    + r"|(?:[^,。;:!?、在“”《》以被遭把对就因]|以[东西南北外内]|"
    + QUOTED_SPOT
    + "|"
    + ONE_OF_SEVERAL
    + r"){2,30}?)(?:\([^()]{1,60}\))?"
    r"(?:(?:[同与和跟把对就因](?![^,。;:!?]{1,12}?[两三多等]地)|以(?![东西南北内外])|(?<![利使应专军民公试备费信作])用(?!地|房))[^,。;:!?]{0,40}|(?:使用|采用|利用|通过|(?<![主支坚保维扶劫])持)[^,。;:!?]{1,40}|[被遭][^,。;:!?]{0,20})?(?P<adverb>"
    + ADVERBS
    + r")$",
    examples={
        "大会在昆明": "在昆明",
        "在县体育馆隆重": "在县体育馆隆重",
        "会于昆明": "于昆明",
        "在主场以3比1": "在主场以3比1",
        "论坛在京隆重": "在京隆重",
        "将在临川、白沙等12个城市": "在临川、白沙等12个城市",
        "在海湾旁的“蓝湾”小区": "在海湾旁的“蓝湾”小区",
    },
    rejects=("在", "在,"),
)

MEDIA = (
    r"(?:网志|面簿|脸书|微博|推特|朋友圈|公众号|抖音|官网|网站|客户端|视频号|社交媒体|媒体|期刊|杂志|小红书|接受.{0,12}采访"
    r"|(?:社交|互动|网络|线上|信息|发布|网上|电商|直播|短视频)平台)上?$"
)
"""Where somebody publishes, which is no place."""

NO_PLACE = Pattern(
    "event.no_place",
    "what stands behind 在 and is no place: a time, an occasion, a field of work",
    r"(?:会上|期间|方面|领域|过程中|(?<![家山水海])中|(?<![桥路街山岛海江河湖船车楼村镇县城场滩港州])上|(?:^|[班学家校程来去的])路上|[赛战会]场上|(?<![井地桥楼山])下|(?<![站门楼馆校院店场台])前|后|时|背景下|基础上|同时|一起|活动|工作|(?<![村居管]委)会|条件|情况|问题|名义)$"
    r"|(?:[年月日时午晚起]|(?<![田车房])间)$|(?:[民交刑特武]警|警员|人员|员工|记者|[男女]子|嫌疑人)$|^[主客]场|^未|情况下|^建[工项的]|不久$|之?[后前]不久|^(?:全国|全省|全市|全区|全县)(?!\d)|^(?:线|此|这|那|该|其|我)"
    r"|^(?:[省市县区校院国境业]|辖区|行业|系统|[^,]{0,8}范围)内$|^[东西中]部地区|^(?:主板|创业板|科创板|新三板|官网)|"
    + MEDIA,
    examples={"大会期间": "期间", "全省": "全省", "社交平台": "社交平台", "辖区内": "辖区内"},
    rejects=("昆明",),
)

NO_PREPOSITION = frozenset("位处属由关对等高低大小少多鉴")
"""What makes 于 the end of another word (位于, 由于, 关于)."""


def place_before(text: str, start: int, end: int) -> tuple[Span | None, int] | None:
    """The place in 在PLACE before `end`, and where that phrase begins.

    The place is `None` where the phrase names no place (在全省); `None` alone: no such phrase.
    """
    to = text.rfind("于", start, end)
    while to > start and text[to - 1] in NO_PREPOSITION and text[to - 2 : to] != "海关":
        to = text.rfind("于", start, to)
    begin = max(text.rfind("在", start, end), to)
    if begin < 0:
        return None
    match = PLACE.re.match(text, begin, end)
    if match is None:
        return None
    if NO_PLACE.re.search(match["place"]):
        return None, begin
    low, high = match.span("place")
    on = high - low > 2 and text[high - 1] == "上" and text[high - 2] in "桥路街山岛村州"
    return (low, high - on), begin
