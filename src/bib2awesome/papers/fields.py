"""The fields of survey.bib that mean something here, for the documentation.

The standard ones are those of BibTeX (btxdoc) and BibLaTeX; the others are ours, and no common
bibliography style prints them.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["OWN", "STANDARD", "FieldHelp"]


class FieldHelp(NamedTuple):
    """One field, or several that serve the same: `names`, and what is done with them in a sentence."""

    names: tuple[str, ...]
    help: str


OWN = (
    FieldHelp(
        ("category",), "Ids or paths of categories.toml, separated by commas; `{-}` for none"
    ),
    FieldHelp(("code",), "URL of the code"),
    FieldHelp(("link-<label>",), "URL of any further link, shown under its label"),
    FieldHelp(("shortvenue",), "The venue tag, instead of the one that is worked out"),
    FieldHelp(("shorttitle",), "A short name, for tables and item styles"),
    FieldHelp(("tldr",), "One sentence about the paper, for item styles"),
    FieldHelp(("award",), "An award, for item styles"),
    FieldHelp(("remark",), "A private remark; never shown"),
)
STANDARD = (
    FieldHelp(("title", "subtitle"), "The title"),
    FieldHelp(
        ("author", "editor"), "The names, in any form that BibTeX reads; editors where no author is"
    ),
    FieldHelp(
        ("booktitle", "journal", "journaltitle", "eventtitle", "series"), "Where the venue is found"
    ),
    FieldHelp(("year", "month", "date"), "When it appeared, for the tag and for sorting"),
    FieldHelp(("url",), "The link to the paper"),
    FieldHelp(("doi",), "The DOI, with or without `https://doi.org/` before it"),
    FieldHelp(
        ("eprint", "archiveprefix", "eprinttype"), "The arXiv id, old or new style; or a HAL id"
    ),
    FieldHelp(("crossref", "xdata"), "Entries whose fields hold here too"),
)
