"""The versions, on their own so that `--version` and the build read them without importing anything."""

from typing import Final

__version__ = "0.1.0"

SCHEMA_VERSION: Final = "1.0"
"""Of the records."""
