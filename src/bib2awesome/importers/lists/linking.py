"""The links of an item, each with its role and label."""

from __future__ import annotations

import re
from urllib.parse import unquote

from rapidfuzz import fuzz

from bib2awesome.importers.lists.edges import has_figure
from bib2awesome.importers.lists.inlines import plain
from bib2awesome.importers.lists.journals import is_journal_name
from bib2awesome.importers.lists.labels import (
    CODE,
    PAPER,
    is_bare_label,
    is_code_host,
    is_dated_name,
    is_label,
    is_neutral,
    is_paper_host,
    label_of,
    role_of,
    says_code,
)
from bib2awesome.importers.lists.model import PaperLink
from bib2awesome.importers.lists.placing import STARS
from bib2awesome.importers.lists.remainder import Remainder
from bib2awesome.importers.lists.when_where import ARXIV_ID, WhenWhere, when_where

__all__ = ["Linking"]

_ARXIV_TEXT = re.compile(rf"\b{ARXIV_ID}", re.IGNORECASE)
_ARXIV_FIGURES = re.compile(r"\d{4}\.\d")
_DOI_TEXT = re.compile(
    r"(?:\bdoi\s*:?\s*|(?<![\w./:]))(10\.\d{4,9}/[^\s,;|<>\[\]]*[\w/)])", re.IGNORECASE
)
_ARXIV_CELL = re.compile(r"(\d{4}\.\d{4,5})(?:v\d+)?")
"""All of a cell in a column that says whose id it is."""
_LABELLED = re.compile(r"^\W*(?:paper|pdf)[\s:(-]+(?=.*\d)", re.IGNORECASE)
"""A label before a venue: `[Paper-CVPR14]`, `[paper (NDSS 2024)]`."""
_DATED_LABEL = re.compile(r"([A-Za-z]+),? ((?:19|20)\d\d[\d./-]*)")
"""`[website 2025.11]`."""
_LEAST, _MOST_VENUE, _SAME = 3, 8, 90


