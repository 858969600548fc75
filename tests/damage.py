"""Damage: what scraping does to a clean page, for tests and for `tools/damaged_scores.py`.

`KINDS` maps a name to a function `(text, rng) -> damaged text`. Everything is drawn from the
`random.Random` that is handed in, so a seed gives the same damage again. Kinds in `LOSSY` destroy
characters: no repair can bring all of them back.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

Damage = Callable[[str, Random], str]

BRANDS = (
    "bet体育365官网",
    "乐鱼体育",
    "开云官网",
    "亚博yabo",
    "qy77千亿",
    "M5彩票平台",
    "华体会hth",
)
UNKNOWN_BRANDS = ("wk68体育app", "zk娱乐官网", "欧汇电竞", "m9棋牌平台")
MASKED = ("中国", "国家", "全国", "习近平")
LOST = "。,、;:)》」』”"
RADICALS = {
    "人": "⼈",
    "金": "⾦",
    "大": "⼤",
    "工": "⼯",
    "力": "⼒",
    "水": "⽔",
    "齐": "⻬",
    "长": "⻓",
}


@cache
def converter(name: str) -> Any:
    from opencc import OpenCC

    return OpenCC(name)


def convert(text: str, name: str) -> str:
    return "".join(converter(name).convert(line) for line in text.splitlines(keepends=True))


def script(name: str) -> Damage:
    """The page turned traditional, by one of OpenCC's conversions."""
    return lambda text, rng: convert(text, name)


def glossed(form: str = "({})", *, toned: bool = True, keep: str = "traditional") -> Damage:
    """The page turned traditional, the reading put behind each character that changed.

    keep `simplified` leaves the glosses on a page that was converted back.
    """

    def damage(text: str, rng: Random) -> str:
        from pypinyin import Style, pinyin

        style = Style.TONE if toned else Style.NORMAL
        made = convert(text, "s2t")
        if len(made) != len(text):
            return made
        out = []
        for plain, changed in zip(text, made, strict=True):
            out.append(changed if keep == "traditional" else plain)
            if plain != changed:
                out.append(form.format(pinyin(plain, style=style)[0][0]))
        return "".join(out)

    return damage


def shifted(at: str, *, share: float = 1.0, before: str = "s2t", after: str = "") -> Damage:
    """A lead byte of GBK became `?` at a share of the places where the pattern `at` stands.

    What follows is read one byte off until a second byte below 0x80 lets it fall in step, or an
    ASCII character does, before which another `?` is left; a byte is not lost where that comes late.
    """
    pattern = re.compile(at)

    def damage(text: str, rng: Random) -> str:
        text = convert(text, before) if before else text
        out: list[str] = []
        done = 0
        for match in pattern.finditer(text):
            if match.start() < done or rng.random() >= share:
                continue
            line = text[match.start() : match.start() + 60].split("\n")[0]
            run, taken = misread(line)
            if taken:
                out += text[done : match.start()], "?" + run
                done = match.start() + taken
        made = "".join((*out, text[done:]))
        return convert(made, after) if after else made

    return damage


def misread(line: str) -> tuple[str, int]:
    """The line without its first byte up to where it falls in step, and how many characters."""
    raw = bytearray()
    for count, character in enumerate(line, 1):
        two = character.encode("gb18030", "replace")
        if len(two) != 2:  # the half of a character that is left over is lost, too
            return (
                ("", 0)
                if count < 3
                else (bytes(raw[1:-1]).decode("gb18030", "replace") + "?", count - 1)
            )
        raw += two
        if two[1] < 0x80:
            try:
                return bytes(raw[1:]).decode("gb18030"), count
            except UnicodeDecodeError:
                return "", 0
    return "", 0


def misdecoded(written: str, read: str) -> Damage:
    return lambda text, rng: text.encode(written, "ignore").decode(read, "replace")


def spam(brands: tuple[str, ...], words: tuple[str, ...], ends: tuple[str, ...]) -> Damage:
    """One brand in place of one or two words of the page, always with the same ending."""

    def damage(text: str, rng: Random) -> str:
        token = rng.choice(brands) + rng.choice(ends)
        for word in words:
            text = text.replace(word, token)
        return text

    return damage


def punctuation(text: str, rng: Random) -> str:
    out = []
    for c in text:
        if c in ",，" and rng.random() < 0.4:
            out.append(c * 2)
        elif c in "、。" and rng.random() < 0.4:
            out.append(rng.choice([",", "，"]) + c)
        elif c in "。；" and rng.random() < 0.1:
            out.append(c * 2)
        else:
            out.append(c)
    return "".join(out)


