"""What GitHub says about the repository that a paper's `code` links to."""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.enrich.judging import Candidate
from bib2awesome.papers.changes import Conflict
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.similarity import SAME, Match
from bib2awesome.sources.base import Absent, Answer, Found

__all__ = ["moved_repository", "repository_state"]

_GITHUB = "https://github.com/"


def repository_state(paper: Paper, answer: Answer) -> Iterator[Conflict]:
    """Yield what is wrong with a repository: it is archived, or gone (or not public)."""
    if isinstance(answer, Found) and answer.records[0].archived:
        state, url = "archived", answer.records[0].url
    elif isinstance(answer, Absent):
        state, url = "gone", _GITHUB + answer.query.value
    else:
        return
    yield Conflict(
        key=paper.key,
        field="code",
        have=paper.tex("code"),
        source=answer.source,
        url=url,
        reason=f"the repository is {state}",
    )


def moved_repository(paper: Paper, answer: Answer) -> tuple[str, Candidate] | None:
    """Return the link `code` to where the repository is now, and who says so; None if it did not move."""
    if not isinstance(answer, Found) or not (page := answer.records[0].code):
        return None
    old, new = answer.query.value, page.removeprefix(_GITHUB)
    if new.lower() == old.lower():
        return None
    code = paper.tex("code")
    link = code.replace(old, new, 1) if old in code else page
    return link, Candidate(answer.records[0], Match(SAME, 1.0, ("the repository has moved",)))
