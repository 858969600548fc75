"""Finding inputs and reading them, lazily: `find` names the files, `expand` cuts those that hold
many documents into pieces, `read` makes one document of a file or a piece.

All give a `Failure` instead of raising for what is wrong with an input.
"""

from __future__ import annotations

from qextract.sources.common import MAX_SIZE, STDIN, Failure, Fields, Input, Piece
from qextract.sources.decode import Decoded, UndecodableError, decode
from qextract.sources.expand import expand
from qextract.sources.find import find
from qextract.sources.read import read

__all__ = [
    "MAX_SIZE",
    "STDIN",
    "Decoded",
    "Failure",
    "Fields",
    "Input",
    "Piece",
    "UndecodableError",
    "decode",
    "expand",
    "find",
    "read",
]
