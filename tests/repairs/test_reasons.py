"""Every kind of repair has a reason that a reader gets."""

import ast
from pathlib import Path

import qextract.repairs
from qextract.repairs import repair
from qextract.repairs.reasons import REASONS, reason

FOLDER = Path(qextract.repairs.__file__).parent
CONVERSIONS = {"full_width", "traditional"}


def kinds():
    """The kinds that the steps can yield: `KIND…` constants and strings handed to `Edit`."""
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                if any(isinstance(t, ast.Name) and "KIND" in t.id for t in node.targets):
                    yield node.value.value
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Edit":
                yield from (a.value for a in node.args[-1:] if isinstance(a, ast.Constant))


def test_each_kind_has_a_reason():
    assert sorted({*kinds()} | CONVERSIONS) == list(REASONS)


def test_reasons_read_well():
    (gloss,) = repair("质(zhì)量").repairs
    assert reason(gloss.kinds, gloss.before, gloss.after) == "pinyin gloss (zhì) after 质"
    for kind in REASONS:
        made = reason((kind, kind), "質(zhì)", "质")
        assert "{" not in made
        assert "; " not in made
    assert reason(("entity", "invisible"), "\u200b", "") == (
        f"{REASONS['entity']}; characters that cannot be seen (U+200B)"
    )
    (run,) = repair("?！惫ば挪靠萍妓举|(zhì)量").repairs
    assert reason(run.kinds, run.before, run.after).endswith("; pinyin gloss (zhì)")
