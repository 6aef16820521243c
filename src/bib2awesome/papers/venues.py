"""Venues: what a `booktitle`, `journal` or tag means, and how the lists write it in short.

The knowledge is data (`venues.toml`, one line per venue); this module finds the line that a text names.
Nothing is matched inside a word or inside a longer name: a text is cut into segments (at commas, colons,
brackets, years, "workshop"), and a name counts only where it fills whole segments, so that "ICML" is not
in "ICMLA", nor "Nature" in "Nature Communications". A journal has to fill the whole text. An acronym
counts in its own spelling, and not beside a spelled-out name of something else.

Workshops and tracks never pass for the main conference: they come back as `VenueMatch.track`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from bib2awesome.bib.latex import to_unicode
from bib2awesome.papers.venue_data import MEETINGS, Index, Venue, canonical, index, venue, venues
from bib2awesome.papers.venue_segments import (
    abbreviated,
    fills_segments,
    without_lead,
)

__all__ = ["Venue", "VenueMatch", "find_venue", "shown", "venues"]


class VenueMatch(NamedTuple):
    """What a text names: a venue, the track of it, and the edition's year as far as the text says so.

    `track` is "" for the main proceedings, else "Workshop", "Findings", "D&B" (Datasets and Benchmarks),
    "Industry", "Demo", "Tutorial", "SRW" (student research workshop), "EA" (extended abstracts),
    "Companion", "Adjunct", "Posters", "Talks" or "Courses".
    """

    venue: Venue
    track: str = ""
    year: int | None = None

    @property
    def short(self) -> str:
        """Return the venue's short name with the track behind it: `NeurIPS`, `EMNLP Findings`."""
        return f"{self.venue.short} {self.track}" if self.track else self.venue.short


# Which words make a track probable (cheap to look for), and what belongs to its name.
_TRACKS = (
    ("SRW", "student research", r"student research workshop"),
    (
        "Findings",
        "findings",
        r"findings(?: of)?(?: the)?(?: association for computational linguistics)?",
    ),
    (
        "D&B",
        "benchmarks",
        r"(?:track on )?datasets? (?:and|&|\\&) benchmarks?(?: track| proceedings)?",
    ),
    ("D&B", "d&b", r"d&b(?: track)?"),
    ("Industry", "industr", r"(?:industry|industrial)(?: track| papers)"),
    (
        "Demo",
        "demo",
        r"(?:system |software )?(?:demonstrations|demos|demo track)(?: track| papers)?",
    ),
    ("Tutorial", "tutorial", r"tutorial(?:s| abstracts| lectures)"),
    ("EA", "extended abstracts", r"extended abstracts(?: of| on)?(?: the)?"),
    (
        "Companion",
        "companion",
        r"companion(?: proceedings| publication| volume)?(?: of| to)?(?: the)?",
    ),
    ("Adjunct", "adjunct", r"adjunct(?: proceedings| publication)?(?: of)?(?: the)?"),
    ("Posters", "posters", r"posters"),
    ("Talks", "talks", r"talks"),
    ("Courses", "courses", r"courses"),
)


_LONGEST = 2000


@lru_cache(maxsize=16384)
def find_venue(text: str) -> VenueMatch | None:
    r"""Return the venue that `text` names, None where it names none that `venues.toml` knows.

    Args:
        text: A `booktitle`, `journal`, `series` or tag, as TeX source or plain text: full titles of
            proceedings, DBLP's and publishers' forms, abbreviated journals, acronyms with or without year.
            More than 2,000 characters name no venue.
    """
    text = plain(text)
    if not text or len(text) > _LONGEST:
        return None
    known = index()
    lower = text.lower()
    if _is_arxiv(lower):
        return VenueMatch(venue(known.names["arxiv"]))
    whole = _named(known, text)
    track, rest = ("", text) if whole is not None else _track(text, lower)
    if whole is None and not track:
        whole = _around(known, text)
    if whole is not None and _is_spelled(known, whole, text):
        return VenueMatch(venue(whole), "", edition(text))
    part = fills_segments(known, rest)
    if part is None:
        if track != "Findings" or "association for computational linguistics" not in lower:
            return None
        part = known.names["acl"], ""
    return VenueMatch(venue(part[0]), track or part[1], edition(text))


