"""The workflows of docs/ci.md and the hooks of .pre-commit-hooks.yaml: YAML, and commands that run."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
DOCS = (ROOT / "docs" / "ci.md").read_text("utf-8")
BLOCK = re.compile(r"(?ms)^<!-- ci: ([\w-]+) -->\n```yaml\n(.*?)^```$")
YAML = {name: yaml.safe_load(text) for name, text in BLOCK.findall(DOCS)}
HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}
SAME, DIFFERENT = 0, 1
PAGE = """云川市召开质量大会

本报2023年4月12日讯(记者 高远)4月12日,云川市质量大会在云川召开。去年全市新增认证证书300余张。
市长林一舟出席会议并讲话。
"""


def steps():
    """The commands of the GitHub workflow by the names of their steps."""
    return {
        each["name"]: each["run"]
        for each in YAML["github"]["jobs"]["records"]["steps"]
        if "run" in each
    }


def hook_command(used):
    """What pre-commit runs for a hook, as a project uses it."""
    hook = {**HOOKS[used["id"]], **used}
    files = ["records.jsonl"] if hook.get("pass_filenames", True) else []
    return shlex.join([*shlex.split(hook["entry"]), *hook["args"], *files])


def commands():
    """(where, command) for all that the page tells CI to run, but for installing."""
    for name, command in steps().items():
        yield f"github: {name}", command
    job = YAML["gitlab"]["records"]
    yield "gitlab", "set -e\n" + "\n".join(job["script"])
    for used in YAML["pre-commit"]["repos"][0]["hooks"]:
        yield f"pre-commit: {used['id']}", hook_command(used)


COMMANDS = {where: command for where, command in commands() if "qextract " in command}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The repository that the page speaks of."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "pages").mkdir()
    (folder / "gold").mkdir()
    for name in "ab":
        (folder / "pages" / f"{name}.txt").write_text(PAGE.replace("300", f"{ord(name)}0"), "utf-8")
    gold = {
        "doc": "a.txt",
        "events": [{"date_text": "4月12日", "start": "2023-04-12", "end": "2023-04-12", "kind": "meeting", "name": "云川市质量大会", "trigger": "召开", "location": "云川", "anchor": "云川市质量大会在云川召开"}],
        "officials": [{"name": "林一舟", "positions": [{"title": "市长"}]}],
        "metrics": [{"text": "970余张", "anchor": "认证证书970余张", "value": 970, "comparator": "gt", "unit": "张", "subject": "认证证书"}],
        "policies": [],
    }  # fmt: skip
    (folder / "gold" / "a.gold.json").write_text(json.dumps(gold, ensure_ascii=False))
    (first,) = re.findall(r"(?m)^qextract run .*$", DOCS)
    assert bash(first, folder).returncode == SAME
    assert (folder / "records.manifest.json").exists()
    return folder


@pytest.fixture
def project(made, tmp_path):
    return shutil.copytree(made, tmp_path / "project")


def bash(command, folder, **environment):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def test_the_page_has_three_complete_files():
    assert list(YAML) == ["github", "gitlab", "pre-commit"]
    workflow = YAML["github"]
    assert set(workflow) == {"name", True, "permissions", "env", "jobs"}  # YAML 1.1 reads `on` so
    uses = [each["uses"] for each in workflow["jobs"]["records"]["steps"] if "uses" in each]
    assert [each.partition("@")[0] for each in uses] == ["actions/checkout", "actions/setup-python"]
    assert {"image", "before_script", "script", "artifacts"} <= set(YAML["gitlab"]["records"])


def test_the_hooks_are_what_pre_commit_wants():
    for hook in HOOKS.values():
        assert {"id", "name", "entry", "language"} <= set(hook)
        assert hook["language"] == "python"
        assert hook["entry"].startswith("qextract ")
    used = [each["id"] for each in YAML["pre-commit"]["repos"][0]["hooks"]]
    assert used == list(HOOKS)
    pattern = re.compile(HOOKS["qextract-validate"]["files"])
    assert [bool(pattern.search(name)) for name in ("a/r.jsonl", "r.jsonl.gz", "r.json")] == [
        True,
        True,
        False,
    ]


def test_each_way_uses_every_command():
    for way in ("github", "gitlab"):
        text = " ".join(command for where, command in COMMANDS.items() if where.startswith(way))
        assert {"check", "validate", "eval"} <= set(re.findall(r"qextract (\w+)", text))


@pytest.mark.parametrize("where", COMMANDS)
def test_nothing_changed_is_green(project, where):
    done = bash(COMMANDS[where], project)
    assert done.returncode == SAME, done.stdout + done.stderr


@pytest.mark.parametrize("where", [where for where in COMMANDS if "check" in COMMANDS[where]])
def test_a_figure_that_changed_is_red_and_shown(project, where):
    page = project / "pages" / "b.txt"
    page.write_text(page.read_text("utf-8").replace("980余张", "985余张"), "utf-8")
    # the page is another one then: that the baseline does not fit it is said by `validate`
    command = "\n".join(line for line in COMMANDS[where].splitlines() if "validate" not in line)
    summary = project / "summary.md"
    done = bash(command, project, GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == DIFFERENT, done.stdout + done.stderr
    shown = done.stdout + (summary.read_text("utf-8") if summary.exists() else "")
    assert "985" in shown
    assert "970" not in shown
    if where.startswith("github"):
        assert "::warning file=pages/b.txt,line=3" in done.stdout
        assert summary.exists()
    if where == "gitlab":
        assert "985" in (project / "differences.md").read_text("utf-8")


def test_what_is_meant_is_accepted(project):
    page = project / "pages" / "b.txt"
    page.write_text(page.read_text("utf-8").replace("980余张", "985余张"), "utf-8")
    (accept,) = re.findall(r"(?m)^qextract accept .*$", DOCS)
    assert bash(f"{accept} --yes", project).returncode == SAME
    assert bash(COMMANDS["gitlab"], project).returncode == SAME  # all of it in one


def test_a_broken_baseline_is_red(project):
    records = project / "records.jsonl"
    records.write_text(
        records.read_text("utf-8").replace('"comparator":"gt"', '"comparator":">"'), "utf-8"
    )
    validating = [where for where, command in COMMANDS.items() if "validate" in command]
    assert len(validating) == 3
    for where in validating:
        assert bash(COMMANDS[where], project).returncode == DIFFERENT


def test_told_without_failing(project):
    (told,) = re.findall(r"add `(\|\| .*?)` to `check`", DOCS)
    check = f"qextract check pages/ --baseline records.jsonl {told}"
    (project / "pages" / "b.txt").write_text(PAGE, "utf-8")
    assert bash(check, project).returncode == SAME
    (project / "records.jsonl").unlink()
    assert bash(check, project).returncode != SAME
