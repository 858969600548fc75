"""Names that are not Chinese: with a dot, in Latin letters, of the steppe, in characters by sound."""

from __future__ import annotations

from qextract.lexical.name_ends import GRAMMAR, HAN, NOTHING, WORD, Name, behind
from qextract.lexicon import table, words
from qextract.rules import Pattern, late

DOTTED = Pattern(
    "name.dotted",
    "a name of parts joined by a dot (minorities, foreigners); its last part may run on",
    rf"{HAN}{{1,8}}+(?>(?:[·-](?>(?:{HAN}|[A-Z]){{1,10}})\.?){{1,5}})",
    examples={"副主席艾山江·玉素甫,": "副主席艾山江·玉素甫"},
    rejects=("艾山江、玉素甫",),
)

LATIN = Pattern(
    "name.latin",
    "a name in Latin letters of two words or more",
    r"[A-Z][a-z'’\-]*+\.?(?>(?: (?:(?:van|von|de|der|da|di|la|le|bin|al)\b ?)?[A-Z][A-Za-z'’\-]*+\.?){1,3})",
    examples={"教授Alan Marsh等": "Alan Marsh", "由Karl von Winter主讲": "Karl von Winter"},
    rejects=("采用GB标准", "Whitfield"),
)

ROMAN = late(r"\([A-Za-zÀ-ÿ .'’\-·]{2,60}\)")
"""A name's Latin spelling in brackets."""

_FOREIGN_CHARACTERS = frozenset(
    "阿埃艾爱安昂奥巴白拜班邦鲍贝本比彼毕宾波伯博布采查达戴丹道德迪蒂丁东杜敦多厄恩法凡费芬丰冯佛弗福富"
    "盖冈高戈哥格根贡古圭哈海汉豪赫黑亨洪胡华怀霍基吉加佳贾杰金津卡凯坎康考科可克肯孔库夸奎昆拉莱赖兰朗劳勒"
    "雷蕾黎李里丽利莉连良列林琳龙卢鲁路伦罗洛吕马玛迈麦曼毛梅门蒙米密敏明莫默姆木穆纳娜南瑙内尼妮宁纽"
    "农努诺欧帕潘庞佩彭皮平婆珀普奇齐恰强乔切钦琼丘曲让热仁日荣茹儒瑞若萨赛桑瑟森沙山尚绍舍申圣盛施什"
    "史朔斯丝思司松苏索塔泰坦汤唐陶特腾提廷通图托瓦旺威韦维魏温文翁沃乌武西希锡夏香肖歇谢辛欣兴雄休修"
    "雪亚延扬耶叶伊易因英永尤于约泽曾扎詹张哲真治中朱卓兹子宗佐内塔世四三二一五六不都买合江力依孜古努尔吐逊肉玉素甫衣吾普热娃雅茨缪贾翰逊顺洁黛碧玻茜菲缇莎萝莲琪珊姬娅媞薇蓓婕垂辛纽约瑙京塞夫契撒汀济滕生登蓬谭隆柯舒蒲楚嘉顾祖茅慕拿孟满理孙许芝川岑聪坡陀涅匈葛甘罕寇宽坤牟穆墨聂屈史叔舜苔韬屠吴伍悉晓雍迭迦伽冉阮邓隐帝杨鲜茵黄钱威嫩莓杏素丸丘呼别略斐仓琴顿芙葆芭芮慈隽堡逖戎妥彻谟颂勐噶仕蓝晴裴"
)
STEPPE = frozenset(
    "阿艾巴白布才次措达旦丹当德登都多额尔噶嘎高格根贡古哈浩呼吉加江杰金康克拉朗勒龙洛卓玛毛梅木慕那娜尼诺其奇"
    "琪强曲热仁日萨桑沙斯苏索塔特图娃旺乌夏雅央叶伊永玉云扎珍智宗孜增尊和力提买孟宝音朝鲁敖道包"
    "西仓平益丽兰吾逊甫素依明肉合曼里麦吐迪帕孜汗别坚赞群培欧珠村登晋美久让青南嘉姆顿普米边完东措占堆甲"
    "呷惹子牛伍侯火嫫石史莫铁琴赤林列确雅通满铁顺牧恩娅托毕居赛亚森卡则玛不帖瓦司义马哲勤恰乃拜乐胡毕力德才钦苍绰俄荣嘎谢戈白什布贺希纽桂冈"
)
"""Letters of names that are neither Chinese nor written with a dot."""


def dotted(text: str, at: int, end: int, stop: int) -> Name | None:
    """The last part ends at the first good place; the parts in front are whole."""
    last = max(text.rfind("·", at, end), text.rfind("-", at, end)) + 1
    spots = [(to, behind(text, to, stop)) for to in range(last + 1, end + 1)]
    firm = next((spot for spot in spots if spot[1] >= WORD and spot[0] - last > 1), None)
    firm = firm or next((spot for spot in spots if spot[1] >= WORD), None)
    loose = next((spot for spot in spots if spot[1] == GRAMMAR and spot[0] - last > 1), None)
    if firm is not None:
        # a letter that also begins a verb (提出席): the later end is the better one
        while (longer := (firm[0] + 1, WORD)) in spots and foreign_only(text[firm[0] : longer[0]]):
            firm = longer
        if loose is None or loose[0] > firm[0] or foreign_only(text[loose[0] : firm[0]]):
            return Name(text[at : firm[0]], firm[0], firm[1])
    if loose is not None:
        return Name(text[at : loose[0]], loose[0], GRAMMAR)
    to = last + 1
    while to < end and to - last < 5 and foreign_only(text[to]):
        to += 1
    return Name(text[at:to], to, NOTHING)


def foreign_only(part: str) -> bool:
    return all(character in _FOREIGN_CHARACTERS for character in part)


def steppe(text: str, at: int, stop: int) -> Name | None:
    """A name of four letters or more made of known parts (白玛次仁, 那仁其其格)."""
    end = _run(text, at, min(stop, at + 9), STEPPE)
    if end - at < 4:
        return None
    parts = words("name_parts")
    common = table("surnames").get(text[at], ("",))[0] == "common"
    for to in range(end, at + 3, -1):
        sure = behind(text, to, stop)
        if not sure:
            continue
        covered = [
            index
            for index in range(at, to - 1)
            if text[index : index + 2] in parts or text[index : index + 3] in parts
        ]
        known = sum(2 + (text[index : index + 3] in parts) for index in covered)
        if known >= (2 if sure >= WORD and (to - at > 4 or not common) else 4):
            return Name(text[at:to], to, sure)
    return None


def _run(text: str, at: int, stop: int, letters: frozenset[str]) -> int:
    """Where the run of `letters` that starts at `at` ends."""
    while at < stop and text[at] in letters:
        at += 1
    return at


def transliterated(text: str, at: int, stop: int) -> Name | None:
    end = _run(text, at, min(stop, at + 8), _FOREIGN_CHARACTERS)
    for to in range(at + 2, end + 1):
        sure = behind(text, to, stop)
        if sure >= WORD:
            return Name(text[at:to], to, sure)
    for to in range(end, at + 1, -1):
        if behind(text, to, stop):
            return Name(text[at:to], to, GRAMMAR)
    return None
