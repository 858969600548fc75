"""What the datings so far have established, and what the missing parts of the next one are."""

from __future__ import annotations

import datetime as dt

from qextract.lexical import date_edtf as edtf
from qextract.lexical.date_edtf import Placed
from qextract.lexical.date_piece import Unit
from qextract.mentions import Basis

#: A month without a year is looked for this many months before and after the day of writing.
BACK, AHEAD = 8, 4
#: A day this short a time before the day of writing is news, whatever the paragraph told before.
RECENT = 45
#: A day so far ahead that nothing announces belongs to the story of an earlier year.
SOON = 10
#: 当天 in a new paragraph hangs on the day told before, unless that is longer ago than this.
CURRENT = 10
#: A bare day so few days before the day of writing is of its month, whatever was told before.
FRESH = 2
#: A bare day so few days before one to come that the sentence told is of the same month.
EVE = 5
#: 2日 after 31日 is in the next month, 16日 after 17日 is not.
HALF_MONTH = 15


class Context:
    """One for an article, fed in text order.

    reference: the day of writing. last: the last dating placed; last_day: the last that was a day
    (or ended on one), lead the first such day close to the day of writing; month: the last whole
    month of the paragraph. same_sentence and same_paragraph say how far back `last` stands.
    governing: the year that a bare year at the head of a clause has set for the rest of its
    paragraph, section: the same by a heading for its section. starts: the dating read is where
    something comes into force, begins: where anything begins (7月1日起). home: without a day of writing, the first year the article names; full: the same, the years of
    the days and months (day 0) that the article writes in full anywhere.
    """

    __slots__ = (
        "begins", "full", "governing", "home", "last", "last_day", "lead", "loose", "month", "reference",
        "same_paragraph", "same_sentence", "section", "starts",
    )  # fmt: skip

    def __init__(self, reference: dt.date | None, loose: bool) -> None:
        self.reference = reference
        self.loose = loose
        self.last: Placed | None = None
        self.last_day: Placed | None = None
        self.lead: Placed | None = None
        self.month: Placed | None = None
        self.governing: int | None = None
        self.section: int | None = None
        self.home: int | None = None
        self.same_sentence = False
        self.same_paragraph = False
        self.starts = False
        self.begins = False
        self.full: dict[tuple[int, int], int] = {}

    def moved(self, sentence: bool, paragraph: bool) -> None:
        """Tell that a sentence or a paragraph has ended since the last dating."""
        self.same_sentence = not sentence and not paragraph
        self.same_paragraph = not paragraph
        if paragraph:
            self.governing = self.month = None

    def year(self, unit: Unit) -> tuple[int | None, Basis]:
        """The year that 2024年, 去年 or 同年 means here."""
        base, amount = unit
        if base in ("abs", "era"):
            return amount, "explicit"
        if base == "ctx" and self.last is not None and self.last.year is not None:
            return self.last.year + amount, "context"
        if base == "gov" and (ruling := self.governing or self.section) is not None:
            return ruling + amount, "context"
        last, ref = self.last, self.reference
        if base == "gov" and not amount and last is not None and self.same_paragraph:
            # 去年新建两所…, 全年: the year just told, if nothing finer was told since
            whole = last.precision == "year" and last.year is not None
            if whole and (ref is None or last.year <= ref.year):  # type: ignore[operator]
                return last.year, "context"
        if ref is not None:
            return ref.year + amount, "publication"
        if self.home is not None:
            return self.home + amount, "context"
        return None, "unresolved"

    def year_of_month(self, month: int, day: int, future: bool) -> tuple[int | None, Basis]:
        """The year of a month that is named without one; `day` 0 where none is named."""
        ref = self.reference
        if ref is None:
            told = self._told(month, day) if self.same_sentence else None
            full = self.full.get((month, day)) or self.full.get((month, 0))
            year = told or full or self.governing or self.section or self.home
            return (year, "context") if year is not None else (None, "unresolved")
        nearest = self._nearest(ref, month, day, future)
        if future:
            return nearest, "publication"
        told = self._told(month, day)
        if told is not None and self.same_sentence and told >= ref.year + (not self.starts):
            return told, "context"
        if told is not None and told < ref.year and (
            self.same_sentence or self.starts or not self._recent(ref, nearest, month, day)
        ):  # fmt: skip
            return told, "context"
        ruling = self.governing
        if ruling is None or (ruling > ref.year and not self.same_sentence):
            ruling = self.section
        if ruling is not None and not (
            ruling != nearest and self._recent(ref, nearest, month, day) and not self.same_sentence
        ):
            return ruling, "context"
        return nearest, "publication"

    def _told(self, month: int, day: int) -> int | None:
        """The year of the story that this paragraph is telling, if the month carries it on."""
        last = self.last
        if last is None or last.year is None or last.month is None or not self.same_paragraph:
            return None
        ends = last.end
        if ends is not None and ends.year > last.year and month <= ends.month:
            return ends.year  # 去年4月至今年10月…。9月20日
        return last.year if (month, day or 31) >= (last.month, last.day or 0) else None

    def _recent(self, ref: dt.date, year: int, month: int, day: int) -> bool:
        """Whether the day is news: just gone by or close ahead, or far ahead where something begins."""
        if month == 2 and day > 28:
            day = 28
        try:
            then = dt.date(year, month, day or 1)
        except ValueError:
            return False
        return -RECENT <= (then - ref).days <= (366 if self.begins or not day else SOON)

    def _nearest(self, ref: dt.date, month: int, day: int, future: bool) -> int:
        distance = month - ref.month
        if self.loose:
            return ref.year
        if future:
            return ref.year + (distance < 0)
        if self.begins:
            # what begins is told ahead rather than behind
            return ref.year + (distance < -AHEAD) - (distance > BACK)
        if distance > BACK or (distance > AHEAD and distance - 12 >= -BACK):
            return ref.year - 1
        if day and distance < -BACK and distance + 12 <= AHEAD:
            # a whole month to come is called 明年1月; a day may be called 1月5日
            return ref.year + 1
        return ref.year

    def month_of_day(self, day: int, future: bool) -> tuple[int | None, int | None, Basis]:
        """Year and month of a day that is named alone."""
        ref, last = self.reference, self.last_day
        if self.same_sentence and self.last is not None and self.last.day is not None:
            last = self.last
        if last is not None and last.month is not None and last.day is not None:
            start = last.start
            told = ref is None or (
                start is not None
                and self.same_paragraph
                and (ref - start).days > (31 if self.same_sentence else self._old(day))
            )
            if told or (self.same_sentence and day >= last.day and start is not None):
                by = 1 if last.day - day > HALF_MONTH else 0
                if last.year is None:
                    month = (last.month + by - 1) % 12 + 1
                    return None, month, "unresolved"
                return *edtf.shift_month(last.year, last.month, by), "context"
        if self.same_sentence and self._eve(day) and self.last is not None:
            return self.last.year, self.last.month, "context"  # 11月5日至7日…,4日晚先登场的…
        if ref is None:
            of = self.last
            if of is None or of.month is None:
                return None, None, "unresolved"
            return of.year, of.month, "context" if of.year else "unresolved"
        by = 0
        if future and day < ref.day:
            by = 1
        elif not future and day > ref.day and not self.loose:
            # a day just ahead is announced more often than one of four weeks ago is told
            by = 0 if day - ref.day <= 7 and not self._told_before(day) else -1
        year, month = edtf.shift_month(ref.year, ref.month, by)
        if day > edtf.month_end(year, month).day:
            year, month = edtf.shift_month(year, month, 1 if future else -1)
        return year, month, "publication"

    def _eve(self, day: int) -> bool:
        """Whether the day is just before one to come that was told last."""
        ref, last = self.reference, self.last
        if ref is None or last is None or last.start is None or last.month is None:
            return False
        return last.start > ref and last.start.day - day in range(1, EVE)

    def _old(self, day: int) -> int:
        """How long ago the day told last must be for the paragraph to be a story of that time."""
        ago = self.reference.day - day if self.reference is not None else -1
        # a day of this week is news, even behind a treaty of 1994 told in passing
        return 9999999 if 0 <= ago <= FRESH else 31

    def _told_before(self, day: int) -> bool:
        """Whether the paragraph is in the month before: 8月29日…30日 in an article of early 9月."""
        ref, last = self.reference, self.last_day
        if ref is None or ref.day > 10:
            return False
        if last is None or last.start is None or last.month is None:
            return ref.day <= 10 and day > 20
        return last.month != ref.month or day > 20

    def anchor_day(self) -> Placed | None:
        """What 当天 and 次日 hang on: the day told last, else the one the article opened with."""
        last, ref = self.last_day, self.reference
        if self.same_sentence and self.last is not None and self.last.day is not None:
            return self.last
        if self.same_paragraph or ref is None or last is None or self.lead is None:
            return last
        near = last.start is not None and (ref - last.start).days <= CURRENT
        return last if near else self.lead

    def remember(self, placed: Placed, passing: bool, limit: bool) -> None:
        """Take a dating into account.

        passing: it only names something (《2024年…》, 比2022年). limit: it is where something begins
        or ends (自5月1日起, 至8月1日), not what is told.
        """
        if self.home is None and placed.year is not None and placed.basis == "explicit":
            self.home = placed.year
        if passing:
            return
        if placed.precision == "month":
            self.month = placed
        if placed.month is None and placed.year is not None and self.last is not None:
            ahead = self.reference is not None and placed.year > self.reference.year
            if ahead:
                return
        self.last = placed
        if limit or placed.day is None or placed.precision not in ("day", "range"):
            return
        ref, start = self.reference, placed.start
        if ref is None or start is None:
            self.last_day = placed
            return
        ago = (ref - start).days
        if ago >= 0 or self.last_day is None:
            self.last_day = placed
        if self.lead is None and 0 <= ago <= CURRENT:
            self.lead = placed
