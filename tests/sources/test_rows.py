"""JSON Lines, JSON arrays, CSV and TSV: rows to documents."""

import csv
import datetime as dt
import hashlib
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qextract import pipeline
from qextract.document import Source
from qextract.sources import Failure, Fields, Piece, expand, find, read
from qextract.sources.dates import read_date
from qextract.sources.fields import begins_with

TITLE = "云川市召开质量大会"
BODY = "4月12日,云川市质量大会在云川召开。\n市长林一舟出席会议并讲话。"
LONG = f"{TITLE}\n\n" + "去年全市规模以上企业实现营业收入1280.5亿元,同比增长6.2%。\n" * 8
CODECS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]


def lines(*rows):
    return "".join(
        (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)) + "\n"
        for row in rows
    )


def table(*rows, delimiter=","):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


@pytest.fixture
def documents(tmp_path, monkeypatch):
    """What is read of a file that has these contents: sources and failures."""
    monkeypatch.chdir(tmp_path)

    def read_all(name, content, *, max_size=20_000_000, **fields):
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(data)
        names = Fields(**fields)
        options = {"max_size": max_size, "fields": names}
        return [
            each if isinstance(each, Failure) else read(each, **options)
            for each in expand(find([name]), **options)
        ]

    return read_all


def summary(found):
    """`id: text` of a document, `line: reason` of a failure."""
    return [
        f"{each.line}: {each.reason}"
        if isinstance(each, Failure)
        else f"{each.doc_id}: {each.text}"
        for each in found
    ]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"text": "甲"}, "甲"),
        ({"content": "甲"}, "甲"),
        ({"body": "甲"}, "甲"),
        ({"article": "甲"}, "甲"),
        ({"正文": "甲"}, "甲"),
        ({"Content": "甲"}, "甲"),
        ({" text ": "甲"}, "甲"),
        ({"text": "", "content": "甲"}, "甲"),
        ({"text": None, "content": "甲"}, "甲"),
        ({"article": {"id": 1}, "content": "甲"}, "甲"),
        ({"content": "乙", "text": "甲"}, "甲"),
        ({"text": ["甲", "乙"]}, "甲\n乙"),
        ({"title": "丙", "text": "甲"}, "丙\n甲"),
        ({"标题": "丙", "text": "甲"}, "丙\n甲"),
        ({"title": "丙\n 丁 ", "text": "甲"}, "丙 丁\n甲"),
        ({"title": "", "text": "甲"}, "甲"),
        ({"title": None, "text": "甲"}, "甲"),
        ({"text": "甲\ud83d"}, "甲\ufffd"),
        ({"text": "😀甲"}, "😀甲"),
    ],
    ids=str,
)
def test_the_text_is_found_and_the_headline_put_above_it(documents, row, text):
    (source,) = documents("rows.jsonl", json.dumps(row))
    assert source.text == text


@pytest.mark.parametrize(
    ("names", "row", "text"),
    [
        ({"text": "main"}, {"text": "甲", "main": "乙"}, "乙"),
        ({"text": "MAIN"}, {"text": "甲", "main": "乙"}, "乙"),
        ({"text": "data.main"}, {"data": {"main": "乙"}}, "乙"),
        ({"text": "data.main"}, {"data": {"main": "甲"}, "data.main": "乙"}, "乙"),
        ({"title": "head"}, {"text": "甲", "title": "丙", "head": "丁"}, "丁\n甲"),
        ({"title": "head"}, {"text": "甲", "title": "丙"}, "甲"),
    ],
    ids=str,
)
def test_names_that_are_given_are_the_only_ones_looked_for(documents, names, row, text):
    (source,) = documents("rows.jsonl", lines(row), **names)
    assert source.text == text


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (TITLE, f"{TITLE}\n{BODY}"),
        (TITLE, f"  {TITLE}{BODY}"),
        (TITLE, f"云川市 召开 质量大会\n{BODY}"),
        (TITLE, f"雲川市召開質量大會\n{BODY}"),
        (TITLE, f"云川市召開(kāi)质量大会\n{BODY}"),
        ("云川市召开质量大会(图)", f"云川市召开质量大会（图）\n{BODY}"),
        ("ＱＣ小组大会召开", f"QC小组大会召开\n{BODY}"),
        (f"{TITLE}_云川新闻网", f"{TITLE}\n{BODY}"),
        (f"{TITLE} - 云川日报", f"{TITLE}\n{BODY}"),
        (TITLE, f"首页 > 要闻\n\n{TITLE}\n{BODY}"),
    ],
)
def test_a_headline_that_the_text_begins_with_is_not_repeated(title, text):
    assert begins_with(text, title)


