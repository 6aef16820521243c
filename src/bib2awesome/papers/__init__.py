"""The meaning: papers, identifiers, venues, taxonomy, changes, and the survey itself."""

from __future__ import annotations
