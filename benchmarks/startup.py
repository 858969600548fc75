"""How long a command takes to answer, against `python -c "import typer"` in the same run.

Prints a line a command and exits with 1 where one takes more times the floor than it may.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = sorted((ROOT / "seeds").iterdir())[0]
FLOOR = [sys.executable, "-c", "import typer"]
COMMANDS = {
    "qextract --version": (["--version"], 3.0),
    "qextract run one-page.txt": (["run", str(SEED)], 8.5),
}
ROUNDS, TRIES = 7, 3
Times = dict[str, float]


def seconds(command: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - began


def measure(best: Times, environment: dict[str, str]) -> None:
    """Lower the times in `best`. Rounds are interleaved: a busy machine slows all alike."""
    script = [str(Path(sys.executable).with_name("qextract"))]
    for _ in range(ROUNDS):
        best["floor"] = min(best["floor"], seconds(FLOOR, environment))
        for name, (arguments, _) in COMMANDS.items():
            best[name] = min(best[name], seconds(script + arguments, environment))


def missed(best: Times) -> bool:
    return any(best[name] / best["floor"] > limit for name, (_, limit) in COMMANDS.items())


def main() -> int:
    best = dict.fromkeys(("floor", *COMMANDS), float("inf"))
    with tempfile.TemporaryDirectory() as cache:
        # byte code is kept, as it is for what pip has installed; the first round writes it
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for _ in range(TRIES):
            measure(best, environment)
            if not missed(best):
                break
    print(f"{best['floor'] * 1000:6.0f} ms  python -c 'import typer'")
    for name, (_, limit) in COMMANDS.items():
        ratio = best[name] / best["floor"]
        print(f"{best[name] * 1000:6.0f} ms  {name}: {ratio:.1f} times (at most {limit:g})")
    return int(missed(best))


if __name__ == "__main__":
    sys.exit(main())
