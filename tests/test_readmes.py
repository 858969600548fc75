"""The README in English and in Chinese: the same commands, nothing left out, no link to nowhere.

Their examples are run by tests/test_remade.py.
"""

import re
import shlex
from pathlib import Path

import pytest
import typer

from qextract.cli.app import app
from qextract.records import MODELS, Record

ROOT = Path(__file__).resolve().parent.parent
ENGLISH, CHINESE = "README.md", "README.zh-CN.md"
PAGES = [ENGLISH, CHINESE, *(f"docs/{path.name}" for path in sorted(ROOT.glob("docs/*.md")))]
LINK = re.compile(r"\]\((?!https?://)([^)#\s]+)")


def text(page):
    return (ROOT / page).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    lost = [to for to in LINK.findall(text(page)) if not (ROOT / page).parent.joinpath(to).exists()]
    assert lost == []


def test_each_leads_to_the_other():
    assert f"]({CHINESE})" in text(ENGLISH)[:200]
    assert f"]({ENGLISH})" in text(CHINESE)[:200]


@pytest.mark.parametrize("name", ["run", "test"])
def test_the_first_commands_are_the_same(name):
    block = re.compile(rf"<!-- command: {name} -->\n```sh\n(.*?)```", re.DOTALL)
    assert block.findall(text(ENGLISH)) == block.findall(text(CHINESE)) != []


def test_every_field_of_every_type_is_named():
    for name, model in MODELS.items():
        (row,) = (line for line in text(CHINESE).splitlines() if line.startswith(f"| `{name}` |"))
        own = [field for field in model.model_fields if field not in Record.model_fields]
        assert row.strip("| ").rpartition("| ")[2].split("、") == own


def test_the_chinese_one_is_in_chinese():
    prose = re.sub(r"(?s)```.*?```|`[^`\n]*`|\]\([^)]*\)|<!--.*?-->", "", text(CHINESE))
    long = [line for line in prose.splitlines() if re.search(r"(?:[A-Za-z]{3,} ){4}", line)]
    assert long == []
    assert len(re.findall(r"[\u4e00-\u9fff]", prose)) > 900


def commands(page):
    """The arguments of every call of qextract in the page's blocks of shell commands."""
    for block in re.findall(r"(?ms)^```(?:sh|console)\n(.*?)^```$", text(page)):
        for line in block.replace("\\\n", " ").splitlines():
            console = line.startswith("$ ")
            if not (console or line.startswith(("qextract ", "curl "))):
                continue
            words = shlex.split(line.removeprefix("$ "), comments=True)
            for at, word in enumerate(words):
                if word == "qextract" and (at == 0 or words[at - 1] in ("|", ";", "&&")):
                    rest = words[at + 1 :]
                    stop = [n for n, each in enumerate(rest) if each in ("|", ">", ";", "&&")]
                    yield rest[: min(stop, default=len(rest))]


@pytest.mark.parametrize("page", PAGES)
def test_commands_are_as_the_program_takes_them(page):
    group = typer.main.get_command(app)
    for name, *arguments in commands(page):
        if name.startswith("-"):
            continue
        arguments = [word.rstrip(";") for word in arguments if not word.startswith("2>")]
        group.commands[name].make_context(name, arguments)  # raises for what it does not take
