"""The commands and their options. Nothing heavy is imported before a command runs."""

from __future__ import annotations

from typing import Annotated

import typer

from qextract.cli import app_diff, options
from qextract.cli.app_validate import VALIDATE_HELP, validate
from qextract.cli.helps import AUDIT_HELP, CLEAN_HELP, EVAL_HELP, RUN_HELP

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="""
    Read Chinese news pages and write what they report as JSON Lines: dated events, officials and
    their posts, policy documents, and figures, every value with the place in the text that it was
    read from. Works offline, by rules, with the same result every time.

    \b
    Start with:
      qextract run page.txt | jq .             all records of one page
      qextract run pages/ -o records.jsonl     all pages of a folder, in one file
      qextract clean --explain page.txt        what was mended in a damaged page
      qextract audit page.txt                  what was left lying on it
      qextract run --help                      everything else
    """,
)


@app.callback()
def common(
    version: Annotated[bool, typer.Option("--version", "-V", help="Show the version.")] = False,
) -> None:
    """Options before the command."""
    if version:
        from qextract._version import __version__

        print(f"qextract {__version__}")
        raise typer.Exit


@app.command(help=RUN_HELP, short_help="Extract records from pages as JSON Lines.")
def run(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders, or - (see above).")
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|DIR",
            help="Write to FILE, whole or not at all; or, where it is a folder or ends in /,"
            " one file a page (PAGE.txt.jsonl).",
        ),
    ] = None,
    manifest: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Tell of the run in FILE: version, rules, options, hashes of the pages, counts. For"
            " records.jsonl it is best called records.manifest.json (see qextract check).",
        ),
    ] = None,
    types: options.Types = None,
    published: options.Published = None,
    jobs: options.Jobs = None,
    format: options.Format = "auto",  # noqa: A002
    text_field: options.TextField = None,
    title_field: options.TitleField = None,
    date_field: options.DateField = None,
    id_field: options.IdField = None,
    max_size: options.MaxSize = "20MB",
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress, summary or warnings; only failures.")
    ] = False,
) -> int:
    fields = options.fields(text_field, title_field, date_field, id_field)
    reading = options.reading(types, published, max_size, format, fields)
    from qextract.cli.run import run_command

    return run_command(
        paths,
        reading,
        output=output,
        manifest=manifest,
        jobs=jobs,
        quiet=quiet,
    )


@app.command(help=CLEAN_HELP, short_help="Print pages mended, or what was mended in them.")
def clean(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders, or - (see qextract run).")
    ],
    explain: Annotated[
        bool, typer.Option("--explain", "-e", help="A line for each repair.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a page.")] = False,
    as_read: Annotated[bool, typer.Option("--source", help="The text before any repair.")] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|DIR",
            help="Write to FILE, whole or not at all; or, where it is a folder or ends in /,"
            " one file a page (PAGE.txt; PAGE.repairs.txt; PAGE.json).",
        ),
    ] = None,
    format: options.Format = "auto",  # noqa: A002
    text_field: options.TextField = None,
    title_field: options.TitleField = None,
    date_field: options.DateField = None,
    id_field: options.IdField = None,
    max_size: options.MaxSize = "20MB",
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No names above texts, no summary; only failures.")
    ] = False,
) -> int:
    view, limit = options.view(explain, as_json, as_read), options.size(max_size)
    kind = options.format(format)
    fields = options.fields(text_field, title_field, date_field, id_field)
    from qextract.cli.clean import Reading, clean_command

    return clean_command(paths, Reading(limit, kind, fields), output=output, view=view, quiet=quiet)


@app.command(help=AUDIT_HELP, short_help="Print what no record holds: what was left lying.")
def audit(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files, folders, or - (see qextract run).")
    ],
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", "-k", metavar="LIST", help="Only these kinds, by commas."),
    ] = None,
    unexplained: Annotated[
        bool, typer.Option("--unexplained", "-u", help="Only what no reason is known for.")
    ] = False,
    furniture: Annotated[
        bool,
        typer.Option(
            "--furniture",
            help="Look also at lines that were taken for menus, bylines, captions, footers.",
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a page.")] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|DIR",
            help="Write to FILE, whole or not at all; or, where it is a folder or ends in /,"
            " one file a page (PAGE.audit.txt; PAGE.json).",
        ),
    ] = None,
    published: options.Published = None,
    format: options.Format = "auto",  # noqa: A002
    text_field: options.TextField = None,
    title_field: options.TitleField = None,
    date_field: options.DateField = None,
    id_field: options.IdField = None,
    max_size: options.MaxSize = "20MB",
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No summary or warnings; only failures.")
    ] = False,
) -> int:
    wanted = options.kinds(kind)
    fields = options.fields(text_field, title_field, date_field, id_field)
    reading = options.reading(None, published, max_size, format, fields)
    from qextract.cli.audit import Asked, audit_command

    return audit_command(
        paths,
        reading,
        Asked(wanted, unexplained, furniture, as_json),
        output=output,
        quiet=quiet,
    )


