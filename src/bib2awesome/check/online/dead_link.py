"""Link that leads nowhere.

The server says that there is no such page (404) or no longer (410). Whatever else it answers (403, 429, a proof
of being human, nothing at all) says nothing about the page, and is "could not check". Links that are a DOI,
an arXiv id or a repository on GitHub have rules of their own.

Bad:

    @misc{songs, title = {A Page about Songs}, year = {2020}, url = {https://example.org/gone}}

Good:

    @misc{songs, title = {A Page about Songs}, year = {2020}, url = {https://example.org/songs}}
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.check.services import linked, services_of
from bib2awesome.errors import Severity
from bib2awesome.papers.changes import Unasked
from bib2awesome.sources.links import LinkState


@rule("N014", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem | Unasked]:
    """Find links whose server says that there is nothing."""
    services = services_of(checked)
    for paper in services.papers:
        for field, url in linked(paper):
            link = services.links.get(url)
            if link is not None and link.state is LinkState.DEAD:
                yield Problem(f"`{url}` {link.reason}", paper, field)
            elif link is not None and link.state is LinkState.UNKNOWN:
                yield Unasked(
                    key=paper.key, source=urlsplit(url).hostname or url, reason=link.reason
                )
