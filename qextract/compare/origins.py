"""Whether two files of records were made in the same way, as far as their manifests tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from qextract.compare.changes import Differences
from qextract.manifest import other_options
from qextract.sources.common import Failure

Manifest = Mapping[str, Any]
SHORT = 12
"""Digits of a hash that are shown."""


class Origins(NamedTuple):
    """types: those that both sides were to hold, `None` for all. failures: other options, which
    make a part of the records incomparable. notes: what explains differences."""

    types: frozenset[str] | None = None
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()

    def narrowed(self, only: frozenset[str] | None) -> frozenset[str] | None:
        """`only`, but none of the types that one side was not to hold."""
        if only is None or self.types is None:
            return self.types if only is None else only
        return only & self.types

    def tell(self, found: Differences) -> None:
        """Add what the manifests say to what was found."""
        found.failures[:0] = self.failures
        found.notes += self.notes if found else ()


def compared(path: str, base: Manifest | Failure | None, new: Manifest | Failure | None) -> Origins:
    """What the manifest `base`, which lies at `path`, says against `new`."""
    if isinstance(base, Failure) or isinstance(new, Failure):
        return Origins(failures=tuple(each for each in (base, new) if isinstance(each, Failure)))
    if base is None or new is None:
        return Origins()
    other = other_options(base, new)
    failures = []
    types = None
    if "types" in other:
        sides = [frozenset(names) for names in other["types"] if names is not None]
        types = frozenset.intersection(*sides)
        what = ", ".join(sorted(types)) or "no type"
        told = f"records of {_types(other['types'][0])}, now {_types(other['types'][1])}"
        failures.append(Failure(path, f"made with other options: {told}; compared is {what}"))
    for name in other.keys() - {"types"}:
        was, is_ = (_value(each) for each in other[name])
        told = f"made with other options: {name.replace('_', '-')} {was}, now {is_}"
        failures.append(Failure(path, told))
    return Origins(types, tuple(sorted(failures)), _versions(path, base, new))


def _types(names: list[str] | None) -> str:
    return "all types" if names is None else ", ".join(names)


def _value(value: Any) -> str:
    return "not given" if value is None else str(value)


def _versions(path: str, base: Manifest, new: Manifest) -> tuple[str, ...]:
    was, is_ = base.get("qextract"), new.get("qextract")
    if was != is_:
        return (f"{path}: made by qextract {was}, now {is_}",)
    if base.get("rules") != new.get("rules"):
        before, after = (str(each.get("rules"))[:SHORT] for each in (base, new))
        return (f"{path}: made by other rules, {before}, now {after}",)
    return ()


def of_other_records(path: str, manifest: Manifest | Failure | None, records: int) -> str | None:
    """A note where a manifest does not count the records that there are."""
    if manifest is None or isinstance(manifest, Failure):
        return None
    counted = manifest["counts"].get("records")
    if not isinstance(counted, dict):
        return None
    told = sum(each for each in counted.values() if isinstance(each, int))
    if told == records:
        return None
    return f"{path}: counts {told:,} records where there are {records:,}: it is that of another run"