class Linking(Remainder):
    """An item whose links are settled."""

    def links(self, title: int) -> None:
        """Give every link its role; the paper's come first, then code."""
        found: list[PaperLink] = []
        for number, url in enumerate(self.urls):
            words = plain(self.words.get(number, ""))
            if url is None:
                self.leads_nowhere(number, words, title=title)
                continue
            if number == title:
                found.append(PaperLink(CODE if is_code_host(url) else PAPER, url, words))
                continue
            image = self.images.get(number, "")
            if image and STARS.search(image) and not is_code_host(url):
                continue
            label = self.label(number, words)
            if image:
                self.take_badge(image)
            if _says_more(words) and (
                self.cites(words, "link")
                or self.places(words)
                or self.names_venue(number, words, url)
            ):
                found.append(PaperLink(CODE if is_code_host(url) else PAPER, url, words))
                continue
            dated = _DATED_LABEL.fullmatch(label)
            if dated is not None and is_bare_label(dated[1]) and (when := when_where(dated[2])):
                self.place(when, "link")
                label = words = dated[1]
            role = self.role(number, label, words or label, url)
            found.append(PaperLink(role, url, words or label))
        found += self.identifiers(found)
        unique: dict[str, PaperLink] = {}
        for link in found:
            unique.setdefault(link.url, link)
        self.reading.links = sorted(
            unique.values(), key=lambda link: (link.role != PAPER, link.role != CODE)
        )

    def identifiers(self, found: list[PaperLink]) -> list[PaperLink]:
        """Return links to what identifiers name that stand as text, and no link has yet."""
        named: list[PaperLink] = []
        for at, piece in enumerate(self.pieces):
            if piece.link >= 0:
                continue
            said = "." in piece.text and _ARXIV_FIGURES.search(piece.text) is not None
            match = (_ARXIV_TEXT.search(piece.text) or self.id_in_cell(at)) if said else None
            if match and not any(match[1] in link.url for link in (*found, *named)):
                url = f"https://arxiv.org/abs/{match[1]}"
                named.append(PaperLink(PAPER, url, "", linked=False))
            doi = _DOI_TEXT.search(piece.text) if "10." in piece.text else None
            if doi and not any(
                doi[1].lower() in unquote(link.url).lower() for link in (*found, *named)
            ):
                url = f"https://doi.org/{_balanced(doi[1])}"
                named.append(PaperLink(PAPER, url, "", linked=False))
        return named

    def id_in_cell(self, at: int) -> re.Match[str] | None:
        """Return the id that is all of a cell in a column of ids of arXiv: `2010.02502`."""
        of_ids = "arxiv" in self.column_title(at).lower()
        return _ARXIV_CELL.fullmatch(self.pieces[at].text) if of_ids else None

    def column_title(self, at: int) -> str:
        """Return the title of the column in which a piece stands, "" where it has none."""
        cells, header = self.item.cells, self.item.header
        return header[cells[at]] if cells and cells[at] < len(header) else ""

    def role(self, link: int, label: str, said: str, url: str) -> str:
        """Return what a link is; keeps what else its words say."""
        role, odd = role_of(label, url)
        if odd:
            self.reading.notes.append(("label", f"the label `{label}` contradicts {url}"))
        if role == CODE or is_label(said):
            return role
        if role == PAPER and self.is_told(link):
            return label_of(said) or "link"
        return self.keep_words(said, role)

    def is_told(self, link: int) -> bool:
        """Whether a link stands in a column that tells of a work whose title is linked: the data sets it was tried on."""
        if not self.item.cells:
            return False
        cells = list(zip(self.pieces, self.item.cells, strict=True))
        titled = any(piece.link >= 0 and self.roles.get(at) == "title" for piece, at in cells)
        return titled and any(
            piece.link == link and self.roles.get(at) == "about" for piece, at in cells
        )

    def keep_words(self, words: str, role: str) -> str:
        """Keep the words of a link that are no label: another title, a journal; returns the role of the link."""
        if len(words.split()) <= (1 if role == PAPER else _LEAST):
            return role
        if fuzz.ratio(words.lower(), self.reading.title.lower()) < _SAME:
            self.remark(words.strip("[] "))
        return role if role == PAPER else "link"

    def leads_nowhere(self, link: int, words: str, *, title: int) -> None:
        """Keep in the remark what a link says that has no address of the web: `[slides](talk.pdf)`."""
        raw = self.item.text.urls[link]
        if raw.startswith("#"):
            return
        if link == title:
            self.remark(raw if "/" in raw or "." in raw else "")
        elif words.strip("[]() ") and link not in self.images and not self.places(words):
            self.remark(f"{words.strip('[]')}: {raw}" if raw else words.strip("[]"))

    def places(self, words: str) -> bool:
        """Take venue and date from the words of a link: `[ICCV 2021]`, `[Paper-CVPR14]`."""
        if "://" in words or words.startswith("10."):
            return False
        name = _LABELLED.sub("", words)
        where = when_where(name, tag=is_dated_name(name, most=_MOST_VENUE))
        if where is None or not (where.year or not is_bare_label(words)):
            return False
        self.place(where, "link")
        return True

    def names_venue(self, number: int, words: str, url: str) -> bool:
        """Take a venue that nobody knows from the words of the first link: `[[T-LOOM](u)]` where lists have theirs, `[Journal of Looms](u)`."""
        name = words.strip("[]() ")
        if number or self.reading.venue or is_label(name) or not name[:1].isupper():
            return False
        few = self.habits.linked and len(name.split()) <= _LEAST + 1
        if not ((few or is_journal_name(name)) and is_paper_host(url)):
            return False
        name = f"{name})" if name.count("(") > name.count(")") else name
        self.place(WhenWhere(name), "link")
        return True

    def label(self, number: int, words: str) -> str:
        """Return the label of a link: its words, its image's, the word before it, its column's title."""
        words = "" if "://" in words else words.strip("[]() :")
        named = any(map(str.isalnum, words))
        if named and not self.item.cells:
            return words
        at = next((i for i, p in enumerate(self.pieces) if p.link == number), 0)
        if named:
            said = self.column_title(at)
            return said if said and is_neutral(words) and says_code(said) else words
        image = self.images.get(number, "")
        badge = re.search(r"badge/([A-Za-z_%0-9]+)", image)
        if badge:
            return badge[1].replace("_", " ").replace("%20", " ")
        if STARS.search(image):
            return "code"
        previous = (
            self.pieces[at - 1].text.strip(" :*-[(")
            if at and self.pieces[at - 1].line == self.pieces[at].line
            else ""
        )
        if previous and is_label(previous.split("\n")[-1]):
            return previous
        return self.column_title(at)


def _says_more(words: str) -> bool:
    """Whether the words of a link may say more than what it is: when or where, or who wrote the work."""
    return has_figure(words) or not is_bare_label(words)


def _balanced(doi: str) -> str:
    """Return a DOI without a closing parenthesis that the text around it opened."""
    return doi[:-1] if doi.endswith(")") and doi.count(")") > doi.count("(") else doi
