"""What a stretch of text looks like: a heading line, a title, the start of an item, furniture."""

from __future__ import annotations

import re

from bib2awesome.importers.lists.bracketed import TAG
from bib2awesome.importers.lists.inlines import Text, plain
from bib2awesome.importers.lists.labels import (
    is_attribute_name,
    is_label,
    is_paper_host,
    names_venue,
    web_address,
)
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.when_where import when_where

__all__ = [
    "begins_with_names",
    "has_long_title",
    "has_plain_title",
    "is_attribute",
    "is_back_link",
    "is_bold_line",
    "is_furniture",
    "is_linked_name",
    "is_prose",
    "is_stated",
    "leads_to_paper",
    "names_paper",
    "says_title",
    "words_of",
]

_FURNITURE = re.compile(
    r"\b(?:table of contents?|contents?|toc|index|catalog(?:ue)?|outline|menu|quick links?|news|updates?|"
    r"^sharing$|change ?logs?|what'?s new|latest|announcements?|contribut\w*|how to|star[ -]history|stargazers|citations?|"
    r"cit(?:e|ing)(?: us| this)?|bibtex|licen[cs]e|contact\w*|maintain\w*|acknowledge?m?e?n?t?s?|sponsor\w*|"
    r"^\W*about|about (?:this|us)|disclaimer|to-?dos?|faq|feedback|join us|overview of this|introduction|usage|"
    r"installation|format|legend|conventions?|related (?:awesome|lists?|repo\w*|projects?|resources?)|"
    r"other (?:awesome|lists?|resources?|repo\w*)|awesome lists?|useful (?:links?|resources?)|"
    r"(?:web|on-?line|external|learning|educational) resources?|blogs?(?: posts?)?|courses?|tutorials? videos?|"
    r"key researchers|researchers?|people|groups|labs|job\w*|community|deadlines?)\b|"
    r"^[\W\d]*(?:\u4ecb\u7ecd|\u7b80\u4ecb|\u76ee\u5f55|\u8054\u7cfb\u65b9\u5f0f|\u8d21\u732e|\u5f15\u7528|\u66f4\u65b0\u65e5\u5fd7|\u81f4\u8c22|\u8bb8\u53ef\u8bc1?|\u5173\u4e8e)\W*$",
    re.IGNORECASE,
)
_NOT_FURNITURE = re.compile(
    r"\b(?:papers?|surveys?|methods?|models?|learning|datasets?|benchmarks?|analysis|detection|generation|"
    r"recommendation|recognition|index(?:es|ing)|retrieval|graph|video|image|network)\b",
    re.IGNORECASE,
)


_SUBJECTS = re.compile(
    r"index|catalog(?:ue)?|outline|menu|format|feedback|groups|people|community|labs|job\w*|introduction",
    re.IGNORECASE,
)
_DEEP, _FEW = 3, 3
_MOST_HOW = 5
"""Words of `How to use this list`, not of `How to Train a Vision-Language Model`."""


def is_furniture(title: str, level: int = 1) -> bool:
    """Whether a heading says that no papers are below it; deep down `Index` is a subject as any other."""
    found = _FURNITURE.search(title)
    if found is None:
        return False
    subject = _SUBJECTS.fullmatch(found[0]) is not None
    if subject and (level >= _DEEP or len(title.split()) > _FEW):
        return False
    if found[0].lower() == "how to" and len(title.split()) > _MOST_HOW:
        return False
    return len(title.split()) <= 8 and not (  # noqa: PLR2004
        _NOT_FURNITURE.search(title) and not title.lower().strip("# ").startswith(found[0].lower())
    )


def is_back_link(text: str) -> bool:
    """Whether the words of a link in a heading only lead to the top."""
    lower = text.lower()
    return not any(sign.isalnum() for sign in lower) or re.search(r"\bback\b", lower) is not None or lower.strip("[](): ") in {"top", "toc"}  # fmt: skip


def words_of(text: Text) -> str:
    """Return the visible words of a text on one line."""
    return plain("".join(
        (" " if i and piece.line != text.pieces[i - 1].line else "") + piece.text
        for i, piece in enumerate(text.pieces) if not piece.image
    ))  # fmt: skip


def is_bold_line(text: Text) -> bool:
    """Whether nothing but bold words stands on a line."""
    words = [piece for piece in text.pieces if piece.text.strip(" :.") and not piece.image]
    return bool(words) and all(piece.bold for piece in words) and len({p.line for p in words}) == 1


_MANY, _MOST_STATED = 3, 6
_ADDRESS = re.compile(r"https?://|^\s*(?:10\.\d{4,}/|arxiv:)", re.IGNORECASE)


def has_long_title(text: Text) -> bool:
    """Whether linked, bold or quoted words are long enough for a title and no label."""
    linked: dict[int, str] = {}
    for piece in text.pieces:
        if piece.link >= 0 and not piece.image:
            linked[piece.link] = linked.get(piece.link, "") + piece.text
    titled = [words for words in linked.values() if not is_label(words)]
    titled += [piece.text for piece in text.pieces if piece.bold and not is_label(piece.text)]
    titled = [words for words in titled if not (names_venue(words) or _ADDRESS.search(words))]
    return any(map(_is_long, titled))


