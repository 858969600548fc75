"""Wrong encodings: what programs make of Chinese bytes that were cut, lost or misread.

`SHIFTS` and `MISREADS` map a name to `(text, rng) -> damaged text`. Modelled on pages as they are
found: readers that leave `?` or U+FFFD for a byte they cannot read, that drop it, or that take the
ASCII character behind it along; byte-wise splitting at a full stop; later conversion on top.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from random import Random

from damage import convert, glossed

Damage = Callable[[str, Random], str]
Reader = Callable[[bytes], str]

SENTENCES = """\
临川市市场监管局局长谷雨指出,“质量是企业的生命线,要把标准化工作抓紧抓实。”
“今年以来,我们走访企业326家,解决问题118个。”省工信厅副厅长江源表示。
9月18日,全省质量提升行动推进会在安平市召开,副省长白鹭出席并讲话。
国务院办公厅印发《关于加快发展循环经济的指导意见》,自2024年1月1日起施行。
上半年全市实现工业增加值512.6亿元,同比增长7.3%,高于全省平均水平1.2个百分点。
记者了解到,该项目总投资3.5亿元,占地120亩,预计明年6月建成投产。
“群众的事没有小事!”社区党委书记田野说,“有困难就找我们。”
会议强调,要深入学习贯彻党的二十大精神,全面落实高质量发展要求。
河阳大学教授金玉良认为,人工智能(AI)将推动制造业数字化转型。
截至10月底,全市共有养老机构86家、床位1.2万张,服务老年人9万余人次。
他说:“企业是创新的主体,要让企业敢投入、能创新、有回报。”这番话引起热烈掌声。
市委书记方舟到东湖区调研基础设施建设,实地察看了3号线地铁站和污水处理厂。
近日,海关总署发布数据,前三季度我国进出口总值30.8万亿元人民币。
《滨海市优化营商环境条例》经市人大常委会审议通过,共8章65条。
县农业农村局组织技术人员深入田间地头,指导农户做好冬小麦田间管理。
“乡村振兴,关键在人。”驻村第一书记林晓说,村里去年人均收入达到2.3万元。
公安机关依法查处违法案件47起,抓获犯罪嫌疑人63名,挽回经济损失800多万元。
省教育厅、省财政厅联合下发通知,对家庭经济困难学生给予资助。
中国科学院院士陆川介绍,这一成果发表在国际学术期刊Nature上。
7月12日上午,北山县遭遇强降雨,3条公路中断,1200余名群众安全转移。
这个县的茶叶种植面积达15万亩,带动2.6万户茶农增收,“绿叶子”变成了“金叶子”。
董事长秦岭在致辞中说,公司将继续加大研发投入,建设世界一流企业。
为什么说服务业是经济增长的重要引擎?专家给出了答案。
图为工作人员在检测产品质量(资料照片)。
本次大会以“绿色发展、共享未来”为主题,来自42个国家和地区的600多名代表参会。
市场监管总局:严厉打击食品安全违法行为,切实维护消费者合法权益
全国人大代表周明建议,进一步完善社会保障体系,提高城乡居民基础养老金标准。
医院院长宋青表示,新院区开放床位800张,门诊量同比上升12%。
法院一审判决被告人有期徒刑三年,并处罚金5万元。
铁路部门加开列车58列,运送旅客136万人次,创历史新高。
“我们的产品已经出口到东南亚。”总经理何川告诉记者。
各省(区、市)要结合实际,制定具体实施方案,明确责任分工。
高校、科研院所和企业共建实验室12个,培养研究生350人。
上海、广东、浙江等地率先开展试点,取得积极成效。
教育部新闻发言人续梅在发布会上说,明年高校毕业生预计1179万人。
据了解,这座大桥全长5.6公里,连接两岸三地,将于年底通车。
""".replace(",", "，").replace("!", "！").replace("?", "？").replace(":", "：").replace("(", "（").replace(")", "）").splitlines()  # fmt: skip


def article(rng: Random, *, traditional: bool = False, length: int = 4) -> str:
    """Some paragraphs of made-up news."""
    text = "\n".join("".join(rng.sample(SENTENCES, rng.randint(1, 3))) for _ in range(length))
    return convert(text, "s2t") if traditional else text


# --- readers: bytes to text, as programs do it --------------------------------------------------


def python_replace(raw: bytes) -> str:
    return raw.decode("gb18030", "replace")


def python_gbk(raw: bytes) -> str:
    return raw.decode("gbk", "replace")


def question_mark(raw: bytes) -> str:
    """Windows and Java to a narrower set: `?` for what cannot be read."""
    return raw.decode("gb18030", "replace").replace("\ufffd", "?")


def dropping(raw: bytes) -> str:
    """iconv -c, Python with `ignore`: what cannot be read is gone."""
    return raw.decode("gb18030", "ignore")


def swallowing(raw: bytes) -> str:
    """mb_convert_encoding: `?` for a first byte with whatever stands behind it."""
    out: list[str] = []
    at = 0
    while at < len(raw):
        if raw[at] < 0x80:
            out.append(chr(raw[at]))
            at += 1
            continue
        two = raw[at : at + 2]
        at += 2
        good = len(two) == 2 and two[1] >= 0x40 and two[1] not in (0x7F, 0xFF)
        out.append(two.decode("gb18030", "replace") if good and two[0] > 0x80 else "?")
    return "".join(out)


READERS: dict[str, Reader] = {
    "replace": python_replace,
    "gbk": python_gbk,
    "mark": question_mark,
    "drop": dropping,
    "swallow": swallowing,
}


# --- lost bytes -----------------------------------------------------------------------------------


def places(text: str, where: str) -> list[int]:
    """Characters of two bytes that may lose one, by what stands around them."""
    found = []
    for i, c in enumerate(text):
        if c < "\x80":
            continue
        behind = text[i + 1 : i + 2]
        han = "\u4e00" <= c <= "\u9fff"
        good = {
            "quote": c in "。！，" and behind == "”",
            "mark": c in "。，、；：”》）",
            "word": han and "\u4e00" <= behind <= "\u9fff",
            "digit": han and behind.isascii() and behind.isalnum(),
            "line end": behind in ("\n", ""),
            "any": True,
        }[where]
        if good:
            found.append(i)
    return found


def lose(
    where: str, *, byte: int = 0, instead: bytes = b"?", reader: str = "replace", times: int = 1
) -> Damage:
    """One byte of a character, the first or the second, replaced or taken out."""

    def damage(text: str, rng: Random) -> str:
        spots = places(text, where)
        raw = [c.encode("gb18030") for c in text]
        for i in rng.sample(spots, min(times, len(spots))):
            two = raw[i]
            raw[i] = instead + two[1:] if byte == 0 else two[:1] + instead
        return READERS[reader](b"".join(raw))

    return damage


def split(stops: tuple[str, ...] = ("！", "。"), reader: str = "mark") -> Damage:
    """Cut byte by byte at what looks like a full stop, also between two characters' bytes."""

    def damage(text: str, rng: Random) -> str:
        lines = []
        for line in text.split("\n"):
            raw = line.encode("gb18030")
            out, at, start = "", 0, 0
            while at < len(raw):
                if raw[at : at + 2] in [s.encode("gb18030") for s in stops]:
                    out += READERS[reader](raw[start:at])
                    start = at
                    at += 2
                else:
                    at += 1
            lines.append(out + READERS[reader](raw[start:]))
        return "\n".join(lines)

    return damage


