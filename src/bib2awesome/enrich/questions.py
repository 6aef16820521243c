"""What to ask about a paper: by identifier first; a search only for what has none, and only until it is found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from bib2awesome.bib.names import family_name
from bib2awesome.enrich.choosing import choose, lacks_authors
from bib2awesome.enrich.judging import is_publication, judged, stated_year
from bib2awesome.papers.acl import acl_doi
from bib2awesome.papers.doi import is_preprint_doi
from bib2awesome.papers.identifiers import repository_of
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.similarity import DIFFERENT, SAME, work_of
from bib2awesome.papers.titles import title_of
from bib2awesome.sources.base import Absent, Answer, Found, Query, Record

__all__ = ["Asked", "Dialogue", "posted_doi", "publication_doi", "rule_doi"]

Asked = tuple[str, Query]
"""A service's name and what it is asked."""
ARXIV_PREFIX = "10.48550/"
_SEARCHED = ("crossref", "dblp", "openreview", "openalex", "semanticscholar")
"""Who is searched by title, the authority first."""


def publication_doi(paper: Paper) -> str | None:
    """Return the paper's DOI unless it is a preprint's: arXiv's, an entry's that is one, or a link's."""
    if paper.doi is None or paper.doi.startswith(ARXIV_PREFIX):
        return None
    posted = is_preprint_doi(paper.doi) and (paper.is_preprint or not paper.tex("doi"))
    return None if posted else paper.doi


def posted_doi(paper: Paper) -> str | None:
    """Return the DOI that an entry has as a preprint, but arXiv's, which says less than its id."""
    if paper.doi is None or paper.doi.startswith(ARXIV_PREFIX) or not paper.is_preprint:
        return None
    return paper.doi if publication_doi(paper) is None else None


def rule_doi(paper: Paper) -> str | None:
    """Return the DOI that follows from an ACL Anthology id of the paper."""
    values = (one.value for one in paper.identifiers if one.scheme == "acl")
    return next((doi for value in values if (doi := acl_doi(value))), None)


def _settles(paper: Paper, answer: Answer) -> bool:
    """Whether the record of a DOI that somebody named is of the paper, and says when it was published."""
    entry = work_of(paper)
    return isinstance(answer, Found) and any(
        (one.year or stated_year(one)) and judged(entry, one).verdict != DIFFERENT
        for one in answer.records
    )


