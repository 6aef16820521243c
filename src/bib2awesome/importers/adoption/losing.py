"""What would be gone from a list that is adopted: every address, file and heading is looked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bib2awesome.errors import BugError
from bib2awesome.importers.adoption.spans import links_in, urls_in_text
from bib2awesome.importers.adoption.stretches import Stretch
from bib2awesome.importers.lists import blocks
from bib2awesome.importers.lists.model import Item, Listing

__all__ = ["lost_in"]


def lost_in(
    listing: Listing, stretches: Sequence[Stretch], old: str, new: str
) -> list[tuple[Item, list[str]]]:
    """Return the items of which something would be gone, and what: addresses, files, headings.

    Args:
        listing: The list.
        stretches: What becomes regions in it.
        old: Its text.
        new: Its text as rendered.

    Raises:
        BugError: Something is gone that stands in no item.
    """
    urls = urls_in_text(new)
    headings = Counter(_headings(new))
    missing = Counter(_headings(old)) - headings
    found = []
    for one in stretches:
        for item in one.items:
            source = listing.source(item)
            gone = sorted(urls_in_text(source) - urls)
            local = [source[slice(*link.url)] for link in links_in(source)]
            gone += [
                url
                for url in local
                if url
                and not url.startswith(("#", "http:", "https:"))
                and not (url in new if item.container == "row" else _leads(url, new))
            ]
            if missing:
                gone += [title or "######" for title in _headings(source) if missing[title] > 0]
            if gone:
                found.append((item, gone))
    gone_elsewhere = urls_in_text(old) - urls
    if not found and (gone_elsewhere or missing):
        first = next(iter([*gone_elsewhere, *missing]))
        raise BugError(f"adopting the list would lose `{first}`, which stands in no item")
    return found


def _leads(url: str, text: str) -> bool:
    """Whether something in a text leads to a file: its name as words is no link.

    Of rows the name is enough: for one of them a whole table would stay as it is.
    """
    return any(f"{before}{url}" in text for before in ("(", "(<", '"', "'", "="))


_HTML_HEADING = re.compile(r"<h([1-6])(?:\s[^>]*)?>(.*?)(?=</h\1>|\Z)", re.IGNORECASE | re.DOTALL)


def _headings(text: str) -> list[str]:
    """Return the source of every heading as CommonMark sees the text, and of those in HTML.

    Blanks count: two of them are two dashes in the anchor of a heading.
    """
    found = []
    for block in blocks.parse(text.replace("\r\n", "\n").replace("\r", "\n")).root.walk():
        if block.kind == "heading":
            found.append(block.content)
        elif block.kind == "html_block":
            found += [match[2] for match in _HTML_HEADING.finditer(block.content)]
    return [one.strip() for one in found]
