"""The command line: options in, exit code out; whatever goes wrong is one line on stderr."""

from __future__ import annotations

import errno
import os
import signal
import sys
import unicodedata
from collections.abc import Sequence
from types import FrameType
from typing import cast

OK, DIFFERENT, USAGE, SOME_FAILED, NOTHING_READ = 0, 1, 2, 3, 4
INTERRUPTED, TERMINATED = 130, 143

CONTROLS = ("Cc", "Cs", "Zl", "Zp")


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code (docs/cli.md lists them)."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        return _command(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has had enough (`| head`), which is no fault
        drop_output()
        return OK
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
            raise
        drop_output()
        return fail(f"standard output: cannot be written: {error.strerror}")


def _command(arguments: Sequence[str]) -> int:
    import typer

    from qextract.cli.app import app

    # the name is private in newer versions of typer, its subclasses are not
    usage_error = cast(type[Exception], typer.BadParameter.__bases__[0])
    try:
        # not `app()`, which has its own ideas about exit codes and closed pipes
        command = typer.main.get_command(app)
        with command.make_context("qextract", list(arguments) or ["--help"]) as context:
            code = command.invoke(context)
        sys.stdout.flush()
    except typer.Exit as exit_:
        return exit_.exit_code
    except usage_error as error:
        return fail(_usage(error))
    return code if isinstance(code, int) else OK


def _usage(error: Exception) -> str:
    message = " ".join(error.format_message().split())  # type: ignore[attr-defined]
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "qextract"
    return f"{message.rstrip('.')} (see {command} --help)"


def drop_output() -> None:
    """Send what is still buffered for standard output nowhere, so that no exit writes it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unwritten(error: OSError, output: str | None, other: str | None = None) -> int:
    """Say that `other`, else `output`, else standard output takes no more, and give the exit code."""
    if output is None:
        drop_output()
    where = other or output or "standard output"
    return fail(f"{where}: cannot be written: {error.strerror or error} (see -o)")


def say(line: str) -> None:
    """One line on stderr, under the program's name."""
    print(f"qextract: {shown(line)}", file=sys.stderr, flush=True)


def shown(line: str) -> str:
    """The line without what would move the cursor: a name or an id may hold anything."""
    if line.isprintable():
        return line
    return "".join(repr(c)[1:-1] if unicodedata.category(c) in CONTROLS else c for c in line)


def fail(line: str) -> int:
    """Say what is wrong with the command and give the exit code for it."""
    say(line)
    return USAGE


def _terminated(number: int, frame: FrameType | None) -> None:
    raise SystemExit(TERMINATED)  # so that half-written files are taken away