@pytest.mark.parametrize("text", [BODY, f"{TITLE[:6]}\n{BODY}", f"{BODY}\n{TITLE}", "", "\n\n"])
def test_a_headline_that_is_not_there_is_not_seen(text):
    assert not begins_with(text + "\n" * 9, TITLE) or text.endswith(TITLE)


@pytest.mark.parametrize(
    ("row", "doc_id"),
    [
        ({"id": "a-1"}, "a-1"),
        ({"id": 17}, "17"),
        ({"id": 17.0}, "17"),
        ({"id": 0}, "0"),
        ({"doc_id": "x"}, "x"),
        ({"_id": {"$oid": "65f0"}}, "65f0"),
        ({"id": None, "url": "https://example.com/1"}, "https://example.com/1"),
        ({"id": " "}, "rows.jsonl#1"),
        ({"id": True}, "rows.jsonl#1"),
        ({"id": ["a"]}, "rows.jsonl#1"),
        ({"id": "\ud83d"}, "\ufffd"),
        ({}, "rows.jsonl#1"),
    ],
    ids=str,
)
def test_a_row_is_called_by_its_id_or_by_its_place(documents, row, doc_id):
    (source,) = documents("rows.jsonl", json.dumps({**row, "text": "甲"}))
    assert source.doc_id == doc_id


def test_a_second_row_of_the_same_id_is_called_by_its_place(documents):
    rows = [
        {"id": "a", "text": "甲"},
        {"id": "a", "text": "乙"},
        {"id": "rows.jsonl#2", "text": "丙"},
    ]
    found = documents("rows.jsonl", lines(*rows))
    assert [each.doc_id for each in found] == ["a", "rows.jsonl#2", "rows.jsonl#3"]
    assert [each.warnings for each in found] == [
        (),
        ("its id a is that of an earlier document",),
        ("its id rows.jsonl#2 is that of an earlier document",),
    ]


def test_ids_are_told_apart_over_all_files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(lines({"id": "c.txt", "text": "甲"}), "utf-8")
    (tmp_path / "c.txt").write_text("乙", "utf-8")
    ids = [each.doc_id for each in expand(find(["."]))]
    assert ids == ["c.txt", "b.jsonl#1", "c.txt#2"]


BAD = [
    ("{", "2: not JSON ("),
    ('{"text": "甲', "2: not JSON (Unterminated string"),
    ("[1]", "2: not a JSON object (a list)"),
    ('"甲"', "2: not a JSON object (a text)"),
    ("17", "2: not a JSON object (a number)"),
    ("{}", "2: no text field; the row has: nothing (name it with --text-field)"),
    ({"url": "u", "html": "甲"}, "2: no text field; the row has: url, html (name it with --text-f"),
    ({"text": ""}, "2: the text field 'text' is empty"),
    ({"text": " \n"}, "2: the text field 'text' is empty"),
    ({"text": None}, "2: the text field 'text' is empty"),
    ({"title": "丙", "text": "<p><img src='x'></p>"}, "2: no text between the tags of its HTML"),
    ({"text": 7}, "2: the text field 'text' holds a number, not text"),
    ({"text": {"a": 1}}, "2: the text field 'text' holds an object, not text"),
    ({"text": "甲" * 2000}, "2: larger than the limit of 4 kB for one document"),
]


@pytest.mark.parametrize(("row", "reason"), BAD, ids=lambda value: str(value)[:40])
def test_a_bad_row_is_one_failure_with_its_line_and_the_rest_goes_on(documents, row, reason):
    content = lines({"text": "甲"}, row, "", {"text": "乙"})
    first, second, third = summary(documents("rows.jsonl", content, max_size=4000))
    assert (first, third) == ("rows.jsonl#1: 甲", "rows.jsonl#4: 乙")
    assert second.startswith(reason)
    assert "\n" not in second


