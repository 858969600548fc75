"""Option values from what a person typed; a wrong one is a usage error that says what to write."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from qextract.sources.common import Fields
from qextract.sources.formats import FORMATS

if TYPE_CHECKING:
    from qextract.runner import Options

TYPES = ("article", "event", "official", "policy", "metric")
KINDS = ("number", "date", "title", "person")
UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9}
SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)b?", re.IGNORECASE)

# what every command that reads pages takes
Format = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help=f"Read every input as {', '.join(FORMATS[1:-1])} or {FORMATS[-1]}, whatever its suffix.",
    ),
]
TextField = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Rows have their text there (else text, content, body, …)."),
]
TitleField = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Rows have their headline there (else title, headline, …)."),
]
DateField = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Rows have their day of publication there (else date, published, …). It goes before"
        " --published, and behind what the page says itself.",
    ),
]
IdField = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Rows have their doc_id there (else id, doc_id, url, …)."),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        help="Worker processes; as many as there are processors if not given. The output is the"
        " same for any number.",
    ),
]
Types = Annotated[
    list[str] | None,
    typer.Option(
        "--types", "-t", metavar="LIST", help="Only these types, by commas: event,metric."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The day pages were published (YYYY-MM-DD), for those that do not say. Dates like"
        " 昨日 or 11月16日 are completed from it; never from today's date.",
    ),
]
MaxSize = Annotated[str, typer.Option(metavar="SIZE", help="Refuse pages larger than this.")]


def nearest(word: str, known: Iterable[str]) -> str:
    """`, did you mean 'event'?` for a word that is much like a known one, else nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f", did you mean {close[0]!r}?" if close else ""


def types(given: Sequence[str] | None, option: str = "--types") -> frozenset[str] | None:
    """`--types event,metric`; `None` is all."""
    if not given:
        return None
    words = [word for each in given for word in re.split(r"[,\s]+", each) if word]
    for word in words or [""]:
        if word not in TYPES:
            raise typer.BadParameter(
                f"there is no type {word!r}{nearest(word, TYPES) or '.'} Types are {', '.join(TYPES)}",
                param_hint=option,
            )
    return frozenset(words)


def kinds(given: Sequence[str] | None) -> tuple[str, ...]:
    """`--kind number,date`; none is all."""
    words = [word for each in given or () for word in re.split(r"[,\s]+", each) if word]
    for word in words:
        if word not in KINDS:
            raise typer.BadParameter(
                f"there is no kind {word!r}{nearest(word, KINDS) or '.'} Kinds are {', '.join(KINDS)}",
                param_hint="--kind",
            )
    return tuple(words) or KINDS


def reading(
    types_: Sequence[str] | None,
    published: str | None,
    max_size: str,
    format_: str,
    fields_: Fields,
    *,
    option: str = "--format",
) -> Options:
    """How pages are read and what is extracted; `option`: what the format is asked for by."""
    checked = types(types_), day(published), size(max_size), format(format_, option)
    from qextract.runner import Options  # the extractors come with it

    return Options(*checked, fields_)


def view(
    explain: bool, as_json: bool, as_read: bool
) -> Literal["text", "source", "explain", "json"]:
    """What `qextract clean` is to show; at most one of its options is given."""
    if explain + as_json + as_read > 1:
        raise typer.BadParameter("give one of --explain, --json and --source")
    return "explain" if explain else "json" if as_json else "source" if as_read else "text"


def day(given: str | None) -> dt.date | None:
    """`--published 2023-11-15`."""
    if given is None:
        return None
    try:
        return dt.date.fromisoformat(given.strip())
    except ValueError:
        raise typer.BadParameter(
            f"{given!r} is no day of the calendar; write it as 2023-11-15",
            param_hint="--published",
        ) from None


def format(given: str, option: str = "--format") -> str:  # noqa: A001
    """`--format jsonl`."""
    name = given.strip().lower().removeprefix(".")
    if name not in FORMATS:
        raise typer.BadParameter(
            f"there is no format {given!r}{nearest(name, FORMATS) or '.'} Formats are"
            f" {', '.join(FORMATS)}",
            param_hint=option,
        )
    return name


def fields(text: str | None, title: str | None, date: str | None, id_: str | None) -> Fields:
    """`--text-field NAME` and its kind."""
    return Fields(text or None, title or None, date or None, id_ or None)


def size(given: str) -> int:
    """`--max-size 20MB` in bytes."""
    match = SIZE.fullmatch(given.strip())
    if match is None or not (value := int(float(match[1]) * UNITS[match[2].lower()])):
        raise typer.BadParameter(
            f"{given!r} is no size; write it as 500kB, 20MB or 1GB", param_hint="--max-size"
        )
    return value


def one_of(given: str, known: Sequence[str], option: str, what: str) -> str:
    """A word that must be one of `known`."""
    if given not in known:
        raise typer.BadParameter(
            f"there is no {what} {given!r}{nearest(given, known) or '.'} There are {', '.join(known)}",
            param_hint=option,
        )
    return given


def ignored(given: Iterable[str]) -> tuple[str, ...]:
    """`--ignore date.basis`: fields of records, each perhaps below its type (`event.name`)."""
    paths = tuple(path for each in given for path in re.split(r"[,\s]+", each) if path)
    if not paths:
        return ()
    from qextract.records import MODELS, DateValue, Position

    dates, posts = list(DateValue.model_fields), list(Position.model_fields)
    inner = {"date": dates, "period": dates, "effective": dates, "positions": posts}
    known = [name for model in MODELS.values() for name in model.model_fields]
    known += [f"{name}.{field}" for name, below in inner.items() for field in below]
    for path in paths:
        first, _, rest = path.partition(".")
        name = rest if rest and first in MODELS else path
        if name not in known and name.partition(".")[0] not in ("repairs", "counts"):
            raise typer.BadParameter(
                f"there is no field {path!r}{nearest(name, known)} (see qextract schema)",
                param_hint="--ignore",
            )
    return paths
