"""A new entry: from facts about a work to its type and fields.

Which type and which fields a venue asks for is decided by venues.toml. Nothing is made up for it: an
edition's number, a publisher or pages that nobody stated are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bib2awesome.bib.capitals import protected
from bib2awesome.bib.latex import is_verbatim, to_latex
from bib2awesome.bib.names import Name, NameList, to_bibtex
from bib2awesome.papers.arxiv import arxiv_month
from bib2awesome.papers.dates import MONTHS
from bib2awesome.papers.venues import VenueMatch, find_venue

__all__ = [
    "Facts",
    "NewEntry",
    "entry_of",
    "tex_name",
    "tex_of",
    "venue_fields",
]


class Facts(NamedTuple):
    """What is known of a work; all of it plain Unicode text, "" and None where nothing is known.

    Attributes:
        title: The title; `$…$` in it is a formula.
        authors: In order; the parts of each name as plain text.
        others: Whether there are more authors than these.
        year: Of publication. Without it the venue's edition counts, then the arXiv id.
        month: 1 to 12.
        venue: As somebody wrote it: a tag (`NeurIPS 2023`), a journal, a title of proceedings.
        type: The type of the entry where it is known; otherwise the venue decides.
        volume: Of the journal or proceedings, as are `number`, `pages`, `publisher`.
        doi: Of the publication, bare.
        arxiv: The id without version.
        url: Where the paper is read.
        code: Where its code is.
        links: Further links: label and URL.
        more: Further fields by name, in order (`remark`, `category`).
    """

    title: str
    authors: tuple[Name, ...] = ()
    others: bool = False
    year: int | None = None
    month: int | None = None
    venue: str = ""
    type: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str | None = None
    arxiv: str | None = None
    url: str | None = None
    code: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    more: tuple[tuple[str, str], ...] = ()


class NewEntry(NamedTuple):
    """An entry before it has a key: its type, and its fields in order as TeX without delimiters.

    A month is the name of its macro.
    """

    type: str
    fields: tuple[tuple[str, str], ...]


# Words of a venue that venues.toml does not know, and what they make of it.
_JOURNAL = re.compile(
    r"\b(?:journals?|j\.|trans(?:actions|\.)|letters|lett\.|reviews?|magazine|annals|bulletin|quarterly|"
    r"archives?|frontiers|surveys|advances in(?! neural))(?!\w)|^(?:nature|science|cell|plos|bmc)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:conf(?:erence|\.)|symp(?:osium|\.)|workshops?|proc(?:eedings|\.)|congress|meeting|colloquium|"
    r"tutorials?|challenge)(?!\w)",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"(?:[A-Z][a-z]*\.\s*){2,}(?:[A-Z]\w*)?")
"""`Front. Comput. Sci.`: journals are abbreviated so, meetings begin with `Proc.` or `Int. Conf.`"""
_ACRONYM = re.compile(r"[A-Za-z&/@-]+")
_THESES = (
    ("phdthesis", re.compile(r"\b(?:ph\.?\s?d\.?|doctoral)\b.*\b(?:thesis|dissertation)\b", re.IGNORECASE)),
    ("mastersthesis", re.compile(r"\b(?:master'?s?|m\.?\s?sc\.?)\b.*\bthesis\b", re.IGNORECASE)),
    ("techreport", re.compile(r"\btech(?:nical|\.)?\s*report\b", re.IGNORECASE)),
)  # fmt: skip
_FINDINGS = "Findings of the Association for Computational Linguistics: {} {}"
_SIMPLE = re.compile(r"[A-Za-z0-9 .,:;()!?/+'=@*\[\]|-]*")
"""What stands in TeX as it is."""
_WORDS = re.compile(r"(?:[A-Za-z0-9.'-]+(?: [A-Za-z0-9.'-]+)*)?")
"""Parts of a name that stand in TeX as they are, with nothing but single blanks between them."""
_FORMULA = re.compile(r"(\$[^$\n]+\$)")
_TEX_CHARACTERS = {"\\": "{\\textbackslash}", "{": "{\\textbraceleft}", "}": "{\\textbraceright}", "~": "{\\textasciitilde}"}  # fmt: skip
_SPECIAL = frozenset("\\{}$&%#_^~")


def entry_of(facts: Facts) -> NewEntry:
    """Return the entry that a work asks for: its type by the venue, its fields in the usual order.

    A work whose only venue is arXiv becomes `@misc` with `eprint`; one without any a plain `@misc`. An
    entry without author gets `key`, so that BibTeX can sort it.
    """
    kind, place = venue_fields(facts.venue, facts.year)
    if kind == "misc" and facts.venue and not (place or facts.arxiv):
        place = (("howpublished", "arXiv"),)  # without an id nothing else says it
    kind = facts.type or kind
    fields: list[tuple[str, str]] = [("title", protected(tex_of(facts.title)))]
    authors = NameList(tuple(map(tex_name, facts.authors)), others=facts.others)
    if authors.names:
        fields.append(("author", to_bibtex(authors)))
    else:
        fields.append(("key", tex_of(_sorting_key(facts.title))))
    fields += ((name, tex_of(value)) for name, value in place)
    for name in ("volume", "number", "pages", "publisher"):
        if value := getattr(facts, name):
            fields.append((name, tex_of(value)))
    year = facts.year or _year_of(facts)
    if year is not None:
        fields.append(("year", str(year)))
    if facts.month is not None:
        fields.append(("month", MONTHS[facts.month - 1]))
    fields += _identifying(facts)
    fields += ((name, value if is_verbatim(name) else tex_of(value)) for name, value in facts.more)
    return NewEntry(kind, tuple(fields))


def _identifying(facts: Facts) -> list[tuple[str, str]]:
    fields = [("doi", facts.doi)] if facts.doi else []
    if facts.arxiv:
        fields += [("eprint", facts.arxiv), ("archiveprefix", "arXiv")]
    fields += [(name, url) for name, url in (("url", facts.url), ("code", facts.code)) if url]
    return [(name, value or "") for name, value in fields] + [
        (f"link-{label}", url) for label, url in facts.links
    ]


def _year_of(facts: Facts) -> int | None:
    match = find_venue(facts.venue) if facts.venue else None
    if match is not None and match.year is not None:
        return match.year
    stamp = arxiv_month(facts.arxiv) if facts.arxiv else None
    return stamp[0] if stamp else None


def _sorting_key(title: str) -> str:
    """Return what a work without author is sorted under: its title, up to the first colon or ten words."""
    head = title.partition(":")[0].strip() or title
    return " ".join(re.sub(r"[$\\{}]", "", head).split()[:10])


@lru_cache(maxsize=1 << 14)
def tex_name(name: Name) -> Name:
    """Return a name whose parts are plain text with parts that are TeX."""
    if name.literal is None and all(map(_WORDS.fullmatch, name[:4])):
        return name
    literal = None if name.literal is None else tex_of(name.literal)
    return Name(
        tex_of(name.given), tex_of(name.family), tex_of(name.prefix), tex_of(name.suffix), literal
    )


@lru_cache(maxsize=1 << 14)
def venue_fields(venue: str, year: int | None) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the type of an entry and the fields that name its venue, as plain text.

    Whatever `find_venue` finds in `venue` it finds in the field, too.

    Args:
        venue: As somebody wrote it, with or without year; "" where nothing is known.
        year: Of publication, for the title of the proceedings where `venue` states none.
    """
    text = " ".join(venue.split())
    if not text:
        return "misc", ()
    match = find_venue(text)
    if match is None or match.venue.kind == "series":
        return _unknown(text)
    known = match.venue
    if known.kind == "journal" and not match.track:
        return "article", (("journal", known.name if _same(known.name, match) else text),)
    if known.kind == "preprint":
        return "misc", () if known.short == "arXiv" else (("howpublished", known.short),)
    forms = (_proceedings(match, match.year or year), f"{known.name} ({known.short})")
    written = next((form for form in forms if _same(form, match)), text)
    return "inproceedings", (("booktitle", written),)


