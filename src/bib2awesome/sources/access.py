"""Where a service is and with which key it is asked: categories.toml, the environment, the default.

A key goes to the service's public address, or to one that the environment names, never to one that
only a survey's categories.toml names: whoever may change that file could collect keys with it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from bib2awesome import __version__
from bib2awesome.config import Config
from bib2awesome.config_settings import ADDRESS
from bib2awesome.errors import InputError
from bib2awesome.sources.base import Source

__all__ = ["Access", "access", "mailto", "user_agent"]

_HOME = "https://github.com/NastyMarcus/A-Survey-of-Efficient-Diffusion-Models"


class Access(NamedTuple):
    """How one service is reached.

    Attributes:
        url: Base URL without a slash at the end.
        key: None where there is none, or where `url` must not see it.
        name: Under which its answers are remembered: those of an address that only categories.toml
            names are kept apart, so that no survey can plant answers for another.
        warning: What the user should know, None if nothing.
    """

    url: str
    key: str | None
    name: str
    warning: str | None = None


def access(source: Source, config: Config, environ: Mapping[str, str] = os.environ) -> Access:
    """Return how `source` is reached.

    Raises:
        InputError: The environment's URL is none.
    """
    variable = f"BIB2AWESOME_{source.name.upper().replace('-', '_')}_URL"
    named = environ.get(variable)
    key = (environ.get(source.key) or "").strip() if source.key else ""
    if named:
        if not is_base_url(named):
            raise InputError(f"`{variable}` is not an http(s) URL", hint="unset it, or mend it")
        return Access(named.rstrip("/"), key or None, source.name)
    settings = config.sources.get(source.name)
    url = ((settings and settings.url) or source.url).rstrip("/")
    if url == source.url:
        return Access(url, key or None, source.name)
    warning = (
        f"`{source.key}` is not sent to `{url}`, which only categories.toml names; "
        f"to trust it, set `{variable}`"
        if key
        else None
    )
    return Access(url, None, f"{source.name} {url}", warning)


def is_base_url(text: str) -> bool:
    """Whether `text` is an http(s) URL that paths can be put behind."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    plain = text.isascii() and text.isprintable() and not re.search(r"[\s?#@\\]", text)
    return plain and parts.scheme in {"http", "https"} and bool(parts.hostname)


def mailto(config: Config, environ: Mapping[str, str] = os.environ) -> str | None:
    """Return the address for the services' polite pools, None where the user gave none.

    Raises:
        InputError: The environment's address is none.
    """
    named = environ.get("BIB2AWESOME_MAILTO")
    if not named:
        return config.enrich.mailto
    if re.fullmatch(ADDRESS, named) is None:
        raise InputError("`BIB2AWESOME_MAILTO` is not a mail address")
    return named


def user_agent(address: str | None) -> str:
    """Return the honest User-Agent that every request carries."""
    contact = f"; mailto:{address}" if address else ""
    return f"bib2awesome/{__version__} (+{_HOME}{contact})"
