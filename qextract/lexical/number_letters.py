"""Where a Chinese numeral counts nothing: words (四川, 统一), list marks, labels, lone ciphers.

A cipher that stands by itself is a number where something counted follows it (三项, 两部门) or
where it is spoken of as a number (答案是四); else it is a letter of a name (韦一鸣, 三岔村).
"""

from __future__ import annotations

from functools import cache

from qextract import lexicon
from qextract.lexical import quantity_units
from qextract.rules import late


def is_letter(text: str, begin: int, end: int, ceiling: int) -> bool:
    """Whether the numeral text[begin:end] counts nothing there."""
    if in_word(text, begin, end):
        return True
    after = text[end] if end < ceiling else ""
    if after in _LABELLED and _LABEL.match(text, end, ceiling):
        return True  # 三号桥, 七楼, 一型
    if after == "次" and text[begin - 1 : begin] in _BODIES_MEET and _MEETING.match(text, end):
        return True  # 十五届人大三次会议
    if _is_mark(text, begin, end, after) or _is_score(text, begin, end, after):
        return True
    written = text[begin:end]
    if end - begin == 2 and written[0] == written[1] and written[0] in _CIPHERS:
        return begin > 0 or end < len(text)  # 三三两两
    if written in _LONE or (end - begin == 2 and written[0] in _LONE and written[1] in _CIPHERS):
        return not _counts(text, begin, end, ceiling)
    return False


def in_word(text: str, begin: int, end: int) -> bool:
    """Whether the numeral is part of a word of the lists: 第三方, 统一, 万一."""
    words = _words()
    figure = text[begin:end]
    for key in (figure + text[end : end + 1], text[begin - 1 : begin] + figure, figure):
        for prefix, suffix in words.get(key, ()):
            if text.startswith(suffix, end) and text.startswith(prefix, begin - len(prefix)):
                if prefix == "高" and text[begin - 2 : begin - 1] == "身":
                    continue  # 身高一米六
                # 大三 is a student's year, but 扩大三倍 and 每周三次 count
                fixed = figure == "一" if prefix and not suffix else bool(prefix)
                if fixed or not _opens_unit(text, end, len(suffix)):
                    return True
    return figure == "一" and text[begin - 1 : begin] in _NEIGHBOURS and _is_neighbour(text, begin)


_LONE = frozenset("一二两三四五六七八九十")
_CIPHERS = frozenset("一二三四五六七八九")
_LABELLED = frozenset("号楼型室比")
_LABEL = late(r"号(?![召称])|室(?![内外])|楼(?![盘市宇房层梯])|型(?![号材])")
_BODIES_MEET = frozenset("届大协委会")
_MEETING = late(r"次(?:全体)?(?:会议|全会)")
_NEIGHBOURS = frozenset("上下")
_NEIGHBOUR = late(r"一[篇条则版页期章轮届任代次场站季年周月层级步个张节回阶步]")
# 写下一篇, 加上一个: the 上 and 下 of a verb
_VERBS = frozenset(
    "写留加送补添放种打定立签订许挂贴画划踏走登穿戴献奏谱系印刻算赔搭摊配绑附喝咽吞丢扔落倒撒洒跌降按坐躺跪蹲停剩攒存"
    "买租拍录记编埋拿夺拔攻接领承考盖再赶带投迈刷拉套看爱盯交追递捧摆端传住娶吃赢拥用取创"
)
_LINE_STARTS = frozenset("\n。;!?")
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿")
_LIST_ON = late(r"(?>(?:[、和或与及至到~～—–-][一二两三四五六七八九十百千万]++){1,4})")
_TENTHS_AFTER = frozenset("米块元尺丈斤毫毛角圆")
_FIGURES = _NUMERALS | frozenset("两0123456789")
_SAID = frozenset("是为“:=成到从")
_AFTER_SAID = frozenset("不却而这那也还就都或和与跟等,。;:!?”)")
# who and what a cipher counts without a classifier, beside the counted nouns of the lists
_BODIES = (
    *("部委", "部门", "省份", "省区", "市州", "市县", "县区", "县市", "区县", "乡镇", "社区"),
    *("公司", "银行", "企业", "高校", "医院", "学校", "民族", "党派", "大理念", "队", "省", "市"),
    *("县", "国", "兄弟", "姐妹", "姊妹", "夫妻", "父子", "母子", "老人", "学生", "青年", "男子"),
    *("女子", "嫌犯", "嫌疑人", "被告", "球员", "选手", "司机"),
)


