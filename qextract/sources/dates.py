"""The day of publication from a field of a row, in the forms that databases export."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any

CHINA = dt.timezone(dt.timedelta(hours=8))
YEARS = range(1900, 2101)
UNITS = {10: 1, 13: 10**3, 16: 10**6, 19: 10**9}
"""Digits of an epoch of our days, and what of a second one of it is."""

DAY = r"(?P<year>\d{4})\s*+[-/.年]\s*+(?P<month>\d\d?)\s*+[-/.月]\s*+(?P<day>\d\d?)(?:\s*+[日号]|(?!\d))"
BETWEEN = r"[T\s,，]*+(?:\(?(?:星期|周)[一二三四五六日天]\)?\s*+)?"
CLOCK = (
    r"(?P<half>上午|下午|晚上|中午|凌晨|早上)?\s*+(?P<hour>\d\d?)[:时時点]\s*+(?P<minute>\d\d?)"
    r"(?:[:分]\s*+(?P<second>\d\d?)?)?(?:[.,]\d+)?秒?\s*+(?P<ampm>[AP]M)?"
)
ZONE = r"\s*+(?P<zone>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?(?![\d:])"
WRITTEN = rf"(?<!\d){DAY}(?:{BETWEEN}{CLOCK}{ZONE})?"
PACKED = (
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:[T ]?(?P<hour>\d\d):?(?:(?P<minute>\d\d):?(?P<second>\d\d)?)?Z?)?"
)


def read_date(value: Any) -> dt.date | None:
    """A day, or a `datetime` in China's time without a zone; `None` for what cannot be read.

    What has a zone, and seconds or milliseconds since 1970, is put into China's time; the rest is
    taken as it stands. A time of 0:00:00 is none: it is what is exported where only a day is known.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        value = f"{value:.0f}" if abs(value) < 10**20 else ""
    if not isinstance(value, str):
        return None
    text = unicodedata.normalize("NFKC", value).strip()[:200]
    found = _digits(text) or _written(text) or _mail(text) or _chinese(text)
    if found is None or found.year not in YEARS:
        return None
    if isinstance(found, dt.datetime):
        if found.tzinfo is not None:
            found = found.astimezone(CHINA).replace(tzinfo=None)
        found = found.replace(microsecond=0)
        return found if found.time() != dt.time() else found.date()
    return found


def _digits(text: str) -> dt.date | None:
    whole = re.fullmatch(r"(\d{8,19})(?:\.\d*)?", text)
    packed = re.fullmatch(PACKED, whole[1] if whole else text)
    if packed and (made := _made(packed.groupdict())) and made.year in YEARS:
        return made
    unit = UNITS.get(len(whole[1])) if whole else None
    if whole is None or unit is None:
        return None
    return dt.datetime.fromtimestamp(int(whole[1]) // unit, CHINA)


def _written(text: str) -> dt.date | None:
    found = re.search(WRITTEN, text, re.IGNORECASE)
    return _made(found.groupdict()) if found else None


def _made(parts: dict[str, str | None]) -> dt.date | None:
    year, month, day, hour, minute, second = (
        int(parts.get(name) or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    half = (parts.get("ampm") or parts.get("half") or "").upper()
    if half == "AM" and hour == 12:
        hour = 0
    elif half in ("PM", "下午", "晚上") and hour < 12:
        hour += 12
    try:
        if parts.get("hour") is None:
            return dt.date(year, month, day)
        made = dt.datetime(year, month, day, hour, minute, second)
        return made.replace(tzinfo=_zone(parts.get("zone") or ""))
    except ValueError:
        return None


def _zone(written: str) -> dt.timezone | None:
    """Of `Z`, `UTC`, `+08:00` and their kind. Raises ValueError for one that nobody has."""
    if not written:
        return None
    digits = re.sub(r"\D", "", written).ljust(4, "0")
    offset = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(-offset if written.startswith("-") else offset)


def _mail(text: str) -> dt.date | None:
    """The form of mail and RSS: Wed, 15 Nov 2023 08:30:00 +0800; also that of Java: … CST 2023."""
    if not re.search("[A-Za-z]{3}", text):
        return None
    from email.utils import parsedate_to_datetime

    # for mail CST is a zone of America
    text = re.sub(r"\bCST\b", "", text)
    try:
        return parsedate_to_datetime(text if ":" in text else f"{text} 00:00:00")
    except ValueError:
        return None


def _chinese(text: str) -> dt.date | None:
    """二〇二三年十一月十五日, 民国112年11月15日."""
    if "年" not in text:
        return None
    from qextract.api import find_dates
    from qextract.repairs import repair

    try:
        dates = find_dates(repair(text).text)
    except ValueError:  # a year that no calendar has
        return None
    for value in (found.value for found in dates):
        if value.precision == "day" and value.basis == "explicit" and value.start:
            return dt.date.fromisoformat(str(value.start))
    return None
