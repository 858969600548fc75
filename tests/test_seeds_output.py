"""out/seeds.jsonl is what `qextract run seeds/` prints; where it is not, say which records changed.

`python tools/remake.py` writes it anew.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = ROOT / "out" / "seeds.jsonl"


def qextract(*arguments):
    command = [sys.executable, "-m", "qextract", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True)


def test_committed_output_is_fresh():
    done = qextract("run", "seeds/")
    assert done.returncode == 0, done.stderr.decode()
    if done.stdout != COMMITTED.read_bytes():
        told = qextract("check", "seeds/", "--baseline", str(COMMITTED), "--spans").stdout.decode()
        raise AssertionError(
            f"out/seeds.jsonl is stale; if the changes are right, run tools/remake.py\n{told}"
        )
