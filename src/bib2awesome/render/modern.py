r"""A work in the BibLaTeX dialect: raw letters, its own type, dates that biber takes without a word.

The fields are those of the BibLaTeX manual (section 2.2); what classic BibTeX calls otherwise is
renamed. A date that is none (`to appear`) becomes the `pubstate`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from bib2awesome.bib.latex import to_unicode
from bib2awesome.render.addresses import move_urls
from bib2awesome.render.biblatex import YEAR_MONTH
from bib2awesome.render.bibtex import SHOWN
from bib2awesome.render.values import month_number

__all__ = ["modern", "raw_letters"]

_RENAMED = {
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass",
}
_ORDER = (
    *(name for name in SHOWN if name not in {*_RENAMED, "key", "venue", "articleno"}),
    "venue",
)
_KNOWN = frozenset(
    """article artwork audio bibnote book bookinbook booklet collection commentary dataset image
    inbook incollection inproceedings inreference jurisdiction legislation legal letter manual misc
    movie music mvbook mvcollection mvproceedings mvreference online patent performance periodical
    proceedings reference report review set software standard suppbook suppcollection suppperiodical
    thesis unpublished video conference electronic mastersthesis phdthesis techreport www""".split()
)
_ISO = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_DATE = re.compile(rf"{_ISO.pattern}(?:/(?:{_ISO.pattern})?)?|\d{{4}}-2[1-4]")
_STATES = {
    "to appear": "forthcoming",
    "forthcoming": "forthcoming",
    "in press": "inpress",
    "submitted": "submitted",
    "under review": "submitted",
    "in preparation": "inpreparation",
}
_GROUP = re.compile(r"\{\\(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")


def modern(
    kind: str, values: Mapping[str, str], arxiv: str | None
) -> tuple[str, Mapping[str, str]]:
    """Return the type and the fields to write, in order, still as the source has them.

    Args:
        kind: The entry's type, lower case; one that biber does not know is a `misc`, `preprint` is
            `online`.
        values: Its fields by lower-case name, inherited ones included, as TeX source.
        arxiv: The id of the work on arXiv, or None.
    """
    fields = dict(values)
    for classic, name in _RENAMED.items():
        if classic in fields:
            fields.setdefault(name, fields.pop(classic))
    move_urls(fields)
    if "articleno" in fields:
        fields.setdefault("eid", fields["articleno"])
    if "venue" in fields and "eventtitle" not in fields:
        del fields["venue"]  # many a list's own field
    if arxiv:
        fields |= {"eprint": arxiv, "eprinttype": "arxiv"}
        _without_repeat(fields, arxiv)
    elif fields.get("eprinttype", "").lower() == "arxiv":
        fields.pop("eprint", None)
    _dates(fields)
    known = kind if kind in _KNOWN else "online" if kind == "preprint" else "misc"
    return known, {name: fields[name] for name in _ORDER if fields.get(name)}


def _without_repeat(fields: dict[str, str], arxiv: str) -> None:
    """Leave out of the journal what biblatex prints as the eprint."""
    journal = fields.get("journaltitle", "")
    if arxiv in journal:
        fields["journaltitle"] = re.sub(rf"[\s:,(]*(?:arXiv:)?\s*{re.escape(arxiv)}.*", "", journal)
        if not fields["journaltitle"]:
            fields["journaltitle"] = "arXiv"
    if arxiv in fields.get("volume", ""):
        del fields["volume"]
    if arxiv in fields.get("note", ""):
        del fields["note"]


def _dates(fields: dict[str, str]) -> None:
    """Keep of year, month, date and urldate what biber reads."""
    for name in ("date", "urldate"):
        written = fields.get(name, "").strip("{} ")
        if written and not _DATE.fullmatch(written):
            del fields[name]
            if name == "date":
                fields.setdefault("year", written)
    if "date" in fields:
        fields.pop("year", None)
        fields.pop("month", None)
        return
    year = fields.get("year", "").strip("{} ")
    found = YEAR_MONTH.fullmatch(year)
    if found:
        fields["year"] = found[1]
        fields.setdefault("month", found[2])
    elif year and not year.isdecimal():
        del fields["year"]
        fields.setdefault("pubstate", _STATES.get(to_unicode(year).lower(), year))
    month = next(filter(None, map(month_number, re.findall(r"\w+", fields.get("month", "")))), None)
    fields.pop("month", None)
    if month and fields.get("year"):
        fields["month"] = str(month)


def raw_letters(tex: str) -> str:
    r"""Return `tex` in NFC with each letter that is a command as itself: `{\'E}` is É, `{\~{\^e}}` ễ."""
    if "\\" in tex:
        tex = _GROUP.sub(_raw, tex)
    return tex if tex.isascii() else unicodedata.normalize("NFC", tex)


def _raw(match: re.Match[str]) -> str:
    letter = to_unicode(match[0])
    return letter if len(letter) == 1 and letter.isalpha() and not letter.isascii() else match[0]
