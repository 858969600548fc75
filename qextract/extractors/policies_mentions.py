"""Which mentions name one document: short forms, bare types, shortened and repeated titles."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from qextract.document import Article
from qextract.lexical import document_types
from qextract.lexical.document_attached import LINE_ABOVE
from qextract.lexicon import alternation, table
from qextract.mentions import Grounded, Span, Title
from qextract.rules import Pattern, late

# 该标准 may mean a 规范, 该行政法规 a 规章
GENERIC = {"standard": ("标准",), "regulation": ("法规", "行政法规"), "law": ("法律",)}
SHORT_TITLE = 6
STATE = "中华人民共和国"


@dataclass(slots=True)
class Document:
    """One document of an article and where it stands.

    titles are indexes into the title mentions; the first one gives the title its form. echoes are
    spans that mean it without brackets (该办法).
    """

    title: Title
    number: Grounded | None
    titles: list[int] = field(default_factory=list)
    aliases: list[Grounded] = field(default_factory=list)
    echoes: list[Span] = field(default_factory=list)


ECHO = Pattern(
    "policy.echo",
    "a document that was named before, by its type alone: 该办法, or 条例 as the subject of a clause",
    lambda: (
        r"[该本此这,。;:\n ](?:(?:(?<=这)[一部个份项]|(?<=[该本此]))(?:项|部|份)?"
        rf"(?P<said>{_types()})"
        rf"|(?<=[,。;:\n ])新?(?P<alone>{_types()})(?=已?(?:将|自|由|经|于)))"
    ),
    examples={"该公告由财政部发布": "该公告", "通过。条例自5月1日起施行": "。条例"},
    rejects=("管理条例", "标准化"),
)


def _types() -> str:
    rows = table("doc_types").items()
    return alternation(
        word for word, (category, _) in rows if len(word) > 1 and category != "other"
    )


@lru_cache(4096)
def key(title: str) -> str:
    """What two forms of one title share: no spaces, no name of the state in front, no stage."""
    if title[:1].isascii() and title[:1].isupper():
        return title  # the number of a standard
    bare = document_types.stem(title.replace(" ", "")).removeprefix(STATE)
    return bare.translate(QUOTES) or title


THIS_STANDARD = late(r"[这该本](?:[项份个部]|一)?标准\((?:标准)?(?:编号|号)?(?:为|:)? ?$")
QUOTES = str.maketrans("", "", "“”‘’\"'〈〉《》·")


def documents(article: Article) -> list[Document]:
    """The policy documents of an article, in the order in which they first stand."""
    return _Reader(article).read()


def resolve(article: Article) -> dict[int, str]:
    """Index of a title mention -> the full title of the document that it names (办法 -> 绿化办法)."""
    return {i: d.title.title for d in documents(article) for i in d.titles}


class _Reader:
    def __init__(self, article: Article) -> None:
        self.article = article
        self.found: list[Document] = []
        self.by_key: dict[str, Document] = {}
        self.by_alias: dict[str, Document] = {}
        self.by_type: dict[str, Document] = {}
        self.waiting: list[tuple[int, Title]] = []

    def read(self) -> list[Document]:
        titles = self.article.mentions.titles
        if not any(title.is_policy for title in titles):
            return []
        echoes = self._echoes()
        at = 0
        for index, title in enumerate(titles):
            while at < len(echoes) and echoes[at][0] < title.start:
                self._echo(*echoes[at])
                at += 1
            if title.is_policy:
                self._add(index, title)
        for echo in echoes[at:]:
            self._echo(*echo)
        for index, title in self.waiting:
            # a headline may use the short form that the body introduces
            named = self.by_alias.get(title.title) or self.by_type.get(title.doc_type or "")
            if named is not None:
                named.titles.append(index)
        return self.found

    def _add(self, index: int, title: Title) -> None:
        title = self._numbered(title)
        name = key(title.title)
        if self._is_number_of_last(index, title):
            self.found[-1].number = title.number
            self.found[-1].titles.append(index)
            return
        document = self.by_alias.get(title.title) or self.by_key.get(name)
        if document is None and title.number is not None:
            document = self.by_key.get(title.number.value)
        if document is None and document_types.is_bare(title.title) and title.number is None:
            document = self.by_type.get(title.doc_type or "")
            if document is None:
                self.waiting.append((index, title))
                return
        if document is None and title.number is None and len(name) < SHORT_TITLE:
            document = self._longer(name, title)
        if document is None:
            document = Document(title, title.number)
            self.found.append(document)
        elif document.number is None and title.number is not None:
            document.number = title.number
        elif document.title.title == getattr(document.number, "value", None) != title.title:
            document.title = title
        document.titles.append(index)
        for alias in title.aliases:
            document.aliases.append(alias)
            self.by_alias[alias.value] = document
        self.by_key.setdefault(name, document)
        if document.number is not None:
            self.by_key.setdefault(document.number.value, document)
        if title.doc_type is not None and name == key(document.title.title):
            self.by_type[title.doc_type] = document
            category = table("doc_types").get(title.doc_type, ("",))[0]
            for generic in GENERIC.get(category, ()):
                self.by_type[generic] = document

    def _longer(self, name: str, title: Title) -> Document | None:
        """The latest document whose title a short one is the end of: 政策措施."""
        document = self.by_type.get(title.doc_type or "")
        if document is None or "法" in (title.doc_type or "") or not title.bracketed:
            return None
        return document if key(document.title.title).endswith(name) else None

    def _numbered(self, title: Title) -> Title:
        """The title with the number that is all of the line above it; the number alone is no document."""
        last = self.found[-1] if self.found else None
        if last is None or title.number is not None or not title.bracketed:
            return title
        number = last.number
        if number is None or last.title.title != number.value or len(last.titles) > 1:
            return title
        text = self.article.text
        if title.start - last.title.end > 60:
            return title
        if LINE_ABOVE.fullmatch(text, last.title.end, title.start) is None:
            return title
        self.found.pop()
        self.by_key.pop(number.value, None)
        return title._replace(number=number)

    def _is_number_of_last(self, index: int, title: Title) -> bool:
        """Whether a number alone is the last title's: on the line below, or 签署第22号主席令公布."""
        if not index or title.number is None or title.number.value != title.title:
            return False
        if (
            not self.found
            or self.found[-1].number is not None
            or (title.title[:1] <= "z" and title.doc_type != "标准")
        ):
            return False
        text = self.article.text
        if title.doc_type == "标准" and self.found[-1].title.doc_type == "标准":
            # 这项标准(编号GB/T …)
            return THIS_STANDARD.search(text, max(0, title.start - 16), title.start) is not None
        if self.found[-1].titles[-1] != index - 1:
            return False
        between = text[self.article.mentions.titles[index - 1].end : title.start]
        if title.doc_type == "令" and len(between) < 80 and "。" not in between:
            if text.startswith(("予以公布", "公布"), title.end):
                return True
            return between.endswith(("公布(", "发布(", "颁布(", "通过("))
        return "\n" in between and not between.strip()

    def _echoes(self) -> list[tuple[int, int, str]]:
        text = self.article.text
        return [
            (
                (m.start(), m.end(), m["said"])
                if m["said"] is not None
                else (*m.span("alone"), m["alone"])
            )
            for start, end in self.article.page.regions
            for m in ECHO.re.finditer(text, start, end)
        ]

    def _echo(self, start: int, end: int, word: str) -> None:
        rows = table("doc_types")
        document = self.by_type.get(rows[word][1])
        if document is not None:
            document.echoes.append((start, end))
