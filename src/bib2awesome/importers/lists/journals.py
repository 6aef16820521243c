"""Journals as they are cited, with volume, issue and pages: `Nature 521, 436-444 (2015)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = [
    "Issue",
    "apa_issue",
    "dashed",
    "is_journal_name",
    "issue_alone",
    "issue_in",
    "issues_behind",
    "sure_issue_behind",
]

_YEAR = r"(?:19[5-9]\d|20[0-3]\d)"
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_ISSUE = re.compile(
    rf"(?P<journal>[^\W\d_][^\d()\[\];:|]{{1,90}}?)[\s,]+(?:\(?(?P<before>{_YEAR})(?:\s(?:{_MONTH})[a-z]*(?:\s\d{{1,2}})?)?\)?[\s,;:.]+)?"
    rf"(?:vol(?:ume)?s?\.?\s*)?(?P<volume>(?!{_YEAR}\b)\d{{1,4}})"
    r"(?:\s?\((?P<number>\d{1,3}(?:\s?[-\u2013/]\s?\d{1,3})?)\)|[\s,]+(?:no|nr|iss(?:ue)?)\.?\s*(?P<no>\d{1,3}(?:[-\u2013/]\d{1,3})?)|\.(?P<dot>\d{1,5}|[A-Z][a-z]{2}))?"
    rf"(?:\s*\((?P<mid>{_YEAR})\))?"
    r"(?:[\s,.:]+(?:pp?\.?\s*|pages?\s+|article\s+)?"
    rf"(?P<pages>[A-Za-z]?(?!{_YEAR}\)?[\s.]*$)\d[\dA-Za-z.]*(?:\s?[-\u2013\u2014]{{1,2}}\s?[A-Za-z]?\d+)?))?"
    rf"(?:[\s,.;:]+\(?(?P<behind>{_YEAR})\)?)?[\s.]*"
)
_DATED = rf",\s+(?:(?:\d\d?\s)?(?P<m>[A-Z][a-z]{{2,8}})\.?\s)?(?P<y>{_YEAR})"
_VOLUME = re.compile(
    r"(?P<journal>[^\W\d_][^\d\[\];:|,]{1,100}?),?\s+[Vv]ol(?:ume|\.)?\s*(?P<volume>\d{1,4})"
    r"(?:,?\s+(?:no|num|nr|iss(?:ue)?)\.?\s*(?P<number>\d{1,3}(?:\s?[-\u2013/]\s?\d{1,3})?))?"
    r"(?:,\s+(?P<publisher>(?!pp?\.|pages?\b|[A-Z][a-z]{2,8}\.?\s\d)[^\W\d_][^\d,]{2,90}(?:,\sInc)?))?"
    rf"(?:{_DATED.replace('?P<', '?P<a')})?"
    r"(?:,\s+(?:pp?\.|pages?)\s*(?P<pages>[A-Za-z]?\d[\dA-Za-z.]*(?:\s?[-\u2013\u2014]{1,2}\s?[A-Za-z]?\d+)?))?"
    rf"(?:{_DATED.replace('?P<', '?P<b')})?[\s.]*"
)
"""`Journal of Looms, vol. 7, no. 2, Some Press, Dec. 2023, pp. 1-10`, as MLA and IEEE have it."""
_APA = re.compile(
    r"(?P<journal>(?!In\s)[^\W\d_][^\d\[\];:|]{2,100}?)(?:,\s*|\s+)(?P<volume>\d{1,4})(?:\s?\((?P<number>[\w\u2013-]{1,9})\))?"
    r"(?:[,:]\s*(?:pp?\.\s*)?(?P<pages>[A-Za-z]{0,5}\d[\dA-Za-z]*(?:\s?[-\u2013\u2014]{1,2}\s?[A-Za-z]?\d+(?:\.[a-z]\d+)?)?))?\.?(?:\s|$)"
)
"""`Journal of Looms, 7(2), 1-10.`, where the year stands before the title."""
_ALONE = re.compile(
    rf"(?:(?P<year>{_YEAR})[;,]\s*)?(?P<volume>\d{{1,4}})(?:\s?\((?P<number>[\w\u2013-]{{1,9}})\))?[,:]\s*(?:pp?\.\s*)?"
    r"(?P<pages>[A-Za-z]{0,3}\d[\w.]*(?:\s?[\u2013-]+\s?[A-Za-z]?\d+)?)"
)
"""`7(2), 1-10`, `1843;7(2):1-10`: behind a journal that stands apart."""
_SURE = re.compile(
    rf"\s\d{{1,4}}\s?\({_YEAR}\),?\s?[A-Za-z]?\d|\s{_YEAR};\s?\d{{1,4}}\s?(?:\(\d{{1,3}}\))?:\s?[A-Za-z]?\d"
)
"""`58 (1968) 367`, `1968;58(2):367`: what says that a journal stands before it."""
_PUBLISHED = re.compile(
    rf"(.+\d)\s[\u2013\u2014-]\s(?:Published|published) (?:on )?(?:\d{{1,2}} )?([A-Z][a-z]{{2,8}}),? ({_YEAR})[\s.]*"
)
"""`Phys. Rev. A 7, 010203 \u2013 Published 7 April, 2015`, as the American Physical Society has it."""
_SHORTENED = re.compile(r"(?:[A-Z][\w-]*\.,?\s)*[A-Z][\w-]*")
_MOST_WORDS = 9
_A_YEAR = re.compile(_YEAR)
_CUT = re.compile(r"(?:(?<![\s.][A-Z])\.|[,?!;|]|\s[-\u2013\u2014])\s+(?=[^\W\d_])")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:Acad|Adv|Am|Ann|Annu|Appl|Biol|Bull|Chem|Commun|Comput|Eur|Exp|Int|Lett|Math|Mod|Mol|Nat|Natl|Nucl|Opt|Philos|Phys|Proc|Res|Rev|Sci|Soc|Theor|Trans)$"
)
"""Words of journals before a full stop that ends no title: `Proc. Natl. Acad. Sci.`."""
_SENTENCE = re.compile(r"(?<![^\W_])[a-z]{4,}\.\s+[A-Z]")
"""Where a title ends, and no word of a journal: `Notes on looms. Weav. Sci.`."""
_LONGEST, _MOST_CUTS = 600, 12
_JOURNAL = re.compile(
    r"\b(?:journal|j\.|trans(?:actions|\.)|letters|lett\.|reviews?|rev\.|annals|ann\.|bulletin|archives?|frontiers|"
    r"magazine|mag\.|advances|proc(?:eedings|\.)|sci\.|res\.|lecture notes)",
    re.IGNORECASE,
)

_NAME = re.compile(
    r"(?=(?-i:[A-Z]))(?:.*\b)?(?:(?:transactions|proceedings|conference|symposium|journal) (?:of|on|for)\b|\s(?-i:Journal|Letters)$)",
    re.IGNORECASE,
)


def is_journal_name(name: str) -> bool:
    """Whether a text is the name of a journal or meeting, known or not: `Journal of Looms`."""
    return not ("," in name or ":" in name) and _NAME.match(name) is not None


class Issue(NamedTuple):
    """Where in a journal a work stands; "" and None for what is not said.

    Attributes:
        journal: As written.
        year: Of publication.
        volume: Its number.
        number: Of the issue.
        pages: The first, with a dash to the last, or the number of the article.
        month: Its name as written.
        publisher: Where one stands between volume and pages.
    """

    journal: str
    year: int
    volume: str
    number: str
    pages: str
    month: str = ""
    publisher: str = ""

    @property
    def is_formal(self) -> bool:
        """Whether the name says that it is a journal or proceedings."""
        return _JOURNAL.search(self.journal) is not None


def _has_year_and_figures(text: str) -> bool:
    """Whether a year stands among other figures, as in whatever names a volume or pages, too."""
    return _A_YEAR.search(text) is not None and sum(map(str.isdigit, text)) > 4  # noqa: PLR2004


def issue_in(text: str) -> Issue | None:
    """Return the journal, volume and year that `text` as a whole cites, None where it is something else."""
    if not _has_year_and_figures(text):
        return None
    if "ol" in text and (labelled := _labelled_issue(text)) is not None:
        return labelled
    published = (
        _PUBLISHED.fullmatch(text) if "Published " in text or " published " in text else None
    )
    if published is not None:
        issue = issue_in(f"{published[1]} ({published[3]})")
        return issue._replace(month=published[2]) if issue is not None else None
    match = _ISSUE.fullmatch(text)
    if match is None:
        return None
    years = [match[place] for place in ("before", "mid", "behind") if match[place]]
    name = match["journal"].rstrip(" ,")
    if len(years) != 1 or "," in name or (". " in name and _SENTENCE.search(name)):
        return None
    pages = dashed(match["pages"])
    number = re.sub(r"\s?[-\u2013]\s?", "--", match["number"] or match["no"] or match["dot"] or "")
    name = name if "." in name[:-1] else name.rstrip(".")
    return Issue(name, int(years[0]), match["volume"], number, pages)


def dashed(pages: str | None) -> str:
    """Return pages with a dash of BibTeX between them: `1-10` is `1--10`; "" for none."""
    return re.sub(r"\s?[-\u2013\u2014]+\s?", "--", pages or "")


def _labelled_issue(text: str) -> Issue | None:
    """Return what a text with the word `vol.` cites."""
    match = _VOLUME.fullmatch(text)
    year = match["ay"] or match["by"] if match is not None else None
    if match is None or year is None:
        return None
    return Issue(
        match["journal"].rstrip(" ,"),
        int(year),
        match["volume"].lstrip("0"),
        dashed(match["number"]).lstrip("0"),
        dashed(match["pages"]),
        match["am"] or match["bm"] or "",
        match["publisher"] or "",
    )


def apa_issue(text: str, year: int) -> tuple[Issue, str] | None:
    """Return the journal and volume that a text begins with, and what is behind them, of a work of a known year."""
    match = _APA.match(text)
    if match is None or not (match["number"] or match["pages"]):
        return None
    name, number = match["journal"], match["number"] or ""
    issue = Issue(name, year, match["volume"], dashed(number), dashed(match["pages"]))
    return issue, text[match.end() :]


def issue_alone(text: str, journal: str, year: int) -> Issue | None:
    """Return the volume and pages that a text states of a journal that stands before it, of a work of a known year."""
    match = _ALONE.fullmatch(text)
    if match is None:
        return None
    number, year = dashed(match["number"]), int(match["year"] or year)
    return Issue(journal, year, match["volume"], number, dashed(match["pages"]))


def sure_issue_behind(text: str) -> tuple[str, str] | None:
    """Return where a text can be cut so that volume, year and pages show that a journal is behind, known or not.

    Its name is as long as it can be: `A Title, Bull. Weav. Soc. 58 (1968) 367-398`.
    """
    if len(text) > _LONGEST or not _SURE.search(text):
        return None
    start = 0
    for cut in list(_CUT.finditer(text))[-_MOST_CUTS:]:
        chain = cut[0][0] == "." and start and _SHORTENED.fullmatch(text, start, cut.start())
        start = start if chain else cut.end()
    issue = issue_in(text[start:]) if start else None
    if issue is None or not issue.pages or len(issue.journal.split()) > _MOST_WORDS:
        return None
    return text[:start].rstrip(" ,.;|-\u2013\u2014"), text[start:]


def issues_behind(text: str) -> Iterator[tuple[str, str]]:
    """Yield where a text can be cut so that a journal with volume and year is behind: what is before, and that.

    Ends of sentences come first.
    """
    if len(text) > _LONGEST or not _has_year_and_figures(text):
        return
    cuts = list(_CUT.finditer(text))[-_MOST_CUTS:]
    cuts = [
        cut for cut in cuts if not (cut[0][0] == "." and _ABBREVIATED.search(text, 0, cut.start()))
    ]
    for cut in sorted(cuts, key=lambda cut: cut[0][0] != "."):
        tail = text[cut.end() :]
        if issue_in(tail) is not None:
            yield text[: cut.start() + (cut[0][0] in "?!")], tail
