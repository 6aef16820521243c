"""New entries from identifiers and titles: what to ask, and what the answers make of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bib2awesome.bib.names import family_name
from bib2awesome.enrich.choosing import choose
from bib2awesome.enrich.judging import Candidate, is_publication, judged, work_of_record
from bib2awesome.enrich.questions import ARXIV_PREFIX, Asked
from bib2awesome.enrich.values import facts_of
from bib2awesome.papers.acl import acl_doi
from bib2awesome.papers.identifiers import Identifier, identify, safe_url, url_of
from bib2awesome.papers.new_entry import Facts
from bib2awesome.papers.similarity import SAME, Match, Work
from bib2awesome.papers.titles import title_of
from bib2awesome.sources.base import Absent, Answer, Found, Query, Record, Unasked
from bib2awesome.sources.dblp import page_words
from bib2awesome.sources.pages import PAGE

__all__ = ["Request", "Resolved", "follow_up", "questions", "resolved"]

SEARCHED = ("crossref", "dblp", "arxiv", "openreview")


class Request(NamedTuple):
    """What the user named: the text, and the identifiers in it; none means that it is a title."""

    text: str
    identifiers: tuple[Identifier, ...]

    @classmethod
    def of(cls, text: str) -> Request:
        """Read an argument: an identifier, a URL, or a title."""
        text = text.strip()
        found = identify(text)
        if not found and (anthology := identify(f"https://aclanthology.org/{text}/")):
            found = anthology
        return cls(text, tuple(one for one in found if one.scheme != "github"))

    @property
    def is_title(self) -> bool:
        """Whether it is words to search for."""
        return not self.identifiers and "://" not in self.text

    @property
    def page(self) -> str | None:
        """The page to read where no service is asked by identifier: of a proceedings, or any other."""
        if any(
            scheme in {"doi", "arxiv"} or _ruled(scheme, value)
            for scheme, value in self.identifiers
        ):
            return None
        pages = (url_of(one) for one in self.identifiers)
        return next((page for page in pages if page), safe_url(self.text))

    @property
    def named(self) -> Work | None:
        """What the address of a page says by itself: the Computer Vision Foundation's hold the title."""
        for scheme, value in self.identifiers:
            if scheme == "cvf" and (match := _CVF.fullmatch(value)):
                title = match["title"].replace("_", " ")
                return Work(title, (match["family"],), int(match["year"]))
        return None


_CVF = re.compile(r".*/(?P<family>[^/_]+)_(?P<title>[^/]+)_[A-Za-z]+_(?P<year>\d{4})")


def _ruled(scheme: str, value: str) -> str | None:
    return acl_doi(value) if scheme == "acl" else None


class Resolved(NamedTuple):
    """What a request comes to: facts of one work, candidates to choose from, or why there is neither."""

    facts: Facts | None = None
    record: Record | None = None
    candidates: tuple[Candidate, ...] = ()
    unasked: tuple[Unasked, ...] = ()


def questions(request: Request) -> Iterator[Asked]:
    """Yield the first questions about a request."""
    for scheme, value in request.identifiers:
        doi = value if scheme == "doi" else _ruled(scheme, value)
        if doi and not doi.startswith(ARXIV_PREFIX):
            yield "crossref", Query("doi", doi)
        elif scheme == "arxiv":
            yield "arxiv", Query("arxiv", value)
            yield "huggingface", Query("arxiv", value)
    if request.is_title:
        yield from _searches(Work(request.text))
    if request.page:
        yield PAGE, Query("url", request.page)
    if request.named:
        yield from _searches(request.named)


def _searches(work: Work) -> Iterator[Asked]:
    first = next(iter(work.authors), "")
    author = first if isinstance(first, str) else family_name(first)
    query = Query("title", title_of(work.title).text, author, work.year)
    return ((source, query) for source in SEARCHED)


