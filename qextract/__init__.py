"""Events, officials, policies and metrics from Chinese news, every value traced to its characters.

The names below are imported on first use, so that `import qextract` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from qextract._version import __version__

if TYPE_CHECKING:
    from qextract.api import (
        audit,
        extract,
        find_dates,
        find_documents,
        find_numbers,
        find_people,
        find_quantities,
    )
    from qextract.repairs import repair

__all__ = [
    "__version__",
    "audit",
    "extract",
    "find_dates",
    "find_documents",
    "find_numbers",
    "find_people",
    "find_quantities",
    "repair",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "qextract.repairs" if name == "repair" else "qextract.api"
    return getattr(import_module(module), name)


def __dir__() -> list[str]:
    return sorted(__all__)
