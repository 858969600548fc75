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
