"""Files that hold many documents, cut into the bytes of each: JSON Lines, JSON arrays, CSV.

Nothing is held but the document at hand; what is wrong with one does not touch the next.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from qextract.sources.common import Failure, Fields, Input, Piece, Shape, too_large
from qextract.sources.decode import LOST, UndecodableError, decode, decode_as
from qextract.sources.fields import TEXT, find_field, json_error, row_id, short
from qextract.sources.streams import Stream, lines, narrow

Found = Iterator[Piece | Failure]
CHUNK = 1 << 20
UNCLOSED = 'a quotation mark (") is opened in this row and never closed'


def json_lines(stream: Stream, found: Input, fields: Fields, max_size: int) -> Found:
    """A piece for each line that is not blank."""
    encoding = encoding_of(stream.head)
    shape = Shape("json", narrow(encoding))
    for number, line in lines(stream, encoding, max_size):
        data = _bare(line, narrow(encoding), first=number == 1)
        if len(data) > max_size:
            yield Failure(found.path, too_large(None, max_size), number)
        elif not data.isspace() and data:
            doc_id = row_id(_object(data, shape), fields)
            yield Piece(found.path, number, doc_id or f"{found.doc_id}#{number}", data, shape)


def json_values(stream: Stream, found: Input, fields: Fields, max_size: int) -> Found:
    """A piece for each element of an array, or for each of several values; `line` counts them."""
    encoding = encoding_of(stream.head)
    shape = Shape("json", narrow(encoding))
    for number, text in enumerate(_values(_characters(stream, encoding), max_size), 1):
        if isinstance(text, Failure):
            yield Failure(found.path, text.reason, number)
            return
        data = text.encode(narrow(encoding), "replace")
        doc_id = row_id(_object(data, shape), fields) or f"{found.doc_id}#{number}"
        lost = text.count(LOST)
        warnings = (f"{lost} characters were lost before (U+FFFD in the text)",) if lost else ()
        yield Piece(found.path, number, doc_id, data, shape, warnings)


def _characters(stream: Stream, encoding: str) -> Callable[[], str]:
    import codecs

    decoder = codecs.getincrementaldecoder(encoding)("replace")

    def more() -> str:
        while data := stream.file.read(CHUNK):
            if text := decoder.decode(data):
                return text
        return decoder.decode(b"", final=True)

    return more


def _values(more: Callable[[], str], max_size: int) -> Iterator[str | Failure]:
    """The text of each value. The text is parsed anew each time that it has grown to the double."""
    scan = json.JSONDecoder(strict=False).raw_decode
    begin = re.compile(r"[\s,]*+")
    text = more()
    at = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    array = text.startswith("[", at)
    at += array
    while True:
        match = begin.match(text, at)
        at = match.end() if match else at
        if at == len(text):
            text, at = more(), 0
            if not text:
                if array:
                    yield Failure("", "the array is cut off before its end")
                return
            continue
        if text[at] == "]" and array:
            return
        try:
            _, end = scan(text, at)
        except (ValueError, RecursionError) as error:
            rest = text[at:]
            if len(rest) > max_size:
                yield Failure("", too_large(None, max_size))
                return
            parts = [rest]
            size = 0
            while size <= len(rest) and (part := more()):
                parts.append(part)
                size += len(part)
            if not size:
                yield Failure("", f"not JSON ({json_error(error, at)}); it is read no further")
                return
            text, at = "".join(parts), 0
            continue
        yield text[at:end]
        at = end


def csv_rows(
    stream: Stream, found: Input, fields: Fields, max_size: int, delimiter: str | None
) -> Found:
    """A piece for each row below the header. `delimiter` `None` is what the header speaks for."""
    encoding = encoding_of(stream.head)
    reader = _Rows(stream, encoding, max_size)
    header = reader.header(delimiter)
    columns = tuple(name.strip() for name in header)
    if find_field(dict.fromkeys(columns, "."), fields.text, TEXT) is None:
        named = repr(fields.text) if fields.text else "text"
        shown = short(", ".join(columns)) or "none"
        yield Failure(
            found.path, f"no {named} column; there are: {shown} (name it with --text-field)", 1
        )
        return
    shape = Shape("csv", narrow(encoding), columns, reader.delimiter)
    for row in reader:
        if row.wrong:
            yield Failure(found.path, row.wrong, row.line)
        elif any(row.values):
            own = row_id(dict(zip(columns, row.values, strict=False)), fields)
            doc_id = own or f"{found.doc_id}#{row.line}"
            yield Piece(found.path, row.line, doc_id, row.data, shape)


class _Row(NamedTuple):
    """A row of a CSV file; `wrong` says why there is nothing in it."""

    line: int
    data: bytes = b""
    values: Sequence[str] = ()
    wrong: str = ""


class _Rows:
    """The rows of a CSV file with the bytes that each was read from.

    A quote that is opened and not closed would swallow the rest of the file: such a line is given
    up, and reading goes on behind it.
    """

    def __init__(self, stream: Stream, encoding: str, max_size: int) -> None:
        self.delimiter = ","
        self._codec = narrow(encoding)
        self._max = max_size
        self._lines = lines(stream, encoding, max_size)
        self._again: list[tuple[int, bytes]] = []
        self._used: list[tuple[int, bytes]] = []
        self._size = 0
        self._asked_beyond = False
        self._width = 0
        csv.field_size_limit(max_size + 1)

    def header(self, delimiter: str | None) -> Sequence[str]:
        """The first row, by which `delimiter` is chosen where it is not given."""
        number, line = next(self._lines, (0, b""))
        line = _bare(line, self._codec, first=True)
        text = _text(line, self._codec)
        if stated := re.fullmatch(r"(?i)sep=(.)", text):  # as Excel writes and reads it
            delimiter = stated[1]
        else:
            self._again.append((number, line))
        choices = [delimiter] if delimiter else [",", "\t", ";", "|"]
        self.delimiter = max(choices, key=lambda each: _width(text, each))
        columns = next(iter(self), _Row(1)).values
        self._width = len(columns)
        return columns

    def __iter__(self) -> Iterator[_Row]:
        while True:
            self._used, self._size, self._asked_beyond = [], 0, False
            try:
                values = next(csv.reader(self._feed(), delimiter=self.delimiter))
            except StopIteration:
                return
            except csv.Error as error:
                wrong = str(error).partition(" - ")[0]
                yield self._given_up(f"no CSV ({wrong})" if self._size <= self._max else wrong)
                continue
            if self._asked_beyond:
                yield self._given_up(UNCLOSED)
                continue
            line = self._used[0][0]
            data = _bare(b"".join(each for _, each in self._used), self._codec)
            if len(data) > self._max:
                yield _Row(line, wrong=too_large(None, self._max))
            else:
                yield _Row(line, data, values)

    def _feed(self) -> Iterator[str]:
        while True:
            line = self._again.pop() if self._again else next(self._lines, None)
            if line is None:
                self._asked_beyond = bool(self._used)
                return
            self._used.append(line)
            self._size += len(line[1])
            if self._size > self._max + 2 and len(self._used) > 1:
                raise csv.Error(f"{too_large(None, self._max)}, or {UNCLOSED}")
            yield _text(line[1], self._codec)

    def _given_up(self, wrong: str) -> _Row:
        (number, line), *rest = self._used
        if len(line) > self._max:
            return _Row(number, wrong=too_large(None, self._max))
        widths = [_width(_text(each, self._codec), self.delimiter) for _, each in rest[:1000]]
        # else the file is cut off within the text of its last row
        if widths and widths.count(self._width) * 5 > len(widths) * 4:
            self._again.extend(reversed(rest))
        return _Row(number, wrong=wrong)


def _width(line: str, delimiter: str) -> int:
    """The number of fields of a line, 0 for what is none."""
    try:
        return len(next(csv.reader([line], delimiter=delimiter), []))
    except csv.Error:
        return 0


def encoding_of(head: bytes) -> str:
    """The codec of a file of rows, by its beginning; UTF-8 where that is all ASCII."""
    cut = head.rfind(b"\n") + 1
    try:
        encoding = decode(head[:cut] if cut and b"\0" not in head else head).encoding
    except UndecodableError:
        return "utf-8"
    if encoding == "utf-16":
        return "utf-16-le" if head.startswith(b"\xff\xfe") else "utf-16-be"
    return encoding


def _object(data: bytes, shape: Shape) -> dict[str, Any] | None:
    """The row, if it is one: only its id is wanted here, the rest is for the reader of the piece."""
    try:
        row = json.loads(decode_as(data, shape.encoding or "utf-8").text, strict=False)
    except (ValueError, RecursionError):  # which includes what cannot be decoded
        return None
    return row if isinstance(row, dict) else None


def _text(data: bytes, encoding: str) -> str:
    return data.decode(encoding, "replace")


def _bare(line: bytes, codec: str, *, first: bool = False) -> bytes:
    """A line without its end and, if it is the `first`, the byte order mark."""
    if codec.startswith(("utf-16", "utf-32")):
        text = line.decode(codec, "replace").rstrip("\r\n")
        return (text.removeprefix("\ufeff") if first else text).encode(codec, "replace")
    line = line.rstrip(b"\r\n")
    return line.removeprefix(b"\xef\xbb\xbf") if first else line
