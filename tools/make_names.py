"""Make the word lists that tell where a personal name ends.

Source: the dictionary of jieba 0.42.1 (MIT), a development-only dependency. Writes
`qextract/lexicon/name_follow.txt` (verbs, adverbs and words of time that stand behind a name),
`qextract/lexicon/name_follow_nouns.txt` (other words, which tell less) and
`qextract/lexicon/name_characters.txt` (characters met in given names).

    pip install jieba==0.42.1 && python tools/make_names.py
"""

from __future__ import annotations

from collections import Counter
from importlib.util import find_spec
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "qextract" / "lexicon"
FOLLOW = {"v", "vn", "vd", "vi", "d", "ad", "t"}
NOUNS = {"n", "nz", "ns", "a", "b", "s", "j", "r", "c", "f", "an", "z", "p"}
BY_HAND = (
    "专净午穗筠肖脸鸥喆垚堃奕姗姝婕婧嫣宸屹峥彤彧恬懋昀昕昱昶晏晔晗晟暄曦栩梓棠棣楷榛樾沁沐泓洵浚涓淇淏淼湉滢漪澍澜瀚灏炜炫炯烁烜烨焘焱煊煜燚犇玥玮珂珏珣珩珺琛琨琬琰"
    "瑄瑗瑭璇璎璟璨皓睿磊祎稷筱箐绮羿翀翎芃芊芙芮芷芸苒苓茉茗茜荃莘菁菡萱蓁蓓蕙蕴赟轶铠铮锟锴镔镕隽霁霏靓韬颉颐飒馥骁骅骐骞骥鲲鹃鹭麒龑"
    "妤姣姿娟娥娴婵嫦孜宥岑峤崧嵘彬循悟愉憬揆旋昇昊暮曙朔杭栗桦楣榕樱汀汐汶沄沅泱泳浏淑渝渤滨漠漫潋澎濂瀛煌熙熠燃燎爽玖玟珈珊珑珞珲琮瑀瑰瓒畅皎睦砚砺磐祈祜"
    "禛稳竣箫箴缙缤罡翃耘聆胤芦芾苇苹茵荔荟荻莎莞莺菀萃萌萤葆葵蔓蕃蕊薪虔蝉裔覃谊谌谭轲迅遐郁郦铄铖锜锬锵镛闰闳隋雏霓颀颂飏飙骄骋鲤鸾鹄鹍鼐"
)
"""Characters of given names that the dictionary has too seldom."""
HEADER = "# {}\n# Source: the dictionary of jieba 0.42.1 (MIT), by tools/make_names.py.\n"


def main() -> None:
    """Read the dictionary, write both lists."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise SystemExit("jieba is not there: pip install jieba==0.42.1")
    rows = [
        line.split(" ")
        for line in (Path(spec.origin).parent / "dict.txt").read_text("utf-8").splitlines()
    ]
    surnames = {
        line.split("\t")[0]
        for line in (LEXICON / "surnames.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    }
    given: Counter[str] = Counter()
    follow = set()
    nouns = set()
    for word, frequency, tag in rows:
        if tag == "nr" and 2 <= len(word) <= 3 and word[0] in surnames and int(frequency) > 1:
            given.update(word[1:])
        if len(word) == 2 and tag in FOLLOW and int(frequency) >= 20:
            follow.add(word)
        if len(word) == 2 and tag in NOUNS and int(frequency) >= 100:
            nouns.add(word)
    characters = {character for character, count in given.items() if count >= 12} | set(BY_HAND)
    write(
        "name_follow",
        "Words of two letters that stand behind a name and are no part of it: the first letter, "
        "then all that follow it.",
        grouped(follow),
    )
    write(
        "name_follow_nouns",
        "Nouns and other words of two letters, which tell where a name ends only where nothing "
        "else does: the first letter, then all that follow it.",
        grouped(nouns),
    )
    write("name_characters", "Characters met in given names.", characters)


def grouped(pairs: set[str]) -> set[str]:
    """Words of two letters, one line for each first letter."""
    second: dict[str, str] = {}
    for word in sorted(pairs):
        second[word[0]] = second.get(word[0], "") + word[1]
    return {f"{first}\t{rest}" for first, rest in second.items()}


def write(name: str, purpose: str, terms: set[str]) -> None:
    """Write one list, sorted."""
    text = HEADER.format(purpose) + "".join(f"{term}\n" for term in sorted(terms))
    (LEXICON / f"{name}.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
