"""Web archives."""

import gzip
import io
import sys

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from qextract.document import Source
from qextract.sources import Failure, expand, find, read

TITLE = "云川市召开质量大会"
HTML = f"""<!DOCTYPE html><html><head><meta charset="CHARSET"><title>{TITLE}_云川新闻网</title></head>
<body><div><a href="/">首页</a> <a href="/n">新闻</a></div><h1>{TITLE}</h1>
<div>2023-04-13 08:30 来源:云川日报</div>
<div class="article"><p>4月12日,云川市质量大会在云川召开。去年全市新增认证证书300余张。</p>
<p>市长林一舟出席会议并讲话。他强调,要加强质量管理,提升产品质量和服务水平。</p></div>
<div>版权所有 云川新闻网</div></body></html>
"""
TEXT = f"{TITLE}\n\n4月12日,云川市质量大会在云川召开。市长林一舟出席会议并讲话。\n"


def archive(*pages, packed=False):
    """The bytes of an archive; a page is (address, status, headers, body)."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    for address, status, headers, body in pages:
        record = writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1"),
        )
        writer.write_record(record)
    writer.write_record(
        writer.create_warc_record("https://a.example/", "metadata", io.BytesIO(b"x"))
    )
    return file.getvalue()


UTF_8 = HTML.replace("CHARSET", "utf-8").encode()


def page(name, body=UTF_8, media="text/html", status="200 OK", **more):
    return f"https://a.example/{name}", status, {"Content-Type": media, **more}, body


@pytest.fixture
def documents(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def read_all(data, name="a.warc", max_size=100_000):
        (tmp_path / name).write_bytes(data)
        return [
            each if isinstance(each, Failure) else read(each)
            for each in expand(find([name]), max_size=max_size)
        ]

    return read_all


@pytest.mark.parametrize("packed", [False, True])
def test_pages_that_were_fetched_are_documents(documents, packed):
    data = archive(
        page("1.html"),
        page("2.html", HTML.replace("CHARSET", "gbk").encode("gbk"), "text/html; charset=GBK"),
        page("3.txt", TEXT.encode(), "text/plain"),
        page("4.html", gzip.compress(HTML.encode()), **{"Content-Encoding": "gzip"}),
        page("5.xhtml", media="application/xhtml+xml"),
        page("moved.html", b"", status="301 Moved Permanently"),
        page("gone.html", status="404 Not Found"),
        page("picture.jpg", b"\xff\xd8", "image/jpeg"),
        page("data.json", b"{}", "application/json"),
        packed=packed,
    )
    found = documents(data, "a.warc.gz" if packed else "a.warc")
    assert all(isinstance(each, Source) for each in found)
    assert [each.doc_id.rpartition("/")[2] for each in found] == [
        "1.html",
        "2.html",
        "3.txt",
        "4.html",
        "5.xhtml",
    ]
    for each in found:
        assert TITLE in each.text
        assert "市长林一舟出席会议并讲话" in each.text
        assert "<" not in each.text
    assert found[1].encoding in ("gbk", "gb18030")


def test_a_page_that_was_fetched_twice_has_two_ids(documents):
    found = documents(archive(page("1.html"), page("1.html")))
    assert [each.doc_id for each in found] == ["https://a.example/1.html", "a.warc#2"]
    assert "https://a.example/1.html" in found[1].warnings[0]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (page("x.html", b""), "https://a.example/x.html: the page is empty"),
        (page("x.html", b"x" * 100_001), "https://a.example/x.html: larger than the limit"),
    ],
)
def test_a_bad_page_is_a_failure_and_the_rest_goes_on(documents, bad, reason):
    first, failure, last = documents(archive(page("1.html"), bad, page("2.html")))
    assert failure.line == 2
    assert failure.reason.startswith(reason)
    assert first.text == last.text


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_that_is_cut_off_gives_what_stands_before(documents, packed):
    whole = archive(page("1.html"), page("2.html"), packed=packed)
    second = archive(page("1.html"), packed=packed)
    cut = whole[: len(second) + (len(whole) - len(second)) // 3]
    found = documents(cut, "a.warc.gz" if packed else "a.warc")
    assert found[0].doc_id == "https://a.example/1.html"
    assert [type(each) for each in found[1:]] == [Failure]
    assert "cut off" in found[1].reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"no archive\r\n\r\n", "no web archive"),
        (b"WARC/1.0\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n", "no page in it"),
        (archive(), "no page in it"),
        (archive(page("x", b"", status="404 Not Found")), "no page in it"),
    ],
    ids=["empty", "text", "no type", "no response", "no page"],
)
def test_an_archive_without_a_page_is_a_failure(documents, data, reason):
    (failure,) = documents(data)
    assert reason in failure.reason


def test_without_the_library_one_line_says_what_to_install(documents, monkeypatch):
    for name in [name for name in sys.modules if name.partition(".")[0] == "warcio"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "warcio", None)
    (failure,) = documents(archive_made)
    assert failure.reason == "a web archive needs warcio (pip install 'qextract[warc]')"


archive_made = archive(page("1.html"))
