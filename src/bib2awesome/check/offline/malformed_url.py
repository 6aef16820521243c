"""URL that leads nowhere.

A host without a dot, or two addresses glued together. (What is no web address at all is `unsafe-link`.)

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, url = {https://https://example.org/compilers}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, url = {https://example.org/compilers}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.links import is_placeholder
from bib2awesome.papers.urls import safe_url

_TWICE = re.compile(r"https?:/{0,2}https?:|https?://https?/", re.IGNORECASE)
_HOST = re.compile(r"https?://([^/?#:]*)", re.IGNORECASE)


@rule("I007", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find `url` fields that are shown as links and can be none."""
    for paper in checked.papers:
        value = paper.document.own_values(paper.entry).get("url")
        if value and not is_placeholder(value) and safe_url(value) is not None:
            fault = _fault(value)
            if fault:
                yield Problem(f"the URL `{value[:80]}` {fault}", paper, "url")


def _fault(value: str) -> str | None:
    if _TWICE.match(value):
        return "has its scheme twice"
    host = _HOST.match(value)
    return "has no host" if host is not None and "." not in host[1] else None
