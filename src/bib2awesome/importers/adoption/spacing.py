"""Whether a blank line stands between the bullets of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bib2awesome.importers.adoption.settings import Settings
from bib2awesome.importers.adoption.stretches import Stretch
from bib2awesome.papers.taxonomy import Taxonomy

__all__ = ["set_spacing"]

_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")


def set_spacing(
    settings: Settings,
    taxonomy: Taxonomy,
    by_path: Mapping[str, Sequence[Stretch]],
    lines: Sequence[str],
) -> None:
    """Say where bullets stand apart, as most of a category do.

    Args:
        settings: What categories.toml is to say.
        taxonomy: The categories.
        by_path: The stretches by the category of their items.
        lines: Those of the list.
    """
    gaps = {path: [gap for one in some for gap in _gaps(one, lines)] for path, some in by_path.items()}  # fmt: skip
    loose = _mostly([gap for some in gaps.values() for gap in some])
    if loose:
        settings.render("loose", loose)
    for category in taxonomy.walk():
        some = gaps.get(category.path)
        above = category.parent.path if category.parent else None
        if some and _mostly(some) != settings.inherited(above, "loose", default=loose):
            settings.option(category.path, "loose", _mostly(some))


def _gaps(stretch: Stretch, lines: Sequence[str]) -> Iterator[bool]:
    """Yield of two bullets each that follow each other whether a blank line stands between them."""
    for _, item in pairwise(stretch.items):
        if _BULLET.match(lines[item.line]):
            yield not lines[item.line - 1].strip()


def _mostly(gaps: Sequence[bool]) -> bool:
    return sum(gaps) * 2 > len(gaps)
