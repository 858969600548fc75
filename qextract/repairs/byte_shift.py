"""GBK read one byte off: `工作?！敝苤袢~指出` is `工作。”周竹葉指出`.

A byte was lost and `?` stands for it, so every pair behind it is read one byte late, until a second
byte in the range of ASCII (the `~` above) lets the reading fall in step. That is exactly
reversible: put the lost byte back, encode the run, decode it again. A result is believed when it is
Chinese and the run was not.
"""

from __future__ import annotations

from functools import cache

from qextract.repairs import characters
from qextract.repairs.edits import Edit
from qextract.rules import Pattern

KIND = "byte_shift"
MARKS = frozenset("。，、；：！？“”‘’（）《》〈〉【】—…·")
NARROWED = {"!": "！", ",": "，", ":": "：", ";": "；", "(": "（", ")": "）"}

RUN = Pattern(
    "repair.shifted",
    "A question mark and what may have been read one byte off, up to where it falls in step",
    r"[?\ufffd]!?[^\x00-\x7f]{1,60}[@-~]",
    examples={"工作?！敝苤袢~指出": "?！敝苤袢~"},
    rejects=("真的吗?", "是吗?他问。"),
)


@cache
def common() -> frozenset[str]:
    """Ideographs of everyday text (GB 2312, level 1) and punctuation."""
    level_1 = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return frozenset(b"".join(level_1).decode("gb18030", "ignore")) | MARKS


def plausible(text: str) -> float:
    """The share of everyday characters, 0 to 1."""
    have = common()
    return sum(c in have for c in characters.fold_script(text)) / len(text) if text else 0.0


def encode(run: str) -> bytes | None:
    """The bytes of a run, `None` where one of its characters is not two bytes."""
    raw = run.encode("gb18030", "replace")
    return raw if len(raw) == 2 * len(run) else None


# Lost first bytes, by the first byte of what follows: the character they made, in order of trust.
LOST = {0xA3: "。校", 0xA1: "省础选取健住小"}
FOLLOWS = {"。": "”’》）"}


def restore(run: str, tail: str) -> str | None:
    """The text of a run that ends with the ASCII character `tail`, `None` where it is none."""
    raw = encode(run)
    if raw is None:
        return None
    for lost in LOST.get(raw[0], ""):
        first = lost.encode("gb18030")
        try:
            text = (first[:1] + raw + tail.encode()).decode("gb18030")
        except UnicodeDecodeError:
            return None
        if lost in FOLLOWS and text[1] not in FOLLOWS[lost]:
            continue
        if plausible(text) >= 0.8 and plausible(text) > plausible(run):
            return text
    return None


def find(text: str) -> list[Edit]:
    """Runs to be read in step."""
    if "?" not in text and "\ufffd" not in text:
        return []
    found: list[Edit] = []
    for match in RUN.re.finditer(text):
        body = match.group()[1:]
        run, tail = body[:-1], body[-1]
        if run[0] in NARROWED:
            run = NARROWED[run[0]] + run[1:]
        restored = restore(run, tail)
        if restored is not None:
            found.append(Edit(*match.span(), restored, KIND))
    return found
