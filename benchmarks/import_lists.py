"""How well lists are read: the figures of `import`, over a folder of real READMEs.

    python -m benchmarks.import_lists [FOLDER] [--half 0|1]

Truth comes from the lists themselves: the arXiv ids in the Markdown of the items, github.com
repositories in them, the majority title of an arXiv id that three lists or more have. `--half` takes
every other list, so that one half can be tuned on and the other one measured; the majority title is
always that of all lists.
"""

# ruff: noqa: T201 - what is printed is the result
from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Set as AbstractSet
from pathlib import Path

from rapidfuzz import fuzz

from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.lists.model import Item, Listing
from bib2awesome.importers.lists.works import facts_of
from bib2awesome.papers.venues import find_venue

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "lists"
_ARXIV = re.compile(r"arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{4,5})")
_GITHUB = re.compile(r"\]\(https?://(?:www\.)?github\.com/([\w.-]+/[\w.-]+)")
_VENUE = re.compile(r"[\[(`*\s,]([A-Z][A-Za-z]{2,8})[ ,']{1,2}(20[012]\d)\b")
_LISTS, _NEAR = 3, 90


class Figures:
    """Counts of right and all, by name."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.all: Counter[str] = Counter()

    def count(self, name: str, *, right: bool) -> None:
        """Count one case."""
        self.all[name] += 1
        self.right[name] += right

    def lines(self) -> list[str]:
        """Return a line for each figure."""
        return [
            f"{name:28} {self.right[name] / self.all[name]:8.2%}  of {self.all[name]}"
            for name in self.all
        ]


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args(arguments)
    files = sorted(options.folder.glob("*.md"))
    counted = set(files if options.half is None else files[options.half :: 2])
    if not files:
        print(f"no lists in {options.folder}", file=sys.stderr)
        return 2
    figures, titles = Figures(), defaultdict[str, dict[str, str]](dict)
    crashes = lost = size = 0
    started = time.process_time()
    for file in files:
        text = file.read_text(encoding="utf-8-sig")
        try:
            listing = read_list(text)
        except Exception as error:  # noqa: BLE001 (a crash is what is counted)
            print(f"{file.name}: {type(error).__name__}: {error}", file=sys.stderr)
            crashes += 1
            continue
        size += len(text)
        if file in counted:
            lost += sum(not _accounted(item) for item in listing.items)
        _measure(listing, file.name, figures if file in counted else Figures(), titles)
    spent = time.process_time() - started
    _titles(titles, {file.name for file in counted}, figures)
    print("\n".join(figures.lines()))
    print(f"items lost silently          {lost}\ncrashes                      {crashes}")
    print(f"MB per second                {size / 1e6 / spent:.2f}")
    return 0


def _accounted(item: Item) -> bool:
    reading = item.reading
    return reading is not None and bool(reading.title or reading.problem or reading.kind == "other")


def _measure(
    listing: Listing, name: str, figures: Figures, titles: dict[str, dict[str, str]]
) -> None:
    for item in listing.items:
        reading = item.reading
        if reading is None or reading.kind == "other":
            continue
        source = listing.source(item)
        facts = None if reading.problem else facts_of(reading)
        said = set(_ARXIV.findall(source))
        if said:
            figures.count("identifier recall", right=facts is not None and facts.arxiv in said)
        if facts is None:
            continue
        if facts.arxiv and len(said) == 1:
            figures.count("identifier precision", right=facts.arxiv in said)
            titles[facts.arxiv].setdefault(name, facts.title)
        code = {one.removesuffix(".git").rstrip(".").lower() for one in _GITHUB.findall(source)}
        if len(code) == 1:
            have = (facts.code or "").lower()
            figures.count("code links", right=any(one in have for one in code))
        venue = _VENUE.search(source)
        if venue is not None and (meant := find_venue(venue[1])) is not None:
            found = find_venue(facts.venue) if facts.venue else None
            same = found is not None and found.venue == meant.venue and facts.year == int(venue[2])
            figures.count("venue and year", right=same)


def _titles(titles: dict[str, dict[str, str]], counted: AbstractSet[str], figures: Figures) -> None:
    for by_list in titles.values():
        if len(by_list) < _LISTS:
            continue
        keys = {name: re.sub(r"[^a-z0-9]", "", title.lower()) for name, title in by_list.items()}
        majority, count = Counter(keys.values()).most_common(1)[0]
        if count * 2 <= len(keys):
            continue
        for key in (key for name, key in keys.items() if name in counted):
            figures.count("titles exact", right=key == majority)
            figures.count("titles near", right=fuzz.ratio(key, majority) >= _NEAR)


if __name__ == "__main__":
    sys.exit(main())
