"""Extractors: one module a record type, from typed mentions to record drafts."""

from __future__ import annotations

from collections.abc import Callable

from qextract.document import Article, Draft
from qextract.extractors import events, metrics, officials, policies

EXTRACTORS: dict[str, Callable[[Article], list[Draft]]] = {
    "event": events.extract,
    "official": officials.extract,
    "policy": policies.extract,
    "metric": metrics.extract,
}
"""Record type -> the function that finds its records."""
