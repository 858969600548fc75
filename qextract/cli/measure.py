"""`qextract rules --measure GOLD`: how often each rule is right."""

from __future__ import annotations

import gc
import json
import sys

from qextract.cli import NOTHING_READ, OK, SOME_FAILED, fail
from qextract.cli.evaluate import complain, rule_row
from qextract.cli.rules import chosen_rules
from qextract.cli.run import processors
from qextract.cli.tables import show, write
from qextract.compare import Score, measure
from qextract.compare.matching import MATCHERS
from qextract.compare.report import measured
from qextract.rules import Rule

HEAD = ("rule", "records", "right", "whole", "spurious", "optional", "precision")


def measure_command(
    name: str, gold: str, *, texts: str | None, as_json: bool, jobs: int | None
) -> int:
    """Extract the texts of `gold`, and tell what each rule made, those that made nothing too."""
    known = chosen_rules(name)
    if isinstance(known, str):
        return fail(known)
    rules = [each.name for each in known if isinstance(each, Rule)]
    if not rules:
        return fail(f"{name} is a pattern; only rules make records (see qextract rules)")
    gc.enable()
    made = measure(gold, texts=texts, types=MATCHERS, jobs=jobs or processors())
    counts = {rule: measured(made.rules.get(rule, Score())) for rule in rules}
    if made.documents and as_json:
        for rule, numbers in counts.items():
            write(json.dumps({"name": rule, **numbers}, ensure_ascii=False))
    elif made.documents:
        show(HEAD, [rule_row(rule, numbers) for rule, numbers in counts.items()])
    sys.stdout.flush()
    complain(made, quiet=False)
    if not made.documents:
        return NOTHING_READ
    return SOME_FAILED if made.failures else OK
