"""The verbs of the command line's tests: run it in this process, or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Result(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


def environment(**changes: str) -> dict[str, str]:
    """Return an environment in which nothing of this machine's settings shows."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"NO_COLOR", "TERM", "PYTHONIOENCODING", "PYTHONUTF8"}
        and not name.startswith("BIB2AWESOME_")
    }
    return kept | changes


def spawn(
    *words: str,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    setup: str = "",
) -> Result:
    """Run the command line in a process of its own; `setup` is Python code to run before it.

    Output is read as bytes and decoded as UTF-8, strictly: that it is UTF-8 is part of the contract.
    """
    code = f"{setup}\nimport sys\nfrom bib2awesome.cli.main import main\nsys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=cwd,
        env=dict(env if env is not None else environment()),
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder` with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
