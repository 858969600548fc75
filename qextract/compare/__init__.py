"""Comparing records: with gold, with the records of another run, and with the contract.

from qextract.compare import diff, figures, measure, validate

evaluation = measure("gold/")               # or measure("gold/", "records.jsonl")
figures(evaluation)["events.found"]         # 0.9738
evaluation.errors[0].line                   # 12

found = diff("base.jsonl", "new.jsonl")
[(each.kind, each.rule, each.fields) for each in found.changes()]

[str(fault) for fault in validate("records.jsonl", sources=["pages/"])]

The names are imported on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qextract.compare.changes import Change, Differences
    from qextract.compare.comparison import diff
    from qextract.compare.documents import measure
    from qextract.compare.evaluation import SCORED, Document, Error, Evaluation, Score, Share
    from qextract.compare.faults import Fault
    from qextract.compare.gold import Gold, gold_files, read_gold
    from qextract.compare.score import evaluate
    from qextract.compare.thresholds import Threshold, Verdict, figures, threshold, verdicts
    from qextract.compare.validation import Validation, validate

__all__ = [
    "SCORED",
    "Change",
    "Differences",
    "Document",
    "Error",
    "Evaluation",
    "Fault",
    "Gold",
    "Score",
    "Share",
    "Threshold",
    "Validation",
    "Verdict",
    "diff",
    "evaluate",
    "figures",
    "gold_files",
    "measure",
    "read_gold",
    "threshold",
    "validate",
    "verdicts",
]

_HOME = {
    "changes": ("Change", "Differences"),
    "comparison": ("diff",),
    "documents": ("measure",),
    "evaluation": ("SCORED", "Document", "Error", "Evaluation", "Score", "Share"),
    "faults": ("Fault",),
    "gold": ("Gold", "gold_files", "read_gold"),
    "score": ("evaluate",),
    "thresholds": ("Threshold", "Verdict", "figures", "threshold", "verdicts"),
    "validation": ("Validation", "validate"),
}
"""The module of each name."""


def __getattr__(name: str) -> Any:
    for module, names in _HOME.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