def _is_neighbour(text: str, begin: int) -> bool:
    """上一篇, 下一届: the one before or after."""
    return _NEIGHBOUR.match(text, begin) is not None and text[begin - 2 : begin - 1] not in _VERBS


def _is_mark(text: str, begin: int, end: int, after: str) -> bool:
    """Whether the numeral is a list mark: 十一、 at the start of a line, (十二)."""
    if after == ")":
        return text[begin - 1 : begin] == "(" and end - begin <= 3
    if after != "、" or text[end + 1 : end + 2] in _NUMERALS:
        return False
    at = begin
    while at and text[at - 1] == " ":
        at -= 1
    return at == 0 or text[at - 1] in _LINE_STARTS


def _is_score(text: str, begin: int, end: int, after: str) -> bool:
    """三比一: both sides of it."""
    if after == "比":
        return text[end + 1 : end + 2] in _NUMERALS
    return text[begin - 1 : begin] == "比" and text[begin - 2 : begin - 1] in _NUMERALS


def _counts(text: str, begin: int, end: int, ceiling: int) -> bool:
    """Whether something counted follows a lone cipher, or the text speaks of it as a number."""
    at = end
    while at < ceiling and text[at] == " ":
        at += 1
    after = text[at] if at < ceiling else ""
    if after and _is_counted(text, at, ceiling):
        return True
    listed = _LIST_ON.match(text, at, ceiling)
    if listed is not None and listed.end() < ceiling and _is_counted(text, listed.end(), ceiling):
        return True
    if text[begin - 1 : begin] in _TENTHS_AFTER and text[begin - 2 : begin - 1] in _FIGURES:
        return True  # 三米九, 五块六
    if not begin:
        return not after or after in _AFTER_SAID or after == "的"
    return text[begin - 1] in _SAID and (not after or after in _AFTER_SAID)


_BRANCHES = frozenset("局店院校部会队公行")
_NAME_ENDS = frozenset("区村校地城乡")


def _is_counted(text: str, at: int, ceiling: int) -> bool:
    if text[at] == "分" and text[at + 1 : at + 2] in _BRANCHES:
        return False  # 三分局
    if text[at] in "成折分倍番半多余几来月日%" or text.startswith(_BODIES, at):
        return True
    if quantity_units.match(text, at, ceiling) is not None:
        return True
    if text[at] in _NAME_ENDS:
        return False  # 二校, 三村, 八区: names more often than counts
    return quantity_units.counted_noun(text, at, arabic=True)


def _opens_unit(text: str, end: int, size: int) -> bool:
    """Whether the letters behind the numeral begin a longer unit: 三公里, 四平方米, 十分钟."""
    found = quantity_units.match(text, end, len(text)) if end < len(text) else None
    return found is not None and found.end > end + size


_NUMERAL = late("[零〇一二两三四五六七八九十百千万亿佰]+")


@cache
def _words() -> dict[str, tuple[tuple[str, str], ...]]:
    """The words by each of their numerals with the character behind it, or else before it.

    A word comes as what it has before and behind the numeral.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    for word in lexicon.words("numeral_words") | lexicon.words("numeral_phrases"):
        for found in _NUMERAL.finditer(word):
            prefix, suffix = word[: found.start()], word[found.end() :]
            key = found.group() + suffix[0] if suffix else prefix[-1:] + found.group()
            groups.setdefault(key, []).append((prefix, suffix))
    return {key: tuple(sorted(parts)) for key, parts in groups.items()}