@pytest.mark.parametrize("row", ["[" * 9000, '{"text":' * 9000, '{"text": 1' + "0" * 9000 + "}"])
def test_a_row_that_no_parser_takes(documents, row):
    _, second = summary(documents("rows.jsonl", lines({"text": "甲"}, row)))
    assert second.startswith("2: not JSON (")


def test_a_name_that_no_row_has_is_said(documents):
    (failure,) = documents("rows.jsonl", lines({"text": "甲"}), text="main")
    assert failure.reason == "no field 'main'; the row has: text (name it with --text-field)"


def test_a_last_line_that_is_cut_off_is_a_failure(documents):
    content = lines({"text": "甲"}, {"text": "乙" * 9})[:-9]
    assert summary(documents("rows.jsonl", content)) == [
        "rows.jsonl#1: 甲",
        "2: not JSON (Unterminated string starting at character 9)",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
@pytest.mark.parametrize("codec", CODECS)
def test_rows_in_any_encoding(documents, codec, end):
    content = end.join(
        [json.dumps({"text": LONG + n}, ensure_ascii=False) for n in "甲乙"][: 1 + bool(end)]
    )
    found = documents("rows.jsonl", content.encode(codec))
    assert [each.text for each in found] == [LONG + n for n in "甲乙"][: 1 + bool(end)]
    assert {each.encoding for each in found} <= {codec, "utf-16-le"}


def test_a_row_in_another_encoding_than_its_file_is_read_in_its_own(documents):
    rows = [lines({"text": LONG}).encode(codec) for codec in ("utf-8", "gb18030")]
    found = documents("rows.jsonl", b"".join(rows))
    assert [(each.text, each.encoding) for each in found] == [(LONG, "utf-8"), (LONG, "gb18030")]


def test_the_checksum_is_that_of_the_line(documents):
    row = json.dumps({"text": "甲"}).encode()
    for end in (b"\n", b"\r\n"):
        (source,) = documents("rows.jsonl", row + end)
        assert source.sha256 == hashlib.sha256(row).hexdigest()


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([{"text": "甲"}, {"id": 5, "text": "乙"}]),
        json.dumps([{"text": "甲"}, {"id": 5, "text": "乙"}], indent=2),
        "\ufeff"
        + json.dumps([{"text": "甲"}, {"id": 5, "text": "乙"}], indent=2, ensure_ascii=False),
        '{"text": "甲"}\n{"id": 5, "text": "乙"}\n',
        '{\n"text": "甲"\n}\n{"id": 5,\n "text": "乙"}',
    ],
)
def test_a_json_file_holds_an_array_or_objects(documents, content):
    assert summary(documents("rows.json", content)) == ["rows.json#1: 甲", "5: 乙"]


@pytest.mark.parametrize("codec", CODECS)
def test_an_array_in_a_file_of_lines(documents, codec):
    content = json.dumps([{"id": n, "text": LONG} for n in "ab"], ensure_ascii=False, indent=1)
    assert [each.doc_id for each in documents("rows.jsonl", content.encode(codec))] == ["a", "b"]


def test_a_json_file_of_one_object(documents):
    assert summary(documents("rows.json", '{\n "text": "甲"\n}')) == ["rows.json#1: 甲"]


def test_an_array_that_is_cut_off(documents):
    content = json.dumps([{"text": "甲"}, {"text": "乙"}])
    for cut, reason in ((-1, "the array is cut off"), (-4, "not JSON (")):
        *read, failure = summary(documents("rows.json", content[:cut]))
        assert read[0] == "rows.json#1: 甲"
        assert reason in failure


def test_elements_larger_than_what_is_read_at_a_time(documents, monkeypatch):
    monkeypatch.setattr("qextract.sources.rows.CHUNK", 10)
    content = json.dumps([{"text": "甲乙" * 30}, {"text": "丙"}], ensure_ascii=False)
    assert summary(documents("rows.json", content)) == [
        f"rows.json#1: {'甲乙' * 30}",
        "rows.json#2: 丙",
    ]


