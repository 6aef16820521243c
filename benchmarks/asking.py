"""How much of Crossref's announced rate a run uses, and what it earns: against ../shared/lab, if it is there."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

from bib2awesome.config import Config
from bib2awesome.sources.ask import Client
from bib2awesome.sources.base import Query

LAB = Path(__file__).resolve().parents[2] / "shared" / "lab" / "lab.py"
_LISTS = 60
_RATE = 3.0
"""Lists a second that Crossref announces to a client with an address."""


class Asked(NamedTuple):
    """What 60 list requests took: seconds over what the rate allows, 429s, requests of a second run."""

    slowness: float
    refused: int
    again: int


@contextmanager
def _lab() -> Iterator[dict[str, str]]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as works:
        for number in range(50):
            work = {"doi": f"10.1000/{number}", "title": f"Title {number}", "authors": [["A", "B"]]}
            works.write(json.dumps(work | {"year": 2020, "type": "journal-article"}) + "\n")
        works.flush()
        words = [str(LAB), "--port", "0", "--limits", "real", "--latency-ms", "80"]
        command = [sys.executable, *words, "--data", works.name]
        # S603: our own stand-in, started by its path.
        lab = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603
        try:
            assert lab.stdout is not None  # noqa: S101
            first = json.loads(lab.stdout.readline())
            yield first["env"] | {"base": first["base"]}
        finally:
            lab.terminate()
            lab.communicate()


def throughput() -> Asked | None:
    """Send 60 searches, and ask the same once more; None where the stand-in is not there."""
    if not LAB.is_file():
        return None
    wanted = [("crossref", Query("title", f"Title {number}")) for number in range(_LISTS + 1)]
    with _lab() as env, tempfile.TemporaryDirectory() as cache:
        environ = env | {"BIB2AWESOME_CACHE_DIR": cache, "BIB2AWESOME_MAILTO": "me@example.org"}
        with Client(Config(), environ=environ) as client:
            client.ask(wanted[:1])  # the limit is announced
            began = time.monotonic()
            client.ask(wanted[1:])
            seconds = time.monotonic() - began
        with Client(Config(), environ=environ) as client:
            client.ask(wanted)
            again = sum(client.requests.values())
        with urlopen(f"{env['base']}/lab/stats") as answer:  # noqa: S310  (127.0.0.1)
            refused = json.load(answer)["given_429"]
    return Asked(seconds / (_LISTS / _RATE), refused, again)
