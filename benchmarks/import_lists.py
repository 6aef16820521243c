"""How well lists are read: the figures of `import`, over a folder of real READMEs.

    python -m benchmarks.import_lists [FOLDER] [--half 0|1]

Truth comes from the lists themselves: the arXiv ids in the Markdown of the items, github.com
repositories in them, the majority title of an arXiv id that three lists or more have, and a second
reading line by line (`benchmarks.list_truth`) of the headings above and the works that a line names.
Titles are counted once an id where all lists are imported into one survey, and once an item where each
list is read by itself; "where stated" leaves out items that do not hold the title, such as a table that
only names models. `--half` takes every other list, so that one half can be tuned on and the other one
measured; the majority title is always that of all lists.
"""

# ruff: noqa: T201 - what is printed is the result
from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from urllib.parse import unquote

from rapidfuzz import fuzz

from benchmarks.list_truth import Line, heading_key, lines_of, works_named
from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.lists.model import Item, Listing
from bib2awesome.importers.lists.planning import Planning
from bib2awesome.importers.lists.shapes import is_furniture
from bib2awesome.importers.lists.works import facts_of, identifiers_of
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.venues import find_venue

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "lists"
_ARXIV = re.compile(r"arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{4,5})")
_GITHUB = re.compile(r"\]\(https?://(?:www\.)?github\.com/([\w.-]+/[\w.-]+)")
_VENUE = re.compile(r"[\[(`*\s,]([A-Z][A-Za-z]{2,8})[ ,']{1,2}(20[012]\d)\b")
_LISTS, _NEAR = 3, 90
Titles = dict[str, dict[str, tuple[str, str]]]
"""By arXiv id and list: the key of the title that was read, and of the item's Markdown."""


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
    figures, titles = Figures(), defaultdict[str, dict[str, tuple[str, str]]](dict)
    together = _empty()
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
        own = figures if file in counted else Figures()
        _measure(listing, file.name, own, titles)
        if file in counted:
            together.take(listing, file.name)
            lost += sum(not _accounted(item) for item in listing.items)
            lines = list(lines_of(listing.text))
            _chains(listing, {line.number: line.above for line in lines}, own)
            _works_kept(listing, file.name, lines, own)
    spent = time.process_time() - started
    _titles(titles, {file.name for file in counted}, figures)
    _titles_together(titles, together, figures)
    print("\n".join(figures.lines()))
    print(f"items lost silently          {lost}\ncrashes                      {crashes}")
    print(f"MB per second                {size / 1e6 / spent:.2f}")
    return 0


def _accounted(item: Item) -> bool:
    reading = item.reading
    return reading is not None and bool(reading.title or reading.problem or reading.kind == "other")


def _measure(listing: Listing, name: str, figures: Figures, titles: Titles) -> None:
    for item in listing.items:
        reading = item.reading
        if reading is None or reading.kind == "other":
            continue
        source = listing.source(item)
        facts = None if reading.problem else facts_of(reading, identifiers_of(reading))
        said = set(_ARXIV.findall(source))
        if said:
            figures.count("identifier recall", right=facts is not None and facts.arxiv in said)
        if facts is None:
            continue
        if facts.arxiv and len(said) == 1:
            figures.count("identifier precision", right=facts.arxiv in said)
            titles[facts.arxiv].setdefault(name, (_key(facts.title), _key(source)))
        code = {one.removesuffix(".git").rstrip(".").lower() for one in _GITHUB.findall(source)}
        if len(code) == 1:
            have = (facts.code or "").lower()
            figures.count("code links", right=any(one in have for one in code))
        venue = _VENUE.search(source)
        if venue is not None and (meant := find_venue(venue[1])) is not None:
            found = find_venue(facts.venue) if facts.venue else None
            same = found is not None and found.venue == meant.venue and facts.year == int(venue[2])
            figures.count("venue and year", right=same)


def _chains(listing: Listing, above: dict[int, tuple[str, ...]], figures: Figures) -> None:
    """Count the papers whose categories are the headings above them, the list's own title aside."""
    kinds = {"heading", "html", "bullet-heading"}
    for item in listing.papers:
        if item.line in above and item.container != "heading":
            have = tuple(heading_key(one.title) for one in item.section.chain if one.kind in kinds)
            want = tuple(map(heading_key, above[item.line]))
            figures.count("category chain", right=have in {want, want[1:]})


def _works_kept(listing: Listing, name: str, lines: list[Line], figures: Figures) -> None:
    """Count identifiers and repositories in lines that look like items: does `import` write or name them?"""
    planning = _empty()
    planning.take(listing, name)
    plan = planning.plan()
    kept = [change.new or "" for change in plan.changes]
    kept += [str(change.new) for change in plan.taxonomy]
    kept += [str(one) for one in (*plan.more["notes"], *plan.more["not_understood"])]
    text = unquote("\n".join(kept)).lower()
    for line in lines:
        if line.is_item and not any(map(is_furniture, line.above)):
            for work in works_named(line.text):
                figures.count("works in lines of items", right=unquote(work) in text)


def _empty() -> Planning:
    """Return what collects lists for a survey that has no paper yet."""
    with tempfile.TemporaryDirectory() as folder:
        return Planning(Survey.open(Path(folder), new=True))


def _majorities(titles: Titles) -> Iterator[tuple[str, str]]:
    """Yield the arXiv ids of three lists or more, and the title that more than half of these state."""
    for arxiv, by_list in titles.items():
        majority, count = Counter(key for key, _ in by_list.values()).most_common(1)[0]
        if len(by_list) >= _LISTS and count * 2 > len(by_list):
            yield arxiv, majority


def _titles_together(titles: Titles, together: Planning, figures: Figures) -> None:
    works = reversed(together.new.titled())
    have = {work.facts.arxiv: _key(work.facts.title) for work in works}
    for arxiv, majority in _majorities(titles):
        if arxiv in have:
            near = fuzz.ratio(have[arxiv], majority) >= _NEAR
            figures.count("titles exact, one survey", right=have[arxiv] == majority)
            figures.count("titles near, one survey", right=near)


def _titles(titles: Titles, counted: AbstractSet[str], figures: Figures) -> None:
    for arxiv, majority in _majorities(titles):
        by_list = titles[arxiv]
        for key, source in (one for name, one in by_list.items() if name in counted):
            near = fuzz.ratio(key, majority) >= _NEAR
            figures.count("titles exact", right=key == majority)
            figures.count("titles near", right=near)
            if near or fuzz.partial_ratio(majority, source) >= _NEAR:
                figures.count("titles exact, where stated", right=key == majority)
                figures.count("titles near, where stated", right=near)


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


if __name__ == "__main__":
    sys.exit(main())
