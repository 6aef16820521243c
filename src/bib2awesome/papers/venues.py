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
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from bib2awesome.bib.latex import to_unicode
from bib2awesome.papers.venue_data import (
    Index,
    Venue,
    abbreviations,
    canonical,
    index,
    venue,
    venues,
)

__all__ = ["Venue", "VenueMatch", "find_venue", "short_form", "venues"]


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


_ARXIV = re.compile(
    r"\W*(?:e-?prints?\W+|preprint\W+)?(?:arxiv|corr\b|computing research repository)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d./])(?:19[5-9]|20[0-4])\d(?![\d./])")
_TRACKS = {
    "SRW": r"student research workshop",
    "Findings": r"findings(?: of)?(?: the)?(?: association for computational linguistics)?",
    "DB": r"(?:track on )?(?:datasets? (?:and|&) benchmarks?|d&b)(?: track| proceedings)?",
    "Industry": r"(?:industry|industrial)(?: track| papers)",
    "Demo": r"(?:system |software )?(?:demonstrations|demos)(?: track| papers| session)?|demo track",
    "Tutorial": r"tutorial(?:s| abstracts| lectures)",
    "EA": r"extended abstracts(?: of| on)?",
    "Companion": r"companion(?: proceedings| publication| volume)?(?: of| to)?(?: the)?",
    "Adjunct": r"adjunct(?: proceedings| publication)?(?: of)?(?: the)?",
    "Posters": r"posters",
    "Talks": r"talks",
    "Courses": r"courses",
}
_TRACK = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{source})" for name, source in _TRACKS.items()) + r")\b",
    re.IGNORECASE,
)
# Where a text falls apart; what no name in venues.toml crosses is a separator of its own.
_CUT = re.compile(
    r"""[,;:()\[\]/|"@]+ | \s[-–—]+\s | [–—] | \b(?:19[5-9]|20[0-4])\d\b
    | \b(?:at|in|conjunction|with|co-?located|held|as|part|from|held)\b(?=\s) | \n | (?=\bworkshops?\b) | (?<=workshop)\s | (?<=workshops)\s""",
    re.IGNORECASE | re.VERBOSE,
)
_ATTACHED = re.compile(r"[\W_]?(?:'|’|-|\s)?\s?(?:(\d{4})|(\d\d))$")
_SPELLED = frozenset(("conference", "symposium", "meeting", "congress", "convention", "forum"))
_MOST_SEGMENTS = 24
_MOST_JOINED = 6


@lru_cache(maxsize=16384)
def find_venue(text: str) -> VenueMatch | None:
    r"""Return the venue that `text` names, None where it names none that `venues.toml` knows.

    Args:
        text: A `booktitle`, `journal`, `series` or tag, as TeX source or plain text: full titles of
            proceedings, DBLP's and publishers' forms, abbreviated journals, acronyms with or without year.
    """
    plain = to_unicode(text) if _needs_conversion(text) else text
    plain = _folded(" ".join(plain.split()))
    if not plain:
        return None
    known = index()
    if _ARXIV.match(plain):
        return VenueMatch(venue(known.names["arxiv"]))
    whole = _whole(known, plain)
    if whole is not None:
        return VenueMatch(venue(whole), "", _edition(plain))
    found = _TRACK.search(plain)
    track = found.lastgroup or "" if found else ""
    rest = plain if found is None else f"{plain[: found.start()]}|{plain[found.end() :]}"
    match = _part(known, rest)
    if match is None and track == "Findings":
        match = known.names["acl"], "" if "association for comp" in plain.lower() else None
    if match is None or match[1] is None:
        return None
    track = {"DB": "D&B"}.get(track, track) or match[1]
    return VenueMatch(venue(match[0]), track, _edition(plain))


def _needs_conversion(text: str) -> bool:
    return any(sign in text for sign in "\\{}~$")


def _folded(text: str) -> str:
    """Return `text` without accents, so that Proceedings from Zürich are found however they are written."""
    if text.isascii():
        return text
    text = text.replace("\u00a0", " ")
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)
    )


