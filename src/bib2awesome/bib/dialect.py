"""Entry types and required fields of both dialects, and which of the two a file is written in.

Classic BibTeX: btxdoc.pdf, section 3.1. BibLaTeX: the manual's section 2.1, where "required" is meant for
the standard styles only; what it merely recommends is not asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from bib2awesome.bib.document import Document

__all__ = [
    "ALIASES",
    "CONTAINERS",
    "STYLE_TYPES",
    "TYPES",
    "in_camel_case",
    "is_biblatex",
    "required",
]

_CLASSIC = frozenset(
    "article book booklet conference inbook incollection inproceedings manual mastersthesis misc "
    "phdthesis proceedings techreport unpublished".split()
)
_BIBLATEX_ONLY = frozenset(
    "mvbook bookinbook suppbook collection mvcollection suppcollection dataset online patent periodical "
    "suppperiodical mvproceedings reference mvreference inreference report set software thesis xdata "
    "artwork audio bibnote commentary image jurisdiction legislation legal letter movie music "
    "performance review standard video customa customb customc customd custome customf".split()
)
TYPES = _CLASSIC | _BIBLATEX_ONLY | {"electronic", "www"}
"""Every type that a standard style of either dialect knows."""
STYLE_TYPES = frozenset(
    # jurabib, acmart, apacite, achemso
    "commented jurthesis presentation artifactsoftware artifactdataset game podcast newsarticle inpress "
    "submitted lexicon "
    # biblatex-software, -bookinother, -philosophy, -apa, -chicago, -mla, -archaeology, -cv, -gost
    "softwareversion softwaremodule codefragment ancienttext archival bookinarticle bookincollection "
    "bookininarticle bookininbook bookinincollection bookininproceedings bookininreference bookinjournal "
    "bookinmathesis bookinphdthesis bookinproceedings bookinreference bookinthesis catalog classictext "
    "conferencepaper constitution ctan exhibcatalog gitcommit inarticle inaudio incatalog incommentary "
    "inexhibcatalog ininarticle ininbook inincollection ininproceedings ininreference inlexicon inmathesis "
    "inmovie inmusic inphdthesis inthesis invideo legadminmaterial legmaterial letters manuscript mlasource "
    "mvcommentary mvlexicon seminarpaper talk".split()
)
"""Types that only a style with rules of its own knows, by the styles of TeX Live 2022."""
CONTAINERS = frozenset({"xdata", "set"})
"""Types that hold fields for other entries and are never cited."""

_CAMEL = {
    name.lower(): name
    for name in "InProceedings InCollection InBook MastersThesis PhdThesis TechReport".split()
}

ALIASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "journal": ("journal", "journaltitle", "shortjournal"),
        "year": ("year", "date"),
        "school": ("school", "institution"),
        "institution": ("institution", "school", "organization", "publisher"),
        "author": ("author", "authors"),
        "booktitle": ("booktitle", "maintitle", "eventtitle"),
        "publisher": ("publisher", "organization", "institution"),
    }
)
"""Names under which either dialect, or a style that is in use, takes a field."""

_PEOPLE = "author/editor"
_BOTH: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "article": ("author", "title", "journal", "year"),
        "book": (_PEOPLE, "title", "year"),
        "inbook": (_PEOPLE, "title", "chapter/pages/booktitle", "year"),
        "incollection": ("author", "title", "booktitle", "year"),
        "inproceedings": ("author", "title", "booktitle", "year"),
        "mastersthesis": ("author", "title", "school", "year"),
        "phdthesis": ("author", "title", "school", "year"),
        "thesis": ("author", "title", "school", "year"),
        "techreport": ("author", "title", "institution", "year"),
        "report": ("author", "title", "institution", "year"),
        "proceedings": ("title", "year"),
        "booklet": ("title",),
        "manual": ("title",),
        "unpublished": ("author", "title"),
        "online": ("title", "url/doi/eprint"),
        "patent": ("author", "title", "number"),
        "dataset": ("title",),
        "software": ("title",),
        "misc": ("title/howpublished/note/url",),
    }
)
_CLASSIC_MORE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "book": ("publisher",),
        "inbook": ("publisher",),
        "incollection": ("publisher",),
        "unpublished": ("note",),
    }
)
_PREPRINT = ("author", "title", "year")
_SAME = {"conference": "inproceedings", "electronic": "online", "www": "online"}
_OWN_FIELDS = frozenset(
    "journaltitle date location eprinttype eprintclass subtitle titleaddon maintitle booksubtitle langid "
    "eventtitle eventdate origdate editortype xdata pubstate sortname sorttitle".split()
)
_OLDER_FIELDS = frozenset("year address archiveprefix school".split())
_ONLY_BIBLATEX = _BIBLATEX_ONLY - {"dataset", "software", "online", "patent"}
"""Types that no classic style knows, nor a reader of classic files writes."""


def in_camel_case(kind: str) -> str:
    """Return a type, in lower case, as some authors write theirs: `InProceedings`, `Article`."""
    return _CAMEL.get(kind, kind.capitalize())


@lru_cache(8)
def is_biblatex(document: Document) -> bool:
    """Whether a file is written for BibLaTeX: more of its entries speak that than BibTeX.

    One entry that a database exported otherwise does not change what a file is for, and BibLaTeX takes
    most of the classic names as well.
    """
    votes = 0
    for entry in document.usable():
        names = {document.lower(spans[1]) for spans in document.layout.fields_of(entry.index)}
        own = len(names & _OWN_FIELDS) + (entry.type in _ONLY_BIBLATEX)
        older = len(names & _OLDER_FIELDS)
        votes += (own > older) - (older > own)
    return votes > 0


def required(kind: str, *, biblatex: bool, preprint: bool = False) -> tuple[str, ...]:
    """Return the fields that an entry of this type has to have; alternatives stand apart by `/`.

    Args:
        kind: The type, in lower case; an unknown one requires nothing.
        biblatex: Whether the dialect is BibLaTeX; it asks for less.
        preprint: Whether the entry has an `eprint`, which makes a @misc the description of a paper.
    """
    kind = _SAME.get(kind, kind)
    if kind == "misc" and preprint:
        return _PREPRINT
    fields = _BOTH.get(kind, ())
    return fields if biblatex else fields + _CLASSIC_MORE.get(kind, ())
