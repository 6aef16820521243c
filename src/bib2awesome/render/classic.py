r"""A work in the classic BibTeX dialect: types and fields that every `.bst` knows, nothing it warns of.

The types are the fourteen of `btxdoc`; BibLaTeX's are mapped to them, its fields translated. What a
style calls for decides the rest, as far as the entry holds it: plain, plainnat, IEEEtran, acmart,
splncs04 and elsarticle-num were read and run. So an article in a journal that has neither volume nor
number is a @misc with the journal's name emphasised, which looks the same and which acmart does not
complain of, and a paper that is on arXiv only is a @misc that says so where every style prints it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bib2awesome.bib import dialect
from bib2awesome.papers.identifiers import arxiv_month
from bib2awesome.render.addresses import move_urls
from bib2awesome.render.biblatex import YEAR_MONTH, from_biblatex
from bib2awesome.render.classic_types import FITTED, Fields, thesis

__all__ = ["CONTAINERS", "PRINTED", "classic"]

CONTAINERS = dialect.CONTAINERS | {"bibnote", "control", "ieeetranbstctl"}
"""Types that are no work: they carry fields for others, or settings of a style."""

_COMMON = "note key doi url eprint archiveprefix primaryclass"
PRINTED: Mapping[str, tuple[str, ...]] = {
    kind: tuple(f"author title {fields} {_COMMON}".split())
    for kind, fields in {
        "article": "journal volume number pages articleno numpages year month issn",
        "book": "editor edition series volume number publisher address year month isbn",
        "booklet": "howpublished address year month",
        "inbook": "editor chapter pages edition series volume number type publisher address year month isbn",
        "incollection": "booktitle editor chapter pages edition series volume number type publisher address "
        "year month isbn",
        "inproceedings": "booktitle editor series volume number pages articleno numpages "
        "organization publisher address year month isbn",
        "manual": "organization edition address year month",
        "mastersthesis": "type school address year month",
        "misc": "howpublished year month",
        "phdthesis": "type school address year month",
        "proceedings": "editor series volume number organization publisher address year month isbn",
        "techreport": "type number institution address year month",
        "unpublished": "year month",
    }.items()
}
"""The types of the dialect with the fields that styles print for them, in the order written."""

_TYPES = {kind: kind for kind in PRINTED} | {
    "conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
    "mvbook": "book",
    "collection": "book",
    "mvcollection": "book",
    "reference": "book",
    "mvreference": "book",
    "periodical": "book",
    "mvproceedings": "proceedings",
    "bookinbook": "incollection",
    "suppbook": "incollection",
    "suppcollection": "incollection",
    "inreference": "incollection",
    "suppperiodical": "article",
    "review": "article",
}


def classic(
    kind: str, values: Mapping[str, str], arxiv: str | None
) -> tuple[str, Mapping[str, str]]:
    """Return the classic type and the fields to write, in order, still as the source has them.

    Args:
        kind: The entry's type, lower case; an unknown one is a `misc`.
        values: Its fields by lower-case name, inherited ones included, as TeX source.
        arxiv: The id of the work on arXiv, or None.
    """
    fields = dict(values)
    from_biblatex(kind, fields)
    known = _TYPES.get(kind, "misc")
    if kind == "patent" and "number" in fields:
        fields.setdefault("howpublished", f"Patent {fields['number']}")
    if known == "phdthesis":
        known = thesis(fields)
    move_urls(fields)
    if arxiv and (kind not in _OBJECTS or "eprint" in fields) and _only_on_arxiv(known, fields):
        _as_preprint(fields, arxiv)
        known = "misc"
    known = FITTED[known](fields)
    _date(fields)
    if "eprint" in fields and not arxiv:
        del fields["eprint"]  # the styles that print one take it for arXiv's
    elif "eprint" in fields:
        fields["eprint"], fields["archiveprefix"] = arxiv or "", "arXiv"
    if "author" in fields:
        fields.pop("key", None)
    elif "editor" not in fields or known not in _EDITED:
        _key(fields)
    return known, {name: fields[name] for name in PRINTED[known] if name in fields}


def _only_on_arxiv(kind: str, fields: Fields) -> bool:
    if kind not in _PREPRINTS or "booktitle" in fields:
        return False
    journal, published = fields.get("journal", ""), fields.get("howpublished", "")
    if kind == "techreport" and "institution" in fields:
        journal = fields["institution"]
    return _says_arxiv(journal) and _says_arxiv(published)


@lru_cache(4096)
def _says_arxiv(said: str) -> bool:
    return not said or _ARXIV.search(said) is not None


_PREPRINTS = frozenset(
    {"article", "booklet", "inproceedings", "manual", "misc", "techreport", "unpublished"}
)
_EDITED = frozenset({"book", "inbook", "proceedings"})
"""Types that styles sort and label by the editor where there is no author."""
_OBJECTS = frozenset({"dataset", "electronic", "online", "software", "video", "www"})
"""Not papers themselves; one may still point at its paper."""
_ARXIV = re.compile(r"\barxiv\b|^corr$|\babs/\d", re.IGNORECASE)


def _as_preprint(fields: Fields, arxiv: str) -> None:
    fields["howpublished"] = f"arXiv preprint arXiv:{arxiv}"
    if not fields.get("year"):
        month = arxiv_month(arxiv)
        if month:
            fields["year"] = str(month[0])
    if arxiv in fields.get("note", ""):
        del fields["note"]
    fields.setdefault("url", f"https://arxiv.org/abs/{arxiv}")
    for name in ("eprint", "archiveprefix", "primaryclass"):
        fields.pop(name, None)


def _key(fields: Fields) -> None:
    """Give an entry that has no author what styles sort and label it by."""
    if "title" in fields:
        fields.setdefault("key", fields["title"])


def _date(fields: Fields) -> None:
    year = fields.get("year", "")
    if year.isdecimal():
        return
    year = year.strip("{} ")
    if not year.isdecimal():
        found = YEAR_MONTH.fullmatch(year)
        if found:
            year = found[1]
            fields.setdefault("month", found[2])
        elif not year:
            fields.pop("month", None)  # a month alone is a complaint, and says nothing
            year = "n.d."
    fields["year"] = year
