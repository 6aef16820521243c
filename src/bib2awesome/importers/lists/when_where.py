"""Venue and date in the text of an item: `[ICLR 2021]`, `arXiv 23.9`, `Sep 2022`, `CVPR'2023`, `(2021)`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bib2awesome.importers.lists.edges import has_figure
from bib2awesome.importers.lists.journals import Issue, issue_in
from bib2awesome.papers.venues import find_venue

__all__ = ["ARXIV_ID", "WhenWhere", "has_venue", "venue_in_front", "when_where"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19[6-9]\d|20[0-3]\d)"
_DATE = re.compile(
    rf"(?:(?P<y5>{_YEAR})(?P<m5>1[0-2]|0[1-9])(?!\d)"
    rf"|(?P<m6>1[0-2]|0[1-9]|[1-9](?=/))[./](?P<y6>{_YEAR})"
    rf"|(?P<y1>{_YEAR})(?:[./-](?P<m1>1[0-2]|0?[1-9])(?:[./-]\d{{1,2}}(?:\.\d{{6}})?)?)?"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?[ ,]+)?(?P<m2>{_MONTH})[ ,]+(?:\d{{1,2}}(?:st|nd|rd|th)?[ ,]+)?(?P<y2>{_YEAR})"
    rf"|(?P<y4>{_YEAR})[ ,]+(?P<m4>{_MONTH})(?:[ ,]+\d{{1,2}})?"
    rf"|['\u2019]?(?P<y3>[0-3]\d|(?<=['\u2019])[6-9]\d)(?!\s?\(\d|,\s?(?!{_YEAR})\d{{3}})(?:[./](?P<m3>1[0-2]|0?[1-9])(?:[./]\d{{1,2}})?)?)",
    re.IGNORECASE,
)
_VENUE_DATE = re.compile(
    rf"(?P<venue>.*?[A-Za-z&)+\]](?:\d\d?(?=\s{_YEAR}(?!\d)))?)\s*[\s,.:;'\u2019`@|/_(\[\u2013\u2014-]*?\s*(?P<date>{_DATE.pattern.replace('?P<', '?P<v')})[)\]]?(?P<more>(?:(?:[\s,;:|(\[-]|\.\s).*)?)",
    re.IGNORECASE,
)
_DATE_VENUE = re.compile(
    rf"(?P<date>{_DATE.pattern.replace('?P<', '?P<v')})[\s,.:;|/@-]+(?P<venue>[A-Za-z].*)",
    re.IGNORECASE,
)
_EXTRAS = re.compile(
    r"[\s,;:|/([-]*\b(?P<extra>(?:best|outstanding|distinguished|honorable)[\w ,-]*?(?:paper|award|mention)[\w ]*|"
    r"oral|spotlight|highlights?|poster|accepted(?: (?:by|to|at|in|for))?|main(?: conference)?|long(?: paper)?|short(?: paper)?|"
    r"\d+(?:st|nd|rd|th)[ -](?:ranked|place)\b[\w ]*|notable[\w -]*|top[ -]?\d+\s?%?|award[\w ]*|rejected|under review|submitted)\b[\s)\].,!]*",
    re.IGNORECASE,
)
_EXTRA_WORDS = tuple(
    "best outstanding distinguished honorable oral spotlight highlight poster accepted main long short notable "
    "top award rejected review submitted ranked place".split()
)
"""One of them is in what `_EXTRAS` finds; looking for them is fast, and few texts have one."""
_FULL_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_FIGURES = re.compile(
    r"(?<!\d)(?:(?:19[6-9]\d|20[0-3]\d)(?:0[1-9]|1[0-2])?|[0-3]\d|(?<=['\u2019])[6-9]\d)(?!\d)"
)
"""What every date with a venue has."""
_DAY = re.compile(rf"\d{{1,2}}\s{_MONTH}", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?){1,3}[A-Z][a-z]+")
"""`A. Lovelace`"""
_GLUED = re.compile(rf"^({_YEAR})(?=[A-Z][A-Za-z]|arXiv)")
"""`2019ICCV`."""
_IN = re.compile(
    r"^(?:in|at|to appear (?:in|at)|presented (?:in|at)(?: the)*|accepted (?:by|to|at|in))\b:?\s+(?=[A-Z\d])",
    re.IGNORECASE,
)
_IN_FRONT = re.compile(
    r"([A-Z][\w&-]{0,12}?(?: ?(?:19|20)\d\d|['\u2019]?\d\d)|(?:19|20)\d\d)\s+(?=\S+\s)"
)
_ALIKE = (("\u2018", "\u2019"), ("\u2010", "-"), ("\u2011", "-"))
"""Quotes and hyphens that stand for others: a hyphen where no line breaks in `2026-10`."""
_EDGES = " \t\u00a0.,;:|\u00b7\u2022\u2013\u2014-_/*"
_AROUND = _EDGES + "()[]{}\"'`\u201c\u201d"
_PREPRINT = re.compile(r"(?:ar\s?xiv|arvix|arixv|arxvi|arxv|axriv|axiv|preprint|corr|biorxiv|medrxiv|techrxiv|ssrn)\b", re.IGNORECASE)  # fmt: skip
_OF_PREPRINT = re.compile(r"\s(?:as|an?|of|for|with|and)\s")
_OF_TITLE = re.compile(r"\s(?:with|using|via|towards?|from|is|are|based)\s")
"""Words of titles, in which the first may be a venue, too: `IDA with Background Knowledge`."""
ARXIV_ID = r"(?:ar(?:xi|vi|x)[xv](?: preprint)?[\s:]*(?:arxiv:\s*)?|corr,?\s(?:vol(?:ume|\.)?\s)?abs/)(\d{4}\.\d{4,5})(?:v\d+)?"
"""`arXiv:1706.03762`, and as DBLP has it, `CoRR, vol. abs/1706.03762`."""
_ARXIV_ID = re.compile(rf"(?:in\s+)?{ARXIV_ID}(?:[,\s(]*(?:19|20)\d\d\)?)?", re.IGNORECASE)
_ARXIV_STAMP = re.compile(r"ar\s?xiv[\s:'\u2019-]*([0-3]\d)(0[1-9]|1[0-2])", re.IGNORECASE)
"""`arXiv 2106`; 2011 may be a year, too."""
_WORDY = re.compile(
    r"(?<![\w-])(?:the|with|for|from|by|using|via|towards?|based|is|are|we|ranked|et al)(?![\w-])",
    re.IGNORECASE,
)
_FORMAL = re.compile(
    r"\b(?:conf(?:erence|\.)|proc(?:eedings|\.)|trans(?:actions|\.)|symp(?:osium|\.)|journal|workshop|findings|association|letters|international|annual|ieee|acm|front\. |int\. j\b)",
    re.IGNORECASE,
)
_FORMAL_WORDS = tuple(
    "conf proc trans symp journal workshop findings association letters international annual ieee acm front. int.".split()
)
"""One of them is in what `_FORMAL` finds, as with `_EXTRA_WORDS`."""
_YEAR_INSIDE = re.compile(rf"proc(?:eedings|\.) of (?:the )?(?P<year>{_YEAR}) \S.*", re.IGNORECASE)
"""`Proceedings of the 2023 Conference on Empirical Methods in Natural Language Processing`."""
_YEAR_BEHIND = re.compile(rf"[\s,(]+{_YEAR}$")
_CUT = re.compile(r"[.?!:,]\s+|\s[|\u2013\u2014-]\s|\s\(")
_SIGNED = re.compile(r"(?:[^\W\d_a-z]\.[ -]?){1,3}[A-Z][\w'\u2019-]+")
_CUT_SHORT = re.compile(r"\b(?:Int|Conf|Proc|Symp|Trans)$")
_FILLER = re.compile(r"(?<=\S) papers?$|(?<=xiv) on$", re.IGNORECASE)
"""`arXiv papers`, `arXiv on 27 Jan 2019`."""
_HYPHEN = re.compile(r"(?<=[A-Z])-(?=(?:Findings|Workshops?)\b)")
_TRACK = re.compile(
    r"[\s,:(-]*((?:workshops?|findings)\b(?: on [\w &-]+)?|(?:[\w&-]+ ){1,6}workshop(?=[\s.,)]*(?:(?:19|20)\d\d)?[\s.,)]*$))(?:,? (?:19|20)\d\d)?",
    re.IGNORECASE,
)
"""Behind a venue and year: what is published in another volume."""
_GOES_ON = re.compile(r"\s(?:--|[\u2013\u2014-])\s+[A-Z]\S*\s+\S+\s+\S")
"""A dash behind a venue and year, and the words of a title."""
_MOST_WORDS, _MANY, _FEW = 16, 8, 4
_CENTURY, _OLD = 2000, 60
_LATEST = 2039


class WhenWhere(NamedTuple):
    """What a text says: the venue as written ("" if none), year, month, what else it says, the date as written, volume and pages."""

    venue: str = ""
    year: int | None = None
    month: int | None = None
    extra: str = ""
    date: str = ""
    issue: Issue | None = None


def when_where(text: str, *, tag: bool = False) -> WhenWhere | None:
    """Return the venue and date that `text` as a whole states, None where it is something else.

    Args:
        text: A tag, a table cell, a segment between punctuation.
        tag: It stands where lists have their venues (brackets, a column): a name that venues.toml does
            not know is taken, too.
    """
    text = text.strip(_AROUND)
    return _stated(text, tag) if text else None


@lru_cache(maxsize=1 << 16)
def _stated(text: str, tag: bool) -> WhenWhere | None:  # noqa: FBT001 - a key of the cache
    """Return what a text states that has no signs around it."""
    for sign, alike in () if text.isascii() else _ALIKE:
        text = text.replace(sign, alike)
    if (leading := _IN.match(text)) is not None:
        text = text[leading.end() :]
    if not text or len(text) > 160:  # noqa: PLR2004
        return None
    if (preprint := _on_arxiv(text)) is not None:
        return preprint
    extra = ""
    lower = text.lower()
    if any(map(lower.__contains__, _EXTRA_WORDS)) and _EXTRAS.search(text):
        extras = [match["extra"].strip() for match in _EXTRAS.finditer(text)]
        extra, text = ", ".join(extras), _EXTRAS.sub(" ", text).strip(_EDGES + "()[]")
    if not text:
        return WhenWhere(extra=extra)
    figures = has_figure(text)
    issue = issue_in(text) if figures else None
    if issue is not None and not (_PREPRINT.match(issue.journal) or _is_title(issue.journal)):
        sure = tag and (issue.number or issue.pages)
        if sure or issue.month or issue.publisher or issue.is_formal or has_venue(issue.journal):
            month = issue.month[:3].lower()
            number = _MONTHS.index(month) + 1 if month in _MONTHS else None
            extra = ", ".join(filter(None, (extra, issue.publisher)))
            return WhenWhere(issue.journal, issue.year, number, extra, str(issue.year), issue)
    found = _dated_venue(text, extra, tag=tag) if figures else None
    if (
        found is None
        and _is_venue(text, tag=tag)
        and not _is_title(_YEAR_BEHIND.sub("", text))
        and has_venue(text)
    ):
        return WhenWhere(_closed(text), extra=extra)
    return found


def venue_in_front(text: str) -> tuple[WhenWhere, str] | None:
    """Return the venue and year, or year, before a title with no sign between, and the title: `ICCV21 A Title`."""
    match = _IN_FRONT.match(text)
    found = when_where(match[1], tag=True) if match is not None else None
    if match is None or found is None or not found.year:
        return None
    return found, text[match.end() :]


def _on_arxiv(text: str) -> WhenWhere | None:
    """Return what an id of arXiv or the four figures it begins with say: `arXiv:2101.00001`, `arXiv 2101`."""
    if _ARXIV_ID.fullmatch(text):
        return WhenWhere("arXiv")
    stamp = _ARXIV_STAMP.fullmatch(text)
    if stamp is None or _FULL_YEAR.search(text):
        return None
    return WhenWhere("arXiv", _CENTURY + int(stamp[1]), int(stamp[2]), "", text[-4:])


def _is_shortened(name: str, behind: str) -> bool:
    """Whether the full stop behind a name is its own: `IEEE Trans. Signal Process. 2021`, not `Proc. of ICML. 2020`."""
    last = name.rpartition(" ")[2]
    short = len(last) == 1 or (". " in name and not last.isupper())
    return behind.startswith(".") and short and " " in name


def _closed(name: str) -> str:
    """Return a venue with the bracket that closes it: the edges of a text are stripped of theirs."""
    name = _FILLER.sub("", _HYPHEN.sub(" ", name))
    return f"{name})" if name.count("(") > name.count(")") else name


def _dated_venue(text: str, extra: str, *, tag: bool) -> WhenWhere | None:
    """Return what a text with figures states: a date, a date and a venue, or a venue and a date."""
    date = _DATE.fullmatch(text)
    if date is not None and (date["y3"] is None or date["m3"] is not None):
        return WhenWhere("", *_dated(date, ""), extra, text)
    if (glued := _GLUED.match(text)) is not None:
        text = f"{glued[1]} {text[glued.end() :]}"
    if not _FIGURES.search(text):
        return None
    return _proceedings(text, extra) or _venue_beside_date(text, extra, tag=tag)


def _venue_beside_date(text: str, extra: str, *, tag: bool) -> WhenWhere | None:
    """Return what a text with a date before or behind a venue states."""
    for pattern in (_DATE_VENUE, _VENUE_DATE):
        match = pattern.fullmatch(text)
        if match is None:
            continue
        more = (match["more"] or "") if pattern is _VENUE_DATE else ""
        name = match["venue"].strip(_EDGES + "([\"'\u2019")
        if match["vy3"] is not None and pattern is _DATE_VENUE and not match["vm3"]:
            continue  # "10 Things" is no date
        if match["vy3"] is not None and name.lower().endswith((" vol", " no", " num")):
            continue  # `Days of Looms, vol. 27`
        if text[match.start("date") - 1] in "([" and (match["vy3"] or "," in name):
            continue  # a count, or authors: `reinforcement learning (60)`, `Lovelace, Babbage (1843)`
        track = _TRACK.match(more) if more and has_venue(name) else None
        if track is not None:
            more = more[track.end() :]
        if not tag and _GOES_ON.match(more):
            continue  # `CVPR 2021 -- Looms without Threads`
        if (len(more.split()) > _FEW or ": " in more or " | " in f" {more}") and not tag:
            continue
        if _is_venue(name, tag=tag, dated=True) and (
            not more or tag or has_venue(name) or _FORMAL.search(name)
        ):
            name = f"{name} {track[1]}" if track is not None else name
            year, month = _dated(match, "v")
            extras = ", ".join(part for part in (extra, more.strip(_EDGES + "()[]")) if part)
            stop = "." if _is_shortened(name, text[match.end("venue") :]) else ""
            return WhenWhere(f"{_closed(name)}{stop}", year, month, extras, match["date"])
    return None


def _proceedings(text: str, extra: str) -> WhenWhere | None:
    """Return proceedings that have the year inside their name."""
    inside = _YEAR_INSIDE.fullmatch(text)
    if inside is None or _FULL_YEAR.search(text, inside.end("year")):
        return None
    return WhenWhere(_closed(text), int(inside["year"]), None, extra, inside["year"])


def _dated(match: re.Match[str], prefix: str) -> tuple[int | None, int | None]:
    number = next(one for one in "651243" if match[f"{prefix}y{one}"] is not None)
    year, month = match[f"{prefix}y{number}"], match[f"{prefix}m{number}"]
    value = int(year)
    if len(year) == 2:  # noqa: PLR2004
        value += _CENTURY if value < _OLD else _CENTURY - 100
    if month is not None and not month.isdigit():
        month = str(_MONTHS.index(month[:3].lower()) + 1)
    return value if value <= _LATEST else None, int(month) if month else None


def _is_venue(name: str, *, tag: bool, dated: bool = False) -> bool:
    words = len(name.split())
    if not name or words > _MOST_WORDS or "; " in name or " | " in name or _is_torn(name):
        return False
    formal = _is_formal(name)
    few = _MANY if tag and "," not in name and _is_capitalised(name) else _FEW
    if (
        (words > few and not formal)
        or _is_title(name)
        or name.lower().startswith(("for ", "with ", "by ", "and ", "or ", "@"))
        or _is_named(name)
        or _DAY.fullmatch(name)
        or _INITIALS.fullmatch(name)
    ):
        return False
    if has_venue(name) or (dated and has_venue(name.upper())):
        return "et al" not in name and (formal or not _OF_TITLE.search(name))
    letters = [sign for sign in name if sign.isalpha()]
    series = words > 1 and name.islower() and not formal  # `paper series 2021`
    wordy = _WORDY.search(name.removeprefix("The ")) is not None
    proceedings = dated and name.lower().startswith("proceedings of ")
    if not letters or series or (wordy and not (tag and formal) and not proceedings):
        return False
    if tag or proceedings or (dated and formal and 1 < words <= _FEW and _is_spelled(name)):
        return True
    capitals = sum(sign.isupper() for sign in letters)
    return len(name.split()) == 1 and capitals * 2 > len(letters) > 2 and len(letters) < 10  # noqa: PLR2004


def _is_torn(text: str) -> bool:
    """Whether a bracket closes that did not open."""
    round_, square = text.find(")"), text.find("]")
    return (round_ >= 0 and "(" not in text[:round_]) or (square >= 0 and "[" not in text[:square])


def _is_formal(name: str) -> bool:
    """Whether a name has a word of conferences, journals or their publishers."""
    lower = name.lower()
    return any(map(lower.__contains__, _FORMAL_WORDS)) and _FORMAL.search(name) is not None


def _is_spelled(name: str) -> bool:
    """Whether a name is whole, and written as names are: `Workshop on Looms`."""
    return "," not in name and _is_capitalised(name) and _CUT_SHORT.search(name) is None


def _is_named(text: str) -> bool:
    """Whether a name stands before the bracket with the venue: `NetLSD (KDD`."""
    before, _, inside = text.replace("[", "(").partition("(")
    return bool(inside) and ")" not in inside and not (_FORMAL.search(before) or has_venue(before))


def _is_capitalised(name: str) -> bool:
    """Whether all but little words have a capital, as names of journals do."""
    return all(word[0].isupper() or len(word) <= 3 for word in name.split())  # noqa: PLR2004


def _is_title(name: str) -> bool:
    """Whether words are a title with a venue behind it: `Graph Self Distillation. ICLR`."""
    cut = next(reversed(list(_CUT.finditer(name))), None)
    if cut is None:
        return False
    before = name[: cut.start()]
    signed = (
        _SIGNED.fullmatch(before) is not None
    )  # `A. Lovelace. ICML`, not `Front. Neurosci. ICML`
    if not signed and all(word.endswith(".") for word in name[: cut.start() + 1].split()):
        return False
    formal = _FORMAL.match(before.lower().removeprefix("in ").removeprefix("the "))
    plain = len(before.split()) > 1 and not formal and not has_venue(before)
    return plain and has_venue(name[cut.end() :])


@lru_cache(maxsize=1 << 16)
def has_venue(name: str) -> bool:
    """Whether a text is the name of a known venue or preprint server."""
    if _PREPRINT.match(name) is not None:
        if len(name.split()) <= 3:  # noqa: PLR2004
            return True
        if _OF_PREPRINT.search(name):
            return False  # `arXiv as a Dataset`
    found = find_venue(name)
    if found is None:
        return False
    # "Nature" and "Science" are words; a lower-case word is no acronym
    return not name.islower() or "arxiv" in name