def plain(text: str) -> str:
    """Return `text` as one line of Unicode without TeX and accents, so that Zürich is Zurich."""
    text = shown(text)
    if not text.isascii() and ("\u2013" in text or "\u2014" in text):
        text = " ".join(text.replace("\u2013", " - ").replace("\u2014", " - ").split())
    if text.isascii():
        return text
    import unicodedata  # noqa: PLC0415 most files are ASCII; costs start-up

    signs = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


def shown(text: str) -> str:
    """Return `text` as one line of Unicode without TeX."""
    if any(sign in text for sign in "\\{}~$"):
        text = to_unicode(text)
    return " ".join(text.split())


def _is_arxiv(lower: str) -> bool:
    """Whether a text says arXiv (CoRR), however the sources put it."""
    lower = lower.lstrip("([<\"'")
    return (
        lower.startswith(
            ("arxiv", "corr abs", "corr,", "corr/", "corr:", "computing research repos")
        )
        or lower == "corr"
        or "preprint arxiv" in lower
        or ("arxiv" in lower and lower.startswith(("preprint", "eprint", "e-print")))
    )


def _track(text: str, lower: str) -> tuple[str, str]:
    """Return the track a text names, "" if none, and the text with a cut in its place."""
    for track, hint, source in _TRACKS:
        if hint in lower:
            found = _track_pattern(source).search(text)
            if found is not None:
                return track, f"{text[: found.start()]}|{text[found.end() :]}"
    return "", text


@cache
def _track_pattern(source: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{source})\b", re.IGNORECASE)


def _around(known: Index, text: str) -> int | None:
    """Return the row whose name fills the whole text, turned around, with its acronym, or abbreviated."""
    row = None
    if ", IEEE" in text or ", ACM" in text:
        start = max(text.rfind(", IEEE"), text.rfind(", ACM"))
        row = _named(known, f"{text[start + 2 :]} {text[:start]}")
    elif text.endswith(")") and text.count("(") == 1:
        outer, _, inner = text[:-1].partition("(")
        if not inner.isdigit() and " " not in inner:
            row, other = _named(known, outer), _named(known, inner)
            row = row if other in {row, None} or inner not in known.acronyms else None
    if row is None and "." in text:
        row = abbreviated(canonical(text))
    return row


# Acronyms that are words: they count as written only, or "Group" and "Case" would be conferences.
_WORDS = frozenset(
    "aim alt arc assets case cases cc ches chi cloud cluster codes date dis ease fast forte group gi host "
    "interact its iv lisa mass micro mig models onward pact pam petra plos raid re sam sat sea spin vis".split()
)


def _is_spelled(known: Index, row: int, text: str) -> bool:
    """Whether a single word that is a conference's name is spelled as one."""
    return (
        text.lower() not in _WORDS or text in known.acronyms or known.rows[row][0] not in MEETINGS
    )


def _named(known: Index, text: str) -> int | None:
    """Return the row of a name that may have "Proceedings of the" and publishers in front of it."""
    names = known.names
    return next((names[words] for words in without_lead(canonical(text)) if words in names), None)


def edition(text: str) -> int | None:
    """Return the year of the edition that `text` states: `ICML'15`, `(NSDI 24)`, the first year in it."""
    found = _edition_pattern().search(text)
    if found is None:
        return None
    year = int(found[1] or found[2] or found[3])
    if found[1]:
        return year
    return year + (2000 if year < 50 else 1900)  # noqa: PLR2004


@cache
def _edition_pattern() -> re.Pattern[str]:
    full = r"(?<![\d.])((?:19[5-9]|20[0-4])\d)(?![\d/])"
    short = r"(?<=[A-Za-z])(?:\s?['\u2019]\s?|-|(?<=[A-Z]{3}))(\d\d)(?=$|[,:;)/]|\s\D)|[a-zA-Z] (\d\d)\)"
    return re.compile(f"{full}|{short}")