@app.command("eval", help=EVAL_HELP, short_help="Score records against gold.")
def eval_(
    gold: Annotated[
        str, typer.Argument(metavar="GOLD", help="A folder of NAME.gold.json, or one of them.")
    ],
    records: Annotated[
        str | None,
        typer.Argument(metavar="[RECORDS]", help="What qextract run wrote; if none, it is run."),
    ] = None,
    texts: Annotated[
        str | None, typer.Option(metavar="DIR", help="Where the texts lie, if not beside the gold.")
    ] = None,
    least: Annotated[
        list[str] | None,
        typer.Option("--min", "-m", metavar="NAME=SHARE", help="The least that a figure may be."),
    ] = None,
    types: Annotated[
        list[str] | None,
        typer.Option(
            "--types", "-t", metavar="LIST", help="Only these types, by commas: events,article."
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", "-e", help="A line for each difference first.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    jobs: options.Jobs = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No notes; only failures and thresholds missed.")
    ] = False,
) -> int:
    from qextract.cli.evaluate import eval_command

    return eval_command(
        gold,
        records,
        texts=texts,
        least=least or (),
        types=types or (),
        errors=errors,
        as_json=as_json,
        jobs=jobs,
        quiet=quiet,
    )


app.command(help=VALIDATE_HELP, short_help="Check records against the contract.")(validate)


app.command(help=app_diff.DIFF_HELP, short_help="Print what differs between two runs.")(
    app_diff.diff
)
app.command(help=app_diff.CHECK_HELP, short_help="Run, and print what differs from a baseline.")(
    app_diff.check
)
app.command(help=app_diff.ACCEPT_HELP, short_help="Run, and make the records the baseline.")(
    app_diff.accept
)


@app.command()
def rules(
    name: Annotated[
        str, typer.Argument(metavar="[NAME|PREFIX]", help="One rule, or all whose names begin so.")
    ] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a rule, with all examples.")
    ] = False,
    measure: Annotated[
        str | None,
        typer.Option(metavar="GOLD", help="How often each is right, on gold (see qextract eval)."),
    ] = None,
    texts: Annotated[
        str | None, typer.Option(metavar="DIR", help="Where the texts lie, if not beside the gold.")
    ] = None,
    jobs: options.Jobs = None,
) -> int:
    """
    List the rules: what each looks for, with examples.

    The "rule" field of a record names the rule that made it. Give a rule's full name to see all
    that it is known to match and to leave alone. With --measure, how many records each made of the
    texts of a folder of gold, and how many were right: also whole, spurious, optional (neither
    wanted nor unwanted), and the precision.

    \b
    Examples:
      qextract rules
      qextract rules metric.
      qextract rules --json | jq -r 'select(.kind=="rule") | .name'
      qextract rules event. --measure gold/
    """
    if measure is not None:
        from qextract.cli.measure import measure_command

        return measure_command(name, measure, texts=texts, as_json=as_json, jobs=jobs)
    if texts is not None or jobs is not None:
        raise typer.BadParameter("--texts and --jobs go with --measure GOLD")
    from qextract.cli.rules import rules_command

    return rules_command(name, as_json=as_json)


@app.command(short_help="Print the JSON Schema of the records.")
def schema(
    name: Annotated[
        str, typer.Argument(metavar="[TYPE]", help="A record type; if none, any line of output.")
    ] = "record",
    as_markdown: Annotated[
        bool, typer.Option("--markdown", "-m", help="Tables for people instead (docs/fields.md).")
    ] = False,
) -> int:
    """
    Print the JSON Schema (draft 2020-12) of the records, with a description of every field.

    \b
    Examples:
      qextract schema metric
      qextract schema event | jq '.properties | keys'
      qextract schema --markdown > fields.md
    """
    from qextract.cli.schema import schema_command

    return schema_command(name, as_markdown=as_markdown)
