"""The longer help texts of commands."""

EVAL_HELP = """
Score records against gold: precision, recall and F1 by type, and what is wrong.

GOLD is a folder of NAME.gold.json files (docs/eval.md has the format), or one of them. Without
RECORDS the texts beside the gold (or in --texts DIR) are extracted and scored. RECORDS is what
qextract run wrote: a JSON Lines file, a folder of them, or - for standard input; .gz too.

\b
A gold entry is
  found   where a record is the same fact: value and unit, name, title, date and happening
  whole   where that record's other fields are right, too
"optional" entries of the gold count neither way. Tables tell it by rule, by field and by type.

\b
  --errors  first a line for each difference: FILE:LINE in the text; missed, spurious or wrong with
            the fields that are; type; what was wanted; what was got; rule
  --json    one JSON object with all of it, errors too
  --min     a figure that must be reached, as often as needed; exit code 1 where one is not

\b
Figures are, of found and of whole:
  found  events.found  events.found.precision  events.found.recall  macro.found  micro.found
and of the share that is right:
  events.kind  metrics.subject  officials.positions  article.title  article  grounded
found and whole alone ask each of events, officials, policies and metrics for as much.

\b
Examples:
  qextract eval gold/
  qextract eval gold/ records.jsonl --texts pages/
  qextract eval gold/ --errors --types events | grep missed
  qextract eval gold/ --min found=0.9 --min events.whole=0.75 --min article=95%
  qextract eval gold/ --json | jq .figures

\b
Exit codes: 0 all scored; 1 a figure is below its --min; 2 the command is wrong; 3 some gold,
texts or records could not be read (each has a line on standard error), the rest was scored;
4 nothing could be scored; 130 interrupted.
"""

AUDIT_HELP = """
Print what pages say and no record holds: numbers, dates, 《》 and names of persons left lying.

PATH is what qextract run takes, and pages are read as it reads them. Headline and body are looked
at. What a record was read from is used: its figure, its date or period, its person, its document,
wherever the page repeats them; so are publisher, date and bylines of the page. A clause that an
event is told in is not used by that alone.

\b
A line for each find: FILE:LINE:COLUMN, its kind, [=what was left=] in its line, and, in brackets,
why, where that is known (an ordinal, an age, a reporter, ...). What has no reason is worth a look:
  number   a figure, with its unit, or digits
  date     a date, or a span of days, months or years
  title    anything in 《》, and documents named without
  person   what looks like a name, beside what names stand beside

\b
--json prints one JSON object a page: doc_id, counts (used and left, by kind) and left, a list of
objects with kind, text, start and end (as the "span" of a record), line, column, before, after (the
line around it) and reason (null where none is known). docs/audit.md lists the reasons.

\b
Examples:
  qextract audit page.txt
  qextract audit pages/ --kind number --unexplained
  qextract audit pages/ | grep ': person:'
  qextract audit --json pages/ | jq -r '.left[] | [.kind, .text, .reason] | @tsv'

\b
Exit codes: 0 all looked at; 2 the command is wrong; 3 some pages failed (each has a line on
standard error); 4 no page could be read; 130 interrupted.
"""
