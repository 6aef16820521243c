"""The services as the rules of `check/online/` see them: asked when a rule needs it, once for all rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import cast

from bib2awesome.bib.dialect import CONTAINERS
from bib2awesome.check.base import Checked, own_values
from bib2awesome.check.inquiry import FIELDS, Inquiry, Told
from bib2awesome.config import Config
from bib2awesome.enrich.decision import Wishes
from bib2awesome.enrich.plan import enrichment
from bib2awesome.enrich.questions import publication_doi
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.decisions import Decisions
from bib2awesome.papers.identifiers import identify, repository_of
from bib2awesome.papers.links import is_placeholder, urls_in
from bib2awesome.papers.paper import Paper
from bib2awesome.sources.ask import Client, Progress
from bib2awesome.sources.base import Answer, Query
from bib2awesome.sources.links import Link, LinkState

__all__ = ["Services", "linked", "services_of"]

_RETRACTIONS = 7.0
"""Days after which a record is asked for again, because the work may have been retracted."""
_MORE = ("arxiv", "openreview")
"""Who is asked last about a work that nobody knows."""
_IDENTIFIED = frozenset({"doi", "arxiv", "github"})
"""Links that are not looked up as pages: their identifiers are asked for."""


class Services:
    """Asks about some papers of a survey.

    Args:
        client: Asks.
        config: Which services may be asked.
        papers: What to ask about.
        decisions: What the author has said no to, or chosen.
        progress: Told after every answer.
    """

    def __init__(
        self,
        client: Client,
        config: Config,
        papers: Sequence[Paper],
        decisions: Decisions,
        progress: Progress | None = None,
    ) -> None:
        self.papers = tuple(one for one in papers if one.type not in CONTAINERS)
        self.decisions = decisions
        self._client = client
        self._progress = progress
        self._sources = {name for name in config.enrich.sources if client.missing(name) is None}

    @cached_property
    def _asked(self) -> tuple[Inquiry, dict[tuple[str, Query], Answer]]:
        client, progress = self._client, self._progress
        dois = [doi for paper in self.papers if (doi := publication_doi(paper))]
        if "crossref" in self._sources:
            wanted = [("crossref", Query("doi", doi)) for doi in dois]
            client.ask(wanted, progress=progress, max_age=_RETRACTIONS)
        dialogue = Inquiry(self.papers, self._sources, FIELDS)
        answers = client.ask(dialogue.begin(), then=dialogue.then, progress=progress)
        return dialogue, answers

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """What was said about each paper; who is unknown to all was asked for once more elsewhere."""
        dialogue, answers = self._asked
        told = [Told(paper, dialogue.answers(paper, answers)) for paper in self.papers]
        lost = {one.paper.key: query for one in told if one.lost and (query := one.searched)}
        asked = [
            (name, query) for query in lost.values() for name in _MORE if name in self._sources
        ]
        more = self._client.ask(asked, progress=self._progress)
        return tuple(_with(one, lost.get(one.paper.key), more) for one in told)

    @cached_property
    def upgrades(self) -> Plan:
        """The changes that `enrich` proposes for preprints that have been published."""
        dialogue, answers = self._asked
        rejected, chosen = self.decisions.rejected, self.decisions.chosen
        return enrichment(
            dialogue, answers, Wishes(fields=FIELDS, rejected=rejected, chosen=chosen)
        )

    @cached_property
    def repositories(self) -> Mapping[str, Answer]:
        """What GitHub says about each repository that is linked, by owner and name in lower case."""
        if "github" not in self._sources:
            return {}
        names = {
            repository.lower(): repository
            for paper in self.papers
            for _, url in linked(paper)
            if (repository := repository_of(url))
        }
        wanted = [("github", Query("github", name)) for name in names.values()]
        found = self._client.ask(wanted, progress=self._progress)
        return {query.value.lower(): answer for (_, query), answer in found.items()}

    @cached_property
    def links(self) -> Mapping[str, Link]:
        """What became of every other link, by URL."""
        urls = [
            url
            for paper in self.papers
            for _, url in linked(paper)
            if not _IDENTIFIED & {one.scheme for one in identify(url)}
        ]
        tell = self._progress
        progress = None if tell is None else lambda done, of: tell("links", done, of)
        found = self._client.check_links(urls, progress=progress)
        if self._client.offline:
            return {url: one for url, one in found.items() if one.state is not LinkState.UNKNOWN}
        return found


def _with(told: Told, query: Query | None, more: Mapping[tuple[str, Query], Answer]) -> Told:
    """Return what was said with the answers to the last searches."""
    if query is None:
        return told
    answers = [more[source, query] for source in _MORE if (source, query) in more]
    return Told(told.paper, (*told.answers, *answers))


def services_of(checked: Checked) -> Services:
    """Return the services; there are some wherever a rule of `check/online/` runs."""
    return cast("Services", checked.services)


def linked(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield the entry's own links with the field each stands in, without placeholders."""
    for name, value in own_values(paper).items():
        if name in {"url", "code"} or name.startswith("link-"):
            for url, _ in urls_in(value):
                if url is not None and not is_placeholder(url):
                    yield name, url
