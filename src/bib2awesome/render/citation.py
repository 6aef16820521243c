"""A paper as a reference of the Citation File Format 1.2.0 (https://citation-file-format.github.io)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bib2awesome.bib.latex import to_unicode
from bib2awesome.bib.names import parse_names
from bib2awesome.papers.identifiers import url_of
from bib2awesome.render.biblatex import from_biblatex
from bib2awesome.render.values import doi, month_number, url

if TYPE_CHECKING:
    from bib2awesome.papers.paper import Paper
    from bib2awesome.render.yaml import Value

__all__ = ["authors", "reference"]

_TYPES = {
    "article": "article",
    "book": "book",
    "collection": "edited-work",
    "conference": "conference-paper",
    "dataset": "data",
    "inproceedings": "conference-paper",
    "manual": "manual",
    "mastersthesis": "thesis",
    "mvbook": "book",
    "mvproceedings": "proceedings",
    "online": "website",
    "patent": "patent",
    "phdthesis": "thesis",
    "proceedings": "proceedings",
    "report": "report",
    "software": "software",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "unpublished",
    "video": "video",
}
_THESES = {"mastersthesis": "Master's thesis", "phdthesis": "PhD thesis"}
# What the schema takes for the values that have a form of their own.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+")
_ISBN = re.compile(r"[0-9\- ]{10,17}X?")
_ISSN = re.compile(r"\d{4}-\d{3}[\dxX]")
_PAGES = re.compile(r"(\d+)(?:\s*(?:-+|\u2013)\s*(\d+))?")


def reference(paper: Paper) -> Mapping[str, Value]:
    """Return the paper as a reference: what the schema has a place for, in its words.

    A paper without a title or author gets its key for them, since the schema wants both.
    """
    said = dict(paper.values)
    from_biblatex(paper.type, said)
    kind = _TYPES.get(paper.type, "generic")
    if paper.is_preprint:
        kind = "article"
    found: dict[str, Value] = {
        "type": kind,
        "title": _text(said, "title") or paper.key,
        "authors": authors(paper) or [{"name": paper.key}],
    }
    found |= _published_in(kind, paper, said)
    found |= _dated(said, paper)
    found |= _addresses(paper, said)
    return found


def authors(paper: Paper) -> list[Mapping[str, Value]]:
    """Return the paper's authors, else its editors, as persons and entities, each once."""
    source = paper.values.get("author") or paper.values.get("editor") or ""
    people: list[Mapping[str, Value]] = []
    for name in parse_names(source).names:
        if name.literal:
            parts = {"name": name.literal}
        else:
            parts = {
                "family-names": name.family,
                "given-names": name.given,
                "name-particle": name.prefix,
                "name-suffix": name.suffix,
            }
        shown = {part: to_unicode(tex) for part, tex in parts.items() if to_unicode(tex)}
        if shown and shown not in people:
            people.append(shown)
    return people


def _published_in(kind: str, paper: Paper, said: Mapping[str, str]) -> dict[str, Value]:
    if paper.is_preprint and paper.arxiv:
        return {"journal": f"arXiv preprint arXiv:{paper.arxiv}", "status": "preprint"}
    found: dict[str, Value] = {}
    booktitle = _text(said, "booktitle")
    if booktitle:
        found["collection-title"] = booktitle
        if kind == "conference-paper":
            found["conference"] = {"name": booktitle}
    if "journal" in said:
        found["journal"] = _text(said, "journal")
    if kind == "thesis":
        found["thesis-type"] = _text(said, "type") or _THESES.get(paper.type, "Thesis")
    found |= _entities(said)
    if said.get("volume", "").isdecimal():
        found["volume"] = int(said["volume"])
    if _text(said, "number"):
        found["issue" if kind == "article" else "number"] = _text(said, "number")
    return found | _pages(said) | _numbers(said)


def _entities(said: Mapping[str, str]) -> dict[str, Value]:
    institution = next((said[name] for name in _INSTITUTIONS if name in said), "")
    named = (("publisher", said.get("publisher", "")), ("institution", institution))
    return {entity: {"name": to_unicode(tex)} for entity, tex in named if to_unicode(tex)}


_INSTITUTIONS = ("institution", "school", "organization")


def _pages(said: Mapping[str, str]) -> dict[str, Value]:
    pages = _PAGES.fullmatch(_text(said, "pages"))
    if pages is None:
        return {}
    ends = (("start", pages[1]), ("end", pages[2]))
    return {name: int(page) for name, page in ends if page}


def _numbers(said: Mapping[str, str]) -> dict[str, Value]:
    checked = ((name, form, _text(said, name)) for name, form in (("isbn", _ISBN), ("issn", _ISSN)))
    return {name: text for name, form, text in checked if form.fullmatch(text)}


def _dated(said: Mapping[str, str], paper: Paper) -> dict[str, Value]:
    month = month_number(said.get("month", ""))
    found: dict[str, Value] = {}
    if paper.year is not None:
        found["year"] = paper.year
        if month:
            found["month"] = month
    return found


def _addresses(paper: Paper, said: Mapping[str, str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    bare = doi(said.get("doi", ""))
    address = url(said.get("url", ""))
    if _DOI.fullmatch(bare):
        found["doi"] = bare
    elif bare and not address:
        address = url(f"https://doi.org/{bare}")
    if address:
        found["url"] = address
    others = [
        {"type": "url", "value": url_of(identifier) or "", "description": "arXiv"}
        for identifier in paper.identifiers
        if identifier.scheme == "arxiv" and url_of(identifier) != address
    ]
    if others:
        found["identifiers"] = others
    return found


def _text(said: Mapping[str, str], field: str) -> str:
    return to_unicode(said.get(field, ""))
