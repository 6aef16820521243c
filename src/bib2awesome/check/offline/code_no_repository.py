"""Code link that is no repository.

`code` leads to the source of the paper's method. A page of the paper itself, a PDF, a video or the profile of
a person is none.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, code = {https://github.com/hopper}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, code = {https://github.com/hopper/a-0}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.identifiers import identify
from bib2awesome.papers.links import is_placeholder, urls_in

_PAGES_OF_PAPERS = frozenset(
    "doi openreview acl pmlr cvf neurips semanticscholar pubmed hal arxiv".split()
)


@rule("L008", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find `code` links to what is known to be something else; an unknown host may hold code."""
    for paper, _, value in checked.having("code"):
        if is_placeholder(value):
            continue
        for url, _ in urls_in(value):
            what = _what(url) if url else None
            if what:
                yield Problem(f"`{url}` is {what}, not a repository", paper, "code")


@cache
def _hosts() -> tuple[tuple[re.Pattern[str], str], ...]:
    at = r"https?://(?:www\.)?"
    return tuple(
        (re.compile(at + pattern, re.IGNORECASE), what)
        for pattern, what in (
            (r"(?:github|gitlab|bitbucket)\.(?:com|org)/?$", "the start page of the service"),
            (
                r"github\.com/(?:topics|search|marketplace|sponsors|features|explore|trending|collections)\b",
                "a page of the service",
            ),
            (
                r"(?:github|bitbucket)\.(?:com|org)/(?:orgs/)?[\w.-]+/?(?:[?#].*)?$",
                "the page of a person or group",
            ),
            (r"gitlab\.com/[\w.-]+/?$", "the page of a person or group"),
            (r"huggingface\.co/papers/", "the page of a paper"),
            (r"huggingface\.co/[\w.-]+/?$", "the page of a person or group"),
            (r"(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)/", "a video"),
            (
                r"(?:scholar\.google|dl\.acm\.org|ieeexplore\.ieee\.org|link\.springer\.com)",
                "the page of a paper",
            ),
            (r"[\w-]+\.github\.io(?:/|$)", "a web page"),
            (r"paperswithcode\.com/paper/", "the page of a paper"),
            (r"[^?#]*\.pdf$", "a PDF"),
        )
    )


def _what(url: str) -> str | None:
    for pattern, what in _hosts():
        if pattern.match(url):
            return what
    found = identify(url)
    schemes = {one.scheme for one in found}
    if "github" in schemes or "zenodo" in url.lower() or "figshare" in url.lower():
        return None
    return "the page of a paper" if schemes & _PAGES_OF_PAPERS else None