def then(*steps: Damage) -> Damage:
    def damage(text: str, rng: Random) -> str:
        for step in steps:
            text = step(text, rng)
        return text

    return damage


def to_traditional(text: str, rng: Random) -> str:
    return convert(text, "s2t")


def narrowed(text: str, rng: Random) -> str:
    return text.translate(str.maketrans("！，：；（）？", "!,:;()?"))


def escaped(text: str, rng: Random) -> str:
    return html.escape(text)


SHIFTS: dict[str, Damage] = {
    **{f"{where}, ?": lose(where) for where in ("quote", "mark", "word", "digit", "line end")},
    "several, ?": lose("any", times=4),
    "several, ?, gbk": lose("any", times=4, reader="gbk"),
    "several, ? for all": lose("any", times=4, reader="mark"),
    "several, ?, dropped": lose("any", times=4, reader="drop"),
    "several, ?, swallowed": lose("any", times=4, reader="swallow"),
    "second byte, ?": lose("any", byte=1),
    "second byte, ?, swallowed": lose("any", byte=1, reader="swallow"),
    "gone, U+FFFD": lose("any", instead=b""),
    "gone, ?": lose("any", instead=b"", reader="mark"),
    "gone, dropped": lose("any", instead=b"", reader="drop"),
    "second gone, U+FFFD": lose("any", byte=1, instead=b""),
    "split": split(),
    "split at commas": split(("！", "。", "，", "；")),
    "split, then traditional": then(split(), to_traditional),
    "quote, then traditional": then(lose("quote"), to_traditional),
    "quote, then narrowed": then(lose("quote"), narrowed),
    "quote, then escaped": then(lose("quote"), escaped),
    "quote, then glossed": then(lose("quote"), glossed()),
    "any, then traditional": then(lose("any"), to_traditional),
}