def _same(text: str, match: VenueMatch) -> bool:
    """Whether a text names the same venue and track, and no other year."""
    found = find_venue(text)
    if found is None or found[:2] != match[:2]:
        return False
    return match.year is None or found.year in {None, match.year}


def _proceedings(match: VenueMatch, year: int | None) -> str:
    """Return the title of the proceedings as far as it is certain: without the edition's number."""
    known = match.venue
    if match.track == "Findings" and year:
        return _FINDINGS.format(known.short, year)
    title = known.proceedings.replace("{nth} ", "")
    if year is None:
        title = re.sub(r"\s*\{year\}\s*(?=\))|\{year\} |[ ,]*\{year\}", "", title)
    return title.replace("{year}", str(year))


def _unknown(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return type and fields of a venue that venues.toml does not know, by its words."""
    for kind, pattern in _THESES:
        if pattern.search(text):
            return kind, ()
    bare = re.sub(r"[\s,]*[(\[]?['\u2019]?\b(?:(?:19|20)\d\d|\d\d)\b[)\]]?\s*$", "", text) or text
    if _MEETING.search(bare):
        return "inproceedings", (("booktitle", text),)
    if _JOURNAL.search(bare) or _ABBREVIATED.fullmatch(bare):
        return "article", (("journal", bare),)
    if _ACRONYM.fullmatch(bare) and sum(sign.isupper() for sign in bare) * 2 > len(bare):
        return "inproceedings", (("booktitle", text),)
    return "misc", (("howpublished", bare),)


def tex_of(text: str) -> str:
    r"""Return plain text as TeX source on one line; formulas between dollars stay formulas.

    Braces, backslashes and tildes of the text become commands: it is data, not TeX.
    """
    text = " ".join(text.split())
    if _SIMPLE.fullmatch(text):
        return text
    pieces = _FORMULA.split(text)
    pieces[::2] = (
        "".join(_TEX_CHARACTERS.get(sign, sign) for sign in piece) for piece in pieces[::2]
    )
    return to_latex("".join(_math(piece) if i % 2 else piece for i, piece in enumerate(pieces)))


def _math(formula: str) -> str:
    """Return a formula whose braces balance, else its characters as text."""
    depth = 0
    for sign in formula:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            break
    if depth or "\\\\" in formula:
        return "".join({**_TEX_CHARACTERS, "$": r"\$"}.get(sign, sign) for sign in formula)
    return formula
