"""Gold files: what a careful reader found in an article, `NAME.gold.json` for `NAME.txt`."""

from __future__ import annotations

import json
import os

from pydantic import BaseModel, Field, ValidationError

from qextract.sources import Failure
from qextract.sources.common import because

SUFFIX = ".gold.json"


class Entry(BaseModel):
    """What every entry has. One that is not `required` counts neither for nor against a system."""

    required: bool = True


class GoldEvent(Entry):
    """A dated happening: `start` and `end` are ISO days, `anchor` a piece of the text around it."""

    date_text: str
    start: str | None = None
    end: str | None = None
    kind: str
    name: str | None = None
    trigger: str | None = None
    location: str | None = None
    anchor: str = ""


class GoldPosition(BaseModel):
    """One post of a person."""

    org: str | None = None
    title: str
    former: bool = False


class GoldOfficial(Entry):
    """A person with all posts that the text gives."""

    name: str
    category: str | None = None
    positions: list[GoldPosition] = []


class GoldPolicy(Entry):
    """A document: `title` without 《》, `issuers` only where the text names them."""

    title: str
    doc_type: str | None = None
    issuers: list[str] = []
    number: str | None = None


class GoldMetric(Entry):
    """A quantity: `text` stands inside `anchor`, 万 and 亿 are worked into `value`."""

    text: str = ""
    anchor: str = ""
    value: int | float
    value_max: int | float | None = None
    comparator: str = "eq"
    unit: str | None = None
    subject: str | None = None
    period_start: str | None = None
    period_end: str | None = None


class GoldArticle(BaseModel):
    """The page's own fields; those that are not there are not asked for."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    authors: list[str] | None = []
    editors: list[str] | None = []


class Gold(BaseModel):
    """One gold file. `doc` is the name of its text; values are in normal form."""

    doc: str = Field(min_length=1)
    article: GoldArticle | None = None
    events: list[GoldEvent] = []
    officials: list[GoldOfficial] = []
    policies: list[GoldPolicy] = []
    metrics: list[GoldMetric] = []


def gold_files(path: str) -> list[str]:
    """The gold files of a folder in order, or the one that `path` itself is."""
    if not os.path.isdir(path):
        return [path]
    return [os.path.join(path, name) for name in sorted(os.listdir(path)) if name.endswith(SUFFIX)]


def read_gold(path: str) -> Gold | Failure:
    """The content of a gold file, or what is wrong with it and where."""
    try:
        with open(path, "rb") as file:
            content = json.loads(file.read().decode("utf-8-sig"))
    except OSError as error:
        return Failure(path, because(error))
    except UnicodeDecodeError as error:
        return Failure(path, f"not UTF-8 (byte {error.start} is wrong)")
    except json.JSONDecodeError as error:
        return Failure(path, f"not JSON ({error.msg}, column {error.colno})", error.lineno)
    except RecursionError:
        return Failure(path, "not a gold file (nested without end)")
    try:
        return Gold.model_validate(content)
    except ValidationError as error:
        return Failure(path, reason(error))


def reason(error: ValidationError) -> str:
    """The first fault in a line: `metrics[3].value: Field required`."""
    first, *more = error.errors(include_url=False)
    place = "".join(
        f"[{part}]" if isinstance(part, int) else f".{part}"
        for part in first["loc"]
        if part not in ("int", "float")  # which of a union's members it is no value of
    )
    others = f" (and {len(more)} more)" if len(more) > 1 else ""
    return f"{place.lstrip('.') or 'the whole'}: {first['msg']}{others}"
