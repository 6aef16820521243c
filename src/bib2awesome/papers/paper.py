"""A paper: what an entry of survey.bib means.

Everything is read on demand and kept, because a survey of ten thousand papers asks each output only for
what it shows. Text is Unicode unless a property says TeX.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.latex import to_unicode
from bib2awesome.bib.names import NameList, parse_names
from bib2awesome.papers.arxiv import arxiv_month
from bib2awesome.papers.dates import written_date
from bib2awesome.papers.doi import is_preprint_doi
from bib2awesome.papers.fields import (
    OWN_VENUE,
    arxiv_in,
    doi_in,
    identifiers_in,
    is_text,
    place_in,
)
from bib2awesome.papers.identifiers import Identifier
from bib2awesome.papers.lazy import lazy
from bib2awesome.papers.links import Link, UnsafeLink, urls_in
from bib2awesome.papers.urls import safe_url
from bib2awesome.papers.venue_names import short_form
from bib2awesome.papers.venues import VenueMatch

__all__ = ["Link", "Paper", "UnsafeLink"]

_DEFAULT_PAPER_LINK = ("url", "eprint", "doi")
"""Where the paper's link comes from when `[render] paper-link` says nothing: the first that is there."""


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
        paper_link: Sequence[str] = _DEFAULT_PAPER_LINK,
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

    @lazy
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

    @lazy
    def title(self) -> str:
        """The title in Unicode, with a biblatex `subtitle` behind a colon; "" if it is missing."""
        title, subtitle = self.text("title"), self.text("subtitle")
        if not title or not subtitle:
            return title or subtitle
        return f"{title} {subtitle}" if title[-1] in ":?!.\u2013\u2014" else f"{title}: {subtitle}"

    @lazy
    def authors(self) -> NameList:
        """The authors, else the editors, in order."""
        return parse_names(self.values.get("author") or self.values.get("editor") or "")

    # When

    @lazy
    def year(self) -> int | None:
        """The year: `year` or `date`, else the edition that the booktitle states, else the arXiv id's."""
        written = written_date(self.values)[0]
        if written is not None:
            return written
        match = self._place[1]
        if match is not None and match.year is not None:
            return match.year
        stamp = arxiv_month(self.arxiv) if self.arxiv else None
        return stamp[0] if stamp else None

    @lazy
    def month(self) -> int | None:
        """The month, 1 to 12, from `month` or `date`; None if neither says."""
        return written_date(self.values)[1]

    @lazy
    def date_key(self) -> tuple[int, int]:
        """What sorts by date: year and month, the arXiv id's month where the year is its; 0 is unknown."""
        year, month = self.year or 0, self.month or 0
        if not month and self.arxiv:
            stamp = arxiv_month(self.arxiv)
            if stamp is not None and stamp[0] == year:
                month = stamp[1]
        return year, month

    # Which work

    @lazy
    def doi(self) -> str | None:
        """The DOI of field `doi`, else one in a link; bare, lower case; None if there is none."""
        return doi_in(self.values)

    @lazy
    def arxiv(self) -> str | None:
        """The arXiv id without version: from `eprint`, else from any field that names arXiv."""
        return arxiv_in(self.values)

    @lazy
    def identifiers(self) -> tuple[Identifier, ...]:
        """Every identifier of the work and its code, normalised, without repeats."""
        return identifiers_in(self.values, doi=self.doi, arxiv=self.arxiv)

    # Where

    @lazy
    def _place(self) -> tuple[str, VenueMatch | None]:
        """TeX source of what the entry says about its venue ("" if nothing), and what that names.

        A venue that venues.toml knows goes before one that it does not, that before a preprint server,
        and a publisher's series ("Lecture Notes in …") is none.
        """
        return place_in(self.type, self.values)

    @lazy
    def is_preprint(self) -> bool:
        """Whether the entry names a preprint server, or no venue and an arXiv id or a server's DOI."""
        text, match = self._place
        if match is not None:
            return match.venue.kind == "preprint"
        if text or self.type in OWN_VENUE:
            return False
        return bool(self.arxiv) or is_preprint_doi(self.doi or "")

    @lazy
    def venue_short(self) -> str:
        """The venue in short, with its track, without year: `NeurIPS`, `EMNLP Findings`; "" if unknown."""
        if written := self.text("shortvenue"):
            short, _, year = written.rpartition(" ")
            return short if short and year.strip("'.").replace(".", "").isdigit() else written
        text, match = self._place
        if match is not None:
            return match.short
        if text:
            return short_form(text)
        if self.is_preprint and self.arxiv:
            return "arXiv"
        fallback, fields = OWN_VENUE.get(self.type, ("", ()))
        return next((said for field in fields if (said := self.text(field))), fallback)

    @lazy
    def venue_name(self) -> str:
        """The venue in full: its name in venues.toml, else what the entry says; "" if unknown."""
        text, match = self._place
        if match is not None:
            return match.venue.name
        return to_unicode(text) if text else self.venue_short

    @lazy
    def tag(self) -> str:
        """What stands in the brackets of a list: `NeurIPS 2023`, `arXiv 2024.07`; "" if nothing is known.

        `shortvenue` holds before everything. An arXiv preprint has the month of its id (else of the
        entry), a conference the year of the edition that the booktitle states, everything else the year
        of publication.
        """
        if written := self.text("shortvenue"):
            return written
        short = self.venue_short
        if short == "arXiv":
            stamp = arxiv_month(self.arxiv) if self.arxiv else (self.year, self.month)
            if stamp is not None and stamp[0] and stamp[1]:
                return f"arXiv {stamp[0]}.{stamp[1]:02}"
        year = self._edition
        return f"{short} {year}".strip() if year else short

    @lazy
    def _edition(self) -> int | None:
        """The year in the tag: the stated edition of a conference, if it is near the entry's own year."""
        match, year = self._place[1], self.year
        if match is None or match.year is None or match.venue.kind == "journal" or year is None:
            return year
        return match.year if abs(match.year - year) <= 1 else year

    # Links

    @lazy
    def links(self) -> tuple[Link, ...]:
        """Every link that may be shown: the paper's first, then code, then `link-…` in file order."""
        return self.links_in(self.paper_link)

    @property
    def has_code(self) -> bool:
        """Whether a link leads to code."""
        return any(link.kind == "code" for link in self.links)

    def links_in(self, order: Sequence[str]) -> tuple[Link, ...]:
        """Return the links with the paper's link from the first of `order` that is there."""
        values = self.values
        found: list[Link] = []
        paper = self.paper_url(order)
        if "code" in values:
            found = [Link("code", "code", url) for url, _ in urls_in(values["code"]) if url]
            if paper and any(paper == link.url for link in found):  # software: its code is its page
                others = [name for name in order if name != "url"]
                paper = next((url for name in others if (url := self._paper_url(name))), None)
        if paper:
            found.insert(0, Link("paper", "paper", paper))
        for name in self._further:
            found += [Link("link", name[5:], url) for url, _ in urls_in(values[name]) if url]
        return tuple(found)

    @lazy
    def _further(self) -> list[str]:
        """The `link-…` fields in file order."""
        return [name for name in self.values if name.startswith("link-")]

    def paper_url(self, order: Sequence[str] = _DEFAULT_PAPER_LINK) -> str | None:
        """Return where the paper is read: the first of `order` (url, eprint, doi, or a field) that is there.

        Without any of them: a URL in `howpublished`, `ee`, `pdf` or `note`, and what `order` leaves out.
        """
        for name in order:
            if (url := self._paper_url(name)) is not None:
                return url
        for name in ("howpublished", "ee", "pdf", "note"):
            value = self.values.get(name)
            if value and not is_text(value) and (url := safe_url(value)):
                return url
        missing = (name for name in _DEFAULT_PAPER_LINK if name not in order)
        return next((url for name in missing if (url := self._paper_url(name))), None)

    def _paper_url(self, name: str) -> str | None:
        if name == "eprint":
            return f"https://arxiv.org/abs/{self.arxiv}" if self.arxiv else None
        if name == "doi":
            return safe_url(f"https://doi.org/{self.doi}") if self.doi else None
        value = self.values.get(name)
        if not value:
            return None
        for url, _ in urls_in(value):
            if url is not None:
                return url
        return None

    @lazy
    def unsafe_links(self) -> tuple[UnsafeLink, ...]:
        """What stands in a link field and is no http(s) URL."""
        values = self.values
        found: list[UnsafeLink] = []
        for name in ("url", "code", *self._further):
            if name in values:
                urls = urls_in(values[name])
                found += [UnsafeLink(name, piece) for url, piece in urls if url is None]
        return tuple(found)

    @lazy
    def category_refs(self) -> tuple[str, ...]:
        """The categories as written, without blanks and braces; `("-",)` for "cited, not listed"."""
        return _category_refs(self.values.get(self.category_field, ""))


@lru_cache(maxsize=4096)
def _category_refs(value: str) -> tuple[str, ...]:
    pieces = value.replace("{", "").replace("}", "").replace("\\", "").split(",")
    return tuple(" ".join(piece.split()) for piece in pieces if piece.strip())
