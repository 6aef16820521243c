"""Venues named in one form over a whole bibliography, from venues.toml."""

from __future__ import annotations

from collections.abc import Mapping

from bib2awesome.papers.venues import VenueMatch, find_venue
from bib2awesome.render.latex_text import document_text

__all__ = ["in_form"]

_FIELDS = ("booktitle", "journal", "journaltitle", "eventtitle")
_TRACKS = {
    "D&B": "Datasets and Benchmarks Track",
    "EA": "Extended Abstracts",
    "SRW": "Student Research Workshop",
    "Workshop": "Workshops",
    "Industry": "Industry Track",
    "Demo": "System Demonstrations",
    "Tutorial": "Tutorial Abstracts",
}
_KINDS = frozenset({"conference", "workshop", "journal"})


def in_form(values: Mapping[str, str], form: str) -> Mapping[str, str]:
    """Return an entry's values with the venues that venues.toml knows in one form.

    Args:
        values: The fields by lower-case name, as TeX source.
        form: `as-written`, `full` (the name), `abbreviated` (a journal by ISO 4, `Proc. ICML`) or
            `short` (`ICML`). Preprint servers, series and venues that nobody knows stay as written.
    """
    if form == "as-written":
        return values
    changed = {}
    for name in _FIELDS:
        match = find_venue(values[name]) if name in values else None
        if match is not None and match.venue.kind in _KINDS:
            changed[name] = document_text(_named(match, form))
    return {**values, **changed} if changed else values


def _named(match: VenueMatch, form: str) -> str:
    venue = match.venue
    if form == "short":
        return match.short
    if form == "abbreviated":
        if venue.kind == "journal":
            return venue.abbreviation or venue.name
        return f"Proc. {match.short}"
    if match.track == "Findings":
        return f"Findings of the Association for Computational Linguistics: {venue.short}"
    track = _TRACKS.get(match.track, match.track)
    return f"{venue.name}, {track}" if track else venue.name