def follow_up(answer: Answer) -> Iterator[Asked]:
    """Yield what follows from an answer: DataCite after Crossref, the publication after the preprint.

    What a page says is looked up: by its DOI, else by title and first author. What cannot be read is
    asked of those who know it by its address or id.
    """
    source, query = answer.source, answer.query
    if _names_one(answer) and isinstance(answer, Found):
        for record in answer.records:
            if record.doi and not record.doi.startswith(ARXIV_PREFIX):
                yield "crossref", Query("doi", record.doi)
            else:
                yield from _searches(_work(record))
    elif source == PAGE:
        notes = (one for one in identify(query.value) if one.scheme == "openreview")
        yield from (("openreview", Query(*note)) for note in notes)
        if page_words(query.value):
            yield "dblp", Query("page", query.value)
    if source == "crossref" and query.scheme == "doi" and isinstance(answer, Absent):
        yield "datacite", query
    if isinstance(answer, Found) and query.scheme == "arxiv":
        for record in answer.records:
            if record.published and not record.published.startswith(ARXIV_PREFIX):
                yield "crossref", Query("doi", record.published)


def _names_one(answer: Answer) -> bool:
    """Whether an answer is about the one page or note that was named."""
    return answer.source == PAGE or answer.query.scheme in {"page", "openreview"}


def resolved(request: Request, answers: Mapping[Asked, Answer]) -> Resolved:
    """Return the work that a request names, or the candidates of a title, best first."""
    said: dict[Asked, Answer] = {}
    asked = list(questions(request))
    while asked:
        one = asked.pop(0)
        if one in answers and one not in said:
            said[one] = answers[one]
            asked += follow_up(answers[one])
    found = [one for one in said.values() if isinstance(one, Found)]
    records = [record for one in found for record in one.records]
    unasked = tuple(one for one in said.values() if isinstance(one, Unasked) and not one.expected)
    if request.is_title:
        return Resolved(candidates=_titled(request.text, records), unasked=unasked)
    pages = [record for one in found if _names_one(one) for record in one.records]
    main = _main(records, next(iter(pages), None), request.named)
    if main is None:
        return Resolved(unasked=unasked)
    # Somebody else knew the page that could not be read.
    unasked = tuple(one for one in unasked if not _names_one(one))
    return Resolved(_facts(main, records, request), main, unasked=unasked)


def _main(records: Sequence[Record], page: Record | None, named: Work | None) -> Record | None:
    """Return the record to believe: the publication, if it is the work of the preprint or the page."""
    start = page or next((one for one in records if one.source == "arxiv" and not named), None)
    work = _work(start) if start else named
    published = [one for one in records if one.title and one.source not in {"huggingface", PAGE}]
    if work is None:
        return next((one for one in published if one.doi), None)
    if start is not page:
        published = [one for one in published if one.doi]
    best = choose(work, [one for one in published if is_publication(one)]).record
    return best.record if best else start


def _work(record: Record) -> Work:
    return work_of_record(record)._replace(venue="", doi=None, arxiv=None)


def _facts(main: Record, records: Sequence[Record], request: Request) -> Facts:
    """Return the facts of `main`, with the arXiv id and the code that records of the same work state."""
    facts = facts_of(main)
    same = [one for one in records if one is main or judged(_work(main), one).verdict == SAME]
    arxiv = next((one.arxiv for one in same if one.arxiv), None)
    code = next((one.code for one in same if one.code), None)
    doi = facts.doi if facts.doi and not facts.doi.startswith(ARXIV_PREFIX) else None
    authors = facts.authors or next((one.authors for one in same if not one.sorted_authors), ())
    kind = main.type if main.type in {"book", "incollection", "phdthesis", "techreport"} else ""
    url = request.page if not doi else None
    return facts._replace(arxiv=arxiv, code=code, doi=doi, authors=authors, type=kind, url=url)


def _titled(text: str, records: Sequence[Record]) -> tuple[Candidate, ...]:
    """Return the records of a title: equal ones first; a work's preprint behind its publication."""
    found: dict[str, Candidate] = {}
    for record in records:
        match = judged(Work(text), record)
        if record.type == "none" or record.notice_of or match.verdict == "different":
            continue
        key = record.doi or record.arxiv or record.url
        score = match.score if is_publication(record) else match.score - 0.05
        found.setdefault(
            key, Candidate(record, Match(match.verdict, round(score, 3), match.reasons[:1]))
        )
    return tuple(sorted(found.values(), key=lambda one: -one.match.score))
