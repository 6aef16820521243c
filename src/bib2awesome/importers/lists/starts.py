"""How items begin: which paragraphs are papers, and what says nothing but what stands below a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bib2awesome.importers.lists.author_year import is_cited
from bib2awesome.importers.lists.edges import has_figure, without_emoji
from bib2awesome.importers.lists.inlines import Piece, Text, plain
from bib2awesome.importers.lists.labels import (
    is_label,
    is_paper_host,
    may_be_title,
    names_venue,
    web_address,
)
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.shapes import (
    has_long_title,
    has_plain_title,
    leads_to_paper,
    words_of,
)
from bib2awesome.importers.lists.when_where import venue_in_front, when_where

__all__ = ["is_title_line", "starts_item", "states_only"]

_EDGES = " ,.;:|[]()\u2022\u00b7\u2013\u2014-/"
_BEFORE_QUOTE = _EDGES + '"\u201c'
_BETWEEN = re.compile(r"\s[|\u2013\u2014-]+\s|[\])]\s*[.,;]?\s*(?=[\[(])")
"""Between what a line says one after the other: bars, dashes, brackets."""
_RUNS_ON = re.compile(
    r"\b(?:an?|the|our|this|these|their|its|in|on|of|for|with|and|or|to|by|from|at|as|is|are|see|read)$|[.!]\s(?:See|Read)$"
)
"""A sentence goes on with the words of the link: `This list goes with our [paper](…)`."""
_YEAR_BEHIND = re.compile(r"[\s,.]*\(?(?:19|20)\d\d[a-z]?\)?[.:]?$")
_DIVIDERS = ",|\u2013\u2014-"


def _is_short_title(first: Piece, text: Text) -> bool:
    """Whether a short marked name comes first and nothing but labels, links, authors and a venue behind it."""
    name = first.text.strip(" .:")
    if (
        (is_label(name) and not may_be_title(name))
        or names_venue(name)
        or not any(map(str.isalpha, name))
    ):
        return False
    if first.link >= 0 and not is_paper_host(web_address(text.urls[first.link]) or ""):
        return False
    linked = [p.text for p in text.pieces if p.link >= 0 and p is not first and not p.image]
    if first.link >= 0 and not linked and _is_alone(first, text):
        return True
    rest = plain(
        " ".join(p.text for p in text.pieces if p.link < 0 and p is not first and not p.image)
    )
    rest = without_emoji(rest).strip(" ,.;:|[]()\u2022\u00b7-")
    said = not rest or is_label(rest) or when_where(rest) is not None or _is_byline(rest)
    return bool(text.urls) and said and all(is_label(w) or names_venue(w) for w in linked)


def _is_placed_title(words: Sequence[Piece], text: Text) -> bool:
    """Whether a link whose words are a venue or date leads to the paper of the title behind it: `[[ACL 2024](…)] A Title`."""
    first = words[0]
    if first.link < 0 or not names_venue(first.text.strip("[]() ")) or not leads_to_paper(text):
        return False
    behind = next((p for p in words[1:] if p.text.strip(" []().")), None)
    title = behind.text.strip(" []().") if behind is not None and behind.link < 0 else ""
    return len(title.split()) > 1 and when_where(title) is None and people_in(title) is None


def states_only(text: Text) -> bool:
    """Whether a text says nothing but venue, date, authors and links with labels: no title, no prose."""
    lines: dict[int, str] = {}
    for piece in text.pieces:
        if piece.link < 0 and not piece.image:
            lines[piece.line] = lines.get(piece.line, "") + piece.text
        elif not (piece.image or is_label(piece.text) or names_venue(piece.text)):
            return False
        else:
            lines[piece.line] = lines.get(piece.line, "") + " | "
    said = [part.strip(_EDGES) for line in lines.values() for part in _BETWEEN.split(plain(line))]
    return all(
        not part
        or is_label(part)
        or when_where(part, tag=part[-1].isdigit()) is not None
        or people_in(part, marked=True) is not None
        or _is_byline(part)
        for part in said
    )


def _links_venue(text: Text) -> bool:
    """Whether the words of a link are a venue and its year: `[[ICML 2013]](https://example.org/talks/looms)`."""
    linked = [p.text for p in text.pieces if p.link >= 0 and has_figure(p.text)]
    found = [when_where(words) for words in linked]
    return any(one is not None and bool(one.venue and one.year) for one in found)


def _has_words(text: Text) -> bool:
    """Whether two words or more stand beside the links of a heading, and no venue."""
    words = plain("".join(p.text for p in text.pieces if p.link < 0)).strip(_EDGES)
    return len(words.split()) > 1 and when_where(words) is None and not is_label(words)


def is_title_line(text: Text) -> bool:
    """Whether a heading is a title with its own link to the paper, and else says only who, where and when."""
    placed = _links_venue(text)
    if not placed and not leads_to_paper(text):
        return False
    links = {
        piece.link
        for piece in text.pieces
        if piece.link >= 0
        and not (piece.image or is_label(piece.text))
        and (_is_led(piece.text) or not names_venue(piece.text))
    }
    if not links:  # `A Title [[Paper]](…)`
        return _has_words(text) if placed else has_plain_title(text) and not states_only(text)
    own = [piece for piece in text.pieces if piece.link in links]
    rest = Text([piece for piece in text.pieces if piece.link not in links], text.urls)
    linked = len(links) == 1 and is_paper_host(web_address(text.urls[own[0].link]) or "")
    titled = has_long_title(Text(own, text.urls)) or _is_led(own[0].text)
    return linked and titled and states_only(rest)


def _is_led(words: str) -> bool:
    """Whether linked words are a title with venue and year in front: `NIPS19 Looms That Weave`."""
    led = venue_in_front(words)
    return led is not None and len(led[1].split()) > 2  # noqa: PLR2004


def _is_byline(text: str) -> bool:
    """Whether a text is authors, perhaps with a venue behind a full stop or comma."""
    for stop in (". ", ", "):
        who, _, where = text.rpartition(stop)
        if who and when_where(where) is not None and people_in(who, marked=True) is not None:
            return True
    return people_in(text) is not None


def _is_alone(first: Piece, text: Text) -> bool:
    """Whether nothing else stands on the line of a piece."""
    return not any(
        p.text.strip(" .:") for p in text.pieces if p.line == first.line and p is not first
    )


def _is_signed_below(first: Piece, text: Text) -> bool:
    """Whether few bold words have a line of their own, and the next line has authors, and then links: `**Loom Nets**`."""
    shown = [p for p in text.pieces if p.text.strip(" .:") and not p.image]
    own = [p for p in shown if p.line == first.line and p is not first]
    below = next((p.line for p in shown if p.line > first.line), 0)
    if first.link >= 0 or not below or not all(p.code for p in own):
        return False
    who = "".join(p.text for p in shown if p.line == below and p.link < 0)
    return people_in(who, marked=True) is not None and leads_to_paper(text)


def _is_tag(text: str) -> bool:
    """Whether marked words are a tag in front of a title: `[NeurIPS 2022]`, `ICML 2021`."""
    text = text.strip()
    return text.startswith(("[", "(")) or when_where(text) is not None


def starts_item(text: Text) -> bool:
    """Whether a paragraph starts as items do: with a linked, bold or quoted title, a tag, no prose."""
    words = [
        p
        for p in text.pieces
        if not p.image and p.text.strip(" \u00a0|:.-*•·🔥⭐🌟✨👉📄") and not p.code
    ]
    if words and words[0].text.startswith(":") and not without_emoji(words[0].text).strip():
        words = words[1:]
    if not words:
        return bool(text.pieces) and bool(text.urls) and any(not p.image for p in text.pieces)
    first = words[0]
    start = first.text.lstrip()
    if first.link >= 0 and not first.bold and is_label(first.text) and len(words) == 1:
        return False
    if first.bold and first.link < 0 and _is_tag(first.text):
        return bool(text.urls)
    if first.bold or first.link >= 0:
        return (
            _is_signed_below(first, text)
            or has_long_title(text)
            or _is_short_title(first, text)
            or _is_placed_title(words, text)
        )
    if start.startswith(('"', "\u201c", "[", "(", "\u300a")) or first.italic:
        return bool(text.urls)
    return _starts_with_words(words, text)


def _is_signed(words: Sequence[Piece]) -> bool:
    """Whether authors, perhaps with a year, stand before a link whose words are a title."""
    first = next((i for i, piece in enumerate(words) if piece.link >= 0), 0)
    title = "".join(piece.text for piece in words if piece.link == words[first].link)
    who = _YEAR_BEHIND.sub("", plain(" ".join(p.text for p in words[:first])).strip(_BEFORE_QUOTE))
    named = people_in(who, marked=True) is not None
    return named and len(title.split()) > 1 and not (is_label(title) or names_venue(title))


def _starts_with_words(words: Sequence[Piece], text: Text) -> bool:
    """Whether plain words begin an item: a title before labels, a venue before a title, a citation."""
    lead = plain(
        "".join(
            p.text
            for p in words[: next((i for i, p in enumerate(words) if p.link >= 0 or p.italic), 1)]
        )
    )
    later = [p for p in text.pieces if p.link >= 0]
    if later and _is_signed(words):
        return (
            leads_to_paper(text) or _YEAR_BEHIND.search(words_of(text)) is not None
        )  # `Lovelace, A., & Babbage, C. [A Title](…)`
    if lead[-1:] in _DIVIDERS and lead.rstrip(_DIVIDERS + " ")[-2:].isdigit():
        placed = when_where(lead, tag=True)  # `OSDI 2020, [A Title](…)`
        if placed is not None and (placed.venue or lead[-1] != ","):
            return has_long_title(text)
    if not later:
        return is_cited(words_of(text))
    if not all(p.image or is_label(p.text) or names_venue(p.text) for p in later):
        return False
    if (
        len(words) > 1
        and words[1].bold
        and _is_byline(without_emoji(words[0].text).strip(_BEFORE_QUOTE))
    ):
        return True  # `Lovelace, Ada. "**A Title**"`
    return (
        15 < len(lead) < 250  # noqa: PLR2004
        and not _RUNS_ON.search(lead)
        and leads_to_paper(text)
    )
