"""A paper: what an entry of survey.bib means.

Everything is read on demand and kept, because a survey of ten thousand papers asks each output only for
what it shows. Text is Unicode unless a property says TeX.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.latex import to_unicode
from bib2awesome.bib.names import NameList, parse_names
from bib2awesome.papers.identifiers import (
    Identifier,
    arxiv_id,
    arxiv_month,
    doi,
    identify,
    safe_url,
)
from bib2awesome.papers.venue_names import short_form
from bib2awesome.papers.venues import VenueMatch, find_venue

__all__ = ["DEFAULT_PAPER_LINK", "Link", "Paper"]

DEFAULT_PAPER_LINK = ("url", "eprint", "doi")
"""Where the paper's link comes from when `[render] paper-link` says nothing: the first that is there."""


class Link(NamedTuple):
    """A link of a paper: `kind` is "paper", "code" or "link"; `label` is what stands behind `link-`."""

    kind: str
    label: str
    url: str


class UnsafeLink(NamedTuple):
    """A link that is left out because it is not http(s): the field it stands in, and its value."""

    field: str
    value: str


class Paper:
    """One usable entry, understood.

    Args:
        document: The file the entry is in.
        entry: The entry.
        paper_link: `[render] paper-link`: where the paper link comes from, in this order.
        category_field: The field that holds the categories.
    """

    def __init__(
        self,
        document: Document,
        entry: Entry,
        *,
        paper_link: Sequence[str] = DEFAULT_PAPER_LINK,
        category_field: str = "category",
    ) -> None:
        self.document = document
        self.entry = entry
        self.key: str = entry.key
        self.type: str = entry.type
        self.paper_link = tuple(paper_link)
        self.category_field = category_field

    def __repr__(self) -> str:
        """Return the type and the key, as in the file."""
        return f"Paper(@{self.type}{{{self.key}}})"

    @cached_property
    def values(self) -> dict[str, str]:
        """The fields by lower-case name: resolved TeX source, inherited ones included, empty ones not."""
        return self.document.values(self.entry)

    def tex(self, name: str) -> str:
        """Return the TeX source of field `name`, "" if it is missing."""
        return self.values.get(name, "")

    def text(self, name: str) -> str:
        """Return field `name` as Unicode text, "" if it is missing."""
        value = self.values.get(name)
        return to_unicode(value) if value else ""

    @cached_property
    def title(self) -> str:
        """The title in Unicode, with a biblatex `subtitle` behind a colon; "" if it is missing."""
        title, subtitle = self.text("title"), self.text("subtitle")
        return f"{title}: {subtitle}" if title and subtitle else title

    @cached_property
    def authors(self) -> NameList:
        """The authors, else the editors, in order."""
        return parse_names(self.values.get("author") or self.values.get("editor") or "")

    # When

    @cached_property
    def year(self) -> int | None:
        """The year: `year` or `date`, else the edition that the booktitle states, else the arXiv id's."""
        written = _written_date(self.values)[0]
        if written is not None:
            return written
        if self._match is not None and self._match.year is not None:
            return self._match.year
        stamp = arxiv_month(self.arxiv) if self.arxiv else None
        return stamp[0] if stamp else None

    @cached_property
    def month(self) -> int | None:
        """The month, 1 to 12, from `month` or `date`; None if neither says."""
        return _written_date(self.values)[1]

    @cached_property
    def date_key(self) -> tuple[int, int]:
        """What sorts by date: year and month, the arXiv id's month where the year is its; 0 is unknown."""
        year, month = self.year or 0, self.month or 0
        if not month and self.arxiv:
            stamp = arxiv_month(self.arxiv)
            if stamp is not None and stamp[0] == year:
                month = stamp[1]
        return year, month

    # Which work

    @cached_property
    def doi(self) -> str | None:
        """The DOI of field `doi`, else one in `url`, `ee` or `note`; bare, lower case."""
        for name in ("doi", "url", "ee", "howpublished", "note"):
            value = self.values.get(name)
            if value and (name == "doi" or "10." in value) and (found := doi(value)):
                return found
        return None

    @cached_property
    def arxiv(self) -> str | None:
        """The arXiv id without version: from `eprint`, else from any field that names arXiv."""
        values = self.values
        eprint = values.get("eprint")
        if eprint and _is_arxiv(values) and (found := arxiv_id(eprint)):
            return found
        for name in ("arxiv", "arxivid"):
            if (value := values.get(name)) and (found := arxiv_id(value)):
                return found
        for name in _ARXIV_FIELDS:
            value = values.get(name)
            if value and (found := _said_arxiv(name, value)):
                return found
        return None

    @cached_property
    def identifiers(self) -> tuple[Identifier, ...]:
        """Every identifier of the work and its code, normalised, without repeats."""
        found: list[Identifier] = []
        if self.doi:
            found += identify(self.doi)
        if self.arxiv:
            found.append(Identifier("arxiv", self.arxiv))
        kind = (self.values.get("eprinttype") or self.values.get("archiveprefix") or "").lower()
        for name in ("pmid", "pubmed"):
            if name in self.values:
                found += identify(f"PMID: {self.values[name]}")
        if kind in {"pubmed", "hal", "pmid"} and (eprint := self.values.get("eprint")):
            found += identify(f"PMID: {eprint}" if kind != "hal" else eprint)
        for name, value in self.values.items():
            if name in _IDENTIFYING or name.startswith("link-"):
                found += identify(value)
        return tuple(dict.fromkeys(found))

    # Where

    @cached_property
    def _venue_text(self) -> str:
        """TeX source of what the entry says about its venue, "" if nothing."""
        journal_first = self.type in {"article", "periodical", "suppperiodical"}
        names = _VENUE_FIELDS_OF_ARTICLES if journal_first else _VENUE_FIELDS
        values = self.values
        first = ""
        for name in names:
            value = values.get(name)
            if value:
                match = find_venue(value)
                if match is not None and match.venue.kind not in {"preprint", "series"}:
                    return value
                if match is None or not first:
                    first = first if first and find_venue(first) is None else value
        return first

    @cached_property
    def _match(self) -> VenueMatch | None:
        """The venue that the entry names, as far as venues.toml knows it."""
        match = find_venue(self._venue_text) if self._venue_text else None
        if match is None or match.venue.kind == "series":
            series = self.values.get("series")
            other = find_venue(series) if series else None
            if other is not None and other.venue.kind != "series":
                return other
        return match

    @cached_property
    def is_preprint(self) -> bool:
        """Whether the entry names a preprint server, or an arXiv id and no venue."""
        if self._match is not None:
            return self._match.venue.kind == "preprint"
        return bool(self.arxiv) and not self._venue_text and self.type not in _OWN_VENUE

    @cached_property
    def venue_short(self) -> str:
        """The venue in short, with its track, without year: `NeurIPS`, `EMNLP Findings`; "" if unknown."""
        if self._match is not None and not (self.is_preprint and self.arxiv):
            return self._match.short
        if self.is_preprint:
            return "arXiv"
        if self._venue_text:
            return short_form(self._venue_text)
        if self.type in _OWN_VENUE:
            return _OWN_VENUE[self.type] or self.text("publisher") or "Book"
        return ""

    @cached_property
    def venue_name(self) -> str:
        """The venue in full: its name in venues.toml, else what the entry says; "" if unknown."""
        if self._match is not None:
            return self._match.venue.name
        return to_unicode(self._venue_text) if self._venue_text else self.venue_short

    @cached_property
    def tag(self) -> str:
        """What stands in the brackets of a list: `NeurIPS 2023`, `arXiv 2024.07`; "" if nothing is known.

        `shortvenue` holds before everything. A preprint has the month of its arXiv id, a conference the
        year of the edition that the booktitle states, everything else the year of publication.
        """
        written = self.text("shortvenue")
        if written:
            return written
        short = self.venue_short
        if self.is_preprint and self.arxiv:
            stamp = arxiv_month(self.arxiv)
            if stamp is not None:
                return f"arXiv {stamp[0]}.{stamp[1]:02}"
        year = self._edition
        return f"{short} {year}".strip() if year else short

    @cached_property
    def _edition(self) -> int | None:
        """The year in the tag: the stated edition of a conference, if it is near the entry's own year."""
        match, year = self._match, self.year
        if match is None or match.year is None or match.venue.kind == "journal":
            return year
        return match.year if year is None or abs(match.year - year) <= 1 else year

    # Links

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link that may be shown: the paper's first, then code, then `link-…` in file order."""
        return self.links_in(self.paper_link)

    def links_in(self, order: Sequence[str]) -> tuple[Link, ...]:
        """Return the links with the paper's link from the first of `order` that is there."""
        code = [Link("code", "code", url) for url, _ in _urls(self.values.get("code", "")) if url]
        further = [
            Link("link", name[5:], url)
            for name, value in self.values.items()
            if name.startswith("link-")
            for url, _ in _urls(value)
            if url
        ]
        paper = self.paper_url(order)
        first = [Link("paper", "paper", paper)] if paper else []
        return tuple(first + code + further)

    def paper_url(self, order: Sequence[str] = DEFAULT_PAPER_LINK) -> str | None:
        """Return where the paper is read: the first of `order` (url, eprint, doi, or a field) that is there."""
        for name in order:
            if (url := self._paper_url(name)) is not None:
                return url
        for name in ("howpublished", "ee", "pdf", "note"):
            value = self.values.get(name)
            if (
                value
                and ("\\url" in value or value.startswith(("http", "www.")))
                and (url := safe_url(value))
            ):
                return url
        for name in DEFAULT_PAPER_LINK:
            if name not in order and (url := self._paper_url(name)) is not None:
                return url
        return None

    def _paper_url(self, name: str) -> str | None:
        if name == "eprint":
            return f"https://arxiv.org/abs/{self.arxiv}" if self.arxiv else None
        if name == "doi":
            return safe_url(f"https://doi.org/{self.doi}") if self.doi else None
        value = self.values.get(name)
        return next((url for url, _ in _urls(value) if url), None) if value else None

    @cached_property
    def unsafe_links(self) -> tuple[UnsafeLink, ...]:
        """What stands in a link field and is no http(s) URL."""
        return tuple(
            UnsafeLink(name, piece)
            for name, value in self.values.items()
            if name in {"url", "code"} or name.startswith("link-")
            for url, piece in _urls(value)
            if url is None
        )

    @cached_property
    def category_refs(self) -> tuple[str, ...]:
        """The categories as written, without blanks and braces; `("-",)` for "cited, not listed"."""
        value = self.values.get(self.category_field)
        if not value:
            return ()
        pieces = value.replace("{", "").replace("}", "").replace("\\", "").split(",")
        return tuple(" ".join(piece.split()) for piece in pieces if piece.strip())


