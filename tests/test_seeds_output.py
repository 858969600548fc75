"""out/seeds.jsonl is what `qextract run seeds/` prints; where it is not, say which records changed.

`python tools/remake.py` writes it anew.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = ROOT / "out" / "seeds.jsonl"


def name(record):
    """How a record is called in a message: where it is, what it is, and what it rests on."""
    text = " ".join(record["text"].split())
    return f"{record['doc_id'][:7]} {record['type']} {record['id']} {text[:40]}"


def flat(value, path=""):
    """Field path -> value, down to the last level."""
    if isinstance(value, dict):
        pairs = ((f"{path}.{key}" if path else key, below) for key, below in value.items())
    elif isinstance(value, list):
        pairs = ((f"{path}.{index}", below) for index, below in enumerate(value))
    else:
        return {path: value}
    return {key: leaf for below, inner in pairs for key, leaf in flat(inner, below).items()}


def changes(old, new):
    """One line a record that came or went, and one a field that is another now."""
    before = {record["id"]: record for record in map(json.loads, old.splitlines())}
    after = {record["id"]: record for record in map(json.loads, new.splitlines())}
    for key in [*before, *(key for key in after if key not in before)]:
        if key not in after:
            yield f"- {name(before[key])}"
        elif key not in before:
            yield f"+ {name(after[key])}"
        elif before[key] != after[key]:
            yield f"~ {name(after[key])}"
            was, is_ = flat(before[key]), flat(after[key])
            for path in [*was, *(path for path in is_ if path not in was)]:
                if was.get(path, "(none)") != is_.get(path, "(none)"):
                    yield f"    {path}: {was.get(path, '(none)')} → {is_.get(path, '(none)')}"


def test_committed_output_is_fresh():
    done = subprocess.run(
        [sys.executable, "-m", "qextract", "run", "seeds/"], cwd=ROOT, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    committed = COMMITTED.read_bytes()
    if done.stdout != committed:
        lines = list(changes(committed.decode(), done.stdout.decode()))
        raise AssertionError(
            "\n".join(
                [
                    "out/seeds.jsonl is stale; if the changes are right, run tools/remake.py",
                    *(lines or ["the records are the same, but not their order or spelling"]),
                ]
            )
        )


def test_changes_are_told_record_by_record():
    record = {"doc_id": "000_a.txt", "type": "metric", "id": "1", "text": "300\n家", "value": 300}
    other = {**record, "id": "2"}
    old = "\n".join(map(json.dumps, (record, other)))
    new = "\n".join(
        map(json.dumps, ({**other, "id": "3"}, {**record, "value": None, "unit": "家"}))
    )
    assert list(changes(old, new)) == [
        "~ 000_a.t metric 1 300 家",
        "    value: 300 → None",
        "    unit: (none) → 家",
        "- 000_a.t metric 2 300 家",
        "+ 000_a.t metric 3 300 家",
    ]
