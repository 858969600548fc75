"""Places as written (昆明, 安徽芜湖繁昌区, 青江县石鼓镇三岔村)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from qextract.lexical import organisation_bounds as bounds
from qextract.lexicon import table
from qextract.mentions import Place, Span
from qextract.rules import Pattern

_LETTERS = "省市县区州旗盟镇乡村道"
_DIVISIONS = frozenset(
    "自治区 自治州 自治县 自治旗 特别行政区 开发区 新区 街道 社区 省 市 县 区 州 旗 盟 镇 乡 村".split()
)
_NOT_BEHIND = frozenset("委局政人长级厅场民直内外面属情域管际容值价医立领区")
"""Letters that make the division the beginning of another word (市委, 县长, 区域)."""
_LONGEST = 7
_NOT_PLACES = frozenset(
    "全省 全市 全县 全区 全州 我省 我市 我县 我区 本省 本市 本县 本区 该省 该市 该县 该区 该镇 该村 各省 各市 各县 "
    "各区 各州 各地市 超市 上市 股市 城市 都市 门市 楼市 夜市 早市 集市 地区 社区 小区 园区 校区 厂区 景区 城区 "
    "辖区 山区 市区 郊区 灾区 牧区 库区 片区 街区 片区 城镇 乡镇 农村 乡村 新村 街道 人行道 跨省 跨市 外省 外市 "
    "省市 市县 县市 区县 两市 两省 沪市 深市 创业板市 开市 罢市 入市 退市 救市 停市 收市 市 县 区 省 州 镇 乡 村 国旗 "
    "红旗 党旗 锦旗 同盟 联盟 加盟 欧盟 东盟 美丽乡村 历史文化名镇 专区 特区 战区 军区 禁区 误区 选区 雷区 服务区 "
    "保护区 示范区 试验区 开发区 新区 保税区 自治区 自治州 自治县 特别行政区 高新区 经开区 工业区 核心区 中心城区 "
    "老城区 主城区 贫困县 贫困村 行政村 自然村 中心村 建制镇 试点县 试点市 示范县 示范村 示范镇 百强县 直辖市 地级市 "
    "省会城市 县级市 中心城市 每村 每镇 每县 入村 进村 驻村 出村 全村 全镇 全乡 本村 我村 我镇 村村 回村 返乡 下乡 家乡 故乡 还乡 城乡".split()
)


@cache
def _names() -> tuple[dict[str, int], frozenset[str], int]:
    """The listed places with their level, their first two letters, the length of the longest."""
    known = {term: int(columns[0]) for term, columns in table("place_names").items()}
    return known, frozenset(term[:2] for term in known), max(map(len, known))


def _source() -> str:
    _, pairs, _ = _names()
    first = "".join(sorted({pair[0] for pair in pairs}))
    second = "".join(sorted({pair[1] for pair in pairs}))
    return f"[{first}](?=[{second}])|[{_LETTERS}](?![{''.join(sorted(_NOT_BEHIND))}])"


PLACE = Pattern(
    "place",
    "where a listed place may begin, or a division that is not listed may end",
    _source,
    examples={"在昆明召开": "昆", "赴青潭县": "县"},
    rejects=("县长介绍",),
)


def scan(text: str, regions: Sequence[Span]) -> list[Place]:
    """Places in `regions`, in text order; parts that follow each other are one place."""
    found: list[Place] = []
    known, pairs, longest = _names()
    for low, high in regions:
        edge = low
        for match in PLACE.re.finditer(text, low, high):
            start = match.start()
            end = 0
            if text[start : start + 2] in pairs:
                if start < edge:
                    continue
                for length in range(min(longest, high - start), 1, -1):
                    if text[start : start + length] in known:
                        end = start + length
                        break
            if not end:
                if text[start] not in _LETTERS or start < edge:
                    continue
                end = start + 1
                if text[end : end + 1] in _NOT_BEHIND:
                    continue
                start = _division(text, edge, end)
                if start < 0:
                    continue
            last = found[-1] if found else None
            if last is not None and last.end == start and last.start >= low:
                found[-1] = Place(text[last.start : end], last.start, end)
            else:
                found.append(Place(text[start:end], start, end))
            edge = end
    return found


def _division(text: str, edge: int, end: int) -> int:
    """Where a division that ends at `end` and is not listed begins, -1 where there is none."""
    for length in (5, 3, 2, 1):
        if text[end - length : end] in _DIVISIONS:
            break
    else:
        return -1
    start = bounds.left(text, max(edge, end - length - _LONGEST), end - length)
    form = text[start:end]
    if start == end - length:
        # 昆明|市: the ending alone goes with the place right before
        return start if start == edge and start > 0 and form != "道" else -1
    if end - start > length + 5 or form in _NOT_PLACES or not form.isalpha() or form.isascii():
        return -1
    return start