def _is_long(words: str) -> bool:
    """Whether words are enough for a title."""
    return len(words.split()) >= _MANY or len(words.strip()) > 16  # noqa: PLR2004


_INITIALS_FIRST = re.compile(r"(?:[A-Z]\.[ -]?){1,3}[A-Z][^\s,.]+(?:,| and )")
_DIVIDED = re.compile(r",\s*(?:and )?|\s+and\s+")
_MOST_NAME = 4
_STATED = re.compile(r"^\W*[\w ./()\uff08\uff09&-]{1,28}(?::(?:\s|$|https?:)|\uff1a)")
_FIRST = re.compile(r"[.,;|(\[]\s|\s[\u2013\u2014|-]\s")


def is_attribute(text: Text) -> bool:
    """Whether a line says something of the paper above it: `Code: …`, `**Keyword**: …`, a bare link."""
    first = next((p for p in text.pieces if p.text.strip(' [("\u201c')), None)
    if first is None:
        return bool(text.urls)
    if first.link >= 0 and not is_label(first.text):
        return names_venue(first.text) and all(p.link >= 0 or is_label(p.text) for p in text.pieces)
    line = [p for p in text.pieces if p.line == first.line]
    titled = [p for p in line if p is not first and p.bold and _is_long(p.text)]
    head = line[: line.index(titled[0])] if titled else line
    placed = when_where(first.text) if first.link < 0 else None
    if placed is not None and placed.venue and placed.year:
        head = [p for p in head if p is not first]  # `ICLR 2021` in front of a title
        if any(p.link >= 0 and not is_label(p.text) for p in head):
            return False
    whole = "".join(p.text for p in head)
    stated = _STATED.match(TAG.sub("", whole))
    name = stated[0].strip(" -:") if stated is not None else ""
    if name and leads_to_paper(text) and not (is_attribute_name(name) or is_label(name)):
        # else the head of a title: `GraphSAINT: Graph Sampling …`
        linked = any(p.link >= 0 for p in line)
        return linked and len(whole.split()) <= _MOST_STATED
    labelled = first.link >= 0 or is_label(first.text)
    dated = placed is not None and bool(placed.venue and placed.year)
    return stated is not None or (labelled and not (titled or dated))


def is_stated(text: Text) -> bool:
    """Whether a line begins with a label or what names something said of a paper: `Code: …`, `[PDF](…)`."""
    head = words_of(text).partition(":")[0].strip(" []()")
    return is_label(head) or is_attribute_name(head)


def begins_with_names(text: Text) -> bool:
    """Whether authors, and no title with them, stand before the first link or emphasis."""
    first = text.pieces[0].text if text.pieces and text.pieces[0].link < 0 else ""
    if people_in(first, marked=bool(first) and text.pieces[0].italic) is not None:
        return True
    parts = _DIVIDED.split(first.strip(" .,"))
    return _INITIALS_FIRST.match(first) is not None and all(
        len(part.split()) <= _MOST_NAME for part in parts
    )


def has_plain_title(text: Text) -> bool:
    """Whether a line begins with the plain words of a title: no label, attribute, venue or authors."""
    lead = []
    for piece in text.pieces:
        if piece.link >= 0 or piece.line:
            break
        lead.append(piece.text)
    words = plain("".join(lead))
    first = _FIRST.split(words.strip("[](). "), maxsplit=1)[0]
    return (
        len(words.split()) > _MANY
        and not _STATED.match(words)
        and when_where(first) is None
        and people_in(first, marked=True) is None
        and people_in(words.strip("[](). ")) is None
    )


def is_linked_name(text: Text) -> bool:
    """Whether a text is one link of a few words, and not to a paper: `[Surveys](https://github.com/ada/surveys)`."""
    shown = [piece for piece in text.pieces if piece.text.strip() and not piece.image]
    few = sum(len(piece.text.split()) for piece in shown) <= _MANY
    return few and {piece.link for piece in shown} == {0} and not leads_to_paper(text)


def leads_to_paper(text: Text) -> bool:
    """Whether a link leads to a page of a work."""
    return any((url := web_address(raw)) and is_paper_host(url) for raw in text.urls)


def names_paper(text: Text) -> bool:
    """Whether a line begins with plain words before its link, however few, that are no label and no authors."""
    first = text.pieces[0].text.strip(" .:")
    few = len(first.split()) < 2  # noqa: PLR2004
    return not (few or text.pieces[0].link >= 0 or is_attribute(text) or people_in(first))


def says_title(text: str) -> bool:
    """Whether a line says that it is a title: `Title: Attention is all you need`."""
    return (
        re.match(r"\W*(?:title|paper|\u6807\u9898|\u8bba\u6587)\W*:\s*\S", text, re.IGNORECASE)
        is not None
    )


def is_prose(text: Text) -> bool:
    """Whether a line is nothing but plain words: no link, no mark, no tag."""
    words = words_of(text)
    marked = text.urls or any(piece.bold or piece.italic or piece.code for piece in text.pieces)
    return bool(words) and not marked and words[0] not in '[("\u201c' and when_where(words) is None
