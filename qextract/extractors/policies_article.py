"""An article's mentions, ready to be looked up by position."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from qextract.document import Article
from qextract.extractors.policies_patterns import ANAPHOR, COUNCIL, LEAD, NOT_NAMED, PARTS
from qextract.mentions import Date, Grounded, Organisation, Span


class Context:
    """An article's mentions, ready to be looked up by position."""

    def __init__(self, article: Article) -> None:
        mentions = article.mentions
        self.text = article.text
        self.dates = mentions.dates
        self.date_starts = [d.start for d in mentions.dates]
        self.orgs = mentions.organisations
        self.org_starts = [o.start for o in self.orgs]
        self.people = mentions.people
        self.people_starts = [p.start for p in mentions.people]
        self.sentences = mentions.sentences
        self.sentence_starts = [s.start for s in mentions.sentences]

    def sentence(self, at: int) -> Span:
        """The sentence around a position."""
        i = bisect_right(self.sentence_starts, at) - 1
        if i < 0:
            return (at, at)
        return (self.sentences[i].start, self.sentences[i].end)

    def dates_in(self, start: int, end: int) -> list[Date]:
        """The dates between two positions."""
        found = self.dates[
            bisect_left(self.date_starts, start) : bisect_left(self.date_starts, end)
        ]
        # 2025年第19号 is a number
        return [date for date in found if not self.text.startswith("第", date.end)]

    def orgs_in(self, start: int, end: int) -> list[Grounded]:
        """The organisations between two positions, 该局 among them by its full name."""
        low, high = bisect_left(self.org_starts, start), bisect_left(self.org_starts, end)
        if low and self.orgs[low - 1].end > start:
            low -= 1  # 落实省委: its verb stands before `start`, the body behind it
        found: list[Grounded] = []
        for org in self.orgs[low:high]:
            if org.end <= end and (not found or org.start >= found[-1].end):
                body = self._trimmed(org)
                if body.start >= start and not body.value.startswith(NOT_NAMED):
                    found.append(body)
        if self.text.find("该", start, end) >= 0 or self.text.find("方", start, end) >= 0:
            for m in ANAPHOR.finditer(self.text, start, end):
                named = self._latest(m["kind"] or m["side"], m.start())
                if named is not None:
                    found = [o for o in found if o.end <= m.start() or o.start >= m.end()]
                    found.append(Grounded(named, m.start(), m.end()))
            found.sort(key=lambda o: o.start)
        return found

    def _trimmed(self, org: Organisation) -> Grounded:
        """An organisation without the words in front that are none of it, and with its whole end."""
        text, start, end = self.text, org.start, org.end
        for _ in range(2):  # 贯彻一九九六年中共中央: a verb, then a date
            lead = LEAD.re.match(text, start, end)
            if lead is not None and end - lead.end() > 1:
                start = lead.end()
            at = bisect_right(self.date_starts, start) - 1
            if at < 0 or not start < self.dates[at].end < end - 1:
                break
            start = self.dates[at].end
        if text[end - 1] == "院" and COUNCIL.match(text, end) is not None:
            end += 1  # 行政院会 is the meeting of the 院, a body of its own
        elif text.startswith("人大常委会", end - 2):
            end += 3
        return Grounded(text[start:end], start, end)

    def _latest(self, kind: str, before: int) -> str | None:
        high = bisect_left(self.org_starts, before)
        for org in reversed(self.orgs[max(0, high - 40) : high]):
            at = org.text.rfind(kind)
            if at > 0 and not org.text.startswith(NOT_NAMED) and PARTS.match(org.text, at + 1):
                return org.text[: at + len(kind)]
        return None

    def is_post(self, org: Grounded) -> bool:
        """Whether the organisation belongs to a person's post (省教育厅厅长…)."""
        i = bisect_right(self.people_starts, org.start) - 1
        return i >= 0 and org.end <= self.people[i].end
