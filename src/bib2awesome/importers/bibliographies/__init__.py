"""What reference managers write into .bib files beside the entries themselves."""

from __future__ import annotations
