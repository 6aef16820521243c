"""What comes out: pure functions from a survey to the text of its files."""

from __future__ import annotations
