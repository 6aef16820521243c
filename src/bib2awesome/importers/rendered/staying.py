"""What an edited item says and the next rendering would not: no edit is undone in silence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bib2awesome.importers.adoption.spans import folded, links_in, urls_in_text
from bib2awesome.importers.lists.edges import EMOJI
from bib2awesome.importers.lists.labels import is_label

__all__ = ["unlinked", "unsaid"]

_WORD = re.compile(rf"[^\W_]+|[{EMOJI}]")
"""Words, and signs that say something: emoji."""
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_MARKER = re.compile(r"\A\s*(?:[-*+]|\d+[.)])\s+")


def unsaid(edited: str, rendered: Iterable[str]) -> str:
    """Return the words and addresses of an item that no rendered one like it has, "" where it has all.

    Labels of links, badges and every sign that is only the style's may differ.

    Args:
        edited: The Markdown of the item.
        rendered: That of the items that would stand there.
    """
    words, urls = _content(edited)
    missing = sorted((_missing(words, urls, *_content(one)) for one in rendered), key=len)
    return " ".join(missing[0] if missing else [*words, *urls])


def unlinked(edited: str, rendered: str) -> str:
    """Return the addresses of a new item that are not in what is rendered, "" where all are."""
    shown = urls_in_text(rendered)
    return " ".join(url for url in _content(edited)[1] if url and url not in shown)


def _missing(
    words: Sequence[str], urls: Sequence[str], shown: Sequence[str], links: Sequence[str]
) -> list[str]:
    """Return the words and addresses that are not among those shown."""
    more = Counter(words) - Counter(shown)
    gone = [word for word in dict.fromkeys(words) if more[word] > 0]
    return [*gone, *(url for url in urls if url not in links)]


def _content(text: str) -> tuple[list[str], list[str]]:
    """Return the words of an item, and its addresses."""
    urls: list[str] = []
    text = _MARKER.sub("", text, count=1)
    plain, at = "", 0
    for link in links_in(text):
        if link.start < at:
            continue  # in another one
        if not link.image:
            urls.append(folded(text[slice(*link.url)]))
        label = text[slice(*link.label)]
        own = (
            ""
            if link.image or "![" in label or "<img" in label or is_label(label.strip("[]"))
            else label
        )
        plain += f"{text[at : link.start]} {own} "
        at = link.end
    words = _WORD.findall(_TAG.sub(" ", plain + text[at:]).casefold())
    return words, urls
