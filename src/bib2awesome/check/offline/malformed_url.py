"""URL whose host cannot be one, or that is two.

A host has a dot, and no blank; without it the address leads nowhere outside one's own network. Of two addresses
in one field LaTeX makes one link, which leads nowhere either. (What is no web address at all is `unsafe-link`.)

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, url = {http://compilers/a-0}}

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

_HOST = re.compile(r"https?://([^/?#:]*)")
_NAMED = re.compile(r"(?:[^\s.%]+\.)+[^\s.%]+\.?")
_PLAIN = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?:[:/?#][!-~]*)?", re.ASCII)
_TWO = re.compile(r"\S[\s,;]*[\s,;]https?://")


@rule("I007", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find `url` fields that are shown as links and lead nowhere."""
    for paper, _, value in checked.having("url"):
        if _PLAIN.fullmatch(value):
            continue
        if _TWO.search(value):
            yield Problem(
                "there are two addresses in `url`",
                paper,
                "url",
                hint="keep one; fields like `link-project` take others",
            )
            continue
        url = safe_url(value) if not is_placeholder(value) else None
        host = _HOST.match(url) if url else None
        if host is not None and not _NAMED.fullmatch(host[1]):
            yield Problem(f"the URL `{url}` has no host", paper, "url")