def _whole(known: Index, text: str) -> int | None:
    """Return the row whose name fills the whole text, with what is usual around it."""
    words = canonical(text)
    row = known.names.get(words)
    if row is None:
        row = known.names.get(_without_lead(words))
    if row is None and (turned := re.fullmatch(r"(.{8,}), ((?:IEEE|ACM|SIAM)\b.*)", text)):
        row = known.names.get(canonical(f"{turned[2]} {turned[1]}"))
    if row is None and (bracket := re.fullmatch(r"(.{3,}?) ?\(([^()]*)\)[\s\d]*", text)):
        outer, inner = _whole_names(known, bracket[1]), _whole_names(known, bracket[2])
        row = (
            outer if outer is not None and (inner in {outer, None}) and _plain(bracket[2]) else None
        )
    if row is None and "." in text:
        row = _abbreviated(words)
    return row


def _plain(inner: str) -> bool:
    """Whether a bracket holds but an acronym, a place or a number: nothing that changes what is meant."""
    return len(inner.split()) <= 3 and not _TRACK.search(inner) and "workshop" not in inner.lower()  # noqa: PLR2004


def _whole_names(known: Index, text: str) -> int | None:
    words = canonical(text)
    row = known.names.get(words)
    return known.names.get(_without_lead(words)) if row is None else row


_LEADS = frozenset(
    "proceedings ieee acm cvf in joint usenix aaai sigplan sigsoft sigops sigchi sigkdd sigmod sigir siggraph "
    "sigarch siam ifip iapr isca rsj asme ras computer society world sigact sigsac sigcomm sigweb sigmm conll "
    "aiaa ifac sigspatial sigmobile sigbed sigmicro sigda siggraph spec".split()
)


def _without_lead(words: str) -> str:
    """Return `words` without the publisher and "proceedings" in front."""
    while True:
        first, _, rest = words.partition(" ")
        if first not in _LEADS or not rest:
            return words
        words = rest


def _abbreviated(words: str) -> int | None:
    """Return the one row of which `words` are an abbreviation, word by word."""
    table = abbreviations()
    for candidate in (words, _without_lead(words)):
        parts = candidate.split()
        if len(parts) < 2:  # noqa: PLR2004
            continue
        rows = {
            row
            for name, row in table.get(" ".join([part[:3] for part in parts]), ())
            if all(map(str.startswith, name.split(), parts))
        }
        if len(rows) == 1:
            return rows.pop()
    return None


def _part(known: Index, text: str) -> tuple[int, str] | None:
    """Return row and track of the conference that fills some segments of `text`: names before acronyms."""
    pieces = [piece for piece in map(str.strip, _CUT.split(text)) if piece][:_MOST_SEGMENTS]
    segments = [canonical(piece) for piece in pieces]
    workshop = any(segment == "workshop" for segment in segments)
    best: tuple[int, int] | None = None  # words, row
    own = False
    for start in range(len(segments)):
        for end in range(start + 1, min(start + _MOST_JOINED, len(segments)) + 1):
            words = " ".join(filter(None, segments[start:end]))
            row = _conference(known, words)
            if row is not None and (best is None or words.count(" ") > best[0]):
                best = words.count(" "), row
                own = "workshop" in words.split()
    if best is None or best[0] == 0:
        row = _acronym(known, pieces, segments)
        if row is not None:
            return row, "Workshop" if workshop and known.rows[row][0] != "workshop" else ""
        return None
    return best[1], "Workshop" if workshop and not own else ""


def _conference(known: Index, words: str) -> int | None:
    """Return the row of a conference with the name `words`, of two words or more."""
    while " " in words:
        row = known.names.get(words)
        if row is not None and known.rows[row][0] in {"conference", "workshop"}:
            return row
        first, _, words = words.partition(" ")
        if first not in _LEADS:
            return None
    return None


def _acronym(known: Index, pieces: list[str], segments: list[str]) -> int | None:
    """Return the row of the first acronym that stands alone and that no spelled-out name contradicts."""
    spelled = [set(segment.split()) for segment in segments if _SPELLED & set(segment.split())]
    workshop = "workshop" in segments
    for piece in pieces:
        words = piece.split()
        while words and (
            words[0].lower().rstrip(".") in _SMALL
            or canonical(words[0]) in _LEADS
            and len(words) > 1
        ):
            words.pop(0)
        while len(words) > 1 and (
            words[-1].isdigit() or words[-1].lower() in {"proceedings", "conference"}
        ):
            words.pop()
        if len(words) != 1:
            continue
        row = known.acronyms.get(words[0])
        if row is None:
            bare = _ATTACHED.sub("", words[0])
            row = known.acronyms.get(bare) if bare != words[0] else None
        if row is not None and (workshop or _agrees(known, row, spelled)):
            return row
    return None


