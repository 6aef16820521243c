"""A client that is led to our own stand-in and does not wait long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bib2awesome.config import Config, loads
from bib2awesome.sources.ask import Client
from bib2awesome.sources.http import Patience
from bib2awesome.sources.service import Persistence
from tests.lab.server import Lab

KEYS = {"BIB2AWESOME_OPENALEX_KEY": "k-open", "BIB2AWESOME_SEMANTICSCHOLAR_KEY": "k-scholar"}
QUICK = Patience(connect=1, read=1, total=2, bytes=1_000_000)
STUBBORN = Persistence(first_wait=0.01)

Clients = Callable[..., Client]


@pytest.fixture
def client(lab: Lab, tmp_path: Path) -> Iterator[Clients]:
    """Return a function that makes clients with the cache of this test."""
    with ExitStack() as stack:

        def make(toml: str = "", *, env: dict[str, str] | None = None, **options: Any) -> Client:
            config = loads(toml.encode()) if toml else Config()
            base = lab.env | {"BIB2AWESOME_CACHE_DIR": str(tmp_path / "cache")} | KEYS
            environ = base if env is None else base | env
            options = {"patience": QUICK, "persistence": STUBBORN} | options
            return stack.enter_context(Client(config, environ=environ, **options))

        yield make