def sprinkled(characters: str, share: float) -> Damage:
    """Characters that are no text, put in between."""

    def damage(text: str, rng: Random) -> str:
        return "".join(c + (rng.choice(characters) if rng.random() < share else "") for c in text)

    return damage


def entities(text: str, rng: Random) -> str:
    named = {"“": "&ldquo;", "”": "&rdquo;", "—": "&mdash;", "·": "&middot;", " ": "&nbsp;"}
    made = "".join(named.get(c, c) for c in html.escape(text, quote=True))
    return made.replace("&ldquo;", "&amp;ldquo;") if rng.random() < 0.2 else made


def full_width(text: str, rng: Random) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


def radicals(text: str, rng: Random) -> str:
    return "".join(RADICALS.get(c, c) for c in text)


def spread(text: str, rng: Random) -> str:
    """A space after each character, as some PDF readers leave it."""
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", " ", text)


def wrapped(width: int, *, indent: str = "", blank: bool = False) -> Damage:
    """Lines broken at a width; `blank` puts an empty line behind each."""

    def damage(text: str, rng: Random) -> str:
        out: list[str] = []
        for line in text.split("\n"):
            if len(line) > width * 1.5:
                line = indent + line.strip()
                out += (line[k : k + width] for k in range(0, len(line), width))
            else:
                out.append(line)
        return ("\n\n" if blank else "\n").join(out)

    return damage


def title_repeated(text: str, rng: Random) -> str:
    """The headline as the page's title, as itself and as the share text at the end."""
    title = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return f"{title}_新闻频道_滨海网\n{text.rstrip()}\n分享到:{title}\n"


KINDS: dict[str, Damage] = {
    "hant": script("s2t"),
    "hant_tw": script("s2tw"),
    "hant_hk": script("s2hk"),
    "gloss": glossed(),
    "gloss_wide": glossed("（{}）"),
    "gloss_toneless": glossed(toned=False),
    "gloss_simplified": glossed(keep="simplified"),
    "shift_quote": shifted("。”"),
    "shift_mark": shifted(f"[{LOST}]", share=0.2),
    "shift_simplified": shifted("[。,、]", share=0.3, before=""),
    "shift_converted": shifted("。”|、", share=0.5, before="", after="s2t"),
    "utf8_as_latin1": misdecoded("utf-8", "latin-1"),
    "utf8_as_cp1252": misdecoded("utf-8", "cp1252"),
    "utf8_as_gbk": misdecoded("utf-8", "gb18030"),
    "gbk_as_latin1": misdecoded("gb18030", "latin-1"),
    "spam": spam(BRANDS, MASKED[:1], (":", "")),
    "spam_names": spam(BRANDS, (MASKED[0], MASKED[3]), (":",)),
    "spam_unknown": spam(UNKNOWN_BRANDS, MASKED[:1], (":", "-", "")),
    "spam_other": spam(BRANDS, MASKED[1:2], (":", "")),
    "punctuation": punctuation,
    "invisible": sprinkled("\u200b\u200d\ufeff\u00ad\u2060", 0.05),
    "private_use": sprinkled("\ue004\ue5e5\uf0b7", 0.02),
    "entities": entities,
    "full_width": full_width,
    "radicals": radicals,
    "spread": spread,
    "wrap_38": wrapped(38),
    "wrap_25": wrapped(25, indent="\u3000\u3000"),
    "wrap_blank": wrapped(32, blank=True),
    "title_repeated": title_repeated,
}
LOSSY = frozenset({"utf8_as_cp1252", "utf8_as_gbk", "spam_names", "spam_other"})
LAYERS = (
    # in the order in which pages go through them
    ("punctuation", "spam", "wrap_38", "invisible", "title_repeated", "full_width"),
    ("gloss", "hant", "shift_quote", "hant_tw", "gloss_wide"),
    ("entities", "invisible", "spread", "wrap_25"),
)


def layered(text: str, rng: Random) -> str:
    """Up to three kinds on top of one another."""
    for names in LAYERS:
        if rng.random() < 0.7:
            text = KINDS[rng.choice(names)](text, rng)
    return text


KINDS["layered"] = layered


def damage(kind: str, text: str, seed: int = 0) -> str:
    """The text with one kind of damage."""
    return KINDS[kind](text, Random(f"{kind} {seed} {len(text)}"))
