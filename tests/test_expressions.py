"""No expression has a possessive repeat of a group.

Python before 3.11.5 matches `(?:a|bc)*+` wrongly when what is repeated can backtrack: it gives spans
that are too short, or empty. An atomic group says the same and is right: `(?>(?:a|bc)*)`. Possessive
repeats of one character or one class are right in every version.
"""

import pkgutil
import re
from importlib import import_module

import pytest

import qextract
from qextract.rules import PATTERNS, Pattern, _Late

SINGLE = {"IN", "LITERAL", "NOT_LITERAL", "ANY"}
parser = re._parser  # the only one that sees an expression as `re` does


def expressions():
    """(where it lies, source, flags) of all that are known once every module is there."""
    for found in pkgutil.walk_packages(qextract.__path__, "qextract."):
        if "__main__" in found.name:
            continue
        for name, value in vars(import_module(found.name)).items():
            if isinstance(value, _Late | re.Pattern):
                yield f"{found.name}.{name}", value.pattern, int(value.flags)
            elif isinstance(value, Pattern):
                yield f"{found.name}.{name}", value.re.pattern, int(value.re.flags)
    for name, pattern in PATTERNS.items():
        yield name, pattern.re.pattern, int(pattern.re.flags)


def of_groups(source, flags=0):
    """The possessive repeats in an expression that repeat more than one character."""
    if isinstance(source, str):
        flags &= ~re.UNICODE
    found = []
    todo = [parser.parse(source, flags)]
    while todo:
        part = todo.pop()
        if isinstance(part, parser.SubPattern):
            todo += list(part)
        elif isinstance(part, tuple | list):
            if str(part[0] if part else "") == "POSSESSIVE_REPEAT":
                repeated = part[1][2]
                if len(repeated) != 1 or str(repeated[0][0]) not in SINGLE:
                    found.append(str(repeated))
            todo += [each for each in part if isinstance(each, tuple | list | parser.SubPattern)]
    return found


ALL = sorted(set(expressions()), key=str)


@pytest.mark.parametrize(("name", "source", "flags"), ALL, ids=[each[0] for each in ALL])
def test_only_single_characters_are_repeated_possessively(name, source, flags):
    assert of_groups(source, flags) == []


@pytest.mark.parametrize(
    "source", ["(?:a|bc)*+", "x(?:y(?:zz){2,3}+)?", "(?:ab)?+c", "(?=(?:ab)++)"]
)
def test_the_test_sees_them(source):
    assert of_groups(source)


@pytest.mark.parametrize("source", ["[ab]*+", "a++", ".{2,3}+", "(?>(?:a|bc)*)", r"\d?+"])
def test_the_test_lets_others_be(source):
    assert of_groups(source) == []
