"""The links of a paper: which fields hold them, and what is safe to show."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bib2awesome.papers.urls import safe_url

__all__ = ["Link", "UnsafeLink", "is_placeholder", "urls_in"]


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
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of blanks, and of what stands between two URLs: before a scheme or a host."""
    return re.compile(r"\s+"), re.compile(
        r"(?:\s?[,;]\s?|\s)(?=https?://|\\url|[\w-]+(?:\.[\w-]+)+/|[a-z]+:)"
    )


def urls_in(value: str) -> tuple[tuple[str | None, str], ...]:
    """Return (safe URL or None, as written) of each URL in a link field; several stand apart by blanks or commas."""
    if "," not in value and " " not in value and "\n" not in value and ";" not in value:
        return ((safe_url(value), value),)
    gaps, between = _patterns()
    value = gaps.sub(lambda gap: "\n" if "\n" in gap[0] else " ", value.strip())
    pieces = between.split(value)
    return tuple((safe_url(piece), piece) for piece in pieces if piece)


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(
        r"(?:#|\?+|-+|\.+|\u2026|x{3,}|n/?a|none|null|tba|tbd|todo|to be (?:added|announced|released|done)"
        r"|coming soon|soon|link|url|code|paper|here|empty|unknown|missing|https?://?|www\.?"
        r"|<[^<>]*>|\[[^\[\]]*\]|(?:your|insert|add)[ _-].*"
        r"|https?://(?:www\.)?(?:github|gitlab)\.com/?(?:(?:xxx+|yyy+|user(?:name)?|owner|your[\w-]*|todo|tbd|anonymous)(?:/[\w.-]*)?/?)?"
        r"|https?://(?:www\.)?(?:link|url|todo|tbd|xxx+|placeholder|your[\w.-]*|example)(?:\.(?:com|org|net))?(?:/(?:paper|code|link|url|todo|xxx+|repo|\.\.\.)?)?"
        r"|https?://(?:arxiv\.org/(?:abs|pdf)|doi\.org|openreview\.net/forum\?id=|openreview\.net)/?(?:x{3,}.*|\?+|xxxx\.xxxxx)?)",
        re.IGNORECASE,
    )


_LONGEST_PLACEHOLDER = 60


def is_placeholder(value: str) -> bool:
    """Whether a link field holds a stand-in for a link: `TODO`, `link`, `#`, `https://github.com/xxx`."""
    if len(value) > _LONGEST_PLACEHOLDER and value.startswith("http"):
        return False
    return _placeholder().fullmatch(value.strip(" {}")) is not None
