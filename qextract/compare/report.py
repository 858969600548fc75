"""An evaluation told: one line for a fact, one JSON object for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from qextract.compare.evaluation import Evaluation, Score
from qextract.compare.matching import Fact
from qextract.compare.thresholds import Verdict, figures


def brief(type_: str, fact: Fact | None) -> str:
    """A gold entry or a record in a line; `-` stands for null, `*` for a former post."""
    if fact is None:
        return ""
    match type_:
        case "metric" | "metrics":
            most = fact.get("value_max")
            value = f"{fact.get('value')}" + (f"..{most}" if most is not None else "")
            return " ".join(
                _said(fact.get("comparator"), value, fact.get("unit"), fact.get("subject"))
            )
        case "official" | "officials":
            posts = (
                f"{post.get('org') or '-'}/{post.get('title')}{'*' * bool(post.get('former'))}"
                for post in fact.get("positions") or ()
            )
            return f"{fact.get('name')}: {', '.join(posts)}"
        case "policy" | "policies":
            issuers = ",".join(fact.get("issuers") or ())
            named = _said(fact.get("title"), fact.get("doc_type"), fact.get("number"), issuers)
            return " | ".join(named)
        case "event" | "events":
            said = (fact.get(field) for field in ("kind", "trigger", "name", "location"))
            return " | ".join((_days(fact), *_said(*said)))
        case _:
            return ", ".join(f"{name}: {_value(value)}" for name, value in fact.items())


def _said(*values: Any) -> list[str]:
    return [str(value or "-") for value in values]


def _value(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "-")


def _days(event: Fact) -> str:
    """`2024-03-01..2024-03-02`, or the date as written where its year is not known."""
    date = event.get("date") or event
    start, end = date.get("start"), date.get("end")
    if not start and not end:
        return str(date.get("text") or date.get("date_text"))
    return str(start) if start == end else f"{start or ''}..{end or ''}"


def report(made: Evaluation, verdicts: Sequence[Verdict] = ()) -> dict[str, Any]:
    """The evaluation as JSON values; docs/eval.md describes it."""
    return {
        "documents": made.documents,
        "records": made.records,
        "ungrounded": made.ungrounded,
        "figures": figures(made),
        "types": {name: _counts(score) for name, score in made.types.items()},
        "fields": {path: asdict(share) for path, share in made.fields.items() if share.asked},
        "rules": {rule: measured(made.rules[rule]) for rule in sorted(made.rules)},
        "errors": [error._asdict() for error in made.errors],
        "thresholds": [{**each._asdict(), "met": each.met} for each in verdicts],
        "failures": [failure._asdict() for failure in made.failures],
        "notes": made.notes,
    }


def _counts(score: Score) -> dict[str, int]:
    return {
        "required": score.required,
        "found": score.found,
        "whole": score.whole,
        "missed": score.missed,
        "spurious": score.spurious,
        "optional": score.optional,
    }


def measured(score: Score) -> dict[str, Any]:
    """What a rule made: `precision` is that of its records which count, `None` where none does."""
    precision = score.ratio("found").precision
    return {
        "records": score.records,
        "right": score.found,
        "whole": score.whole,
        "spurious": score.spurious,
        "optional": score.optional,
        "precision": None if precision is None else round(precision, 4),
    }
