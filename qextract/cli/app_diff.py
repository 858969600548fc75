"""The commands that compare runs, with their options and help texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from qextract.cli import options

if TYPE_CHECKING:
    from qextract.cli.diff import Asked

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
        list[str] | None,
        typer.Option(
            "--sources",
            "-s",
            metavar="DIR",
            help="The pages, as they were named to qextract run, to tell their lines; again for"
            " more.",
        ),
    ] = None,
    quiet: Quiet = False,
) -> int:
    given = asked(format, by, ignore, only, spans, quiet)
    from qextract.cli.diff import diff_command

    return diff_command(base, new, given, sources=sources or ())


CHECK_HELP = """
Extract records from pages and print what differs from those of an earlier run.

PATH is what qextract run takes. FILE is what qextract run, or accept, wrote for the same pages with
the same options. All is compared and printed as by qextract diff, with the lines of the pages.
Documents that only FILE has are orphans: they are named, and count as different.

Where FILE has a manifest (records.manifest.json beside records.jsonl, or --manifest), other options
are told, and what cannot be compared is left out; so are a new version and new rules.

\b
Examples:
  qextract check pages/ --baseline out/pages.jsonl
  qextract check pages/ --baseline out/pages.jsonl --only event,metric
  qextract check pages/ --baseline out/pages.jsonl --format github

\b
Exit codes: 0 no difference; 1 differences; 2 the command is wrong; 3 some pages or lines failed
(each has a line on standard error), and the others are the same; 4 no page, or none of FILE, could
be read; 130 interrupted.
"""

ACCEPT_HELP = """
Extract records from pages and make them the baseline, after showing what changes.

Takes what qextract check takes, and prints what it prints. On a terminal it asks before FILE is
replaced; elsewhere --yes must be given. FILE is replaced whole or not at all, and holds what
qextract run -o FILE would have written. A manifest is written with it where there was one
(records.manifest.json beside records.jsonl), or where --manifest says.

Nothing is written where pages failed whose records FILE holds.

\b
Examples:
  qextract accept pages/ --baseline out/pages.jsonl
  qextract accept pages/ --baseline out/pages.jsonl --manifest out/pages.manifest.json --yes

\b
Exit codes: 0 written, or nothing to write; 1 not written: the answer was no; 2 the command is
wrong, or FILE cannot be written; 3 some pages failed: written where FILE loses nothing by it;
4 no page could be read; 130 interrupted.
"""

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files, folders, or - (see qextract run).")
]
BaselineFile = Annotated[
    str, typer.Option("--baseline", "-b", metavar="FILE", help="The records of an earlier run.")
]
Manifest = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="The manifest of that run, if it is not beside its records."),
]
InputFormat = Annotated[
    str,
    typer.Option("--input-format", metavar="NAME", help="What qextract run calls --format."),
]


def check(
    paths: Paths,
    baseline: BaselineFile,
    manifest: Manifest = None,
    format: OutputFormat = "text",  # noqa: A002
    by: By = "rule",
    ignore: Ignore = None,
    only: Only = None,
    spans: Spans = False,
    types: options.Types = None,
    published: options.Published = None,
    jobs: options.Jobs = None,
    input_format: InputFormat = "auto",
    text_field: options.TextField = None,
    title_field: options.TitleField = None,
    date_field: options.DateField = None,
    id_field: options.IdField = None,
    max_size: options.MaxSize = "20MB",
    quiet: Quiet = False,
) -> int:
    given = asked(format, by, ignore, only, spans, quiet)
    fields = options.fields(text_field, title_field, date_field, id_field)
    reading = options.reading(
        types, published, max_size, input_format, fields, option="--input-format"
    )
    from qextract.cli.check import Baseline, check_command

    return check_command(
        paths,
        Baseline(baseline, manifest),
        reading,
        given,
        jobs=jobs,
    )


def accept(
    paths: Paths,
    baseline: BaselineFile,
    manifest: Manifest = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    format: OutputFormat = "text",  # noqa: A002
    by: By = "rule",
    types: options.Types = None,
    published: options.Published = None,
    jobs: options.Jobs = None,
    input_format: InputFormat = "auto",
    text_field: options.TextField = None,
    title_field: options.TitleField = None,
    date_field: options.DateField = None,
    id_field: options.IdField = None,
    max_size: options.MaxSize = "20MB",
    quiet: Quiet = False,
) -> int:
    given = asked(format, by, None, None, False, quiet)
    fields = options.fields(text_field, title_field, date_field, id_field)
    reading = options.reading(
        types, published, max_size, input_format, fields, option="--input-format"
    )
    from qextract.cli.check import Baseline, accept_command

    return accept_command(
        paths,
        Baseline(baseline, manifest),
        reading,
        given,
        jobs=jobs,
        yes=yes,
    )


def asked(
    format_: str,
    by: str,
    ignore: list[str] | None,
    only: list[str] | None,
    spans: bool,
    quiet: bool,
) -> Asked:
    """What to compare and how to show it, checked."""
    shown = (
        options.one_of(format_, FORMATS, "--format", "format"),
        options.one_of(by, GROUPS, "--by", "group"),
    )
    left_out, types = options.ignored(ignore or ()), options.types(only, "--only")
    from qextract.cli.diff import Asked

    return Asked(*shown, left_out, types, spans, quiet)  # type: ignore[arg-type]
