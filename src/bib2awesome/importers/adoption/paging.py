"""The list with an empty region in the place of each stretch of its items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bib2awesome.errors import Place, RefusedError
from bib2awesome.importers.adoption.stretches import Stretch
from bib2awesome.importers.lists.model import Listing
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.taxonomy import AmbiguousCategoryError, UnknownCategoryError
from bib2awesome.render.regions import Page

__all__ = ["refuse_twice", "with_regions"]


def with_regions(
    page: Page,
    listing: Listing,
    survey: Survey,
    by_path: Mapping[str, Sequence[Stretch]],
    keys: Mapping[int, str],
) -> bytes:
    """Return the file with regions.

    Args:
        page: The file.
        listing: What it says.
        survey: The survey with its papers.
        by_path: The stretches by the category of their items.
        keys: The citation keys by the `id` of the items.
    """
    lines = list(page.lines)
    newline = page.newline
    made = [
        one
        for path, stretches in by_path.items()
        for one in _markers(listing, survey, path, stretches, keys)
    ]
    for first, last, begin, end in sorted(made, reverse=True):
        gap = "" if lines[last - 1].endswith(("\n", "\r")) else newline
        if gap:
            end = end.rstrip("\r\n")  # noqa: PLW2901 - the file has no last line end, and gets none
        lines[first:last] = [begin + newline, end if gap else end + newline]
    return (page.bom + "".join(lines)).encode()


def _markers(
    listing: Listing,
    survey: Survey,
    path: str,
    stretches: Sequence[Stretch],
    keys: Mapping[int, str],
) -> Iterator[tuple[int, int, str, str]]:
    """Yield the lines of each stretch of a category, and the markers of the region in their place."""
    category = survey.taxonomy[path]
    order = {paper.key: number for number, paper in enumerate(survey.listed(category))}
    shown: set[str] = set()
    for number, one in enumerate(stretches):
        here = [keys[id(item)] for item in one.items if id(item) in keys]
        own = [key for key in here if key in order and key not in shown]
        if not own:
            continue
        shown.update(own)
        words = ["papers", f"category={path}", "headings=none", "depth=own"]
        if one.head:
            words = ["table", f"category={path}"]
            if number or len(stretches) > 1 or category.children:
                words.append("depth=own")
        if number:
            words.append(f"from={min(own, key=order.__getitem__)}")
            start = re.match(r"\s*(\d+)[.)]\s", listing.source(one.items[0]))
            if start and int(start[1]) > 1:
                words.append(f"start={int(start[1])}")
        blanks = " " * one.indent
        yield (
            one.first,
            one.last,
            f"{blanks}<!-- bib2awesome:begin {' '.join(words)} -->",
            f"{blanks}<!-- bib2awesome:end {words[0]} -->",
        )


def refuse_twice(page: Page, survey: Survey, paths: Iterable[str], name: str) -> None:
    """Refuse a list whose papers a region that is there would show a second time.

    Args:
        page: The file.
        survey: The survey with its papers.
        paths: The categories of what becomes regions.
        name: How messages call the list.

    Raises:
        RefusedError: There is such a region.
    """
    for region in page.regions:
        if region.kind != "papers" and "category" not in region.arguments:
            continue
        reference = region.arguments.get("category")
        try:
            roots = (survey.taxonomy.resolve(reference),) if reference else survey.taxonomy.roots
        except (AmbiguousCategoryError, UnknownCategoryError):
            continue  # rendering says so, with its place
        deep = region.arguments.get("depth") != "own"
        shown = {one.path for root in roots for one in (root.walk() if deep else (root,))}
        for path in paths:
            if path in shown:
                raise RefusedError(
                    f"the region `{region}` would show the papers of `{path}` a second time",
                    place=Place(name, region.begin + 1),
                    hint="remove its two markers: `--adopt` makes regions where the papers stand",
                )
