"""`qextract run --manifest`: what made the records, apart from them and always the same."""

import hashlib
import json
import shutil
import subprocess
import sys

import pytest

from qextract._version import __version__
from qextract.manifest import beside, rule_set

from .conftest import PAGE, ROOT, qextract
from .gold import inside

SAME, USAGE, FAILED, NOTHING = 0, 2, 3, 4


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "b.txt"):
        path = tmp_path / "pages" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PAGE, "utf-8")
    return tmp_path


def run(folder, *arguments):
    return inside("run", "pages", *arguments, cwd=folder)


def told(folder, name="m.json"):
    return json.loads((folder / name).read_text("utf-8"))


def test_what_it_tells(folder):
    plain = run(folder).stdout
    done = run(folder, "--manifest", "m.json", "--published", "2023-04-13")
    assert (done.returncode, done.stdout) == (SAME, plain)
    made = told(folder)
    digest = hashlib.sha256(PAGE.encode("utf-8")).hexdigest()
    assert made == {
        "manifest_version": 1,
        "qextract": __version__,
        "schema_version": "1.0",
        "rules": rule_set(),
        "options": {
            "types": None,
            "published": "2023-04-13",
            "format": "auto",
            "max_size": 20_000_000,
            "text_field": None,
            "title_field": None,
            "date_field": None,
            "id_field": None,
        },
        "counts": {
            "documents": 2,
            "failures": 0,
            "records": {"article": 2, "event": 2, "official": 2, "policy": 0, "metric": 2},
            "repairs": made["counts"]["repairs"],
        },
        "records_sha256": hashlib.sha256(plain).hexdigest(),
        "inputs": {"a.txt": digest, "b.txt": digest},
    }


def test_only_some_types_and_a_failure(folder):
    (folder / "pages/c.txt").write_bytes(b"")
    done = run(folder, "--types", "metric,event", "--manifest", "m.json", "-o", "out/")
    assert done.returncode == FAILED
    made = told(folder)
    assert made["options"]["types"] == ["event", "metric"]
    assert made["counts"]["failures"] == 1
    assert list(made["inputs"]) == ["a.txt", "b.txt"]
    assert made["counts"]["records"]["official"] == 0


def test_the_same_bytes_wherever_and_however_it_runs(many, tmp_path):
    for name, jobs in (("one", "1"), ("two", "2")):
        path = tmp_path / name
        path.mkdir()
        command = ("run", many, "--jobs", jobs, "-o", "r.jsonl", "--manifest", "m.json")
        assert qextract(*command, cwd=path).returncode == SAME
    made = (tmp_path / "one/m.json").read_bytes()
    assert made == (tmp_path / "two/m.json").read_bytes()
    assert str(tmp_path).encode() not in made
    assert len(json.loads(made)["inputs"]) == 100


def test_among_the_pages_it_is_not_read(folder):
    for _ in range(2):
        done = run(folder, "-o", "pages/r.jsonl", "--manifest", "pages/r.manifest.json")
        assert (done.returncode, done.stderr) == (SAME, "")
        assert list(told(folder, "pages/r.manifest.json")["inputs"]) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--manifest", "pages/a.txt"], "is a page to be read"),
        (["--manifest", "pages"], "pages: is a folder"),
        (["--manifest", "out/"], "out/: is a folder"),
        (["--manifest", "-"], "a manifest is a file of its own"),
        (["-o", "r.jsonl", "--manifest", "./r.jsonl"], "a manifest is a file of its own"),
        (["-o", "r.jsonl", "--manifest", "none/m.json"], "none/"),
    ],
)
def test_usage(folder, options, said):
    if options[-1] == "pages/a.txt":
        done = inside("run", "pages/a.txt", *options, cwd=folder)
    else:
        done = run(folder, *options)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (USAGE, b"", 1)
    assert said in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["pages"]


def test_nothing_is_told_of_nothing(folder):
    done = inside("run", "none", "--manifest", "m.json", cwd=folder)
    assert done.returncode == NOTHING
    assert not (folder / "m.json").exists()


@pytest.mark.parametrize(
    ("records", "manifest"),
    [
        ("out/pages.jsonl", "out/pages.manifest.json"),
        ("pages.jsonl.gz", "pages.manifest.json"),
        ("pages.ndjson", "pages.manifest.json"),
        ("records", "records.manifest.json"),
        ("out/", "out.manifest.json"),
    ],
)
def test_where_it_is_looked_for(records, manifest):
    assert beside(records) == manifest


def test_rules_and_word_lists_make_the_hash(tmp_path):
    copy = tmp_path / "qextract"
    shutil.copytree(ROOT / "qextract", copy, ignore=shutil.ignore_patterns("__pycache__"))

    def rules():
        command = [sys.executable, "-c", "import qextract.manifest as m; print(m.rule_set())"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout

    first = rules()
    assert first.decode().strip() == rule_set()
    for path in (copy / "lexicon/units.txt", copy / "extractors/metric_rules.py"):
        data = path.read_bytes()
        path.write_bytes(data.replace(b"\n", b"\r\n"))
        assert rules() == first  # line ends are no change
        path.write_bytes(data + b"# more\n")
        assert rules() != first
        path.write_bytes(data)
    (copy / "cli/run.py").write_bytes((copy / "cli/run.py").read_bytes() + b"# more\n")
    assert rules() == first
