"""Why each kind of repair is made, in a sentence for a reader.

One line a kind; `{before}` is what stood there, `{after}` what was made of it, `{glosses}` the readings in brackets
and what they follow, `{codes}` the code points of what stood there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

REASONS = {
    "ascii_stop": "an ASCII full stop at the end of a Chinese sentence",
    "brand_masked": "a betting site's name in place of a word that nothing tells",
    "brand_spam": "a betting site's name in place of a word",
    "byte_shift": "one byte was lost, and what follows was read one byte off",
    "combining": "an accent on what takes none ({codes})",
    "doubled_punctuation": "a mark doubled, or a stray one in front of another",
    "emoji": "a picture character strewn into the text",
    "entity": "an HTML entity left in the text",
    "escape": "a character as a program writes it",
    "foreign_mark": "foreign marks around a title or a quotation",
    "full_width": "full-width, compatibility and foreign forms made plain",
    "hard_wrap": "a line break in the middle of a sentence",
    "invisible": "characters that cannot be seen ({codes})",
    "line_prefix": "what stands in front of every line",
    "lost": "characters that are lost for good",
    "markup": "markup of the page's source left in the text",
    "mojibake": "read in the wrong encoding",
    "pinyin_gloss": "pinyin gloss {glosses}",
    "private_use": "private use characters, of a font that is missing ({codes})",
    "scattered_space": "a space inside a sentence whose spaces separate nothing",
    "spam_line": "a line of nothing but betting sites' names",
    "straight_quote": "a straight quote around Chinese text",
    "traditional": "made simplified",
    "wide_stop": "a full-width full stop for a dot in a name, or a Chinese full stop",
}
SHOWN_CODES = 3
BRACKET = r"[(（][^()（）]*[)）]"


def reason(kinds: Iterable[str], before: str, after: str) -> str:
    """The sentence for a stretch that was mended for `kinds`."""
    return "; ".join(
        REASONS[kind].format(
            before=before,
            after=after,
            glosses=_glosses(before),
            codes=_codes(before),
        )
        for kind in dict.fromkeys(kinds)
    )


def _glosses(text: str) -> str:
    if re.fullmatch(BRACKET, text[1:]):
        return f"{text[1:]} after {text[0]}"
    return "".join(re.findall(BRACKET, text)) or text


def _codes(text: str) -> str:
    shown = [f"U+{ord(character):04X}" for character in text[:SHOWN_CODES]]
    return " ".join(shown + ["…"] * (len(text) > SHOWN_CODES))
