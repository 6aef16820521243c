"""Fixtures that lead a program to stand-ins of the services."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import requests

from tests.lab.server import Lab, running


@pytest.fixture(scope="session")
def _server() -> Iterator[Lab]:
    with running() as lab:
        yield lab


@pytest.fixture
def lab(_server: Lab) -> Iterator[Lab]:
    """Our own small stand-in, with nothing seen and nothing scripted."""
    _server.reset()
    yield _server
    for thread in threading.enumerate():
        if "(_work)" in thread.name:  # of a client that was interrupted; it may be about to ask
            thread.join(2)
    _server.reset()


class StandIn(NamedTuple):
    """The large stand-in beside the repository."""

    base: str
    env: dict[str, str]

    def stats(self) -> dict[str, Any]:
        found: dict[str, Any] = requests.get(f"{self.base}/lab/stats", timeout=10).json()
        return found

    def reset(self) -> None:
        requests.get(f"{self.base}/lab/reset", timeout=10)


Start = Callable[..., StandIn]


@pytest.fixture(scope="session")
def start_lab(shared: Path) -> Iterator[Start]:
    """Return a function that starts the large stand-in with arguments of its own; skip without it."""
    program = shared / "lab" / "lab.py"
    if not program.is_file():
        pytest.skip("the stand-in services are not here: no ../shared/lab/lab.py")
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> StandIn:
        process = subprocess.Popen(
            [sys.executable, str(program), "--port", "0", *arguments],
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        first = json.loads(process.stdout.readline())
        return StandIn(first["base"], first["env"] | {"NO_PROXY": "127.0.0.1"})

    yield start
    for process in started:
        process.terminate()
        process.communicate(timeout=20)