def test_a_json_file_in_a_folder_that_holds_no_pages_is_passed_over(tmp_path):
    (tmp_path / "package.json").write_text('{"name": "x"}')
    (tmp_path / "gold.json").write_text('{"article": {"title": "x"}}')
    (tmp_path / "page.json").write_text(json.dumps([{"text": LONG}], ensure_ascii=False), "utf-16")
    (tmp_path / "list.json").write_text("[1, 2]")
    assert [each.doc_id for each in expand(find([str(tmp_path)]))] == ["page.json#1"]


@pytest.mark.parametrize("codec", [*CODECS, "gbk"])
@pytest.mark.parametrize(
    ("name", "delimiter"), [("r.csv", ","), ("r.tsv", "\t"), ("r.csv", ";"), ("r.csv", "\t")]
)
def test_a_table_in_any_encoding(documents, name, delimiter, codec):
    rows = [["编号", "标题", "正文"], ["7", TITLE, BODY], ["8", '"引号"', LONG], ["", "", BODY]]
    found = documents(name, table(*rows, delimiter=delimiter).encode(codec))
    assert [(each.doc_id, each.text) for each in found] == [
        ("7", f"{TITLE}\n{BODY}"),
        ("8", f'"引号"\n{LONG}'),
        (f"{name}#15", BODY),
    ]


def test_the_line_of_a_row_is_that_where_it_begins(documents):
    content = 'text,date\n"甲\n乙",\n丙,\n\n,\n"",x\n丁,2023-01-02,more\n'
    assert summary(documents("r.csv", content)) == [
        "r.csv#2: 甲\n乙",
        "r.csv#4: 丙",
        "7: the text field 'text' is empty",
        "r.csv#8: 丁",
    ]


def test_the_checksum_of_a_row_of_many_lines(documents):
    (source,) = documents("r.csv", b'text\r\n"a\r\nb"\r\n')
    assert source.text == "a\r\nb"
    assert source.sha256 == hashlib.sha256(b'"a\r\nb"').hexdigest()


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("", ["None: the file is empty"]),
        ("text\n", ["None: no row in it"]),
        (
            "url,html\na,b\n",
            ["1: no text column; there are: url, html (name it with --text-field)"],
        ),
        # the end is missing
        (
            'id,text\n1,甲\n2,"乙\n丙',
            ["1: 甲", '3: a quotation mark (") is opened in this row and never closed'],
        ),
        # one mark too many, in a table that uses none
        (
            'id,text\n1,甲\n2,"乙\n3,丙\n4,丁\n',
            [
                "1: 甲",
                '3: a quotation mark (") is opened in this row and never closed',
                "3: 丙",
                "4: 丁",
            ],
        ),
        ('id,text\n1,甲"乙"丙\n', ['1: 甲"乙"丙']),
        ("id,text\n1,甲\u2028乙\x0c丙\x85丁\n", ["1: 甲\u2028乙\x0c丙\x85丁"]),
        ("sep=;\nid;text\n1;甲,乙\n", ["1: 甲,乙"]),
        (
            "text\n甲\r乙\n丙\n",
            ["2: no CSV (new-line character seen in unquoted field)", "r.csv#3: 丙"],
        ),
        (
            "id,text\n1\n2,乙\n",
            ["2: no text field; the row has: id (name it with --text-field)", "2: 乙"],
        ),
    ],
)
def test_what_is_wrong_with_a_table(documents, content, found):
    assert [
        each[: len(start)]
        for each, start in zip(summary(documents("r.csv", content)), found, strict=True)
    ] == found


def test_a_table_without_the_column_that_is_named(documents):
    (failure,) = documents("r.csv", "id,text\n1,甲\n", text="main")
    assert failure.reason == "no 'main' column; there are: id, text (name it with --text-field)"


def test_a_field_larger_than_the_limit(documents):
    content = table(["text"], ["甲" * 5000], ["乙"])
    first, second = summary(documents("r.csv", content, max_size=4000))
    assert first.startswith("2: larger than the limit of 4 kB")
    assert second == "r.csv#3: 乙"
    (source,) = documents("r.csv", table(["text"], ["甲" * 200_000]))
    assert len(source.text) == 200_000


def test_rows_of_records_that_this_program_wrote(documents, tmp_path):
    record = '{"schema_version":"1.0","type":"event","text":"甲"}\n'
    (failure,) = documents("rows.jsonl", record)
    assert "records that qextract wrote" in failure.reason
    (tmp_path / "a.txt").write_text("甲")
    assert [each.doc_id for each in expand(find([str(tmp_path)]))] == ["a.txt"]


