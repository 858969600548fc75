"""Characters that are lost for good, and what stands for them: reported, never mended.

`锟斤拷` is what became of a character that one program could not read and the next read as GBK; no
trace of it is left. The text around is as good as any, so the page is read all the same.
"""

from __future__ import annotations

import re
from functools import cache

from qextract.repairs.edits import Edit
from qextract.rules import Pattern

KIND = "lost"

LATIN = "[\u00c0-\u00ff][\u0080-\u00ff]{5}[\u0080-\u00ff]*+"
LOST = Pattern(
    "repair.lost",
    "What stands for lost characters: 锟斤拷, its like in other encodings, U+FFFD, memory never written,"
    " rows of Latin signs that no reading makes sense of",
    rf"(?>(?:锟斤拷)+)(?:锟斤?+|)|锟斤(?!拷)|(?>(?:ï¿½)+)|\ufffd++|烫{{3,}}+|屯{{3,}}+|〓++|\?{{6,}}+|{LATIN}",
    examples={
        "市长锟斤拷锟斤拷讲话": "锟斤拷锟斤拷",
        "质\ufffd\ufffd大会": "\ufffd\ufffd",
        "大会ï¿½召开": "ï¿½",
        "烫烫烫烫": "烫烫烫烫",
        "大会ä¸å½ç»æµ": "ä¸å½ç»æµ",
    },
    rejects=("锟铻", "烫烫", "真的???", "屯屯镇", "Übergrößenträger"),
)
SIGNS = ("锟斤", "\ufffd", "ï¿½", "烫烫烫", "屯屯屯", "〓", "??????")


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(LATIN)


def report(text: str) -> list[Edit]:
    """The places of lost characters; each edit leaves them as they are."""
    if not any(sign in text for sign in SIGNS) and _latin().search(text) is None:
        return []
    return [Edit(*match.span(), match.group(), KIND) for match in LOST.re.finditer(text)]
