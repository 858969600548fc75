"""Every recipe of docs/recipes.md prints what stands below it; where its tool is not there, it is skipped."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "recipes.md").read_text("utf-8")


def load():
    spec = importlib.util.spec_from_file_location("remake", ROOT / "tools" / "remake.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


remake = load()
RECIPES = [match[1] for match in remake.CONSOLE.finditer(PAGE)]


def tool(recipe):
    """The tool that it needs: the first that its command names."""
    command = recipe.removeprefix("$ ")
    named = [name for name in remake.TOOLS if f"{name} " in command.partition("\n")[0]]
    return min(named, key=command.index)


def name(recipe):
    return f"{tool(recipe)} {sum(tool(other) == tool(recipe) for other in RECIPES[: RECIPES.index(recipe) + 1])}"


@pytest.mark.parametrize("recipe", RECIPES, ids=name)
def test_a_recipe_prints_what_the_page_shows(recipe):
    if not remake.has(tool(recipe)):
        pytest.skip(
            f"{tool(recipe)} is not installed (pip install 'qextract[recipes]', apt install jq)"
        )
    (command,) = remake.commands(recipe)
    printed = remake.output(command, "")
    assert f"$ {command}\n{printed}" == recipe, "run: python tools/remake.py"
    assert len(printed.splitlines()) > 1


def test_there_is_a_dozen_of_them_for_four_tools():
    assert len(RECIPES) >= 12
    for each in remake.TOOLS:
        assert [tool(recipe) for recipe in RECIPES].count(each) >= 3
