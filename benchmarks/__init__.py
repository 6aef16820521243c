"""How fast bib2awesome is, as ratios measured in one run: `python -m benchmarks`."""

from __future__ import annotations
