"""What a rule is, and the registry that the command line, the tests and the docs read.

Two kinds of citizens, both named values with a purpose and examples:

* a `Pattern` belongs to the stages that read characters (repair, layout, lexical). Its examples say
  what it finds in a text; the tests run them, and run every pattern on adversarial text.
* a `Rule` belongs to an extractor. Its name stands in the `rule` field of the records it makes. Its
  examples say which record a sentence gives; the tests run them through the whole pipeline.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One extraction rule.

    name: `TYPE.WORDS`, as records carry it. purpose: one line for a reader.
    examples: sentence -> summary (`records.summary`) of a record that this rule makes of it.
    rejects: sentences of which this rule makes nothing.
    run: the function; its signature is the extractor's own.
    """

    name: str
    purpose: str
    examples: Mapping[str, str]
    rejects: tuple[str, ...]
    run: Callable[..., Any]


class Pattern:
    """A named regular expression, compiled on first use.

    source: the expression, or a function that builds it (for word lists that are loaded lazily).
    examples: text -> the slice that `search` finds in it. rejects: texts in which it finds nothing.
    Both are written in normal form (simplified, half width), the only text a pattern ever sees.
    """

    __slots__ = ("_compiled", "_source", "examples", "flags", "name", "purpose", "rejects")

    def __init__(
        self,
        name: str,
        purpose: str,
        source: str | Callable[[], str],
        *,
        examples: Mapping[str, str],
        rejects: tuple[str, ...] = (),
        flags: re.RegexFlag = re.NOFLAG,
    ) -> None:
        self.name = name
        self.purpose = purpose
        self.examples = examples
        self.rejects = rejects
        self.flags = flags
        self._source = source
        self._compiled: re.Pattern[str] | None = None
        if name in PATTERNS:
            raise ValueError(f"two patterns are named {name}")
        PATTERNS[name] = self

    @property
    def re(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._compiled is None:
            source = self._source if isinstance(self._source, str) else self._source()
            self._compiled = re.compile(source, self.flags)
        return self._compiled


class _Late:
    """Stands in for a compiled expression; the first use of a method compiles it."""

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
            setattr(self, method, getattr(compiled, method))  # found at once from now on
        return getattr(compiled, name)


def late(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """`re.compile` for a small expression at module level, at no cost for start-up."""
    return cast(re.Pattern[str], _Late(source, flags))


PATTERNS: dict[str, Pattern] = {}
RULES: dict[str, Rule] = {}


def rule(
    name: str, purpose: str, *, examples: Mapping[str, str], rejects: tuple[str, ...] = ()
) -> Callable[[F], Rule]:
    """Register the decorated function as a rule and put the `Rule` in its place."""

    def register(run: F) -> Rule:
        if name in RULES:
            raise ValueError(f"two rules are named {name}")
        RULES[name] = made = Rule(name, purpose, examples, rejects, run)
        return made

    return register