_SMALL = frozenset("the of in proceedings proc".split())
_ENOUGH_WORDS = 2


def _agrees(known: Index, row: int, spelled: list[set[str]]) -> bool:
    """Whether the spelled-out names beside an acronym could be its own: half of its words are there."""
    own = set(canonical(venue(row).name).split()) - _SPELLED - {"ieee", "acm"}
    for words in spelled:
        others = words - _SPELLED - _LEADS
        if len(others) >= _ENOUGH_WORDS and len(own & others) * 2 < len(own):
            return False
    return True


def _edition(text: str) -> int | None:
    """Return the year of the edition that `text` states: `ICML'15`, `(NSDI 24)`, the first year in it."""
    year = _YEAR.search(text)
    if year is not None:
        return int(year[0])
    short = re.search(r"[A-Za-z](?:['’-]\s?|\s)?(\d\d)(?=[\s,:;)/-]|$)(?!\s?[-/]\d)", text)
    if short is None:
        glued = re.search(r"[A-Z]((?:19[5-9]|20[0-4])\d)\b", text)
        return int(glued[1]) if glued else None
    return _century(int(short[1])) if re.search(r"[A-Z]{2}", text) else None


def _century(two: int) -> int:
    return two + (2000 if two < 50 else 1900)  # noqa: PLR2004


_NO_ACRONYM = frozenset(
    "USA UK IEEE ACM AAAI PMLR CEUR LNCS LNAI CCIS EU UAE USSR NY CA MA IFIP SIAM SPIE USENIX II III IV VI "
    "VII VIII IX XI XII BC DC HI IL".split()
)
_PARTING = re.compile(r",|;|\s[-–—]+\s|[–—]|\. ")


@lru_cache(maxsize=16384)
def short_form(text: str) -> str:
    """Return the best readable short name in a text that `find_venue` does not know, without a year.

    An acronym in brackets, else one that stands alone between commas; else the text itself, without
    "Proceedings of the", ordinals, year, place and volume.

    Args:
        text: A `booktitle`, `journal` or the like, as TeX source or plain text.
    """
    plain = " ".join((to_unicode(text) if _needs_conversion(text) else text).split())
    workshop = " Workshop" if re.search(r"\bworkshops?\b", plain, re.IGNORECASE) else ""
    for pattern in (r"\(([^()]+)\)", r"(?:^|[,:–—]|\s-)([^,:–—()]+?)(?=$|[,:–—(]|\s-\s)"):
        for match in re.finditer(pattern, plain):
            acronym = re.fullmatch(
                r"\s*(?:In |Proc(?:eedings|\.) (?:of )?)?([A-Z][A-Za-z&+@-]*[A-Z][A-Za-z&+@-]*)(?:[\s'’-]*(?:\d{4}|\d\d))?\s*",
                match[1],
            )
            if acronym and acronym[1] not in _NO_ACRONYM and len(acronym[1]) <= 14:  # noqa: PLR2004
                named = acronym[1].endswith("W") or workshop == ""
                return acronym[1] if named or match[1] not in plain else acronym[1]
    return _stripped(plain)


def _stripped(plain: str) -> str:
    lead = re.compile(
        r"^(?:in:?\s+)?(?:the\s+)?proceedings\s+(?:of\s+)?(?:the\s+)?|^proc\.\s+(?:of\s+)?(?:the\s+)?",
        re.I,
    )
    text = lead.sub("", plain)
    if text != plain or re.search(r"\b(?:conference|symposium|workshop|congress)\b", plain, re.I):
        text = _PARTING.split(text, maxsplit=1)[0]
        text = re.sub(
            r"^(?:(?:the|\d+(?:st|nd|rd|th)|(?:19|20)\d\d|annual)\s+)+", "", text, flags=re.I
        )
    text = re.sub(r"\s*[(\[]?(?<!\d)(?:19|20)\d\d[)\]]?\s*$", "", text).strip(" ,;:")
    return text or plain
