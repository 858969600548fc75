"""The record contract as Pydantic models: nothing else lives here."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from qextract._version import SCHEMA_VERSION
from qextract.records.article import Article
from qextract.records.common import DateValue, Record, Span
from qextract.records.event import Event
from qextract.records.metric import Metric
from qextract.records.official import Official, Position
from qextract.records.policy import Policy

AnyRecord = Annotated[Article | Event | Official | Policy | Metric, Field(discriminator="type")]

MODELS: dict[str, type[Article | Event | Official | Policy | Metric]] = {
    "article": Article,
    "event": Event,
    "official": Official,
    "policy": Policy,
    "metric": Metric,
}
"""Record type -> model, in the order in which a document's records are written."""

__all__ = [
    "MODELS",
    "SCHEMA_VERSION",
    "AnyRecord",
    "Article",
    "DateValue",
    "Event",
    "Metric",
    "Official",
    "Policy",
    "Position",
    "Record",
    "Span",
]
