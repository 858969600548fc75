"""From a row of JSON or CSV to its text, headline, day and id."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from qextract.sources.common import Fields, Piece, SourceError

TEXT = (
    "text", "content", "body", "article", "maintext", "main_text", "article_text", "full_text",
    "fulltext", "news_text", "news_content", "正文", "内容", "全文", "文章", "新闻内容", "內容",
)  # fmt: skip
TITLE = ("title", "headline", "news_title", "标题", "新闻标题", "題目", "題名", "標題", "题目")
DATE = (
    "date", "published", "publish_time", "pubdate", "pub_date", "pub_time", "published_at",
    "publish_date", "published_date", "date_published", "publishdate", "publishtime", "pubtime",
    "datetime", "time", "发布时间", "发布日期", "日期", "时间", "發布時間", "發佈時間", "發布日期",
)  # fmt: skip
ID = ("id", "doc_id", "docid", "_id", "uuid", "url", "uri", "link", "编号", "网址", "链接")
"""The usual names, tried in this order, whatever the case of their letters."""

FOLD = 8
"""Characters of a headline from which it is known again where an outlet's name stands behind it."""
HALVES = re.compile("[\ud800-\udfff]")
SITE = re.compile(r"\s*[-_|—–]")


class RowText(NamedTuple):
    """What a row says. day, title: see `Source`. warnings: what could not be read of it."""

    text: str
    day: dt.date | None
    title: str | None
    warnings: tuple[str, ...]


def find_field(row: Mapping[str, Any], given: str | None, usual: Sequence[str]) -> str | None:
    """The name of the field to read: the one that is `given`, else the first usual one that has
    a value (the first that is there at all, where none has).
    """
    if given is not None:
        if given in row:
            return given
        lower = given.lower()
        return next((name for name in row if name.lower() == lower), None)
    names = {name.strip().lower(): name for name in [*row][::-1]}
    there = [names[name] for name in usual if name in names]
    return next((name for name in there if _filled(row[name])), there[0] if there else None)


def value_of(row: Mapping[str, Any], given: str | None, usual: Sequence[str]) -> Any:
    """The field's value, `None` where it is missing. `given` may be a path, as `meta.date`."""
    name = find_field(row, given, usual)
    if name is not None:
        return _plain(row[name])
    head, dot, rest = (given or "").partition(".")
    inner = row.get(head) if dot else None
    return value_of(inner, rest, ()) if isinstance(inner, Mapping) else None


def row_id(row: Mapping[str, Any] | None, fields: Fields) -> str | None:
    """The row's own id as text, `None` where it has none."""
    if row is None:
        return None
    value = value_of(row, fields.id, ID)
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return HALVES.sub("\ufffd", str(value).strip()) or None


def parse(piece: Piece, text: str) -> dict[str, Any]:
    """The row of a `json` or `csv` piece. Raises `SourceError`."""
    shape = piece.shape
    if shape.kind == "csv":
        # not splitlines(), which knows more ends of a line than the reader of the file does
        reader = csv.reader([f"{line}\n" for line in text.split("\n")], delimiter=shape.delimiter)
        csv.field_size_limit(len(piece.data) + 1000)
        return dict(zip(shape.columns, next(reader, []), strict=False))
    try:
        row = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"not JSON ({json_error(error)})") from None
    if not isinstance(row, dict):
        raise SourceError(f"not a JSON object ({_kind(row)})")
    return row


def read_row(row: dict[str, Any], fields: Fields) -> RowText:
    """The row's text, below its headline where it does not begin with that itself.

    Raises `SourceError` where there is no text.
    """
    from qextract.sources.formats import has_tags

    text = _text(row, fields)
    warnings: list[str] = []
    if has_tags(text):
        from qextract.sources.html import read_html

        page = read_html(text)
        if not page.text.strip():
            raise SourceError("no text between the tags of its HTML")
        text = page.text
        warnings += page.warnings
    title = _joined(value_of(row, fields.title, TITLE))
    if title:
        title = " ".join(title.split())
        if not begins_with(text, title):
            text = f"{title}\n{text}"
    if halves := len(HALVES.findall(text)):
        text = HALVES.sub("\ufffd", text)
        warnings.append(f"{halves} halves of characters (each is U+FFFD in the text)")
    given = value_of(row, fields.date, DATE)
    day = None
    if given not in (None, ""):
        from qextract.sources.dates import read_date

        day = read_date(given)
        if day is None:
            name = find_field(row, fields.date, DATE) or fields.date
            warnings.append(f"no day can be read from the field {name!r}: {short(given)}")
    return RowText(text, day, title or None, tuple(warnings))


def begins_with(text: str, title: str) -> bool:
    """Whether one of the first lines of `text` is the headline, however either is written."""
    head = [line for line in text[: 8 * len(title) + 1000].split("\n", 12)[:12] if line.strip()][:5]
    plain = _folded(title)
    if _is_among(plain, map(_folded, head)):
        return True
    from qextract.repairs import repair

    plain = _folded(repair(title).text)
    return _is_among(plain, _folded(repair("\n".join(head)).text, lines=True).split("\n"))


def _is_among(title: str, lines: Any) -> bool:
    for number, line in enumerate(lines):
        if not line:
            continue
        if line == title or (not number and line.startswith(title)):
            return True
        if len(line) >= FOLD and title.startswith(line) and SITE.match(title, len(line)):
            return True
    return False


def _folded(text: str, *, lines: bool = False) -> str:
    import unicodedata

    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[^\S\n]+" if lines else r"\s+", "", text)


def _text(row: dict[str, Any], fields: Fields) -> str:
    value = value_of(row, fields.text, TEXT)
    text = _joined(value)
    if text is None or not text or text.isspace():
        name = find_field(row, fields.text, TEXT)
        if name is None:
            field = f"field {fields.text!r}" if fields.text else "text field"
            raise SourceError(
                f"no {field}; the row has: {short(', '.join(row)) or 'nothing'}"
                " (name it with --text-field)"
            )
        if value in (None, "", []) or text is not None:
            raise SourceError(f"the text field {name!r} is empty")
        raise SourceError(f"the text field {name!r} holds {_kind(value)}, not text")
    return text


def _joined(value: Any) -> str | None:
    """Text, or a list of paragraphs as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "\n".join(value)
    return None


def _plain(value: Any) -> Any:
    """What stands in the wrappers that MongoDB exports ids and dates in."""
    while isinstance(value, dict) and len(value) == 1:
        (name,) = value
        if name not in ("$oid", "$date", "$numberLong", "$numberInt"):
            break
        value = value[name]
    return value


def _filled(value: Any) -> bool:
    if isinstance(value, str):
        return value != "" and not value.isspace()
    if isinstance(value, dict):
        return _plain(value) is not value
    return value is not None


def short(value: Any) -> str:
    """A value within one line of a report."""
    shown = " ".join(str(value).split())
    return shown if len(shown) <= 80 else f"{shown[:79]}…"


def _kind(value: Any) -> str:
    names = {str: "a text", list: "a list", dict: "an object", bool: "true or false"}
    return "null" if value is None else names.get(type(value), "a number")


def json_error(error: Exception, start: int = 0) -> str:
    """Why a text, which begins at `start`, is not JSON: short and in one line."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos - start}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)[:80]
