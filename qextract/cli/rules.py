"""`qextract rules`: what the extractor looks for."""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterable
from typing import Any

import qextract
from qextract.cli import fail
from qextract.cli.options import nearest
from qextract.rules import PATTERNS, RULES, Pattern, Rule

STAGES = ("repairs", "layout", "lexical", "extractors")


def load() -> dict[str, Rule | Pattern]:
    """Every rule and pattern by name: rules first, then patterns, each in the order of names."""
    for stage in STAGES:
        package = importlib.import_module(f"{qextract.__name__}.{stage}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    return dict(sorted(RULES.items())) | dict(sorted(PATTERNS.items()))


def rules_command(name: str, *, as_json: bool) -> int:
    chosen = chosen_rules(name)
    if isinstance(chosen, str):
        return fail(chosen)
    if as_json:
        _write(json.dumps(described(each), ensure_ascii=False) for each in chosen)
    elif chosen[0].name == name:
        _write(_card(chosen[0]))
    elif sys.stdout.isatty():
        _table(chosen)
    else:
        _write(f"{each.name}\t{_kind(each)}\t{each.purpose}" for each in chosen)
    return 0


def chosen_rules(name: str) -> list[Rule | Pattern] | str:
    """The rule of that name, or all whose names begin so; if there is none, what to say."""
    known = load()
    chosen = [known[name]] if name in known else [r for n, r in known.items() if n.startswith(name)]
    if chosen:
        return chosen
    return f"no rule's name begins with {name!r}{nearest(name, known)} (see qextract rules)"


def described(each: Rule | Pattern) -> dict[str, Any]:
    """A rule as plain data. `examples` maps a text to what the rule makes of it."""
    return {
        "name": each.name,
        "kind": _kind(each),
        "purpose": each.purpose,
        "examples": dict(each.examples),
        "rejects": list(each.rejects),
    }


def _kind(each: Rule | Pattern) -> str:
    return "rule" if isinstance(each, Rule) else "pattern"


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def _card(each: Rule | Pattern) -> Iterable[str]:
    yield f"{each.name} ({_kind(each)})"
    yield f"  {each.purpose}"
    if each.examples:
        yield "matches"
    for text, found in each.examples.items():
        yield f"  {text}"
        yield f"    → {found}"
    if each.rejects:
        yield "leaves alone"
    for text in each.rejects:
        yield f"  {text}"


def _table(chosen: Iterable[Rule | Pattern]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(box=SIMPLE_HEAD, pad_edge=False)
    made.add_column("name", no_wrap=True)
    made.add_column("purpose")
    made.add_column("for example")
    for each in chosen:
        text, found = next(iter(each.examples.items()), ("", ""))
        made.add_row(each.name, Text(each.purpose), Text(f"{text} → {found}" if text else ""))
    Console(highlight=False).print(made)
