"""A small folder of gold whose figures can be counted by hand, and records for it."""

import contextlib
import io
import json
import signal
import sys
from types import SimpleNamespace

from qextract.cli import main

from .conftest import PAGE

EVENT = {
    "date_text": "4月12日",
    "start": "2023-04-12",
    "end": "2023-04-12",
    "kind": "meeting",
    "name": "云川市质量大会",
    "trigger": "召开",
    "location": "云川",
    "anchor": "4月12日,云川市质量大会",
    "required": True,
}
OFFICIAL = {
    "name": "林一舟",
    "category": "government",
    "positions": [{"org": None, "title": "市长", "former": False}],
    "required": True,
}
POLICY = {
    "title": "云川市质量条例",
    "doc_type": "条例",
    "issuers": [],
    "number": None,
    "required": True,
}
METRIC = {
    "text": "300余张",
    "anchor": "新增认证证书300余张",
    "value": 300,
    "value_max": None,
    "comparator": "gt",
    "unit": "张",
    "subject": "认证证书",
    "period_start": "2022-01-01",
    "period_end": "2022-12-31",
    "required": True,
}
ARTICLE = {"title": "云川市召开质量大会", "published": "2023-04-12", "authors": ["高远"]}

GOLD = {
    "a": {
        "doc": "a.txt",
        "article": ARTICLE,
        "events": [EVENT],
        "officials": [OFFICIAL],
        "policies": [POLICY],  # the page does not have it: it is missed
        "metrics": [{**METRIC, "comparator": "eq"}],  # the page has gt: it is wrong
    },
    "b": {
        "doc": "b.txt",
        "article": {**ARTICLE, "authors": ["高山"]},  # wrong
        "events": [{**EVENT, "required": False}],  # counts neither way
        "officials": [],  # the page has one: it is spurious
        "policies": [],
        "metrics": [{**METRIC, "value": 500, "text": "500余张", "anchor": "证书500余张"}],
    },
}
TEXTS = {"a": PAGE, "b": PAGE.replace("300", "500")}

FIGURES = {
    "events.found": 1.0,
    "events.whole": 1.0,
    "officials.found.precision": 0.5,
    "officials.found.recall": 1.0,
    "officials.found": 0.6667,
    "officials.positions": 1.0,
    "policies.found": 0.0,
    "metrics.found": 1.0,
    "metrics.whole": 0.5,
    "metrics.comparator": 0.5,
    "macro.found": 0.6667,  # (1 + 0.6667 + 0 + 1) / 4
    "macro.whole": 0.5417,
    "micro.found": 0.8,  # 4 of 5 wanted, 4 of 5 given
    "article": 0.8333,
    "article.authors": 0.5,
    "article.publisher": None,
    "grounded": 1.0,
}
"""What the records that are extracted from the texts come to."""

ERRORS = [
    ("a.txt", 3, "wrong", "metrics", ["comparator"]),
    ("a.txt", None, "missed", "policies", []),
    ("b.txt", 3, "wrong", "article", ["authors"]),
    ("b.txt", 4, "spurious", "officials", []),
]


def make(folder, texts=None):
    """Write gold, and texts beside it or elsewhere."""
    texts = folder if texts is None else texts
    for name, gold in GOLD.items():
        (folder / f"{name}.gold.json").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
        (texts / f"{name}.txt").write_text(TEXTS[name], "utf-8")
    return folder


def inside(*arguments, cwd, data=b""):
    """What `qextract` gives for these arguments, as `conftest.qextract` has it, in this process."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    given, old = sys.stdin, signal.getsignal(signal.SIGTERM)
    sys.stdin = io.TextIOWrapper(io.BytesIO(data))
    try:
        with (
            contextlib.chdir(cwd),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = main([*map(str, arguments)])
    finally:
        sys.stdin = given
        signal.signal(signal.SIGTERM, old)
    return SimpleNamespace(returncode=code, stdout=out.buffer.getvalue(), stderr=err.getvalue())
