"""`qextract validate`: a line for each fault, and the verdict in the exit code."""

import gzip
import json
import subprocess

import pytest

from .conftest import PAGE, QEXTRACT, ROOT, SEEDS, qextract
from .test_clean import on_a_terminal

OK, WRONG, USAGE, SOME_FAILED, NOTHING_READ = 0, 1, 2, 3, 4


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "a.txt"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture(scope="module")
def lines(page):
    return qextract("run", page).stdout.splitlines(keepends=True)


@pytest.fixture(scope="module")
def broken(lines):
    """The records with a wrong value in the last one."""
    record = json.loads(lines[-1])
    record["dimension"] = "size"
    return b"".join([*lines[:-1], json.dumps(record, ensure_ascii=False).encode(), b"\n"])


def test_what_a_run_wrote_is_right(page, lines):
    done = qextract("validate", "-", "--sources", page, data=b"".join(lines))
    assert (done.returncode, done.stdout) == (OK, b"")
    told = f"{len(lines)} records of 1 document in 1 file; nothing is wrong"
    assert done.stderr == f"qextract: {told}\n"
    assert qextract("validate", ROOT / "out" / "seeds.jsonl", "-s", SEEDS, "-q").stderr == ""


def test_the_page_may_come_from_standard_input(page, tmp_path):
    (tmp_path / "r.jsonl").write_bytes(qextract("run", "-", data=page.read_bytes()).stdout)
    done = qextract("validate", "r.jsonl", "-s", "-", cwd=tmp_path, data=page.read_bytes())
    assert (done.returncode, done.stdout) == (OK, b"")


def test_a_fault_is_a_line_with_file_line_record_field_and_reason(broken, tmp_path):
    (tmp_path / "r.jsonl").write_bytes(broken)
    done = qextract("validate", "r.jsonl", cwd=tmp_path)
    number = broken.count(b"\n")
    id_ = json.loads(broken.splitlines()[-1])["id"]
    assert done.returncode == WRONG
    assert done.stdout.decode().startswith(f'r.jsonl:{number}: a.txt/{id_}: dimension: is "size", ')
    assert done.stderr == f"qextract: {number} records of 1 document in 1 file; 1 fault\n"


def test_faults_as_json(broken):
    done = qextract("validate", "-", "--json", data=broken + b'{"type":')
    assert done.returncode == WRONG
    first, last = map(json.loads, done.stdout.splitlines())
    assert list(first) == ["path", "line", "doc_id", "id", "field", "reason"]
    assert (first["doc_id"], first["field"]) == ("a.txt", "dimension")
    assert last == {
        "path": "-",
        "line": broken.count(b"\n") + 1,
        "doc_id": None,
        "id": None,
        "field": None,
        "reason": "not JSON (Expecting value, column 9; the last line is cut off?)",
    }


def test_files_folders_and_what_is_packed(broken, lines, tmp_path):
    (tmp_path / "out" / "below").mkdir(parents=True)
    (tmp_path / "out" / "a.jsonl").write_bytes(b"".join(lines))
    (tmp_path / "out" / "below" / "b.jsonl.gz").write_bytes(
        gzip.compress(b"".join(lines).replace(b"a.txt", b"b.txt"))
    )
    (tmp_path / "single.json.gz").write_bytes(gzip.compress(broken))
    done = qextract("validate", "out", "single.json.gz", cwd=tmp_path)
    found = done.stdout.decode().splitlines()
    twice = [line for line in found if ": id: is that of out/a.jsonl:" in line]
    assert len(twice) == len(lines)  # the ids are still those of a.txt
    (other,) = (line for line in found if line not in twice)
    assert other.startswith("single.json.gz:")
    assert f"{3 * len(lines)} records of 3 documents in 3 files" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["nowhere.jsonl"], NOTHING_READ, "nowhere.jsonl: no such file or folder"),
        (["empty.jsonl"], NOTHING_READ, "empty.jsonl: no record in it"),
        (["-"], NOTHING_READ, "standard input: no record in it"),
        (["."], SOME_FAILED, "empty.jsonl: no record in it"),
        (["right.jsonl", "nowhere.jsonl"], SOME_FAILED, "nowhere.jsonl: no such file"),
        (["wrong.jsonl", "nowhere.jsonl"], WRONG, "nowhere.jsonl: no such file"),
        (["right.jsonl", "-s", "nowhere"], USAGE, "--sources nowhere: no such file or folder"),
        (["right.jsonl", "-s", "lost"], SOME_FAILED, "lost/a.txt: the file is empty"),
        (["-", "-s", "-"], USAGE, "standard input cannot be both records and pages"),
        (["right.jsonl", "--types", "evnt"], USAGE, "did you mean 'event'?"),
        ([], USAGE, "Missing argument 'FILE'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_exit_codes(broken, lines, tmp_path, arguments, code, told):
    (tmp_path / "right.jsonl").write_bytes(b"".join(lines))
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "lost").mkdir()
    (tmp_path / "lost" / "a.txt").touch()
    if "wrong.jsonl" in arguments:
        (tmp_path / "wrong.jsonl").write_bytes(broken)
    done = qextract("validate", *arguments, cwd=tmp_path)
    assert done.returncode == code
    assert told in done.stderr
    assert all(line.startswith("qextract: ") for line in done.stderr.splitlines())


def test_the_types_of_the_run(page):
    data = qextract("run", page, "--types", "article,metric").stdout
    done = qextract("validate", "-", data=data)
    assert done.returncode == WRONG
    assert b"counts.event: is 1, and no event records follow (left out by" in done.stdout
    assert qextract("validate", "-", "--types", "metric,article", data=data).returncode == OK


def test_rows_are_read_by_the_fields_that_the_run_was_given(tmp_path):
    rows = [{"n": f"row-{i}", "headline": "云川市召开质量大会", "words": PAGE} for i in range(3)]
    (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    fields = ["--text-field", "words", "--id-field", "n"]
    records = qextract("run", "rows.jsonl", *fields, cwd=tmp_path).stdout
    right = qextract("validate", "-", "-s", "rows.jsonl", *fields, cwd=tmp_path, data=records)
    assert (right.returncode, right.stdout) == (OK, b"")
    wrong = qextract("validate", "-", "-s", "rows.jsonl", cwd=tmp_path, data=records)
    assert wrong.returncode == WRONG
    assert b"row-0: doc_id: no such page in rows.jsonl" in wrong.stdout


def test_the_verdict_stands_where_the_reader_has_had_enough(tmp_path):
    (tmp_path / "r.jsonl").write_text("?\n" * 100_000)
    process = subprocess.Popen(
        [*QEXTRACT, "validate", "r.jsonl"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"r.jsonl:1: not JSON (Expecting value, column 1)\n"
    process.stdout.close()
    assert process.stderr.read().decode().endswith("100,000 faults\n")
    process.stderr.close()
    assert process.wait(30) == WRONG


def test_a_terminal_shows_the_reason_in_colour_unless_asked_not_to(broken, tmp_path):
    (tmp_path / "r.jsonl").write_bytes(broken)
    coloured = on_a_terminal("validate", tmp_path / "r.jsonl", code=WRONG, NO_COLOR="")
    assert 'dimension: \x1b[33mis "size", must be' in coloured
    plain = on_a_terminal("validate", tmp_path / "r.jsonl", code=WRONG, NO_COLOR="1")
    assert "\x1b" not in plain
    assert 'dimension: is "size", must be' in plain
