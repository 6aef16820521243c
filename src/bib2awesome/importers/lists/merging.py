"""Which items are one work, and what they say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz

from bib2awesome.bib.document import Document
from bib2awesome.bib.latex import unprintable
from bib2awesome.papers.authorship import family_keys
from bib2awesome.papers.identifiers import identify
from bib2awesome.papers.known import Index, Traits
from bib2awesome.papers.new_entry import Facts, tex_of
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.similarity import SAME, Work
from bib2awesome.papers.titles import title_of
from bib2awesome.papers.venues import find_venue

__all__ = [
    "alike",
    "is_name",
    "is_posted",
    "merged",
    "most_said",
    "same_in",
    "same_work",
    "work_from",
    "writable",
]


def work_from(facts: Facts) -> Work:
    """Return facts as a work that can be compared."""
    return Work(
        title=facts.title,
        authors=facts.authors,
        year=facts.year,
        venue=facts.venue,
        doi=facts.doi,
        arxiv=facts.arxiv,
    )


def same_in(index: Index[Any], traits: Traits) -> Any:
    """Return what is this work: by identifier, or by title and authors.

    Equal titles do where the authors agree or one side states none, however short the titles are: a list
    means one work by them. Equal identifiers do where the titles are alike or one is but a name, whatever
    authors it names.
    """
    work, key = traits.work, traits.title.key
    for hit in index.find(traits):
        if hit.match.verdict == SAME:
            return hit.item
        other = hit.item if isinstance(hit.item, Paper) else hit.item.facts
        theirs = title_of(other.title).key
        if theirs == key and _agree(work, other):
            return hit.item
    for item in index.identified(traits):
        other = item if isinstance(item, Paper) else item.facts
        named = is_name(work.title) != is_name(other.title)
        if _identified(work, other) and (named or alike(title_of(other.title).key, key)):
            return item
    return None


def _identified(work: Work, other: Paper | Facts) -> bool:
    """Whether both state the same arXiv id or DOI."""
    return bool((work.arxiv and work.arxiv == other.arxiv) or (work.doi and work.doi == other.doi))


def _agree(work: Work, other: Paper | Facts) -> bool:
    """Whether nothing that two works of one title state of their first authors, DOIs and arXiv ids differs."""
    ours, theirs = tuple(work.authors), tuple(other.authors)
    if ours and theirs and not family_keys(ours[0]) & family_keys(theirs[0]):
        return False
    pairs = ((work.doi, other.doi), (work.arxiv, other.arxiv))
    return not any(one and two and one != two for one, two in pairs)


def is_name(title: str) -> bool:
    """Whether a title is only what a work or its method is called: `T5`, `Drori et al.`, no words."""
    return len(title.removesuffix("et al.").split()) <= 1


def alike(one: str, two: str) -> bool:
    """Whether two title keys may be one title, cut or misspelt."""
    short, long = sorted((one, two), key=len)
    return long.startswith(short) or short in long or fuzz.ratio(one, two) >= 60  # noqa: PLR2004


def same_work(paper: Paper, url: str) -> bool:
    """Whether a link leads to the paper by an identifier that the entry has."""
    return any(one in paper.identifiers for one in identify(url))


def merged(first: Facts, again: Facts) -> Facts:
    """Return facts of two items of one work: what the first does not say, the second may.

    The venue and date are those of the first that names more than a preprint server.
    """
    urls = {first.url, first.code, *(url for _, url in first.links)}
    further = [
        (label, url)
        for label, url in (*again.links, ("code", again.code or ""))
        if url and url not in urls
    ]
    if first.code is None and again.code is not None:
        further = [one for one in further if one[1] != again.code]
    if again.url and first.url and again.url not in urls and not _is_named(first, again.url):
        further.append(("paper-2", again.url))
    names = {label for label, _ in first.links}
    links = list(first.links)
    for label, url in further:
        name, number = label, 2
        while name in names:
            name, number = f"{label}-{number}", number + 1
        names.add(name)
        links.append((name, url))
    more = dict(again.more) | dict(first.more)
    remarks = [dict(one.more)["remark"] for one in (first, again) if "remark" in dict(one.more)]
    if remarks:
        more["remark"] = "; ".join(dict.fromkeys("; ".join(remarks).split("; ")))
    if is_name(first.title) and not is_name(again.title) and "et al" not in first.title:
        more.setdefault("shorttitle", first.title)
    placed = again if is_posted(first) and again.venue and not is_posted(again) else first
    return first._replace(
        title=_fuller(first.title, again.title),
        authors=first.authors or again.authors,
        others=first.others if first.authors else again.others,
        year=placed.year or first.year or again.year,
        month=placed.month,
        venue=placed.venue or again.venue,
        doi=first.doi or again.doi,
        arxiv=first.arxiv or again.arxiv,
        url=first.url or again.url,
        code=first.code or again.code,
        links=tuple(links),
        more=tuple(more.items()),
    )


def is_posted(facts: Facts) -> bool:
    """Whether facts name no venue but a preprint server, if any."""
    match = find_venue(facts.venue)
    known = match is not None and match.venue.kind == "preprint"
    return not facts.venue or known or facts.venue.lower() == "preprint"


def _is_named(facts: Facts, url: str) -> bool:
    """Whether an address says no more than an identifier that the facts have."""
    return any(one.value in {facts.arxiv, facts.doi} for one in identify(url))


def _fuller(first: str, again: str) -> str:
    """Return the second title if the first is only its head or a name: `BLOOM`, `BLOOM: An Open-Access Model`."""
    if is_name(first) and not is_name(again):
        return again
    head, colon, rest = again.partition(":")
    only_head = colon and rest.strip() and title_of(head).key == title_of(first).key
    return again if only_head else first


def most_said(titles: Sequence[str], merged_title: str) -> str:
    """Return the title that most items of a work state, where more do than state the one they were merged to.

    Args:
        titles: What each item says, in order; of as many votes the first counts.
        merged_title: What `merged` made of them. Names and heads of it are no other title.
    """
    votes = Counter(title_of(title).key for title in titles)
    said = next(one for one in titles if title_of(one).key == max(votes, key=votes.__getitem__))
    more = votes[title_of(said).key] > votes[title_of(merged_title).key]
    return _fuller(said, merged_title) if more else merged_title


def writable(facts: Facts, document: Document) -> Facts:
    """Return facts whose remarks `document` can hold: what it cannot is left out of them.

    A file with raw Unicode or without entries keeps all, any other what has a form in LaTeX.
    """
    if document.raw_unicode:
        return facts
    more = []
    for name, text in facts.more:
        kept = text
        for sign in unprintable(tex_of(text)) if not text.isascii() else ():
            kept = kept.replace(sign, "")
        if kept.strip():
            more.append((name, " ".join(kept.split())))
    return facts if tuple(more) == facts.more else facts._replace(more=tuple(more))