# --- text read in another encoding ------------------------------------------------------------------


def misread(written: str, read: str, errors: str = "replace", mark: str | None = None) -> Damage:
    def damage(text: str, rng: Random) -> str:
        if written == "big5":  # the forms that Big5 has
            text = convert(text, "t2tw")
        made = text.encode(written, "replace").decode(read, errors)
        return made if mark is None else made.replace("\ufffd", mark)

    return damage


def windows(written: str, controls: str | None = None) -> Damage:
    """Read as browsers read Latin 1; `controls` stands for what has no sign there."""

    def damage(text: str, rng: Random) -> str:
        out = []
        for byte in text.encode(written, "replace"):
            sign = bytes((byte,)).decode("cp1252", "ignore")
            out.append(sign or (chr(byte) if controls is None else controls))
        return "".join(out)

    return damage


def without_controls(instead: str) -> Damage:
    def damage(text: str, rng: Random) -> str:
        return "".join(instead if "\x80" <= c <= "\x9f" else c for c in text)

    return damage


def half_utf8(text: str, rng: Random) -> str:
    """GBK where bytes that happen to be UTF-8 were read as that, the others as Latin 1."""
    out: list[str] = []
    raw = text.encode("gb18030")
    at = 0
    while at < len(raw):
        for size in (2, 3):
            part = raw[at : at + size]
            try:
                if part[0] >= 0x80 and len(part.decode()) == 1:
                    out.append(part.decode())
                    at += size
                    break
            except UnicodeDecodeError:
                continue
        else:
            out.append(chr(raw[at]))
            at += 1
    return "".join(out)


def part_of_page(damage: Damage) -> Damage:
    """One paragraph only."""

    def damaged(text: str, rng: Random) -> str:
        lines = text.split("\n")
        i = rng.randrange(len(lines))
        lines[i] = damage(lines[i], rng)
        return "\n".join(lines)

    return damaged


MISREADS: dict[str, Damage] = {
    "UTF-8 as Latin 1": misread("utf-8", "latin-1"),
    "UTF-8 as Windows": windows("utf-8"),
    "UTF-8 as Windows, U+FFFD": windows("utf-8", "\ufffd"),
    "UTF-8 as Windows, ?": windows("utf-8", "?"),
    "UTF-8 as Windows, gone": windows("utf-8", ""),
    "UTF-8 as Latin 1, controls gone": then(misread("utf-8", "latin-1"), without_controls("")),
    "UTF-8 as Latin 1, controls ?": then(misread("utf-8", "latin-1"), without_controls("?")),
    "UTF-8 as Latin 9": misread("utf-8", "iso8859-15"),
    "UTF-8 twice as Windows": then(windows("utf-8"), windows("utf-8")),
    "UTF-8 twice as Latin 1": then(misread("utf-8", "latin-1"), misread("utf-8", "latin-1")),
    "UTF-8 as GB18030": misread("utf-8", "gb18030"),
    "UTF-8 as GBK": misread("utf-8", "gbk"),
    "UTF-8 as GBK, ?": misread("utf-8", "gbk", mark="?"),
    "UTF-8 as GBK, gone": misread("utf-8", "gbk", "ignore"),
    "UTF-8 as Big5": misread("utf-8", "big5"),
    "GBK as Latin 1": misread("gbk", "latin-1"),
    "GBK as Windows": windows("gbk"),
    "GBK as Windows, gone": windows("gbk", ""),
    "GBK as Latin 1, half UTF-8": half_utf8,
    "GBK as Latin 1, one paragraph": part_of_page(misread("gbk", "latin-1")),
    "UTF-8 as Latin 1, one paragraph": part_of_page(misread("utf-8", "latin-1")),
    "UTF-8 as GBK, one paragraph": part_of_page(misread("utf-8", "gbk")),
    "Big5 as GBK": misread("big5", "gbk"),
    "Big5 as GB18030": misread("big5", "gb18030"),
    "GBK as Big5": misread("gbk", "big5"),
    "Big5 as Latin 1": misread("big5", "latin-1"),
}
TRADITIONAL = frozenset(name for name in MISREADS if "Big5" in name.split(" as ")[0])
