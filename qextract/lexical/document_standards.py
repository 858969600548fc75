"""Standards named by their number outside 《》, with the name beside it where a table gives one."""

from __future__ import annotations

from collections.abc import Sequence

from qextract.lexical import document_types
from qextract.lexical.document_numbers import DocNumber
from qextract.mentions import Grounded, Title
from qextract.rules import late

QUOTED = late(r" ?“(?P<name>[^“”\n]{4,60})”")
LINE_LEAD = late(r" *(?:[(（]?\d{1,3}[)）.、]?[ \t|]+)?[|]? *")
CELL_NAME = late(
    r"[ \t|]+(?P<name>[\u4e00-\u9fff][^,。;!?\n\t|]{3,60}?)(?=[ \t|]*(?:$|\n|[—–/-]+ *(?:$|\n|[ \t|])|[\t|]| {2}))"
)
NAME_LINE = late(
    r" *(?:[(（]?\d{1,3}[)）.、]?[ \t|]+)?[|]? *(?P<name>[\u4e00-\u9fff][^,。;:!?《》\n\t|]{3,60}?)[ \t|]+"
)


def title(text: str, numbers: Sequence[DocNumber], at: int, low: int, high: int) -> Title:
    """The standard whose number is `numbers[at]`, between `low` and `high`."""
    number = numbers[at]
    start, end, name = number.start, number.end, None
    quoted = QUOTED.match(text, end, high)
    line_start = max(text.rfind("\n", low, start) + 1, low)
    line_end = text.find("\n", end, high)
    line_end = high if line_end < 0 else line_end
    if at + 1 < len(numbers) and numbers[at + 1].kind == "standard":
        line_end = min(line_end, numbers[at + 1].start)
    if quoted is not None:
        name, end = quoted["name"], quoted.end()
    elif line_end - line_start <= 160:
        if LINE_LEAD.fullmatch(text, line_start, start) is not None:
            cell = CELL_NAME.match(text, end, line_end)
            if cell is not None:
                name, end = cell["name"], cell.end("name")
        if name is None and start > line_start:
            cell = NAME_LINE.fullmatch(text, line_start, start)
            if cell is not None and " " not in cell["name"][:3]:
                name, start = cell["name"], cell.start("name")
    if name is None:
        name, doc_type = number.value, "标准"
    else:
        name = name.strip()
        doc_type = document_types.standard_kind(name).doc_type
    grounded = Grounded(number.value, number.start, number.end)
    return Title(text[start:end], start, end, name, (), grounded, (), True, doc_type, False)
