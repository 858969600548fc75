"""Brand spam put in place of words."""

from __future__ import annotations

from collections import Counter

from qextract.repairs.edits import Edit
from qextract.rules import Pattern

BRAND = Pattern(
    "repair.brand",
    "A betting site's brand with a colon",
    r"(?<![a-zA-Z0-9])[a-zA-Z0-9]{2,12}+(?:体育|官网|娱乐|投注|彩票|平台|app|APP|下载|注册|登录|手机版|[0-9]{1,5}){1,6}:",
    examples={"来源:bet体育365官网:质量报": "bet体育365官网:"},
    rejects=("来源:望江日报", "官网:www.example.com"),
)
LEADER = ("总书记", "主席", "同志")


def find(text: str) -> list[Edit]:
    """Brands to be written as the word they replaced."""
    if "官网:" not in text:
        return []
    matches = list(BRAND.re.finditer(text))
    often = Counter(match.group() for match in matches)
    return [
        Edit(
            *match.span(),
            "习近平" if text.startswith(LEADER, match.end()) else "中国",
            "brand_spam",
        )
        for match in matches
        if often[match.group()] > 1
    ]
