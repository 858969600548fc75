"""Labels of bylines and credits, in front of which a space has a meaning."""

from __future__ import annotations

from qextract.rules import Pattern

LABEL = Pattern(
    "repair.label",
    "What a byline or a line of credits begins anew with",
    r"(?:(?:[信消]息|稿件|文章)?来源|(?:本文)?作者|(?:责任|执行|值班)?编辑|责编|编审|审核|校对|监制|发布|日期|"
    r"(?:发布|发表|更新)?时间|(?:浏览|点击|阅读)(?:次数|量|数)?|字号|字体|摄影|供稿|值班主任|本报讯|记者)(?=[:\[【])"
    r"|通讯员|实习生|(?:特约|见习)记者",
    examples={"责任编辑:高远": "责任编辑", "通讯员田野": "通讯员"},
    rejects=("记者谷雨", "编辑出版"),
)
FIRST = frozenset("信消稿文来本作责执值编审校监发日更时浏点阅字摄供记通实特见")
BEGINNINGS = (
    *("责任", "执行", "值班", "信息", "消息", "稿件", "文章", "本文", "发布", "发表", "更新"),
    *("浏览", "点击", "阅读", "特约", "见习"),
)
LENGTH = 16  # characters of a label, spaces in it


def begins_label(text: str, at: int) -> bool:
    """Whether a label begins there, spaces in it or not."""
    if text[at] not in FIRST:
        return False
    if LABEL.re.match(text[at : at + LENGTH].replace(" ", "")) is None:
        return False
    return not text[max(0, at - 6) : at].replace(" ", "").endswith(BEGINNINGS)
