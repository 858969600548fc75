"""Files of many documents, HTML and compressed files, as a person meets them on the command line."""

import csv
import gzip
import io
import json
import os
import subprocess
import threading

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from .conftest import PAGE, QEXTRACT, qextract

OK, USAGE, SOME_FAILED, NOTHING_READ = 0, 2, 3, 4
TITLE, BODY = PAGE.split("\n\n")
HTML = (
    f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
    f"<div>{''.join(f'<p>{line}</p>' for line in BODY.splitlines())}</div></body></html>"
)


def row(**fields):
    return json.dumps(fields, ensure_ascii=False) + "\n"


def table(*rows, delimiter=","):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


def archive(*addresses):
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    for address in addresses:
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        body = io.BytesIO(HTML.encode())
        writer.write_record(
            writer.create_warc_record(address, "response", payload=body, http_headers=headers)
        )
    return file.getvalue()


def articles(done):
    records = [json.loads(line) for line in done.stdout.splitlines()]
    return [each for each in records if each["type"] == "article"]


def facts(data):
    """What was found, whatever the document is called and wherever it stands in its text."""
    kept = ("type", "name", "positions", "value", "unit", "trigger", "date", "title", "published")
    records = [json.loads(line) for line in data.splitlines()]
    found = [{k: v for k, v in each.items() if k in kept} for each in records]
    for each in found:
        if isinstance(each.get("date"), dict):
            each["date"] = each["date"]["edtf"]
    return found


MIXED = {
    "a.txt": PAGE.encode(),
    "b.html": HTML.encode("gb18030"),
    "c.htm.gz": gzip.compress(HTML.encode()),
    "d.jsonl": row(id="row", text=PAGE).encode(),
    "e.ndjson.gz": gzip.compress(row(url="u", title=TITLE, content=BODY).encode()),
    "f.csv": table(["标题", "正文"], [TITLE, BODY]).encode("gb18030"),
    "g.tsv.gz": gzip.compress(table(["no", "text"], [1, PAGE], delimiter="\t").encode("utf-16")),
    "h/a.warc.gz": archive("https://a.example/1"),
    "i.txt": HTML.encode("utf-16"),
    "j.json": json.dumps([{"text": PAGE}], indent=1).encode(),
}
PASSED_OVER = {
    ".x.jsonl": b"{",
    "notes.md": b"x",
    "package.json": b'{"name": "x"}',
    "p.png": b"\x89",
}
IDS = ["a.txt", "b.html", "c.htm.gz", "row", "u", "f.csv#2", "g.tsv.gz#2", "https://a.example/1"]
IDS += ["i.txt", "j.json#1"]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mixed")
    (folder / "h").mkdir()
    for name, data in (MIXED | PASSED_OVER).items():
        (folder / name).write_bytes(data)
    return folder


def test_a_mixed_folder_works_without_flags(mixed):
    done = qextract("run", mixed)
    assert (done.returncode, done.stderr) == (OK, "")
    found = articles(done)
    assert [each["doc_id"] for each in found] == IDS
    first = facts(b"\n".join(line for line in done.stdout.splitlines() if b'"a.txt"' in line))
    for doc_id in IDS:
        mark = f'"doc_id":{json.dumps(doc_id)}'.encode()
        same = facts(b"\n".join(line for line in done.stdout.splitlines() if mark in line))
        assert same == first, doc_id


def test_each_of_them_may_be_named_and_a_second_run_reads_no_output(mixed, tmp_path):
    whole = qextract("run", mixed)
    named = qextract("run", *sorted(MIXED), cwd=mixed)
    assert [each["doc_id"] for each in articles(named)] == IDS
    for name, data in MIXED.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    for _ in range(2):
        again = qextract("run", ".", "-o", "records.jsonl", cwd=tmp_path)
        assert (again.returncode, again.stderr) == (OK, "")
        assert (tmp_path / "records.jsonl").read_bytes() == whole.stdout
    assert qextract("clean", ".", "--json", "-o", "repairs.jsonl", cwd=tmp_path).returncode == OK
    for _ in range(2):
        again = qextract("run", ".", "-o", "out/", cwd=tmp_path)
        assert (again.returncode, again.stderr) == (OK, "")
    assert len([path for path in (tmp_path / "out").rglob("*") if path.is_file()]) == len(IDS)


STREAMS = {
    "text": (PAGE.encode(), "-"),
    "text.gz": (gzip.compress(PAGE.encode("gb18030")), "-"),
    "html": (HTML.encode(), "-"),
    "html.gz": (gzip.compress(HTML.encode("utf-16")), "-"),
    "jsonl": (row(id="row", text=PAGE).encode() * 2, "row"),
    "jsonl.gz": (gzip.compress(row(text=PAGE).encode()), "-#1"),
    "one object": (row(text=PAGE).encode().strip(), "-#1"),
    "array": (json.dumps([{"text": PAGE}], indent=1).encode(), "-#1"),
    "warc.gz": (archive("https://a.example/1"), "https://a.example/1"),
}


