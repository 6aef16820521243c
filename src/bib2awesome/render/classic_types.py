"""What each classic type calls for: the fields that styles want of it, or the type that asks for less.

Read from plain, plainnat, IEEEtran, acmart, splncs04 and elsarticle-num; see `bib2awesome.render.classic`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

__all__ = ["FITTED", "Fields", "thesis"]

Fields = dict[str, str]


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


def thesis(fields: Fields) -> str:
    """Return `phdthesis` or `mastersthesis`; a `type` in the author's own words stays, biblatex's codes go."""
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


FITTED: Mapping[str, Callable[[Fields], str]] = {
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
"""By type, what makes the fields of an entry fit it, in place, and returns the type that it becomes."""


# What several types have in common


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
