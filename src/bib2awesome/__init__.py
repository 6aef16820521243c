"""One annotated BibTeX file is the store; the awesome list and the bibliography are rendered from it."""

from __future__ import annotations

__version__ = "0.1.0"
