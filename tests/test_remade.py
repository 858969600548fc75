"""What is made from the code is fresh: schemas, the examples and tables in README.md and docs/."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def remake():
    spec = importlib.util.spec_from_file_location("remake", ROOT / "tools" / "remake.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_stale(remake):
    """Run `python tools/remake.py` where this fails."""
    stale = [str(path) for path, _ in remake.stale() if path != remake.OUT]
    assert stale == []  # out/seeds.jsonl has a test of its own


def test_a_page_is_remade(remake):
    page = """# Page

```console
$ qextract run seeds/ | cut -c1-3 \\
    | tr a-z A-Z
stale
$ echo two
```

```pycon
>>> for x in "ab":
...     print(x)
stale
>>> x
```
"""
    assert remake.remade(page, "abcd\n") == page.replace("stale\n$", "ABC\n$").replace(
        "two\n```", "two\ntwo\n```"
    ).replace("stale\n>>>", "a\nb\n>>>").replace(">>> x\n", ">>> x\n'b'\n")


def test_ci_and_readme_name_the_same_commands():
    readme = (ROOT / "README.md").read_text("utf-8")
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    for name in ("run", "test"):
        assert f"<!-- command: {name} -->\n```sh\n" in readme
        assert f'"command: {name}"' in ci