class Dialogue:
    """Who is asked what about each paper, answer by answer.

    Args:
        papers: What to enrich.
        sources: Names of the services that may be asked.
        fields: The fields that are wanted; None is all.
    """

    def __init__(
        self,
        papers: Iterable[Paper],
        sources: Collection[str],
        fields: Collection[str] | None = None,
    ) -> None:
        self.sources = sources
        self._fields = fields
        self._of: dict[str, dict[Asked, None]] = {}
        self._papers: dict[Asked, list[Paper]] = {}
        self._answers: dict[Asked, Answer] = {}
        self._records: dict[str, list[Record]] = {}
        self._named: dict[str, dict[str, None]] = {}
        self.papers = tuple(papers)

    def begin(self) -> Iterator[Asked]:
        """Yield the first questions."""
        for paper in self.papers:
            self._of[paper.key] = {}
            yield from self._new(paper, self._first(paper))

    def then(self, answer: Answer) -> Iterator[Asked]:
        """Yield what follows from one answer."""
        asked = (answer.source, answer.query)
        self._answers[asked] = answer
        for paper in tuple(self._papers.get(asked, ())):
            yield from self._told(paper, answer)

    def _told(self, paper: Paper, answer: Answer) -> Iterator[Asked]:
        if isinstance(answer, Found):
            self._records.setdefault(paper.key, []).extend(answer.records)
        yield from self._new(paper, self._next(paper, answer))
        yield from self._new(paper, self._of_named(paper))

    def search_for(self, paper: Paper) -> Query:
        """Return the search by the title and the first author of a paper."""
        author = next((family_name(name) for name in paper.authors), "")
        return Query("title", title_of(paper.title).text, author, paper.year)

    def answers(self, paper: Paper, all_: Mapping[Asked, Answer]) -> list[Answer]:
        """Return what was said about one paper, in the order in which it was asked."""
        return [all_[asked] for asked in self._of[paper.key] if asked in all_]

    def _new(self, paper: Paper, wanted: Iterable[Asked]) -> Iterator[Asked]:
        for asked in wanted:
            if asked[0] in self.sources and asked not in self._of[paper.key]:
                self._of[paper.key][asked] = None
                self._papers.setdefault(asked, []).append(paper)
                if asked in self._answers:
                    yield from self._told(paper, self._answers[asked])
                else:
                    yield asked

    def _wants(self, *fields: str) -> bool:
        return self._fields is None or any(field in self._fields for field in fields)

    def _first(self, paper: Paper) -> Iterator[Asked]:
        doi = publication_doi(paper) or rule_doi(paper)
        for known in (doi, posted_doi(paper)):
            if known:
                yield "crossref", Query("doi", known)
        if paper.arxiv:
            yield "arxiv", Query("arxiv", paper.arxiv)
            if self._wants("code") and not paper.tex("code"):
                yield "huggingface", Query("arxiv", paper.arxiv)
        if self._wants("code") and (repository := repository_of(paper.text("code"))):
            yield "github", Query("github", repository)
        if not doi and ("arxiv" not in self.sources or not paper.arxiv):
            yield from self._search(paper)

    def _next(self, paper: Paper, answer: Answer) -> Iterator[Asked]:
        own = publication_doi(paper) or rule_doi(paper)
        query = answer.query
        if query.scheme == "arxiv" and answer.source == "arxiv" and not own:
            named = {
                record.published
                for record in (answer.records if isinstance(answer, Found) else ())
                if record.published and not record.published.startswith(ARXIV_PREFIX)
            }
            yield from (("crossref", Query("doi", doi)) for doi in named)
            if not named:
                yield from self._search(paper)
        elif query.scheme == "doi" and answer.source == "crossref":
            if isinstance(answer, Absent) and query.value != rule_doi(paper):
                yield "datacite", query
            if query.value == posted_doi(paper):
                if isinstance(answer, Found):
                    self._note(paper, answer)
            elif query.value != publication_doi(paper) and not _settles(paper, answer):
                yield from self._search(paper)
        else:
            if isinstance(answer, Found):
                self._note(paper, answer)
            if query.scheme == "title":
                yield from self._search(paper, after=answer.source)

    def _note(self, paper: Paper, answer: Found) -> None:
        """Note the DOIs of the publication that another service, or a preprint's record, names."""
        entry = work_of(paper)
        named = self._named.setdefault(paper.key, {})
        for record in answer.records:
            if judged(entry, record).verdict != SAME:
                continue
            if answer.source != "crossref" and is_publication(record) and record.doi:
                named[record.doi] = None
            for link in record.relations:
                if link.relation == "is-preprint-of":
                    named[link.doi] = None

    def _of_named(self, paper: Paper) -> Iterator[Asked]:
        """Ask Crossref about the DOIs that were named, once its search has not brought their records."""
        if paper.key not in self._named:
            return
        search = ("crossref", self.search_for(paper))
        if search in self._of[paper.key] and search not in self._answers:
            return
        records = self._records.get(paper.key, ())
        known = {record.doi for record in records if record.source == "crossref"}
        for doi in self._named.pop(paper.key, {}):
            if doi not in known:
                yield "crossref", Query("doi", doi)

    def _search(self, paper: Paper, *, after: str = "") -> Iterator[Asked]:
        """Search for the title: in one service after the other until it is found.

        A preprint is searched everywhere at once: where it was published, several have to say.
        """
        if title_of(paper.title).front_matter or (
            self._fields is not None and {*self._fields} <= {"code"}
        ):
            return
        query = self.search_for(paper)
        names = [name for name in _SEARCHED if name in self.sources]
        if paper.is_preprint:
            yield from ((name, query) for name in names if not after)
            return
        if after == "arxiv" or (after and self._is_found(paper)):
            return
        left = [name for name in names if name != "openreview"]
        if after in left:
            left = left[left.index(after) + 1 :]
        if left:
            yield left[0], query
        elif lacks_authors(work_of(paper), self._records.get(paper.key, ())):
            yield "arxiv", query  # the preprint may name them

    def _is_found(self, paper: Paper) -> bool:
        """Whether what was said so far decides about the paper's DOI."""
        chosen = choose(work_of(paper), self._records.get(paper.key, ())).record
        return chosen is not None and chosen.record.doi is not None
