"""Rules that read nothing but the survey's own files."""

from __future__ import annotations
