"""Rules that ask the bibliographic services, through `bib2awesome.sources`."""

from __future__ import annotations
