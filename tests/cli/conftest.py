"""The command line as a person meets it: real processes, their streams and exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SEEDS = ROOT / "seeds"
QEXTRACT = [sys.executable, "-m", "qextract"]
PAGE = """云川市召开质量大会

本报2023年4月12日讯(记者 高远)4月12日,云川市质量大会在云川召开。去年全市新增认证证书300余张。
市长林一舟出席会议并讲话。
"""


def qextract(*arguments, cwd=ROOT, data=None, **environment):
    """The finished process; stdout is bytes, stderr text."""
    done = subprocess.run(
        [*QEXTRACT, *map(str, arguments)],
        cwd=cwd,
        input=data if data is not None else b"",
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
    )
    done.stderr = done.stderr.decode("utf-8")
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture(scope="session")
def many(tmp_path_factory):
    """A folder with so many pages that workers are started."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(100):
        name = f"{number % 7}/{number:03}.txt"
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(PAGE.replace("300", str(300 + number)), "utf-8")
    return folder


@pytest.fixture(scope="session")
def many_alone(many):
    """What one process makes of them."""
    return qextract("run", many, "--jobs", 1)
