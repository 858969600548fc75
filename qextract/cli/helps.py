"""The longer help texts of commands."""

RUN_HELP = """
Extract records from pages and write them, one JSON object a line, to standard output.

PATH is a text or HTML page; a file of many (JSON Lines, CSV, TSV, WARC); a folder (all such files
in it and below, in sorted order; hidden ones are passed over); or - for standard input. Each may be
compressed (.gz), and in UTF-8, GB 18030, Big5 or UTF-16.

\b
Each line has a "type":
  article    first for each page: title, publisher, date, authors, what was repaired
  event      something dated: date, kind, name, place, participants
  official   a person with posts: name, positions, category
  policy     a law, plan, notice or standard: title, number, issuers, dates
  metric     a figure: value, unit, subject, holder, change, period
"text" and "span" say what in the page it rests on; qextract schema describes every field.

\b
Examples:
  qextract run pages/ -o records.jsonl
  qextract run pages/ | jq -r 'select(.type=="metric") | [.value, .unit, .subject] | @tsv'
  qextract run pages/ --types official | jq -r .name | sort | uniq -c | sort -rn
  qextract run --types event,policy --published 2023-11-15 page.txt
  curl -s https://example.com/page.html | qextract run - | jq .
  qextract run news.jsonl.gz --text-field content --date-field pubtime
  qextract run 2022/ 2023/ -o records/ --jobs 8

\b
Exit codes: 0 all written; 2 the command is wrong; 3 some pages failed (each has a line on
standard error), the rest were written; 4 no page could be read; 130 interrupted.
"""

CLEAN_HELP = """
Print pages as the extractor reads them: damage mended, simplified characters, half width.

PATH is what qextract run takes. Of several pages, each has a line ==> NAME <== above it (none with
--quiet); with -o DIR/ each goes to a file of its own. Of an HTML page or a row this is the text
taken out of it, in whose lines and characters the command counts.

\b
Instead of the text:
  --explain  each repair in its line: FILE:LINE:COLUMN, its kind, what was [-taken out-] and
             {+put in+}, and why; [?what no repair can bring back?]; conversions summed up
  --json     one JSON object a page: doc_id, script, counts (repairs by kind), source and text, and
             repairs, each with kind, start and end in the source, text_start and text_end in the
             text, line, column, before, after, reason; reported are those that cannot be mended
  --source   the text before any repair, in which the "span" of a record counts

\b
Examples:
  qextract clean page.txt
  qextract clean --explain pages/ | less
  qextract clean pages/ -o clean/
  qextract clean --json pages/ | jq -r '.repairs[] | [.kind, .before, .after] | @tsv'
  qextract clean --source page.html | cut -c 1-80

\b
Exit codes: 0 all written; 2 the command is wrong; 3 some pages failed (each has a line on
standard error), the rest were written; 4 no page could be read; 130 interrupted.
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
