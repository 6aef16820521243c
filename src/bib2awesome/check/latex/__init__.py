"""Rules on what breaks LaTeX, proven with real pdflatex, bibtex and biber."""

from __future__ import annotations
