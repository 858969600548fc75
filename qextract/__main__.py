"""The entry point of `qextract` and `python -m qextract`."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Run the command line on `sys.argv` and give the exit code."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):  # answered before anything heavy is imported
        from qextract._version import __version__

        print(f"qextract {__version__}")
        return 0
    # start-up makes much that lasts and no garbage: a run enables the collector when it is done
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # finding none takes a while
    from qextract.cli import main as cli_main

    return cli_main(arguments)


if __name__ == "__main__":
    sys.exit(main())