def test_a_text_with_tags_is_read_as_html(documents):
    rows = [
        {"id": 1, "title": TITLE, "text": "<p>4月12日,大会召开。</p><p>林一舟&nbsp;出席。</p>"},
        {"id": 2, "text": "第一段。<br/>第二段。<br>"},
        {"id": 3, "text": "误差<0.5%,a<b且c>d。"},
    ]
    first, second, third = documents("rows.jsonl", lines(*rows))
    assert first.text.startswith(f"{TITLE}\n4月12日,大会召开。\n")
    assert "林一舟" in first.text
    assert "<" not in first.text
    assert second.text.split() == ["第一段。", "第二段。"]
    assert third.text == "误差<0.5%,a<b且c>d。"


DAY = dt.date(2023, 11, 15)
TIME = dt.datetime(2023, 11, 15, 8, 30)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-11-15", DAY),
        ("2023/11/15", DAY),
        ("2023.11.15", DAY),
        ("20231115", DAY),
        (20231115, DAY),
        ("2023年11月15日", DAY),
        ("2023年11月5日", dt.date(2023, 11, 5)),
        ("2023-1-5", dt.date(2023, 1, 5)),
        ("2023-11-15 00:00:00", DAY),
        ("2023-11-15T00:00:00Z", dt.datetime(2023, 11, 15, 8)),
        ("2023-11-15 08:30:00", TIME),
        ("2023-11-15 8:30", TIME),
        ("2023-11-15T08:30:00", TIME),
        ("2023-11-15T08:30:00.123456", TIME),
        ("2023-11-15T08:30:00+08:00", TIME),
        ("2023-11-15T08:30:00+0800", TIME),
        ("2023-11-15T00:30:00Z", TIME),
        ("2023-11-15T00:30:00.000Z", TIME),
        ("2023-11-14T16:00:00Z", DAY),
        ("2023-11-15 12:30:00 AM", dt.datetime(2023, 11, 15, 0, 30)),
        ("2023-11-15 08:30 PM", dt.datetime(2023, 11, 15, 20, 30)),
        ("2023年11月15日08:30", TIME),
        ("2023年11月15日 星期三 08:30", TIME),
        ("2023年11月15日 上午8时30分", TIME),
        ("2023年11月15日 下午8点30分", dt.datetime(2023, 11, 15, 20, 30)),
        ("２０２３年１１月１５日", DAY),
        ("发布时间:2023-11-15 08:30 来源:云川日报", TIME),
        ("二〇二三年十一月十五日", DAY),
        ("民国112年11月15日", DAY),
        ("20231115083000", TIME),
        ("2023111508", dt.datetime(2023, 11, 15, 8)),
        ("20231115T083000", TIME),
        (1700008200, TIME),
        ("1700008200", TIME),
        (1700008200.0, TIME),
        ("1700008200.5", TIME),
        (1700008200000, TIME),
        ("Wed, 15 Nov 2023 08:30:00 +0800", TIME),
        ("Wed, 15 Nov 2023 00:30:00 GMT", TIME),
        ("2023-11-15T08:30:00+08:00[Asia/Shanghai]", TIME),
        ("2023-11-15 00:30:00 UTC", TIME),
        ("2023-11-14T19:30:00-05:00", TIME),
        ("2023-11-15T08:30:00+99:99", None),
        ("Wed Nov 15 08:30:00 CST 2023", TIME),
        ("15 Nov 2023", DAY),
        ("Nov 15, 2023", DAY),
        ("20231115 08:30", TIME),
        ("20231115 083000", TIME),
        ("昨天", None),
        ("3小时前", None),
        ("2023", None),
        ("2023-11", None),
        ("2023-02-30", None),
        ("2023-13-01", None),
        ("99999999", None),
        ("0000-00-00 00:00:00", None),
        ("1-2023-11-155", None),
        (17, None),
        (True, None),
        (None, None),
        (float("nan"), None),
        (float("inf"), None),
        (["2023-11-15"], None),
        ("", None),
    ],
)
def test_days_in_the_forms_that_people_export(value, day):
    assert read_date(value) == day
    assert type(read_date(value)) is type(day)


