r"""Addresses in fields that are for text: `howpublished = {\url{...}}`, `note = {Available at https://...}`.

Styles set those fields as text, where an underscore or a percent sign is an error; `url` is made for it.
"""

from __future__ import annotations

import re

from bib2awesome.papers.urls import safe_url

__all__ = ["move_urls"]


def move_urls(fields: dict[str, str]) -> None:
    r"""Put an address in `howpublished`, `note` or `journal` into `url`, if there is none yet.

    Args:
        fields: The fields by lower-case name, as TeX source; changed in place.
    """
    for name in ("howpublished", "note", "journal"):
        value = fields.get(name, "")
        found = _ADDRESS.search(value) if "http" in value or "\\" in value else None
        address = safe_url(found[1] or found[2] or found[3]) if found else None
        if found is None or address is None:
            continue
        before = _INTRODUCED.sub("", value[: found.start()])
        rest = (before + value[found.end() :]).strip(" .,;:()")
        if "url" not in fields:
            fields["url"] = address
        elif address != safe_url(fields["url"]):
            rest = _URL_COMMAND.sub(_as_text, value)
        fields[name] = rest
        if not rest:
            del fields[name]


def _as_text(match: re.Match[str]) -> str:
    r"""Return a second address as text where `\url` would fail: acmart reads it as an argument."""
    if not _VERBATIM_ONLY.search(match[1]):
        return match[0]
    shown = match[1].replace("\\", "").replace("~", r"{\textasciitilde}")
    return rf"\texttt{{{shown}}}"


_VERBATIM_ONLY = re.compile(r"[%#\\^]")
_URL_COMMAND = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}")
_ADDRESS = re.compile(
    _URL_COMMAND.pattern + r"|\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}|(https?://[^\s{}]+)"
)
_INTRODUCED = re.compile(
    r"(?:online version|available\s+(?:online\s+)?(?:at|from)|(?<![A-Za-z])(?:online|urls?))\s*:?\s*$",
    re.IGNORECASE,
)
