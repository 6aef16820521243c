"""Fixtures that every room's tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.lab.fixtures import _server, lab, start_lab

__all__ = ["_server", "lab", "start_lab"]

ROOT = Path(__file__).resolve().parents[1]

# How long an example takes is the machine's affair; speed is measured in benchmarks/.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Write what the golden cases render to into their `expected` folders.",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be renewed; the diff is then reviewed in git."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of corpora and verified data beside the repository, or skip."""
    folder = ROOT.parent / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip("the corpora are not here: no ../shared/corpus beside the repository")
    return folder
