"""A readable short name for a venue that `venues.toml` does not know."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bib2awesome.papers.venues import shown

__all__ = ["short_form"]

# Capitals between brackets or commas that are a publisher, a country, a state or a number.
_NO_ACRONYM = frozenset(
    "USA UK US EU UAE USSR NY CA MA DC BC HI IL IEEE ACM AAAI PMLR CEUR LNCS LNAI CCIS IFIP SIAM SPIE "
    "USENIX AIAA II III IV VI VII VIII IX XI XII XIII XIV XV PART".split()
)
_LONGEST_ACRONYM = 14
_LONGEST_SEGMENT = 60  # an acronym with "Proceedings of the" and a year


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "bracket": re.compile(r"\(([^()]+)\)"),
        "segment": re.compile(
            r"(?:^|[,:\u2013\u2014]|\s-)([^,:\u2013\u2014()]+?)(?=$|[,:\u2013\u2014(]|\s-\s)"
        ),
        "acronym": re.compile(
            r"\s*(?:In |Proc(?:eedings|\.) (?:of )?(?:the )?)?"
            r"([A-Z][A-Za-z&+@-]*[A-Z][A-Za-z&+@-]*)(?:[\s'\u2019-]*(?:\d{4}|\d\d))?\s*"
        ),
        "lead": re.compile(
            r"(?:in:?\s+)?(?:the\s+)?(?:proceedings|proc\.?)\s+(?:of\s+)?(?:the\s+)?", re.IGNORECASE
        ),
        "count": re.compile(
            r"(?:(?:the|annual|\d+\s?(?:st|nd|rd|th)|(?:19|20)\d\d)\s+)+", re.IGNORECASE
        ),
        "meeting": re.compile(
            r"\b(?:conference|symposium|workshop|congress|meeting)\b", re.IGNORECASE
        ),
        "parting": re.compile(r"[,;]|\s[-\u2013\u2014]+\s|[\u2013\u2014]|\. "),
        "year": re.compile(r"\s*[(\[]?(?<!\d)(?:19|20)\d\d[)\]]?\s*$"),
    }


@lru_cache(maxsize=16384)
def short_form(text: str) -> str:
    """Return the best readable short name in `text`, without a year: "" only for an empty text.

    An acronym in brackets, else one that stands alone between commas; else the text itself, and where it
    names a meeting, without "Proceedings of the", ordinal, year, place and volume.

    Args:
        text: A `booktitle`, `journal` or the like, as TeX source or plain text.
    """
    whole = shown(text)
    patterns = _patterns()
    for name in ("bracket", "segment"):
        for match in patterns[name].finditer(whole):
            if len(match[1]) > _LONGEST_SEGMENT:
                continue
            acronym = patterns["acronym"].fullmatch(match[1])
            if acronym and acronym[1] not in _NO_ACRONYM and len(acronym[1]) <= _LONGEST_ACRONYM:
                return acronym[1]
    short = patterns["lead"].sub("", whole, count=1) if patterns["lead"].match(whole) else whole
    if short != whole or patterns["meeting"].search(whole):
        short = patterns["parting"].split(short, maxsplit=1)[0]
        counted = patterns["count"].match(short)
        short = short[counted.end() :] if counted else short
    return patterns["year"].sub("", short).strip(" ,;:.") or whole
