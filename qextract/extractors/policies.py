"""Policies: one record per document that an article names, with what its sentences say of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qextract.document import Article, Draft
from qextract.extractors import policies_context as context_of
from qextract.extractors import policies_rules
from qextract.extractors.policies_article import Context
from qextract.extractors.policies_context import Finding
from qextract.extractors.policies_mentions import Document, documents, key, resolve
from qextract.extractors.policies_patterns import BASIS, RANK
from qextract.lexical import document_types
from qextract.lexicon import table
from qextract.mentions import Grounded, Span, Title
from qextract.rules import late

__all__ = ["extract", "resolve"]

AND = frozenset("和与及")
LINK = late(
    r"[ \n]*(?:第[\d一二三四五六七八九十百千]{1,8}条(?:第[\d一二三四五六七八九十]{1,3}[款项])?(?:条文|规定)?(?=[、和及与]))?"
    r"(?:,{0,2}(?:、|和|与|及其|及|以及|并))?[ \n]*"
)


REPLACED = late(r"(?:代替|替代|取代)(?:了|原)?$")


class _Group:
    """Titles that share one verb and one issuer: 《甲》《乙》和《丙》."""

    __slots__ = ("end", "findings", "order", "start", "titles", "unshared", "wanted")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.titles = 0
        self.order: Span | None = None
        self.wanted = False
        self.findings: list[Finding] = []
        self.unshared: list[Finding] = []


def extract(article: Article) -> list[Draft]:
    """The policy drafts of an article, in the order in which the documents first stand."""
    found = documents(article)
    if not found:
        return []
    titles = article.mentions.titles
    context = Context(article)
    groups = _groups(article, context)
    drafts = []
    for document in found:
        findings: list[Finding] = []
        for index in document.titles:
            group, order = groups[index]
            findings += group.findings
            if order == 0:
                findings += group.unshared
        for start, end in document.echoes:
            findings += context_of.behind(context, end, context.sentence(start)[1])
        drafts.append(_draft(document, findings, [titles[i] for i in document.titles]))
    _give_rows(drafts, found, titles)
    return drafts


ROWS_OF = ("公告", "通知", "通报")


def _give_rows(drafts: list[Draft], found: list[Document], titles: Sequence[Title]) -> None:
    """Standards in the rows below a notice of standards are issued by who issued the notice."""
    notices = [
        draft
        for draft in drafts
        if draft.fields["issuers"]
        and draft.fields["doc_type"] in ROWS_OF
        and "标准" in draft.fields["title"]
    ]
    if not notices:
        return
    for draft, document in zip(drafts, found, strict=True):
        fields = draft.fields
        if fields["issuers"] or fields["category"] != "standard" or not fields["number"]:
            continue
        rows = [titles[i].start for i in document.titles if not titles[i].bracketed]
        above = [notice for notice in notices if rows and notice.start < rows[0]]
        if above:
            fields["issuers"] = list(above[-1].fields["issuers"])
            for name, span in above[-1].grounding.items():
                if name.startswith("issuers."):
                    draft.grounding[name] = span


def _tail(text: str, title: Title) -> int:
    """The end of a title with the bracket behind it that holds its number or short form."""
    last = max([title.end, *(a.end for a in title.aliases)])
    if title.number is not None:
        last = max(last, title.number.end)
    while last > title.end and last < len(text) and text[last] in ")》”] ":
        last += 1
    return last


def _groups(article: Article, context: Context) -> list[tuple[_Group, int]]:
    """The group of each title mention, with what the text says of it, and its place in the group.

    The place counts titles set apart by 和: 《甲》《乙》和《丙》 are 0, 0, 1.
    """
    text, titles = article.text, article.mentions.titles
    groups: list[tuple[_Group, int]] = []
    made: list[_Group] = []
    for title in titles:
        start = title.start
        if title.number is not None and not (
            "字第" in title.number.value or "\n" in text[title.number.end : start]
        ):
            start = min(start, title.number.start)
        last = made[-1] if made else None
        if last is not None and LINK.fullmatch(text, last.end, max(start, last.end)) is not None:
            if not AND.isdisjoint(text[last.end : start]):
                last.titles += 1
            last.end = max(last.end, _tail(text, title))
        else:
            last = _Group(start, _tail(text, title))
            if title.number is not None and start <= title.number.start < title.start:
                last.order = (title.number.end, title.start)
            made.append(last)
        groups.append((last, last.titles))
        last.wanted = last.wanted or title.is_policy
    for i, group in enumerate(made):
        if not group.wanted:
            continue
        first, high = context.sentence(group.start)[0], context.sentence(group.end - 1)[1]
        low = first
        if i and made[i - 1].end > low:
            low = made[i - 1].end
        if i + 1 < len(made):
            high = min(high, made[i + 1].start)
        finding = context_of.before(context, first, low, group.start)
        if finding is None or not finding.issuers:
            finding = context_of.sought(context, low, group.start, group.end, high) or finding
        if finding is None and group.order is not None:
            finding = context_of.ordered(context, *group.order)
        if finding is not None:
            (group.findings if finding.shared else group.unshared).append(finding)
            if finding.action is not None and finding.action.value in BASIS:
                continue
        said = context_of.behind(context, group.end, max(high, group.end))
        if i and REPLACED.search(text, max(first, group.start - 3), group.start):
            # 甲将代替乙,于…实施: what is replaced comes into force no more
            made[i - 1].findings += [finding for finding in said if finding.effective]
            said = [finding for finding in said if finding.effective is None]
        group.findings += said
    return groups


ISSUER_ENDS = r"(?:国务院|中共中央|中央军委|人民政府|政府|委员会|办公厅|办公室|人大|常委会|[部委局厅署院会省市区县社]|总局|法院|检察院|总工会)"
TITLE_ISSUERS = late(
    rf"(?P<who>(?:(?!关于)[^,《〈]){{2,60}}?{ISSUER_ENDS})(?:等[^关,]{{0,5}}(?:部门|部委|单位))?(?:(?:\(.{{1,20}}\))?关于|[印转]发(?=[〈《])|(?:公告|通告)\d{{4}}年)"
)


# 省委省政府 without a mark between them are two
ISSUER = late(
    r"[^ 、,]+?[省市县区]委(?:办公[厅室])?(?=[^ 、,]{0,7}政府)|中共中央(?:办公厅)?(?=国务院)|[^ 、,]+"
)


def title_issuers(title: Title) -> list[Grounded]:
    """The organisations that open a title: 中共中央 国务院关于…的意见."""
    m = TITLE_ISSUERS.match(title.title)
    if m is None:
        return _number_issuers(title)
    found = []
    offset = title.start + (1 if title.bracketed else 0)
    for part in ISSUER.finditer(m["who"]):
        at = offset + part.start()
        found.append(Grounded(part[0], at, at + len(part[0])))
    return found


NUMBER_ISSUER = late(
    r"(?P<order>[\u4e00-\u9fff]{2,14})(?:令第|令〔|令\d{4}年第|第\d+号令)|第\d+号(?P<of>[\u4e00-\u9fff]{2,8})令|第[\d/]+号(?P<macau>行政长官)(?:批示|公告)"
)


def _number_issuers(title: Title) -> list[Grounded]:
    """The body that a number names: 国务院令第790号, 第61/2025号行政长官批示."""
    source = title.title if not title.bracketed or title.number is None else title.number.value
    m = NUMBER_ISSUER.match(source)
    if m is None or title.number is None or (m["order"] or m["of"] or "").endswith("主席"):
        return []
    return [Grounded(m[m.lastgroup or 0], title.number.start, title.number.end)]


TREATIES = frozenset(["协定", "议定书", "条约", "公约"])


def _signed(title: Title, finding: Finding) -> bool:
    """Whether the parties of a treaty sign it: none of them issues it."""
    signs = finding.action is not None and finding.action.value in ("签署", "签订")
    return signs and title.doc_type in TREATIES


def _draft(document: Document, findings: list[Finding], titles: list[Title]) -> Draft:
    title = document.title
    best = min(
        (f for f in findings if f.action or f.issuers),
        key=lambda f: RANK[f.force],
        default=None,
    )
    issued = [f for f in findings if f.issuers and not _signed(title, f)]
    issuers: list[Grounded] = []
    if issued:
        rank = min(RANK[f.force] for f in issued)
        for finding in issued:
            if RANK[finding.force] == rank:
                issuers = list(finding.issuers)
                break
    if not issuers:
        issuers = title_issuers(title)
    action = best.action if best else None
    date = best.date if best else None
    effective = next((f.effective for f in findings if f.effective), None)
    category = _category(title)
    grounding: dict[str, Span] = {"title": (title.start, title.end)}
    number = document.number
    if number is not None:
        grounding["number"] = (number.start, number.end)
    unique: dict[str, Grounded] = {}
    for issuer in issuers:
        unique.setdefault(issuer.value, issuer)
    for i, issuer in enumerate(unique.values()):
        grounding[f"issuers.{i}"] = (issuer.start, issuer.end)
    if action is not None:
        grounding["action"] = (action.start, action.end)
    if date is not None:
        grounding["date"] = (date.start, date.end)
    if effective is not None:
        grounding["effective"] = (effective.start, effective.end)
    fields: dict[str, Any] = {
        "title": title.title,
        "doc_type": title.doc_type,
        "category": category,
        "number": number.value if number else None,
        "issuers": list(unique),
        "action": action.value if action else None,
        "date": date.value if date else None,
        "effective": effective.value if effective else None,
        "refers_to": list(title.inner),
        "aliases": list(dict.fromkeys(a.value for a in document.aliases)),
    }
    for i, alias in enumerate(document.aliases[: len(fields["aliases"])]):
        grounding[f"aliases.{i}"] = (alias.start, alias.end)
    others = [(t.start, t.end) for t in titles if t is not title]
    return Draft(
        "policy",
        policies_rules.name(title),
        title.start,
        title.end,
        (key(title.title),),
        fields,
        grounding,
        (*others, *document.echoes),
    )


def _category(title: Title) -> str:
    if title.doc_type in ("标准", "规程") or (title.doc_type == "规范" and title.number):
        return "standard"
    found = document_types.kind(title.title)
    if found is not None and found.doc_type == title.doc_type:
        return found.category
    row = table("doc_types").get(title.doc_type or "")
    return row[0] if row is not None else "other"
