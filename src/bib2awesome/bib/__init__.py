"""The file: BibTeX text to blocks with byte spans, edits, names, LaTeX and Unicode."""

from __future__ import annotations
