"""Documents named without 《》: by their number, in quotation marks, by the form of the name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from qextract import lexicon
from qextract.lexical import document_amended, document_standards, document_types
from qextract.lexical import organisation_bounds as bounds
from qextract.lexical.document_attached import Numbers, attached
from qextract.lexical.document_numbers import BODY_ENDS, DocNumber
from qextract.mentions import Grounded, Span, Title
from qextract.rules import Pattern, late

PAPER_TYPES = "意见|通知|决定|决议|公告|通告|办法|规定|方案|措施|解释|命令"
BODY = (
    r"(?:中共中央|全国人大(?:常委会)?|(?:全国|[\u4e00-\u9fff]{2,8})人民代表大会(?:常务委员会)?|国务院|最高人民法院|最高人民检察院|中央军委|[两中国]办"
    r"|[\u4e00-\u9fff]{0,7}?(?:[省市县区州]|自治区)(?:委|政府|人民政府|人大常委会)"
    r"|[\u4e00-\u9fff]{2,9}?(?:委员会|总局|[部委厅局署会院]))(?:办公厅|办公室)?"
)

MANY = r"(?:等[\d一二三四五六七八九十]{0,3}个?(?:部门|部委|单位))?"

ABOUT = Pattern(
    "document.about",
    "the rest of a paper named without brackets: 关于…的意见",
    rf"关于[^,;:。!?《》“”\n]{{4,60}}?(?<![作做]出)的(?:实施|若干|指导)?(?:{PAPER_TYPES})"
    r"(?![\u4e00-\u9fff]{0,100}的(?:通知|决定|意见))",
    examples={"国务院关于加强绿化工作的意见提出": "关于加强绿化工作的意见"},
    rejects=("关于加强绿化", "关于绿化的说明"),
)

ISSUED_BY = Pattern(
    "document.about.issuer",
    "the bodies right before 关于",
    rf"(?:{BODY}(?:[ 、]{BODY}){{0,3}}{MANY})$",
    examples={"国务院办公厅": "国务院办公厅", "中共中央 国务院": "中共中央 国务院"},
    rejects=("大家",),
)

ABOUT_VERB = Pattern(
    "document.about.verb",
    "verbs that make what follows a document: 通过了关于…的决定",
    r"(?:通过|宣布|宣读|印发|发布|公布|下发|出台|颁布|作出|制定)了?$",
    examples={"会议表决通过了": "通过了"},
    rejects=("听取了",),
)

QUOTE_BEFORE = Pattern(
    "document.quoted.before",
    "what stands before a document in quotation marks, as Taiwan writes 「」 for 《》",
    r"(?:通过|三读|一读|二读|修正|修订|落实|贯彻|遵守|适用|援引|触犯|核定|公告|预告|订定|制定|审议|审查|废止|依|依据|依照|按照|根据|比照|违反|发布|公布|颁布|印发"
    r"|出台|提出|研拟|拟具|送审|函颁|发出)(?:了|的)? ?$",
    examples={"立法院三读通过": "通过", "公告修正的": "修正的"},
    rejects=("推行", "推出"),
)

PLAN_BEFORE = Pattern(
    "document.quoted.plan",
    "what stands before a plan in quotation marks",
    r"(?:推动|推行|实施|执行|办理|启动|落实|核定|订定|提出|研拟)(?:了|的)? ?$",
    examples={"县府推动": "推动"},
    rejects=("称为",),
)
LONG_PLAN = late(
    r".{5,}(?:行动|实施|发展|整体|中程|改善|建设|补助|辅导|[\d一二三四五六七八九十]年)计划$"
)

QUOTE_BEHIND = Pattern(
    "document.quoted.behind",
    "what stands behind a document in quotation marks",
    r" ?(?:部分条文|修正草案|修正案|修正|草案|第[\d一二三四五六七八九十百]+条|施行细则|第[一二三四]期|三读|之规定|规定|(?:已|将|自)[^,。]{0,16}(?:施行|生效))",
    examples={"修正草案": "修正草案", "第12条": "第12条"},
    rejects=("活动",),
)

LAW_CUE = Pattern(
    "document.law.cue",
    "what stands before the name of a law, or is one",
    "根据|依据|依照|按照|违反|触犯|援引|适用|遵守|通过|民法典|中华人民共和国",
    examples={"依照刑法第六十四条": "依照"},
    rejects=("依法办理",),
)

LAW_NAME = r"(?:中华人民共和国)?(?:[\u4e00-\u9fff]{2,12}(?<!办)(?<!方)法|民法典|刑法|宪法)"

LEANT_ON = Pattern(
    "document.law.leant_on",
    "a law named without brackets, where a text leans on it: 依照刑法第六十四条",
    rf"(?:我国|新修订的|修订后的|现行)?(?P<name>{LAW_NAME}|[\u4e00-\u9fff]{{3,20}}条例(?=第)|(?:\d{{4}}年)?[\u4e00-\u9fff]{{2,16}}法[令案](?=第))(?:修正案)?"
    r"(?=第[\d一二三四五六七八九十百千]+(?:\(\d+\))?条|(?:等|的)?(?:有关|相关)?规定)",
    examples={"刑法第六十四条": "刑法", "我国森林法有关规定": "我国森林法"},
    rejects=("刑法学", "办法规定"),
)

PASSED = Pattern(
    "document.law.passed",
    "a law named without brackets that was just adopted: 通过新修订的行政复议法",
    r"了?(?:新?修[订改正](?:后)?的)?(?P<name>[\u4e00-\u9fff]{2,12}(?<!办)(?<!方)法)"
    r"(?=[,。;(]|修正案?草案)",
    examples={"新修订的行政复议法,": "新修订的行政复议法"},
    rejects=("办法,",),
)

SUBJECT = Pattern(
    "document.law.subject",
    "the end of a law that opens a clause and lays something down",
    r"法(?:第[\d一二三四五六七八九十百千]{1,6}条)?(?=(?:明确|也|还|均|已|就此)?规定[,:了])",
    examples={"。反浪费法明确规定,": "法"},
    rejects=("。该办法,", "法规定价"),
)
OPENING = late(
    r"(?<![\u4e00-\u9fff、《])(?:我国|现行|新修订的|修订后的)?(?P<name>[\u4e00-\u9fff]{2,14}(?<![办方司立执说看做想用合违依该本此])法)$"
)

OF_STATE = Pattern(
    "document.law.of_state",
    "the rest of a law's name behind the name of the state",
    r"(?!成立)[\u4e00-\u9fff]{1,14}?(?<!办)(?<!方)法(?:典)?(?![院律制官治]|规(?!定))",
    examples={"监察法规定": "监察法"},
    rejects=("成立以来", "法院"),
)
ARTICLE = late(
    r"第[\d一二三四五六七八九十百千]{1,8}条(?:第[\d一二三四五六七八九十]{1,4}[款项]){0,2}"
)
NEXT_LAW = late(r"[、和及]")
SHORT = frozenset({"司法", "立法", "执法", "合法", "依法", "用法", "算法"})
NOT_NAMES = ("有关", "相关", "上述", "该", "本", "其", "这", "国家", "法律")

FIVE_YEAR = Pattern(
    "document.five_year",
    "a five-year plan without brackets",
    r"“十[一二三四五六]五”(?:时期)?[\u4e00-\u9fff]{0,18}?规划(?:纲要)?(?![师局划])|“[\u4e00-\u9fff]{2,8}20\d\d”规划纲要",
    examples={"落实省“十四五”规划": "“十四五”规划"},
    rejects=("“十四五”期间",),
)

QUOTE_TYPES = frozenset(
    [
        "条例",
        "法",
        "办法",
        "规定",
        "细则",
        "规则",
        "准则",
        "基准",
        "规程",
        "规范",
        "标准",
        "计划",
        "纲要",
        "方案",
        "规划",
        "要点",
        "指引",
        "守则",
        "蓝图",
        "通则",
        "规例",
        "附例",
    ]
)
STRONG_TYPES = frozenset(["条例", "细则", "通则", "规例", "附例"])
LINKS = frozenset({"", "、", "和", "及", "与", "以及", "或"})


def scan(
    text: str,
    start: int,
    end: int,
    taken: Sequence[Span],
    numbers: Numbers,
) -> list[Title]:
    """Documents outside the brackets at `taken`; claims what is left of the `numbers`."""
    found = _about(text, start, end, numbers)
    found += _quoted(text, start, end, numbers)
    found += _numbered(text, start, end, numbers.all, numbers.used)
    found += _laws(text, start, end)
    found += _five_year(text, start, end)
    found += document_amended.scan(text, start, end)
    found.sort(key=lambda t: (t.start, -t.end))
    starts = [span[0] for span in taken]
    kept: list[Title] = []
    for title in found:
        if kept and title.start < kept[-1].end:
            continue
        i = bisect_left(starts, title.end)
        if i and taken[i - 1][1] > title.start:
            continue
        kept.append(title)
    return kept


def _plain(text: str, start: int, end: int, doc_type: str) -> Title:
    name = text[start:end].replace("\n", "")
    return Title(text[start:end], start, end, name, (), None, (), True, doc_type, False)


def _numbered(
    text: str, low: int, high: int, numbers: Sequence[DocNumber], used: set[int]
) -> Iterator[Title]:
    for i, number in enumerate(numbers):
        if i in used:
            continue
        start, end = number.start, number.end
        value = number.value
        doc_type: str | None = None
        name = value
        if number.kind == "standard":
            yield document_standards.title(text, numbers, i, low, high)
            continue
        if number.kind == "order":
            if number.noun is None:
                continue
            doc_type = lexicon.table("doc_types").get(number.noun, ("", number.noun))[1]
            if number.noun.endswith(("批示", "公告", "通告", "命令")):
                doc_type = number.noun[-2:]
            if value.startswith(number.noun) and number.noun != "令":
                name = value
            elif text.endswith(number.noun, low, start) and number.noun != "令":
                start -= len(number.noun)
                name = number.noun + value
            elif number.noun != "令":
                name, end = value + number.noun, end + len(number.noun)
            elif value[0] == "第" and value.endswith("号令"):
                continue  # 第12号令 of nobody
        elif number.kind == "paper":
            doc_type = _paper_type(text, low, start, end)
        else:
            continue
        grounded = Grounded(value, number.start, number.end)
        yield Title(text[start:end], start, end, name, (), grounded, (), True, doc_type, False)


PAPER_TYPE = late(rf"({PAPER_TYPES}|名单|批复|函|细则|规划|纲要|条例)\($")


def _paper_type(text: str, low: int, start: int, end: int) -> str:
    """The type of a paper known by its number alone, from the word before its bracket."""
    m = PAPER_TYPE.search(text[max(low, start - 8) : start])
    return m[1] if m is not None else "文件"


def _quoted(text: str, start: int, end: int, numbers: Numbers) -> list[Title]:
    """Documents in “”: pages from Taiwan use 「」 where the mainland has 《》."""
    found: list[Title] = []
    waiting: list[Title] = []
    proven = False
    last = -1
    at = text.find("”", start, end)
    while at >= 0:
        opened = text.rfind("“", max(start, at - 45), at)
        name = text[opened + 1 : at] if opened >= 0 else ""
        kind = document_types.kind(name) if len(name) >= 3 and "\n" not in name else None
        if kind is not None and kind.doc_type in QUOTE_TYPES:
            if text[last:opened] not in LINKS or last < 0:
                found += waiting if proven else []
                waiting, proven = [], False
            waiting.append(
                Title(
                    text[opened : at + 1],
                    opened,
                    at + 1,
                    name,
                    (),
                    None,
                    (),
                    True,
                    kind.doc_type,
                    True,
                )
            )
            last = at + 1
            proven = (
                proven
                or (kind.doc_type in STRONG_TYPES and len(name) > 4)
                or QUOTE_BEFORE.re.search(text[max(start, opened - 6) : opened]) is not None
                or QUOTE_BEHIND.re.match(text, at + 1, end) is not None
                or (
                    LONG_PLAN.match(name) is not None
                    and PLAN_BEFORE.re.search(text[max(start, opened - 30) : opened]) is not None
                )
            )
        at = text.find("”", at + 1, end)
    return [_led_by_number(text, title, start, numbers) for title in found + waiting * proven]


def _led_by_number(text: str, title: Title, low: int, numbers: Numbers) -> Title:
    """The title with the number in front of it: 以府农务字第…号函颁“…要点”."""
    number = numbers.take_before(text, title.start, low)
    if number is None:
        return title
    return title._replace(number=Grounded(number.value, number.start, number.end))


# who gets which post, told in a sentence: an act, not a document that rules anything
PERSONNEL = late(r"任免|任职|免职|职务|人选|同志|处分的|追授|任命")


def _about(text: str, start: int, end: int, numbers: Numbers) -> list[Title]:
    """Papers named by their form: 国务院关于…的意见, 通过关于…的决定."""
    found = []
    for m in ABOUT.re.finditer(text, start, end):
        if PERSONNEL.search(m[0]) is not None:
            continue
        left = text[max(start, m.start() - 30) : m.start()]
        kind = document_types.kind(m[0])
        if kind is None:
            continue
        body = ISSUED_BY.re.search(left)
        if body is not None:
            name = AND.sub("", LEAD.sub("", body[0]))
            if " " not in name and "、" not in name:
                # 南岭省住房和城乡建设厅: longer than the expression reaches
                whole = bounds.left(text, max(start, m.start() - 30), m.start())
                if m.start() - whole > len(name):
                    name = AND.sub("", LEAD.sub("", text[whole : m.start()]))
            if name and name[-1] in BODY_ENDS | frozenset("央院门位"):
                at = m.start() - len(name)
                found.append(_with_number(text, at, m.end(), kind.doc_type, numbers, end, start))
                continue
        if ABOUT_VERB.re.search(left) is not None:
            found.append(_with_number(text, m.start(), m.end(), kind.doc_type, numbers, end, start))
    return found


def _with_number(
    text: str, start: int, end: int, doc_type: str, numbers: Numbers, high: int, low: int
) -> Title:
    """A document named without brackets, with what stands behind it or on the line below."""
    number, aliases, at = attached(text, end, numbers, high)
    if number is None and (gap := BELOW.match(text, at, high)) is not None:
        number = numbers.take_behind(text, gap.end())
    if number is None:
        number = numbers.take_before(text, start, low)
    title = _plain(text, start, end, doc_type)
    grounded = Grounded(number.value, number.start, number.end) if number is not None else None
    return title._replace(number=grounded, aliases=aliases)


BELOW = late(r"[ \n]{1,6}(?=[\u4e00-\u9fff]{1,12}[〔\[(【])")


AND = late(r"^[和与及](?!平|田|龙|静|布|顺|县|硕|政|林|睦|谐)")
LEAD = late(
    r"^.*(?:根据|按照|依据|落实|贯彻|执行|传达|学习|印发|发布|转发|通过|宣布|下发|解读|日|月|年|[在由向对把了])(?=.{2})"
)


def _laws(text: str, start: int, end: int) -> list[Title]:
    found: list[Title] = []
    for said in SUBJECT.re.finditer(text, start, end):
        low = max(start, said.start() - 20)
        named = OPENING.search(text[low : said.start() + 1])
        if named is not None:
            found += _law(text, low + named.start("name"), said.start() + 1)
    for cue in LAW_CUE.re.finditer(text, start, end):
        match cue[0]:
            case "民法典":
                if text[cue.end() : cue.end() + 1] not in tuple("宣学普讲进"):
                    found += _law(text, *cue.span())
            case "中华人民共和国":
                rest = OF_STATE.re.match(text, cue.end(), end)
                if rest is not None:
                    found += _law(text, cue.start(), rest.end())
            case "通过":
                passed = PASSED.re.match(text, cue.end(), end)
                if passed is not None:
                    found += _law(text, *passed.span("name"))
            case _:
                at: int | None = cue.end()
                while at is not None:
                    named = LEANT_ON.re.match(text, at, end)
                    if named is None:
                        break
                    found += _law(text, *named.span("name"))
                    article = ARTICLE.match(text, named.end(), end)
                    gap = NEXT_LAW.match(text, article.end() if article else named.end(), end)
                    at = gap.end() if gap is not None else None
    return found


def _law(text: str, start: int, end: int) -> list[Title]:
    name = text[start:end]
    if name.startswith(NOT_NAMES) or name in SHORT or document_types.kind(name) is None:
        return []
    doc_type = next(
        (word for word in ("法典", "条例", "法令", "法案") if name.endswith(word)), "法"
    )
    return [_plain(text, start, end, doc_type)]


def _five_year(text: str, start: int, end: int) -> list[Title]:
    found = []
    for m in FIVE_YEAR.re.finditer(text, start, end):
        left = m.start()
        if left > start and text[left - 1] in "国省市县区州":
            left -= 2 if text[left - 2 : left] in ("全国", "全省", "全市", "全县", "全区") else 1
        found.append(_plain(text, max(left, start), m.end(), "规划"))
    return found
