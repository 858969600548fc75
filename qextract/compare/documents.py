"""From a folder of gold to an evaluation: of records in a file, or of what is extracted now."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator

from qextract.compare.evaluation import ARTICLE, SCORED, Document, Evaluation
from qextract.compare.facts import read_records
from qextract.compare.gold import SUFFIX, Gold, gold_files, read_gold
from qextract.compare.matching import MATCHERS, Fact
from qextract.compare.score import evaluate
from qextract.sources import STDIN, Failure, Input, read
from qextract.sources.common import because

Golds = dict[str, Gold]
"""`doc` -> gold file."""
SHOWN = 3
"""Names that a note shows of many."""


def measure(
    gold: str | os.PathLike[str],
    records: str | None = None,
    *,
    texts: str | os.PathLike[str] | None = None,
    types: Iterable[str] = SCORED,
    jobs: int = 1,
) -> Evaluation:
    """Score the records of the file `records` (JSON Lines, a folder of such files, `-`), or those
    that are extracted from the texts now, in `jobs` processes.

    gold: a folder of `NAME.gold.json`, or one such file. texts: where the texts lie, if not beside.
    Nothing is raised for what cannot be read: `failures` has it, and `documents` is 0 where that
    is all.
    """
    folder = os.fspath(gold)
    beside = folder if os.path.isdir(folder) else os.path.dirname(folder)
    place = beside if texts is None else os.fspath(texts)
    found, failures = _golds(folder)
    needed = records is None or texts is not None
    if found and needed and (reason := _no_texts(place, found)):
        failures.append(Failure(place, reason))
        found = {}
    chosen = [name for name in SCORED if name in set(types)]
    if not found:
        made = evaluate([], chosen)
    elif records is None:
        made = evaluate(extracted(found, place, types=chosen, jobs=jobs), chosen)
    else:
        made = _given(found, records, place, chosen)
    made.failures[:0] = failures
    return made


def _golds(path: str) -> tuple[Golds, list[Failure]]:
    found: Golds = {}
    files: dict[str, str] = {}
    failures = []
    try:
        paths = gold_files(path) if os.path.exists(path) else []
        if not paths:
            failures.append(Failure(path, _nothing(path)))
    except OSError as error:
        return {}, [Failure(path, because(error))]
    for file in paths:
        read_ = read_gold(file)
        if isinstance(read_, Failure):
            failures.append(read_)
        elif read_.doc in found:
            failures.append(Failure(file, f"{read_.doc} has gold already, in {files[read_.doc]}"))
        else:
            found[read_.doc], files[read_.doc] = read_, file
    return found, failures


def _nothing(path: str) -> str:
    if not os.path.exists(path):
        return "no such file or folder (check the spelling)"
    below = sorted(
        name
        for name in os.listdir(path)
        if os.path.isdir(os.path.join(path, name)) and gold_files(os.path.join(path, name))
    )
    hint = f" (there is in {', '.join(below[:SHOWN])} below it)" if below else ""
    return f"no NAME{SUFFIX} in this folder{hint}"


def _no_texts(path: str, docs: Iterable[str]) -> str | None:
    """What is wrong where not one text can be read."""
    if any(os.path.exists(os.path.join(path, doc)) for doc in docs):
        return None
    if not os.path.isdir(path):
        return "no such folder (check the spelling)"
    return f"none of the texts lies here: {_some(docs)} (say where with --texts)"


def extracted(
    golds: Golds, texts: str, *, types: Iterable[str] = SCORED, jobs: int = 1
) -> Iterator[Document | Failure]:
    """Each text with the records that are found in it now, in the order of `golds`."""
    from qextract.runner import Options, run  # the extractors come with it

    wanted = frozenset(name if name == ARTICLE else MATCHERS[name].type for name in types)
    inputs: list[Input | Failure] = []
    for doc in golds:
        path = os.path.join(texts, doc)
        missing = Failure(path, "it has gold, and is not there")
        inputs.append(Input(path, doc) if os.path.exists(path) else missing)
    for result in run(inputs, Options(wanted), jobs=jobs):
        if isinstance(result, Failure):
            yield result
        elif result.doc_id in golds:
            records = [json.loads(line) for line in result.extracted.lines.splitlines()]
            yield _document(golds[result.doc_id], records, texts)
        else:
            yield Failure(texts, f"{result.doc_id}: gold is of single pages, not of rows")


def _document(gold: Gold, records: list[Fact], texts: str) -> Document:
    path = os.path.join(texts, gold.doc)
    source = read(Input(path, gold.doc)) if os.path.exists(path) else None
    text = None if source is None or isinstance(source, Failure) else source.text
    return Document(gold, records, text, path)


def _given(golds: Golds, path: str, texts: str, types: list[str]) -> Evaluation:
    """The evaluation of the records in a file."""
    failures: list[Failure] = []
    given: dict[str, list[Fact]] = {}
    ids: dict[str, dict[str, None]] = {}
    others: dict[str, None] = {}
    for record in read_records(path):
        if isinstance(record, Failure):
            failures.append(record)
        elif (doc := _doc(record["doc_id"], golds)) is None:
            others[record["doc_id"]] = None
        else:
            given.setdefault(doc, []).append(record)
            ids.setdefault(doc, {})[record["doc_id"]] = None
    if not given:
        if others:
            reason = f"its doc_ids have no gold: {_some(others)}; gold is of {_some(golds)}"
            failures.append(Failure(path, reason))
        elif not failures:
            failures.append(Failure(path, "no record in it"))
        return evaluate(failures, types)
    documents = [_document(gold, given.get(doc, []), texts) for doc, gold in golds.items()]
    made = evaluate([*documents, *failures], types)
    name = "standard input" if path == STDIN else path
    if missing := [doc for doc in golds if doc not in given]:
        made.notes.append(f"{name}: no record of {_some(missing)}: all of their gold is missed")
    if others:
        made.notes.append(f"{name}: no gold for {_some(others)}: left out")
    for doc, several in ids.items():
        if len(several) > 1:
            made.notes.append(f"{name}: {_some(several)} all count as {doc}")
    if textless := [each.gold.doc for each in documents if each.text is None]:
        unknown = "no lines, no check of spans (see --texts)"
        made.notes.append(f"{texts}: no text of {_some(textless)}: {unknown}")
    return made


def _doc(doc_id: str, golds: Golds) -> str | None:
    """The gold that a doc_id means: by its whole path or the end of it, with or without `.txt`."""
    rest = doc_id
    while rest:
        for name in (rest, f"{rest}.txt"):
            if name in golds:
                return name
        rest = rest.partition("/")[2]
    return None


def _some(names: Iterable[str]) -> str:
    """`a.txt, b.txt, c.txt and 4 more`."""
    every = list(names)
    more = f" and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    return ", ".join(every[:SHOWN]) + more
