"""URL whose host cannot be one.

A host has a dot; without it the address leads nowhere outside one's own network. (What is no web address at
all is `unsafe-link`.)

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, url = {http://compilers/a-0}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, url = {https://example.org/compilers}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, own_values, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.links import is_placeholder
from bib2awesome.papers.urls import safe_url

_HOST = re.compile(r"https?://([^/?#:]*)")


@rule("I007", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find `url` fields that are shown as links and lead nowhere."""
    for paper in checked.papers:
        value = own_values(paper).get("url")
        if value and (plain := _HOST.match(value)) is not None and "." in plain[1]:
            continue
        url = safe_url(value) if value and not is_placeholder(value) else None
        host = _HOST.match(url) if url else None
        if host is not None and "." not in host[1]:
            yield Problem(f"the URL `{url}` has no host", paper, "url")
