"""Print every budget, what was measured, and whether it holds: `python -m benchmarks [--quick]`.

`--quick` leaves out the files of 10 and 50 MB. The exit code is 1 if a budget is exceeded.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks import asking, commands, parsing

_CHECK = 2
_HELP, _RENDER = 6, 12
_SLOWNESS = 1 / 0.9
_BIBTEXPARSER, _PYBTEX, _MEMORY, _LINEAR = 1 / 6, 1 / 10, 10, 1.5


class Measured(NamedTuple):
    """One budget: what it is about, what was measured, and the most it may be."""

    what: str
    value: float
    budget: float | None

    @property
    def holds(self) -> bool:
        """Whether it is within the budget; what has none is only shown."""
        return self.budget is None or self.value <= self.budget


def main(arguments: list[str]) -> int:
    """Measure, print a line for each budget as it is known, and return the exit code."""
    sizes = (1,) if "--quick" in arguments else (1, 10, 50)
    width = 62
    print(f"{'what':{width}}  {'measured':>8}  {'at most':>8}")  # noqa: T201
    held = True
    for one in _all(sizes):
        most, mark = "", ""
        if one.budget is not None:
            most, mark = f"{one.budget:.3f}", "met" if one.holds else "NOT MET"
        print(f"{one.what:{width}}  {one.value:8.3f}  {most:>8}  {mark}".rstrip(), flush=True)  # noqa: T201
        held = held and one.holds
    return int(not held)


def _all(sizes: tuple[int, ...]) -> Iterator[Measured]:
    ratios = commands.start_up()
    yield Measured("--help / python -c pass", ratios["--help"], _HELP)
    yield Measured("render of this survey / python -c pass", ratios["render"], _RENDER)
    written = ratios["render, all written"]
    yield Measured("render of this survey, all files written / python -c pass", written, None)
    many = commands.render_many()
    yield Measured("render of 10,000 entries / bibtexparser reading them", many, 1)
    checked = commands.check_many()
    yield Measured("check of 10,000 entries / bibtexparser reading them", checked, _CHECK)
    asked = asking.throughput()
    if asked is not None:
        yield Measured(
            "60 lists of Crossref / what the announced rate allows", asked.slowness, _SLOWNESS
        )
        yield Measured("60 lists of Crossref: answers 429", asked.refused, 0)
        yield Measured("60 lists of Crossref: requests of a second run", asked.again, 0)
    yield from _parsing(sizes)


def _parsing(sizes: tuple[int, ...]) -> Iterator[Measured]:
    per_megabyte = {}
    for size in sizes:
        found = {one.reader: one for one in parsing.compare((size,))}
        ours, views = found["ours"], found["ours, every view"]
        theirs, pybtex = found["bibtexparser"], found["pybtex"]
        per_megabyte[size] = ours.seconds / size
        for name, one, judged in (("parse", ours, True), ("parse, every view made", views, False)):
            for peer, seconds, most in (
                ("bibtexparser", theirs.seconds, _BIBTEXPARSER),
                ("pybtex", pybtex.seconds, _PYBTEX),
            ):
                what = f"{name}, {size} MB / {peer}"
                yield Measured(what, one.seconds / seconds, most if judged else None)
        yield Measured(f"parse, {size} MB: peak memory / file", ours.memory, _MEMORY)
    if len(sizes) > 1:
        first, last = sizes[0], sizes[-1]
        ratio = per_megabyte[last] / per_megabyte[first]
        yield Measured(f"parse: seconds per MB at {last} MB / at {first} MB", ratio, _LINEAR)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
