"""`qextract validate`: its options and its help."""

from __future__ import annotations

from typing import Annotated

import typer

from qextract.cli import options
from qextract.sources.common import STDIN

VALIDATE_HELP = """
Check records against the contract: the schema, and what holds beyond it.

FILE is what qextract run wrote: a JSON Lines file, a folder of them, or - for standard input; .gz
too. Each argument is taken as the output of one run.

\b
A line for each fault, FILE:LINE: DOC_ID/ID: FIELD: REASON, to the end of all files. Looked at are
  lines      UTF-8, one JSON object each, the last one whole
  fields     all there, none besides, each of its type (qextract schema), strictly
  spans      start before end, as long as text, in headline or body; mentions sorted, span among
             them; grounding inside the text, of fields that have a value
  dates      end not before start; edtf, precision and basis say the same as start and end
  figures    no needless fraction, value_max not below value
  documents  the article record first, counts in it true; then events, officials, policies and
             metrics, each in the order of the text; one official a name, one policy a title
  the whole  no id twice, the records of a document together
  --sources  pages: text is what stands at span, and sha256, encoding, chars are the page's

\b
--json prints a JSON object for each fault: path, line, doc_id, id, field, reason (null where there
is none).

\b
Examples:
  qextract validate records.jsonl
  qextract validate out/ --sources pages/
  qextract run pages/ | qextract validate -
  qextract run pages/ --types article,metric | qextract validate - --types article,metric
  qextract validate records.jsonl --json | jq -r .reason | sort | uniq -c | sort -rn

\b
Exit codes: 0 nothing is wrong; 1 something is; 2 the command is wrong; 3 some files or pages could
not be read (each has a line on standard error), and nothing is wrong with the rest; 4 no record
could be read; 130 interrupted.
"""


def validate(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Records: files, folders, or - (see above).")
    ],
    sources: Annotated[
        list[str] | None,
        typer.Option(
            "--sources",
            "-s",
            metavar="DIR",
            help="The pages, as they were named to qextract run (a file will do, too); again for"
            " more. They are read with the options below.",
        ),
    ] = None,
    types: Annotated[
        list[str] | None,
        typer.Option(
            "--types",
            "-t",
            metavar="LIST",
            help="What qextract run --types was given: the other types are not missed.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a fault.")] = False,
    format: options.Format = "auto",  # noqa: A002
    text_field: options.TextField = None,
    title_field: options.TitleField = None,
    date_field: options.DateField = None,
    id_field: options.IdField = None,
    max_size: options.MaxSize = "20MB",
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No summary; only what is wrong.")
    ] = False,
) -> int:
    """The command's options, checked."""
    wanted, limit = options.types(types), options.size(max_size)
    kind = options.format(format)
    fields = options.fields(text_field, title_field, date_field, id_field)
    if STDIN in files and STDIN in (sources or ()):
        raise typer.BadParameter("standard input cannot be both records and pages")
    from qextract.cli.validate import validate_command
    from qextract.compare.validation import TYPES, validate

    made = validate(
        files,
        sources=sources or (),
        types=wanted or TYPES,
        max_size=limit,
        format=kind,
        fields=fields,
    )
    return validate_command(made, sources or (), as_json=as_json, quiet=quiet)
