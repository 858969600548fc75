"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qextract.sources import Decoded, UndecodableError, decode

HANS = """云川市召开质量大会

    本报4月12日讯(记者 高远)4月12日,云川市质量大会召开。会议指出,去年全市规模以上企业实现营业收入
1280.5亿元,同比增长6.2%;新增有效期内认证证书300余张。市长林一舟出席会议并讲话。
"""
HANT = """臺灣經濟部十五日表示，計畫已經通過審查，將於明年實施。
部長說，去年出口總額超過三千億元，較前年成長百分之六，廠商的信心正在恢復。
"""
JAPANESE = "経済産業省は十五日、新しい政策を発表した。昨年の輸出額は三千億円を超え、前年より六パーセント増えた。"
KOREAN = (
    "정부는 월요일 기자회견에서 새로운 경제 정책을 발표했다. 지난해 수출은 삼천억 달러를 넘었다."
)
ENGLISH = "The ministry said on Monday that 300 firms had been certified.\n" * 3


@pytest.mark.parametrize("length", [6, 12, 30, None])
@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (HANS, "utf-8", "utf-8"),
        (HANS, "gb18030", "gb18030"),
        (HANS, "gbk", "gb18030"),
        (HANS, "utf-16-le", "utf-16-le"),
        (HANS, "utf-16-be", "utf-16-be"),
        (HANS, "utf-8-sig", "utf-8-sig"),
        (HANS, "utf-16", "utf-16"),
        (HANS, "utf-32", "utf-32"),
        (HANT, "utf-8", "utf-8"),
        (HANT, "gb18030", "gb18030"),
        (HANT, "big5", "big5hkscs"),
        (HANT, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-16", "utf-16"),
    ],
    ids=lambda value: value if len(value) < 12 else {HANS: "hans", HANT: "hant"}.get(value, "en"),
)
def test_text_comes_back_in_its_encoding(text, codec, named, length):
    text = text[:length]
    assert decode(text.encode(codec)) == Decoded(text, named)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"text\0text", "NUL at character 4"),
        (bytes(range(256)) * 20, "not UTF-8 (byte 128 is wrong)"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)) * 9, "not UTF-8 (byte 0 is wrong)"),
        (bytes(range(1, 32)) * 9, "control characters"),
        (b"\xff\xfea\0b", "marked as UTF-16"),
        (b"\xff\xfe" + bytes(range(0x10, 0xD0)) * 4, "marked as UTF-16"),
        ("Le ministère de l’Économie l’a déclaré. ".encode("cp1252") * 9, "not UTF-8"),
        ("経済産業省は十五日、新しい政策を発表した。".encode("shift_jis") * 5, "not UTF-8"),
        (JAPANESE.encode("euc_jp"), "not UTF-8"),
        (KOREAN.encode("euc_kr"), "not UTF-8"),
        (KOREAN.encode("euc_kr") * 5, "not UTF-8"),
        (HANS.encode("utf-16")[:60] + HANS.encode("utf-16")[61:], "marked as UTF-16"),
        (HANS.encode("utf-16-le")[:60] + HANS.encode("utf-16-le")[61:], "not UTF-8"),
    ],
    ids=[
        "nul",
        "every-byte",
        "png",
        "control",
        "odd",
        "noise",
        "fr",
        "sjis",
        "eucjp",
        "euckr",
        "long euckr",
        "lost in utf16",
        "lost in bare utf16",
    ],
)
def test_what_is_no_chinese_text_is_refused_with_a_reason(data, reason):
    with pytest.raises(UndecodableError) as caught:
        decode(data)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_exactly_or_refused(data):
    try:
        text, encoding, warnings = decode(data)
    except UndecodableError:
        return
    assert data.decode(encoding, "replace") == text
    assert warnings or data.decode(encoding) == text


def without(data, *places):
    return bytes(byte for at, byte in enumerate(data) if at not in places)


@pytest.mark.parametrize(
    ("data", "encoding", "broken", "first"),
    [
        (HANS.encode()[:-2], "utf-8", 1, None),
        (without(HANS.encode(), 4), "utf-8", 1, 3),
        (HANS.encode() + b"\xff", "utf-8", 1, len(HANS.encode())),
        (HANS.replace("云", "\ufffd").encode() + b"\xff", "utf-8", 1, None),
        (without(HANS.encode("utf-8-sig"), 7, 90, 150), "utf-8-sig", 3, 6),
        (HANS.encode("gb18030").strip()[:-1], "gb18030", 1, None),
        (without(HANS.encode("gb18030"), 100), "gb18030", 1, None),
        (HANT.encode("big5").strip()[:-1], "big5hkscs", 1, None),
        (HANS.encode("utf-16")[:-1], "utf-16", 1, None),
        (HANS.encode("utf-16-le")[:-1], "utf-16-le", 1, None),
        (HANS.encode("utf-16-be")[:-1], "utf-16-be", 1, None),
    ],
)
def test_a_few_broken_bytes_are_marked_and_reported(data, encoding, broken, first):
    text, found, warnings = decode(data)
    assert found == encoding
    assert text == data.decode(encoding, "replace")
    (warning,) = warnings
    assert warning.startswith(f"{broken} byte{'s are' if broken > 1 else ' is'} no ")
    if first is not None:
        assert f"the first at {first} " in warning


@pytest.mark.parametrize("codec", ["gb18030", "big5"])
def test_the_rest_of_a_line_behind_a_lost_byte_refuses_no_page(codec):
    """The repairs put it right; what stands before it and in the other lines is good."""
    text = HANT if codec == "big5" else HANS
    data = text.encode(codec)
    for at in range(20, len(data), 7):
        found = decode(without(data, at))
        assert found.encoding == {"big5": "big5hkscs"}.get(codec, codec)
