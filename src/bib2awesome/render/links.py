"""Links as markdown, in the style a list is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from bib2awesome.errors import InputError, Place
from bib2awesome.nearest import did_you_mean
from bib2awesome.papers.identifiers import identify
from bib2awesome.papers.paper import Link
from bib2awesome.render.markdown import Markdown, destination, escape, plain

__all__ = ["STYLES", "LinkStyle", "LinkWriter", "link_style", "star_badge"]

_BADGE = "badge"
STYLES: Mapping[str, str] = {
    "[[Paper]](u)": "brackets around a linked label, the brackets are part of the link",
    "[[Paper](u)]": "brackets around the link",
    "[Paper](u)": "the link alone",
    r"[\[Paper\]](u)": "as the first, with escaped brackets",
    _BADGE: "a badge of shields.io",
}
"""Link styles by their name in categories.toml; a lower-case `paper` makes all labels lower case."""

_STYLE = re.compile(r"([^\n<>()]*)([Pp]aper)([^\n<>()]*)\(u\)([^\n<>()]*)")

_WELL_KNOWN = {
    "arxiv": "arXiv",
    "bibtex": "BibTeX",
    "doi": "DOI",
    "github": "GitHub",
    "hf": "Hugging Face",
    "huggingface": "Hugging Face",
    "jax": "JAX",
    "openreview": "OpenReview",
    "pdf": "PDF",
    "pytorch": "PyTorch",
    "tensorflow": "TensorFlow",
    "tldr": "TL;DR",
    "youtube": "YouTube",
}


class LinkStyle(NamedTuple):
    """What stands around label and URL; a badge has its own form."""

    before: str
    between: str
    behind: str
    lower: bool = False
    badge: bool = False

    def head(self, label: str) -> str:
        """Return everything before the URL."""
        if self.badge:
            return f"[![{escape(label)}]({_badge(label)})]("
        return f"{self.before}{escape(label)}{self.between}("


def link_style(written: str, place: Place | None) -> LinkStyle:
    """Return the style of `links = "…"`: the form of one link with the label `Paper` and the URL `u`.

    Raises:
        InputError: The text is no such form.
    """
    if written == _BADGE:
        return LinkStyle("", "", "", badge=True)
    form = _STYLE.fullmatch(written)
    if form is None or not form[1].endswith("["):
        hint = did_you_mean(written, STYLES)
        raise InputError(f"`{written}` is no link style", place=place, hint=hint)
    return LinkStyle(form[1], form[3], form[4], lower=form[2] == "paper")


def _badge(label: str) -> str:
    # https://shields.io/badges/static-badge: `-` and `_` are doubled, everything else percent-encoded.
    text = quote(plain(label).replace("-", "--").replace("_", "__"), safe="")
    return f"https://img.shields.io/badge/{text}-blue"


@lru_cache(maxsize=1024)
def _label(name: str) -> str:
    bare = re.sub(r"-\d+$", "", name)
    words = (_WELL_KNOWN.get(word, word.capitalize()) for word in bare.split("-") if word)
    return " ".join(words) or "Link"


class LinkWriter:
    """Shows links in one style, with the display texts of `[render.labels]`.

    Args:
        style: What stands around a link.
        labels: Display texts by lower-case label; without one it follows from the label, in which
            `code-2` is displayed as `code` is.
    """

    def __init__(self, style: LinkStyle, labels: Mapping[str, str]) -> None:
        self.style = style
        self._written = labels
        self._heads: dict[str, str] = {}

    def label(self, link: Link) -> str:
        """Return the display text of a link."""
        name = link.label.lower()
        written = self._written.get(name) or self._written.get(re.sub(r"-\d+$", "", name))
        if written:
            return written
        text = _label(name)
        return text.lower() if self.style.lower else text

    def show(self, link: Link) -> str:
        """Return a link as markdown, nothing where its URL is not http(s)."""
        target = destination(link.url)
        if not target:
            return target
        head = self._heads.get(link.label)
        if head is None:
            head = self._heads[link.label] = self.style.head(self.label(link))
        return f"{head}{target}){self.style.behind}"


@lru_cache(maxsize=4096)
def star_badge(url: str) -> Markdown:
    """Return the badge with the stars of a repository on GitHub, or nothing for another URL."""
    for scheme, value in identify(url):
        if scheme == "github":
            source = f"https://img.shields.io/github/stars/{quote(value)}?style=social"
            return Markdown(f"![GitHub stars]({source})")
    return Markdown()
