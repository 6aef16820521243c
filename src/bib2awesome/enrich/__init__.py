"""The decisions: what to ask about a paper, which answer to believe, and what to write. Pure."""

from __future__ import annotations