@pytest.mark.parametrize("kind", STREAMS)
def test_standard_input_is_known_by_how_it_begins(kind):
    data, doc_id = STREAMS[kind]
    done = qextract("run", "-", data=data)
    assert done.returncode == OK
    assert articles(done)[0]["doc_id"] == doc_id
    assert articles(done)[0]["title"] == TITLE


@pytest.mark.parametrize(
    ("format_", "data"),
    [
        ("csv", table(["text"], [PAGE])),
        ("tsv", table(["text"], [PAGE], delimiter="\t")),
        ("jsonl", "\n\n" + row(text=PAGE)),
        ("txt", PAGE),
        ("html", HTML),
    ],
)
def test_a_format_may_be_said(format_, data, tmp_path):
    done = qextract("run", "-", "--format", format_, data=data.encode())
    assert (done.returncode, articles(done)[0]["title"]) == (OK, TITLE)
    (tmp_path / "page.warc").write_text(data, "utf-8")
    named = qextract("run", "page.warc", "--format", format_.upper(), cwd=tmp_path)
    assert (named.returncode, articles(named)[0]["title"]) == (OK, TITLE)


def test_html_that_is_said_to_be_text_is_text():
    done = qextract("run", "-", "--format", "txt", data=HTML.encode())
    assert articles(done)[0]["chars"] == len(HTML)


ROWS = "".join(
    [
        row(id="1", title=TITLE, text=BODY, day="2023-04-13 08:30:00"),
        "{bad\n",
        "\n",
        row(id="1", title=TITLE, text=BODY),
        row(url="https://a.example/x", html=PAGE),
        row(id="empty", text=" "),
        row(id="day", text="质量大会召开\n\n昨日,质量大会在云川召开。", day="2021-12-01T00:30:00Z"),
        row(id="no day", text="质量大会召开\n\n昨日,质量大会在云川召开。", day="soon"),
        '{"text": "cut',
    ]
)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("packed", [False, True])
def test_failures_and_warnings_name_file_and_line(tmp_path, packed, jobs):
    name = "rows.jsonl" + ".gz" * packed
    (tmp_path / name).write_bytes(gzip.compress(ROWS.encode()) if packed else ROWS.encode())
    options = ("--date-field", "day", "--jobs", jobs, "--published", "2020-01-01")
    done = qextract("run", name, *options, cwd=tmp_path)
    assert done.returncode == SOME_FAILED
    assert done.stderr.splitlines() == [
        f"qextract: {name}:2: not JSON (Expecting property name enclosed in double quotes at"
        " character 1)",
        f"qextract: {name}#4: warning: its id 1 is that of an earlier document",
        f"qextract: {name}:5: no text field; the row has: url, html (name it with --text-field)",
        f"qextract: {name}:6: the text field 'text' is empty",
        "qextract: no day: warning: no day can be read from the field 'day': soon",
        f"qextract: {name}:9: not JSON (Unterminated string starting at character 9)",
    ]
    found = articles(done)
    assert [(each["doc_id"], each["published"]) for each in found] == [
        ("1", "2023-04-12"),
        (f"{name}#4", "2023-04-12"),
        ("day", "2021-12-01T08:30:00"),
        ("no day", "2020-01-01"),
    ]
    assert found[3]["warnings"] == ["no day can be read from the field 'day': soon"]
    events = [json.loads(line) for line in done.stdout.splitlines() if b'"type":"event"' in line]
    assert {(each["doc_id"], each["date"]["edtf"]) for each in events} >= {
        ("day", "2021-11-30"),
        ("no day", "2019-12-31"),
    }


def test_fields_may_be_named(tmp_path):
    (tmp_path / "r.csv").write_text(
        table(["k", "head", "main", "when"], ["7", TITLE, BODY, 1681344000]), "utf-8"
    )
    names = ("--text-field", "main", "--title-field", "head", "--id-field", "k")
    done = qextract("run", "r.csv", *names, "--date-field", "when", cwd=tmp_path)
    (article,) = articles(done)
    assert (article["doc_id"], article["title"]) == ("7", TITLE)
    missing = qextract("run", "r.csv", cwd=tmp_path)
    assert missing.returncode == NOTHING_READ
    assert missing.stderr == (
        "qextract: r.csv:1: no text column; there are: k, head, main, when"
        " (name it with --text-field)\n"
    )


