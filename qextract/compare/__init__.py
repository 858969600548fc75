"""Comparing records: with gold (here), and with the records of another run.

    from qextract.compare import figures, measure

    evaluation = measure("gold/")               # or measure("gold/", "records.jsonl")
    figures(evaluation)["events.found"]         # 0.9738
    evaluation.errors[0].line                   # 12

`measure` reads gold, texts and records; `evaluate` scores what is in memory already.
"""

from __future__ import annotations

from qextract.compare.documents import measure
from qextract.compare.evaluation import SCORED, Document, Error, Evaluation, Score, Share
from qextract.compare.figures import Threshold, Verdict, figures, threshold, verdicts
from qextract.compare.gold import Gold, gold_files, read_gold
from qextract.compare.score import evaluate

__all__ = [
    "SCORED",
    "Document",
    "Error",
    "Evaluation",
    "Gold",
    "Score",
    "Share",
    "Threshold",
    "Verdict",
    "evaluate",
    "figures",
    "gold_files",
    "measure",
    "read_gold",
    "threshold",
    "verdicts",
]
