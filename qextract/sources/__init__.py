"""Finding inputs and reading them, lazily: `find` names the documents, `read` opens one.

Both give a `Failure` instead of raising for what is wrong with an input.
"""

from __future__ import annotations

from qextract.sources.common import STDIN, Failure, Input
from qextract.sources.decode import UndecodableError, decode
from qextract.sources.find import find
from qextract.sources.read import MAX_SIZE, read

__all__ = ["MAX_SIZE", "STDIN", "Failure", "Input", "UndecodableError", "decode", "find", "read"]
