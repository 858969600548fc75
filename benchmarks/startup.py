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
    "qextract run one-page.txt": (["run", str(SEED)], 6.0),
}
ROUNDS = 7


def seconds(command: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - began


def main() -> int:
    script = [str(Path(sys.executable).with_name("qextract"))]
    if not Path(script[0]).exists():
        script = [sys.executable, "-m", "qextract"]
    # the rounds are interleaved, so that a busy machine slows all alike; the best of each counts
    times: dict[str, list[float]] = {name: [] for name in ("floor", *COMMANDS)}
    with tempfile.TemporaryDirectory() as cache:
        # byte code is kept, as it is for what pip has installed; the first round writes it
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for _ in range(ROUNDS):
            times["floor"].append(seconds(FLOOR, environment))
            for name, (arguments, _) in COMMANDS.items():
                times[name].append(seconds(script + arguments, environment))
    floor = min(times["floor"])
    print(f"{floor * 1000:6.0f} ms  python -c 'import typer'")
    missed = False
    for name, (_, limit) in COMMANDS.items():
        ratio = min(times[name]) / floor
        missed |= ratio > limit
        print(f"{min(times[name]) * 1000:6.0f} ms  {name}: {ratio:.1f} times (at most {limit:g})")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
