"""How long commands take: as multiples of a start of Python, and of bibtexparser's reading.

Everything is measured as a user has it: a process of its own, from its start to its end, with the
bytecode that installing leaves behind. What counts is the processor's time (user and system), so that
other programs matter little; the things compared are run in turn, several times, and the best of each
counts, so that a busy moment of the machine hits both or none.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from time import perf_counter

from benchmarks import parsing

__all__ = ["check_many", "render_many", "start_up"]

ROOT = Path(__file__).resolve().parents[1]
ENTRIES = 10_000
_PASS = (sys.executable, "-c", "pass")
_RUN = (sys.executable, "-c", "import sys; from bib2awesome.cli.main import main; sys.exit(main())")
_READ = """
import sys
from time import process_time
import bibtexparser
text = open(sys.argv[1], encoding="utf-8").read()
start = process_time()
bibtexparser.parse_string(text, parse_stack=[])
print(process_time() - start)
"""
_SETTINGS = """\
[survey]
title = "Ten thousand papers"
cite = ["{key}"]

[categories.algorithm]
[categories.algorithm.efficient-training]
"""
_README = """\
# Ten thousand papers

<!-- bib2awesome:begin toc -->
<!-- bib2awesome:end toc -->

<!-- bib2awesome:begin papers -->
<!-- bib2awesome:end papers -->

<!-- bib2awesome:begin citation -->
<!-- bib2awesome:end citation -->
"""


def start_up(rounds: int = 15) -> Mapping[str, float]:
    """Return how many starts of Python `--help` and a `render` of this repository's survey take.

    The survey is rendered in a copy, first to write everything, then to find it unchanged, which is
    what is measured; `render, all written` is a run that has to write every file.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("survey.bib", "categories.toml", "README.md"):
            shutil.copy(ROOT / file, folder)
        render = (*_RUN, "-q", "-C", name, "render", "--force")
        _seconds(render)
        best = _best({"pass": _PASS, "--help": (*_RUN, "--help"), "render": render}, rounds)
        written = []
        for _ in range(rounds):
            best["pass"] = min(best["pass"], _seconds(_PASS))
            shutil.copy(ROOT / "README.md", folder)
            (folder / "latex/references.bib").unlink()
            (folder / "CITATION.cff").unlink()
            with (folder / "README.md").open("a", encoding="utf-8") as readme:
                readme.write("\n<!-- bib2awesome:begin stats -->\n<!-- bib2awesome:end stats -->\n")
            written.append(_seconds(render))
    return {
        "--help": best["--help"] / best["pass"],
        "render": best["render"] / best["pass"],
        "render, all written": min(written) / best["pass"],
    }


def render_many(rounds: int = 5) -> float:
    """Return how long `render` of 10,000 entries takes, where bibtexparser's reading of them is 1.

    `render` is the whole process, writing all files included; bibtexparser is timed without its start
    and without the middlewares that it runs by default.
    """
    blocks = parsing.make(ENTRIES * 750 / 1_000_000).split(b"\n\n")[: ENTRIES + 1]
    if len(blocks) != ENTRIES + 1:
        raise AssertionError("the made file is too short")
    key = blocks[1].partition(b"{")[2].partition(b",")[0].decode()
    ours, theirs = [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            bib = folder / "survey.bib"
            bib.write_bytes(b"\n\n".join(blocks) + b"\n")
            (folder / "categories.toml").write_text(_SETTINGS.format(key=key), encoding="utf-8")
            (folder / "README.md").write_text(_README, encoding="utf-8")
            ours.append(_seconds((*_RUN, "-q", "-C", name, "render")))
            theirs.append(_reading(bib))
    return min(ours) / min(theirs)


def check_many(rounds: int = 3) -> float:
    """Return how long `check` of 10,000 entries takes, where bibtexparser's reading of them is 1.

    The file is checked by itself, as a linter does; measured as `render_many` is.
    """
    blocks = parsing.make(ENTRIES * 750 / 1_000_000).split(b"\n\n")[: ENTRIES + 1]
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as name:
        bib = Path(name) / "survey.bib"
        bib.write_bytes(b"\n\n".join(blocks) + b"\n")
        for _ in range(rounds):
            ours.append(_seconds((*_RUN, "-q", "--bib", str(bib), "check"), fails=True))
            theirs.append(_reading(bib))
    return min(ours) / min(theirs)


def _reading(bib: Path) -> float:
    """Return the seconds that bibtexparser takes to read a file, in a process of its own."""
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", _READ, str(bib)],
        capture_output=True,
        check=True,
        text=True,
        env=_environment(),
    )
    return float(done.stdout)


@cache
def _environment() -> dict[str, str]:
    """Return an environment in which bytecode is kept, in a folder that goes with this process."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": folder}


def _best(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        _seconds(command)  # leaves bytecode
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(_seconds(command))
    return {name: min(taken) for name, taken in times.items()}


def _seconds(command: Sequence[str], *, fails: bool = False) -> float:
    """Run a command and return the processor's time it took; where no system says, the clock's.

    It `fails` where finding something makes it end with another code than 0.
    """
    start, before = perf_counter(), _children()
    subprocess.run(command, check=not fails, stdout=subprocess.DEVNULL, env=_environment())  # noqa: S603
    return (_children() - before) or (perf_counter() - start)


def _children() -> float:
    """Return the processor's time of all processes that ended here, 0 where the system does not say."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return 0
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
