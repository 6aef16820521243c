r"""A work in the classic BibTeX dialect: types and fields that every `.bst` knows, nothing it warns of.

The types are the fourteen of `btxdoc`; BibLaTeX's are mapped to them, its fields translated. What a
style calls for decides the rest, as far as the entry holds it: plain, plainnat, IEEEtran, acmart,
splncs04 and elsarticle-num were read and run. So an article in a journal that has neither volume nor
number is a @misc with the journal's name emphasised, which looks the same and which acmart does not
complain of, and a paper that is on arXiv only is a @misc that says so where every style prints it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from bib2awesome.bib import dialect
from bib2awesome.papers.identifiers import arxiv_month
from bib2awesome.render.addresses import move_urls
from bib2awesome.render.biblatex import YEAR_MONTH, from_biblatex

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

Fields = dict[str, str]


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
        known = _thesis(fields)
    move_urls(fields)
    if arxiv and (kind not in _OBJECTS or "eprint" in fields) and _only_on_arxiv(known, fields):
        _as_preprint(fields, arxiv)
        known = "misc"
    known = _FITTED[known](fields)
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


# --- what each type calls for -------------------------------------------------------------------


def _article(fields: Fields) -> str:
    journal = fields.get("journal")
    if not journal:
        return _inproceedings(fields) if "booktitle" in fields else _misc(fields)
    _article_number(fields)
    if "volume" not in fields:
        if "number" not in fields:
            pages = f", pages~{fields['pages']}" if "pages" in fields else ""
            fields["howpublished"] = rf"\emph{{{journal}}}{pages}"
            return _misc(fields)
        fields["volume"] = fields.pop("number")
    return "article"


def _inproceedings(fields: Fields) -> str:
    if "booktitle" not in fields:
        return _article(fields) if "journal" in fields else _misc(fields)
    _article_number(fields)
    _numbered(fields)
    return "inproceedings"


def _incollection(fields: Fields) -> str:
    if "booktitle" not in fields:
        return _book(fields)
    _numbered(fields)
    return "incollection"


def _inbook(fields: Fields) -> str:
    if "booktitle" in fields:
        return _incollection(fields)
    _book(fields)
    return "inbook" if "chapter" in fields or "pages" in fields else "book"


def _book(fields: Fields) -> str:
    _numbered(fields)
    if "author" in fields:
        fields.pop("editor", None)  # a style prints one of them and complains of both
    elif "editor" not in fields and not _organisation(fields):
        return _misc(fields)
    return "book"


def _proceedings(fields: Fields) -> str:
    _numbered(fields)
    fields.pop("author", None)
    return "proceedings"


def _manual(fields: Fields) -> str:
    _first_of(fields, "organization", ("institution", "publisher"))
    if "organization" not in fields:
        return _misc(fields)
    return "manual"


def _thesis(fields: Fields) -> str:
    """Tell a doctoral thesis from the others, and keep the words where they are the author's own."""
    kind = fields.get("type", "")
    doctoral = not _BELOW_DOCTOR.search(kind)
    words = {"bathesis": "Bachelor's thesis", "candthesis": "Candidate thesis"}
    if kind.lower() in {"phdthesis", "mathesis", *words}:
        fields.pop("type")
        if kind.lower() in words:
            fields["type"] = words[kind.lower()]
    return "phdthesis" if doctoral else "mastersthesis"


_BELOW_DOCTOR = re.compile(r"^(?:ma|ba)thesis$|master|bachelor|diplom|\bm\.?\s?sc", re.IGNORECASE)


def _at_school(kind: str, called: str) -> Callable[[Fields], str]:
    def fit(fields: Fields) -> str:
        _first_of(fields, "school", ("institution", "organization", "publisher"))
        if "school" in fields:
            return kind
        fields.setdefault("howpublished", fields.get("type", called))
        return _misc(fields)

    return fit


def _techreport(fields: Fields) -> str:
    _first_of(fields, "institution", ("organization", "school", "publisher"))
    kind = {"techreport": "", "resreport": "Research report"}.get(fields.get("type", "").lower())
    if kind is not None:
        fields.pop("type")
        if kind:
            fields["type"] = kind
    if "institution" in fields:
        return "techreport"
    number = f" {fields['number']}" if "number" in fields else ""
    fields.setdefault("howpublished", fields.get("type", "Technical report") + number)
    return _misc(fields)


def _unpublished(fields: Fields) -> str:
    return "unpublished" if "note" in fields else _misc(fields)


def _misc(fields: Fields) -> str:
    _first_of(fields, "author", ("editor",))
    authored = "author" in fields or _organisation(fields)
    _first_of(fields, "howpublished", ("publisher", "organization", "institution", "school"))
    if fields.get("author") == f"{{{fields.get('howpublished')}}}":
        del fields["howpublished"]  # one organisation, said once
    # acmart wants an author of a @misc; a @booklet looks the same and needs none.
    return "misc" if authored else "booklet"


_FITTED: Mapping[str, Callable[[Fields], str]] = {
    "article": _article,
    "book": _book,
    "booklet": lambda fields: _misc(fields) and "booklet",
    "inbook": _inbook,
    "incollection": _incollection,
    "inproceedings": _inproceedings,
    "manual": _manual,
    "mastersthesis": _at_school("mastersthesis", "Master's thesis"),
    "misc": _misc,
    "phdthesis": _at_school("phdthesis", "PhD thesis"),
    "proceedings": _proceedings,
    "techreport": _techreport,
    "unpublished": _unpublished,
}


# --- what several types have in common ----------------------------------------------------------


def _first_of(fields: Fields, name: str, others: tuple[str, ...]) -> None:
    """Fill the field `name` from the first of `others` that is there."""
    if name not in fields:
        for other in others:
            if other in fields:
                fields[name] = fields[other]
                return


def _organisation(fields: Fields) -> bool:
    """Let the organisation behind a work without an author be its author, in braces of its own."""
    for name in ("organization", "institution", "publisher"):
        if name in fields:
            fields["author"] = f"{{{fields[name]}}}"
            return True
    return False


def _key(fields: Fields) -> None:
    """Give an entry that has no author what styles sort and label it by."""
    if "title" in fields:
        fields.setdefault("key", fields["title"])


def _article_number(fields: Fields) -> None:
    """Say an article number where every style prints it; acmart wants `numpages` beside its own."""
    number = fields.pop("eid", None) or fields.get("articleno")
    if number and "pages" not in fields:
        fields["pages"] = number
    if not ("articleno" in fields and "numpages" in fields):
        fields.pop("articleno", None)
        fields.pop("numpages", None)


def _numbered(fields: Fields) -> None:
    """Join volume and number: of a book a style prints one, and a number only beside a series."""
    number = fields.get("number")
    if number is None or ("series" in fields and "volume" not in fields):
        return
    del fields["number"]
    volume = fields.get("volume")
    fields["volume"] = f"{volume}({number})" if volume else number


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
