"""The links of a paper: which fields hold them, and what is safe to show."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bib2awesome.papers.urls import safe_url

__all__ = ["Link", "UnsafeLink", "urls_in"]


class Link(NamedTuple):
    """A link of a paper: `kind` is "paper", "code" or "link"; `label` is what stands behind `link-`."""

    kind: str
    label: str
    url: str


class UnsafeLink(NamedTuple):
    """A link that is left out because it is not http(s): the field it stands in, and its value."""

    field: str
    value: str


@cache
def _between() -> re.Pattern[str]:
    """Return the pattern of what stands between two URLs: blanks or a comma before a scheme or a host."""
    return re.compile(r"(?:\s*[,;]\s*|\s+)(?=https?://|\\url|[\w-]+(?:\.[\w-]+)+/|[a-z]+:)")


def urls_in(value: str) -> tuple[tuple[str | None, str], ...]:
    """Return (safe URL or None, as written) of each URL in a link field; several stand apart by blanks or commas."""
    if "," not in value and " " not in value and "\n" not in value and ";" not in value:
        return ((safe_url(value), value),)
    pieces = _between().split(value.strip())
    return tuple((safe_url(piece), piece) for piece in pieces if piece)
