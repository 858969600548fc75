"""The commands that compare runs, with their options and help texts."""

from __future__ import annotations

from typing import Annotated

import typer

from qextract.cli import options

FORMATS = ("text", "json", "markdown", "github")
GROUPS = ("rule", "document")

DIFF_HELP = """
Print what differs between the records of two runs: changed, added and removed, by rule.

BASE and NEW are what qextract run wrote: JSON Lines files, folders of them, or - for standard
input (one of the two); .gz too. Records are partners if they have one id; else if they are of one
type and stand at one place, or say nearly the same. A partner that says something else is one
changed line with its fields; where in the text it stands makes no difference (see --spans).

\b
Examples:
  qextract diff before.jsonl after.jsonl
  qextract run pages/ | qextract diff out/pages.jsonl -
  qextract diff before.jsonl after.jsonl --only metric --ignore period --by document
  qextract diff before.jsonl after.jsonl --format markdown > comment.md
  qextract diff before.jsonl after.jsonl --format json | jq '.changes[] | .fields'

\b
Formats:
  text      a table for each rule on a terminal; in a pipe a line for each change:
            ~ changed, + added, - removed
  json      one object: counts by type, rule and document, and all changes, a line each
  markdown  for a comment on a pull request, at most 60,000 characters
  github    at most ten ::warning lines, and the markdown behind them, or, where it is set, at the
            end of the file $GITHUB_STEP_SUMMARY

\b
Exit codes: 0 no difference; 1 differences; 2 the command is wrong; 3 some lines could not be
compared (each is told on standard error), and the others are the same; 4 BASE or NEW could not be
read; 130 interrupted.
"""

OutputFormat = Annotated[
    str,
    typer.Option("--format", "-f", metavar="NAME", help=f"How to print it: {', '.join(FORMATS)}."),
]
By = Annotated[str, typer.Option(metavar="WHAT", help="Group by rule or by document.")]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        "-i",
        metavar="FIELD",
        help="Do not compare it: summary, date.basis, positions.org, event.name. As often as needed.",
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="TYPE", help="Only these types, by commas: event,metric."),
]
Spans = Annotated[
    bool,
    typer.Option(
        "--spans", help="Compare also where things stand: span, mentions, grounding, body."
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Nothing where nothing differs; no notes.")
]


def diff(
    base: Annotated[str, typer.Argument(metavar="BASE", help="The records as they were.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The records as they are now.")],
    format: OutputFormat = "text",  # noqa: A002
    by: By = "rule",
    ignore: Ignore = None,
    only: Only = None,
    spans: Spans = False,
    sources: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="Where the pages lie, to tell their lines."),
    ] = None,
    quiet: Quiet = False,
) -> int:
    given = asked(format, by, ignore, only, spans, quiet)
    from qextract.cli.diff import Asked, diff_command

    return diff_command(base, new, Asked(*given), sources=sources)  # type: ignore[arg-type]


def asked(
    format_: str,
    by: str,
    ignore: list[str] | None,
    only: list[str] | None,
    spans: bool,
    quiet: bool,
) -> tuple[str, str, tuple[str, ...], frozenset[str] | None, bool, bool]:
    """What to compare and how to show it, checked."""
    return (
        options.one_of(format_, FORMATS, "--format", "format"),
        options.one_of(by, GROUPS, "--by", "group"),
        options.ignored(ignore or ()),
        options.types(only, "--only"),
        spans,
        quiet,
    )
