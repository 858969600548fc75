"""`qextract eval`: records against gold."""

from __future__ import annotations

import gc
import json
import sys
from collections import Counter
from collections.abc import Sequence

from qextract.cli import DIFFERENT, NOTHING_READ, OK, SOME_FAILED, drop_output, fail, say
from qextract.cli.differences import show_errors
from qextract.cli.options import nearest
from qextract.cli.tables import gap, show, write
from qextract.compare import (
    SCORED,
    Evaluation,
    Verdict,
    figures,
    measure,
    threshold,
    verdicts,
)
from qextract.compare.matching import plural
from qextract.compare.report import measured, report
from qextract.compare.thresholds import Figures

LINES = 10
"""Lines about one file that are shown of many."""
NONE = "-"


def eval_command(
    gold: str,
    records: str | None,
    *,
    texts: str | None,
    least: Sequence[str],
    types: Sequence[str],
    errors: bool,
    as_json: bool,
    jobs: int | None,
    quiet: bool,
) -> int:
    """Score `records`, or what is extracted now, print it, and give the exit code."""
    try:
        chosen = scored(types)
        thresholds = [threshold(each, chosen) for each in least]
    except ValueError as error:
        return fail(f"{error} (see qextract eval --help)")
    gc.enable()
    if records is None and jobs is None:
        from qextract.cli.run import processors

        jobs = processors()
    made = measure(gold, records, texts=texts, types=chosen, jobs=jobs or 1)
    found = figures(made)
    given = verdicts(found, thresholds)
    try:
        if made.documents and as_json:
            write(json.dumps(report(made, given), ensure_ascii=False))
        elif made.documents:
            tell(made, found, errors=errors)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has had enough, but the verdict stands
        drop_output()
    complain(made, quiet=quiet)
    if not made.documents:
        return NOTHING_READ
    for each in (one for one in given if not one.met):
        say(below(each))
    if not all(each.met for each in given):
        return DIFFERENT
    return SOME_FAILED if made.failures else OK


def scored(given: Sequence[str]) -> list[str]:
    """`--types events,metrics`, or as records call them, `event,metric`; none is all."""
    words = [plural(word) for each in given for word in each.replace(",", " ").split()]
    for word in words or [""] * len(given):
        if word not in SCORED:
            raise ValueError(
                f"there is no type {word!r}{nearest(word, SCORED) or '.'} Types are {', '.join(SCORED)}"
            )
    return [name for name in SCORED if name in words] or list(SCORED)


def below(verdict: Verdict) -> str:
    """`events.found is 0.8712, below 0.9`."""
    if verdict.value is None:
        return f"{verdict.name}: nothing to measure, and it must be {verdict.least:g}"
    return f"{verdict.name} is {verdict.value:.4f}, below {verdict.least:g}"


def complain(made: Evaluation, *, quiet: bool) -> None:
    """Say what could not be scored, a line each; of many in one file the first ones."""
    lines: Counter[str] = Counter()
    for failure in made.failures:
        from qextract.cli.report import line  # the extractors come with it

        lines[failure.path] += 1
        if lines[failure.path] <= LINES:
            say(line(failure))
    for path, number in lines.items():
        if number > LINES:
            say(f"{path}: {number - LINES:,} more lines like these")
    for note in () if quiet else made.notes:
        say(note)


def tell(made: Evaluation, found: Figures, *, errors: bool) -> None:
    """The report for people: what is most of interest comes last, where a terminal shows it."""
    if errors:
        show_errors(made.errors)
    if made.rules:
        show_rules(made)
        gap()
    show_fields(made, found)
    gap()
    if made.types:
        show_ratios(made, found)
        gap()
    loose = f"{made.ungrounded:,} ungrounded" if made.grounded.asked else "spans not checked"
    write(f"{count(made.documents, 'document')}, {count(made.records, 'record')}, {loose}")


def count(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"


def show_ratios(made: Evaluation, found: Figures) -> None:
    rows = []
    for name, ratio in made.ratios().items():
        if name.startswith("micro."):
            macro = name.replace("micro", "macro")
            rows.append([macro, *[NONE] * 3, *shares(macro, found)])
        rows.append([name, *map(str, ratio), *shares(name, found)])
    show(["figure", "wanted", "given", "right", "precision", "recall", "F1"], rows)


def shares(name: str, found: Figures) -> list[str]:
    """Precision, recall and F1."""
    return [share(found[each]) for each in (f"{name}.precision", f"{name}.recall", name)]


def share(value: float | None) -> str:
    return NONE if value is None else f"{value:.4f}"


def show_fields(made: Evaluation, found: Figures) -> None:
    rows = [
        [path, str(each.asked), str(each.right), str(each.asked - each.right), share(found[path])]
        for path, each in made.fields.items()
        if each.asked
    ]
    show(["field", "asked", "right", "wrong", "share"], rows)


def show_rules(made: Evaluation) -> None:
    head = ["rule", "records", "right", "whole", "spurious", "optional", "precision"]
    show(head, [rule_row(rule, measured(made.rules[rule])) for rule in sorted(made.rules)])


def rule_row(rule: str, counts: dict[str, float | None]) -> list[str]:
    """A rule's line: its counts as they are, the share last."""
    *numbers, precision = counts.values()
    return [rule, *map(str, numbers), share(precision)]