_ARXIV_FIELDS = (
    "journal",
    "url",
    "doi",
    "volume",
    "howpublished",
    "note",
    "booktitle",
    "ee",
    "journaltitle",
)
_IDENTIFYING = frozenset(
    [
        "url",
        "doi",
        "eprint",
        "ee",
        "note",
        "howpublished",
        "journal",
        "journaltitle",
        "code",
        "pdf",
        "biburl",
        "volume",
        "pmcid",
        "hal_id",
    ]
)
_VENUE_FIELDS = ("booktitle", "journal", "journaltitle", "eventtitle", "maintitle")
_VENUE_FIELDS_OF_ARTICLES = ("journal", "journaltitle", "booktitle", "eventtitle")
_OWN_VENUE = {
    "phdthesis": "PhD thesis",
    "mastersthesis": "Master's thesis",
    "thesis": "Thesis",
    "book": "",
    "mvbook": "",
    "techreport": "Technical report",
    "report": "Technical report",
}


def _is_arxiv(values: dict[str, str]) -> bool:
    """Whether `eprint` is an arXiv id as far as the entry says; without a type it is (BibTeX's custom)."""
    kind = values.get("archiveprefix") or values.get("eprinttype")
    return kind is None or "arxiv" in kind.lower()


def _said_arxiv(name: str, value: str) -> str | None:
    """Return the arXiv id that `value` announces; "abs/…" is one in `volume` (DBLP's CoRR)."""
    if name == "volume":
        return arxiv_id(value) if value.startswith("abs/") else None
    lower = value.lower()
    if (
        "arxiv" in lower
        or "corr" in lower
        or "huggingface.co/papers" in lower
        or "lanl.gov" in lower
    ):
        return arxiv_id(value)
    return None


