"""Which fields of an entry say what: identifiers, the venue, and the fields that are bib2awesome's own."""

from __future__ import annotations

from collections.abc import Mapping

from bib2awesome.papers.arxiv import arxiv_id
from bib2awesome.papers.doi import doi
from bib2awesome.papers.identifiers import Identifier, identify
from bib2awesome.papers.venues import VenueMatch, find_venue

__all__ = [
    "OF_VENUE",
    "OWN_FIELDS",
    "OWN_VENUE",
    "STANDARD",
    "arxiv_in",
    "doi_in",
    "identifiers_in",
    "is_text",
    "place_in",
]

OWN_FIELDS = {
    "category": "Ids or paths of categories.toml, separated by commas; `{-}` for a work that is cited but not listed.",
    "code": "URL of the code; several, separated by blanks or commas.",
    "link-<label>": "Any further link, e.g. `link-project`; what is shown for a label stands in `[render.labels]`.",
    "shortvenue": "What stands in the tag instead of the derived venue and year, e.g. `NeurIPS 2023`.",
    "shorttitle": "A short name of the work, e.g. the method's.",
    "tldr": "One sentence about the work.",
    "award": "An award, e.g. `Best Paper`.",
    "remark": "A private remark; never printed (most styles print `note`).",
}
"""The fields beside BibTeX's and biblatex's that bib2awesome reads, and what each is for."""

_ARXIV_FIELDS = (
    *("journal", "url", "doi", "volume", "howpublished", "note", "booktitle", "ee", "journaltitle"),
)
_IDENTIFYING = frozenset(
    "url doi eprint ee note howpublished journal journaltitle code pdf volume pmcid hal_id".split()
)
_ARTICLES = frozenset(("article", "periodical", "suppperiodical"))
_FIELDS_OF_ARTICLES = ("journal", "journaltitle", "booktitle", "eventtitle")
_FIELDS_OF_OTHERS = (
    *("booktitle", "journal", "journaltitle", "eventtitle", "maintitle", "series", "howpublished"),
)
_FIELDS_OF_SERVERS = (
    *("archiveprefix", "eprinttype", "publisher", "institution", "organization", "note"),
)
"""Where else an entry without a venue may name its preprint server."""
# Types whose place is not a proceedings or journal: what to say, and fields that say it better.
OWN_VENUE: dict[str, tuple[str, tuple[str, ...]]] = {
    "phdthesis": ("PhD thesis", ()),
    "mastersthesis": ("Master's thesis", ()),
    "thesis": ("Thesis", ()),
    "book": ("Book", ("publisher",)),
    "mvbook": ("Book", ("publisher",)),
    "techreport": ("Technical report", ("institution",)),
    "report": ("Technical report", ("institution",)),
}


def doi_in(values: Mapping[str, str]) -> str | None:
    """Return the DOI of field `doi`, else one in a link; None if there is none."""
    for name in ("doi", "url", "ee", "howpublished"):
        value = values.get(name)
        if value and (name == "doi" or "10." in value) and (found := doi(value)):
            return found
    return None


def arxiv_in(values: Mapping[str, str]) -> str | None:
    """Return the arXiv id without version: from `eprint`, else from any field that names arXiv."""
    eprint = values.get("eprint")
    if eprint and _is_arxiv(values):
        if eprint.isdigit():  # hep-th/9901001 as eprint and primaryclass
            eprint = f"{values.get('primaryclass') or values.get('eprintclass') or ''}/{eprint}"
        if found := arxiv_id(eprint):
            return found
    for name in ("arxiv", "arxivid"):
        if (value := values.get(name)) and (found := arxiv_id(value)):
            return found
    for name in _ARXIV_FIELDS:
        value = values.get(name)
        if value and (found := _said_arxiv(name, value)):
            return found
    return None


def identifiers_in(
    values: Mapping[str, str], *, doi: str | None, arxiv: str | None
) -> tuple[Identifier, ...]:
    """Return every identifier of the work and its code, normalised, without repeats.

    Args:
        values: What an entry says.
        doi: What `doi_in` finds there.
        arxiv: What `arxiv_in` finds there.
    """
    found: list[Identifier] = []
    if doi:
        found += identify(doi)
    if arxiv:
        found.append(Identifier("arxiv", arxiv))
    kind = (values.get("eprinttype") or values.get("archiveprefix") or "").lower()
    announced = [values.get("pmid"), values.get("pubmed")]
    announced.append(values.get("eprint") if kind in {"pubmed", "pmid"} else None)
    for number in filter(None, announced):
        found += identify(f"PMID: {number}")
    for name, value in values.items():
        if name in _IDENTIFYING or name.startswith("link-"):
            found += identify(value)
    return tuple(dict.fromkeys(found))


def place_in(kind: str, values: Mapping[str, str]) -> tuple[str, VenueMatch | None]:
    """Return TeX source of what an entry of type `kind` says about its venue, and what that names.

    ("", None) where it says nothing. A known venue goes before an unknown one, that before a preprint
    server; a publisher's series is no venue.
    """
    unknown = ""
    preprint: tuple[str, VenueMatch] | None = None
    for name in _FIELDS_OF_ARTICLES if kind in _ARTICLES else _FIELDS_OF_OTHERS:
        value = values.get(name)
        if not value or (name == "howpublished" and not is_text(value)):
            continue
        match = find_venue(value)
        if match is None:
            unknown = unknown or (value if name != "series" else "")
        elif match.venue.kind == "preprint":
            preprint = preprint or (value, match)
        elif match.venue.kind != "series":
            return value, match
    if not unknown and preprint is None and kind not in OWN_VENUE:
        preprint = _server_in(values)
    return (unknown, None) if unknown or preprint is None else preprint


def _server_in(values: Mapping[str, str]) -> tuple[str, VenueMatch] | None:
    """Return the preprint server that an entry without a venue names, None where it names none."""
    for name in _FIELDS_OF_SERVERS:
        value = values.get(name)
        match = find_venue(value) if value and is_text(value) else None
        if value and match is not None and match.venue.kind == "preprint":
            return value, match
    return None


def is_text(value: str) -> bool:
    """Whether a field that may hold a link holds words instead."""
    return "\\url" not in value and "\\href" not in value and not value.startswith(("http", "www."))


def _is_arxiv(values: Mapping[str, str]) -> bool:
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


OF_VENUE = frozenset(
    "year date month booktitle journal journaltitle howpublished series volume number pages publisher "
    "editor address location organization school institution doi url isbn issn eventtitle venue".split()
)
"""Fields that say where and when a version of a work was published; never mixed of two versions."""

STANDARD = OF_VENUE | frozenset(
    "abstract annotation annote author bookauthor booksubtitle chapter crossref edition entryset "
    "archiveprefix eprint eprintclass eprinttype file ids issue key keywords langid language mainsubtitle "
    "maintitle note options origdate pagetotal primaryclass pubstate related shortauthor shorttitle "
    "sortkey subtitle title titleaddon translator type urldate version xdata xref".split()
)
"""Fields of BibTeX and biblatex, beside which an entry may have any other."""
