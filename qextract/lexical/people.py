"""Persons with posts: every standing of one in the text, with the construction that tells it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from qextract.lexical import names as naming
from qextract.lexical import organisation_bounds as bounds
from qextract.lexical import people_before as in_front
from qextract.lexical import posts as posting
from qextract.lexical.name_ends import END, GRAMMAR, WORD
from qextract.lexical.name_foreign import ROMAN
from qextract.lexical.names import Document
from qextract.lexical.people_ahead import ASIDE
from qextract.lexical.people_around import (
    abroad,
    aside,
    given_here,
    in_place,
    listed,
    native,
    rule_of,
    subject_of,
)
from qextract.lexical.people_later import Later, around, linked
from qextract.lexical.people_lines import beside
from qextract.lexical.people_own import Part
from qextract.lexical.people_posts import joined, positions, stripped
from qextract.lexical.people_words import (
    AFTER_GROUP,
    ALSO_ARE,
    BODY,
    BRANCH,
    CELL_GAP,
    COACHES,
    CONDUCTED,
    COURTESY,
    GIVES,
    HOLDS,
    HONOUR,
    HONOURED,
    JOINS,
    LISTED,
    LONGEST_CHAIN,
    MEMBERS,
    NEXT,
    NEXT_CLAUSE,
    RANKS,
    SAID,
    SERVICES,
    SILKS,
    SOVEREIGN,
    STAGED,
    TAKEN_BY,
    TITLE_BEHIND,
    TOLD_ASIDE,
)
from qextract.lexical.posts import Post
from qextract.mentions import Grounded, Organisation, Person, Position, Span


def scan(text: str, regions: Sequence[Span], organisations: Sequence[Organisation]) -> list[Person]:
    """Persons with at least one post in the `regions`, in text order.

    A person stands once for each place where name and post stand together.
    """
    found: list[Person] = []
    document = Document(text)
    ends = [organisation.end for organisation in organisations]
    for low, high in regions:
        reader = _Reader(text, low, high, document, organisations, ends)
        found += reader.read(posting.scan(text, [(low, high)]))
    return sorted(linked(found), key=lambda person: (person.start, person.end))


class _Reader:
    """One region being read: where the last group of persons ended, and whom we know by now."""

    def __init__(
        self,
        text: str,
        low: int,
        high: int,
        document: Document,
        organisations: Sequence[Organisation],
        ends: list[int],
    ) -> None:
        self.text, self.low, self.high = text, low, high
        self.document = document
        self.organisations, self.ends = organisations, ends
        self.found: list[Person] = []
        self.known: set[str] = set()
        self.group_end = -1
        self.group: tuple[Position, ...] = ()
        self.vacant: tuple[int, list[Part]] = (-1, [])
        self.group_abroad = False
        self.later = Later()

    def read(self, posts: list[Post]) -> list[Person]:
        index = 0
        edge = self.low
        while index < len(posts):
            chain, index = self._chain(posts, index, edge)
            stop = posts[index].start if index < len(posts) else self.high
            edge = max(edge, self._name_behind(chain, posts, index) or self._rest(chain, stop))
            while index < len(posts) and posts[index].start < edge:
                index += 1
        return self.found

    def _chain(self, posts: list[Post], index: int, edge: int) -> tuple[list[Part], int]:
        text = self.text
        first = posts[index]
        if text[first.start - 1 : first.start] == "(" and text.startswith(":", first.end):
            # BODY(POST:NAME)
            end = first.start - 1
            begin = bounds.left(text, edge, end)
            if bounds.ending_of(text[begin:end]):
                return [Part(first, begin, end, False)], index + 1
        start, lead = in_front.lead(text, edge, first.start)
        start, end, former = stripped(text, start, first.start)
        chain = [Part(first, start, end, former or lead)]
        if start < end and text[start - 1 : start] == "兼":
            # 交通部兼国家发展部部长: both bodies have the post
            begin = bounds.left(text, edge, start - 1)
            if begin < start - 1 and bounds.ends_body(text[begin : start - 1]):
                chain.insert(0, Part(first, begin, start - 1, former or lead))
        index += 1
        begin = min(chain[0].start, first.start)
        given = GIVES.search(text, max(0, begin - 4), begin) is not None
        while index < len(posts) and len(chain) < LONGEST_CHAIN:
            post = posts[index]
            if given and self._next_named(chain[-1].post.end, post):
                # 聘任A为公司秘书,研发中心主任B…: the comma ends what A is given
                break
            if chain[-1].former and text[chain[-1].post.end] == "的":
                start, end, former = stripped(text, chain[-1].post.end + 1, post.start)
                bare = start < end and bounds.bare(text, start, end)
                part = Part(post, start, end, former) if bare else None
            else:
                part = joined(text, chain[-1].post, post)
            if part is None:
                break
            # 曾任 covers all that follows, until 现任
            between = text[chain[-1].post.end : part.start]
            lead = lead and "现" not in between and not between.startswith("的")
            chain.append(part._replace(former=True) if lead else part)
            index += 1
        return chain, index

    def _next_named(self, at: int, post: Post) -> bool:
        """Whether a mark at `at` ends what a person is given, since `post` is another's: …为组长、县长B为副组长."""
        if self.text[at : at + 1] not in (",", "、"):
            return False
        name = naming.read(self.text, post.end, self.high, self.document)
        if name is None or name.sure < GRAMMAR:
            return False
        if self.text[at] == ",":
            return True
        return self.text.startswith(("为", "任", "担任"), name.end)

    def _name_behind(self, chain: list[Part], posts: list[Post], index: int) -> int:
        """Persons named right behind the chain; where they end, 0 where there are none."""
        text, at = self.text, chain[-1].post.end
        beside_it: list[Part] = []
        if len(chain) == 1 and (name := around(text, chain[0], self.high, self.document)):
            title = Grounded(chain[0].post.title, chain[0].post.start, at)
            told = (Grounded(name.value, at, name.end), (Position(None, title, False),))
            return self._emit(chain[0].start, [told], "official.name_around_post", posts, index)
        if text.startswith("(", at):
            beside_it, at = aside(text, self.high, posts, index, at)
        colon = text.startswith(":", at)
        if colon:
            at += 1
        elif chain[-1].former and text.startswith("的", at):
            # 原任省商务厅副厅长的何勇
            at += 1
        elif (others := ALSO_ARE.match(text, at, self.high)) and given_here(text, chain[0]):
            # 当选为省委常委的还有A、B
            at = others.end()
        elif text.startswith("的", at) and given_here(text, chain[0]):
            # 当选副主任的A
            at += 1
        by = (
            naming.read(text, at + 1, self.high, self.document)
            if text.startswith("由", at)
            else None
        )
        if by is not None and text.startswith(TAKEN_BY, by.end):
            # 行长由A接任
            at += 1
        elif text.startswith("、", at) and (behind := native(text, at + 1)):
            # 秘书长、卡塔尔人赛义德·苏鲁里
            at = behind
        spaces = 0
        while at < self.high and text[at] == " " and spaces < 4:
            at, spaces = at + 1, spaces + 1
        away = abroad(text, chain[0]) or (len(chain) > 1 and abroad(text, chain[-1]))
        near = 0 <= min(chain[0].start, chain[0].post.start) - self.group_end <= 2
        foreign = away or chain[-1].post.head in SOVEREIGN | COACHES or (near and self.group_abroad)
        if text.startswith(HONOURED, at) and (honour := HONOUR.match(text, at, self.high)):
            at, foreign = honour.end(), True
        japanese = text.startswith("日本", chain[0].start) and chain[0].start < chain[0].end
        name = naming.read(text, at, self.high, self.document, foreign, japanese)
        if (
            colon
            and name is not None
            and chain[-1].post.title in MEMBERS
            and text[name.end : name.end + 1] == "("
        ):
            # 成员:A(局长)、B(副局长): what they are stands behind them
            return 0
        if spaces and given_here(text, chain[0]):
            # A当选主任 B当选省长: the posts are the first one's
            return 0
        if name is None and spaces and chain[0].start < chain[0].end:
            name = naming.alone(text, at, self.high)
        if name is None and text[chain[0].start - 1 : chain[0].start] == "(":
            name = naming.bracketed(text, at, self.high)
        if (
            name is None
            or (colon and not listed(text, self.high, name))
            or (spaces and name.sure < WORD)
        ):
            taken = self.found[-1].end if self.found else self.low
            lined = beside(text, self.low, self.high, chain, taken)
            if lined is None:
                return 0
            posted = positions(text, chain, (), None)
            start = min(chain[0].start, chain[0].post.start, lined.start)
            return self._emit(start, [(lined, posted)], "official.name_post", posts, index)
        if any(
            at <= post.start < name.end
            and not (post.start == at and post.end < name.end and name.sure >= WORD)
            for post in posts[index : index + 2]
        ):
            # 由书记任组长: the word behind is a verb with a post of its own
            return 0
        if in_place(text, self.high, chain[-1], name):
            return 0
        if name.sure < END and index < len(posts) and posts[index].kind != "pass":
            # 主任张江水利局局长: what looks like a name begins the next post's body
            following = posts[index].start
            aside_from = text[name.end] in "和与及同跟、" or "任" in text[name.end : name.end + 2]
            if aside_from or text[name.end : following] in SERVICES:
                following = 0
            if name.end < following <= at + BODY and bounds.bare(text, at, following):
                return 0
        first = min(chain[0].start, chain[0].post.start)
        if STAGED.search(text, max(self.low, first - 6), first):
            return 0
        if chain[-1].post.title == "指挥" and not text.startswith(
            CONDUCTED, max(0, chain[-1].post.start - 1)
        ):
            # 赶赴灾区指挥抗震: a verb
            return 0
        subject = subject_of(
            text,
            self.low,
            chain[0],
            self.organisations,
            self.ends,
            (self.group_end, self.group),
        )
        posted = positions(text, chain, self._shared(chain[0]), subject)
        if beside_it:
            posted += positions(text, beside_it, (), None)
        if not posted:
            return 0
        people = [(Grounded(name.value, at, name.end), posted)]
        if colon:
            people[0] = (people[0][0], posted + self._cell(name.end, posts, index))
        people += self._more(name.end, posts, index, posted, LISTED if colon or spaces else NEXT)
        start = min(chain[0].start, chain[0].post.start)
        rule = "official.post_colon_name" if colon else rule_of(chain, len(people))
        at, vacant = self.vacant
        if at == start - 1 and text[at] == "由" and text.startswith(HOLDS, people[-1][0].end):
            # 调查组组长由厅长A担任
            people = [(name, given + positions(text, vacant, (), None)) for name, given in people]
        end = self._emit(start, people, rule, posts, index)
        self.group_end, self.group, self.group_abroad = end, posted, foreign
        return end

    def _cell(self, at: int, posts: list[Post], index: int) -> tuple[Position, ...]:
        """Posts in the next cell of a line, behind blanks: 组长:谷雨  县委书记."""
        gap = CELL_GAP.match(self.text, at, self.high)
        if gap is None or index >= len(posts) or posts[index].start > gap.end() + BODY:
            return ()
        if not bounds.bare(self.text, gap.end(), posts[index].start):
            return ()
        chain, _ = self._chain(posts, index, gap.end())
        ends = self.text[chain[-1].post.end : chain[-1].post.end + 1]
        return positions(self.text, chain, (), None) if ends in ("", "\n", " ") else ()

    def _more(
        self,
        at: int,
        posts: list[Post],
        index: int,
        posted: tuple[Position, ...],
        links: re.Pattern[str],
    ) -> list[tuple[Grounded, tuple[Position, ...]]]:
        """Further names that share the posts (副市长白鹭、田野和金玉)."""
        more = []
        while True:
            if self.text[at : at + 2] in COURTESY:
                at += 2
            if self.text.startswith("(", at):
                told = ASIDE.match(self.text, at)
                if told is None and links is LISTED:
                    told = TOLD_ASIDE.match(self.text, at, self.high)
                at = told.end() if told else at
            if (link := links.match(self.text, at, self.high)) is None:
                break
            name = naming.read(self.text, link.end(), self.high, self.document)
            if name is None or name.sure < GRAMMAR:
                break
            while index < len(posts) and posts[index].start < link.end():
                index += 1
            if index < len(posts) and posts[index].start < name.end:
                break
            # what runs into a post is that post's body
            if index < len(posts) and posts[index].start <= name.end + 12:
                between = self.text[name.end : posts[index].start]
                whole = name.value[1:] + between
                if name.sure < END and whole.isalpha() and bounds.ending_of(whole):
                    break
                if not between and (not posts[index].behind or self._heads(posts[index])):
                    break
                if name.sure < WORD and between.isalpha() and between not in JOINS:
                    break
            if name.sure < WORD and link.group() == "、" and not naming.is_name(name.value):
                break
            more.append((Grounded(name.value, link.end(), name.end), posted))
            at = name.end
        return more

    def _heads(self, post: Post) -> bool:
        """Whether a name stands behind the post: what is in front of it is a body (海巡署长A)."""
        if post.kind not in ("unit", "place") and post.head not in SOVEREIGN:
            return False
        name = naming.read(self.text, post.end, self.high, self.document, post.head in SOVEREIGN)
        return name is not None and (
            name.sure >= WORD or (len(name.value) == 3 and naming.is_name(name.value))
        )

    def _emit(
        self,
        start: int,
        people: list[tuple[Grounded, tuple[Position, ...]]],
        rule: str,
        posts: list[Post],
        index: int,
    ) -> int:
        """Append the persons, each with what stands behind the name; where the last one ends."""
        end = start
        for name, posted in people:
            posted, end = self._tail(name, posted, posts, index)
            if self.text[end : end + 2] in COURTESY:
                end += 2
            elif self.text.startswith(SILKS, end):
                end = posts[index].end if index < len(posts) else end
            said = SAID.match(self.text, end, self.high)
            verbs = (Grounded(said["verb"], *said.span("verb")),) if said else ()
            self._know(name.value, posted)
            self.found.append(Person(self.text[start:end], start, end, name, posted, verbs, rule))
        return end

    def _know(self, name: str, posted: tuple[Position, ...]) -> None:
        self.known.add(name)
        if "·" in name:
            self.known.add(name.rpartition("·")[2])
        else:
            self.later.learn(name, posted)

    def _tail(
        self, name: Grounded, posted: tuple[Position, ...], posts: list[Post], index: int
    ) -> tuple[tuple[Position, ...], int]:
        """Posts behind the name, in brackets or bare, and where the standing ends."""
        text, end = self.text, name.end
        while index < len(posts) and posts[index].start < end:
            index += 1
        if text.startswith("(", end):
            gloss = ROMAN.match(text, end, self.high)
            close = text.find(")", end, min(self.high, end + 60))
            if gloss is not None:
                end = gloss.end()
            elif close > 0:
                inside, to = aside(text, self.high, posts, index, end)
                if (
                    inside
                    and inside[0].post.start - end < 30
                    and "," not in text[end : inside[0].post.start]
                ):
                    posted += positions(text, inside, posted, None)
                    end = to
        elif index < len(posts) and text[end : posts[index].start] in SERVICES:
            post = posts[index]
            if (post.start > end and post.head not in RANKS) or post.start - end > 3:
                return posted, end
            if TITLE_BEHIND & {post.head, post.title} and all(
                post.head not in position.title.value for position in posted
            ):
                title = Grounded(text[post.start : post.end], post.start, post.end)
                org = Grounded(text[end : post.start], end, post.start)
                return (*posted, Position(org if org.value else None, title, False)), post.end
        return posted, end

    def _shared(self, first: Part) -> tuple[Position, ...]:
        """Positions of the person right before, if only a mark stands between."""
        if self.group_end < 0 or first.start < first.end or first.post.start < self.group_end:
            return ()
        if self._goes_on(first.post):
            return self.group
        if first.post.start - self.group_end > 12:
            return ()
        if AFTER_GROUP.fullmatch(self.text, self.group_end, first.post.start) is None:
            return ()
        return self.group

    def _goes_on(self, post: Post) -> bool:
        """Whether a deputy is told of in the next clause: 省卫健委主任A出席并讲话,副主任B主持."""
        if not post.title.startswith(("副", "常务副")) or post.start - self.group_end > 24:
            return False
        if not any(held.title.value.endswith(post.head) for held in self.group):
            return False
        if NEXT_CLAUSE.fullmatch(self.text, self.group_end, post.start) is None:
            return False
        at = bisect_right(self.ends, post.start) - 1
        return at < 0 or self.organisations[at].start < self.group_end

    def _rest(self, chain: list[Part], stop: int) -> int:
        """The other constructions, for posts with no name behind."""
        if chain[0].post.kind == "unit" and BRANCH.match(self.text, chain[0].post.end, self.high):
            return chain[-1].post.end
        later = self.later.read(self.text, chain[0]) if len(chain) == 1 else None
        if later is not None:
            made = [later]
        else:
            made = in_front.read(self.text, self.low, self.high, chain, self.known, self.found)
        end = 0
        if not made:
            self.vacant = (chain[-1].post.end, chain)
        for person in made:
            said = SAID.match(self.text, person.end, self.high)
            verbs = (Grounded(said["verb"], *said.span("verb")),) if said else ()
            self.found.append(person._replace(said=verbs))
            self._know(person.name.value, person.positions)
            end = max(end, person.end)
        return max(end, chain[-1].post.end)