@given(
    st.one_of(
        st.text(max_size=40),
        st.text("0123456789-/.:T +Z年月日时分上下午星期三APMWedNovGMT,", max_size=40),
        st.from_regex(r"\A[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}T[0-9]{2}:[0-9]{2}[-+][0-9:]{0,5}"),
        st.integers(),
        st.floats(),
    )
)
def test_any_value_is_a_day_or_none(value):
    day = read_date(value)
    assert day is None or (isinstance(day, dt.date) and 1900 <= day.year <= 2100)


def test_the_day_of_a_row_goes_before_that_of_the_caller(tmp_path):
    (tmp_path / "r.jsonl").write_text(
        lines(*({"date": day, "text": "甲"} for day in ("2023-11-15", None, "昨天"))), "utf-8"
    )
    asked = dt.date(2020, 1, 1)
    found = [read(each, published=asked) for each in expand(find([str(tmp_path)]))]
    assert [each.published for each in found] == [DAY, asked, asked]
    assert [each.warnings for each in found] == [
        (),
        (),
        ("no day can be read from the field 'date': 昨天",),
    ]


@given(
    st.lists(st.dictionaries(st.sampled_from(["text", "id", "date", "x"]), st.text()), max_size=5)
)
def test_whatever_rows_hold_each_gives_a_document_or_a_failure(tmp_path_factory, rows):
    path = tmp_path_factory.getbasetemp() / "any.jsonl"
    path.write_text(lines(*map(json.dumps, rows)), "utf-8")
    found = list(expand(find([str(path)])))
    read_too = [read(each) for each in found if isinstance(each, Piece)]
    if rows:
        assert len(found) == len(read_too) == len(rows)
    ids = [each.doc_id for each in read_too if isinstance(each, Source)]
    assert len(ids) == len(set(ids))


@given(
    st.lists(
        st.tuples(st.text('甲a",\n\r;', max_size=9), st.text("乙'\"\t ", max_size=9)), max_size=5
    )
)
def test_tables_come_back_as_they_were_written(tmp_path_factory, rows):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(table(["text", "other"], *rows).encode())
    texts = [text.replace("\r\n", "\n").replace("\r", "\n") for text, _ in rows if text.strip()]
    found = [read(each) for each in expand(find([str(path)])) if isinstance(each, Piece)]
    assert [
        each.text.replace("\r\n", "\n").replace("\r", "\n")
        for each in found
        if isinstance(each, Source)
    ] == texts


@given(
    st.sampled_from(["any.jsonl", "any.json", "any.csv", "any.tsv"]),
    st.sampled_from(CODECS),
    st.lists(st.tuples(st.integers(0), st.binary(max_size=4), st.integers(0, 9)), max_size=4),
    st.sampled_from([60, 10_000]),
)
def test_spoilt_files_are_read_as_far_as_they_can_be(tmp_path_factory, name, codec, spoilt, limit):
    if name.endswith("v"):
        text = table(["id", "text"], [1, LONG], [2, BODY], delimiter=",\t"["t" in name])
    else:
        text = lines({"id": 1, "text": LONG}, {"id": 2, "title": TITLE, "text": BODY})
    data = bytearray(text.encode(codec))
    for at, new, old in spoilt:
        at %= len(data)
        data[at : at + old] = new
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    for each in expand(find([str(path)]), max_size=limit):
        found = each if isinstance(each, Failure) else read(each)
        assert "\n" not in (found.reason if isinstance(found, Failure) else found.doc_id)


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("又一条", "又一条"),
        ("公告", "公告"),
        ("“我们回家了。”", "“我们回家了。”"),
        ("2024年3月6日要闻:", "2024年3月6日要闻:"),
        ("雲州發布條例 - 雲州新聞網", "云州发布条例"),
    ],
)
def test_the_headline_of_a_row_is_that_of_the_article(documents, title, headline):
    row = {"title": title, "content": "昨日,市长段清和到园区调研。\n他随后看望了职工。"}
    (source,) = documents("rows.jsonl", json.dumps(row))
    page = pipeline.read(source).page
    assert page.title is not None
    assert page.title.value == headline
    assert page.warnings == ()