@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_any_number_of_workers_gives_the_same_bytes(tmp_path, kind):
    pages = [(f"id {n % 90}", PAGE.replace("300", str(300 + n))) for n in range(150)]
    if kind == "jsonl":
        data = "".join(
            row(id=id_, text=text) + "{\n" * (n % 50 == 0) for n, (id_, text) in enumerate(pages)
        )
    else:
        data = table(["id", "text"], *pages, ["x", ""])
    (tmp_path / f"rows.{kind}").write_text(data, "utf-8")
    alone = qextract("run", ".", "--jobs", 1, cwd=tmp_path)
    assert alone.returncode == SOME_FAILED
    assert len(articles(alone)) == 150
    for jobs in (2, 3):
        done = qextract("run", ".", "--jobs", jobs, cwd=tmp_path)
        assert (done.stdout, done.stderr) == (alone.stdout, alone.stderr)


def test_ids_never_lead_out_of_the_folder(tmp_path):
    ids = [
        "../../up", "/etc/x", "..", ".", "a//b", "a/../b", "https://a.example/x?y=1&z=2", "名" * 300,
        "a/" * 900, "nul\0", "line\nbreak", "back\\slash", "%2e%2e/x", "con.jsonl/x", "con", " ",
    ]  # fmt: skip
    (tmp_path / "in").mkdir()
    (tmp_path / "in/r.jsonl").write_text("".join(row(id=i, text=PAGE) for i in ids), "utf-8")
    done = qextract("run", "in", "-o", "out/", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (OK, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]
    made = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    kept = {json.loads(path.read_bytes().splitlines()[0])["doc_id"] for path in made}
    assert kept == {*ids[:-1], "r.jsonl#16"}


def test_an_id_cannot_break_a_line_of_the_report(tmp_path):
    (tmp_path / "r.jsonl").write_text(row(id="a\nb\x1b[31m", date="x", text=PAGE), "utf-8")
    done = qextract("run", "r.jsonl", cwd=tmp_path)
    (line,) = done.stderr.splitlines()
    assert line.startswith("qextract: a\\nb\\x1b[31m: warning: ")


def test_rows_are_written_as_they_come(tmp_path):
    """The first rows are out before the last are there: nothing waits for the end of a stream."""
    process = subprocess.Popen(
        [*QEXTRACT, "run", "-", "--jobs", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    timer = threading.Timer(30, process.kill)
    timer.start()
    try:
        process.stdin.write(row(id="1", text=PAGE).encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["doc_id"] == "1"
        process.stdin.close()
        process.stdout.read()
        assert process.wait() == OK
    finally:
        timer.cancel()
        process.kill()


def test_a_named_pipe_is_read_once(tmp_path):
    """As `qextract run <(zcat rows.gz)` gives it: a path without a suffix, to be opened once."""
    os.mkfifo(tmp_path / "63")
    data = gzip.compress(row(id="1", text=PAGE).encode())
    writer = threading.Thread(target=(tmp_path / "63").write_bytes, args=(data,))
    writer.start()
    done = qextract("run", "63", cwd=tmp_path)
    writer.join()
    assert (done.returncode, articles(done)[0]["doc_id"]) == (OK, "1")


NOTHING = {
    "empty.jsonl": (b"", "the file is empty"),
    "blank.jsonl": (b"\n\n", "no row in it"),
    "out.jsonl": (b'{"schema_version":"1.0"}', "holds records that qextract wrote, not pages"),
    "header.csv": (b"text\n", "no row in it"),
    "empty.html": (b"", "the file is empty"),
    "bare.html": (b"<html><body></body></html>", "no article in it"),
    "binary.html": (b"\x89PNG\0\0" * 99, "not UTF-8"),
    "cut.txt.gz": (gzip.compress(PAGE.encode())[:-9], "the .gz is cut off before its end"),
    "junk.jsonl.gz": (b"\x1f\x8b\x08junk", "the .gz is "),
    "junk.warc": (b"junk", "no web archive"),
    "binary": (b"\0" * 99, "a binary file"),
}


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_that_give_nothing_are_a_line_each(tmp_path, jobs):
    for name, (data, _) in NOTHING.items():
        (tmp_path / name).write_bytes(data)
    done = qextract("run", *NOTHING, "--jobs", jobs, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (NOTHING_READ, b"")
    for line, (name, (_, reason)) in zip(done.stderr.splitlines(), NOTHING.items(), strict=True):
        assert line.startswith(f"qextract: {name}: {reason}")


@pytest.mark.parametrize("wrong", ["jsnl", ""])
def test_a_format_that_is_none(wrong):
    done = qextract("run", ".", "--format", wrong)
    assert done.returncode == USAGE
    assert "Formats are auto, txt, html, jsonl, json, csv, tsv, warc" in done.stderr
