"""`qextract run`: records out, files, workers."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from qextract import __version__

from .conftest import PAGE, SEEDS, qextract

TYPES = ["article", "event", "official", "policy", "metric"]


@pytest.fixture(scope="module")
def seeds():
    return qextract("run", SEEDS)


def records(data):
    return [json.loads(line) for line in data.decode("utf-8").splitlines()]


def test_records_alone_on_stdout_and_nothing_on_a_piped_stderr(seeds):
    assert (seeds.returncode, seeds.stderr) == (0, "")
    found = records(seeds.stdout)
    assert [each["doc_id"] for each in found if each["type"] == "article"] == sorted(
        path.name for path in SEEDS.iterdir()
    )
    assert {each["type"] for each in found} == set(TYPES)
    assert b"\r" not in seeds.stdout
    assert seeds.stdout.endswith(b"}\n")


def test_files_are_whole_and_the_same_as_the_stream(seeds, tmp_path):
    one = qextract("run", SEEDS, "-o", tmp_path / "one.jsonl")
    assert (one.returncode, one.stdout, one.stderr) == (0, b"", "")
    assert (tmp_path / "one.jsonl").read_bytes() == seeds.stdout
    each = qextract("run", SEEDS, "-o", f"{tmp_path}/new/")
    assert (each.returncode, each.stdout) == (0, b"")
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert names == sorted(f"{path.name}.jsonl" for path in SEEDS.iterdir())
    assert b"".join((tmp_path / "new" / name).read_bytes() for name in names) == seeds.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "one.jsonl"]


def test_types_keeps_only_some(seeds, tmp_path):
    done = qextract("run", SEEDS, "--types", "event,metric", "-t", "official")
    kept = [
        each for each in records(seeds.stdout) if each["type"] in ("event", "metric", "official")
    ]
    assert records(done.stdout) == kept


def test_standard_input_is_a_page():
    done = qextract("run", "-", data=PAGE.encode("gb18030"))
    article = records(done.stdout)[0]
    assert done.returncode == 0
    assert (article["doc_id"], article["encoding"]) == ("-", "gb18030")


def test_published_completes_dates():
    page = "质量大会召开\n\n11月16日,质量大会在云川召开。\n".encode()
    dates = {}
    for options in ((), ("--published", "2021-12-01")):
        done = qextract("run", "-", "--types", "event", *options, data=page)
        dates[options] = [each["date"]["edtf"] for each in records(done.stdout)]
    assert list(dates.values()) == [["XXXX-11-16"], ["2021-11-16"]]


def test_any_number_of_workers_gives_the_same_bytes(many, many_alone):
    assert many_alone.returncode == 0
    ids = [each["doc_id"] for each in records(many_alone.stdout) if each["type"] == "article"]
    assert ids == sorted(ids)
    assert len(ids) == 100
    for jobs in (2, 3):
        done = qextract("run", many, "--jobs", jobs)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == many_alone.stdout


def test_a_folder_of_records_mirrors_the_folder_of_pages(many, tmp_path):
    done = qextract("run", many, "-o", tmp_path, "--jobs", 2)
    assert done.returncode == 0
    made = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.jsonl"))
    assert made == sorted(f"{path.relative_to(many)}.jsonl" for path in many.rglob("*.txt"))
    assert not list(tmp_path.rglob("*.part"))


def test_the_installed_command_and_the_module_give_the_version():
    installed = Path(sys.executable).with_name("qextract")
    given = subprocess.run([installed, "-V"], capture_output=True, check=True).stdout
    assert given == qextract("--version").stdout == f"qextract {__version__}\n".encode()


def test_help_shows_every_option_with_examples():
    text = qextract("run", "--help").stdout.decode()
    for word in ("--types", "--published", "--jobs", "--quiet", "--output", "--max-size", "| jq"):
        assert word in text
    assert not re.search("\x1b|\x08", text)