@lru_cache(maxsize=4096)
def _urls(value: str) -> tuple[tuple[str | None, str], ...]:
    """Return (safe URL or None, as written) of each URL in a link field; several stand apart by blanks or commas."""
    url = safe_url(value)
    if url is not None and " " not in value and "," not in value and "\n" not in value:
        return ((url, value),)
    pieces = re.split(r"(?:\s*[,;]\s*|\s+)(?=https?://|www\.|\\url|[a-z]+:)", value.strip())
    return tuple((safe_url(piece), piece) for piece in pieces if piece)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _written_date(values: dict[str, str]) -> tuple[int | None, int | None]:
    """Return year and month from `date`, or `year` and `month`; None for what neither says."""
    year = _year(values.get("year", ""))
    month = _month(values.get("month", ""))
    date = values.get("date")
    if date and (match := re.search(r"(\d{4})(?:-(\d\d))?", date)):
        stated = int(match[2] or 0)
        if year is None or year == int(match[1]):
            return int(match[1]), month or (stated if 1 <= stated <= 12 else None)  # noqa: PLR2004
    return year, month


@lru_cache(maxsize=1024)
def _year(source: str) -> int | None:
    match = re.search(r"(?<!\d)\d{4}(?!\d)", source)
    return int(match[0]) if match else None


@lru_cache(maxsize=1024)
def _month(source: str) -> int | None:
    """Return the first month that `source` names: `July`, `jul`, `7`, `07`, `12 July`."""
    for word in re.findall(r"[a-z]+", source.lower()):
        if word[:3] in _MONTHS:
            return _MONTHS.index(word[:3]) + 1
    match = re.fullmatch(r"\D*0?(\d|1[0-2])\D*", source)
    return int(match[1]) or None if match else None
