"""The forms in which a text names a document: which rule a policy record carries."""

from __future__ import annotations

from qextract.mentions import Title
from qextract.rules import Rule, rule


@rule(
    "policy.standard",
    "a standard: its number, with or without its name in brackets or beside it in a table",
    examples={
        "发布《小型水闸运行规范》(DB99/T 12—2023)等3项地方标准。": "小型水闸运行规范 | 规范 | DB99/T 12-2023 | -",
        "由青湖仪表集团牵头起草的GB/T 99881-2024《智能水表通用要求》将于5月1日起实施。": "智能水表通用要求 | 标准 | GB/T 99881-2024 | 青湖仪表集团",
        "产品按GB 99123—2011检验,合格率为98%。": "GB 99123-2011 | 标准 | GB 99123-2011 | -",
    },
    rejects=("企业通过了ISO 9001质量管理体系认证。",),
)
def standard(title: Title) -> bool:
    """Whether the mention is a standard with its number."""
    number = title.number
    return number is not None and number.value[:1].isascii() and number.value[:1].isupper()


@rule(
    "policy.number",
    "a document named by its number alone: an order, an announcement, a law of Macau",
    examples={
        "会上宣读第18/2031号行政长官批示。": "第18/2031号行政长官批示 | 批示 | 第18/2031号 | 行政长官",
        "青湖市按照国办发〔2031〕7号要求开展自查。": "国办发〔2031〕7号 | 文件 | 国办发〔2031〕7号 | -",
    },
    rejects=("被告人谷雨一案,案号为(2031)青01刑初12号。", "他住在人民路12号。"),
)
def number_alone(title: Title) -> bool:
    """Whether the mention is a number and nothing more."""
    number = title.number
    return not title.bracketed and number is not None and number.value in title.title


@rule(
    "policy.quoted",
    "a document in quotation marks, as pages from Taiwan write 「」 for 《》",
    examples={
        "立法院三读通过“离岛建设管理条例”,自公布日施行。": "离岛建设管理条例 | 条例 | - | 立法院",
        "依“青湖水源保护法”第12条规定,可处罚锾。": "青湖水源保护法 | 法 | - | -",
    },
    rejects=("当地推行“三色管理法”。", "“夜游有礼”计划派发了优惠券。"),
)
def quoted(title: Title) -> bool:
    """Whether the mention stands in quotation marks."""
    return title.bracketed and title.text[:1] == "“"


@rule(
    "policy.named",
    "a document named without brackets where the form leaves no doubt",
    examples={
        "国务院关于加强山区绿化工作的意见提出,要保护古树。": "国务院关于加强山区绿化工作的意见 | 意见 | - | 国务院",
        "法院依照刑法第六十四条作出判决。": "刑法 | 法 | - | -",
        "会议启动省“十五五”规划编制工作。": "省“十五五”规划 | 规划 | - | -",
    },
    rejects=("会议听取了关于绿化情况的说明。", "“十四五”期间,投资增长。"),
)
def named(title: Title) -> bool:
    """Whether the mention has no brackets."""
    return not title.bracketed


@rule(
    "policy.title",
    "a law, regulation, policy paper or plan in 《》",
    examples={
        "日前,省教育厅、省财政厅联合印发《校园餐管理办法》(青教发〔2031〕5号)。": "校园餐管理办法 | 办法 | 青教发〔2031〕5号 | 省教育厅,省财政厅",
        "《青川省湿地保护条例》经省十四届人大常委会第六次会议通过,自5月1日起施行。": "青川省湿地保护条例 | 条例 | - | 省十四届人大常委会",
        "市政府印发《关于转发〈青川省节水办法〉的通知》。": "关于转发〈青川省节水办法〉的通知 | 通知 | - | 市政府",
        "要落实省委、省政府《关于推进乡村建设的实施意见》。": "关于推进乡村建设的实施意见 | 意见 | - | 省委,省政府",
    },
    rejects=("《青湖日报》刊发了纪录片《山里的规定》的报道。", "双方签署《战略合作框架协议》。"),
)
def title_in_brackets(title: Title) -> bool:
    """Whether the mention stands in 《》: the rest."""
    return title.bracketed


FORMS: tuple[Rule, ...] = (standard, number_alone, quoted, named, title_in_brackets)


def name(title: Title) -> str:
    """The name of the rule that claims a mention."""
    return next(form.name for form in FORMS if form.run(title))
