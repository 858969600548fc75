"""What programs write for characters: `\\u4e2d`, `\\n` and `\\"` of JSON, bold figures of mathematics.

A line break or a quote is undone only where the text around it is Chinese: `C:\\new` is a path.
"""

from __future__ import annotations

import re
import unicodedata

from qextract.repairs.edits import Edit
from qextract.rules import Pattern

KIND = "escape"
WIDE = "[\u2010-\u303f\u3400-\u9fff\uff01-\uff5e]"
LEAST = 2  # escaped line breaks that show that they are none of a path

UNIT = Pattern(
    "repair.escaped_unit",
    "A character as its code in UTF-16",
    r"\\u(?:[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?![dD][89a-fA-F])(?!00[01])[0-9a-fA-F]{4})",
    examples={r"\u8d28\u91cf": r"\u8d28", r"质\ud83d\ude00": r"\ud83d\ude00"},
    rejects=(r"\ud800", r"\users", r"\u000a"),
)
BREAK = Pattern(
    "repair.escaped_break",
    "An escaped line break beside Chinese text",
    rf"\\(?:r\\)?n(?:(?<={WIDE}\\n)|(?<={WIDE}\\r\\n)|(?=(?>(?:\\[rn]|[ \t])*)(?:{WIDE}|[0-9(])))",
    examples={r"质量。\n": r"\n", r"\r\n据悉": r"\r\n", r"\n\n据悉": r"\n"},
    rejects=(r"C:\new", r"\next"),
)
QUOTE = Pattern(
    "repair.escaped_quote",
    "An escaped quote or slash beside Chinese text",
    rf"\\(?=[\"/'])(?:(?<={WIDE}\\)|(?=.{WIDE}))",
    examples={r"\"质量": "\\", r"质量\"": "\\"},
    rejects=(r"a\"b", r"C:\质量"),
)
_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff]")


def find(text: str) -> list[Edit]:
    """Escapes to write as what they stand for, mathematical letters and figures as plain ones."""
    found: list[Edit] = []
    if "\\" in text:
        if "\\u" in text:
            found += (
                Edit(*match.span(), _character(match.group()), KIND)
                for match in UNIT.re.finditer(text)
            )
            if found:
                return found  # breaks are told by the Chinese text around them
        breaks = list(BREAK.re.finditer(text)) if "\\n" in text else []
        if len(breaks) >= LEAST:
            found += (Edit(*match.span(), "\n", KIND) for match in breaks)
        found += (Edit(*match.span(), "", KIND) for match in QUOTE.re.finditer(text))
    if len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text):  # beyond the basic plane
        for match in _MATHEMATICAL.finditer(text):
            plain = unicodedata.normalize("NFKC", match.group())
            if len(plain) == 1 and plain.isascii():
                found.append(Edit(*match.span(), plain, "full_width"))
    found.sort()
    return found


def _character(escape: str) -> str:
    units = bytes.fromhex(escape.replace("\\u", ""))
    return units.decode("utf-16-be")
