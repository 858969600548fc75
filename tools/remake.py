"""Remake everything that is made from the code: out/seeds.jsonl, schemas/, docs/fields.md, the examples
in README.md, README.zh-CN.md and docs/, docs/rules.md and the tables of docs/cli.md and docs/audit.md.

    python tools/remake.py            write what has changed, and name it
    python tools/remake.py --check    write nothing; exit 1 where something is stale

In these pages, blocks marked `console` are run line by line (`$ ` lines are commands for
the shell) and blocks marked `pycon` are run as Python sessions; what they print replaces what stands
there. Text between `<!-- begin: NAME -->` and `<!-- end: NAME -->` is replaced as a whole.
"""

from __future__ import annotations

import argparse
import contextlib
import doctest
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OUT = Path("out/seeds.jsonl")
FIELDS = Path("docs/fields.md")
READMES = (Path("README.md"), Path("README.zh-CN.md"))
RUN = "qextract run seeds/"

TOOLS = ("jq", "duckdb", "pandas", "sqlite-utils")
"""What examples may need beside qextract and the usual commands."""

CONSOLE = re.compile(r"(?ms)^```console\n(.*?)^```$")
SESSION = re.compile(r"(?ms)^```pycon\n(.*?)^```$")
SECTION = re.compile(r"(?ms)^<!-- begin: (\w+) -->\n.*?^<!-- end: \1 -->$")


def files() -> Iterator[tuple[Path, str]]:
    """(path under the root, text it must have), each made when it is asked for."""
    records = seeds_output()
    yield OUT, records
    yield from schema_files()
    yield FIELDS, fields_page()
    for path in [*READMES, *sorted(p.relative_to(ROOT) for p in ROOT.glob("docs/*.md"))]:
        if path != FIELDS:
            yield path, remade((ROOT / path).read_text("utf-8"), records)


def seeds_output() -> str:
    """What `qextract run seeds/` prints."""
    from qextract.runner import Done, Options, run
    from qextract.sources import find

    results = run(find([str(ROOT / "seeds")]), Options())
    return "".join(_lines(result) for result in results if isinstance(result, Done))


def _lines(result: Any) -> str:
    text: str = result.extracted.lines.decode("utf-8")
    return text


def schema_files() -> Iterator[tuple[Path, str]]:
    from qextract.records.schema import schemas

    for name, text in schemas().items():
        yield Path("schemas") / name, text


def fields_page() -> str:
    """What `qextract schema --markdown` prints."""
    from qextract.records.reference import markdown

    return markdown()


def remade(text: str, records: str) -> str:
    """A page with its examples run and its sections made anew."""
    text = CONSOLE.sub(lambda match: f"```console\n{_console(match[1], records)}```", text)
    text = SESSION.sub(lambda match: f"```pycon\n{_session(match[1])}```", text)
    return SECTION.sub(
        lambda match: f"<!-- begin: {match[1]} -->\n{SECTIONS[match[1]]()}<!-- end: {match[1]} -->",
        text,
    )


def _console(block: str, records: str) -> str:
    """`records` stand in for the output of `qextract run seeds/`, which a pipe begins with."""
    missing = [tool for tool in TOOLS if f"{tool} " in block and not has(tool)]
    if missing:
        print(f"no {missing[0]} here: its examples stay as they are", file=sys.stderr)
        return block
    return "".join(f"$ {command}\n{output(command, records)}" for command in commands(block))


def commands(block: str) -> list[str]:
    """The commands of a block, each with its continued lines."""
    return re.findall(r"(?m)^\$ ((?:.*\\\n)*.*)$", block)


def has(tool: str) -> bool:
    """Whether an example that needs the tool can be run here."""
    if tool == "pandas":
        return importlib.util.find_spec(tool) is not None
    return shutil.which(tool, path=_path()) is not None


def _path() -> str:
    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def output(command: str, records: str) -> str:
    """What a command prints."""
    given = None
    rest = command.removeprefix(RUN).lstrip()
    if command.startswith(RUN) and rest.startswith("|"):
        given, command = records, rest.removeprefix("|")
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env={**os.environ, "PATH": _path(), "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "80"},
        input=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.stdout


def _session(block: str) -> str:
    names: dict[str, object] = {}
    made = ""
    for example in doctest.DocTestParser().get_examples(block):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, "<example>", "single"), names)
        first, *more = example.source.splitlines()
        made += "".join([f">>> {first}\n", *(f"... {line}\n" for line in more)])
        made += printed.getvalue()
    return made


def commands_section() -> str:
    """Every command: its help, and its options as a table."""
    import typer

    from qextract.cli.app import app

    group: Any = typer.main.get_command(app)
    parts = []
    for name, command in group.commands.items():
        help_text = re.sub(r"(?m)^\x08\n", "", (command.help or "").strip())
        rows = [
            f"| {_option(each)} | {(each.help or '').strip()}{_default(each)} |"
            for each in command.params
        ]
        table = "\n".join(["| | |", "|---|---|", *rows])
        parts.append(f"## qextract {name}\n\n```text\n{help_text}\n```\n\n{table}\n")
    return "\n".join(parts)


def _option(each: Any) -> str:
    metavar = f"`{each.metavar}`".replace("|", "\\|") if each.metavar else ""
    if each.param_type_name == "argument":
        return metavar
    return " ".join([*(f"`{word}`" for word in each.opts), metavar]).strip()


def _default(each: Any) -> str:
    return f" Default: {each.default}." if isinstance(each.default, str) and each.default else ""


def rules_section() -> str:
    """Every rule and pattern with its purpose and its first example."""
    from qextract.cli.rules import described, load

    rows = []
    for each in map(described, load().values()):
        text, found = next(iter(each["examples"].items()), ("", ""))
        example = f"{text} → {found}" if text else ""
        cells = (f"`{each['name']}`", each["purpose"], example)
        rows.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    return "\n".join(["| name | looks for | for example |", "|---|---|---|", *rows, ""])


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def reasons_section() -> str:
    """Why `qextract audit` may say that something was left."""
    from qextract.audits.reasons import REASONS

    rows = []
    for reason, told in REASONS.items():
        kind, _, meaning = told.partition(": ")
        rows.append(f"| {reason} | {kind} | {_cell(meaning)} |")
    return "\n".join(["| reason | kind | what it says |", "|---|---|---|", *rows, ""])


SECTIONS: dict[str, Callable[[], str]] = {
    "commands": commands_section,
    "rules": rules_section,
    "reasons": reasons_section,
}


def stale() -> Iterator[tuple[Path, str]]:
    """The files that are not as they must be, and what they must be."""
    for path, text in files():
        file = ROOT / path
        if not file.exists() or file.read_text("utf-8") != text:
            yield path, text


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail if stale")
    check = parser.parse_args().check
    found = False
    for path, text in stale():
        found = True
        print(f"{'stale: ' if check else ''}{path}")
        if not check:
            (ROOT / path).parent.mkdir(exist_ok=True)
            (ROOT / path).write_text(text, "utf-8")
    return int(check and found)


if __name__ == "__main__":
    sys.exit(main())
