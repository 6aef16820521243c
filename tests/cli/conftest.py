"""A small survey on the disk, and a way to run commands on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bib2awesome.cli.main import main
from tests.cli.runner import Result, Run

BIB = r"""
@inproceedings{lovelace2024engine,
  title     = {Notes on the Analytical Engine},
  author    = {Lovelace, Ada and M{\"u}ller, J{\"o}rg},
  booktitle = {Advances in Neural Information Processing Systems},
  year      = {2024},
  url       = {https://example.org/engine},
  doi       = {10.1000/engine},
  code      = {https://github.com/lovelace/engine},
  category  = {machines},
}

@article{babbage2023difference,
  title    = {On Differences},
  author   = {Babbage, Charles},
  journal  = {arXiv preprint arXiv:2301.00001},
  year     = {2023},
  eprint   = {2301.00001},
  archiveprefix = {arXiv},
  category = {machines/parts},
}
""".lstrip()

TOML = """
[survey]
title = "Awesome Machines"
repository = "lovelace/awesome-machines"

[categories.machines]
title = "Machines"
[categories.machines.parts]
title = "Parts"
""".lstrip()

README = """
# Awesome Machines

By hand.

<!-- bib2awesome:begin papers -->
<!-- bib2awesome:end papers -->
""".lstrip()


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """Return the folder of a small survey that was never rendered."""
    folder = tmp_path / "survey"
    folder.mkdir()
    (folder / ".git").mkdir()  # the search for a survey ends here
    (folder / "survey.bib").write_text(BIB, encoding="utf-8", newline="")
    (folder / "categories.toml").write_text(TOML, encoding="utf-8", newline="")
    (folder / "README.md").write_text(README, encoding="utf-8", newline="")
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the command line in this process."""
    for name in ("NO_COLOR", "BIB2AWESOME_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)

    def run(*words: str | Path) -> Result:
        capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return run
